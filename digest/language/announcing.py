"""Does a sentence tell nothing but what the text tells next? Printed alone it keeps no promise. Pure."""

from __future__ import annotations

from digest.language.lazy import regex

_ANNOUNCES = regex(
    r"(?:以下|下面|下文)(?:就)?(?:[是为](?!止|准|限|由)|便是|几[点个条种]|将会?|就?来|我们|要)"
    r"|(?:接下来|下面|下文|本文|这篇文章|本期|本节|本章)[，,]?(?:我们|笔者|小编)?(?:将会?|会|就|要|来|主要)[^，。]{0,6}?"
    r"(?:介绍|分析|讨论|探讨|讲解|说明|讲述|谈谈|看看|盘点|梳理|解读|分享|聊聊)"
    r"|(?i:below (?:is|are|you)"
    r"|here (?:is|are) (?:a|an|the|some|my|our|what|how|\w+ (?:ways|tips|things|reasons|steps))\b"
    r"|here[’']s (?:a|the|what|how|why)\b|the following (?:is|are|sections?|lists?)\b"
    r"|in (?:this|the next|the following) (?:article|post|guide|tutorial|section|chapter|part|series)\b"
    r"|(?:this|the) (?:article|post|guide|tutorial|section|chapter) "
    r"(?:will |shows|explains|describes|looks|covers|is about)"
    r"|(?:let[’']s|we[’']ll|we will|i[’']ll|i will) (?:now )?"
    r"(?:look at|go through|walk through|take a look|start with|see how))"
)
"""以下是.., 接下来将介绍..; Below is a list.., In this article.."""


def announces(text: str) -> bool:
    """Of a simplified sentence, by how it begins."""
    return _ANNOUNCES.match(text) is not None
