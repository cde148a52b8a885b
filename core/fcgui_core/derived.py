"""Derived inputs: functions of one or two number columns that enter the network as further features.

With them a network without a hidden layer can draw circles (x1², x2²) and saddles (x1·x2), as in TensorFlow
Playground. They are computed from the columns' own raw values, missing cells filled in first, and then scaled as any
other number column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import TableError

if TYPE_CHECKING:
    from fcgui_core.column import Column
    from fcgui_core.roles import Roles
    from fcgui_core.table import Table

Floats = NDArray[np.float64]

MOST_DERIVED = 1_000  # more is a mistake, and would cost more memory than the table


@dataclass(frozen=True)
class FeatureFunction:
    """One kind of derived input: f of ``n_columns`` raw columns; ``label`` and ``notation`` are filled with names."""

    label: str  # as it is shown: "{0}²"
    notation: str  # as it is typed: "{0}^2"
    n_columns: int
    compute: Callable[..., Any]
    help: str


FEATURE_FUNCTIONS: Mapping[str, FeatureFunction] = MappingProxyType(
    {
        "square": FeatureFunction("{0}²", "{0}^2", 1, np.square, "The square: one neuron can then bend its border."),
        "product": FeatureFunction(
            "{0}·{1}", "{0}*{1}", 2, np.multiply, "The product: positive where both columns have the same sign."
        ),
        "sine": FeatureFunction("sin({0})", "sin({0})", 1, np.sin, "The sine of the raw value, in radians."),
    }
)


@dataclass(frozen=True)
class Derived:
    """One derived input: a function by name and the columns that it is of. `ValueError` when they do not fit."""

    function: str
    columns: tuple[str, ...]

    def __post_init__(self) -> None:
        known = FEATURE_FUNCTIONS.get(self.function)
        if known is None or known.n_columns != len(self.columns):
            raise ValueError(f"{self.function} of {len(self.columns)} columns")

    @property
    def name(self) -> str:
        """Its name as a feature: "x1²", "x1·x2", "sin(x1)"."""
        return FEATURE_FUNCTIONS[self.function].label.format(*self.columns)

    @property
    def notation(self) -> str:
        """How it is typed: "x1^2", "x1*x2", "sin(x1)"."""
        return FEATURE_FUNCTIONS[self.function].notation.format(*self.columns)

    def values(self, *columns: NDArray[Any]) -> Floats:
        """Return (n,) f(columns) of raw values (n,) each; infinite where a number is too large."""
        with np.errstate(all="ignore"):
            return np.asarray(FEATURE_FUNCTIONS[self.function].compute(*columns), dtype=np.float64)

    def to_list(self) -> list[str]:
        """Return plain texts that `from_list` turns back into this."""
        return [self.function, *self.columns]

    @classmethod
    def from_list(cls, data: Any) -> Derived:
        """Return what `to_list` wrote; `TypeError` or `ValueError` for anything else."""
        if not isinstance(data, list) or not data or not all(isinstance(text, str) for text in data):
            raise TypeError
        return cls(data[0], tuple(data[1:]))


def features_of(x: str, y: str | None) -> tuple[Derived, ...]:
    """Return the derived inputs that are offered for two number columns, in Playground's order; or for one."""
    columns = (x,) if y is None else (x, y)
    made = []
    for name, function in FEATURE_FUNCTIONS.items():
        if function.n_columns == 1:
            made += [Derived(name, (column,)) for column in columns]
        elif function.n_columns == len(columns):
            made.append(Derived(name, columns))
    return tuple(made)


def same_feature(a: Derived, b: Derived) -> bool:
    """Whether two are the same feature: x1·x2 is x2·x1."""
    return a.function == b.function and sorted(a.columns) == sorted(b.columns)


def base_columns(derived: Iterable[Derived]) -> tuple[str, ...]:
    """Return the columns that derived inputs are made of, each once, in order."""
    return tuple(dict.fromkeys(name for one in derived for name in one.columns))


def can_derive(column: Column) -> bool:
    """Whether further inputs can be derived from a column: it is one of numbers, used as such."""
    return column.is_number and column.kind not in ("categorical", "date") and not column.order


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


def read_derived(texts: Sequence[str], names: Sequence[str]) -> tuple[Derived, ...]:
    """Return the derived inputs that texts such as "x1^2", "x1*x2" and "sin(x1)" stand for.

    ``names`` are the table's columns; the shown forms "x1²" and "x1·x2" are read, too. Raises `TableError`.
    """
    return tuple(dict.fromkeys(_read(text.strip(), names) for text in texts))


def _read(text: str, names: Sequence[str]) -> Derived:
    known = set(names)
    for function, columns in _readings(text):
        if known.issuperset(columns):
            return Derived(function, columns)
    unknown = [column for _, columns in _readings(text) for column in columns if column not in known]
    forms = ", ".join(entry.notation.format("A", "B") for entry in FEATURE_FUNCTIONS.values())
    if unknown:
        raise TableError(f'"{text}": there is no column "{unknown[0]}"; the columns are {", ".join(names[:8])}.')
    raise TableError(f'"{text}" is no derived input; write one of {forms} with the names of columns.')


def _readings(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every way to read a text: a name may itself hold one of the marks."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for function, entry in FEATURE_FUNCTIONS.items():
        for form in (entry.notation, entry.label):
            before, _, rest = form.partition("{0}")
            if entry.n_columns == 1:
                if text.startswith(before) and text.endswith(rest) and len(text) > len(before) + len(rest):
                    found.append((function, (text[len(before) : len(text) - len(rest)].strip(),)))
                continue
            mark = rest.partition("{1}")[0]
            at = text.find(mark)
            while at >= 0:
                found.append((function, (text[:at].strip(), text[at + len(mark) :].strip())))
                at = text.find(mark, at + 1)
    return found
