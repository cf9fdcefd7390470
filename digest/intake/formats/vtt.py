"""WebVTT subtitles: a line a cue; header, notes and styles lie outside the cues."""

from digest.intake.formats.srt import Subtitles

FORMAT = Subtitles("vtt", (".vtt",))
