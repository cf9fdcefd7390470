"""Names in Latin letters, by their capitals and by what stands around them. Pure, for `names`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.language import _bodies, alternatives, initialisms
from digest.language import _name_data as data
from digest.language._name import LATIN_NAME, LATIN_PART, PARTICLE, SAYS, Kind, Name, ends_office
from digest.language.lazy import regex
from digest.language.surnames import in_pinyin

_INITIALS = regex(r"(?:[A-Z]\.)+")
_COUNTRIES = frozenset({"U.S.", "U.K.", "U.N.", "D.C.", "E.U."})
_APPOSITION = regex(
    r", (?:(?:an?|the) )?(?:[a-z-]+ )?(?:" + "|".join(sorted(data.ROLES_EN)) + r")\b", re.IGNORECASE
)
"""Lin Mei, the captain."""
_AGED = regex(r", (?:aged )?[1-9][0-9](?=[,.;]| (?:and|who)\b)")
"""Lin Mei, 58, .."""
_SAID = regex(r"[,?!]['’”\"]+ (?:said|says|added|adds|wrote|recalled|explained)$")
"""“..,” said |Lin Mei."""
_MOST_PARTS = 5
_LATIN = regex(rf"(?<![A-Za-zÀ-ÿ0-9’'.-]){LATIN_NAME}(?![A-Za-zÀ-ÿ0-9])")


def also_known(text: str) -> Iterator[Name]:
    """Two Latin names of one bearer: Anna Wu (Wu Meiling); Veltara Motors, known at home as Weituo."""
    if "(" in text:
        for match in _TWO_NAMES.finditer(text):
            if set(match["name"].split()) & set(match["gloss"].split()):
                start, name = match.start("name"), match["name"]
                yield Name(start, start + len(name), name, "person", match["gloss"], "gloss")
        for body in initialisms.glossed(text):
            yield Name(body.start, body.end, body.name, "organisation", body.initials, "gloss")
    if "known" in text:
        for match in _KNOWN_AS.finditer(text):
            start, end, name = match.start("name"), match.end("name"), match["name"]
            firm = _plain(name.split()[-1]) in data.ORGANISATIONS_EN or _bodies.explains(match.group())
            yield Name(start, end, name, "organisation" if firm else "unknown", match["gloss"], "gloss")


_TWO_NAMES = regex(
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}) \((?P<gloss>[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){1,2})\)"
)
_KNOWN_AS = regex(
    r"(?<![A-Za-z] )(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}), [^.,;]{0,60}"
    r"\b(?:also|better|locally|formerly)? ?known (?:at home |locally |in Chin\w+ |abroad )*as "
    r"(?P<gloss>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})"
)


def latin(text: str) -> Iterator[Name]:
    for match in _LATIN.finditer(text):
        start = match.start()
        # Lin Mei's Hailan Lines: two names.
        for written in _POSSESSIVE.split(match.group()):
            yield from _names(text, start, written)
            start += len(written) + len("'s ")
    if " and " in text and _MAY_BE_PAIRED.search(text):
        for match in _PAIRED.finditer(text):
            yield Name(match.start(), match.end(), match["name"], "organisation", "", "headed")
    if (" of " in text or " for " in text) and _MAY_BE_HEADED.search(text):
        for match in _HEADED.finditer(text):
            yield from _headed(match)


_PAIR = (
    "(?:Authority|Commission|Agency|Administration|Committee|Council|Department|Ministry|Bureau|Board"
    "|Organi[sz]ation)"
)
_MAY_BE_PAIRED = regex(rf" and [A-Z][a-z]+ {_PAIR}")
_PAIRED = regex(
    r"(?<![A-Za-zÀ-ÿ0-9’'.-])(?P<name>(?:(?:National|Federal|International|European|Royal) )?"
    rf"[A-Z][a-z]+ and [A-Z][a-z]+ {_PAIR})(?![A-Za-zÀ-ÿ0-9])"
)
"""Harbours and Ferries Authority: one body."""


def _headed(match: re.Match[str]) -> Iterator[Name]:
    """University of Pavia; and who stands right behind the name of a body: Museum of Art |Anna Wu."""
    written = _POSSESSIVE.split(match.group())[-1]  # George Mason University's |Center for ..
    while (first := written.split(" ", 1))[0].lower() in _OPENERS:
        written = first[1]
    start, written = match.end() - len(written), _OWNS.sub("", written)
    if not _HEADED.fullmatch(written):
        return
    tokens = written.split(" ")
    if tokens[-2].lower() in data.GIVEN_NAMES and tokens[-3][0].isupper():
        end, person = start + len(written), " ".join(tokens[-2:])
        yield Name(end - len(person), end, person, "person", "", "given-name")
        written = " ".join(tokens[:-2])
    yield Name(start, start + len(written), written, "organisation", "", "headed")


_OPENERS = data.NOT_NAMES - data.NATIONAL_EN - data.WIDE_EN
_OWNS = regex("['’]s?$")
_OWNERS = ("omen", "rmen", "smen", "People", "Children", *sorted(role.title() for role in data.ROLES_EN))
_POSSESSIVE = regex("['’]s " + "".join(f"(?<!{owner}['’]s )" for owner in _OWNERS))
"""Between two names, and not inside one: Fishermen's Union Bank, King's College, Sheriff's Office."""
_HEAD = alternatives.pattern(sorted(word.title() for word in data.HEADS_EN))
_MAY_BE_HEADED = regex(f"{_HEAD} (?:of|for) ")
_HEADED = regex(
    # (?>: five long words before no head took a tenth of a second, cut in every way they can be.
    rf"(?<![A-Za-zÀ-ÿ0-9’'.-])(?:(?>{LATIN_PART}) ){{0,4}}{_HEAD} (?:of|for) (?:the )?"
    rf"(?!(?:Directors|Trustees|Governors|Supervisors)\b)(?:{LATIN_PART}|[A-Z]{{2,}})"
    rf"(?:(?: and| of| &)? {LATIN_PART}){{0,3}}(?![A-Za-zÀ-ÿ0-9])"
)
"""University of Pavia, California Department of Transportation: the head of the name stands inside it."""


def _names(text: str, start: int, written: str) -> Iterator[Name]:
    """The name at *start*, or two: Harbour Police Office |Anna Wu."""
    tokens = written.split(" ")
    for place in range(2, len(tokens) - 1):
        if (
            tokens[place].lower() in data.GIVEN_NAMES
            and tokens[place - 1].lower() in data.HEADS_EN
            and not any(_plain(token) in data.ORGANISATIONS_EN for token in tokens[place:])
        ):
            body = " ".join(tokens[:place])
            yield from _one_name(text, start, body)
            yield from _one_name(text, start + len(body) + 1, " ".join(tokens[place:]))
            return
    yield from _one_name(text, start, written)


def _one_name(text: str, start: int, written: str) -> Iterator[Name]:
    office = _rest_of_office(text, start, written)
    start, written = _without_openers(start + office, written[office:])
    tokens = written.split()
    end = start + len(written)
    credited = "/" in text[max(0, start - 1) : start] + text[end : end + 1]
    if credited or not 2 <= len(tokens) <= _MOST_PARTS or len(set(tokens)) < len(tokens):
        return  # Lin Mei/AP took the picture
    kind, evidence = _latin_kind(text, start, end, tokens)
    if office and kind == "unknown":
        kind, evidence = "person", "office"
    yield Name(start, end, written, kind, "", evidence)


def _rest_of_office(text: str, start: int, written: str) -> int:
    """How much of *written* an office before *start* takes: Secretary of |State |Anna Wu; else 0."""
    if not text.endswith(_LINKS, 0, start) or not _OFFICE_OF.search(text, max(0, start - 24), start):
        return 0
    tokens = written.split(" ")
    last = len(tokens) - 1
    given = next((place for place in range(last) if tokens[place].lower() in data.GIVEN_NAMES), 0)
    if not given and last > 1 and tokens[0] in _OF_OFFICES:
        given = 1
    return sum(len(token) + 1 for token in tokens[:given])


_LINKS = ("of ", "for ", "to ", "the ")
_TITLE = alternatives.pattern(sorted(role.title() for role in data.ROLES_EN))
_OFFICE_OF = regex(rf"(?<![A-Za-z]){_TITLE} (?:of|for|to) (?:the )?$")
_OF_OFFICES = frozenset("State Staff Defense Defence Treasury Parliament".split())


def _without_openers(start: int, text: str) -> tuple[int, str]:
    """The name without the words and offices before it: ``On Monday Captain |Lin Mei``."""
    tokens = _OWNS.sub("", text).split(" ")
    office, no_part = -1, data.NOT_NAMES
    if _plain(tokens[-1]) not in data.ORGANISATIONS_EN:  # Attorney General's Office has its own in front
        # National Security Adviser |Lin Mei: an office ends the longest run that may be one.
        office = max((place for place in range(len(tokens) - 2) if _is_office(tokens, place)), default=-1)
        no_part = _NO_PART
    first = office + 1
    while first < len(tokens) - 1 and _plain(tokens[first]) in no_part and not _is_he(tokens[first:]):
        first += 1
    start += sum(len(token) + 1 for token in tokens[:first])
    kept = tokens[first:]
    while kept and (_plain(kept[-1]) in data.NOT_NAMES or _is_office(kept, len(kept) - 1)):
        kept.pop()
    return start, " ".join(kept)


_NO_PART = data.NOT_NAMES | data.BEFORE_NAMES_EN


def _is_office(tokens: list[str], place: int) -> bool:
    word = _plain(tokens[place])
    if word in data.ROLES_AND_SURNAMES_EN and place:
        return data.GIVEN_NAMES.isdisjoint(map(_plain, (tokens[0], tokens[place - 1])))
    return word in data.BEFORE_NAMES_EN


def _plain(token: str) -> str:
    return token.strip(".").lower()


def _latin_kind(text: str, start: int, end: int, tokens: list[str]) -> tuple[Kind, str]:
    if any(_plain(token) in data.ORGANISATIONS_EN for token in tokens[1:]) or tokens[0] == "The":
        return "organisation", "suffix"
    middle = [token for token in tokens[1:-1] if not re.fullmatch(rf"[A-Z]\.?|{PARTICLE}", token)]
    if len(middle) > 1:
        return "unknown", "capitals"
    if tokens[-1].lower() in (data.PLACE_HEADS_EN if len(tokens) > 2 else _NO_SURNAMES):
        return "unknown", "capitals"
    if tokens[0].lower() in data.GIVEN_NAMES:
        return "person", "given-name"
    if tokens[-1].lower() in data.COUNTRIES_EN:  # whatever it said: an airline, a team, a branch
        return ("organisation", "suffix") if tokens[0] == "Air" else ("unknown", "capitals")
    if _INITIALS.fullmatch(tokens[0]) and tokens[0] not in _COUNTRIES and len(tokens) == 2:
        return "person", "initials"
    before, after = text[max(0, start - 24) : start].rstrip(), text[end : end + 24].lstrip()
    if ends_office(before, len(before)) or _last_word(before) in data.ROLES_EN:
        return "person", "office"
    if tokens[-1] == "Research":
        return "unknown", "capitals"  # whatever it said: no surname
    if _SAID.search(before):
        return "person", "speech"
    follows = re.match(r"[a-z]+", after)
    if SAYS.match(after) or (follows and follows.group() in data.SPEECH_EN):
        return "person", "speech"
    if _APPOSITION.match(text, end) or _AGED.match(text, end):
        return "person", "office"
    read = _is_read(tokens) or _is_he(tokens)
    return ("person", "reading") if read else ("unknown", "capitals")


_NO_SURNAMES = data.PLACE_HEADS_EN - data.PLACES_AND_SURNAMES_EN


def _is_read(tokens: list[str]) -> bool:
    """Whether a name is one in Pinyin: a surname, and a given name of two syllables (Qi Dayou)."""
    if len(tokens) != 2 or not (tokens[0].isascii() and tokens[1].isascii()):
        return False
    return tokens[0].lower() in _readings()[0] and _is_given(tokens[1])


def _is_given(name: str) -> bool:
    """Whether a name is read as two Chinese syllables."""
    given, syllables = name.lower().replace("-", ""), _readings()[1]
    return any(given[:end] in syllables and given[end:] in syllables for end in range(1, len(given)))


def _is_he(tokens: list[str]) -> bool:
    """He Yining: behind the pronoun no capital follows."""
    return len(tokens) == 2 and tokens[0] == "He" and tokens[1].isascii() and _is_given(tokens[1])


@cache
def _readings() -> tuple[frozenset[str], frozenset[str]]:
    """How surnames are read, and all that names are made of."""
    families, syllables = in_pinyin()
    return families - data.NOT_NAMES, families - data.NOT_NAMES | syllables


def _last_word(text: str) -> str:
    found = re.search(r"([A-Za-z-]+)\.?$", text)
    return found.group(1).lower() if found else ""
