"""Nested values with arrays in them, written and read back."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.archive import open_archive, write_archive
from fcgui_core.errors import FileError
from fcgui_core.packing import ARRAY, NOT_FINITE, pack, unpack

STATE = {
    "weights": np.arange(6, dtype=np.float32),
    "generator": {"state": 2**127 + 1, "name": "PCG64"},
    "order": np.array([2, 0, 1]),
    "curves": [np.array([0.5, math.nan]), np.array([True, False])],
    "best": math.inf,
    "position": None,
}


def again(tmp_path: Path, value: Any, most: int = 100) -> Any:
    packed, arrays = pack(value, "state")
    write_archive(tmp_path / "s.fcgui", {"state": packed}, arrays)
    with open_archive(tmp_path / "s.fcgui") as (found, file):
        return unpack(found["state"], file, most)


def test_a_state_comes_back_as_it_was(tmp_path: Path) -> None:
    same = again(tmp_path, STATE)
    assert same["generator"] == STATE["generator"]
    assert same["best"] == math.inf and same["position"] is None
    for before, after in zip([STATE["weights"], STATE["order"], *STATE["curves"]],
                             [same["weights"], same["order"], *same["curves"]], strict=True):  # fmt: skip
        assert after.dtype == before.dtype and after.flags.writeable
        np.testing.assert_array_equal(after, before)


@pytest.mark.parametrize("value", [{1: 2}, object(), np.array(["a"]), {"a": {1, 2}}])
def test_what_cannot_be_written_is_a_mistake_of_the_program(value: Any) -> None:
    with pytest.raises(TypeError):
        pack(value, "x")


@pytest.mark.parametrize(
    "told",
    [
        {ARRAY: "state0", "dtype": "<f4", "shape": [5]},
        {ARRAY: "state0", "dtype": "|O", "shape": [6]},
        {ARRAY: "state0", "dtype": "<f8", "shape": [6]},
        {ARRAY: "state0", "dtype": "<f4", "shape": [-1]},
        {ARRAY: "state0", "dtype": "<f4", "shape": [10**6, 10**6]},
        {ARRAY: "state7", "dtype": "<f4", "shape": [6]},
        {ARRAY: 3, "dtype": "<f4", "shape": [6]},
        {ARRAY: "state0"},
        {NOT_FINITE: "1e999"},
    ],
)
def test_an_array_that_is_not_as_it_was_told_is_refused(tmp_path: Path, told: Any) -> None:
    _, arrays = pack(STATE, "state")
    write_archive(tmp_path / "s.fcgui", {"state": told}, arrays)
    with pytest.raises(FileError, match=r"^s\.fcgui: "), open_archive(tmp_path / "s.fcgui") as (found, file):
        unpack(found["state"], file, 100)
