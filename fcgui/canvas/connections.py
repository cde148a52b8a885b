"""The edges of one connection: which are drawn, and the picture that keeps them.

Colour says the sign, width and strength of colour say the size, measured by the largest weight of the connection. Edges
run between neurons that are drawn; if those are many, the strongest. The choice is kept for a while, since a choice
made anew fifteen times a second would flicker. All edges of one strength are one call to Qt (each call takes the
interpreter lock again), drawn into a picture that is shown until the next refresh.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from fcgui.canvas.layout import Column, Floats, Indices
from fcgui.theme import Palette, diverging, mix

Array = NDArray[Any]

MIN_EDGES, MAX_EDGES = 80, 300  # a connection; more are a grey cloud and cost training its speed
EDGE_AREA = 130.0  # square pixels that an edge should have to itself, so that close columns stay readable
WIDTHS = (1.0, 1.0, 1.0, 1.0, 1.7, 2.6)  # by strength; Qt draws lines of width 1 ten times as fast as wide ones
FADING = 1.4  # a power above one: middling weights step back, so that the strong ones can be seen
NEGLIGIBLE = 1e-3  # of the largest weight: smaller ones could not be seen, so they do not count as drawn
CROWD = 120  # from so many edges on even the strongest are drawn finer
LEAST_FOCUSED = 2  # strength of the weights of a focused neuron: they stand out from the faint ones
LEAST_POINTED = 3  # strength of the weights that are pointed at
HALO = 3.0  # how much wider than the edge the line below it is that lifts it from the others
PATH_WIDTH = 5.0  # of the accent behind the edges of the strongest path
CHOICE_LASTS = 24  # refreshes until the strongest edges are chosen anew: about six seconds of training


def strongest_piece(weights: Array, sources: Indices, neurons: Indices) -> Array:
    """W between some neurons (sources, neurons); of maxout's pieces the one that is largest in size."""
    return largest_piece(weights[..., sources[:, None], neurons[None, :]], 2)


def largest_piece(values: Array, dimensions: int) -> Array:
    """``values`` without the axis of the pieces: at each place the piece that is largest in size."""
    if values.ndim == dimensions:
        return values
    largest = np.abs(values).argmax(0)
    piece: Array = np.take_along_axis(values, largest[None], 0)[0]
    return piece


def largest_size(weights: Array) -> float:
    """Max |w|; 0 if nothing is finite."""
    size = max(float(weights.max()), -float(weights.min()))
    return size if math.isfinite(size) else 0.0


def choose(block: Array, limit: int) -> Indices:
    """Flat indices of the ``limit`` largest weights of ``block`` in size, in ascending order."""
    if block.size <= limit:
        return np.arange(block.size)
    chosen = np.argpartition(np.abs(block), block.size - limit, axis=None)[-limit:]
    return np.sort(chosen)


def strengths(values: Array, largest: float) -> NDArray[np.int64]:
    """-6 to -1 and 1 to 6, by sign and size of each weight; 0 (not drawn) for one that is zero."""
    if not largest:
        return np.zeros(len(values), np.int64)
    share = np.clip(np.nan_to_num(values / largest), -1, 1)
    level: NDArray[np.int64] = (np.sign(share) * np.ceil(np.abs(share) ** FADING * len(WIDTHS))).astype(np.int64)
    return level


@dataclass(frozen=True)
class Emphasis:
    """The focused ``neuron`` of a column (0: the inputs), and the neuron of each column on its strongest path."""

    column: int
    neuron: int
    path: Mapping[int, int]

    def strong(self, index: int, sources: Indices, neurons: Indices) -> NDArray[np.bool_]:
        """Which of the edges from ``sources`` in column ``index`` to ``neurons`` in the next belong to the focus."""
        strong = self.on_path(index, sources, neurons)
        if self.column == index:
            strong |= sources == self.neuron
        elif self.column == index + 1:
            strong |= neurons == self.neuron
        return strong

    def on_path(self, index: int, sources: Indices, neurons: Indices) -> NDArray[np.bool_]:
        """Which of the edges lie on the strongest path."""
        on: NDArray[np.bool_] = (sources == self.path.get(index, -1)) & (neurons == self.path.get(index + 1, -1))
        return on


class Edges:
    """The drawn edges of one connection, from ``left`` to ``right``; ``index`` is the column at the left."""

    def __init__(self, left: Column, right: Column, rect: QRectF, ratio: float, index: int = 0) -> None:
        self.left, self.right, self.rect, self.index = left, right, rect, index
        self.emphasis: Emphasis | None = None
        self.frozen: Sequence[tuple[int, int]] = ()  # ends of the edges that training leaves as they are
        self.largest = 0.0  # |w| of the widest possible edge
        self.picture = _picture(rect, ratio)
        self.limit = int(min(max(rect.width() * rect.height() / EDGE_AREA, MIN_EDGES), MAX_EDGES))
        self.sources: Indices = np.empty(0, np.intp)  # the ends of each drawn edge, as numbers of neurons
        self.neurons: Indices = np.empty(0, np.intp)
        self.starts: Floats = np.empty((0, 2))
        self.ends: Floats = np.empty((0, 2))
        self._strong: NDArray[np.bool_] | None = None  # those of the focus
        self._lines: list[QLineF] = []
        self._levels: NDArray[np.int64] | None = None  # the strength of each; None: without weights
        self._age = CHOICE_LASTS

    @property
    def possible(self) -> int:
        """All weights of the connection, drawn or not (a maxout neuron's pieces count as one)."""
        return self.left.units * self.right.units

    @property
    def is_large(self) -> bool:
        """Whether they are too many to be drawn as lines, whatever the weights are."""
        return bool(self.left.hidden or self.right.hidden) or self.possible > self.limit

    @property
    def is_choice(self) -> bool:
        """Whether the drawn edges are the strongest ones of those between the neurons that are shown."""
        return self.drawn < len(self.left.shown) * len(self.right.shown)

    @property
    def drawn(self) -> int:
        """How many edges there are in the picture."""
        return len(self.sources)

    def refresh(self, weights: Array | None, palette: Palette, *, anew: bool = False) -> None:
        """Draw the picture with these weights; without any, the bare structure. ``anew``: choose the edges again."""
        self._age += 1
        if weights is None or anew or self._age > CHOICE_LASTS:
            self._choose(weights)
            self._age = CHOICE_LASTS if weights is None else 0
        self.picture.fill(Qt.GlobalColor.transparent)
        with QPainter(self.picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-self.rect.topLeft())
            if weights is None:
                self._levels = None
                self._paint_structure(painter, palette)
            else:
                self._paint_weights(painter, weights, palette)

    def _choose(self, weights: Array | None) -> None:
        left, right = self.left, self.right
        if weights is None:
            flat: Indices = np.arange(len(left.shown) * len(right.shown))
        else:
            block = strongest_piece(weights, left.shown, right.shown)
            flat = choose(block, self.limit if self.emphasis is None else self.limit // 3)
            flat = flat[np.abs(block).ravel()[flat] > NEGLIGIBLE * largest_size(weights)]
            flat = np.union1d(flat, self._always(block))
        rows, columns = np.divmod(flat, len(right.shown))
        self.sources, self.neurons = left.shown[rows], right.shown[columns]
        # From rim to rim: a line that ends at the rim leaves the neuron's own colour alone.
        self.starts = np.column_stack([np.full(len(rows), left.right), left.y[rows]])
        self.ends = np.column_stack([np.full(len(rows), right.left), right.y[columns]])
        self._lines = list(map(QLineF, *self.starts.T.tolist(), *self.ends.T.tolist()))
        self._strong = None
        if self.emphasis is not None:
            self._strong = self.emphasis.strong(self.index, self.sources, self.neurons)

    def _always(self, block: Array) -> Indices:
        """Places in ``block`` of edges that are drawn whatever their size: those of the focus, and the frozen ones."""
        left, right = self.left.shown, self.right.shown
        wanted = np.zeros(block.shape, bool)
        if self.emphasis is not None:
            wanted |= self.emphasis.strong(self.index, left[:, None], right[None, :])
        for source, neuron in self.frozen:
            wanted |= (left[:, None] == source) & (right[None, :] == neuron)
        return np.flatnonzero(wanted & (block != 0))

    def _paint_structure(self, painter: QPainter, palette: Palette) -> None:
        crowd = min(self.drawn / MAX_EDGES, 1.0)
        painter.setPen(QPen(QColor(mix(palette.muted, palette.ground, 0.5 + 0.3 * crowd)), 1))
        painter.drawLines(self._lines)

    def _paint_weights(self, painter: QPainter, weights: Array, palette: Palette) -> None:
        values = largest_piece(weights[..., self.sources, self.neurons], 1)
        self.largest = largest_size(weights)
        levels = self._levels = strengths(values, self.largest)
        if self._strong is None:
            self._paint_levels(painter, levels, palette, 1.0 if self.drawn <= CROWD else 0.75)
            return
        faded = QPen(QColor(mix(palette.line, palette.ground, 0.35)), 1)
        painter.setPen(faded)
        painter.drawLines([self._lines[place] for place in np.flatnonzero(~self._strong & (levels != 0)).tolist()])
        if self.emphasis is not None:
            on_path = self.emphasis.on_path(self.index, self.sources, self.neurons)
            painter.setPen(QPen(QColor(mix(palette.accent, palette.ground, 0.55)), PATH_WIDTH))
            painter.drawLines([self._lines[place] for place in np.flatnonzero(on_path).tolist()])
        strong = np.sign(levels) * np.maximum(np.abs(levels), LEAST_FOCUSED)
        self._paint_levels(painter, np.where(self._strong, strong, 0), palette, 1.0)

    def paint_pointed(self, painter: QPainter, pointed: NDArray[np.bool_], halo: str, palette: Palette) -> None:
        """Paint the ``pointed`` edges strong and in their own colours over the others, each on a wider line."""
        lines = [self._lines[place] for place in np.flatnonzero(pointed).tolist()]
        if self._levels is None:
            painter.setPen(QPen(QColor(palette.ink), 1.5))
            painter.drawLines(lines)
            return
        levels = np.sign(self._levels) * np.maximum(np.abs(self._levels), LEAST_POINTED)
        widest = WIDTHS[int(np.abs(levels[pointed]).max(initial=1)) - 1]
        painter.setPen(QPen(QColor(halo), widest + HALO))
        painter.drawLines(lines)
        painter.setPen(QPen(QColor(palette.muted), 1))  # of weights that are zero nothing else is seen
        painter.drawLines([self._lines[place] for place in np.flatnonzero(pointed & (levels == 0)).tolist()])
        self._paint_levels(painter, np.where(pointed, levels, 0), palette, 1.4)

    def _paint_levels(self, painter: QPainter, levels: NDArray[np.int64], palette: Palette, finer: float) -> None:
        order = np.argsort(2 * np.abs(levels) + (levels > 0), kind="stable")  # strong edges lie over weak ones
        ranked = levels[order]
        starts = np.flatnonzero(np.diff(ranked, prepend=0)).tolist()
        places, colors, lines = order.tolist(), diverging(palette), self._lines
        for start, stop in zip(starts, [*starts[1:], len(places)], strict=False):
            level = int(ranked[start])
            red, green, blue = colors[128 + round(127 * level / len(WIDTHS))].tolist()
            width = max(finer * WIDTHS[abs(level) - 1], 1.0)
            painter.setPen(QPen(QColor(red, green, blue), width))
            painter.drawLines([lines[place] for place in places[start:stop]])


def _picture(rect: QRectF, ratio: float) -> QPixmap:
    size = (max(math.ceil(length * ratio), 1) for length in (rect.width(), rect.height()))
    pixmap = QPixmap(*size)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
