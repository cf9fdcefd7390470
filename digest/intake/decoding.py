"""Bytes into text, once: by byte order mark, strict UTF-8, what the file declares, then by its statistics.

The order matters. Strict UTF-8 cannot be met by accident, a declared charset is
often a lie, and statistics are last because ten characters are all they may get.
chardet 7 is asked for the encodings articles come in and no other: left alone
it reads GB 18030 with one bad byte as an IBM mainframe's.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from digest.errors import IntakeError
from digest.language import mojibake
from digest.language.lazy import regex
from digest.language.script import is_common


@dataclass(frozen=True, slots=True)
class Decoded:
    """``encoding`` is Python's name of the codec, e.g. ``utf-8``, ``gb18030``, ``utf-16-le``."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a zip archive or an Office file", "unpack it, or name it .docx"),
    (b"\x89PNG", "a PNG picture", ""),
    (b"\xff\xd8\xff", "a JPEG picture", ""),
    (b"GIF8", "a GIF picture", ""),
    (b"\x1f\x8b", "gzip data", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as .docx or .txt"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90", "a program", ""),
    (b"SQLite format 3", "a database", ""),
    (b"ID3", "an MP3 recording", ""),
    (b"OggS", "an Ogg recording", ""),
)
# Names on the left are what pages declare and mean the wider set (as browsers have it).
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
_ASIAN = ("gb18030", "big5", "big5hkscs", "cp950", "shift_jis", "cp932", "euc-jp", "euc-kr", "cp949")
_LATIN = ("iso-8859-1", "iso-8859-2", "iso-8859-15", "windows-1250", "windows-1252", "windows-1254")
_OTHER = ("windows-1251", "windows-1253", "koi8-r")  # alphabets whose every letter is a high byte
_SAMPLE = 65_536
_REMEDY = "if it is a text, save it as UTF-8"
_ODD = regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
_ICON = regex("[\ue000-\uf8ff]")
_SHARE_OF_ICONS = 0.2
"""Of a UTF-8 text: buttons whose signs a page's own font has, fewer than one that hides the letters has."""
_JUNK_SHARE = 0.02  # of odd characters; a damaged article has less, another kind of file far more


def decode(data: bytes, path: str, declared: str = "") -> Decoded:
    """The text of *data*, exactly: line ends and odd characters stay, a byte order mark goes.

    *declared* is the charset that a page or a mail names. Raises `IntakeError`
    (place *path*) for what is no text in any encoding that articles come in.
    """
    for start, kind, remedy in _KINDS:
        if data.startswith(start):
            raise IntakeError(path, f"{kind}, not text", remedy)
    decoded = _marked(data) or _utf8(data) or _utf16(data)
    if decoded is None and b"\0" in data:
        raise IntakeError(path, f"a binary file, not text (byte 0 at {data.index(0)})")
    if decoded is None:
        decoded = _declared(data, declared) or _nearly_utf8(data) or _guessed(data)
    if decoded is None:
        raise IntakeError(path, "in no encoding that digest knows", _REMEDY)
    _refuse_junk(decoded, path)
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding, "replace")
    return None


def _try(data: bytes, encoding: str, errors: str = "strict") -> Decoded | None:
    try:
        return Decoded(data.decode(encoding, errors), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf8(data: bytes) -> Decoded | None:
    return None if b"\0" in data[:_SAMPLE] else _try(data, "utf-8")


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: one byte order makes sense of it and the other does not."""
    if len(data) < 4 or (b"\0" not in data and not _looks_wide(data)):
        return None
    data = data[: len(data) // 2 * 2]
    sense = {order: _sense(data[:_SAMPLE], order) for order in ("utf-16-le", "utf-16-be")}
    best = max(sense, key=lambda order: sense[order])
    if sense[best] < 0.9 or min(sense.values()) > 0.7:
        return None
    return _try(data, best, "replace")


def _looks_wide(data: bytes) -> bool:
    """Chinese in UTF-16: every other byte is one of the few high bytes of the block (4E to 9F, 30, FF)."""
    for first in (0, 1):
        high = data[first:2048:2]
        if (
            sum(byte in _HIGH_BYTES for byte in high) > 0.95 * len(high)
            and len(set(data[1 - first : 2048 : 2])) > 8
        ):
            return True
    return False


_HIGH_BYTES = frozenset((*range(0x4E, 0xA0), 0x30, 0xFF, 0x20, 0x00))
_SENSIBLE = regex("[\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u2027\u3000-\u30ff\uff00-\uff5e]")
_HAN = regex("[\u4e00-\u9fff]")


def _sense(data: bytes, encoding: str) -> float:
    """The share of characters that texts are made of: the wrong byte order gives rare Chinese."""
    text = data.decode(encoding, "replace")[:4000]
    good = len(_SENSIBLE.findall(text)) + sum(map(is_common, _HAN.findall(text)))
    return good / max(1, len(text))


def _declared(data: bytes, declared: str) -> Decoded | None:
    name = declared.strip().lower()
    if not name or name in ("utf-8", "utf8"):
        return None
    decoded = _try(data, _MEANT.get(name, name))
    return decoded if decoded and _share_of_junk(decoded.text) <= _JUNK_SHARE else None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, such as a text cut off in the middle of a character."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(map(len, re.findall("[\u0080-\ufffc\U00010000-\U0010ffff]+", text)))
    return Decoded(text, "utf-8") if whole > 20 * broken else None


def _guessed(data: bytes) -> Decoded | None:
    import chardet

    sample = data[: 4 * _SAMPLE]
    candidates = (*_ASIAN, *_LATIN, *(_OTHER if _mostly_high(sample) else ()))
    guess = chardet.detect(sample, include_encodings=candidates, no_match_encoding="utf-8")
    name = str(guess["encoding"] or "utf-8").lower()
    if name.startswith(("windows-", "iso-8859", "koi8", "utf-8")):
        chinese = _nearly_chinese(data)
        if chinese:
            return chinese
    if name == "utf-8":  # strict UTF-8 has failed already: nothing fits
        return None
    encoding = _MEANT.get(name, name)
    return _try(data, encoding) or _try(data, encoding, "replace")


def _mostly_high(data: bytes) -> bool:
    high = sum(byte >= 0x80 for byte in data[:_SAMPLE])
    letters = sum(chr(byte).isalpha() for byte in data[:_SAMPLE] if byte < 0x80)
    return high > letters / 2


def _nearly_chinese(data: bytes) -> Decoded | None:
    """GB 18030 or Big5 with a few broken bytes, which statistics take for a Latin alphabet."""
    for encoding in ("gb18030", "big5hkscs"):
        text = data.decode(encoding, "replace")
        han = _HAN.findall(text[:_SAMPLE])
        broken = text[:_SAMPLE].count("\ufffd")
        if len(han) > max(8, 20 * broken) and sum(map(is_common, han)) > 0.9 * len(han):
            return Decoded(text, encoding)
    return None


def _share_of_junk(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_ODD.findall(sample)) / max(1, len(sample))


def _refuse_junk(decoded: Decoded, path: str) -> None:
    sample = decoded.text[:_SAMPLE]
    if _ODD.search(sample) is None:
        return
    icons = len(_ICON.findall(sample)) if decoded.encoding.startswith("utf-8") else 0
    share = _share_of_junk(_ICON.sub(" ", sample) if icons < _SHARE_OF_ICONS * len(sample) else sample)
    # UTF-8 read as Windows-1252 is full of control codes, and can be read aright again.
    if share > _JUNK_SHARE and _share_of_junk(mojibake.repair(decoded.text[:_SAMPLE])) > _JUNK_SHARE:
        fact = f"not text (read as {decoded.encoding}, {share:.0%} of it are no characters)"
        raise IntakeError(path, fact, _REMEDY)
