"""Loss and score of a network on some rows, by a compiled forward pass in chunks, summed in float64."""

from __future__ import annotations

import math

import numpy as np

from fcgui_core.forward import ForwardPass, chunk_rows
from fcgui_core.metrics import Metrics
from fcgui_core.objective import output_pair
from fcgui_core.spec import NetworkSpec
from fcgui_core.tape import Array


class Evaluation:
    """Evaluates the weights that ``flat`` holds when asked, on the rows X (n, d), Y (n, q).

    ``weights`` (n,) is how much each row counts in the loss; the score counts all rows alike.
    """

    def __init__(
        self, spec: NetworkSpec, flat: Array, X: Array, Y: Array, loss: str, task: str, weights: Array | None = None
    ) -> None:
        self._x, self._pair, self._task = X, output_pair(spec, loss), task
        self._y = np.ascontiguousarray(Y.T, dtype=np.float64)  # (q, n)
        self._weights = weights
        self._classes = _classes(self._y)
        self._variation = float(np.sum((self._y - self._y.mean(axis=1, keepdims=True)) ** 2))
        self._size = chunk_rows(len(X))
        self._passing = ForwardPass(spec, flat, self._size, keep_output_logits=True)

    def metrics(self, penalty: float) -> Metrics:
        """The loss, and accuracy or R^2; ``penalty`` is passed through."""
        loss = squares = 0.0
        right = np.zeros(len(self._classes), dtype=bool)
        n = len(self._x)
        with np.errstate(all="ignore"):
            for start in range(0, n, self._size):
                rows = slice(start, min(start + self._size, n))
                output, size, y = self._passing.run(self._x[rows]), rows.stop - start, self._y[:, rows]
                z, h = output.z[:, :size], output.h[:, :size]
                losses = self._pair.observations(z, h, y)
                loss += float(losses.sum() if self._weights is None else losses.dot(self._weights[rows]))
                if self._task == "classification":
                    right[rows] = _classes(h) == self._classes[rows]
                else:
                    squares += float(np.sum((h - y) ** 2))
        if self._task == "classification":
            return Metrics(loss / n, penalty, float(right.mean()), "accuracy", None, self._balanced(right))
        r2 = 1.0 - squares / self._variation if self._variation > 0 else math.nan
        return Metrics(loss / n, penalty, r2, "r2", math.sqrt(squares / self._y.size))

    def _balanced(self, right: Array) -> float | None:
        """The mean over the classes of the share of right answers; None where all rows count alike."""
        if self._weights is None:
            return None
        counts = np.bincount(self._classes)
        shares = np.bincount(self._classes, weights=right) / np.maximum(counts, 1)
        return float(shares[counts > 0].mean())


def _classes(outputs: Array) -> Array:
    """Class numbers (n,) of feature-major outputs (q, n), as ``task.predicted_classes`` has them."""
    return np.asarray(outputs[0] > 0.5 if len(outputs) == 1 else outputs.argmax(axis=0))
