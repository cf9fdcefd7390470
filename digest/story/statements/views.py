"""What a source holds of a matter: neglected, feared, disputed. Anchors ``v:view>matter``. Pure.

Two reporters rarely share an act or a number when they tell what is wrong;
they share what somebody thinks (a word for it, of a few kinds) and of what (a
matter that most articles of the story speak of). Both in one clause are an
anchor, as a deed is: one that several articles have is a point they agree on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache

from digest.language import words
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.statements import lexicon
from digest.story.statements.material import Material, Statement

_VIEWS = {
    "neglect": (
        "|".join(
            (
                r"忽视|轻视|漠视|无视|忽略|牺牲|重视(?:程度)?(?:不足|不够)|不(?:够|太)?重视|缺乏重视|让位于|靠边站",
                *(f"{put}在[^，。]{{2,10}}(?:后面|之后)" for put in "放排摆"),
                *(f"{denied}[^，。]{{0,12}}(?:首要|优先|重点)" for denied in ("不再是", "并非", "不是")),
            )
        ),
        (
            r"neglect\w* | ignor\w+ | sidelin\w+ | overlook\w* | sacrific\w+ | disregard\w* | back ?seat"
            r" | deprioriti\w+"
        ),
    ),
    "worry": (
        r"担忧|担心|忧虑|恐惧|恐慌|不安",
        r"concern(?:s|ed)? | worr(?:y|ies|ied) | fear(?:s|ed)? | alarm(?:s|ed)? | anxi\w+",
    ),
    "criticism": (
        r"批评|谴责|指责|抨击|炮轰|不满|诟病",
        r"critici\w+ | condemn\w* | slam\w* | denounc\w+ | complain\w* | dissatisf\w+",
    ),
    "rift": (
        r"分歧|矛盾|对立|裂痕|派别|派系|斗争|内斗|不和|摩擦|紧张关系",
        (
            r"rifts? | tensions? | divided | divisions? | infighting | feud\w* | friction | at odds"
            r" | disagree\w*"
        ),
    ),
    "doubt": (
        r"质疑|怀疑|失去信心|失去信任|不信任",
        r"doubt\w* | skeptic\w* | sceptic\w* | distrust\w* | lost (?:trust|confidence|faith)",
    ),
}
"""Words for each view: Chinese ones, each of which opens with a plain character (`re` skips
to those), and English ones (with `` | `` between them) that are whole words."""
_MAY_HOLD = cue(
    "|".join(chinese for chinese, _ in _VIEWS.values()),
    " | ".join(english for _, english in _VIEWS.values()),
    end=r"\b",
)
_ANY_VIEW = regex(
    "|".join(
        rf"(?P<{view}>{chinese}|\b(?:{english.replace(' | ', '|')})\b)"
        for view, (chinese, english) in _VIEWS.items()
    )
)
_CLAUSE = regex(r"[^，。；！？,;!?：:]+")
SHARE_OF_ARTICLES = 0.5
"""A matter is what at least so many of the articles speak of, two at least."""
EVERYDAY = 4.2
"""Inverse frequency up to which a Chinese word is no matter: 公司, 问题, 发展."""


def matters(material: Material) -> frozenset[str]:
    """Nouns that at least half of the articles have, names and those who hold views apart."""
    told: Counter[str] = Counter()
    for rank in range(len(material.documents)):
        told.update(frozenset().union(*(statement.words for statement in material.of(rank))))
    least = max(2, SHARE_OF_ARTICLES * len(material.documents))
    return frozenset(
        word
        for word, articles in told.items()
        if articles >= least and word not in material.spelled and _is_matter(word)
    )


@lru_cache(maxsize=16_384)
def _is_matter(word: str) -> bool:
    if lexicon.action_of(word) or _ANY_VIEW.search(word) or word[0].isdigit() or _HOLDER.search(word):
        return False
    return (
        len(word) > 3 if word.isascii() else words.idf_of_simplified(word) > EVERYDAY and words.is_noun(word)
    )


_HOLDER = regex(
    r"(?:[人员者家长们方]|团队|公司|企业|政府|媒体)$|^(?:employ|compan|peopl|official|govern|analyst)"
)
"""Ends of words for people and bodies: they hold views."""


def held(statement: Statement, about: Collection[str]) -> Iterator[str]:
    """``view>matter`` of each clause that says what somebody holds of one of the matters *about*."""
    folded = statement.folded
    if not _MAY_HOLD.search(folded):
        return
    for part in _CLAUSE.finditer(folded):
        clause = part.group()
        for match in _ANY_VIEW.finditer(clause):
            if match.lastgroup and not _denied(clause, match.start()):
                there = [word for word in about if _is_of(clause, match, word)]
                # 智能 of 人工智能 is no second matter.
                whole = [word for word in there if not any(word in other for other in there if other != word)]
                yield from (f"{match.lastgroup}>{word}" for word in whole)


def _is_of(clause: str, view: re.Match[str], matter: str) -> bool:
    """忽视安全, 对安全的担忧, safety concerns; but not 员工表示怀疑, where the matter is who holds it."""
    if matter not in clause:
        return False
    if view.lastgroup == "rift":
        return True
    behind = view.end() <= clause.rfind(matter) <= view.end() + _REACH
    before = clause.rfind(matter, 0, view.start())
    touching = before >= 0 and not clause[before + len(matter) : view.start()].strip(" 问题的")
    towards = _TOWARDS.search(clause, 0, max(0, before))
    suffers = _SUFFERS.match(clause, max(0, view.start() - 5), view.end())
    return behind or touching or (before >= 0 and (towards is not None or suffers is not None))


_REACH = 24
_SUFFERS = regex(r".*(?:[被遭]|不再是|\b(?:was|were|been|being|takes?|took|taking)\b)")
"""安全被忽视, 安全不再是首要: the matter is what stands before."""
_TOWARDS = regex(r"对|关于|以|针对|\b(?:about|over|of|that|with)\b")


def _denied(clause: str, place: int) -> bool:
    """Nobody holds what is denied: 并未忽视."""
    before = clause[max(0, place - 6) : place]
    return bool(lexicon.NEGATION.search(before) or lexicon.DENIAL.search(before) or before.endswith("不"))
