"""Nested values with arrays in them, as plain values and named arrays: how the state of a training is written."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import FileError
from fcgui_core.npz import Npz

ARRAY = "\0array"  # the key that marks a place where an array stood; no name of ours begins with a zero byte
NOT_FINITE = "\0float"
DTYPES = ("<f4", "<f8", "<i4", "<i8", "|u1", "|b1")


def pack(value: Any, name: str) -> tuple[Any, dict[str, NDArray[Any]]]:
    """Return ``value`` with every array replaced by its dtype, its shape and the name under which it is in the dict.

    ``value`` is made of dicts with texts as keys, lists, tuples (they become lists), numbers, texts, None and arrays of
    `DTYPES`. The arrays are called ``name0``, ``name1``, ... Raises `TypeError` for anything else.
    """
    arrays: dict[str, NDArray[Any]] = {}

    def packed(part: Any) -> Any:
        if isinstance(part, np.ndarray):
            key, dtype = f"{name}{len(arrays)}", part.dtype.newbyteorder("<").str
            if dtype not in DTYPES:
                raise TypeError(f"arrays of {part.dtype} are not packed")
            arrays[key] = part
            return {ARRAY: key, "dtype": dtype, "shape": list(part.shape)}
        if isinstance(part, dict):
            if not all(isinstance(key, str) for key in part):
                raise TypeError("the keys of a packed dict are texts")
            return {key: packed(inner) for key, inner in part.items()}
        if isinstance(part, (list, tuple)):
            return [packed(inner) for inner in part]
        if isinstance(part, float) and not math.isfinite(part):
            return {NOT_FINITE: repr(part)}
        if isinstance(part, np.generic):
            return packed(part.item())
        if part is None or isinstance(part, (bool, int, float, str)):
            return part
        raise TypeError(f"{type(part).__name__} is not packed")

    return packed(value), arrays


def unpack(value: Any, file: Npz, most: int) -> Any:
    """Return what `pack` was given (lists where it had tuples); no array has more than ``most`` numbers.

    Raises `FileError` for arrays that are not as they were told.
    """
    if isinstance(value, dict):
        if ARRAY in value:
            return _array(value, file, most)
        if NOT_FINITE in value:
            return _not_finite(value[NOT_FINITE])
        return {key: unpack(inner, file, most) for key, inner in value.items()}
    if isinstance(value, list):
        return [unpack(inner, file, most) for inner in value]
    return value


def _array(told: dict[str, Any], file: Npz, most: int) -> NDArray[Any]:
    name, dtype, shape = told[ARRAY], told.get("dtype"), told.get("shape")
    sound = isinstance(name, str) and dtype in DTYPES and isinstance(shape, list)
    if not sound or not all(type(size) is int and size >= 0 for size in shape or ()):
        raise FileError("A part of this file is damaged.")
    assert isinstance(shape, list)
    if math.prod(shape) > most:
        raise FileError("A part of this file is larger than it can be.")
    array = file.numbers(str(name), np.dtype(str(dtype)), tuple(shape), nan=True, infinite=True)
    return array.copy()  # what goes on being used may be written to


def _not_finite(text: Any) -> float:
    if text not in ("nan", "inf", "-inf"):
        raise FileError("A part of this file is damaged.")
    return float(text)
