"""KL-Sum (Haghighi and Vanderwende 2009): words spread as in the whole text, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("kl", "KLSummarizer")
