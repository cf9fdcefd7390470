"""Whether two voices answer one question differently, or the second only adds something. Pure.

What counts is closed classes of the language: verbs of denial, negation of what
the other asserts, 是..的 on both sides, words for a cause, a but. Likeness of what
is told proves nothing: reporters quote one voice after the other on one matter
all day long, and nearly always they agree.
"""

from __future__ import annotations

import re

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.differences.attributions import Said
from digest.story.statements import lexicon

_MARKS = ' ，；：。、“”「」,;:."'


def opposed(folded: str, one: Said, other: Said) -> bool:
    """Whether two words within a sentence are for sure two answers to one question."""
    mine, theirs = content(folded, one), content(folded, other)
    if not mine:
        return False
    if other.denies:
        return True
    if not theirs or _NO_WORD.fullmatch(theirs):
        return False
    if (other.insists and not _WANTS.match(theirs)) or contradicts(mine, theirs) or contradicts(theirs, mine):
        return True
    if all(each.verb.endswith("是") for each in (one, other)) or _what_it_is(mine, theirs):
        return True
    if _CAUSES.search(mine) and _CAUSES.search(theirs):
        return True
    between = folded[max(one.end - 4, 0) : other.start]
    if _BUT.search(between) and _ACCUSES.search(one.verb):
        return True
    if weighs(other) or weighs(one):
        return False  # what somebody thinks of it is no other account
    spoken_of = _spoken_of(mine, other) or _spoken_of(theirs, one)
    if spoken_of and negated(mine) != negated(theirs):
        return True
    if _opens_with(mine, other) and not _AND.search(between):
        return True
    side_by_side = folded[: other.who_starts].rstrip().endswith(";")
    return side_by_side and one.verb[:3] == other.verb[:3]


def content(folded: str, said: Said) -> str:
    """What somebody says, without the marks round it."""
    return folded[said.start : said.end].strip(_MARKS)


_NO_WORD = regex(r"(?:the |a |an )?[a-z]+")
"""He told | reporters."""
_WANTS = regex(
    r"要(?!求)|会(?!议)|将(?!军)|应[该当]?|继续"
    r"|to |on [a-z]+ing\b|(?:that )?[a-z]+ (?:will|would|should|must)\b"
)
"""坚持要完成: what somebody insists on doing is no account of what was done."""
_IS = regex(
    r"^(?:那|这|此事|事情|原因|责任)?(?:就)?(?:是(?!否|不是)|系)|^[^，。；]{0,12}是[^，。；]{1,16}的$"
)
_IS_SAID = regex("^[^，。；]{1,8}是(?!否|不是)")


def _what_it_is(mine: str, theirs: str) -> bool:
    """Both say what it is, the one who speaks later perhaps without it: 离开是自己的决定, 是他请她走的."""
    return bool(_IS.search(theirs) and (_IS.search(mine) or _IS_SAID.search(mine)))


_BUT = regex(r"却|则|但|而|不过|惟|\b(?:but|while|whereas|though|although)\b")
_AND = regex(r"\band\b|并|及|也|还")
_ACCUSES = regex(r"报道|报导|爆料|指控|指责|传|质疑|\b(?:alleg\w+|report\w*)$")
"""What is reported of somebody asks for his own word."""
_CAUSES = regex(
    r"归咎|归因|归罪|起因|原因|缘于|源于|因为|由于|所致|有关|害在|(?<![成为])因(?![此而素])"
    r"|\b(?:because|due to|blam(?:e|es|ed)|caused?|down to)\b"
)
_WEIGHS = regex(
    r"认为|相信|预计|担心|希望|呼吁|建议|判断|质疑|\b(?:believe|expect|hope|fear|urge|think|reckon|argue)\w*$"
)


def weighs(said: Said) -> bool:
    """Whether it is what somebody thinks, which is no account of what was."""
    return _WEIGHS.search(said.verb) is not None


def negated(text: str) -> bool:
    """It says of something that it is not so."""
    return lexicon.NOT_SO.search(text) is not None


def _spoken_of(content: str, speaker: Said) -> bool:
    """Whether the one who answers is whom the other speaks of: 馆方说他睡着了，他说.."""
    if speaker.who.isascii():
        return re.search(rf"\b{re.escape(speaker.who)}\b", content) is not None
    return speaker.who in content


def _opens_with(content: str, speaker: Said) -> bool:
    """Whom the other speaks of is what his sentence is about, not somebody in it."""
    return re.match(rf"(?:that )?{re.escape(speaker.who)}(?![a-z])", content) is not None


# --- so, and not so ---------------------------------------------------------------------

_NOT_ZH = regex(
    "(?<!还)(?:从来没有?|从没有?|从未|并没有?|并未|并非|未曾|没有|没|未|不是|不曾|毫无|毫不|绝无|一[个句分字秒]?[^，。；]{0,4}?[都也][没不]有?|不(?![仅过少同断久管但论如满足例得安幸利可必]))"
    "(?:曾|再|有|被|把|给|到|过|是|在|出现|发生|存在|任何|什么|人)*(?P<what>[\u4e00-\u9fff]{1,2})"
)
_WILL_ZH = "会能愿肯想要必可该"
"""Behind 不: it is of what is to come, or may be."""
EMPTY = frozenset(
    "是有在说到要会能得做用上下过了人这那我它自一个的不没着来去就都也还很把被给出对和与及中里称方们两"
    "向从由以因为于按据跟同比将让使"
)
"""Characters that say too little to be what two sentences have in common."""
_NOT_EN = regex(
    r"(?:\b(?:not|never|no|nothing|none|neither|nor|nobody|without)|n't)\b(?P<what>(?: [a-z.'’-]+){0,5})"
)
_ELLIPSIS = regex(
    r"(?:没有|不是)(?:的|过)?$|(?:事实|情况)?(?:并非如此|不是这样|不是这么回事|没有?这回事|并不属实)"
    r"|[^.;]*(?:\b(?:did|does|do|was|were|had|has|have|is|are) not|n't)$"
    r"|(?:that |it |this )?(?:is|was)(?: not|n't) (?:so|true|the case)\b"
    r"|(?:that |it |this )?(?:is|was) (?:untrue|false)\b"
)
"""He says that he did not; 事实并非如此: an answer that leaves out what it is about."""
_IF = regex(r"如果|假如|要是|除非|是否|\b(?:if|unless|whether)\b")
_LEAST = 4
"""Letters of an English word that has a meaning of its own."""
_STEM = 5


def contradicts(claim: str, denial: str) -> bool:
    """Whether *denial* negates a predicate that *claim* asserts: 越过了线, 没有越线."""
    if _ELLIPSIS.match(denial):
        return True
    if denial.isascii() and claim.isascii():
        return _negates_en(claim, denial)
    for match in _NOT_ZH.finditer(denial):
        what = match["what"]
        if what[0] in _WILL_ZH or what[0] in EMPTY or _IF.search(denial, 0, match.start()):
            continue
        place = claim.find(what) if len(what) > 1 else -1
        place = claim.find(what[0]) if place < 0 else place
        if place >= 0 and not _NOT_ZH.search(claim, max(0, place - 6), place + 1):
            return True
    return False


def _negates_en(claim: str, denial: str) -> bool:
    asserted = {word[:_STEM] for word in re.findall(r"[a-z]+", claim) if len(word) >= _LEAST}
    if _NOT_EN.search(claim):
        return False
    for match in _NOT_EN.finditer(denial):
        words = [word for word in match["what"].split() if word.isalpha() and word not in _AUXILIARIES]
        if _IF.search(denial, 0, match.start()):
            continue
        if words and len(words[0]) >= _LEAST and words[0][:_STEM] in asserted:
            return True
    return False


_AUXILIARIES = frozenset(
    "a an the any been being be have had has having to of in on at by for it that this his her their its only"
    " even".split()
)


# --- who says of himself that he did not -----------------------------------------------

_SELF_ZH = regex(
    "^(?:自己|本人|他|她|它|对此)?[^，。；]{0,6}?(?<!还)(?:从来没有?|从没有?|从未|并没有?|并未|未曾|没有|没|毫不|一无所)"
    "(?![想料能法]|有?必要|有?意见|有?关系)"
)
_SELF_EN = regex(
    r"^(?:that )?(?:(?:he|she|it|they) (?:did not|didn't|had not|hadn't|never|knew nothing|had nothing"
    r"|had no(?! (?:doubt|comment|plan|idea|choice|intention))|was not|were not)"
    r"|(?:nothing|nobody|no one) [a-z]+ (?:him|her|it|them))\b"
)


_NOT_EVEN = regex(
    "一(?:分钱?|[个句次天秒毛滴丝点份封张块颗粒人][\u4e00-\u9fff]{0,4}?)[都也](?:还|从来|根本)?[没不]"
    r"|\bnot (?:a single|even (?:a|one))\b|\bnever once\b"
)


def insists_on_none(said_content: str) -> bool:
    """一分钱也没有拿到: so nobody speaks who does not contradict."""
    return _NOT_EVEN.search(said_content) is not None


ACCOUNTS_DIFFER = cue(
    "各执一词|说法不一|各说各话|莫衷一是|众说纷纭|口径不一",
    "accounts differ | differ on | differ over | conflicting accounts | conflicting reports | disputed is",
    end=r"\b",
)
"""So many words for a difference."""


def denies_himself(said_content: str) -> bool:
    """He, she or it never did, had or knew: the answer of whoever is told of."""
    pattern = _SELF_EN if said_content.isascii() else _SELF_ZH
    return pattern.search(said_content) is not None
