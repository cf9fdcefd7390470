"""Why it matters: what it all means, in the words of those who say it. Pure."""

from __future__ import annotations

import re

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.model import Excerpt
from digest.story.matching import weights
from digest.story.matching.spread import recent, spread
from digest.story.statements import choosing, standing
from digest.story.statements.material import Material, Statement

LIMIT = 4
LEAST_LENGTH = 16
"""Of a sentence that says why, in Chinese characters: shorter ones only announce it."""

_ALARM = r"了?[^，。]{0,12}(?:担忧|质疑|危机|震动|连锁反应)"
_MOST = "largest biggest worst deadliest".split()
_WHY = cue(
    rf"标志着|(?<!不)意味着|表明(?<!(?:证据|数据|研究|调查|结果|资料|报告|统计|记录|声明|公告|文件)表明)(?!的|解|[，：]|身份|立场|态度)|[凸突]显|预示|象征着|前所未有|引[发起]{_ALARM}|加剧{_ALARM}|影响深远|敲响|"
    r"关键在于|至关重要|重塑|改写|让[^，。]{2,20}面临|转折点|分水岭|之所以[^。]{2,30}是因为|(?:是|成为|属|系)[^，。；]{0,12}首例|无先例|有先例|开了?先河"
    r"|警示|暴露[出了]|折射|反映出|问题在于|教训"
    # What it does to somebody's name, what somebody is after, how great it is.
    r"|(?:破坏|损害|重创|打击|动摇|玷污)了?[^，。；]{0,14}(?:信誉|声誉|公信力|信任|信心|形象)"
    r"|(?:信誉|声誉|公信力|口碑)[^，。；]{0,8}(?:一落千丈|受损|扫地|崩塌|破产)|关键的?(?:第)?一步"
    r"|(?:更|最|真正)(?:在乎|在意|看重)|(?:更|最|真正)?想[^，。；]{0,8}的是|归根[到结]底|说到底"
    r"|(?<!应)对[^，。；]{2,20}(?:造成|带来|构成)[^，。；]{0,8}(?:打击|冲击|威胁)|(?:史上|以来)[^，。；]{0,12}最[大高多重严贵][^，。；]{0,4}的",
    r"signal(?:s|led|ling)? | mean(?:s|t) that | marks? (?:a|the) | marked (?:a|the) | "
    r"underscor | highlight(?:s|ed) | raise[sd]? (?:questions|concerns) (?:about|over|that) | "
    r"turning point | at stake | unprecedented | a sign (?:of|that) | shows that | "
    r"could reshape | expos(?:es|ed) (?:a|the|how) | lays? bare | is the first | "
    r"matter(?:s|ed) (?:beyond|because) | a test (?:of|for) | precedent | what makes | "
    r"threaten(?:s|ed|ing) to (?:cause|trigger|spark) | "
    + " | ".join(rf"{most} [^,;]{{3,60}} (?:since|in [^,;]{{0,12}}history|ever)" for most in _MOST),
)
_AT_ODDS = cue(
    r"矛盾|分歧(?!意见书)|对立|裂痕|派别|派系|斗争|的转变|转变(?=[为成])|变质|根本原因|(?<!失去)重心(?!不稳|[上下前后]移|失)|本质(?!上是)",
    r"rift | tensions? | divided | power struggle | at odds | shift(?:ed)? (?:in|from|to) | "
    r"root cause",
    end=r"\b",
)
"""What lies beneath the events: who is at odds over what, what has changed."""
_HEARSAY = regex(r"(?:据)?(?:知情人士|有人|有观点|有分析|据说|据悉|传闻)|reportedly|sources say")
_MEANING = cue(
    r"标志着|(?<!不)意味着|前所未有|转折点|分水岭",
    r"signal | marks?\b | marked | means that | turning point",
)


def says_meaning(statement: Statement) -> bool:
    return bool(_MEANING.search(statement.folded))


def tell(material: Material) -> tuple[Excerpt, ...]:
    """Sentences in which an author says what it all means, or what lies beneath; of different articles.

    None that the lead has: it stands right above.
    """
    found = [
        (_score(material, each), each)
        for each in material.having(_WHY, _AT_ODDS)
        if _stands(each)
        and not choosing.printed(material, each)
        and (_WHY.search(each.folded) or _AT_ODDS.search(each.folded))
        and choosing.length(each.text) >= LEAST_LENGTH
        and not choosing.counts_the_unnamed(material, each)
        and (not choosing.is_long_ago(material, each) or _GREATEST_SINCE.search(each.simple))
        and not _is_no_judgement(material, each)
    ]
    return spread(material, found, LIMIT, 0.25, "why:says-what-it-means")


_GREATEST_SINCE = regex("以来[^，。；]{0,12}最")
"""2008年危机|以来最大的破产: the year says how great it is now."""


def _stands(statement: Statement) -> bool:
    """By itself, or 在这次博弈中，..: the story's own, which stands right above."""
    if statement.grade == standing.STANDS:
        return choosing.form(statement) >= WELL
    opening = _OF_THE_STORY.match(statement.simple)
    if opening is None or standing.grade(statement.folded[opening.end() :]) > standing.LEANS:
        return False
    return choosing.form_beneath(statement) >= WELL


WELL = 0.6
_OF_THE_STORY = regex("(?:显然|可见|毕竟|其实|事实上)?，?(?:在|从)?(?:这|此|本)[次场起轮][^，。；]{1,10}，")


def _is_no_judgement(material: Material, statement: Statement) -> bool:
    """A party's own word, a motion, a plan, a line without its end: no reader takes it for why it matters."""
    text = statement.simple
    if _OWN_WORD.search(text) or _OF_HIMSELF.match(text) or _MOTION.search(text):
        return True
    if _CHARGE.search(text) is None and _goes_on_with_a_charge(material, statement):
        return True
    return _is_cut(material, statement) or _turns_elsewhere(material, statement)


def _is_cut(material: Material, statement: Statement) -> bool:
    """A line without its stop; those of a transcript have none."""
    spoken = material.documents[statement.document].kind == "transcript"
    return not (spoken or weights.latin(statement) or statement.simple.rstrip().endswith(_ENDS))


_ENDS = tuple("。！？…”」』）)")
_OWN_WORD = regex(
    "(?:声明|公告|新闻稿)[^，。；]{0,4}(?:表示|说|称(?!为)|指出|强调)|发言人[^，。；]{0,8}(?:表示|说|称(?!为))"
)
"""公司在声明中表示，更换总裁能重塑信心: what a side says of itself."""
_OF_HIMSELF = regex("[“「](?=[^”」]{0,12}我(?!国))")
"""“我认为这对我们来说是很好的教训: what it means to a passer-by."""
_MOTION = regex("议案|提案|动议|建议股东|(?:计划|打算|拟)(?:在|于)|拟将")
"""What it would mean: once it is voted on, something else does."""
_CHARGE = regex(r"认为|表示|指出|称|说|显示|指责|批评|质疑|\bsaid\b|according")
_CHARGES = regex(
    "(?:信中|公开信|联名信|诉状|起诉书|声明|请愿书|通函)[^，。；]{0,8}(?:指责|指控|谴责|批评|写道|称|认为)|(?:指责|指控|谴责|批评)[^，。；]{0,14}[，：:]"
    r"|\b(?:letter|lawsuit|complaint|petition|statement) (?:accused|accuses|said|says|alleged|alleges)\b"
)


def _goes_on_with_a_charge(material: Material, statement: Statement) -> bool:
    """信中指责董事会，你们..。|董事会的行为表明..: the letter's words, which the article only reports."""
    return any(_CHARGES.search(each.simple) for each in material.before(statement, CHARGE_REACH))


CHARGE_REACH = 2
"""Sentences over which a letter that is quoted goes on."""


def _turns_elsewhere(material: Material, statement: Statement) -> bool:
    """A turning point of something else: what somebody says of a whole trade on some occasion."""
    if _TURN.search(statement.simple) is None:
        return False
    return not statement.actions and material.central[statement.place] < STORYS_TURN


_TURN = regex("转折点|分水岭|turning point", re.IGNORECASE)
STORYS_TURN = 0.35
"""Share of the most central statement's weight from which on a turning point is one of the story."""
_PERHAPS = regex(r"如果|假如|一旦|可能|\bif\b")


def _score(material: Material, statement: Statement) -> float:
    strong = 2.4 if says_meaning(statement) else 1.0
    strong *= 0.5 if _HEARSAY.match(statement.folded) else 1.0
    guess = 0.7 if _PERHAPS.search(statement.folded) else 1.0
    return strong * guess * recent(material, statement) * choosing.worth(material, statement)
