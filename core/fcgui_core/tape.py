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

        It writes C-contiguous arrays only: an F-contiguous ``out`` is computed as out^T = b^T a^T.
        """
        if out.flags.c_contiguous:
            self.calls.append(partial(a.dot, b, out))
        else:
            self.calls.append(partial(b.T.dot, a.T, out.T))

    def constant(self, value: float) -> Array:
        """A number as a 0-d array of the tape's dtype: faster in a NumPy call than a Python float."""
        with np.errstate(
            over="ignore"
        ):  # a learning rate of 1e300 is infinite in float32, and diverges as such
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
