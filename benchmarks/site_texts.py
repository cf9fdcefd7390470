"""Texts of which it is known what is the site's and what the article's, for `learn_leftovers`.

A folder is searched for files of three forms, by their names. Texts of one site, which must not judge
each other, share what stands before ``--`` in a name (``SITE--NAME.txt``); others are sites of their own.

- ``X`` beside ``X.gold.json``: a page as text, and what it holds as an object with lists of strings:
  ``junk`` (the site's), and ``body``, ``keep``, ``first``, ``last`` (the article's); with its ``title``;
  texts with ``refuse`` are passed over.
- ``*.html``: a page. What our reading of the markup keeps is the article's, the rest the site's; it is
  judged as text, with a line for each block and again with all of it in one line.
- ``*.txt`` alone: nothing in it is a site's.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.cleaning.document import by_rules
from digest.cleaning.judging.places import Unit, outline
from digest.errors import DigestError
from digest.intake import read_bytes
from digest.language.script import simplify
from digest.model import Document

Label = Callable[[str], bool | None]
"""Whether a sentence is the site's; None where nobody knows."""


@dataclass(frozen=True)
class Text:
    """A document that the rules have cleaned, its units, and which of them are the site's."""

    site: str
    form: str
    document: Document
    units: tuple[Unit, ...]
    labels: tuple[bool | None, ...]


# --- reading ------------------------------------------------------------------


def texts(folders: Sequence[Path]) -> list[Text]:
    """All of *folders*, by name."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    with ProcessPoolExecutor() as pool:
        return [text for found in pool.map(_of_file, paths, chunksize=8) for text in found]


def _of_file(path: Path) -> list[Text]:
    gold = path.with_name(path.name + ".gold.json")
    site = path.name.partition("--")[0]
    data = path.read_bytes()
    if gold.exists():
        known = json.loads(gold.read_text("utf-8"))
        return [] if known.get("refuse") else _texts(path.name, data, site, "gold", _by_gold(known))
    if path.suffix == ".html":
        return list(_of_page(path, data, site))
    if path.suffix == ".txt":
        return _texts(path.name, data, site, "clean", lambda _: False)
    return []


def _texts(name: str, data: bytes, site: str, form: str, label: Label) -> list[Text]:
    found = []
    for document in _documents(name, data):
        if document.kind == "transcript" or document.language not in ("zh", "en") or not document.sentences:
            continue
        units = tuple(outline(document))
        labels = tuple(None if unit.fate == "head" or not unit.text else label(unit.text) for unit in units)
        found.append(Text(site, form, document, units, labels))
    return found


def _documents(name: str, data: bytes) -> Iterator[Document]:
    try:
        for article in read_bytes(data, name):
            yield by_rules(article)
    except DigestError:
        return


def _of_page(path: Path, data: bytes, site: str) -> Iterator[Text]:
    read_as_page = next(_documents(path.name, data), None)
    if read_as_page is None:
        return
    body = [sentence.text for sentence in read_as_page.sentences]
    if sum(map(len, body)) < _SHORTEST_BODY:
        return
    label = _by_reading(body, read_as_page.title or "")
    for blank in ("\n", " "):
        yield from _texts(f"{path.stem}.txt", _as_text(data, path, blank).encode(), site, "page", label)


_SHORTEST_BODY = 200


def _as_text(data: bytes, path: Path, between: str) -> str:
    """What a naive reader makes of a page: the text of its blocks."""
    import lxml.etree
    import lxml.html

    from digest.intake.decoding import decode
    from digest.intake.formats.html import declared_charset

    markup = decode(data, path.name, declared_charset(data)).text.replace("\x00", "")
    root = lxml.html.document_fromstring(markup)
    for element in root.xpath("//script|//style|//noscript|//template|//svg|//textarea|//object|//head"):
        element.drop_tree()
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        edge = "\n" if element.tag in _BLOCKS else ""
        if event == "start":
            pieces += [edge, " ".join((element.text or "").splitlines())]
        else:
            pieces += [edge, " ".join((element.tail or "").splitlines())]
    blocks = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return between.join(filter(None, blocks))


_BLOCKS = frozenset(
    "address article aside blockquote body br button center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main menu nav ol option p pre"
    " section select summary table tbody td tfoot th thead tr ul".split()
)


# --- labels -------------------------------------------------------------------


def _folded(text: str) -> str:
    bare = "".join(simplify(unicodedata.normalize("NFKC", text)).split()).lower()
    return bare.translate(_QUOTES)


_QUOTES = str.maketrans("“”「」’‘", '""""\'\'')
_CLAUSE = re.compile(r"(?<=[，。！？；：,!?;:.])")


def _share(own: str, whole: str) -> float:
    """How much of a text, by clauses, stands in another."""
    if own.rstrip("。.") in whole:
        return 1.0
    clauses = [clause for clause in _CLAUSE.split(own) if len(clause) > 3]
    return sum(len(each) for each in clauses if each.strip("，。！？；：,!?;:.") in whole) / max(1, len(own))


def _is_title(own: str, title: str) -> bool:
    return bool(title) and (own in title or (len(own) <= 1.6 * len(title) and title in own))


def _by_gold(known: Mapping[str, Any]) -> Label:
    body = "\n".join(
        _folded(each) for key in ("body", "keep", "first", "last") for each in known.get(key) or ()
    )
    junk = [_folded(each) for each in known.get("junk") or ()]
    title = _folded(known.get("title") or "")

    def label(text: str) -> bool | None:
        own = _folded(text)
        if not own:
            return None
        if _share(own, body) >= _SURE:
            return False
        if _is_title(own, title):
            return None
        is_junk = _share(own, "\n".join(junk)) >= _SURE
        return True if is_junk or any(each in own and len(each) >= 0.6 * len(own) for each in junk) else None

    return label


def _by_reading(body: Sequence[str], title: str) -> Label:
    whole, name = "".join(map(_folded, body)), _folded(title)

    def label(text: str) -> bool | None:
        own = _folded(text)
        if not own or _is_title(own, name):
            return None
        shared = _share(own, whole)
        return False if shared >= _SURE else True if shared <= 1 - _SURE - 0.1 else None

    return label


_SURE = 0.8
