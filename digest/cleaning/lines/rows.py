"""The lines of an article with what can be seen of each: length, marks, prose or not. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from digest.cleaning.edits.trail import CLOCKED
from digest.cleaning.lines.framed import NONE, Framed, Frames, framed, without_tops
from digest.cleaning.lines.jammed import without_jammers
from digest.cleaning.lines.restored import joined, restored
from digest.cleaning.lines.tails import without_tags, without_tail
from digest.cleaning.text.letters import CONVERTIBLE, Characters, counts, words
from digest.cleaning.text.splice import Patched
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.language.sentences import STOPS
from digest.model import Article, Line

_CREDITED = r"(?:(?:(?:本报|见习|实习|特约)?记者|通讯员|特约撰稿人?|实习生)[\s:：]?)?[\u4e00-\u9fff·]{2,4}"
"""Who wrote it, with or without his craft: (甲某 通讯员乙某)."""
_BEHIND = regex(
    r"(?:[\s\"'”’」』)）\]】》〉*_]|[\[［(（]\d{1,3}(?=[\]］)）])|［|］"
    r"|[（(【\[](?=[^（）()【】\[\]]{0,24}(?:编辑|編輯|记者|記者|责编|責編|来源|來源|作者|实习生|綜合|综合|文)[^。]{0,2}[:：/／|｜\s])"
    r"[^（）()【】\[\]。]{2,50}[)）】\]]\d{0,8}"
    rf"|(?<=[。！？!?”」』])\s{{0,2}}[（(]{_CREDITED}(?:[、\s]{{1,2}}{_CREDITED}){{0,4}}[)）]"
    r"|[\[［【(（](?:视频|图片|音频|动图|表情|图|video|image|photo)[\]］】)）])+$"
)
"""Marks that close, cite or sign, and places of pictures, behind the last word of a line."""
_CLOSING = frozenset("\"'”’」』)）]】》〉*_［｜］")
"""The last sign of what `_BEHIND` finds, when it is neither a blank nor a digit."""
_ENDS = f"{STOPS}.…；;"


@dataclass(eq=False, slots=True)
class Row:
    """One line, repaired enough to be judged, and first what is `Seen` of its text."""

    kinds: int
    """Kinds of characters that it has at most, as `letters` tells them apart."""
    han: int
    """Chinese characters."""
    words: int
    """Latin words; 0 in a Chinese line."""
    size: int
    """Length in Chinese characters; a Latin word counts as two."""
    stops: int
    commas: int
    ends: bool
    """Its last mark ends a sentence; closing quotes and brackets do not count."""
    is_prose: bool
    """A paragraph beyond doubt: long enough, with the marks of running text."""
    is_sentence: bool
    """Ends as sentences do, whatever its length."""
    number: int
    """Counts from 0 in ``Article.lines``."""
    last: int
    """Number of the last line, where several were joined."""
    patched: Patched
    text: str
    """That of ``patched``."""
    written: str
    """In Simplified, as long as ``text``."""
    fold: str
    """``written`` in lower case."""
    role: str
    link_share: float
    gap: bool
    """A blank line, or the edge of a block, stands before it."""
    bullet: bool
    """It stood behind a bullet."""
    runs_on: bool
    """The next begins in the same line of the file: a page whose line ends were lost."""
    framed: Framed | None = None
    """What of it is the frame of its site, which other articles have too."""

    @property
    def is_frame(self) -> bool:
        """All of it is its site's."""
        return self.framed is not None and not self.framed.cut


Seen = tuple[int, int, int, int, int, int, bool, bool, bool]
"""The fields of a `Row` up to ``is_sentence``, which its text alone decides."""


def looks(texts: Sequence[str], whole: Characters) -> list[Seen]:
    """What is seen of each of *texts*, none of which is empty; *whole* is of them all."""
    counted = counts(whole)
    latin = any(han * 2 < len(text) for text, (han, _, _) in zip(texts, counted, strict=True))
    in_words = words(whole) if latin else [0] * len(texts)
    ellipses = "…" in whole.text
    found: list[Seen] = []
    for text, kind, (han, stops, commas), told in zip(
        texts, whole.in_lines(), counted, in_words, strict=True
    ):
        words_told = told if han * 2 < len(text) else 0
        size = han + 2 * words_told
        last = text[-1]
        if last == "." and text[-2:] != "..":
            stops += 1  # noqa: PLW2901
        if ellipses:
            stops += text.count("……")  # noqa: PLW2901
        ends = last in _ENDS or ((last in _CLOSING or last.isspace() or last.isdecimal()) and _ends(text))
        if size >= 16 and ends and (stops >= 2 or size >= 24):
            prose = commas > 0 or stops >= 2 or size >= 30
        else:
            prose = size >= 40 and stops >= 1 and commas >= 1
        sentence = size >= 5 and (ends or (size >= 8 and text.rstrip()[-1:] in "：:"))
        found.append((kind, han, words_told, size, stops, commas, ends, prose, sentence))
    return found


def _ends(text: str) -> bool:
    bare = _BEHIND.sub("", text[-60:])
    return bool(bare) and bare[-1] in _ENDS


def rows(article: Article, frames: Frames = NONE) -> tuple[list[Row], Characters]:
    """The lines of *article* that are not blank, readings and wide letters repaired; their folded text.

    Those that one of the *frames* has are marked.
    """
    lines: list[tuple[int, Line]] = []
    parts: list[Patched] = []
    for number, line in enumerate(article.lines):
        text = line.text
        if not text or text.isspace():
            continue
        part = Patched(text, line.start, line.end, line.edits)
        if text[0] in _AT_EDGES or text[-1] in _AT_EDGES:
            part = _bare(part.stripped())
            if not part.text:
                continue
        lines.append((number, line))
        parts.append(part)
    parts, begun = without_tops(parts, frames.tops)
    its_sites = framed(parts, frames.beside(article), begun)
    parts = _without_marks(parts)
    roles, parts = _without_clocks([line.role for _, line in lines], parts)
    parts = without_jammers(parts)
    bullets = [line.role == "list" for _, line in lines]
    for at in [at for at, part in enumerate(parts) if part.text[:1] in _BULLETS]:
        found = _BULLET.match(parts[at].text)
        if found:
            # A sentence begins behind its bullet.
            parts[at] = parts[at].cut([(found.end(), len(parts[at].text))])[0]
            bullets[at] = True
    parts = without_tags([without_tail(part) for part in parts])
    parts, whole = restored(_without_speakers(parts))
    texts = [part.text for part in parts]
    if not all(texts):
        # Nothing but a time, or a reading.
        filled = [at for at, text in enumerate(texts) if text]
        lines, roles = [lines[at] for at in filled], [roles[at] for at in filled]
        parts, bullets = [parts[at] for at in filled], [bullets[at] for at in filled]
        its_sites = {place: its_sites[at] for place, at in enumerate(filled) if at in its_sites}
        texts, whole = [texts[at] for at in filled], joined(parts)
    seen = looks(texts, whole)
    made: list[Row] = []
    last, end = _ABOVE, 0
    starts = {line.start for line in article.lines}
    for at, (part, written) in enumerate(zip(parts, _simplified(texts, seen), strict=True)):
        number, line = lines[at]
        gap = number > last + 1 or (
            part.start > end + 1 and article.text.find("\n\n", end, min(part.start, end + 400)) >= 0
        )
        last, end = number, part.end
        made.append(
            Row(
                *seen[at], number, number, part, part.text, written, written.lower(),
                roles[at], line.link_share, gap, bullets[at], line.end in starts, its_sites.get(at),
            )
        )  # fmt: skip
    folded = "\n".join([row.fold for row in made])
    return made, whole if folded == whole.text else Characters(folded)


_ABOVE = -2
"""The number of a line above the first, apart from it."""
_BULLETS = "•·●■▪◆◇○►▶➤✓✔※◎*–-"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffc" + "".join(map(chr, range(0xE000, 0xF900)))
"""Of no width, or the signs of a font of icons that only the page has."""
_IS_UNSEEN = frozenset(_UNSEEN)
_AT_EDGES = _IS_UNSEEN | frozenset(filter(str.isspace, map(chr, range(0x3001))))
"""What is taken off either end of a line."""


def _bare(part: Patched) -> Patched:
    """*part* without signs at either end that nobody sees."""
    text = part.text
    if not text or (text[0] not in _IS_UNSEEN and text[-1] not in _IS_UNSEEN):
        return part
    left = len(text) - len(text.lstrip(_UNSEEN + " "))
    right = len(text.rstrip(_UNSEEN + " "))
    return part.cut([(left, right)])[0] if left < right else Patched("", part.start, part.start)


_QUOTED, _COUNTED = regex(r"[>＞][>＞\s]*"), regex(r"(\d{1,4})\s?[:：.、|)\]\t]\s*")
_SHARE_OF_QUOTED, _SHARE_OF_COUNTED, _FEWEST_MARKED = 0.6, 0.9, 8


def _without_marks(parts: list[Patched]) -> list[Patched]:
    """The sign of an answered mail, or the number that an editor shows, in front of each line."""
    if len(parts) < _FEWEST_MARKED or parts[0].text[:1] not in ">＞012":
        return parts
    for pattern, share in ((_QUOTED, _SHARE_OF_QUOTED), (_COUNTED, _SHARE_OF_COUNTED)):
        found = [pattern.match(part.text) for part in parts]
        if sum(match is not None for match in found) < share * len(parts):
            continue
        numbers = [int(match[1]) for match in found if match and pattern is _COUNTED]
        if numbers != sorted(set(numbers)):
            continue
        return _behind(parts, found)
    return parts


def _behind(parts: Sequence[Patched], found: Sequence[re.Match[str] | None]) -> list[Patched]:
    """*parts*, each from where its match ends, whole where it has none."""
    return [
        part.cut([(match.end(), len(part.text))])[0] if match else part
        for part, match in zip(parts, found, strict=True)
    ]


_SPEAKER = regex(
    r"[【\[［〔](?P<name>[^】\]］〕\d]{1,10})[】\]］〕]\s*(?=\S)"
    r"|(?P<host>主持人|嘉宾|主播|旁白|(?:CO-)?HOST|GUEST|SPEAKER|INTERVIEWE[RE]|NARRATOR|MODERATOR|REPORTER|ANCHOR)[:：]\s*(?=\S)"
)
_NUMBERED = regex(
    r"[\[(（【]?(?:SPEAKER|[Ss]peaker|发言人|發言人|说话人|說話人|讲者|講者)[ _]?(?:\d{1,3}|[A-Z])"
    r"[\])）】]?[:：]\s*(?=\S)"
)
"""[SPEAKER_00]:, 发言人1：, as a program tells voices apart."""
_MAY_SPEAK = frozenset("【[［〔主嘉旁CHGSINMRA(（s发發说說讲講")
_FEWEST_TURNS, _MOST_SPEAKERS = 4, 6


def _without_speakers(parts: list[Patched]) -> list[Patched]:
    """A conversation whose turns begin with 【主持人】, HOST: what was said stands behind it.

    A name with a colon stays: it tells who says so. A number tells nobody.
    """
    numbered = [_NUMBERED.match(part.text) if part.text[:1] in _MAY_SPEAK else None for part in parts]
    if len(numbered) - numbered.count(None) >= _FEWEST_TURNS:
        return _behind(parts, numbered)
    found = [_SPEAKER.match(part.text) if part.text[:1] in _MAY_SPEAK else None for part in parts]
    if len(found) - found.count(None) < _FEWEST_TURNS:
        return parts
    turns = Counter(match["name"] or match["host"] for match in found if match)
    several = sum(times > 1 for times in turns.values())
    if len(turns) > _MOST_SPEAKERS or several < 2:
        return parts
    again = [match if match and turns[match["name"] or match["host"]] > 1 else None for match in found]
    return _behind(parts, again)


_BULLET = regex(r"[•·●■▪◆◇○►▶➤✓✔※◎*–-][\s\u3000]+(?=\S)|[•●■▪◆◇►▶➤◎](?=\w)")


_SHARE_OF_CLOCKED, _FEWEST_CLOCKED, _FEWEST_EXACT = 0.6, 8, 4
_MAY_BE_CLOCK = frozenset("0123456789[(（")
_EXACT = regex(r"[\[(（]\d|\d{1,2}:\d\d:\d\d")


def _without_clocks(roles: list[str], parts: list[Patched]) -> tuple[list[str], list[Patched]]:
    """A transcript whose lines begin with their time: what was said stands behind it.

    The lines without one, above and below, are the player's: title, channel, notes. A line timed
    to the second is a cue, whatever stops it has.
    """
    if sum([part.text[0] in _MAY_BE_CLOCK for part in parts]) < _FEWEST_EXACT:
        return roles, parts
    clocks = {
        at: found
        for at, part in enumerate(parts)
        if not part.text[0].isalpha() and (found := CLOCKED.match(part.text))
    }
    # To the second, or in brackets: no timetable says so, and no live report.
    exact = 2 * sum(_EXACT.match(parts[at].text) is not None for at in clocks) > len(clocks)
    if len(clocks) < max(_FEWEST_EXACT if exact else _FEWEST_CLOCKED, _SHARE_OF_CLOCKED * len(parts)):
        return roles, parts
    first, last = min(clocks), max(clocks)
    roles, parts = list(roles), list(parts)
    for at, part in enumerate(parts):
        if at in clocks:
            parts[at] = part.cut([(clocks[at].end(), len(part.text))])[0]
            roles[at] = "cue" if exact else roles[at]
        elif not first < at < last and roles[at] not in ("title", "aside"):
            roles[at] = "title" if at == 0 else "aside"
    return roles, parts


def _simplified(texts: Sequence[str], seen: Sequence[Seen]) -> Sequence[str]:
    """Each of *texts* in Simplified: one pass of the converter over all that it may change."""
    flat = [text.replace("\n", " ") if "\n" in text else text for text in texts]
    changed = [at for at, (kinds, *_) in enumerate(seen) if kinds & CONVERTIBLE]
    if changed:
        simple = simplify("\n".join([flat[at] for at in changed])).split("\n")
        for at, text in zip(changed, simple, strict=True):
            flat[at] = text
    return flat
