"""Repairs of a paragraph's typography: citation marks, half-width marks, stray blanks. Pure.

Each is found by one pass of a compiled pattern and becomes splices; see
`digest.cleaning.edits.trail` for what a reader may expect of each kind.
"""

from __future__ import annotations

from functools import cache

from digest.cleaning.edits.trail import BROKEN_GLOSS, CITATION, DOUBLED, DOUBLES, INSERTED, MARKS
from digest.cleaning.text.letters import ASIDE, BLANKS, HALF, NOTE, STRAY
from digest.cleaning.text.splice import Patched, Splice
from digest.language import alternatives
from digest.language.lazy import regex
from digest.language.script import HAN

_WIDE = f"{HAN}“”‘’「」『』《》〈〉（）【】。，、；：？！…—"
_OPENERS = "“‘「『《〈（【"
# Begun with a class, so that letters are passed over at once.
_MARK = regex(rf"[,;:?!.](?:(?<=[,;:])|(?<=[?!])[?!]*|(?<=[{HAN}”」』）》]\.)(?=\s|$|[”」』’]))")
_SPACES = regex(f"[{BLANKS}]+")
_ODD_BLANK = r"\u00a0\u2000-\u200f\u2028\u2029\u2060\ufeff\u00ad\u3000\t"
_EN_STRAY = regex(rf"\s{{2,}}|[{_ODD_BLANK}]|(?<=\w)\s(?=[,.;:!?](?:\s|$))")
_EN_MAY_STRAY = regex(rf"[\s{_ODD_BLANK}](?:[\s,.;:!?]|(?<=[{_ODD_BLANK}]))")
_ANY = HALF | NOTE | STRAY | ASIDE


def repair(part: Patched, chinese: bool, kinds: int = _ANY) -> Patched:
    """*part* as a careful typesetter would print it; *kinds*: of its characters, where they are known."""
    if kinds & NOTE:
        part = _without_citations(part)
    aside = kinds & ASIDE or ", opens new" in part.text
    if aside and _MAY_BE_INSERTED.search(part.text) is not None:
        part = part.patch([Splice(m.start(), m.end(), "", "inserted") for m in INSERTED.finditer(part.text)])
    if not chinese:
        return part.patch(_english_spacing(part.text))
    if kinds & ASIDE and ("(" in part.text or "（" in part.text):
        part = part.patch(_broken_glosses(part.text))
    if _MAY_BE_DOUBLED.search(part.text) is not None:
        part = part.patch(_once(part.text))
    if kinds & HALF:
        part = part.patch(_full_width(part.text))
    # A break inside a line is a blank that `STRAY` leaves out, for breaks stand between all lines.
    return part.patch(_chinese_spacing(part.text)) if kinds & STRAY or "\n" in part.text else part


_OF_INSERTED = (
    "题)", "题）", "題)", "題）", "图)", "图）", "集)", "集）", "频)", "频）",
    "股吧", "行情", "诊股", "[图", "【图", "[视频", "【视频", "[表", "[动图", "email", "pic.", "t.co/",
    "www.", "http", "%)", "%）", "[0", "[1", "[2", "[3", "[4", "[5", "[6", "[7", "[8", "[9",
    "[laugh", "(laugh", "[chuckl", "(chuckl", "[giggl", "(giggl", "[applause", "(applause",
    "[cheer", "(cheer",
    "[sigh", "(sigh", "[snort", "(snort", "[cough", "(cough", "[sniff", "(sniff", "[crosstalk", "(crosstalk",
    "[inaudible", "(inaudible", "[unintelligible", "(unintelligible",
    "music]", "music)", "playing]", "playing)",
    "[both", "(both", "[all", "(all", "[group", "(group", "opens", "external",
)  # fmt: skip
_MAY_BE_INSERTED = regex(alternatives.pattern(_OF_INSERTED))
"""Without which nothing was put between the words: one look for all of them, not one for each."""


def _without_citations(part: Patched) -> Patched:
    found = CITATION.finditer(part.text)
    return part.patch([Splice(m.start(), m.end(), "", "citation-marks") for m in found])


def _broken_glosses(text: str) -> list[Splice]:
    return [Splice(*found.span(), "", "broken-gloss") for found in BROKEN_GLOSS.finditer(text)]


_MAY_BE_DOUBLED = regex(f"[{''.join(sorted(DOUBLED))}][{''.join(sorted(DOUBLES))}]")
_DOUBLED = regex(
    rf"(?<=[^\d\W]|[”」』》）)])[{''.join(sorted(DOUBLED))}]{{1,3}}(?=[{''.join(sorted(DOUBLES))}])|(?<=\d)[,，](?=、)"
)


def _once(text: str) -> list[Splice]:
    """Of two marks the first goes; not in a list of fields that are empty: 1,,2."""
    found = [at for match in _DOUBLED.finditer(text) for at in range(*match.span())]
    return [Splice(at, at + 1, "", "doubled-mark") for at in found]


def _full_width(text: str) -> list[Splice]:
    splices = []
    for found in _MARK.finditer(text):
        start, end = found.span()
        if _wants_wide(text, start, end):
            splices += [Splice(at, at + 1, MARKS[text[at]], "punctuation") for at in range(start, end)]
    return splices


def _wants_wide(text: str, start: int, end: int) -> bool:
    """Whether the mark at ``[start, end)`` stands in Chinese: numbers, times, addresses, English do not."""
    mark = text[start]
    before = text[start - 1 : start]
    if before.isspace():
        before = text[max(0, start - 3) : start].rstrip()[-1:]
    if mark == ":" and text[end : end + 3] == "//":
        return False
    if _is_wide(before) and before not in _OPENERS:
        return True
    rest = text[end : end + 3]
    if before.isdigit() and (rest[:1].isdigit() or (mark == ":" and rest.lstrip()[:1].isdigit())):
        return False
    after = rest.lstrip()[:1]
    if _is_wide(after) and (mark != ":" or before.isalnum() or before in ")]”\"'"):
        return True
    if mark in "?!":
        return not after
    # Between Latin words, English writes a blank behind its comma.
    return mark in ",;" and rest[:1].isalpha() and before.isalnum() and not _short(text, start, end)


@cache
def _is_wide(character: str) -> bool:
    return bool(character) and _WIDE_SET.match(character) is not None


_WIDE_SET = regex(f"[{_WIDE}]")


def _short(text: str, start: int, end: int) -> bool:
    """f(x,y): one letter on either side."""
    return not (text[start - 2 : start].isalnum() and text[end : end + 2].isalnum())


_AIRY = "。，、；：？！…—“”‘’「」『』《》〈〉（）【】"
"""Full-width marks, which carry their own blank."""
_ZH_MAY_STRAY = regex(rf"[{BLANKS}](?:(?<! )|(?<=[{_AIRY}] )|(?<=^ )|(?=[{BLANKS}{_AIRY}]|$))")
"""Any blank but a single one between other signs than those."""


def _chinese_spacing(text: str) -> list[Splice]:
    if _ZH_MAY_STRAY.search(text) is None:
        return []
    splices = []
    for found in _SPACES.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        new = " " if _keeps_blank(before, after) and any(c.isspace() for c in found[0]) else ""
        if new != found[0]:
            splices.append(Splice(start, end, new, "spacing"))
    return splices


def _keeps_blank(before: str, after: str) -> bool:
    """A blank stays beside Latin letters and between Chinese ones."""
    return bool(before and after) and before not in _AIRY and after not in _AIRY


def _english_spacing(text: str) -> list[Splice]:
    if _EN_MAY_STRAY.search(text) is None:
        return []
    splices = []
    for found in _EN_STRAY.finditer(text):
        start, end = found.span()
        blank = any(character.isspace() for character in found[0]) and text[end : end + 1] not in ",.;:!?"
        new = " " if blank and start and end < len(text) else ""
        if new != found[0]:
            splices.append(Splice(start, end, new, "spacing"))
    return splices
