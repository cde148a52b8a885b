"""Centre and scale of features, so that columns of different size count alike."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import TableError

Scale = Literal["standard", "minmax", "none"]
SCALES: tuple[Scale, ...] = ("standard", "minmax", "none")

Floats = NDArray[np.float64]


def centre_and_scale(x: Floats, scale: Scale, fixed: NDArray[Any]) -> tuple[Floats, Floats]:
    """Return (d,) centre c and (d,) scale s of x (n, d), such that (x - c) / s is the scaled x.

    "standard": mean and standard deviation; "minmax": smallest and largest - smallest; "none": 0 and 1.
    ``fixed`` (d,) marks columns that are left alone. A constant column gets the scale 1. Raises `TableError`
    on overflow.
    """
    d = x.shape[1]
    centre, spread = np.zeros(d), np.ones(d)
    with np.errstate(over="ignore", invalid="ignore"):
        if scale == "standard":
            centre, spread = x.mean(axis=0), x.std(axis=0)
        elif scale == "minmax":
            centre, spread = x.min(axis=0), np.ptp(x, axis=0)
    if not (np.isfinite(centre).all() and np.isfinite(spread).all()):
        raise TableError("a column holds numbers too large to scale.")
    # A constant column's deviation is not exactly 0 after rounding.
    flat = spread <= 1e-12 * np.maximum(1e-300, np.abs(centre))
    return np.where(fixed, 0.0, centre), np.where(flat | fixed, 1.0, spread)
