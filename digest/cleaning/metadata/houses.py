"""Who published an article, from the lines around the body. Pure.

The account that signs comes first, then a line that says it, the page's own claim, a
well-known outlet's address or marks, the masthead; a domain is nobody's name. The first
that names one decides: each says it in another way, few pages have two, and two seldom
disagree. Only what `shown` sees, of which no sign is enough alone, is weighed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import accounts, boards, mastheads, outlets, senders, shown, stated
from digest.cleaning.metadata.no_house import NO_HOUSE
from digest.cleaning.metadata.places import HEAD, is_paper
from digest.cleaning.metadata.twice import said_again
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.model import Metadata

_PAPER_LAST = regex(r"(?:19|20)\d\d\s*[|·•]\s*(?P<name>(?:The )?[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4})$")
_DIGIT = regex(r"\d")
_OF_STATISTICS = frozenset(("文章数", "关注度", "粉丝", "篇文章", "followers"))
_STATISTICS = regex("|".join(sorted(_OF_STATISTICS)), re.I)
_CREATORS = frozenset(("创作者", "官方账号", "认证作者"))
_REPORTER = "记者"
HOUSING = (
    frozenset((_REPORTER,))
    .union(accounts.SIGNING, senders.SENDING, _OF_STATISTICS, _CREATORS)
    .union(mastheads.NAMING, shown.SHOWING)
)
"""What a page has that names its house in one of the ways looked for by these words."""


def publisher(
    rows: Sequence[Row],
    fates: Sequence[str],
    metadata: Metadata,
    wrote: Iterable[str],
    told: AbstractSet[str],
) -> str | None:
    """Who published it; never one of those who *wrote* it.

    *told*: what the page has of `HOUSING`, and more: of most ways to say it the words are on no line.
    """
    wrote = set(wrote)
    if (signed := accounts.signed(rows, told, metadata.publisher)) is not None:
        return signed.account
    named = (
        stated.stated(rows, fates, wrote)
        or stated.below_label(rows, fates, wrote)
        or (shown.shown(rows, fates, metadata.url, wrote, told, sure=True) if metadata.url else None)
        or metadata.publisher
        or (None if _CREATORS.isdisjoint(told) else _creator(rows, fates))
    )
    if named:
        if metadata.publisher and named.lower() == metadata.publisher.lower():
            # In a line of account it may stand in capitals.
            named = metadata.publisher
        named = _SECTION.sub("", named)
        # 每经 for 每日经济新闻: two characters are a house's short name for itself.
        return (outlets.named(simplify(named)) if len(named) <= _SHORT else None) or named
    return (
        (None if _OF_STATISTICS.isdisjoint(told) else _account_box(rows))
        or (outlets.at_address(metadata.url) if metadata.url else None)
        or outlets.shown(rows, fates)
        or _sender(rows, told)
        or _beside_name(rows, fates, wrote)
        or _behind_name(rows, fates, wrote)
        or senders.newsletter(rows, fates, told)
        or stated.first_in(rows, fates)
        or stated.on_terms(rows, fates, wrote)
        or ("知乎" if boards.is_answered(rows) else None)
        or _behind_title(rows)
        or mastheads.licensed(rows, fates, wrote, told)
        or mastheads.masthead(rows, fates, wrote, told)
        or mastheads.channel(rows, told)
        or mastheads.thanked(rows, told)
        or (_of_its_reporters(rows, fates) if _REPORTER in told else None)
        or _in_lead(rows, fates)
        or _beside_day(rows, fates, wrote)
        or mastheads.at_top(rows, fates, wrote)
        or shown.shown(rows, fates, metadata.url, wrote, told)
        or _claimed_to_write(metadata, wrote)
    )


def _claimed_to_write(metadata: Metadata, wrote: set[str]) -> str | None:
    """A house that the head names as the writer, as blogs do whose posts all have one account."""
    named = metadata.authors[0] if len(metadata.authors) == 1 else ""
    return named if is_paper(named) and named not in wrote else None


def _sender(rows: Sequence[Row], told: AbstractSet[str]) -> str | None:
    sent = senders.sender(rows, told)
    return sent[0] if sent and sent[1] else None


_SECTION = regex(r"(?<=\S{4})\s+[-–—|｜]\s+[\u4e00-\u9fff]{2,6}$")
"""The part of a site whose feed it is, behind its name."""
_PRESS = r"(?:[日晚时早晨周商导学工法市]报|新闻[网台]?|社|网|电视台|电台|周刊|在线|财经|娱乐|体育|科技)"
"""How papers, stations and sites end their names."""
_OF_LEAD = regex(
    rf"[【〔（(]\s*(?P<name>[\u4e00-\u9fffA-Za-z]{{1,8}}?{_PRESS})\s*[】〕）)]"
    r"|[【〔（(]\s*(?P<dated>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:(?:19|20)\d\d年)?"
    r"\d{1,2}月\d{1,2}日专?讯\s*[】〕）)]"
    rf"|(?P<bare>[\u4e00-\u9fffA-Za-z]{{1,6}}{_PRESS})(?:\d{{1,2}}月\d{{1,2}}日)?讯(?=[\s（(，,])"
    rf"|[【〔（(]\s*(?P<of>[\u4e00-\u9fff]{{1,6}}?{_PRESS})(?:记者|特派(?:员|记者)?|编译)\s*[\u4e00-\u9fff、\s／/]{{4,16}}?"
    r"(?:报[导道]|电)\s*[】〕）)]"
)
_PRESS_ALONE = regex(rf"(?P<name>[\u4e00-\u9fffA-Za-z]{{1,10}}{_PRESS})")


def _in_lead(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """【某某新闻台】, 某某网3月4日讯: in front of the first sentence a house names itself."""
    first = next((row for row, fate in zip(rows, fates, strict=True) if fate == "body"), None)
    found = _OF_LEAD.match(first.written) if first else None
    if first is None or found is None or NO_HOUSE.search(found[found.lastgroup or 0]):
        return None
    return first.text[slice(*found.span(found.lastgroup or 0))]


def _beside_day(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """A name alone above the text that ends as papers' do, beside the line of its day or below the title."""
    body = next((at for at, fate in enumerate(fates) if fate == "body"), 0)
    for at in range(1, body):
        row = rows[at]
        beside = fates[at] == "removed" and (
            "byline" in fates[at - 1 : at + 2 : 2] or fates[at - 1] == "title"
        )
        short = beside and row.size <= _LONGEST_PRESS
        found = _PRESS_ALONE.fullmatch(row.written.strip()) if short else None
        if found and row.text.strip() not in wrote and not NO_HOUSE.search(row.written):
            return row.text.strip()
    return None


_LONGEST_PRESS = 12


_TOLD_REPORTER = regex(
    r"(?:告诉|告知|接受|对|向|[，。“])(?P<name>[\u4e00-\u9fff]{1,6}(?:报|社|网|周刊|新闻|时报|日报|晚报|电视台)|财新|澎湃|界面)"
    r"(?:首席|见习|实习)?记者"
)
"""A paper calls its own reporter by its own name, where he asks and is told."""
_OFTEN = 2


def _of_its_reporters(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """The paper whose reporters were told, when more than once and no other's."""
    body = [row for row, fate in zip(rows, fates, strict=True) if fate == "body" and _REPORTER in row.written]
    told = [
        row.text[slice(*found.span("name"))] for row in body for found in _TOLD_REPORTER.finditer(row.written)
    ]
    return told[0] if len(told) >= _OFTEN and len(set(told)) == 1 else None


_CREATED = regex(r"(?:创作者|官方账号|认证作者|头条号作者)\s+(?P<name>[^\s|｜·:：，。]{2,16})$")
_IS_CREATOR = regex(r"(?:创作者|官方账号|认证作者)$")
_OWN_ACCOUNT = regex(r"(?P<name>[^\s|｜·:：，。]{2,16}?)(?:官方账号|官方帐号|的?账号)")
"""太行晚报官方账号, below the name itself."""
_AGE = regex(r"\s*(?:\d{1,3}|刚)\s*个?(?:分钟|小时|天|周|月|年)?(?:之?前|刚)")


def _creator(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """The account that a platform shows above the text, with what it is known for."""
    for at, (row, fate) in enumerate(zip(rows[:HEAD], fates, strict=False)):
        if fate == "body":
            break
        if not any(map(row.written.__contains__, _CREATORS)):
            continue
        behind = _CREATED.search(row.written)
        if behind and not NO_HOUSE.search(behind["name"]):
            return row.text[slice(*behind.span("name"))]
        own = _OWN_ACCOUNT.fullmatch(row.written)
        if own and any(other.written.strip() == own["name"] for other in rows[:at]):
            return row.text[slice(*own.span("name"))]
        if _IS_CREATOR.search(row.written) and at and fates[at - 1] == "removed":
            above = _AGE.split(rows[at - 1].text)[0].strip()
            if 2 <= len(above) <= 14 and not re.search(r"[\s，。:：|｜]", above):
                return above
    return None


_NAME_AND_HOUSE = regex(r"(?P<author>[^|｜]{2,30}?)\s*[|｜]\s*(?P<name>(?:The )?[A-Z][^|｜]{2,40})")


def _beside_name(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """Jane Doe | The Daily Harbor; or the paper on the line below its writer."""
    for at, row in enumerate(rows[:HEAD]):
        beside = _NAME_AND_HOUSE.fullmatch(row.text.strip()) if not row.han else None
        if beside and beside["author"] in wrote:
            return beside["name"].strip()
        last = _PAPER_LAST.search(row.text) if fates[at] == "byline" and not row.han else None
        if last and is_paper(last["name"]):
            return last["name"]
        above = rows[at - 1] if at and len(row.text) <= _LONGEST_HOUSE else None
        if above is None:
            continue
        if row.words and above.fold.strip() == "published in":
            return row.text.strip()
        if fates[at] == "removed" and above.text.strip() in wrote and is_paper(row.text):
            return row.text.strip()
    return None


_BEHIND_NAME = regex(
    r"[Bb][Yy]:? (?P<author>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})\s*,\s*"
    r"(?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})"
)
_DOMAIN = regex(r"[A-Z][\w-]{2,20}\.(?:org|com|net|news|info)")


def _behind_name(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """By Jane Doe, The Daily Tram."""
    for row, fate in zip(rows, fates, strict=True) if wrote else ():
        found = _BEHIND_NAME.fullmatch(row.text.strip()) if fate == "byline" and not row.han else None
        if found and found["author"] in wrote and _is_house(found["name"]):
            return found["name"]
    return None


def _is_house(name: str) -> bool:
    return is_paper(name) or _DOMAIN.fullmatch(name) is not None or bool(outlets.named(name.lower()))


def _behind_title(rows: Sequence[Row]) -> str | None:
    """Title – The Daily Harbor, where the page has the title alone further down."""
    heading = said_again(rows)
    return re.split(r"\s+[-–—|·•/»]+\s+", heading.site)[-1] if heading and heading.site else None


_SHORT, _LONGEST_HOUSE = 2, 40


def _account_box(rows: Sequence[Row]) -> str | None:
    """The name that stands above an account's statistics."""
    for at, row in enumerate(rows):
        if row.size < 24 and _DIGIT.search(row.text) and _STATISTICS.search(row.written):
            above = rows[max(0, at - 3) : at]
            for name in above:
                bare = name.text.split()[0]
                if (
                    2 <= len(bare) <= 14
                    and not NO_HOUSE.search(bare)
                    and sum(bare in other.text for other in above) > 1
                ):
                    return bare
    return None
