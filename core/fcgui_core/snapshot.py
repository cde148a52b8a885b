"""The one thing that leaves a running training: an immutable picture of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fcgui_core import layout
from fcgui_core.forward import forward, predict
from fcgui_core.history import Curves
from fcgui_core.metrics import Metrics
from fcgui_core.spec import NetworkSpec
from fcgui_core.tape import Array

Status = Literal["ready", "running", "paused", "finished", "stopped early", "diverged", "goal reached"]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A training at one moment.  All arrays are read-only, ``parameters`` is a copy: it may cross threads.

    ``run_id`` tells runs apart, ``epoch`` and ``step`` count completed ones, ``seconds`` is the time spent
    training, ``train``, ``test`` and ``validation`` are the metrics (None for a part without rows), ``learning_rate``
    is the present one, after the schedule, and ``message`` is empty or a sentence about ``status``.
    ``best_epoch`` is the one whose weights early stopping keeps; None where it keeps none.
    """

    run_id: int
    epoch: int
    step: int
    seconds: float
    spec: NetworkSpec
    parameters: Array
    train: Metrics
    test: Metrics | None
    history: Curves
    status: Status
    message: str
    learning_rate: float
    best_epoch: int | None = None
    validation: Metrics | None = None

    @property
    def weights(self) -> list[Array]:
        """Every layer's W (inputs, units), or (pieces, inputs, units) for maxout: read-only views."""
        return layout.split(self.spec, self.parameters)[0]

    @property
    def biases(self) -> list[Array]:
        """Every layer's b (1, units), or (pieces, 1, units) for maxout: read-only views."""
        return layout.split(self.spec, self.parameters)[1]

    def predict(self, X: Array) -> Array:
        """The outputs (n, q) for X (n, d) with these weights."""
        return predict(self.spec, self.parameters, X)

    def forward(self, X: Array) -> list[tuple[Array, Array]]:
        """(Z, H) of every layer for X (n, d), (n, units) each; maxout's Z is (pieces, n, units)."""
        return forward(self.spec, self.parameters, X)
