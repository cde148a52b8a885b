"""Predictions as a table of text: what `fcgui predict` and the window write, the same to the byte."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TextIO

import numpy as np

from fcgui_core.column import Column
from fcgui_core.errors import Cancelled, FileError
from fcgui_core.neutral import neutral
from fcgui_core.predictions import MISSING, Ask, Predictions, Progress
from fcgui_core.table import Table

Keep = Literal["ids", "all", "none"]
KEEP: tuple[Keep, ...] = ("ids", "all", "none")

DELIMITERS = {".csv": ",", ".tsv": "\t"}  # by the file's ending
BLOCK_ROWS = 10_000
DIGITS = {"float32": 7, "float64": 12}  # more would not be the network's


def delimiter_of(path: Path | str) -> str:
    """Return the delimiter that a file's ending asks for; `FileError` for another ending."""
    try:
        return DELIMITERS[Path(path).suffix.lower()]
    except KeyError:
        raise FileError(f"{path}: predictions are written as .csv or .tsv: name the file so.") from None


def marks_of(table: Table) -> tuple[str, str]:
    """Return the delimiter and the decimal mark of a table's file, as a spreadsheet of its country opens them.

    Blanks and marks of several characters are no delimiter for it, nor is a comma where numbers hold some.
    """
    delimiter, decimal = table.dialect.get("delimiter"), str(table.dialect.get("decimal") or ".")
    known = str(delimiter) if delimiter in (",", ";", "\t", "|") else ","
    return ";" if known == decimal else known, decimal


def is_ascii(predictions: Predictions, keep: Keep = "ids") -> bool:
    """Whether a file of these predictions holds nothing but ASCII, so that its encoding does not matter."""
    kept = _kept(predictions, keep)
    names = (predictions.target, *(predictions.classes or ()), *(column.name for column in kept))
    texts = (text for column in kept if not column.is_number for text in column.coding.categories)
    return all(text.isascii() for text in names) and all(text.isascii() for text in texts)


def write_predictions(
    file: TextIO,
    predictions: Predictions,
    keep: Keep = "ids",
    delimiter: str = ",",
    progress: Progress | None = None,
    cancelled: Ask | None = None,
    *,
    decimal: str = ".",
) -> None:
    """Write one line a row, in the table's order: kept columns, answer, probability of each class, error.

    ``keep``: "ids" keeps the columns that are no inputs (identifiers, what was left out, the truth), "all" every
    column, "none" no column. Where the table has the truth a last column tells whether a class is ``right`` (1 or 0),
    or the ``error`` of a value (answer - truth). Cells are empty where there is nothing to say. Numbers have the
    digits that the network's precision gives them; text that a spreadsheet would take for a formula begins with
    an apostrophe. Raises `Cancelled` once ``cancelled()`` is true.
    """
    kept = _kept(predictions, keep)
    taken = {column.name for column in kept}
    names = [_unused(name, taken) for name in _answer_names(predictions)]
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow([neutral(name) for name in (*(column.name for column in kept), *names)])
    n = predictions.table.n_rows
    for start in range(0, n, BLOCK_ROWS):
        if cancelled is not None and cancelled():
            raise Cancelled("writing was cancelled.")
        rows = slice(start, min(start + BLOCK_ROWS, n))
        cells = [_cells(column, rows, decimal) for column in kept]
        writer.writerows(zip(*cells, *_answers(predictions, rows, decimal), strict=True))
        if progress is not None:
            progress(rows.stop / n)


def _kept(predictions: Predictions, keep: Keep) -> list[Column]:
    if keep == "none":
        return []
    inputs = set() if keep == "all" else {entry.name for entry in predictions.model.preparation.inputs}
    return [column for column in predictions.table.columns if column.name not in inputs]


def _cells(column: Column, rows: slice, decimal: str) -> list[str]:
    if column.is_number:
        return [column.text(row).replace(".", decimal) for row in range(rows.start, rows.stop)]
    return ["" if cell is None else neutral(str(cell)) for cell in column.values[rows]]


def _unused(name: str, taken: set[str]) -> str:
    while name in taken:
        name += " (predicted)"
    taken.add(name)
    return name


def _answer_names(predictions: Predictions) -> list[str]:
    names = [f"predicted {predictions.target}", *(f"p({label})" for label in predictions.classes or ())]
    if predictions.truth is None:
        return names
    return [*names, "error" if predictions.classes is None else "right"]


def _answers(predictions: Predictions, rows: slice, decimal: str) -> Iterator[list[str]]:
    """The columns of the answers in some rows, as texts."""
    digits = DIGITS[predictions.model.dtype]
    answers = predictions.answers[rows]
    truth = None if predictions.truth is None else predictions.truth[rows]
    if predictions.classes is None:
        yield [_number(value, digits, decimal) for value in answers.tolist()]
        if truth is not None:
            yield [_number(value, digits, decimal) for value in (answers - truth).tolist()]
        return
    names = [*map(neutral, predictions.classes), ""]
    yield [names[number] for number in answers.tolist()]
    for shares in predictions.probabilities(rows).T.tolist():
        yield [_number(share, digits, decimal) for share in shares]
    if truth is not None:
        known = (truth != MISSING) & (answers != MISSING)
        yield np.where(known, np.where(truth == answers, "1", "0"), "").tolist()


def _number(value: float, digits: int, decimal: str) -> str:
    """A number with so many significant digits, without an exponent where one can do without; empty for NaN."""
    if value != value:
        return ""
    text = f"{value:.{digits}g}"
    return f"{float(text):.0f}" if "e+" in text and abs(value) < 1e15 else text.replace(".", decimal)
