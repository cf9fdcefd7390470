"""Which named work an article says it retells: two retellings of one report are one source. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from digest.language.lazy import regex

_NAME = (
    r"(?:《(?P<{0}>[^《》]{{2,30}})》"
    r"|(?P<{0}l>(?:The )?[A-Z][A-Za-z0-9.&’'-]*(?: [A-Z][A-Za-z0-9.&’'-]*){{0,4}}))"
)
_PIECE = "(?:文章|报道|調查|调查|长文|特稿|专访|访谈|深度|独家|视频|演讲|论文|博客|post|story|article|report)"
_PATTERNS = tuple(
    (tuple(hints.split("|")), regex(pattern))
    for hints, pattern in (
        # 今天给大家分享 The Atlantic 的一篇文章; 本文编译自《自然》
        (
            "分享|转述|解读|编译|翻译|转载|带来|介绍|聊聊",
            rf"(?:分享|转述|解读|编译|翻译|转载|带来|介绍|聊聊).{{0,6}}?{_NAME.format('a')}\s?(?:杂志|网站|周刊|日报)?.{{0,6}}?(?:一篇|这篇|那篇|最新|的){{1,2}}.{{0,8}}?{_PIECE}",
        ),
        (
            "译自|编自|原文|原载",
            rf"(?:编译自|译自|翻译自|改编自|摘编自|原文(?:刊|载|发)(?:于|自)|原载(?:于)?|综合编译自)\s?[:：]?\s?{_NAME.format('b')}",
        ),
        (
            "ed from ",
            "(?:[Aa]dapted|[Tt]ranslated|[Rr]epublished|[Ss]yndicated|[Ee]xcerpted) from "
            + _NAME.format("c"),
        ),
        (
            "reported by ",
            rf"(?:first|originally) reported by {_NAME.format('d')}",
        ),
    )
)
"""Each with strings of which its finds have one."""
_PUBLISHED = regex(
    r"《(?P<name>[^《》]{2,30})》(?:杂志|周刊|报)?(?:刚刚|最近|近日|前天|昨天|日前)?.{0,4}?(?:发表?了?|刊登了?|刊发了?|推出了?)一?篇.{0,6}?(?:文章|报道|调查|长文|特稿)"
)
_RETELLS = regex(r"转述|分享(?:给|一下)|给大家(?:分享|讲|转述|解读|聊)|编译|为大家(?:分享|讲|转述|解读)")


RETELLING = frozenset({*(hint for hints, _ in _PATTERNS for hint in hints), "转述", "给大家", "为大家"})
"""A text that retells something has one."""
_TOP, _BOTTOM = 3000, 1000
"""Characters, at either end, where an article says whose story it tells."""


def retells(texts: Iterable[str], told: AbstractSet[str]) -> tuple[str, ...]:
    """Names of works, in the order met, without 《》; empty when the text claims to be its own.

    *told*: what the article has of the `RETELLING`, and more.
    """
    if RETELLING.isdisjoint(told):
        return ()
    whole = "\n".join(texts)
    whole = whole[:_TOP] + "\n" + whole[-_BOTTOM:] if len(whole) > _TOP + _BOTTOM else whole
    found: list[tuple[int, str]] = []
    for hints, pattern in _PATTERNS:
        if told.isdisjoint(hints) or not any(hint in whole for hint in hints):
            continue
        for match in pattern.finditer(whole):
            name = next(value for value in match.groups() if value)
            found.append((match.start(), name.strip()))
    if "》" in whole and _RETELLS.search(whole):
        found += [(match.start(), match["name"]) for match in _PUBLISHED.finditer(whole)]
    return tuple(dict.fromkeys(name for _, name in sorted(found)))
