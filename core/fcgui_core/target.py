"""Which column is to be predicted, and how: by name, by place, and by what the cells look like.

Every column that could be the target gets points for what its name says and for its place; the most points win.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from fcgui_core.column import Column
from fcgui_core.names import is_context_name, is_made_up, is_taxon, target_name, without_unit, words

Task = Literal["classification", "regression"]

LAST, FIRST = 30, 15  # points for the place
OF_CLASSES = 15  # more for the last column if it holds classes: they are seldom an input there
IN_THE_MIDDLE = -20  # between other columns, a class may be a ticket's, and a type an input
CONTEXT = -25  # when, where, who
IN_BLOCKS = 40  # the first column, its few values standing together
NAMES_FILE, SHORTEST = 50, 5  # the file is called like the column, whose name has as many letters at least
ONLY_CLASSES = 30  # the only column of classes, before or behind columns of numbers
WEAK, SURE = 45, 90
OF_ANOTHER_SORT = 0.3  # a name that means a quantity, on a column of texts; one that means classes, on many numbers
FEW = 10  # whole numbers of at most as many values are classes; of a quantity, only 2
FEW_IN_A_ROW = 20  # the same, if the values are 0, 1, 2, ... without a gap
LOOKED_AT = 1000  # rows that tell whether a column has more than two values
MOSTLY_EMPTY = 0.95  # of the rows: remarks here and there, not what every row could be asked for
_SEXES = frozenset(("m", "f", "male", "female", "w", "i", "u", "man", "woman", "м", "ж", "муж", "жен", "other"))


def guess_task(column: Column) -> tuple[Task, str]:
    """Return the task that a target of this kind calls for, and why in one line."""
    n, rows = column.n_distinct, len(column.values) - column.missing
    if not column.is_number:
        return "classification", f"{column.name} has {n:,} different texts"
    if n == 2:
        return "classification", f"{column.name} has only {n} different values"
    if column.kind == "categorical":
        return "classification", f"{column.name} is taken for categories"
    values = column.distinct[0]
    quantity = target_name(column.name)[1] == "numbers"
    whole = n > 0 and bool(np.all(np.mod(values, 1) == 0))
    in_a_row = whole and values[0] in (0, 1) and values[-1] - values[0] == n - 1
    few = n <= FEW_IN_A_ROW if in_a_row else n <= FEW
    if whole and few and rows >= 3 * n and not quantity:
        return "classification", f"{column.name} has only {n} different values"
    return "regression", f"{column.name} is a number with {n:,} different values"


def guess_target(
    candidates: Sequence[Column], columns: Sequence[Column], header: bool, file: str = ""
) -> tuple[str, str]:
    """Return the likeliest target's name, and why in one line.

    ``candidates`` are the columns that could be it, of all ``columns`` of the table; ``header``: whether
    their names come from the file; ``file``: the file's name, which may say what the table is about.
    """
    full = [column for column in candidates if column.missing <= MOSTLY_EMPTY * len(column.values)]
    usable = [column for column in full or candidates if column.kind in ("numeric", "categorical")]
    named = usable + [column for column in candidates if _is_counter(column)] if header else usable
    points = {column.name: _points(column, usable or candidates, columns, header, file) for column in named}
    if not points:
        return candidates[-1].name, "it is the last column"
    best = max(reversed(list(points)), key=lambda name: points[name][0])
    return best, points[best][1]


def _points(
    column: Column, usable: Sequence[Column], columns: Sequence[Column], header: bool, file: str
) -> tuple[float, str]:
    first, last = column is usable[0], column is usable[-1]
    place = LAST if last else FIRST if first else 0
    why = "it is the last column" if last else "it is the first column" if first else "no other is likelier"
    if first and not last and _only_classes(column, usable):
        place += ONLY_CLASSES
        why = "it is the first column, and the only one of classes among numbers"
    unnamed = not header or is_made_up(column.name)
    if unnamed and first and not last and guess_task(usable[-1])[0] == "regression" and _stands_in_blocks(column):
        place += IN_BLOCKS
        why = "it is the first column and the rows are sorted by its few values"
    if not header:
        return place, why
    if last and target_name(column.name)[1] != "numbers" and guess_task(column)[0] == "classification":
        place += OF_CLASSES
    if is_context_name(column.name) or _is_sex(column):
        place = (LAST if last else 0) + CONTEXT
    by_name = _surety(column, columns, first or last)
    if words(column.name) == ("default",) and not (first or last) and usable[-1].n_distinct == 2:
        by_name = 0  # what a bank knows of a client's past, before a last column of yes and no
    if _names_file(column.name, file):
        by_name += NAMES_FILE
    if _is_counter(column) and by_name < max(LAST, 60):
        return -1, why
    if by_name > place or (by_name and by_name >= LAST):
        why = f'its name, "{column.name}", says so'
    return place + by_name, why


def _surety(column: Column, columns: Sequence[Column], at_an_end: bool) -> float:
    """Points for the name: less for texts under the name of a quantity, and for a sure name between others."""
    if is_taxon(column.name, [one.name for one in columns]):
        return 0
    surety, of = target_name(column.name, column.n_distinct == 2)
    texts = column.kind == "categorical" or not column.is_number
    if (of == "numbers" and texts) or (of == "classes" and guess_task(column)[0] == "regression"):
        return surety * OF_ANOTHER_SORT
    if words(column.name) == ("y",) and _is_coordinate(column, columns):
        return 0
    weak_or_sure = 0 < surety <= WEAK or surety >= SURE
    return max(0, surety + (IN_THE_MIDDLE if weak_or_sure and not at_an_end else 0))


def _names_file(name: str, file: str) -> bool:
    """Whether a file is called as a column is: prestige.csv, fetal_health_2021.csv."""
    joined = "".join(words(without_unit(name)))
    return len(joined) >= SHORTEST and not is_context_name(name) and joined in "".join(words(file))


def _is_coordinate(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column called y stands between x and something else: a place, not an answer."""
    at = next(at for at, one in enumerate(columns) if one is column)
    before = words(columns[at - 1].name) if at else ()
    return before == ("x",) and at + 1 < len(columns)


def _is_counter(column: Column) -> bool:
    """Whether a column was taken for an identifier by its numbers: its name may say something else."""
    return column.kind == "identifier" and column.is_number


def _is_sex(column: Column) -> bool:
    return column.kind == "categorical" and {text.casefold() for text in list(column.counts)[:9]} <= _SEXES


def _only_classes(column: Column, usable: Sequence[Column]) -> bool:
    """Whether a column of classes stands before three or more columns of numbers, and nothing else is one.

    Classes are a few texts; or two numbers, where no other column has but two and the last one has many.
    """
    rest = [one for one in usable if one is not column]
    if len(rest) < 3 or not all(one.is_number for one in rest):
        return False
    if column.is_number:
        many = all(_has_more_than_two(one) for one in rest)
        return column.n_distinct == 2 and many and guess_task(rest[-1])[0] == "regression"
    return 2 <= column.n_distinct <= 30 and not _is_sex(column)


def _has_more_than_two(column: Column) -> bool:
    head = column.values[:LOOKED_AT]
    return len(np.unique(head[~np.isnan(head)])) > 2


def _stands_in_blocks(column: Column) -> bool:
    """Whether a column has few values and equal ones stand together, as classes do in many files."""
    n = column.n_distinct
    if n < 2 or guess_task(column)[0] != "classification":
        return False
    codes = column.coding.codes
    return int(np.count_nonzero(codes[1:] != codes[:-1])) == n - 1 and len(codes) >= 3 * n
