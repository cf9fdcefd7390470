"""What a name is; what names in Chinese and in Latin letters have in common. Pure, for `names`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language.lazy import regex

Kind = Literal["person", "organisation", "unknown"]
SURNAME = "(?:" + "|".join(data.COMPOUND_SURNAMES) + "|[" + "".join(sorted(data.SURNAMES)) + "])"
"""One of a Chinese person, as a pattern."""
SPELLING = (
    f"(?:彼得|保(?=[罗拉利])|铁(?=木)|让(?=[{data.DOTS}])|[" + "".join(sorted(data.TRANSLITERATION)) + "])"
)
"""One character that spells foreign names; 得 does in 彼得 only, 保 in 保罗 and its like, 让 before a dot."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)`` of the text, as it stands there.

    ``gloss`` is the name in the other script that the author put in brackets,
    or "". ``evidence`` says what gave it away: ``gloss``, ``dot``, ``office``, ``speech``,
    ``given-name``, ``initials``, ``reading``, ``suffix``, ``headed``, ``company``, ``called``,
    ``medium``, ``known`` or ``capitals``.
    """

    start: int
    end: int
    text: str
    kind: Kind
    gloss: str = ""
    evidence: str = ""


LATIN_PART = r"[A-ZÀ-Þ](?:[A-Za-zÀ-ÿ’'\-]*[a-zà-ÿ][A-Za-zÀ-ÿ’'\-]*|\.(?:[A-Z]\.)*)"
PARTICLE = r"(?:de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|dos|du|ter)"
LATIN_NAME = rf"{LATIN_PART}(?:[ \u00a0](?:{PARTICLE}[ ])?{LATIN_PART}){{1,5}}"
ROLES = alternatives.pattern(data.ROLES_ZH)
SAYS = regex(alternatives.pattern(data.SPEECH_ZH))
"""What people do who have said something."""
ends_office = alternatives.Endings(data.ROLES_ZH).at
"""Whether an office ends at a place: 总经理|理查德."""
