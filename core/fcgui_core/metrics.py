"""Numbers that say how good a network is; all of them are summed in float64."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Metrics:
    """The quality on some rows: ``loss`` without and ``penalty`` beside it, ``score`` is accuracy or R^2.

    ``rmse`` is in the targets' own (scaled) unit; None for classification.
    """

    loss: float
    penalty: float
    score: float
    score_name: str  # "accuracy" or "r2"
    rmse: float | None = None
