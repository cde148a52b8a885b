"""Points with a number to estimate. Each function returns X (n, d) float64 and y (n,) float64.

Plane and multi-gauss follow TensorFlow Playground (its dataset.ts, 2016): their noise moves the place at which the
value is taken. A function of one input has x = U(-6, 6) and y = f(x) + N(0, (noise * s)^2), where s is half of the
range of f over [-6, 6], so that 50 % noise is as strong everywhere.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Points = tuple[Floats, Floats]
Generator = np.random.Generator
Function = Callable[[Floats], Floats]

RADIUS = 6.0  # Playground's square of places is [-6, 6] x [-6, 6]
# Playground's multi-gauss: (x1, x2, sign) of six hills and hollows.
HILLS = np.array(
    [[-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1], [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1]], dtype=np.float64
)


def plane(rng: Generator, n: int, noise: float) -> Points:
    """Y = (x1 + x2) / 10 at the place moved by noise U(-6, 6): from -1 to 1 over [-10, 10]."""
    X, moved = _places(rng, n, noise)
    return X, moved.sum(axis=1) / 10.0


def multi_gauss(rng: Generator, n: int, noise: float) -> Points:
    """Y = sign * max(0, 1 - d/2) of the hill that is nearest, d its distance; the noise moves the place by U(-6, 6)."""
    X, moved = _places(rng, n, noise)
    distance = np.hypot(moved[:, :1] - HILLS[:, 0], moved[:, 1:] - HILLS[:, 1])  # (n, 6)
    heights = HILLS[:, 2] * np.clip(1.0 - distance / 2.0, 0.0, 1.0)
    return X, heights[np.arange(n), np.argmax(np.abs(heights), axis=1)]


def ripples(rng: Generator, n: int, noise: float) -> Points:
    """Y = sin(x1) cos(x2) at the place moved by noise U(-6, 6) / 4."""
    X, moved = _places(rng, n, noise / 4)
    return X, np.sin(moved[:, 0]) * np.cos(moved[:, 1])


def linear(rng: Generator, n: int, noise: float) -> Points:
    """The lecture's linear regression (L1) of three inputs: y = x^T w + b with w = (1, -2, 0.5), b = 1.

    X = U(-6, 6), and noise N(0, (6 noise)^2) on y.
    """
    X = rng.uniform(-RADIUS, RADIUS, (n, 3))
    return X, X @ np.array([1.0, -2.0, 0.5]) + 1.0 + rng.normal(0, 1, n) * (6 * noise)


def of_one_input(f: Function) -> Callable[[Generator, int, float], Points]:
    """Return the generator of points of y = f(x) with x = U(-6, 6); the noise is relative to half of f's range."""
    values = f(np.linspace(-RADIUS, RADIUS, 1201))
    half_range = float(values.max() - values.min()) / 2

    def points(rng: Generator, n: int, noise: float) -> Points:
        x = rng.uniform(-RADIUS, RADIUS, n)
        return x[:, None], f(x) + rng.normal(0, 1, n) * (noise * half_range)

    points.__doc__ = f.__doc__
    return points


def straight(x: Floats) -> Floats:
    """Y = 0.5 x + 1."""
    return 0.5 * x + 1.0


def sine(x: Floats) -> Floats:
    """Y = sin(x)."""
    return np.sin(x)


def step(x: Floats) -> Floats:
    """Y = 1 where x >= 0, else -1."""
    return np.where(x >= 0, 1.0, -1.0)


def absolute(x: Floats) -> Floats:
    """Y = |x|."""
    return np.abs(x)


def square(x: Floats) -> Floats:
    """Y = x^2."""
    return x * x


def sinc(x: Floats) -> Floats:
    """Y = sin(pi x) / (pi x), 1 at 0."""
    return np.sinc(x)


def polynomial(x: Floats) -> Floats:
    """Y = x (x - 4) (x + 5) / 20: a cubic with one hill and one hollow."""
    return x * (x - 4.0) * (x + 5.0) / 20.0


def waves(x: Floats) -> Floats:
    """Y = sin(x) + 0.5 sin(3 x): a slow wave and a quick one."""
    return np.sin(x) + 0.5 * np.sin(3.0 * x)


def _places(rng: Generator, n: int, noise: float) -> tuple[Floats, Floats]:
    """Places U(-6, 6), and the same moved by U(-6, 6) noise."""
    X = rng.uniform(-RADIUS, RADIUS, (n, 2))
    return X, X + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
