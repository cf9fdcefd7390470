"""Long sentences: how long is too long, and where one may be cut without breaking or bending it.

The cut keeps the sentence from its start up to a clause mark, and one sentence
mark after it. It is recorded as an `Edit` of kind ``clause``: *from a clause
mark to the end of the sentence, replaced by one sentence mark*, which anyone
can check without trusting us. We cut only

- at a semicolon that parts no items of a list, or at a comma before words that open a clause of its own or
  a mere consequence (并, 从而, 此举, ", and they"; a closing ", which"), never before a
  contrast, a condition or "he said", whose loss would bend what is said;
- where what is left does not itself wait for the rest (随着.., 如果.., Although..);
- where quotes and brackets are closed on the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.model import Edit, Sentence, in_source

MAX_UNITS = 120
"""Of a point: 120 Chinese characters, or 60 words, each counting as two."""

MIN_UNITS = 24
"""Of what a cut leaves: less is a scrap."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff\uac00-\ud7af]")
_WORD = re.compile(
    r"[^\W_\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]+(?:['’.,-][^\W_\u3400-\u9fff]+)*"
)
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['.,-][A-Za-z0-9]+)*")

# What opens a clause of its own or a mere consequence. Chinese is read in its simplified form.
_OPENS_ITS_OWN = re.compile(
    r"并且?(?![非不未没])|同时|从而|进而|此举|其中|旨在|以便|以期|目的是|由此|因此|因而|于是|随后|此后"
    r"|这(?:一|些?(?:也|将|让|使|导致|引发|意味|表明|标志))"
    r"|(?:and|so) (?:he|she|it|they|we|the|this|these|his|her|its|their)\b",
    re.IGNORECASE,
)
# An English afterthought: only when it runs to the end, else the verb of the sentence would go with it.
_AFTERTHOUGHT = re.compile(r"(?:which|adding that|meaning)\b[^,;]*$", re.IGNORECASE)
_WAITS = re.compile(
    r"虽|尽管|如果|若|倘若|假如|要是|因为|由于|当|随着|为|除了|即使|即便|无论|不论|不仅|不但|不只|既|一旦|只要|只有"
    r"|与其|与此同时|自从|据|根据|一方面|对于|关于|作为|经过|通过|之所以"
    r"|(?:although|though|if|when|while|because|since|as|after|before|once|unless|until|despite|not only"
    r"|whether|had)\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(r"(?:[后时前中上下里来日年月]|期间|以来|的话|之际)$")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}
_MARKS = "，；,;"


def length(text: str) -> int:
    """Units of length: one for each Han character, kana or hangul, two for each other word."""
    if text.isascii():  # the same words, found twice as fast
        return 2 * len(_ASCII_WORD.findall(text))
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
    from digest.language.script import simplify

    text = simplify(text)
    for match in re.finditer(f"[{_MARKS}]", text):
        place = match.start()
        left, right = text[:place], text[place + 1 :].lstrip()
        if not right or not _balanced(left) or not _stands(left):
            continue
        if match.group() in "；;":
            if not _in_a_list(text, place, right):
                yield place
        elif _OPENS_ITS_OWN.match(right) or _AFTERTHOUGHT.match(right):
            yield place


def _in_a_list(text: str, place: int, right: str) -> bool:
    """Whether the semicolon parts items that were announced: half a list is not what was said."""
    announced = re.search(r"[:：]|[一二]是|首先|第一|其一", text[:place]) is not None
    items = not _HAN.search(text) and (text.count(";") > 1 or re.match(r"(?:and|or)\b", right) is not None)
    return announced or items


def _balanced(text: str) -> bool:
    """Whether each quote and bracket that is opened is closed."""
    straight = text.count('"') % 2 == 0
    return straight and all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS.items())


def _stands(left: str) -> bool:
    """Whether the clauses on the left make a sentence.

    They do when the last is neither waiting for more nor a mere circumstance.
    """
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
    start = in_source(sentence.start, sentence.edits, len(kept))
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
