"""Cut a paragraph into sentences: Chinese, English, Japanese and their like. Pure.

One pass over the marks that matter (stops, openers, blank lines); what lies
between them is never looked at. A quotation or a bracket is crossed in one
step, so the stops inside it do not tear a speaker from his words. The rules
that need words (abbreviations, who says what) look only at the neighbours of
a stop, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable

from digest.language.lazy import regex
from digest.language.script import HAN

STOPS = "。！？!?｡؟۔।॥။።։។៕"
"""Marks that end a sentence and nothing else, in all scripts of news (Unicode: Sentence_Terminal)."""
_DOTS = "…‥"
_LAST = STOPS + _DOTS + "."
_CLOSERS = "”’」』）)】〕》〉\"'\\]｣»"
_PAIRS = {
    "“": "”",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "«": "»",
    '"': '"',
    "（": "）",
    "(": ")",
    "【": "】",
    "《": "》",
    "〈": "〉",
}
_BRACKETS = "（(【《〈"
_NEVER_SENTENCES = "《〈"  # titles of works: a question mark in one ends nothing

_MARK = regex(rf"[{STOPS}{_DOTS}.．{''.join(_PAIRS)}\n]")
_STOPS = regex(rf"[{STOPS}][{STOPS}{_DOTS}.~～]*")
_ELLIPSIS = regex(rf"[{_DOTS}]+|\.{{2,}}")
_GAP = regex(r"\n[ \t\r\u3000]*\n")
_BLANKS = regex(r"\s*")
_LETTER = regex(r"[^\W_]")
_TRAILS = frozenset(_CLOSERS + "[［") - {"\\"}
"""What `_TRAIL` begins with, when it finds something."""
_TRAIL = regex(rf"[{_CLOSERS}]*(?:\[\d{{1,3}}\]|［\d{{1,3}}］)*")

_NEAR, _FAR = 200, 500
"""Characters of the longest bracket or Chinese quotation, and of another; a longer one is cut inside."""

# --- what follows a quotation -------------------------------------------------

_SAYS = (
    "说|說|说道|說道|道|问|問|问道|問道|答|答道|回答|回答道|喊|喊道|叫道|称|稱|写道|寫道|写|寫|表示|指出|补充|補充|补充道|補充道|补充说|補充說"
    "|强调|強調|解释|解釋|解释道|解釋道|解释说|解釋說|坦言|直言|认为|認為|透露|感叹|感歎|感慨|回应|回應|回应道|介绍|介紹|介绍说|介紹說|总结|總結|总结道|總結道|警告|反问|反問|笑道|笑着说|笑著說|告诉记者|告訴記者|如是说|如是說"
)
_SPEAKER_ZH = regex(rf"[ \t]?[^\s。！？!?“「『\"；;：:]{{0,24}}?(?:{_SAYS})(?:[，,。：:；;！!]|$|\n)")
_SPEAKER_EN = regex(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|shouted|tweeted)\b"
)
_GOES_ON = regex(
    r"\s*[，、；：,;:]|[的地得之]|这(?:个|句|种|一|样)|這(?:個|句|種|一|樣)|等|と|って|という|との|に|を|は|が|の"
)

_GOES_ON_AFTER_STOP = regex(r"[，、；,;]")

# --- what stands around a Latin stop ------------------------------------------

_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof st gen sen rep gov lt col capt cmdr sgt rev hon pres supt messrs mt ft "
    "vs v cf e.g i.e eg ie viz approx est dept fig figs eq eqs ch sec art al ed eds trans "
    "z.b d.h u.a bzw ca usw nr bspw sog str hr fr m mm mme mlle p.ej sr sra srta dott ing".split()
)
_BEFORE_NUMBER = frozenset(
    "no nos vol pp p n fig eq ch sec art jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_MAY_END = frozenset(
    "inc ltd co corp llc plc jr sr etc a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a b.s m.s l.a n.y "
    "u.s.a esq bros assn ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue wed thu fri".split()
)
_FIRST_WORDS = frozenset(
    "The A An This That These Those It He She They We You I In On At As By For From But And Or So If When "
    "While After Before However Meanwhile There Then Now Since What Who Why How Its His Her Their Our My "
    "Some Many Most Both One Two No Not With Without Although Though Because Yet Still Also Another Such "
    "Until Today Yesterday".split()
)
_TOKEN_BEFORE = regex(r"[^\W_](?:[\w.’'&-]*[^\W_])?$")
_INITIALS = regex(r"[A-Za-z](?:\.[A-Za-z])+")  # U.S, A.I, p.m: the stop behind it may be only its own
_TOKEN_WINDOW = 24
_WORD_AFTER = regex(r"\s*[“‘\"'(\[]*([^\W_][\w’']*)?")
_NUMBERING = regex(r"[\s“\"(（]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$")
_PARTICLE = frozenset("了的吗嗎呢吧着著过過啊")
_HAN_CHARACTER = regex(f"[{HAN}\u3041-\u30ff]")
_MONTH_NAMES = regex(
    r"\s*(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
)


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of one paragraph: ascending, apart, without outer blanks.

    Together they hold every character that is not blank. An unterminated tail
    is a sentence; a blank line ends one. Closing quotes, brackets and
    reference marks (``[3]``) stay with the sentence they close.
    """
    spans: list[tuple[int, int]] = []
    start = at = _skip_blanks(text, 0)
    for found in _MARK.finditer(text, at):
        mark = found.start()
        if mark < at:
            continue  # inside what was crossed in one step
        if text[mark] == "。" and text[start].isalnum() and (text[mark + 1 : mark + 2] or "a").isalnum():
            # The commonest of all, at the end or before a letter, as the step and `_keep` would tell it.
            spans.append((start, mark + 1))
            start = at = mark + 1
            continue
        at, cut = _STEPS[text[mark]](text, start, mark)
        if cut:
            _keep(spans, text, start, at)
            start = at = _skip_blanks(text, at)
    _keep(spans, text, start, len(text))
    return tuple(spans)


def _skip_blanks(text: str, at: int) -> int:
    return _BLANKS.match(text, at).end() if text[at : at + 1].isspace() else at  # type: ignore[union-attr]


def _keep(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    stray = not text[start].isalnum() and end - start < 80 and _LETTER.search(text, start, end) is None
    if spans and stray:
        # A stray mark is no sentence: it belongs to the one before.
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _behind(text: str, at: int) -> int:
    """The place behind the closing marks and reference marks that stand *at* a place."""
    return _TRAIL.match(text, at).end() if text[at : at + 1] in _TRAILS else at  # type: ignore[union-attr]


# A step says where to read on behind the mark at ``text[at]``, and whether the sentence that
# began at *start* ends there.


def _over_break(text: str, start: int, at: int) -> tuple[int, bool]:
    gap = _GAP.match(text, at)
    return (gap.end(), True) if gap else (at + 1, False)


# --- quotations and brackets --------------------------------------------------


def _cross(text: str, start: int, at: int) -> tuple[int, bool]:
    """Step over a quotation or bracket; behind it a sentence may end."""
    opener = text[at]
    if opener == '"' and at and text[at - 1].isdigit():
        return at + 1, False  # inches
    closed = text.find(_PAIRS[opener], at + 1, at + _NEAR)
    if closed < 0 and opener not in _BRACKETS:
        closed = text.find(_PAIRS[opener], at + _NEAR, at + _longest_quote(text, at))
    if closed < 0 or text.find("\n\n", at, closed) >= 0:
        return at + 1, False
    end = _behind(text, closed + 1)
    if closed - 1 == at or text[closed - 1] not in _LAST or opener in _NEVER_SENTENCES:
        return end, False
    return end, _ends_inside(text, start, at, closed, end)


def _longest_quote(text: str, opened: int) -> int:
    return _NEAR if _HAN_CHARACTER.search(text, opened, opened + 40) else _FAR


def _ends_inside(text: str, start: int, opened: int, closed: int, end: int) -> bool:
    """Whether the sentence ends with what stands in ``text[opened:closed]``, which ends as one."""
    last = text[closed - 1]
    rest = _WORD_AFTER.match(text, end)
    follows = text[rest.start(1)] if rest and rest.group(1) else text[end : end + 1]
    if _GOES_ON.match(text, end) or follows.islower():
        return False
    begins = start == opened
    if text[opened] in _BRACKETS:
        return begins
    if begins:
        return not _speaker_follows(text, end, last)
    # Inside a sentence a quoted question is a word like any other: 那句“为什么？”让人难忘。
    introduced = text[opened - 1] in "：:，," or text[opened - 1].isspace()
    if last == ".":
        return introduced or follows.isupper() or not text[end : end + 1].strip()
    return last == "。" or introduced or not text[end : end + 1].strip() or text[end] in "“「『"


def _speaker_follows(text: str, end: int, last: str) -> bool:
    if _SPEAKER_ZH.match(text, end):
        return True
    return last in "!?！？" and _SPEAKER_EN.match(text, end) is not None


# --- stops --------------------------------------------------------------------


def _after_strong(text: str, start: int, at: int) -> tuple[int, bool]:
    next_letter = text[at + 1 : at + 2]
    if not next_letter:
        return at + 1, True
    if next_letter.isalnum() and text[at] not in "!?":
        return at + 1, text[at] == "。" or not next_letter.islower()
    stops = _STOPS.match(text, at)
    end = _behind(text, stops.end())  # type: ignore[union-attr]
    mark = stops.group()  # type: ignore[union-attr]
    if mark in "!?":  # one ASCII mark: part of a URL, or of a name (Yahoo! said)
        before, after = text[at - 1 : at], text[end : end + 1]
        if after.isascii() and after.isalnum() and not _HAN_CHARACTER.match(before):
            return end, False
    if _GOES_ON_AFTER_STOP.match(text, end):
        return end, False
    follows = _WORD_AFTER.match(text, end) if mark != "。" else None
    return end, not (follows and follows.group(1) and follows.group(1)[0].islower())


def _after_ellipsis(text: str, start: int, at: int) -> tuple[int, bool]:
    """An ellipsis hesitates more often than it ends: only a blank and a new start tell."""
    end = _behind(text, _ELLIPSIS.match(text, at).end())  # type: ignore[union-attr]
    after = text[end : end + 1]
    if not after.isspace():
        return end, after in ("“", "「", "『")
    follows = _WORD_AFTER.match(text, end)
    word = follows.group(1) if follows else None
    return end, not word or not word[0].islower()


def _after_dot(text: str, start: int, at: int) -> tuple[int, bool]:
    if text[at : at + 2] == "..":
        return _after_ellipsis(text, start, at)
    end = _behind(text, at + 1)
    before, after = text[at - 1 : at], text[end : end + 1]
    if not before.strip() or end == len(text):
        return end, end == len(text)
    if _HAN_CHARACTER.match(before):
        return end, not after.strip() or before in _PARTICLE
    if not after.isspace():
        return (at + 1, False) if not _glued(text, at, end) else (end, True)
    return end, _latin_end(text, start, at, end)


def _glued(text: str, at: int, end: int) -> bool:
    """A lost blank between two sentences: ``ended.The next``, and before Chinese."""
    if _HAN_CHARACTER.match(text, end):
        return text[at - 1].isalpha() and text[at - 1].islower()
    word = _WORD_AFTER.match(text, end)
    first = word.group(1) if word else None
    return text[at - 2 : at].isalpha() and text[at - 1].islower() and first in _FIRST_WORDS


def _latin_end(text: str, start: int, at: int, end: int) -> bool:
    """Whether ``word.`` before a blank is the end of a sentence."""
    follows = _WORD_AFTER.match(text, end)
    word = (follows.group(1) if follows else None) or ""
    if word and word[0].islower():
        return False
    window = text[max(start, at - _TOKEN_WINDOW) : at]
    found = _TOKEN_BEFORE.search(window.rpartition(" ")[2])
    token = found.group() if found else ""
    if at - start <= 8 and _NUMBERING.fullmatch(text[start:at]):
        return False  # 1. The first item
    return _token_ends(token, word, text, end)


def _token_ends(token: str, word: str, text: str, end: int) -> bool:
    small = token.lower()
    if small in _ABBREVIATIONS or (small in _BEFORE_NUMBER and word[:1].isdigit()):
        return False
    if small in _MAY_END or _INITIALS.fullmatch(token):
        return word in _FIRST_WORDS or not word
    if len(token) == 1 and token.isupper():
        return word in _FIRST_WORDS and token != "I"
    if token.isdigit() and len(token) <= 2:
        return not _MONTH_NAMES.match(text, end)
    return True


_STEPS: dict[str, Callable[[str, int, int], tuple[int, bool]]] = {
    **dict.fromkeys(STOPS, _after_strong),
    **dict.fromkeys(_DOTS, _after_ellipsis),
    **dict.fromkeys(".．", _after_dot),
    **dict.fromkeys(_PAIRS, _cross),
    "\n": _over_break,
}
"""By the marks that `_MARK` finds."""
