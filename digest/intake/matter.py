"""Fields that stand above a text: YAML between rules, or a header as blog generators have it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.intake.fields import claims
from digest.model import Line, Metadata

_LONGEST = 60
"""Lines of a block of fields."""
_FENCE, _CLOSED = "---", ("---", "...")
_FIELD = re.compile(r"(?P<name>[^\s:：#>\-][^:：]{0,30})(?::(?=\s|$)|：)\s*(?P<value>.*)")
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)")
_WRAPPED = re.compile(r"""["'](.*)["']|\[\[([^\[\]]+)\]\]|\[([^\[\]]*)\]""")
"""As YAML quotes and lists, and as a wiki links."""


def above(lines: Sequence[Line]) -> tuple[int, Metadata]:
    """How many of *lines* the fields at the top take, 0 for none, and what they claim."""
    first = next((at for at, line in enumerate(lines[:_LONGEST]) if line.text.strip()), len(lines))
    if first == len(lines):
        return 0, Metadata()
    if lines[first].text.rstrip() == _FENCE:
        for at, line in enumerate(lines[first + 1 : first + _LONGEST], start=first + 1):
            if line.text.rstrip() in _CLOSED:
                return at + 1, _claims(lines[first + 1 : at])
        return 0, Metadata()
    return _header(lines, first)


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
        if found := _FIELD.match(line.text):
            last = found["name"].strip()
            fields.setdefault(last, []).extend(filter(None, [_bare(found["value"])]))
        elif last and (item := _ITEM.match(line.text)):
            fields[last].append(_bare(item["value"]))
    if "published" not in fields:
        # A note has there when it was written down, not when what it keeps was published.
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
