"""How many threads the matrix products may use: one for small networks, where more are slower."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from threadpoolctl import threadpool_limits

from fcgui_core import NetworkSpec

# Multiply-adds of one layer's product above which a second thread pays for its start.  784-512 at batch 128
# has 51 million (a gain of a third), 128x128 at batch 128 has 2 million (five times slower with two threads).
MANY_PRODUCTS = 30_000_000


def blas_threads(spec: NetworkSpec, batch_size: int | None, rows: int | None = None) -> int:
    """The number of BLAS threads for training ``spec``: 1, or all cores but one for a large network.

    ``batch_size`` None is full batch, whose size is ``rows``.  With two cores or fewer it is always 1: one core
    belongs to the window.
    """
    cores = os.cpu_count() or 1
    batch = batch_size or min(rows or 1, 8192)
    largest = max(layer.pieces * inputs * layer.units for inputs, layer in zip(spec.sizes, spec.layers, strict=False))
    return max(1, cores - 1) if largest * batch >= MANY_PRODUCTS else 1


@contextlib.contextmanager
def limit_threads(spec: NetworkSpec, batch_size: int | None, rows: int | None = None) -> Iterator[int]:
    """Within the ``with`` block, NumPy's BLAS uses ``blas_threads(...)`` threads; gives that number.

    The limit holds for the whole process, so enter it once around a training, not once a step.
    """
    threads = blas_threads(spec, batch_size, rows)
    with threadpool_limits(limits=threads, user_api="blas"):
        yield threads
