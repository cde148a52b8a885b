"""A file of one description and some arrays: a zip of .npy members that is written whole and read without trust.

The description is JSON in a member of its own; it says what arrays there are and of which type and shape, and a reader
takes an array only if its header says the same (`npz.Npz`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import FcguiError, FileError
from fcgui_core.files import atomic_write
from fcgui_core.npz import Npz, open_npz
from fcgui_core.strict_json import dump, parse

DESCRIPTION = "description"
MAX_DESCRIPTION_BYTES = 2**26


def write_archive(path: Path | str, description: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write both to ``path``, wholly or not at all; ``arrays`` hold no objects. Raises `FileError`."""
    members = {name: _plain(array) for name, array in arrays.items()}
    members[DESCRIPTION] = np.frombuffer(dump(description).encode(), dtype=np.uint8)
    with atomic_write(path) as file:
        np.savez_compressed(file, **members)  # type: ignore[arg-type]  # its stub takes the names for allow_pickle


@contextmanager
def open_archive(path: Path | str) -> Iterator[tuple[dict[str, Any], Npz]]:
    """Give the description and the file whose arrays can be asked for. Raises `FileError` for all that is not sound."""
    path = Path(path)
    with open_npz(path) as file:
        if DESCRIPTION not in file.names:
            raise FileError(f"{path.name}: this is not a project file of fcgui.")
        try:
            yield parse(file.data(DESCRIPTION, MAX_DESCRIPTION_BYTES).decode()), file
        except FcguiError as error:
            told = str(error).startswith(f"{path.name}: ")
            raise FileError(str(error) if told else f"{path.name}: {error}") from None


def _plain(array: NDArray[Any]) -> NDArray[Any]:
    """C-ordered, little-endian: what the reader expects."""
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
