"""The live maps of the drawn neurons: asked for with each frame, computed in slices between two events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter, thread_time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.canvas.layout import Indices
from fcgui_core.neuron_maps import MAP_SIDE, NeuronMaps
from fcgui_core.plane import Plane
from fcgui_core.snapshot import Snapshot

Array = NDArray[Any]

SLICE_S = 0.003  # of computing at a time, so that the window answers in between
SHARE = 0.02  # of the time goes into maps while the network trains
FINE_SIDE = 40  # cells along each side of a map when training rests: borders are smooth in large neurons, too
FINE_PRODUCTS = 2_000_000_000  # multiply-adds that such maps may take, some tenths of a second in slices
PERIOD_S = 0.2  # and there are no more of them: a column of neurons is drawn anew about four times a second


class Maps(QObject):
    """One pass of a coarse grid at a time; a frame that comes meanwhile waits, and gives way to a later one."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result: NeuronMaps | None = None  # the last pass that came to its end
        self.snapshot: Snapshot | None = None  # and the weights that it was about
        self.wanted: tuple[Indices, ...] = ()  # and the neurons of each column
        self._working: NeuronMaps | None = None
        self._asked: tuple[Snapshot, Plane, tuple[Indices, ...]] | None = None
        self._waiting: tuple[Snapshot, Plane, tuple[Indices, ...]] | None = None
        self._passing: Iterator[int] | None = None
        self._cost = 0.0
        self._next = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether a pass is being computed."""
        return self._timer.isActive()

    def ask(self, snapshot: Snapshot, plane: Plane, wanted: tuple[Indices, ...]) -> None:
        """Compute the maps of another moment, plane or choice of neurons; a training gives up at most SHARE for it."""
        request = (snapshot, plane, wanted)
        if self.busy:
            self._waiting = request
        elif snapshot.status != "running" or perf_counter() >= self._next or not same(wanted, self.wanted):
            self._begin(*request)

    def stop(self) -> None:
        """Compute no further."""
        self._timer.stop()
        self._passing = self._waiting = None

    def clear(self) -> None:
        """Another network: what was computed is of no use."""
        self.stop()
        self.result = self._working = self.snapshot = None
        self.wanted = ()

    def _begin(self, snapshot: Snapshot, plane: Plane, wanted: tuple[Indices, ...]) -> None:
        side = side_of(snapshot)
        if self._working is None or (self._working.spec, self._working.side) != (snapshot.spec, side):
            self._working = NeuronMaps(snapshot.spec, side)
        self._asked = (snapshot, plane, wanted)
        self._passing = self._working.passing(snapshot, plane, wanted)
        self._cost = 0.0
        self._timer.start()

    @Slot()
    def _slice(self) -> None:
        began = now = perf_counter()
        spent, done = thread_time(), False
        while not done and now - began < SLICE_S:
            done = self._passing is None or next(self._passing, None) is None
            now = perf_counter()
        self._cost += thread_time() - spent  # the processor's time: waiting for other work costs the training nothing
        if done:
            self._finish(now)

    def _finish(self, now: float) -> None:
        self._timer.stop()
        self._passing = None
        at_rest = self._asked is not None and self._asked[0].status != "running"
        self._next = now if at_rest else now + max(self._cost / SHARE, PERIOD_S)
        if self._asked is not None:
            self.result, (self.snapshot, _, self.wanted) = self._working, self._asked
            self.ready.emit()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(*waiting)


def side_of(snapshot: Snapshot) -> int:
    """Cells along each side of a map: more of them when training rests, unless that would take seconds."""
    fine = snapshot.status != "running" and snapshot.spec.n_parameters * FINE_SIDE**2 <= FINE_PRODUCTS
    return FINE_SIDE if fine else MAP_SIDE


def same(one: tuple[Indices, ...], other: tuple[Indices, ...]) -> bool:
    """Whether two choices of neurons are the same."""
    return len(one) == len(other) and all(map(np.array_equal, one, other))


def carried(values: Sequence[Array], before: tuple[Indices, ...], now: tuple[Indices, ...]) -> list[Array]:
    """Maps (k, side, side) of the neurons ``now``: those of ``before`` keep theirs, the others have none yet."""
    maps = []
    for column, old, new in zip(values, before, now, strict=True):
        known = np.isin(new, old)
        kept = np.zeros((len(new), *column.shape[1:]), column.dtype)
        order = np.argsort(old)
        kept[known] = column[order[np.searchsorted(old, new[known], sorter=order)]]
        maps.append(kept)
    return maps
