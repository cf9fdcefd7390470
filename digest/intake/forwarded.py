"""A message that somebody passed on: where it begins, and what its own head says. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.model import Line

_MARK = re.compile(
    r"[>\s]*[-—_*]*\s*(?:begin forwarded message|forwarded (?:message|email)|original message"
    r"|转发(?:的)?(?:邮件|信息|郵件)(?:信息)?"
    r"|轉寄(?:的)?郵件|原始(?:邮件|郵件)|原邮件|以下是转发的邮件(?:内容)?)\s*[:：]?\s*[-—_*]*\s*",
    re.I,
)
_FIELD = re.compile(
    r"[>\s]*\*?(?P<name>from|sent|date|to|cc|subject|reply-to|发件人|寄件者|发送时间|寄件日期|发送日期|时间|日期|收件人|抄送|主题|主旨)"
    r"\*?\s*[:：]\s*\*?\s*(?P<value>.*)",
    re.I,
)
_CALLED = {"发件人": "from", "寄件者": "from", "主题": "subject", "主旨": "subject"} | dict.fromkeys(
    ("sent", "发送时间", "寄件日期", "发送日期", "时间", "日期"), "date"
)
_REACH = 40
"""Lines at the top in which somebody passes a message on."""
_FEWEST = 2
"""Fields of a head."""


@dataclass(frozen=True)
class Forwarded:
    """``lines`` at the top are the sender's and the head's; the fields are "" where it has none."""

    lines: int
    sender: str = ""
    subject: str = ""
    date: str = ""


def forwarded(lines: Sequence[Line]) -> Forwarded:
    """The innermost message that *lines* pass on; no lines where they pass on none."""
    found = Forwarded(0)
    for at, line in enumerate(lines[:_REACH]):
        if at >= found.lines and _MARK.fullmatch(line.text):
            fields, end = _head(lines, at + 1)
            if len(fields) >= _FEWEST:
                found = Forwarded(
                    end, fields.get("from", ""), fields.get("subject", ""), fields.get("date", "")
                )
    return found


def role_in_head(line: Line) -> str:
    """``byline`` of the line that says when it was sent, ``aside`` of all others."""
    field = _FIELD.fullmatch(line.text)
    name = field["name"].lower() if field else ""
    return "byline" if _CALLED.get(name, name) == "date" else "aside"


def _head(lines: Sequence[Line], start: int) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    end = start
    for at in range(start, len(lines)):
        if not lines[at].text.strip(" >\t"):
            continue
        field = _FIELD.fullmatch(lines[at].text)
        if field is None:
            break
        name = field["name"].lower()
        fields.setdefault(_CALLED.get(name, name), field["value"].strip(" *"))
        end = at + 1
    return fields, end
