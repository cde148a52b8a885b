"""What `fcgui predict` does once it has a model and a table; the window writes its file by the same function."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from fcgui_core.files import atomic_write
from fcgui_core.prediction_file import Keep, delimiter_of, write_predictions
from fcgui_core.predictions import Predictions, Score, predict_table, unknown_words, without_answer
from fcgui_core.reading_notes import capital
from fcgui_core.table import Table
from fcgui_core.weights_file import Model

BAR_WIDTH = 24
MOST_LINES = 3  # lines that are named of rows that could not be read
PREDICTING = 0.6  # the share of the time that predicting takes; writing takes the rest


def save_predictions(
    path: Path | str,
    predictions: Predictions,
    keep: Keep = "ids",
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write predictions to a .csv or .tsv file in UTF-8, wholly or not at all. Raises `FileError`, `Cancelled`."""
    delimiter = delimiter_of(path)
    with atomic_write(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        write_predictions(text, predictions, keep, delimiter, progress, cancelled)
        text.flush()
        text.detach()  # the file is closed by whom it was opened


def run(model: Model, table: Table, out: str | None, keep: Keep, as_json: bool) -> None:
    """Predict the rows, write them to ``out`` (stdout if None), and tell on stderr what has to be known about them."""
    with progress_bar(sys.stderr, "predicting") as bar:
        predictions = predict_table(model, table, lambda share: bar(PREDICTING * share))
        if out is not None:
            save_predictions(out, predictions, keep, lambda share: bar(PREDICTING + (1 - PREDICTING) * share))
    if as_json:
        sys.stdout.write(json.dumps(report(predictions), allow_nan=False) + "\n")
    elif out is None:
        write_predictions(sys.stdout, predictions, keep)
    for sentence in remarks(predictions):
        sys.stderr.write(f"fcgui: {_plain(sentence)}\n")


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
    return row + 1 if table.lines is None else int(table.lines[row])


def remarks(predictions: Predictions) -> list[str]:
    """Return what a person has to know about the answers, a sentence each; the score comes last."""
    table = predictions.table
    told = [capital(note) for note in predictions.notes]
    for name, unknown in predictions.unknown.items():
        told.append(unknown_words(name, unknown))
    if table.n_left_out:
        shown = "; ".join(f"line {one.line}: {one.reason}" for one in table.left_out[:MOST_LINES])
        more = f"; and {table.n_left_out - MOST_LINES:,} more" if table.n_left_out > MOST_LINES else ""
        told.append(f"{_rows(table.n_left_out)} of the file could not be read and have no line here: {shown}{more}")
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
    return f"{shown} on {_rows(score.rows)} with a known {target}."


def _rows(n: int) -> str:
    return f"{n:,} row" if n == 1 else f"{n:,} rows"


def _plain(text: str) -> str:
    """Return text without control characters, which a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)


class _Bar:
    """A bar on a terminal, drawn anew at each whole percent."""

    def __init__(self, stream: TextIO, what: str) -> None:
        self._stream, self._what, self._drawn = stream, what, -1

    def __call__(self, share: float) -> None:
        percent = round(100 * share)
        if percent != self._drawn and self._stream.isatty():
            self._drawn = percent
            filled = round(BAR_WIDTH * share)
            bar = "#" * filled + "." * (BAR_WIDTH - filled)
            self._stream.write(f"\r[{bar}] {self._what} {percent} %\x1b[K")
            self._stream.flush()

    def end(self) -> None:
        """Take the bar away: what stays on the screen is the result."""
        if self._drawn >= 0:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


@contextmanager
def progress_bar(stream: TextIO, what: str) -> Iterator[_Bar]:
    """Give a function that shows the fraction done, if ``stream`` is a terminal; the bar goes at the end."""
    bar = _Bar(stream, what)
    try:
        yield bar
    finally:
        bar.end()
