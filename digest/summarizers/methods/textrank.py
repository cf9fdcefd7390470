"""TextRank (Mihalcea and Tarau 2004): PageRank over shared words, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("text_rank", "TextRankSummarizer")
