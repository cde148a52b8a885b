"""How the weights start: one entry each; biases start at 0 (Glorot 2010, He 2015, LeCun 1998).

All draws are made in float64 from the generator that is passed in and cast afterwards, so that a float32 and
a float64 network of the same seed start from the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from fcgui_core.tape import Array

Draw = Callable[[np.random.Generator, int, int, tuple[int, ...]], Array]


@dataclass(frozen=True)
class Initializer:
    """``draw(rng, fan_in, fan_out, shape)`` gives float64 weights; ``formula`` is their distribution."""

    name: str
    label: str
    formula: str
    summary: str
    draw: Draw


def _uniform(limit: Callable[[int, int], float]) -> Draw:
    def draw(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        bound = limit(fan_in, fan_out)
        return rng.uniform(-bound, bound, shape)

    return draw


def _normal(deviation: Callable[[int, int], float]) -> Draw:
    def draw(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return rng.normal(0.0, deviation(fan_in, fan_out), shape)

    return draw


def _zeros(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
    return np.zeros(shape)


_ENTRIES = (
    Initializer(
        "glorot_uniform", "Glorot uniform", "U(-a, a), a = sqrt(6 / (inputs + units))",
        "Keeps the variance both forwards and backwards; for sigmoid, tanh, softmax and identity.",
        _uniform(lambda fan_in, fan_out: math.sqrt(6.0 / (fan_in + fan_out))),
    ),
    Initializer(
        "glorot_normal", "Glorot normal", "N(0, 2 / (inputs + units))",
        "Glorot's variance with a normal distribution.",
        _normal(lambda fan_in, fan_out: math.sqrt(2.0 / (fan_in + fan_out))),
    ),
    Initializer(
        "he_uniform", "He uniform", "U(-a, a), a = sqrt(6 / inputs)",
        "Makes up for the half that a ReLU cuts off; for the ReLU family.",
        _uniform(lambda fan_in, fan_out: math.sqrt(6.0 / fan_in)),
    ),
    Initializer(
        "he_normal", "He normal", "N(0, 2 / inputs)",
        "He's variance with a normal distribution.",
        _normal(lambda fan_in, fan_out: math.sqrt(2.0 / fan_in)),
    ),
    Initializer(
        "lecun_uniform", "LeCun uniform", "U(-a, a), a = sqrt(3 / inputs)",
        "Keeps the variance of the forward pass.",
        _uniform(lambda fan_in, fan_out: math.sqrt(3.0 / fan_in)),
    ),
    Initializer(
        "lecun_normal", "LeCun normal", "N(0, 1 / inputs)",
        "Keeps the variance of the forward pass; SELU needs it.",
        _normal(lambda fan_in, fan_out: math.sqrt(1.0 / fan_in)),
    ),
    Initializer(
        "small_uniform", "Small uniform", "U(-0.05, 0.05)",
        "Small numbers whatever the layer's size: shows what the other rules are good for.",
        _uniform(lambda fan_in, fan_out: 0.05),
    ),
    Initializer(
        "zeros", "Zeros", "0",
        "All neurons of a layer stay alike: shows why weights start at random.",
        _zeros,
    ),
)  # fmt: skip

INITIALIZERS: Mapping[str, Initializer] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
