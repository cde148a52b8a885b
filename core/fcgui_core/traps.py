"""What is likely to go wrong with a table before anything is trained: each a sentence, and a fix where there is one.

Columns are compared with the target on at most `SAMPLE` rows, evenly spread over the table, so that a million rows
take no longer than fifty thousand; the sentence says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.inputs import MAX_ONE_HOT
from fcgui_core.leaks import leak_of
from fcgui_core.preparation import PreparedData
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from fcgui_core.totals import Totals, find_totals

Floats = NDArray[np.float64]
Fix = Literal["leave out", "leave out rows", "balance", "robust"]

SAMPLE = 50_000  # rows
MOSTLY_MISSING = 0.5
SKEWED = 20.0  # the largest class over the smallest
FEW_ROWS = 5  # of a class
FAR = 20.0  # standard deviations of the others from their mean
LEAST_FAR = 4.0  # deviations of all from their mean: so far is any of a twentieth of the numbers that is `FAR`
OUTER = 0.05  # of a column's numbers may be extremes
APART = 2.0  # times as far from the median as the next one: an extreme, not the end of a long tail
LEAST_NUMBERS = 20  # that tell how far apart a column's numbers usually are
LEAST_TARGETS = 20  # rows that tell how far apart targets usually are
LEAST_DUPLICATES = 0.01  # of the test rows, and two of them
NAMED = 5  # columns or classes named in a sentence


@dataclass(frozen=True)
class Trap:
    """One warning: what kind, which columns, in words with numbers, and the fix that one click would make.

    ``rows`` are the rows that it is about, by their numbers (0-based) in `Table.complete`. ``kind``: "totals",
    "target copy", "identifier", "constant", "duplicate rows", "few rows", "skewed classes", "many
    categories", "missing", "extremes", "far target", "early stopping".
    """

    kind: str
    columns: tuple[str, ...]
    sentence: str
    fix: Fix | None = None
    rows: tuple[int, ...] = ()


def find_traps(table: Table, roles: Roles, data: PreparedData | None = None) -> tuple[Trap, ...]:
    """Return what is likely to go wrong with these roles; with ``data``, what its split adds to it."""
    inputs = [table.column(name) for name in roles.inputs(table)]
    target = None if roles.target is None else table.column(roles.target)
    totals = list(find_totals(table))
    traps = [_totals(one, table) for one in totals]
    traps += [] if target is None else _target_copies(inputs, target, roles)
    traps += [*_identifiers(inputs), *_constants(inputs)]
    if data is not None:
        traps += _duplicates(inputs, target, data)
    if target is not None and roles.task == "classification":
        traps += _classes(target, data)
    if target is not None and roles.task == "regression":
        traps += _far_target(target, table, {one.row for one in totals})
    return (*traps, *_many_categories(inputs), *_missing(inputs), *_extremes(inputs))


def _totals(found: Totals, table: Table) -> Trap:
    said = f'"{found.column}" says "{found.text[:40]}"' if found.text else "its numbers are the sums of the others"
    sentence = f"{_place(table, found.row)} looks like a row of totals ({said}): it is no case to learn from."
    return Trap("totals", (), sentence, "leave out rows", (table.number(found.row) - 1,))


def _place(table: Table, row: int) -> str:
    """What a row is called in a sentence."""
    return f"row {table.number(row)}" if table.lines is None else f"line {int(table.lines[row])}"


def _target_copies(inputs: Sequence[Column], target: Column, roles: Roles) -> Iterator[Trap]:
    n = len(target.values)
    rows = np.arange(n) if n <= SAMPLE else np.linspace(0, n - 1, SAMPLE).astype(np.int64)
    rows = rows[target.present[rows]]
    looked_at = f" (in {len(rows):,} of the rows)" if n > SAMPLE else ""
    for column in inputs:
        leak = leak_of(column, target, rows, roles.task == "regression")
        if leak:
            sentence = f'"{column.name}" gives the target "{target.name}" away: {leak}{looked_at}.'
            yield Trap("target copy", (column.name,), sentence, "leave out")


def _identifiers(inputs: Sequence[Column]) -> Iterator[Trap]:
    for column in inputs:
        if column.kind == "identifier":
            sentence = f'"{column.name}" is an input, but looks like an identifier: {column.reason}.'
            yield Trap("identifier", (column.name,), sentence, "leave out")


def _constants(inputs: Sequence[Column]) -> Iterator[Trap]:
    for column in inputs:
        if column.missing == len(column.values) or column.kind == "constant":
            sentence = f'"{column.name}" is an input, but tells nothing: {column.reason}.'
            yield Trap("constant", (column.name,), sentence, "leave out")


def _duplicates(inputs: Sequence[Column], target: Column | None, data: PreparedData) -> Iterator[Trap]:
    n_test = len(data.test_rows)
    if not n_test:
        return
    hashes = _row_hashes([*inputs, *([] if target is None else [target])])
    tested = data.test_rows[:: max(1, -(-n_test // SAMPLE))]
    n = int(np.isin(hashes[tested], hashes[data.train_rows]).sum())
    if n >= max(2, LEAST_DUPLICATES * len(tested)):
        looked_at = " that were looked at" if len(tested) < n_test else ""
        sentence = (
            f"{n:,} of the {len(tested):,} test rows{looked_at} stand among the training rows too: "
            "the test is easier than it looks."
        )
        yield Trap("duplicate rows", (), sentence)


def _row_hashes(columns: Sequence[Column]) -> NDArray[np.uint64]:
    """Return (n,) a number for each row; rows of equal cells have equal ones, others all but never."""
    factors = np.random.default_rng(0).integers(1, 2**63, len(columns), dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    sums = np.zeros(len(columns[0].values), dtype=np.uint64)
    for column, factor in zip(columns, factors, strict=True):
        cells = column.values if column.is_number else column.coding.codes
        bits = (cells.astype(np.float64) + 0.0).view(np.uint64)  # + 0.0 makes -0.0 and 0.0 one
        sums += (bits ^ (bits >> np.uint64(29))) * factor
    return sums


def _classes(target: Column, data: PreparedData | None) -> Iterator[Trap]:
    names, counts = list(target.counts), target.distinct[1]
    if len(counts) < 2:
        return
    few = [(names[at], int(counts[at])) for at in np.argsort(counts, kind="stable") if counts[at] < FEW_ROWS]
    alone = _alone_in_training(data)
    if few:
        shown = _listed([f'"{name[:40]}" {n}' for name, n in few])
        sentence = f"{len(few)} classes have" if len(few) > 1 else "1 class has"
        yield Trap("few rows", (target.name,), f"{sentence} fewer than {FEW_ROWS} rows: {shown}.")
    elif alone:
        shown = _listed([f'"{name[:40]}"' for name in alone])
        yield Trap("few rows", (target.name,), f"classes with fewer than 2 rows in the training part: {shown}.")
    most, least = int(counts.argmax()), int(counts.argmin())
    if counts[most] > SKEWED * counts[least]:
        sentence = (
            f'the classes are skewed: "{names[most][:40]}" has {counts[most]:,} rows, '
            f'"{names[least][:40]}" {counts[least]:,}; class weights would balance them.'
        )
        yield Trap("skewed classes", (target.name,), sentence, "balance")


def _alone_in_training(data: PreparedData | None) -> list[str]:
    if data is None or data.preparation.classes is None:
        return []
    counts = np.bincount(data.y_train[data.y_train >= 0], minlength=data.n_classes)
    return [name for name, count in zip(data.preparation.classes, counts, strict=True) if count < 2]


def _many_categories(inputs: Sequence[Column]) -> Iterator[Trap]:
    for column in inputs:
        as_categories = column.kind == "categorical" or (not column.is_number and column.kind != "text")
        if as_categories and column.kind != "date" and not column.order and column.n_distinct > MAX_ONE_HOT:
            kept = MAX_ONE_HOT - 1
            sentence = (
                f'"{column.name}" has {column.n_distinct:,} categories: '
                f'the {kept} most frequent are told apart, the rest share "other".'
            )
            yield Trap("many categories", (column.name,), sentence)


def _missing(inputs: Sequence[Column]) -> Iterator[Trap]:
    empty = [one for one in inputs if MOSTLY_MISSING * len(one.values) < one.missing < len(one.values)]
    if len(empty) > NAMED:
        shown = _listed([f'"{column.name}"' for column in empty])
        sentence = f"{len(empty)} columns are missing in more than half of the rows: {shown}."
        yield Trap("missing", tuple(column.name for column in empty), sentence, "leave out")
        return
    for column in empty:
        n = len(column.values)
        share = f"{100 * column.missing / n:.0f} %"
        sentence = f'"{column.name}" is missing in {column.missing:,} of {n:,} rows ({share}).'
        yield Trap("missing", (column.name,), sentence, "leave out")


def _extremes(inputs: Sequence[Column]) -> Iterator[Trap]:
    found = [(column, *place) for column in inputs if (place := _farthest(column)) is not None]
    if not found:
        return
    column, value, far = max(found, key=lambda entry: entry[2])
    others = "1 more column is" if len(found) == 2 else f"{len(found) - 1} more columns are"
    more = f" ({others} like that)" if len(found) > 1 else ""
    sentence = (
        f'"{column.name}" reaches {value:.6g}, {far:.0f} standard deviations of the others from their mean{more}; '
        "robust scaling suits such numbers."
    )
    yield Trap("extremes", tuple(entry[0].name for entry in found), sentence, "robust")


def _far_target(target: Column, table: Table, told: Collection[int]) -> Iterator[Trap]:
    """A target far from all others is a row of totals or a slip, and spoils the whole training.

    It is not said again of a row of which something is ``told``.
    """
    rows = np.flatnonzero(target.present)
    if not target.is_number or len(rows) < LEAST_TARGETS:
        return
    values = target.values[rows]
    with np.errstate(over="ignore", invalid="ignore"):
        at = int(np.argmax(np.abs(values - np.median(values))))
        others = np.delete(values, at)
        mean, deviation = float(others.mean()), float(others.std())
        far = abs(values[at] - mean) / deviation if deviation > 0 else 0.0
    if not np.isfinite(far) or far <= FAR:
        return
    row = int(rows[at])
    if row in told:
        return
    sentence = (
        f'the target "{target.name}" reaches {values[at]:.6g} in {_place(table, row)}, {far:.0f} standard deviations '
        "of the others from their mean: if that is a sum or a slip, leave the row out."
    )
    yield Trap("far target", (target.name,), sentence, "leave out rows", (table.number(row) - 1,))


def _farthest(column: Column) -> tuple[float, float] | None:
    """The value farthest from the others and how many of their standard deviations that is, if it is far.

    "The others" are without it and without those that stand apart with it: an extreme is part of its own mean and
    deviation, and of n values none is farther than sqrt(n - 1) deviations from the mean. Columns whose quartiles are
    equal (pixels that are nearly always 0) are no case for robust scaling.
    """
    if not column.is_number or column.kind != "numeric" or len(column.values) - column.missing < LEAST_NUMBERS:
        return None
    sample = _sample(column)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        deviation = float(sample.std())
        of_all = float(np.abs(sample - sample.mean()).max()) / deviation if deviation > 0 else 0.0
        if np.isfinite(deviation) and of_all <= LEAST_FAR:
            return None
        first, median, third = np.quantile(sample, (0.25, 0.5, 0.75))
        if third <= first:
            return None
        outer, means, deviations, apart = _outer(sample - median)
        at = np.flatnonzero(apart & (np.abs(outer - means) > FAR * deviations))
        if not len(at) and not of_all > FAR:
            return None
        start = at[0] if len(at) else -1
        far = float(np.abs(outer[-1] - means[start]) / deviations[start])
    return (float(outer[-1] + median), far) if np.isfinite(far) else None


def _sample(column: Column) -> Floats:
    """Numbers of a column, evenly spread over its rows, with the smallest and the largest."""
    step = max(1, len(column.values) // SAMPLE)
    ends = [] if step == 1 else [np.fmin.reduce(column.values), np.fmax.reduce(column.values)]
    sample = np.concatenate([column.values[::step], ends])
    return np.asarray(sample[~np.isnan(sample)], dtype=np.float64)


def _outer(x: Floats) -> tuple[Floats, Floats, Floats, NDArray[np.bool_]]:
    """Return, of x (n,) with the median 0, the m outermost, from within; the others of each are those more inward.

    Also (m,) the means and the standard deviations of the others, and (m,) whether each stands apart from them.
    """
    m = max(1, int(OUTER * len(x)))
    order = np.argpartition(np.abs(x), len(x) - m)
    inner, outer = x[order[:-m]], x[order[-m:]]
    outer = outer[np.argsort(np.abs(outer))]
    more = np.concatenate([[0.0], outer[:-1]])
    counts = np.arange(len(inner), len(x))
    means = (inner.sum() + np.cumsum(more)) / counts
    deviations = np.sqrt((np.square(inner).sum() + np.cumsum(np.square(more))) / counts - np.square(means))
    more[0] = np.abs(inner).max()
    return outer, means, deviations, np.abs(outer) > APART * np.abs(more)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
