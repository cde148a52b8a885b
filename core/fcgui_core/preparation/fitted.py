"""A fitted preparation: from a table to the network's inputs and targets, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.derived import Derived, base_columns
from fcgui_core.errors import FileError
from fcgui_core.feature_matrix import feature_matrix, read_cells
from fcgui_core.inputs import Input
from fcgui_core.preparation.targets import target_numbers
from fcgui_core.roles import TASKS, Task
from fcgui_core.scaling import SCALES, Scale, check_range
from fcgui_core.strict_json import a_text
from fcgui_core.table import Table

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Preparation:
    """A fitted, frozen way from a table to the network's inputs and targets, and back.

    A raw encoded row x enters the network as (x - x_mean) / x_scale; features that are nothing but 0 and 1 (one-hot,
    "age is missing") are left as they are. ``columns[j]`` names the table column that feature j came from.
    ``classes`` are the class names in order (None for regression); ``y_mean`` and ``y_scale`` are (1,) for
    regression, None for classification.
    The features are those of the ``inputs``, then the ``derived`` ones; with ``aside``, which is for looking at the
    data only, then the columns that nothing but derived inputs are made of.
    """

    inputs: tuple[Input, ...]
    x_mean: Floats  # (d,)
    x_scale: Floats  # (d,), never 0
    target: str
    task: Task
    classes: tuple[str, ...] | None = None
    y_mean: Floats | None = None  # (1,)
    y_scale: Floats | None = None  # (1,)
    scale: Scale = "standard"
    ignored: tuple[tuple[str, str], ...] = ()  # (name, reason): what the table had besides
    derived: tuple[Derived, ...] = ()
    aside: bool = False

    @property
    def feature_names(self) -> tuple[str, ...]:
        """(d,) names of the encoded features: "age", "age is missing", "sex=female", "when (days)", "age²"."""
        return (*(name for entry in self.inputs for name in entry.feature_names), *self._further)

    @property
    def columns(self) -> tuple[str, ...]:
        """(d,) the table column that each feature came from; a derived one bears its own name."""
        return (*(entry.name for entry in self.inputs for _ in entry.feature_names), *self._further)

    @property
    def date_middles(self) -> Mapping[str, float]:
        """For each feature that counts days, by name: the date that it counts from, in days since 1970-01-01."""
        return {
            entry.feature_names[0]: entry.dates.middle
            for entry in self.inputs
            if entry.dates is not None and entry.feature_names
        }

    @property
    def _further(self) -> tuple[str, ...]:
        others = tuple(entry.name for entry in self.inputs if not entry.used) if self.aside else ()
        return (*(one.name for one in self.derived), *others)

    def encode(self, table: Table) -> Floats:
        """Return (n, d) raw encoded features: one-hot, missing filled in, not scaled.

        Raises `TableError` naming a column that the table lacks or that holds no numbers where numbers are
        needed.
        """
        return feature_matrix(read_cells(self.inputs, table), self.derived, np.arange(table.n_rows))

    def transform(self, table: Table) -> Floats:
        """Return (n, d) features as they enter the network: (encode - x_mean) / x_scale.

        Raises `TableError` as `encode` does, and naming a column whose numbers are too large for a network.
        """
        return self.scaled(self.encode(table), table)

    def scaled(self, X: Floats, table: Table) -> Floats:
        """Return raw encoded rows of ``table`` (n, d), scaled in their place; `TableError` as in `transform`."""
        with np.errstate(over="ignore", invalid="ignore"):
            X -= self.x_mean
            X /= self.x_scale
        check_range(X, self.columns, table)
        return X

    def encode_target(self, table: Table) -> NDArray[Any]:
        """Return (n,) class index int64 (-1: missing or unknown), or scaled float64 (NaN: missing).

        Raises `TableError` when the column cannot be this target: text for a regression, numbers too large, or
        not a single known class.
        """
        column = table.column(self.target)
        if self.classes is not None:
            index = {name: at for at, name in enumerate(self.classes)}
            categories, codes = column.coding
            y = np.array([*(index.get(text, -1) for text in categories), -1], dtype=np.int64)[codes]
            if column.present.any() and not (y >= 0).any():
                known = ", ".join((*self.classes[:5], "...") if len(self.classes) > 5 else self.classes)
                message = f'the target "{self.target}" holds none of the known classes: {known}.'
                raise table.problem(message, self.target, int(np.argmax(column.present)))
            return y
        assert self.y_mean is not None and self.y_scale is not None
        with np.errstate(over="ignore"):
            scaled = (target_numbers(column, table) - self.y_mean) / self.y_scale
        check_range(scaled[column.present, None], [self.target], table)
        return scaled

    def raw_target(self, scaled: Floats) -> Floats:
        """Return regression outputs in the target's own unit: scaled * y_scale + y_mean."""
        assert self.y_mean is not None and self.y_scale is not None
        return np.asarray(scaled, dtype=np.float64) * self.y_scale + self.y_mean

    def to_dict(self) -> dict[str, Any]:
        """Return plain lists, numbers and texts that `from_dict` turns back into an equal preparation."""
        return {
            "inputs": [entry.to_dict() for entry in self.inputs],
            "derived": [one.to_list() for one in self.derived],
            "x_mean": self.x_mean.tolist(),
            "x_scale": self.x_scale.tolist(),
            "target": self.target,
            "task": self.task,
            "classes": self.classes and list(self.classes),
            "y_mean": None if self.y_mean is None else self.y_mean.tolist(),
            "y_scale": None if self.y_scale is None else self.y_scale.tolist(),
            "scale": self.scale,
            "ignored": [list(pair) for pair in self.ignored],
        }

    @classmethod
    def from_dict(cls, data: Any) -> Preparation:
        """Return the preparation written by `to_dict`. Raises `FileError` when ``data`` is not one."""
        try:
            return _checked(
                cls(
                    tuple(Input.from_dict(entry) for entry in data["inputs"]),
                    _vector(data["x_mean"]),
                    _vector(data["x_scale"]),
                    a_text(data["target"]),
                    data["task"],
                    None if data["classes"] is None else tuple(a_text(name) for name in data["classes"]),
                    None if data["y_mean"] is None else _vector(data["y_mean"]),
                    None if data["y_scale"] is None else _vector(data["y_scale"]),
                    data["scale"],
                    tuple((a_text(name), a_text(reason)) for name, reason in data["ignored"]),
                    tuple(Derived.from_list(one) for one in data["derived"]),
                )
            )
        except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
            if isinstance(error, FileError):
                raise
            raise FileError("The preparation of the data in this file is damaged.") from None


def _vector(numbers: Any) -> Floats:
    if not isinstance(numbers, list) or not all(type(number) in (int, float) for number in numbers):
        raise TypeError
    vector = np.array(numbers, dtype=np.float64)
    if not np.isfinite(vector).all():
        raise ValueError
    vector.setflags(write=False)
    return vector


def _checked(made: Preparation) -> Preparation:
    """Return the preparation if its parts fit together; `ValueError` if not."""
    d = len(made.feature_names)
    numbers = {entry.name for entry in made.inputs if entry.is_number}
    regression = made.task == "regression"
    sound = (
        made.task in TASKS
        and made.scale in SCALES
        and numbers.issuperset(base_columns(made.derived))
        and d > 0
        and made.x_mean.shape == made.x_scale.shape == (d,)
        and bool((made.x_scale != 0).all())
        and (made.classes is None) == regression
        and (made.classes is None or len(set(made.classes)) == len(made.classes) >= 2)
        and all((v is not None and v.shape == (1,)) == regression for v in (made.y_mean, made.y_scale))
    )
    if not sound:
        raise ValueError
    return made
