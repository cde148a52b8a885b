"""What a column is taken for, and why, in one line."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import DATE
from fcgui_core.column import Column, Kind, number_text

_ID_NAME = re.compile(
    r"(id|ids|index|idx|no|nr|num|number|row|rowid|row ?num(ber)?|sample ?(id|no|num(ber)?)|record|unnamed.*|"
    r"key|uuid|guid|serial|.*[ _.-]id|id[ _.-].*|.*[a-z]Id|.*[a-z]ID|код|номер|№|ид)",
)
MAX_CATEGORIES = 50  # more different texts than this must come ten times each, on average, to be categories


def make_column(name: str, values: NDArray[Any], at: int = 0, n_columns: int = 1) -> Column:
    """Return the column with its kind guessed; ``at`` is its place among ``n_columns``."""
    plain = Column(name, "numeric" if values.dtype.kind == "f" else "text", values)
    kind, reason = guess_kind(plain, at, n_columns)
    return Column(name, kind, values, int(np.count_nonzero(~plain.present)), reason)


def guess_kind(column: Column, at: int = 0, n_columns: int = 1) -> tuple[Kind, str]:
    """Guess kind and reason from name, place and cells."""
    present = column.values[column.present]
    if len(present) == 0:
        return "constant", "every cell is missing"
    if len(column.values) > 1 and np.count_nonzero(present != present[0]) == 0:
        value = number_text(present[0]) if column.is_number else str(present[0])
        return "constant", f"every value is {value[:40]}"
    if column.is_number:
        return _numeric_kind(column, present, at, n_columns)
    return _text_kind(column, present)


def has_id_name(name: str) -> bool:
    """Whether a name says "identifier": Id, patient_id, No, index, Unnamed: 0, ..."""
    return bool(_ID_NAME.fullmatch(name) or _ID_NAME.fullmatch(name.casefold().strip(" _.#:")))


def _numeric_kind(column: Column, present: NDArray[Any], at: int, n_columns: int) -> tuple[Kind, str]:
    whole = bool(np.all(np.mod(present, 1) == 0))
    if not whole or len(present) < len(column.values):
        return "numeric", "numbers"
    different = len(np.unique(present))
    unique = different == present.size
    counts_up = len(present) > 1 and present[0] in (0, 1) and bool(np.all(np.diff(present) == 1))
    if has_id_name(column.name) and n_columns > 1 and (unique or different > max(20, len(present) // 2)):
        return "identifier", "its name says so and the values differ from row to row"
    if counts_up and at == 0 and n_columns > 2 and len(present) >= 10:
        return "identifier", "it counts the rows"
    return "numeric", "whole numbers"


def _text_kind(column: Column, present: NDArray[Any]) -> tuple[Kind, str]:
    different, n = len(set(present)), len(present)
    if n >= 2 and all(DATE.fullmatch(cell) for cell in present[:1000]):
        return "date", "dates"
    if different == n and n >= 10 and (has_id_name(column.name) or not any(" " in cell for cell in present)):
        return "identifier", "every row has another text"
    if different <= 2 or n < 10 or (different <= MAX_CATEGORIES and different <= n / 2) or different <= n / 10:
        return "categorical", f"{different} different texts"
    return "text", f"{different} different texts in {n} rows"
