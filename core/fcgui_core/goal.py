"""A goal that training can run towards: a loss that is low enough, or a score that is high enough."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fcgui_core.errors import SpecError
from fcgui_core.metrics import Metrics

PARTS = ("train", "validation", "test")
QUANTITIES = ("loss", "score")


@dataclass(frozen=True)
class Goal:
    """Reached when the loss of a part of the rows is at most ``value``, or its score (accuracy, R^2) at least.

    Raises `SpecError` for a value that no training could be asked for.
    """

    part: str
    quantity: str
    value: float

    def __post_init__(self) -> None:
        if self.part not in PARTS or self.quantity not in QUANTITIES:
            raise SpecError(
                f"A goal is the loss or the score of {', '.join(PARTS)}, not {self.quantity} of {self.part}."
            )
        if not math.isfinite(self.value) or (self.quantity == "score" and self.value > 1):
            raise SpecError("A goal must be a number, and for an accuracy or R^2 at most 1.")

    def reached(self, metrics: Metrics | None) -> bool:
        """Whether the metrics of the goal's part fulfil it; never without such rows."""
        if metrics is None:
            return False
        return metrics.loss <= self.value if self.quantity == "loss" else metrics.score >= self.value
