"""Whom the police names in part: 陈某志 is the one 陈继志 whom another article names. Pure."""

from __future__ import annotations

from collections import defaultdict

from digest.language.lazy import regex
from digest.story.names.register import Register

_VEILED = regex("[\u4e00-\u9fff]某[\u4e00-\u9fff]")
_WHOLE = regex("[\u4e00-\u9fff](?!某)[\u4e00-\u9fff]{2}")


def join(register: Register) -> None:
    """Join each veiled name to the only person of its surname and last character; of two it may be either."""
    veiled = sorted(filter(_VEILED.fullmatch, register.parent))
    if not veiled:
        return
    whole: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text in filter(_WHOLE.fullmatch, register.parent):
        if register.is_person(text):
            whole[text[0], text[-1]].add(register.root(text))
    for text in veiled:
        owners = whole[text[0], text[-1]]
        if len(owners) == 1:
            register.join(text, min(owners))
