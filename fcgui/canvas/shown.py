"""Which neurons of a wide layer are drawn: the most active ones, or a range that was scrolled to.

The choice of the most active stays while the network trains, so that nothing hops under the eye; it is made anew when
training rests, and then a neuron gives way only to one that is clearly more active (``most_active``). A focused neuron
and those on its paths are drawn whatever they do, each in the row of one that is less active.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui.canvas.layout import Indices
from fcgui_core.neuron_maps import most_active

Array = NDArray[Any]


class Shown:
    """The choice for each column (0: the inputs). Columns whose neurons all fit are never asked about."""

    def __init__(self) -> None:
        self._starts: dict[int, int] = {}  # columns that show a range, and where it begins
        self._chosen: dict[int, Indices] = {}
        self._needed: Mapping[int, Sequence[int]] = {}
        self._counts: dict[int, int] = {}
        self.activity: Sequence[Array] | None = None  # of every neuron of every column; None: not known yet

    def clear(self) -> None:
        """Another network: nothing that was chosen makes sense any more."""
        self._starts, self._chosen, self._needed, self._counts = {}, {}, {}, {}
        self.activity = None

    def choose(self, column: int, units: int, count: int) -> Indices:
        """The neurons of a column of which ``count`` fit, from top to bottom."""
        self._counts[column] = count
        start = self._starts.get(column)
        if start is not None:
            start = self._starts[column] = min(max(start, 0), units - count)
            return np.arange(start, start + count)
        if column not in self._chosen or len(self._chosen[column]) != count:
            self._chosen[column] = self._best(column, units, count)
        return self._with_needed(column, self._chosen[column])

    def _best(self, column: int, units: int, count: int) -> Indices:
        if self.activity is None or len(self.activity[column]) != units:
            return np.arange(count)
        return most_active(self.activity[column], count, self._chosen.get(column))

    def _with_needed(self, column: int, chosen: Indices) -> Indices:
        """``chosen`` with the needed neurons in the rows of the least active others."""
        missing = [unit for unit in self._needed.get(column, ()) if unit not in chosen]
        if not missing:
            return chosen
        shown, needed = chosen.copy(), set(self._needed[column])
        activity = None if self.activity is None else self.activity[column]
        rows = [row for row in range(len(shown)) if int(shown[row]) not in needed]
        rows.sort(key=lambda row: row if activity is None else float(activity[shown[row]]))
        for row, unit in zip(rows, missing, strict=False):
            shown[row] = unit
        return shown

    def renew(self, activity: Sequence[Array]) -> bool:
        """Choose anew with the present activity; whether another neuron is drawn now."""
        self.activity = activity
        before, changed = dict(self._chosen), False
        for column, chosen in before.items():
            if column < len(activity) and len(chosen) <= len(activity[column]):
                self._chosen[column] = most_active(activity[column], len(chosen), chosen)
                changed |= not np.array_equal(self._chosen[column], chosen) and column not in self._starts
        return changed

    def need(self, neurons: Mapping[int, Sequence[int]]) -> None:
        """Neurons of each column that must be drawn: those of a focus."""
        self._needed = neurons

    def is_range(self, column: int) -> bool:
        """Whether the column shows a range, not the most active."""
        return column in self._starts

    def scroll(self, column: int, shown: Indices, rows: int) -> None:
        """Show a range, ``rows`` further on; the first time it begins at the first neuron that is drawn now."""
        self._starts[column] = self._starts.get(column, int(shown.min())) + rows

    def centre(self, column: int, unit: int) -> None:
        """Show the range around a neuron."""
        self._starts[column] = unit - self._counts.get(column, 0) // 2

    def show_active(self, column: int) -> bool:
        """Show the most active neurons again; whether it was a range before."""
        return self._starts.pop(column, None) is not None
