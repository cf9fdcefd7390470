"""LexRank (Erkan and Radev 2004): centrality in the graph of likeness, by sumy."""

from __future__ import annotations

from digest.summarizers.sumy_methods import SumyMethod

METHOD = SumyMethod("lex_rank", "LexRankSummarizer")
