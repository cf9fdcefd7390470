"""Signs drawn at random that a board puts at either end of its lines against copying. Pure.

Discuz! draws five to fifteen times a sign from chr(32) to chr(59), a blank and a sign from chr(63) to
chr(126), and sets its own name beside them: / E5 I2 y8 y% i$ g. In the page nobody sees them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.cleaning.text.splice import Patched
from digest.language.lazy import regex

_DRAWN = regex(r"(?:^[?-~])?[!-;]? [?-~](?:[ -;]? [?-~]){4,}")
"""Of two blanks, the first of them drawn, most pages keep one; of the first pair of a line, its end."""
_MAY_BE_DRAWN = regex(r" [?-~](?<=[!-/:;] [?-~])[!-;]? [?-~][!-;]? [?-~][!-;]? [?-~]")
_FEWEST_SIGNS, _FEWEST_LINES = 3, 3
"""Different signs in front of the blanks, where "a, b, c, d, e, f" has one; lines of a page that has them."""
_SHORTEST_NAME, _LONGEST_NAME = 4, 60
_SHORTEST_SHARED = 8
"""Characters before such signs in one line and behind them in another: no two sentences share so many."""
_STOPS = "。！？!?…”」』"
_DAY = regex(r"\s*(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?$")
"""Behind a name: when the author says it was."""
_Spans = Sequence[tuple[int, int]]


def without_jammers(parts: list[Patched]) -> list[Patched]:
    """*parts*, the lines of a page, without such signs, and without the board's name beside them."""
    whole = "\n".join([part.text for part in parts])
    if _MAY_BE_DRAWN.search(whole) is None:
        return parts
    drawn = [_drawn(part.text) for part in parts]
    if sum(map(bool, drawn)) < _FEWEST_LINES:
        return parts
    texts = [part.text for part in parts]
    found = {*_names(texts, drawn, whole), *_shared(texts, drawn)}
    names = sorted(found, key=lambda name: (-len(name), name))
    return [
        _cut(part, *_inner(part.text, spans, names)) if spans else part
        for part, spans in zip(parts, drawn, strict=True)
    ]


def _cut(part: Patched, start: int, end: int) -> Patched:
    return part.cut([(start, end)])[0].stripped() if start < end else Patched("", part.start, part.start)


def _drawn(text: str) -> _Spans:
    return [found.span() for found in _DRAWN.finditer(text) if _varies(found[0])]


def _varies(signs: str) -> bool:
    return len({word[-1] for word in signs.split(" ")[:-1] if word}) >= _FEWEST_SIGNS


def _names(texts: Sequence[str], drawn: Sequence[_Spans], whole: str) -> Iterator[str]:
    """What stands alone beside such signs: between two, behind the last stop, or again elsewhere."""
    for text, spans in zip(texts, drawn, strict=True):
        if not spans:
            continue
        start = spans[0][1] if spans[0][0] == 0 else 0
        end = spans[-1][0] if spans[-1][1] == len(text) else len(text)
        stop = max([text.rfind(sign, start, end) for sign in _STOPS])
        closed = end < len(text)
        name = _DAY.sub("", text[max(start, stop + 1) if closed else start : end].strip())
        bounded = closed and (start > 0 or stop >= 0)
        if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and (bounded or whole.count(name) > 1):
            yield name


def _shared(texts: Sequence[str], drawn: Sequence[_Spans]) -> Iterator[str]:
    """What ends one line and begins another, beside such signs: the board's name may be a sentence."""
    ends: dict[str, int] = {}
    for at, (text, spans) in enumerate(zip(texts, drawn, strict=True)):
        if spans and spans[-1][1] == len(text):
            before = text[: spans[-1][0]].rstrip()[-_LONGEST_NAME:]
            for cut in range(len(before) - _SHORTEST_SHARED + 1):
                ends.setdefault(before[cut:], at)
    for at, (text, spans) in enumerate(zip(texts, drawn, strict=True)):
        if spans and spans[0][0] == 0:
            behind = text[spans[0][1] :][:_LONGEST_NAME]
            sizes = range(len(behind), _SHORTEST_SHARED - 1, -1)
            yield from [behind[:size] for size in sizes if ends.get(behind[:size], at) != at][:1]


def _inner(text: str, spans: _Spans, names: Sequence[str]) -> tuple[int, int]:
    """Of *text*, what its author wrote."""
    start, end = 0, len(text)
    if spans[0][0] == 0:
        start = spans[0][1]
        while name := next((name for name in names if text.startswith(name, start, end)), ""):
            start += len(name)
    if spans[-1][1] == end:
        end = max(start, spans[-1][0])
        while name := next((name for name in names if text.endswith(name, start, end)), ""):
            end -= len(name)
    return start, end
