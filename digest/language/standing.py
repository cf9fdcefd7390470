"""Can a sentence stand alone? A reader of a digest has not read the one before it. Pure.

`leaning` looks at one sentence, in simplified script or another language, and
says what in it needs the sentence before: nothing, a connective, a time that is
counted from elsewhere, or a person or thing that it only points at. What is
said earlier in the same sentence resolves what points back to it: in
"新模型上线，该模型.." the model is there.
"""

from __future__ import annotations

import re
from enum import IntEnum


class Leaning(IntEnum):
    """What a sentence needs of the one before it, from nothing to most."""

    NONE = 0
    CONNECTIVE = 1
    """It opens with 但, 此外, however: what it says is understood without."""
    TIME = 2
    """It tells when only from another event: 一个月后, the next day."""
    POINTING = 3
    """It points at somebody or something that it does not name: 该模型, 两人, this team."""
    PRONOUN = 4
    """It opens with nothing but a pronoun for them: 他, 它们, she."""


def leaning(text: str) -> Leaning:
    """The most that the sentence *text* needs of what stands before it."""
    spoken = _SPEAKER.match(text)
    return max(_leaning(text), _leaning(text[spoken.end() :])) if spoken else _leaning(text)


def _leaning(text: str) -> Leaning:
    latin = _LATIN.match(text)
    points, adrift, connective = _OPENINGS_EN if latin else _OPENINGS
    if points.match(text) or (latin and _unnamed(text)) or _points_inside(text):
        return Leaning.PRONOUN if _PRONOUN.match(text) else Leaning.POINTING
    if adrift.match(text):
        return Leaning.TIME
    return Leaning.CONNECTIVE if connective.match(text) else Leaning.NONE


def _points_inside(text: str) -> bool:
    if _POINTING_WORD.search(text) is None:
        return False
    return any(not _resolved(text, found) for found in _INSIDE.finditer(text))


# --- from its first word ------------------------------------------------------

# Who speaks is not who is spoken of: "周以宁：他后来.." leaves open who.
_SPEAKER = re.compile(r"(?:[\u4e00-\u9fff·]{2,8}|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)[：:]\s*(?=[^\s“‘「])")

_PRONOUN = re.compile(
    r"(?:[^，,。 ]{0,14}[，,])?[ “‘「\"']?(?:但|而|不过|因为|虽然|尽管|如果|当|在)?[他她它]"
    r"|(?:\w+,? ){0,12}?(?:he|she|it|they|his|her|its|their)\b",
    re.IGNORECASE,
)
_QUOTE = "[“‘「『\"']?"
_JOINS = (
    "但是?|而|且|并且?|不过|然而|然后|随后|此外|另外|同时|与此同时|于是|因此|所以|因为|可是|其实|当然|显然|的确|毕竟"
    "|例如|比如|譬如|事后|最终|最后|随着|目前|如今|当时|彼时|据悉|据报道|那么|只?可惜|同样|结果|好在|对了"
)
_POINTS = re.compile(
    rf"^{_QUOTE}(?:{_JOINS})?[，,]?[ ]?"
    r"(?:[他她它](?:们)?(?!国|山|乡|律|杀)|其(?!他|它|余|实|中一)|此(?!外|前|次|间|举|后|刻|时此)|此举"
    r"|这(?=是|将|让|使|也|被|都|意味|表明|导致|引发|一(?!次)|就|才|不|对|与|可|会|样|[里边](?!是)|反映|标志|显示|加剧|说明|在|其|主要|并|还|无疑|或|[家位名个些场种项份款批件篇段封支座部条]|两|几|三|四|无|家|当中|背后|之[前后间]|番|类|股)"
    r"|那(?=是|里|时|[个些种名位场次家]|一(?![年天周])|几|两)|该(?!死|来|怎么|如何|不该)|上述|前述|前者|后者|两者|二者|双方|俩人|(?:[几两三四]|上面[几两三四]个?)(?:人|者)(?!组|行|份)"
    r"|对此|为此|与此(?!同时)|因此|由此|从中|据此|随之|至此|否则|以上|如此|对方|另一(?:方面|方|位|名|个|家)|其中|其[次三]|第[二三四五六七八九](?!大|季|届|天|次|轮|代|批|名|位)"
    r"|原因是|理由是|包括|也是|也(?!门|许)|都(?!市|柏)|还(?!款|债|原)|又|则|却|才(?!能|华|是)|就(?!业|任|职|在|此|是)|即(?!将|使|便|日|时)|而后|再者|(?:据说|虽然|尽管|因为|由于|如果|当|在)[他她它这那此]"
    r"|(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?，[他她它]们?"
    r"|(?:[和与跟像如在当从自随对据为由作按经通][^，。：“”「」A-Za-z·《]{1,14}|[^，。：“”说称道示为A-Za-z·]{1,5})，(?:正是|就是)?[他她](?:们|(?!国|乡)))"
)
_POINTS_EN = re.compile(
    r"^[“\"']?(?:(?:and|but|or|so|yet|then|also|still|now|instead|perhaps|maybe)\b,? ?)?"
    r"(?:(?:when|after|before|as|while|if|since|because|although|though|once) )?"
    r"(?:he|she"
    r"|it(?! (?:is|was|remains?|remained|seems) (?:(?:still|not|yet|now) ){0,2}"
    r"(?:(?:un)?(?:clear|known|certain|likely)|possible|too early|expected that|reported that|to be seen)\b)"
    r"|they|his|hers?|its|theirs?|them|him|this|that|these|those|such|there|both|another|others?|here|either|neither|which|who"
    r"|the (?:former|latter|two|company|ship|vessel|firm|agency|incident|move|decision|report|group|same)"
    r"|one of (?:them|the two)|(?:some|many|most|all|none) of (?:them|these|those))\b",
    re.IGNORECASE,
)
_COUNT = r"(?:大?约|仅仅?|短短|不到|才|就在|又)?[ ]?(?:几|数|两|[一二三四五六七八九十百]+|\d+)多?[ ]?"
_ADRIFT = re.compile(
    rf"^{_QUOTE}(?:但|而|不过|然而|可|就?在|直到|直至|等到)?[，,]?[ ]?"
    rf"(?:{_COUNT}(?:天|日|个?小时|个?星期|周|个?月|年|分钟)(?:之|以)?后|同[年月日](?!级|龄)|同一[年天周]|次[年日月]|翌[年日]"
    rf"|当[天日晚年](?!的?时候)"
    r"|那[一]?[年天月周]|过了?(?:几|两|[一二三四五六七八九十]+|\d+)(?:天|个?小时|个?月|年|周)|第二天|隔天|不久(?:之?后)?|从此|此后|之后|在那之后|自(?:此|那)(?:以后|之后)?|随即|事后|稍后|后来(?!者)|(?:就在|也是在|从|自)(?:同一|这|那|此))"
)
_ADRIFT_EN = re.compile(
    r"^[“\"']?(?:(?:and|but|then|only|just|about|nearly|barely|some)\b,? ?){0,2}"
    r"(?:(?:\w+ ){1,2}(?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|earlier|afterwards?)"
    r"|(?:later|earlier) that (?:day|week|month|year|night|morning|evening|afternoon)"
    r"|since then|by then|until then|at the time"
    r"|(?:the|that) (?:next|following|same|previous) (?:day|week|month|year|morning|night))\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    rf"^{_QUOTE}(?:{_COUNT}(?:天|个?小时|个?星期|周|个?月|年)(?:之|以)?前(?=[，,])|{_JOINS}|而(?!是|言)|并(?!非)|事实上|实际上|值得注意的是|具有讽刺意味的是|尤其|随即|接着|紧接着|之后|后来"
    r"|一方面|甚至|以及|或者|即使|即便|尽管|虽然|总之|换言之|也就是说"
    r"|除此之外|相反|反之|首先|其次|再次|还有|[这此本]次|这一次|不仅如此|如果说?|在(?:整个过程|这种压力|这样的背景|这场))"
)
_CONNECTIVE_EN = re.compile(
    r"^[“\"']?(?:and|but|or|so|yet|then|also|however|meanwhile|moreover|still|besides|therefore|thus|instead|later|afterwards?"
    r"|in addition|as a result|for (?:example|instance)|after that|of course"
    r"|indeed|in fact|finally|first|second"
    r"|another|others?|some|many"
    r"|perhaps|maybe|now|not only)\b",
    re.IGNORECASE,
)

_LATIN = re.compile("[“‘\"']?[A-Za-z]")
_OPENINGS = (_POINTS, _ADRIFT, _CONNECTIVE)
_OPENINGS_EN = (_POINTS_EN, _ADRIFT_EN, _CONNECTIVE_EN)

# --- behind its first word ----------------------------------------------------

_POINTING_WORD = re.compile("[该这那两二双俩]|上[述面]|前述")
_INSIDE = re.compile(
    r"(?P<this>(?<![应活本理不又正也都就才总早合])该(?!如何|怎|当|有|是|死|来|去|做|说|不该|由|让|给|被|把|放|用|向|从|到|交|找|在))(?P<one>[\u4e00-\u9fff]{2})"
    r"|(?P<these>[这那](?:一(?![点切样来下次直些])|[两几](?=[个名位家项种次])|些)?(?:[个名位家项场款份支座篇](?!人|月|时|性|别))?)(?P<two>[\u4e00-\u9fff]{2})"
    r"|(?P<both>(?<![\u4e00-\u9fff第])(?:两人|二人|俩人|双方|两者|二者)(?!组|行|份|的?世界)|上面(?:[两几三四]个?|的)人)"
)
_APPOSED = re.compile(
    r"[A-Za-z\u4e00-\u9fff”》](?<![在从对于把被和与及是的了着过说称让使给为以到向将由因出有就都也还])$"
)
_AND = re.compile(r"[和与跟同及、]|\band\b")
_SAYS = re.compile(
    r"(?:认为|表示|指出|称|说|透露|报道|强调|宣布|写道|承认|坚称|回应|发现|相信|担心|警告|爆料)(?:[:：“]|$)"
)
_PREPOSITION = re.compile(
    "^(?:作为|在|当|随着|从|自|据|对于?|关于|为了|由于|尽管|虽然|按照?|根据|通过|与|和|除了?)"
)
_NAMED = re.compile("[A-Za-z《“「·]")


def _resolved(text: str, found: re.Match[str]) -> bool:
    """Whether what *found* points at stands earlier in *text* itself."""
    before = text[: found.start()]
    noun = found["one"] or found["two"] or ""
    if found["both"]:
        return bool(_AND.search(before))
    if noun and noun in before:
        return True
    if found["these"]:
        if len(found["these"]) > 1 and _APPOSED.search(before):  # 东山这个村: the village is named
            return True
        if found["these"] in ("这", "那"):  # 这让 and the like: what the clause before says
            return True
        # 这一消息: the clause before is the news, if it tells anything.
        return any(_tells(clause) for clause in _clauses(before))
    return any(_tells(clause) and _NAMED.search(clause) for clause in _clauses(before))


def _clauses(before: str) -> list[str]:
    """The whole clauses in *before*, not the one that was begun."""
    return re.split("[，；：,;]", before)[:-1]


def _tells(clause: str) -> bool:
    """Whether a clause says something itself, not only who says or when."""
    clause = clause.strip()
    return len(clause) > 5 and not _SAYS.search(clause) and not _PREPOSITION.match(clause)


_UNNAMED = re.compile(
    r"^(?:On|In|By|At|After|Before|When|While|As|If|For|From|Last|Once|Since|Until|Every|During|To|With|Without"
    r"|That|This|Then|Now|[a-z’']+)(?:[ ,]+[a-z\d’'-]+){0,9}?[ ,]+(?:he|she|his|her)\b"
)
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)


def _unnamed(text: str) -> bool:
    """Opens with a circumstance, then somebody who was not named in it: "On Monday she"."""
    if not any(word in text for word in (" he ", " she ", " his ", " her ")):
        return False
    return _UNNAMED.search(_CALENDAR.sub("day", text)) is not None
