"""One weight or bias by its place in the network, and a change of it by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from fcgui_core.errors import SpecError
from fcgui_core.spec import NetworkSpec
from fcgui_core.tape import Array

BIAS = -1  # as ``Place.input``: the bias, the weight of the input that is always 1


@dataclass(frozen=True, order=True)
class Place:
    """The weight from ``input`` to ``unit`` of a layer (all from 0), or with ``BIAS`` the bias of that unit.

    ``piece`` is the number of maxout's piece, 0 elsewhere.
    """

    layer: int
    input: int
    unit: int
    piece: int = 0

    @property
    def is_bias(self) -> bool:
        """Whether it is a bias."""
        return self.input == BIAS

    def index(self, spec: NetworkSpec) -> int:
        """Where it lies in the flat parameter vector; SpecError if the network has no such place."""
        if not 0 <= self.layer < len(spec.layers):
            raise SpecError(f"The network has no layer {self.layer + 1}.")
        layer, inputs = spec.layers[self.layer], spec.sizes[self.layer]
        inside = BIAS <= self.input < inputs and 0 <= self.unit < layer.units and 0 <= self.piece < layer.pieces
        if not inside:
            raise SpecError(f"Layer {self.layer + 1} has no weight from {self.input + 1} to {self.unit + 1}.")
        sizes = zip(spec.sizes, spec.layers[: self.layer], strict=False)
        start = sum((before + 1) * each.pieces * each.units for before, each in sizes)
        row = inputs if self.is_bias else self.input  # theta = [W; b]
        return start + row * layer.pieces * layer.units + self.piece * layer.units + self.unit


@dataclass(frozen=True)
class WeightEdit:
    """A weight set by hand: the value it got, and the one it had before, which undoing gives back."""

    place: Place
    value: float
    before: float


def mask_of(spec: NetworkSpec, places: Iterable[Place]) -> Array:
    """A flat vector of bools, True at ``places``: what ``Trainer.freeze`` takes."""
    mask = np.zeros(spec.n_parameters, bool)
    for place in places:
        mask[place.index(spec)] = True
    return mask
