"""A PDF with a text layer, page by page. Needs the extra ``pdf``.

The source text is what pypdf extracts, its lines joined to paragraphs. Lines
that stand at the head or foot of most pages are the page's, not the article's:
their role is ``navigation``.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from digest.errors import IntakeError
from digest.intake.page.checks import checked_authors, tidy
from digest.intake.raw import Raw, article, from_rows
from digest.language.script import HAN
from digest.model import Article, Metadata

_EDGE = 2  # lines at the head and at the foot of a page that may be its furniture
_FEWEST_PAGES = 3


@dataclass(frozen=True)
class Pdf:
    name: str = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, raw: Raw) -> tuple[Article, ...]:
        try:
            import pypdf
        except ImportError as error:
            remedy = "pip install 'article-digest[pdf]'"
            raise IntakeError(raw.path, "a PDF needs the package pypdf", remedy) from error
        logging.getLogger("pypdf").addHandler(logging.NullHandler())
        try:
            reader = pypdf.PdfReader(io.BytesIO(raw.data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise IntakeError(raw.path, "encrypted", "save it without a password")
            pages = [page.extract_text() for page in reader.pages]
            claims = _claims(reader.metadata)
        except IntakeError:
            raise
        except Exception as error:  # pypdf raises whatever a broken file makes it stumble over
            raise IntakeError(
                raw.path, f"a PDF that cannot be read ({type(error).__name__})", "save it again"
            ) from error
        rows = list(_rows([page.encode("utf-8", "replace").decode() for page in pages]))
        if not rows:
            raise IntakeError(raw.path, "a PDF without a text layer (a scan)", "run it through OCR first")
        text, lines = from_rows(rows)
        return (article(raw, self.name, text, lines, encoding="pdf", entry="text", metadata=claims),)


def _claims(found: Any) -> Metadata:
    """What the document says of itself; the date a PDF was made is not one of publication."""
    title = tidy(str(found.title or "")) if found else ""
    author = str(found.author or "") if found else ""
    # Word processors put their file's name into the title.
    usable = title and not re.search(r"\.(?:docx?|indd|qxd|tex|pdf)$|^microsoft word|^untitled", title, re.I)
    return Metadata(title=title if usable else None, authors=checked_authors([author]))


def _furniture(pages: Sequence[Sequence[str]]) -> set[str]:
    """Keys of the lines at the head or foot of most pages: running titles and page numbers."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    return {key for key, count in counts.items() if count > len(pages) / 2}


def _edges(page: Sequence[str]) -> list[str]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _key(line: str) -> str:
    """The line without its numbers: page 3 and page 4 are one foot."""
    return re.sub(r"\d+", "0", line.strip())


# --- lines into paragraphs -----------------------------------------------------


def _rows(extracted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Text and role of each paragraph, in order.

    A PDF knows lines, not paragraphs. One that fills the measure goes on in the
    next line, over the end of the page too.
    """
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in extracted]
    furniture = _furniture(pages)
    measure = _measure([line for page in pages for line in page])
    paragraph = ""
    for page in pages:
        edges = _edges(page)
        for line in page:
            if line in edges and _key(line) in furniture:
                yield line, "navigation"
                continue
            paragraph = _joined(paragraph, line)
            if len(line) < _FULL * measure:
                yield paragraph, ""
                paragraph = ""
    if paragraph:
        yield paragraph, ""


_FULL = 0.75  # of the measure: a ragged line is rarely shorter, the last of a paragraph mostly is


def _measure(lines: Sequence[str]) -> int:
    """The length that nine lines of ten do not exceed."""
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _joined(paragraph: str, line: str) -> str:
    """With a blank between words, none between Chinese characters, and a divided word made whole."""
    if not paragraph:
        return line
    if re.search(r"[a-z]-$", paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    wide = _WIDE.match(paragraph[-1]) or _WIDE.match(line)
    return paragraph + ("" if wide else " ") + line


_WIDE = re.compile(f"[{HAN}\u3000-\u30ff\uff00-\uffef]")

FORMAT = Pdf()
