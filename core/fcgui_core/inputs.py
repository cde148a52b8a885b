"""How one column of a table becomes one or more features."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import is_number
from fcgui_core.column import Column, number_text
from fcgui_core.date_features import Dates, fit_dates
from fcgui_core.dates import writing_of
from fcgui_core.table import Table
from fcgui_core.words import known_bags, occurrences, telling_words

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MAX_ONE_HOT = 50  # categories of a column; the rarer ones share the last feature
OTHER = "(other)"
MOST_WORDS, LEAST_WORDS = 300, 50
MOST_CELLS = 100_000_000  # of a matrix: tables of more than 333,000 rows have fewer words, of 2,000,000 still 50
TELLING_HOLES = 0.01  # share of missing cells from which on it is a feature of its own that a cell is missing


@dataclass(frozen=True)
class Input:
    """A fitted way from one column to its features.

    A number column is one feature, its missing cells filled with ``fill`` (the median of the training part); with
    ``tells_missing`` a second one is 1 where the cell is missing, else 0. Categories that are ``ordered`` are one
    feature, too: 0, 1, ... k - 1, unknown ones count as missing. Other categories are one feature each (one-hot),
    ``fill`` is the most frequent one; if `OTHER` is among the categories, unknown ones go there, else an unknown
    category is a row of zeros. ``dates`` says how dates become features. Of ``words`` each is a feature, 1 where the
    cell holds it, else 0. A number column that is not ``used`` is no
    feature itself: only derived inputs are made of it.
    """

    name: str
    categories: tuple[str, ...] | None
    fill: float | str
    used: bool = True
    ordered: bool = False
    tells_missing: bool = False
    dates: Dates | None = None
    words: tuple[str, ...] | None = None

    @property
    def is_number(self) -> bool:
        """Whether it needs a column of numbers, which derived inputs can be made of."""
        return self.categories is None and self.dates is None and self.words is None

    @property
    def is_one_hot(self) -> bool:
        """Whether each category is a feature of its own."""
        return self.categories is not None and not self.ordered

    @property
    def width(self) -> int:
        """How many features there are."""
        if not self.used:
            return 0
        if self.words is not None:
            return len(self.words)
        if self.is_one_hot:
            return len(self.categories or ())
        return (1 if self.dates is None else self.dates.width) + self.tells_missing

    @property
    def feature_names(self) -> tuple[str, ...]:
        """The names of its features: the column's own, ``column=category``, "column is missing", or those of dates."""
        if not self.used:
            return ()
        if self.words is not None:
            return tuple(f"{self.name}: {word}" for word in self.words)
        if self.is_one_hot:
            return tuple(f"{self.name}={category}" for category in self.categories or ())
        names = (self.name,) if self.dates is None else self.dates.feature_names(self.name)
        return (*names, f"{self.name} is missing") if self.tells_missing else names

    @property
    def marks(self) -> tuple[bool, ...]:
        """(width,) which features are nothing but 0 or 1; they are never scaled."""
        if self.is_one_hot or self.words is not None:
            return (True,) * self.width
        return tuple(self.tells_missing and at == self.width - 1 for at in range(self.width))

    def read(self, table: Table) -> NDArray[Any]:
        """Return (n,) the cells as numbers, NaN where missing; one-hot: the category's place, -1: none of them.

        Raises `TableError` for text among the numbers.
        """
        column = table.column(self.name)
        if self.words is not None:
            return occurrences(known_bags(column), self.words)
        if self.dates is not None:
            return self.dates.read(column)
        return self._read_numbers(column, table) if self.categories is None else self._read_places(column)

    def filled(self, cells: NDArray[Any]) -> Floats:
        """Return (n,) what `read` returned, missing numbers filled in."""
        return np.where(np.isnan(cells), self.fill, cells).astype(np.float64, copy=False)

    def spread(self, cells: NDArray[Any], out: Floats) -> None:
        """Write the features of ``cells`` (n,), as `read` returns them, into ``out`` (n, width)."""
        if not self.width:
            return
        if self.words is not None:
            out[:] = cells
            return
        if self.is_one_hot:
            out[:] = 0.0
            known = np.flatnonzero(cells >= 0)
            out[known, cells[known]] = 1.0
            return
        if self.dates is not None:
            self.dates.spread(self.filled(cells), out[:, : self.dates.width])
        else:
            out[:, 0] = self.filled(cells)
        if self.tells_missing:
            out[:, -1] = np.isnan(cells)

    def _read_numbers(self, column: Column, table: Table) -> Floats:
        values = column.values
        if not column.is_number:
            if column.missing < len(values):
                odd = (row for row, text in enumerate(values) if text is not None and not is_number(text))
                row = next(odd, int(np.argmax(column.present)))
                message = f'"{self.name}" should hold numbers, but holds "{column.text(row)[:40]}".'
                raise table.problem(message, self.name, row)
            values = np.full(len(values), np.nan)
        return values

    def _read_places(self, column: Column) -> NDArray[Any]:
        assert self.categories is not None
        index = self.places(column)
        categories, codes = column.coding  # the last one of the places is for the code -1
        if self.ordered:
            return np.array([*(index.get(text, np.nan) for text in categories), np.nan], dtype=np.float64)[codes]
        unknown, most = index.get(OTHER, -1), index.get(str(self.fill), -1)
        return np.array([*(index.get(text, unknown) for text in categories), most], dtype=np.int32)[codes]

    def places(self, column: Column) -> dict[str, int]:
        """The number of each category by its text; in a ``column`` of numbers "2140" is the category "02140", too."""
        index: dict[str, int] = {category: at for at, category in enumerate(self.categories or ())}
        if column.is_number:
            for at, category in enumerate(self.categories or ()):
                if is_number(category):
                    index.setdefault(number_text(float(category)), at)
        return index

    def to_dict(self) -> dict[str, Any]:
        """Return plain lists, numbers and texts that `from_dict` turns back into this input."""
        categories = self.categories and list(self.categories)
        plain: dict[str, Any] = {"name": self.name, "categories": categories, "fill": self.fill}
        if self.dates is not None:
            plain["dates"] = self.dates.to_dict()
        if self.words is not None:
            plain["words"] = list(self.words)
        flags = {"used": (self.used, True), "ordered": (self.ordered, False)}
        flags["tells_missing"] = (self.tells_missing, False)
        return plain | {name: value for name, (value, usual) in flags.items() if value != usual}

    @classmethod
    def from_dict(cls, data: Any) -> Input:
        """Return the input that a JSON object describes; `TypeError`, `KeyError` or `ValueError` if it is none."""
        name, categories, fill = data["name"], data["categories"], data["fill"]
        used, ordered = data.get("used", True), data.get("ordered", False)  # what is usual is not written
        tells_missing, dates = data.get("tells_missing", False), data.get("dates")
        if not isinstance(name, str) or {type(used), type(ordered), type(tells_missing)} != {bool}:
            raise TypeError
        if categories is None or ordered:
            if type(fill) not in (int, float) or not math.isfinite(fill):
                raise TypeError
            fill = float(fill)
        if categories is not None:
            texts = [*categories] if ordered else [fill, *categories]
            if not isinstance(categories, list) or not categories or not all(isinstance(text, str) for text in texts):
                raise TypeError
            categories = tuple(categories)
        words = data.get("words")
        if words is not None:
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise TypeError
            words = tuple(words)
        known = None if dates is None else Dates.from_dict(dates)
        made = cls(name, categories, fill, used, ordered, tells_missing, known, words)
        _check(made)
        return made


def _check(made: Input) -> None:
    """`ValueError` when an input says two things of a column that cannot be so together."""
    numbers_only = made.tells_missing or not made.used
    if (numbers_only and not made.is_number) or (made.tells_missing and not made.used):
        raise ValueError
    if made.ordered and (made.categories is None or len(set(made.categories)) != len(made.categories)):
        raise ValueError
    if sum(one is not None for one in (made.dates, made.categories, made.words)) > 1:
        raise ValueError
    if made.words is not None and len(set(made.words)) != len(made.words):
        raise ValueError


def fit_input(column: Column, rows: Integers) -> Input:
    """Fit on ``rows``: the median of numbers, dates and categories in an order; the categories of any other column.

    How dates are written is told by the whole column, as a decimal mark is: a part of it may fit several writings.
    """
    writing = writing_of(column) if column.kind == "date" else None
    if writing is not None:
        return Input(column.name, None, 0.0, dates=fit_dates(column, writing, rows))
    if column.order:
        return _fit_ordered(column, column.order, rows)
    if column.is_number and column.kind != "categorical":
        return _fit_numbers(column, rows)
    return _fit_categories(column, rows)


def fit_words(column: Column, rows: Integers, targets: NDArray[Any]) -> Input:
    """Fit on ``rows`` (m,) of a column of texts: the words that tell most of their ``targets`` (m,), no gaps."""
    most = max(LEAST_WORDS, min(MOST_WORDS, MOST_CELLS // max(1, len(column.values))))
    return Input(column.name, None, 0.0, words=telling_words(known_bags(column), rows, targets, most))


def _fit_numbers(column: Column, rows: Integers) -> Input:
    cells = column.values[rows]
    known = cells[~np.isnan(cells)]
    missing = len(cells) - len(known)
    tells_missing = len(known) > 0 and missing > 0 and missing >= TELLING_HOLES * len(cells)
    return Input(column.name, None, _median(known), tells_missing=tells_missing)


def _fit_ordered(column: Column, order: tuple[str, ...], rows: Integers) -> Input:
    places = Input(column.name, order, 0.0, ordered=True)._read_places(column)[rows]
    return Input(column.name, order, _median(places[~np.isnan(places)]), ordered=True)


def _median(known: Floats) -> float:
    """The median, 0 of nothing; of two middle values whose sum is too large the first value of all."""
    with np.errstate(over="ignore"):
        median = float(np.median(known)) if len(known) else 0.0
    return median if math.isfinite(median) else float(known[0])


def _fit_categories(column: Column, rows: Integers) -> Input:
    texts, codes = column.coding
    part = codes[rows]
    numbers = np.bincount(part[part >= 0], minlength=len(texts)).tolist()
    counts = {text: number for text, number in zip(texts, numbers, strict=True) if number}
    often = sorted(counts, key=lambda name: -counts[name])  # sorted() is stable: ties stay in order
    if not often:
        return Input(column.name, (OTHER,), OTHER)
    if len(often) > MAX_ONE_HOT:
        kept = set(often[: MAX_ONE_HOT - 1])
        return Input(column.name, (*(name for name in counts if name in kept), OTHER), often[0])
    return Input(column.name, tuple(counts), often[0])
