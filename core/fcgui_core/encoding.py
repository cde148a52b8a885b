"""What a file's bytes are: a table of text and in which encoding, or something else that can be named."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from fcgui_core.code_pages import best_code_page
from fcgui_core.errors import TableError
from fcgui_core.text_blocks import FEW_ZEROS, ZEROS_SHARE

__all__ = ["likely_encoding", "recognise_encoding"]

LETTERS_A_BROKEN_ONE = 11  # so many letters beyond ASCII for each broken one: the text is UTF-8, damaged

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

# The same for texts, blanks before it left out.
MARKUP: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"<(!doctype html|html|head|body)\b", re.IGNORECASE), "a web page; save the table as CSV first"),
    (re.compile(rb"<\?xml\b"), "an XML file; save the table as CSV first"),
    (re.compile(rb"[{\[]\s*(\"[^\"\n]*\"\s*:|[{\[]\s*[{\"\d-])"), "a JSON file; save the table as CSV first"),
)

# Blanks and line ends, Ctrl-Z and Escape, and 1, 30 and 31, which some programs write as delimiters.
TEXT_CONTROLS = frozenset((1, 9, 10, 11, 12, 13, 26, 27, 30, 31))

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def recognise_encoding(data: bytes, path: Path, whole: bool) -> str:
    """Return the codec of the text that begins with ``data``; ``whole`` says that it is all of the file.

    Order: magic bytes, byte-order marks, zero bytes (UTF-16), strict UTF-8, else the best code page. Raises
    `TableError` for what is no text.
    """
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise TableError(f"this is {name}.", path)
    start = data[:400].removeprefix(codecs.BOM_UTF8).lstrip()
    for pattern, name in MARKUP:
        if pattern.match(start):
            raise TableError(f"this is {name}.", path)
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return codec
    if b"\0" in data:
        wide = _with_zeros(data, path)
        if wide:
            return wide
    if _control_share(data) > 0.02 or data.count(0) > max(FEW_ZEROS, ZEROS_SHARE * len(data)):
        raise TableError("this is a binary file, not a table of text.", path)
    if _is_utf8(data, whole):
        return "utf-8"
    return likely_encoding(data)


def likely_encoding(data: bytes) -> str:
    """Return the encoding of bytes that are no UTF-8 throughout: a code page, or UTF-8 but for a few broken letters.

    In a code page all letters of such a text would be wrong.
    """
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore"))
    return "utf-8" if letters >= LETTERS_A_BROKEN_ONE * broken else best_code_page(data)


def _with_zeros(data: bytes, path: Path) -> str:
    """UTF-16 or UTF-32 without a mark: what is plain ASCII in it has zero bytes, always on the same side; else ""."""
    whole = data[: len(data) // 4 * 4]
    zeros = [whole[at::4].count(0) for at in range(4)]
    quarter = max(1, len(whole) // 4)
    if zeros[2] == zeros[3] == quarter and not zeros[0]:
        return _if_text(whole, "utf-32-le", path)
    if zeros[0] == zeros[1] == quarter and not zeros[3]:
        return _if_text(whole, "utf-32-be", path)
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = max(1, len(data) // 2)
    if odd > 0.05 * half and even < 0.1 * odd:
        return _if_text(data[: half * 2], "utf-16-le", path)
    if even > 0.05 * half and odd < 0.1 * even:
        return _if_text(data[: half * 2], "utf-16-be", path)
    return ""


def _if_text(data: bytes, codec: str, path: Path) -> str:
    """Return the codec if the bytes are text in it: letters, no control characters."""
    text = data.decode(codec, errors="replace")
    if "\n" not in text and "\r" not in text and sum(char < "\x80" for char in text) < 0.3 * len(text):
        raise TableError("this is a binary file, not a table of text.", path)
    odd = sum(not (char.isprintable() or char.isspace() or char in "\0\ufeff") for char in text[:20_000])
    if odd > 0.02 * min(len(text), 20_000):
        raise TableError("this is a binary file, not a table of text.", path)
    return codec


def _control_share(data: bytes) -> float:
    controls = bytes(code for code in range(1, 32) if code not in TEXT_CONTROLS)  # zeros are counted apart
    return (len(data) - len(data.translate(None, controls))) / max(1, len(data))


def _is_utf8(data: bytes, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data, whole)
    except UnicodeDecodeError:
        return False
    return True
