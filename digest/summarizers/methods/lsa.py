"""LSA (Steinberger and Jezek 2004): weight in the strongest topics, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("lsa", "LsaSummarizer")
