"""A column taken for something else because the user says so."""

from __future__ import annotations

import numpy as np

from fcgui_core.cells import is_number, parse_numbers
from fcgui_core.column import KINDS, Column, Kind
from fcgui_core.dates import days_of, writing_of
from fcgui_core.errors import TableError

CHOSEN = "chosen by you"
LEAST_NUMBERS = 0.5  # at least this share of the cells must be numbers for the others to count as missing


class OddCell(TableError):
    """A cell whose ``text`` cannot be what the column is to hold."""

    def __init__(self, message: str, text: str) -> None:
        super().__init__(message)
        self.text = text


def retyped(column: Column, kind: Kind, decimal: str = ".") -> Column:
    """Return the column taken for ``kind``, its cells turned into numbers where the kind needs them.

    Cells that are no numbers count as missing where at least half of the cells are. Raises `TableError` where
    the cells cannot be of that kind.
    """
    if kind not in KINDS:
        raise TableError(f'there is no kind "{kind}"; the kinds are {", ".join(KINDS)}.')
    if kind == column.kind:
        return column
    if kind == "numeric" and not column.is_number:
        return _numeric(column, decimal)
    if kind == "date":
        _check_dates(column)
    if kind == "constant" and column.n_distinct > 1:
        raise TableError(f'"{column.name}" has {column.n_distinct:,} different values; a constant has one.')
    return column.taken_for(kind, CHOSEN, column.order if kind == "categorical" else None)


def _numeric(column: Column, decimal: str) -> Column:
    categories, codes = column.coding
    numbers = parse_numbers(categories, decimal)
    if numbers is None:
        odd = [not is_number(text, decimal) and parse_numbers([text], decimal, True) is None for text in categories]
        n_odd = int(np.bincount(codes[codes >= 0], minlength=len(categories))[odd].sum())
        first = next(text for text, is_odd in zip(categories, odd, strict=True) if is_odd)
        if n_odd > (1 - LEAST_NUMBERS) * (len(codes) - column.missing):
            raise OddCell(f'"{column.name}" holds text such as "{first[:40]}", not numbers.', first)
        numbers = parse_numbers(["" if is_odd else text for text, is_odd in zip(categories, odd, strict=True)], decimal)
        assert numbers is not None
    values = np.append(numbers, np.nan)[codes]
    missing = int(np.isnan(values).sum())
    odd_ones = missing - column.missing
    told = f"; {odd_ones:,} of its cells are no numbers and count as missing" if odd_ones else ""
    return Column(column.name, "numeric", values, missing, CHOSEN + told)


def _check_dates(column: Column) -> None:
    if not column.present.any():
        raise TableError(f'"{column.name}" has no cells that could be dates.')
    writing = writing_of(column)
    if writing is None or np.isnan(days_of(column, writing)[column.present]).any():
        example = column.text(int(np.argmax(column.present)))
        raise OddCell(
            f'the cells of "{column.name}", such as "{example[:40]}", are not all dates in one writing.', example
        )
