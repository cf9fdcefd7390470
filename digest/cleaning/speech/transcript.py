"""Transcripts: one clause a line and hardly a full stop, joined into sentences again. Pure.

How likely a sentence ends at a line break is learned (`digest.cleaning.speech.breaks`);
an open quotation, a comma or a change of speaker leaves no doubt. The best
division of the whole text, into sentences of fair length with a verb in each,
is found by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache, reduce
from itertools import accumulate, pairwise
from operator import or_, sub
from statistics import median

from digest.cleaning.edits.assemble import Paragraph
from digest.cleaning.lines.framed import NONE, REASON, Frames, spoken_always
from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.branches import Rule, branches
from digest.cleaning.rules.rulebook import Rulebook, rulebook
from digest.cleaning.rules.verdicts import BODY, Verdict
from digest.cleaning.speech import breaks, frame, sponsors
from digest.cleaning.speech.spoken import OF_THE_PLAYER, is_clock
from digest.cleaning.text.letters import STRAY
from digest.cleaning.text.splice import joined
from digest.language.lazy import regex
from digest.language.words import tagged

_REMOVES = frozenset({"remove"})
_REMOVABLE = frozenset(
    "follow-us spam link-farm web-address cookie-banner app-promotion sound credits sponsor"
    " placeholder".split()
)
_SPEECH = frozenset({"greeting", "opinion"})
_PLAYER = {
    "title": Verdict("title"),
    "byline": Verdict("byline", "", "player"),
    "aside": Verdict("removed", "aside", "player"),
}
_SPONSOR = Verdict("removed", "sponsor", "read out")
_OPINION = Verdict("body", "", "host-opinion", frozenset({"opinion"}))
_FAREWELL = Verdict("body", "", "host-leave-taking", frozenset({"greeting"}))
_FOOT = Verdict("removed", "site-footer", "among the page's lines")
_FOREIGN = Verdict("removed", "foreign-line", "another language")
_OF_ONE_LANGUAGE, _FEWEST_FOREIGN = 10, 3
"""At most one line in so many is in another language; words of one with which a program begins or ends."""
_EDGE = 24
"""Lines at either end where a host greets and takes leave."""


@cache
def rules(hints: frozenset[str] = frozenset()) -> Rulebook:
    """Those that tell what was said and what was not: of what a page may hold, speech has little."""
    return Rulebook.of((branch for branch in branches() if _tells(branch.rule)), hints)


def _tells(rule: Rule) -> bool:
    return rule.effect in _SPEECH or (rule.effect in _REMOVES and rule.reason in _REMOVABLE)


def judge(rows: Sequence[Row], book: Rulebook, frames: Frames = NONE) -> list[Verdict]:
    """All is body but what plainly is no speech; greetings and opinions are marked."""
    verdicts = []
    said_always = spoken_always([row.text for row in rows], frames)
    read = sponsors.reads(rows, book.told)
    chinese = sum(row.han > 0 for row in rows) * _OF_ONE_LANGUAGE >= len(rows) * (_OF_ONE_LANGUAGE - 1)
    for at, row in enumerate(rows):
        if at in read:
            verdicts.append(_SPONSOR)
            continue
        channels = said_always.get(at) or (row.framed if row.is_frame else None)
        if channels:
            verdicts.append(Verdict("removed", REASON, channels.told))
            continue
        if is_clock(row):
            # A name beside it: somebody else begins.
            named = any(letter.isalpha() for letter in row.text)
            verdicts.append(Verdict("removed", "speaker-mark" if named else "time-mark", "clock"))
            continue
        if chinese and at in (0, len(rows) - 1) and not row.han and row.words >= _FEWEST_FOREIGN:
            verdicts.append(_FOREIGN)
            continue
        if row.role in OF_THE_PLAYER:
            verdicts.append(_PLAYER[row.role])
            continue
        met = list(book.all(row.fold, row.written))
        if not met:
            verdicts.append(BODY)
            continue
        spoken = next((rule for rule in met if rule.effect in _SPEECH), None)
        at_edge = at < _EDGE or at >= len(rows) - _EDGE
        if spoken is not None and at + 1 < len(rows) and _runs_on(row.written, rows[at + 1].written):
            # "Today I want to tell you about a" | "man who built a road": what follows is the subject.
            spoken = None
        rule = next((rule for rule in met if rule.effect in _REMOVES), None)
        if spoken is not None and spoken.effect == "greeting" and (at_edge or spoken.name == "host-sign-off"):
            verdicts.append(Verdict("body", "", spoken.name, frozenset({"greeting"})))
        elif rule is not None:
            verdicts.append(Verdict("removed", rule.reason, rule.name))
        else:
            verdicts.append(BODY)
    if not any(row.role == "cue" or is_clock(row) for row in rows):
        for at, known in frame.foot(rows, rulebook()).items():
            if verdicts[at].fate == "body":
                verdicts[at] = Verdict("removed", known.reason, known.name) if known else _FOOT
    verdicts = _with_opinion(rows, verdicts)
    for at in range(frame.leave_taking(rows), len(rows)):
        if verdicts[at].fate == "body":
            verdicts[at] = _FAREWELL
    return verdicts


def _with_opinion(rows: Sequence[Row], verdicts: list[Verdict]) -> list[Verdict]:
    """Behind "that was the article" the host speaks for himself."""
    told = next(
        (at for at, row in enumerate(rows) if at * 2 > len(rows) and _TOLD.search(row.written)), len(rows)
    )
    for at in range(told + 1, len(rows)):
        if verdicts[at].fate == "body" and not verdicts[at].traits:
            verdicts[at] = _OPINION
    return verdicts


# --- where sentences begin ----------------------------------------------------

_TOLD = breaks.any_of("told")
_MOST_LINES = 16


def paragraphs(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> list[Paragraph]:
    """The lines joined to sentences, each with its traits."""
    result: list[Paragraph] = []
    named = [
        at
        for at, row in enumerate(rows)
        if row.text[0] == "[" and verdicts[at].fate == "body" and _VOICE.match(row.text)
    ]
    voices = frozenset(named if len(named) >= _FEWEST_VOICES else ())
    for stretch in _stretches(verdicts, voices):
        lines = [rows[at] for at in stretch]
        traits = verdicts[stretch[0]].traits
        groups = _groups(lines)
        said = [_paragraph(group, traits) for group in groups]
        if stretch[0] in voices:
            said[0] = _without_voice(said[0])
        result += said
    return result


def _without_voice(paragraph: Paragraph) -> Paragraph:
    """What is said stands behind who says it."""
    said = paragraph.patched
    voice = _VOICE.match(said.text)
    return paragraph._replace(patched=said.cut([(voice.end(), len(said.text))])[0]) if voice else paragraph


_VOICE = regex(r"\[[A-Z][\w.’'-]{0,15} (?:[A-Z][\w.’'-]{0,15} )?[A-Z][\w’'-]{1,20}\]\s*(?=\S)")
_FEWEST_VOICES = 3
"""[J. Doe]: who begins to speak, in the subtitles of a film; of so many no other kind of note is one."""


def _groups(lines: Sequence[Row]) -> list[Sequence[Row]]:
    """The *lines* of each sentence."""
    return [lines[start:end] for start, end in _divided(lines)]


def _paragraph(group: Sequence[Row], traits: frozenset[str]) -> Paragraph:
    glue = [_glue(a, b) for a, b in pairwise(group)]
    # A blank may have come in between.
    kinds = reduce(or_, [row.kinds for row in group], STRAY if " " in glue else 0)
    return Paragraph(joined([row.patched for row in group], glue), traits, kinds, None)


def of_clauses(lines: Sequence[Row]) -> list[Paragraph]:
    """Of a written text whose author broke its sentences into *lines*: those without a verb are fragments."""
    if 2 * sum(row.gap for row in lines) > len(lines):
        # A blank line between all of them parts nothing.
        lines = [replace(row, gap=False) for row in lines]
    return [_paragraph(group, frozenset() if _is_sentence(group) else _FRAGMENT) for group in _groups(lines)]


_FRAGMENT = frozenset({"fragment"})
_SHORTEST_SENTENCE = 8


def _is_sentence(group: Sequence[Row]) -> bool:
    if group[-1].is_sentence:
        return True
    size = sum(row.size for row in group)
    return size >= _SHORTEST_SENTENCE and any(breaks.has_verb(row.written) for row in group)


def _stretches(verdicts: Sequence[Verdict], begun: Set[int]) -> list[list[int]]:
    """Runs of body lines of the same traits; a removed line parts two runs, a time between them does not.

    At the places *begun* somebody else begins.
    """
    runs: list[list[int]] = []
    before = -1
    for at, verdict in enumerate(verdicts):
        if verdict.reason == "time-mark":
            continue
        if verdict.fate == "body":
            if (
                at not in begun
                and runs
                and runs[-1][-1] == before
                and verdicts[before].traits == verdict.traits
            ):
                runs[-1].append(at)
            else:
                runs.append([at])
        before = at
    return runs


def _divided(lines: Sequence[Row]) -> list[tuple[int, int]]:
    """The division of *lines* into sentences with the highest sum of weights."""
    depth = _depths(lines)
    # Where stops are written, a line without one goes on.
    torn = _TORN if sum(row.ends for row in lines) > _PUNCTUATED * len(lines) else 0.0
    cuts = [0.0, *(_weight(lines[at - 1], lines[at], depth[at], torn) for at in range(1, len(lines))), 0.0]
    sizes = list(accumulate((row.size for row in lines), initial=0))
    fair = max(_FAIR, round(_CLAUSES * median([row.size for row in lines])))
    verbs = list(accumulate((not row.han or breaks.has_verb(row.written) for row in lines), initial=0))
    longest = max(map(sub, sizes, [0] * _MOST_LINES + sizes))
    weights = _length_weights(longest, fair)
    best, back = [0.0], [0]
    for end in range(1, len(lines) + 1):
        cut, size, first, verb = cuts[end], sizes[end], max(0, end - _MOST_LINES), verbs[end]
        scores = [
            so_far + cut + weights[size - start] + (_VERBLESS if verb == said else 0.0)
            for so_far, start, said in zip(best[first:], sizes[first:end], verbs[first:end], strict=True)
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
_VERBLESS = -1.0
"""For a sentence without a predicate."""
_OFTENER = 0.3
"""Speakers stop oftener than the texts that the odds were learned from."""


def _weight(before: Row, after: Row, depth: int, torn: float) -> float:
    """For a sentence to begin with *after*."""
    if depth > 0:
        return -9.0
    if before.text[-1:] in "。！？!?.…" or before.text[-2:] in ("。”", "！”", "？”"):
        return 4.0
    if before.text in _CLOSING:
        return 2.0
    if before.role == "cue" and after.text[:2] in (">>", "- "):
        return 5.0
    if before.text[-1:] in "，、：；,:;“（(—":
        return -3.0
    weight = torn + _OFTENER + breaks.odds(before.written, after.written) + (1.5 if after.gap else 0.0)
    if not before.han and not after.han and _NAME_ENDS.search(before.text) and _NAME.match(after.text):
        return weight - 2.0
    return weight


_NAME = regex(r"(?!I\b|The\b|And\b|So\b|But\b)[A-Z][a-z]")
_NAME_ENDS = regex(r"(?<=[a-z] )[A-Z][\w.-]+$")
"""Both sides of a name torn apart, in captions that write names alone with a capital."""
_SHORTEST, _FAIR = 10, 34
_CLAUSES = 3.6
"""Clauses of a fair sentence, where all are longer than those of chat."""


def _length_weights(longest: int, fair: int) -> list[float]:
    """By size: the odds know the clauses beside a break; this, how long the sentence has become."""
    over = [-size / 20 for size in range(longest - fair + 1)]
    return [-0.5] * _SHORTEST + [0.0] * (fair - _SHORTEST) + over


_OPENING, _CLOSING = "“「『（(《", "”」』）)》"
_PAIRED = regex(f"[{_OPENING}{_CLOSING}]")
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
        if not marks:
            continue
        depth = max(0, depth + sum(1 if mark in _OPENING else -1 for mark in marks))
        if depth and not before:
            opened = at
    return depths


def _glue(before: Row, after: Row) -> str:
    if before.text[-1:] in "，。；：、！？,;:!?“（—" or after.text[:1] in "”，。、；：）」":
        return "" if before.han or after.han else " "
    if not before.han and not after.han:
        return " "
    return "" if _runs_on(before.written, after.written) else "，"


def _runs_on(before: str, after: str) -> bool:
    """Whether the break stands inside a clause, where no mark would."""
    if _RUNS_ON.match(after) or _runs_into(before):
        return True
    taken = _TAKEN.search(before)
    if taken and not breaks.has_verb(taken[0]):
        return True
    marks = tagged(after)
    first = marks[0][1] if marks else ""
    if _is_counted(before):
        return first[:1] not in _NOT_COUNTED or (first == "r" and _NAMED.search(after) is not None)
    if _is_dated(before):
        return first in ("v", "d", "p")
    if _is_role(before):
        return first[:2] in ("nr", "ns") and not _MADE.search(before)
    return before.endswith("的") and first in ("n", "vn", "b", "a") and not _IS.search(before)


_RUNS_ON, _runs_into = breaks.any_of("runs_on"), breaks.at_end("runs_into")
_is_counted, _is_dated, _is_role = map(breaks.at_end, ("counted", "dated", "roles"))
_TAKEN = regex(r"(?<=(?<![一两几三])把)[^把，]+$")
"""What is taken, without what is done to it: "he has (ba) the bulldozer" | "given to the village"."""
_NOT_COUNTED = ("c", "d", "r", "t", "v")
_NAMED = regex("的[^的]{1,5}$")
"""A clause whose last word is a noun with all before it for its attribute."""
_MADE = regex("[任当是做为]")
_IS = regex("[是会]")
