"""Where entities are named: which form means whom in which document, found in one pass. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from digest.language import alternatives, names
from digest.story.spellings import Spelling, ocr


class Register(Protocol):
    """What `forms` asks of the register of spellings (`digest.story.entities`)."""

    parent: dict[str, str]
    documents: dict[str, set[int]]
    rows: list[tuple[str, ...]]

    def root(self, text: str) -> str: ...
    def is_person(self, text: str) -> bool: ...
    def is_organisation(self, text: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Form:
    """A way to name an entity; valid in ``documents``, or everywhere when None."""

    text: str
    key: str
    documents: frozenset[int] | None


def forms(groups: Mapping[str, Sequence[str]], register: Register) -> list[Form]:
    found: list[Form] = []
    firms = {text for texts in groups.values() for text in texts if register.is_organisation(text)}
    claims: dict[str, set[str]] = defaultdict(set)
    for root, texts in groups.items():
        for text in texts:
            found.append(Form(text, root, None))
            spelling = Spelling.of(text)
            for part in spelling.parts:
                claims[part].add(root)
            # 'unknown' names claim their parts, too: O.J. Simpson keeps Simpson from another's row.
            if register.is_organisation(text) or spelling.garbled:
                continue
            found += [
                Form(part, root, frozenset(register.documents[text]))
                for part in spelling.parts
                # OpenAI Dota is a team of OpenAI, and takes nothing of its name.
                if len(part) > 1 and part not in firms and not names.is_place(part)
            ]
    whole = {form.text for form in found if form.documents is None}
    # A surname of three characters or six letters that only one person has names that person everywhere.
    found += [
        Form(Spelling.of(text).surname, root, None)
        for root, texts in groups.items()
        for text in texts
        if (spelling := Spelling.of(text)).parts
        and register.is_person(text)
        and len(claims[spelling.surname]) == 1
        and spelling.surname not in whole
        and len(spelling.surname) >= (6 if spelling.latin else 3)
    ]
    for row in register.rows:
        if any(name in register.parent for name in row):
            root = register.root(next(name for name in row if name in register.parent))
            found += [Form(name, root, None) for name in row if name not in whole]
    return found


class Finder:
    """Finds the entities that a text of a document names, longest form first; one pattern for all."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._owners: dict[str, dict[int | None, set[str]]] = defaultdict(lambda: defaultdict(set))
        for form in forms:
            for document in form.documents if form.documents is not None else (None,):
                self._owners[form.text][document].add(form.key)
        self._scanned = {ocr(text): text for text in sorted(self._owners) if text.isascii() and len(text) > 3}
        slips = "|".join(_slips(text[1:]) for text in self._scanned if _MISREAD.fullmatch(text))
        last = {letter: f"(?<![A-Za-z]{letter})(?:{slips})(?![A-Za-z])" for letter in "lI1"} if slips else {}
        self._pattern = re.compile(alternatives.pattern(self._owners, ends=_guard, last=last))
        self._met: dict[tuple[str, int], str] = {}

    def find(self, text: str, document: int) -> list[tuple[str, str]]:
        """(key, as written) in order of place; *document* -1 for a text of none."""
        found = []
        for match in self._pattern.finditer(text):
            written = match.group()
            met = written, document
            if met not in self._met:
                self._met[met] = self._key(written, document) or self._misread(written, document)
            if self._met[met]:
                found.append((self._met[met], written))
        return found

    def _misread(self, written: str, document: int) -> str:
        return self._key(self._scanned.get(ocr(written), ""), document) if written.isascii() else ""

    def _key(self, text: str, document: int) -> str:
        """Whom *text* names in *document*; a form that two people there share names neither."""
        if text not in self._owners:
            return ""
        owners = self._owners[text]
        keys = owners.get(document, set()) | owners.get(None, set())
        return min(keys) if len(keys) == 1 else ""


_MISREAD = re.compile("l[a-z]{3,}")
"""A form, as `ocr` makes it, that scanners may print with any of l, I and 1 in front."""


def _slips(text: str) -> str:
    """What `ocr` may have made *text* from, in small letters."""
    return text.replace("l", "[il]")


def _guard(text: str) -> str:
    """What must hold around a form, as an expression to stand behind it."""
    if _HAN.search(text):
        # 雷克 is not in 雷克萨斯, but it is in 雷克加入: two characters look at what follows.
        return f"(?!(?!{names.FOLLOWS}){names.SPELLING})" if len(text) < 3 else ""
    return rf"(?<![A-Za-zÀ-ÿ]{re.escape(text)})(?![A-Za-zÀ-ÿ])"


_HAN = re.compile(r"[\u4e00-\u9fff]")
