"""What a column is taken for, and why, in one line."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Coding, Column, Kind, number_text
from fcgui_core.dates import days_of, writing_of
from fcgui_core.names import is_code_name, is_context_name, is_id_name, is_key_name, target_name, words

MAX_CATEGORIES = 50  # more different texts than this must come ten times each, on average, to be categories
LONG_TEXT = 40  # characters on average: sentences, not names
MOSTLY_DIFFERENT = 0.9  # of the rows
BIG_NUMBER = 100_000  # identifiers without a name that says so are at least as large
ROUND_SHARE = 0.25  # of measured numbers are multiples of ten more often than that
FEW_KEYS = 20  # a column called id with more different numbers than this tells persons apart, not groups
DENSE = 3  # numbers of rows leave at most two out of three out
IN_RUNS = 0.9  # of the steps are by one where rows were counted in several parts
FEW_CODES = 0.2  # codes come again: at most this share of the rows has another one


def make_column(
    name: str, values: NDArray[Any], at: int = 0, n_columns: int = 1, coding: Coding | None = None
) -> Column:
    """Return the column with its kind guessed; ``at`` is its place among ``n_columns``.

    ``coding`` is that of ``values`` where the caller knows it.
    """
    plain = Column(name, "numeric" if values.dtype.kind == "f" else "text", values).coded_as(coding)
    missing = int(np.count_nonzero(~plain.present))
    plain = Column(name, plain.kind, values, missing).coded_as(coding)
    kind, reason = guess_kind(plain, at, n_columns)
    return plain.taken_for(kind, reason)


def guess_kind(column: Column, at: int = 0, n_columns: int = 1) -> tuple[Kind, str]:
    """Guess kind and reason from name, place and cells."""
    n_present = len(column.values) - column.missing
    if n_present == 0:
        return "constant", "every cell is missing"
    first = int(np.argmax(column.present))
    if len(column.values) > 1 and not np.any((column.values != column.values[first]) & column.present):
        return "constant", f"every value is {column.text(first)[:40]}"
    if column.is_number:
        return _numeric_kind(column, n_present, at, n_columns)
    return _text_kind(column, n_present)


def _numeric_kind(column: Column, n: int, at: int, n_columns: int) -> tuple[Kind, str]:
    if not _are_whole(column.values):
        return "numeric", "numbers"
    kind: tuple[Kind, str] = "numeric", "whole numbers" if n == len(column.values) else "numbers"
    named = is_id_name(column.name) or is_code_name(column.name) or "date" in words(column.name) or column.name == "X"
    if not named and (at or n_columns < 3):
        return kind  # without counting the different values, which is slow where there are many
    different, values = column.n_distinct, column.distinct[0]
    if "date" in words(column.name) and writing_of(column) == "yyyymmdd":
        return "date", f"dates such as {number_text(values[0])}"
    unique = different == len(column.values)
    if is_id_name(column.name) and n_columns > 1 and (unique or different > max(20, n // 2)):
        return "identifier", "its name says so and the values differ from row to row"
    if words(column.name) == ("id",) and different > FEW_KEYS:
        return "identifier", "its name says so"
    counted = (at == 0 and unique and _counts_up(column)) or _counts_in_runs(column)
    if n_columns > 2 and n >= 10 and counted:
        return "identifier", "it counts the rows"
    if n_columns > 2 and at == 0 and n >= 50 and _looks_like_keys(column, different):
        return "identifier", f"large whole numbers, {different:,} different ones in {n:,} rows, in the first column"
    if different > 2 and is_code_name(column.name) and different <= FEW_CODES * n:
        return "categorical", f"its name says that its {different:,} different numbers are codes"
    if is_key_name(column.name) and n_columns > 2 and different > MAX_CATEGORIES:
        return "identifier", "its name says so"
    return kind


def _are_whole(values: NDArray[Any]) -> bool:
    """Whether all numbers are whole; most columns that are not tell it in their first rows."""
    head = values[:1000]
    if np.any(np.floor(head) != head, where=~np.isnan(head)):
        return False
    return not np.any((np.floor(values) != values) & ~np.isnan(values))


def _counts_up(column: Column) -> bool:
    """Whether different whole numbers number the rows: 0 or 1 and so on, also in part or in another order.

    As many different ones so close together are no accident in fifty rows; without a name, rising is enough.
    """
    steps, values = np.diff(column.values), column.distinct[0]
    if values[0] in (0, 1) and bool(np.all(steps == 1)):
        return True
    if column.name == "column 1" and bool(np.all(steps > 0)):
        return True
    dense = values[-1] - values[0] <= DENSE * len(values)
    return len(values) >= 50 and bool(dense) and not target_name(column.name)[0] and not is_context_name(column.name)


def _counts_in_runs(column: Column) -> bool:
    """Whether a column that was written without a name (R then calls it X) goes up by one, also anew after a while."""
    if column.name not in ("column 1", "X") or column.missing or len(column.values) < 50:
        return False
    steps = np.diff(column.values)
    return column.distinct[0][0] in (0, 1) and float(np.mean(steps == 1)) >= IN_RUNS


def _looks_like_keys(column: Column, different: int) -> bool:
    """Whether whole numbers in the first column are keys rather than measured: large, not round, hardly ever twice."""
    values, named = column.distinct[0], target_name(column.name)[0] > 0
    if named or column.missing or different < MOSTLY_DIFFERENT * len(column.values) or values[-1] < BIG_NUMBER:
        return False
    return values[0] >= 0 and float(np.mean(np.mod(values, 10) == 0)) <= ROUND_SHARE


def _text_kind(column: Column, n: int) -> tuple[Kind, str]:
    different = column.n_distinct
    writing = writing_of(column) if n >= 2 else None
    if writing is not None:
        days = days_of(column, writing)
        odd = np.flatnonzero(np.isnan(days) & column.present)
        example = f"dates such as {column.text(int(np.argmax(~np.isnan(days))))[:40]}"
        return "date", f'{example}; "{column.text(int(odd[0]))[:20]}" counts as missing' if len(odd) else example
    texts = column.distinct[0]
    spaced = sum(" " in text for text in texts) > 0.1 * different
    length = sum(map(len, texts)) / different
    if different == n and n >= 10 and (is_id_name(column.name) or not spaced) and length <= LONG_TEXT:
        return "identifier", "every row has another text"
    if n >= 20 and different > MOSTLY_DIFFERENT * n and is_id_name(column.name):
        return "identifier", f"its name says so, and {different:,} of {n:,} are different"
    few = different <= MAX_CATEGORIES and different <= n / 2
    if different <= 2 or n < 10 or few or (different <= n / 10 and length <= LONG_TEXT):
        return "categorical", f"{different:,} different texts"
    return "text", f"{different:,} different texts in {n:,} rows"
