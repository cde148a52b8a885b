"""Rows of totals: what a spreadsheet adds below (or above) its rows, and what is no row of the table itself.

Only the first and the last row are looked at. A word such as "Total" is not enough, since it may be a category like
another: it has to stand alone in its column, and the numbers beside it have to be sums, or beyond all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.table import Table

LEAST_ROWS = 3  # beside the row itself: fewer say nothing
LEAST_ALONE = 5  # where a single number has to tell it
EXACT = 1e-6  # of the sum of all sizes: totals are rounded
# 1. the word that begins the cell, in the languages whose spreadsheets are frequent
WORD = re.compile(
    r"(grand |sub-?)?total(s|e|en|es)?|sums?|summe|(gesamt|insgesamt)\w*|общий итог|(под)?итог\w*|всего|сумма"
    r"|totaal|suma|razem|celkem|összesen|toplam|yhteensä|разом|усього|总计|合计|總計|合計|계|합계",
)


class Totals(NamedTuple):
    """A row (0-based) that looks like one of totals; ``text`` is the cell of ``column`` that says so, if one does."""

    row: int
    column: str = ""
    text: str = ""


def find_totals(table: Table) -> Iterator[Totals]:
    """Yield the last and the first row of the table where they look like rows of totals."""
    if table.n_rows <= LEAST_ROWS:
        return
    last = _totals(table, table.n_rows - 1)
    if last is not None:
        yield last
    first = _totals(table, 0)
    if first is not None:
        yield first


def _totals(table: Table, row: int) -> Totals | None:
    others = slice(0, row) if row else slice(1, None)
    label = _label(table, row)
    sums = beyond = other_numbers = telling = others_present = 0
    for column in table.columns:
        if not column.is_number:
            others_present += column.values[row] is not None and (label is None or column.name != label.column)
            continue
        value = float(column.values[row])
        if np.isnan(value):
            continue
        match = _is_sum(column.values[others], value)
        if match is None:
            other_numbers += 1
            beyond += _is_beyond(column.values[others], value)
        else:
            sums += 1
            telling += match
    if label is not None:
        nothing = not sums and not other_numbers and not others_present
        return label if nothing or (sums + beyond) * 2 >= sums + other_numbers > 0 else None
    if other_numbers or not telling:
        return None
    alone = not others_present and table.n_rows > LEAST_ALONE
    return Totals(row) if telling >= 2 or alone else None


def _is_sum(others: NDArray[np.float64], value: float) -> bool | None:
    """Whether a number is the sum of all others, and that says something; None if it is no sum at all.

    That nothing but zeros add up to 0, or a single number to itself, says nothing.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        total, size = float(np.nansum(others)), float(np.nansum(np.abs(others)))
    if not np.isfinite(size) or abs(total - value) > EXACT * size:
        return None
    return int(np.count_nonzero(np.nan_to_num(others))) >= 2 and value != 0


def _is_beyond(others: NDArray[np.float64], value: float) -> bool:
    """Whether a number is larger than all others, as the sum of some of them would be."""
    known = others[~np.isnan(others)]
    return bool(len(known)) and abs(value) > float(np.abs(known).max())


def _label(table: Table, row: int) -> Totals | None:
    for column in table.columns:
        text = None if column.is_number else column.values[row]
        if text is not None and _says_total(text) and _is_alone(column, text):
            return Totals(row, column.name, text)
    return None


def _says_total(text: str) -> bool:
    plain = " ".join(text.casefold().strip(" .:;=*-–—#").split())
    found = WORD.match(plain)
    return found is not None and not plain[found.end() : found.end() + 1].isalnum()


def _is_alone(column: Column, text: str) -> bool:
    """Whether no other cell holds it: a category comes again."""
    return column.counts.get(text) == 1
