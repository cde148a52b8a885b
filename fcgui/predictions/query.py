"""Which rows are shown and in which order, and what is said of them: computed beside the window, never in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui.predictions.rows import Answers, Rows
from fcgui_core.predictions import Score, score
from fcgui_core.preparation import TEST
from fcgui_core.probe import confusion_matrix
from fcgui_core.table import Column

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Field = Literal["row", "part", "truth", "answer", "share", "error", "class", "column"]

MOST_MATRIX = 100  # classes of a confusion matrix that can still be looked at


@dataclass(frozen=True)
class Key:
    """A column of the page: one of its own, the probability of a class (``at``), or a column of the table."""

    field: Field
    at: int = 0
    name: str = ""


ROW = Key("row")


@dataclass(frozen=True)
class Query:
    """What the user asked to see. ``part`` None means all rows; ``cell`` is (true class, answered class)."""

    part: int | None = None
    wrong: bool = False
    cell: tuple[int, int] | None = None
    search: str = ""
    sort: Key = ROW
    descending: bool = False


@dataclass(frozen=True, eq=False)
class Summary:
    """What is said of the rows of the chosen part: how many they are, the score, and counts (K, K) of classes.

    ``test`` is the score of the test rows alone where all rows are shown: those that were learned from flatter.
    """

    rows: int
    score: Score | None
    matrix: Integers | None
    test: Score | None = None


def summarize(answers: Answers, query: Query) -> Summary:
    """The summary of the chosen part; search and filters of wrong rows do not change it."""
    rows = answers.rows
    scope = in_part(rows, query.part)
    n = int(np.count_nonzero(scope))
    if rows.truth is None:
        return Summary(n, None, None)
    truth, given = rows.truth[scope], answers.answers[scope]
    matrix = None
    if rows.classes is not None and len(rows.classes) <= MOST_MATRIX:
        both = (truth >= 0) & (given >= 0)
        matrix = confusion_matrix(truth[both], given[both], len(rows.classes))
    test = None
    if query.part is None:
        held = in_part(rows, TEST)
        test = score(rows.truth[held], answers.answers[held], rows.classes is not None)
    return Summary(n, score(truth, given, rows.classes is not None), matrix, test)


def arrange(answers: Answers, query: Query) -> Integers:
    """The numbers of the rows to show, in order. Rows that have nothing to be sorted by come last."""
    rows = answers.rows
    chosen = in_part(rows, query.part)
    if query.wrong:
        chosen = chosen & answers.wrong
    if query.cell is not None and rows.truth is not None:
        chosen = chosen & (rows.truth == query.cell[0]) & (answers.answers == query.cell[1])
    if query.search.strip():
        chosen = chosen & found(answers, query.search.strip())
    numbers = np.flatnonzero(chosen)
    if query.sort.field == "row":
        return numbers[::-1] if query.descending else numbers
    values = sort_values(answers, query.sort)[numbers]
    there = ~np.isnan(values)
    order = np.argsort(-values[there] if query.descending else values[there], kind="stable")
    return np.concatenate([numbers[there][order], numbers[~there]])


def in_part(rows: Rows, part: int | None) -> Flags:
    """(n,) which rows belong to a part; all of them for None."""
    return np.ones(rows.n, dtype=np.bool_) if part is None else rows.parts == part


def sort_values(answers: Answers, key: Key) -> NDArray[np.float64]:
    """(n,) numbers that sort the rows by a column; NaN where there is nothing. Errors of values go by their size.

    The column may be one of the table or the classes before, which are shown until the page has followed.
    """
    rows, classes = answers.rows, answers.rows.classes or ()
    if key.field == "column":
        known = key.name in rows.table
        return _column_values(rows.table.column(key.name)) if known else np.full(rows.n, np.nan)
    if key.field == "class":
        return answers.probabilities()[:, key.at] if key.at < len(classes) else np.full(rows.n, np.nan)
    if key.field == "share":
        return answers.shares if classes else np.full(rows.n, np.nan)
    if key.field == "error":
        return np.abs(answers.errors)
    if key.field == "part":
        return rows.parts.astype(np.float64)
    if key.field == "row":
        return np.arange(rows.n, dtype=np.float64)
    values = rows.truth if key.field == "truth" else answers.answers
    if values is None:
        return np.full(rows.n, np.nan)
    return values if rows.classes is None else np.where(values < 0, np.nan, values)


def _column_values(column: Column) -> NDArray[Any]:
    if column.is_number:
        return column.values
    codes = column.coding.codes
    return np.where(codes < 0, np.nan, codes.astype(np.float64))


def found(answers: Answers, words: str) -> Flags:
    """(n,) the rows with this text in a cell, whatever the case, or, if it is a number, with this very number.

    The answered class is searched too, and the number of the row.
    """
    rows, needle = answers.rows, words.casefold()
    hits = np.zeros(rows.n, dtype=np.bool_)
    for column in rows.table.columns:
        if not column.is_number:
            hits |= _among(column.coding.codes, column.coding.categories, needle)
    if rows.classes is not None:
        hits |= _among(answers.answers, rows.classes, needle)
        if rows.truth is not None:
            hits |= _among(rows.truth, rows.classes, needle)
    number = _number(words)
    if number is not None:
        for column in rows.table.columns:
            if column.is_number:
                hits |= column.values == number
        if number.is_integer() and 1 <= number <= rows.n:
            hits[int(number) - 1] = True
    return hits


def _among(codes: NDArray[Any], texts: tuple[str, ...], needle: str) -> Flags:
    """Where ``texts[code]`` holds the needle; negative codes are nothing."""
    holds = np.array([needle in text.casefold() for text in texts] + [False, False], dtype=np.bool_)
    return np.asarray(holds[codes], dtype=np.bool_)


def _number(words: str) -> float | None:
    try:
        return float(words.replace(",", "."))
    except ValueError:
        return None
