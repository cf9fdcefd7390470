"""YouTube's subtitles (SubViewer): two times with a comma between them, and below or behind them a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.errors import IntakeError
from digest.intake.cues import cue
from digest.intake.decoding import decode
from digest.intake.raw import Raw, article
from digest.model import Article, Line

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d\.\d{1,3}"
_TIMES = re.compile(rf"(?<![\d:.,]){_TIME},{_TIME}(?![\d:.,])")


@dataclass(frozen=True)
class SubViewer:
    name: str = "sbv"
    suffixes: tuple[str, ...] = (".sbv",)

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        lines = tuple(_cues(decoded.text))
        if not lines:
            raise IntakeError(
                raw.path, "has no cue (0:00:01.000,0:00:02.000)", "name it .txt if it is a text"
            )
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding),)


def _cues(text: str) -> Iterator[Line]:
    """A line for each cue: what stands up to the next times, which copying may have set in the same line."""
    times = list(_TIMES.finditer(text))
    ends = [found.start() for found in times[1:]] + [len(text)]
    for found, end in zip(times, ends, strict=False):
        said = text[found.end() : end]
        start = found.end() + len(said) - len(said.lstrip())
        yield from cue(text, start, found.end() + len(said.rstrip()))


FORMAT = SubViewer()
