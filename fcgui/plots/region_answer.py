"""Asking the network for its answer over a plane: coarsely at once, and finely when there is time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from fcgui.plots.region_field import answers, field_image, fits
from fcgui.theme import Palette
from fcgui_core.probe import Plane, Prober, decision_grid, grid_chunks, grid_side

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot

Array = NDArray[Any]

COARSE, FINE = 100, 256  # cells along a side while the network trains, and when it rests
FINE_BUDGET = 4e10  # operations of the fine picture: some tenths of a second, in slices
SLICE_MS = 4  # of refining at a time, so that the window answers in between
LINE_POINTS = 256  # of the curve over a single column


class RegionAnswer(QObject):
    """The picture (``image``) over two columns, or the curve (``line``: raw x, answers) over a single one."""

    refined = Signal()  # the fine picture is ready

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.line: tuple[Array, Array] | None = None
        self._snapshot: Snapshot | None = None
        self._prepared: PreparedData | None = None
        self._prober: Prober | None = None
        self._slices: Iterator[tuple[slice, Array]] | None = None
        self._outputs = np.zeros((0, 0), np.float32)
        self._palette: Palette | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._refine)

    @property
    def refining(self) -> bool:
        """Whether the fine picture is being computed."""
        return self._timer.isActive()

    def ask(
        self, snapshot: Snapshot | None, prepared: PreparedData | None, plane: Plane | None, palette: Palette
    ) -> None:
        """Compute the picture or the curve; start to refine the picture unless the network is training."""
        self.stop()
        self.image = self.line = None
        self._snapshot, self._prepared, self._palette = snapshot, prepared, palette
        if snapshot is None or prepared is None or plane is None or not fits(snapshot, prepared):
            self._snapshot = None
        elif plane.y is None:
            rows = plane.rows(np.linspace(*plane.x_span, LINE_POINTS))
            values = answers(snapshot.predict(rows.astype(np.float32)), snapshot, prepared)
            self.line = (prepared.raw(rows)[:, plane.x], values)
        else:
            if self._prober is None or self._prober.spec != snapshot.spec:
                self._prober = Prober(snapshot.spec)
            self._prober.use(snapshot)
            side = grid_side(snapshot.spec.n_parameters, COARSE)
            self.image = self._image_of(decision_grid(self._prober.predict, plane, side, side))
            if snapshot.status != "running":
                self._start(self._prober, plane, side)

    def at(self, row: Array) -> Array | None:
        """Probabilities (K,) or a value for one row of scaled inputs (1, d); None without a network."""
        if self._snapshot is None or self._prepared is None:
            return None
        outputs = self._snapshot.predict(row.astype(np.float32))
        return np.asarray(answers(outputs, self._snapshot, self._prepared)[0])

    def stop(self) -> None:
        """Refine no further."""
        self._timer.stop()
        self._slices = None

    def _start(self, prober: Prober, plane: Plane, coarse: int) -> None:
        side = grid_side(prober.spec.n_parameters, FINE, budget=FINE_BUDGET)
        if side <= coarse:
            return
        self._outputs = np.empty((side * side, prober.spec.n_outputs), np.float32)
        self._slices = grid_chunks(prober.predict, plane, side, side)
        self._timer.start()

    def _refine(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._slices is not None and clock.elapsed() < SLICE_MS:
            done = next(self._slices, None)
            if done is None:
                self._finish()
            else:
                self._outputs[done[0]] = done[1]

    def _finish(self) -> None:
        self.stop()
        side = int(np.sqrt(len(self._outputs)))
        self.image = self._image_of(self._outputs.reshape(side, side, -1))
        self.refined.emit()

    def _image_of(self, outputs: Array) -> QImage:
        """Colours of a grid of outputs (ny, nx, q)."""
        assert self._snapshot is not None and self._prepared is not None and self._palette is not None
        ny, nx, q = outputs.shape
        values = answers(outputs.reshape(ny * nx, q), self._snapshot, self._prepared)
        return field_image(values.reshape(ny, nx, *values.shape[1:]), self._prepared, self._palette)
