"""Fields above a text: YAML between rules, or as blog generators and readers of pages set them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.intake.fields import claims
from digest.language.lazy import regex
from digest.model import Line, Metadata

_LONGEST = 60
"""Lines of a block of fields."""
_CLOSED = {"---": ("---", "..."), "+++": ("+++",)}
"""How YAML and TOML end, by how they begin."""
_FIELD = regex(r"(?P<name>[^\s:：#>\-][^:：]{0,30})(?::(?=\s|$)|：)\s*(?P<value>.*)")
_SET = regex(r"(?P<name>[\w.-]{1,30}) = (?P<value>.*)")
"""Of TOML."""
_READER_FIELD = regex(r"(?:Title|URL Source|Published Time|Number of Pages|Warning): *(?=\S)")
_READER_OPENS, _READER_ENDS, _LONGEST_READER = "Title: ", "Markdown Content:", 14
"""What a reader of pages (Jina) writes above the page that it made Markdown of, in how many lines."""
_ITEM = regex(r"\s*-\s+(?P<value>.+)")
_WRAPPED = regex(r"""["'](.*)["']|\[\[([^\[\]]+)\]\]|\[([^\[\]]*)\]""")
"""As YAML quotes and lists, and as a wiki links."""


def above(lines: Sequence[Line]) -> tuple[int, Metadata]:
    """How many of *lines* the fields at the top take, 0 for none, and what they claim."""
    first = next((at for at, line in enumerate(lines[:_LONGEST]) if line.text.strip()), len(lines))
    if first == len(lines):
        return 0, Metadata()
    if closed := _CLOSED.get(lines[first].text.rstrip()):
        for at, line in enumerate(lines[first + 1 : first + _LONGEST], start=first + 1):
            if line.text.rstrip() in closed:
                return at + 1, _claims(lines[first + 1 : at])
        return 0, Metadata()
    return _readers(lines, first) or _header(lines, first)


def is_readers(text: str) -> bool:
    """Whether *text* begins as a reader of pages writes it."""
    return text.lstrip("\ufeff \r\n").startswith(_READER_OPENS) and f"\n{_READER_ENDS}" in text[:_FARTHEST]


_FARTHEST = 4_000
"""Characters in which the last of a reader's fields stands: a title, an address and notes."""


def _readers(lines: Sequence[Line], first: int) -> tuple[int, Metadata] | None:
    """A reader's fields, blank lines between them, down to the one behind which the page begins."""
    for at in range(first, min(first + _LONGEST_READER, len(lines))):
        text = lines[at].text.strip()
        if text.startswith(_READER_ENDS):
            return at + 1, _claims(lines[first:at])
        if text and not _READER_FIELD.match(text):
            return None
    return None


def _header(lines: Sequence[Line], first: int) -> tuple[int, Metadata]:
    """Without rules: fields alone up to an empty line, of which one is the title and another is known."""
    last = first
    while last < len(lines) and _FIELD.match(lines[last].text):
        last += 1
    if last < len(lines) and lines[last].text.strip():
        return 0, Metadata()
    said = _claims(lines[first:last])
    sure = said.title and (said.published or said.authors or said.url)
    return (last, said) if sure else (0, Metadata())


def _claims(lines: Sequence[Line]) -> Metadata:
    fields: dict[str, list[str]] = {}
    last = ""
    for line in lines:
        if found := _FIELD.match(line.text) or _SET.match(line.text):
            last = found["name"].strip()
            fields.setdefault(last, []).extend(filter(None, [_bare(found["value"])]))
        elif last and (item := _ITEM.match(line.text)):
            fields[last].append(_bare(item["value"]))
    if not any(fields.get("published", ())):
        # A note, or a clipping of a page that does not say, has there when it was written down, not when
        # what it keeps was published.
        fields.pop("created", None)
    said = claims(fields)
    return replace(said, url=said.url if (said.url or "").startswith(("http://", "https://")) else None)


def _bare(value: str) -> str:
    value = value.strip()
    if value.startswith("# "):
        return ""  # a comment
    while found := _WRAPPED.fullmatch(value):
        value = next(filter(None, found.groups()), "").strip()
    return value
