"""Sentences that lost words, or were never language: marked, so that none is printed. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from digest.cleaning.edits import borders, garble
from digest.cleaning.edits.seams import resumed, with_code
from digest.cleaning.edits.trail import BROKEN_GLOSS
from digest.language.lazy import regex
from digest.language.script import HAN, has_han, simplify_all
from digest.model import Sentence

# A pattern that begins with a class of rare signs skips all other text at once; what
# must stand before the sign is looked at only then.
_GAP = regex(rf"[ \u3000](?<=[{HAN}][ \u3000])(?<!\d [{HAN}] )[ \u3000]*(?=[{HAN}])")
"""Not 9 月 和: who sets a blank behind a figure sets one behind its unit."""
_HOLES = regex(
    r"[ \u3000*（(“《□■●×xX](?:"
    rf"(?<=[{HAN}][ \u3000])[ \u3000]*(?=[。，；、：](?!\S{{0,80}}[A-Za-z]))"  # 更加 。
    rf"|(?<=[{HAN}]\*)\*{{0,3}}(?=[{HAN}])|(?<=[{HAN}]\s\*)\*{{0,3}}(?=[{HAN}])"  # *员会, 门*店
    r"|(?<=[A-Z] )(?<![A-Za-z][A-Z] )(?=[a-z]{1,2}(?![A-Za-z]| [A-Za-z]))"  # M i
    rf"|(?:(?<=（)\s*）|(?<=\()(?<![A-Za-z_]\()\s*\)|(?<=“)\s*”|(?<=《)\s*》)(?=.{{0,80}}[{HAN}])"
    rf"|(?<=[{HAN}][□■●])"
    r"|(?<=[×xX])[×xX]{2,})"
)
_MAY_BE_GAPPED = regex(r" (?<=[^\x00-\x7f] ) *(?=[^\x00-\x7f])")
_MAY_BE_HOLED = regex(
    r"[ \u3000*□■●（(“《×xX](?:(?<=[ \u3000])[ \u3000]*[。，；、：]|(?<=[*□■●])"
    r"|(?<=[A-Z] )[a-z]{1,2}(?![A-Za-z])"
    r"|(?<=（)\s*）|(?<=\()\s*\)|(?<=“)\s*”|(?<=《)\s*》|(?<=[×xX])[×xX]{2})"
)
"""Cheap looks ahead, without the large class of Chinese characters: no gap and no hole is without these. The
first is of text with one kind of blank: what begins with a sign and no class is ten times as fast."""
_QUOTED = regex(
    r"^(?:本报讯|.{0,12}讯)?[ （(]*(?:(?:本报|见习|实习)?记者|通讯员|全媒体记者).{2,40}?[ ）)](?=[^ ]{6})"
    r"|^[^，。；]{0,24}?(?:(?<![通短资])[讯訊]|消息|[日号社](?:综合|专|独家)?[电電])[）)】]?(?=[ \u3000])"
    r"|^据[^，。；]{2,16}[报報][道导導](?=[ \u3000])|^【[^】]{2,24}】"
    r"|“[^”]*”|《[^》]*》|「[^」]*」|‘[^’]*’|（[^）]*）|\([^()]*\)"
    # An article of a statute from what it says, a mention from the sentence, the halves of a label.
    r"|第[\d一二三四五六七八九十百千零〇]{1,7}[条條款章节節编編项項][ \u3000]|@[^\s@，。：、]{1,24}[ \u3000]"
    rf"|(?<![{HAN}])[{HAN}][ \u3000]+[{HAN}](?=[：:])|[ \u3000](?=[一二三四五六七八九十]{{1,3}}、)"
)
"""Slogans and titles in two halves have a blank of their own; one parts an agency's head from the news."""
_EN_HOLES = regex(
    r"\b(?:the|a|an|of|to|with|by) [.,;](?![.\d])|\(\s*\)|“\s*”|\[(?:redacted|removed|censored)\]", re.I
)

_UNFIGURED = regex(
    r"[年%％](?:(?:(?<=^年)|(?<=[，。；、（(：:于在至到自从间]年))\d{1,2}月"
    r"|(?<=\d[%％])\d(?!.{0,6}[%％][A-F\d]))",
    re.M,
)
"""A page lost the figure, or the word between two: 当地时间年3月, 分别减少67%75%."""

_CUT_OFF = regex(r"\[(?:…+|\.{3})\]$")
"""A feed left the rest of the sentence out."""

_EN_HINTS = (" .", " ,", " ;", "()", "( )", "[")

_SPAM_WORD = r"\b(?:viagra|cialis|xxx|porn|sex|casino|free spins|no deposit|payday|replica|slots?)\b"
_SMUGGLED = regex(
    rf"\[/?url\b|<a\s+href|{_SPAM_WORD}[ a-z-]{{0,30}}{_SPAM_WORD}(?=[ a-z-]{{0,40}}[{HAN}])"
    rf"|(?<=[{HAN}])[ a-z-]{{0,40}}{_SPAM_WORD}[ a-z-]{{0,30}}{_SPAM_WORD}",
    re.IGNORECASE,
)
"""A link of a board, or Latin spam glued to Chinese: somebody put it into the sentence."""
_SPONSORED = regex(
    r"[《【][^《》【】]{0,16}(?:外[围圍]|博彩|棋牌|投注|[买買]球|[赌賭]球|[娱娛][乐樂]城|[体體]育|[电電][竞競]|彩票)[^《》【】]{0,8}"
    r"(?:app|官[网網]|入口|下[载載]|注[册冊]|平[台臺]|[网網](?:址|[页頁]版|站)|手[机機]版)[^《》【】]{0,8}[》】]",
    re.IGNORECASE,
)
"""What a page that was broken into sets amid a word, in the brackets of a title."""
_MAY_SMUGGLE = (
    "[url", "[/url", "<a", "viagra", "cialis", "xxx", "porn", "sex", "casino", "free spins", "no deposit",
    "payday", "replica", "slot",
)  # fmt: skip
"""What it begins with, in lower case."""

_RUN_OF_CAPITALS = regex(r" [A-Z&#][^\s,.;:!?“”\"]*(?: [A-Z&#\d][^\s,.;:!?“”\"]*){7} ")
"""A menu or headlines glued to a sentence: nobody writes nine words so, not even of a name and its titles."""
_BLANKS_OF_RUN = 9
_CARD = regex(r"\b[A-Z]\w+(?: [A-Z]\w+)?: \S.{0,80}?(?:https?://|www\.)\S+ [A-Z]\w+(?: [A-Z]\w+){0,2}: \S")
"""A card about a company glued to a sentence: Company: X Website: http://x.example Founded: 2004 X makes."""
_LONG_ENOUGH_TO_BE_GLUED = 90

SHARE_OF_GAPS = 0.25
"""Where more sentences than this have blanks between Chinese characters, blanks are the author's habit."""


_FEWEST_OF_A_PAGE = 8
"""Sentences of a text in which a word taken out would have others beside it."""


def marked(sentences: Sequence[Sentence], text: str, spoken: bool, sound: bool) -> list[Sentence]:
    """*sentences* of an article's *text* with ``deleted-words`` and ``garble`` where they are.

    What was smuggled into a sentence makes it garble: it is no longer the author's.
    """
    if not spoken:
        sentences = _doubted(_cut_at_end(_broken_off(sentences)))
    texts = [sentence.text for sentence in sentences]
    edited = (text[sentence.start : sentence.end] for sentence in sentences if sentence.edits)
    wide = "\n".join([each for each in (*texts, *edited) if not each.isascii()])
    narrow = "\n".join(filter(str.isascii, texts))
    blank = " " in wide or "\u3000" in wide
    gapped = blank and _MAY_BE_GAPPED.search(wide.replace("\u3000", " ")) is not None
    gapped = gapped and _GAP.search(wide) is not None
    holed = _MAY_BE_HOLED.search(wide) is not None and _HOLES.search(wide) is not None
    holed = holed or (narrow != "" and any(map(narrow.__contains__, _EN_HINTS)))
    latin = wide.encode("ascii", "ignore").decode().lower()
    smuggled = any(map(latin.__contains__, _MAY_SMUGGLE)) and _SMUGGLED.search(wide) is not None
    smuggled = smuggled or "[url" in narrow or "<a " in narrow
    sponsored = ("《" in wide or "【" in wide) and _SPONSORED.search(wide) is not None
    unfigured = _UNFIGURED.search(wide) is not None
    glued = any(
        each.count(" ") >= _BLANKS_OF_RUN and _RUN_OF_CAPITALS.search(each) for each in (narrow, wide)
    )
    carded = "://" in narrow or "://" in wide or "www." in narrow or "www." in wide
    carded = carded and any(map(_CARD.search, texts))
    shouted = _shouted(texts)
    begun = frozenset() if spoken else _halves(texts) | resumed(texts) | with_code(texts)
    cut_off = "[…" in wide or "[..." in wide or "[..." in narrow
    if sound and not (
        gapped or holed or smuggled or sponsored or cut_off or unfigured
        or glued or carded or shouted or begun
    ):  # fmt: skip
        return list(sentences)
    gaps = [gapped and _has_gap(each) for each in texts]
    habit = spoken or sum(gaps) > max(2, SHARE_OF_GAPS * len(sentences))
    sources = [_unmarked(sentence, text[sentence.start : sentence.end]) for sentence in sentences]
    aired = holed and sum(map(_has_air, sources)) > max(2, SHARE_OF_GAPS * len(sentences))
    holes = [
        holed and _may_have_hole(each, source) and _has_hole(each, source, aired)
        for each, source in zip(texts, sources, strict=True)
    ]
    lost = [hole or (gap and not habit) for hole, gap in zip(holes, gaps, strict=True)]
    paired = _between_borders(sources, lost)
    found = [at for at, each in enumerate(sentences) if lost[at] and "heading" not in each.traits]
    if len(found) == 1 and not holes[found[0]] and len(sentences) >= _FEWEST_OF_A_PAGE:
        # Who takes words out does so more than once: one blank is a line end or an element that a page lost.
        lost[found[0]] = len(_GAP.findall(texts[found[0]])) > 1
    garbled = [False] * len(texts) if sound else garble.garbled(texts, simplify_all(texts))
    result = []
    for at, sentence in enumerate(sentences):
        traits = sentence.traits
        if (lost[at] and at not in paired) or (cut_off and _CUT_OFF.search(sentence.text)):
            traits |= {"deleted-words"}
        if unfigured and _UNFIGURED.search(sentence.text):
            traits |= {"deleted-words"}
        if garbled[at] or (smuggled and _SMUGGLED.search(sentence.text)):
            traits |= {"garble"}
        if sponsored and _SPONSORED.search(sentence.text):
            traits |= {"garble"}
        if glued and len(sentence.text) >= _LONG_ENOUGH_TO_BE_GLUED and _is_glued(sentence.text):
            traits |= {"fragment"}
        if carded and _CARD.search(sentence.text):
            traits |= {"fragment"}
        if sentence.text in shouted or sentence.text in begun:
            traits |= {"fragment"}
        if at in paired:
            sentence = _closed(sentence)  # noqa: PLW2901 - the same sentence
        result.append(replace(sentence, traits=traits) if traits != sentence.traits else sentence)
    return result


_LONGEST_SHOUT_ALONE = 20
"""Characters in capitals that are a name: NASA, USS ENTERPRISE."""


def _shouted(texts: Sequence[str]) -> AbstractSet[str]:
    """Sentences in capitals alone among others that are not: a headline or an advertisement."""
    found = {text for text in texts if text.isascii() and len(text) > _LONGEST_SHOUT_ALONE and text.isupper()}
    return found if 2 * sum(map(len, found)) < sum(map(len, texts)) else frozenset()


_SMALL = regex(r"[a-z](?!\w?[A-Z]|\.[A-Za-z])")
"""How a sentence begins that has lost its beginning; iPhone, eBay and i.e. do not."""


def _begun_inside(texts: Sequence[str]) -> AbstractSet[str]:
    """Sentences that begin with a small letter, where few do: a page lost the words in front.

    An author who writes all of them so has lost none.
    """
    found = {text for text in texts if text[:1].islower() and _SMALL.match(text) and not has_han(text)}
    if not found:
        return found
    latin = sum(not has_han(text) for text in texts)
    return found if len(found) <= max(2, SHARE_OF_GAPS * latin) else frozenset()


def _halves(texts: Sequence[str]) -> AbstractSet[str]:
    """Those and what stands in front of each without a mark of its own: a page parted the two."""
    found = _begun_inside(texts)
    if not found:
        return found
    return found | {one for one, other in pairwise(texts) if other in found and one[-1].isalnum()}


def _is_glued(text: str) -> bool:
    return not text.isupper() and _RUN_OF_CAPITALS.search(text) is not None


def _between_borders(sources: Sequence[str], lost: Sequence[bool]) -> set[int]:
    """The sentences whose blanks stand round words, where they are half of those with such blanks."""
    found = [at for at, is_lost in enumerate(lost) if is_lost]
    paired = {at for at in found if borders.are_pairs(sources[at])}
    return paired if 2 * len(paired) >= len(found) else set()


def _closed(sentence: Sentence) -> Sentence:
    part = borders.closed(sentence)
    return replace(sentence, text=part.text, edits=part.edits)


def _may_have_hole(text: str, source: str) -> bool:
    return text.isascii() or any(map(_MAY_BE_HOLED.search, (text, source)))


def _unmarked(sentence: Sentence, source: str) -> str:
    """Without the stars that stood around bold words: they are no hole."""
    starred = "**" in source and any(edit.kind == "markup" for edit in sentence.edits)
    return source.replace("**", "") if starred else source


_AIR = regex(rf"(?<=[{HAN}]) +(?=[。，；、：])|(?<=[。，；、：]) +(?=[{HAN}])")
"""A scanner parts the marks from the words; where it does so throughout, no word is missing."""
_MUCH_AIR = 3
"""In one sentence."""


def _has_air(source: str) -> bool:
    return " " in source and _AIR.search(source) is not None


_ENDS_OPEN = regex(
    r"\b(?:the|a|an|of|to|in|and|or|but|that|is|are|was|were|with|for|on|at|by|as|from|into|than|which|who|its|their|his|her)$"
)


_COMMAS = frozenset(",，、")


def _broken_off(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Where a page ends inside an English sentence, neither half is one; nor is what ends with a comma."""
    ends = "".join([sentence.text[-1:] for sentence in sentences])
    if not any(map(str.islower, ends)) and _COMMAS.isdisjoint(ends):
        return list(sentences)
    result, broken = list(sentences), False
    for at, sentence in enumerate(sentences):
        rest = broken and not sentence.text[:1].isupper()
        last = sentence.text[-1:]
        broken = last in _COMMAS or (last.islower() and _ENDS_OPEN.search(sentence.text) is not None)
        if broken or rest:
            result[at] = replace(sentence, traits=sentence.traits | {"deleted-words"})
    return result


def _cut_at_end(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Where nearly all sentences end with a stop and the last does not, a copy was cut off inside it."""
    last = sentences[-1] if len(sentences) >= _FEWEST_OF_A_PAGE else None
    if last is None or not last.text[-1].isalnum() or last.traits:
        return list(sentences)
    others = [sentence for sentence in sentences[:-1] if not sentence.traits]
    if sum(each.text[-1].isalnum() for each in others) * _FEWEST_TO_ONE > len(others) or not others:
        return list(sentences)
    return [*sentences[:-1], replace(last, traits=last.traits | {"deleted-words"})]


_ENDED = frozenset("。！？!?.…;；:：～~")
_BEHIND_END = "”’」』）)]】》\"' "
_SHARE_OF_ENDED, _UNENDED = 0.8, 0.4
"""Sentences that end with a mark where it is the author's habit, and the doubt of one that does not: of 55
such in texts gathered for it 16 were a heading, a caption or a line of the site's, and as many cut off."""


def _doubted(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Where sentences end with a mark, one that does not is a label, a caption or the rest of something."""
    unended = {
        at
        for at, sentence in enumerate(sentences)
        if sentence.text[-1] not in _ENDED
        and sentence.text.rstrip(_BEHIND_END)[-1:] not in _ENDED
        and sentence.quotable
    }
    if not unended or len(unended) > (1 - _SHARE_OF_ENDED) * sum(each.quotable for each in sentences):
        return list(sentences)
    return [
        replace(sentence, doubt=_UNENDED) if at in unended else sentence
        for at, sentence in enumerate(sentences)
    ]


_FEWEST_TO_ONE = 12
"""Sentences with a stop to one without, which a heading may be, where stops are the habit."""


def _has_gap(text: str) -> bool:
    return (
        not text.isascii()
        and _GAP.search(text) is not None
        and _GAP.search(_QUOTED.sub("“”", _FILED.sub("", text))) is not None
    )


_FILED = regex(rf"^[{HAN}]{{2,12}}(?:报道|报导|报讯|专电|消息)[ \u3000]+(?=[{HAN}])")
"""本报综合报道 在..: a blank parts who reports it from what is told."""


def _has_hole(text: str, source: str, aired: bool) -> bool:
    """*aired*: the article is printed so that marks stand apart from the words."""
    if text.isascii():
        return _EN_HOLES.search(text) is not None
    if aired or len(_AIR.findall(source)) >= _MUCH_AIR:
        source = _AIR.sub("", source)
    # What lost letters and is left out for that reason leaves no hole.
    return _HOLES.search(BROKEN_GLOSS.sub("", source)) is not None or _HOLES.search(text) is not None
