"""Numbers that say how good a network is; all of them are summed in float64."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from fcgui_core.tape import Array


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


def accuracy(predicted: Array, actual: Array) -> float:
    """The share of equal entries of two (n,) arrays of class numbers."""
    return float(np.mean(np.asarray(predicted) == np.asarray(actual), dtype=np.float64))


def rmse(outputs: Array, targets: Array) -> float:
    """sqrt(mean (outputs - targets)^2) over all entries."""
    difference = np.asarray(outputs, np.float64) - np.asarray(targets, np.float64)
    return math.sqrt(float(np.mean(difference**2)))


def r2(outputs: Array, targets: Array) -> float:
    """R^2 = 1 - sum (h - y)^2 / sum (y - mean y)^2 over all outputs; nan for constant targets."""
    h, y = np.asarray(outputs, np.float64), np.asarray(targets, np.float64)
    total = float(np.sum((y - y.mean(axis=0)) ** 2))
    return 1.0 - float(np.sum((h - y) ** 2)) / total if total > 0 else math.nan
