"""Whether one column by itself gives the target away: it was written down after the answer was known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column

Integers = NDArray[np.int64]

LEAST_ROWS = 20  # fewer prove nothing
ROWS_A_VALUE = 5  # on average, of a column whose values decide the class
SAME = 0.999  # |correlation| of two columns that say the same


def leak_of(column: Column, target: Column, rows: Integers, regression: bool) -> str:
    """Return how a column gives the target away on ``rows``, where the target is present; "" if it does not.

    One-to-one: as many different values as the target, each beside the same one. Deciding: every value, or every
    stretch between two cuts, beside one class only. Numbers: a correlation of more than 0.999.
    """
    rows = rows[column.present[rows]]
    if len(rows) < LEAST_ROWS:
        return ""
    ours, theirs = _codes(column, rows), _codes(target, rows)
    n_ours, n_theirs = int(ours.max()) + 1, int(theirs.max()) + 1
    if n_ours < 2 or n_theirs < 2:
        return ""
    repeated = max(n_ours, n_theirs) * 2 <= len(rows)
    pairs = len(np.unique(ours * n_theirs + theirs))
    if repeated and pairs == n_ours == n_theirs:
        return f"each of its {n_ours:,} values goes with one of the target's"
    if regression:
        return _correlation(column, target, rows)
    if pairs == n_ours and n_ours * ROWS_A_VALUE <= len(rows):
        return f"each of its {n_ours:,} values goes with one class only"
    if column.is_number and _changes(ours, theirs) == n_theirs - 1:
        return "every class has a range of its own in it"
    return ""


def _codes(column: Column, rows: Integers) -> Integers:
    """(n,) numbers 0, 1, ... of the different cells in ``rows``, in the order of the values."""
    cells = column.values[rows] if column.is_number else column.coding.codes[rows]
    return np.unique(cells, return_inverse=True)[1].astype(np.int64)


def _changes(ours: Integers, theirs: Integers) -> int:
    """How often the class changes along the column's values; a value with two classes changes too."""
    ordered = theirs[np.lexsort((theirs, ours))]
    return int(np.count_nonzero(np.diff(ordered)))


def _correlation(column: Column, target: Column, rows: Integers) -> str:
    if not (column.is_number and target.is_number):
        return ""
    x, y = column.values[rows], target.values[rows]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        x, y = x - x.mean(), y - y.mean()
        r = float(x @ y / np.sqrt((x @ x) * (y @ y)))
    return f"its correlation with it is {r:.5f}" if np.isfinite(r) and abs(r) > SAME else ""
