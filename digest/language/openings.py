"""A regular expression's alternatives, and how what they match may start, as far as its signs tell. Pure."""

from __future__ import annotations

import re

LENGTH = 2
"""Characters of a start, at the most."""
DIGIT = r"\d"
"""Stands for a start of any digit: no text has these two characters."""


def opened(pattern: str) -> list[str]:
    """The alternatives of *pattern*, each with a plain character in front if it can have one.

    (?:调查|谈判)仍在 is 调查仍在 and 谈判仍在.
    """
    return [each for alternative in alternatives(pattern) for each in _opened(alternative)]


def starts(alternative: str) -> frozenset[str]:
    """What a text that it matches starts with: `LENGTH` characters, or fewer where others may follow.

    With "" among them it may start with anything, with `DIGIT` with any digit.
    Where it looks back from its first character at the one before, both.
    """
    back = _LOOKS_BACK.match(alternative)
    if back:
        return frozenset(before + back["first"] for before in back["before"])
    return frozenset(_starts(alternative, LENGTH))


def alternatives(pattern: str) -> list[str]:
    """*pattern* cut at its outermost ``|``, not at those of a group: it matches where one of them does."""
    found, depth, start = [], 0, 0
    for part in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part.group(), 0)
        if part.group() == "|" and not depth:
            found.append(pattern[start : part.start()])
            start = part.end()
    return [*found, pattern[start:]]


def _starts(pattern: str, length: int) -> set[str]:
    if not (pattern and length):
        return {""}
    atom, rest = _first_atom(pattern)
    if _NO_WIDTH.match(atom):
        return _starts(rest, length)
    if atom == DIGIT:
        return {DIGIT if length == LENGTH and not _MAY_LACK.match(rest) else ""}
    repeated = _REPEATED.match(rest)
    either, escaped = _SET.fullmatch(atom), re.fullmatch(r"\\(\W)", atom)
    if atom.startswith("(?:"):
        found = {start for each in alternatives(atom[3:-1]) for start in _starts(each, length)}
    elif either or escaped or re.fullmatch(r"[^.^$(\[\\]", atom):
        letters = either[1] if either else escaped[1] if escaped else atom
        goes_on = _starts(rest, length - 1) if not repeated else {""}
        found = {letter + start for letter in letters for start in goes_on}
    else:
        return {""}
    return found | _starts(rest[repeated.end() :], length) if repeated and _MAY_LACK.match(rest) else found


_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.S)
"""What is escaped, and a set of characters, are each one part; else what tells the parts of a pattern."""
_SET = re.compile(r"\[([^\]\\^-]+)\](?![?*+{])")
_MAY_LACK = re.compile(r"[?*]|\{(?:0|,)")
_REPEATED = re.compile(r"[?*+]|\{[\d,]+\}")
_LOOKS_BACK = re.compile(r"(?P<first>[^.^$(\[\\])\(\?<=\[(?P<before>[^\]\\^-]+)\](?P=first)\)")
_NO_WIDTH = re.compile(r"\(\?(?:<?[=!])|[\^$]|\\[bBAZ]")


def _first_atom(pattern: str) -> tuple[str, str]:
    """The first character, set or group of *pattern*, and what follows."""
    if pattern[0] == "(":
        end = _group_end(pattern)
    else:
        part = _PART.match(pattern)
        end = part.end() if part else 1
    return pattern[:end], pattern[end:]


def _group_end(pattern: str) -> int:
    """Where the group ends that *pattern* opens with."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part.group(), 0)
        if not depth:
            return part.end()
    raise ValueError(pattern)


def _opened(alternative: str) -> list[str]:
    either = _SET.match(alternative)
    if either:
        return [re.escape(letter) + alternative[either.end() :] for letter in either[1]]
    if not alternative.startswith("(?:"):
        return [alternative]
    end = _group_end(alternative)
    inner, behind = alternative[3 : end - 1], alternative[end:]
    if _REPEATED.match(behind):
        return [alternative]
    return [each for one in alternatives(inner) for each in _opened(one + behind)]
