"""The bytes of a file, unpacked where it is compressed, with bounds: a small file never fills the memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from fcgui_core.errors import TableError

ENDINGS = (".gz", ".bz2", ".xz", ".zip")
OPENERS: tuple[tuple[bytes, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ", lzma.open),
)
# What is packed more tightly than any table, and long, was made to fill somebody's memory.
MAX_RATIO, MAX_UNPACKED = 100, 1 << 25
UNREADABLE = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError)


class Source:
    """A file that is read from its beginning, perhaps several times; ``size`` is its length on the disk.

    ``data`` are bytes to be read in its place (a sheet of a workbook, written as text).
    """

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        self.path, self._data = path, data
        self.size = len(data) if data is not None else _ordinary_size(path)

    def open(self, stack: ExitStack) -> Stream:
        """Return the stream of its unpacked bytes, closed with ``stack``."""
        packed: IO[bytes] = io.BytesIO(self._data) if self._data is not None else self.path.open("rb")
        stack.enter_context(packed)
        return Stream(self.path, packed, packed if self._data is not None else _unpacked(packed, self.path, stack))


class Stream:
    """Unpacked bytes; ``position`` is how much of the file on the disk has been read."""

    def __init__(self, path: Path, packed: IO[bytes], unpacked: Any) -> None:
        self._path, self._packed, self._unpacked, self._length = path, packed, unpacked, 0

    @property
    def position(self) -> int:
        """How many bytes of the file have been read."""
        return self._packed.tell()

    def read(self, size: int) -> bytes:
        """Return up to ``size`` bytes, empty at the end. Raises `TableError` for what unpacks without end."""
        try:
            data: bytes = self._unpacked.read(size)
        except UNREADABLE as error:
            if self._unpacked is self._packed:
                raise
            raise unreadable(self._path, error, "the compressed file is broken") from None
        self._length += len(data)
        if self._length > MAX_UNPACKED and self._length > MAX_RATIO * max(1, self.position):
            raise TableError("unpacked, this file is more than a hundred times as long; unpack it first.", self._path)
        return data


def _ordinary_size(path: Path) -> int:
    """The length of an ordinary file; a folder, a pipe or a device is refused before it is opened."""
    try:
        about = path.stat()
    except FileNotFoundError:
        raise TableError("there is no such file.", path) from None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if stat.S_ISDIR(about.st_mode):
        raise TableError("this is a folder, not a file.", path)
    if not stat.S_ISREG(about.st_mode):
        raise TableError("this is not an ordinary file.", path)
    return about.st_size


def _unpacked(packed: IO[bytes], path: Path, stack: ExitStack) -> Any:
    magic = packed.read(6)
    packed.seek(0)
    for start, opener in OPENERS:
        if magic.startswith(start):
            return stack.enter_context(opener(packed))
    if magic.startswith(b"PK\x03\x04"):
        try:
            archive = stack.enter_context(zipfile.ZipFile(packed))
        except UNREADABLE:
            raise TableError("cannot be read: this zip archive or Excel workbook is broken.", path) from None
        return stack.enter_context(archive.open(_only_member(archive, path)))
    return packed


def _only_member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The one file in a zip archive; a workbook is an archive too, and is read by others."""
    members = [member for member in archive.infolist() if not member.is_dir() and not _is_clutter(member.filename)]
    if any(member.filename in ("[Content_Types].xml", "mimetype") for member in members):
        raise TableError("this is an office document; save the sheet as CSV first.", path)
    if len(members) != 1:
        raise TableError(f"this archive holds {len(members)} files; unpack it and open one of them.", path)
    if members[0].flag_bits & 1:
        raise TableError("this archive asks for a password; unpack it first.", path)
    return members[0]


def _is_clutter(name: str) -> bool:
    """Whether a member of an archive was put there by macOS or Windows."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")


def unreadable(path: Path, error: BaseException, what: str = "") -> TableError:
    """The sentence for a file that the system or the unpacking refuses."""
    said = str(getattr(error, "strerror", None) or error).strip().rstrip(".").lower() or type(error).__name__
    return TableError(f"cannot be read: {what} ({said})." if what else f"cannot be read: {said}.", path)


def table_name(path: Path) -> str:
    """Return what a table is called: the file's name without its endings; "?" for bytes of it that are no letters."""
    name = path.name.encode("utf-8", "replace").decode()
    for ending in ENDINGS:
        if name.lower().endswith(ending) and len(name) > len(ending):
            name = name[: -len(ending)]
    return Path(name).stem or name
