"""Transcripts: one clause a line and hardly a full stop, joined into sentences again. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from digest.cleaning.judge import BODY, Verdict
from digest.cleaning.rows import Row
from digest.cleaning.rulebook import rulebook
from digest.cleaning.splice import Patched, joined

_FUNCTION = re.compile(r"[的了是在和我你他她它们这那有不就也都会对与及为把被让从到上中个说要]|\b(?:the|and|of|to|in|a|is|that|it|i|you|we|was|for)\b")
FEWEST_LINES = 16


def is_transcript(rows: Sequence[Row]) -> bool:
    """Whether nearly every line is a clause of speech."""
    if rows and all(row.role == "cue" for row in rows):
        return True
    if len(rows) < FEWEST_LINES:
        return False
    sizes = [row.size for row in rows]
    ended = sum(row.text[-1:] in "。！？!?." for row in rows)
    if not 3 <= median(sizes) <= 26 or ended * 4 > len(rows) or sum(size > 60 for size in sizes) * 20 > len(rows):
        return False
    text = "\n".join(row.fold for row in rows)
    units = sum(sizes)
    return len(_FUNCTION.findall(text)) > 0.06 * units and len({row.fold for row in rows}) > 0.85 * len(rows)


_REMOVES = frozenset({"remove"})
_SPEECH = frozenset({"greeting", "opinion"})


def judge(rows: Sequence[Row]) -> list[Verdict]:
    """All is body but what the rules for furniture match."""
    verdicts = []
    for row in rows:
        rule = rulebook().first(row.fold, row.written, _REMOVES)
        spoken = rulebook().first(row.fold, row.written, _SPEECH)
        if spoken is not None and spoken.effect == "greeting":
            verdicts.append(Verdict("body", "", spoken.name, frozenset({"greeting"})))
        elif rule is not None:
            verdicts.append(Verdict("removed", rule.reason, rule.name))
        elif spoken is not None:
            verdicts.append(Verdict("body", "", spoken.name, frozenset({"opinion"})))
        else:
            verdicts.append(BODY)
    return verdicts


_SHORTEST, _LONGEST = 20, 100


def paragraphs(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> list[tuple[Patched, frozenset[str]]]:
    """The lines joined to sentences of `_SHORTEST` to about `_LONGEST` characters."""
    groups: list[list[int]] = []
    for at, (row, verdict) in enumerate(zip(rows, verdicts, strict=True)):
        if verdict.fate != "body":
            groups.append([])
            continue
        if not groups or not groups[-1] or _begins(rows, verdicts, groups[-1], at):
            groups.append([])
        groups[-1].append(at)
    return [_joined([rows[at] for at in group], verdicts[group[0]].traits) for group in groups if group]


_OPENERS = re.compile(r"(?:但|不过|然而|而且|因此|所以|于是|同时|此外|另外|随后|接着|紧接着|之后|后来|最后|最终|首先|其次|与此同时|尽管如此|据|根据|一位|有人|其实|当然|总之|好了|目前|如今|现在|今年|去年|在|自|\d{1,4} ?[年月])")


def _begins(rows: Sequence[Row], verdicts: Sequence[Verdict], group: list[int], at: int) -> bool:
    before = rows[group[-1]]
    size = sum(rows[number].size for number in group)
    if verdicts[at].traits != verdicts[group[-1]].traits:
        return True
    if before.text[-1:] in "。！？!?":
        return True
    if size + rows[at].size > _LONGEST:
        return True
    return size >= _SHORTEST and _OPENERS.match(rows[at].written) is not None


def _joined(group: Sequence[Row], traits: frozenset[str]) -> tuple[Patched, frozenset[str]]:
    glue = [_glue(before, after) for before, after in zip(group, group[1:], strict=False)]
    return joined([row.patched for row in group], glue), traits


def _glue(before: Row, after: Row) -> str:
    if before.text[-1:] in "，。；：、！？,;:!?“（" or after.text[:1] in "”，。、；：）」":
        return ""
    return "，" if before.han * 4 >= len(before.text) or after.han * 4 >= len(after.text) else " "
