"""Centre and scale of features, so that columns of different size count alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import TableError

if TYPE_CHECKING:
    from fcgui_core.table import Table

Scale = Literal["standard", "minmax", "robust", "none"]
SCALES: tuple[Scale, ...] = ("standard", "minmax", "robust", "none")

BLOCK_ROWS = 8_192  # looked at together, so that no copy of a large table is made
LARGEST = float(np.finfo(np.float32).max)  # of a float32, in which networks compute unless told otherwise

Floats = NDArray[np.float64]


def check_range(x: Floats, columns: Sequence[str], table: Table | None, largest: float = LARGEST) -> None:
    """Raise `TableError` naming the first of ``columns`` (d,) whose numbers in x (n, d) go beyond ``largest``.

    x is made from ``table``, in which the largest of these numbers is looked up.
    """
    beyond = ~(np.maximum(x.max(axis=0, initial=0.0), -x.min(axis=0, initial=0.0)) <= largest)  # nan is beyond, too
    if beyond.any():
        name = columns[int(np.argmax(beyond))]
        raise _too_large(name, table)


def _too_large(name: str, table: Table | None) -> TableError:
    if table is None or name not in table or not table.column(name).is_number:
        path = None if table is None else table.path
        return TableError(f'"{name}" holds numbers too large for a network: leave it out.', path)
    column = table.column(name)
    row = int(np.nanargmax(np.abs(column.values)))
    message = f'"{name}" holds {column.values[row]:g}, too large for a network: mend it, or leave the column out.'
    return table.problem(message, name, row)


def centre_and_scale(
    x: Floats, scale: Scale, fixed: NDArray[Any], columns: Sequence[str], table: Table | None = None
) -> tuple[Floats, Floats]:
    """Return (d,) centre c and (d,) scale s of x (n, d), such that (x - c) / s is the scaled x.

    "standard": mean and standard deviation; "minmax": smallest and largest - smallest;
    "robust": median and the distance of the quartiles, which a few extreme values do not move (where that distance
    is 0, the standard deviation); "none": 0 and 1.
    ``fixed`` (d,) marks columns that are left alone. A constant column gets the scale 1. Raises `TableError`
    naming the one of ``columns`` (d,) of ``table`` that overflows.
    """
    d = x.shape[1]
    centre, spread = np.zeros(d), np.ones(d)
    with np.errstate(over="ignore", invalid="ignore"):
        if scale == "standard":
            centre = x.mean(axis=0)
            spread = _deviation(x, centre)
        elif scale == "minmax":
            centre, spread = x.min(axis=0), np.ptp(x, axis=0)
        elif scale == "robust":
            quartiles = np.stack([np.percentile(column, (25.0, 50.0, 75.0)) for column in x.T], axis=1)
            lower, centre, upper = quartiles
            spread = np.where(upper > lower, upper - lower, _deviation(x, x.mean(axis=0)))
    check_range(np.stack([centre, spread]), columns, table, float(np.finfo(np.float64).max))
    # A constant column's deviation is not exactly 0 after rounding.
    flat = spread <= 1e-12 * np.maximum(1e-300, np.abs(centre))
    return np.where(fixed, 0.0, centre), np.where(flat | fixed, 1.0, spread)


def _deviation(x: Floats, mean: Floats) -> Floats:
    """Return (d,) sqrt(sum (x - mean)^2 / n) of x (n, d), a block of rows at a time."""
    squares = np.zeros(x.shape[1])
    for start in range(0, len(x), BLOCK_ROWS):
        squares += np.square(x[start : start + BLOCK_ROWS] - mean).sum(axis=0)
    return np.asarray(np.sqrt(squares / len(x)))
