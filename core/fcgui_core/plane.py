"""A plane (or a line) through the inputs: two columns spanned, the others where they usually are at each place.

Coordinates are the scaled ones that enter the network, ``(raw - x_mean) / x_scale``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from fcgui_core.date_features import Dates
    from fcgui_core.derived import Derived
    from fcgui_core.preparation import Preparation, PreparedData

Array = NDArray[Any]
Span = tuple[float, float]

SEEN_ROWS, LEAST_SEEN = 20_000, 1_000  # training rows that a plane is chosen and laid by: so many at the most,
SEEN_CELLS = 500_000  # of wide tables fewer, a few milliseconds of work, but not too few
PAIR_ROWS = 1_000  # rows that are looked at to tell columns of two values


@dataclass(frozen=True, eq=False)
class Computed:
    """An input, number ``at``, that is a ``function`` of the columns number ``sources``: derived ones, dates' circles.

    ``mean`` and ``scale`` (d,) are those of all columns, since a function is one of raw values.
    """

    at: int
    function: Callable[..., Array]
    sources: tuple[int, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]

    def write(self, rows: Array) -> None:
        """Fill its column of scaled rows (n, d) in."""
        raw = [rows[:, source] * self.scale[source] + self.mean[source] for source in self.sources]
        rows[:, self.at] = (self.function(*raw) - self.mean[self.at]) / self.scale[self.at]


@dataclass(frozen=True, eq=False)
class Plane:
    """Two input columns spanned, every other column held at one value, or following the two.

    ``x`` and ``y`` are column numbers (``y`` is ``None`` for a line instead of a plane), the spans are in
    scaled units and ``held`` (d,) is the row that supplies the other columns. With ``slopes`` (2, d) another column is
    ``held + (x - held_x) slopes[0] + (y - held_y) slopes[1]``: what it usually is at that place. Derived inputs and the
    circles of dates are ``computed`` from what they are made of. Of all columns the first ``width`` enter the network.
    """

    x: int
    y: int | None
    x_span: Span
    y_span: Span
    held: Array
    slopes: Array | None = None
    computed: tuple[Computed, ...] = ()
    aside: int = 0  # columns at the end that can be spanned, but are no inputs of the network

    @property
    def width(self) -> int:
        """How many columns enter the network."""
        return len(self.held) - self.aside

    def rows(self, xs: Array, ys: Array | None = None) -> Array:
        """Rows (n, width) as they enter the network, with the spanned columns ``xs`` (n,) and ``ys`` (n,)."""
        return self.whole(xs, ys)[:, : self.width]

    def whole(self, xs: Array, ys: Array | None = None) -> Array:
        """Rows (n, d) of all columns, with the spanned ones ``xs`` (n,) and ``ys`` (n,)."""
        rows = np.repeat(self.held[None, :], len(xs), axis=0)
        if self.slopes is not None:
            rows += np.outer(np.asarray(xs) - self.held[self.x], self.slopes[0])
            if self.y is not None and ys is not None:
                rows += np.outer(np.asarray(ys) - self.held[self.y], self.slopes[1])
        rows[:, self.x] = xs
        if self.y is not None and ys is not None:
            rows[:, self.y] = ys
        self.compute(rows)
        return rows

    def compute(self, rows: Array) -> None:
        """Fill the derived inputs of rows (n, d) in."""
        for one in self.computed:
            one.write(rows)


def _seen(prepared: PreparedData) -> tuple[NDArray[np.float64], Array]:
    """Some of the training rows (m, d) and their targets (m,), evenly chosen: the window must answer meanwhile."""
    rows = len(prepared.X_train)
    most = min(SEEN_ROWS, max(LEAST_SEEN, SEEN_CELLS // prepared.X_train.shape[1]))
    step = max(1, -(-rows // most))
    features = np.asarray(prepared.X_train[::step], dtype=np.float64)
    return features, np.asarray(prepared.y_train[::step]).reshape(len(features))


def separation(prepared: PreparedData) -> NDArray[np.float64]:
    """How well each input column tells the targets apart by itself, (d,); larger is better, 0 for a constant.

    Classification: the F ratio of one-way analysis of variance, (variance between the classes / (K - 1))
    over (variance within them / (n - K)). Regression: the size of the correlation with the target. Training
    rows only, of many a part.
    """
    features, targets = _seen(prepared)
    if prepared.task == "classification":
        return _f_ratios(features, targets.astype(np.int64))
    centred = features - features.mean(axis=0)
    answer = targets - targets.mean()
    scale = np.sqrt((centred**2).sum(axis=0) * (answer**2).sum())
    return np.asarray(np.divide(np.abs(answer @ centred), scale, out=np.zeros_like(scale), where=scale > 0))


def _f_ratios(features: NDArray[np.float64], classes: NDArray[np.int64]) -> NDArray[np.float64]:
    mean = features.mean(axis=0)
    between = np.zeros(features.shape[1])
    within = np.zeros(features.shape[1])
    present = np.unique(classes)
    for one in present:
        rows = features[classes == one]
        centre = rows.mean(axis=0)
        between += len(rows) * (centre - mean) ** 2
        within += ((rows - centre) ** 2).sum(axis=0)
    between /= max(len(present) - 1, 1)
    within /= max(len(features) - len(present), 1)
    # A column that is constant inside every class but not between them separates perfectly.
    perfect = np.where(between > 0, np.inf, 0.0)
    return np.divide(between, within, out=perfect, where=within > 1e-12 * np.maximum(between, 1e-300))


def best_pair(prepared: PreparedData) -> tuple[int, int | None]:
    """The two columns that separate the targets best, in the table's order; (0, None) for a single one.

    Columns of two values, as one-hot ones are, come last: points on two lines say little. Derived inputs are left to
    the columns that they are made of.
    """
    spanning = spanning_columns(prepared)
    if len(spanning) < 2:
        return spanning[0], None
    scores = separation(prepared)
    two_values = np.array([len(np.unique(column[:PAIR_ROWS])) <= 2 for column in np.asarray(prepared.X_train).T])
    scores = np.where(two_values, -1.0 / (2.0 + scores), scores)
    first, second = np.array(spanning)[np.argsort(-scores[spanning], kind="stable")[:2]]
    return int(min(first, second)), int(max(first, second))


def spanning_columns(prepared: PreparedData) -> list[int]:
    """The numbers of the columns that a plane can span: all but those that follow from others."""
    made = prepared.preparation
    following = {at for at, *_ in _circles(made)} | {at for at, _ in _derived(made)}
    return [at for at in range(prepared.n_features) if at not in following]


def _circles(made: Preparation) -> Iterator[tuple[int, int, Dates, int]]:
    """Of each feature that is the circle of a date: its number, that of the date's days, the date, which wave it is."""
    at = 0
    for entry in made.inputs:
        if entry.used and entry.dates is not None:
            for wave in range(entry.dates.width - 1):
                yield at + 1 + wave, at, entry.dates, wave
        at += entry.width


def _derived(made: Preparation) -> Iterator[tuple[int, Derived]]:
    """The derived inputs with their numbers: they come after the columns' own features."""
    return enumerate(made.derived, sum(entry.width for entry in made.inputs))


def _computed(prepared: PreparedData, spanned: list[int]) -> tuple[Computed, ...]:
    made = prepared.preparation
    numbers = {name: at for at, name in enumerate(made.feature_names)}
    found = [
        Computed(at, partial(dates.wave, wave), (days,), made.x_mean, made.x_scale)
        for at, days, dates, wave in _circles(made)
    ]
    found += [
        Computed(at, one.values, tuple(numbers[name] for name in one.columns), made.x_mean, made.x_scale)
        for at, one in _derived(made)
        if all(name in numbers for name in one.columns)
    ]
    return tuple(one for one in found if one.at not in spanned)


def plane_of(
    prepared: PreparedData, x: int, y: int | None = None, held: Array | None = None, margin: float = 0.08
) -> Plane:
    """The plane over columns ``x`` and ``y`` that holds all points, with a share of the range as margin.

    ``held`` (d,) is in scaled units: the other columns then stay at its values. By default they follow x and y as
    they do in the training rows (least squares): at their mean alone, most places of the plane are like no row at
    all, and a network that is right about every row would seem wrong about half of them (iris). Derived inputs are
    computed from the columns that they are made of; `PreparedData.seen` has those that are no inputs themselves, too.
    """
    spans = _span(prepared, x, margin), (0.0, 1.0) if y is None else _span(prepared, y, margin)
    spanned = [x] if y is None else [x, y]
    made = prepared.preparation
    aside = sum(not entry.used for entry in made.inputs) if made.aside else 0
    computed = _computed(prepared, spanned)
    if held is not None:
        return Plane(x, y, *spans, np.array(held, float), None, computed, aside)
    features, _ = _seen(prepared)
    mean = features.mean(axis=0)
    slopes = np.zeros((2, len(mean)))
    slopes[: len(spanned)] = np.linalg.pinv(features[:, spanned] - mean[spanned]) @ (features - mean)
    slopes[:, spanned] = 0.0  # the spanned columns are themselves
    return Plane(x, y, *spans, mean, slopes, computed, aside)


def _span(prepared: PreparedData, column: int, margin: float) -> Span:
    low, high = prepared.ranges[:, column].tolist()
    room = (high - low) * margin if high > low else 1.0
    return low - room, high + room


def centres(span: Span, count: int) -> NDArray[np.float64]:
    """The middles of ``count`` equal cells over ``span``."""
    low, high = span
    return np.asarray(low + (np.arange(count) + 0.5) * ((high - low) / count), dtype=np.float64)
