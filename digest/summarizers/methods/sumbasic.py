"""SumBasic (Nenkova and Vanderwende 2005): frequent words, each used up once taken, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("sum_basic", "SumBasicSummarizer")
