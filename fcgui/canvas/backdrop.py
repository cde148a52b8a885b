"""The part of the drawing that stands still while the network learns, painted once into a pixmap."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from fcgui.canvas import words
from fcgui.canvas.layout import Layout
from fcgui.canvas.lettering import LEFT, RIGHT, Lettering, flat
from fcgui.canvas.live import Live, plate_color
from fcgui.canvas.network import INPUTS, Drawn
from fcgui.i18n.numbers import grouped
from fcgui.theme import GAP, HALF, TEXT_BODY, UNIT, Palette, diverging, mix, text_font

TITLE_GAP = 6.0  # between the titles of two columns
LEGEND_BAR, SHORTEST_BAR = 34.0, 12.0  # the scale of colours
SIGN_WIDTH = 12.0  # the minus and the plus at its ends


class Backdrop:
    """Paints plates, headers, names and captions of one state of the canvas."""

    def __init__(self, drawn: Drawn, live: Live, palette: Palette, selected: int | None) -> None:
        self.drawn, self.live, self.palette, self.selected = drawn, live, palette, selected
        self.layout: Layout = live.layout
        self.small, self.strong = Lettering(), Lettering(strong=True)
        # All titles are whole or all are numbers, whatever is selected: a row of both reads as a fault.
        titles = [words.title(drawn, layer) for layer in range(drawn.output)]
        self._whole_titles = self.strong.widest(titles) <= self.layout.pitch - TITLE_GAP

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selected is not None:
            self._paint_plate(painter, self.selected + 1)
        for column in range(len(self.layout.columns)):
            self._paint_header(painter, column)
        for index in range(len(self.layout.columns) - 1):
            self._paint_captions(painter, index)
        self._paint_names(painter)
        if self.live.has_weights and self.layout.scroll[0] < 1:  # else captions stand there
            self._paint_legend(painter)

    def _paint_plate(self, painter: QPainter, column: int) -> None:
        painter.setPen(QPen(QColor(self.palette.accent), 1.5))
        painter.setBrush(QColor(plate_color(self.palette)))
        painter.drawRoundedRect(self.layout.plate(column), UNIT, UNIT)

    def _paint_header(self, painter: QPainter, column: int) -> None:
        header, layer, palette = self.layout.header(column), column - 1, self.palette
        chosen = layer == self.selected
        title = words.title(self.drawn, layer)
        if self.drawn.is_hidden(layer) and not self._whole_titles:
            title = str(layer + 1)
        lettering = self.strong if chosen else self.small
        color = palette.accent if chosen else palette.muted
        lettering.write(painter, header.name.adjusted(1, 0, -1, 0), (title,), color)
        units = grouped(self.drawn.units(layer))
        if layer == INPUTS:
            whole = header.units if self.layout.compact else header.chip
            self.small.write(painter, whole, (units,), palette.ink)
            return
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.panel if palette.dark else palette.ground))
        painter.drawRoundedRect(header.chip, HALF + 1, HALF + 1)
        painter.setPen(QPen(QColor(palette.line), 1))
        if self.layout.compact:
            painter.drawLine(header.activation.topLeft(), header.activation.topRight())
        else:
            painter.drawLine(header.units.topRight(), header.units.bottomRight())
        self.strong.write(painter, header.units.adjusted(2, 0, -2, 0), (units,), palette.ink)
        activation = words.activation_label(self.drawn, layer)
        self.small.write(painter, header.activation.adjusted(2, 0, -2, 0), (activation,), palette.ink)

    def _captions(self, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is written below a connection, each row from its longest way to its shortest."""
        matrix = f"W{index + 1}"
        share = words.captions(self.live.edges[index]) if self.drawn.output else words.invitation()
        return (f"{matrix}  {words.matrix_size(self.drawn, index)}", matrix), share

    def _paint_captions(self, painter: QPainter, index: int) -> None:
        first, second = self.layout.captions(index)
        matrix, captions = self._captions(index)
        self.small.write(painter, first, matrix, self.palette.muted)
        color = mix(self.palette.muted, self.palette.ground, 0.2)
        self.small.write(painter, second, captions, color)

    def _paint_names(self, painter: QPainter) -> None:
        layout, drawn = self.layout, self.drawn
        painter.save()
        painter.setClipRect(layout.body)
        if layout.named[0]:
            column, width = layout.columns[0], layout.margins[0] - GAP - layout.columns[0].radius
            for y, name in zip(column.y, [drawn.input_names[i] for i in column.shown], strict=True):
                rect = QRectF(column.x - column.radius - 6 - width, y - 8, width, 16)
                self.small.write(painter, rect, (flat(name),), self.palette.ink, RIGHT)
        if layout.named[1]:
            column, width = layout.columns[-1], layout.margins[1] - GAP - layout.columns[-1].radius
            for y, name in zip(column.y, [drawn.output_names[i] for i in column.shown], strict=True):
                rect = QRectF(column.x + column.radius + 6, y - 8, width, 16)
                self.small.write(painter, rect, (flat(name),), self.palette.ink, LEFT)
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        """The scale of colours: a bar from negative over zero to positive, in the room left of the first caption."""
        row = self.layout.captions(0)[0]
        top, written = row.top(), self.small.width(self.small.fitting(self._captions(0)[0], row.width()))
        room = row.center().x() - written / 2 - HALF - (UNIT + 10) - SIGN_WIDTH
        if room < SHORTEST_BAR:
            return
        bar = QRectF(UNIT + 10, top + 5, min(LEGEND_BAR, room), 5)
        gradient, colors = QLinearGradient(bar.topLeft(), bar.topRight()), diverging(self.palette)
        for stop in range(9):
            gradient.setColorAt(stop / 8, QColor(*colors[min(stop * 32, 255)].tolist()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 2, 2)
        for x, sign in ((bar.left() - SIGN_WIDTH, "\u2212"), (bar.right() + 1, "+")):
            self.small.write(painter, QRectF(x, top, SIGN_WIDTH, 14), (sign,), self.palette.muted)


def paint_empty(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """What will be here, while there is no table."""
    text = QCoreApplication.translate(
        "Canvas",
        "The network is drawn here.\nChoose a table in Data or open one: its columns become the inputs, "
        "and you draw the layers between them and the output with the mouse.",
    )
    painter.setFont(text_font(TEXT_BODY))
    painter.setPen(QColor(palette.muted))
    room = rect.adjusted(0.15 * rect.width(), 0, -0.15 * rect.width(), 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)


def dots(x: float, top: float, bottom: float, count: int, step: float) -> list[QPointF]:
    """Centres of up to ``count`` neurons that stand for a layer between two heights."""
    rows = max(min(count, int((bottom - top) / step) + 1), 1)
    if rows == 1:
        return [QPointF(x, (top + bottom) / 2)]
    return [QPointF(x, top + (bottom - top) * row / (rows - 1)) for row in range(rows)]
