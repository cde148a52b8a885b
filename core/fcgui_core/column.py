"""One column of a table: its name, what it was taken for, and its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Kind = Literal["numeric", "categorical", "identifier", "date", "text", "constant"]

KINDS: tuple[Kind, ...] = ("numeric", "categorical", "identifier", "date", "text", "constant")
KEPT = ("present", "distinct", "coding", "counts", "n_distinct")  # what does not depend on the kind


class Coding(NamedTuple):
    """A column as numbers of its different texts: cell i is ``categories[codes[i]]``, a code of -1 is missing."""

    categories: tuple[str, ...]  # sorted; numbers by size
    codes: NDArray[np.int32]  # (n,)


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its name, what it was taken for and why, and its cells.

    ``values`` is (n,) and read-only: float64 with NaN for missing (``is_number``), or objects: str with None
    for missing. ``missing`` counts the missing cells. ``reason`` is one line for the user: why this kind.
    ``order`` holds the categories from the lowest to the highest where they have an order, else None.
    """

    name: str
    kind: Kind
    values: NDArray[Any]
    missing: int = 0
    reason: str = ""
    order: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        self.values.setflags(write=False)

    @property
    def is_number(self) -> bool:
        """Whether the cells are stored as float64."""
        return self.values.dtype.kind == "f"

    @cached_property
    def present(self) -> NDArray[np.bool_]:
        """(n,) True where the cell is not missing."""
        is_there = ~np.isnan(self.values) if self.is_number else self.values != np.array(None)
        return np.asarray(is_there, dtype=np.bool_)

    @cached_property
    def distinct(self) -> tuple[NDArray[Any], NDArray[np.int64]]:
        """The different values that are not missing, sorted, and how often each comes: (k,) and (k,)."""
        if self.is_number:
            values, counts = np.unique(self.values[self.present], return_counts=True)
            return values, counts.astype(np.int64)
        categories, codes = self.coding
        counts = np.bincount(codes[codes >= 0], minlength=len(categories))
        return _objects(categories), counts.astype(np.int64)

    @cached_property
    def n_distinct(self) -> int:
        """How many different values there are; missing is none."""
        return len(self.distinct[0])

    @cached_property
    def coding(self) -> Coding:
        """The cells as numbers of their different texts, made once: what one-hot, classes and counts need."""
        if self.is_number:
            values, _ = self.distinct
            codes = np.searchsorted(values, self.values).astype(np.int32)
            codes[~self.present] = -1
            return Coding(tuple(number_text(value) for value in values), codes)
        cells = self.values.tolist()
        categories = sorted(set(cells) - {None})
        index: dict[str | None, int] = {category: at for at, category in enumerate(categories)}
        index[None] = -1
        return Coding(tuple(categories), np.fromiter(map(index.__getitem__, cells), np.int32, len(cells)))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each value occurs, as text, sorted (numbers by size); missing cells are not counted."""
        values, counts = self.distinct
        names = [number_text(value) for value in values] if self.is_number else values.tolist()
        return MappingProxyType(dict(zip(names, counts.tolist(), strict=True)))

    def text(self, row: int) -> str:
        """Return the cell in ``row`` (0-based) as one would write it; empty where it is missing."""
        value = self.values[row]
        if self.is_number:
            return "" if np.isnan(value) else number_text(value)
        return "" if value is None else str(value)

    def texts(self) -> NDArray[Any]:
        """Return (n,) the cells as objects: text, or None where missing."""
        if not self.is_number:
            return self.values
        categories, codes = self.coding
        return _objects((*categories, None))[codes]

    def coded_as(self, coding: Coding | None) -> Column:
        """Return this column, which takes its coding as known: a reader has it at hand, and making it takes long."""
        if coding is not None:
            self.__dict__["coding"] = coding
        return self

    def taken_for(self, kind: Kind, reason: str, order: tuple[str, ...] | None = None) -> Column:
        """Return a column of the same cells that is taken for something else; what was counted is kept."""
        taken = replace(self, kind=kind, reason=reason, order=order)
        taken.__dict__.update({name: self.__dict__[name] for name in KEPT if name in self.__dict__})
        return taken


def number_text(number: float) -> str:
    """Return the shortest text of a number: ``1.0`` becomes ``"1"``, ``0.1`` stays ``"0.1"``."""
    value = float(number)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _objects(cells: tuple[str | None, ...]) -> NDArray[Any]:
    """Return (n,) objects; `np.array` would make of it what it likes."""
    out = np.empty(len(cells), dtype=object)
    out[:] = cells
    return out
