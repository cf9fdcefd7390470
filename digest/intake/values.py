"""The value that a JSON text writes down, or its lines do, also where a crawl was stopped. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from digest.intake.fields import has_text


def parsed(text: str) -> Any:
    """The value of *text*, a list of values where each line is one; None when it is no JSON.

    Line ends within strings are let through. Of values in lines, one that is
    broken (the last, when a crawl was stopped) stays as a record without a text.
    """
    text = text.lstrip("\ufeff \t\r\n")
    if text[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip()]
    values = [_of_line(line, count) for count, line in enumerate(lines, start=1)]
    return values if len(values) > 1 and _is_record(values[0]) else None


def _of_line(line: str, count: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return {"id": f"line {count}, which is broken", "text": ""}


def _is_record(value: Any) -> bool:
    return isinstance(value, Mapping) and (has_text(value) and value.get("text") != "")
