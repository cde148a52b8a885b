"""The loss of a network on some rows and its exact gradient, for ``Network.loss`` and ``.gradients``."""

from __future__ import annotations

import numpy as np

from fcgui_core.errors import SpecError
from fcgui_core.forward import ForwardPass, checked_inputs, chunk_rows
from fcgui_core.losses import LOSSES, Pair
from fcgui_core.spec import NetworkSpec, check_pair, check_trainable
from fcgui_core.step import GradientTape
from fcgui_core.tape import Array


def checked_targets(spec: NetworkSpec, X: Array, Y: Array, loss: str) -> Array:
    """``Y`` as an array (n, q) that suits X, the network and the loss; a SpecError says what does not."""
    X, Y = checked_inputs(spec, X), np.asarray(Y)
    if Y.shape != (len(X), spec.n_outputs):
        raise SpecError(
            f"The targets have the shape {Y.shape}; {len(X)} rows and {spec.n_outputs} outputs need "
            f"{(len(X), spec.n_outputs)}."
        )
    if not len(X):
        raise SpecError("There are no rows.")
    if not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise SpecError("The rows hold numbers that are not finite.")
    kind = LOSSES[loss].targets if loss in LOSSES else "any"
    if kind != "any" and not (Y.min() >= 0 and Y.max() <= 1):
        raise SpecError(f"The loss {loss} needs targets between 0 and 1.")
    shares = kind == "distribution" and spec.layers[-1].activation == "softmax"
    if shares and not np.allclose(Y.sum(axis=1), 1.0, atol=1e-5):
        raise SpecError(f"The loss {loss} behind softmax needs targets that sum to 1 in every row.")
    return Y


def output_pair(spec: NetworkSpec, loss: str) -> Pair:
    """How ``loss`` is computed behind the network's output; SpecError if they do not go together."""
    pair = LOSSES[loss].pair(spec.layers[-1].activation) if loss in LOSSES else None
    if pair is None:
        check_pair(spec.layers[-1].activation, loss)
    assert pair is not None
    return pair


def mean_loss(spec: NetworkSpec, flat: Array, X: Array, Y: Array, loss: str) -> float:
    """The loss, summed in float64 over chunks of rows."""
    pair, total = output_pair(spec, loss), 0.0
    with np.errstate(all="ignore"):
        size = chunk_rows(len(X))
        passing = ForwardPass(spec, flat, size, keep_output_logits=True)
        for start in range(0, len(X), size):
            x, y = X[start : start + size], Y[start : start + size]
            output = passing.run(x)
            total += float(pair.observations(output.z[:, : len(x)], output.h[:, : len(x)], y.T).sum())
    return total / len(X)


def exact_gradient(spec: NetworkSpec, flat: Array, X: Array, Y: Array, loss: str) -> Array:
    """dL/dtheta as a flat vector, by the recorded step's own calls, chunk by chunk."""
    check_trainable(spec, loss)
    total, part = np.zeros_like(flat), np.zeros_like(flat)
    with np.errstate(all="ignore"):
        size = chunk_rows(len(X))
        for start in range(0, len(X), size):
            x, y = X[start : start + size], Y[start : start + size]
            tape = GradientTape(spec, flat, part, len(x), len(X), loss)
            tape.load(x, y)
            tape.replay()
            total += part
    return total
