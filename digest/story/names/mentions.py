"""Where entities are named: which form means whom in which document, found in one pass. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from digest.language import _name_data, alternatives, names
from digest.language._scan import is_word
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered
from digest.story.names.spellings import Spelling, native, ocr


class Register(Protocol):
    """What `forms` asks of the register of spellings (`digest.story.names.entities`)."""

    parent: dict[str, str]
    documents: dict[str, set[int]]
    rows: list[tuple[str, ...]]

    def root(self, text: str) -> str: ...
    def is_person(self, text: str) -> bool: ...
    def is_organisation(self, text: str) -> bool: ...
    def leading(self, owners: Iterable[str]) -> str: ...


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
        for part in {part for text in texts for part in Spelling.of(text).parts}:
            claims[part].add(root)
    leading = {part: register.leading(roots) for part, roots in claims.items() if len(roots) > 1}
    for root, texts in groups.items():
        for text in texts:
            found.append(Form(text, root, None))
            spelling = Spelling.of(text)
            # 'unknown' names claim their parts, too: O.J. Simpson keeps Simpson from another's row.
            if register.is_organisation(text) or spelling.garbled:
                continue
            found += [
                Form(part, root, frozenset(register.documents[text]))
                for part in spelling.parts
                # OpenAI Dota is a team of OpenAI, and takes nothing of its name.
                if len(part) > 1
                and part not in firms
                and not names.is_place(part)
                and not names.is_common(part)
                and leading.get(part) in (None, "", root)
            ]
            found += [
                Form(called, root, frozenset(register.documents[text]))
                for called in addressed(spelling, person=register.is_person(text))
            ]
    found += _called_for_short(groups, register)
    whole = {form.text for form in found if form.documents is None}
    # A surname of three characters or six letters that only one person has, or one leads with, names that
    # person everywhere.
    found += [
        Form(Spelling.of(text).surname, root, None)
        for root, texts in groups.items()
        for text in texts
        if (spelling := Spelling.of(text)).parts
        and register.is_person(text)
        and (len(claims[spelling.surname]) == 1 or leading.get(spelling.surname) == root)
        and spelling.surname not in whole
        and len(spelling.surname) >= (6 if spelling.latin else 3)
    ]
    for row in register.rows:
        if any(name in register.parent for name in row):
            root = register.root(next(name for name in row if name in register.parent))
            found += [Form(name, root, None) for name in row if name not in whole]
    return found


_TAIL = regex(
    "(?:监督?管理局|管理局|监管局|监管署|监管委员会|委员会|理事会|执委会|联合会|协会|联盟|工会|交易所|仲裁庭|俱乐部)$"
)
"""What a body is called in a text that has named it: 管理局 of 国家遥感数据管理局."""


def is_tail(text: str) -> bool:
    """Whether *text* is only the kind of a body: 管理局."""
    return _TAIL.fullmatch(text) is not None


def _called_for_short(groups: Mapping[str, Sequence[str]], register: Register) -> Iterator[Form]:
    """The last word of a body's name, in the documents in which no other's name ends so."""
    owners: dict[tuple[str, int], set[str]] = defaultdict(set)
    for root, texts in groups.items():
        for text in texts:
            tail = _TAIL.search(text)
            if tail and register.is_organisation(text):
                for document in register.documents[text]:
                    owners[tail.group(), document].add(root)
    for (called, document), roots in sorted(owners.items()):
        if len(roots) == 1 and called not in register.parent:
            yield Form(called, min(roots), frozenset({document}))


def addressed(spelling: Spelling, *, person: bool) -> list[str]:
    """How a person is called to the face: 老陆, 陆工 of 陆之衡; Dr He of He Yining or Elaine He."""
    if not person:
        return []
    if spelling.latin:
        ends = {spelling.given, spelling.surname} if spelling.parts else set()
        # Other parts are forms of their own: Altman in Mr Altman.
        return [f"{title} {part}" for title in _TITLES_EN for part in sorted(ends) if names.is_common(part)]
    if not native(spelling.text):
        return []
    family = spelling.text[: 2 if spelling.text[:2] in _name_data.COMPOUND_SURNAMES else 1]
    return [f"老{family}", *(family + title for title in _name_data.TITLES_ZH)]


_TITLES_EN = ("Mr", "Ms", "Mrs", "Dr", "Mr.", "Ms.", "Mrs.", "Dr.", "Professor")


class Finder:
    """Finds the entities that a text of a document names, the longest form at a place first."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._owners: dict[str, dict[int | None, set[str]]] = defaultdict(lambda: defaultdict(set))
        for form in forms:
            for document in form.documents if form.documents is not None else (None,):
                self._owners[form.text][document].add(form.key)
        self._scanned = {ocr(text): text for text in sorted(self._owners) if text.isascii() and len(text) > 3}
        slips = [slip for text in self._scanned if _MISREAD.fullmatch(text) for slip in _slips(text[:2])]
        self._forms = alternatives.Pairs({*self._owners, *slips})
        self._mixed = {text[0] for text in self._owners if _HAN.search(text)}
        self._met: dict[tuple[str, int], str] = {}
        self._read = Remembered(lambda text: self._written(text, self._forms_in(Texts([text]))[0]))

    def find(self, text: str, document: int) -> list[tuple[str, str]]:
        """(key, as written) in order of place; *document* -1 for a text of none."""
        found = []
        for written in self._read[text]:
            met = written, document
            if met not in self._met:
                self._met[met] = self._key(written, document) or self._misread(written, document)
            if self._met[met]:
                found.append((self._met[met], written))
        return found

    def read(self, texts: Texts) -> None:
        """Look for the forms in many texts at once: one by one takes far longer."""
        self._read.update(zip(texts, map(self._written, texts, self._forms_in(texts)), strict=True))

    def _forms_in(self, texts: Texts) -> list[list[tuple[int, str]]]:
        return self._forms.everywhere_in_each(texts)

    def _written(self, text: str, forms: Sequence[tuple[int, str]]) -> Sequence[str]:
        """The forms that stand in *text* as a whole, of all *forms* there, whomever they mean."""
        found = []
        end = 0
        for place, form in forms:
            if place < end or (form[0] not in self._mixed and _goes_on(text, place)):
                continue
            whole = form in self._owners and _holds(text, place, form)
            written = form if whole else self._misread_at(text, place, form)
            if written:
                found.append(written)
                end = place + len(written)
        return found

    def _misread_at(self, text: str, place: int, slip: str) -> str:
        """What stands at *place* where a scanner may have made *slip* of the start of a form, or ""."""
        scanned = _SCANNED.match(text, place) if len(slip) == 2 and slip[0] in "lI1" else None
        return scanned.group() if scanned and ocr(scanned.group()) in self._scanned else ""

    def _misread(self, written: str, document: int) -> str:
        return self._key(self._scanned.get(ocr(written), ""), document) if written.isascii() else ""

    def _key(self, text: str, document: int) -> str:
        """Whom *text* names in *document*; a form that two people there share names neither."""
        if text not in self._owners:
            return ""
        owners = self._owners[text]
        keys = owners.get(document, set()) | owners.get(None, set())
        return min(keys) if len(keys) == 1 else ""


_HAN = regex(r"[\u4e00-\u9fff]")
_MISREAD = regex("l[a-z]{3,}")
"""A form, as `ocr` makes it, that scanners may print with any of l, I and 1 in front."""
_SCANNED = regex(r"(?<![A-Za-z])[lI1][a-z]{3,}(?![A-Za-z])")
_LETTER = regex("[A-Za-zÀ-ÿ]")
_SAYS = regex("[说称][，：“「]")
_SPELLING_GOES_ON = regex(f"(?!{names.FOLLOWS}){names.SPELLING}")


_ALONE = regex("(?<![\u4e00-\u9fff])|(?<=[的是在被由向对与和及让给经据称说了为])")
"""Where 管理局 is no part of another's name."""


def _slips(start: str) -> list[str]:
    """What `ocr` may have made the first two letters of a `_MISREAD` from."""
    return [first + second for first in "lI1" for second in ("li" if start[1] == "l" else start[1])]


def _goes_on(text: str, place: int) -> bool:
    """Whether a Latin word goes on at *place*: no form starts inside one."""
    return place > 0 and text[place - 1].isascii() and text[place - 1].isalpha() and text[place].isalnum()


def _holds(text: str, place: int, form: str) -> bool:
    """Whether *form* stands at *place* as a whole: not 雷克 in 雷克萨斯, not Lin in Linda."""
    end = place + len(form)
    if _TAIL.fullmatch(form):
        return _ALONE.match(text, place) is not None if place else True
    if _HAN.search(form):
        # 雷克 is not in 雷克萨斯, but it is in 雷克加入: two characters look at what follows.
        if len(form) > 2:
            return True
        # Nor is 陆工 in 陆工程 or 周敏 in 周敏感.
        if native(form) and _HAN.match(text, end):
            says = _SAYS.match(text, end)  # 闵可|说, and not 可说
            return bool(says) or not is_word(form[1] + text[end]) or is_word(text[end : end + 2])
        return not _SPELLING_GOES_ON.match(text, end)
    return not (place and _LETTER.match(text, place - 1)) and not _LETTER.match(text, end)
