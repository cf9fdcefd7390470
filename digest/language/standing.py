"""Can a sentence stand alone? A reader of a digest has not read the one before it. Pure.

`leaning` looks at one sentence, in simplified script or another language, and
says what in it needs the sentence before: nothing, a connective, a time that is
counted from elsewhere, or a person or thing that it only points at. What is
said earlier in the same sentence resolves what points back to it: in
"新模型上线，该模型.." the model is there.
"""

from __future__ import annotations

import re
import tomllib
from enum import IntEnum
from pathlib import Path

from digest.language.lazy import regex


class Leaning(IntEnum):
    """What a sentence needs of the one before it, from nothing to most."""

    NONE = 0
    CONNECTIVE = 1
    """It opens with 但, 此外, however: what it says is understood without."""
    TIME = 2
    """It tells when only from another event: 一个月后, the next day."""
    POINTING = 3
    """It points at somebody or something that it does not name: 该模型, 两人, this team."""
    PRONOUN = 4
    """It opens with nothing but a pronoun for them: 他, 它们, she."""


def leaning(text: str) -> Leaning:
    """The most that the sentence *text* needs of what stands before it."""
    if text[:1] in _DASHES and _REST.match(text):
        return Leaning.POINTING
    spoken = _SPEAKER.match(text)
    return max(_leaning(text), _leaning(text[spoken.end() :])) if spoken else _leaning(text)


def _leaning(text: str) -> Leaning:
    latin = _LATIN.match(text)
    points, adrift, connective = _OPENINGS_EN if latin else _OPENINGS
    if points.match(text) or (latin and _unnamed(text)) or _points_inside(text):
        return Leaning.PRONOUN if _PRONOUN.match(text) else Leaning.POINTING
    if adrift.match(text):
        return Leaning.TIME
    return Leaning.CONNECTIVE if connective.match(text) else Leaning.NONE


def _points_inside(text: str) -> bool:
    if text.isascii() or _POINTING_WORD.search(text) is None:
        return False
    return any(not _resolved(text, found) for found in _INSIDE.finditer(text))


# A sentence that was cut at a dash: "- about 17% of the oil - that were captured".
_DASHES = " —–-"
_REST = regex(r"\s*[—–-]+\s*[a-z]")

# --- from its first word ------------------------------------------------------

# Who speaks is not who is spoken of: "周以宁：他后来.." leaves open who.
_SPEAKER = regex(r"(?:[\u4e00-\u9fff·]{2,8}|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)[：:]\s*(?=[^\s“‘「])")

_PRONOUN = regex(
    r"(?:[^，,。 ]{0,14}[，,])?[ “‘「\"']?(?:但|而|不过|因为|虽然|尽管|如果|当|在)?[他她它]"
    r"|(?:\w+,? ){0,12}?(?:he|she|it|they|his|her|its|their)\b",
    re.IGNORECASE,
)
LISTS = tomllib.loads((Path(__file__).parent / "standing.toml").read_text("utf-8"))
"""The words of ``standing.toml``."""


def _opening(name: str, before: str = "") -> re.Pattern[str]:
    """What ``standing.toml`` lists under *name*, at the start of a Chinese sentence behind *before*."""
    words = "|".join(LISTS[name]).replace("{count}", LISTS["count"])
    return regex(f"^[“‘「『\"']?{before}(?:{words})")


def _opening_en(name: str, before: str = "") -> re.Pattern[str]:
    return regex(rf"^[“\"']?{before}(?:{'|'.join(LISTS[name])})\b", re.IGNORECASE)


_JOINS = "|".join(LISTS["joins"])
_OPENINGS = (
    _opening("points", rf"(?:{_JOINS})?[，,]?[ ]?"),
    _opening("adrift", "(?:但|而|不过|然而|可|就?在|直到|直至|等到)?[，,]?[ ]?"),
    regex(rf"{_opening('connects').pattern}|^[“‘「『\"']?(?:{_JOINS})"),
)
_OPENINGS_EN = (
    _opening_en(
        "points_en",
        r"(?:(?:and|but|or|so|yet|then|also|still|now|instead|perhaps|maybe)\b,? ?)?"
        r"(?:(?:when|after|before|as|while|if|since|because|although|though|once) )?",
    ),
    _opening_en("adrift_en", r"(?:(?:and|but|then|only|just|about|nearly|barely|some)\b,? ?){0,2}"),
    _opening_en("connects_en"),
)
_LATIN = regex("[“‘\"']?[A-Za-z]")

# --- behind its first word ----------------------------------------------------

_POINTING_WORD = regex("[该这那两二双俩上前](?:(?<![上前])|(?<=上)[述面]|(?<=前)述)")
_INSIDE = regex(
    r"(?P<this>(?<![应活本理不又正也都就才总早合])该(?!如何|怎|当|有|是|死|来|去|做|说|不该|由|让|给|被|把|放|用|向|从|到|交|找|在))(?P<one>[\u4e00-\u9fff]{2})"
    r"|(?P<these>[这那](?:一(?![点切样来下次直些])|[两几](?=[个名位家项种次])|[两几三四五六七八九十\d]+(?=[个名位家项种句字条点件])|些)?(?:[个名位家项场款份支座篇](?!人|月|时|性|别))?)(?P<two>[\u4e00-\u9fff]{2})"
    r"|(?P<both>(?<![\u4e00-\u9fff第])(?:两人|二人|俩人|双方|两者|二者)(?!组|行|份|的?世界)|上面(?:[两几三四]个?|的)人)"
)
_APPOSED = regex(
    r"[A-Za-z\u4e00-\u9fff”》](?<![在从对于把被和与及是的了着过说称让使给为以到向将由因出有就都也还照按看见做])$"
)
_AND = regex(r"[和与跟同及、]|\band\b")
_SAYS = regex(
    r"(?:认为|表示|指出|称|说|透露|报道|强调|宣布|写道|承认|坚称|回应|发现|相信|担心|警告|爆料)(?:[:：“]|$)"
)
_PREPOSITION = regex(
    "^(?:作为|在|当|随着|从|自|据|对于?|关于|为了|由于|尽管|虽然|按照?|根据|通过|与|和|除了?)"
)
_NAMED = regex("[A-Za-z《“「·]")


# A role has its employer in front of it: OpenAI 的研究员 .. 担任该公司的首席科学家.
_EMPLOYER = regex(
    r"[A-Za-z”》][ ]?的?[^，。的A-Za-z]{0,8}"
    r"(?:研究员|工程师|科学家|员工|高管|总监|经理|总裁|首席|创始人|董事|负责人|发言人)"
)
_EMPLOYERS = frozenset({"公司", "机构", "组织", "企业", "集团", "平台"})
# 那些专注于安全的团队: its own clause says which. A word or two in front of 的 do not.
_SAYS_WHICH = regex("[^，。；,]{6,}的")


def _resolved(text: str, found: re.Match[str]) -> bool:
    """Whether what *found* points at stands earlier in *text* itself, or it says itself which it means."""
    before = text[: found.start()]
    if found["one"] in _EMPLOYERS and _EMPLOYER.search(before):
        return True
    if found["these"] == "那些" and _SAYS_WHICH.match(text, found.end("these")):
        return True
    noun = found["one"] or found["two"] or ""
    if found["both"]:
        return bool(_AND.search(before))
    if noun and noun in before:
        return True
    if found["these"]:
        if len(found["these"]) > 1 and _APPOSED.search(before):  # 东山这个村: the village is named
            return True
        if found["these"] in ("这", "那"):  # 这让 and the like: what the clause before says
            return True
        # 这一消息: the clause before is the news, if it tells anything.
        return any(_tells(clause) for clause in _clauses(before))
    return any(_tells(clause) and _NAMED.search(clause) for clause in _clauses(before))


def _clauses(before: str) -> list[str]:
    """The whole clauses in *before*, not the one that was begun."""
    return re.split("[，；：,;]", before)[:-1]


def _tells(clause: str) -> bool:
    """Whether a clause says something itself, not only who says or when."""
    clause = clause.strip()
    return len(clause) > 5 and not _SAYS.search(clause) and not _PREPOSITION.match(clause)


_UNNAMED = regex(
    r"^(?:On|In|By|At|After|Before|When|While|As|If|For|From|Last|Once|Since|Until|Every|During|To|With|Without"
    r"|That|This|Then|Now|[a-z’']+)(?:[ ,]+[a-z\d’'-]+){0,9}?[ ,]+(?:he|she|his|her)\b"
)
_CALENDAR = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)


def _unnamed(text: str) -> bool:
    """Opens with a circumstance, then somebody who was not named in it: "On Monday she"."""
    if not any(word in text for word in (" he ", " she ", " his ", " her ")):
        return False
    return _UNNAMED.search(_CALENDAR.sub("day", text)) is not None
