"""Why it matters: what it all means, in the words of those who say it. Pure."""

from __future__ import annotations

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.model import Excerpt
from digest.story.matching.spread import recent, spread
from digest.story.statements import choosing, standing
from digest.story.statements.material import Material, Statement

LIMIT = 4
LEAST_LENGTH = 16
"""Of a sentence that says why, in Chinese characters: shorter ones only announce it."""

_ALARM = r"了?[^，。]{0,12}(?:担忧|质疑|危机|震动|连锁反应)"
_WHY = cue(
    rf"标志着|意味着|表明(?<!(?:证据|数据|研究|调查|结果|资料|报告|统计|记录|声明|公告|文件)表明)(?!的|解|[，：]|身份|立场|态度)|凸显|预示|象征着|前所未有|引[发起]{_ALARM}|加剧{_ALARM}|影响深远|敲响|"
    r"关键在于|至关重要|重塑|改写|让[^，。]{2,20}面临|转折点|分水岭|之所以[^。]{2,30}是因为|(?:是|成为|属|系)[^，。；]{0,12}首例|无先例|有先例|开了?先河"
    r"|警示|暴露[出了]|折射|反映出|问题在于|教训",
    r"signal(?:s|led|ling)? | mean(?:s|t) that | marks? (?:a|the) | marked (?:a|the) | "
    r"underscor | highlight(?:s|ed) | raise[sd]? (?:questions|concerns) (?:about|over|that) | "
    r"turning point | at stake | unprecedented | a sign (?:of|that) | shows that | "
    r"could reshape | expos(?:es|ed) (?:a|the|how) | lays? bare | is the first | "
    r"matter(?:s|ed) (?:beyond|because) | a test (?:of|for) | precedent | what makes",
)
_AT_ODDS = cue(
    r"矛盾|分歧(?!意见书)|对立|裂痕|派别|派系|斗争|的转变|转变(?=[为成])|变质|根本原因|重心(?!不稳|[上下前后]移|失)|本质(?!上是)",
    r"rift | tensions? | divided | power struggle | at odds | shift(?:ed)? (?:in|from|to) | "
    r"root cause",
    end=r"\b",
)
"""What lies beneath the events: who is at odds over what, what has changed."""
_HEARSAY = regex(r"(?:据)?(?:知情人士|有人|有观点|有分析|据说|据悉|传闻)|reportedly|sources say")
_MEANING = cue(
    r"标志着|意味着|前所未有|转折点|分水岭",
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
        if each.grade == standing.STANDS
        and not choosing.printed(material, each)
        and (_WHY.search(each.folded) or _AT_ODDS.search(each.folded))
        and choosing.form(each) >= 0.6
        and choosing.length(each.text) >= LEAST_LENGTH
        and not choosing.counts_the_unnamed(material, each)
        and not choosing.is_long_ago(material, each)
    ]
    return spread(material, found, LIMIT, 0.25, "why:says-what-it-means")


_PERHAPS = regex(r"如果|假如|一旦|可能|\bif\b")


def _score(material: Material, statement: Statement) -> float:
    strong = 2.4 if says_meaning(statement) else 1.0
    strong *= 0.5 if _HEARSAY.match(statement.folded) else 1.0
    guess = 0.7 if _PERHAPS.search(statement.folded) else 1.0
    return strong * guess * recent(material, statement) * choosing.worth(material, statement)
