"""People and organisations, their spellings merged across sources and scripts. Pure.

Names are gathered a document at a time and joined where evidence says that
they are one (`digest.story.names.register`). Then every statement is told whom it names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.language import alternatives, initialisms, names, newcomers, script
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.model import Theme
from digest.story.names import offices, pseudonyms, veiled
from digest.story.names.groups import Met
from digest.story.names.mentions import Finder, forms
from digest.story.names.register import Register, firm_of
from digest.story.names.spellings import Spelling
from digest.story.statements.material import Material


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """One person or organisation: ``key`` names it in `Statement.entities`.

    ``spellings`` are as met, commonest first; ``documents`` ranks in ascending order.
    Compared by identity, which is soonest: thousands of questions are kept by the entity that they are of.
    """

    key: str
    kind: names.Kind
    spellings: tuple[str, ...]
    full: tuple[str, ...]
    documents: tuple[int, ...]
    mentions: int
    listed: str = ""
    """The name to print that the user's aliases or the list of organisations give, or ""."""
    medium: bool = False
    """Whether the articles only quote it: 据《..》报道."""


def find(material: Material, theme: Theme) -> tuple[Entity, ...]:
    """The entities of *material*, most told first; fills `Statement.entities`."""
    texts = list(_texts(material))
    different = Texts(simple for _, simple in texts)
    register = Register(theme)
    met, new, broken = _gather(texts, different)
    for name in met:
        register.add(name)
    register.join_glosses()
    pseudonyms.join(register, ((document, simple) for (document, _), simple in texts))
    veiled.join(register)
    register.join_firms(new)
    register.join_letters()
    register.join_parts()
    register.join_homophones()
    register.join_sounds()
    register.join_surnames(lambda name: offices.of(name, different))
    register.join_officers(different)
    told = [(place, simple) for place, simple in texts if simple not in broken]
    return _mark(material, told, different, register)


def asked(entities: Sequence[Entity], theme: Theme) -> frozenset[str]:
    """The keys of those that the theme asks for by one of their names."""
    terms = {script.simplify(term).lower() for term in theme.query}
    return frozenset(each.key for each in entities if any(name.lower() in terms for name in each.spellings))


def within(entities: Sequence[Entity], documents: Sequence[int]) -> tuple[Entity, ...]:
    """Those that some of the documents name, as `Material.part` of these *documents* ranks them."""
    ranks = {whole: rank for rank, whole in enumerate(sorted(documents))}
    found = []
    for each in entities:
        if named := tuple(ranks[rank] for rank in each.documents if rank in ranks):
            found.append(replace(each, documents=named))
    return tuple(sorted(found, key=lambda each: (-len(each.documents), -each.mentions, each.key)))


_Place = tuple[int, int]


def _gather(
    texts: Sequence[tuple[_Place, str]], different: Texts
) -> tuple[list[Met], newcomers.Newcomers, frozenset[str]]:
    """The names met, the newcomers, and the texts that name nobody: they break off within a name."""
    where: dict[str, list[int]] = defaultdict(list)  # what agencies report stands in many articles
    for (document, _), simple in texts:
        where[simple].append(document)
    names.read(different)
    found = [(simple, names.find(simple)) for simple in where]
    broken = _broken(found)
    found = [(simple, [] if simple in broken else row) for simple, row in found]
    latin = {name for _, row in found for each in row for name in (each.text, each.gloss) if name.isascii()}
    bodies = {each.text for _, row in found for each in row if each.kind == "organisation"}
    new = newcomers.find(where, sorted(latin - {""}), sorted(filter(str.isascii, bodies)))
    people = new.people - bodies  # 夏迪文, whom an author explains as a firm
    firms = {form for short, long in new.firms.items() for form in (short, *long)}
    firms |= {latin for _, latin in new.read}
    led = {name.strip() for simple in where for name in _LED.findall(simple)} if latin else frozenset()
    titled: dict[int, set[str]] = defaultdict(set)
    for simple, documents in where.items():
        for title in _TITLED.findall(simple):
            for document in documents:
                titled[document].add(title)
    met = []
    with_known = alternatives.Pairs(firms | people).everywhere_in_each(different)
    for (simple, row), there in zip(found, with_known, strict=True):
        kept = [name for name in row if not (name.text in firms or _is_of(name, new.firms))]
        more = [
            names.Name(
                start,
                end,
                text,
                "organisation" if text in firms else "person",
                names.gloss_behind(simple, end),
            )
            for start, end, text in _whole(simple, there)
            # Not 田文雄 of 岸田文雄.
            if not any(name.evidence == "japanese" and name.start < end <= name.end for name in row)
        ]
        if not (row or more):
            continue
        everyone = frozenset(each for name in (*row, *more) for each in (name.text, name.gloss) if each)
        for name in (*kept, *more, *(name for name in row if name.text in firms and name.gloss)):
            if name.kind == "unknown" and not name.gloss and " " not in name.text:
                continue
            company = everyone - {name.text, name.gloss}
            kind: names.Kind = "organisation" if name.text in firms else name.kind
            parts = name.text.split()
            if kind == "unknown" and any(not titled[each].isdisjoint(parts) for each in where[simple]):
                kind = "person"
            if kind == "person" and name.text in led:
                kind = "organisation"
            medium = name.evidence == "medium"
            met.append(Met(where[simple], Spelling.of(name.text), kind, name.gloss, company, medium))
    return [*met, *_short_latin(met, texts), *_initials(met, where)], new, broken


def _whole(simple: str, known: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """The longest at a place of *known* names, none inside another or a Latin word: start, end and name."""
    read = 0
    for start, name in known:
        end = start + len(name)
        if start >= read and not (name.isascii() and _LETTER.match(simple, end)):
            read = end
            yield start, end, name


_LETTER = regex("[A-Za-z]")


def _initials(met: Sequence[Met], where: Mapping[str, Collection[int]]) -> Iterator[Met]:
    """What stands in capitals by itself and may be the initials of a body that the story names."""
    known = {
        short
        for each in met
        if each.kind == "organisation"
        for name in (each.spelling.text, each.gloss)
        if " " in name
        for short in initialisms.initials(name)
    }
    for simple, documents in where.items():
        for short in dict.fromkeys(_CAPITALS.findall(simple)):
            if short in known:
                yield Met(documents, Spelling.of(short), "organisation", "", frozenset())


_CAPITALS = regex(rf"(?<![A-Za-z0-9.-])[A-Z]{{{initialisms.LEAST},{initialisms.MOST}}}(?![A-Za-z0-9-])")


_TITLED = regex(r"(?:M(?<!\wM)(?:rs?|s|iss)|D(?<!\wD)r|P(?<!\wP)rof(?:essor)?)\.? ([A-Z][a-zA-Z'’-]+)")
"""Whoever is Ms Quist in an article is somebody where it gives her full name."""


_LED = regex(
    r"(?<![\w’'-])((?:[A-Z][\w’'&-]+ )+)(?:[Pp]resident|CEO|CFO|COO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?"
    r"|[Cc]hair(?:man|woman)|[Mm]anaging [Dd]irector) (?=[A-Z][a-z]+ [A-Z][a-z])"
)
"""Who has a president is no person, even if it has said something: |Norun Lines| President Wu Meiling."""
_Found = Sequence[tuple[str, list[names.Name]]]


def _broken(found: _Found) -> frozenset[str]:
    """The texts that break off within a name: ..任命奥列格·佩特罗, where 奥列格·佩特罗夫 is told of."""
    whole = sorted({name.text for _, row in found for name in row if name.kind == "person"})

    def is_broken(simple: str, name: names.Name) -> bool:
        if name.end < len(simple) or not names.parts(name.text):
            return False
        longer = whole[bisect_right(whole, name.text) :][:1]
        return bool(longer) and longer[0].startswith(name.text) and len(longer[0]) <= len(name.text) + _LOST

    return frozenset(simple for simple, row in found if any(is_broken(simple, name) for name in row))


_LOST = 3
"""Characters of a name that may be lost where a text breaks off."""


def _is_of(name: names.Name, firms: Iterable[str]) -> bool:
    """A person's name that is only the start of what a firm does: 康岳发 in 康岳发表声明."""
    sure = name.gloss or name.evidence == "japanese"
    return name.kind == "person" and not sure and name.text.startswith(tuple(firms))


def _short_latin(met: Sequence[Met], texts: Sequence[tuple[_Place, str]]) -> Iterator[Met]:
    """Short names of firms met by their long Latin one, where they stand alone: Veltara of Veltara Motors."""
    told: dict[int, str] = defaultdict(str)
    short: dict[tuple[int, str], str] = {}
    for each in met:
        first = firm_of(each.spelling.text) if each.kind == "organisation" else ""
        if first:
            short.update(((document, first), each.spelling.text) for document in each.documents)
    documents = {document for document, _ in short}
    for (document, _), simple in texts:
        if document in documents:
            told[document] += simple + "\n"
    for (document, first), long in sorted(short.items()):
        alone = re.findall(
            rf"(?<![\w-]){re.escape(first)}(?![\w-]|{re.escape(long[len(first) :])})", told[document]
        )
        if len(alone) >= ALONE:
            yield Met((document,), Spelling.of(first), "organisation", "", frozenset())


ALONE = 2
"""A firm's short Latin name stands alone in its document so often at least."""


def _texts(material: Material) -> Iterator[tuple[_Place, str]]:
    """All sentences, those that may not be printed (headings, captions) too: a name is a name."""
    for rank, sentences in enumerate(material.simplified):
        for index, simple in enumerate(sentences):
            yield (rank, index), simple


# --- who is named where -----------------------------------------------------------


def _mark(
    material: Material, texts: Sequence[tuple[_Place, str]], different: Texts, register: Register
) -> tuple[Entity, ...]:
    groups = register.groups()
    known = forms(groups, register)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, set[int]] = defaultdict(set)
    finder = Finder(known)
    finder.read(different)
    ranks: dict[str, int] = {document.id: rank for rank, document in enumerate(material.documents)}

    def named(article: str, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key, _ in finder.find(text, ranks.get(article, -1))))

    material.named = named
    printable = {statement.place: statement for statement in material.statements}
    for place, simple in texts:
        found = finder.find(simple, place[0])
        if not found:
            continue
        for key, written in found:
            counts[key][written] += 1
            where[key].add(place[0])
        if place in printable:
            printable[place].entities = tuple(dict.fromkeys(key for key, _ in found))
    entities = [
        _entity(root, groups[root], register, counts[root], where[root]) for root in groups if counts[root]
    ]
    return tuple(sorted(entities, key=lambda each: (-len(each.documents), -each.mentions, each.key)))


def _entity(
    root: str, texts: Sequence[str], register: Register, counts: Counter[str], where: set[int]
) -> Entity:
    kinds: Counter[str] = Counter()
    for text in texts:
        kinds.update(register.kinds[text])
    kind: names.Kind = "person" if kinds["person"] else "organisation" if kinds["organisation"] else "unknown"
    met = sorted(counts, key=lambda text: (-counts[text], text))
    glossed = [text for text in texts if text in register.glossed and text not in counts]
    row = next((register.alias[text.lower()] for text in texts if text.lower() in register.alias), "")
    return Entity(
        root,
        kind,
        tuple(dict.fromkeys([*met, *sorted(glossed)])),
        tuple(text for text in texts if Spelling.of(text).parts or not Spelling.of(text).latin),
        tuple(sorted(where)),
        sum(counts.values()),
        register.printed.get(row, "") if row else "",
        any(text in register.media for text in texts),
    )
