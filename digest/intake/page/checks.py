"""Whether a claim is of its kind: an author is a name and not "admin", a date is a date. Pure.

Used for the heads of pages, and for what feeds, messages and documents say of
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from digest.language.lazy import regex

_NOBODY = regex(
    r"admin(?:istrator)?|root|user|editor|editors?|webmaster|staff|author|unknown|anonymous|guest|null|none|undefined|n/?a"
    r"|default|test|redaktion|redazione|redaction|rédaction|redacción|redaktor|news ?desk|web ?desk"
    r"|site|wordpress|super ?user|(?:first ?|last ?|your |author ?)?name|view my complete profile"
    r"|作者|编辑|編輯|编辑部|編輯部|小编|小編|佚名|匿名|网络|網絡|未知|管理员|管理員|本站|转载|轉載|原创|原創|责任编辑|記者|记者",
    re.I,
)
_BY = regex(
    r"^\s*(?:(?:view |see )?(?:all )?(?:posts|articles|stories) (?:by|from)|more from"
    r"|by|von|par|por|di|door|av|words by|written by|作者|撰文|文|記者|记者)\s*[:：|/]?\s+"
    r"|^(?:作者|撰文|文)\s*[:：|/｜]\s*",
    re.I,
)
_POST = (
    "(?:本报|本報|本刊|特约|特約|实习|實習|见习|見習|首席|资深|資深|高级|高級)*"
    "(?:记者|記者|作者|编辑|編輯|主笔|主筆|撰稿人?)"
)
_WITH_POST = regex(
    rf"{_POST}[\s:：]*(?P<behind>[\u4e00-\u9fff]{{2,4}})"
    rf"|(?P<before>[\u4e00-\u9fff]{{2,4}})\s*[（(\s]\s*{_POST}[)）]?"
)
"""本报记者林溪, 林溪（记者）: a name with its bearer's post."""
_BETWEEN = regex(r"\s*(?:,|;|、|，|；|\||/|&|\band\b|\bund\b|\bet\b)\s*")


def checked_authors(claimed: Iterable[str], publisher: str = "") -> tuple[str, ...]:
    """The names among *claimed*: no address, role, sentence, nor the publisher; each once, at most six."""
    names: list[str] = []
    for claim in map(tidy, claimed):
        if "://" in claim or len(claim) > 200 or claim == publisher:
            continue
        for at, part in enumerate(_BETWEEN.split(_BY.sub("", claim))):
            name = part.strip(" .·:：-—@")
            if posted := _WITH_POST.fullmatch(name):
                name = posted["behind"] or posted["before"]
            # "Ann Hale, writer, founder of the paper": what follows in small letters says what she is.
            described = at > 0 and name[:1].islower()
            if name in names or described or _is_of_house(name, publisher):
                continue
            if _is_person(name):
                names.append(name)
    return tuple(names[:6])


def _is_of_house(name: str, publisher: str) -> bool:
    """Whether *name* is the publisher's, or the one word that it is known by (网易 of 网易新闻)."""
    own, house = name.casefold(), publisher.casefold()
    if own == house:
        return True
    if not own.isascii():
        return bool(own) and house.startswith(own) and _SITE_WORDS.fullmatch(house[len(own) :]) is not None
    return " " not in own and own in house


_NO_NAME = regex(r"[@<>{}=_。！？!?]|https?:|www\.|\.com\b|^\S+\.(?:[a-z]{2}|net|org|info|news)$", re.I)


def _is_person(name: str) -> bool:
    if not 2 <= len(name) <= 60 or _NOBODY.fullmatch(name) or _NO_NAME.search(name):
        return False
    if sum(character.isdigit() for character in name) > 2 or not any(map(str.isalpha, name)):
        return False
    return len(name.split()) <= 6 and (name.isascii() or len(name) <= 30)


def publisher_name(claim: str) -> str:
    """A publisher's name: short, no address, and no feed that somebody reads it in."""
    claim = tidy(claim)
    parts = set(SITE_MARK.split(claim))
    if len(parts) == 1 and "" not in parts:
        claim = parts.pop()  # the name twice, as name and as title of a site
    unnamed = "://" in claim or _PROGRAM.match(claim) or _NOBODY.fullmatch(claim) or _FEED.search(claim)
    return "" if len(claim) > 60 or unnamed else claim


_PROGRAM = regex(r"\s*powered by\b", re.I)
"""What runs the site, as its titles say."""
_FEED = regex(r"\b(?:rss|feeds?)$", re.I)


_ISO = regex(
    r"\s*((?:19|20)\d\d)[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2})日?)?"
    r"(?:[T\s]\s?(\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)\s?(Z|[+-]\d\d:?\d\d)?)?"
)


def iso_date(claim: str) -> str:
    """An ISO 8601 date out of the forms that feeds and pages use; "" for what is no date."""
    found = _ISO.match(claim)
    if found is None:
        return _date_in_mail(claim) or _compact(claim)
    year, month, day, time, zone = found.groups()
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    if not day:
        return f"{year}-{int(month):02}"
    stamp = f"{year}-{int(month):02}-{int(day):02}"
    return f"{stamp}T{time.zfill(5)}{zone or ''}" if time else stamp


def _compact(claim: str) -> str:
    found = re.fullmatch(
        r"\s*((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:T?\d{4,6}(?:Z|[+-]\d{4})?)?\s*", claim
    )
    return "-".join(found.groups()) if found else ""


def _date_in_mail(claim: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(claim).isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def tidy(text: str) -> str:
    """On one line, without outer blanks, entities read."""
    return " ".join(unescape(text).split())


SITE_MARK = regex(r"\s*(?:\s[-–—|_·•»:]\s|[|｜_]|——?|--)\s*")


def strip_site(title: str, publisher: str) -> str:
    """*title* without the name of the site at its end or start (``Title - Site``, ``Title_频道_Site``)."""
    parts = SITE_MARK.split(title)
    if len(parts) == 1:
        return title
    end, start = len(parts), 0
    while end > start + 1 and _is_site(parts[end - 1], publisher):
        end -= 1
    while start < end - 1 and publisher and parts[start].strip() == publisher:
        start += 1
    if end == len(parts) and start == 0:
        return title
    first, last = title.find(parts[start]), title.rfind(parts[end - 1]) + len(parts[end - 1])
    return title[first:last].strip()


_SITE_WORDS = regex(
    r"(?:网|網|网站|频道|頻道|新闻|新聞|日报|日報|晚报|时报|時報|报"
    r"|社|号|客户端|门户|首页|資訊|资讯|com|News|Times|Post|Magazine|Blog)$",
    re.I,
)


def site_in_title(title: str, shown: str = "") -> str:
    """The site's name at the end of a page's title; "" when nothing says that it is one.

    *shown* is the title as the page shows it: what the head adds to it is the site's.
    """
    parts = [part.strip() for part in SITE_MARK.split(title) if not _PROGRAM.match(part)]
    last = parts[-1] if len(parts) > 1 else ""
    added = bool(shown) and title.startswith(shown) and last not in shown
    return publisher_name(last) if last and (added or _is_site(last, "")) and len(last) <= 30 else ""


def _is_site(part: str, publisher: str) -> bool:
    part = part.strip()
    if not part or (publisher and (part == publisher or part in publisher or publisher in part)):
        return True
    return len(part) <= 12 and not part.isascii() and _SITE_WORDS.search(part) is not None
