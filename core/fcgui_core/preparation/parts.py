"""Split a table's rows, fit a preparation on the training part, apply it to all parts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.derived import Derived
from fcgui_core.feature_matrix import Ask, Cells, feature_matrix, read_cells
from fcgui_core.preparation.data import PreparedData
from fcgui_core.preparation.fitted import Preparation
from fcgui_core.preparation.fitting import fit
from fcgui_core.preparation.targets import ClassWeights, balanced_weights, class_names, label_ranks, target_column
from fcgui_core.roles import Roles
from fcgui_core.scaling import Scale
from fcgui_core.split import check_sizes, split_three
from fcgui_core.table import Table

Floats = NDArray[np.float64]


def prepare(
    table: Table,
    roles: Roles,
    test_size: float = 0.3,
    scale: Scale = "standard",
    seed: int = 0,
    preparation: Preparation | None = None,
    validation_size: float = 0.0,
    class_weights: ClassWeights = "none",
    derived: tuple[Derived, ...] = (),
    *,
    cancelled: Ask | None = None,
) -> PreparedData:
    """Split (seeded, stratified by class), fit the preparation on the training part, apply it to all parts.

    A ``preparation`` that is given is used as it is instead, with its own derived inputs. Rows without a target
    are left out. ``test_size`` and ``validation_size`` are shares of the rows, each in [0, 1), together below 1.
    ``class_weights`` "balanced" counts a row of class k as n / (K n_k), on the training part. Raises
    `TableError` when nothing can be learned from the table, `Cancelled` once ``cancelled()`` is true.
    """
    check_sizes(test_size, validation_size)
    y: NDArray[Any] | None = None
    if preparation is not None:
        y = preparation.encode_target(table)
        usable = np.flatnonzero(y >= 0 if preparation.classes is not None else ~np.isnan(y))
    else:
        usable = np.flatnonzero(target_column(table, roles).present)
    if not len(usable):
        raise table.problem(f'every cell of the target "{roles.target}" is missing.', roles.target or "")
    if preparation is None and roles.task == "classification":
        class_names(target_column(table, roles), table)  # refused before anything is made of a million classes
    labels = label_ranks(table.column(roles.target or ""))[usable] if roles.task == "classification" else None
    rng = np.random.default_rng([seed, 3])
    train, validation, test = split_three(usable, labels, test_size, validation_size, rng)
    if preparation is None:
        fitted, cells, X_train = fit(table, roles, train, scale, derived, cancelled)
    else:
        fitted, cells = preparation, read_cells(preparation.inputs, table, cancelled)
        X_train = feature_matrix(cells, fitted.derived, train, cancelled)
    X_train = fitted.scaled(X_train, table)
    X_validation, X_test = (
        fitted.scaled(feature_matrix(cells, fitted.derived, rows, cancelled), table) for rows in (validation, test)
    )
    if y is None:
        y = fitted.encode_target(table)
    weights = None
    if class_weights == "balanced" and fitted.classes is not None:
        weights = balanced_weights(y[train], len(fitted.classes))
    return PreparedData(
        fitted, X_train, X_test, y[train], y[test], train, test, table.n_rows - len(usable),
        X_validation, y[validation], validation, weights, _aside(cells, table.n_rows), table.rows,
    )  # fmt: skip


def _aside(cells: Cells, n_rows: int) -> Floats:
    """Return (n, h) raw numbers of the columns that are no inputs themselves."""
    columns = [entry.filled(whole)[:, None] for entry, whole in cells if not entry.used]
    return np.hstack(columns) if columns else np.zeros((n_rows, 0))
