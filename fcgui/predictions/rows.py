"""The rows that the page looks at: a table's, the way they enter the network, and the network's answers to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import Cancelled
from fcgui_core.forward import predict
from fcgui_core.matching import match_columns
from fcgui_core.predictions import (
    MISSING,
    answers_of,
    blocks,
    encode_rows,
    errors_of,
    rows_of,
    truth_of,
    unknown_categories,
    unknown_words,
)
from fcgui_core.preparation import NO_PART, Preparation, PreparedData
from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import NetworkSpec
from fcgui_core.table import Table
from fcgui_core.task import class_probabilities

Array = NDArray[Any]
Integers = NDArray[np.int64]
Ask = Callable[[], bool]


@dataclass(frozen=True, eq=False)
class Weights:
    """What answers: a kind of network and its numbers."""

    spec: NetworkSpec
    parameters: Array

    @classmethod
    def of(cls, snapshot: Snapshot) -> Weights:
        """Those of a snapshot."""
        return cls(snapshot.spec, snapshot.parameters)


@dataclass(frozen=True, eq=False)
class Rows:
    """A table's rows, ready to be answered.

    ``pieces`` are (row numbers, X (m, d)) that cover every row. ``parts`` (n,) says what a row is for. ``truth`` is
    (n,): class numbers or values, None where the table has no target. ``notes`` tell what was odd about the table.
    """

    table: Table
    preparation: Preparation
    pieces: tuple[tuple[Integers, Array], ...]
    parts: NDArray[np.int8]
    truth: Array | None
    notes: tuple[str, ...] = ()

    @property
    def classes(self) -> tuple[str, ...] | None:
        """The class names; None for a regression."""
        return self.preparation.classes

    @property
    def n(self) -> int:
        """How many rows there are."""
        return self.table.n_rows


def rows_of_project(table: Table, data: PreparedData, cancelled: Ask) -> Rows:
    """The rows of the table that is trained on; those without a target belong to no part. Raises `Cancelled`."""
    parts = data.parts(table.n_rows)
    pieces = [
        (rows, X)
        for rows, X in (
            (data.train_rows, data.X_train),
            (data.validation_rows, data.X_validation),
            (data.test_rows, data.X_test),
        )
        if len(rows)
    ]
    rest = np.flatnonzero(parts == NO_PART)
    if len(rest):
        pieces.append((rest, _encoded(data.preparation, table, rest, cancelled)))
    return Rows(table, data.preparation, tuple(pieces), parts, truth_of(data.preparation, table))


def rows_of_file(table: Table, made: Preparation, trained_on: tuple[str, ...], cancelled: Ask) -> Rows:
    """The rows of a new table, none of them trained on. Raises `TableError`, `Cancelled`."""
    matched = match_columns(made, table, trained_on)
    rows = np.arange(table.n_rows)
    X = _encoded(made, matched.table, rows, cancelled)
    truth = truth_of(made, matched.table) if matched.has_target else None
    notes = list(matched.notes)
    for name, unknown in unknown_categories(made.inputs, matched.table).items():
        notes.append(unknown_words(name, unknown))
    return Rows(matched.table, made, ((rows, X),), np.full(table.n_rows, NO_PART, np.int8), truth, tuple(notes))


def _encoded(made: Preparation, table: Table, rows: Integers, cancelled: Ask) -> Array:
    """X (m, d) float32 of some rows; NaN in a row with a number that is too large, which then has no answer."""
    X = np.empty((len(rows), len(made.x_mean)), dtype=np.float32)
    names = [entry.name for entry in made.inputs]
    for block in blocks(len(rows), X.shape[1]):
        if cancelled():
            raise Cancelled("preparing the rows was cancelled.")
        encoded, beyond = encode_rows(made, rows_of(table, rows[block], names))
        X[block] = encoded
        X[block][beyond.any(axis=1)] = np.nan
    return X


@dataclass(frozen=True, eq=False)
class Answers:
    """The network's answers to `Rows`: outputs (n, q), and what follows from them."""

    rows: Rows
    outputs: Array
    activation: str  # of the output

    @cached_property
    def answers(self) -> Array:
        """(n,) class numbers (-1: no answer), or values in the target's own unit (NaN: no answer)."""
        return answers_of(self.rows.preparation, self.outputs)

    def probabilities(self, rows: Any = slice(None)) -> NDArray[np.float64]:
        """(m, K) the probability of each class in some rows."""
        return class_probabilities(self.outputs[rows], self.activation)

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """(n,) the probability of the class that was answered."""
        every = self.probabilities()
        return np.take_along_axis(every, np.maximum(self.answers, 0)[:, None], axis=1)[:, 0]

    @cached_property
    def errors(self) -> NDArray[np.float64]:
        """(n,) how wrong each answer is; NaN where that is not known."""
        if self.rows.truth is None:
            return np.full(self.rows.n, np.nan)
        return errors_of(self.rows.truth, self.answers, None if self.rows.classes is None else self.probabilities())

    @cached_property
    def wrong(self) -> NDArray[np.bool_]:
        """(n,) whether another class was answered than the true one; nowhere for a regression."""
        truth = self.rows.truth
        if truth is None or self.rows.classes is None:
            return np.zeros(self.rows.n, dtype=np.bool_)
        return np.asarray((truth != self.answers) & (truth != MISSING) & (self.answers >= 0), dtype=np.bool_)


def answer(rows: Rows, weights: Weights, cancelled: Ask) -> Answers:
    """Ask the network about every row, a block at a time. Raises `Cancelled`."""
    outputs = np.empty((rows.n, weights.spec.n_outputs), dtype=weights.parameters.dtype)
    for numbers, X in rows.pieces:
        for part in blocks(len(numbers), X.shape[1]):
            if cancelled():
                raise Cancelled("predicting was cancelled.")
            outputs[numbers[part]] = predict(weights.spec, weights.parameters, X[part])
    made = Answers(rows, outputs, weights.spec.layers[-1].activation)
    _ = made.answers, made.errors, made.wrong  # made here, on this thread, and not while the window draws
    if rows.classes is not None:
        _ = made.shares
    return made
