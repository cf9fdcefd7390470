"""Sentences that say that something happened, and not what: a reader asks which. Pure."""

from __future__ import annotations

from digest.language.lazy import regex
from digest.story.statements import lexicon


def is_hollow(simple: str) -> bool:
    """迎来峰回路转大结局, 宣布了裁决结果: a reader asks which; not where a clause before it tells an act."""
    found = _HOLLOW.search(simple)
    return found is not None and not lexicon.actions(simple[: simple.rfind("，", 0, found.start()) + 1])


BRIEFING = (
    "(?:举行|召开|举办)[^，。；]{0,8}(?:发布会|记者会|通气会|吹风会)，"
    "(?:介绍|通报|说明|公布)[^，。；]{2,30}(?:情况|进展|详情)[。！]?$"
)
"""举行新闻发布会，通报事故相关情况: what they are stands in the next sentence."""
_HOLLOW = regex(
    f"{BRIEFING}|"
    "迎来[^，。；]{0,12}(?:结局|终局|转折|高潮|反转|尾声|落幕)|(?:发布|公布|发表|发出|宣布|作出|做出)了?[^，。；：]{0,14}(?:结果|裁决|判决|裁定|决定|声明|公告|通报)[。！]?$"
)


def is_agenda(simple: str) -> bool:
    """It says that a meeting is held, or is to be, and not what came of it."""
    return _AGENDA.search(simple) is not None and not is_result(simple)


def is_result(simple: str) -> bool:
    """It says what came of a meeting."""
    return _RESULT.search(simple) is not None


_MEETING = "(?:股东大?会|董事会(?:会议)?|理事会|会议|大会|表决|投票|选举|公投)"
_AGENDA = regex(
    f"{_MEETING}[^，。；]{{0,6}}(?:[将定]?于|在)[^，。；]{{0,20}}(?:举行|召开|进行)|将[^，。；]{{0,16}}(?:举行|召开)[^，。；]{{0,10}}{_MEETING}"
)
_RESULT = regex(
    f"{_MEETING}[^，。；]{{0,6}}结果|{_MEETING}上?，?[^。；]{{0,24}}(?:被(?:罢免|免去|解除|选为)|通过了|获通过|否决|未能?通过)"
)
