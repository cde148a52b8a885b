"""A description as one line of text that survives a chat, a mail and a command line: ``fcgui:1eJyr...``.

The line is the JSON of the description, packed by zlib and written in the 64 letters that no shell and no address
touches, behind ``fcgui:`` and the version of the format.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping
from typing import Any

from fcgui_core.errors import FileError
from fcgui_core.strict_json import dump, parse

PREFIX = "fcgui:"
VERSION = "1"
NEWER = tuple("23456789")
MAX_BYTES = 2**20  # of the unpacked description: a line of text is no place for a table


def is_state_text(text: str) -> bool:
    """Whether a text means to be such a line."""
    return text.strip().lower().startswith(PREFIX)


def write_state(description: Mapping[str, Any]) -> str:
    """Return the line; `FileError` if the description is too large for one."""
    plain = dump(description).encode()
    if len(plain) > MAX_BYTES:
        raise FileError("This is too much for a line of text: save it as a project file instead.")
    return f"{PREFIX}{VERSION}{base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode().rstrip('=')}"


def read_state(text: str) -> dict[str, Any]:
    """Return the description in a line; blanks and line ends that a mail put in do not matter. Raises `FileError`."""
    plain = "".join(text.split())
    if not is_state_text(plain):
        raise FileError(f"This text is no state of fcgui: those begin with {PREFIX}")
    version, packed = plain[len(PREFIX) : len(PREFIX) + 1], plain[len(PREFIX) + 1 :]
    if version in NEWER:
        raise FileError("This text was made by a newer version of fcgui.")
    try:
        if version != VERSION:
            raise ValueError("no version")
        data = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        unpacked = unpacking.decompress(data, MAX_BYTES)
        if not unpacking.eof:
            raise ValueError("cut off, or too long")
        return parse(unpacked.decode())
    except (binascii.Error, zlib.error, ValueError):
        raise FileError("This text is damaged or cut off: copy it again as a whole.") from None
