"""Pages that are no article though they have sentences: teasers, tags, downloads, templates, scraps. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from digest.cleaning import doorways, fronts, remnants, walls
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.topic import weights
from digest.cleaning.rules.verdicts import Verdict
from digest.cleaning.text.letters import HAN_SIGN, Characters
from digest.language.lazy import regex

Reason = tuple[str, str]
"""Why a page is no article, and what to do."""
_SAVE = "save the article itself, not a listing"
_LEAVE = "leave it out"
_SEARCHED = "it was written for search engines; leave it out"


def reason(
    rows: Sequence[Row],
    verdicts: Sequence[Verdict],
    whole: Characters,
    read: Sequence[str],
    title: str | None,
    source: str,
) -> Reason | None:
    """None for what may be an article.

    *whole* is the folded text of the page, *read* the sentences left of it that may be printed; *title*
    is its folded title; *source* is the text that the rows were cut from.
    """
    size = sum(map(len, read))
    kept = [at for at, verdict in enumerate(verdicts) if verdict.fate == "body"]
    if _is_teasers(rows, kept, source) or _are_cut_pieces(rows, kept):
        return "it lists the beginnings of other articles", _SAVE
    if remnant := remnants.reason(rows, verdicts, read):
        return remnant, _SAVE
    text = whole.text
    if front := fronts.reason(rows, kept, title, size, text):
        return front, _SAVE
    if walls.is_walled(text, size, whole.has(HAN_SIGN)):
        return "the article goes on behind a wall", "save the article itself"
    if walls.is_filler(text, read):
        return "nobody filled in its template", _LEAVE
    if not whole.has(HAN_SIGN):
        return None
    if doorway := doorways.reason(text, title, read):
        return doorway, _SEARCHED
    if walls.is_download(text, read):
        return "it is the page from which a file is fetched", "save the article itself"
    if walls.is_template(text):
        return "nobody filled in its template", _LEAVE
    if refrain := _refrain(rows, kept, text):
        return f"keyword stuffing: {refrain!r} stands between its parts", _LEAVE
    if _is_tagged(rows, kept):
        return "it lists several articles, each by its beginning", _SAVE
    if title is None and _are_scraps(rows, verdicts, kept):
        return "its paragraphs have nothing in common", _LEAVE
    return None


_CUT = regex(
    r"(?:\.{3,}|…)\s*[\[【(（]?(?P<label>(?:阅读|查看|点击|展开|浏览)?(?:全文|更多|详情|详细|原文)|继续阅读"
    r"|(?:read |continue )?(?:more|reading))?[\]】)）»>]{0,2}\s*$"
)
_REST = regex(
    r"\s*[\[【(（«>]?\s*(?:(?:阅读|閱讀|查看|点击|點擊|展开|展開|浏览|瀏覽)?(?:全文|更多|详情|詳情|详细|詳細|原文)|继续阅读|繼續閱讀)"
)
"""The same link where it was cut off as what a site glues behind a line."""
_LABEL = regex(
    r"[\[【(（<《]?\s*(?:(?:阅读|查看|点击|展开|浏览)?(?:全文|更多|详情|详细|原文)|(?:点击|继续)(?:阅读|查看)(?:全文|更多)?"
    r"|(?:read|learn|see|view|find out|continue) (?:more|reading|(?:the )?full (?:story|article|post))"
    r"|(?:full|more) (?:story|details|info))\s*(?:[\]】)）»>›→.]|\.{3}|>>)*"
)
"""The link as a line of its own below the paragraph."""
_LONGEST_LABEL = 16
_FEWEST_TEASERS, _SHORTEST_TEASER = 3, 20
_ENOUGH_TEASERS = 0.6
"""Of what a page has of paragraphs."""


def _is_teasers(rows: Sequence[Row], kept: Sequence[int], source: str) -> bool:
    """Most paragraphs break off at three dots, with a link to the rest or below a title of their own.

    The lines of a poem and the paragraphs of a memory trail off too, one below the other. Six dots (……) are
    how Chinese trails off: they count with a link alone.
    """
    told = cut = times = 0
    for at in kept:
        row = rows[at]
        if row.size < _SHORTEST_TEASER:
            continue
        found = _cut(row)
        if at + 1 < len(rows) and rows[at + 1].size <= _LONGEST_LABEL and _LABEL.fullmatch(rows[at + 1].fold):
            cut, told, times = cut + row.size, told + row.size, times + 1
            continue
        headed = at > 0 and not (rows[at - 1].is_prose or rows[at - 1].is_sentence or _cut(rows[at - 1]))
        trails = found and _trails(row, found)
        linked = found and (found["label"] or _REST.match(source, row.patched.end))
        if found and (linked or (headed and not trails)):
            cut, times = cut + row.size, times + 1
        told += row.size
    return times >= _FEWEST_TEASERS and cut > _ENOUGH_TEASERS * told


_MOST_IN_COMMON = 0.1
"""Share, by weight, of the words of one piece that the others have: of the parts of 20 articles one shares
less, so that it proves nothing by itself."""


def _are_cut_pieces(rows: Sequence[Row], kept: Sequence[int]) -> bool:
    """Two pieces or more, each cut off at three dots below its last paragraph, the last one too.

    A line without a stop, what the next one is called, stands below each cut; and no two are of one subject.
    """
    told = [at for at in kept if rows[at].size >= _SHORTEST_TEASER]
    cuts = [at for at in told if (found := _cut(rows[at])) and not _trails(rows[at], found)]
    if len(cuts) < _FEWEST_PIECES or cuts[-1] != told[-1]:
        return False
    if any(rows[at + 1].is_prose or rows[at + 1].is_sentence for at in cuts[:-1]):
        return False
    ends = [-1, *cuts]
    pieces = ["\n".join([rows[at].fold for at in told if over < at <= cut]) for over, cut in pairwise(ends)]
    return all(
        _share(piece, "\n".join(pieces[:at] + pieces[at + 1 :])) < _MOST_IN_COMMON
        for at, piece in enumerate(pieces)
    )


_FEWEST_PIECES = 2


def _share(text: str, rest: str, enough: float = 1.0) -> float:
    """Share, by weight, of the words of *text* that *rest* has; beyond *enough* nothing is looked for."""
    words = weights(text)
    whole, found = sum(words.values()) or 1.0, 0.0
    for word, weight in words.items():
        if word in rest:
            found += weight
            if found > enough * whole:
                break
    return found / whole


def _trails(row: Row, found: re.Match[str]) -> bool:
    return row.fold[: found.end()].rstrip().endswith("……")


def _cut(row: Row) -> re.Match[str] | None:
    return _CUT.search(row.fold, max(0, len(row.fold) - 16)) if row.fold[-1] in _CUT_ENDS else None


_CUT_ENDS = frozenset(".…文多情细原读eg]】)）»> ")


_SHORTEST_REFRAIN, _LONGEST_REFRAIN = 8, 40
_FEWEST_REFRAINS, _SHARE_OF_REFRAIN = 5, 0.08
"""How often it stands on the page, twice of these below its first sentence, and its share of the page."""


def _refrain(rows: Sequence[Row], kept: Sequence[int], text: str) -> str | None:
    """A line that is set again between the paragraphs, and into them: what is searched for, not said.

    A site repeats a title above the text and below it, not in its sentences; and whoever answers in an
    interview, or what a song says again and again, does not stand above the text as well.
    """
    if not kept:
        return None
    inside = sorted([row.fold.strip() for row in rows[kept[0] :] if row.size <= _LONGEST_REFRAIN + 60])
    # In their order a line is followed by those that begin with it.
    again = Counter(
        above
        for above, below in pairwise(inside)
        if _SHORTEST_REFRAIN <= len(above) <= _LONGEST_REFRAIN and below.startswith(above)
    )
    own = max(again, key=lambda line: again[line], default="")
    times = text.count(own)
    said = (rows[at].fold for at in kept if rows[at].is_prose)
    if (
        not own
        or not any(own in row.fold for row in rows[: kept[0]])
        or not any(own in fold[1:] for fold in said)
        or times < _FEWEST_REFRAINS
        or times * len(own) < _SHARE_OF_REFRAIN * len(text)
    ):
        return None
    return own


_TAG_DAY = regex(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}")
_WRITER = regex(r"记者|编辑|作者|撰文|文\s?[／/:：|]")
_FEWEST_TAGGED, _NEAR, _SHORT = 2, 4, 40


def _is_tagged(rows: Sequence[Row], kept: Sequence[int]) -> bool:
    """Nothing but titles, each with a day and one paragraph below: what a tag or a section lists."""
    days = [
        (at, found[0])
        for at, row in enumerate(rows)
        if row.size < _SHORT and (found := _TAG_DAY.search(row.fold))
    ]
    if len({day for _, day in days}) < _FEWEST_TAGGED:
        return False
    prose = [at for at in kept if rows[at].is_prose]
    if not _FEWEST_TAGGED <= len(prose) <= len(days):
        return False
    # Between two paragraphs stands the next one's title, and right above each its day, and who wrote it:
    # what a page has below its article are days alone.
    dated = [-_NEAR - 1, *(at for at, _ in days)]
    above = [dated[bisect_left(dated, text) - 1] for text in prose]
    headed = all(
        any(row.size >= 8 and not _TAG_DAY.search(row.fold) for row in rows[over + 1 : day])
        for over, day in zip(prose, above[1:], strict=False)
    )
    return (
        len(set(above)) == len(prose)
        and headed
        and all(text - day <= _NEAR for text, day in zip(prose, above, strict=True))
        and (
            (len(prose) > _FEWEST_TAGGED and _is_leafed(rows))
            or all(
                any(_WRITER.search(row.fold) for row in rows[max(0, day - _NEAR) : text] if row.size < _SHORT)
                for text, day in zip(prose, above, strict=True)
            )
        )
    )


_LEAF = regex(r"上一页|下一页|尾页|末页|共\s?\d+\s?[页条]|(?:older|newer) posts?|(?:next|previous) page")


def _is_leafed(rows: Sequence[Row]) -> bool:
    """Whether a listing goes on on other pages."""
    return any(row.size <= _SHORT and _LEAF.search(row.fold) for row in rows)


_FEWEST_SCRAPS, _SHORTEST_SCRAP = 4, 50
_SCRAP = 0.08
"""Share, by weight, of the words of a paragraph that stand anywhere else, on average: in none of 150 Chinese
articles of four and more it was below 0.118, in 99 of 100 pages strung together from reports below 0.1."""
_MOST_OF_ONE = 0.2
"""The share of one paragraph: most articles are known by their first."""
_FEWEST_BESIDE_TALK, _SCRAP_BESIDE_TALK = 3, 0.03
"""The same of fewer, where as many sentences beside them tell visitors how to use the site. Two of three
paragraphs of an article may share as little as 0.06."""
_SCRAP_STAMPED = 0.11
"""The same where each has its own day and hour: what one report tells from hour to hour shares more."""
_MOST_SCRAPS = 12
_TIES = regex(
    r"(?:不过|但是?|然而|可是|而且?|因此|所以|于是|此外|同时|对于|至于|后来|接着|随后|其[实中他次]|即使如此)?[，,]?\s?(?:[他她它]们?|这(?!里是)|那|其|此)"
    r"|不过[，,]|然而|因此|于是|此外[，,]|后来[，,]|其实"
)
"""What a paragraph begins with that speaks of the one above: 不过，她. No report begins so."""
_NUMBERED = regex(r"\W{0,2}(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[.、．)）:：]|[①-⑳【■●◆]")
"""How each report of a brief of the day begins."""


def _are_scraps(rows: Sequence[Row], verdicts: Sequence[Verdict], kept: Sequence[int]) -> bool:
    """Long paragraphs without title, headings or numbers of which no one shares its words with another.

    Asked only where no line above or between them can be what a collection calls itself, and no stars
    part its pieces: a line of the site is known by its words, a label (更新时间:) by its colon.
    """
    long = [rows[at] for at in kept if rows[at].han >= _SHORTEST_SCRAP]
    if len(long) < _FEWEST_BESIDE_TALK:
        return False
    own = [rows[at] for at in kept if not _is_of_site(rows[at])]
    beside = len(kept) - len(own) >= _FEWEST_BESIDE_TALK
    if len(long) < _FEWEST_SCRAPS and not beside:
        return False
    if any(row.bullet or _NUMBERED.match(row.fold) for row in own):
        return False
    above = zip(rows[: kept[-1]], verdicts[: kept[-1]], strict=True)
    if any(
        _may_be_called(row, verdict) and not (beside and remnants.names_use(row.fold))
        for row, verdict in above
    ):
        return False
    told = [row.fold for row in own if row.han >= _SHORTEST_SCRAP][:_MOST_SCRAPS]
    if 2 * sum(_TIES.match(text) is not None for text in told[1:]) > len(told[1:]):
        return False
    stamped = _SCRAP_STAMPED if _are_stamped(rows, kept) else _SCRAP
    most = (_SCRAP_BESIDE_TALK if beside else stamped) * len(told)
    found = 0.0
    for at, text in enumerate(told):
        share = _share(text, "\n".join([*told[:at], *told[at + 1 :]]), _MOST_OF_ONE)
        found += share
        if share > _MOST_OF_ONE or found > most:
            return False
    return bool(told)


_STAMP = regex(
    r"\s*(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*"
)


def _are_stamped(rows: Sequence[Row], kept: Sequence[int]) -> bool:
    """Whether a day with its hour, another each time, stands alone between all paragraphs."""
    between = [range(above + 1, below) for above, below in pairwise(kept)]
    found = [{rows[at].fold for at in gap if _STAMP.fullmatch(rows[at].fold)} for gap in between]
    return all(len(stamps) == 1 for stamps in found) and len(set().union(*found)) == len(found)


def _is_of_site(row: Row) -> bool:
    return row.size <= _LONGEST_OF_SITE and remnants.is_talk(row.fold)


_LONGEST_OF_SITE = 60


def _may_be_called(row: Row, verdict: Verdict) -> bool:
    """Whether a line may say what the paragraphs below it are together."""
    if verdict.fate == "body":
        return False
    if verdict.fate in {"removed", "byline"} and verdict.rule not in remnants.BY_PLACE:
        return False
    return row.fold[-1] not in ":：" and not _is_of_site(row)
