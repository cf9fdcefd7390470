"""Whom a text names: spellings of one person or organisation, across sources and scripts. Pure."""
