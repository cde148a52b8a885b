"""Where each layer's weights lie in the flat parameter vector.

Layer l owns one block theta_l = [W; b] of shape (inputs + 1, units): the bias is the weight of one more input
that is always 1.  A maxout layer's block is (inputs + 1, pieces * units): one linear map whose outputs are
then compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from fcgui_core.errors import SpecError
from fcgui_core.spec import LayerSpec, NetworkSpec
from fcgui_core.tape import Array


def blocks(spec: NetworkSpec, flat: Array) -> list[Array]:
    """The views theta_l = [W; b] into ``flat``, (inputs + 1, pieces * units) each."""
    views, start = [], 0
    for inputs, layer in zip(spec.sizes, spec.layers, strict=False):
        shape = inputs + 1, layer.pieces * layer.units
        stop = start + shape[0] * shape[1]
        views.append(flat[start:stop].reshape(shape))
        start = stop
    return views


def _by_piece(layer: LayerSpec, block: Array) -> Array:
    """(inputs + 1, pieces * units) as (pieces, inputs + 1, units) for maxout; other blocks as they are."""
    if layer.activation != "maxout":
        return block
    return block.reshape(len(block), layer.pieces, layer.units).transpose(1, 0, 2)


def split(spec: NetworkSpec, flat: Array) -> tuple[list[Array], list[Array]]:
    """The views (weights, biases) into ``flat``: W (inputs, units), b (1, units).

    Maxout's have a first axis more, the pieces.
    """
    views = [_by_piece(layer, block) for layer, block in zip(spec.layers, blocks(spec, flat), strict=True)]
    return [view[..., :-1, :] for view in views], [view[..., -1:, :] for view in views]


def join(
    spec: NetworkSpec, weights: Sequence[npt.ArrayLike], biases: Sequence[npt.ArrayLike], dtype: npt.DTypeLike
) -> Array:
    """The flat vector of given weights and biases; SpecError if their shapes do not fit ``spec``."""
    flat = np.zeros(spec.n_parameters, dtype=dtype)
    if not len(weights) == len(biases) == len(spec.layers):
        raise SpecError(f"The network has {len(spec.layers)} layers, but there are {len(weights)} weight matrices.")
    for number, (view, given) in enumerate(_pairs(spec, flat, weights, biases), start=1):
        array = np.asarray(given)
        if array.shape != view.shape:
            raise SpecError(f"The array of layer {number} has the shape {array.shape}, not {view.shape}.")
        view[...] = array
    return flat


def _pairs(
    spec: NetworkSpec, flat: Array, weights: Sequence[npt.ArrayLike], biases: Sequence[npt.ArrayLike]
) -> Iterator[tuple[Array, npt.ArrayLike]]:
    views = split(spec, flat)
    yield from zip(views[0], weights, strict=True)
    yield from zip(views[1], biases, strict=True)


def weight_mask(spec: NetworkSpec, dtype: npt.DTypeLike) -> Array:
    """A flat vector with 1 for every weight and 0 for every bias: what L1 and L2 penalise."""
    mask = np.ones(spec.n_parameters, dtype=dtype)
    for bias in split(spec, mask)[1]:
        bias[...] = 0.0
    return mask
