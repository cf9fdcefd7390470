"""Markdown: the lines of the file, with the marks of CommonMark taken away by edits.

Lines are not joined to paragraphs here: scrapes put one paragraph on a line as
often as they wrap one, and cleaning can tell. Fields at the top are the page's
claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape

from digest.intake import matter
from digest.intake.decoding import decode
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article, edited
from digest.model import Article, Edit, Line

_LEADING = re.compile(
    r"(?P<quote>(?:[ \t]{0,3}>[ \t]?)+)?"
    r"(?:(?P<heading>[ \t]{0,3}#{1,6})(?:[ \t]+|$)"
    r"|(?P<list>[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?))?"
)
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S")
_ROW_MARK = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)`{1,3}(?!`))"
    r"|(?P<image>!\[(?=[^\[\]\n]{0,500}\]\())"
    r"|(?P<link>\[(?=!\[|[^\[\]\n]{1,500}\](?:\(|\[)))"
    r"|(?P<target>\]\((?:[^()\s]|\([^()\s]*\)){0,2000}"
    r"(?:[ \t]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\))"
    r"|(?P<reference>\]\[[^\]\n]{0,200}\])"
    r"|(?P<emphasis>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\w_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w_])|~~)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,1000}>|<!--[^\n]{0,300}?-->)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});)"
    r"|(?P<cell>\|)"
)


@dataclass(frozen=True)
class Markdown:
    name: str = "md"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        found = lines_of(decoded.text)
        eaten = _are_eaten(decoded.text)
        fields, claims = matter.above(found)
        lines = (
            *(replace(line, role="aside") for line in found[:fields]),
            *_marked(decoded.text, found[fields:], claims.title is not None, eaten),
        )
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding, metadata=claims),)


_GLUED, _APART = re.compile(r"[a-z,;](?:\*\*|`)[A-Za-z]"), re.compile(r"[a-z,;] (?:\*\*|`)[A-Za-z]")
_FEWEST_GLUED = 4


def _are_eaten(text: str) -> bool:
    """Whether whoever made Markdown of a page lost the blanks around its marks: the**Agents**tab.

    Emphasis inside of a word is rare, and stands among other emphasis that has its blanks.
    """
    glued = len(_GLUED.findall(text)) if "**" in text or "`" in text else 0
    return glued >= _FEWEST_GLUED and glued > 2 * len(_APART.findall(text))


# --- lines -------------------------------------------------------------------


def _marked(source: str, found: tuple[Line, ...], titled: bool, eaten: bool) -> list[Line]:
    lines: list[Line] = []
    fence, rest = "", 0
    for at, line in enumerate(found):
        opened = _FENCE.match(line.text)
        if opened and (not fence or line.text.strip().startswith(fence)):
            fence = "" if fence else opened.group(1)
            lines.append(_emptied(line))
        elif fence:
            lines.append(replace(line, role="code"))
        elif _RULE.fullmatch(line.text):
            lines.append(_emptied(line))
        elif _ROW_MARK.fullmatch(line.text):
            lines.append(replace(line, role="aside"))
        else:
            underlined = at + 1 < len(found) and re.fullmatch(
                r"[ ]{0,3}(?:=+|-{3,})[ \t]*", found[at + 1].text
            )
            head = rest
            broken, rest = _broken(line.text, found[at + 1].text if at + 1 < len(found) else "")
            is_heading = bool(underlined) and bool(line.text.strip())
            lines.append(_line(source, line, is_heading, eaten, _Target(head, broken)))
            continue
        rest = 0
    return _with_title(source, lines, titled)


@dataclass(frozen=True)
class _Target:
    """Of a link's address that a program broke over two lines: up to where a line is the end of one, from
    where it is the beginning of another, the line's length at most."""

    until: int
    since: int


_OPENED = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\)){4,2000}$")
_CLOSED = re.compile(r"[^()\s]{1,2000}\)")


def _broken(text: str, below: str) -> tuple[int, int]:
    """Where in a line an address begins that the line *below* ends, and up to where; else its length, 0.

    Programs that wrap their lines (html2text) do so inside of addresses too.
    """
    opened = _OPENED.search(text) if "](" in text and text[-1] != ")" else None
    closed = _CLOSED.match(below) if opened else None
    return (opened.start(), closed.end()) if opened and closed else (len(text), 0)


def _emptied(line: Line) -> Line:
    """A line that is all markup: a rule, a fence, the underline of a heading."""
    text = line.text.strip()
    return Line("", line.start, line.end, (Edit("markup", line.start, line.end, ""),) if text else ())


def _line(source: str, line: Line, underlined: bool, eaten: bool, target: _Target) -> Line:
    if _DEFINITION.match(line.text):
        return replace(line, role="aside")
    leading = _LEADING.match(line.text) if not target.until else None
    head = leading.end() if leading else target.until
    edits = [Edit("markup", line.start, line.start + head, "")] if head else []
    linked, edits = _inline(line, head, edits, eaten, target.since)
    text = edited(source, line.start, line.end, edits)
    role = _role(leading, underlined, line.text)
    share = round(min(1.0, linked / len(text)), 3) if text else 0.0
    return Line(text, line.start, line.end, tuple(edits), role, share)


def _role(leading: re.Match[str] | None, underlined: bool, source: str) -> str:
    if underlined or (leading and leading["heading"]):
        return "heading"
    if source.lstrip().startswith("![") and source.rstrip().endswith(")") and source.count("](") == 1:
        return "caption"
    if (leading and leading["list"]) or source.lstrip().startswith("|"):
        return "list"  # a row of a table is no line of a paragraph either
    return "quote" if leading and leading["quote"] else ""


def _inline(line: Line, head: int, edits: list[Edit], eaten: bool, since: int) -> tuple[int, list[Edit]]:
    """The edits of a line's inside, and how many characters of it stand in links.

    *since*: where an address begins that the next line ends.
    """
    in_code, linked, closed = False, 0, 0
    opened: list[int] = []  # a link may stand around a picture
    table = line.text.lstrip().startswith("|")
    for found in _INLINE.finditer(line.text, head, since + len("](")):
        kind, start, end = found.lastgroup, found.start(), found.end()
        if kind == "code":
            in_code = not in_code
        elif in_code or (kind == "cell" and not table):
            continue
        elif kind in ("image", "link"):
            opened.append(end)
        elif kind in ("target", "reference"):
            if not opened:
                continue
            linked += start - max(opened.pop(), closed)
            closed = end
        elif kind == "escape":
            end = start + 1  # the character it protects stays, and is no mark
        new = {"entity": unescape(found.group()), "cell": " "}.get(kind or "", "")
        if eaten and kind in ("emphasis", "code") and _BETWEEN.match(line.text[max(0, start - 1) : end + 1]):
            new = " "
        edits.append(Edit("markup", line.start + start, line.start + end, new))
    if since < len(line.text):
        linked += since - max(opened.pop() if opened else since, closed)
        edits.append(Edit("markup", line.start + since, line.end, ""))
    return linked, edits


_BETWEEN = re.compile(r"[A-Za-z0-9,.;:!?]\W+[A-Za-z0-9]")
"""A mark in front of which a word or a sentence ends, and behind which another begins."""


def _with_title(source: str, lines: list[Line], titled: bool) -> list[Line]:
    """The first heading is the title when nothing but blanks stands above it.

    Below a field that is the title, one of the second level is the first part's.
    """
    for at, line in enumerate(lines):
        if line.role == "heading" and not (titled and source.startswith("##", line.start)):
            lines[at] = replace(line, role="title")
        if line.text.strip():
            break
    return lines


FORMAT = Markdown()
