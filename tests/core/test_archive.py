"""A file of one description and some arrays."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from fcgui_core.archive import open_archive, write_archive
from fcgui_core.errors import FileError

FLOATS = np.arange(6, dtype=np.float64).reshape(2, 3)
BYTES = np.frombuffer("имена".encode(), dtype=np.uint8)


def written(path: Path) -> Path:
    write_archive(path, {"format": "x/1", "n": 3}, {"floats": FLOATS.T.copy().T, "bytes": BYTES})
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    with open_archive(written(tmp_path / "a.fcgui")) as (description, file):
        assert description == {"format": "x/1", "n": 3}
        np.testing.assert_array_equal(file.numbers("floats", np.dtype("<f8"), (2, 3)), FLOATS)
        assert file.data("bytes", 100).decode() == "имена"


def test_an_array_of_another_shape_or_type_or_size_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.fcgui")
    for name, dtype, shape in (("floats", "<f4", (2, 3)), ("floats", "<f8", (3, 2)), ("none", "<f8", (2, 3))):
        with pytest.raises(FileError, match=r"a\.fcgui: "), open_archive(path) as (_, file):
            file.numbers(name, np.dtype(dtype), shape)
    for name, limit in (("bytes", 9), ("floats", 100)):
        with pytest.raises(FileError, match="does not fit"), open_archive(path) as (_, file):
            file.data(name, limit)


def test_another_kind_of_file_is_told(tmp_path: Path) -> None:
    other = tmp_path / "w.npz"
    np.savez(other, W1=FLOATS)
    with pytest.raises(FileError, match="not a project file"), open_archive(other):
        pass
    other.write_bytes(b"a,b\n1,2\n")
    with pytest.raises(FileError, match="not a sound"), open_archive(other):
        pass


def test_damaged_files_are_refused_with_a_sentence(tmp_path: Path) -> None:
    whole = written(tmp_path / "a.fcgui").read_bytes()
    rng, damaged = random.Random(1), tmp_path / "b.fcgui"
    sentences = []
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        damaged.write_bytes(data[: rng.randint(1, len(data))] if rng.random() < 0.3 else data)
        try:
            with open_archive(damaged) as (_, file):
                file.numbers("floats", np.dtype("<f8"), (2, 3))
                file.data("bytes", 100)
        except FileError as error:
            sentences.append(str(error))
    assert len(sentences) > 100
    assert all(sentence.startswith("b.fcgui: ") for sentence in sentences)
