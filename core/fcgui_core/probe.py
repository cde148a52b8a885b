"""Looking at a network: its answers over a plane of two columns, and how often they are right.

Everything here is computed FROM a snapshot and a prepared table and changes neither. Coordinates are the
scaled ones that enter the network (``(raw - x_mean) / x_scale``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.derived import Derived
from fcgui_core.forward import ForwardPass

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot
    from fcgui_core.spec import NetworkSpec

Array = NDArray[Any]
Span = tuple[float, float]
Predict = Callable[[Array], Array]

# Rows per replay of the network. Measured beside a training thread with the iris network: fewer, longer products leave
# the training more of its speed than 512 rows do (each replay takes the interpreter lock a dozen times).
CHUNK_ROWS = 2048
LEAST_ROWS = 32
SEEN_ROWS = 20_000  # training rows that a plane is chosen and laid by
PAIR_ROWS = 1_000  # rows that are looked at to tell columns of two values
CHUNK_PRODUCTS = 100_000_000  # multiply-adds of a chunk, some milliseconds: larger networks take fewer rows at a time


@dataclass(frozen=True, eq=False)
class Computed:
    """A derived input, number ``at``, that is computed from columns number ``sources`` wherever these are known.

    ``mean`` and ``scale`` (d,) are those of all columns, since a function is one of raw values.
    """

    at: int
    derived: Derived
    sources: tuple[int, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]

    def write(self, rows: Array) -> None:
        """Fill its column of scaled rows (n, d) in."""
        raw = [rows[:, source] * self.scale[source] + self.mean[source] for source in self.sources]
        rows[:, self.at] = (self.derived.values(*raw) - self.mean[self.at]) / self.scale[self.at]


@dataclass(frozen=True, eq=False)
class Plane:
    """Two input columns spanned, every other column held at one value, or following the two.

    ``x`` and ``y`` are column numbers (``y`` is ``None`` for a line instead of a plane), the spans are in
    scaled units and ``held`` (d,) is the row that supplies the other columns. With ``slopes`` (2, d) another column is
    ``held + (x - held_x) slopes[0] + (y - held_y) slopes[1]``: what it usually is at that place. Derived inputs are
    ``computed`` from what they are made of. Of all columns the first ``width`` enter the network.
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


def _some(rows: Array) -> Array:
    """At most `SEEN_ROWS` of the rows, evenly chosen: enough for a picture, and a window that answers at once."""
    return rows[:: max(1, -(-len(rows) // SEEN_ROWS))]


def separation(prepared: PreparedData) -> NDArray[np.float64]:
    """How well each input column tells the targets apart by itself, (d,); larger is better, 0 for a constant.

    Classification: the F ratio of one-way analysis of variance, (variance between the classes / (K - 1))
    over (variance within them / (n - K)). Regression: the size of the correlation with the target. Training
    rows only, of many a part.
    """
    features = np.asarray(_some(prepared.X_train), dtype=np.float64)
    targets = np.asarray(_some(prepared.y_train)).reshape(len(features))
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
    """The numbers of the columns that a plane can span: all but the derived inputs."""
    derived = set(_places(prepared))
    return [at for at in range(prepared.n_features) if at not in derived]


def _places(prepared: PreparedData) -> list[int]:
    """The numbers of the derived inputs: they come after the columns' own features."""
    made = prepared.preparation
    first = sum(len(entry.feature_names) for entry in made.inputs)
    return list(range(first, first + len(made.derived)))


def _computed(prepared: PreparedData, spanned: list[int]) -> tuple[Computed, ...]:
    made = prepared.preparation
    numbers = {name: at for at, name in enumerate(made.feature_names)}
    return tuple(
        Computed(at, one, tuple(numbers[name] for name in one.columns), made.x_mean, made.x_scale)
        for at, one in zip(_places(prepared), made.derived, strict=True)
        if at not in spanned and all(name in numbers for name in one.columns)
    )


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
    features = np.asarray(_some(prepared.X_train), dtype=np.float64)
    mean = features.mean(axis=0)
    found = np.linalg.lstsq(features[:, spanned] - mean[spanned], features - mean, rcond=None)[0]
    slopes = np.zeros((2, len(mean)))
    slopes[: len(spanned)] = found
    slopes[:, spanned] = 0.0  # the spanned columns are themselves
    return Plane(x, y, *spans, mean, slopes, computed, aside)


def _span(prepared: PreparedData, column: int, margin: float) -> Span:
    values = np.concatenate([np.asarray(part)[:, column] for part in (prepared.X_train, prepared.X_test)])
    low, high = float(values.min()), float(values.max())
    room = (high - low) * margin if high > low else 1.0
    return low - room, high + room


def centres(span: Span, count: int) -> NDArray[np.float64]:
    """The middles of ``count`` equal cells over ``span``."""
    low, high = span
    return np.asarray(low + (np.arange(count) + 0.5) * ((high - low) / count), dtype=np.float64)


class Prober:
    """The forward pass of one kind of network, recorded once and replayed for snapshot after snapshot.

    Half the time of ``Snapshot.predict``, which needs fresh buffers at every call. Not for several threads.
    """

    def __init__(self, spec: NetworkSpec, dtype: str = "float32") -> None:
        self.spec = spec
        self._flat = np.zeros(spec.n_parameters, dtype)
        self.chunk_rows = max(LEAST_ROWS, min(CHUNK_ROWS, CHUNK_PRODUCTS // spec.n_parameters))
        self._pass = ForwardPass(spec, self._flat, self.chunk_rows)

    def use(self, snapshot: Snapshot) -> None:
        """Answer with the weights of ``snapshot``, whose spec must be this one's, from now on."""
        np.copyto(self._flat, snapshot.parameters, casting="same_kind")

    def unit(self, layer: int, unit: int) -> Predict:
        """What maps rows (n, d) to the activation (n, 1) of one neuron of ``layer``; -1: the inputs, scaled."""
        if layer < 0:
            return lambda rows: np.asarray(rows)[:, unit : unit + 1].astype(self._flat.dtype)
        return partial(self._activation, layer, unit)

    def _activation(self, layer: int, unit: int, rows: Array) -> Array:
        values = np.empty((len(rows), 1), self._flat.dtype)
        with np.errstate(all="ignore"):
            for start in range(0, len(rows), self.chunk_rows):
                part = rows[start : start + self.chunk_rows]
                self._pass.run(part)
                values[start : start + len(part), 0] = self._pass.layers[layer].h[unit, : len(part)]
        return values

    def predict(self, rows: Array) -> Array:
        """The outputs (n, q) for rows (n, d)."""
        outputs = np.empty((len(rows), self.spec.n_outputs), self._flat.dtype)
        with np.errstate(all="ignore"):  # a network that diverges may overflow; the answer shows it
            for start in range(0, len(rows), self.chunk_rows):
                part = rows[start : start + self.chunk_rows]
                outputs[start : start + len(part)] = self._pass.run(part).h[:, : len(part)].T
        return outputs


def grid_chunks(
    predict: Predict, plane: Plane, nx: int, ny: int, chunk_rows: int = CHUNK_ROWS
) -> Iterator[tuple[slice, Array]]:
    """The outputs over the plane, about ``chunk_rows`` points at a time: (slice of the flat grid, outputs (n, q)).

    The flat grid runs along x first; its first row is the lowest y. The array of inputs (float32) is reused,
    so memory stays at one chunk however fine the grid or wide the table.
    """
    height = max(1, chunk_rows // nx)
    xs, ys = centres(plane.x_span, nx), centres(plane.y_span, ny)
    across = plane.whole(xs).astype(np.float32)  # one row of the grid, but for y
    rises = np.zeros(across.shape[1], np.float32)
    if plane.y is not None:
        rises[plane.y] = 1.0
        if plane.slopes is not None:
            rises += plane.slopes[1].astype(np.float32)
    base = np.tile(across - rises * (0.0 if plane.y is None else plane.held[plane.y]), (height, 1)).astype(np.float32)
    inputs = base.copy()
    for start in range(0, ny, height):
        part = ys[start : start + height]
        chunk = inputs[: nx * len(part)]
        if plane.y is not None:
            np.multiply(np.repeat(part, nx)[:, None].astype(np.float32), rises, out=chunk)
            chunk += base[: len(chunk)]
            chunk[:, plane.y] = np.repeat(part, nx)
        plane.compute(chunk)
        yield slice(nx * start, nx * (start + len(part))), predict(chunk[:, : plane.width])


def decision_grid(predict: Predict, plane: Plane, nx: int, ny: int) -> Array:
    """The network's outputs over the plane, (ny, nx, q); row 0 is the lowest y, column 0 the lowest x.

    ``predict`` maps (n, d) to (n, q), such as ``Prober.predict`` or ``snapshot.predict``. Values belong to
    the middles of the cells.
    """
    return np.concatenate([values for _, values in grid_chunks(predict, plane, nx, ny)]).reshape(ny, nx, -1)


def grid_side(n_parameters: int, most: int, least: int = 24, budget: float = 6e8) -> int:
    """Cells along each side of a square grid that costs about ``budget`` floating-point operations.

    A point costs two operations a parameter. 6e8 is some 5 ms on one thread, and gives the lecture's iris
    network (26,503 parameters) its 100 x 100 cells; a network of half a million parameters gets 24 x 24.
    """
    return int(np.clip(np.sqrt(budget / (2 * max(n_parameters, 1))), least, most))


def confusion_matrix(truth: Array, predicted: Array, n_classes: int) -> NDArray[np.int64]:
    """Counts (K, K): how many rows of class i (down) were answered as class j (across)."""
    cells = np.asarray(truth, dtype=np.int64) * n_classes + np.asarray(predicted, dtype=np.int64)
    return np.bincount(cells, minlength=n_classes * n_classes).reshape(n_classes, n_classes)
