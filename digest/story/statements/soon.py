"""How soon after something, told in no number: seconds after take-off, 起飞后几分钟. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from digest.language.cues import cue
from digest.language.lazy import regex

MAY_BE_SOON = cue(
    "[数几]秒|[数几]分|[数几]小时|[数几]天",
    "seconds | minutes | hours | days | weeks | months",
    end=r"\b",
)
_EN = regex(
    r"(?P<before>[\w.,]+ )?\b(?P<unit>seconds|minutes|hours|days|weeks|months)"
    r" (?P<way>after|before|into) (?:(?:the|its|his|her|their|a) )?(?P<event>[a-z][\w-]+)"
)
_ZH = regex(
    "(?P<event>[\u4e00-\u9fff]{2})(?:之?(?P<way>[后前]))?(?:仅|不到|短短|仅仅)?(?P<some>[数几])"
    "(?P<unit>秒|分钟|小时|天|周|个月)(?:钟)?(?P<behind>之?[后前]|内)?"
)
_COUNTS = regex(r"[\d.,]+ |(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dozen) ")
_UNITS = {
    "秒": "seconds", "分钟": "minutes", "小时": "hours", "天": "days", "周": "weeks", "个月": "months",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Soon:
    """In what unit it is told, and where: ``start``, ``end`` of the words of it."""

    unit: str
    start: int
    end: int


@lru_cache(maxsize=16_384)
def told(folded: str) -> Mapping[tuple[str, str], Soon]:
    """By event and way (``after``, ``before``), the first of each."""
    found: dict[tuple[str, str], Soon] = {}
    for match in _EN.finditer(folded):
        if match["before"] and _COUNTS.fullmatch(match["before"]):
            continue
        way = "before" if match["way"] == "before" else "after"
        event = match["event"].replace("-", "")
        found.setdefault((event, way), Soon(match["unit"], match.start("unit"), match.end()))
    for match in _ZH.finditer(folded):
        way_zh = match["way"] or (match["behind"] or "").removeprefix("之")
        if way_zh in ("后", "前"):
            key = match["event"], "before" if way_zh == "前" else "after"
            found.setdefault(key, Soon(_UNITS[match["unit"]], match.start(), match.end()))
    return found


def apart(one: str, other: str) -> bool:
    """Whether two folded texts tell how soon after one event, in different units."""
    mine, theirs = told(one), told(other)
    return any(event in theirs and theirs[event].unit != soon.unit for event, soon in mine.items())
