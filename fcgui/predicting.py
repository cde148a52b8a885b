"""What `fcgui predict` does once it has a model and a table; the window writes its file by the same function."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fcgui import terminal
from fcgui_core.files import atomic_write
from fcgui_core.prediction_file import Keep, delimiter_of, is_ascii, marks_of, write_predictions
from fcgui_core.predictions import Predictions, Score, predict_table, unknown_words, without_answer
from fcgui_core.reading_notes import capital, counted
from fcgui_core.table import Table
from fcgui_core.weights_file import Model

MOST_LINES = 3  # lines that are named of rows that could not be read
PREDICTING = 0.6  # the share of the time that predicting takes; writing takes the rest


def predict_to(
    path: Path | str,
    model: Model,
    table: Table,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool] | None = None,
    *,
    keep: Keep = "ids",
    like_source: bool = False,
) -> Predictions:
    """Predict a table's rows, and write them to a .csv or .tsv file in UTF-8, wholly or not at all.

    ``like_source``: a .csv is written with the marks of the table's file, and says that it is UTF-8 where that matters,
    so that the spreadsheet that wrote the table opens it.

    Raises `TableError`, `FileError`, `Cancelled`.
    """
    delimiter, decimal, encoding = delimiter_of(path), ".", "utf-8"
    like_source = like_source and delimiter == ","
    if like_source:
        delimiter, decimal = marks_of(table)
    made = predict_table(model, table, lambda share: progress(PREDICTING * share), cancelled)
    if like_source and not is_ascii(made, keep):
        encoding = "utf-8-sig"
    with atomic_write(path) as file:
        text = io.TextIOWrapper(file, encoding=encoding, newline="")
        rest = 1 - PREDICTING
        write_predictions(
            text, made, keep, delimiter, lambda share: progress(1 - rest + rest * share), cancelled, decimal=decimal
        )
        text.flush()
        text.detach()  # the file is closed by whom it was opened
    return made


def run(model: Model, table: Table, out: str | None, keep: Keep, as_json: bool, like_source: bool = False) -> None:
    """Predict the rows, write them to ``out`` (stdout if None), and tell on stderr what has to be known about them."""
    with terminal.progress_bar() as bar:

        def draw(share: float) -> None:
            bar.show(share, f"predicting {round(100 * share)} %")

        predictions = (
            predict_table(model, table, draw)
            if out is None
            else predict_to(out, model, table, draw, keep=keep, like_source=like_source)
        )
    if as_json:
        sys.stdout.write(json.dumps(report(predictions), allow_nan=False) + "\n")
    elif out is None:
        delimiter, decimal = marks_of(table) if like_source else (",", ".")
        write_predictions(sys.stdout, predictions, keep, delimiter, decimal=decimal)
    for sentence in remarks(predictions):
        terminal.tell(sentence)


def report(predictions: Predictions) -> dict[str, Any]:
    """Return what `--json` prints; rows without an answer and rows of the file that were not read are ``left_out``."""
    table, made = predictions.table, predictions.model.preparation
    rows = [{"line": one.line, "reason": one.reason} for one in table.left_out]
    rows += [{"line": _line(table, row), "reason": why} for row, why in predictions.without]
    return {
        "rows": table.n_rows,
        "target": predictions.target,
        "task": made.task,
        "classes": None if made.classes is None else list(made.classes),
        "score": None if predictions.score is None else _known(asdict(predictions.score)),
        "unknown": {name: {"count": u.count, "values": list(u.values)} for name, u in predictions.unknown.items()},
        "left_out": rows,
        "n_left_out": table.n_left_out + predictions.n_without,
        "notes": list(predictions.notes),
    }


def _known(score: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in score.items() if value is not None}


def _line(table: Table, row: int) -> int:
    return table.number(row) if table.lines is None else int(table.lines[row])


def remarks(predictions: Predictions) -> list[str]:
    """Return what a person has to know about the answers, a sentence each; the score comes last."""
    table = predictions.table
    told = [capital(note) for note in predictions.notes]
    for name, unknown in predictions.unknown.items():
        told.append(unknown_words(name, unknown))
    if table.n_left_out:
        shown = "; ".join(f"line {one.line}: {one.reason}" for one in table.left_out[:MOST_LINES])
        more = f"; and {table.n_left_out - MOST_LINES:,} more" if table.n_left_out > MOST_LINES else ""
        rows = counted(table.n_left_out, "row")
        told.append(f"{rows} of the file left out, without a line here: {shown}{more}")
    without = without_answer(predictions)
    if without:
        told.append(capital(without))
    if predictions.score is not None:
        told.append(score_words(predictions.score, predictions.target))
    return told


def score_words(score: Score, target: str) -> str:
    """Return the score in words: "accuracy 0.9778 on 45 rows with a known Species"."""
    numbers = {"accuracy": score.accuracy, "R2": score.r2, "RMSE": score.rmse}
    shown = ", ".join(f"{name} {value:.4g}" for name, value in numbers.items() if value is not None)
    return f"{shown} on {counted(score.rows, 'row')} with a known {target}."
