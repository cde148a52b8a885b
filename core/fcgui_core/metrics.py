"""Numbers that say how good a network is; all of them are summed in float64."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Metrics:
    """The quality on some rows: ``loss`` without and ``penalty`` beside it, ``score`` is accuracy or R^2.

    ``rmse`` is in the targets' own (scaled) unit; None for classification. ``balanced_accuracy`` is the mean over
    the classes of the share that is told right, where classes have weights, else None.
    """

    loss: float
    penalty: float
    score: float
    score_name: str  # "accuracy" or "r2"
    rmse: float | None = None
    balanced_accuracy: float | None = None


class PartMetrics(NamedTuple):
    """The metrics of each part of the rows; None for a part without rows."""

    train: Metrics
    test: Metrics | None = None
    validation: Metrics | None = None

    @property
    def deciding(self) -> tuple[str, Metrics]:
        """The part that says when training is over, by name: validation, else test, else training."""
        if self.validation is not None:
            return "validation", self.validation
        return ("training", self.train) if self.test is None else ("test", self.test)
