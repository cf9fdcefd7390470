"""EPUB 3.3: the issue as a small book with a table of contents, by the standard library alone.

The same issue gives the same bytes: entries in a fixed order, with a fixed
time, and an identifier that follows from the issue's own.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from digest.model import Issue, Rendering

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP file can hold."""


class Epub:
    suffix = ".epub"

    def write(self, issue: Issue, rendering: Rendering) -> bytes:
        from digest.rendering import look, press
        from digest.rendering.templating import fill

        page = press.laid_out(issue, rendering.language)
        folders = look.load(look.GROUND).folders
        values = {
            "page": page,
            "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, 'digest:' + issue.id)}",
            "modified": f"{issue.as_of}T00:00:00Z",
        }
        # The format wants its name first and uncompressed (OCF 3.3, section 4.3).
        entries = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", _CONTAINER)]
        for name in ("package.opf", "contents.xhtml", "issue.xhtml"):
            entries.append((f"book/{name}", fill(f"epub/{name}", folders, page.lang, values)))
        return _zipped(entries)


def _zipped(entries: list[tuple[str, str]]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # else the bytes depend on the system they are made on
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode())
    return packed.getvalue()


WRITER = Epub()
