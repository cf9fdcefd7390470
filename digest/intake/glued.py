"""Where the words of a Chinese page were glued to its text: a page in one line, its title in it. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from digest.language.lazy import begun, regex

_DAY = r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
_STAMP = begun(
    r"发發更时時日\d",
    r"(?:(?:发布|發布|发表|發表|更新)?(?:时间|時間|日期)\s*[:：]\s*)?"
    rf"(?:{_DAY}[ \xa0]?\d{{1,2}}:\d\d(?::\d\d)?(?=\D|$|\d{{1,2}}月\d{{1,2}}日)"
    r"|(?<!\d)(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?:[01]\d|2[0-3]):[0-5]\d(?!\d))",
)
"""Day and minute: no author writes both as digits, so a page put them between its title and its text;
2024-05-06 07:08, and without a year 05-0607:08, which is two fields of a page side by side."""
_APART = begun(
    r"（(点點字微分腾目按用打\d",
    r"[（(]\s*原(?:标题|標題|题|題)\s*[:：][^（）()\n]{4,80}[)）]"
    r"|(?:点击|點擊)(?:进入|進入|查看|阅读|閱讀|访问|訪問|参与|參與|观看|觀看|下载|下載)"
    r"[^。，>»\n]{0,24}[>»]{1,2}(?=\s)"
    r"|(?<!\d)\d[\d,.]{0,15}万?人参与\s*\d{1,9}\s*条?评论|(?:字号|字號)\s*(?:超?大|A[+-]?|标准|中|小|\s)+(?!\S)"
    r"|字号超大大标准小|微信号\s?[\w-]{4,24}\s?功能介绍.{0,160}?(?:前天|昨天|今天|\d天前|(?:20\d\d-)?\d\d-\d\d|\d月\d{1,2}日)"
    r"|(?:分享[到至]?[:：]?\s?)?腾讯QQ\s?QQ空间|目前没有(?:热门)?跟[贴帖]"
    r"|(?<=\s)[點点]我下[載载]APP(?=\s)|(?<=\s)按我看活[動动][辦办]法"
    r"|(?:用|打开)?微信(?:扫码|扫一扫|扫描)?二维码分享[至到给]好友和(?:微信)?朋友圈",
)
"""What is a line of its own: the title that it had elsewhere, a button."""
_ENDS_OF_TEXT = r"[。！？…”’」』）)\]】\d\s]"
_BEHIND_TEXT = rf"(?<={_ENDS_OF_TEXT})"
_SEAM = begun(
    r"\[【（(责責编編原本文稿免版校审来來作记标相延推关特猜为热最网我发阅上下返分违C\d",
    r"[\[【（(]?(?:责任编辑|責任編輯|责编|(?:本文)?原标题|原標題|本文来源|文章来源|稿件来源|免责声明|版权声明|特别声明)\s*[:：|]"
    rf"|{_BEHIND_TEXT}[\[【（(]?(?:编辑|編輯|校对|审核|来源|來源|作者|记者|标签|关键词)\s*[:：|]"
    rf"|{_BEHIND_TEXT}(?:[相延推][关伸荐關薦](?:新闻|新聞|阅读|閱讀|推荐|推薦|文章|报道|链接)|[为猜][您你](?:推荐|喜欢)"
    r"|热门(?:评论|推荐|新闻|文章)|最新评论|网友评论|我要评论|发表评论|\d{1,9}\s*条评论|阅读全文|[上下]一篇|返回顶部"
    r"|分享[到至]|版权所有|Copyright|违法和不良信息|作者最新文章)",
)
"""With what a page begins again behind an article."""
_OWNED = regex(r"\s(?=[\u4e00-\u9fff]{2,8}版[權权]所有)")
"""The blank before what says whose the page is: 某某网版权所有."""
_COPYRIGHT = regex(rf"Copyright(?<={_ENDS_OF_TEXT}Copyright)")
"""All of that which a page without a Chinese sign can have."""
_WIDE = regex(r"[\u3001-\uffef]")
_RUN = regex(r"(?<=[。”」』）)])(?=[^。；;\n]{150})(?=.{0,40}[\u4e00-\u9fff]{4})")
"""Where more follows without a full stop than any sentence is long: headlines, remarks, menus."""
_INDENT, _FEWEST_INDENTS = regex(r"(?<=[\u3001-\uffef])[ \xa0]{4,}(?=[\u3001-\uffef\d])"), 3
"""More blanks than anybody writes between two words: with them a paragraph began; how many make it sure."""


_CREDIT = regex(
    r"(?<=[。！？）)])(?:[\u4e00-\u9fff]{0,6}[报報社网網])?(?:制图|製圖|供图|供圖|摄影?|攝影?)[ /／:：]?"
    r"[\u4e00-\u9fff]{2,3}"
    r"(?=近日|日前|昨日|昨天|今日|今天|前日|前天|本报讯|据[\u4e00-\u9fff]|\d{1,2}月\d{1,2}日|\d{1,2}日)"
)
"""Who drew or took a picture, and right behind the name the words with which news begins."""
_DESK = regex(
    r"(?<=[。！？）)])(?=(?:[\u4e00-\u9fff]{2}中心|[记記]者[\u4e00-\u9fff]{2,4})[／/∕]?[\u4e00-\u9fff]{2,4}(?:報導|报导))"
    r"|(?<=[。！？）)])(?=[▲▼△▽][^。▲▼\n]{4,90}(?:。|[（(][圖图]))"
)
"""Where behind a picture's words a newsroom begins, 社會中心／某地報導, and behind a sentence a picture's."""
_COUNTED = regex(
    r"(?<![，。；、])(?:评论|評論|阅读|閱讀|浏览|瀏覽|点击|點擊|人气|人氣|跟帖|分享[到至]|热度|收藏|点赞)"
    r"[数量數]?\s*[:：]\s*\d*[ \xa0]+(?=\S)"
)
_ACCOUNT, _BESIDE_ACCOUNT = regex("来源|來源|作者|编辑|編輯|责编|責編|:[0-5][0-9]"), 80
"""The last field of a line that says who wrote it and when, with or without a number in it."""


def chinese(text: str, start: int, end: int, whole: bool) -> Iterator[int]:
    """Places in ``text[start:end]`` at which a line ends and the next begins.

    *whole* tells that it is longer than a line: so much without a full stop is looked for in no other.
    """
    for own in _STAMP.finditer(text, start, end):
        yield from own.span()
    if _WIDE.search(text, start, end) is None:
        # All others have a Chinese sign.
        yield from (found.start() for found in _COPYRIGHT.finditer(text, start, end))
        return
    for own in _APART.finditer(text, start, end):
        yield from own.span()
    for seam in _SEAM.finditer(text, start, end):
        yield seam.start()
    for owned in _OWNED.finditer(text, start, end):
        yield owned.end()
    for credit in _CREDIT.finditer(text, start, end):
        yield from credit.span()
    for desk in _DESK.finditer(text, start, end):
        yield desk.start()
    for field in _COUNTED.finditer(text, start, end):
        if _ACCOUNT.search(text, max(start, field.start() - _BESIDE_ACCOUNT), field.start()):
            yield field.end()
    if whole:
        for run in _RUN.finditer(text, start, end):
            yield run.start()
        indents = [indent.start() for indent in _INDENT.finditer(text, start, end)]
        yield from indents if len(indents) >= _FEWEST_INDENTS else ()


_STAMPED = begun(
    r"发發更时時日\d",
    r"(?P<label>(?:发布|發布|发表|發表|更新)(?:时间|時間|日期)\s*[:：]\s*)?"
    rf"{_DAY}[ \xa0]\d{{1,2}}:\d\d(?::\d\d)?"
    r"(?:(?=[ \xa0]+(?P<field>来源|來源|出处|出處|作者)\s*[:：])|(?=[ \xa0]))",
)
_NO_FRONT = regex(r"[。；;\n]|来源|來源|作者|编辑|編輯|出处|出處|分享|时间|時間|日期")
_HAN = regex("[\u4e00-\u9fff]")
_FEWEST_OF_TITLE, _LONGEST_TITLE = 10, 60
"""Chinese characters of a title, and characters, in front of its day on one line."""


def stamped(text: str) -> Iterator[int]:
    """Where behind a title, on its line, its day, minute and source begin, and where text follows them."""
    for own in _STAMPED.finditer(text):
        if not own["label"] and not own["field"]:
            continue
        start = text.rfind("\n", 0, own.start()) + 1 if own.start() <= _LONGEST_TITLE else -1
        if start < 0:
            start = text.rfind("\n", own.start() - _LONGEST_TITLE - 1, own.start()) + 1
            if not start:
                continue
        front = text[start : own.start()]
        if len(_HAN.findall(front)) < _FEWEST_OF_TITLE or _NO_FRONT.search(front):
            continue
        yield own.start()
        if not own["field"]:
            yield own.end()


_CHAPTER = begun(r"\d", r"(?<![\d:])(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)(?=[\s-])")
_NOTED = regex(
    r"(?<=[\s。！？…”】])(?:【[^】\n]{1,20}】"
    r"|[【\[☆●■]?(?:本期|节目|節目)?(?:嘉宾|嘉賓|主播|主持人?|时间[线轴戳]|時間[線軸])"
    r"[\u4e00-\u9fff]{0,4}[:：]"
    r"|(?:相关链接|剪辑|后期|監製|监制|音频版|视频版|附录|BGM|Timestamps|Chapters|Show [Nn]otes)"
    r"[\u4e00-\u9fff]{0,4}[:：]|☆)"
)
"""A show's chapter, by when it begins; with what a part of its notes begins."""
_FEWEST_CHAPTERS = 4


def notes(text: str, start: int, end: int) -> Iterator[int]:
    """Where the notes of a show in one line go on: labels and chapters, none where there are no chapters."""
    if text.count(":", start, end) < _FEWEST_CHAPTERS:
        return
    stamps = list(_CHAPTER.finditer(text, start, end))
    times = [tuple(int(part or 0) for part in stamp.groups()) for stamp in stamps]
    if len(stamps) < _FEWEST_CHAPTERS or times != sorted(times):
        return
    for stamp in stamps:
        yield stamp.start()
    for label in _NOTED.finditer(text, start, end):
        yield label.start()


_ADDRESS = regex(r"https?://(?<![(<\"'=]https://)(?<![(<\"'=]http://)[!-~]{1,2000}+(?=[\u3400-\u9fff])")
"""An address of a picture that a text was glued to: no character of it is Chinese. One in brackets or
quotation marks is a link's, or somebody's who cites it, and its sentence goes on behind it."""


def addresses(text: str, start: int, end: int) -> Iterator[int]:
    """Where the text goes on behind an address, with no blank between."""
    for address in _ADDRESS.finditer(text, start, end):
        yield from address.span()


_NO_BEGINNING, _NO_END = frozenset("。，、；：！？”’」』）》】…,;:!?)"), frozenset("（「『《【“‘(、，")
_MARKS = regex("[，。；：“”「」]")
_FULL_STOP = regex("[。！？]")
_LONGEST_LINK, _WORD = 8, 2
"""Characters of a word that a page links, in the middle of a sentence; of a word."""


def ends_of_lines(text: str, blanks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of *blanks* in *text*, ascending, at which a line may end: not those round a linked word.

    A short word between two pieces of running text, of which the first has not come to its stop,
    is part of their sentence; so is one that the text writes together with what follows elsewhere,
    and what a page sets in bold up to a mark. No line begins with a mark or ends with a bracket that opens.
    """
    paired = [found.span() for found in _PAIRED.finditer(text)]
    inside = {blank for blank in blanks if _is_within(blank, paired)} if paired else set()
    known: dict[str, bool] = {}
    opened: tuple[int, int] | None = None
    for blank in blanks:
        closes = text[blank[1] : blank[1] + 1] in _NO_BEGINNING
        if closes or text[blank[0] - 1] in _NO_END:
            inside.add(blank)
        if closes and opened and not _FULL_STOP.search(text, opened[0] - 1, blank[0]):
            inside.add(opened)
        opened = blank if not closes else None
    bounds = [(0, 0), *blanks, (len(text), len(text))]
    for (_, start), before, after, (end, _) in zip(bounds, bounds[1:], bounds[2:], bounds[3:], strict=False):
        if after[0] - before[1] <= _LONGEST_LINK and before[1] - before[0] == after[1] - after[0] == 1:
            runs = _MARKS.search(text, start, before[0]) and _MARKS.search(text, after[1], end)
            if runs and text[before[0] - 1] not in "。！？”」":
                inside |= {before, after}
        if _FULL_STOP.search(text, after[1], end) and _is_one(text, before[1], after, known):
            inside.add(after)
    return [blank for blank in blanks if blank not in inside]


_PAIRED = regex(r"“[^“”。\n]{2,40}”|【[^【】。\n]{2,40}】|「[^「」。\n]{2,40}」|《[^《》。\n]{2,40}》")
"""What is quoted or named; a line seldom ends in it."""


def _is_within(blank: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, blank) - 1
    return at >= 0 and blank[1] < spans[at][1]


def _is_one(text: str, start: int, blank: tuple[int, int], known: dict[str, bool]) -> bool:
    """Whether the short word before *blank* stands elsewhere right before the word behind it.

    What was looked for before is *known*: the same few words of a menu are asked of thousands of times.
    """
    word = text[start : blank[0]].rpartition(" ")[2]
    if not _WORD <= len(word) <= _LONGEST_LINK:
        return False
    joined = word + text[blank[1] : blank[1] + _WORD]
    if joined not in known:
        known[joined] = joined in text
    return known[joined]


_FARTHEST, _SHORTEST, _LONGEST = 240, 8, 80
"""Characters before a stamp in which its title is looked for; of a title, at least and at most."""
_TWICE = regex(rf"(?P<title>\S.{{{_SHORTEST - 2},{_LONGEST - 2}}}\S)\s{{0,3}}(?P=title)\s*$")
"""In the path of sections and as the heading."""
_PATH = regex(r"[>›»/]\s*正文\s*(?:站内|搜索)?\s*")
"""Where a path of sections ends: the text."""
_SHARED = regex(r"\d*(?:转发|轉發|分享|收藏|评论|評論|微博)")
"""Buttons between the path and the title."""
_SIGNED = regex(
    r"(?:[ \xa0|｜]+(?>(?:\S{0,4}[:：])?(?:[\u4e00-\u9fff]{2,4}"
    r"|[\u4e00-\u9fff]{1,8}(?:[报報网網社台刊]|新闻|新聞|在线|频道|頻道))(?=[ \xa0|｜]|$)"
    r"|(?:来源|來源|作者|编辑|編輯|责编|責編|时间|時間|日期|发布|發布|發佈)\S{0,2}[:：] ?[^\s:：]{0,16}))+$"
)
"""Who wrote it, apart by blanks, between the title and the stamp."""
_FIRST_PAGE = 4_000
"""Characters of a page among which its heading stands."""
_NAME_ENDS = frozenset("_-–—|｜丨·")
"""Behind the title in a page's name, in front of the site's."""
_OPENING = "《：:「『“〈>@"
"""In front of the title where it is named again."""


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Where the title of a page glued into one line begins and ends: none, one, or both of its places."""
    if named := _named_first(text):
        yield from named
        return
    stamp = _STAMP.search(text)
    if stamp is None:
        return
    end = stamp.start()
    before = text[max(0, text.rfind("\n", 0, end) + 1, end - _FARTHEST) : end].rstrip()
    end -= len(text[:end]) - len(text[:end].rstrip())
    if signed := _SIGNED.search(before):
        end -= len(before) - signed.start()
        before = before[: signed.start()]
    if twice := _TWICE.search(before):
        shift = end - len(before)
        yield from ((shift + twice.start(), shift + twice.end("title")), (end - len(twice["title"]), end))
        return
    start = max((path.end() for path in _PATH.finditer(before)), default=0)
    start = 0 if _SHARED.match(before, start) else start
    again = next((size for size in range(_LONGEST, _SHORTEST, -1) if _is_named(before[-size:], text, end)), 0)
    start = start or (len(before) - again if again else 0) or _told(before, text[end : end + _FIRST_PAGE])
    if start and _SHORTEST <= len(before) - start <= _LONGEST:
        yield end - len(before) + start, end


def _named_first(text: str) -> list[tuple[int, int]]:
    """With a page's name its text begins, title first: where that stands again, as its heading."""
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first, first + _FIRST_PAGE)
    line = text[first : end if end > 0 else first + _FIRST_PAGE]
    if line.find(line[:_SHORTEST], _SHORTEST) < 0 or not _CHINESE.search(line[:_SHORTEST]):
        return []
    size = next((n for n in range(_LONGEST, _SHORTEST - 1, -1) if line.find(line[:n], n) > 0), 0)
    title = line[:size].rstrip()
    behind = line[len(title) :].lstrip()[:1]
    if len(title) < _SHORTEST or _FULL_STOP.search(title[:-1]) or behind not in _NAME_ENDS:
        return []
    again = line.find(title, size)
    return [(first, first + len(title)), (first + again, first + again + len(title))]


_CHINESE = regex(r"[\u4e00-\u9fff]")
_PIECE = regex(r"\S+")
_SHORTEST_PIECE, _SHARE_TOLD = 5, 0.34
"""Characters of a part of a title, and how many of its pairs of characters the text has too."""


def _told(before: str, text: str) -> int:
    """Where a title of several parts, apart by blanks, begins: of a menu the text below says nothing."""
    start = len(before)
    for piece in reversed(list(_PIECE.finditer(before))):
        pairs = [piece[0][at : at + 2] for at in range(len(piece[0]) - 1)]
        told = sum(pair in text for pair in pairs) >= _SHARE_TOLD * len(pairs)
        if len(piece[0]) < _SHORTEST_PIECE or not (told or start == len(before)):
            break
        start = piece.start()
    return start % len(before) if before else 0


def _is_named(title: str, text: str, end: int) -> bool:
    at = text.find(title, end)
    return at > 0 and text[at - 1] in _OPENING
