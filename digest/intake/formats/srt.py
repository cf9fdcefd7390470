"""SubRip subtitles: a line a cue."""

from __future__ import annotations

from dataclasses import dataclass

from digest.errors import IntakeError
from digest.intake.cues import cues, inline
from digest.intake.decoding import decode
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article
from digest.model import Article


@dataclass(frozen=True)
class Subtitles:
    """SubRip and WebVTT differ in their header and notes, which lie outside any cue."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        lines = cues(decoded.text, lines_of(decoded.text)) or inline(decoded.text)
        if not lines:
            raise IntakeError(
                raw.path, "has no cue (00:00:01,000 --> 00:00:02,000)", "name it .txt if it is a text"
            )
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding),)


FORMAT = Subtitles("srt", (".srt",))
