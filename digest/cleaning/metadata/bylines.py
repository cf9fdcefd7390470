"""Who wrote an article, from the lines around the body and where they stand. Pure.

What the bylines say comes first (`digest.cleaning.metadata.credits`), then a name that
stands where writers are named. What a page's head claims comes last: it is
often the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from digest.cleaning.lines import leads
from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import accounts, outlets, senders
from digest.cleaning.metadata.credits import NO_NAME, WITH_POST, names_in, writers_of
from digest.cleaning.metadata.signatures import of_lead, signing
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.model import Metadata

_POST = regex(r"(?:[A-Z]?[a-z]+ ){0,3}(?:correspondent|reporter|editor|columnist|writer)\b[\w, ]{0,24}", re.I)
SIGNED = regex(
    r"[(（【\[]\s*(?P<house>[^()（）/／|｜:：\s]{2,14}?)(?:特约)?编译\s*[/／|｜:：]\s*(?P<name>[^()（）]{1,12})[)）】\]]\s*$"
)
HOST = regex(
    r"(?:这里是|欢迎(?:来到|收看|收听))(?P<house>[^，,。！!\s的]{2,14}?)(?=的[A-Za-z]*(?:频道|頻道|节目|節目|直播间)|[，,。！!\s]|$)|我是(?:主播|主持人|你们的)?(?P<name>[^，,。！!\s的]{1,6})"
)


def authors(rows: Sequence[Row], fates: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """Those who wrote it, in the order named."""
    below = next((row.number for row, fate in zip(rows, fates, strict=True) if fate == "body"), len(rows))
    found = [name for _, row in _bylines(rows, fates) for name in writers_of(row, row.number < below)]
    found = found or _on_account(rows, metadata) or _in_lead(rows, fates) or _marked(rows, fates)
    found = found or _below_label(rows, fates) or _below_title(rows, fates)
    found = found or _posted(rows, fates) or _pictured(rows, fates) or _sender(rows)
    found = found or _above_follow(rows, fates) or _on_board(rows, fates)
    found = (
        found
        or _above_date(rows, fates)
        or _in_note(rows)
        or _signature(rows, fates)
        or _host(rows)
        or signing(rows, fates, _is_name)
    )
    claimed = [name for author in metadata.authors for name in names_in(author)]
    if claimed and found == [metadata.publisher]:
        found = []  # the house's own name stands beside the date of many pages
    found = found or claimed
    return tuple(dict.fromkeys(name for name in found if not _is_nobody(name)))


def _is_nobody(name: str) -> bool:
    """A label of the page, or a house: of 晚点 LatePost and 晚点LatePost the blank is nobody's."""
    fold = simplify(name).lower()
    return (
        NO_NAME.search(fold) is not None
        or outlets.named(fold) is not None
        or outlets.named(fold.replace(" ", "")) is not None
    )


def _on_account(rows: Sequence[Row], metadata: Metadata) -> list[str]:
    signed = accounts.signed(rows, metadata.publisher)
    return [name for writer in signed.writers for name in names_in(writer)] if signed else []


def _bylines(rows: Sequence[Row], fates: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """The bylines, each with its place among *rows*."""
    for at, (row, fate) in enumerate(zip(rows, fates, strict=True)) if "byline" in fates else ():
        if fate == "byline" and len(row.text) < _LONGEST_BYLINE:
            yield at, row


_LONGEST_BYLINE = 140


_POSTED_BY = regex(
    r"[Pp]osted by (?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})\s*(?:[,|·•–—-]|at|on)\s*"
    r"(?:.{0,30}\d.{0,30})"
)


def _posted(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """Posted by Jane Doe at 5:11 AM: of a blog, right below the last line of a post."""
    last = max((at for at, fate in enumerate(fates) if fate == "body"), default=-1)
    below = rows[last + 1].text.strip() if 0 <= last < len(rows) - 1 else ""
    found = _POSTED_BY.fullmatch(below)
    return [found["name"]] if found and not is_paper(found["name"]) else []


_PICTURED = regex(
    r"(?:(?:(?:profile )?(?:image|photo|picture|portrait|avatar)|headshot) (?:of|for) (?P<of>.{4,40})"
    r"|(?P<whose>.{4,40}?)(?:['’]s)? (?:avatar|(?:profile )?(?:picture|photo)|headshot))",
    re.I,
)


def _pictured(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """Between title and text a picture is called "Image of Jane Doe", and her name stands below it."""
    first = next((at for at, fate in enumerate(fates) if fate == "body"), 0)
    for at in range(max(1, first - HEAD), first):
        named = rows[at].text.strip()
        found = _PICTURED.fullmatch(rows[at - 1].text.strip()) if _LATIN_NAME.fullmatch(named) else None
        if found and found[found.lastgroup or 0] == named and not is_paper(named):
            return [named]
    return []


def _sender(rows: Sequence[Row]) -> list[str]:
    """Of a mail saved as text, unless a house sent it."""
    sent = senders.sender(rows)
    return names_in(sent[0]) if sent and not sent[1] and not is_paper(sent[0]) else []


def _in_lead(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The reporter in brackets in front of the first sentence; a summary may stand above it."""
    body = (row for row, fate in zip(rows, fates, strict=True) if fate == "body")
    first = list(islice(body, _ABOVE_LEAD + 1))
    named = next(filter(None, map(of_lead, first)), [])
    return named or names_in(next(filter(None, map(leads.names, first)), ""))


_ABOVE_LEAD = 2


_MARKS = r"[\d¹²³⁴⁵⁶,，*＊†‡✉#]*[\d¹²³⁴⁵⁶*＊†‡✉#]"
_MARKED = regex(
    rf"(?=.*[\d¹²³⁴⁵⁶*＊†‡✉#])(?:[\u4e00-\u9fff]{{2,4}}(?:{_MARKS})?(?:[，,、;；\s]+|$)){{1,12}}"
    rf"|(?=.*[\d¹²³⁴⁵⁶*＊†‡✉#])(?:(?:[A-Z][\w.'’-]*? ){{1,3}}[A-Z][A-Za-z'’-]+"
    rf"(?:,? ?[a-e](?=\b)|{_MARKS})?(?:\s*(?:[,;&]|and)\s*|\s*$)){{1,12}}"
)
"""欧海生¹，林小灯²*: on a paper, each name with the number of where its bearer works."""
_ANY_MARK = regex(rf"{_MARKS}")
_COUNT = regex(r"\d{3}")
"""So many clicked on a button, 举报15867; nobody works at so many places."""


def _marked(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The names of a paper, on the line below its title."""
    title = next((at for at, fate in enumerate(fates[: 2 * HEAD]) if fate == "title"), None)
    for row in rows[title + 1 : title + 1 + _BELOW_TITLE] if title is not None else ():
        if len(row.text) > _LONGEST_BYLINE or row.stops or _COUNT.search(row.text):
            continue
        if _MARKED.fullmatch(row.text.strip()):
            return names_in(
                re.sub(
                    r"(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff])", "，", _ANY_MARK.sub("，", row.text)
                )
            )
    return []


_BELOW_TITLE = 3
"""Lines among which a paper's names stand: a subtitle may come first."""
_LATIN_NAME = regex(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_PAPER = regex(
    r"(?:The .+|(?:.+ )?(?:Gazette|Times|News|Post|Daily|Media|Press|Journal|Herald|Tribune|Chronicle"
    r"|Magazine|Review|Weekly|Observer|Standard|Wire|Today|Bulletin|Courier|Echo|Record|Register|Sentinel|Star|Sun|Telegraph))"
)


def is_paper(text: str) -> bool:
    """Whether capitalised words name a paper, not a person."""
    bare = text.strip()
    return len(bare) < 40 and _LATIN_NAME.fullmatch(bare) is not None and _PAPER.fullmatch(bare) is not None


_PLACED = regex(rf"(?P<name>{_LATIN_NAME.pattern}) in [A-Z][\w ’'-]{{2,30}}")
_BESIDE = regex(rf"(?P<name>{_LATIN_NAME.pattern})\s*[|｜]\s*[^|｜]{{3,40}}")
_NAME_AND_WHO = regex(r"(?P<name>[\u4e00-\u9fff]{2,4})\s?[（(][^（）()]{2,20}[)）]")
_NAME_AND_DATE = regex(
    r"(?P<name>[\u4e00-\u9fff]{2,3}(?=\s*[·•|｜])|[\u4e00-\u9fff]{2}(?![报网社刊台经闻讯号线家说])[\u4e00-\u9fff](?=\s))[\s·•|｜]+(?:19|20)\d\d"
)


_WRITTEN_BY = regex(rf"\b[Ww]ritten by (?P<name>{_LATIN_NAME.pattern})(?=\s*[(,.]|$)")


def _in_note(rows: Sequence[Row]) -> list[str]:
    """Of a text that appeared elsewhere first the note above it may name the writer."""
    found = (_WRITTEN_BY.search(row.text) for row in rows[:HEAD] if not row.han and "ritten by" in row.text)
    return next(([match["name"]] for match in found if match and not is_paper(match["name"])), [])


def _above_date(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """A name alone on the line above the date, or in front of it."""
    if "byline" not in fates and "removed" not in fates:
        return []
    for at, (row, fate) in enumerate(zip(rows[: _reach(fates)], fates, strict=False)):
        posted = WITH_POST.fullmatch(row.text.strip()) if fate == "removed" and not row.han else None
        below = rows[at + 1].text.strip() if posted and at + 1 < len(rows) else ""
        if posted and (posted["post"] or (len(below) < 50 and _POST.fullmatch(below))):
            return [posted["name"]]
        if fate != "byline" or not re.search(r"\d{4}", row.text):
            continue
        lettered = [up for up in range(at - 1, max(-1, at - 4), -1) if any(map(str.isalpha, rows[up].text))]
        for up in lettered[:2]:
            above = rows[up].text.strip() if fates[up] == "removed" else ""
            shape = _PLACED.fullmatch(above) or _BESIDE.fullmatch(above)
            if any(other.text in (f"About {above}", f"SOURCE {above}") for other in rows):
                break  # who sends a press release
            if up and rows[up - 1].fold == "published in":
                break
            if shape or (_LATIN_NAME.fullmatch(above) and not is_paper(above)):
                return [shape["name"] if shape else above]
            if not is_paper(above):
                break
        over = rows[at - 1] if at and fates[at - 1] == "removed" else row
        shapes = (row, _NAME_AND_DATE.match(row.written)), (over, _NAME_AND_WHO.fullmatch(over.written))
        for line, match in shapes:
            if match and _is_name(match["name"]):
                return [line.text[slice(*match.span("name"))]]
    return []


def _is_name(text: str) -> bool:
    from digest.language import names, people  # which have much to load

    return people.is_name(text) or any(found.text == text for found in names.find(text))


_LABEL = regex(r"(?:by|written by|作者|文|撰文|撰稿|(?:\d\.\s?)?记者署名)\s*[-:：|｜—–]?")
_POST_BEFORE, _HOUSE_BEHIND = (
    regex(r"(?:记者|記者|编译|編譯)\s*(?=[\u4e00-\u9fff]{2})"),
    regex(r", [A-Z].{1,40}"),
)
"""Of a name below its label: who its bearer is, and for whom."""


def _below_title(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """A person's name and nothing else, on the line below the title."""
    for at, row in enumerate(rows[1:HEAD], 1):
        if fates[at] == "body":
            break
        if fates[at - 1] == "title" and 2 <= row.han == len(row.text) <= 4:
            return [row.text] if _is_name(row.written) else []
    return []


def _below_label(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The name on the line below "By", or above the house its bearer works for."""
    for at, row in enumerate(rows[: 2 * HEAD]):
        if fates[at] == "body":
            break
        name = row.text.strip()
        if at and _LABEL.fullmatch(rows[at - 1].fold):
            post = _POST_BEFORE.match(name)
            bare = name[post.end() :] if post else _HOUSE_BEHIND.sub("", name)
            if _LATIN_NAME.fullmatch(bare) or (2 <= len(bare) <= 4 and _HAN_NAME.fullmatch(bare)):
                return [bare]
        below = rows[at + 1].fold.split(",")[0] if at + 1 < len(rows) and not row.han else ""
        if below and outlets.named(below) and _LATIN_NAME.fullmatch(name) and not is_paper(name):
            return [name] if not outlets.named(row.fold) else []
    return []


_HAN_NAME = regex(r"[\u4e00-\u9fff]+")


def _reach(fates: Sequence[str]) -> int:
    """Rows from the top in which a name may stand: above the second paragraph, be the menu ever so long."""
    body = [at for at, fate in enumerate(fates[:_LONGEST_HEAD]) if fate == "body"][:2]
    return max(HEAD, body[-1] if len(body) > 1 else 0)


_LONGEST_HEAD = 400
_FOLLOW = regex(r"[+＋]?\s?已?关注(?:ta|他|她)?|[\d,.]+\s?[万千k]?\s?人赞同了该(?:回答|文章)")
_NO_POSTER = regex(r"[\s，。,:：|｜>›/、！？!?]|^(?:推荐|热榜|首页|登录|关注|正文|订阅|已编辑|\d)")


def _above_follow(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """On a board of questions: a name, what its bearer says of himself, a button to follow."""
    for at, row in enumerate(rows[:_BELOW_QUESTION]):
        if fates[at] == "body":
            break
        if row.size > 16 or _FOLLOW.fullmatch(row.fold) is None:
            continue
        if not is_answered(rows) and outlets.shown(rows, fates) not in _BOARDS:
            continue
        above = [up for up in (at - 2, at - 1) if up >= 0 and fates[up] == "removed"]
        for up in above:
            name = rows[up].text.strip()
            if (
                2 <= len(name) <= 14
                and not _NO_POSTER.search(rows[up].written)
                and not outlets.named(rows[up].fold)
            ):
                return [name]
    return []


_AGREED = regex(r".{0,24}人赞同了该(?:回答|文章)")


def is_answered(rows: Sequence[Row]) -> bool:
    """Whether it stood on 知乎, which alone counts in these words who agrees."""
    return any(
        "赞同了该" in row.fold and _AGREED.fullmatch(row.fold.strip()) for row in rows[:_BELOW_QUESTION]
    )


_BELOW_QUESTION = 40
"""Rows: what a board says of a question stands above the answer."""
_TIME_AND_PLATFORM = regex(r"(?:修改于|发布于|编辑于|发表于)?\s?(?:\d|昨天|今天)[^，。]{0,20}来自\s?\S")
_POSTED_AT = regex(r"(?P<name>[^\s\d:：|｜·•,，。]{2,16})(?<!于)\s+(?:19|20)\d\d\s*[-/.年]")


def _on_board(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The account beside the date, where accounts are persons; the name twice above a post of a forum."""
    is_board: bool | None = None  # asked of the page once: a directory has thousands of names beside a day
    for at, row in _bylines(rows, fates):
        near_top = 0 < at < 2 * HEAD
        if near_top and row.written.startswith("发表于"):
            twice = [up for up in range(max(1, at - 6), at) if rows[up].text == rows[up - 1].text]
            return [rows[up].text.strip() for up in twice if 2 <= len(rows[up].text) <= 16][:1]
        if near_top and _TIME_AND_PLATFORM.match(row.written) and not _NO_POSTER.search(rows[at - 1].written):
            return [rows[at - 1].text.strip()]
        beside = _POSTED_AT.match(row.written)
        if beside and is_board is None:
            is_board = outlets.shown(rows, fates) in _BOARDS
        if beside and is_board:
            return [row.text[slice(*beside.span("name"))]]
    return []


_BOARDS = frozenset({"知乎", "豆瓣", "雪球", "微博", "哔哩哔哩", "简书"})
"""Where those who write are persons; elsewhere an account publishes."""
HEAD = 14
"""Rows from the top in which a name may stand above the date."""


def closing(rows: Sequence[Row], fates: Sequence[str]) -> list[Row]:
    """The last three lines of the text and the bylines."""
    last = (row for row, fate in zip(reversed(rows), reversed(fates), strict=True) if fate in _OF_THE_TEXT)
    return list(islice(last, 3))[::-1]


_OF_THE_TEXT = frozenset({"body", "byline"})


def _signature(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    found = (SIGNED.search(row.text) for row in closing(rows, fates) if "编译" in row.text)
    return [match["name"].strip() for match in found if match][:1]


def spoken_first(rows: Sequence[Row]) -> list[Row]:
    """The lines with which a host begins, below those of the player."""
    return [row for row in rows[:HEAD] if row.role not in ("title", "aside", "byline")][:_GREETS]


_GREETS, _NAMES_HIMSELF = 8, 4
"""Lines in which a host greets and calls his programme by its name, and in which he says his own."""


def _host(rows: Sequence[Row]) -> list[str]:
    for row in spoken_first(rows)[:_NAMES_HIMSELF]:
        greeting = row.written[:60]
        for match in HOST.finditer(greeting) if "我是" in greeting else ():
            if match["name"] and not NO_NAME.search(match["name"]):
                return [row.text[slice(*match.span("name"))]]
    return []
