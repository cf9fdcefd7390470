"""A Word document: its paragraphs and the cells of its tables, in order. Needs the extra ``docx``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from digest.errors import IntakeError
from digest.intake.page.checks import checked_authors, tidy
from digest.intake.raw import Raw, article, from_rows
from digest.model import Article, Metadata

_ROLES = {"title": "title", "heading": "heading", "caption": "caption", "quote": "quote", "list": "list"}


@dataclass(frozen=True)
class Word:
    name: str = "docx"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, raw: Raw) -> tuple[Article, ...]:
        try:
            import docx
        except ImportError as error:
            remedy = "pip install 'article-digest[docx]'"
            raise IntakeError(raw.path, "a Word document needs the package python-docx", remedy) from error
        try:
            document = docx.Document(io.BytesIO(raw.data))
            paragraphs = list(_paragraphs(document))
            claims = _claims(document.core_properties)
        except Exception as error:  # python-docx raises whatever zip and XML readers do
            raise IntakeError(raw.path, "a Word document that cannot be read", "save it again") from error
        if not any(text.strip() for text, _ in paragraphs):
            raise IntakeError(raw.path, "a Word document without text", "remove it")
        text, lines = from_rows(paragraphs)
        return (article(raw, self.name, text, lines, encoding="docx", entry="text", metadata=claims),)


def _paragraphs(document: Any) -> Iterator[tuple[str, str]]:
    """Text, on one line, and role of each paragraph; a table gives a paragraph a cell."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in dict.fromkeys(row.cells):  # a merged cell comes once for each column
                    yield " ".join(cell.text.split("\n")), ""
        else:
            for line in block.text.split("\n"):
                yield line.replace("\r", " "), _role(block)


def _role(paragraph: Any) -> str:
    style = str(getattr(paragraph.style, "name", "") or "").lower()
    return next((role for word, role in _ROLES.items() if style.startswith(word)), "")


def _claims(properties: Any) -> Metadata:
    """The date a document was made is not one of publication."""
    return Metadata(
        title=tidy(properties.title or "") or None,
        authors=checked_authors([properties.author or ""]),
        language=(properties.language or "")[:2].lower() or None,
    )


FORMAT = Word()
