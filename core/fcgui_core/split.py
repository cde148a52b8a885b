"""The split into a training, a validation and a test part: seeded, every class in the same proportion in each."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import TableError

Integers = NDArray[np.int64]


def check_sizes(test_size: float, validation_size: float) -> None:
    """Raise `TableError` when the shares of the rows make no sense."""
    if not 0 <= test_size < 1:
        raise TableError("the test part must be at least 0 and less than 1 of the rows.")
    if not 0 <= validation_size < 1:
        raise TableError("the validation part must be at least 0 and less than 1 of the rows.")
    if test_size + validation_size >= 1:
        raise TableError("the test and validation parts leave no rows for training: make one of them smaller.")


def split_rows(
    rows: Integers, labels: NDArray[Any] | None, test_size: float, rng: np.random.Generator
) -> tuple[Integers, Integers]:
    """Return the row numbers of the training and of the test part, each sorted.

    round(n * test_size) of the n rows are for testing. With ``labels`` (n,) each class gives its share, by
    largest remainders, and keeps at least one row for training: of many small classes fewer rows may be for testing.
    """
    n = len(rows)
    groups = [np.arange(n)] if labels is None else _groups(labels)
    shuffled = [rng.permutation(group) for group in groups]
    takes = _shares([len(group) for group in groups], min(round(n * test_size), n - 1))
    test = np.concatenate([group[:take] for group, take in zip(shuffled, takes, strict=True)])
    is_test = np.zeros(n, dtype=bool)
    is_test[test] = True
    return rows[~is_test], rows[is_test]


def split_three(
    rows: Integers, labels: NDArray[Any] | None, test_size: float, validation_size: float, rng: np.random.Generator
) -> tuple[Integers, Integers, Integers]:
    """Return the row numbers of the training, validation and test part; both sizes are shares of all rows.

    The test rows are the same whatever the validation part: it is taken from the rows that are left.
    """
    rest, test = split_rows(rows, labels, test_size, rng)
    if not validation_size:
        return rest, rest[:0], test
    kept = None if labels is None else labels[np.isin(rows, rest)]
    share = min(1.0, validation_size * len(rows) / len(rest))
    train, validation = split_rows(rest, kept, share, rng)
    return train, validation, test


def _groups(labels: NDArray[Any]) -> list[NDArray[np.intp]]:
    _, index = np.unique(labels, return_inverse=True)
    order = np.argsort(index, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(index[order])) + 1)


def _shares(sizes: list[int], total: int) -> list[int]:
    """Divide ``total`` over groups in proportion to their sizes, at most size - 1 each."""
    n = sum(sizes)
    exact = [size * total / n for size in sizes]
    takes = [min(int(share), size - 1) for share, size in zip(exact, sizes, strict=True)]
    left = total - sum(takes)
    waiting = sorted(range(len(sizes)), key=lambda at: takes[at] - exact[at])
    while left > 0:
        waiting = [at for at in waiting if takes[at] < sizes[at] - 1]
        if not waiting:
            break
        for at in waiting[:left]:
            takes[at] += 1
        left -= min(left, len(waiting))
    return takes
