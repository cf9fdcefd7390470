"""Two voices that answer one question differently, within a sentence or one after the other. Pure.

Most differences are told as such by an article: the museum says that he was
asleep, he says that he was not. When two voices differ is grammar
(`differences.opposed`); whose they are stands before the verb of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.differences.attributions import NAMES_EN, Said, attributions, other_speakers
from digest.story.differences.clash import SAME_SUBJECT, Clash, matter, weight_of
from digest.story.differences.opposed import (
    ACCOUNTS_DIFFER,
    content,
    contradicts,
    denies_himself,
    insists_on_none,
    negated,
    opposed,
    weighs,
)
from digest.story.names.entities import Entity
from digest.story.statements import choosing
from digest.story.statements.material import Material, Statement

FORM, LONG = 0.3, 100
"""What is told at length is a story, not two words side by side."""
NEXT = 2
"""A sentence that may not be printed can stand between two voices."""


def voices(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two sides in one sentence, or in a sentence and the next of its article."""
    for document in range(len(material.documents)):
        statements = material.of(document)
        for place, later in enumerate(statements):
            if _tells_both(later):
                yield _clash(material, "both-sides", later)
            elif place and later.index - statements[place - 1].index <= NEXT:
                claims = _in_two_sentences(material, statements, place)
                if claims:
                    yield _clash(material, "two-accounts", *claims)


def _tells_both(statement: Statement) -> bool:
    """One sentence, short enough, with two voices that differ, or that says so of two answers."""
    folded = statement.folded
    if not (
        any(opposed(folded, *pair) for pair in two_speakers(folded))
        or (
            statement.signs & ACCOUNTS_DIFFER.signs
            and ACCOUNTS_DIFFER.search(folded)
            and _ALTERNATIVES.search(folded)
        )
    ):
        return False
    return choosing.form(statement) >= FORM and choosing.length(statement.text) <= LONG


_ALTERNATIVES = regex(r"还是|或是?[^，。]{2,20}，|\bwhether\b[^.;]+\bor\b")
"""What the answers are, of which it is said that they differ."""


def two_speakers(folded: str) -> Iterator[tuple[Said, Said]]:
    """Two speakers of a sentence, one right behind the other."""
    for one, other in pairwise(attributions(folded)):
        if one.end <= other.who_starts + 1 and other_speakers(one, other):
            yield one, other


# --- one after the other -----------------------------------------------------------

BUT = regex(
    r"^[“\"']?(?:但是?|可是|不过|然而|却|but|however|yet)(?![愿凡])|^[^，。]{2,14}?却(?=[显称说表证写])"
)
"""Opens a sentence that sets itself against the one before."""
_ACTUALLY = cue("实际上|事实上|其实|实则|真相是", "in fact | in reality | in truth | actually", end=r"\b")
_VERSION = cue(
    "(?:说法|解释|口径|版本|理由|答复|回应|回答)(?:则|却|就)?(?:只)?(?:是|为|：|有一[句行段])"
    "|(?:把|将)[^，。]{2,30}(?:归因于|归咎于|解释为|解释成)|对外(?:说|称|宣称|解释)",
    r"explanation (?:is|was|has been)\b | version (?:is|was|has been)\b | account (?:is|was|has been)\b"
    r" | line (?:is|was|has been)\b | story (?:is|was|has been)\b"
    " | gave [^.]{3,40} as (?:the|its|his|her) reason",
)
"""One side's version, so called."""
_ASKS = cue("问及|问到|追问|是否|有没有|联系", "asked | whether | contacted | reached", end=r"\b")
_IF = regex(r"如果|假如|假若|倘若|要是|若(?!干)|除非|一旦|只要|(?:that )?(?:if|unless|once)\b")
"""Opens what somebody would do, or what would be so: no account of what is."""
_AT_ONCE = 10
"""Characters of what somebody says in which it opens: in fact, .."""
OPENING = 24
"""Characters in which a sentence says whose word it is."""


def _in_two_sentences(
    material: Material, statements: Sequence[Statement], place: int
) -> tuple[Statement, Statement] | None:
    earlier, later = statements[place - 1], statements[place]
    answer = _other_version(statements, place)
    if answer:
        return earlier, answer
    said = attributions(later.folded)
    if not said or said[0].who_starts > OPENING or said[0].start < said[0].who_starts:
        return None  # “..”, he says: a quotation goes on with the story
    names = frozenset(name.lower() for key in later.entities for name in material.spellings.get(key, ()))
    return (earlier, later) if _answers(earlier.folded, later.folded, said[0], names) else None


def _answers(earlier: str, later: str, theirs: Said, names: frozenset[str]) -> bool:
    """Another side than those of the sentence before, and it says otherwise.

    *names* are of all whom *later* names.
    """
    said, told = attributions(earlier), content(later, theirs)
    if _IF.match(told):
        return False
    if any(not other_speakers(each, theirs, one_sentence=False) for each in said) or _ASKS.search(earlier):
        return False
    # 总会称，|林小满从未..: what somebody else never did.
    others = tuple(name for name in names if name not in later[: theirs.start])
    himself = denies_himself(told) and not told.startswith(others)
    himself = himself and not theirs.by_pronoun and _speaks_of(earlier, theirs)
    if not said:
        return himself and not negated(earlier)
    mine = said[-1]
    but = BUT.match(later) or "却" in later[: theirs.start]
    replies = _speaks_of(earlier, theirs) or _speaks_of(told, mine)
    if _VERSION.search(earlier) or _VERSION.search(later):
        return bool(but) or replies
    if "却" in later[: theirs.start] or _ACTUALLY.search(told[:_AT_ONCE]):
        return True
    if weighs(theirs) or weighs(mine):
        return False
    claimed = content(earlier, mine)
    if insists_on_none(told) and not negated(claimed):
        return True
    if denies_himself(claimed) and theirs.on_record and not negated(told):
        return True
    if theirs.insists or mine.insists:
        return bool(but) or (replies and theirs.insists)
    if himself or contradicts(claimed, told) or contradicts(told, claimed):
        return True
    return bool(but) and not theirs.by_pronoun and (replies or _of_one_person(earlier, told))


def _of_one_person(earlier: str, told: str) -> bool:
    """Both speak of him, or of her."""
    return not set(_HIM.findall(earlier)).isdisjoint(_HIM.findall(told))


def _speaks_of(text: str, speaker: Said) -> bool:
    """Whether a text speaks of whoever answers it, by name or, of him, as he."""
    if speaker.by_pronoun:
        return _PRONOUN.search(text) is not None
    if speaker.who.isascii():
        return any(re.search(rf"\b{word}\b", text) for word in NAMES_EN.findall(speaker.who))
    size = min(3, len(speaker.who))
    return any(speaker.who[at : at + size] in text for at in range(len(speaker.who) - size + 1))


_HIM = regex(r"[他她](?!们)|\b(?:he|she|him|her)\b")
_PRONOUN = regex(r"[他她]|\b(?:he|she|him|her|they|them)\b")

# --- another version, so called ----------------------------------------------------

_ACCOUNT = cue("说法|口径|版本|解释|陈述|不这[么样]", "story | account | version | explanation | differently")
SAID = 6
"""Characters behind 说法相反 from which on the sentence itself says what is told otherwise."""
_OTHERWISE = regex(
    r"(?:说法|口径|版本|解释|陈述)(?:却|则)?(?:与此)?(?:正好|恰好|恰恰|完全|截然)?(?:相反|不同|两样)"
    r"|(?:说法|口径|版本)(?:对不上|不一致)|不这[么样](?:看|认为|想|说)"
    r"|(?:另一|第二|不同的?)(?:个|种|套)?(?:版本|说法|解释)"
    r"|\b(?:tells?|told|gives?|gave|has|had|offers?|offered) (?:quite )?(?:a|an) (?:very |quite )?"
    r"(?:different|other|opposite) (?:story|account|version|explanation)"
    r"|\b(?:sees?|saw|tells?|told|remembers?) it (?:quite |very )?differently"
)


def _other_version(statements: Sequence[Statement], place: int) -> Statement | None:
    """The sentence that tells it otherwise: the one that says so, or the next."""
    later = statements[place]
    if not (later.signs & _ACCOUNT.signs and _ACCOUNT.search(later.folded)):
        return None
    found = _OTHERWISE.search(later.folded)
    earlier = statements[place - 1]
    if not found or not (attributions(earlier.folded) or earlier.actions or earlier.quantities):
        return None
    if len(later.folded) - found.end() > SAID:
        return later
    following = statements[place + 1 : place + 2]  # 公司的公开说法与此不同。 The next sentence has it.
    return next((each for each in following if _VERSION.search(each.folded)), None)


def _clash(material: Material, kind: str, *claims: Statement) -> Clash:
    shared = frozenset.intersection(*(each.anchors for each in claims)) & material.heft.keys()
    if len(claims) == 1:
        shared = frozenset(each for each in shared if each[0] in "ewa")
    weight = weight_of(material, shared, *claims) + SAME_SUBJECT
    question = f"{kind} {claims[0].place[0]}-{claims[0].place[1]}"
    return Clash(kind, question, claims, matter(material, *claims), weight)
