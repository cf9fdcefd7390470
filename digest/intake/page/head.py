"""What a page claims about itself: title, authors, publisher, date, language, address. Pure.

Read from the sources that publishers fill for others (JSON-LD, Open Graph,
meta tags, microdata) and never from the visible text, which is cleaning's to
judge. A claim is checked for being of its kind: an author is a name and not
"admin", a date is a date and not the time of the crawl.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from digest.intake.page.tokens import Token, attributes, tokens
from digest.model import Metadata

_TITLES = ("og:title", "twitter:title", "title", "dc.title", "headline", "parsely-title", "sailthru.title")
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
_PUBLISHERS = (
    "og:site_name",
    "application-name",
    "source",
    "mediaid",
    "dc.publisher",
    "apub:source",
    "copyright-holder",
)
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "publish_time",
    "pubdate",
    "og:pubdate",
    "apub:time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "weibo: article:create_at",
    "weibo:article:create_at",
    "bytedance:published_time",
    "article.published",
    "date",
)
_ARTICLE_TYPE = re.compile("Article|BlogPosting|Posting|Report|Review|WebPage|VideoObject|Episode")
_LONGEST_JSON = 1_000_000


@dataclass
class _Claims:
    """What was found, by key; of several the first counts."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    canonical: str = ""
    charset: str = ""

    def first(self, keys: Iterable[str]) -> str:
        return next((value for key in keys for value in self.meta.get(key, ()) if value), "")

    def all(self, keys: Iterable[str]) -> list[str]:
        return [value for key in keys for value in self.meta.get(key, ())]


def metadata(source: str) -> Metadata:
    """The claims of the page *source*, each checked; None or () where there is no usable one."""
    claims = _collect(source)
    linked = _from_json(claims.scripts)
    publisher = _name(linked.get("publisher", "")) or _name(claims.first(_PUBLISHERS))
    publisher = publisher or site_in_title(tidy(claims.title))
    title = (
        tidy(claims.first(_TITLES[:2])) or tidy(linked.get("title", "")) or tidy(claims.first(_TITLES[2:]))
    )
    authors = checked_authors(claims.all(_AUTHORS), publisher) or checked_authors(
        linked.get("authors", ()), publisher
    )
    return Metadata(
        title=strip_site(title or tidy(claims.title), publisher) or None,
        authors=authors,
        publisher=publisher or None,
        published=_date(linked.get("published", "")) or _first_date(claims.all(_DATES)) or None,
        language=_language(claims.language or claims.first(("og:locale", "content-language", "language")))
        or None,
        url=_url(claims.canonical) or _url(claims.first(("og:url",))) or None,
    )


def declared_charset(data: bytes) -> str:
    """The charset that the first kilobytes of a page name, "" for none."""
    found = re.search(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", data[:4096])
    found = found or re.search(
        rb"<\?xml[^>]{0,200}encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_.-]{2,40})", data[:1024]
    )
    return found.group(1).decode("ascii") if found else ""


# --- collecting --------------------------------------------------------------


def _collect(source: str) -> _Claims:
    claims, last = _Claims(), Token("skip", 0, 0)
    for token in tokens(source):
        if token.kind == "start":
            _start(claims, source, token)
        elif token.kind == "raw":
            inside = source[token.start : token.end]
            if token.name == "title" and not claims.title:
                claims.title = unescape(inside)
            elif (
                token.name == "script" and last.kind == "start" and "ld+json" in source[last.start : last.end]
            ):
                claims.scripts.append(inside[:_LONGEST_JSON])
        last = token
    return claims


def _start(claims: _Claims, source: str, token: Token) -> None:
    if token.name == "meta":
        found = attributes(source, token)
        key = (
            found.get("property")
            or found.get("name")
            or found.get("itemprop")
            or found.get("http-equiv")
            or ""
        )
        claims.meta.setdefault(key.strip().lower(), []).append(tidy(found.get("content", "")))
    elif token.name == "link" and not claims.canonical:
        found = attributes(source, token)
        if found.get("rel", "").lower() == "canonical":
            claims.canonical = found.get("href", "")
    elif token.name == "html" and not claims.language:
        found = attributes(source, token)
        claims.language = found.get("lang") or found.get("xml:lang") or ""
    elif token.name == "time" or "datepublished" in source[token.start : token.start + 300].lower():
        found = attributes(source, token)
        marked = found.get("itemprop", "").lower() == "datepublished" or "pubdate" in found
        when = found.get("datetime") or found.get("content") or ""
        if marked and when:
            claims.meta.setdefault("datepublished", []).append(when)


# --- JSON-LD -----------------------------------------------------------------


def _from_json(scripts: list[str]) -> dict[str, Any]:
    """Title, authors, publisher and date of the first article that the page's JSON-LD describes."""
    for script in scripts:
        for thing in _things(_parsed(script)):
            if _ARTICLE_TYPE.search(str(thing.get("@type", ""))) and (
                thing.get("headline") or thing.get("datePublished")
            ):
                return {
                    "title": str(thing.get("headline") or ""),
                    "authors": list(_names(thing.get("author"))),
                    "publisher": next(_names(thing.get("publisher")), ""),
                    "published": str(thing.get("datePublished") or ""),
                }
    return {}


def _parsed(script: str) -> Any:
    # Publishers put raw line ends into strings and comments around the whole.
    script = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.{0,50}?\*/)|(?:-->|//\]\]>)\s*$", "", script.strip())
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(key), depth + 1)
    elif isinstance(value, list):
        for each in value[:200]:
            yield from _things(each, depth + 1)


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and isinstance(value.get("name"), (str, list)):
        yield from _names(value["name"])
    elif isinstance(value, list):
        for each in value[:20]:
            yield from _names(each)


# --- checking ----------------------------------------------------------------

_NOBODY = re.compile(
    r"admin(?:istrator)?|root|user|editor|editors?|webmaster|staff|author|unknown|anonymous|guest|null|none|undefined|n/?a"
    r"|default|test|redaktion|redazione|redaction|rédaction|redacción|redaktor|news ?desk|web ?desk"
    r"|site|wordpress"
    r"|作者|编辑|編輯|小编|小編|佚名|匿名|网络|網絡|未知|管理员|管理員|本站|转载|轉載|原创|原創|责任编辑|記者|记者",
    re.I,
)
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|words by|written by|作者|撰文|文|記者|记者)\s*[:：|/]?\s+"
    r"|^(?:作者|撰文|文)\s*[:：|/｜]\s*",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:,|;|、|，|；|\||/|&|\band\b|\bund\b|\bet\b)\s*")


def checked_authors(claimed: Iterable[str], publisher: str = "") -> tuple[str, ...]:
    """The names among *claimed*: no address, role, sentence, nor the publisher; each once, at most six."""
    names: list[str] = []
    for claim in claimed:
        if "://" in claim or len(claim) > 200:
            continue
        for part in _BETWEEN.split(_BY.sub("", tidy(claim))):
            name = part.strip(" .·:：-—@")
            if name and name not in names and name != publisher and _is_person(name):
                names.append(name)
    return tuple(names[:6])


_NO_NAME = re.compile(r"[@<>{}=_。！？!?]|https?:|www\.|\.com\b")


def _is_person(name: str) -> bool:
    if (
        not 2 <= len(name) <= 60
        or _NOBODY.fullmatch(name)
        or re.search(r"[@<>{}=_。！？!?]|https?:|www\.|\.com\b", name)
    ):
        return False
    if sum(character.isdigit() for character in name) > 2 or not any(map(str.isalpha, name)):
        return False
    return len(name.split()) <= 6 and (name.isascii() or len(name) <= 30)


def _name(claim: str) -> str:
    """A publisher's name: short, and no address."""
    claim = tidy(claim)
    return "" if len(claim) > 60 or "://" in claim or _NOBODY.fullmatch(claim) else claim


_ISO = re.compile(
    r"\s*((?:19|20)\d\d)[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2})日?)?"
    r"(?:[T\s]\s?(\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)\s?(Z|[+-]\d\d:?\d\d)?)?"
)


def _date(claim: str) -> str:
    """An ISO 8601 date, with its time when it has one; "" for what is no date."""
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
    found = re.fullmatch(r"\s*((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:T?\d{4,6}Z?)?\s*", claim)
    return "-".join(found.groups()) if found else ""


def _date_in_mail(claim: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(claim).isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


iso_date = _date
"""An ISO 8601 date out of the forms that feeds and pages use; "" for none."""


def _first_date(claims: list[str]) -> str:
    return next((date for claim in claims if (date := _date(claim))), "")


def _language(claim: str) -> str:
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_,;\s])", claim.strip())
    return found.group().lower() if found else ""


def _url(claim: str) -> str:
    claim = claim.strip()
    return claim if re.match(r"https?://[^\s<>\"]+$", claim) and len(claim) < 2000 else ""


def tidy(text: str) -> str:
    """On one line, without outer blanks, entities read."""
    return " ".join(unescape(text).split())


SITE_MARK = re.compile(r"\s*(?:\s[-–—|_·•»:]\s|[|｜_]|——?|--)\s*")


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


_SITE_WORDS = re.compile(
    r"(?:网|網|网站|频道|頻道|新闻|新聞|日报|日報|晚报|时报|時報|报"
    r"|社|号|客户端|门户|首页|資訊|资讯|com|News|Times|Post|Magazine|Blog)$",
    re.I,
)


def site_in_title(title: str, shown: str = "") -> str:
    """The site's name at the end of a page's title; "" when nothing says that it is one.

    *shown* is the title as the page shows it: what the head adds to it is the site's.
    """
    parts = [part.strip() for part in SITE_MARK.split(title)]
    last = parts[-1] if len(parts) > 1 else ""
    added = bool(shown) and title.startswith(shown) and last not in shown
    return _name(last) if last and (added or _is_site(last, "")) and len(last) <= 30 else ""


def _is_site(part: str, publisher: str) -> bool:
    part = part.strip()
    if not part or (publisher and (part == publisher or part in publisher or publisher in part)):
        return True
    return len(part) <= 12 and not part.isascii() and _SITE_WORDS.search(part) is not None
