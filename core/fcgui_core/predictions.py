"""A model's answers for the rows of a table, and the table of them as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import number_text
from fcgui_core.table import Table
from fcgui_core.task import class_probabilities, predicted_classes
from fcgui_core.weights_file import Model

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, eq=False)
class Predictions:
    """Answers in the table's row order.

    Classification: ``labels`` (n,) class names and ``probabilities`` (n, K). Regression: ``values`` (n,) in
    the target's own unit. ``unknown`` counts, per column, cells with a category that training had not seen.
    """

    target: str
    outputs: NDArray[Any]  # (n, q) as they leave the network
    classes: tuple[str, ...] | None
    labels: tuple[str, ...] | None
    probabilities: NDArray[np.float64] | None
    values: NDArray[np.float64] | None
    unknown: Mapping[str, int]


def predict_table(model: Model, table: Table) -> Predictions:
    """Return the model's answers for every row. Raises `TableError` naming a column that lacks."""
    outputs = model.predict(table)
    made = model.preparation
    unknown = made.unknown_categories(table)
    if made.classes is None:
        values = made.raw_target(outputs)[:, 0]
        return Predictions(made.target, outputs, None, None, None, values, unknown)
    probabilities = class_probabilities(outputs, model.spec.layers[-1].activation)
    labels = tuple(made.classes[at] for at in predicted_classes(outputs))
    return Predictions(made.target, outputs, made.classes, labels, probabilities, None, unknown)


def write_predictions(file: TextIO, table: Table, predictions: Predictions, model: Model) -> None:
    """Write CSV: the columns that were no inputs (an Id, the true target), then the answers, a row each.

    Numbers of the answers have all digits that distinguish them. Text that a spreadsheet would take for a
    formula is given a leading apostrophe.
    """
    inputs = set(model.preparation.columns)
    kept = [column for column in table.columns if column.name not in inputs]
    taken = {column.name for column in kept}
    answers = [_unused(name, taken) for name in _answer_names(predictions)]
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([neutral(name) for name in (*(column.name for column in kept), *answers)])
    for row, answer in enumerate(_answer_rows(predictions)):
        cells = [column.text(row) if column.is_number else neutral(column.text(row)) for column in kept]
        writer.writerow([*cells, *answer])


def neutral(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _unused(name: str, taken: set[str]) -> str:
    while name in taken:
        name += " (predicted)"
    taken.add(name)
    return name


def _answer_names(predictions: Predictions) -> list[str]:
    name = f"predicted {predictions.target}"
    return [name, *(f"p({label})" for label in predictions.classes or ())]


def _answer_rows(predictions: Predictions) -> Iterator[list[str]]:
    if predictions.values is not None:
        for value in predictions.values:
            yield [number_text(value)]
        return
    assert predictions.labels is not None and predictions.probabilities is not None
    for label, shares in zip(predictions.labels, predictions.probabilities, strict=True):
        yield [neutral(label), *(f"{share:.9g}" for share in shares)]
