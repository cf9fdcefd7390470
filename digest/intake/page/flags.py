"""What an element says of the text inside it: by its name, its class, its style. Pure.

The words of this module are the flags of ``Block``.
"""

from __future__ import annotations

import re

from digest.intake.page.tokens import Token, attributes

_FLAG_OF = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("nav", "menu", "footer"), "navigation"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dd", "dt"), "list"),
    **dict.fromkeys(("blockquote",), "quote"),
    **dict.fromkeys(("code", "samp"), "code"),
    **dict.fromkeys(("pre", "xmp"), "preformatted"),
    **dict.fromkeys(
        ("head", "noscript", "template", "svg", "select", "button", "option", "object", "canvas", "rt", "rp"),
        "hidden",
    ),
    **dict.fromkeys(("textarea", "iframe", "audio", "video", "map", "dialog"), "hidden"),
    "a": "link",
    "aside": "aside",
    "p": "paragraph",
    "h1": "h1",
    "td": "cell",
    "th": "cell",
}
_MAY_BE_BYLINE = frozenset("span div p a em i li address h6".split())
# Not visibility: WeChat's pages hide the whole article so until their script runs.
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
_ATTRIBUTES_OF_NOTE = re.compile(r"\bhidden\b|style\s*=|class\s*=|\bid\s*=|itemprop|rel\s*=", re.I)
_WITHIN_PAGE = re.compile(r"href\s*=\s*[\"']?#")
_BYLINE_CLASS = re.compile(
    r"author|byline|publish|pub[-_]?(?:time|date)|post[-_]?(?:time|date|meta)|article[-_]?(?:info|meta|source|time|date)"
    r"|(?:^|[\s_-])(?:source|date|time|info|meta)(?:$|[\s_-])",
    re.I,
)

_MAY_BE_FURNITURE = frozenset("div section ul ol aside p form table dl figure footer".split())
_FURNITURE_CLASS = re.compile(  # whole names only: has-sidebar is said of the page, not of the bar
    r"(?:^|\s)(?!has-|with|no-|is-)(?:[a-z0-9]+[-_]{1,2}){0,3}(?:comments?|disqus|related|recommend(?:ed|ations?)?|newsletter"
    r"|promo|share|sharing|social|sidebar|teasers?|subscribe|subscription|cookies?|consent|breadcrumbs?"
    r"|pagination|pager|copyright|disclaimer|adverts?|advertisement|sponsor(?:ed)?|outbrain|taboola|popup"
    r"|modal|toolbar)(?:[-_]{1,2}(?:list|box|wrap|wrapper|container|section|area|block|widget|links?|posts"
    r"|articles|news|bar|module|items?|inner|notice|banner|buttons?|form))?(?=\s|$)",
    re.I,
)


def flags_of(source: str, token: Token, in_heading: bool) -> tuple[str, ...]:
    """Flags that the start tag *token* gives to what it opens."""
    flags = [_FLAG_OF[token.name]] if token.name in _FLAG_OF else []
    if "h1" in flags:
        flags.append("heading")
    if token.name == "time":
        flags.append("byline")
    inside = source[token.start : min(token.end, token.start + 2000)]
    if token.name == "a" and in_heading and _WITHIN_PAGE.search(inside):
        flags.remove("link")  # a heading's own anchor leads nowhere else
    if _ATTRIBUTES_OF_NOTE.search(inside):
        flags += _noted(attributes(source, token), token.name)
    return tuple(flags)


def _noted(found: dict[str, str], name: str) -> list[str]:
    """Flags that attributes give: hidden, byline, furniture."""
    flags = []
    hidden = "hidden" in found or _HIDDEN_STYLE.search(found.get("style", ""))
    if hidden and name not in ("html", "body"):
        flags.append("hidden")
    marks = " ".join((found.get("class", ""), found.get("itemprop", ""), found.get("rel", "")))
    if name in _MAY_BE_BYLINE and _BYLINE_CLASS.search(marks):
        flags.append("byline")
    if name in _MAY_BE_FURNITURE and _FURNITURE_CLASS.search(f"{marks} {found.get('id', '')}"):
        flags.append("furniture")
    return flags
