"""A table of articles (CSV, TSV), as scrapers and spreadsheets export it: an article a row.

The first row names the fields. A recogniser's table of times and what was said is one transcript.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from digest.errors import IntakeError
from digest.intake import records
from digest.intake.decoding import decode
from digest.intake.entries import articles
from digest.intake.fields import has_text
from digest.intake.raw import Raw
from digest.model import Article

_BETWEEN = (",", "\t", ";", "|")


@dataclass(frozen=True)
class Table:
    name: str = "csv"
    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        limit = csv.field_size_limit(len(decoded.text) + 1)  # an article is longer than 128 kB now and then
        try:
            rows = _rows(decoded.text)
        except csv.Error as error:
            raise IntakeError(raw.path, f"no table that can be read ({error})", "export it again") from error
        finally:
            csv.field_size_limit(limit)
        if rows is None:
            raise IntakeError(
                raw.path, "a table without a column of texts", "call one content, text, body or 正文"
            )
        entries = records.entries(rows)
        if not entries:
            raise IntakeError(raw.path, "a table without rows", "remove it or export it again")
        return articles(raw, self.name, entries, decoded.encoding)


def _rows(text: str) -> list[dict[str, str]] | None:
    """The rows as records; None when no column is one of texts, whatever stands between the columns."""
    text = text.removeprefix("\ufeff")
    for between in _BETWEEN:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=between)
        head = next(table, [])
        if has_text(dict.fromkeys(head)):
            return [dict(zip(head, row, strict=False)) for row in table if any(map(str.strip, row))]
    return None


FORMAT = Table()
