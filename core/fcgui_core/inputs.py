"""How one column of a table becomes one or more features."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import is_number
from fcgui_core.column import Column
from fcgui_core.errors import TableError
from fcgui_core.table import Table

Floats = NDArray[np.float64]

MAX_ONE_HOT = 50  # categories of a column; the rarer ones share the last feature
OTHER = "(other)"


@dataclass(frozen=True)
class Input:
    """A fitted way from one column to its features.

    A number column is one feature, its missing cells filled with ``fill`` (the median of the training part).
    A category column is one feature per entry of ``categories`` (one-hot), ``fill`` is its most frequent
    category; if `OTHER` is among the categories, unknown ones go there, else an unknown category is a row of
    zeros. A number column that is not ``used`` is no feature itself: only derived inputs are made of it.
    """

    name: str
    categories: tuple[str, ...] | None
    fill: float | str
    used: bool = True

    @property
    def feature_names(self) -> tuple[str, ...]:
        """The names of its features: the column's own, or ``column=category``."""
        if not self.used:
            return ()
        if self.categories is None:
            return (self.name,)
        return tuple(f"{self.name}={category}" for category in self.categories)

    def encode(self, table: Table) -> Floats:
        """Return (n, 1) numbers or (n, categories) one-hot; `TableError` for text among the numbers."""
        column = table.column(self.name)
        if self.categories is None:
            return self._encode_numbers(column, table)[:, : int(self.used)]
        index = self._indices(column)
        one_hot = np.zeros((len(index), len(self.categories)))
        known = np.flatnonzero(index >= 0)
        one_hot[known, index[known]] = 1.0
        return one_hot

    def numbers(self, table: Table) -> Floats:
        """Return (n,) raw numbers, missing ones filled in; `TableError` for text among the numbers."""
        return self._encode_numbers(table.column(self.name), table)[:, 0]

    def count_unknown(self, table: Table) -> int:
        """Return how many cells hold a category that the training part did not have."""
        if self.categories is None or (self.name not in table):
            return 0
        categories, codes = table.column(self.name).coding
        known = set(self.categories)
        unknown = np.array([*(text not in known for text in categories), False])
        return int(np.count_nonzero(unknown[codes]))

    def _encode_numbers(self, column: Column, table: Table) -> Floats:
        values = column.values
        if not column.is_number:
            if column.missing < len(values):
                odd = (value for value in values if value is not None and not is_number(value))
                text = str(next(odd, values[column.present][0]))
                raise TableError(f'"{self.name}" should hold numbers, but holds "{text[:40]}".', table.path)
            values = np.full(len(values), np.nan)
        return np.where(np.isnan(values), self.fill, values).astype(np.float64)[:, None]

    def _indices(self, column: Column) -> NDArray[np.int64]:
        assert self.categories is not None
        index: dict[str | None, int] = {category: at for at, category in enumerate(self.categories)}
        index[None] = index.get(str(self.fill), -1)
        unknown = index.get(OTHER, -1)
        categories, codes = column.coding
        places = [*(index.get(text, unknown) for text in categories), index[None]]  # the last one is for the code -1
        return np.array(places, dtype=np.int64)[codes]

    @classmethod
    def from_dict(cls, data: Any) -> Input:
        """Return the input that a JSON object describes; `TypeError` or `KeyError` if it is none."""
        name, categories, fill = data["name"], data["categories"], data["fill"]
        if categories is None:
            if not isinstance(name, str) or type(fill) not in (int, float) or not math.isfinite(fill):
                raise TypeError
            used = data.get("used", True)
            if type(used) is not bool:
                raise TypeError
            return cls(name, None, float(fill), used)
        texts = [name, fill, *categories]
        if not isinstance(categories, list) or not categories or not all(isinstance(text, str) for text in texts):
            raise TypeError
        return cls(name, tuple(categories), fill)


def fit_input(column: Column, rows: NDArray[np.int64]) -> Input:
    """Fit on ``rows``: the median of a number column, the categories of any other."""
    if column.is_number and column.kind != "categorical":
        known = column.values[rows][column.present[rows]]
        with np.errstate(over="ignore"):
            median = float(np.median(known)) if len(known) else 0.0
        return Input(column.name, None, median if math.isfinite(median) else float(known[0]))
    part = Column(column.name, column.kind, column.values[rows])
    counts = dict(part.counts)
    often = sorted(counts, key=lambda name: -counts[name])  # sorted() is stable: ties stay in order
    if not often:
        return Input(column.name, (OTHER,), OTHER)
    if len(often) > MAX_ONE_HOT:
        kept = set(often[: MAX_ONE_HOT - 1])
        return Input(column.name, (*(name for name in counts if name in kept), OTHER), often[0])
    return Input(column.name, tuple(counts), often[0])
