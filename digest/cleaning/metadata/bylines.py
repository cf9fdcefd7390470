"""Who wrote an article: what speaks for each name that may be a writer's, weighed. Pure.

Every line that says who wrote it (`credits`), every place where a text signs (`signatures`), a board shows
who posts (`boards`) or a name stands alone (`standing`) is a candidate. Its signs count as `weights.toml`
says; the heaviest is right, if it reaches what a writer must: a wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from math import fsum

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import accounts, boards, outlets, signatures, standing
from digest.cleaning.metadata.credits import NO_NAME, names_in, said
from digest.cleaning.metadata.evidence import least, weights
from digest.cleaning.metadata.listed import listed
from digest.cleaning.metadata.places import Credit, Places, credit, is_given, is_latin, is_person
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.model import Metadata


def authors(rows: Sequence[Row], fates: Sequence[str], metadata: Metadata, told: Set[str]) -> tuple[str, ...]:
    """Those who wrote it, in the order named; *told*: what the page has of the strings looked for in it."""
    places, counts = Places(rows, fates, metadata, told), weights("author")
    found: list[tuple[float, Credit]] = []
    best = 0.0
    for candidates in _KINDS:
        for each in candidates(places):
            if not _may_reach(each.signs, counts):
                continue
            names = [name for name in each.names if not _is_nobody(name)]
            # The house's own name stands beside the date of many pages.
            is_house = metadata.authors and names == [metadata.publisher] and candidates is not _claimed
            if names and not is_house:
                weight = _points(Credit(names, each.signs), places, counts, best)
                found.append((weight, Credit(names, each.signs)))
                best = max(best, weight)
        if best >= counts["sure"]:
            break
    if best < least("author"):
        return ()
    winner = next(each for weight, each in found if weight == best)
    same = [
        each
        for weight, each in found
        if each is winner or (_SHARED & each.signs & winner.signs and weight > best + counts["away"])
    ]
    return tuple(dict.fromkeys(name for each in same for name in each.names))


_SHARED = frozenset({"labelled", "translator"})
"""A page has as many of these lines as it has writers."""


def _may_reach(signs: Set[str], counts: Mapping[str, float]) -> bool:
    """Whether the cheap signs leave it to the dear ones: where a name stands, against what it is.

    `fsum`: a set has no order, and its sum must not have one.
    """
    shape = max(counts["person"], counts["latin"] + counts["given"]) * (not signs.isdisjoint(_UNSAID))
    return fsum([counts[sign] for sign in signs]) + shape >= least("author")


def _points(each: Credit, places: Places, counts: Mapping[str, float], best: float) -> float:
    """The weight of what speaks for it, and against it where it would be the *best* else."""
    points = fsum([counts[sign] for sign in each.signs])
    if not each.signs.isdisjoint(_UNSAID):
        if all(map(is_latin, each.names)):
            points += counts["latin"] + counts["given"] * all(map(is_given, each.names))
        else:
            points += counts["person" if all(map(is_person, each.names)) else "stranger"]
    elif "labelled" in each.signs:
        return points
    # A page may have thousands of posts, and each of their names would be looked for in all of it.
    if points > best and any(map(places.edits, each.names)):
        points += counts["edits"]
    if points > best and "stands" in each.signs and any(map(places.tells_of, each.names)):
        points += counts["told"]
    return points


_UNSAID = frozenset({"stands", "unmarked"})
"""Where nothing says so but the name's shape and place."""


def _said(places: Places) -> Iterator[Credit]:
    """What the lines of account say, and lines like them right around the text."""
    first, last = places.first, places.last
    title = places.title if places.title is not None and places.title < first else -1
    others = listed(places.rows, places.fates)
    accounts_at = [at for at, fate in enumerate(places.fates) if fate == "byline" and at not in others]
    beside = {near for at in accounts_at for near in range(at - _BESIDE, at + _BESIDE + 1)}
    for at in accounts_at:
        row = places.rows[at]
        how, names = said(row, at < first) if len(row.text) < _LONGEST_BYLINE else ("", [])
        yield from credit(names, how, *(("away",) if not title - _AWAY <= at <= last + _AWAY else ()))
    for at in sorted({*beside, *range(title + 1, first), *range(last + 1, last + _NEAR + 1)}):
        if not 0 <= at < len(places.rows) or places.fates[at] != "removed":
            continue
        row = places.rows[at]
        if len(row.text) <= _LONGEST_LINE and (row.han or _BY.match(row.fold)):
            how, names = said(row, at < first)
            yield from credit(names, how, "unmarked", *(("beside_account",) if at in beside else ()))


_LONGEST_BYLINE, _LONGEST_LINE = 140, 60
_BY = regex(r"\W*(?:(?:written |words )?by\b|by(?=[a-z]{3})|(?:von|par|por|di|door) |autori?(?:in)?:)")
_NEAR, _BESIDE, _AWAY = 3, 2, 8
"""Rows below the text, around a line of account, and from the text to what is another's."""


def _claimed(places: Places) -> Iterator[Credit]:
    """What a page's head, or a note's, says."""
    yield from credit(
        [name for author in places.metadata.authors for name in names_in(boards.without_badge(author))],
        "claimed",
    )


def _account(places: Places) -> Iterator[Credit]:
    signed = accounts.signed(places.rows, places.told, places.metadata.publisher)
    writers = signed.writers if signed else ()
    yield from credit([name for writer in writers for name in names_in(writer)], "account")


_KINDS = (_said, _account, signatures.credits, boards.credits, standing.credits, _claimed)
"""Those of the lines that say it first: where one is sure, no other need be looked for."""


def _is_nobody(name: str) -> bool:
    """A label of the page, or a house: of 晚点 LatePost and 晚点LatePost the blank is nobody's."""
    fold = simplify(name).lower()
    return (
        NO_NAME.search(fold) is not None
        or outlets.named(fold) is not None
        or outlets.named(fold.replace(" ", "")) is not None
    )
