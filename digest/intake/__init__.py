"""Stage 1: files -> articles. Bytes are read once, decoded once, and never looked at again.

`walk` lists what there is to read and what is passed over, `read` turns one
file into its articles. A format is one file in ``formats/``. Nothing is judged
here: what a page claims about its author or date is `Metadata`, and every line
stays, with the role that the markup gives it.
"""

from __future__ import annotations

from digest.intake.folder import UNREADABLE_FOLDER, WRITTEN, Found, is_folder, walk
from digest.intake.reading import FORMATS, MAX_BYTES, UNKNOWN_KIND, read, read_bytes, readable

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "UNKNOWN_KIND",
    "UNREADABLE_FOLDER",
    "WRITTEN",
    "Found",
    "is_folder",
    "read",
    "read_bytes",
    "readable",
    "walk",
]
