"""Articles written for these tests, with the diseases of real ones."""

from __future__ import annotations

from dataclasses import replace

from digest.model import Document, Sentence
from digest.summarizers import plain

NEWS = (
    "The city council of Basel voted 31 to 4 on Monday to build a new tram line to the airport.\n"
    "Work starts in March 2027 and will cost 410 million francs, Mayor Anna Keller said.\n"
    "She has lived in the city all her life.\n"
    "What will the neighbours say?\n"
    "Opponents, who had gathered 9,000 signatures, announced that they would take the plan to court.\n"
    "It was raining.\n"
    "The new line replaces two bus routes and is expected to carry 30,000 passengers a day.\n"
)

CHINESE = (
    "海州市议会周一以三十一票对四票通过议案，决定修建通往机场的电车线路。"
    "工程将于2027年3月动工，预计耗资41亿元，市长何静说。"
    "她在这座城市住了一辈子。\n"
    "邻居们会怎么说呢？"
    "反对者已征集9000个签名，宣布将把规划告上法庭。"
    "有网友说，这下房价要涨了。\n"
    "新线路将取代两条公交线，预计每天运送3万名乘客。"
    "那天下着雨。"
)


def having(document: Document, index: int, *traits: str) -> Document:
    """*document* with *traits* on one of its sentences."""
    sentences = list(document.sentences)
    sentences[index] = replace(sentences[index], traits=frozenset(traits))
    return replace(document, sentences=tuple(sentences))


def sentence(text: str) -> Sentence:
    """*text* as the one sentence of a source of its own."""
    return Sentence(text, 0, len(text), (), 0)


def news() -> Document:
    return plain(NEWS, "Basel votes for a tram to the airport", "en")


def chinese() -> Document:
    return plain(CHINESE, "海州将建机场电车", "zh")
