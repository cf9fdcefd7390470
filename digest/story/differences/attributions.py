"""Who says what in a sentence: each speaker, the verb of saying, and the content. Pure.

The verbs of saying, writing, showing and counting are a class of the language
that no event adds to; who speaks is whatever noun phrase stands before one: a
person, a body, a log. So no list of speakers is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from digest.language import openings
from digest.language._name_data import SAID
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.script import has_han

_ADVERBS_ZH = (
    "则|却|也|都|还|曾经?|又|至今|一直|始终|随后|后来|当时|昨[天日晚]?|今[天日早晚]?|周[一二三四五六日]|此前|先前|原先|早前"
    "|坚决|均|仍然?|再次|多次|公开|当场|随即|就|便|才|只|已经?|自己|本人|这边|那边|一直是|其后|日前|事后"
)
_NOMINAL_ZH = (
    "通报|公告|报告|声明|证实|澄清|更正|判断|估计|统计|质疑|指责|指控|解释|主张|回应|回复|答复|报道|报导|承认"
    "|强调|表示|反映"
)
"""Verbs that are nouns behind 的: 何明远的声明|说."""
_VERB_ZH = (
    "(?<=的)(?:说法|口径|版本|解释|答复|回应|回答|结论|立场|数字|数据|统计|估计|记录)(?:则|却|就)?(?:只?是|为|只?有一[句行段]话?字?)"
    "|坚称|声称|宣称|辩称|坚持(?=说|称|认为|，|：|自己|[^，。；]{0,4}是|只|没|有)|指出|透露|认为|认定(?!申)|断定|否认|反驳|反问|驳斥"
    "|不承认|不认同|不同意|不接受|(?<![行作]为|举动|做法|行动|态度)(?:表明|显示)|告诉|查明|查到|重申|坦言|直言"
    f"|(?<!的)(?:{_NOMINAL_ZH})(?![里中上])|记录的?(?=是|着)|记载|写明|写着|载明|注明"
    "|估算|测[得出到]|量[得出](?!来)|清点(?!后)|核算|推算|算定|估定"
    "|(?<=[上里中录志单])的?(?:时间|日期|数字|数目|金额|人数|价格|地点|原因)?(?:却|则)?是(?!否)|归咎于?|归因于?|作证|供称|爆料|写的(?=，)"
    "|(?:写|记|报|说|算|数|标)(?:的|出来的|下来的|的数)?(?:却|则)?是|算(?:出来|下来)|数(?:了一遍|出来|过)|写道"
    f"|{SAID}(?![法服明起来谎话])|(?<!号)称(?![为之号职赞霸作])|讲(?![究述座课义话])|指(?![标数出生定导挥南纹向着望令])"
    "|报(?=了|称|案时)|传(?=是|称|出|言|已)"
)
_BEHIND_WHO = frozenset().union(
    *map(openings.starts, openings.opened(_ADVERBS_ZH) + openings.opened(_VERB_ZH))
)
"""How an adverb or a verb of saying starts: nowhere else need they be tried."""
_SAID_ZH = regex(
    r"(?:但是?|而|不过|可是?|然而|只是|惟|虽然|尽管)?，?据?"
    rf"(?P<who>[^，。；：！？“”「」 ]{{1,22}}?)(?=[{''.join(sorted({each[0] for each in _BEHIND_WHO}))}])"
    rf"(?:{_ADVERBS_ZH})*(?P<verb>{_VERB_ZH})"
    "(?:的?是|道|称|说|为|有)?[，：]?"
)
_VERB_EN = (
    r"(?:(?:has|have|had|also|still|now|later|always|since|however|[a-z]+ly) )*"
    r"(?:sa(?:id|ys?)|claimed|claims(?= (?:that|to|it|the)\b)|insist(?:s|ed)?|maintain(?:s|ed)?|argue[sd]?"
    r"|contend(?:s|ed)?|alleged?|den(?:y|ies|ied)|disputed"
    r"|disputes(?= (?:that|the|it|this)\b|[,.;]|$)|reject(?:s|ed)"
    r"|contest(?:s|ed)|acknowledge[sd]?|admit(?:s|ted)?|accept(?:s|ed)|show(?:s|ed)?|stated|recorded|reported"
    r"|measured|clocked|timed|logged|calculated"
    r"|estimated|estimates(?= (?:that|the|it)\b)|puts?|counted|found|finds|told|tells|blame[sd]|attributed"
    r"|believe[sd]?|concluded?|reckon(?:s|ed)?|swears?|swore|testif(?:ies|ied)|has"
    r"|(?<='s )(?:own )?(?:answer|figure|estimate|count|number|version|tally|total|explanation|account"
    r"|reply|line) (?:is|was)"
    r"|(?<='s )(?:is|was)(?= (?:about |some |only )?[\d$€£]))"
)
"""No form that is a noun as well (state, report, claims), unless what follows shows the verb."""
_SAID_EN = regex(
    r"(?:^|[,;.:“\"] ?|\b(?:but|while|whereas|and|though|although) )"
    r"(?:but |while |whereas |and |though |yet )?"
    rf"(?P<who>(?:[a-z0-9$€£'’.-]+ ){{0,7}}?[a-z0-9'’.-]+)(?:, (?:an?|the|its|his|her|who) [^,;.]{{3,70}},)?"
    rf" (?P<verb>{_VERB_EN})\b(?: that)?"
)
_SAYING_EN = regex(
    r"\b(?:say|said|claim|insist|den[yi]|disput|told|show|put|report|reject|maintain|contest|has|accord|measur|clock|count|answer|figure"
    r"|estimate|number|version|tally|total|explan|reply|line)|'s (?:is|was)\b"
)
_SAYING_ZH = cue(_VERB_ZH)
_DENIES = regex(
    r"否认|反驳|驳斥|不承认|不认同|不同意|不接受|\b(?:den(?:y|ies|ied)|disput\w+|reject\w+|contest\w+)"
)
_INSISTS = regex(r"坚称|坚持|\b(?:insist\w*|maintain\w*|swears?|swore)\b")
_ON_RECORD = regex(r"显示|记[载录]|[写载注]明|写着|\b(?:show\w*|recorded|logged|puts?|has|found)$")
_PRONOUN = regex(r"^(?:他们?|她们?|它们?|对方|后者|其|he|she|they|it)$")
_NOBODY = regex(
    r"^[就也都还又并所可以如是来再才很且或及]|^[这那](?![一两些个位家名份张本只支项边位])|^.{0,6}(?:的|地|得)$|[不没未]"
    r"|有人说|^我们?$|^[后又]?[因按经据若]"
    r"|换句话|也就是|总之|一般来|老实|按理|听$|据$|要$|可以|\bi\b|\bwe\b|\bwhich\b|\bthat\b|\bwho\b"
)
"""No noun phrase: a conjunction alone, a clause that is negated or gives a reason, the author himself."""
_NO_SUBJECT = regex(
    r"(?:[不想要敢能肯愿]|[不才就将也都]会)$"
    r"|^(?:of|on|in|at|by|for|from|with|to|as|after|before|not|only) "
    r"|(?:be|been|being|was|were|is|are|not|to|will|would|could|can|may|also)$"
    r"|^(?:and|but|while|then|also|though|which|who|that)$|\b(?:would|will|could|can|may|might|should|but|said)\b"
    r"|^(?:有的|有些|多数|不少|[一二两三四五六七八九十百几多]+[个名位人家]人?)$"
    r"|^(?:about|some|most|many|others?|half|nearly|almost"
    r"|(?:a|one|two|three) (?:third|quarter|little|majority|few|fifth)s?"
    r"|\d+|(?:one|two|three|four|five|six|seven|eight|nine) in)\b"
)
"""No speaker: an auxiliary or a preposition before the verb, or a share of those asked."""
_PAPER_HAS = regex(r"\b(?:logs?|records?|diary|minutes|files?|documents?|reports?|accounts?|book)$")


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
    def on_record(self) -> bool:
        """A paper, a log or a count speaks, or who counted."""
        return _ON_RECORD.search(self.verb) is not None

    @property
    def by_pronoun(self) -> bool:
        return _PRONOUN.match(self.who) is not None


@lru_cache(maxsize=16_384)
def attributions(folded: str) -> tuple[Said, ...]:
    """All that a folded sentence says is somebody's word, in order; a content ends where the next begins."""
    chinese = has_han(folded)
    if not (_SAYING_ZH.may(folded) if chinese else _SAYING_EN.search(folded)):
        return ()
    found: list[Said] = []
    for match in _said_zh(folded) if chinese else _SAID_EN.finditer(folded):
        each = _said(folded, match, ";" if match["who"].isascii() else "；")
        if each is None or (found and _is_inside(folded[found[-1].start : match.start()])):
            continue
        if found:
            found[-1] = replace(found[-1], end=min(found[-1].end, match.start()))
        found.append(each)
    if not chinese:
        found += (
            each for match in _SAID_BEHIND.finditer(folded) if (each := _said_behind(folded, match, found))
        )
        found.sort(key=lambda each: (each.start, each.end))
    return tuple(found)


def _said_zh(folded: str) -> Iterator[re.Match[str]]:
    """Where somebody says something: from the start of a clause, which is no place for `re` to look for."""
    end = 0
    for opening in (0, *(mark.end() for mark in _OPENS.finditer(folded))):
        match = _SAID_ZH.match(folded, opening) if opening >= end else None
        if match:
            end = match.end()
            yield match


_OPENS = regex("[而但，。；：！？“”「」 ](?:(?<![而但])|(?<=[，；].))")


def _said(folded: str, match: re.Match[str], parts: str) -> Said | None:
    who, verb = re.split("[对向把将]", match["who"], maxsplit=1)[0].strip(" ，"), match["verb"]
    if _VERSION.match(verb):
        who = who.removesuffix("的")  # 俱乐部的|解释是
    who, denies = _AUXILIARY.sub("", who), _DENIES.search(verb) is not None
    of_that = denies and who.startswith("which ")
    who = who.removeprefix("which ") if of_that else who
    if not who or _is_nobody(who):
        return None
    if verb.endswith("has") and not _PAPER_HAS.search(who):
        return None
    start, end = match.end(), len(folded)
    if _ENDS.match(folded, start):
        if of_that:
            return Said(who, verb, start, end, match.end("who") - len(who))  # .., which the bank disputes
        if not (match.start() and _AFTERWARDS.search(verb)):
            return None
        # X was so, the board says; ..
        start, end = folded.rfind(parts, 0, match.start()) + 1, match.start()
    return Said(who, verb, start, end, match.start("who"))


@lru_cache(maxsize=16_384)
def _is_nobody(who: str) -> bool:
    return bool(_NOBODY.search(who) or _NO_SUBJECT.search(who))


_SAID_BEHIND = regex(
    r"(?:[,”\"] ?(?P<verb>said|says|told) |\b(?P<source>according to) )"
    r"(?P<who>[a-z0-9'’.-]+(?: [a-z0-9'’.-]+){0,6}?)(?=[,;”\"]|\.?$| who\b)"
)
"""Behind what they say: .., said John Doe, an officer; .., according to the firm."""


def _said_behind(folded: str, match: re.Match[str], found: Sequence[Said]) -> Said | None:
    who = match["who"].strip()
    if _FINITE.search(who) or any(each.who_starts <= match.start("who") < each.start for each in found):
        return None
    start, end = folded.rfind(";", 0, match.start()) + 1, match.start()
    if match.start() == start:  # according to the firm, ..
        start, end = match.end(), len(folded)
    return Said(who, match["verb"] or match["source"], start, end, match.start("who"))


_FINITE = regex(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|should|did|does|do|he|she|it|they|there|that"
    r"|this|to|not|if|in a|on)\b"
)
"""No name, but the content: .., said it was over."""
_AUXILIARY = regex(r" (?:did|does|do|has|have|had)$")
_VERSION = regex("说法|口径|版本|解释|答复|回应|回答|结论|立场|.*是$")
_AFTERWARDS = regex(r"[说称]$|表示|认为|指出|透露|回忆|\b(?:say|says|said)$")
_ENDS = regex(r" ?[；;。.”]|$")


def _is_inside(content: str) -> bool:
    """Whether a quotation is open: who is quoted in it speaks within another's word."""
    return (
        content.count("“") > content.count("”")
        or content.count("「") > content.count("」")
        or content.count('"') % 2 == 1
    )


def other_speakers(one: Said, other: Said, *, one_sentence: bool = True) -> bool:
    """Two sides for sure: no word in common, and a pronoun that cannot be the one before.

    Within a sentence nobody is called he first and by name afterwards.
    """
    if other.by_pronoun:
        return one.who[0] != other.who[0] if one.by_pronoun else _is_body(one.who) and _one_person(other.who)
    if one.by_pronoun:
        return one_sentence or (_is_body(other.who) and _one_person(one.who))
    if one.who.isascii():
        mine, theirs = (set(NAMES_EN.findall(each.who)) for each in (one, other))
        return bool(mine and theirs) and mine.isdisjoint(theirs)
    return not any(one.who[at : at + 2] in other.who for at in range(len(one.who) - 1)) or len(other.who) < 2


def _one_person(pronoun: str) -> bool:
    """A company may be they, and is no he."""
    return pronoun in ("他", "她", "he", "she")


NAMES_EN = regex(r"(?!the\b|its\b|his\b|her\b|and\b|of\b|an\b|had\b|has\b)[a-z]{3,}")
_BODY = regex(
    r"(?:方|公司|集团|会|院|局|部|署|厅|处|所|馆|校|厂|队|社|行|署|府|党|庭|机构|单位|工会|志|录|件|书|报|告|案|统|图|单)$"
    r"|\b(?:company|firm|club|group|museum|institute|police|council|board|agency|ministry|union|government|bank|log|report"
    r"|records?|regulator|office|operator|university|hospital|school|party|authority|committee|panel)$"
)

_SEVERAL = regex(r"们$|(?:[两三四五六七八九几多]|\d)[位名个人]|\b[a-z]{3,}(?<![su])s$")


def _is_body(who: str) -> bool:
    """A body, by what its name ends in, or several people: no he or she means it."""
    return _BODY.search(who) is not None or _SEVERAL.search(who) is not None
