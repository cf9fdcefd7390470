"""Texts of which it is known what is the site's and what the article's, for `learn_leftovers`.

A folder is searched for files of four forms, by their names. Texts of one site, which must not judge
each other, share what stands before ``--`` in a name (``SITE--NAME.txt``); others are sites of their own.

- ``X`` beside ``X.gold.json``: a page as text, and what it holds as an object with lists of strings:
  ``junk`` (the site's), and ``body``, ``keep``, ``first``, ``last`` (the article's); with its ``title``;
  texts with ``refuse`` are passed over. Where all of it was read, ``lines`` are pairs of the first and the
  last line of each run of the article's, from 1, and ``mixed`` those in which both stand.
- ``X.html`` beside ``X.html.gold.json``: a page, and its article as ``text``. It is judged as text, with a
  line for each block and again with all of it in one line.
- ``*.html`` alone: the same, but what our reading of the markup keeps is the article's, the rest the site's.
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

Label = Callable[[Sequence[str]], list[bool | None]]
"""Of the texts of a page's units, in its order, whether each is the site's; None where nobody knows."""


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
    known = json.loads(gold.read_text("utf-8")) if gold.exists() else {}
    if path.suffix == ".html":
        return list(_of_page(path, data, site, known))
    if known:
        return [] if known.get("refuse") else _texts(path.name, data, site, "gold", _by_gold(known, data))
    if path.suffix == ".txt":
        return _texts(path.name, data, site, "clean", lambda texts: [False] * len(texts))
    return []


def _texts(name: str, data: bytes, site: str, form: str, label: Label) -> list[Text]:
    found = []
    for document in _documents(name, data):
        if document.kind == "transcript" or document.language not in ("zh", "en") or not document.sentences:
            continue
        units = tuple(outline(document))
        told = zip(units, label([unit.text for unit in units]), strict=True)
        labels = tuple(None if unit.fate == "head" or not unit.text else is_site for unit, is_site in told)
        found.append(Text(site, form, document, units, labels))
    return found


def _documents(name: str, data: bytes) -> Iterator[Document]:
    try:
        for article in read_bytes(data, name):
            yield by_rules(article)
    except DigestError:
        return


def _of_page(path: Path, data: bytes, site: str, known: Mapping[str, Any]) -> Iterator[Text]:
    body, title = known.get("text") or "", known.get("title") or ""
    if not known:
        read_as_page = next(_documents(path.name, data), None)
        if read_as_page is None:
            return
        body = " ".join(sentence.text for sentence in read_as_page.sentences)
        title = read_as_page.title or ""
    if len(body) < _SHORTEST_BODY:
        return
    label = _by_article(body, title)
    yield from _texts(f"{path.stem}.txt", _as_text(data, path, "\n").encode(), site, "page", label)
    yield from _texts(f"{path.stem}.txt", _as_text(data, path, " ").encode(), site, "glued", label)


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

_CLAUSE = re.compile(r"(?<=[，。！？；：,!?;:.])")
_SURE, _NOT_AT_ALL = 0.8, 0.15
"""Share of a sentence that stands in the article, or in what is the site's."""
_LONG = 10
"""Signs of a sentence that is no label."""


def _folded(text: str) -> str:
    """Letters and figures alone."""
    return re.sub(r"[\W_]+", "", simplify(unicodedata.normalize("NFKC", text))).lower()


def _share(own: str, text: str, whole: str) -> float:
    """How much of *text*, by clauses, stands in another; *own*: folded, as *whole* is."""
    if own in whole:
        return 1.0
    clauses = [clause for clause in map(_folded, _CLAUSE.split(text)) if len(clause) > 3]
    return sum(len(each) for each in clauses if each in whole) / max(1, len(own))


def _is_title(own: str, title: str) -> bool:
    return bool(title) and (own in title or (len(own) <= 1.6 * len(title) and title in own))


def _by_article(body: str, title: str) -> Label:
    whole, name = _folded(body), _folded(title)

    def of(text: str) -> bool | None:
        own = _folded(text)
        if not own or _is_title(own, name):
            return None
        shared = _share(own, text, whole)
        return False if shared >= _SURE else True if shared <= _NOT_AT_ALL else None

    return lambda texts: [of(text) for text in texts]


def _by_gold(known: Mapping[str, Any], data: bytes) -> Label:
    """What is written down of a text as the article's and as the site's; then its lines, where they are."""
    body = "\n".join(
        _folded(each) for key in ("body", "keep", "first", "last") for each in known.get(key) or ()
    )
    junk = [_folded(each) for each in known.get("junk") or ()]
    title = _folded(known.get("title") or "")
    first, last = (_folded("".join(known.get(key) or ())) for key in ("first", "last"))
    lines = _parts(known, data) if "lines" in known else None

    def named(text: str, own: str) -> bool | None:
        is_junk = any(_is_much(each, own) or _is_much(own, each, 4) for each in junk)
        is_body = _share(own, text, body) >= _SURE
        return None if is_junk == is_body else is_junk

    def of(text: str, own: str, is_inside: bool) -> bool | None:
        found = named(text, own)
        if found is not None or lines is None or _is_title(own, title):
            return found
        if any(each in own for each in junk if each):
            return None
        article, mixed, site = (_share(own, text, part) >= _SURE for part in lines)
        if article == site:
            return False if mixed and not site and is_inside and len(own) > _LONG else None
        return site

    def label(texts: Sequence[str]) -> list[bool | None]:
        own = list(map(_folded, texts))
        begins = [at for at, each in enumerate(own) if first and _is_same(first, each)]
        ends = [at for at, each in enumerate(own) if last and _is_same(last, each)]
        inside = range(begins[0], ends[-1] + 1) if begins and ends else range(0)
        return [
            of(text, each, at in inside) if each else None
            for at, (text, each) in enumerate(zip(texts, own, strict=True))
        ]

    return label


def _is_much(part: str, whole: str, fewest: int = 0) -> bool:
    """Whether *part* stands in *whole*: half of it, or so many signs."""
    return bool(part) and part in whole and (len(part) >= fewest if fewest else 2 * len(part) >= len(whole))


def _is_same(said: str, own: str) -> bool:
    return said in own or (len(own) > _LONG and own in said)


def _parts(known: Mapping[str, Any], data: bytes) -> tuple[str, str, str]:
    """The lines of the article, those that are mixed and those of the site, folded."""
    from digest.intake.decoding import decode

    inside = {number for first, last in known["lines"] for number in range(first, last + 1)}
    mixed = set(known.get("mixed") or ())
    parts: tuple[list[str], list[str], list[str]] = [], [], []
    for number, line in enumerate(decode(data, "text").text.splitlines(), 1):
        of = 1 if number in mixed else 0 if number in inside else 2
        parts[of].append(_folded(_MARKUP.sub("", line)))
    article, both, site = ("\n".join(part) for part in parts)
    return article, both, site


_MARKUP = re.compile(r"<[^>]*>")
