"""Transcripts: one clause a line and hardly a full stop, joined into sentences again. Pure.

Where a sentence begins is weighed from both sides of each line break: a
discourse opener, a date, a change of speaker speak for it; a connective, an
unfinished clause, an open quotation against it. The best division of the whole
text into sentences of fair length is found by dynamic programming.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from statistics import median
from typing import Any

from digest.cleaning.judge import BODY, Verdict
from digest.cleaning.rows import Row
from digest.cleaning.rulebook import Rulebook
from digest.cleaning.splice import Patched, joined

_FUNCTION = re.compile(
    r"[的了是在和我你他她它们这那有不就也都把被让从吗呢吧啊说]"
    r"|\b(?:the|and|of|to|in|a|is|that|it|i|you|we|was|for|so|they|this|but|on|with)\b"
)
FEWEST_LINES = 12


def is_transcript(rows: Sequence[Row]) -> bool:
    """Whether nearly every line is a clause of speech."""
    if rows and all(row.role == "cue" for row in rows):
        return True
    if len(rows) < FEWEST_LINES:
        return False
    sizes = [row.size for row in rows]
    ended = sum(row.text[-1:] in "。！？!?." for row in rows)
    long = sum(size > 60 for size in sizes)
    if not 3 <= median(sizes) <= 30 or ended * 4 > len(rows) or long * 20 > len(rows):
        return False
    if sum(row.gap for row in rows) * 3 > len(rows) and ended * 12 > len(rows):
        return False
    function = sum(len(_FUNCTION.findall(row.fold)) for row in rows)
    telling = sum(_FUNCTION.search(row.fold) is not None for row in rows)
    return (
        function > 0.06 * sum(sizes)
        and telling > 0.7 * len(rows)
        and len({row.fold for row in rows}) > 0.85 * len(rows)
    )


_REMOVES = frozenset({"remove"})
_REMOVABLE = frozenset({"follow-us", "spam", "link-farm", "web-address", "cookie-banner", "app-promotion"})
_SPEECH = frozenset({"greeting", "opinion"})
_EDGE = 12
"""Lines at either end where a host greets and takes leave."""


def judge(rows: Sequence[Row], book: Rulebook) -> list[Verdict]:
    """All is body but what plainly is no speech; greetings and opinions are marked."""
    verdicts = []
    for at, row in enumerate(rows):
        spoken = book.first(row.fold, row.written, _SPEECH)
        at_edge = at < _EDGE or at >= len(rows) - _EDGE
        rule = next((r for r in book.all(row.fold, row.written, _REMOVES) if r.reason in _REMOVABLE), None)
        if spoken is not None and spoken.effect == "greeting" and (at_edge or spoken.name == "host-sign-off"):
            verdicts.append(Verdict("body", "", spoken.name, frozenset({"greeting"})))
        elif rule is not None:
            verdicts.append(Verdict("removed", rule.reason, rule.name))
        else:
            verdicts.append(BODY)
    return _with_opinion(rows, verdicts)


def _with_opinion(rows: Sequence[Row], verdicts: list[Verdict]) -> list[Verdict]:
    """Behind "that was the article" the host speaks for himself."""
    told = next(
        (at for at, row in enumerate(rows) if at * 2 > len(rows) and _TOLD.search(row.written)), len(rows)
    )
    for at in range(told + 1, len(rows)):
        if verdicts[at].fate == "body" and not verdicts[at].traits:
            verdicts[at] = Verdict("body", "", "host-opinion", frozenset({"opinion"}))
    return verdicts


_TOLD = re.compile(
    r"以上就?是.{0,12}(?:文章|报道|访谈|演讲|内容|全文|故事)|(?:文章|报道|故事)(?:的内容)?(?:就)?(?:到这里|讲完了|说完了)"
)

# --- where sentences begin ----------------------------------------------------

_OPENERS = re.compile(
    r"(?:但是?|不过|然而|因此|所以|于是|同时|与此同时|此外|另外|随后|紧接着|接着|之后|后来|最后|最终|首先|其次|尽管如此"
    r"|事实上|实际上|结果|总之|总的来说|换句话说|也就是说|值得注意|其实|当然|好了|目前|如今|现在|那么|接下来|另一方面|一方面|一方是"
    r"|从.{1,6}看|说白了|毕竟|不仅如此|更重要的是|简单来说|回到|关于|对于|据|根据|按照|一[位名些个]|有人|有的人|许多|很多|大多数|部分|几[个天周月年].{0,4}[前后]|两[个天周月年].{0,4}[前后]"
    r"|(?:在|自|从|到了?|截至|早在)?\s?(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?[年月日]|今年|去年|明年|上周|本周|昨天|今天|近日|日前"
    r"|(?:but|however|so|now|then|also|and then|meanwhile|therefore|in fact|actually|well|okay|finally|first|second|next|after|before|according|because|when|if)\b)"
)
_RESTARTS = re.compile(
    r"(?:他们?|她们?|它们?|我们?|咱们|这(?![样么])|那(?![样么时])|该|此|其中|公司|《|“|[A-Z]|(?:he|she|it|they|we|i|you|this|that|there|the)\b)"
)
_GOES_ON = re.compile(
    r"(?:以及|并(?![非不])|并[且不非]|而是|而非|而(?!且)|也|还|就|都|才|又|和|与(?!此)|或|及|来|以(?!上)|从而|进而|使|让|导致|造成|包括|比如|例如|譬如|像|甚至|尤其|特别是"
    r"|的|地|得|认为|表示|透露|通过|为了|用来|用于|直到|直至|即|即便|而不是|不是|是(?!否)|可能|能够|将|会|被|把|向|给|对|以便|以免|以防|防止|确保|目的是|原因是|再|进行|带来|有助于|方面"
    r"|(?:and|or|which|who|that|to|of|with|in|on|for|by|as|than|from|at|because|while|where|including|such|like|is|are|was|were)\b)"
)
_UNFINISHED_HEAD = re.compile(
    r"(?:随着|由于|因为|虽然|尽管(?!如此)|如果|假如|要是|只要|只有|当|在.+(?:[时后前中上下里内间]|期间|之际|过程)$|自从?|据|根据|按照|对于|关于|除了|无论|不管|不论|为了|通过|即使|即便|既然|从.+看$|经.+证实$|让|使"
    r"|(?:截至|截止)|.{0,4}在.{2,14}[时后前中上下里内间]$|.{0,6}\d{1,4} ?[年月日].{0,3}$|仅用|只用|与此同时，随着|.{2,16}(?:以后|之后|之前|期间|的时候)$|(?:if|when|while|although|because|since|after|before)\b)"
)
_UNFINISHED_TAIL = re.compile(
    r"(?:表示|透露|说道?|认为|表明|称|指出|宣布|发现|强调|问道?|觉得|相信|以为|知道|明白|显示|意味着|是|的是|就是|像|叫|在|把|被|向|对|和|与|或|以及|(?<!成)(?<!生)(?<!动)的|了解到|看到|提到|写道|坦言|直言|回忆|问题是"
    r"|(?<=[\u4e00-\u9fff])[时后前](?!间)|期间|之际|过程中|背景下|压力下|来看|而言|来说|同时|因此|此外|随后|然而|不过|但是|那时|另外"
    r"|[，、：；,:;“（(—]|\b(?:the|a|an|of|to|in|and|or|but|that|is|are|was|with|for|on|at|by|as|said|says))$"
)

_SHORTEST, _FAIR, _LONGEST = 12, 60, 100
_MOST_LINES = 16


def paragraphs(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> list[tuple[Patched, frozenset[str]]]:
    """The lines joined to sentences, each with its traits."""
    result: list[tuple[Patched, frozenset[str]]] = []
    for stretch in _stretches(verdicts):
        lines = [rows[at] for at in stretch]
        traits = verdicts[stretch[0]].traits
        for start, end in _divided(lines):
            group = lines[start:end]
            glue = [_glue(a, b) for a, b in zip(group, group[1:], strict=False)]
            result.append((joined([row.patched for row in group], glue), traits))
    return result


def _stretches(verdicts: Sequence[Verdict]) -> list[list[int]]:
    """Runs of body lines of the same traits; a removed line parts two runs."""
    runs: list[list[int]] = []
    for at, verdict in enumerate(verdicts):
        if verdict.fate != "body":
            continue
        if runs and runs[-1][-1] == at - 1 and verdicts[at - 1].traits == verdict.traits:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _divided(lines: Sequence[Row]) -> list[tuple[int, int]]:
    """The division of *lines* into sentences with the highest sum of weights."""
    depth = _depths(lines)
    cuts = [0.0, *(_weight(lines[at - 1], lines[at], depth[at]) for at in range(1, len(lines))), 0.0]
    sizes = [0.0]
    for row in lines:
        sizes.append(sizes[-1] + row.size)
    best, back = [0.0], [0]
    for end in range(1, len(lines) + 1):
        options = [
            (best[start] + cuts[end] + _length_weight(sizes[end] - sizes[start]), start)
            for start in range(max(0, end - _MOST_LINES), end)
        ]
        score, start = max(options)
        best.append(score)
        back.append(start)
    division, end = [], len(lines)
    while end > 0:
        division.append((back[end], end))
        end = back[end]
    return division[::-1]


def _weight(before: Row, after: Row, depth: int) -> float:
    """For a sentence to begin with *after*."""
    if depth > 0:
        return -9.0
    if before.text[-1:] in "。！？!?.…" or before.text[-2:] in ("。”", "！”", "？”"):
        return 4.0
    if before.role == "cue" and after.text[:2] in (">>", "- "):
        return 5.0
    weight = -0.3
    if _GOES_ON.match(after.fold):
        weight -= 2.6
    elif _OPENERS.match(after.fold):
        weight += 1.6
    elif _RESTARTS.match(after.written):
        weight += 0.6
    else:
        weight += _HEADS.get(_head(after.written), 0.0)
    if _UNFINISHED_TAIL.search(before.fold) or _UNFINISHED_HEAD.match(before.fold):
        weight -= 2.4
    if before.size <= 4:
        weight -= 1.5
    if after.gap:
        weight += 1.5
    return weight


_HEADS = {
    "v": -1.9,
    "d": -1.4,
    "ad": -0.8,
    "p": -0.3,
    "c": -1.2,
    "uj": -3.0,
    "n": 0.5,
    "nr": 0.7,
    "ns": 0.5,
    "r": 0.3,
    "eng": 0.7,
}
"""What a line's first word says: a verb goes on with the subject before it, a noun brings its own."""


def _head(written: str) -> str:
    """Part of speech of the first word, by jieba's dictionary; "" where rjieba is missing."""
    tagger = _tagger()
    return tagger.tag(written[:8].lstrip())[0][1] if tagger and written else ""


@cache
def _tagger() -> Any:
    try:
        from rjieba import Jieba
    except ImportError:
        return None
    return Jieba()


def _length_weight(size: float) -> float:
    if size < _SHORTEST:
        return -1.2
    if size <= _FAIR:
        return 0.4 - abs(size - 34) / 60
    if size <= _LONGEST:
        return -(size - _FAIR) / 22
    return -1.8 - (size - _LONGEST) / 7


_OPENING, _CLOSING = "“「『（(《", "”」』）)》"
_LONGEST_QUOTE = 8
"""Lines after which an open quotation is taken for one whose end was forgotten."""


def _depths(lines: Sequence[Row]) -> list[int]:
    """For each line, whether a quotation or bracket opened earlier is still open at its start."""
    depths, opened, depth = [], 0, 0
    for at, row in enumerate(lines):
        if depth and at - opened >= _LONGEST_QUOTE:
            depth = 0
        depths.append(depth)
        before = depth
        depth = max(
            0, depth + sum(row.text.count(c) for c in _OPENING) - sum(row.text.count(c) for c in _CLOSING)
        )
        if depth and not before:
            opened = at
    return depths


def _glue(before: Row, after: Row) -> str:
    if before.text[-1:] in "，。；：、！？,;:!?“（—" or after.text[:1] in "”，。、；：）」":
        return "" if before.han or after.han else " "
    if not before.han and not after.han:
        return " "
    return "" if _RUNS_ON.match(after.written) or _RUNS_INTO.search(before.written) else "，"


_RUNS_ON = re.compile(r"(?:和(?!.{0,4}一样)|与(?!此)|及(?!时)|或者?|的|地|得|之(?!前|后))")
_RUNS_INTO = re.compile(r"(?:(?<!是)[和与及或]|以及|正在|是在|就是|而是|都是|还是|不是|并把|都被)$")
