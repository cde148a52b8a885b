"""The part of the drawing that moves while the network learns: edges and the fill of the neurons."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from fcgui.canvas.connections import Edges
from fcgui.canvas.layout import Layout
from fcgui.canvas.lettering import Lettering
from fcgui.canvas.pointing import Hit, Part, between, nearest, thing_at
from fcgui.i18n.numbers import grouped
from fcgui.theme import HALF, Palette, diverging, mix
from fcgui_core.snapshot import Snapshot

BIAS_LEVELS = 5  # shades of a neuron's fill on each side of zero
RIM = 1.2  # pixels around a neuron


def plate_color(palette: Palette) -> str:
    """The ground of the selected column."""
    return mix(palette.accent_soft, palette.ground, 0.35)


class Live:
    """Edges and neurons of one layout. ``refresh`` redraws everything, ``refresh_next`` one connection in turn."""

    def __init__(self, layout: Layout, palette: Palette, ratio: float) -> None:
        self.layout, self.palette = layout, palette
        self.edges = [
            Edges(left, right, layout.connection(index).intersected(QRectF(layout.body)), ratio)
            for index, (left, right) in enumerate(zip(layout.columns, layout.columns[1:], strict=False))
        ]
        self.has_weights = False
        self.selected: int | None = None
        self._centres = [list(map(QPointF, [c.x] * len(c.y), c.y.tolist())) for c in layout.columns]
        self._everyone = [QPolygonF(centres) for centres in self._centres]
        self._fills: list[list[tuple[QColor, QPolygonF]]] = [[] for _ in layout.columns]
        self._next = 0
        self._small = Lettering()

    @property
    def counts(self) -> tuple[int, ...]:
        """How many edges each connection draws, as the captions say."""
        return tuple(edges.drawn for edges in self.edges)

    def refresh(self, snapshot: Snapshot | None) -> None:
        """Draw everything anew, the choice of edges too."""
        self.has_weights = snapshot is not None
        for layer in range(len(self.edges)):
            self._refresh_layer(layer, snapshot, anew=True)
        raised = QColor(self.palette.raised)
        self._fills[0] = [(raised, self._everyone[0])]

    def refresh_next(self, snapshot: Snapshot) -> QRectF:
        """Draw the connection whose turn it is, and the neurons at its right; the part of the widget that changed."""
        layer = self._next = (self._next + 1) % len(self.edges)
        self._refresh_layer(layer, snapshot, anew=False)
        margin = self.layout.columns[layer + 1].radius + 2
        return self.edges[layer].rect.adjusted(0, 0, margin, 0)

    def _refresh_layer(self, layer: int, snapshot: Snapshot | None, *, anew: bool) -> None:
        weights = None if snapshot is None else snapshot.weights[layer]
        if not self.edges[layer].rect.isEmpty():
            self.edges[layer].refresh(weights, self.palette, anew=anew)
        if snapshot is None:
            self._fills[layer + 1] = [(QColor(self.palette.ground), self._everyone[layer + 1])]
        else:
            self._fills[layer + 1] = self._by_bias(layer + 1, snapshot.biases[layer])

    def _by_bias(self, column: int, biases: NDArray[Any]) -> list[tuple[QColor, QPolygonF]]:
        """The neurons of a column by the shade of their bias; maxout's pieces by their mean."""
        values = np.nan_to_num(biases.reshape(-1, biases.shape[-1]).mean(0))
        largest = float(np.abs(values).max()) or 1.0
        levels = np.rint(values[self.layout.columns[column].shown] / largest * BIAS_LEVELS).astype(np.int64)
        colors, centres = diverging(self.palette), self._centres[column]
        fills = []
        for level in np.unique(levels).tolist():
            members = QPolygonF([centres[row] for row in np.flatnonzero(levels == level).tolist()])
            fills.append((QColor(*colors[128 + round(127 * level / BIAS_LEVELS)].tolist()), members))
        return fills

    def hit(self, at: QPointF) -> Hit:
        """The thing at a position, edges included."""
        found = thing_at(self.layout, at)
        index = between(self.layout, at) if found.part is Part.GROUND else None
        if index is None or not self.layout.body.contains(at):
            return found
        edges = self.edges[index]
        edge = nearest(at, edges.starts, edges.ends)
        if edge is None:
            return found
        return Hit(Part.EDGE, index, int(edges.neurons[edge]), int(edges.sources[edge]))

    def paint(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint what lies in ``dirty``."""
        for edges in self.edges:
            if edges.rect.intersects(dirty):
                painter.drawPixmap(edges.rect.topLeft(), edges.picture)
        painter.save()
        if self.layout.overflow[1] > 1:
            painter.setClipRect(self.layout.body.adjusted(0, -1, 0, 1), Qt.ClipOperation.IntersectClip)
        for column in range(len(self.layout.columns)):
            self._paint_column(painter, column, dirty)
        painter.restore()

    def _paint_column(self, painter: QPainter, column: int, dirty: QRectF) -> None:
        place = self.layout.columns[column]
        if place.x + 40 < dirty.left() or place.x - 40 > dirty.right():
            return
        rim = mix(self.palette.muted, self.palette.ground, 0.25)
        discs = [(QColor(rim), self._everyone[column], 2 * place.radius)]
        discs += [(color, members, 2 * place.radius - 2 * RIM) for color, members in self._fills[column]]
        for color, members, width in discs:
            # A point of a round pen is a disc; all neurons of a shade are one call.
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(members)
        if place.gap is not None:
            self._paint_gap(painter, column, place.gap)

    def _paint_gap(self, painter: QPainter, column: int, gap: tuple[float, float]) -> None:
        """Three dots and how many neurons they stand for."""
        place = self.layout.columns[column]
        text, middle = f"+{grouped(place.hidden)}", (gap[0] + gap[1]) / 2
        width = self._small.width(text) + HALF
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = self.selected is not None and column == self.selected + 1
        painter.setBrush(QColor(plate_color(self.palette) if chosen else self.palette.ground))
        painter.drawRoundedRect(QRectF(place.x - width / 2, middle - 3, width, 13), HALF, HALF)
        dots = [QPointF(place.x, middle - 15 + 4.5 * row) for row in range(3)]
        painter.setPen(QPen(QColor(self.palette.muted), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(dots)
        self._small.write(painter, QRectF(place.x - 30, middle - 4, 60, 15), (text,), self.palette.muted)
