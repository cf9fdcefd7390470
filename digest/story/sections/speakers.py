"""Who says what is quoted: named, or described, in its sentence or in the one beside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.language import _name_data, alternatives, script
from digest.language.lazy import regex
from digest.language.quotation import outside
from digest.story.names.entities import Entity
from digest.story.names.naming import display
from digest.story.sections import above, pronouns
from digest.story.sections.pronouns import CLAUSE_END, OFFICES, PRONOUN
from digest.story.sections.quoted import parts
from digest.story.statements.material import Material, Statement

_DEEDS = frozenset("解雇 辞职 离职 离开 加入 接任 担任 出任 创立 创办".split())
"""What those who are named do besides speaking."""
_SPEECH = {*_name_data.SPEECH_ZH} - _DEEDS - {"说", "称"}
_VERB = regex(
    rf"(?:{alternatives.pattern(sorted(_SPEECH))}|称(?!为|之|作|赞|号|道|职|呼|霸)"
    rf"|(?:[配发附]文|附言|留言|跟帖|[裁判]定)|{_name_data.SAID}(?![法服明起来谎])"
    r"|告诉[^，：]{1,10}"
    # The last part of a verb says that it is one of saying: 忆述, 追问, 答道, 扬言, 高喊, 笑着说.
    r"|[道致]歉|[忆讲自陈叙描]述|[追反质发]问|问[道我]|回答|答道?(?=$|，)|[扬断放笑]言|喊[道话]?|重申|调侃|形容|评价|抱怨|直指"
    r"|(?:分析|批评?|讲|答复|总结|感慨|感叹|回忆|打了?个?比方)(?=$|，|道)"
    r"|(?:答复|回复|说法|原话|看法|观点|解释|回应)(?:只有一句|是|很短)|的说法(?=$|，)"
    r"|建议(?![书案稿权人])|[发回]了?一[条封][^，：]{0,4}(?:短信|消息|微信|邮件|信)|写着|句话?是|[一两几]句(?:话|回答|回复)?$)"
    r"|\b(?:said|says|told(?! by\b)|wrote|writes|added|announced|warned|argued|insisted|posted|tweeted"
    r"|explained|recalled|asked|replied|admitted|acknowledged|conceded|complained|testified|called|say|adds|argues"
    r"|warns|insists|continued|noted|remarked|observed|declared|stated|claimed|responded|concluded|stressed"
    r"|emphasi[sz]ed|suggested|joked|lamented|[Aa]ccording to|puts? it)\b"
    r"|beyond a (?:single )?(?:line|sentence)"
)
_SENTENCE_END = regex(r"[.;!?“\"]")
_DESCRIBED = regex(
    rf"(?:一[名位]|该|这[名位]|[一-龥A-Za-z·]{{1,16}}(?:的"
    rf"|之)?)?[一-龥A-Za-z ]{{0,10}}(?:{OFFICES})(?=$|[对在向于还也则曾就随昨今日前]|受访|接受)"
    # 律师|弘中惇一郎, whom nobody knows by his name.
    rf"|(?:{OFFICES})(?:(?![，。；：“”、的了在对向于也则曾就随还是和与及等都不没将被把从 ])"
    "(?![日月年周天昨今前后再首最两因受接]).){2,6}"
    "(?=$|[对在向于还也则曾就随再昨今日前]|受访|接受)"
    "|[一-龥]姓(?:[父母]亲|夫[妻妇]|[男女](?:子|童|士|学生|教师)|[一-龥]{1,2}[主长员工生师客民])"
    "|[一两三几][名位][^，。；：“”]{2,14}?(?=$|[对在向于还也则曾就随昨今日前]|受访|接受)"
)
_WORDS_EN = r"(?: (?!(?:at|of|in|on|for|with|from|by|to|and|that|who|as)\b)[\w'’-]+){0,4}"
"""What may stand before an English office: the word behind a preposition is no speaker."""
_DESCRIBED_EN = regex(
    rf"\b(?:an?|the|one|another|(?-i:[A-Z])[\w'’]+(?:'s|’s)?){_WORDS_EN} (?:employee"
    r"|spokes\w+|official|analyst|resident|passenger|"
    r"worker|survivor|witness|lawyer|expert|specialist|researcher|pilot|driver|professor|minister|founder|chief|officer|director|chair\w*|captain|engineer|scientist"
    r"|executive|manager|colleague|nurse|doctor|teacher|student|coach|player|broker|contractor|trader|banker|investor|economist"
    r"|consultant|diplomat|academic|researcher|adviser|aide|critic|activist|farmer|fisherman|driver|pilot|mechanic|tourist|neighbou?r"
    r"|parent|mother|father|widow|relative|customer|supplier|\w+(?:ologist|grapher|icist|urgeon))\b"
    r"(?: (?:for|of|at|from) (?:the )?(?-i:[A-Z])[\w'’-]*(?: (?:of |and )?(?-i:[A-Z])[\w'’-]*)*)?",
    re.IGNORECASE,
)
_NOBODY = regex(r"网友|有人|人们|大家|很多人|不少人|^[ ]*(?:他们|她们|they|it)\b", re.IGNORECASE)
_GOES_ON = regex(r"[ ]*(?:也|还|又|则|并|更|再|[随其]后|同时|(?:and |also |later |has |had )*)?")
"""What may stand before the verb of a clause that takes its subject from the clause before."""
_AND_SO = regex("(?:而|并且?|反而|乃至|甚至)?(?:是|为了?|要|会)?")
"""他解释自己并非逃避，|而是|“..”: the clause before says who speaks."""
_POINTED = regex("^这[名位]")
_PRONOMINAL = regex("[他她它其](?!他)")
_SOMEBODY_OF = regex(r"的(?:发言人|律师|代表|同事|家属|妻子|丈夫)|(?:'s|’s) \w+")

_BETWEEN = regex("[“「][^”」]*，[”」](?P<clause>[^“”「」，]+)，[“「]")
"""“是这儿，”|她用脚尖点了点|，“..”: who stands between the parts speaks, whatever the verb."""
_SHORT = regex('“[^“”]+[，,.!?。！？]”|「[^「」]+[，。！？]」|"[^"]+[,.!?]"')
"""A quotation of any length, of which another goes on: “No,” she said. “..”"""
_IS_FRAME, _MOST_ADVERBIAL = regex("[^，。；：]{2,14}。"), 8
"""A sentence that only says who speaks; and characters of what may stand before that."""
_CLOSED = regex("^[“「][^”」]*[”」]")
_WHEN = regex("^(?:上月|上周|昨[日天晚]|今[日天早晚]|日前|随后|当时|据|其后|同时|早前|较早前|事后)+")
_RECEIVES = regex(
    r"(?:[收接看读听](?:到|见)|[写印贴刻]着|想起|记得|标题|题为)(?![^，]*[时后])|\b(?:received|read|saw|heard)\b"
)
_OPENS_LATER = regex("[^，。；：他她]{0,8}(?=[他她](?!们|人|的))")
"""What may stand before 他 in a clause of his: 临走的时候|他."""
_ASIDE = regex(r"[ ]*(?:as|when|if|after|before|although|while)\b|正?如|[当据]", re.IGNORECASE)
"""As Lin hinted, the note reads: the note is not his."""
_ADVERBIAL = regex(
    "(?:(?:但|而|不过|然而|可是?|所以|因此|同时|其实|后来|随后|最后|最终|当时|接着|然后|此外|对此|其中)?，?"
    "|(?:关于|对于?|在|从|当|据|为了?|因为?|随着|说起|谈到|问起|提到)[^，]*，|[^，]{1,12}(?:时|后|前|天|日|年|月|晚|上|里|中)，"
    "|[他她][^，]*，|[^，]{0,8}(?:追问|被问)[^，]*，)*"
)
"""What may stand before the clause of 他 and name nobody whom he could be."""
_BODY_SPEAKS = regex(
    "(?:公司|集团|方面)?(?:[小专][家案]?组)?(?:一致|正式|最[终后]|昨[日天晚]?|今[日天早晚]?|前[日天]|周[一二三四五六日]|日前|随后|其后|首[度次]|再次|[也还又则却曾]"
    "|(?:[0-9]+月)?[0-9]+日|当[日天晚]|对此|(?:[在向对]|回复|回应|答复|致函|发函给?)[^，的]{1,12})*"
)
"""Between the name of a body and the verb of what it says."""

_RELAYS = regex("转述|引述|援引|复述|引用")
"""Behind it stands whose words they are: 律师转述|船员说."""
_DOCUMENT = regex(
    "(?:(?<![^，。；在“”])(?![他她它其])[^，。；在“”]{1,12}的)?(?:一[封份则篇条])?(?:内部)?(?P<document>[起上申]诉[书状]|判决书|裁决书?|裁定书|声明|公告|通报|通告|报告|备忘录|公开信|律师函|信件|(?:电子)?邮件)$"
)
"""What speaks for whom the sentence does not name: 起诉书|写道."""
_DOCUMENT_EN = regex(
    r"\b(?:the|an?|its|their) (?:[\w-]+ ){0,2}(?:report|letter|memo|statement|filing|complaint|lawsuit"
    r"|indictment|ruling|verdict|notice|document|e-?mail)$",
    re.IGNORECASE,
)
_BODY_OF_CLASS = regex(
    "(?:[^，。；：“”的了在对向由被把]{0,12}(?:法院|法庭|仲裁庭|警方|检方|校方|院方|外交部|国防部|卫生部|董事会|委员会|监管部门"
    "|监管机构|管理局|消防局|公安局|检察院|检察厅|使馆|领事馆|市府|县府|省府|政府))"
)
"""A body that is named by what it is: 海岬区法院|裁定, 董事会|在公告中说."""
_UNKNOWN_BODY = regex("[A-Z][A-Za-z0-9&.-]+(?: [A-Z][A-Za-z0-9&.-]+){0,3}(?:公司|集团)?")
"""A Latin name in a Chinese sentence that is known from nowhere else: API|表示."""


class Speaker(NamedTuple):
    """``name`` as it is printed; ``key`` of whom is known, "" of somebody only described.

    ``body`` where it is no person who speaks: an organisation, a document.
    """

    name: str = ""
    key: str = ""
    body: bool = False


_NO_ONE = Speaker()


def speaker(
    material: Material,
    statement: Statement,
    quoted: Sequence[re.Match[str]],
    known: Mapping[str, Entity],
) -> Speaker:
    """Who says what is *quoted*, the parts of one quotation; nameless when nobody can tell.

    A quotation that is a sentence of its own has its speaker in the next
    sentence, else in the one before; 他 is the one person named before. *known*
    are the people and organisations of the story, by their keys.
    """
    frame = _Frame(material, statement, known)
    lead, tail = _around(statement.simple, quoted[0])
    if not (statement.simple[: quoted[0].start()] + tail).strip():
        return frame.beside()
    behind = statement.simple[quoted[0].end() :].lstrip(" ,")
    told = [frame.of_clause(lead), frame.of_clause(tail, behind=True)]
    if between := _BETWEEN.match(statement.simple):
        told.append(frame.of_actor(between["clause"]))
    if behind[:1].isascii():  # “..,” one of them, Mark Dunn, said
        told.append(frame.of_clause(_SENTENCE_END.split(behind, maxsplit=1)[0], behind=True))
    for who in told:
        if who.name:
            return frame.whose(who)
    before = statement.simple[: quoted[0].start()].rstrip()
    who = frame.of_sentence(before, lead)
    if not who.name and before.endswith(("：", ":")):
        who = frame.of_subject(before)
    return frame.whose(who) if who.name else who


class _Frame:
    """What stands around a quotation in *statement*, and who is named there."""

    def __init__(self, material: Material, statement: Statement, known: Mapping[str, Entity]) -> None:
        self.material, self.statement, self.known = material, statement, known

    def _is_person(self, key: str) -> bool:
        return key in self.known and self.known[key].kind == "person"

    def of_clause(self, clause: str, *, behind: bool = False, named: Iterable[str] | None = None) -> Speaker:
        """Who speaks in *clause*; *behind* the quotation an English verb may stand before its subject."""
        verb = _VERB.search(clause)
        told = clause[: verb.start()] if verb else ""
        if _RECEIVES.search(told) and (read := _DOCUMENT.search(told)):
            return Speaker(read["document"], body=True)  # 她收到的律师函写道
        if verb and PRONOUN.match(clause):
            return self.meant(self.statement.simple.partition(clause)[0], clause)
        if not verb or _NOBODY.search(clause):
            return _NO_ONE
        if verb.group() == "写着" and _RECEIVES.search(clause[: verb.start()]):  # 她看到墙上写着
            return _NO_ONE
        keys = list(self.statement.entities if named is None else named)
        first = clause[: verb.start()]
        who = self.named(keys, first)
        behind = behind or verb.group().endswith("ccording to")
        if not who.name and behind and verb.group().isascii() and not first.strip(" ,"):
            who = self.named(keys, clause[verb.end() :])
        return who

    def of_actor(self, clause: str) -> Speaker:
        """Of whom *clause*, between two parts of a quotation, is told."""
        if PRONOUN.match(clause):
            return self.meant("", clause)
        keys = [key for key in self.statement.entities if self._is_person(key) and self._stands(key, clause)]
        opens = len(keys) == 1 and pronouns.is_subject(self.known[keys[0]], clause)
        return self._only(keys) if opens else _NO_ONE

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
        keys = [key for key in self.statement.entities if self._is_person(key) and self._stands(key, before)]
        if goes_on:
            # 他发了一张照片，并附言：“..”
            return self.meant("", before) if not keys and PRONOUN.match(before) else self._only(keys)
        clauses = CLAUSE_END.split(before)
        said = next((clause for clause in clauses if _VERB.search(clause)), "")
        who = self.of_clause(said) if said else _NO_ONE
        # 董事会建议股东反对罢免邵某，“..”: whoever else is named there is spoken of.
        return who if len(keys) < 2 or (who.body and said == clauses[0]) else _NO_ONE

    def _led(self, before: str, lead: str) -> Speaker:
        """Who speaks when *lead* belongs to what is said: 她表示，公司「..」; 他告诉我，两份都对：“..”."""
        told = before.rstrip(" ：:").removesuffix(lead.strip(" ：:")).rstrip(" ，,")
        said = CLAUSE_END.split(told)
        last = said[-1] if said else ""
        goes_on = _AND_SO.fullmatch(lead.strip(" ，,")) and _VERB.search(last)
        if goes_on or any(verb.end() >= len(last) - 3 for verb in _VERB.finditer(last)):
            return self.of_clause(last)
        opens = said[0] if before.rstrip(" ").endswith(("：", ":")) and not _ASIDE.match(said[0]) else ""
        if (verb := _VERB.search(said[0])) and verb.end() == len(said[0]) and "，" in before:
            # 法尔克分析，..，而是「..」: what one says goes on until somebody else speaks.
            opens = said[0] if not any(map(_VERB.search, (*said[1:], lead))) else opens
        return self.of_clause(opens) if opens and _VERB.search(opens) else _NO_ONE

    def beside(self) -> Speaker:
        """The speaker of a quotation that is a sentence of its own."""
        following = self.neighbour(1)
        named = self.material.named(self.material.id(self.statement), following)
        who = self.of_clause(_first_clause(following), named=named)
        if who.name:
            return self.whose(who)
        before = self.neighbour(-1)
        if not before and not following:  # a paragraph of its own
            return self.goes_on()
        if before and (who := self.goes_on()).name:
            return who
        named = self.material.named(self.material.id(self.statement), before)
        opening = CLAUSE_END.split(before, maxsplit=1)[0]
        return self.of_clause(opening, named=named) if not PRONOUN.match(opening) else _NO_ONE

    def goes_on(self) -> Speaker:
        """The speaker of the sentence before, when that says whom it quotes: “..,” Mark Dunn said. “..”"""
        for each in self.material.before(self.statement, 1):
            quoted = parts(each) or tuple(_SHORT.finditer(each.simple))
            if each.index == self.statement.index - 1 and quoted:
                outside_it = outside(each.simple).strip()
                return speaker(self.material, each, quoted, self.known) if outside_it else _NO_ONE
        return _NO_ONE

    def of_subject(self, before: str) -> Speaker:
        """Whose words a colon opens: of the one person who is the subject of all *before* it.

        范登博斯听到这个数字时笑了起来：“..”; but not of who is told or reads them: 他收到一条短信：“..”.
        """
        if _RECEIVES.search(before):
            return _NO_ONE
        keys = [key for key in self.statement.entities if self._is_person(key) and self._stands(key, before)]
        clause = CLAUSE_END.split(before.rstrip(" ：:"))[-1]
        later = _OPENS_LATER.match(clause)
        if later and not any(self._stands(key, clause) for key in keys):  # 临走的时候他问我：“..”
            told = before[: before.rfind(clause) + later.end()]
            return self.meant(told, clause[later.end() :])
        if len(keys) != 1 or not pronouns.is_subject(self.known[keys[0]], before):
            return self.of_body(before.rstrip(" ：:")) if not keys else _NO_ONE
        if _ASIDE.match(pronouns.before(self.known[keys[0]], before)):
            return _NO_ONE
        owns = any(f"{name}的" in before or f"{name}'s" in before for name in self.known[keys[0]].spellings)
        return _NO_ONE if owns else self._only(keys)

    def meant(self, before: str, clause: str) -> Speaker:
        """Whom 他, which opens *clause*, means: the one person named *before*, else the subject so far."""
        told = outside(before).strip(" ，,")
        keys = [key for key in self.statement.entities if self._is_person(key) and self._stands(key, told)]
        pronoun = clause.strip()[:1].lower()
        if keys or not (pronoun == "它" or _ADVERBIAL.fullmatch(f"{told}，" if told else "")):
            return self._only(keys)
        people = {key: each for key, each in self.known.items() if each.kind == "person"}
        key, described = pronouns.subject_so_far(
            self.material, self.statement, people, pronoun, self._described
        )
        return self._only([key]) if key else Speaker(described)

    def _described(self, clause: str) -> str:
        return self.of_clause(clause, named=()).name

    def named(self, keys: Sequence[str], words: str) -> Speaker:
        """The one person of *keys* whom *words* name, or those whom they describe; else the body."""
        words = _RELAYS.split(words)[-1] or words
        found = [key for key in keys if self._is_person(key) and self._stands(key, words)]
        somebody = _SOMEBODY_OF.search(words)
        if len(found) == 1 and not (somebody and not self._begins(found[0], words, somebody.end())):
            return self._only(found)
        if not found and (body := self.of_body(words)).name:
            return body
        described = (_DESCRIBED_EN if words.isascii() else _DESCRIBED).search(words)
        who = _WHEN.sub("", described.group().strip()) if described else ""
        if _PRONOMINAL.match(who):
            return _NO_ONE
        if len(who) > 2 and len(found) < 2:
            return Speaker(who)
        if found:
            return _NO_ONE
        document = (_DOCUMENT_EN if words.isascii() else _DOCUMENT).search(words.rstrip())
        return Speaker(document.group(), body=True) if document else _of_class(words)

    def of_body(self, words: str) -> Speaker:
        """The organisation with whose name *words* end, but for when it speaks, and to whom."""
        for key in self.statement.entities:
            if key in self.known and not (self._is_person(key) or self.known[key].medium):
                name = max((each for each in self.known[key].spellings if each in words), key=len, default="")
                behind = words.rpartition(name)[2] if name else ""
                if name and _BODY_SPEAKS.fullmatch(behind.strip()):
                    return Speaker(display(self.material, self.known[key]), key, True)
        return _NO_ONE

    def _only(self, keys: Sequence[str]) -> Speaker:
        return Speaker(display(self.material, self.known[keys[0]]), keys[0]) if len(keys) == 1 else _NO_ONE

    def _begins(self, key: str, words: str, place: int) -> bool:
        """他的律师|弘中惇一郎: the name of that somebody."""
        return words.startswith(self.known[key].spellings, place)

    def _stands(self, key: str, words: str) -> bool:
        return any(spelling in words for spelling in self.known[key].spellings)

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
        if said.body and not said.key and above.ANY_PAPER.fullmatch(said.name):
            issuer = above.issuer(self.material, self.statement, self.known)
            if issuer is not None:
                return Speaker(display(self.material, issuer), issuer.key, True)
            return _NO_ONE if said.name.startswith("一") else said
        who = said.name
        if told := above.TOLD_ABOVE.fullmatch(who):
            who = above.described(self.material, self.statement, told["office"])
            return said._replace(name=who) if who else _NO_ONE
        match = re.fullmatch(r"(?:该|这[名位])(?P<office>.+)", who)
        if match:
            before = self.neighbour(-1)
            full = re.findall(rf"[^，。；：、“”]{{1,14}}?(?:的|之)?{re.escape(match['office'])}", before)
            who = str(full[-1]).strip() if full else _POINTED.sub("", who)
        start = self.statement.simple.find(who)
        return said._replace(name=self.statement.text[start : start + len(who)] if start >= 0 else who)


def _of_class(words: str) -> Speaker:
    """The body with which *words* open, named by its class, or by a Latin name that is known from nowhere."""
    if words.isascii() and " " in words.strip():
        return _NO_ONE
    for pattern in (_BODY_OF_CLASS, _UNKNOWN_BODY):
        found = pattern.match(words.strip())
        if found and _BODY_SPEAKS.fullmatch(words.strip()[found.end() :].strip()):
            return Speaker(found.group(), body=True)
    return _NO_ONE


def _first_clause(text: str) -> str:
    """What may say who has spoken: 面对镜头，|柳青禾说。"""
    clause, *rest = CLAUSE_END.split(text, maxsplit=1)
    leads = len(clause) <= _MOST_ADVERBIAL and not _VERB.search(clause)
    return rest[0] if leads and _IS_FRAME.fullmatch("".join(rest)) else clause


def _around(text: str, quoted: re.Match[str]) -> tuple[str, str]:
    """The clause that leads to the quotation and the one that follows it."""
    before = text[: quoted.start()].rstrip(" ：:")
    if closed := _CLOSED.search(before):  # “很漂亮，”他说，“..”: what is short is no quotation of its own
        before = before[closed.end() :]
    after = text[quoted.end() :].lstrip(" ，,")
    ends = [match.end() for match in CLAUSE_END.finditer(before.rstrip(" ，,"))]
    if before.endswith(("，", ",")) and not _VERB.search(before[ends[-1] if ends else 0 :]):
        return "", _first_clause(after)
    before = before.rstrip(" ，,")
    return before[ends[-1] if ends else 0 :], _first_clause(after)
