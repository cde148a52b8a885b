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


def checked_weights(weights: Array | None, rows: int) -> Array | None:
    """``weights`` as an array (n,) of float64, one of at least 0 for each of ``rows``; SpecError if not."""
    if weights is None:
        return None
    weights = np.asarray(weights, dtype=np.float64)
    if weights.shape != (rows,) or not (np.isfinite(weights).all() and (weights >= 0).all()):
        raise SpecError(f"The weights of the rows must be {rows:,} finite numbers of at least 0.")
    return weights


def row_weights(Y: Array, class_weights: Array | None) -> Array | None:
    """How much each row of the targets Y (n, q) counts, (n,): the weight of its class; None for None.

    ``class_weights`` is (K,); a single output tells two classes apart. SpecError if their number is another.
    """
    if class_weights is None:
        return None
    class_weights = np.asarray(class_weights, dtype=np.float64)
    shares = np.hstack([1.0 - Y, Y]) if Y.shape[1] == 1 else Y  # (n, K)
    if class_weights.shape != (shares.shape[1],):
        raise SpecError(f"{shares.shape[1]} classes need as many class weights, not {class_weights.size}.")
    return checked_weights(shares @ class_weights, len(Y))


def output_pair(spec: NetworkSpec, loss: str) -> Pair:
    """How ``loss`` is computed behind the network's output; SpecError if they do not go together."""
    pair = LOSSES[loss].pair(spec.layers[-1].activation) if loss in LOSSES else None
    if pair is None:
        check_pair(spec.layers[-1].activation, loss)
    assert pair is not None
    return pair


def mean_loss(spec: NetworkSpec, flat: Array, X: Array, Y: Array, loss: str, weights: Array | None = None) -> float:
    """The loss, summed in float64 over chunks of rows; ``weights`` (n,) multiply the rows' losses."""
    pair, total = output_pair(spec, loss), 0.0
    with np.errstate(all="ignore"):
        size = chunk_rows(len(X))
        passing = ForwardPass(spec, flat, size, keep_output_logits=True)
        for start in range(0, len(X), size):
            x, y = X[start : start + size], Y[start : start + size]
            output = passing.run(x)
            losses = pair.observations(output.z[:, : len(x)], output.h[:, : len(x)], y.T)
            total += float(losses.sum() if weights is None else losses.dot(weights[start : start + size]))
    return total / len(X)


def exact_gradient(
    spec: NetworkSpec, flat: Array, X: Array, Y: Array, loss: str, weights: Array | None = None
) -> Array:
    """dL/dtheta as a flat vector, by the recorded step's own calls, chunk by chunk."""
    check_trainable(spec, loss)
    total, part = np.zeros_like(flat), np.zeros_like(flat)
    with np.errstate(all="ignore"):
        size = chunk_rows(len(X))
        for start in range(0, len(X), size):
            x, y = X[start : start + size], Y[start : start + size]
            tape = GradientTape(spec, flat, part, len(x), len(X), loss, weighted=weights is not None)
            tape.load(x, y, None if weights is None else weights[start : start + size])
            tape.replay()
            total += part
    return total
