"""Who says what is quoted: named, or described, in its sentence or in the one beside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.language import _name_data, alternatives, script
from digest.story.names.entities import Entity
from digest.story.names.naming import display
from digest.story.statements.material import Material, Statement

_VERB = re.compile(
    r"(?:表示|说道|说到|说|写道|指出|回应|坦言|强调|补充|评价|认为|透露|告诉[^，：]{1,10}|宣布|直言|问道|反问|解释|警告|呼吁"
    r"|称(?!为|之|作|赞|号|道|职)|发文|感叹|喊|回忆|反驳|质问|承认|抱怨"
    r"|分析(?=$|，)|喊话|痛?批评?(?=$|，)|直指|重申|证实|声称|表态|讲(?=$|，)|打了?个?比方|形容|笑称|调侃|回答|答道|(?:答复|回复|说法|原话)(?:只有一句|是|很短)"
    r"|[发回]了?一[条封][^，：]{0,4}(?:短信|消息|微信|邮件|信)|写着|句话?是|[一两几]句(?:话|回答|回复)?$)"
    r"|\b(?:said|says|told|wrote|writes|added|announced|warned|argued|insisted|posted|tweeted|explained|recalled"
    r"|asked|replied|admitted|acknowledged|conceded|complained|testified|called|say|adds|argues|warns|insists)\b"
    r"|beyond a (?:single )?(?:line|sentence)"
)
_CLAUSE_END = re.compile(r"[，。；！？：,;!?:]")
_SENTENCE_END = re.compile(r"[.;!?“\"]")
_REPORTERS = frozenset("记者 编辑 主播 主持人 作者 总编辑 总编 网友".split())
_OFFICES = "|".join(
    (
        alternatives.pattern(
            sorted({*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH, "知情人士", "雇员", "船员"} - _REPORTERS)
        ),
        "人士|家属|代表|员|长|(?<![记作笔编读或二前后两再])者",
    )
)
_DESCRIBED = re.compile(
    rf"(?:一[名位]|该|这[名位]|[一-龥A-Za-z·]{{1,16}}(?:的"
    rf"|之)?)?[一-龥A-Za-z ]{{0,10}}(?:{_OFFICES})(?=$|[对在向于还也则曾就随昨今日前]|受访|接受)"
)
_DESCRIBED_EN = re.compile(
    r"\b(?:an?|the|one|another|[A-Z][\w'’]+(?:'s|’s)?)(?: [\w'’-]+){0,4} (?:employee"
    r"|spokes\w+|official|analyst|resident|passenger|"
    r"worker|survivor|witness|lawyer|professor|minister|founder|chief|officer|director|chair\w*|captain|engineer|scientist"
    r"|executive|manager|colleague|nurse|doctor|teacher|student|coach|player|broker|contractor|trader|banker|investor|economist"
    r"|consultant|diplomat|academic|researcher|adviser|aide|critic|activist|farmer|fisherman|driver|pilot|mechanic|tourist|neighbou?r"
    r"|parent|mother|father|widow|relative|customer|supplier|\w+(?:ologist|grapher|icist|urgeon))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"网友|有人|人们|大家|很多人|不少人|^[ ]*(?:他们|她们|they|it)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"[ ]*(?:[他她](?!们|人|的|家|手|父|母|丈夫|妻|儿|女儿|公司|律师|助理|经纪)"
    r"|它的[^，]{0,4}句|(?:he|she)\b)",
    re.IGNORECASE,
)
"""它的最后一句是: so ends what somebody wrote."""
_GOES_ON = re.compile(r"[ ]*(?:也|还|又|则|并|随后|同时|(?:and |also |later |has |had )*)?")
"""What may stand before the verb of a clause that takes its subject from the clause before."""
_POINTED = re.compile("^这[名位]")
_PRONOMINAL = re.compile("[他她它其](?!他)")
_SOMEBODY_OF = re.compile(r"的(?:发言人|律师|代表|同事|家属|妻子|丈夫)|(?:'s|’s) \w+")


_CLOSED = re.compile("^[“「][^”」]*[”」]")
_WHEN = re.compile("^(?:上月|上周|昨[日天晚]|今[日天早晚]|日前|随后|当时|据|其后|同时|早前|较早前|事后)+")
_LOOK_BACK = 6
"""Sentences over which 他 may reach back."""
_QUOTATION = re.compile('“[^”]*”|「[^」]*」|"[^"]*"')
_OBJECT = re.compile(
    r"[对向把被将给让由跟与和找请见]|的$|告诉|\b(?:to|by|with|of|for|told|asked|and)\b", re.IGNORECASE
)
"""Before a name: its bearer is not the subject."""
_OFFICE_LENGTH = 24
_RECEIVES = re.compile(
    r"(?:[收接看读听](?:到|见)|[写印贴刻]着|想起|记得|标题|题为)(?![^，]*[时后])|\b(?:received|read|saw|heard)\b"
)
_SAME = {
    "他": re.compile("他(?!们|人)"),
    "她": re.compile("她(?!们)"),
    "它": re.compile("它"),
    "h": re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE),
    "s": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
}
"""Sentences between a person and what 他 says must go on about him."""
_INTRODUCED = re.compile(
    rf"(?:[^，。；“”]{{0,8}}，)?(?P<who>一[名位][一-龥A-Za-z·]{{0,12}}?(?:{_OFFICES}))(?![一-龥]*(?:[一两三几][名位]|他们))"
)
"""A sentence that brings in somebody without a name: 一位物流公司的经理在电话里笑了."""
_SOMEBODY_NEW = re.compile(r"[一两三几][名位]|一个(?:人|同事|朋友)|\b(?:a|an|one|another) \w+ (?:who|said)\b")


class Speaker(NamedTuple):
    """``name`` as it is printed; ``key`` of a person who is known, "" of somebody only described."""

    name: str = ""
    key: str = ""


_NO_ONE = Speaker()


def speaker(
    material: Material,
    statement: Statement,
    quoted: Sequence[re.Match[str]],
    people: Mapping[str, Entity],
) -> Speaker:
    """Who says what is *quoted*, the parts of one quotation; nameless when nobody can tell.

    A quotation that is a sentence of its own has its speaker in the next
    sentence, else in the one before; 他 is the one person named before.
    """
    frame = _Frame(material, statement, people)
    lead, tail = _around(statement.simple, quoted[0])
    if not (statement.simple[: quoted[0].start()] + tail).strip():
        return frame.beside()
    behind = statement.simple[quoted[0].end() :].lstrip(" ,")
    told = [frame.of_clause(lead), frame.of_clause(tail, behind=True)]
    if behind[:1].isascii():  # “..,” one of them, Mark Dunn, said
        told.append(frame.of_clause(_SENTENCE_END.split(behind, maxsplit=1)[0], behind=True))
    for who in told:
        if who.name:
            return frame.whose(who)
    before = statement.simple[: quoted[0].start()].rstrip()
    who = frame.of_sentence(before, lead)
    return who if who.name or not before.endswith(("：", ":")) else frame.of_subject(before)


class _Frame:
    """What stands around a quotation in *statement*, and who is named there."""

    def __init__(self, material: Material, statement: Statement, people: Mapping[str, Entity]) -> None:
        self.material, self.statement, self.people = material, statement, people

    def of_clause(self, clause: str, *, behind: bool = False, named: Iterable[str] | None = None) -> Speaker:
        """Who speaks in *clause*; *behind* the quotation an English verb may stand before its subject."""
        verb = _VERB.search(clause)
        if verb and _PRONOUN.match(clause):
            return self.meant(self.statement.simple.partition(clause)[0], clause.strip()[:1].lower())
        if not verb or _NOBODY.search(clause):
            return _NO_ONE
        keys = list(self.statement.entities if named is None else named)
        who = self.named(keys, clause[: verb.start()])
        if not who.name and behind and verb.group().isascii():
            who = self.named(keys, clause[verb.end() :])
        return who

    def of_sentence(self, before: str, lead: str) -> Speaker:
        """Who speaks in the clauses *before* the quotation when *lead*, the last of them, has no subject.

        启明的分析员顾维下调了目标价，认为「..」；一位主任指出，..，「..」.
        """
        verb = _VERB.search(lead)
        goes_on = verb and _GOES_ON.fullmatch(lead, 0, verb.start())
        if lead.strip(" ，,") and not verb:
            return self._led(before, lead)
        if not (goes_on or not lead.strip(" ，,")):
            return _NO_ONE
        keys = [key for key in self.statement.entities if key in self.people and self._stands(key, before)]
        if goes_on:
            return self._only(keys)
        clauses = _CLAUSE_END.split(before)
        said = next((clause for clause in clauses if _VERB.search(clause)), "")
        return self.of_clause(said) if said and len(keys) < 2 else _NO_ONE

    def _led(self, before: str, lead: str) -> Speaker:
        """Who speaks when *lead* belongs to what is said: 她表示，公司「..」; 他告诉我，两份都对：“..”."""
        told = before.rstrip(" ：:").removesuffix(lead.strip(" ：:")).rstrip(" ，,")
        said = _CLAUSE_END.split(told)
        last = said[-1] if said else ""
        if (verb := _VERB.search(last)) and verb.end() >= len(last) - 3:
            return self.of_clause(last)
        opens = said[0] if before.rstrip(" ").endswith(("：", ":")) else ""
        return self.of_clause(opens) if opens and _VERB.search(opens) else _NO_ONE

    def beside(self) -> Speaker:
        """The speaker of a quotation that is a sentence of its own."""
        following = self.neighbour(1)
        named = self.material.named(self.material.id(self.statement), following)
        who = self.of_clause(_CLAUSE_END.split(following, maxsplit=1)[0], named=named)
        if who.name:
            return self.whose(who)
        before = self.neighbour(-1)
        named = self.material.named(self.material.id(self.statement), before)
        opening = _CLAUSE_END.split(before, maxsplit=1)[0]
        return self.of_clause(opening, named=named) if not _PRONOUN.match(opening) else _NO_ONE

    def of_subject(self, before: str) -> Speaker:
        """Whose words a colon opens: of the one person who is the subject of all *before* it.

        范登博斯听到这个数字时笑了起来：“..”; but not of who is told or reads them: 他收到一条短信：“..”.
        """
        keys = [key for key in self.statement.entities if key in self.people and self._stands(key, before)]
        if len(keys) != 1 or not self._is_subject(keys[0], before) or _RECEIVES.search(before):
            return _NO_ONE
        owns = any(f"{name}的" in before or f"{name}'s" in before for name in self.people[keys[0]].spellings)
        return _NO_ONE if owns else self._only(keys)

    def meant(self, before: str, pronoun: str) -> Speaker:
        """Whom 他 means: the one person whom the sentence has named *before*, else the subject so far."""
        keys = [key for key in self.statement.entities if key in self.people and self._stands(key, before)]
        return self._only(keys) if keys else self._subject_so_far(pronoun)

    def _subject_so_far(self, pronoun: str) -> Speaker:
        """The person with whom a sentence before this one opens, when all since then goes on about them.

        Looks back over the paragraph, and the one before: that it says 她 and no name means who stands there.
        """
        sentences = self.material.documents[self.statement.document].sentences
        last = self.statement.index - 1
        # The paragraph of the sentence before: where the quotation opens its own, that is the one before.
        paragraph = sentences[max(0, last)].paragraph
        others = (sentences[place].paragraph for place in range(last, max(-1, last - _LOOK_BACK), -1))
        before = next((each for each in others if each != paragraph), paragraph)
        article = self.material.id(self.statement)
        for place in range(last, max(-1, last - _LOOK_BACK), -1):
            if sentences[place].paragraph not in (paragraph, before):
                break
            told = _QUOTATION.sub("", script.simplify(sentences[place].text))
            keys = [key for key in self.material.named(article, told) if key in self.people]
            if keys and not self._goes_on(pronoun, keys[0], told):
                return self._only(keys) if self._is_subject(keys[0], told) else _NO_ONE
            if new := _INTRODUCED.match(told):
                return Speaker(new["who"])
            opening = _CLAUSE_END.split(told, maxsplit=1)[0]
            if not _PRONOUN.match(opening) and (said := self.of_clause(opening, named=())).name:
                return said
            if not _SAME[pronoun].search(told) or _SOMEBODY_NEW.search(told):
                break
        return _NO_ONE

    def _goes_on(self, pronoun: str, key: str, told: str) -> bool:
        """Whether 他 stands before the name in its clause: 他告了哈尔迪曼 is about him."""
        return _SAME[pronoun].search(self._before(key, told)) is not None

    def _is_subject(self, key: str, told: str) -> bool:
        """Whether nothing but an office stands before the person in a clause of *told*."""
        clause = self._before(key, told)
        return len(clause) <= _OFFICE_LENGTH and not _OBJECT.search(clause)

    def _before(self, key: str, told: str) -> str:
        """What stands before the person's name in its clause of *told*."""
        places = [told.find(name) for name in self.people[key].spellings if name in told]
        return _CLAUSE_END.split(told[: min(places, default=0)])[-1]

    def named(self, keys: Sequence[str], words: str) -> Speaker:
        """The one person of *keys* whom *words* name, or those whom they describe."""
        found = [key for key in keys if key in self.people and self._stands(key, words)]
        if len(found) == 1 and not _SOMEBODY_OF.search(words):
            return self._only(found)
        described = (_DESCRIBED_EN if words.isascii() else _DESCRIBED).search(words)
        who = _WHEN.sub("", described.group().strip()) if described else ""
        if _PRONOMINAL.match(who):
            return _NO_ONE
        return Speaker(who) if len(who) > 2 and len(found) < 2 else _NO_ONE

    def _only(self, keys: Sequence[str]) -> Speaker:
        return Speaker(display(self.material, self.people[keys[0]]), keys[0]) if len(keys) == 1 else _NO_ONE

    def _stands(self, key: str, words: str) -> bool:
        return any(spelling in words for spelling in self.people[key].spellings)

    def neighbour(self, step: int) -> str:
        """The simplified sentence *step* places after the quotation's; "" outside its paragraph."""
        sentences = self.material.documents[self.statement.document].sentences
        place = self.statement.index + step
        if not 0 <= place < len(sentences):
            return ""
        beside = sentences[place]
        return script.simplify(beside.text) if beside.paragraph == self.statement.sentence.paragraph else ""

    def whose(self, said: Speaker) -> Speaker:
        """As printed: 穆拉蒂的发言人 for 该发言人, when the sentence before says whose."""
        who = said.name
        match = re.fullmatch(r"(?:该|这[名位])(?P<office>.+)", who)
        if match:
            before = self.neighbour(-1)
            full = re.findall(rf"[^，。；：、“”]{{1,14}}?(?:的|之)?{re.escape(match['office'])}", before)
            who = str(full[-1]).strip() if full else _POINTED.sub("", who)
        start = self.statement.simple.find(who)
        return said._replace(name=self.statement.text[start : start + len(who)] if start >= 0 else who)


def _around(text: str, quoted: re.Match[str]) -> tuple[str, str]:
    """The clause that leads to the quotation and the one that follows it."""
    before = text[: quoted.start()].rstrip(" ：:")
    if closed := _CLOSED.search(before):  # “很漂亮，”他说，“..”: what is short is no quotation of its own
        before = before[closed.end() :]
    after = text[quoted.end() :].lstrip(" ，,")
    ends = [match.end() for match in _CLAUSE_END.finditer(before.rstrip(" ，,"))]
    if before.endswith(("，", ",")) and not _VERB.search(before[ends[-1] if ends else 0 :]):
        return "", _CLAUSE_END.split(after, maxsplit=1)[0]
    before = before.rstrip(" ，,")
    return before[ends[-1] if ends else 0 :], _CLAUSE_END.split(after, maxsplit=1)[0]
