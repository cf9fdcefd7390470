"""Whose account is it? What one side says a thing was, and what another side says. Pure.

An article that tells the official version beside another says so in the words
it joins them by: 公司的解释是.. 但员工说.., 另一个版本, in fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.cues import cue
from digest.story.differences.attributions import NAMES_EN, Said, attributions, other_speakers
from digest.story.differences.clash import SAME_SUBJECT, Clash, matter, weight_of
from digest.story.names.entities import Entity
from digest.story.statements import lexicon
from digest.story.statements.material import Material, Statement

BUT = re.compile(
    r"^[“\"']?(?:但是?|可是|不过|然而|却|but|however|yet)(?![愿凡])|^[^，。]{2,14}?却(?=[显称说表证写])"
)
"""Opens a sentence that sets itself against the one before."""
ACTUALLY = cue("实际上|事实上|其实|实则|真相是", "in fact | in reality | in truth | actually", end=r"\b")
_VERSION = cue(
    "(?:说法|解释|口径|版本|理由|答复|回应|回答)(?:则|却|就)?(?:只)?(?:是|为|：|有一[句行段])"
    "|(?:把|将)[^，。]{2,30}(?:归因于|归咎于|解释为|解释成)|对外(?:说|称|宣称|解释)",
    r"explanation (?:is|was|has been)\b | version (?:is|was|has been)\b | account (?:is|was|has been)\b"
    r" | line (?:is|was|has been)\b | story (?:is|was|has been)\b"
    " | gave [^.]{3,40} as (?:the|its|his|her) reason",
)
"""One side's version, so called."""
_WEIGHS = re.compile(
    r"认为|相信|预计|担心|希望|呼吁|建议|判断|\b(?:believe|expect|hope|fear|urge|think|reckon|argue)\w*$"
)
"""What somebody thinks of it is no other account."""


def accounts(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two sides of one matter, one sentence after the other in an article."""
    for document in range(len(material.documents)):
        statements = material.of(document)
        for place, later in enumerate(statements[1:], 1):
            earlier = statements[place - 1]
            if later.index - earlier.index > NEXT:
                continue
            if _other_version(statements, place):
                yield _clash(material, earlier, _answer(statements, place))
            elif _sets_against(material, earlier, later):
                yield _clash(material, earlier, later)


NEXT = 2
"""A sentence that may not be printed can stand between them."""

# --- another version, so called --------------------------------------------------

_ACCOUNT = cue("说法|口径|版本|解释|陈述", "story | account | version | explanation")
SAID = 6
"""Characters behind 说法相反 from which on the sentence itself says what is told otherwise."""
_OTHERWISE = re.compile(
    r"(?:说法|口径|版本|解释|陈述)(?:却|则)?(?:与此)?(?:正好|恰好|恰恰|完全|截然)?(?:相反|不同|两样)"
    r"|(?:说法|口径|版本)(?:对不上|不一致)"
    r"|(?:另一|第二|第三|不同的?)(?:个|种)?(?:版本|说法|解释)"
    r"|\b(?:tells?|told|gives?|gave|has|had|offers?|offered) (?:quite )?(?:a|an) (?:very |quite )?"
    r"(?:different|other|opposite) (?:story|account|version|explanation)"
)


def _other_version(statements: Sequence[Statement], place: int) -> bool:
    folded = statements[place].folded
    found = _ACCOUNT.search(folded) and _OTHERWISE.search(folded)
    if not found or not (_says_something(statements[place - 1])):
        return False
    return len(folded) - found.end() > SAID or _leads_on(statements, place)


def _leads_on(statements: Sequence[Statement], place: int) -> bool:
    """公司的公开说法与此不同。 The next sentence has it."""
    return place + 1 < len(statements) and bool(_VERSION.search(statements[place + 1].folded))


def _answer(statements: Sequence[Statement], place: int) -> Statement:
    found = _OTHERWISE.search(statements[place].folded)
    inside = found and len(statements[place].folded) - found.end() > SAID
    return statements[place] if inside else statements[place + 1]


def _says_something(statement: Statement) -> bool:
    return bool(attributions(statement.folded) or statement.actions or statement.quantities)


# --- set against each other ---------------------------------------------------------


def _sets_against(material: Material, earlier: Statement, later: Statement) -> bool:
    """One side's word, and another's that answers it."""
    theirs = next(iter(attributions(later.folded)), None)
    if theirs is None or theirs.who_starts > OPENING or _WEIGHS.search(theirs.verb):
        return False
    said = attributions(earlier.folded)
    if theirs.start < theirs.who_starts:
        return False  # “..”, he says: a quotation goes on with the story
    if not said:
        return _narrated(material, earlier, later, theirs)
    mine = said[-1]
    if not other_speakers(mine, theirs):
        return False
    content = later.folded[theirs.start : theirs.end]
    really = ACTUALLY.may(later.folded) and ACTUALLY.search(content)
    against = BUT.match(later.folded) or "却" in later.folded[: theirs.start] or really
    replies = _speaks_of(earlier.folded, theirs) or _speaks_of(content, mine)
    if _VERSION.search(earlier.folded) or _VERSION.search(later.folded):
        return bool(against) or replies
    if "却" in later.folded[: theirs.start] or (really and ACTUALLY.search(content, 0, AT_ONCE)):
        return True
    if theirs.insists or mine.insists:
        return bool(against) or replies
    if _denied(later.folded, theirs) and not _denied(earlier.folded, mine):
        return replies and not _ASKS.search(earlier.folded)
    return bool(against) and not _WEIGHS.search(mine.verb) and _of_one_matter(material, earlier, later)


def _narrated(material: Material, earlier: Statement, later: Statement, theirs: Said) -> bool:
    """What the author tells, and whom it is of says that it never was."""
    if _ASKS.search(earlier.folded) or lexicon.NEGATION.search(earlier.folded) or theirs.by_pronoun:
        return False
    if not (_NEVER.search(later.folded) and _speaks_of(earlier.folded, theirs)):
        return False
    return bool(_telling(material, earlier, later)) or earlier.document != later.document


def _denied(folded: str, said: Said) -> bool:
    content = folded[said.start : said.end]
    never = _NEVER.may(folded) and _NEVER.search(content)
    return bool(never or lexicon.NOT_SO.search(content)) and not _NOT_YET.search(content)


def _speaks_of(text: str, theirs: Said) -> bool:
    """Whether a text speaks of whoever answers it: by name, or he of him."""
    if theirs.by_pronoun:
        return _PRONOUN.search(text) is not None
    if theirs.who.isascii():
        return any(word in text for word in NAMES_EN.findall(theirs.who))
    size = min(3, len(theirs.who))
    return any(theirs.who[at : at + size] in text for at in range(len(theirs.who) - size + 1))


_PRONOUN = re.compile(r"[他她]|\b(?:he|she|him|her|they|them)\b")


def _of_one_matter(material: Material, earlier: Statement, later: Statement) -> bool:
    return bool(_shared(material, earlier, later)) or (
        _PRONOUN.search(later.folded) is not None and _PRONOUN.search(earlier.folded) is not None
    )


_NEVER = cue(
    "没有|从未|从没|并未|毫不知情|不知情|不知道|不存在",
    "nothing | nobody | no one | never | had not | did not | knew nothing | was not | were not",
    end=r"\b",
)
"""It was not so, or not known."""
_NOT_YET = re.compile(r"还没|尚未|\bnot yet\b")
_ASKS = cue("问及|问到|追问|是否|有没有|联系", "asked | whether | contacted | reached", end=r"\b")


def _telling(material: Material, earlier: Statement, later: Statement) -> list[str]:
    """What both speak of, names and numbers apart, that is not in every sentence."""
    shared = earlier.anchors & later.anchors
    return [each for each in shared if each[0] in "wca" and material.heft[each] >= TOLD]


TOLD = 2.0
AT_ONCE = 10
OPENING = 24
"""Characters in which a sentence says whose word it is."""


def _shared(material: Material, earlier: Statement, later: Statement) -> list[str]:
    """What both are about: names, and words that are not in every sentence."""
    shared = earlier.anchors & later.anchors
    return [each for each in shared if each[0] in "ewcdx" and material.heft[each] >= TOLD]


def _clash(material: Material, earlier: Statement, later: Statement) -> Clash:
    """Whoever tells it the other way round answers the sentence before."""
    shared = earlier.anchors & later.anchors
    about = matter(material, earlier, later)
    weight = weight_of(material, shared, earlier, later) + SAME_SUBJECT
    question = f"accounts {earlier.place[0]}-{earlier.place[1]}"
    return Clash("two-accounts", question, (earlier, later), about, weight)
