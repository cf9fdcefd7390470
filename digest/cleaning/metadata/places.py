"""Where on a page writers are named: above the text, in its first words, behind its last. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import NamedTuple

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import outlets
from digest.language._name_data import GIVEN_NAMES
from digest.language.lazy import regex
from digest.language.script import HAN, simplify
from digest.language.words import stop_words
from digest.model import Metadata

HEAD = 14
"""Rows from the top in which a name may stand above the date."""
_EDITOR = regex(
    r"(?:编辑|編輯|责编|責編|校对|校對|审核|審核|监制|監製|主编|主編|摄影|攝影"
    r"|/图|／图|图[/／:：|｜])\W{0,3}$"
)
_LABEL = 6
"""Characters in front of a name, in which what its bearer did is said."""
_LONGEST_HEAD, _LONGEST_LINE = 400, 60
"""Rows above a text at most; characters of a line that may be nothing but names."""
LATIN_NAME = regex(
    r"[A-Z][\w.'’-]+(?:(?: (?:de|la|der|den|van|von|di|da|del|dos|bin|al|y))* [A-Z][\w.'’-]*){1,3}"
)
_INTRODUCED = regex(rf"(?P<name>{LATIN_NAME.pattern}) (?:is|was) (?:an?|the|our)\b")
_PAPER = regex(
    r"(?:The .+|(?:.+ )?(?:Gazette|Times|News|Post|Daily|Media|Press|Journal|Herald|Tribune|Chronicle"
    r"|Magazine|Review|Weekly|Observer|Standard|Wire|Today|Bulletin|Courier|Echo|Record|Register|Sentinel|Star|Sun|Telegraph))"
)


class Credit(NamedTuple):
    """Names on one line, and what there speaks for each being a writer's: signs of `weights.toml`."""

    names: Sequence[str]
    signs: frozenset[str]


def credit(names: Sequence[str], *signs: str) -> Iterator[Credit]:
    """One where there are *names*, else none."""
    if names:
        yield Credit(names, frozenset(signs))


class Places:
    """The rows of a page by what became of them."""

    def __init__(self, rows: Sequence[Row], fates: Sequence[str], metadata: Metadata, told: Set[str]) -> None:
        """*told*: what the folded lines of the page have of the strings looked for in all of them."""
        self.rows, self.fates, self.metadata, self.told = rows, fates, metadata, told
        self.body = [at for at, fate in enumerate(fates) if fate == "body"]
        self.first = self.body[0] if self.body else len(rows)
        self.last = self.body[-1] if self.body else -1
        self.title = next((at for at, fate in enumerate(fates) if fate == "title"), None)

    @property
    def called(self) -> str:
        """The title, as the page has it."""
        return self.rows[self.title].text if self.title is not None else self.metadata.title or ""

    @property
    def head(self) -> range:
        """Rows above the second paragraph, be the menu ever so long."""
        near = [at for at in self.body[:2] if at < _LONGEST_HEAD]
        return range(min(len(self.rows), max(HEAD, near[-1] if len(near) > 1 else 0)))

    @cached_property
    def ends(self) -> Mapping[str, tuple[int, int]]:
        """Where each short line stands first and last."""
        ends: dict[str, tuple[int, int]] = {}
        for at, row in enumerate(self.rows):
            if len(row.text) <= _LONGEST_LINE:
                line = row.text.strip()
                ends[line] = (ends[line][0] if line in ends else at, at)
        return ends

    @cached_property
    def introduced(self) -> Set[str]:
        """Whom a line that is none of the text's begins to tell of: Jane Doe is a ..."""
        beside = zip(self.rows, self.fates, strict=True)
        found = (
            _INTRODUCED.match(row.text)
            for row, fate in beside
            if fate not in ("body", "title") and not row.han and len(row.text) > _LONGEST_LINE
        )
        return {match["name"] for match in found if match}

    @cached_property
    def _beside(self) -> str:
        """What is not the text's."""
        return "\n".join(
            [row.text for row, fate in zip(self.rows, self.fates, strict=True) if fate != "body"]
        )

    def edits(self, name: str) -> bool:
        """Whether a line beside the text says that it is the editor's, or the photographer's."""
        beside, at = self._beside, self._beside.find(name)
        while at >= 0:
            if _EDITOR.search(beside, max(0, at - _LABEL), at):
                return True
            at = beside.find(name, at + len(name))
        return False

    def tells_of(self, name: str) -> bool:
        """Whether the title tells of somebody so called, or the text more than once."""
        return name in self.called.removeprefix(f"{name}》") or self._told.count(name) > 1

    @cached_property
    def _told(self) -> str:
        """The text, as it is written."""
        return "\n".join([self.rows[at].text for at in self.body])


def is_paper(text: str) -> bool:
    """Whether capitalised words name a paper, not a person."""
    bare = text.strip()
    return len(bare) < 40 and LATIN_NAME.fullmatch(bare) is not None and _PAPER.fullmatch(bare) is not None


def is_latin(text: str) -> bool:
    """Whether it is written as names of persons are, and is no paper's and no button's."""
    if LATIN_NAME.fullmatch(text) is None or is_paper(text) or outlets.named(text.lower()):
        return False
    words = text.lower().split()
    return stop_words("en").isdisjoint(words) and _NO_PERSON.isdisjoint(words)


_NO_PERSON = frozenset(
    "posted updated published veröffentlicht edited reviewed release date follow share developer publisher"
    " monday tuesday wednesday thursday friday saturday sunday news blog magazine".split()
)
"""Words beside a day that a page writes with a capital."""


def is_given(text: str) -> bool:
    """Whether its first word is a given name."""
    return text.split()[0].lower() in GIVEN_NAMES


_HAN_NAME = regex(rf"[{HAN}·]{{2,12}}")


@lru_cache(maxsize=256)
def is_person(text: str) -> bool:
    """Whether these characters are a Chinese name."""
    if _HAN_NAME.fullmatch(text) is None:
        return False
    from digest.language import names, people  # which have much to load

    name = simplify(text)
    return people.is_name(name) or any(found.text == name for found in names.find(name))
