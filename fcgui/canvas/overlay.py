"""What is painted over the drawing for the moment: what the pointer is on, a gesture's ghost, a number being typed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fcgui.canvas.backdrop import dots
from fcgui.canvas.connections import Edges
from fcgui.canvas.gestures import Ghost
from fcgui.canvas.layout import Layout
from fcgui.canvas.lettering import Lettering
from fcgui.canvas.live import Live, plate_color
from fcgui.canvas.pointing import Hit, Part
from fcgui.canvas.tiles import CORNER
from fcgui.theme import HALF, RADIUS, TEXT_BODY, UNIT, Palette

FOCUS_RING = 2.0
DOT_STEP = 10.0  # between the neurons of a ghost
VALUE_HEIGHT = 18.0
TITLE_ROOM = 72.0  # what a layer's title needs in any language


class Overlay:
    """Paints over one layout."""

    def __init__(self, live: Live, palette: Palette) -> None:
        self.live, self.palette = live, palette
        self.layout: Layout = live.layout
        self.small, self.strong, self.bold = Lettering(), Lettering(TEXT_BODY, strong=True), Lettering(strong=True)

    def paint_hover(self, painter: QPainter, hit: Hit, *, hidden: bool, chosen: bool) -> None:
        """Mark what the pointer is on; ``hidden``: it belongs to a hidden layer, which has buttons and a grip.

        ``chosen``: that layer is selected.
        """
        if hit.layer is None:
            return
        if hit.part is Part.EDGE:
            self._paint_edge(painter, hit)
        if hit.part is Part.NEURON:
            self._paint_neuron(painter, hit)
        if hit.part is Part.BIAS:
            self._paint_bias(painter, hit)
        if hit.part is Part.INSERT:
            self._paint_button(painter, self.layout.insert_button(hit.layer), "+", strong=True)
        elif hidden and hit.part not in (Part.EDGE, Part.CAPTION):
            self._paint_tools(painter, hit, chosen=chosen)

    def paint_insert(self, painter: QPainter, index: int) -> None:
        """The quiet "+" between two layers while the pointer is there."""
        self._paint_button(painter, self.layout.insert_button(index), "+", strong=False)

    def paint_handle(self, painter: QPainter, column: int, *, strong: bool) -> None:
        """The grip below a layer."""
        rect = self.layout.handle(column)
        grip = QRectF(rect.center().x() - 9, rect.center().y() - 2, 18, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.ink if strong else self.palette.muted))
        painter.drawRoundedRect(grip, 2, 2)

    def _paint_tools(self, painter: QPainter, hit: Hit, *, chosen: bool) -> None:
        column = (hit.layer or 0) + 1
        header = self.layout.header(column)
        between = QRectF(header.fewer.topRight(), header.more.bottomLeft())
        if between.width() < TITLE_ROOM:  # the buttons would cut the title's letters: its number has room
            cover = QRectF(header.fewer.topLeft(), header.more.bottomRight())
            painter.fillRect(cover, QColor(plate_color(self.palette) if chosen else self.palette.ground))
            lettering, color = (self.bold, self.palette.accent) if chosen else (self.small, self.palette.muted)
            lettering.write(painter, between, (str(column),), color)
        self._paint_button(painter, header.fewer, "\u2212", strong=hit.part is Part.FEWER)
        self._paint_button(painter, header.more, "+", strong=hit.part is Part.MORE)
        self.paint_handle(painter, column, strong=hit.part is Part.HANDLE)
        if hit.part in (Part.UNITS, Part.ACTIVATION):
            painter.setPen(QPen(QColor(self.palette.muted), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(header.chip, HALF + 1, HALF + 1)

    def _paint_button(self, painter: QPainter, rect: QRectF, sign: str, *, strong: bool) -> None:
        palette = self.palette
        painter.setPen(QPen(QColor(palette.muted if strong else palette.line), 1))
        painter.setBrush(QColor(palette.raised if strong else palette.panel))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        self._paint_sign(painter, rect.center(), sign, palette.ink if strong else palette.muted)

    def _paint_sign(self, painter: QPainter, at: QPointF, sign: str, color: str) -> None:
        painter.setPen(QPen(QColor(color), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0))
        if sign == "+":
            painter.drawLine(at - QPointF(0, 3), at + QPointF(0, 3))

    def _paint_edge(self, painter: QPainter, hit: Hit) -> None:
        edges, matrix = self.live.edges[hit.layer or 0], self.live.matrices[hit.layer or 0]
        if matrix is not None:
            matrix.paint_frame(painter, matrix.place(hit.source, hit.neuron), self.palette.ink, self.palette)
            return
        pointed = (edges.sources == hit.source) & (edges.neurons == hit.neuron)
        self._paint_edges(painter, edges, pointed, self.palette.ink)

    def _paint_neuron(self, painter: QPainter, hit: Hit) -> None:
        """A ring around the neuron, and its drawn weights."""
        column = (hit.layer or 0) + 1
        for index, coming in ((column - 1, True), (column, False)):
            if 0 <= index < len(self.live.edges):
                edges = self.live.edges[index]
                found = (edges.neurons if coming else edges.sources) == hit.neuron
                self._paint_edges(painter, edges, found, self.palette.ground)
        if hit.neuron is not None:
            for matrix, source, unit in self.live.of_neuron(column, hit.neuron):
                matrix.paint_frame(painter, matrix.place(source, unit), self.palette.ink, self.palette)
        place = self.layout.columns[column]
        row = place.row(-1 if hit.neuron is None else hit.neuron)
        if row is None:
            return
        square = QRectF(place.x - place.radius, float(place.y[row]) - place.radius, 2 * place.radius, 2 * place.radius)
        painter.setPen(QPen(QColor(self.palette.ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, CORNER * square.width(), CORNER * square.width())

    def _paint_bias(self, painter: QPainter, hit: Hit) -> None:
        place = self.layout.columns[(hit.layer or 0) + 1]
        row = place.row(-1 if hit.neuron is None else hit.neuron)
        if row is not None:
            painter.setPen(QPen(QColor(self.palette.ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.bias(row).adjusted(-1.5, -1.5, 1.5, 1.5))

    def _paint_edges(self, painter: QPainter, edges: Edges, pointed: NDArray[np.bool_], halo: str) -> None:
        painter.save()
        painter.setClipRect(self.layout.body)
        edges.paint_pointed(painter, pointed, halo, self.palette)
        painter.restore()

    def value_box(self, at: QPointF, text: str) -> QRectF:
        """Where the value under the pointer stands: above it, at the side that has room."""
        width, size = self.small.width(text) + 2 * UNIT, self.layout.size
        left = at.x() + UNIT if at.x() + UNIT + width < size.width() else at.x() - UNIT - width
        return QRectF(left, max(at.y() - UNIT - VALUE_HEIGHT, HALF), width, VALUE_HEIGHT)

    def paint_value(self, painter: QPainter, at: QPointF, text: str) -> None:
        """The value of what is under the pointer, beside it."""
        box = self.value_box(at, text)
        painter.setPen(QPen(QColor(self.palette.muted), 1))
        painter.setBrush(QColor(self.palette.raised))
        painter.drawRoundedRect(box, HALF, HALF)
        self.small.write(painter, box, (text,), self.palette.ink)

    def paint_ghost(self, painter: QPainter, ghost: Ghost) -> None:
        """The layer to be, its number of neurons, and the place where it will stand."""
        if ghost.cuts:
            self._paint_cut(painter, ghost)
            return
        accent = QColor(self.palette.accent)
        if ghost.insertion is not None:
            self._paint_slot(painter, ghost.insertion)
        top, bottom = ghost.top + HALF, max(ghost.bottom - HALF, ghost.top + HALF)
        soft = QColor(self.palette.accent_soft)
        soft.setAlpha(225)
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(ghost.x - 10, top - 8, 20, bottom - top + 16), 10, 10)
        painter.setPen(QPen(accent, 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(dots(ghost.x, top, bottom, ghost.units, DOT_STEP))
        if ghost.words:
            self._paint_bubble(painter, QPointF(ghost.x, (top + bottom) / 2), ghost.words)

    def _paint_cut(self, painter: QPainter, ghost: Ghost) -> None:
        """The layer that goes, struck through."""
        danger = QColor(self.palette.danger)
        soft = QColor(danger)
        soft.setAlpha(40)
        rect = QRectF(ghost.x - 18, ghost.top - 4, 36, ghost.bottom - ghost.top + 8)
        painter.setPen(QPen(danger, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(soft)
        painter.drawRoundedRect(rect, UNIT, UNIT)
        self._paint_bubble(painter, rect.center(), ghost.words)

    def _paint_slot(self, painter: QPainter, insertion: int) -> None:
        left, right = self.layout.columns[insertion], self.layout.columns[insertion + 1]
        middle, body = (left.x + right.x) / 2, self.layout.body
        painter.setPen(QPen(QColor(self.palette.accent), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle, UNIT), QPointF(middle, body.bottom()))

    def _paint_bubble(self, painter: QPainter, at: QPointF, text: str) -> None:
        """Words on the accent beside the ghost, on the side that has room."""
        width = self.strong.width(text) + 2 * UNIT
        right = at.x() + 18 + width < self.layout.size.width()
        rect = QRectF(at.x() + 18 if right else at.x() - 18 - width, at.y() - 12, width, 24)
        rect.moveTop(min(max(rect.top(), HALF), self.layout.size.height() - 24 - HALF))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.accent))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        self.strong.write(painter, rect, (text,), self.palette.accent_ink)

    def paint_entry(self, painter: QPainter, column: int, digits: str, units: int) -> None:
        """The number that is being typed, in the place of the units; before the first digit they stand there marked."""
        rect = self.layout.header(column).units
        rect = QRectF(rect.center().x() - max(rect.width(), 40) / 2, rect.top(), max(rect.width(), 40), rect.height())
        painter.setPen(QPen(QColor(self.palette.accent), 1.5))
        painter.setBrush(QColor(self.palette.panel))
        painter.drawRoundedRect(rect, HALF, HALF)
        if not digits:
            marked = QRectF(0, 0, self.small.width(str(units)) + 4, rect.height() - HALF)
            marked.moveCenter(rect.center())
            painter.fillRect(marked, QColor(self.palette.accent))
            self.small.write(painter, rect, (str(units),), self.palette.accent_ink)
            return
        self.small.write(painter, rect, (digits,), self.palette.ink)
        x = rect.center().x() + self.small.width(digits) / 2 + 2
        painter.setPen(QPen(QColor(self.palette.ink), 1))
        painter.drawLine(QPointF(x, rect.top() + HALF), QPointF(x, rect.bottom() - HALF))


def paint_focus(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """The ring of the keyboard's focus."""
    half = FOCUS_RING / 2
    painter.setPen(QPen(QColor(palette.accent), FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS, RADIUS)
