"""Which columns of a new table are a model's inputs and its target: by name, by nearly the same name, or by place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import WEAKLY_MISSING, is_number
from fcgui_core.date_features import Dates
from fcgui_core.errors import TableError
from fcgui_core.feature_matrix import columns_missing
from fcgui_core.inputs import Input
from fcgui_core.preparation import Preparation
from fcgui_core.table import Column, Table

MOST_NAMED = 5  # columns that an error names; of more it says how many
MOST_VALUES = 3  # cells that a note shows

_MARKS = re.compile(r"[\s_.\-]+")
_BY_PLACE = re.compile(r"x\d+")


@dataclass(frozen=True, eq=False)
class Matched:
    """A table whose columns bear the names that a model knows, and what had to be done for it.

    ``has_target`` is whether the table holds the truth. ``notes`` are one line each: columns found under
    another name or by place, words among numbers.
    """

    table: Table
    has_target: bool
    notes: tuple[str, ...] = ()


def match_columns(made: Preparation, table: Table, trained_on: Sequence[str] = ()) -> Matched:
    """Return the table with the names that ``made`` knows; its own other columns stay.

    Columns in another order and further columns do no harm. A name that differs only in case, blanks,
    underscores, dots or hyphens is the same. A file without a header is taken by place: as the columns that the
    model was trained on (``trained_on``, with or without the target) or as its inputs (with or without the target
    behind them). A word in a column of numbers or dates is a missing cell; a column of nothing but words is an error.
    Raises `TableError` naming every column that is missing, with names near it.
    """
    wanted = tuple(entry.name for entry in made.inputs)
    renamed, notes = _by_place(made, table, trained_on), ["no header: the columns are taken by their places."]
    if renamed is None:
        renamed, notes = _by_name((*wanted, made.target), table)
        _refuse_missing([name for name in wanted if name not in renamed.values()], table, set(renamed))
    return _with_numbers(made, _renamed(table, renamed), made.target in renamed.values(), notes)


# --- names ---


def _by_name(wanted: Sequence[str], table: Table) -> tuple[dict[str, str], list[str]]:
    """Return {the table's name: the model's name} of what was found, and notes on names that are not quite the same."""
    found = {name: name for name in wanted if name in table}
    alike: dict[str, list[str]] = {}
    for name in table.names:
        if name not in found:
            alike.setdefault(_plain(name), []).append(name)
    notes = []
    for name in wanted:
        near = alike.get(_plain(name), [])
        if name not in found and len(near) == 1 and near[0] not in found:
            found[near[0]] = name
            notes.append(f'the column "{near[0]}" is taken for "{name}".')
    return found, notes


def _plain(name: str) -> str:
    return _MARKS.sub("", name.casefold())


def _refuse_missing(missing: Sequence[str], table: Table, taken: set[str]) -> None:
    if missing:
        free = [name for name in table.names if name not in taken]
        raise columns_missing([f'"{name}"{_near(name, free)}' for name in missing], table)


def _near(name: str, free: Sequence[str]) -> str:
    plain = {_plain(one): one for one in free}
    near = difflib.get_close_matches(_plain(name), list(plain), n=2, cutoff=0.6)
    return f" (near it: {', '.join(plain[one] for one in near)})" if near else ""


def _renamed(table: Table, names: Mapping[str, str]) -> Table:
    """The table with other names; a column that is not the model's gives way where its name would come twice."""
    taken, columns = set(names.values()), []
    for column in table.columns:
        name = names.get(column.name, column.name)
        while column.name not in names and name in taken:
            name += " (2)"
        columns.append(column if name == column.name else _called(column, name))
    return replace(table, columns=tuple(columns))


def _called(column: Column, name: str) -> Column:
    called = replace(column, name=name)
    kept = {key: value for key, value in vars(column).items() if key not in vars(called)}
    called.__dict__.update(kept)  # what was counted is true of the same cells
    return called


# --- places ---


def _by_place(made: Preparation, table: Table, trained_on: Sequence[str]) -> dict[str, str] | None:
    """Return {the table's name: the model's name} of a file without a header; None where names must decide.

    Raises `TableError` where the number of columns fits nothing, or fits in several ways.
    """
    if table.dialect.get("header") is not False:
        return None
    inputs = [entry.name for entry in made.inputs]
    known = {*inputs, made.target}
    whole = list(trained_on) if known <= set(trained_on) else []
    ways = [whole, [name for name in whole if name != made.target], inputs, [*inputs, made.target]]
    if whole:  # the inputs with their target where it stood, and nothing of what was left out
        ways[3] = [name for name in whole if name in known]
    n, plausible = len(table.columns), []
    for way in ways:
        if len(way) == n and way not in plausible and _plausible(made, table, way):
            plausible.append(way)
    if len(plausible) == 1:
        return {own: name for own, name in zip(table.names, plausible[0], strict=True) if name in known}
    if not plausible and all(_BY_PLACE.fullmatch(name) and name in table for name in inputs):
        return None  # trained without a header, too, on fewer columns: the names are places
    have = f"the file has no header and {n} columns"
    if plausible:
        raise TableError(f"{have}, which fit the network's in more than one way: give them names.", table.path)
    raise TableError(
        f"{have}; the network was trained on {len(inputs)} columns ({', '.join(inputs[:MOST_NAMED])}"
        f"{', ...' if len(inputs) > MOST_NAMED else ''}) and the target {made.target}: "
        "give the file so many columns, or a header with these names.",
        table.path,
    )


def _plausible(made: Preparation, table: Table, way: Sequence[str]) -> bool:
    """Whether cells could be what their places say: numbers where numbers are needed, known classes, categories."""
    entries = {entry.name: entry for entry in made.inputs}
    for name, column in zip(way, table.columns, strict=True):
        if name == made.target:
            if made.classes is not None and column.counts and not set(made.classes) & set(column.counts):
                return False
            if made.classes is None and not _holds_numbers(column):
                return False
        elif name in entries and not _could_be(entries[name], column):
            return False
    return True


def _could_be(entry: Input, column: Column) -> bool:
    if entry.dates is not None:
        return not column.present.any() or not np.isnan(entry.dates.read(column)).all()
    return not wants_numbers(entry) or _holds_numbers(column)


def _holds_numbers(column: Column) -> bool:
    return column.is_number or not column.counts or any(is_number(text) for text in column.counts)


# --- numbers and dates ---


def wants_numbers(entry: Input) -> bool:
    """Whether an input is a number as it stands in the table."""
    return entry.is_number


def _with_numbers(made: Preparation, table: Table, has_target: bool, notes: list[str]) -> Matched:
    """Read columns of numbers as such, where a few words had made them text; let go of cells that are no dates."""
    numbers = [entry.name for entry in made.inputs if wants_numbers(entry)]
    columns = {column.name: column for column in table.columns}
    for name in numbers:
        if not columns[name].is_number:
            columns[name], note = _numbers(columns[name], table)
            notes.append(note)
    for entry in made.inputs:
        if entry.dates is not None:
            columns[entry.name], note = _dates(columns[entry.name], entry.dates, table)
            notes.append(note)
    if has_target and made.classes is None and not columns[made.target].is_number:
        try:
            columns[made.target], note = _numbers(columns[made.target], table)
        except TableError:
            has_target = False
            note = f'"{made.target}" holds no numbers: there is no truth to compare with.'
        notes.append(note)
    if has_target and not columns[made.target].counts:
        has_target = False  # an empty column to be filled in
    elif has_target and made.classes is not None and not set(made.classes) & set(columns[made.target].counts):
        has_target = False
        notes.append(f'"{made.target}" holds none of the known classes: there is no truth to compare with.')
    table = replace(table, columns=tuple(columns[name] for name in table.names))
    return Matched(table, has_target, tuple(note for note in notes if note))


def _numbers(column: Column, table: Table) -> tuple[Column, str]:
    """Return the column as numbers, words missing, and a note on them; `TableError` when there is no number at all."""
    decimal = str(table.dialect.get("decimal") or ".")
    texts, codes = column.coding
    read = np.array([_number(text, decimal) for text in texts] + [np.nan])  # code -1: missing
    odd = [at for at, text in enumerate(texts) if np.isnan(read[at]) and text not in WEAKLY_MISSING]
    if odd and len(odd) == len(texts):
        raise _nothing_but_words(column, "numbers", table)
    values = read[codes]
    missing = int(np.count_nonzero(np.isnan(values)))
    rows = np.flatnonzero(np.isin(codes, odd))
    made = Column(column.name, "numeric", values, missing, "numbers")
    return made, _note(column, "numbers", rows, table)


def _dates(column: Column, dates: Dates, table: Table) -> tuple[Column, str]:
    """Return the column without the cells that are no dates, and a note on them; `TableError` when there is none."""
    odd = np.isnan(dates.read(column)) & column.present
    rows = np.flatnonzero(odd)
    if not len(rows):
        return column, ""
    if len(rows) == np.count_nonzero(column.present):
        raise _nothing_but_words(column, "dates", table)
    values = column.values.copy()
    values[rows] = np.nan if column.is_number else None
    without = Column(column.name, column.kind, values, column.missing + len(rows), column.reason)
    return without, _note(column, "dates", rows, table)


def _nothing_but_words(column: Column, wanted: str, table: Table) -> TableError:
    row = int(np.argmax(column.present))
    message = f'"{column.name}" should hold {wanted}, but holds "{column.text(row)[:40]}".'
    return table.problem(message, column.name, row)


def _note(column: Column, wanted: str, rows: NDArray[np.int64], table: Table) -> str:
    """One sentence on the cells in ``rows``, which are not what is wanted; empty if there are none."""
    if not len(rows):
        return ""
    shown = ", ".join(f'"{column.text(row)[:20]}" in {place(table, row)}' for row in rows[:MOST_VALUES].tolist())
    more = f" and {len(rows) - MOST_VALUES} more" if len(rows) > MOST_VALUES else ""
    return f'"{column.name}" should hold {wanted}: {shown}{more} counted as missing.'


def _number(text: str, decimal: str) -> float:
    return float(text.replace(decimal, ".", 1)) if is_number(text, decimal) else np.nan


def place(table: Table, row: int) -> str:
    """Where a row (0-based) stands: its line in the file where that is known, else its number."""
    return f"row {table.number(row)}" if table.lines is None else f"line {table.lines[row]}"
