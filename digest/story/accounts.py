"""Whose account is it? What one side says a thing was, and what another side says. Pure.

An article that tells the official version beside another says so in the words
it joins them by: 公司的解释是.. 但员工说.., 另一个版本, in fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.cues import cue
from digest.story import lexicon
from digest.story.clash import SAME_SUBJECT, Clash, matter, weight_of
from digest.story.concepts import BODIES, concepts
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.voices import PAPER, Voice, voice

BUT = re.compile(
    r"^[“\"']?(?:但是?|可是|不过|然而|却|but|however|yet)(?![愿凡])"
    r"|^[^，。]{2,14}?(?:则(?=[称说表在质反坚认])|却(?=[显称说表证写]))"
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
_NOTICE = cue(
    "(?:公告|声明|通报|招股书|新闻稿|发言人|官方)(?:里|中|上)?[^，。]{0,4}(?:说|称|写)",
    r"statement | filing | prospectus | spokes\w+ | company | club | group | firm",
    end=r" (?:said|says)\b",
)
_INSISTS = cue("至今坚持|坚称|坚持(?:说|称|认为)", "insist(?:s|ed)? | maintain(?:s|ed)? that", end=r"\b")
_TELLS = cue(
    "告诉|说(?!法)|讲(?!究|述|座|课|义)|称(?!为|之)|透露|承认|记得|回忆|显示|写着|指出|坚称|反驳|引述|援引",
    "said | says? | told | show(?:s|ed)? | recall(?:s|ed)? | admit(?:s|ted)?",
    end=r"\b",
)
_WEIGHS = cue(
    "认为|预计|担心|希望|呼吁|建议|分析|评论|期待", "expect | hope | fear | urge | analyst | think | believe"
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
    return bool(_TELLS.search(statement.folded) or statement.actions or statement.quantities)


# --- set against each other ---------------------------------------------------------


def _sets_against(material: Material, earlier: Statement, later: Statement) -> bool:
    """One side's version, and then another side's word for it."""
    if _INSISTS.search(earlier.folded) and PAPER.search(later.folded, 0, OPENING):
        return bool(_shared(earlier, later))
    tells = _TELLS.search(later.folded) or _VERSION.search(later.folded)
    if not tells or _WEIGHS.search(_opening(later)):
        return False
    mine, theirs = voice(material, earlier), voice(material, later)
    if _VERSION.search(earlier.folded):
        return _turns(later) and theirs.other_than(mine)
    if _VERSION.search(later.folded):
        replies = theirs.keys & frozenset(earlier.entities) and theirs.other_than(mine)
        return bool(replies) or _answers_them(earlier, later, mine, theirs)
    if _INSISTS.search(later.folded) and BUT.match(later.folded) and _TELLS.search(earlier.folded):
        return theirs.other_than(mine)
    if _NEVER.search(earlier.folded) and not lexicon.NEGATION.search(later.folded):
        return theirs.other_than(mine) and bool(_telling(material, earlier, later))
    if _NEVER.search(later.folded):
        return _replies(material, earlier, later, mine, theirs)
    but, insiders = BUT.match(later.folded) is not None, theirs.kind == "people" and theirs.other_than(mine)
    if _INSISTS.search(earlier.folded):
        return but and (insiders or bool(_QUOTES.search(later.folded)))
    if _NOTICE.search(earlier.folded):
        return theirs.other_than(mine) and (bool(ACTUALLY.search(later.folded)) or (but and insiders))
    if _TELLS.search(earlier.folded) and theirs.kind == "paper" and but:
        return mine.kind in ("people", "body", "state")
    return but and _answers_them(earlier, later, mine, theirs)


_NEVER = cue(
    "(?:说|称|表示|坚持|回应)[^。；]{0,14}(?:没有[^，。；]{1,8}过|从未|从没|并未|毫不知情|(?:并|概)?不知情|不知道)",
    r"sa(?:ys?|id) (?:that )?(?:nothing|nobody|no one"
    r"|(?:he|she|it|they|the \w+) (?:never|had not|did not|knew nothing))",
    end=r"\b",
)
"""It was not so, or not known: the word of whoever is spoken of."""


def _replies(material: Material, earlier: Statement, later: Statement, mine: Voice, theirs: Voice) -> bool:
    """Whoever says that it never was is spoken of in the sentence before, which another tells."""
    if mine.keys & theirs.keys or _ASKS.search(earlier.folded) or lexicon.NEGATION.search(earlier.folded):
        return False
    if theirs.keys:
        return bool(theirs.keys & frozenset(earlier.entities))
    body = {each for each in concepts(theirs.text.lower()) if f"c:{each}" in BODIES}
    return bool(body) and body <= concepts(earlier.folded) and not body & concepts(mine.text.lower())


_ASKS = cue("问及|问到|追问|是否|有没有|联系", "asked | whether | contacted | reached", end=r"\b")
_QUOTES = cue("引述|援引|引用|知情|据.{2,10}报道", "citing | according to", end=r"\b")


def _turns(later: Statement) -> bool:
    return bool(BUT.search(later.folded) or ACTUALLY.search(later.folded))


def _opening(statement: Statement) -> str:
    """What the author says himself, as far as the first quotation."""
    return re.split('[“「"：]', statement.folded, maxsplit=1)[0]


def _answers_them(earlier: Statement, later: Statement, mine: Voice, theirs: Voice) -> bool:
    """*later* speaks of whoever speaks before, is somebody else, and one of them says that it is not so."""
    spoken_of = mine.keys & frozenset(later.entities)
    named = _NAMED.match(mine.text)  # somebody whom nobody knows yet
    known = bool(spoken_of) or (named is not None and named.group() in later.simple)
    if not known or not theirs.kind or spoken_of & theirs.keys:
        return False
    return bool(lexicon.NOT_SO.search(later.folded) or lexicon.NOT_SO.search(earlier.folded))


def _telling(material: Material, earlier: Statement, later: Statement) -> list[str]:
    """What both speak of, names and numbers apart, that is not in every sentence."""
    shared = earlier.anchors & later.anchors
    return [each for each in shared if each[0] in "wca" and material.heft[each] >= TOLD]


TOLD = 2.0


_NAMED = re.compile(r"[\u4e00-\u9fff·]{2,8}?(?=[对向在]|接受|通过|则|也|曾|后来|$)")
OPENING = 16
"""Characters in which a sentence says what it is about."""


def _shared(earlier: Statement, later: Statement) -> frozenset[str]:
    return frozenset(anchor for anchor in earlier.anchors & later.anchors if anchor[0] in "ewcd")


def _clash(material: Material, earlier: Statement, later: Statement) -> Clash:
    """Whoever tells it the other way round answers the sentence before."""
    shared = earlier.anchors & later.anchors
    about = matter(material, earlier, later)
    weight = weight_of(material, shared, earlier, later) + SAME_SUBJECT
    question = f"accounts {earlier.place[0]}-{earlier.place[1]}"
    return Clash("two-accounts", question, (earlier, later), about, weight)
