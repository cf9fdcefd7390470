"""Dated statements as events, one row each, with the articles that report it. Pure."""
