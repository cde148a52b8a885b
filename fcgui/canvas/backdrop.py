"""The part of the drawing that stands still while the network learns, painted once into a pixmap."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from fcgui.canvas import notes, words
from fcgui.canvas.layout import Layout
from fcgui.canvas.lettering import LEFT, RIGHT, Lettering
from fcgui.canvas.live import Live, plate_color
from fcgui.canvas.network import INPUTS, Drawn
from fcgui.i18n.numbers import grouped
from fcgui.theme import GAP, HALF, TEXT_BODY, UNIT, Palette, diverging, mix, text_font

TITLE_GAP = 6.0  # between the titles of two columns
LEGEND_BAR = 44.0  # the scale of colours
SIGN_WIDTH = 12.0  # the minus and the plus at its ends
SAMPLES = (1.0, 1.7, 2.6)  # widths of edges in the legend


class Backdrop:
    """Paints plates, headers, names and captions of one state of the canvas."""

    def __init__(
        self, drawn: Drawn, live: Live, palette: Palette, selected: int | None, ranges: Collection[int] = ()
    ) -> None:
        self.drawn, self.live, self.palette, self.selected = drawn, live, palette, selected
        self.ranges = ranges  # the columns that show a range of their neurons
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
        if self.live.has_weights:
            self._paint_legend(painter)

    def _paint_plate(self, painter: QPainter, column: int) -> None:
        painter.setPen(QPen(QColor(self.palette.accent), 1.5))
        painter.setBrush(QColor(plate_color(self.palette)))
        painter.drawRoundedRect(self.layout.plate(column), UNIT, UNIT)

    def _paint_header(self, painter: QPainter, column: int) -> None:
        header, layer, palette = self.layout.header(column), column - 1, self.palette
        chosen = layer == self.selected
        title = self._title(layer)
        lettering = self.strong if chosen else self.small
        color = palette.accent if chosen else palette.muted
        lettering.write(painter, header.name.adjusted(1, 0, -1, 0), (title,), color)
        place = self.layout.columns[column]
        if place.hidden:
            note = notes.shown_note(place, is_range=column in self.ranges)
            self.small.write(painter, header.note.adjusted(2, 0, -2, 0), note, palette.muted)
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
        activation = words.activation_texts(self.drawn, layer)
        self.small.write(painter, header.activation.adjusted(2, 0, -2, 0), activation, palette.ink)

    def _title(self, layer: int) -> str:
        if self.drawn.is_hidden(layer) and not self._whole_titles:
            return str(layer + 1)
        return words.title(self.drawn, layer)

    def _captions(self, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is written below a connection, each row from its longest way to its shortest."""
        matrix, scale = f"W{index + 1}", ""
        if self.live.has_weights:
            scale = f"  \u00b1{self.live.scales[index]}"
        share = notes.captions(self.live.edges[index]) if self.drawn.output else words.invitation()
        picture = self.live.matrices[index]
        if picture is not None and self.live.has_weights:
            share = notes.picture_captions(self.live.edges[index], picture)
        size = words.matrix_size(self.drawn, index)
        return (f"{matrix}  {size}{scale}", f"{matrix}{scale}", matrix), share

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
            names = self.small.shortened([drawn.input_names[i] for i in column.shown], width)
            for y, name in zip(column.y, names, strict=True):
                rect = QRectF(column.x - column.radius - 6 - width, y - 8, width, 16)
                self.small.write(painter, rect, (name,), self.palette.ink, RIGHT)
        if layout.named[1]:
            column, width = layout.columns[-1], layout.margins[1] - GAP - layout.columns[-1].radius
            names = self.small.shortened([drawn.output_names[i] for i in column.shown], width)
            for y, name in zip(column.y, names, strict=True):
                rect = QRectF(column.right + 6, y - 8, width, 16)
                self.small.write(painter, rect, (name,), self.palette.ink, LEFT)
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        """What the colours, the widths, the pictures and the little squares say, as far as there is room."""
        row, x = QRectF(self.layout.legend), self.layout.legend.left()
        if self.live.switch is not None:
            self.live.switch.paint(painter, self.palette)
            row.setRight(self.live.switch.rect.left() - UNIT)
        long, middle, short = zip(notes.legend_weights(), notes.legend_map(), notes.legend_bias(), strict=True)
        texts = (long, middle, (middle[0], *short[1:]), short)
        icons = SIGN_WIDTH * 2 + LEGEND_BAR + 2 * UNIT + 11 + 12 + 5 * HALF + 2 * GAP
        fitting = [each for each in texts if icons + sum(map(self.small.width, each)) <= row.width()]
        for paint, text in zip((self._paint_scale, self._paint_map, self._paint_bias), (*fitting, texts[-1])[0],
                               strict=True):  # fmt: skip
            x = paint(painter, x, row.center().y())
            rect = QRectF(x, row.top(), row.right() - x, row.height())
            self.small.write(painter, rect, (text,), self.palette.muted, LEFT)
            x += self.small.width(text) + GAP

    def _paint_scale(self, painter: QPainter, x: float, y: float) -> float:
        """A bar from negative over zero to positive, and lines of three widths; where they end."""
        bar = QRectF(x + SIGN_WIDTH, y - 2.5, LEGEND_BAR, 5)
        gradient, colors = QLinearGradient(bar.topLeft(), bar.topRight()), diverging(self.palette)
        for stop in range(9):
            gradient.setColorAt(stop / 8, QColor(*colors[min(stop * 32, 255)].tolist()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 2, 2)
        for left, sign in ((bar.left() - SIGN_WIDTH, "\u2212"), (bar.right() + 1, "+")):
            self.small.write(painter, QRectF(left, y - 8, SIGN_WIDTH, 15), (sign,), self.palette.muted)
        left = bar.right() + SIGN_WIDTH + HALF
        for number, width in enumerate(SAMPLES):
            painter.setPen(QPen(QColor(self.palette.muted), width))
            top = y - 4 + 4 * number
            painter.drawLine(QPointF(left, top), QPointF(left + UNIT, top))
        return left + UNIT + HALF

    def _paint_map(self, painter: QPainter, x: float, y: float) -> float:
        square, colors = QRectF(x, y - 5.5, 11, 11), diverging(self.palette)
        gradient = QLinearGradient(square.bottomLeft(), square.topRight())
        for stop in range(5):
            gradient.setColorAt(stop / 4, QColor(*colors[min(24 + stop * 52, 255)].tolist()))
        self._paint_square(painter, square, QBrush(gradient), 2.5)
        return square.right() + HALF

    def _paint_bias(self, painter: QPainter, x: float, y: float) -> float:
        for number, color in enumerate((self.palette.negative, self.palette.positive)):
            square = QRectF(x + 7 * number, y - 2, 5, 5)
            self._paint_square(painter, square, QBrush(QColor(color)), 0)
        return x + 12 + HALF

    def _paint_square(self, painter: QPainter, square: QRectF, brush: QBrush, corner: float) -> None:
        painter.setPen(QPen(QColor(mix(self.palette.muted, self.palette.ground, 0.35)), 1))
        painter.setBrush(brush)
        painter.drawRoundedRect(square, corner, corner)


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
