"""Who did, or suffered, what: the deeds that a sentence tells, or mentions. Pure.

A deed is ``key>act``, the key an entity's. Whoever is named by an office only
(the president of the firm resigned) has the key ``firm|office``, and so has, besides
his own, who is named with it (总裁冯兆麟): two reports of him meet there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from digest.language import alternatives
from digest.language.lazy import regex
from digest.story.statements import lexicon
from digest.story.statements.material import Statement
from digest.story.statements.slots import clauses

_DEED_REACH = {"zh": 26, "en": 60}


def deeds_of(
    statement: Statement,
    spellings: dict[str, tuple[str, ...]],
    firms: Collection[str] = (),
    leading: str = "",
) -> dict[str, bool]:
    """Who does, or suffers, what, as ``key>act``; only what did happen.

    True where the sentence tells it, False where it only says when something
    else was (在奥特曼被罢免期间). Nobody dismisses one of *firms*. Who left
    another firm than the story's *leading* one is not who leaves in this story.
    """
    if not (statement.actions and statement.entities):
        return {}
    reach = _DEED_REACH["en" if statement.folded.isascii() else "zh"]
    found: dict[str, bool] = {}
    subject = firm = ""
    for start, end in clauses(statement.folded):
        clause, folded = statement.simple[start:end], statement.folded[start:end]
        people = _places(clause, statement.entities, spellings)
        firm = next((key for _, _, key in people if key in firms), firm)
        people, offices = _officers(folded, people, firm, firms)
        if not (people or subject):
            continue
        acts = [act for act in lexicon.acts(statement.folded) if start <= act[0] < end]
        for begins, ends, action in acts if acts and _real(folded) else ():
            act = begins - start, ends - start
            if _OF.match(clause, act[1]) or (
                action == "leave" and _left_another(people, act[1], firms, leading)
            ):
                continue
            forced = action == "leave" and lexicon.FORCED.search(clause)
            told = not (_ASIDE_AFTER.match(clause, act[1]) or _ASIDE_OPENS.match(clause))
            whose = _whose(clause, people, subject, act, action, reach, firms)
            for key in (*whose, *(offices[key] for key in whose if key in offices)):
                for deed in (f"{key}>{action}", *((f"{key}>dismiss",) if forced else ())):
                    found[deed] = found.get(deed, False) or told
        # ..简·雷克，也宣布离职: a clause without a subject goes on with that of the clause before.
        if people and (len(people) == 1 or people[0][0] < _OPENING):
            subject = _subject(people, firms)
    return found


def _left_another(
    people: Sequence[tuple[int, int, str]], end: int, firms: Collection[str], leading: str
) -> bool:
    """离开|谷歌, where the story is about OpenAI: how somebody came, not how he went."""
    left = next((key for start, _, key in people if 0 <= start - end <= _NEXT and key in firms), leading)
    return bool(leading) and left != leading


_OFFICES = {
    "president": "总裁 president",
    "chief-executive": "首席执行官 行政总裁 ceo chief~executive",
    "chair": "董事长 主席 chairman chairwoman",
    "coach": "主教练 主帅 head~coach",
}
_OFFICE_OF = {word.replace("~", " "): office for office, words in _OFFICES.items() for word in words.split()}
_AN_OFFICE = regex(
    alternatives.pattern(
        _OFFICE_OF,
        starts=lambda letter: "".join(
            f"(?<!{before}{letter})"
            for before in ("[副前代]", "vice ", "vice-", "former ", "acting ", "deputy ")
        ),
        ends=lambda office: "(?!助理)",
    )
)
_NEXT = 2
"""Characters between an office and who has it, or its firm."""


def _officers(
    folded: str, people: list[tuple[int, int, str]], firm: str, firms: Collection[str]
) -> tuple[list[tuple[int, int, str]], dict[str, str]]:
    """*people* with ``firm|office`` for a firm whose officer is meant, and that of each named with it."""
    if not people:
        return people, {}
    offices: dict[str, str] = {}
    alone = all(key in firms for _, _, key in people)
    for office in _AN_OFFICE.finditer(folded):
        for place, (start, end, key) in enumerate(people):
            beside = 0 <= start - office.end() <= _NEXT
            if key not in firms and beside and firm:
                offices[key] = f"{firm}|{_OFFICE_OF[office.group()]}"
                continue
            behind = 0 <= office.start() - end <= _NEXT
            if alone and (behind or _OF_FIRM.fullmatch(folded, office.end(), max(start, office.end()))):
                officer = start, end, f"{key}|{_OFFICE_OF[office.group()]}"
                people = [*people[:place], officer, *people[place + 1 :]]
    return people, offices


_OF_FIRM = regex(r" (?:of|at) (?:the )?")
"""The president of|the firm."""


def _subject(people: Sequence[tuple[int, int, str]], firms: Collection[str]) -> str:
    """Who stands first; not the firm of somebody who follows at once: OpenAI联合创始人|苏茨克维尔."""
    first, *others = people
    if (
        first[2] in firms
        and others
        and others[0][2] not in firms
        and others[0][0] - first[1] <= _OBJECT_REACH
    ):
        return others[0][2]
    return first[2]


_ASIDE_AFTER = regex(
    r"[^，。]{0,4}?(?:的?(?<!临)时候?(?![间代])|期间|之际|以来|之前|之后|前(?![往任来线])|后(?![悔续来者]))"
)
_ASIDE_OPENS = regex(r" ?(?:when|while|after|before|since|following|during|as)\b", re.IGNORECASE)
_OF = regex(r"(?:的|声明|公告|帖子|传闻|消息|协议|手续)(?!人|员工|[一二三四五六七八九十两几数当前后次]|\d)")
"""宣布离职的帖子 is about a post."""
_OPENING, _OBJECT_REACH = 3, 14
"""A name so near the start of a clause is its subject; one so near behind a verb its object."""


def _whose(
    clause: str,
    people: Sequence[tuple[int, int, str]],
    subject: str,
    act: tuple[int, int],
    action: str,
    reach: int,
    firms: Collection[str],
) -> list[str]:
    """Who does it: nearest before the act, with those named in one breath; else the clause's subject.

    What is done to somebody (解雇奥特曼) is theirs who stand right behind it,
    not counting the firm and the office (辞退OpenAI首席执行官(CEO)奥特曼).
    """
    starts, ends = act
    before = [person for person in people if person[1] <= starts]
    behind = [person for person in people if person[0] >= ends]
    near = behind and behind[0][0] - ends <= reach
    suffering = next((person for person in behind if person[2] not in firms), None)
    if action in lexicon.SUFFERED and suffering:
        between = _OFFICE.sub("", clause[ends : suffering[0]])
        if len(between) <= _OBJECT_REACH:
            return [suffering[2]]
    if not before:
        if subject:
            return [subject] if starts <= reach // 2 else []
        return [behind[0][2]] if near and action in lexicon.ONCE | lexicon.SUFFERED else []
    if starts - before[-1][1] > reach:
        return []
    keys = [before[-1][2]]
    for left, right in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if not _AND.fullmatch(clause[left[1] : right[0]]):
            break
        keys.append(left[2])
    return keys


_OFFICE = regex(r"[(（][^()（）]*[)）]|(?<![A-Za-z ])[A-Za-z ]+(?=[\u4e00-\u9fff])")
_AND = regex(
    r"[ ]?(?:[(（][^()（）]*[)）])?[ ]?(?:和|与|及|以及|、|同|,? and)[ ]?[^，。]{0,8}", re.IGNORECASE
)
"""Between two names that do something together: 杨·莱克(Jan Leike)和舒尔曼."""


def _real(clause: str) -> bool:
    """It did happen: neither hoped for nor in doubt nor denied."""
    return not (lexicon.UNREAL.search(clause) or lexicon.NEGATION.search(clause))


def _places(
    clause: str, entities: tuple[str, ...], spellings: dict[str, tuple[str, ...]]
) -> list[tuple[int, int, str]]:
    """Where each entity is named first in *clause*."""
    found = []
    for key in entities:
        places = [
            (start, _with_gloss(clause, start + len(name)), key)
            for name in spellings.get(key, ())
            if (start := clause.find(name)) >= 0
        ]
        if places:
            found.append(min(places, key=lambda place: (place[0], -place[1])))
    return sorted(found)


def _with_gloss(clause: str, end: int) -> int:
    """Where a name ends with the bracket behind it: 霍尔特豪斯(Michelle Johnston Holthaus)|出任."""
    gloss = _GLOSS.match(clause, end)
    return gloss.end() if gloss else end


_GLOSS = regex(r"[ ]?[(（][^()（）]*[)）]")
