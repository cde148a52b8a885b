"""Looking at a network: its answers over a plane of two columns, and how often they are right.

Everything here is computed FROM a snapshot and a prepared table and changes neither. Coordinates are the
scaled ones that enter the network (``(raw - x_mean) / x_scale``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.forward import ForwardPass
from fcgui_core.plane import Plane, centres

if TYPE_CHECKING:
    from fcgui_core.snapshot import Snapshot
    from fcgui_core.spec import NetworkSpec

Array = NDArray[Any]
Predict = Callable[[Array], Array]

# Rows per replay of the network. Measured beside a training thread with the iris network: fewer, longer products leave
# the training more of its speed than 512 rows do (each replay takes the interpreter lock a dozen times).
CHUNK_ROWS = 2048
LEAST_ROWS = 32
CHUNK_PRODUCTS = 50_000_000  # multiply-adds of a chunk, a few milliseconds: larger networks take fewer rows at a time


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
