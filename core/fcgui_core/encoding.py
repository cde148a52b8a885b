"""What a file's bytes are: a table of text and in which encoding, or something else that can be named."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from fcgui_core.errors import TableError

# First bytes of files that people drop on a program for tables, and what to call them.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "an Excel or zip file; save the sheet as CSV first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file; save the sheet as CSV first"),
    (b"%PDF", "a PDF file"),
    (b"PAR1", "a Parquet file; save it as CSV first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x93NUMPY", "a NumPy array"),
    (b"\x89HDF", "an HDF5 file"),
    (b"{\\rtf", "a text document; save the table as CSV first"),
    (b"BZh", "a compressed file; unpack it first"),
    (b"\xfd7zXZ", "a compressed file; unpack it first"),
    (b"Rar!", "a compressed file; unpack it first"),
)

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

CODE_PAGES = ("cp1251", "koi8-r", "cp1252", "latin-1")
COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзб")
PLAIN_SIGNS = frozenset("°€–—’‘“”„«»№±µ²³½£§©®…·×\xa0")


def recognise_encoding(data: bytes, path: Path, whole: bool) -> str:
    """Return the codec of the text that begins with ``data``; ``whole`` says that it is all of the file.

    Order: magic bytes, byte-order marks, zero bytes (UTF-16), strict UTF-8, else the best code page. Raises
    `TableError` for what is no text.
    """
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise TableError(f"this is {name}.", path)
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return codec
    if b"\0" in data:
        return _utf16(data, path)
    if _control_share(data) > 0.02:
        raise TableError("this is a binary file, not a table of text.", path)
    if _is_utf8(data, whole):
        return "utf-8"
    return best_code_page(data)


def _utf16(data: bytes, path: Path) -> str:
    """UTF-16 without a mark: ASCII in it has a zero in every second byte, always on the same side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = max(1, len(data) // 2)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    raise TableError("this is a binary file, not a table of text.", path)


def _control_share(data: bytes) -> float:
    controls = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 26, 27))
    return (len(data) - len(data.translate(None, controls))) / max(1, len(data))


def _is_utf8(data: bytes, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data, whole)
    except UnicodeDecodeError:
        return False
    return True


def best_code_page(data: bytes) -> str:
    """Return the single-byte code page in which the lines with bytes above 127 look most like words."""
    lines = [line for line in data.splitlines() if not line.isascii()][:400]
    sample = b"\n".join(lines)[:40_000]
    return max(CODE_PAGES, key=lambda page: _likeness(sample, page))


def _likeness(sample: bytes, page: str) -> float:
    """Mean score of the characters above 127: letters among letters of their own script score high."""
    text = " " + sample.decode(page, errors="replace") + " "
    scores = list(_scores(text))
    return sum(scores) / max(1, len(scores))


def _scores(text: str) -> Iterator[float]:
    for before, char, after in zip(text, text[1:], text[2:], strict=False):
        if char <= "\x7f":
            continue
        if char == "\ufffd" or "\x80" <= char <= "\x9f":
            yield -3.0
        elif not char.isalpha():
            yield 0.3 if char in PLAIN_SIGNS else -1.0
        elif "\u0400" <= char <= "\u04ff":
            yield _score_cyrillic(before, char, after)
        else:
            yield _score_latin(before, char, after)


def _score_cyrillic(before: str, char: str, after: str) -> float:
    score = 1.0 if char in COMMON_CYRILLIC else 0.0
    for neighbour in (before, after):
        if neighbour.isalpha():
            score += 0.7 if neighbour > "\x7f" else -1.5
    if char.isupper() and before.islower():
        score -= 2.0  # koi8-r read as cp1251, or the other way round, swaps the cases
    return score


def _score_latin(before: str, char: str, after: str) -> float:
    """Score an accented letter: it stands among plain ones; rows of them are another script, read wrongly."""
    score = 1.0 if char.islower() or not before.isalpha() else 0.0
    for neighbour in (before, after):
        if neighbour.isalpha():
            score += 0.5 if neighbour <= "\x7f" else -1.0
    return score
