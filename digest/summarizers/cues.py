"""What the surface of one sentence tells an editor: facts in it, and reasons not to print it alone.

Every cue is a number from 0 to 1, read off the text by a pattern of closed
word lists, Chinese (both scripts, by way of the simplified form) and English.
Words of one kind of topic have no place here: a cue must hold for any article.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_HAN = "\u3400-\u9fff\uf900-\ufaff"


def _any(chinese: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{chinese})|\b(?:{english})\b", re.IGNORECASE)


_START = r"^[\s“\"‘'「『（(【\[—–-]*"


def _starts(chinese: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"{_START}(?:(?:{chinese})|(?:{english})\b)", re.IGNORECASE)


NUMBER = re.compile(
    rf"\d[\d,.]*\s*%?|百分之[一二三四五六七八九十百零点]+|[一二两三四五六七八九十百千万亿]+(?=[个名位年月日天周小时次家万亿倍元人项款成])"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|million|billion|half|percent)\b",
    re.IGNORECASE,
)
DATE = _any(
    r"\d{1,4}\s*年|\d{1,2}\s*月|\d{1,2}\s*[日号]|[今去明前]年|[上本下]个?[月周]|周[一二三四五六日末]|昨[天日]|今[天日]|近日|日前",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october"
    r"|november|december|yesterday|today|this week|last (?:week|month|year)|(?:19|20)\d\d",
)
CAPITALS = re.compile(r"(?<![.!?:“\"'] )(?<!^)\b[A-Z][\w’'-]*")
LATIN = re.compile(r"[A-Za-z][\w.+-]*")
CHINESE_NAMES = re.compile(
    r"·|《[^》]+》|“[^”]{2,12}”|(?:公司|集团|大学|委员会|部门|董事会|研究院|法院|政府|国务院|局长|部长|总统|主席|总裁|创始人|首席|教授|记者)"
)
EVENT = _any(
    r"宣布|发布|公布|推出|成立|创立|解散|辞职|离职|离开|任命|解雇|罢免|收购|投资|融资|签署|通过|批准|起诉|判决|逮捕|去世|获得|启动"
    r"|完成|承诺|否认|拒绝|决定|计划|要求|同意|禁止|取消|上升|下降|增长|下跌|达到|超过|突破|加入|重组|裁员|停止|暂停|开始|造成|导致",
    r"announced?|launch(?:ed|es)|releas(?:ed|es)|found(?:ed)?|resign(?:ed|s)|quit|left|leav(?:es|ing)|appoint(?:ed|s)|fired|dismiss(?:ed|es)"
    r"|acquired?|invest(?:ed|s)|sign(?:ed|s)|approv(?:ed|es)|sued?|convicted|charged|arrested|died|killed|won|wins|vot(?:ed|es)|denied|denies"
    r"|refus(?:ed|es)|decided|plans?|demand(?:ed|s)|agreed|bann(?:ed|s)|cancel(?:l?ed|s)|rose|fell|reached|exceeded|joined|struck|hit|defeated|beat",
)
REPORT = _any(
    r"表示|指出|认为|称|透露|显示|数据显示|调查|研究|报告|报道|获悉|介绍|强调|通知|会议",
    r"said|says|according to|told|report(?:ed|s)?|study|research(?:ers)?|survey|officials?|polic[ey]|experts?|shows?|showed",
)
REASON = _any(
    r"因为|原因|由于|导致|因此|从而|意味着|标志着|旨在|目的|使得|引发|影响|关键|重要|核心|首次|最大|最高|首个|第一",
    r"because|reasons?|due to|therefore|means?|result(?:ed|s)?|in order to|cause[ds]?|key|main|most|first|largest|biggest|important|will",
)
QUESTION = re.compile(r"[?？][”’\"'」』）)]*$")
EXCLAIMS = re.compile(r"[!！][”’\"'」』）)]*$")
LEAD_IN = re.compile(r"[:：—]\s*$|(?:如下|以下几点)[。.]?$")
FINISHED = re.compile(r"[。！？!?….;；:：][”’\"'」』）)\]]*$")
TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[”’\"'」』）)]*$")
PRONOUN_START = _starts(
    r"[他她它](?:们)?|这(?!里是)|此(?!外|次|前|后)|该|其(?!中)|那|后者|前者|两者|二者|上述|对此|当时|彼时|事后|这样",
    r"he|she|it|they|this|that|these|those|his|her|its|their|such|there|here|the (?:former|latter|two|move|decision|incident|report|group)",
)
LINK_START = _starts(
    r"但是?|不过|然而|可是|而(?!是)|因此|所以|于是|然后|接着|随后|最后|其中|例如|比如|也|并且?|此外|另外|同时|与此同时|另一|之后|其实|事实上|换言之"
    r"|总之|反之|否则|还有?|不仅如此|一方面|另一方面|首先|其次|再次|至此|从此|当然|显然|的确|毕竟|由此|值得注意的是|即使|结果|只可惜",
    r"but|and|so|however|also|then|meanwhile|still|yet|or|for example|for instance|instead|besides|moreover|in addition|as a result|therefore"
    r"|thus|later|after that|of course|indeed|in fact|finally|first|second|another|others?|some|many|perhaps|maybe|now|not only",
)
SELF = _any(
    r"我们?|你们?|您|咱们?|大家|各位|俺|笔者|小编", r"i|i'm|i've|me|my|we|we're|our|us|you|your|you're|let's"
)
HEARSAY = _any(
    r"网友|有人(?:说|认为|猜|推测|问|评价|调侃)|也有人|评论区|小编|吃瓜|据传|传言|传闻|谣言|段子|众所周知|不少人",
    r"netizens?|twitter users?|commenters?|rumou?rs?|one user|some say|social media users?",
)
HOST = _any(
    r"大家好|感谢(?:大家|您|你)?的?(?:观看|收看|阅读|关注|支持)|本期|下期|视频|点赞|订阅|转发|扫码|公众号|今天给大家|今天我们|说白了|其实吧|好了|我们来看"
    r"|不得不说|可见|看来|估计|就要数|警示",
    r"subscribe|follow us|thanks for|click here|sign up|this video|this episode|in my opinion|i think|i believe|let me",
)
SPOKEN = re.compile(r"[呢吧啊嘛呀哦啦哎](?=[，。！？,!?]|$)|(?:啥|咋|挺|特别地)")
BOILERPLATE = _any(
    r"责编|责任编辑|编辑[:：|]|记者.{0,6}摄|图片?来源|题图|来源[:：]|版权|转载|免责|声明[:：]|原标题|相关阅读|相关新闻|点击|更多精彩|完\)|阅读原文|资料图|供图|左[一二三四]",
    r"photo|image|video|caption|copyright|all rights reserved|scroll down|click|read more|share this|advertisement|newsletter|contributed to this"
    r"|pictured|file photo|getty|reuters|follow .{0,20} on twitter|updated|e-?mail|cookies?|comments?|https?|www|watch",
)
EXAMPLE = _any(r"例如|比如|譬如|举例", r"for example|for instance|such as|e\.g")
DETAIL = re.compile(r"[（(][^）)]{3,}[）)]")
OPEN_QUOTE = re.compile(r"^[\s—–-]*[“\"‘「『]|^'\s")
CLOSE_QUOTE = re.compile(r"[”\"’」』][。.！!？?，,]?$|'$")
QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"")
SAYS = re.compile(r"[说道称问写答示](?:[:：，,]|$)|\b(?:said|says|told|wrote|asked|added)\b", re.IGNORECASE)
NEGATED = _any(
    r"否认|并非|没有|未能|从未|不再|拒绝|未被|并未",
    r"denied|denies|never|no longer|not|without|refused|failed",
)
HEDGE = _any(
    r"可能|或许|也许|似乎|大概|仿佛|恐怕|据说",
    r"may|might|could|perhaps|maybe|seems?|appears?|possibly|would",
)
CONTRAST = _any(r"但|却|然而|不过|而不是|而非", r"but|although|despite|while|however|though|rather than")


def _share(pattern: re.Pattern[str], most: int) -> Callable[[str], float]:
    def cue(text: str) -> float:
        found = 0
        for found, _ in enumerate(pattern.finditer(text), 1):
            if found == most:
                return 1.0
        return found / most

    return cue


def _has(pattern: re.Pattern[str]) -> Callable[[str], float]:
    return lambda text: 1.0 if pattern.search(text) else 0.0


def _names(text: str) -> float:
    chinese = re.search(f"[{_HAN}]", text) is not None
    pattern = (LATIN, CHINESE_NAMES) if chinese else (CAPITALS,)
    return min(1.0, sum(len(one.findall(text)) for one in pattern) / 5)


def _quote_share(text: str) -> float:
    return min(1.0, sum(len(found) for found in QUOTED.findall(text)) / max(1, len(text)))


def _bare_quote(text: str) -> float:
    """A quotation without its speaker, or a piece of one."""
    opens, closes = OPEN_QUOTE.search(text) is not None, CLOSE_QUOTE.search(text) is not None
    torn = text.count("“") != text.count("”") or text.count('"') % 2 == 1
    if torn:
        return 1.0
    said = SAYS.search(QUOTED.sub("", text)) is not None
    return 1.0 if opens and closes and not said else 0.0


SURFACE: dict[str, Callable[[str], float]] = {
    "numbers": _share(NUMBER, 4),
    "dates": _has(DATE),
    "names": _names,
    "events": _share(EVENT, 2),
    "reports": _has(REPORT),
    "reasons": _share(REASON, 2),
    "negation": _has(NEGATED),
    "hedge": _has(HEDGE),
    "contrast": _has(CONTRAST),
    "question": _has(QUESTION),
    "exclamation": _has(EXCLAIMS),
    "lead_in": _has(LEAD_IN),
    "unfinished": lambda text: 0.0 if FINISHED.search(text) else 1.0,
    "trails_off": _has(TRAILS_OFF),
    "pronoun_start": _has(PRONOUN_START),
    "link_start": _has(LINK_START),
    "self": _share(SELF, 2),
    "hearsay": _has(HEARSAY),
    "host": _has(HOST),
    "spoken": _has(SPOKEN),
    "boilerplate": _has(BOILERPLATE),
    "example": _has(EXAMPLE),
    "aside": _has(DETAIL),
    "bare_quote": _bare_quote,
    "quote_share": _quote_share,
    "opens_quote": _has(OPEN_QUOTE),
}
"""Cue by name; each reads the simplified text of one sentence."""
