"""From a table to matrices: encode, fill in, scale, split. Fitted on the training part only, then frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.derived import MOST_DERIVED, Derived, base_columns
from fcgui_core.errors import FileError, TableError
from fcgui_core.feature_matrix import Ask, Cells, feature_matrix, read_cells, unless
from fcgui_core.inputs import Input, fit_input
from fcgui_core.roles import TASKS, Roles, Task
from fcgui_core.scaling import SCALES, Scale, centre_and_scale, check_range
from fcgui_core.split import split_three
from fcgui_core.table import Table

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
ClassWeights = Literal["none", "balanced"]
CLASS_WEIGHTS: tuple[ClassWeights, ...] = ("none", "balanced")


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

    @classmethod
    def fit(
        cls,
        table: Table,
        roles: Roles,
        rows: Integers,
        scale: Scale = "standard",
        derived: tuple[Derived, ...] = (),
    ) -> Preparation:
        """Fit on ``rows`` (row numbers) of the table: categories, values to fill in, means, scales, classes.

        Raises `TableError` when the target cannot be learned, no input is left, or an input cannot be derived.
        """
        return _fitted(table, roles, rows, scale, derived)[0]

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

    def unknown_categories(self, table: Table) -> Mapping[str, int]:
        """Return how many cells hold a category unknown in training, or no date, for each column that has some."""
        counts = {entry.name: entry.count_unknown(table) for entry in self.inputs}
        return {name: count for name, count in counts.items() if count}

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
            scaled = (_numbers(column, table) - self.y_mean) / self.y_scale
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
                    _text(data["target"]),
                    data["task"],
                    None if data["classes"] is None else tuple(_text(name) for name in data["classes"]),
                    None if data["y_mean"] is None else _vector(data["y_mean"]),
                    None if data["y_scale"] is None else _vector(data["y_scale"]),
                    data["scale"],
                    tuple((_text(name), _text(reason)) for name, reason in data["ignored"]),
                    tuple(Derived.from_list(one) for one in data["derived"]),
                )
            )
        except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
            if isinstance(error, FileError):
                raise
            raise FileError("The preparation of the data in this file is damaged.") from None


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

    def __post_init__(self) -> None:
        if not len(self.validation_rows):
            object.__setattr__(self, "X_validation", self.X_train[:0])
            object.__setattr__(self, "y_validation", self.y_train[:0])
        for array in vars(self).values():
            if isinstance(array, np.ndarray):
                array.setflags(write=False)

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
        usable = np.flatnonzero(_target_of(table, roles).present)
    if not len(usable):
        raise table.problem(f'every cell of the target "{roles.target}" is missing.', roles.target or "")
    if preparation is None and roles.task == "classification":
        _classes(_target_of(table, roles), table)  # refused before anything is made of a million classes
    labels = _label_ranks(table.column(roles.target or ""))[usable] if roles.task == "classification" else None
    rng = np.random.default_rng([seed, 3])
    train, validation, test = split_three(usable, labels, test_size, validation_size, rng)
    if preparation is None:
        fitted, cells, X_train = _fitted(table, roles, train, scale, derived, cancelled)
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
        X_validation, y[validation], validation, weights, _aside(cells, table.n_rows),
    )  # fmt: skip


def _fitted(
    table: Table,
    roles: Roles,
    rows: Integers,
    scale: Scale,
    derived: tuple[Derived, ...],
    cancelled: Ask | None = None,
) -> tuple[Preparation, Cells, Floats]:
    """Return the preparation fitted on ``rows``, the cells of its inputs, and the raw encoded ``rows`` (m, d).

    Raises `TableError` for two inputs of one name: a plane, a formula or new rows could mean either.
    """
    target = _target_of(table, roles)
    names = roles.inputs(table)
    check_derived(table, roles, derived)
    if not names and not derived:
        raise TableError(f'no column is left to predict "{target.name}" from.', table.path)
    inputs = tuple(fit_input(table.column(name), rows) for name in unless(cancelled, names))
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
        classes = _classes(target, table)
    else:
        y_mean, y_scale = _target_scale(target, rows, scale, table)
    ignored = tuple(roles.ignored.items())
    made = Preparation(
        inputs, x_mean, x_scale, target.name, roles.task, classes, y_mean, y_scale, scale, ignored, derived
    )
    return made, cells, encoded


def _check_names(inputs: tuple[Input, ...], derived: tuple[Derived, ...], table: Table) -> None:
    known: set[str] = set()
    for column, name in (
        *((entry.name, name) for entry in inputs for name in entry.feature_names),
        *((one.columns[0], one.name) for one in derived),
    ):
        if name in known:
            raise table.problem(f'there are two inputs "{name[:40]}": leave one of them out.', column)
        known.add(name)


def balanced_weights(y: NDArray[Any], classes: int) -> Floats:
    """Return (K,) n / (K n_k): rare classes count as much as frequent ones; an absent class counts once.

    Their mean over the rows is 1, so that the loss keeps its size. ``y`` (n,) holds class numbers.
    """
    counts = np.bincount(y, minlength=classes)
    present = int(np.count_nonzero(counts))
    return np.where(counts > 0, len(y) / (present * np.maximum(counts, 1)), 1.0)


def check_sizes(test_size: float, validation_size: float) -> None:
    """Raise `TableError` when the shares of the rows make no sense."""
    if not 0 <= test_size < 1:
        raise TableError("the test part must be at least 0 and less than 1 of the rows.")
    if not 0 <= validation_size < 1:
        raise TableError("the validation part must be at least 0 and less than 1 of the rows.")
    if test_size + validation_size >= 1:
        raise TableError("the test and validation parts leave no rows for training: make one of them smaller.")


def check_derived(table: Table, roles: Roles, derived: tuple[Derived, ...]) -> None:
    """Raise `TableError` when an input cannot be derived: of text, of the target, twice, or under a taken name."""
    for name in base_columns(derived):
        if name == roles.target:
            raise table.problem(f'"{name}" is the target: no input can be derived from it.', name)
        if not can_derive(table.column(name)):
            raise table.problem(f'"{name}" holds no numbers: squares, products and sines need some.', name)
    names = [one.name for one in derived]
    taken = next((name for name in names if name in table or names.count(name) > 1), None)
    if taken is not None:
        raise TableError(f'there are two inputs "{taken}": leave one of them out.', table.path)
    if len(names) > MOST_DERIVED:
        raise TableError(f"{len(names):,} derived inputs are too many; {MOST_DERIVED:,} are possible.", table.path)


def can_derive(column: Column) -> bool:
    """Whether further inputs can be derived from a column: it is one of numbers, used as such."""
    return column.is_number and column.kind not in ("categorical", "date") and not column.order


def _aside(cells: Cells, n_rows: int) -> Floats:
    """Return (n, h) raw numbers of the columns that are no inputs themselves."""
    columns = [entry.filled(whole)[:, None] for entry, whole in cells if not entry.used]
    return np.hstack(columns) if columns else np.zeros((n_rows, 0))


def _label_ranks(column: Column) -> Integers:
    """(n,) for each cell the place of its text among all texts of the column in order of the alphabet."""
    categories, codes = column.coding
    order = sorted(range(len(categories)), key=categories.__getitem__)
    ranks = np.full(len(categories) + 1, -1, dtype=np.int64)  # the last one is for the code -1
    ranks[order] = np.arange(len(categories))
    return ranks[codes]


def _target_of(table: Table, roles: Roles) -> Column:
    if roles.target is None:
        raise TableError("no target is chosen.", table.path)
    return table.column(roles.target)


def _numbers(column: Column, table: Table) -> Floats:
    if not column.is_number:
        row = int(np.argmax(column.present))
        raise table.problem(f'"{column.name}" holds text; a regression needs a target of numbers.', column.name, row)
    return np.asarray(column.values, dtype=np.float64)


def _classes(target: Column, table: Table) -> tuple[str, ...]:
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


def _target_scale(target: Column, rows: Integers, scale: Scale, table: Table) -> tuple[Floats, Floats]:
    values = _numbers(target, table)
    if len(np.unique(values[target.present])) < 2:
        message = f'the target "{target.name}" has only one value: there is nothing to learn.'
        raise table.problem(message, target.name)
    if scale == "none":
        return np.zeros(1), np.ones(1)
    known = values[rows][:, None]
    return centre_and_scale(known, "standard", np.zeros(1, dtype=bool), [target.name], table)


def _vector(numbers: Any) -> Floats:
    if not isinstance(numbers, list) or not all(type(number) in (int, float) for number in numbers):
        raise TypeError
    vector = np.array(numbers, dtype=np.float64)
    if not np.isfinite(vector).all():
        raise ValueError
    vector.setflags(write=False)
    return vector


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


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
