"""Luhn (1958): runs of frequent words, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("luhn", "LuhnSummarizer")
