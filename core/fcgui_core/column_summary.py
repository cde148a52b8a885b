"""What a column holds, in numbers: statistics, the most frequent values, a histogram."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column, number_text
from fcgui_core.dates import days_of, writing_of

MOST_FREQUENT = 10
BINS = 20
EXACT_UP_TO = 200_000  # numbers; the quartiles of more are those of an even sample of as many


@dataclass(frozen=True)
class ColumnSummary:
    """Statistics of a column; None where a figure makes no sense for its kind.

    ``minimum`` ... ``quartiles`` (25 %, 50 %, 75 %) are of numbers; of dates they are days since 1970-01-01.
    ``deviation`` is the standard deviation (divided by n). ``histogram`` counts the cells in the bins between
    ``edges`` (one more than bins), of equal width from the minimum to the maximum.
    """

    count: int  # cells that are not missing
    missing: int
    distinct: int
    minimum: float | None = None
    maximum: float | None = None
    mean: float | None = None
    deviation: float | None = None
    quartiles: tuple[float, float, float] | None = None
    frequent: tuple[tuple[str, int], ...] = ()  # the most frequent values, at most 10, with their counts
    histogram: tuple[int, ...] | None = None
    edges: tuple[float, ...] | None = None


def summarize(column: Column) -> ColumnSummary:
    """Return the statistics of a column, worked out once for each column and kind."""
    key = f"summary of {column.kind}"
    known: ColumnSummary | None = column.__dict__.get(key)
    if known is None:
        known = column.__dict__[key] = _summary(column)
    return known


def _summary(column: Column) -> ColumnSummary:
    numbers = _numbers(column)
    count, missing = len(column.values) - column.missing, column.missing
    if numbers is None or not len(numbers):
        return ColumnSummary(count, missing, column.n_distinct, frequent=_frequent(column))
    low, high = float(numbers.min()), float(numbers.max())
    with np.errstate(over="ignore", invalid="ignore"):
        mean, deviation = float(numbers.mean()), float(numbers.std())
        counts, edges = _histogram(numbers, low, high)
    step = max(1, len(numbers) // EXACT_UP_TO)
    quartiles = np.quantile(numbers[::step], (0.25, 0.5, 0.75))
    return ColumnSummary(
        count, missing, column.n_distinct, low, high,
        mean if np.isfinite(mean) else None, deviation if np.isfinite(deviation) else None,
        (float(quartiles[0]), float(quartiles[1]), float(quartiles[2])), _frequent(column), counts, edges,
    )  # fmt: skip


def _numbers(column: Column) -> NDArray[np.float64] | None:
    """The numbers that statistics are of, without missing ones; None where there are none."""
    if column.kind == "date":
        writing = writing_of(column)
        days = None if writing is None else days_of(column, writing)
        return None if days is None else days[~np.isnan(days)]
    if not column.is_number or column.kind in ("categorical", "text"):
        return None
    return np.asarray(column.values[column.present], dtype=np.float64)


def _histogram(numbers: NDArray[np.float64], low: float, high: float) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Counts of at most `BINS` bins and their edges; whole numbers of few values get a bin each."""
    if low == high:
        return (len(numbers),), (low - 0.5, high + 0.5)
    if high - low < BINS and bool(np.all(np.mod(numbers, 1) == 0)):
        edges = np.arange(low - 0.5, high + 1)
    else:
        edges = low + (high / BINS - low / BINS) * np.arange(BINS + 1)
        edges[-1] = high
    if not np.isfinite(edges).all() or not np.all(np.diff(edges) > 0):
        return (len(numbers),), (low, high)
    counts, edges = np.histogram(numbers, edges)
    return tuple(counts.tolist()), tuple(edges.tolist())


def _frequent(column: Column) -> tuple[tuple[str, int], ...]:
    values, counts = column.distinct
    if len(counts) > MOST_FREQUENT:
        least = np.partition(counts, -MOST_FREQUENT)[-MOST_FREQUENT]
        kept = np.flatnonzero(counts >= least)
        kept = kept[np.argsort(-counts[kept], kind="stable")][:MOST_FREQUENT]
    else:
        kept = np.argsort(-counts, kind="stable")
    shown = [number_text(values[at]) if column.is_number else str(values[at]) for at in kept]
    return tuple(zip(shown, counts[kept].tolist(), strict=True))
