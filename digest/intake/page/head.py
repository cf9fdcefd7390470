"""What a page claims about itself: title, authors, publisher, date, language, address. Pure.

Read from the sources that publishers fill for others (JSON-LD, Open Graph,
meta tags, microdata) and never from the visible text, which is cleaning's to
judge. A claim is checked for being of its kind: an author is a name and not
"admin", a date is a date and not the time of the crawl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from digest.intake.page.checks import (
    checked_authors,
    iso_date,
    publisher_name,
    site_in_title,
    strip_site,
    tidy,
)
from digest.intake.page.linked import Described, described
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
_LONGEST_JSON = 1_000_000
# Where the articles of many publishers are kept: its name says nothing of who publishes one of them.
_PLATFORMS = frozenset("微信公众平台 今日头条 百家号 网易号 网易订阅 搜狐号 企鹅号 Medium Substack".split())


@dataclass
class _Claims:
    """What was found, by key; of several the first counts."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    canonical: str = ""
    account: str = ""
    """Of a platform: who publishes there."""
    expected: str = ""
    """``author`` or ``publisher`` while microdata has named one and not yet given its name."""
    patience: int = 0

    def first(self, keys: Iterable[str]) -> str:
        return next((value for key in keys for value in self.meta.get(key, ()) if value), "")

    def all(self, keys: Iterable[str]) -> list[str]:
        return [value for key in keys for value in self.meta.get(key, ())]

    def expect(self, role: str) -> None:
        self.expected, self.patience = role, _PATIENCE

    def answer(self, name: str) -> None:
        self.meta.setdefault(f"marked {self.expected}", []).append(name)
        self.expected = ""


@dataclass(frozen=True, slots=True)
class Head:
    metadata: Metadata
    body: str
    """The article's text as the head gives it, perhaps only its beginning; "" when it does not."""


def read_head(source: str) -> Head:
    """The claims of the page *source*, each checked; None or () where there is no usable one."""
    claims = _collect(source)
    said = described(claims.scripts)
    publisher = _publisher(claims, said)
    title = tidy(claims.first(_TITLES[:2])) or tidy(said.title) or tidy(claims.first(_TITLES[2:]))
    authors = (
        checked_authors(said.authors, publisher)
        or checked_authors(claims.all(_AUTHORS), publisher)
        or checked_authors(claims.all(("marked author",)), publisher)
    )
    dates = map(iso_date, (said.published, *claims.all(_DATES)))
    found = Metadata(
        title=strip_site(title or tidy(claims.title), publisher) or None,
        authors=authors,
        publisher=publisher or None,
        published=next(filter(None, dates), None),
        language=_language(claims.language or claims.first(("og:locale", "content-language", "language")))
        or None,
        url=_url(claims.canonical) or _url(claims.first(("og:url",))) or None,
    )
    return Head(found, said.body)


def _publisher(claims: _Claims, said: Described) -> str:
    given = (claims.account, said.publisher, *claims.all(_PUBLISHERS), *claims.all(("marked publisher",)))
    names = (name for name in map(publisher_name, given) if name and name not in _PLATFORMS)
    site = site_in_title(tidy(claims.title))
    return next(names, "" if site in _PLATFORMS else site)


def declared_charset(data: bytes) -> str:
    """The charset that the first kilobytes of a page name, "" for none."""
    found = re.search(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", data[:4096])
    found = found or re.search(
        rb"<\?xml[^>]{0,200}encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_.-]{2,40})", data[:1024]
    )
    return found.group(1).decode("ascii") if found else ""


# --- collecting --------------------------------------------------------------

_PATIENCE = 12  # tokens after an element marked as author within which its name must come
# Where scripts of platforms name the account that publishes: WeChat's, Toutiao's.
_ACCOUNTS = {
    "var nickname": re.compile(r"""\bvar nickname\s*=\s*(?:htmlDecode\()?["']([^"'\n]{1,60})["']"""),
    "mediaInfo": re.compile(
        r"""\bmediaInfo["']?\s*:\s*\{[^{}]{0,200}?\bname["']?\s*:\s*["']([^"'\n]{1,60})["']"""
    ),
}


def _collect(source: str) -> _Claims:
    claims, last = _Claims(), Token("skip", 0, 0)
    for token in tokens(source):
        if token.kind == "start":
            _start(claims, source, token)
        elif token.kind == "raw":
            _raw(claims, source[token.start : token.end], token.name, source[last.start : last.end])
        elif token.kind == "text" and claims.expected:
            name = tidy(source[token.start : token.end])
            if name:
                claims.answer(name)
        if claims.expected:
            claims.patience -= 1
            claims.expected = claims.expected if claims.patience else ""
        last = token
    return claims


def _raw(claims: _Claims, inside: str, name: str, opened: str) -> None:
    if name == "title" and not claims.title:
        claims.title = unescape(inside)
    elif name == "script" and "ld+json" in opened:
        claims.scripts.append(inside[:_LONGEST_JSON])
    elif name == "script" and not claims.account:
        found = (pattern.search(inside) for cue, pattern in _ACCOUNTS.items() if cue in inside)
        claims.account = next((match.group(1) for match in found if match), "")


def _start(claims: _Claims, source: str, token: Token) -> None:
    if token.name == "meta":
        _meta(claims, attributes(source, token))
    elif token.name == "link" and not claims.canonical:
        found = attributes(source, token)
        if found.get("rel", "").lower() == "canonical":
            claims.canonical = found.get("href", "")
    elif token.name == "html" and not claims.language:
        found = attributes(source, token)
        claims.language = found.get("lang") or found.get("xml:lang") or ""
    elif token.name == "time" or _MARKED.search(source, token.start, min(token.end, token.start + 300)):
        _marked(claims, attributes(source, token))


_PUBLISHED = re.compile(r"(?:^|\s)(?:entry-date|published|dt-published|post-date|pubdate)(?:\s|$)")
_MARKED = re.compile(r"""itemprop\s*=|\brel\s*=\s*["']?author""", re.I)


def _meta(claims: _Claims, found: dict[str, str]) -> None:
    key = found.get("property") or found.get("name") or found.get("itemprop") or found.get("http-equiv") or ""
    content = tidy(found.get("content", ""))
    if claims.expected and found.get("itemprop") == "name" and content:
        claims.answer(content)
    claims.meta.setdefault(key.strip().lower(), []).append(content)


def _marked(claims: _Claims, found: dict[str, str]) -> None:
    """Microdata in the body: the date in an attribute, the author's name soon after."""
    kind = found.get("itemprop", "").lower()
    when = found.get("datetime") or found.get("content") or ""
    published = kind == "datepublished" or "pubdate" in found or _PUBLISHED.search(found.get("class", ""))
    if when and published:
        claims.meta.setdefault("datepublished", []).append(when)
    elif kind in ("author", "publisher"):
        claims.expect(kind)
    elif found.get("rel", "").lower() == "author":
        claims.expect("author")


def _language(claim: str) -> str:
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_,;\s])", claim.strip())
    return found.group().lower() if found else ""


def _url(claim: str) -> str:
    claim = claim.strip()
    return claim if re.match(r"https?://[^\s<>\"]+$", claim) and len(claim) < 2000 else ""
