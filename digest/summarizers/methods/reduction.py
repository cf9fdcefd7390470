"""Reduction: the sum of shared words with every other sentence, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("reduction", "ReductionSummarizer")
