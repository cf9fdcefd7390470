"""Subtitles (SubRip, WebVTT, SubViewer) into lines: one a cue, without numbers, times and styling. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from digest.intake.raw import edited
from digest.language.script import HAN
from digest.model import Edit, Line

TIMES = re.compile(
    r"[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\n]*"
)
_MARK = re.compile(
    r"</?[a-zA-Z][^<>\n]{0,300}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,300}\}|&[a-zA-Z]{2,10};|&#\d{1,7};|\s*\n\s*|\\[Nn]|\[br\]"
)
_WIDE = re.compile(f"[{HAN}\u3000-\u30ff\uff00-\uffef]")


def cues(text: str, rows: tuple[Line, ...]) -> tuple[Line, ...]:
    """A line with the role ``cue`` for each cue of *text* that says anything; *rows* are its plain lines.

    A cue repeated by a rolling caption (each line shown twice) is kept as it
    is: what is printed twice is for cleaning to see. Where the cues say
    everything twice, in Chinese and in Latin letters, the Chinese is read.
    """
    found = _groups(rows)
    if _in_two_scripts(found):
        found = [tuple(row for row in group if _WIDE.search(row.text)) or group for group in found]
    return tuple(
        line
        for group in found
        for part in _credited(group)
        if part
        for line in cue(text, part[0].start, part[-1].end)
    )


_INLINE = re.compile(
    r"(?:(?<!\S)\d{1,5}[ \t]+)?(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->"
    r"[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
)


def inline(text: str) -> tuple[Line, ...]:
    """The cues of *text* whose line ends were lost: each goes up to the next one's number and times."""
    return between(text, _INLINE)


def between(text: str, times: re.Pattern[str]) -> tuple[Line, ...]:
    """A line for what stands behind each match of *times*, up to the next."""
    found = list(times.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    lines: list[Line] = []
    for each, end in zip(found, ends, strict=False):
        said = text[each.end() : end]
        start = each.end() + len(said) - len(said.lstrip())
        lines += cue(text, start, each.end() + len(said.rstrip()))
    return tuple(lines)


_CREDIT = re.compile(
    r"\s*(?:翻译|翻譯|译者|譯者|审译|審譯|审校|審校|校对|校對|听译|聽譯|字幕|时间轴|時間軸|[Tt]ranslator|[Rr]eviewer|[Tt]ranscriber)"
    r"\s*[:：]\s*\S.{0,40}"
    r"|\s*[(（\[【].{0,12}(?:字幕|翻译|翻譯|校对|校對|时间轴|時間軸|[Ss]ubtitles|[Cc]aptions).{2,80}[)）\]】]\s*"
)


def _credited(group: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """A cue, and apart from it a row that says who made the subtitles."""
    credit = [row for row in group if _CREDIT.fullmatch(row.text)]
    said = tuple(row for row in group if row not in credit)
    if said:
        yield said
    for row in credit:
        yield (row,)


_SHARE_OF_BOTH, _FEWEST_OF_BOTH = 0.6, 8
_LATIN = re.compile(r"[A-Za-z]{2}")


def _in_two_scripts(groups: Sequence[tuple[Line, ...]]) -> bool:
    """Whether most cues have a row with Chinese in it and another that is Latin alone."""
    both = 0
    for group in groups if len(groups) >= _FEWEST_OF_BOTH else ():
        wide = [_WIDE.search(row.text) is not None for row in group]
        both += any(wide) and any(
            not is_wide and _LATIN.search(row.text) for row, is_wide in zip(group, wide, strict=True)
        )
    return both >= max(_FEWEST_OF_BOTH, _SHARE_OF_BOTH * len(groups))


def _groups(rows: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """The rows of each cue, without its number and times."""
    found: list[tuple[Line, ...]] = []
    at = 0
    while at < len(rows):
        if not TIMES.fullmatch(rows[at].text):
            at += 1
            continue
        first = at = at + 1
        while at < len(rows) and rows[at].text.strip() and not TIMES.fullmatch(rows[at].text):
            at += 1
        if (
            at < len(rows)
            and TIMES.fullmatch(rows[at].text)
            and at > first
            and rows[at - 1].text.strip().isdigit()
        ):
            found.append(rows[first : at - 1])  # no blank line between two cues
        else:
            found.append(rows[first:at])
    return found


def cue(text: str, start: int, end: int) -> list[Line]:
    """What ``text[start:end]`` says, as one line, none where it says nothing."""
    edits = [
        Edit("markup", start + mark.start(), start + mark.end(), _instead(text, start + mark.start(), mark))
        for mark in _MARK.finditer(text[start:end])
    ]
    said = edited(text, start, end, edits)
    return [Line(said, start, end, tuple(edits), "cue")] if said.strip() else []


def _instead(text: str, at: int, mark: re.Match[str]) -> str:
    """A blank for a line end inside a cue, none between Chinese characters; entities read; tags go."""
    written = mark.group()
    if written.startswith("&"):
        return unescape(written)
    if written.strip() and not written.startswith(("\\", "[")):
        return ""
    beside = text[at - 1 : at] + text[at + len(written) : at + len(written) + 1]
    return "" if _WIDE.search(beside) else " "
