"""Can a sentence stand alone? A reader of a newsletter has not read the one before it. Pure."""

from __future__ import annotations

import re

STANDS, LEANS, DANGLES = 0, 1, 2
"""Grades of `grade`: says who and what; opens with a connective; points at something not in it."""

_DANGLING = re.compile(
    r"^[“‘「『\"']?(?:但|而|且|并且?|不过|然而|然后|随后|此外|另外|同时|于是|因此|所以|因为|可是|其实|当然|例如|比如|事后|最终|最后|随着|目前|如今|当时|据悉|据报道|那么|只可惜|可惜|同样)?[，,]?"
    r"(?:他们|她们|它们|他|她|它|其(?!他|它|余|实|中一)|此(?!外|前|次|间|举)|此举|这(?=是|将|让|使|也|被|都|意味|表明|导致|引发|一点|就|才|不|对|与|可|会|样|里|反映|标志|显示|加剧|说明|在|其|主要|并|还|无疑|或|家|位|名)|那(?=是|里|时|个|些|种|名|位)|该(?=名|人|位|员)|上述|前者|后者|两者|二者|双方|对此|为此|与此|因此|从此|至此|据此|从中|由此|"
    r"否则|以上|如此|对方|俩人|两人|另一(?:方面|方|位|名|个|家)|其中|第[二三四五六七八九]|原因是|理由是|包括|也是|也|都|还|又|则|却|才|就(?!业|任|职)|即)"
    r"|^[“\"']?(?:and|but|or|so|yet|then|also)?,? ?(?:he|she|it|they|his|her|hers|its"
    r"|their|them|him|this|that|these|those|such|there|both|another|others?|"
    r"the (?:former|latter|two|company|ship|vessel|firm|agency|incident|move)|which"
    r"|who|here|either|neither|one of (?:them|the two))\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"^[“‘「『\"']?(?:但是?|而(?!是|言)|且|并(?!非)|不过|然而|此外|另外|同时|于是|因此|因为|所以|可是|其实|当然|例如|比如|事实上|值得注意的是|尤其|随后|随即|接着|然后|紧接着|最终|最后|与此同时|只可惜|可惜|"
    r"一方面|甚至|以及|或者|即使|尽管|虽然|那么|总之|换言之|也就是说|除此之外|同样|相反|反之|当时|彼时|之后|后来|目前|在(?:整个过程|这种压力|这样的背景|这场)|如果|"
    r"[^，。]{0,6}(?:这|该)(?:场|种|些|个|项|名|位|次|件|一))"
    r"|^[“\"']?(?:and|but|or|so|yet|then|also|however|meanwhile|moreover|still"
    r"|besides|therefore|thus|instead|later|afterwards?|in addition|as a result"
    r"|for example|by then|at the time)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?？][”」’\"]?$")
_OPENS_BROKEN, _ENDS_BROKEN = tuple("）)]】》」』”’,，、。；;：:"), tuple("（([【《「『“‘")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"), ("(", ")"))
_PAIRED = re.compile("[“”「」『』《》（）()]")
_CHAT_EN = re.compile(r"I\b")
_LETTERS = ("you are receiving", "subscrib", "newsletter")
"""What a newsletter says of itself, in lower case."""
_CHAT = re.compile(
    r"网友|有人(?:推测|认为|说|觉得|猜)|给大家|大家分享|今天给|我们|咱们|大家好|感谢|本期|下期|小编|笔者|想必|诸位"
)


def grade(folded: str) -> int:
    """`STANDS`, `LEANS` or `DANGLES` for a folded (simplified) sentence."""
    if folded.startswith(_OPENS_BROKEN) or folded.endswith(_ENDS_BROKEN):
        return DANGLES
    if _DANGLING.match(folded) or _unbalanced(folded):
        return DANGLES
    return LEANS if _LEANING.match(folded) else STANDS


def is_question(folded: str) -> bool:
    return bool(_QUESTION.search(folded, max(0, len(folded) - 3)))


def is_chat(text: str) -> bool:
    """Talk between an author and the readers, or what unnamed people on the net say."""
    return bool(_CHAT_EN.match(text) or _CHAT.search(text)) or any(map(text.lower().__contains__, _LETTERS))


def _unbalanced(text: str) -> bool:
    marks = _PAIRED.findall(text)
    return bool(marks) and any(marks.count(opening) != marks.count(closing) for opening, closing in _PAIRS)
