"""A table while it is being read: chunks of rows, in the end joined into whole columns with names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import is_number, looks_like_codes, parse_numbers, parse_signed, text_cells
from fcgui_core.dialect import Row


class MixedColumn(Exception):
    """A column had numbers in one chunk and text in another: its numbers must be read again, as text."""


class Chunks:
    """Collects rows, a chunk at a time, and joins them into columns.

    A chunk is a (rows, width) block of numbers or one array a column. With ``exact`` all cells are kept as
    text until the whole column is known; otherwise numbers are turned into float64 chunk by chunk. ``fixed``:
    the user said which decimal mark.
    """

    def __init__(self, exact: bool, fixed: bool = False) -> None:
        self.exact, self.fixed = exact, fixed
        self.n_rows = 0
        self.plain = True  # so far every column holds numbers
        self.signs: dict[int, set[str]] = {}  # column -> the signs its numbers carried, "" for none
        self._chunks: list[list[NDArray[Any]] | NDArray[np.float64]] = []
        self._lines: list[NDArray[np.int64]] = []

    def add_block(self, block: NDArray[np.float64], lines: NDArray[np.int64]) -> None:
        """Add (rows, width) plain numbers and the file's line of each row."""
        self._chunks.append(block)
        self._lines.append(lines)
        self.n_rows += len(block)

    def add_rows(self, rows: Sequence[Row], decimal: str) -> None:
        """Add rows of equal width."""
        if not rows:
            return
        columns = zip(*(row.cells for row in rows), strict=True)
        chunk = [
            text_cells(cells) if self.exact else self._typed(cells, at, decimal) for at, cells in enumerate(columns)
        ]
        self.plain = self.plain and all(values.dtype.kind == "f" for values in chunk)
        self._chunks.append(chunk)
        self._lines.append(np.array([row.line for row in rows], dtype=np.int64))
        self.n_rows += len(rows)

    def _typed(self, cells: Sequence[str], at: int, decimal: str) -> NDArray[Any]:
        values, sign = typed(cells, decimal, self.fixed)
        if values.dtype.kind == "f" and not (sign == "" and at not in self.signs and np.isnan(values).all()):
            self.signs.setdefault(at, set()).add(sign)
        return values

    def sign(self, at: int) -> str:
        """Return the sign that each number of a column carried in the file ("%"), or ""."""
        return next(iter(self.signs.get(at, ())), "")

    def lines(self) -> NDArray[np.int64]:
        """Return (n_rows,) the file's line of each row, 1-based."""
        return np.concatenate(self._lines)

    def last_line(self) -> int:
        """Return the line of the last row, 0 without rows."""
        return int(self._lines[-1][-1]) if self.n_rows else 0

    def column(self, at: int, decimal: str) -> NDArray[Any]:
        """Return the whole column: float64 if it is numbers, else text. Raises `MixedColumn`."""
        parts = [chunk[:, at] if isinstance(chunk, np.ndarray) else chunk[at] for chunk in self._chunks]
        if self.exact:
            self.signs.pop(at, None)
            texts = np.concatenate(parts)
            values = self._typed(["" if cell is None else cell for cell in texts], at, decimal)
            return texts if values.dtype.kind == "O" else values
        if len(self.signs.get(at, ())) > 1 or (self.sign(at) and any(isinstance(c, np.ndarray) for c in self._chunks)):
            raise MixedColumn
        if all(part.dtype.kind == "f" for part in parts):
            return np.concatenate(parts)
        return np.concatenate([part if part.dtype.kind == "O" else _as_missing_text(part) for part in parts])


def typed(cells: Sequence[str], decimal: str, fixed: bool = False) -> tuple[NDArray[Any], str]:
    """Return (n,) the cells as float64 if all are numbers or missing, else as text, and their sign ("%")."""
    if looks_like_codes(cells):
        return text_cells(cells), ""
    numbers = parse_numbers(cells, decimal, fixed)
    if numbers is not None:
        return numbers, ""
    signed = parse_signed(cells, decimal, fixed)
    return (text_cells(cells), "") if signed is None else signed


def _as_missing_text(numbers: NDArray[Any]) -> NDArray[Any]:
    if not np.isnan(numbers).all():
        raise MixedColumn
    return np.full(len(numbers), None, dtype=object)


def column_names(raw: Sequence[str] | None, width: int) -> tuple[list[str], list[str]]:
    """Return one name a column, all different, and notes on those made up; ``raw`` None: no header."""
    if raw is None:
        return [f"x{at}" for at in range(1, width + 1)], ["no header: the columns are named x1, x2, ... by place."]
    names: list[str] = []
    notes: list[str] = []
    taken = {" ".join(name.split()) for name in raw}
    seen: set[str] = set()
    for at, written in enumerate(raw, 1):
        plain = " ".join(written.split())
        name, again = plain or f"column {at}", 2
        while name in seen or (name != plain and name in taken):
            name, again = f"{plain or f'column {at}'} ({again})", again + 1
        seen.add(name)
        names.append(name)
        if not plain:
            notes.append(f"column {at} has no name; it is called {name}.")
        elif name != plain:
            notes.append(f"the name {plain} comes twice; column {at} is called {name}.")
    return names, notes


def odd_cells(name: str, values: NDArray[Any], lines: NDArray[np.int64], decimal: str) -> list[str]:
    """Return a note on the few cells that keep a column of numbers from being one, if that is so."""
    if values.dtype.kind == "f":
        return []
    first = [value for value in values[:1000] if value is not None]
    if sum(is_number(value, decimal) for value in first) < 0.8 * len(first) or looks_like_codes(first):
        return []
    odd = [at for at, value in enumerate(values) if value is not None and not is_number(value, decimal)]
    if not 0 < len(odd) <= 0.2 * len(values):
        return []
    shown = ", ".join(f'"{values[at][:20]}" in line {lines[at]}' for at in odd[:3])
    more = f" and {len(odd) - 3} more" if len(odd) > 3 else ""
    return [f"{name} holds numbers but for {shown}{more}; it is taken for text."]
