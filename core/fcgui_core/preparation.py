"""From a table to matrices: encode, fill in, scale, split. Fitted on the training part only, then frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.table import Roles, Table, Task

Scale = Literal["standard", "minmax", "none"]
SCALES: tuple[Scale, ...] = ("standard", "minmax", "none")

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Input:
    """How one column of a table becomes one or more features.

    A number column is one feature, its missing cells filled with ``fill`` (the median). A category column is
    one feature per entry of ``categories`` (one-hot); ``fill`` is then the most frequent category.
    """

    name: str
    categories: tuple[str, ...] | None
    fill: float | str


@dataclass(frozen=True, eq=False)
class Preparation:
    """A fitted, frozen way from a table to the network's inputs and targets, and back.

    A raw encoded row x enters the network as (x - x_mean) / x_scale. ``columns[j]`` names the table column
    that feature j came from. ``classes`` are the class names in order (None for regression); ``y_mean`` and
    ``y_scale`` are (1,) for regression, None for classification.
    """

    inputs: tuple[Input, ...]
    feature_names: tuple[str, ...]
    x_mean: Floats  # (d,)
    x_scale: Floats  # (d,), never 0
    target: str
    task: Task
    classes: tuple[str, ...] | None = None
    y_mean: Floats | None = None  # (1,)
    y_scale: Floats | None = None  # (1,)
    columns: tuple[str, ...] = ()
    scale: Scale = "standard"
    ignored: tuple[tuple[str, str], ...] = ()  # (name, reason): what the table had besides

    @classmethod
    def fit(cls, table: Table, roles: Roles, rows: Integers, scale: Scale = "standard") -> Preparation:
        """Fit on ``rows`` (row numbers) of the table."""
        raise NotImplementedError

    def encode(self, table: Table) -> Floats:
        """(n, d) raw encoded features: one-hot, missing filled in, not scaled."""
        raise NotImplementedError

    def transform(self, table: Table) -> Floats:
        """(n, d) features as they enter the network: (encode - x_mean) / x_scale."""
        raise NotImplementedError

    def encode_target(self, table: Table) -> NDArray[Any]:
        """(n,) class index int64 (-1: missing or unknown), or scaled float64 (NaN: missing)."""
        raise NotImplementedError

    def to_json(self) -> str:
        """One JSON text that `from_json` turns back into an equal preparation."""
        raise NotImplementedError

    @classmethod
    def from_json(cls, text: str) -> Preparation:
        """Return the preparation written by `to_json`. Raises `FileError` when the text is not one."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class PreparedData:
    """A table ready for training: scaled float64 matrices of the two parts, and where each row came from."""

    preparation: Preparation
    X_train: Floats  # (n_train, d)
    X_test: Floats  # (n_test, d)
    y_train: NDArray[Any]  # (n_train,) class index int64 or scaled float64
    y_test: NDArray[Any]
    train_rows: Integers  # row numbers in the table
    test_rows: Integers
    n_dropped: int = 0  # rows left out since their target is missing

    @property
    def task(self) -> Task:
        """The task: "classification" or "regression"."""
        return self.preparation.task

    @property
    def n_features(self) -> int:
        """Number of encoded features, the network's inputs."""
        return len(self.preparation.feature_names)

    @property
    def n_classes(self) -> int:
        """Number of classes; 0 for regression."""
        return len(self.preparation.classes or ())

    def raw(self, scaled: Floats) -> Floats:
        """Scaled features (..., d) in their raw units: scaled * x_scale + x_mean."""
        return scaled * self.preparation.x_scale + self.preparation.x_mean


def prepare(
    table: Table,
    roles: Roles,
    test_size: float = 0.3,
    scale: Scale = "standard",
    seed: int = 0,
    preparation: Preparation | None = None,
) -> PreparedData:
    """Split (seeded, stratified by class), fit the preparation on the training part, apply it to both."""
    raise NotImplementedError
