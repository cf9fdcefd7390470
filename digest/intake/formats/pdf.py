"""A PDF with a text layer, page by page. Needs the extra ``pdf``.

The source text is what pypdf extracts, pages parted by a form feed. Lines that
stand at the head or foot of most pages are the page's, not the article's.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.errors import IntakeError
from digest.intake.formats.txt import lines_of
from digest.intake.page.head import checked_authors, tidy
from digest.intake.raw import Raw, article
from digest.model import Article, Line, Metadata

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
        text = "\f".join(page.encode("utf-8", "replace").decode() for page in pages)
        if not text.strip("\f \n\r\t"):
            raise IntakeError(raw.path, "a PDF without a text layer (a scan)", "run it through OCR first")
        lines = _without_furniture(text, lines_of(text))
        return (article(raw, self.name, text, lines, encoding="pdf", entry="text", metadata=claims),)


def _claims(found: Any) -> Metadata:
    """What the document says of itself; the date a PDF was made is not one of publication."""
    title = tidy(str(found.title or "")) if found else ""
    author = str(found.author or "") if found else ""
    # Word processors put their file's name into the title.
    usable = title and not re.search(r"\.(?:docx?|indd|qxd|tex|pdf)$|^microsoft word|^untitled", title, re.I)
    return Metadata(title=title if usable else None, authors=checked_authors([author]))


def _without_furniture(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Running heads, feet and page numbers get the role ``aside``."""
    pages = _pages(text, lines)
    if len(pages) < _FEWEST_PAGES:
        return lines
    edges = [set(page[:_EDGE] + page[-_EDGE:]) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(lines[at]) for at in edge})
    common = {key for key, count in counts.items() if count > len(pages) / 2}
    aside = {at for edge in edges for at in edge if _key(lines[at]) in common}
    return tuple(replace(line, role="aside") if at in aside else line for at, line in enumerate(lines))


def _pages(text: str, lines: Sequence[Line]) -> list[list[int]]:
    """Indices of the lines that are not blank, page by page."""
    pages: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if line.text.strip():
            pages[-1].append(at)
        if text[line.end : line.end + 1] == "\f":
            pages.append([])
    return [page for page in pages if page]


def _key(line: Line) -> str:
    """The line without its numbers: page 3 and page 4 are one foot."""
    return re.sub(r"\d+", "0", line.text.strip())


FORMAT = Pdf()
