"""A network: a spec and ONE flat parameter vector, into which every layer's W and b are views."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcgui_core import layout
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.errors import SpecError
from fcgui_core.forward import forward, predict
from fcgui_core.initializers import INITIALIZERS
from fcgui_core.objective import checked_targets, checked_weights, exact_gradient, mean_loss
from fcgui_core.spec import NetworkSpec, checked_whole
from fcgui_core.tape import Array


class Network:
    """A fully connected network (lecture L6): H = f(X W + b), layer by layer.

    ``Network(spec, seed=0)`` draws the weights as ``spec.initializer`` says; the same spec and seed give the
    same weights, bit for bit.  ``dtype`` is "float32" or "float64", ``seed`` a whole number from 0 on (SpecError
    otherwise).
    """

    def __init__(self, spec: NetworkSpec, seed: int = 0, dtype: npt.DTypeLike = "float32") -> None:
        self._adopt(spec, np.zeros(spec.n_parameters, dtype=_checked_dtype(dtype)))
        # 0: the stream of weights; the trainer shuffles from stream 1
        rng = np.random.default_rng([checked_whole("The seed", seed, 0), 0])
        for layer, inputs, W in zip(spec.layers, spec.sizes, self.weights, strict=False):
            name = ACTIVATIONS[layer.activation].initializer if spec.initializer == "auto" else spec.initializer
            W[...] = INITIALIZERS[name].draw(rng, inputs, layer.units, W.shape)

    def _adopt(self, spec: NetworkSpec, flat: Array) -> None:
        self._spec = spec
        self._parameters = flat
        self._weights, self._biases = layout.split(spec, flat)

    @classmethod
    def from_parameters(cls, spec: NetworkSpec, flat: npt.ArrayLike, dtype: npt.DTypeLike | None = None) -> Network:
        """A network with a copy of the given flat vector, such as ``Snapshot.parameters``.

        ``dtype`` None keeps the vector's own.  SpecError if its length is not ``spec.n_parameters`` or a
        number is not finite.
        """
        given = np.asarray(flat)
        if given.shape != (spec.n_parameters,):
            raise SpecError(f"The network has {spec.n_parameters:,} weights; the array has the shape {given.shape}.")
        copy = np.array(given, dtype=_checked_dtype(given.dtype if dtype is None else dtype))
        if not np.isfinite(copy).all():
            raise SpecError("A weight is not a finite number.")
        network = cls.__new__(cls)
        network._adopt(spec, copy)
        return network

    @classmethod
    def from_weights(
        cls,
        spec: NetworkSpec,
        weights: list[npt.ArrayLike],
        biases: list[npt.ArrayLike],
        dtype: npt.DTypeLike = "float32",
    ) -> Network:
        """A network with the given W and b of every layer; SpecError if a shape does not fit."""
        return cls.from_parameters(spec, layout.join(spec, weights, biases, _checked_dtype(dtype)), dtype)

    @property
    def spec(self) -> NetworkSpec:
        """What the network is made of."""
        return self._spec

    @property
    def parameters(self) -> Array:
        """The flat vector of all weights and biases; writing into it changes the network."""
        return self._parameters

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64."""
        return self._parameters.dtype

    @property
    def weights(self) -> list[Array]:
        """Views: every layer's W (inputs, units), or (pieces, inputs, units) for maxout."""
        return list(self._weights)

    @property
    def biases(self) -> list[Array]:
        """Views: every layer's b (1, units), or (pieces, 1, units) for maxout."""
        return list(self._biases)

    def copy(self) -> Network:
        """An independent network with the same weights."""
        return Network.from_parameters(self._spec, self._parameters)

    def forward(self, X: Array) -> list[tuple[Array, Array]]:
        """(Z, H) of every layer for X (n, d): Z = X W + b and H = f(Z), (n, units) each.

        Maxout's Z is (pieces, n, units).
        """
        return forward(self._spec, self._parameters, X)

    def predict(self, X: Array) -> Array:
        """The outputs (n, q) for X (n, d)."""
        return predict(self._spec, self._parameters, X)

    def loss(self, X: Array, Y: Array, loss: str, weights: Array | None = None) -> float:
        """The loss of X (n, d) with the targets Y (n, q), by the lecture's formula (L13), summed in float64.

        ``weights`` (n,) is how much each row counts: L = (1/n) sum_i w_i L_i.
        SpecError if the output and the loss do not go together, or the targets do not suit the loss.
        """
        Y = checked_targets(self._spec, X, Y, loss)
        return mean_loss(self._spec, self._parameters, X, Y, loss, checked_weights(weights, len(Y)))

    def gradients(self, X: Array, Y: Array, loss: str, weights: Array | None = None) -> list[tuple[Array, Array]]:
        """[(dL/dW, dL/db), ...]: the exact gradients of ``loss(X, Y, loss, weights)``, shaped as W and b.

        SpecError as for ``loss``, and if the network cannot be trained (sign).
        """
        Y = checked_targets(self._spec, X, Y, loss)
        flat = exact_gradient(self._spec, self._parameters, X, Y, loss, checked_weights(weights, len(Y)))
        return list(zip(*layout.split(self._spec, flat), strict=True))


def _checked_dtype(dtype: npt.DTypeLike) -> np.dtype[Any]:
    try:
        result = np.dtype(dtype)
    except TypeError:
        raise SpecError(f"The numbers of a network are float32 or float64, not {dtype!r}.") from None
    if result not in (np.dtype("float32"), np.dtype("float64")):
        raise SpecError(f"The numbers of a network are float32 or float64, not {result}.")
    return result
