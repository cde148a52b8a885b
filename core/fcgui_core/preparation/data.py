"""A table ready for training: the matrices of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.preparation.fitted import Preparation
from fcgui_core.roles import Task
from fcgui_core.scaling import centre_and_scale

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

TRAINING, VALIDATION, TEST, NO_PART = range(4)  # what a row is for


@dataclass(frozen=True, eq=False)
class PreparedData:
    """A table ready for training: scaled float64 matrices of its parts, and where each row came from.

    ``weights`` (K,) is how much a row of each class counts in the loss; None where all rows count alike.
    """

    preparation: Preparation
    X_train: Floats  # (n_train, d)
    X_test: Floats  # (n_test, d)
    y_train: NDArray[Any]  # (n_train,) class index int64 or scaled float64
    y_test: NDArray[Any]
    train_rows: Integers  # row numbers in the table
    test_rows: Integers
    n_dropped: int = 0  # rows left out since their target is missing (or of an unknown class)
    X_validation: Floats = field(default_factory=lambda: np.zeros((0, 0)))  # (n_validation, d), often 0 rows
    y_validation: NDArray[Any] = field(default_factory=lambda: np.zeros(0))
    validation_rows: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    weights: Floats | None = None  # (K,)
    aside: Floats = field(default_factory=lambda: np.zeros((0, 0)))  # (rows of the table, h) raw: see `seen`
    called: Integers | None = None  # (rows of the table,) their numbers in its file, where the user left some out

    def __post_init__(self) -> None:
        if not len(self.validation_rows):
            object.__setattr__(self, "X_validation", self.X_train[:0])
            object.__setattr__(self, "y_validation", self.y_train[:0])
        for array in vars(self).values():
            if isinstance(array, np.ndarray):
                array.setflags(write=False)

    def number(self, row: int) -> int:
        """Return what a row (0-based) of the table is called: its number among all rows of the file, from 1."""
        return row + 1 if self.called is None else int(self.called[row]) + 1

    @property
    def task(self) -> Task:
        """The task: "classification" or "regression"."""
        return self.preparation.task

    @property
    def n_features(self) -> int:
        """Number of encoded features, the network's inputs."""
        return len(self.preparation.x_mean)

    @property
    def n_classes(self) -> int:
        """Number of classes; 0 for regression."""
        return len(self.preparation.classes or ())

    def parts(self, n_rows: int) -> NDArray[np.int8]:
        """Return (n_rows,) what each row of the table is for; rows without a target are for nothing."""
        parts = np.full(n_rows, NO_PART, dtype=np.int8)
        parts[self.train_rows], parts[self.validation_rows], parts[self.test_rows] = TRAINING, VALIDATION, TEST
        return parts

    @cached_property
    def ranges(self) -> Floats:
        """(2, d) the smallest and the largest value of each scaled feature in any part."""
        parts = [part for part in (self.X_train, self.X_validation, self.X_test) if len(part)]
        return np.stack([np.min([p.min(0) for p in parts], 0), np.max([p.max(0) for p in parts], 0)])

    @cached_property
    def target_range(self) -> tuple[float, float]:
        """The smallest and the largest target of the training and test rows, in its own unit; of a regression."""
        parts = [self.preparation.raw_target(y) for y in (self.y_train, self.y_test) if len(y)]
        return min(float(y.min()) for y in parts), max(float(y.max()) for y in parts)

    @cached_property
    def seen(self) -> PreparedData:
        """This data with further columns at the end: those that nothing but derived inputs are made of.

        For looking at: a plane may span them, though they are no inputs of the network themselves.
        """
        if not self.aside.shape[1]:
            return self
        made = self.preparation
        known = self.aside[self.train_rows]
        names = [entry.name for entry in made.inputs if not entry.used]
        mean, scale = centre_and_scale(known, "standard", np.zeros(len(names), dtype=bool), names)
        scaled = (self.aside - mean) / scale
        parts: dict[str, Any] = {
            f"X_{part}": np.hstack([getattr(self, f"X_{part}"), scaled[getattr(self, f"{part}_rows")]])
            for part in ("train", "test", "validation")
        }
        x_mean, x_scale = np.append(made.x_mean, mean), np.append(made.x_scale, scale)
        return replace(self, preparation=replace(made, x_mean=x_mean, x_scale=x_scale, aside=True), **parts)

    def raw(self, scaled: Floats) -> Floats:
        """Return scaled features (..., d) in their raw units: scaled * x_scale + x_mean."""
        return scaled * self.preparation.x_scale + self.preparation.x_mean
