"""Mouse gestures, each an object of its own: it follows the pointer, says what it would do, and can be dropped.

A gesture changes nothing. While it runs the canvas draws its ``ghost``; at its end ``intent`` is the wish that it
amounts to, or None. Escape simply forgets it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF

from fcgui.canvas.ladder import length_of, resized, units_of
from fcgui.canvas.layout import Layout
from fcgui.canvas.network import Insert, Intent, Move, Remove, Resize
from fcgui.canvas.words import cut_words, neurons

DRAG = 8.0  # pixels that the pointer moves before a press becomes a drag


@dataclass(frozen=True)
class Ghost:
    """What a gesture shows: a column to be, and the place between layers where it will stand."""

    x: float
    top: float
    bottom: float
    units: int
    words: str
    insertion: int | None = None  # before which layer it comes
    cuts: bool = False  # the layer that stands there goes


class Gesture(Protocol):
    """What the canvas asks of a gesture."""

    def move(self, at: QPointF) -> None:
        """Follow the pointer."""

    def ghost(self, layout: Layout) -> Ghost | None:
        """What to draw now; None while the gesture means nothing."""

    def intent(self, layout: Layout) -> Intent | None:
        """What it amounts to now."""


class Draw:
    """A stroke on free ground: its length is the number of neurons, its place the place of the new layer.

    A stroke sideways, across a hidden layer, cuts that layer out.
    """

    def __init__(self, at: QPointF) -> None:
        self.start = self.at = at

    def move(self, at: QPointF) -> None:
        """Follow the pointer."""
        self.at = at

    @property
    def units(self) -> int:
        """The neurons drawn so far; 0 for a click and for a stroke that runs sideways."""
        across, along = abs(self.at.x() - self.start.x()), abs(self.at.y() - self.start.y())
        return units_of(along) if along >= across else 0

    @property
    def is_click(self) -> bool:
        """Whether the mouse has hardly moved."""
        return max(abs(self.at.x() - self.start.x()), abs(self.at.y() - self.start.y())) < DRAG

    def cut(self, layout: Layout) -> int | None:
        """The hidden layer that a stroke sideways goes across, from one side to the other; the first of several."""
        start, end = self.start, self.at
        if abs(end.x() - start.x()) <= abs(end.y() - start.y()):
            return None
        crossed = []
        for layer, column in enumerate(layout.columns[1:-1]):
            left, right = column.x - column.half_width, column.x + column.half_width
            share = (column.x - start.x()) / (end.x() - start.x())
            y = start.y() + share * (end.y() - start.y())
            across = min(start.x(), end.x()) < left and max(start.x(), end.x()) > right
            if across and column.top <= y <= column.bottom:
                crossed.append((share, layer))
        return min(crossed)[1] if crossed else None

    def ghost(self, layout: Layout) -> Ghost | None:
        """The layer to be, under the stroke; or the one that it cuts out."""
        cut = self.cut(layout)
        if cut is not None:
            column, words = layout.columns[cut + 1], cut_words(cut)
            return Ghost(column.x, column.top, min(column.bottom, layout.body.bottom()), column.units, words, cuts=True)
        if not self.units:
            return None
        top, bottom = sorted((self.start.y(), self.at.y()))
        place = layout.insertion(self.start.x())
        return Ghost(self.start.x(), top, bottom, self.units, neurons(self.units), place)

    def intent(self, layout: Layout) -> Intent | None:
        """A new layer, or one fewer."""
        cut = self.cut(layout)
        if cut is not None:
            return Remove(cut)
        return Insert(layout.insertion(self.start.x()), self.units) if self.units else None


class Drag:
    """A hidden layer that is pulled sideways to another place."""

    def __init__(self, layer: int, units: int, at: QPointF) -> None:
        self.layer, self.units = layer, units
        self.start = self.at = at

    def move(self, at: QPointF) -> None:
        """Follow the pointer."""
        self.at = at

    @property
    def moving(self) -> bool:
        """Whether it is more than a click."""
        return abs(self.at.x() - self.start.x()) >= DRAG

    def ghost(self, layout: Layout) -> Ghost | None:
        """The layer under the pointer, and the place where it would stand."""
        if not self.moving:
            return None
        column = layout.columns[self.layer + 1]
        x = column.x + self.at.x() - self.start.x()
        to = layout.target(self.layer, x)
        before = to if to <= self.layer else to + 1
        kept = before in (self.layer, self.layer + 1)
        return Ghost(x, column.top, column.bottom, self.units, "", None if kept else before)

    def intent(self, layout: Layout) -> Intent | None:
        """The layer at its new place, if that is another one."""
        if not self.moving:
            return None
        x = layout.columns[self.layer + 1].x + self.at.x() - self.start.x()
        to = layout.target(self.layer, x)
        return Move(self.layer, to) if to != self.layer else None


class Stretch:
    """The lower edge of a layer pulled up or down: fewer or more neurons."""

    def __init__(self, layer: int, units: int, at: QPointF) -> None:
        self.layer, self.before = layer, units
        self.start = self.at = at

    def move(self, at: QPointF) -> None:
        """Follow the pointer."""
        self.at = at

    @property
    def units(self) -> int:
        """The number of neurons at the present length."""
        return resized(self.before, self.at.y() - self.start.y())

    def ghost(self, layout: Layout) -> Ghost | None:
        """The layer with its new number of neurons."""
        if self.units == self.before:
            return None
        column = layout.columns[self.layer + 1]
        bottom = max(column.bottom + self.at.y() - self.start.y(), column.top + length_of(1))
        return Ghost(column.x, column.top, bottom, self.units, neurons(self.units))

    def intent(self, layout: Layout) -> Intent | None:
        """Another number of neurons."""
        return Resize(self.layer, self.units) if self.units != self.before else None


class Pan:
    """The drawing pulled along with the middle button; the canvas scrolls by ``delta``."""

    def __init__(self, at: QPointF) -> None:
        self.at, self.delta = at, QPointF()

    def move(self, at: QPointF) -> None:
        """Follow the pointer."""
        self.delta, self.at = at - self.at, at

    def ghost(self, layout: Layout) -> Ghost | None:
        """Nothing: the drawing itself moves."""
        return None

    def intent(self, layout: Layout) -> Intent | None:
        """None: looking changes nothing."""
        return None
