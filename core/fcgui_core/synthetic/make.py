"""From a recipe to a table, and back to points that can be painted on."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.errors import TableError
from fcgui_core.recipe import PAINTED, POINTS, Recipe
from fcgui_core.roles import Roles, Task
from fcgui_core.synthetic.sets import SETS, GeneratedSet
from fcgui_core.table import Table

Floats = NDArray[np.float64]
Span = tuple[float, float]

TWO_CLASSES = ("negative", "positive")  # TensorFlow Playground's -1 and 1
CLASS_LETTERS = "ABCDEFGH"
SPAN: Span = (-6.0, 6.0)  # of both axes, as in TensorFlow Playground
GENERATED, PAINTED_BY_HAND = "generated", "painted by hand"


def is_generated(name: str) -> bool:
    """Whether there is a generated set of this name, written in any case, with - or _."""
    return _folded(name) in SETS


def find_set(name: str) -> GeneratedSet:
    """Return the generated set called ``name``; `TableError` naming those there are."""
    try:
        return SETS[_folded(name)]
    except KeyError:
        near = difflib.get_close_matches(_folded(name), SETS, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise TableError(f'there is no generated set "{name}"; {hint}there are {", ".join(SETS)}.') from None


def generate(recipe: Recipe) -> Table:
    """Return the table of a recipe: columns x1, x2, ... and class, or x and y; the same one each time.

    The random numbers come from ``default_rng([seed, 4])`` alone. Raises `TableError` for a name that is not known
    or that is "painted".
    """
    entry = find_set(recipe.name)
    recipe = recipe.with_(name=entry.name, classes=_classes(recipe, entry))
    rng = np.random.default_rng([recipe.seed, 4])
    extra = {} if recipe.classes is None else {"classes": recipe.classes}
    X, y = entry.function(rng, recipe.points, float(recipe.noise), **extra)
    columns = [_number(name, X[:, at], GENERATED) for at, name in enumerate(entry.columns)]
    if entry.task == "classification":
        names = TWO_CLASSES if recipe.classes is None else tuple(CLASS_LETTERS[: recipe.classes])
        columns.append(_category(entry.target, np.array(names, dtype=object)[y], GENERATED))
    else:
        columns.append(_number(entry.target, y, GENERATED))
    return Table(entry.name, tuple(columns), recipe.points, recipe=recipe)


def roles_of(table: Table) -> Roles:
    """Return what each column of a generated or painted table is for: the last one is the target."""
    column = table.columns[-1]
    task: Task = "regression" if column.is_number else "classification"
    why = "painted by hand" if table.recipe is not None and table.recipe.is_painted else "as it was generated"
    return Roles(column.name, {}, task, why, why)


def spans_of(table: Table) -> tuple[Span, Span | None] | None:
    """Return the ends of both axes of a generated or painted table of up to two inputs; None for another table.

    They do not move while points come and go. The second is None for one input: there the targets are the height.
    """
    numbers = all(column.is_number for column in table.columns[:-1])  # the user may have retyped one
    if table.recipe is None or len(table.columns) > 3 or not numbers:
        return None
    return SPAN, SPAN if len(table.columns) == 3 else None


def same_set(first: Table, second: Table) -> bool:
    """Whether two tables are points of the same generated set, also where one of them was painted on."""
    if first.recipe is None or second.recipe is None:
        return False
    return first.name.partition(",")[0] == second.name.partition(",")[0]


def canvas(task: Task = "classification") -> Table:
    """Return an empty table to paint on: x1, x2 and class, or x1, x2 and y."""
    empty = np.zeros(0)
    last = _category("class", empty.astype(object), PAINTED_BY_HAND) if task == "classification" else None
    target = last or _number("y", empty, PAINTED_BY_HAND)
    columns = (_number("x1", empty, PAINTED_BY_HAND), _number("x2", empty.copy(), PAINTED_BY_HAND), target)
    return Table(PAINTED, columns, 0, recipe=Recipe(PAINTED))


def points_of(table: Table) -> tuple[Floats, NDArray[Any]]:
    """Return the inputs (n, d) and the targets (n,) of a generated or painted table: class names or numbers."""
    X = np.column_stack([column.values for column in table.columns[:-1]])
    return X, table.columns[-1].values


def next_class(names: Sequence[str]) -> str:
    """Return the name of one more class, which comes after ``names`` in their order: B after A, else "type 3"."""
    letters = [letter for letter in CLASS_LETTERS if letter > max(names, default="")]
    lettered = all(name in CLASS_LETTERS for name in names)
    return letters[0] if lettered and letters else f"type {len(names) + 1}"


def repainted(table: Table, kept: NDArray[np.bool_], X: Floats, targets: NDArray[Any]) -> Table:
    """Return the table with only the ``kept`` rows (n,) and with new points behind them: X (m, d), targets (m,).

    Raises `TableError` when there would be more points than a generated set may have.
    """
    n = int(np.count_nonzero(kept)) + len(X)
    if n > POINTS[1]:
        raise TableError(f"a painted table may have up to {POINTS[1]:,} points.")
    *inputs, target = table.columns
    columns = [
        _number(column.name, np.concatenate([column.values[kept], X[:, at]]), PAINTED_BY_HAND)
        for at, column in enumerate(inputs)
    ]
    values = np.concatenate([target.values[kept], np.asarray(targets, dtype=target.values.dtype)])
    make = _number if target.is_number else _category
    name = table.name if table.recipe is not None and table.recipe.is_painted else f"{table.name}, {PAINTED}"
    return Table(name, (*columns, make(target.name, values, PAINTED_BY_HAND)), n, recipe=Recipe(PAINTED))


def _classes(recipe: Recipe, entry: GeneratedSet) -> int | None:
    return None if entry.default_classes is None else recipe.classes or entry.default_classes


def _folded(name: str) -> str:
    return name.strip().casefold().replace("-", "_")


def _number(name: str, values: Floats, reason: str) -> Column:
    return Column(name, "numeric", np.ascontiguousarray(values, dtype=np.float64), 0, reason)


def _category(name: str, values: NDArray[Any], reason: str) -> Column:
    return Column(name, "categorical", values, 0, reason)
