"""Fit a preparation on some rows of a table: categories, values to fill in, means, scales, classes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.derived import Derived, base_columns, check_derived
from fcgui_core.errors import TableError
from fcgui_core.feature_matrix import Ask, Cells, feature_matrix, read_cells, unless
from fcgui_core.inputs import Input, fit_input, fit_words
from fcgui_core.preparation.fitted import Preparation
from fcgui_core.preparation.targets import class_names, target_column, target_scale
from fcgui_core.roles import Roles
from fcgui_core.scaling import Scale, centre_and_scale
from fcgui_core.table import Table
from fcgui_core.words import LEAST_ROWS

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def fit(
    table: Table,
    roles: Roles,
    rows: Integers,
    scale: Scale,
    derived: tuple[Derived, ...],
    cancelled: Ask | None = None,
) -> tuple[Preparation, Cells, Floats]:
    """Return the preparation fitted on ``rows`` (m,), the cells of its inputs, and the raw encoded ``rows`` (m, d).

    Raises `TableError` when the target cannot be learned, no input is left, an input cannot be derived, or two
    inputs have one name (a plane, a formula or new rows could mean either); `Cancelled` once ``cancelled()`` is true.
    """
    target = target_column(table, roles)
    names = roles.inputs(table)
    check_derived(table, roles, derived)
    if not names and not derived:
        raise TableError(f'no column is left to predict "{target.name}" from.', table.path)
    inputs = tuple(_fit_one(table.column(name), rows, target, roles.task) for name in unless(cancelled, names))
    if not derived and not any(entry.width for entry in inputs):
        raise TableError(f"no word stands in {LEAST_ROWS} rows to learn from.", table.path)
    inputs += tuple(
        replace(fit_input(table.column(name), rows), used=False, tells_missing=False)
        for name in base_columns(derived)
        if name not in names
    )
    _check_names(inputs, derived, table)
    cells = read_cells(inputs, table, cancelled)
    encoded = feature_matrix(cells, derived, rows, cancelled)
    marks = np.array([mark for entry in inputs for mark in entry.marks] + [False] * len(derived), dtype=bool)
    columns = [entry.name for entry in inputs for _ in entry.feature_names] + [one.name for one in derived]
    x_mean, x_scale = centre_and_scale(encoded, scale, marks, columns, table)
    classes, y_mean, y_scale = None, None, None
    if roles.task == "classification":
        classes = class_names(target, table)
    else:
        y_mean, y_scale = target_scale(target, rows, scale, table)
    ignored = tuple(roles.ignored.items())
    made = Preparation(
        inputs, x_mean, x_scale, target.name, roles.task, classes, y_mean, y_scale, scale, ignored, derived
    )
    return made, cells, encoded


def _fit_one(column: Column, rows: Integers, target: Column, task: str) -> Input:
    """Fit one input; what words are worth depends on the target."""
    if column.kind != "text" or column.is_number:
        return fit_input(column, rows)
    rows = rows[target.present[rows]]
    targets = target.coding.codes[rows] if task == "classification" or not target.is_number else target.values[rows]
    return fit_words(column, rows, targets)


def _check_names(inputs: tuple[Input, ...], derived: tuple[Derived, ...], table: Table) -> None:
    known: set[str] = set()
    for column, name in (
        *((entry.name, name) for entry in inputs for name in entry.feature_names),
        *((one.columns[0], one.name) for one in derived),
    ):
        if name in known:
            raise table.problem(f'there are two inputs "{name[:40]}": leave one of them out.', column)
        known.add(name)
