"""Losses (lecture L13): one entry each, with the lecture's formulas, and the pairs that fuse.

Every loss sums over the q outputs and averages over the n observations.  A loss needs to know how it is
computed for the output layer it stands behind:

- ``observations(z, h, y)`` is the loss of every observation, from the logits z where the pair allows it: the
  logarithm of a sigmoid or softmax is never taken of a rounded probability;
- ``record(tape, h, y, d)`` notes the calls for ``d``, without the factor 1/n.  For the *fused* pairs d is
  dL/dz, for the others it is dL/dh, and the activation's own gradient follows.

The fused pairs, and why (for one observation):
    sigmoid + bce:  L = softplus(z) - y z               dL/dz = p - y
    softmax + cce:  L = sum_k y_k (logsumexp(z) - z_k)  dL/dz = p sum_k y_k - y = p - y, as the y_k sum to 1
    sigmoid + cce:  L = sum_k y_k softplus(-z_k)        dL/dz = y (p - 1)
    softmax + bce:  see _record_softmax_bce
All arrays here are feature-major, (outputs, batch).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from fcgui_core.activations import softplus
from fcgui_core.tape import Array, Tape


@dataclass(frozen=True)
class Pair:
    """How a loss is computed behind one output; ``scale`` is a factor of all of ``d``."""

    observations: Callable[[Array, Array, Array], Array]  # (z, h, y), each (outputs, batch) -> (batch,)
    record: Callable[[Tape, Array, Array, Array], None]
    fused: bool
    scale: float = 1.0


@dataclass(frozen=True)
class Loss:
    """One loss: ``value(outputs, targets)`` for (n, q) arrays is the plain formula, in float64.

    ``pairs`` maps an output activation to how the loss is computed behind it; the key "*" stands for any.
    ``targets`` says what targets it needs: "any" numbers, "unit" for [0, 1], "distribution" for rows that sum
    to 1.
    """

    name: str
    label: str
    formula: str
    summary: str
    value: Callable[[Array, Array], float]
    pairs: Mapping[str, Pair]
    targets: str
    refusal: str  # why a pair makes no sense; {activation} stands for the output's name

    def pair(self, activation: str) -> Pair | None:
        """How this loss is computed behind ``activation``; None where that makes no sense."""
        return self.pairs.get(activation, self.pairs.get("*"))


def logsumexp(z: Array) -> Array:
    """Log sum_k e^{z_k} over axis 0, stable."""
    top = z.max(axis=0)
    return np.asarray(top + np.log(np.exp(z - top).sum(axis=0)))


def _log_without(z: Array) -> Array:
    """Log (1 - softmax(z)_k): logsumexp of all z_j with j != k, minus logsumexp(z)."""
    result = np.full(z.shape, -np.inf, dtype=z.dtype)
    if len(z) > 1:
        for k in range(len(z)):
            result[k] = logsumexp(np.delete(z, k, axis=0)) - logsumexp(z)
    return result


# --- mean squared error -------------------------------------------------------------------------------------


def _mse(outputs: Array, targets: Array) -> float:
    difference = np.asarray(outputs, np.float64) - np.asarray(targets, np.float64)
    return float(np.mean(np.sum(difference**2, axis=1)))


def _mse_observations(z: Array, h: Array, y: Array) -> Array:
    return np.asarray(np.sum((h.astype(np.float64) - y) ** 2, axis=0))


def _record_difference(tape: Tape, h: Array, y: Array, d: Array) -> None:
    tape.add(np.subtract, h, y, d)


# --- binary cross-entropy -----------------------------------------------------------------------------------


def _log(p: Array) -> Array:
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(p))


def _xlogy(y: Array, log_p: Array) -> Array:
    return np.where(y == 0, 0.0, np.where(y == 0, 1.0, y) * np.where(y == 0, 0.0, log_p))  # 0 log 0 = 0


def _bce(outputs: Array, targets: Array) -> float:
    p, y = np.asarray(outputs, np.float64), np.asarray(targets, np.float64)
    return float(-np.mean(np.sum(_xlogy(y, _log(p)) + _xlogy(1.0 - y, _log(1.0 - p)), axis=1)))


def _sigmoid_bce(z: Array, h: Array, y: Array) -> Array:
    z = z.astype(np.float64)
    return np.asarray(np.sum(softplus(z) - y * z, axis=0))


def _softmax_bce(z: Array, h: Array, y: Array) -> Array:
    z = z.astype(np.float64)
    return np.asarray(-np.sum(_xlogy(y, z - logsumexp(z)) + _xlogy(1.0 - y, _log_without(z)), axis=0))


def _record_softmax_bce(tape: Tape, h: Array, y: Array, d: Array) -> None:
    """dz_i = (p_i - y_i) - p_i sum_{k != i} t_k  with  t_k = (p_k - y_k) / (1 - p_k).

    1 - p_k is summed from the other probabilities: exact beside p_k = 1, and as p_i <= 1 - p_k nothing
    overflows.
    """
    others = tape.empty(len(h), len(h)) + 1 - np.eye(len(h), dtype=tape.dtype)
    t, s = tape.like(h), tape.like(h)
    tape.dot(others, h, t)
    tape.add(np.maximum, t, tape.constant(float(np.finfo(tape.dtype).tiny)), out=t)
    tape.add(np.subtract, h, y, d)
    tape.add(np.divide, d, t, t)
    tape.dot(others, t, s)
    tape.add(np.multiply, s, h, s)
    tape.add(np.subtract, d, s, d)


# --- categorical cross-entropy ------------------------------------------------------------------------------


def _cce(outputs: Array, targets: Array) -> float:
    p, y = np.asarray(outputs, np.float64), np.asarray(targets, np.float64)
    return float(-np.mean(np.sum(_xlogy(y, _log(p)), axis=1)))


def _softmax_cce(z: Array, h: Array, y: Array) -> Array:
    z = z.astype(np.float64)
    return np.asarray(np.sum(y * (logsumexp(z) - z), axis=0))


def _sigmoid_cce(z: Array, h: Array, y: Array) -> Array:
    return np.asarray(np.sum(y * softplus(-z.astype(np.float64)), axis=0))


def _record_sigmoid_cce(tape: Tape, h: Array, y: Array, d: Array) -> None:
    tape.add(np.subtract, h, tape.constant(1.0), d)
    tape.add(np.multiply, d, y, d)


_PROBABILITIES = (
    "needs outputs that are probabilities, and {activation} gives other numbers; use a sigmoid or softmax output"
)

_ENTRIES = (
    Loss(
        "mse", "Mean squared error", "(1/N) sum_i sum_k (h_ik - y_ik)^2",
        "For regression: the squared distance between output and answer.",
        _mse, {"*": Pair(_mse_observations, _record_difference, fused=False, scale=2.0)}, "any",
        "cannot be computed behind {activation}",
    ),
    Loss(
        "bce", "Binary cross-entropy", "-(1/N) sum_i sum_k [y_ik log h_ik + (1 - y_ik) log(1 - h_ik)]",
        "For two classes, or several yes-or-no outputs: how surprised the outputs are by the answers.",
        _bce,
        {
            "sigmoid": Pair(_sigmoid_bce, _record_difference, fused=True),
            "softmax": Pair(_softmax_bce, _record_softmax_bce, fused=True),
        },
        "unit", "binary cross-entropy " + _PROBABILITIES,
    ),
    Loss(
        "cce", "Categorical cross-entropy", "-(1/N) sum_i sum_k y_ik log h_ik",
        "For one class out of several: minus the logarithm of the right class's probability.",
        _cce,
        {
            "softmax": Pair(_softmax_cce, _record_difference, fused=True),
            "sigmoid": Pair(_sigmoid_cce, _record_sigmoid_cce, fused=True),
        },
        "distribution", "categorical cross-entropy " + _PROBABILITIES,
    ),
)  # fmt: skip

LOSSES: Mapping[str, Loss] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
