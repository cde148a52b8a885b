"""A model's answers for the rows of a table, and how good they are where the truth is known."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import Cancelled
from fcgui_core.inputs import Input
from fcgui_core.matching import Matched, match_columns, place
from fcgui_core.preparation import Preparation
from fcgui_core.reading_notes import counted
from fcgui_core.scaling import LARGEST
from fcgui_core.table import Table
from fcgui_core.task import class_probabilities, predicted_classes
from fcgui_core.weights_file import Model

MOST_ROWS, LEAST_ROWS, CHUNK_NUMBERS = 16_384, 256, 2_000_000  # rows encoded at a time: some 16 MB of float64
MOST_TOLD = 1_000  # rows without an answer that are listed; all of them are counted
MOST_VALUES = 3  # unknown categories of a column that are named
MISSING, UNKNOWN = -1, -2  # in place of a class number: no truth, a class that the model does not know

Progress = Callable[[float], None]
Ask = Callable[[], bool]
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Unknown:
    """Cells of a column with a category that training had not seen: how many, and the first different ones.

    Where the column's categories have an order, such a cell counts as ``missing``.
    """

    count: int
    values: tuple[str, ...]
    missing: bool = False


@dataclass(frozen=True)
class Score:
    """How good answers are on ``rows`` rows whose truth is known; None where there is nothing to say.

    ``accuracy`` is the share of right classes. ``r2`` is 1 - sum (y - t)^2 / sum (t - mean t)^2, ``rmse`` the root of
    the mean squared error in the target's own unit.
    """

    rows: int
    accuracy: float | None = None
    r2: float | None = None
    rmse: float | None = None


@dataclass(frozen=True, eq=False)
class Predictions:
    """Answers in the table's row order.

    ``table`` bears the model's names. ``outputs`` (n, q) are as they leave the network, NaN in the rows without an
    answer (``without``: row number and reason, the first 1,000 of ``n_without``). ``truth`` is (n,): class numbers
    (`MISSING`, `UNKNOWN`), or values with NaN where missing; None where the table has no target. ``notes`` tell
    how the columns were found.
    """

    model: Model
    table: Table
    outputs: NDArray[Any]
    truth: NDArray[Any] | None
    unknown: Mapping[str, Unknown]
    notes: tuple[str, ...] = ()
    without: tuple[tuple[int, str], ...] = ()
    n_without: int = 0

    @property
    def target(self) -> str:
        """The name of what is predicted."""
        return self.model.preparation.target

    @property
    def classes(self) -> tuple[str, ...] | None:
        """The class names; None for a regression."""
        return self.model.preparation.classes

    @cached_property
    def answers(self) -> NDArray[Any]:
        """(n,) class numbers (`MISSING`: no answer), or values in the target's own unit (NaN: no answer)."""
        return answers_of(self.model.preparation, self.outputs)

    @property
    def labels(self) -> tuple[str, ...] | None:
        """(n,) class names, empty where there is no answer; None for a regression."""
        if self.classes is None:
            return None
        names = (*self.classes, "")
        return tuple(names[number] for number in self.answers)

    @property
    def values(self) -> Floats | None:
        """(n,) values in the target's own unit; None for a classification."""
        return self.answers if self.classes is None else None

    def probabilities(self, rows: slice = slice(None)) -> Floats:
        """Return (n, K) the probability of each class."""
        return class_probabilities(self.outputs[rows], self.model.spec.layers[-1].activation)

    @cached_property
    def score(self) -> Score | None:
        """How good the answers are; None without a truth."""
        return None if self.truth is None else score(self.truth, self.answers, self.classes is not None)


def predict_table(
    model: Model, table: Table, progress: Progress | None = None, cancelled: Ask | None = None
) -> Predictions:
    """Return the model's answers for every row, a block of rows at a time.

    Raises `TableError` naming columns that lack or hold no numbers, `Cancelled` once ``cancelled()`` is true;
    ``progress`` is called with the fraction done.
    """
    matched = match_columns(model.preparation, table, trained_on(model))
    return predict_matched(model, matched, progress, cancelled)


def predict_matched(
    model: Model, matched: Matched, progress: Progress | None = None, cancelled: Ask | None = None
) -> Predictions:
    """`predict_table` for a table whose columns have been found."""
    made, table, network = model.preparation, matched.table, model.network
    outputs = np.empty((table.n_rows, model.spec.n_outputs), dtype=model.dtype)
    without: list[tuple[int, str]] = []
    n_without = 0
    for rows in blocks(table.n_rows, len(made.x_mean)):
        if cancelled is not None and cancelled():
            raise Cancelled("predicting was cancelled.")
        X, beyond = encode_rows(made, rows_of(table, rows, [entry.name for entry in made.inputs]))
        with np.errstate(all="ignore"):
            outputs[rows] = network.predict(X.astype(model.dtype))
        bad = beyond.any(axis=1) | ~np.isfinite(outputs[rows]).all(axis=1)
        outputs[rows][bad] = np.nan
        n_without += int(np.count_nonzero(bad))
        for row in np.flatnonzero(bad)[: max(0, MOST_TOLD - len(without))]:
            without.append((rows.start + int(row), _why(made, beyond[row])))
        if progress is not None:
            progress(rows.stop / table.n_rows)
    truth = truth_of(made, table) if matched.has_target else None
    return Predictions(
        model, table, outputs, truth, unknown_categories(made.inputs, table), matched.notes, tuple(without), n_without
    )


def trained_on(model: Model) -> tuple[str, ...]:
    """Return the columns of the table that the model was trained on, in order; empty where its file does not tell."""
    names = model.metrics.get("columns")
    if not isinstance(names, (list, tuple)) or not all(isinstance(name, str) for name in names):
        return ()
    return tuple(names)


def blocks(n_rows: int, width: int) -> list[slice]:
    """Return slices that cover the rows, each small enough to be encoded at once."""
    size = min(MOST_ROWS, max(LEAST_ROWS, CHUNK_NUMBERS // max(1, width)))
    return [slice(start, min(start + size, n_rows)) for start in range(0, n_rows, size)]


def rows_of(table: Table, rows: slice | Integers, names: Sequence[str]) -> Table:
    """Return the table of some columns in some rows."""
    columns = []
    for name in names:
        column = table.column(name)
        values = column.values[rows]
        columns.append(replace(column, values=values, missing=0))
    return Table(table.name, tuple(columns), len(columns[0].values) if columns else 0, path=table.path)


def encode_rows(made: Preparation, table: Table) -> tuple[Floats, NDArray[np.bool_]]:
    """Return X (n, d) as it enters the network, 0 where a number is too large for it, and (n, d) where that is."""
    with np.errstate(over="ignore", invalid="ignore"):
        X = made.encode(table)
        X -= made.x_mean
        X /= made.x_scale
    beyond = ~(np.abs(X) <= LARGEST)  # nan is beyond, too
    X[beyond] = 0.0
    return X, beyond


def _why(made: Preparation, beyond: NDArray[np.bool_]) -> str:
    if not beyond.any():
        return "the network's answer is no finite number."
    return f'"{made.columns[int(np.argmax(beyond))]}" holds a number too large for a network.'


def without_answer(predictions: Predictions) -> str:
    """Return one sentence on the rows without an answer, with the first places; empty if there are none."""
    if not predictions.n_without:
        return ""
    shown = "; ".join(f"{place(predictions.table, row)}: {why}" for row, why in predictions.without[:MOST_VALUES])
    more = f" And {predictions.n_without - MOST_VALUES} more." if predictions.n_without > MOST_VALUES else ""
    return f"no answer for {counted(predictions.n_without, 'row')}: {shown}{more}"


def unknown_words(name: str, unknown: Unknown) -> str:
    """Return one sentence on the unknown categories of a column, with the most frequent ones."""
    shown = ", ".join(f'"{value[:40]}"' for value in unknown.values)
    holding = counted(unknown.count, "cell")
    verb = "holds" if unknown.count == 1 else "hold"
    taken = "counted as missing" if unknown.missing else 'taken for "other"'
    return f'{holding} of "{name}" {verb} a category that training did not know, {taken}: {shown}.'


# --- answers, truth, errors ---


def answers_of(made: Preparation, outputs: NDArray[Any]) -> NDArray[Any]:
    """Return (n,) class numbers (`MISSING`: no answer), or values in the target's own unit, of outputs (n, q)."""
    if made.classes is None:
        return made.raw_target(outputs)[:, 0]
    return np.where(np.isfinite(outputs).all(axis=1), predicted_classes(outputs), MISSING)


def truth_of(made: Preparation, table: Table) -> NDArray[Any]:
    """Return (n,) class numbers (`MISSING`, `UNKNOWN`), or values in their own unit (NaN: missing)."""
    column = table.column(made.target)
    if made.classes is None:
        return np.asarray(column.values, dtype=np.float64)
    index = {name: at for at, name in enumerate(made.classes)}
    texts, codes = column.coding
    return np.array([*(index.get(text, UNKNOWN) for text in texts), MISSING], dtype=np.int64)[codes]


def errors_of(truth: NDArray[Any], answers: NDArray[Any], probabilities: Floats | None) -> Floats:
    """Return (n,) how wrong each answer is, NaN where truth or answer is missing.

    Regression: answer - truth. Classification: 1 - the probability of the true class (1 for a class that the
    model does not know).
    """
    if probabilities is None:
        return np.asarray(answers - truth, dtype=np.float64)
    known = truth >= 0
    errors = np.ones(len(truth))
    errors[known] = 1.0 - probabilities[known, truth[known]]
    errors[(truth == MISSING) | (answers == MISSING)] = np.nan
    return errors


def score(truth: NDArray[Any], answers: NDArray[Any], classification: bool) -> Score | None:
    """Return how good answers (n,) are, by the rows whose truth is known and that have an answer; None without any.

    A row of a class that the model does not know is told wrong.
    """
    if classification:
        rows = (truth != MISSING) & (answers != MISSING)
        n = int(np.count_nonzero(rows))
        return Score(n, accuracy=float(np.mean(truth[rows] == answers[rows]))) if n else None
    rows = np.isfinite(truth) & np.isfinite(answers)
    n = int(np.count_nonzero(rows))
    if not n:
        return None
    t, y = truth[rows], answers[rows]
    with np.errstate(over="ignore"):
        squares, variation = float(np.sum((y - t) ** 2)), float(np.sum((t - t.mean()) ** 2))
    r2 = 1.0 - squares / variation if variation > 0 else math.nan
    return Score(n, r2=r2 if math.isfinite(r2) else None, rmse=math.sqrt(squares / n))


def unknown_categories(inputs: Sequence[Input], table: Table) -> dict[str, Unknown]:
    """Return, for each column that has some, its cells with a category that training had not seen."""
    found = {}
    for entry in inputs:
        if entry.categories is None:
            continue
        column = table.column(entry.name)
        texts, codes = column.coding
        known = entry.places(column)
        strange = [at for at, text in enumerate(texts) if text not in known]
        if strange:
            counts = np.bincount(codes[codes >= 0], minlength=len(texts))
            first = sorted(strange, key=lambda at: -counts[at])[:MOST_VALUES]  # the most frequent
            found[entry.name] = Unknown(int(counts[strange].sum()), tuple(texts[at] for at in first), entry.ordered)
    return found
