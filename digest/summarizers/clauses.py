"""Long sentences: how long is too long, and where one may be cut without breaking or bending it.

The cut keeps the sentence from its start up to a clause mark, and one sentence
mark after it. It is recorded as an `Edit` of kind ``clause``: *from a clause
mark to the end of the sentence, replaced by one sentence mark*, which anyone
can check without trusting us. We cut only

- at a semicolon, or at a comma before words that open a clause of its own or
  a mere consequence (并, 从而, 此举, ", and they", ", which"), never before a
  contrast, a condition or "he said", whose loss would bend what is said;
- where what is left does not itself wait for the rest (随着.., 如果.., Although..);
- where quotes and brackets are closed on the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.model import Edit, Sentence

MAX_UNITS = 120
"""Of a point: 120 Chinese characters, or 60 words, each counting as two."""

MIN_UNITS = 24
"""Of what a cut leaves: less is a scrap."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff\uac00-\ud7af]")
_WORD = re.compile(
    r"[^\W_\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]+(?:['’.,-][^\W_\u3400-\u9fff]+)*"
)

_OPENS_ITS_OWN = re.compile(
    r"(?:并且?(?!非|不|未|没)|同时|从而|进而|此举|这一|这些?(?:也|将|让|使|导致|引发|意味|表明|标志)"
    r"|其中|旨在|以便|以期|目的是|由此|因此|于是|随后|此后|并於|從而|進而|此舉|這一|因而"
    r"|(?:and|so) (?:he|she|it|they|we|the|this|these|his|her|its|their)\b|which\b|adding that\b|meaning\b)",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"(?:(?:虽然|雖然|虽|雖|尽管|儘管|如果|若|倘若|假如|要是|因为|因為|由于|由於|当|當|随着|隨著|隨着|为了|為了|为|為"
    r"|除了|即使|即便|无论|無論|不论|不論|不仅|不僅|不但|不只|既然|既|一旦|只要|只有|与其|與其|与此同时|自从|自從|据|據|根据|根據"
    r"|一方面|对于|對於|关于|關於|作为|作為|经过|經過|通过|通過|之所以)"
    r"|(?:although|though|if|when|while|because|since|as|after|before|once|unless|until|despite|not only|whether|had)\b)",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:后|後|时|時|前|中|上|下|里|裡|来|來|期间|期間|以来|以來|的话|的話|之际|之際|日|年|月)$"
)
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}
_MARKS = "，；,;"


def length(text: str) -> int:
    """Units of length: one for each Han character, kana or hangul, two for each other word."""
    return len(_HAN.findall(text)) + 2 * len(_WORD.findall(text))


def too_long(text: str) -> bool:
    return length(text) > MAX_UNITS


def shortened(sentence: Sentence) -> Sentence | None:
    """The longest whole clause from the start that is not too long, as a sentence; None if there is none."""
    best = None
    for place in _cuts(sentence.text):
        kept = sentence.text[:place].rstrip()
        if MIN_UNITS <= length(kept) <= MAX_UNITS:
            best = place
    return _cut(sentence, best) if best is not None else None


def _cuts(text: str) -> Iterator[int]:
    """Offsets of the clause marks at which the sentence may end, ascending."""
    for match in re.finditer(f"[{_MARKS}]", text):
        place = match.start()
        left, right = text[:place], text[place + 1 :].lstrip()
        if not right or not _balanced(left) or not _stands(left):
            continue
        if match.group() in "；;" or _OPENS_ITS_OWN.match(right):
            yield place


def _balanced(text: str) -> bool:
    """Whether each quote and bracket that is opened is closed."""
    straight = text.count('"') % 2 == 0
    return straight and all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS.items())


def _stands(left: str) -> bool:
    """Whether the clauses on the left make a sentence: the last is neither waiting nor a mere circumstance."""
    clauses = [clause.strip() for clause in re.split(f"[{_MARKS}]", left) if clause.strip()]
    if not clauses:
        return False
    waiting = _WAITS.match(clauses[0]) is not None
    last = clauses[-1]
    if waiting and len(clauses) < 2:
        return False
    if len(clauses) > 1 and (_WAITS.match(last) or _ADVERBIAL.search(last)):
        return False
    return not (len(clauses) == 1 and _ADVERBIAL.search(last))


def _cut(sentence: Sentence, place: int) -> Sentence | None:
    """*sentence* ended at the mark at *place* of its text; None where an edit lies across the cut."""
    mark = "。" if _HAN.search(sentence.text) else "."
    kept = sentence.text[:place].rstrip()
    start = _in_source(sentence, len(kept))
    if start is None:
        return None
    edits = tuple(
        edit for edit in sentence.edits if edit.end <= start and (edit.start, edit.end) != (start, start)
    )
    return replace(
        sentence,
        text=kept + mark,
        edits=(*edits, Edit("clause", start, sentence.end, mark)),
    )


def _in_source(sentence: Sentence, place: int) -> int | None:
    """The source position of the character at *place* of the text; None inside a longer replacement."""
    source, printed = sentence.start, 0
    for edit in sentence.edits:
        untouched = edit.start - source
        if place < printed + untouched:
            break
        printed += untouched
        source = edit.start
        if place == printed:
            return source
        if place < printed + len(edit.text):
            return None
        printed += len(edit.text)
        source = edit.end
    return source + place - printed
