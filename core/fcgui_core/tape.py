"""A recorded computation: a flat list of ready NumPy calls that is replayed without any Python in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from operator import call
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

# OpenBLAS multiplies without copying its operands up to 100^3 multiply-adds (its "small matrix" kernels), a
# fifth faster; so the products of a long batch with a small matrix are taken in parts below that.
SMALL_PRODUCT = 1_000_000
LONG, SHORTEST_PART = 1024, 64  # rows


def _parts(length: int, each: int) -> list[slice]:
    """Equal parts of ``length`` rows that cost ``each`` multiply-adds a row; none where parts do not pay."""
    size = SMALL_PRODUCT // each
    if length < LONG or size < SHORTEST_PART or size >= length:
        return []
    size = -(-length // -(-length // size))
    return [slice(start, start + size) for start in range(0, length, size)]


class Tape:
    """Calls bound to their arrays, in order.

    ``tape.add(np.tanh, z, h)`` does not compute anything: it notes "h = tanh(z)".  ``replay()`` carries out
    all notes; the arrays are always the same ones, only their contents change.  Outputs are positional
    arguments, so that nothing is allocated and no keyword is parsed while replaying.
    """

    def __init__(self, dtype: npt.DTypeLike) -> None:
        self.dtype = np.dtype(dtype)
        self.calls: list[Callable[[], Any]] = []

    def add(self, function: Callable[..., Any], *arguments: Any, **keywords: Any) -> None:
        """Note ``function(*arguments, **keywords)``; NumPy's take their output as the last argument."""
        self.calls.append(partial(function, *arguments, **keywords))

    def dot(self, a: Array, b: Array, out: Array) -> None:
        """Note ``out = a b`` (``ndarray.dot`` has less overhead than ``np.matmul``).

        It writes C-contiguous arrays only: an F-contiguous ``out`` is computed as out^T = b^T a^T.  Long
        products are taken in parts that BLAS is fastest with.
        """
        if not out.flags.c_contiguous:
            a, b, out = b.T, a.T, out.T
        if a.flags.c_contiguous and (parts := _parts(len(a), b.size)):
            self._dot_by_rows(a, b, out, parts)
        elif a.flags.f_contiguous and b.flags.c_contiguous and (parts := _parts(len(b), out.size)):
            self._dot_by_terms(a, b, out, parts)
        else:
            self.add(a.dot, b, out)

    def _dot_by_rows(self, a: Array, b: Array, out: Array, parts: list[slice]) -> None:
        """Each part of the rows of ``out`` by itself."""
        if not b.flags.c_contiguous:
            straight = self.empty(*b.shape)
            self.add(np.copyto, straight, b)
            b = straight
        for part in parts:
            self.add(a[part].dot, b, out[part])

    def _dot_by_terms(self, a: Array, b: Array, out: Array, parts: list[slice]) -> None:
        """The sum over the columns of ``a`` and rows of ``b`` (the batch, in a gradient), part by part."""
        self.add(a[:, parts[0]].dot, b[parts[0]], out)
        piece = self.like(out)
        for part in parts[1:]:
            self.add(a[:, part].dot, b[part], piece)
            self.add(np.add, out, piece, out)

    def constant(self, value: float) -> Array:
        """A number as a 0-d array of the tape's dtype: faster in a NumPy call than a Python float."""
        with np.errstate(over="ignore"):  # a learning rate of 1e300 is infinite in float32, and diverges as such
            return np.array(value, dtype=self.dtype)

    def like(self, array: Array, dtype: npt.DTypeLike | None = None) -> Array:
        """A buffer of the array's shape and memory order, of its dtype or another one."""
        return np.zeros_like(array, dtype=dtype)

    def empty(self, *shape: int) -> Array:
        """A buffer; zeros, so that a buffer that was not written yet never holds a NaN."""
        return np.zeros(shape, dtype=self.dtype)

    def replay(self) -> None:
        """Carry out all calls.  ``deque(..., maxlen=0)`` runs the iterator to its end in C."""
        deque(map(call, self.calls), maxlen=0)
