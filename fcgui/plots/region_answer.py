"""Asking the network for its answer over a plane: coarsely at once, and finely when there is time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from fcgui.plots.region_field import answers, field_image, fits, neuron_image
from fcgui.plots.region_neuron import Neuron
from fcgui.theme import Palette
from fcgui_core.plane import Plane
from fcgui_core.probe import Predict, Prober, decision_grid, grid_chunks, grid_side

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot
    from fcgui_core.spec import NetworkSpec

Array = NDArray[Any]
Scene = tuple["PreparedData | None", Plane | None, Palette | None, "NetworkSpec | None", Neuron | None]

COARSE, FINE = 48, 256  # cells along a side while the network trains, and when it rests
FINE_BUDGET = 4e10  # operations of the fine picture: some tenths of a second, in slices
AT_ONCE = 4e8  # multiply-adds of a picture that is computed without slices: some 15 ms
SLICE_NS = 3_000_000  # of computing at a time: 3 ms, so that the window answers in between
SHARE = 0.03  # of a processor's time goes into pictures while the network trains: a large one is drawn less often
LINE_POINTS = 256  # of the curve over a single column


class RegionAnswer(QObject):
    """The picture (``image``) over two columns, or the curve (``line``: raw x, answers) over a single one."""

    ready = Signal()  # a picture that was computed in slices

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.line: tuple[Array, Array] | None = None
        self._snapshot: Snapshot | None = None
        self._waiting: Snapshot | None = None
        self._scene: Scene = (None, None, None, None, None)
        self.largest = 0.0  # of a single neuron's picture: what the ends of the colours stand for
        self._coarse = False  # the slices are those of a coarse picture
        self._prober: Prober | None = None
        self._slices: Iterator[tuple[slice, Array]] | None = None
        self._outputs = np.zeros((0, 0), np.float32)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)
        self._cost_s = 0.0  # of the picture that is being computed, in the time of the processor
        self._began = 0.0
        self._rest = QTimer(self)  # until a training has made up for the last picture
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether a picture is being computed, or will be."""
        return self._timer.isActive() or (self._rest.isActive() and self._waiting is not None)

    def ask(
        self,
        snapshot: Snapshot | None,
        prepared: PreparedData | None,
        plane: Plane | None,
        palette: Palette,
        neuron: Neuron | None = None,
    ) -> bool:
        """Compute the picture or the curve of another snapshot, table or plane; True when it is there already.

        While the network trains, the next picture of the same plane is computed in slices beside the present
        one; a snapshot that comes before it is ready waits, and gives way to a later one. Everything else is
        shown at once, and refined when the network rests. With ``neuron`` it is the activation of that one instead.
        """
        scene = (prepared, plane, palette, None if snapshot is None else snapshot.spec, neuron)
        moving = snapshot is not None and snapshot.status == "running" and scene == self._scene
        self._snapshot, self._scene = snapshot, scene
        if moving and self.image is not None and self._prober is not None:
            self._waiting = snapshot
            if not self._coarse and not self._rest.isActive():
                self._next()
            return False
        self.stop()
        self.image = self.line = None
        if snapshot is None or prepared is None or plane is None or not fits(snapshot, prepared):
            self._snapshot = None
        elif plane.y is None:
            self.line = self._line(snapshot, prepared, plane)
        else:
            self._picture(snapshot, plane)
        return True

    def _line(self, snapshot: Snapshot, prepared: PreparedData, plane: Plane) -> tuple[Array, Array]:
        """The curve over a single column: raw x, and the answers or the activation of the single neuron."""
        xs = np.linspace(*plane.x_span, LINE_POINTS)
        rows = plane.rows(xs).astype(np.float32)
        made = prepared.seen.preparation
        raw = xs * made.x_scale[plane.x] + made.x_mean[plane.x]
        if self._scene[4] is None:
            return raw, answers(snapshot.predict(rows), snapshot, prepared)
        self._use(snapshot)
        outputs = self._predict(rows)
        self.largest = float(np.abs(np.nan_to_num(outputs)).max())
        return raw, outputs[:, 0].astype(np.float64)

    def _use(self, snapshot: Snapshot) -> None:
        if self._prober is None or self._prober.spec != snapshot.spec:
            self._prober = Prober(snapshot.spec)
        self._prober.use(snapshot)

    def _picture(self, snapshot: Snapshot, plane: Plane) -> None:
        """The coarse picture at once, and the fine one in slices unless the network trains."""
        self._use(snapshot)
        n_parameters = snapshot.spec.n_parameters
        side = grid_side(n_parameters, COARSE)
        fine = grid_side(n_parameters, FINE, budget=FINE_BUDGET)
        running = snapshot.status == "running"
        if side * side * n_parameters > AT_ONCE:  # a large network: the window answers while the first picture is made
            self._start(side if running else max(side, fine))
            return
        self.image = self._image_of(decision_grid(self._predict, plane, side, side))
        if not running and fine > side:
            self._start(fine)

    @property
    def _predict(self) -> Predict:
        assert self._prober is not None
        neuron = self._scene[4]
        return self._prober.predict if neuron is None else self._prober.unit(*neuron)

    @Slot()
    def _next(self) -> None:
        """Begin the coarse picture of the snapshot that waits, if there is one."""
        snapshot, self._waiting = self._waiting, None
        self._coarse = snapshot is not None and self._prober is not None
        if snapshot is not None and self._prober is not None:
            self._prober.use(snapshot)
            self._start(grid_side(snapshot.spec.n_parameters, COARSE))

    def at(self, row: Array) -> Array | None:
        """Probabilities (K,) or a value for one row of scaled inputs (1, d); None without a network."""
        prepared = self._scene[0]
        if self._snapshot is None or prepared is None:
            return None
        outputs = self._snapshot.predict(row.astype(np.float32))
        return np.asarray(answers(outputs, self._snapshot, prepared)[0])

    def stop(self) -> None:
        """Compute no further."""
        self._timer.stop()
        self._rest.stop()
        self._slices = self._waiting = None
        self._coarse = False

    def _start(self, side: int) -> None:
        """Begin a picture of ``side`` x ``side`` cells in slices."""
        plane = self._scene[1]
        assert self._prober is not None and plane is not None
        outputs = self._prober.spec.n_outputs if self._scene[4] is None else 1
        self._outputs = np.empty((side * side, outputs), np.float32)
        self._slices = grid_chunks(self._predict, plane, side, side, self._prober.chunk_rows)
        self._cost_s, self._began = 0.0, perf_counter()
        self._timer.start()

    def _slice(self) -> None:
        clock, spent = QElapsedTimer(), thread_time()
        clock.start()
        while self._slices is not None and clock.nsecsElapsed() < SLICE_NS:
            done = next(self._slices, None)
            if done is None:
                self._finish()
            else:
                self._outputs[done[0]] = done[1]
        self._cost_s += thread_time() - spent

    def _finish(self) -> None:
        self._timer.stop()
        self._slices = None
        side = int(np.sqrt(len(self._outputs)))
        self.image = self._image_of(self._outputs.reshape(side, side, -1))
        self.ready.emit()
        rest_s = self._cost_s / SHARE - (perf_counter() - self._began)
        if rest_s > 0 and self._coarse:
            self._coarse = False
            self._rest.start(round(1000 * rest_s))
        else:
            self._next()

    def _image_of(self, outputs: Array) -> QImage:
        """Colours of a grid of outputs (ny, nx, q)."""
        prepared, _, palette, _, neuron = self._scene
        assert self._snapshot is not None and prepared is not None and palette is not None
        if neuron is not None:
            self.largest = float(np.abs(np.nan_to_num(outputs)).max())
            return neuron_image(outputs[..., 0], self.largest, palette)
        ny, nx, q = outputs.shape
        values = answers(outputs.reshape(ny * nx, q), self._snapshot, prepared)
        return field_image(values.reshape(ny, nx, *values.shape[1:]), prepared, palette)
