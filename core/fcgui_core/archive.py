"""A file of one description and some arrays: a zip of .npy members that is written whole and read without trust.

The description is JSON in a member of its own; it says what arrays there are and of which type and shape, and a reader
takes an array only if its header says the same (`npz.Npz`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import FcguiError, FileError
from fcgui_core.files import atomic_write
from fcgui_core.npz import MAX_HEADER_BYTES, Npz, most_unpacked, open_npz
from fcgui_core.strict_json import dump, parse

DESCRIPTION = "description"
MAX_BYTES = 2**34  # of the file
MAX_MEMBERS = 2**18  # two for each column of a table


def write_archive(path: Path | str, description: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write both to ``path``, wholly or not at all; ``arrays`` hold no objects.

    Raises `FileError`, also for what `open_archive` would refuse to read.
    """
    members = {name: _plain(array) for name, array in arrays.items()}
    members[DESCRIPTION] = np.frombuffer(dump(description).encode(), dtype=np.uint8)
    with atomic_write(path) as file:
        np.savez_compressed(file, **members)  # type: ignore[arg-type]  # its stub takes the names for allow_pickle
        _check(file, {f"{name}.npy" for name, array in members.items() if array.dtype == np.uint8})


@contextmanager
def open_archive(path: Path | str) -> Iterator[tuple[dict[str, Any], Npz]]:
    """Give the description and the file whose arrays can be asked for. Raises `FileError` for all that is not sound."""
    path = Path(path)
    with open_npz(path, most_bytes=MAX_BYTES, most_members=MAX_MEMBERS) as file:
        if DESCRIPTION not in file.names:
            raise FileError(f"{path.name}: this is not a project file of fcgui.")
        try:
            yield parse(file.data(DESCRIPTION).decode()), file
        except FcguiError as error:
            told = str(error).startswith(f"{path.name}: ")
            raise FileError(str(error) if told else f"{path.name}: {error}") from None


def _check(file: BinaryIO, texts: set[str]) -> None:
    """Raise `FileError` for an archive that could not be read again."""
    size = file.tell()
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
    long = any(
        entry.file_size > most_unpacked(entry) + MAX_HEADER_BYTES for entry in entries if entry.filename in texts
    )
    if long or size > MAX_BYTES or len(entries) > MAX_MEMBERS:
        raise FileError("This table is too large for a project file: let the project leave it in its own file.")


def _plain(array: NDArray[Any]) -> NDArray[Any]:
    """C-ordered, little-endian: what the reader expects."""
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
