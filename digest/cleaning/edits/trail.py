"""The clean-ups that may stand between a source and what is printed, each with the rule that allows it.

A kind is a name, a sentence for a reader, and a predicate over what was
replaced, by what, and where. `trace` replays the edits of a printed sentence
and checks each: that is what "verbatim" means here. A kind such as
``markup+t2s`` is allowed when ``markup`` turns the old text into something that
``t2s`` may turn into the new one.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from digest.cleaning.text.letters import BLANKS
from digest.errors import VerificationError
from digest.language import mojibake
from digest.language.lazy import regex
from digest.language.script import HAN, simplify
from digest.model import Edit, Span

MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
"""ASCII marks and the full-width ones that Chinese text wants in their place."""


class Printed(Protocol):
    """A sentence with the way back to its source, such as `digest.model.Excerpt`."""

    @property
    def text(self) -> str: ...
    @property
    def source(self) -> Span: ...
    @property
    def edits(self) -> tuple[Edit, ...]: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit stands: the texts around it, without tags, and the ends of the sentence it is in."""

    before: str
    after: str
    first: bool
    """Nothing but other edits stands between the sentence's start and this edit."""
    last: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """``allows(old, new, place)``; ``redo(old)`` are the texts that a composed kind may go on from."""

    name: str
    about: str
    allows: Callable[[str, str, Place], bool]
    redo: Callable[[str], tuple[str, ...]] | None = None


def replay(source: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """``source[start:end]`` with *edits* made."""
    out: list[str] = []
    at = start
    for edit in edits:
        out += (source[at : edit.start], edit.text)
        at = edit.end
    out.append(source[at:end])
    return "".join(out)


def trace(excerpt: Printed, source_text: str) -> None:
    """Find *excerpt* in its source again. Raises `VerificationError` naming the first thing that fails."""
    start, end = excerpt.source.start, excerpt.source.end
    place = f"“{excerpt.text[:24]}…” at {start}-{end}"
    if not 0 <= start < end <= len(source_text):
        raise VerificationError(place, f"its source has {len(source_text)} characters", _REBUILD)
    at = start
    for edit in excerpt.edits:
        if not at <= edit.start <= edit.end <= end:
            raise VerificationError(place, f"edits overlap or leave the sentence at {edit.start}", _REBUILD)
        at = edit.end
    for edit in excerpt.edits:
        _check(edit, source_text, start, end, place)
    if replay(source_text, start, end, excerpt.edits) != excerpt.text:
        raise VerificationError(place, "its edits replayed on the source give another text", _REBUILD)


_REBUILD = "build the issue again from the same seeds"


_AROUND = 400  # characters; what stands beside an edit may be a long tag, and the text behind that


def _check(edit: Edit, source: str, start: int, end: int, place: str) -> None:
    old = source[edit.start : edit.end]
    around = Place(
        _read(source[max(0, edit.start - _AROUND) : edit.start]),
        _read(source[edit.end : edit.end + _AROUND]),
        edit.start == start,
        edit.end == end,
    )
    texts: tuple[str, ...] = (old,)
    *earlier, last = edit.kind.split("+")
    for name in earlier:
        if name not in KINDS or (redo := KINDS[name].redo) is None:
            raise VerificationError(place, f"an edit of unknown kind {edit.kind!r}", _REBUILD)
        texts = tuple(after for text in texts for after in redo(text))
    if last not in KINDS:
        raise VerificationError(place, f"an edit of unknown kind {edit.kind!r}", _REBUILD)
    if not any(KINDS[last].allows(text, edit.text, around) for text in texts):
        fact = f"{edit.kind} does not allow {old[:40]!r} to become {edit.text[:40]!r}"
        raise VerificationError(place, fact, _REBUILD)


# --- the rules ---------------------------------------------------------------

_TAG = regex(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>"
    r"|</?[a-zA-Z!?/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|</?[a-zA-Z!?/][^<>]*>",
    re.S | re.I,
)
_MARKDOWN = regex(
    r"!?\[(?P<label>[^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|^[ \t]*(?:#{1,6}|[-*+]|>+|\d+[.)])[ \t]+"
    r"|\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\[\]\n]{0,80}\]|!?\[|\]|[*_`~#>|\\]+|^[ \t]*[-=]{3,}[ \t]*$",
    re.M,
)
_CUE = regex(
    r"(?:^|\n)\s*(?:\d+\s+)?(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
    r"(?:\s*-->\s*[^\n]*|,(?:\d+:)?\d{1,2}:\d{2}\.\d{1,3})?[ \t]*(?:\n|$)"
    r"|^WEBVTT[^\n]*|\{\\[^{}]*\}|\[br\]|(?:^|\n)\s*\d+[ \t]*(?=\n|$)"
)
CLOCK = regex(r"[\[(（]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])）]?")
"""A time of a recording: 0:05, 00:01:12, [12:30], 00:00:05,120."""
CLOCKED = regex(
    rf"(?>{CLOCK.pattern}(?:\s*(?:-->|[-–—])\s*{CLOCK.pattern})?)"
    r"(?:\s*[-–—:：>|·•]\s*|[ \t\u3000]+|(?=[^\s\d:：.,，。]))(?=\S|$)"
)
"""One in front of what was said then, or one and the time of its end."""
_BLANKS = regex(f"[{BLANKS}]+")


def visible(source: str) -> str:
    """What a reader sees of a stretch of markup: no tags, cue times or Markdown marks, entities read."""
    text = html.unescape(_TAG.sub(" ", source))
    text = _CUE.sub("\n", text)
    return _MARKDOWN.sub(lambda found: found["label"] or "", text)


def _without_markup(source: str) -> tuple[str, ...]:
    """As Markdown reads it and as HTML does, where the brackets of ``[12]`` are text, escaped or not."""
    read = _read(source)
    return visible(source), read, _ESCAPED.sub(r"\1", read)


_ESCAPED = regex(r"\\([\[\]])")


def _read(source: str) -> str:
    return html.unescape(_TAG.sub("", source))


def _tight(text: str) -> str:
    return _BLANKS.sub("", text)


def _markup(old: str, new: str, place: Place) -> bool:
    unescaped = html.unescape(_TAG.sub(" ", old))
    # Entities escaped again with each copy: &amp;nbsp;
    plain = html.unescape(html.unescape(html.unescape(old)))
    return _tight(new) in (_tight(visible(old)), _tight(unescaped), _tight(html.unescape(old)), _tight(plain))


def _same_characters(old: str, new: str, place: Place) -> bool:
    """Character by character the same sign, in one script or the other."""
    return len(old) == len(new) and all(map(same_sign, old, new))


# Pairs that are one sign only in certain words (想像 and 想象, 憑藉 and 凭借), which
# OpenCC knows as phrases and not as characters.
_IN_SOME_WORDS = frozenset(
    map(
        frozenset,
        "著着 乾干 瞭了 彷仿 覆复 甦苏 藉借 俱具 揹背 鍊链 象像 甚什 麽么 餘余 祇只 徵征 夥伙".split(),
    )
)


@cache
def same_sign(one: str, other: str) -> bool:
    """Whether two characters are one sign, in one script and in the other."""
    return one == other or simplify(one) == simplify(other) or frozenset((one, other)) in _IN_SOME_WORDS


def _ghost(old: str, new: str, place: Place) -> bool:
    from digest.cleaning.edits.ghosts import is_reading, reads

    if old[:1].isspace():
        return new == "" and reads(old, place.before)
    found = re.fullmatch(r"[(（]\s*([^()（）]*)\s*[)）]", old)
    before = re.sub(r"(?:\s*[(（][^()（）]*[)）])+$", "", place.before)
    return new == "" and found is not None and bool(before) and is_reading(found[1], before[-1])


def _join(old: str, new: str, place: Place) -> bool:
    if old[:1] == "-" and new == "" and "\n" in old:
        # A word that a typesetter broke at the end of a line.
        return not _tight(old[1:]) and place.before[-1:].isalpha() and place.after[:1].islower()
    return new in ("", " ", "，") and not _tight(CLOCKED.sub("", _CUE.sub("", _TAG.sub("", old))))


def _spacing(old: str, new: str, place: Place) -> bool:
    return not _tight(old) and new in ("", " ")


def _punctuation(old: str, new: str, place: Place) -> bool:
    return old in MARKS and MARKS[old] == new


def _doubled(old: str, new: str, place: Place) -> bool:
    """A comma in front of another mark, with at most a blank between."""
    return new == "" and old in DOUBLED and place.after.lstrip()[:1] in DOUBLES


DOUBLED, DOUBLES = frozenset("，,、"), frozenset("，,、。；;：:！？")
"""A comma that a mark follows which does its work, and the marks."""


def _citation(old: str, new: str, place: Place) -> bool:
    """The marks are gone and nothing else is: a repair that meets a tag takes what stands beside it along."""
    return new != old and CITATION.sub("", old) == new


CITATION = regex(
    r"\s?[\[［【]\s*(?:注|note )?\s*[0-9０-９]{1,3}(?:\s*[-–—,，、]\s*[0-9０-９]{1,3})*\s*[\]］】]"
    r"|[⁰¹²³⁴-⁹]+|[①-⑳](?=$)"
    r"|\s?\[(?:citation needed|来源请求|來源請求)\]"
)


def _inserted(old: str, new: str, place: Place) -> bool:
    """A bracket may be an insertion by the character before it, which is no part of the edit."""
    before = place.before[-1:]
    return new != old and (INSERTED.sub("", old) == new or INSERTED.sub("", before + old) == before + new)


INSERTED = regex(
    r"\s?[（(]\s*(?:\d{6}\s*[,，]\s*)?(?:(?:行情|股吧|诊股|研报|资金|买入|点评|基金吧)[,，、\s]*){1,4}[）)]"
    r"|[（(]-?\d+(?:\.\d+)?, ?[+-]?\d+(?:\.\d+)?, ?[+-]?\d+(?:\.\d+)?%[）)]"
    r"|[\[【](?:图|图片|视频|表|动图|gif)\s?\d{0,2}[\]】]"
    # A link to all that a site has of a place or a person.
    rf"|[（(](?<=[{HAN}][（(])(?:专题|專題|新闻专题|组图|圖集|图集|视频)[）)]"
    # What a typist heard beside the words, and when.
    r"|\s?[\[(](?:(?:both |all |group )?(?:laugh(?:s|ter|ing)?|chuckl(?:es|ing)|giggl(?:es|ing))"
    r"|applause|cheer(?:s|ing)"
    r"|sigh(?:s|ing)|snorts?|cough(?:s|ing)|sniff(?:s|les)|crosstalk|inaudible|unintelligible"
    r"|(?:upbeat |soft |theme )?music(?: playing)?)[\])]"
    r"|\s?\[(?:\d{1,2}:)?\d{1,2}:\d\d\]"
    r"|, opens new tab\b|\s?\((?:link )?(?:takes you to an external page|is external"
    r"|opens (?:in )?(?:a )?new (?:tab|window))\)"
    r"|\s?\[email\s?protected\]|\s?pic\.(?:twitter|x)\.com/\w+|\s?https://t\.co/\w+"
    r"|[\[【（(](?:本文|内容|文章|转载)?(?:来自|来源|转自|摘自|首发|出处)\s*[:：]?\s*(?:[\u4e00-\u9fff]{0,10}\s*)(?:https?://|www\.)[\w./-]+[\]】）)]",
    re.I,
)


def _broken_gloss(old: str, new: str, place: Place) -> bool:
    return new == "" and BROKEN_GLOSS.fullmatch(place.before[-1:] + old, 1) is not None


BROKEN_GLOSS = regex(rf"[(（](?<=[{HAN}].)[A-Z][a-z]+ [A-Z] [a-z]{{1,2}}[)）]")
"""A foreign name that lost letters: (Mira M i)."""


def _width(old: str, new: str, place: Place) -> bool:
    return unicodedata.normalize("NFKC", old) == new


def _mojibake(old: str, new: str, place: Place) -> bool:
    return mojibake.repair(old) == new


def _clause(old: str, new: str, place: Place) -> bool:
    """The head or the tail of a sentence left out at one of its marks; the cut may be closed by a stop.

    Of what was said a connective may go that has a line to itself.
    """
    if place.last:
        marked = old.lstrip()[:1] in _CLAUSE_MARKS or place.before[-1:] in _CLAUSE_MARKS
        return new in ("", "。", ".") and marked
    if not place.first or new:
        return False
    if old.rstrip()[-1:] in _CLAUSE_MARKS:
        return True
    from digest.language.severing import is_severable

    return place.after[:1] == "\n" and is_severable(old)


_CLAUSE_MARKS = set('，,；;：:、—–-。.！!？?…）)”"’」』')

KINDS = {
    kind.name: kind
    for kind in (
        Kind("markup", "tags, entities, Markdown marks and subtitle times are not text", _markup,
             _without_markup),
        Kind("mojibake", "bytes read in the wrong encoding are read in the right one", _mojibake,
             lambda old: (mojibake.repair(old),)),
        Kind("t2s", "Traditional characters are printed in their Simplified form", _same_characters),
        Kind("s2t", "Simplified characters are printed in their Traditional form", _same_characters),
        Kind("ghost-pinyin", "a reading that a mirror site put behind a word is taken out", _ghost,
             lambda old: ("" if old[:1].isspace() else re.sub(r"[(（][^()（）]*[)）]", "", old),)),
        Kind("join-lines", "lines that belong to one sentence are joined", _join),
        Kind("spacing", "stray, missing or double spaces", _spacing, lambda old: ("",)),
        Kind("punctuation", "a half-width mark in Chinese text becomes the full-width one", _punctuation),
        Kind("doubled-mark", "of two marks between the same words the second is printed", _doubled),
        Kind("citation-marks", "marks such as [12] point to a list that is not printed", _citation,
             lambda old: (CITATION.sub("", old),)),
        Kind("inserted", "quotes of shares, places of pictures, addresses, laughter between the words",
             _inserted,
             lambda old: (INSERTED.sub("", old),)),
        Kind("broken-gloss", "a name in brackets that lost letters goes, the Chinese one stays",
             _broken_gloss),
        Kind("width", "full-width letters and digits become half-width", _width,
             lambda old: (unicodedata.normalize("NFKC", old),)),
        Kind("clause", "part of a sentence is left out at one of its marks", _clause),
    )
}  # fmt: skip
"""The registry: name -> kind."""
