"""`clean`: an article in, a document with its receipt out. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from operator import attrgetter

from digest.cleaning import duplicates, listings, unusable
from digest.cleaning.edits import assemble, damage, garble, scripts
from digest.cleaning.edits.assemble import Paragraph
from digest.cleaning.edits.repairs import repair
from digest.cleaning.judging.appeals import appeals
from digest.cleaning.judging.framed import with_cuts, without_cuts
from digest.cleaning.judging.judge import judge
from digest.cleaning.judging.leftovers import without_leftovers
from digest.cleaning.lines.framed import NONE, Frames
from digest.cleaning.lines.leads import without_lead
from digest.cleaning.lines.rows import Row, rows
from digest.cleaning.lines.running import FEWEST_CLAUSES, is_clause
from digest.cleaning.lines.topic import SHAPING, Topic
from digest.cleaning.lines.wraps import unwrapped
from digest.cleaning.metadata import bylines, heads, houses, published, titles
from digest.cleaning.metadata.retells import RETELLING, retells
from digest.cleaning.metadata.signatures import signs
from digest.cleaning.rules.rulebook import Rulebook, rulebook, rules_inside
from digest.cleaning.rules.verdicts import BODY, CLAUSE, Verdict
from digest.cleaning.speech import board
from digest.cleaning.speech.spoken import is_transcript
from digest.cleaning.speech.sponsors import SPONSORING
from digest.cleaning.text.letters import Characters
from digest.cleaning.text.splice import Patched
from digest.errors import UnusableText
from digest.language.script import convert, language_of, script_of, simplify
from digest.model import Account, Article, Document, Metadata, Receipt, Script, Sentence, TextKind

_SAMPLE = 600
"""Characters that tell the language and the script."""
_LONGEST = 160
"""Characters of a sentence that a rule may take for the site's and not the author's."""
_LONGEST_ROW = 4000
"""Characters of a row in which its sentences are looked for."""
_WITH_FIELDS = frozenset({"eml", "md"})
"""Formats above whose text a field says what it is called: a heading inside of it is no title."""
_KEPT = frozenset({"body", "heading", "highlight"})
_BLANK = Verdict("blank")


def clean(article: Article, *, script: Script = "simplified", frames: Frames = NONE) -> Document:
    """The body of *article* as sentences, who wrote it and when, and an account of every line.

    A heading is accounted for, and is none of the sentences: it tells nothing by itself, and what a
    page's menu left between the paragraphs looks the same.

    *frames*: what it has in common with the others of its folder (`digest.cleaning.frames.common`).

    Raises `UnusableText` when no honest digest can be made of it.
    """
    document = without_leftovers(by_rules(article, script=script, frames=frames))
    body = tuple([each for each in document.sentences if "heading" not in each.traits])
    return replace(document, sentences=body) if len(body) < len(document.sentences) else document


def by_rules(article: Article, *, script: Script = "simplified", frames: Frames = NONE) -> Document:
    """The same before the learned judge, which learns from what the rules leave."""
    found, whole = rows(article, frames)
    if not found:
        raise UnusableText(article.path, "it has no text", "put the article's text into the file")
    sound = garble.is_sound(whole)
    found, posted = board.fielded(found)
    if spoken := posted or is_transcript(found):
        # Loaded for those who speak alone: what tells where their sentences end is large.
        from digest.cleaning.speech import frame, transcript

        found = found if posted else frame.with_head(found)
    else:
        found = unwrapped(found)
    rules = transcript.rules(_hints()) if spoken else rulebook(_hints())
    book = rules.over([row.fold for row in found])
    title = heads.title_row(found, article.metadata, book, spoken, article.format in _WITH_FIELDS)
    called = title.fold if title else simplify(article.metadata.title or "").lower()
    topic = Topic([row for row in found if not row.is_frame], called, book.found)
    verdicts = (
        judge(found, title, topic, book, sound) if not spoken else transcript.judge(found, book, frames)
    )
    kept = [row for row, verdict in zip(found, verdicts, strict=True) if verdict.fate in _KEPT]
    paragraphs = transcript.paragraphs(found, verdicts) if spoken else _paragraphs(found, verdicts)
    converted = [row.text for row in kept] != [row.written for row in kept]
    settled = script == "keep" or (script == "simplified" and not converted)
    sentences = assemble.sentences(paragraphs, script, settled)
    sentences, cut = without_cuts(sentences, () if spoken else kept)
    sentences = _without_furniture(sentences, script, () if spoken else kept, book)
    sentences = duplicates.marked(damage.marked(sentences, article.text, spoken, sound))
    put_in = scripts.mixed(sentences, article.text) if converted else {}
    if put_in:
        sentences = [
            replace(each, traits=each.traits | {"garble"}) if at in put_in else each
            for at, each in enumerate(sentences)
        ]
    smuggled = sum(
        [row.size for row, verdict in zip(found, verdicts, strict=True) if verdict.reason == "spam"]
    )
    read = [sentence.text for sentence in sentences if sentence.quotable]
    terms = len(set(put_in.values()))
    unusable.refuse(article.path, whole, book.told, sentences, read, sound, smuggled, called, terms)
    if not spoken and (
        why := listings.reason(found, verdicts, whole, read, title.fold if title else None, article.text)
    ):
        raise UnusableText(article.path, *why)
    fates = [verdict.fate for verdict in verdicts]
    wrote = bylines.authors(found, fates, article.metadata, book.told)
    sample = "\n".join([row.text for row in kept])[:_SAMPLE]
    written_in = script_of(sample)
    language = language_of(sample, written_in)
    return Document(
        article=article,
        title=None if title and title.text in wrote else _title(title, article.metadata, found, script),
        authors=tuple(convert(name, script) for name in wrote),
        publisher=_printed(houses.publisher(found, fates, article.metadata, wrote, book.told), script),
        published=published.judge(found, fates, article.metadata, article.text, book.told),
        language=language,
        script=written_in,
        kind=_kind(spoken, sentences),
        sentences=tuple(sentences),
        receipt=_receipt(article, found, with_cuts(found, verdicts, cut), sentences),
        retells=tuple(
            convert(name, script) for name in retells([sentence.text for sentence in sentences], book.told)
        ),
    )


@cache
def _hints() -> frozenset[str]:
    """What is looked for in all lines at once, together with what the rules want."""
    return SHAPING | SPONSORING | RETELLING | houses.HOUSING | published.DATING | unusable.swapped()


def _title(row: Row | None, metadata: Metadata, found: Sequence[Row], script: Script) -> str | None:
    text = titles.title_text(row, metadata, found)
    if not text:
        return None
    return convert(repair(Patched(text, 0, len(text)), assemble.is_chinese(text)).text, script)


def _printed(text: str | None, script: Script) -> str | None:
    return convert(text, script) if text else None


def _paragraphs(found: Sequence[Row], verdicts: Sequence[Verdict]) -> list[Paragraph]:
    kept = [at for at, verdict in enumerate(verdicts) if verdict.fate in _KEPT]
    broken = sum([found[at].size for at in kept if verdicts[at] is CLAUSE])
    if 2 * broken <= sum([found[at].size for at in kept]):
        return [_paragraph(found[at], verdicts[at]) for at in kept]
    return list(_of_clauses(found, verdicts, kept))


def _paragraph(row: Row, verdict: Verdict) -> Paragraph:
    part = without_lead(row)
    return Paragraph(part, verdict.traits, row.kinds, row.written if part is row.patched else None)


def _of_clauses(
    found: Sequence[Row], verdicts: Sequence[Verdict], kept: Sequence[int]
) -> Iterator[Paragraph]:
    """Lines in clauses that stand together are joined to sentences, as those of speech are.

    Asked of a text most of which is such lines: beside whole sentences they are left as they stand.
    """
    from digest.cleaning.speech import transcript

    def run(place: tuple[int, int]) -> tuple[bool, int]:
        # Places that follow each other are as far from their numbers as each other.
        number, at = place
        return verdicts[at] is CLAUSE or _ends_clauses(found[at], verdicts[at]), at - number

    for (together, _), places in groupby(enumerate(kept), run):
        lines = [at for _, at in places]
        if together and sum(verdicts[at] is CLAUSE for at in lines) >= FEWEST_CLAUSES:
            yield from transcript.of_clauses([found[at] for at in lines])
        else:
            yield from (_paragraph(found[at], verdicts[at]) for at in lines)


def _ends_clauses(row: Row, verdict: Verdict) -> bool:
    """Whether a line with its stop may be the last clause of a sentence, or all of one."""
    return verdict == BODY and is_clause(row) and row.stops <= 1


def _without_furniture(
    sentences: list[Sentence], script: Script, origins: Sequence[Row], page: Rulebook
) -> list[Sentence]:
    """Bylines, credits and calls to follow that stand inside a paragraph are not the author's sentences.

    *origins*: the rows of the paragraphs, where each is one of the *page*'s.
    """
    if not sentences:
        return sentences
    written = [sentence.text for sentence in sentences]
    if script != "simplified":
        written = simplify("\n".join(written)).split("\n")
    folded = "\n".join(written).lower().split("\n")
    inside = rules_inside()
    # A sentence that stands in its row as it is has no string that the row has not; others are searched.
    # Not in a giant row, which would be read again for each of its sentences.
    of_rows = [
        (row.fold if len(row.fold) <= _LONGEST_ROW else "", inside.needs.keys() & page.found[row.fold])
        for row in origins
    ]
    strings: list[Collection[str] | None] = []
    unknown: list[str] = []
    for fold, sentence in zip(folded, sentences, strict=True):
        line, found = of_rows[sentence.paragraph] if origins else ("", ())
        if fold in line:
            strings.append(found and [string for string in found if string in fold])
        else:
            strings.append(None)
            unknown.append(fold)
    book = inside.over([fold for fold in unknown if len(fold) <= _LONGEST]) if unknown else inside
    stamps = _stamps(sentences)
    asked = appeals(folded) if origins and any(row.han for row in origins) else frozenset()
    kept: list[Sentence] = []
    for at, (sentence, fold, text, known) in enumerate(zip(sentences, folded, written, strings, strict=True)):
        if sentence.text in stamps or at in asked or (text[0] in "(（" and signs(text)):
            continue
        rule = None
        # Most sentences have no string that a rule wants, nor begin like those that need none.
        may = known is None or known or book.opened[fold[0]][""]
        if may and len(fold) <= _LONGEST and "heading" not in sentence.traits:
            rule = book.first(fold, text, strings=known)
        if rule is None:
            kept.append(sentence)
    if len(kept) > 1 and signs(written[-1]) and kept[-1] is sentences[-1]:
        kept.pop()
    return kept


_STAMPED = 3
"""Paragraphs behind which the same words stand."""


def _stamps(sentences: Sequence[Sentence]) -> Set[str]:
    """What a site printed behind the last stop of paragraph after paragraph: its name, its address."""
    behind = [
        after.text
        for before, after in pairwise(sentences)
        if before.paragraph == after.paragraph and after.text[-1] not in _STOPS
    ]
    return (
        {text for text, times in Counter(behind).items() if times >= _STAMPED}
        if len(behind) >= _STAMPED
        else set()
    )


_STOPS = '。！？!?.…”’」』;；:："'


def _kind(spoken: bool, sentences: Sequence[Sentence]) -> TextKind:
    if spoken:
        return "transcript"
    size = sum([len(sentence.text) for sentence in sentences])
    if len(sentences) <= 4 and size < 400:
        return "flash"
    if size <= _LONGEST_NEWS < 3 * size:
        size += 2 * Characters("".join([sentence.text for sentence in sentences])).shares()[0]
    return "feature" if size > _LONGEST_NEWS else "news"


_LONGEST_NEWS = 4000
"""Letters, some 650 words; a Chinese character says as much as three, and 1,350 are as many."""


def _receipt(
    article: Article, found: Sequence[Row], verdicts: Sequence[Verdict], sentences: Sequence[Sentence]
) -> Receipt:
    by_line = [_BLANK] * len(article.lines)
    for row, verdict in zip(found, verdicts, strict=True):
        for number in range(row.number, row.last + 1):
            by_line[number] = verdict
    told = list(map(_account, by_line))
    ends = [at for at, (above, below) in enumerate(pairwise(told), 1) if above != below]
    accounts = [Account(first + 1, last, *told[first]) for first, last in pairwise([0, *ends, len(by_line)])]
    kinds = [edit.kind for sentence in sentences if sentence.edits for edit in sentence.edits]
    return Receipt(tuple(accounts), {kind: kinds.count(kind) for kind in sorted(set(kinds))})


_account = attrgetter("fate", "reason", "rule")
