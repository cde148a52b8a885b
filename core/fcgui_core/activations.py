"""Activation functions (lecture L7, L8): one registry, one entry each.

An entry holds the function and its derivative twice: as plain formulas (``value``, ``derivative``), for
reading, for plots and for ``Network.forward``; and as in-place calls for the recorded step (``record``,
``record_gradient``). Tests hold the two against each other and against central differences, so a new
activation is one new entry here.

Recorded form: ``z`` and ``h`` are feature-major buffers, (units, batch).  Where the derivative can be had
from the output, ``z`` and ``h`` are the same buffer (``keeps_logits`` is False).  ``record_gradient`` turns
``d`` = dL/dh into dL/dz and returns the buffer that holds it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from fcgui_core.activation import Activation, Parameter, Parameters
from fcgui_core.tape import Array, Tape

__all__ = ["ACTIVATIONS", "Activation", "Parameter"]

SELU_ALPHA = 1.6732632423543772  # Klambauer et al. 2017: the fixed point of mean 0 and variance 1
SELU_SCALE = 1.0507009873554805
GELU_SCALE = 2.0 * math.sqrt(2.0 / math.pi)  # Hendrycks & Gimpel 2016, the tanh form written with a sigmoid
GELU_CUBIC = 0.044715
GELU_LIMIT = 50.0  # beyond it gelu is 0 or z in every dtype; keeps z^3 from overflowing

# --- identity: f(z) = z -------------------------------------------------------------------------------------


def _identity(z: Array) -> Array:
    return np.asarray(z).copy()


def _identity_derivative(z: Array) -> Array:
    return np.ones_like(z)


def _record_identity(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    if z is not h:
        tape.add(np.copyto, h, z)


def _record_identity_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    return d


# --- sigmoid: 1 / (1 + e^-z) --------------------------------------------------------------------------------


def _sigmoid(z: Array) -> Array:
    e = np.exp(-np.abs(z))  # never overflows
    return np.asarray(np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)).astype(np.result_type(z), copy=False)


def _sigmoid_derivative(z: Array) -> Array:
    e = np.exp(-np.abs(z))
    return np.asarray(e / (1.0 + e) ** 2)


def _record_sigmoid(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    one = tape.constant(1.0)
    tape.add(np.negative, z, h)
    tape.add(np.exp, h, h)  # may become inf, and 1 / (1 + inf) is the right 0
    tape.add(np.add, h, one, h)
    tape.add(np.divide, one, h, h)


def _record_sigmoid_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    s, one = tape.like(h), tape.constant(1.0)
    tape.add(np.subtract, one, h, s)  # f' = h (1 - h)
    tape.add(np.multiply, s, h, s)
    tape.add(np.multiply, d, s, d)
    return d


# --- tanh ---------------------------------------------------------------------------------------------------


def _tanh_derivative(z: Array) -> Array:
    return np.asarray(1.0 - np.tanh(z) ** 2)


def _record_tanh(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    tape.add(np.tanh, z, h)


def _record_tanh_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    s, one = tape.like(h), tape.constant(1.0)
    tape.add(np.multiply, h, h, s)  # f' = 1 - h^2
    tape.add(np.subtract, one, s, s)
    tape.add(np.multiply, d, s, d)
    return d


# --- the relu family ----------------------------------------------------------------------------------------


def _relu(z: Array) -> Array:
    return np.maximum(z, 0)


def _relu_derivative(z: Array) -> Array:
    return (np.asarray(z) > 0).astype(np.result_type(z))


def _record_relu(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    tape.add(np.maximum, z, tape.like(h), out=h)  # an array of zeros is faster than the number 0


def _record_relu_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    """With f' = 1 where h > 0, else 0, as a mask of bits.

    A positive float, read as an integer, is positive too.

    -h as an integer is then negative, and shifting it right leaves all bits set (keep d), or none where h =
    0. Twice as fast as sign(h) or a comparison, as all three calls are vectorised.
    """
    integer = np.dtype(f"i{tape.dtype.itemsize}")
    mask, d_bits = tape.like(h, integer), d.view(integer)
    tape.add(np.negative, h.view(integer), mask)
    tape.add(np.right_shift, mask, np.array(8 * integer.itemsize - 1, integer), mask)
    tape.add(np.bitwise_and, d_bits, mask, d_bits)
    return d


def _leaky_relu(z: Array, slope: float = 0.1) -> Array:
    return np.maximum(z, slope * np.asarray(z))


def _leaky_relu_derivative(z: Array, slope: float = 0.1) -> Array:
    z = np.asarray(z)
    return np.where(z > 0, 1.0, slope).astype(np.result_type(z))


def _record_leaky_relu(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    s = tape.like(h)
    tape.add(np.multiply, z, tape.constant(p["slope"]), s)
    tape.add(np.maximum, z, s, out=h)  # the larger one, as slope <= 1


def _record_leaky_relu_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    s, positive = tape.like(h), tape.like(h, bool)
    tape.add(np.multiply, d, tape.constant(p["slope"]), s)
    tape.add(np.less_equal, h, tape.constant(0.0), positive)
    tape.add(np.copyto, d, s, "same_kind", positive)  # d * slope where h <= 0
    return d


# --- elu and selu: exponential below zero -------------------------------------------------------------------


def _elu(z: Array, alpha: float = 1.0) -> Array:
    z = np.asarray(z)
    return np.asarray(np.where(z >= 0, z, alpha * np.expm1(np.minimum(z, 0))), dtype=np.result_type(z))


def _elu_derivative(z: Array, alpha: float = 1.0) -> Array:
    z = np.asarray(z)
    return np.asarray(np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0))), dtype=np.result_type(z))


def _selu(z: Array) -> Array:
    return np.asarray(SELU_SCALE * _elu(z, SELU_ALPHA))


def _selu_derivative(z: Array) -> Array:
    return np.asarray(SELU_SCALE * _elu_derivative(z, SELU_ALPHA))


def _exponential_unit(alpha: Callable[[Parameters], float], scale: float) -> tuple[Any, Any]:
    """``record`` and ``record_gradient`` of scale * elu(z, alpha): below 0, f' = h + scale alpha."""

    def record(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
        s, zero = tape.like(h), tape.constant(0.0)
        tape.add(np.minimum, z, zero, out=s)
        tape.add(np.expm1, s, s)
        tape.add(np.multiply, s, tape.constant(alpha(p)), s)
        tape.add(np.maximum, z, zero, out=h)
        tape.add(np.add, h, s, h)
        if scale != 1.0:
            tape.add(np.multiply, h, tape.constant(scale), h)

    def record_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
        s, positive = tape.like(h), tape.like(h, bool)
        tape.add(np.add, h, tape.constant(scale * alpha(p)), s)
        tape.add(np.greater_equal, h, tape.constant(0.0), positive)
        tape.add(np.copyto, s, tape.constant(scale), "same_kind", positive)
        tape.add(np.multiply, d, s, d)
        return d

    return record, record_gradient


# --- softplus: log(1 + e^z) ---------------------------------------------------------------------------------


def softplus(z: Array) -> Array:
    """Softplus log(1 + e^z), stable."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def _record_softplus(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    s = tape.like(h)
    tape.add(np.abs, z, s)
    tape.add(np.negative, s, s)
    tape.add(np.exp, s, s)
    tape.add(np.log1p, s, s)
    tape.add(np.maximum, z, tape.constant(0.0), out=h)
    tape.add(np.add, h, s, h)


def _record_softplus_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    s = tape.like(h)
    tape.add(np.negative, h, s)  # f' = sigmoid(z) = 1 - e^-h
    tape.add(np.expm1, s, s)
    tape.add(np.multiply, d, s, d)
    tape.add(np.negative, d, d)
    return d


# --- swish and gelu: z times a gate -------------------------------------------------------------------------


def _swish(z: Array) -> Array:
    return np.asarray(z * _sigmoid(z))


def _swish_derivative(z: Array) -> Array:
    return np.asarray(_sigmoid(z) + z * _sigmoid_derivative(z))


def _gelu_inner(z: Array) -> tuple[Array, Array]:
    """u(z) = c (z + 0.044715 z^3) and u'(z), with z held within +-GELU_LIMIT."""
    z = np.clip(z, -GELU_LIMIT, GELU_LIMIT)
    return GELU_SCALE * (z + GELU_CUBIC * z**3), GELU_SCALE * (1.0 + 3.0 * GELU_CUBIC * z**2)


def _gelu(z: Array) -> Array:
    return np.asarray(z * _sigmoid(_gelu_inner(z)[0]))


def _gelu_derivative(z: Array) -> Array:
    u, slope = _gelu_inner(z)
    return np.asarray(_sigmoid(u) + np.clip(z, -GELU_LIMIT, GELU_LIMIT) * slope * _sigmoid_derivative(u))


def _record_gelu_inner(tape: Tape, z: Array, u: Array) -> None:
    s, low, high = tape.like(z), tape.constant(-GELU_LIMIT), tape.constant(GELU_LIMIT)
    tape.add(np.minimum, z, high, out=u)
    tape.add(np.maximum, u, low, out=u)
    tape.add(np.multiply, u, u, s)
    tape.add(np.multiply, s, tape.constant(GELU_SCALE * GELU_CUBIC), s)
    tape.add(np.add, s, tape.constant(GELU_SCALE), s)
    tape.add(np.multiply, u, s, u)


def _record_gelu(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    _record_gelu_inner(tape, z, h)
    _record_sigmoid(tape, h, h, p)
    tape.add(np.multiply, h, z, h)


def _record_swish(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    _record_sigmoid(tape, z, h, p)
    tape.add(np.multiply, h, z, h)


def _record_gate(tape: Tape, u: Array, z: Array, slope: Array | None, d: Array, p: Parameters) -> Array:
    """Note d <- d (g + z u' g (1 - g)) with the gate g = sigmoid(u); u and slope are overwritten."""
    g, s = tape.like(z), tape.like(z)
    _record_sigmoid(tape, u, g, p)
    tape.add(np.subtract, tape.constant(1.0), g, s)
    tape.add(np.multiply, s, g, s)
    tape.add(np.multiply, s, z, s)
    if slope is not None:
        tape.add(np.multiply, s, slope, s)
    tape.add(np.add, s, g, s)
    tape.add(np.multiply, d, s, d)
    return d


def _record_swish_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    return _record_gate(tape, z, z, None, d, p)


def _record_gelu_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    u, slope, inside = tape.like(z), tape.like(z), tape.like(z)
    tape.add(np.minimum, z, tape.constant(GELU_LIMIT), out=inside)
    tape.add(np.maximum, inside, tape.constant(-GELU_LIMIT), out=inside)
    tape.add(np.multiply, inside, inside, slope)
    tape.add(np.multiply, slope, tape.constant(3.0 * GELU_SCALE * GELU_CUBIC), slope)
    tape.add(np.add, slope, tape.constant(GELU_SCALE), slope)
    _record_gelu_inner(tape, z, u)
    return _record_gate(tape, u, inside, slope, d, p)


# --- over a whole layer: maxout and softmax -----------------------------------------------------------------


def _maxout(z: Array, pieces: int = 2) -> Array:
    return np.asarray(np.max(z, axis=0))


def _maxout_derivative(z: Array, pieces: int = 2) -> Array:
    z = np.asarray(z)
    winner = np.argmax(z, axis=0)[None]
    pieces_first = np.arange(z.shape[0]).reshape(-1, *[1] * (z.ndim - 1))
    return np.asarray(pieces_first == winner, dtype=z.dtype)


def _record_maxout(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    pieces = z.reshape(int(p["pieces"]), *h.shape)  # (pieces, units, batch), a view
    tape.add(np.maximum.reduce, pieces, 0, None, h)


def _record_maxout_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    """The whole of d goes to the piece that won; the first of several equal ones, as argmax has it."""
    dz, rest = tape.like(z), tape.like(h)
    won = tape.like(h, bool)
    tape.add(np.copyto, rest, d)
    for piece, gradient in zip(z.reshape(-1, *h.shape), dz.reshape(-1, *h.shape), strict=True):
        tape.add(np.equal, piece, h, won)
        tape.add(np.multiply, rest, won, gradient)
        tape.add(np.subtract, rest, gradient, rest)
    return dz


def _softmax(z: Array) -> Array:
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return np.asarray(e / np.sum(e, axis=-1, keepdims=True))


def _softmax_derivative(z: Array) -> Array:
    p = _softmax(z)
    return np.asarray(p * (1.0 - p))


def _record_softmax(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    s = tape.empty(h.shape[1])
    tape.add(np.maximum.reduce, z, 0, None, s)
    tape.add(np.subtract, z, s, h)
    tape.add(np.exp, h, h)
    tape.add(np.add.reduce, h, 0, None, s)
    tape.add(np.divide, h, s, h)


def _record_softmax_gradient(tape: Tape, z: Array, h: Array, d: Array, p: Parameters) -> Array:
    """dz_i = p_i (d_i - sum_j d_j p_j)."""
    products, total = tape.like(h), tape.empty(h.shape[1])
    tape.add(np.multiply, d, h, products)
    tape.add(np.add.reduce, products, 0, None, total)
    tape.add(np.subtract, d, total, d)
    tape.add(np.multiply, d, h, d)
    return d


# --- sign: forward only -------------------------------------------------------------------------------------


def _sign_derivative(z: Array) -> Array:
    return np.zeros_like(z)


def _record_sign(tape: Tape, z: Array, h: Array, p: Parameters) -> None:
    tape.add(np.sign, z, h)


_HE, _LECUN = "he_uniform", "lecun_normal"
_elu_record, _elu_record_gradient = _exponential_unit(lambda p: p["alpha"], 1.0)
_selu_record, _selu_record_gradient = _exponential_unit(lambda p: SELU_ALPHA, SELU_SCALE)

_ENTRIES = (
    Activation(
        "identity", "Identity", "z", "1",
        "Passes the weighted sum on as it is.",
        "The usual output for regression; in hidden layers it adds nothing: linear maps collapse into one.",
        _identity, _identity_derivative, _record_identity, _record_identity_gradient,
    ),
    Activation(
        "sigmoid", "Sigmoid", "1 / (1 + e^-z)", "h (1 - h)",
        "Squeezes any number into (0, 1), so that it reads as a probability.",
        "The usual output for two classes; as a hidden layer only in nets of one or two layers.",
        _sigmoid, _sigmoid_derivative, _record_sigmoid, _record_sigmoid_gradient,
    ),
    Activation(
        "tanh", "Tanh", "tanh(z)", "1 - h^2",
        "Squeezes any number into (-1, 1), centred on zero.",
        "A good alternative in hidden layers.",
        np.tanh, _tanh_derivative, _record_tanh, _record_tanh_gradient,
    ),
    Activation(
        "relu", "ReLU", "max(0, z)", "1 if z > 0, else 0",
        "Passes positive numbers and stops negative ones.",
        "The most used in hidden layers, and the one for deep nets.",
        _relu, _relu_derivative, _record_relu, _record_relu_gradient, initializer=_HE,
    ),
    Activation(
        "leaky_relu", "Leaky ReLU", "max(slope z, z)", "1 if z > 0, else slope",
        "A ReLU that lets a little of the negative side through, so that no neuron dies.",
        "An alternative to ReLU when neurons die; all hidden layers usually share one activation.",
        _leaky_relu, _leaky_relu_derivative, _record_leaky_relu, _record_leaky_relu_gradient,
        {"slope": Parameter(0.1, 0.0, 1.0, "The slope for negative z.")}, initializer=_HE,
    ),
    Activation(
        "elu", "ELU", "z if z >= 0, else alpha (e^z - 1)", "1 if z >= 0, else h + alpha",
        "A ReLU with a smooth negative side that levels off at -alpha.",
        "An alternative to ReLU in hidden layers.",
        _elu, _elu_derivative, _elu_record, _elu_record_gradient,
        {"alpha": Parameter(1.0, 0.01, 10.0, "How far below zero it levels off.")}, initializer=_HE,
    ),
    Activation(
        "maxout", "Maxout", "max_k (x W_k + b_k)", "1 for the piece that wins, else 0",
        "The largest of several linear functions, each with weights of its own.",
        "Learns its own shape in hidden layers, at the price of several times the weights.",
        _maxout, _maxout_derivative, _record_maxout, _record_maxout_gradient,
        {"pieces": Parameter(2, 2, 16, "How many linear pieces compete.", integer=True)},
        elementwise=False, keeps_logits=True, initializer=_HE,
    ),
    Activation(
        "softmax", "Softmax", "e^{z_i} / sum_j e^{z_j}", "p_i ([i = j] - p_j)",
        "Turns the layer's numbers into probabilities that sum to 1.",
        "The usual output for three and more classes; rarely of use in a hidden layer.",
        _softmax, _softmax_derivative, _record_softmax, _record_softmax_gradient, elementwise=False,
    ),
    Activation(
        "sign", "Sign", "-1, 0 or 1: the sign of z", "0",
        "Says on which side of a line a point lies.",
        "For networks set by hand: its gradient is zero everywhere, so it cannot be trained.",
        np.sign, _sign_derivative, _record_sign, None,
    ),
    Activation(
        "softplus", "Softplus", "log(1 + e^z)", "1 - e^-h",
        "A smooth ReLU; its derivative is the sigmoid.",
        "An alternative to ReLU in hidden layers; as an output, for numbers that are never negative.",
        softplus, _sigmoid, _record_softplus, _record_softplus_gradient, initializer=_HE,
    ),
    Activation(
        "gelu", "GELU", "z / (1 + e^{-1.5958 (z + 0.044715 z^3)})", "g + z u' g (1 - g)",
        "A smooth ReLU that dips below zero, used in transformers (the tanh approximation).",
        "An alternative to ReLU in hidden layers of deep nets.",
        _gelu, _gelu_derivative, _record_gelu, _record_gelu_gradient, keeps_logits=True, initializer=_HE,
    ),
    Activation(
        "selu", "SELU", "1.0507 (z if z >= 0, else 1.6733 (e^z - 1))", "1.0507 if z >= 0, else h + 1.7581",
        "An ELU with constants that keep mean 0 and variance 1 from layer to layer.",
        "For deep nets of nothing but SELU layers.",
        _selu, _selu_derivative, _selu_record, _selu_record_gradient, initializer=_LECUN,
    ),
    Activation(
        "swish", "Swish", "z / (1 + e^-z)", "g + z g (1 - g)",
        "z times its own sigmoid: a smooth ReLU that dips below zero (also called SiLU).",
        "An alternative to ReLU in hidden layers of deep nets.",
        _swish, _swish_derivative, _record_swish, _record_swish_gradient, keeps_logits=True, initializer=_HE,
    ),
)  # fmt: skip

ACTIVATIONS: Mapping[str, Activation] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
