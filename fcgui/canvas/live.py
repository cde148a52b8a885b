"""The part of the drawing that moves while the network learns: edges, and the neurons with their maps and biases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fcgui.canvas.connections import Edges, Emphasis, largest_size
from fcgui.canvas.layout import Indices, Layout
from fcgui.canvas.matrix import Matrix, Pictured
from fcgui.canvas.pointing import Hit, Part, between, nearest, thing_at
from fcgui.canvas.strips import strip_image
from fcgui.canvas.switch import Switch
from fcgui.canvas.tiles import Tiles, scaled_maps
from fcgui.plots.scales import number
from fcgui.theme import Palette, mix
from fcgui_core.place import Place
from fcgui_core.snapshot import Snapshot

Array = NDArray[Any]

MARK = 5.0  # side of the square that marks a frozen weight
MARK_AT = 0.82  # of the way along its edge: there edges lie farther apart than in the middle


def plate_color(palette: Palette) -> str:
    """The ground of the selected column."""
    return mix(palette.accent_soft, palette.ground, 0.35)


class Live:
    """Edges and neurons of one layout. ``refresh`` redraws everything, ``refresh_next`` one connection in turn."""

    def __init__(
        self,
        layout: Layout,
        palette: Palette,
        ratio: float,
        emphasis: Emphasis | None = None,
        frozen: Sequence[Place] = (),
        pictured: Pictured | None = None,
    ) -> None:
        self.layout, self.palette, self.emphasis, self.frozen = layout, palette, emphasis, frozen
        self.edges = [
            Edges(left, right, layout.connection(index).intersected(QRectF(layout.body)), ratio, index)
            for index, (left, right) in enumerate(zip(layout.columns, layout.columns[1:], strict=False))
        ]
        for index, edges in enumerate(self.edges):
            edges.emphasis = emphasis
            edges.frozen = [(p.input, p.unit) for p in frozen if p.layer == index and not p.is_bias]
        self.matrices = [
            Matrix(layout, index, ratio) if pictured is not None and pictured.has(index, large=edges.is_large) else None
            for index, edges in enumerate(self.edges)
        ]
        self.switch: Switch | None = None
        if pictured is not None and any(edges.is_large for edges in self.edges):
            self.switch = Switch(layout, pictures=pictured.all_large)
        self.has_weights = False
        self._tiles = [Tiles(column, palette, ratio) for column in layout.columns]
        self._maps: Sequence[Array | None] = [None] * len(layout.columns)
        self._strips = [self._strip(column, None, ratio) for column in range(len(layout.columns))]
        self._ratio = ratio
        self._next = 0

    @property
    def wanted(self) -> tuple[Indices, ...]:
        """The neurons of each column that are drawn."""
        return tuple(column.shown for column in self.layout.columns)

    @property
    def counts(self) -> tuple[int, ...]:
        """How many edges each connection draws, as the captions say."""
        return tuple(edges.drawn for edges in self.edges)

    @property
    def scales(self) -> tuple[str, ...]:
        """The largest |w| of each connection, as the captions say."""
        return tuple(number(edges.largest, 2) for edges in self.edges)

    def refresh(self, snapshot: Snapshot | None) -> None:
        """Draw everything anew, the choice of edges too."""
        self.has_weights = snapshot is not None
        for layer in range(len(self.edges)):
            self._refresh_layer(layer, snapshot, anew=True)
        self._draw_column(0, None)

    def refresh_next(self, snapshot: Snapshot) -> QRectF:
        """Draw the connection whose turn it is, and the neurons at its right; the part of the widget that changed."""
        layer = self._next = (self._next + 1) % len(self.edges)
        self._refresh_layer(layer, snapshot, anew=False)
        edges, column = self.edges[layer], self.layout.columns[layer + 1]
        return edges.rect.adjusted(-column.half_width, 0, column.half_width + 2, 0)

    def _refresh_layer(self, layer: int, snapshot: Snapshot | None, *, anew: bool) -> None:
        weights = None if snapshot is None else snapshot.weights[layer]
        edges, matrix = self.edges[layer], self.matrices[layer]
        if matrix is not None and weights is not None:
            edges.largest = largest_size(weights)
            matrix.refresh(weights, self.palette)
        elif not edges.rect.isEmpty():
            edges.refresh(weights, self.palette, anew=anew)
        self._draw_column(layer + 1, snapshot)

    def take_maps(self, values: Sequence[Array], snapshot: Snapshot | None) -> None:
        """Other maps (k, side, side) of the neurons of each column; with a ``snapshot`` they are drawn at once."""
        before, self._maps = self._maps, list(values)
        if snapshot is None and before[0] is not None:
            return  # each column is drawn in its turn, and an input's map does not change by training
        for column in range(len(values) if snapshot is not None else 1):
            self._draw_column(column, snapshot)

    def take_activity(self, activity: Sequence[Array] | None) -> None:
        """How much each neuron of each column says: the strips beside wide layers."""
        for column in range(len(self._strips)):
            self._strips[column] = self._strip(column, None if activity is None else activity[column], self._ratio)

    def _strip(self, column: int, activity: Array | None, ratio: float) -> Any:
        place = self.layout.columns[column]
        if not place.hidden:
            return None
        return strip_image(place, activity, self.layout.picture(column).size() * ratio, self.palette)

    def _draw_column(self, column: int, snapshot: Snapshot | None) -> None:
        biases = None
        if snapshot is not None and column > 0:
            biases = shown_biases(snapshot.biases[column - 1], self.layout.columns[column].shown)
        maps = self._maps[column]
        self._tiles[column].draw(None if maps is None else scaled_maps(maps), biases)

    def hit(self, at: QPointF) -> Hit:
        """The thing at a position, edges included."""
        if self.switch is not None and self.has_weights and self.switch.rect.contains(at):
            return Hit(Part.SWITCH)
        found = thing_at(self.layout, at)
        index = between(self.layout, at) if found.part is Part.GROUND else None
        if index is None or not self.layout.body.contains(at):
            return found
        edges, matrix = self.edges[index], self.matrices[index]
        cell = None if matrix is None else matrix.cell(at)
        if cell is not None:
            return Hit(Part.EDGE, index, cell[1], cell[0], cell[2])
        edge = nearest(at, edges.starts, edges.ends)
        if edge is None:
            return found
        return Hit(Part.EDGE, index, int(edges.neurons[edge]), int(edges.sources[edge]))

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint what lies in ``dirty``."""
        for edges, matrix in zip(self.edges, self.matrices, strict=True):
            if not edges.rect.intersects(dirty):
                continue
            if matrix is not None and self.has_weights:
                matrix.paint(painter, self.palette)
            else:
                painter.drawPixmap(edges.rect.topLeft(), edges.picture)
        painter.save()
        if self.layout.overflow[1] > 1:
            painter.setClipRect(self.layout.body.adjusted(0, -1, 0, 1), Qt.ClipOperation.IntersectClip)
        for column, place in enumerate(self.layout.columns):
            if place.x + 40 >= dirty.left() and place.x - 40 <= dirty.right():
                painter.drawImage(self._tiles[column].corner, self._tiles[column].image)
                if self._strips[column] is not None:
                    painter.drawImage(self.layout.picture(column), self._strips[column])
        self._paint_focus(painter)
        self._paint_frozen(painter)
        painter.restore()

    def _paint_focus(self, painter: QPainter) -> None:
        if self.emphasis is None:
            return
        place = self.layout.columns[self.emphasis.column]
        row = place.row(self.emphasis.neuron)
        for matrix, source, neuron in self.of_neuron(self.emphasis.column, self.emphasis.neuron):
            matrix.paint_frame(painter, matrix.place(source, neuron), self.palette.accent, self.palette)
        if row is not None:
            side = 2 * place.radius + 4
            rect = QRectF(place.x - side / 2, float(place.y[row]) - side / 2, side, side)
            painter.setPen(QPen(QColor(self.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 0.25 * side, 0.25 * side)

    def _paint_frozen(self, painter: QPainter) -> None:
        """A square on every frozen edge, and a ring around every frozen bias."""
        marks = [rect for rect in map(self.mark, self.frozen) if rect is not None]
        if marks:
            painter.setPen(QPen(QColor(self.palette.ground), 1))
            painter.setBrush(QColor(self.palette.ink))
            painter.drawRects(marks)

    def of_neuron(self, column: int, neuron: int) -> list[tuple[Matrix, int | None, int | None]]:
        """The pictures that hold a neuron's weights, with what ``Matrix.place`` takes: its column, and its row."""
        found: list[tuple[Matrix, int | None, int | None]] = []
        for index, source, unit in ((column - 1, None, neuron), (column, neuron, None)):
            matrix = self.matrices[index] if 0 <= index < len(self.matrices) else None
            if matrix is not None:
                found.append((matrix, source, unit))
        return found

    def mark(self, place: Place) -> QRectF | None:
        """Where the mark of a frozen weight or bias stands; None if it is not drawn."""
        matrix = self.matrices[place.layer]
        if matrix is not None and not place.is_bias:
            area = matrix.place(place.input, place.unit)
            square = QRectF(0, 0, MARK, MARK)
            square.moveCenter(area.center())
            return None if area.isEmpty() else square
        right = self.layout.columns[place.layer + 1]
        row = right.row(place.unit)
        if row is None:
            return None
        if place.is_bias:
            return right.bias(row).adjusted(-2.0, 1.5, -4.5, -1.0)
        left = self.layout.columns[place.layer]
        source = left.row(place.input)
        if source is None:
            return None
        start = QPointF(left.right, float(left.y[source]))
        at = start + (QPointF(right.left, float(right.y[row])) - start) * MARK_AT
        return QRectF(at.x() - MARK / 2, at.y() - MARK / 2, MARK, MARK)


def shown_biases(biases: Array, shown: Indices) -> Array:
    """The biases of the drawn neurons from -1 to 1, by the largest of the layer; of maxout's pieces the largest."""
    pieces = biases.reshape(-1, biases.shape[-1])
    values = np.take_along_axis(pieces, np.abs(pieces).argmax(0)[None], 0)[0]
    largest = largest_size(values)
    return np.nan_to_num(values[shown] / largest) if largest else np.zeros(len(shown))
