"""What a generated table was made from: a few numbers that make it again, cell for cell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from fcgui_core.errors import FileError, SpecError

POINTS = (10, 1_000_000)
NOISE = (0.0, 0.5)  # as a share; TensorFlow Playground's 0 to 50 %
SEEDS = (0, 2**32 - 1)
CLASSES = (2, 8)
PAINTED = "painted"  # the name of a table whose points were painted by hand: no recipe makes it again


@dataclass(frozen=True)
class Recipe:
    """The name of a generated set and its numbers; the same recipe gives the same table.

    ``points`` is the number of rows, ``noise`` a share from 0 to 0.5 that each set words in its own way,
    ``classes`` the number of classes of a set that leaves the choice, else None. Raises `SpecError` with the number
    that is out of its range.
    """

    name: str
    points: int = 500
    noise: float = 0.0
    seed: int = 0
    classes: int | None = None

    def __post_init__(self) -> None:
        _check_whole("number of points", self.points, *POINTS)
        _check_whole("seed of the points", self.seed, *SEEDS)
        if self.classes is not None:
            _check_whole("number of classes", self.classes, *CLASSES)
        if isinstance(self.noise, bool) or not isinstance(self.noise, int | float):
            raise SpecError(f"The noise must be a number, not {self.noise!r}.")
        if not (math.isfinite(self.noise) and NOISE[0] <= self.noise <= NOISE[1]):
            raise SpecError(f"The noise must be between {NOISE[0]:g} and {NOISE[1]:g}, not {self.noise:g}.")

    @property
    def is_painted(self) -> bool:
        """Whether the points are the table's own, painted by hand."""
        return self.name == PAINTED

    def with_(self, **changes: Any) -> Recipe:
        """Return this recipe with other numbers; raises as the constructor does."""
        return replace(self, **changes)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that `from_dict` turns back into an equal recipe."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Any) -> Recipe:
        """Return the recipe written by `to_dict`. Raises `FileError` when ``data`` is not one."""
        known = set(cls.__dataclass_fields__)
        if not isinstance(data, Mapping) or set(data) != known or not isinstance(data["name"], str):
            raise FileError("The recipe of the generated points in this file is damaged.")
        try:
            return cls(**{**data, "noise": float(data["noise"]) if type(data["noise"]) is int else data["noise"]})
        except SpecError:
            raise FileError("The recipe of the generated points in this file is damaged.") from None


def _check_whole(what: str, value: object, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise SpecError(f"The {what} must be a whole number, not {value!r}.")
    if not low <= value <= high:
        raise SpecError(f"The {what} must be between {low:,} and {high:,}, not {value:,}.")
