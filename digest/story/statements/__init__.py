"""Sentences as statements: their words, concepts, amounts, measures, deeds and views. Pure."""
