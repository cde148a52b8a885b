"""The target of a preparation: its column, its classes and what each counts, its scale."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.errors import TableError
from fcgui_core.roles import Roles
from fcgui_core.scaling import Scale, centre_and_scale
from fcgui_core.table import Table

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
ClassWeights = Literal["none", "balanced"]
CLASS_WEIGHTS: tuple[ClassWeights, ...] = ("none", "balanced")


def target_column(table: Table, roles: Roles) -> Column:
    """Return the column to predict; `TableError` when none is chosen, or the table lacks it."""
    if roles.target is None:
        raise TableError("no target is chosen.", table.path)
    return table.column(roles.target)


def target_numbers(column: Column, table: Table) -> Floats:
    """Return (n,) a regression's targets, NaN where missing; `TableError` naming the first text among them."""
    if not column.is_number:
        row = int(np.argmax(column.present))
        raise table.problem(f'"{column.name}" holds text; a regression needs a target of numbers.', column.name, row)
    return np.asarray(column.values, dtype=np.float64)


def class_names(target: Column, table: Table) -> tuple[str, ...]:
    """Return the class names in order; refuse one class only, and as many classes as rows."""
    counts = target.counts
    n, rows = len(counts), sum(counts.values())
    what = f'the target "{target.name}" has'
    if n < 2:
        only = next(iter(counts), "")[:40]
        raise table.problem(f'{what} only one value, "{only}": nothing to tell apart.', target.name)
    if n > 20 and n > rows / 2:
        raise table.problem(f"{what} {n} different values in {rows} rows: too many for classes.", target.name)
    return tuple(counts)


def label_ranks(column: Column) -> Integers:
    """Return (n,) for each cell the place of its text among all texts of the column in order of the alphabet."""
    categories, codes = column.coding
    order = sorted(range(len(categories)), key=categories.__getitem__)
    ranks = np.full(len(categories) + 1, -1, dtype=np.int64)  # the last one is for the code -1
    ranks[order] = np.arange(len(categories))
    return ranks[codes]


def balanced_weights(y: NDArray[Any], classes: int) -> Floats:
    """Return (K,) n / (K n_k): rare classes count as much as frequent ones; an absent class counts once.

    Their mean over the rows is 1, so that the loss keeps its size. ``y`` (n,) holds class numbers.
    """
    counts = np.bincount(y, minlength=classes)
    present = int(np.count_nonzero(counts))
    return np.where(counts > 0, len(y) / (present * np.maximum(counts, 1)), 1.0)


def target_scale(target: Column, rows: Integers, scale: Scale, table: Table) -> tuple[Floats, Floats]:
    """Return (1,) mean and (1,) deviation of a regression's target on ``rows``, 0 and 1 for "none".

    Raises `TableError` when the column holds text, or one value only.
    """
    values = target_numbers(target, table)
    if len(np.unique(values[target.present])) < 2:
        message = f'the target "{target.name}" has only one value: there is nothing to learn.'
        raise table.problem(message, target.name)
    if scale == "none":
        return np.zeros(1), np.ones(1)
    known = values[rows][:, None]
    return centre_and_scale(known, "standard", np.zeros(1, dtype=bool), [target.name], table)
