"""The course of a training: curves of bounded length."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from fcgui_core.tape import Array

CAPACITY = 2_000  # points; more than a screen has pixels across


@dataclass(frozen=True)
class Curves:
    """The recorded points, as read-only (n,) arrays; ``test_*`` and ``validation_*`` are nan without such rows."""

    epoch: Array
    train_loss: Array
    test_loss: Array
    train_score: Array
    test_score: Array
    learning_rate: Array
    validation_loss: Array = field(default_factory=lambda: np.zeros(0))
    validation_score: Array = field(default_factory=lambda: np.zeros(0))

    def __len__(self) -> int:
        return len(self.epoch)


class History:
    """Append-only points, at most CAPACITY: when it is full every second one goes, and the stride doubles.

    ``stride`` says which epochs are worth recording: those that it divides.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity = capacity
        self.stride = 1
        self._points = np.empty((len(Curves.__dataclass_fields__), capacity))
        self._length = 0
        self._curves: Curves | None = None

    def __len__(self) -> int:
        return self._length

    def add(self, epoch: int, train_loss: float, test_loss: float, train_score: float, test_score: float,
            learning_rate: float, validation_loss: float = np.nan,
            validation_score: float = np.nan) -> None:  # fmt: skip
        """Note the point of one epoch."""
        if self._length == self.capacity:
            self._halve()
        self._points[:, self._length] = (
            epoch, train_loss, test_loss, train_score, test_score, learning_rate, validation_loss, validation_score
        )  # fmt: skip
        self._length += 1
        self._curves = None
        if self._length == self.capacity:
            self.stride *= 2  # the next point that comes is the first of the wider grid

    def _halve(self) -> None:
        """Keep the epochs on the wider grid, in a NEW array: given-out curves are views into the old one."""
        kept = self._points[:, self._points[0] % self.stride == 0]
        self._points = np.empty_like(self._points)
        self._length = kept.shape[1]
        self._points[:, : self._length] = kept

    def curves(self) -> Curves:
        """What is recorded so far.  Costs no copy: views into an array whose written part never changes."""
        if self._curves is None:
            view = self._points[:, : self._length]
            view.flags.writeable = False
            self._curves = Curves(*view)
        return self._curves

    def state(self) -> dict[str, Any]:
        """Everything, for ``restore``."""
        return {"stride": self.stride, "points": self._points[:, : self._length].copy()}

    def restore(self, state: dict[str, Any]) -> None:
        """Back to ``state``."""
        points = np.asarray(state["points"], np.float64)
        self.stride = state["stride"]
        self._points = np.empty((len(points), self.capacity))
        self._length = points.shape[1]
        self._points[:, : self._length] = points
        self._curves = None
