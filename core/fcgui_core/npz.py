"""Reading a .npz without trusting it: every header is checked before any data is taken into memory."""

from __future__ import annotations

import io
import math
import stat
import tokenize
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from fcgui_core.errors import FileError

MAX_FILE_BYTES = 2**30
MAX_MEMBERS = 1_000
MAX_HEADER_BYTES = 4_096
MAX_TEXT_BYTES = 2**26  # one array of texts
MOST_UNPACKED = 200  # times its packed length: texts are packed to a tenth; what is more was made to fill memory

# What zipfile, zlib and NumPy's header parser raise on damaged bytes.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, ValueError, TypeError, OverflowError,
    NotImplementedError, RuntimeError, SyntaxError, MemoryError, UnicodeError,
)  # fmt: skip


class Npz:
    """An open .npz; each array is read only if its header says what the caller expects."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, most_members: int = MAX_MEMBERS) -> None:
        self._path, self._archive = path, archive
        entries = archive.infolist()
        self._entries = {entry.filename.removesuffix(".npy"): entry for entry in entries}
        if len(entries) > most_members or len(self._entries) != len(entries):
            raise FileError(f"{path.name}: this file has too many parts, or two of the same name.")

    @property
    def names(self) -> set[str]:
        """The names of the arrays."""
        return set(self._entries)

    def numbers(
        self, name: str, dtype: np.dtype[Any], shape: tuple[int, ...], *, nan: bool = False, infinite: bool = False
    ) -> NDArray[Any]:
        """Return an array of numbers of exactly this dtype and shape, read-only.

        All are finite, unless ``nan`` or ``infinite`` says that such may be among them.
        """
        data = self._data(name, lambda found: found == (dtype, shape), math.prod(shape) * dtype.itemsize)
        array = np.frombuffer(data, dtype=dtype).reshape(shape)
        if (not infinite and np.isinf(array).any()) or (not nan and np.isnan(array).any()):
            raise FileError(f"{self._path.name}: {name} holds a number that is not finite.")
        return array

    def data(self, name: str, limit: int | None = None) -> bytes:
        """Return an array of bytes of any length up to ``limit``; None: up to what its packed length makes likely."""
        if limit is None:
            limit = 0 if name not in self._entries else most_unpacked(self._entries[name])

        def is_bytes(found: tuple[np.dtype[Any], tuple[int, ...]]) -> bool:
            return found[0] == np.uint8 and len(found[1]) == 1 and found[1][0] <= limit

        return self._open(name, is_bytes, None, limit)[1]

    def texts(self, name: str, n: int | None) -> tuple[str, ...]:
        """Return an array of ``n`` texts, or the single text of a 0-d array for ``n`` None."""
        shape = () if n is None else (n,)

        def is_text(found: tuple[np.dtype[Any], tuple[int, ...]]) -> bool:
            return found[0].kind == "U" and found[0].itemsize > 0 and found[1] == shape

        found, data = self._open(name, is_text, None)
        if len(data) != math.prod(shape) * found.itemsize:
            raise self._damaged(name)
        return tuple(str(text) for text in np.frombuffer(data, dtype=found))

    def _data(self, name: str, accepts: Any, size: int) -> bytes:
        return self._open(name, accepts, size)[1]

    def _open(
        self, name: str, accepts: Any, size: int | None, most: int = MAX_TEXT_BYTES
    ) -> tuple[np.dtype[Any], bytes]:
        """Return the dtype and exactly the bytes of one array whose header is accepted, at most ``most`` of them."""
        entry = self._entries.get(name)
        if entry is None:
            raise FileError(f"{self._path.name}: {name} is not in this file.")
        limit = most if size is None else size
        # the length that the archive declares is held against the expected one before anything is unpacked
        if entry.flag_bits & 1 or entry.file_size > limit + MAX_HEADER_BYTES:
            raise self._damaged(name)
        with self._archive.open(entry) as file:
            dtype, shape = _header(file)
            if not accepts((dtype, shape)):
                raise FileError(
                    f"{self._path.name}: {name} has the shape {shape} and type {dtype}, which does not fit."
                )
            data = file.read(limit + 1)
        if size is not None and len(data) != size:
            raise self._damaged(name)
        return dtype, data

    def _damaged(self, name: str) -> FileError:
        return FileError(f"{self._path.name}: {name} is damaged.")


def most_unpacked(entry: zipfile.ZipInfo) -> int:
    """Return how many bytes of texts are taken out of a part of an archive."""
    return max(MAX_TEXT_BYTES, MOST_UNPACKED * entry.compress_size)


def _header(file: Any) -> tuple[np.dtype[Any], tuple[int, ...]]:
    """Return dtype and shape of an .npy stream; `ValueError` for all but plain little-endian C-order."""
    version = npy.read_magic(file)
    if version != (1, 0):
        raise ValueError("version")
    length = int.from_bytes(file.read(2), "little")
    if length > MAX_HEADER_BYTES:
        raise ValueError("header")
    header = io.BytesIO(length.to_bytes(2, "little") + file.read(length))
    try:
        shape, fortran, dtype = npy.read_array_header_1_0(header, max_header_size=MAX_HEADER_BYTES)
    except tokenize.TokenError:  # NumPy's second try, with headers that are no Python
        raise ValueError("header") from None
    sound = not fortran and all(type(size) is int and size >= 0 for size in shape) and dtype.byteorder in "<=|"
    if not sound or dtype.hasobject:
        raise ValueError("header")
    return dtype, tuple(shape)


@contextmanager
def open_npz(
    path: Path, data: bytes | None = None, *, most_bytes: int = MAX_FILE_BYTES, most_members: int = MAX_MEMBERS
) -> Iterator[Npz]:
    """Open a .npz for strict reading. Raises `FileError`, also for damage found inside the block.

    With ``data`` these bytes are read instead of the file, and ``path`` only gives them a name.
    """
    try:
        if data is None:
            _check_file(path, most_bytes)
        with zipfile.ZipFile(path if data is None else io.BytesIO(data)) as archive:
            yield Npz(path, archive, most_members)
    except FileError:
        raise
    except FileNotFoundError:
        raise FileError(f"{path.name}: there is no such file.") from None
    except OSError as error:
        raise FileError(f"{path.name}: cannot be read: {(error.strerror or str(error)).lower()}.") from None
    except DAMAGE:
        raise FileError(f"{path.name}: this is not a sound .npz file.") from None


def _check_file(path: Path, most_bytes: int) -> None:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{path.name}: this is not an ordinary file.")
    if found.st_size > most_bytes:
        raise FileError(f"{path.name}: this file is too large to be opened.")
