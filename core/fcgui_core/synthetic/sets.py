"""The list of generated sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.roles import Task
from fcgui_core.synthetic import classes, numbers

Points = tuple[NDArray[np.float64], NDArray[Any]]


@dataclass(frozen=True)
class GeneratedSet:
    """One generated set: its words, and the function (rng, n, noise[, classes]) -> X (n, d), y (n,).

    ``default_classes`` is the number of classes to begin with where it can be chosen, else None.
    """

    name: str
    title: str
    task: Task
    description: str
    function: Callable[..., Points]
    inputs: int = 2
    default_classes: int | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the inputs: x for a single one, else x1, x2, ..."""
        return ("x",) if self.inputs == 1 else tuple(f"x{k + 1}" for k in range(self.inputs))

    @property
    def target(self) -> str:
        """The name of the target: "class" or "y"."""
        return "class" if self.task == "classification" else "y"


def _classes(name: str, title: str, description: str, function: Callable[..., Points], k: int | None = None) -> Any:
    return GeneratedSet(name, title, "classification", description, function, 2, k)


def _plane(name: str, title: str, description: str, function: Callable[..., Points], inputs: int = 2) -> Any:
    return GeneratedSet(name, title, "regression", description, function, inputs)


def _function(name: str, title: str, description: str, f: numbers.Function) -> GeneratedSet:
    return GeneratedSet(name, title, "regression", description, numbers.of_one_input(f), 1)


_LIST: tuple[GeneratedSet, ...] = (
    _classes("circle", "Circle", "One class lies inside, the other in a ring around it.", classes.circle),
    _classes("xor", "Exclusive or", "Two opposite quarters of the plane belong together.", classes.xor),
    _classes("gauss", "Two clouds", "Two clouds of points that a line can tell apart.", classes.gauss),
    _classes("spiral", "Spiral", "Two arms wind around each other: a hard one.", classes.spiral),
    _classes("moons", "Two moons", "Two half circles that reach into each other.", classes.moons),
    _classes("line", "Straight border", "Two classes on both sides of a straight line, with a gap.", classes.line),
    _classes("checkerboard", "Checkerboard", "Sixteen squares that take turns.", classes.checkerboard),
    _classes("wedge", "The lecture's wedge", "The region that the lecture's network cuts out by hand.", classes.wedge),
    _classes("rings", "Rings", "Each class is a ring around the one before.", classes.rings, 3),
    _classes("spirals", "Spirals", "Each class is an arm of one spiral.", classes.spirals, 3),
    _classes("blobs", "Clouds", "Each class is a cloud of points; their centres lie on a circle.", classes.blobs, 4),
    _plane("plane", "Plane", "The value rises steadily from one corner to the other.", numbers.plane),
    _plane("multi_gauss", "Hills and hollows", "Three hills and three hollows in a flat country.", numbers.multi_gauss),
    _plane("ripples", "Ripples", "Waves along both directions.", numbers.ripples),
    _plane("linear", "Three inputs", "The lecture's linear regression: y = x1 - 2 x2 + 0.5 x3 + 1.", numbers.linear, 3),
    _function("straight", "Straight line", "A line, for linear regression: y = 0.5 x + 1.", numbers.straight),
    _function("sine", "Sine", "A wave: y = sin x.", numbers.sine),
    _function("step", "Step function", "A jump from -1 to 1 at zero.", numbers.step),
    _function("absolute", "Absolute value", "A kink at zero: y = |x|.", numbers.absolute),
    _function("square", "Parabola", "y = x squared.", numbers.square),
    _function("sinc", "Sinc", "A high wave with low ones on both sides: y = sin(pi x) / (pi x).", numbers.sinc),
    _function("polynomial", "Cubic", "One hill and one hollow: y = x (x - 4) (x + 5) / 20.", numbers.polynomial),
    _function("waves", "Two waves", "A slow wave and a quick one: y = sin x + 0.5 sin 3x.", numbers.waves),
)

SETS: dict[str, GeneratedSet] = {entry.name: entry for entry in _LIST}
