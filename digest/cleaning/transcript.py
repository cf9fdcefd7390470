"""Transcripts: one clause a line and hardly a full stop, joined into sentences again. Pure.

Where a sentence begins is weighed from both sides of each line break: a
discourse opener, a date, a change of speaker speak for it; a connective, an
unfinished clause, an open quotation against it. The best division of the whole
text into sentences of fair length is found by dynamic programming.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import median

from digest.cleaning.edits import CLOCK
from digest.cleaning.patterns import widths
from digest.cleaning.rows import Row
from digest.cleaning.rulebook import Rulebook
from digest.cleaning.splice import Patched, joined
from digest.cleaning.verdicts import BODY, Verdict
from digest.language.words import part_of_speech

_FUNCTION = re.compile(
    r"[的了是在和我你他她它们这那有不就也都把被让从吗呢吧啊说]"
    r"|\b(?:the|and|of|to|in|a|is|that|it|i|you|we|was|for|so|they|this|but|on|with)\b"
)
FEWEST_LINES = 12


def is_clock(row: Row) -> bool:
    """A line that is nothing but a time: pasted from a player, it stands between the clauses."""
    return len(row.text) <= 16 and ":" in row.text and CLOCK.fullmatch(row.text) is not None


def is_transcript(rows: Sequence[Row]) -> bool:
    """Whether nearly every line is a clause of speech."""
    rows = [row for row in rows if not is_clock(row) and row.role not in _OF_THE_PLAYER]
    if rows and all(row.role == "cue" for row in rows):
        return True
    if len(rows) < FEWEST_LINES:
        return False
    sizes = [row.size for row in rows]
    ended = sum(row.text[-1:] in "。！？!?." for row in rows)
    long = sum(size > 60 for size in sizes)
    if not 3 <= median(sizes) <= 30 or ended * 4 > len(rows) or long * 20 > len(rows):
        return False
    if sum(row.gap for row in rows) * 3 > len(rows) and ended * 12 > len(rows):
        return False
    function = [len(_FUNCTION.findall(row.fold)) for row in rows]
    return (
        sum(function) > 0.06 * sum(sizes)
        and sum(map(bool, function)) > 0.7 * len(rows)
        and len({row.fold for row in rows}) > 0.85 * len(rows)
    )


_REMOVES = frozenset({"remove"})
_REMOVABLE = frozenset(
    "follow-us spam link-farm web-address cookie-banner app-promotion sound credits sponsor".split()
)
_SPEECH = frozenset({"greeting", "opinion"})
_OF_THE_PLAYER = frozenset({"title", "aside"})
_EDGE = 24
"""Lines at either end where a host greets and takes leave."""


def judge(rows: Sequence[Row], book: Rulebook) -> list[Verdict]:
    """All is body but what plainly is no speech; greetings and opinions are marked."""
    verdicts = []
    for at, row in enumerate(rows):
        if is_clock(row):
            verdicts.append(Verdict("removed", "time-mark", "clock"))
            continue
        if row.role in _OF_THE_PLAYER:
            title = row.role == "title"
            verdicts.append(Verdict("title") if title else Verdict("removed", "aside", "player"))
            continue
        rules = list(book.all(row.fold, row.written, _SPEECH | _REMOVES))
        spoken = next((rule for rule in rules if rule.effect in _SPEECH), None)
        at_edge = at < _EDGE or at >= len(rows) - _EDGE
        rule = next((r for r in rules if r.effect in _REMOVES and r.reason in _REMOVABLE), None)
        if spoken is not None and spoken.effect == "greeting" and (at_edge or spoken.name == "host-sign-off"):
            verdicts.append(Verdict("body", "", spoken.name, frozenset({"greeting"})))
        elif rule is not None:
            verdicts.append(Verdict("removed", rule.reason, rule.name))
        else:
            verdicts.append(BODY)
    return _with_opinion(rows, verdicts)


def _with_opinion(rows: Sequence[Row], verdicts: list[Verdict]) -> list[Verdict]:
    """Behind "that was the article" the host speaks for himself."""
    told = next(
        (at for at, row in enumerate(rows) if at * 2 > len(rows) and _TOLD.search(row.written)), len(rows)
    )
    for at in range(told + 1, len(rows)):
        if verdicts[at].fate == "body" and not verdicts[at].traits:
            verdicts[at] = Verdict("body", "", "host-opinion", frozenset({"opinion"}))
    return verdicts


# --- where sentences begin ----------------------------------------------------

_LISTS = tomllib.loads((Path(__file__).parent / "clauses.toml").read_text("utf-8"))


def _any_of(name: str, end: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_LISTS[name]) + ")" + end)


_OPENERS, _RESTARTS, _GOES_ON = _any_of("openers"), _any_of("restarts"), _any_of("goes_on")
_UNFINISHED_HEAD, _UNFINISHED_TAIL = _any_of("unfinished_head"), _any_of("unfinished_tail", "$")
_LONGEST_TAIL = widths(_UNFINISHED_TAIL.pattern)[1]
_TOLD = _any_of("told")

_SHORTEST, _FAIR, _LONGEST = 12, 50, 90
_MOST_LINES = 16


def paragraphs(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> list[tuple[Patched, frozenset[str]]]:
    """The lines joined to sentences, each with its traits."""
    result: list[tuple[Patched, frozenset[str]]] = []
    for stretch in _stretches(verdicts):
        lines = [rows[at] for at in stretch]
        traits = verdicts[stretch[0]].traits
        for start, end in _divided(lines):
            group = lines[start:end]
            glue = [_glue(a, b) for a, b in pairwise(group)]
            result.append((joined([row.patched for row in group], glue), traits))
    return result


def _stretches(verdicts: Sequence[Verdict]) -> list[list[int]]:
    """Runs of body lines of the same traits; a removed line parts two runs."""
    runs: list[list[int]] = []
    for at, verdict in enumerate(verdicts):
        if verdict.fate != "body":
            continue
        if runs and runs[-1][-1] == at - 1 and verdicts[at - 1].traits == verdict.traits:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _divided(lines: Sequence[Row]) -> list[tuple[int, int]]:
    """The division of *lines* into sentences with the highest sum of weights."""
    depth = _depths(lines)
    # Where stops are written, a line without one goes on.
    torn = _TORN if sum(row.ends for row in lines) > _PUNCTUATED * len(lines) else 0.0
    cuts = [0.0, *(_weight(lines[at - 1], lines[at], depth[at], torn) for at in range(1, len(lines))), 0.0]
    sizes = list(accumulate((row.size for row in lines), initial=0))
    best, back = [0.0], [0]
    for end in range(1, len(lines) + 1):
        cut, size, first = cuts[end], sizes[end], max(0, end - _MOST_LINES)
        scores = [
            so_far + cut + _length_weight(size - start)
            for so_far, start in zip(best[first:], sizes[first:end], strict=True)
        ]
        best.append(max(scores))
        # Of divisions as good as each other the one with the shortest last sentence.
        back.append(end - 1 - scores[::-1].index(best[-1]))
    division, end = [], len(lines)
    while end > 0:
        division.append((back[end], end))
        end = back[end]
    return division[::-1]


_PUNCTUATED = 0.3
_TORN = -2.5


def _weight(before: Row, after: Row, depth: int, torn: float) -> float:
    """For a sentence to begin with *after*."""
    if depth > 0:
        return -9.0
    if before.text[-1:] in "。！？!?.…" or before.text[-2:] in ("。”", "！”", "？”"):
        return 4.0
    if before.role == "cue" and after.text[:2] in (">>", "- "):
        return 5.0
    weight = torn - 0.3
    if _GOES_ON.match(after.fold):
        weight -= 2.6
    elif _OPENERS.match(after.fold):
        weight += 1.6
    elif _RESTARTS.match(after.written):
        weight += 0.6
    else:
        weight += _HEADS.get(part_of_speech(after.written[:8].lstrip()), 0.0)
    near = max(0, len(before.fold) - _LONGEST_TAIL)
    if _UNFINISHED_TAIL.search(before.fold, near) or _UNFINISHED_HEAD.match(before.fold):
        weight -= 2.4
    if before.size <= 4:
        weight -= 1.5
    if after.gap:
        weight += 1.5
    return weight


_HEADS = {
    "v": -1.9,
    "d": -1.4,
    "ad": -0.8,
    "p": -0.3,
    "c": -1.2,
    "uj": -3.0,
    "n": 0.5,
    "nr": 0.7,
    "ns": 0.5,
    "r": 0.3,
    "eng": 0.7,
}
"""What a line's first word says: a verb goes on with the subject before it, a noun brings its own."""


@cache
def _length_weight(size: int) -> float:
    if size < _SHORTEST:
        return -1.2
    if size <= _FAIR:
        return 0.4 - abs(size - 30) / 50
    if size <= _LONGEST:
        return -(size - _FAIR) / 16
    return -1.8 - (size - _LONGEST) / 7


_OPENING, _CLOSING = "“「『（(《", "”」』）)》"
_PAIRED = re.compile(f"[{_OPENING}{_CLOSING}]")
_LONGEST_QUOTE = 8
"""Lines after which an open quotation is taken for one whose end was forgotten."""


def _depths(lines: Sequence[Row]) -> list[int]:
    """For each line, whether a quotation or bracket opened earlier is still open at its start."""
    depths, opened, depth = [], 0, 0
    for at, row in enumerate(lines):
        if depth and at - opened >= _LONGEST_QUOTE:
            depth = 0
        depths.append(depth)
        before = depth
        marks = _PAIRED.findall(row.text)
        depth = max(0, depth + sum(1 if mark in _OPENING else -1 for mark in marks))
        if depth and not before:
            opened = at
    return depths


def _glue(before: Row, after: Row) -> str:
    if before.text[-1:] in "，。；：、！？,;:!?“（—" or after.text[:1] in "”，。、；：）」":
        return "" if before.han or after.han else " "
    if not before.han and not after.han:
        return " "
    return "" if _RUNS_ON.match(after.written) or _RUNS_INTO.search(before.written) else "，"


_RUNS_ON = re.compile(r"(?:和(?!.{0,4}一样)|与(?!此)|及(?!时)|或者?|的|地|得|之(?!前|后))")
_RUNS_INTO = re.compile(r"(?:(?<!是)[和与及或]|以及|正在|是在|就是|而是|都是|还是|不是|并把|都被)$")
