"""From a task to a network's output, and back from outputs to answers (lecture L3, L8)."""

from __future__ import annotations

import numpy as np

from fcgui_core.errors import SpecError
from fcgui_core.tape import Array

_NATURAL_LOSS = {"sigmoid": "bce", "softmax": "cce"}


def natural_activation(task: str, n_classes: int | None = None) -> str:
    """The usual output: identity for regression, sigmoid for two classes, softmax for more."""
    if task == "regression":
        return "identity"
    return "sigmoid" if n_classes == 2 else "softmax"


def natural_loss(activation: str, task: str | None = None) -> str:
    """The usual loss behind an output: bce for sigmoid, cce for softmax, mse for the rest and for every regression."""
    return "mse" if task == "regression" else _NATURAL_LOSS.get(activation, "mse")


def output_units(activation: str, task: str, n_classes: int | None = None) -> int:
    """The output's units: 1 for regression and for two classes without softmax, else one a class."""
    if task == "regression":
        return 1
    if not n_classes or n_classes < 2:
        raise SpecError("A classification needs at least two classes.")
    return 1 if n_classes == 2 and activation != "softmax" else n_classes


def encode_targets(y: Array, units: int, task: str) -> Array:
    """Targets Y (n, units) in float64 for an output of ``units``.

    Classification: y (n,) are class numbers; one unit gets 0 or 1, several get a one-hot row.  Regression: y
    (n,) or (n, units) as they are.  SpecError if a class number does not fit.
    """
    y = np.asarray(y)
    if task == "regression":
        return np.array(y, dtype=np.float64).reshape(len(y), units)
    classes = max(units, 2)
    if len(y) and (y.min() < 0 or y.max() >= classes):
        raise SpecError(f"An output of {units} units tells {classes} classes apart; the targets have more.")
    if units == 1:
        return y.astype(np.float64).reshape(-1, 1)
    return np.eye(units)[y.astype(np.int64)]


def predicted_classes(outputs: Array) -> Array:
    """Class numbers (n,) of outputs (n, q): the largest output's; for one unit, 1 where it is above 0.5."""
    outputs = np.asarray(outputs)
    return np.asarray((outputs[:, 0] > 0.5) if outputs.shape[1] == 1 else outputs.argmax(axis=1)).astype(np.int64)


def class_probabilities(outputs: Array, activation: str) -> Array:
    """Probabilities (n, K) that sum to 1, from outputs (n, q) of a classification.

    Softmax outputs are probabilities already.  One unit is the probability of class 1.  Other outputs are
    held within [0, 1] and divided by their sum (all zero: every class gets the same).
    """
    p = np.asarray(outputs, dtype=np.float64)
    if p.shape[1] == 1:
        p = np.clip(p, 0.0, 1.0)
        return np.hstack([1.0 - p, p])
    if activation == "softmax":
        return p
    p = np.clip(p, 0.0, None)
    total = p.sum(axis=1, keepdims=True)
    return np.where(total > 0, p / np.where(total > 0, total, 1.0), 1.0 / p.shape[1])
