"""Somebody denies what somebody claims, in another article or in the lines before. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.differences.clash import SAME_SUBJECT, Clash, is_when, weight_of
from digest.story.matching import grouping, weights
from digest.story.matching.strangers import strangers
from digest.story.names.entities import Entity
from digest.story.statements import choosing, lexicon, slots, standing
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

REPLY_REACH = 3
"""A denial that points back answers a claim at most so many sentences before it."""
SAID = 0.6
"""Share of what is denied, in words, that a claim must say."""


def denials(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Somebody denies what somebody claims: another article, or this one in the lines before."""
    found = [each for each in material.having(_MAY_DENY, lexicon.RESPONSE) if is_denial(each)]
    denying = {statement.place for statement in found}
    for denial in found:
        claim = (
            _answered(material, denial, denying)
            or _accused(material, denial)
            or _denied(material, denial, denying)
        )
        if claim:
            claim = _better_told(material, claim, denial, denying)
            clash = _denial_clash(material, claim, denial)
            if _THESE.match(claim.folded) and _what_is_denied(material, denial):
                # What these are stands before the claim in its article, and in the denial.
                clash = replace(clash, claims=(denial, claim))
            yield clash


_THESE = regex(r"(?:但|而|然而)?，?[这那]些(?![年天])|(?:but |and )?these ")

_DENIES = regex(
    r"否认|不承认|驳斥|辟谣|子虚乌有|(?:予以|作出|做出)澄清"
    r"|(?:称|说|表示|回应)[^。；]{0,16}(?:不实|从未|从来没|没有[^，。；]{1,6}(?<![经通越超透])过)"
    r"|\bsa(?:ys?|id) (?:that )?(?:he|she|it|they) (?:did|does|do|was|were|had|has|have) not[.”\"]*$"
    r"|(?<!^)(?<!^\")\bden(?:y|ies|ied|ying) "
    r"(?:that (?!request|motion|bid|petition|appeal|application)"
    r"|any|having|wrongdoing|responsibility|involvement|it\b|\w+ing\b"
    r"|(?:(?:all|the|this|that|these|those|such|media|any|his|her|its|their) )*"
    r"(?:\w+ )?(?:allegation|accusation|claim|report|charge|suggestion|rumou?r)s?\b)"
    r"|\b(?:disput(?:es|ed)|refut(?:es|ed)|reject(?:s|ed)|dismiss(?:es|ed))"
    r" (?:the|these|those|that|such|media) (?:\w+ )?"
    r"(?:allegation|accusation|claim|report|charge|suggestion|rumou?r|finding|account)s?\b"
)
_MAY_DENY = cue(
    "否认|不承认|驳斥|辟谣|子虚乌有|澄清|不实|从未|从来没|没有",
    r"den(?:y|ie) | disput | refut | reject | dismiss"
    r" | did not | does not | was not | were not | had not | has not",
)
"""Without one of these nothing is denied: seldom has all of `_DENIES` to be tried."""
_NO_ANSWER = regex(
    r"(?:未|没有|拒绝|不)[^，。]{0,6}(?:否认|置评)|neither confirm|nor den(?:y|ied)|refused to"
)


def is_denial(statement: Statement) -> bool:
    """Someone says that something is not so."""
    folded = statement.folded
    answer = lexicon.RESPONSE.search(folded)
    denies = (_MAY_DENY.search(folded) and _DENIES.search(folded)) or (
        answer and lexicon.NOT_SO.search(folded, answer.end())
    )
    return bool(denies) and not _NO_ANSWER.search(folded)


_POINTS_BACK = regex(
    r"对此|这(?:一|个|种|些)?说法|上述|该说法|有关说法|该指控|这(?:一|些|项)?指控|这(?:句|番)话"
    r"|den(?:ies|ied|y|ying) (?:it|this|(?:all |both )?(?:the|these|those|such|that) "
    r"(?:\w+ )?(?:allegation|accusation|claim|report|charge)s?)\b(?! (?:that|of|he|she|they|it)\b)"
    r"|den(?:ies|ied|y|ying) having (?:\w+ )?(?:one|so|any|it|this|that|them)\b"
    r"|(?:he|she|it|they) (?:did|does|do|was|were|had|has|have) not[.”\"]*$"
)
_THIS = regex(r"[这那](?:个|一|项|种|份|张|封|笔|通|次|件)([\u4e00-\u9fff]{2}|[纸信钱话图])")
_WORDS_SAID = regex(r"说过(?:这|那|此)(?:句|番)?话|said (?:that|it|those words)")
_CLAIMS = regex(
    r"指控|指责|称|说|据|透露|爆料|曝光|质疑|认为|报道|要求|原话|发现|显示"
    r"|\b(?:found|alleg|accus|claim|said|say|report|according|sued|lawsuit|charg|suggest)\w*"
)
_ASKED = cue("问道|问及|追问|是否", "asked | asks | whether | questioned", end=r"\b")


def _answered(
    material: Material, denial: Statement, denying: Collection[tuple[int, int]]
) -> Statement | None:
    """The last claim before a denial that points back: 对此, those accusations, 这句话."""
    named = {found for found in _THIS.findall(denial.folded) if found in denial.words or len(found) == 1}
    if not (_POINTS_BACK.search(denial.folded) or named):
        return None
    quoted, charged = _WORDS_SAID.search(denial.folded), _CHARGE.search(denial.folded)
    for claim in reversed(material.before(denial, REPLY_REACH)):
        if denial.index - claim.index > REPLY_REACH:
            break
        if quoted:
            if "“" in claim.text or "「" in claim.text or '"' in claim.text:
                return claim if set(claim.entities) & set(denial.entities) else None
        elif named:
            if claim.place not in denying and any(_tells_of(claim, word) for word in named):
                return claim
        elif not _is_claim(claim, denying) or (charged and not _ACCUSES.search(claim.folded)):
            continue
        elif _CLAIMS.search(claim.folded):
            return None if _same_voice(material, claim, denial) else claim
    return None


_ACCUSES = cue(
    "起诉|指控|控告|控罪|罪名|涉嫌|被控|举报|指责",
    r"accus\w+ | charg(?:ed|es|ing) | alleg\w+ | sued | indict\w+",
    end=r"\b",
)


_CHARGE = regex(r"\b(?:charge|accusation|allegation)s?\b|指控|罪名")
"""Who denies a charge answers one."""


def _accused(material: Material, denial: Statement) -> Statement | None:
    """The accusation in the sentence right before a denial that shares a word with it."""
    before = next(iter(material.before(denial, 1)), None)
    if before is None or denial.index - before.index > 1 or not _DENIES.search(denial.folded):
        return None
    words = _what_is_denied(material, denial) & before.words
    return before if words and _ACCUSES.search(before.folded) and _asserts(before.folded) else None


def _tells_of(claim: Statement, word: str) -> bool:
    """The clause that has *word* says that it is so: 接到电话提醒之后|没有减速."""
    place = claim.folded.find(word)
    if place < 0 or _ASKED.search(claim.folded) or standing.is_question(claim.folded):
        return False
    return not lexicon.NEGATION.search(claim.folded, slots.clause_span(claim, place)[0], place)


def _is_claim(claim: Statement, denying: Collection[tuple[int, int]]) -> bool:
    return claim.place not in denying and _asserts(claim.folded)


@lru_cache(maxsize=16_384)
def _asserts(folded: str) -> bool:
    return not (lexicon.NEGATION.search(folded) or _ASKED.search(folded) or standing.is_question(folded))


def _same_voice(material: Material, claim: Statement, denial: Statement) -> bool:
    """Whoever answers says both: Trump insists, Trump complains."""
    answer = lexicon.RESPONSE.search(denial.folded)
    if _DENIES.search(denial.folded) or not answer or not denial.entities:
        return False
    speaks = any(
        0 <= denial.simple.find(name) < answer.start()
        for name in material.spellings.get(denial.entities[0], ())
    )
    return speaks and claim.entities[:1] == denial.entities[:1]


def _denied(material: Material, denial: Statement, denying: Collection[tuple[int, int]]) -> Statement | None:
    """Who says what is denied: of the nearest wording, in another article before this one."""
    best: tuple[float, bool, tuple[int, int]] | None = None
    found: Statement | None = None
    for claim, said in _claims_near(material, denial):
        if claim.document == denial.document and claim.index >= denial.index:
            continue
        share = said or _same_deed(material, claim, denial)
        row = (share, claim.document != denial.document, (-claim.place[0], -claim.place[1]))
        if not share or (best is not None and row <= best):
            continue
        if _is_claim(claim, denying) and not _of_another_story(material, claim, denial):
            best, found = row, claim
    return found


def _of_another_story(material: Material, claim: Statement, denial: Statement) -> bool:
    """It names what the denial's article never does, and shares only everyday words with it."""
    if claim.document == denial.document or not strangers(material, claim, denial):
        return False
    return weights.weigh(material, claim.anchors & denial.anchors & material.telling_words) < SAME_SUBJECT


def _what_is_denied(material: Material, denial: Statement) -> frozenset[str]:
    """The words behind 否认: 公司否认|客轮超载."""
    match = _DENIES.search(denial.folded)
    if not match:
        return frozenset()
    # 从未就此事，|向..申诉: what was never done stands behind what it was about.
    about = _ABOUT.match(denial.folded, match.end())
    rest = denial.folded[about.end() if about else match.end() :]
    denied = re.split(r"[，。；,;.]", rest, maxsplit=1)[0]
    return frozenset(word for word in denial.words - material.spelled - _SAYING if word in denied)


_ABOUT = regex("(?:就|因|对于?|向|为|与|和)[^，。；]{2,24}，")


def _says(claim: Statement, words: frozenset[str]) -> float:
    """Share of the *words* of a denial that *claim* has: 客轮当晚超载约30人."""
    told = len(words & claim.words)
    return told / len(words) if told > 1 and told >= SAID * len(words) else 0.0


_SAYING = frozenset(
    "报道 说法 指控 指责 消息 传闻 曾经 任何 report claim accus allegation charg ever".split()
)


def _same_deed(material: Material, claim: Statement, denial: Statement) -> float:
    """Of one article: what somebody did is told with a cause here, which is denied there."""
    if claim.document != denial.document or not lexicon.DENIAL.search(denial.folded):
        return 0.0
    once = lexicon.ONCE & claim.actions & denial.actions
    whom = [key for key in claim.entities if key in denial.entities and key not in material.firms]
    both = (claim.words & denial.words) - material.spelled
    words = [word for word in both if not lexicon.action_of(word)]
    return SAID if once and whom and words and _CHARGED.search(claim.folded) else 0.0


_CHARGED = regex(r"导致|使得|迫使|因为|由于|起因|\b(?:because|led to|forced|caused|accus\w+|alleg\w+)\b")


@once_for_copies
def _claims_near(material: Material, denial: Statement) -> list[tuple[Statement, float]]:
    """Statements that may claim what is denied, in reading order, each with how much of that they say."""
    words = _what_is_denied(material, denial)
    deed = lexicon.DENIAL.search(denial.folded) is not None
    ranks = {
        claim.rank
        for anchor in denial.anchors
        if len(material.carriers[anchor]) <= grouping.POSTINGS
        for claim in material.carriers[anchor]
    }
    near = map(material.statements.__getitem__, sorted(ranks))
    return [(claim, said) for claim in near if (said := _says(claim, words)) or deed]


def _better_told(
    material: Material, claim: Statement, denial: Statement, denying: Collection[tuple[int, int]]
) -> Statement:
    """*claim*, or another article's sentence that says the same, when this one cannot stand alone."""
    if claim.document != denial.document or choosing.form(claim) >= STANDS_ALONE:
        return claim
    others = [
        each
        for each in grouping.matches(material, claim)
        if each.document != denial.document and _is_claim(each, denying)
    ]
    return max(others, key=lambda each: (choosing.form(each), [-p for p in each.place]), default=claim)


STANDS_ALONE = 0.7


def _denial_clash(material: Material, claim: Statement, denial: Statement) -> Clash:
    shared = frozenset(anchor for anchor in claim.anchors & denial.anchors if anchor[0] != "d")
    question = f"denial {denial.place[0]}-{denial.place[1]}"
    words = {f"w:{word}" for word in (claim.words & denial.words) - material.spelled - _SAYING}
    acts = {f"w:{word}" for word in claim.words if lexicon.action_of(word)}
    about = (shared | (words - acts)) or frozenset(f"e:{key}" for key in denial.entities[:1])
    named = [anchor for anchor in about if anchor[0] in "ew"]
    if len(named) < 2:
        # One name or one everyday word does not say of what: what is claimed does.
        telling = sorted(
            each for each in claim.anchors & material.telling_words - acts if not is_when(each[2:])
        )
        about |= frozenset(sorted(telling, key=lambda anchor: -material.heft[anchor])[:2])
    weight = weight_of(material, shared, claim, denial) + SAME_SUBJECT
    return Clash("denied", question, (claim, denial), about, weight)
