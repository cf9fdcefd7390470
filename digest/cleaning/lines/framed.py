"""The site's frame in an article: lines, and sentences glued to one, that others of the folder have.

Which they are is found by `digest.cleaning.frames`; here they are known again. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType

from digest.cleaning.text.splice import Patched
from digest.language.lazy import regex
from digest.model import Article, ArticleId

REASON = "site-frame"
"""Why such a line is removed, in a receipt."""


@dataclass(frozen=True, slots=True)
class Frames:
    """In how many articles each part of a frame stands."""

    seen: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Lines and sentences, by their `keys`."""
    spoken: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """`windows` of what is said at either end of transcripts."""
    tops: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Words with which a line near the beginning begins, by their `words_key`."""
    own: Mapping[ArticleId, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """What of ``seen`` an article tells itself: its title, which others have as a related headline."""
    free: frozenset[ArticleId] = frozenset()
    """Articles that have nothing of a frame."""

    def beside(self, article: Article) -> Mapping[str, int]:
        """What of ``seen`` is a frame in *article*."""
        if article.id in self.free:
            return {}
        own = self.own.get(article.id)
        return {key: files for key, files in self.seen.items() if key not in own} if own else self.seen


NONE = Frames()
"""Of an article that is read alone."""


@dataclass(frozen=True, slots=True)
class Framed:
    """What of a line is its site's, and how many articles have it.

    ``cut`` are the sentences glued to the line's own; without them the whole line is.
    """

    files: int
    cut: tuple[str, ...] = ()
    is_cut: bool = False
    """They are gone already; else each goes as a sentence of the line."""

    @property
    def told(self) -> str:
        """What the receipt says of it."""
        cut = " ".join([f"“{text}”" for text in self.cut])
        return f"in {self.files} articles of the folder{cut and f': {cut}'}"


_SIGNS = regex(r"[^\w\n]+|_+")
_FIGURES = regex(r"\d+")


def keys(texts: Sequence[str]) -> list[str]:
    """What each of *texts* is known again by: its letters in lower case, of a label with 0 for any number.

    A sentence keeps its numbers: the market report of each day has the same words, and says another thing.
    "" where there are too few letters: a number, a mark or one sign is nobody's own.
    """
    if not texts:
        return []
    whole = "\n".join([text.replace("\n", " ") if "\n" in text else text for text in texts]).lower()
    bare = _SIGNS.sub("", whole).split("\n")
    return [
        _counted(key, text) if _HAS_FIGURE(key) else key * (len(key) > 1)
        for key, text in zip(bare, texts, strict=True)
    ]


def _counted(key: str, text: str) -> str:
    if size(key) >= SENTENCE or is_stopped(text):
        return key
    label = _FIGURES.sub("0", key)
    return label if len(label) - label.count("0") * _OF_A_NUMBER > 1 else ""


_HAS_FIGURE = regex(r"\d").search
_OF_A_NUMBER = 3
"""How many more letters a label needs for each number, which says 0年0月 of every day."""
SENTENCE = 42
"""Size of what may be a sentence of an article."""
_WIDE, _FIRST_WIDE = 3, "\u2e80"
"""What a Chinese character counts for, and the first sign that may be one."""


def size(key: str) -> int:
    """In letters, of which a Chinese character is three."""
    return len(key) * (_WIDE if key[-1:] >= _FIRST_WIDE else 1)


def is_stopped(text: str) -> bool:
    """Whether it ends as sentences do."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS


_STOPS = frozenset("。！？!?.…")
_CLOSING = "\"”’」』）)]】》' \t"

# Begun with a class, so that letters are passed over at once.
_END = regex(
    r"[。！？….!?\s](?:(?<=[。！？…])[。！？…]*[”’」』）)\]】》]*"
    r"|(?<=[.!?])[.!?]*[”’\"')\]]*\s+(?=[A-ZÀ-Þ\u4e00-\u9fff“\"‘(])|(?<=\s)\s{2,}|(?<=\t)\t*)"
)
"""Where a sentence ends, or a line that lost its line ends goes on."""


def segments(text: str) -> list[tuple[int, int]]:
    """The sentences of a line as ranges of *text*, ascending; one range where it has one."""
    ends = [found.end() for found in _END.finditer(text)]
    if not ends or ends == [len(text)]:
        return [(0, len(text))]
    if ends[-1] != len(text):
        ends.append(len(text))
    return list(zip([0, *ends[:-1]], ends, strict=True))


def is_framed(article: Article, frames: Frames) -> bool:
    """Whether a line of *article*, or a sentence in one, is of one of the *frames*."""
    seen = frames.beside(article)
    if not seen:
        return bool(frames.spoken or frames.tops)
    texts = [line.text[a:b] for line in article.lines if line.text for a, b in segments(line.text)]
    return bool(frames.spoken or frames.tops) or not seen.keys().isdisjoint(keys(texts))


TOP_LINES, MOST_WORDS = 3, 120
"""Lines at the beginning of an article, and words of one, in which a menu lost its line ends."""


def word_ends(text: str) -> list[int]:
    """Where each of the first words ends, the blanks behind it included."""
    return [found.end() for found in islice(_WORD.finditer(text), MOST_WORDS)]


_WORD = regex(r"\S+\s*")


def words_key(words: Sequence[str]) -> str:
    """What a run of words is known again by."""
    return " ".join(words)


def without_tops(parts: list[Patched], tops: Mapping[str, int]) -> tuple[list[Patched], dict[int, Framed]]:
    """*parts*, the lines of an article, without the words with which those of other articles begin, too."""
    found: dict[int, Framed] = {}
    if not tops:
        return parts, found
    parts = list(parts)
    for at, part in enumerate(parts[:TOP_LINES]):
        if end := top_end(part.text, tops):
            cut = part.text[:end].strip()
            parts[at] = part.cut([(end, len(part.text))])[0]
            found[at] = Framed(tops[words_key(cut.split())], (cut,), is_cut=True)
    return parts, found


def top_end(text: str, tops: Mapping[str, int]) -> int:
    """Where the longest of *tops* ends with which *text* begins and goes on; 0 for none."""
    end = 0
    words: list[str] = []
    for stop in word_ends(text)[:-1] if tops else ():
        words = text[:stop].split()
        end = stop if words_key(words) in tops else end
    return end


def framed(
    parts: Sequence[Patched], seen: Mapping[str, int], begun: Mapping[int, Framed]
) -> dict[int, Framed]:
    """What of *parts*, the lines of an article, is its site's, by their places.

    *seen* tells, by their keys, in how many articles lines and sentences of a frame stand; *begun*, which
    lines began with one.
    """
    found = dict(begun)
    if not seen:
        return found
    spans = [segments(part.text) for part in parts]
    own = iter(keys([part.text[a:b] for part, ranges in zip(parts, spans, strict=True) for a, b in ranges]))
    for at, (part, ranges) in enumerate(zip(parts, spans, strict=True)):
        known = [(key, seen.get(key, 0)) for _, key in zip(ranges, own, strict=False)]
        if any(files for _, files in known) and (its := _of_line(part.text, ranges, known)):
            found[at] = replace(begun[at], cut=begun[at].cut + its.cut) if at in begun and its.cut else its
    return found


def _of_line(text: str, spans: Sequence[tuple[int, int]], known: Sequence[tuple[str, int]]) -> Framed | None:
    """The sentences of the frame before and behind a line's own; *known*: key and files of each."""
    # A sign alone between two of the frame's is the frame's.
    stays = [at for at, (key, files) in enumerate(known) if key and not files]
    if not stays:
        return Framed(min(files for _, files in known if files))
    gone = [at for at, (_, files) in enumerate(known) if files and not stays[0] <= at <= stays[-1]]
    if not gone:
        return None
    cut = tuple([text[slice(*spans[at])].strip() for at in gone])
    return Framed(min(known[at][1] for at in gone), cut)


# --- what a channel says in every episode -------------------------------------

_EDGE = 900
"""Letters at either end of a transcript where a channel greets and takes leave."""
_WINDOW, _WIDE_WINDOW = 24, 10
"""Letters that two say alike by no chance; Chinese characters."""
_COVERED = 0.8
"""Share of a line's letters that the channel says, from which the line is the channel's."""


def windows(letters: str) -> list[str]:
    """What begins at each letter, so long that two say it alike by no chance.

    A recogniser breaks the same words into lines in another way each time; so they are known as they run on.
    """
    lengths = [_WIDE_WINDOW if letter >= _FIRST_WIDE else _WINDOW for letter in letters]
    found = [letters[at : at + length] for at, length in enumerate(lengths)]
    return [window for window, length in zip(found, lengths, strict=True) if len(window) == length]


def ends(own: Sequence[str]) -> list[range]:
    """The lines, by their *own* keys, that stand within reach of either end; one range where both meet."""
    head = _reach(own)
    tail = len(own) - _reach(own[::-1])
    return [range(head), range(tail, len(own))] if head < tail else [range(len(own))]


def _reach(own: Sequence[str]) -> int:
    letters = 0
    for at, key in enumerate(own):
        if letters >= _EDGE:
            return at
        letters += len(key)
    return len(own)


def spoken_always(texts: Sequence[str], frames: Frames) -> dict[int, Framed]:
    """Which of *texts*, lines of a transcript, by their places, its channel says in other episodes too."""
    if not frames.spoken:
        return {}
    own = [key.replace("0", "") for key in keys(texts)]
    found: dict[int, Framed] = {}
    for lines in ends(own):
        letters = "".join([own[at] for at in lines])
        files = [0] * len(letters)
        for at in range(len(letters)):
            length = _WIDE_WINDOW if letters[at] >= _FIRST_WIDE else _WINDOW
            if times := frames.spoken.get(letters[at : at + length], 0):
                files[at : at + length] = [max(times, each) for each in files[at : at + length]]
        start = 0
        for line in lines:
            its = files[start : start + len(own[line])]
            start += len(its)
            if its and sum(map(bool, its)) >= _COVERED * len(its):
                found[line] = Framed(min(filter(None, its)))
    return found
