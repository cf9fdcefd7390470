"""YouTube's subtitles (SubViewer): two times with a comma between them, and below or behind them a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.errors import IntakeError
from digest.intake.cues import between
from digest.intake.decoding import decode
from digest.intake.raw import Raw, article
from digest.model import Article

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d\.\d{1,3}"
_TIMES = re.compile(rf"(?<![\d:.,]){_TIME},{_TIME}(?![\d:.,])")


@dataclass(frozen=True)
class SubViewer:
    name: str = "sbv"
    suffixes: tuple[str, ...] = (".sbv",)

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        lines = between(decoded.text, _TIMES)
        if not lines:
            raise IntakeError(
                raw.path, "has no cue (0:00:01.000,0:00:02.000)", "name it .txt if it is a text"
            )
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding),)


FORMAT = SubViewer()
