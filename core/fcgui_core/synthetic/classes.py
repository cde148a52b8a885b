"""Points of classes in the plane. Each function returns X (n, 2) float64 and the class of each point, int64 (n,).

Circle, xor, gauss and spiral follow TensorFlow Playground (its dataset.ts, 2016): its label -1 is class 0 here and 1
is class 1. ``noise`` is a share from 0 to 0.5. U(a, b) is a uniform and N(m, v) a normal random number with mean m and
variance v. Classes come in blocks; the split shuffles.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Points = tuple[Floats, NDArray[Any]]
Generator = np.random.Generator

RADIUS = 5.0  # Playground's circle and spiral


def circle(rng: Generator, n: int, noise: float) -> Points:
    """Half of the points within radius 2.5, half in the ring from 3.5 to 5: r = U(..), angle = U(0, 2 pi).

    The class is 1 where the point, moved by noise U(-5, 5) in both directions, lies within 2.5.
    """
    inside = n - n // 2
    r = np.concatenate([rng.uniform(0, RADIUS * 0.5, inside), rng.uniform(RADIUS * 0.7, RADIUS, n - inside)])
    X = _polar(r, rng.uniform(0, 2 * np.pi, n))
    moved = X + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
    return X, _numbers(np.hypot(moved[:, 0], moved[:, 1]) < RADIUS * 0.5)


def xor(rng: Generator, n: int, noise: float) -> Points:
    """X = U(-5, 5), moved 0.3 away from both axes; class 1 where x1 x2 >= 0 after noise U(-5, 5)."""
    X = rng.uniform(-5, 5, (n, 2))
    X += np.where(X > 0, 0.3, -0.3)
    moved = X + rng.uniform(-5, 5, (n, 2)) * noise
    return X, _numbers(moved[:, 0] * moved[:, 1] >= 0)


def gauss(rng: Generator, n: int, noise: float) -> Points:
    """Two clouds N((2, 2), v) of class 1 and N((-2, -2), v) of class 0, with v from 0.5 (no noise) to 4 (50 %)."""
    return _clouds(rng, np.array([[2.0, 2.0], [-2.0, -2.0]]), np.array([1, 0]), n, noise)


def spiral(rng: Generator, n: int, noise: float) -> Points:
    """Two arms: r = 5 i/m, t = 1.75 * 2 pi i/m (+ pi for class 0), x = (r sin t, r cos t) + U(-1, 1) noise."""
    X, y = spirals(rng, n, noise, 2)
    return X, 1 - y


def moons(rng: Generator, n: int, noise: float) -> Points:
    """Two half circles of radius 3 that reach into each other, each point moved by N(0, (3 noise)^2)."""
    m = n - n // 2
    upper, lower = np.linspace(0, np.pi, m), np.linspace(0, np.pi, n - m)
    X = np.concatenate(
        [
            np.column_stack([3 * np.cos(upper) - 1.5, 3 * np.sin(upper) - 0.75]),
            np.column_stack([1.5 - 3 * np.cos(lower), 0.75 - 3 * np.sin(lower)]),
        ]
    )
    return X + rng.normal(0, 1, (n, 2)) * (3 * noise), _blocks([m, n - m])


def checkerboard(rng: Generator, n: int, noise: float) -> Points:
    """X = U(-6, 6) on 4 x 4 squares of side 3; class 1 on every second square, after noise U(-3, 3)."""
    X = rng.uniform(-6, 6, (n, 2))
    moved = X + rng.uniform(-3, 3, (n, 2)) * noise
    squares = np.floor((moved + 6) / 3).astype(np.int64)
    return X, squares.sum(axis=1) % 2


def line(rng: Generator, n: int, noise: float) -> Points:
    """X = U(-5, 5), class 1 where x1 + x2 >= 0 after noise U(-5, 5); points are 0.5 away from the line x1 + x2 = 0."""
    X = rng.uniform(-5, 5, (n, 2))
    side = np.where(X.sum(axis=1) >= 0, 1.0, -1.0)
    X += 0.5 * np.sqrt(0.5) * side[:, None]
    moved = X + rng.uniform(-5, 5, (n, 2)) * noise
    return X, _numbers(moved.sum(axis=1) >= 0)


def wedge(rng: Generator, n: int, noise: float) -> Points:
    """The region that the lecture's network cuts out by hand (L5), X = U(-6, 6), after noise U(-3, 3).

    h1 = sign(x2 - 2 x1 - 2), h2 = sign(x2 + 3 x1 - 4); class 1 where sign(h2 - h1 - 1) = 1: h2 = 1 and h1 = -1.
    """
    X = rng.uniform(-6, 6, (n, 2))
    x1, x2 = (X + rng.uniform(-3, 3, (n, 2)) * noise).T
    return X, _numbers((x2 - 2 * x1 - 2 < 0) & (x2 + 3 * x1 - 4 >= 0))


def rings(rng: Generator, n: int, noise: float, classes: int) -> Points:
    """Class k in the ring from 5.5 k/K to 5.5 (k + 0.6)/K around the origin, moved by N(0, (5.5 noise/K)^2)."""
    sizes = _sizes(n, classes)
    y = _blocks(sizes)
    r = (y + rng.uniform(0, 0.6, n)) * (5.5 / classes)
    X = _polar(r, rng.uniform(0, 2 * np.pi, n))
    return X + rng.normal(0, 1, (n, 2)) * (5.5 * noise / classes), y


def spirals(rng: Generator, n: int, noise: float, classes: int) -> Points:
    """K arms: r = 5 i/m, t = 1.75 * 2 pi i/m + 2 pi k/K, x = (r sin t, r cos t) + U(-1, 1) noise."""
    sizes = _sizes(n, classes)
    y = _blocks(sizes)
    share = np.concatenate([np.arange(m) / m for m in sizes])
    X = _polar(RADIUS * share, 1.75 * share * 2 * np.pi + 2 * np.pi * y / classes)
    return X + rng.uniform(-1, 1, (n, 2)) * noise, y


def blobs(rng: Generator, n: int, noise: float, classes: int) -> Points:
    """K clouds N(c_k, v) with their centres c_k on a circle of radius 4, v from 0.5 (no noise) to 4 (50 %)."""
    centres = _polar(np.full(classes, 4.0), 2 * np.pi * np.arange(classes) / classes)
    return _clouds(rng, centres, np.arange(classes), n, noise)


def _clouds(rng: Generator, centres: Floats, labels: NDArray[Any], n: int, noise: float) -> Points:
    at = _blocks(_sizes(n, len(centres)))
    variance = 0.5 + 7.0 * noise  # noise 0 to 0.5 is variance 0.5 to 4
    return centres[at] + rng.normal(0, np.sqrt(variance), (n, 2)), labels[at]


def _polar(r: Floats, angle: Floats) -> Floats:
    return np.column_stack([r * np.sin(angle), r * np.cos(angle)])


def _sizes(n: int, classes: int) -> list[int]:
    return [n // classes + (k < n % classes) for k in range(classes)]


def _blocks(sizes: list[int]) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(sizes)), sizes)


def _numbers(truth: NDArray[np.bool_]) -> NDArray[np.int64]:
    return truth.astype(np.int64)
