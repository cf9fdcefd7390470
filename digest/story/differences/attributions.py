"""Who says what in a sentence: each speaker, the verb of saying, and the content. Pure.

The verbs of saying, writing, showing and counting are a class of the language
that no event adds to; who speaks is whatever noun phrase stands before one: a
person, a body, a log. So no list of speakers is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from digest.language import openings
from digest.language.cues import cue

_ADVERBS_ZH = (
    "则|却|也|都|还|曾经?|又|至今|一直|始终|随后|后来|当时|昨[天日晚]?|今[天日早晚]?|周[一二三四五六日]|此前|先前|原先|早前"
    "|坚决|均|仍然?|再次|多次|公开|当场|随即|就|便|才|只|已经?|自己|本人|这边|那边|一直是|其后|日前|事后"
)
_NOMINAL_ZH = (
    "通报|公告|报告|声明|证实|澄清|更正|判断|估计|统计|质疑|指责|指控|解释|主张|回应|报道|报导|承认|强调|表示"
)
"""Verbs that are nouns behind 的: 何明远的声明|说."""
_VERB_ZH = (
    "(?<=的)(?:说法|口径|版本|解释|答复|回应|回答|结论|立场)(?:则|却|就)?(?:只?是|为|只?有一[句行段]话?字?)"
    "|坚称|声称|宣称|坚持(?=说|称|认为|，|：|电话|自己|是)|指出|透露|认为|认定|断定|否认|反驳|驳斥|不承认|不认同|不同意|不接受"
    f"|表明|告诉|查明|查到|估算|显示|(?<!的)(?:{_NOMINAL_ZH})|记录的?(?=是|着)|记载|写明|写着|载明|注明"
    "|(?<=[上里中])的?(?:却|则)?是(?!否)|归咎于?|归因于?|作证|供称|爆料|写的(?=，)"
    "|(?:写|记|报|说|算|数|标)(?:的|出来的|下来的|的数)?(?:却|则)?是|算(?:出来|下来)|数(?:了一遍|出来|过)|写道"
    "|说(?![法服明起来谎话])|(?<!号)称(?![为之号职赞霸作])|讲(?![究述座课义话])|指(?![标数出生定导挥南纹向着望令])"
    "|报(?=了|称|案时)|传(?=是|称|出|言)"
)
_BEHIND_WHO = frozenset().union(
    *map(openings.starts, openings.opened(_ADVERBS_ZH) + openings.opened(_VERB_ZH))
)
"""How an adverb or a verb of saying starts: nowhere else need they be tried."""
_SAID_ZH = re.compile(
    r"(?:但是?|而|不过|可是?|然而|只是|惟|虽然|尽管|据)?"
    rf"(?P<who>[^，。；：！？“”「」 ]{{1,22}}?)(?=[{''.join(sorted({each[0] for each in _BEHIND_WHO}))}])"
    rf"(?:{_ADVERBS_ZH})*(?P<verb>{_VERB_ZH})"
    "(?:的?是|道|称|说|为|有)?[，：]?"
)
_VERB_EN = (
    r"(?:(?:has|have|had|also|still|now|later|firmly|repeatedly|always|since|however) )*"
    r"(?:sa(?:id|ys?)|claimed|claims(?= (?:that|to|it|the)\b)|insist(?:s|ed)?|maintain(?:s|ed)?|argue[sd]?"
    r"|contend(?:s|ed)?|alleged?|den(?:y|ies|ied)|disputed|disputes(?= (?:that|the|it|this)\b)|reject(?:s|ed)"
    r"|contest(?:s|ed)|acknowledge[sd]?|admit(?:s|ted)?|accept(?:s|ed)|show(?:s|ed)?|stated|recorded|reported"
    r"|estimated|estimates(?= (?:that|the|it)\b)|puts?|counted|found|finds|told|tells|blame[sd]|attributed"
    r"|believe[sd]?|concluded?|reckon(?:s|ed)?|swears?|swore|testif(?:ies|ied)|has)"
)
"""No form that is a noun as well (state, report, claims), unless what follows shows the verb."""
_SAID_EN = re.compile(
    r"(?:^|[,;.:“\"] ?|\b(?:but|while|whereas|and|though|although) )"
    r"(?:but |while |whereas |and |though |yet )?"
    rf"(?P<who>(?:[a-z0-9$€£'’.-]+ ){{1,8}}?)(?P<verb>{_VERB_EN})\b(?: that)?"
)
_SAYING_EN = re.compile(
    r"\b(?:say|said|claim|insist|den[yi]|disput|told|show|put|report|reject|maintain|contest|has)"
)
_SAYING_ZH = cue(_VERB_ZH)
_HAN = re.compile("[\u4e00-\u9fff]")
_DENIES = re.compile(
    r"否认|反驳|驳斥|不承认|不认同|不同意|不接受|\b(?:den(?:y|ies|ied)|disput\w+|reject\w+|contest\w+)"
)
_INSISTS = re.compile(r"坚称|坚持|\b(?:insist\w*|maintain\w*|swears?|swore)\b")
_PRONOUN = re.compile(r"^(?:他们?|她们?|它们?|对方|后者|其|he|she|they|it)$")
_NOBODY = re.compile(
    r"^(?:[就也都还又这那并所可以如是来再才很]|.{0,6}(?:的|地|得)$|不|没|有人说|我们?$)"
    r"|换句话|也就是|总之|一般来|老实|按理|听$|据$|要$|可以|没有|\bi\b|\bwe\b|\bwhich\b|\bthat\b|\bwho\b"
)
_NO_SUBJECT = re.compile(
    r"(?:[不想要敢能肯愿]|[不才就将也都]会)$"
    r"|^(?:of|on|in|at|by|for|from|with|to|as|after|before|not|only) "
    r"|(?:be|been|being|was|were|is|are|not|to|will|would|could|can|may|also)$"
    r"|^(?:and|but|while|then|also|though|which|who|that)$"
)
"""An auxiliary or a preposition before the verb: what stands there is no speaker."""
_PAPER_HAS = re.compile(r"\b(?:logs?|records?|diary|minutes|files?|documents?|reports?|accounts?|book)$")


@dataclass(frozen=True, slots=True)
class Said:
    """*who* says ``text[start:end]``; ``denies`` by its verb, ``insists`` likewise."""

    who: str
    verb: str
    start: int
    end: int
    who_starts: int = 0

    @property
    def denies(self) -> bool:
        return _DENIES.search(self.verb) is not None

    @property
    def insists(self) -> bool:
        return _INSISTS.search(self.verb) is not None

    @property
    def by_pronoun(self) -> bool:
        return _PRONOUN.match(self.who) is not None


@lru_cache(maxsize=16_384)
def attributions(folded: str) -> tuple[Said, ...]:
    """All that a folded sentence says is somebody's word, in order; a content ends where the next begins."""
    chinese = _HAN.search(folded) is not None
    if not (_SAYING_ZH.may(folded) if chinese else _SAYING_EN.search(folded)):
        return ()
    found: list[Said] = []
    for match in _said_zh(folded) if chinese else _SAID_EN.finditer(folded):
        who = re.split("[对向]", match["who"], maxsplit=1)[0].strip(" ，")
        if _VERSION.match(match["verb"]):
            who = who.removesuffix("的")  # 俱乐部的|解释是
        if not who or _NOBODY.search(who) or _NO_SUBJECT.search(who):
            continue
        if match["verb"].endswith("has") and not _PAPER_HAS.search(who):
            continue
        if found and _is_inside(folded[found[-1].start : match.start()]):
            continue
        if found:
            last = found[-1]
            found[-1] = replace(last, end=min(last.end, match.start()))
        start, end = match.end(), len(folded)
        if _ENDS.match(folded, start):
            if not (match.start() and _AFTERWARDS.search(match["verb"])):
                continue
            # X was so, the board says; ..
            start, end = folded.rfind("；" if chinese else ";", 0, match.start()) + 1, match.start()
        found.append(Said(who, match["verb"], start, end, match.start("who")))
    return tuple(found)


def _said_zh(folded: str) -> Iterator[re.Match[str]]:
    """Where somebody says something: from the start of a clause, which is no place for `re` to look for."""
    end = 0
    for opening in _OPENS.finditer(folded):
        match = _SAID_ZH.match(folded, opening.end()) if opening.end() >= end else None
        if match:
            end = match.end()
            yield match


_OPENS = re.compile("^|(?<=[，；])[而但]|[，。；：！？“”「」 ]")
_VERSION = re.compile("说法|口径|版本|解释|答复|回应|回答|结论|立场|.*是$")
_AFTERWARDS = re.compile(r"[说称]$|表示|认为|指出|透露|回忆|\b(?:say|says|said)$")
_ENDS = re.compile(r" ?[；;。.”]|$")


def _is_inside(content: str) -> bool:
    """Whether a quotation is open: who is quoted in it speaks within another's word."""
    return content.count("“") > content.count("”") or content.count("「") > content.count("」")


def other_speakers(one: Said, other: Said) -> bool:
    """Two sides for sure: no word in common, and a pronoun that cannot be the one before."""
    if other.by_pronoun:
        return one.who[0] != other.who[0] if one.by_pronoun else _is_body(one.who)
    if one.by_pronoun:
        return True
    if one.who.isascii():
        mine, theirs = (set(NAMES_EN.findall(each.who)) for each in (one, other))
        return bool(mine and theirs) and mine.isdisjoint(theirs)
    return not any(one.who[at : at + 2] in other.who for at in range(len(one.who) - 1)) or len(other.who) < 2


NAMES_EN = re.compile(r"(?!the\b|its\b|his\b|her\b|and\b|of\b|an\b|had\b|has\b)[a-z]{3,}")
_BODY = re.compile(
    r"(?:方|公司|集团|会|院|局|部|署|厅|处|所|馆|校|厂|队|社|行|署|府|党|庭|机构|单位|工会|志|录|件|书|报|告|案|统|图|单)$"
    r"|\b(?:company|firm|club|group|museum|institute|police|council|board|agency|ministry|union|government|bank|log|report"
    r"|records?|regulator|office|operator|university|hospital|school|party|authority|committee|panel)$"
)


def _is_body(who: str) -> bool:
    """A body, by what its name ends in: no he or she means it."""
    return _BODY.search(who) is not None
