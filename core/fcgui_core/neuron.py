"""One neuron by itself: its formula's terms, its activation over the rows, and the path that matters most to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.forward import forward

if TYPE_CHECKING:
    from fcgui_core.snapshot import Snapshot

Array = NDArray[Any]


@dataclass(frozen=True)
class Term:
    """``weight`` times what input number ``source`` (a column of the table, or a neuron of the layer before) says."""

    source: int
    weight: float


def terms_of(snapshot: Snapshot, layer: int, unit: int, piece: int = 0) -> tuple[tuple[Term, ...], float]:
    """(terms, bias) of z = sum w x + b of one neuron, the terms by |w|, the largest first; of one piece of maxout."""
    weights, biases = snapshot.weights[layer], snapshot.biases[layer]
    if weights.ndim == 3:
        weights, biases = weights[piece], biases[piece]
    column = weights[:, unit]
    order = np.argsort(-np.abs(np.nan_to_num(column)), kind="stable")
    return tuple(Term(int(i), float(column[i])) for i in order), float(biases[0, unit])


def activations_of(snapshot: Snapshot, layer: int, unit: int, X: Array) -> Array:
    """The activation (n,) of a neuron of ``layer`` (-1: the inputs themselves) for the rows X (n, d), scaled."""
    if layer < 0:
        return np.asarray(X[:, unit])
    return np.asarray(forward(snapshot.spec, snapshot.parameters, X)[layer][1][:, unit])


def strongest_path(snapshot: Snapshot, layer: int, unit: int) -> dict[int, int]:
    """The chain of neurons from an input through the given one to an output whose product of |w| is the largest.

    Column (0: the inputs, l + 1: layer l) to neuron. It is found exactly, layer by layer: the best chain to a neuron is
    the best chain to one of its inputs, and one weight more. Of maxout's pieces the largest counts.
    """
    sizes = [np.abs(np.nan_to_num(W)).reshape(-1, *W.shape[-2:]).max(0).astype(np.float64) for W in snapshot.weights]
    column, path = layer + 1, {layer + 1: unit}
    best, came = np.ones(sizes[0].shape[0]), []
    for W in sizes[:column]:
        products = best[:, None] * W
        came.append(products.argmax(0))
        best = products.max(0)
        best /= best.max() or 1.0  # only the order matters, and a hundred layers would leave the floats
    for at in range(column, 0, -1):
        path[at - 1] = int(came[at - 1][path[at]])
    best, went = np.zeros(snapshot.spec.sizes[column]), []
    best[unit] = 1.0
    for W in sizes[column:]:
        products = best[:, None] * W
        went.append(products.argmax(0))
        best = products.max(0)
        best /= best.max() or 1.0
    last = len(sizes)
    if column < last:
        path[last] = int(best.argmax())
        for at in range(last, column + 1, -1):
            path[at - 1] = int(went[at - 1 - column][path[at]])
    return dict(sorted(path.items()))
