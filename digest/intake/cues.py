"""Subtitles (SubRip and WebVTT) into lines: one a cue, without numbers, times and styling. Pure."""

from __future__ import annotations

import re
from html import unescape

from digest.intake.raw import edited
from digest.language.script import HAN
from digest.model import Edit, Line

TIMES = re.compile(
    r"[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\n]*"
)
_MARK = re.compile(
    r"</?[a-zA-Z][^<>\n]{0,300}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,300}\}|&[a-zA-Z]{2,10};|&#\d{1,7};|\s*\n\s*|\\[Nn]"
)
_WIDE = re.compile(f"[{HAN}\u3000-\u30ff\uff00-\uffef]")


def cues(text: str, rows: tuple[Line, ...]) -> tuple[Line, ...]:
    """A line with the role ``cue`` for each cue of *text* that says anything; *rows* are its plain lines.

    A cue repeated by a rolling caption (each line shown twice) is kept as it
    is: what is printed twice is for cleaning to see.
    """
    found: list[Line] = []
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
            found += _cue(text, rows[first : at - 1])  # no blank line between two cues
        else:
            found += _cue(text, rows[first:at])
    return tuple(found)


def _cue(text: str, rows: tuple[Line, ...]) -> list[Line]:
    if not rows:
        return []
    start, end = rows[0].start, rows[-1].end
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
    if written.strip() and not written.startswith("\\"):
        return ""
    beside = text[at - 1 : at] + text[at + len(written) : at + len(written) + 1]
    return "" if _WIDE.search(beside) else " "
