"""reStructuredText: the lines of the file, its marks taken away by edits, its directives set aside.

Fields below the title are the page's claims. What stands indented below a directive is the text's where the
directive only says how it is to look; what a picture, a comment or a block of code has is not. (Docutils,
"reStructuredText Markup Specification".)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.intake.decoding import decode
from digest.intake.fields import claims
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article, edited
from digest.language.lazy import regex
from digest.model import Article, Edit, Line, Metadata

_ADORNED = regex(r"([=\-`:'\"~^_*+#<>.])\1{2,}[ \t]*")
_FIELD = regex(r":(?P<name>[A-Za-z][\w .-]{0,30}):(?:[ \t]+(?P<value>\S.*))?[ \t]*")
_EXPLICIT = regex(r"(?P<indent>[ \t]*)\.\.(?:[ \t]+|$)(?:(?P<name>[\w-]+)::)?")
_WIDE = "[\u3001-\uffef]"
_MARK = regex(
    rf"(?<=[^\s`])(?:[ \t]*<[^<>\n]{{4,1000}}>)?`{{1,2}}_{{0,2}}(?![\w`])(?:(?<={_WIDE}`_) (?={_WIDE}))?"
    rf"|(?:(?<={_WIDE}) (?=`{{1,2}}{_WIDE}))?`{{1,2}}(?=[^\s`])"
    r"|(?<=[^\W_])_{1,2}(?![\w_])|\*{1,2}(?=[^\s*])|(?<=[^\s*])\*{1,2}"
)
"""How words are marked, from their end to their beginning; Chinese has no blanks but those the marks want."""
_LINE_BLOCK = regex(r"[ \t]*\|[ \t]+")
_SHOWS = frozenset("image figure".split())
_LOOKS = frozenset(
    "container highlights epigraph pull-quote compound topic sidebar class note tip hint important warning"
    " caution attention danger error admonition rubric parsed-literal".split()
)
"""Directives below which text stands."""


@dataclass(frozen=True)
class ReStructuredText:
    name: str = "rst"
    suffixes: tuple[str, ...] = (".rst", ".rest")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        found = lines_of(decoded.text)
        roles = list(_roles(found))
        claimed = _claimed(line for line, role in zip(found, roles, strict=True) if role == "field")
        lines = tuple(_read(decoded.text, line, role) for line, role in zip(found, roles, strict=True))
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding, metadata=claimed),)


def _roles(lines: Sequence[Line]) -> Iterator[str]:
    """The role of each line; ``field`` and ``mark``, of one that is nothing else, are known here alone."""
    titled = begun = False
    beside, inside, indent = "", "", 0
    for at, line in enumerate(lines):
        text = line.text
        bare = text.strip()
        own = len(text) - len(text.lstrip())
        if inside and bare and own <= indent:
            inside = ""
        explicit = _EXPLICIT.match(text)
        if not bare:
            yield ""
        elif inside == "aside" or (inside and _FIELD.fullmatch(bare)):
            yield "aside"
        elif explicit:
            name = explicit["name"] or ""
            # What stands in a box right below a picture says what it shows.
            inside = "caption" if name in _SHOWS or (name in _LOOKS and beside in _SHOWS) else name
            inside = "aside" if inside not in _LOOKS and inside != "caption" else inside
            indent, beside = own, name
            yield "aside"
        elif inside:
            yield "caption" if inside == "caption" else ""
        elif _ADORNED.fullmatch(text):
            yield "mark"
        elif not begun and titled and _FIELD.fullmatch(bare):
            yield "field"
        else:
            beside = ""
            below = lines[at + 1].text if at + 1 < len(lines) else ""
            headed = _ADORNED.fullmatch(below) is not None and not own
            begun = begun or not headed
            yield ("heading" if titled else "title") if headed else ""
            titled = True


def _claimed(fields: Iterator[Line]) -> Metadata:
    said = [found for line in fields if (found := _FIELD.fullmatch(line.text.strip())) and found["value"]]
    named = claims({found["name"]: found["value"].strip() for found in said})
    housed = _HOUSED.fullmatch(named.authors[0]) if len(named.authors) == 1 and not named.publisher else None
    return replace(named, authors=(housed["name"],), publisher=housed["house"]) if housed else named


_HOUSED = regex(r"(?P<name>[^\s()（）]{2,12})\s?[(（](?P<house>[^()（）]{2,20})[)）]")
"""Of a reprint: who wrote it, and where."""


def _read(source: str, line: Line, role: str) -> Line:
    if role in ("field", "aside"):
        return replace(line, role="aside")
    if role == "mark":
        return Line("", line.start, line.end, (Edit("markup", line.start, line.end, ""),))
    block = _LINE_BLOCK.match(line.text)
    edits = [Edit("markup", line.start, line.start + block.end(), "")] if block else []
    first = block.end() if block else 0
    marks = _MARK.finditer(line.text, first)
    edits += [Edit("markup", line.start + mark.start(), line.start + mark.end(), "") for mark in marks]
    return Line(edited(source, line.start, line.end, edits), line.start, line.end, tuple(edits), role)


FORMAT = ReStructuredText()
