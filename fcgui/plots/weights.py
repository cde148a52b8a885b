"""Every layer's weights as a picture: rows are inputs, columns neurons, the bias a row below."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fcgui.plots.colors import diverging_table, paint_color_bar
from fcgui.plots.drawing import layer_pixmap, paint_message, text_height, text_width
from fcgui.plots.picture import Picture
from fcgui.plots.plot import Plot
from fcgui.plots.scales import DoublingLimit
from fcgui.plots.weight_pictures import Panel, arrange, color_indices, strongest
from fcgui.plots.weight_words import Cell, pieces_of, weight_words
from fcgui.theme import HALF, TEXT_SMALL, UNIT, Palette, Theme, text_font

Array = NDArray[Any]

INSET = 4  # pixels around all pictures
LONGEST_ENDS = ("0.125", "0.031", "3e-38", "3e38")  # of a colour scale, as `scale_end` writes them
BAR_WIDTH = 88  # the column of the colour bar and its switch


class WeightsView(Plot):
    """A picture of each layer's W and b, a colour bar, and the value under the pointer in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._weights: list[Array] = []
        self._biases: list[Array] = []
        self._panels: list[Panel] = []
        self._planned: tuple[object, ...] = ()
        self._pictures: list[tuple[QRectF, QImage, Array]] = []
        self._labels: QPixmap | None = None
        self._limits: list[DoublingLimit] = []
        self._shared = DoublingLimit()
        self._run: tuple[object, ...] = ()
        self.picture = Picture(theme, self._paint, QSize(560, 140))
        self.picture.setMinimumSize(1, 1)
        self.picture.setAccessibleName(self.tr("Weights of every layer"))
        self.picture.setToolTip(
            self.tr("Rows are a layer's inputs, columns its neurons; the row below, set apart, is the bias.")
        )
        self.one_scale = QCheckBox(self.tr("one scale"))
        self.one_scale.setAccessibleName(self.tr("One colour scale for all layers"))
        self.one_scale.setToolTip(
            self.tr("Compare layers on one colour scale; otherwise each has its own, written beside its name.")
        )
        self.bar = Picture(theme, self._paint_bar, QSize(BAR_WIDTH, 96))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setAccessibleName(self.tr("Colour scale of the weights"))
        self._lay_out()
        self.one_scale.toggled.connect(self._rescale)
        self.picture.pointer_moved.connect(self._point)
        self.picture.pointer_left.connect(self._leave)

    def _lay_out(self) -> None:
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidget(self.picture)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.viewport().setAutoFillBackground(False)
        side = QVBoxLayout()
        side.setSpacing(HALF)
        side.addWidget(self.one_scale)
        side.addWidget(self.bar, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.scroll_area, 1)
        row.addLayout(side)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setMaximumHeight(140)
        side.addStretch(0)

    # -- what is shown ---

    def take_data(self) -> None:
        """Names of the inputs and of the outputs belong to the table; the pictures do not change."""
        self._labels = None
        self.picture.update()

    def take_snapshot(self) -> None:
        """Colour the pictures by the snapshot's weights."""
        shot = self.snapshot
        self._weights, self._biases = ([], []) if shot is None else (shot.weights, shot.biases)
        self._start_run()
        self._plan()
        self._color()
        self.picture.update()
        if self.picture.pointer is not None:
            self._point(self.picture.pointer)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._plan()
            self._color()

    def _start_run(self) -> None:
        """Another run or another network begins with scales of its own."""
        shot = self.snapshot
        run: tuple[object, ...] = () if shot is None else (shot.run_id, shot.spec)
        if run == self._run:
            return
        self._run = run
        self._shared.reset()
        self._limits = [DoublingLimit() for _ in self._weights]

    def _plan(self) -> None:
        """Find a place for each picture, when the network or the size changed."""
        shapes = [w.shape for w in self._weights]
        ratio = self.devicePixelRatioF()
        view = self.scroll_area.maximumViewportSize()
        plan = (tuple(shapes), view.width(), view.height(), ratio)
        if plan == self._planned:
            return
        self._planned = plan
        width, height = int((view.width() - 2 * INSET) * ratio), int((view.height() - 2 * INSET) * ratio)
        titles = self._title_widths(shapes)
        self._panels, wide, high = arrange(shapes, titles, width, height, ratio)
        across, down = view.width(), view.height()
        bar = self.scroll_area.verticalScrollBar().sizeHint().width()
        if high > height and wide <= width:  # the bar that scrolls down takes some of the width, but needs no other bar
            across -= bar
            self._panels, wide, high = arrange(shapes, titles, width - round(bar * ratio), height, ratio)
        elif wide > width and high <= height:
            down -= bar
            self._panels, wide, high = arrange(shapes, titles, width, height - round(bar * ratio), ratio)
        self.picture.resize(
            max(math.ceil(wide / ratio) + 2 * INSET, across), max(math.ceil(high / ratio) + 2 * INSET, down)
        )
        self._labels = None

    def _color(self) -> None:
        if self._update_limits():
            self._labels = None
            self.bar.update()
        self._pictures = []
        table = _color_table(self.theme.palette)
        for panel in self._panels:
            limit = self.limit(panel.layer)
            weights, bias = self._weights[panel.layer], self._biases[panel.layer]
            for piece, (w, b) in enumerate(zip(pieces_of(weights), pieces_of(bias), strict=True)):
                images = (
                    (panel.y, panel.down.length, strongest(w, panel.down.block, panel.across.block)),
                    (panel.bias_y, panel.bias, strongest(b, 1, panel.across.block)),
                )
                for y, height, values in images:
                    place = self._logical(panel.x[piece], y, panel.across.length, height)
                    indices = color_indices(values, limit)
                    self._pictures.append((place, _image(indices, table), indices))

    def _update_limits(self) -> bool:
        """Make room in the colour scales; returns whether one changed."""
        largest = []
        if self._weights:
            parts = zip(self._weights, self._biases, strict=True)
            largest = [max(float(w.max()), -float(w.min()), float(b.max()), -float(b.min())) for w, b in parts]
        changed = [limit.update(value) for limit, value in zip(self._limits, largest, strict=False)]
        return self._shared.update(max(largest, default=0.0)) | any(changed)

    @property
    def places(self) -> list[QRectF]:
        """Where each matrix and each row of biases lies in the picture."""
        return [place for place, _, _ in self._pictures]

    def limit(self, layer: int) -> float:
        """The weight that has the strongest colour in a layer's pictures."""
        return self._shared.value if self.one_scale.isChecked() else self._limits[layer].value

    def _rescale(self) -> None:
        self._labels = None
        self._color()
        self.picture.update()
        self.bar.update()

    # -- painting ---

    def _logical(self, x: float, y: float, width: float, height: float) -> QRectF:
        ratio = self.devicePixelRatioF()
        return QRectF(x / ratio, y / ratio, width / ratio, height / ratio).translated(INSET, INSET)

    def _paint(self, painter: QPainter) -> None:
        if not self._pictures:
            text = self.tr("Every layer's weights will be here as a picture. Open a table to see them.")
            paint_message(painter, QRectF(self.picture.rect()), text, self.theme.palette)
            return
        if self._labels is None or self._labels.deviceIndependentSize().toSize() != self.picture.size():
            self._labels = layer_pixmap(self.picture)
            self._draw_labels(self._labels)
        painter.drawPixmap(0, 0, self._labels)
        for place, image, _ in self._pictures:
            painter.drawImage(place, image)
        self._paint_cell(painter)

    def _draw_labels(self, layer: QPixmap) -> None:
        palette = self.theme.palette
        with QPainter(layer) as painter:
            for panel in self._panels:
                box = self._logical(panel.left, panel.top, panel.width, panel.title)
                name, size, limit = self._title(panel.layer)
                painter.setFont(text_font(TEXT_SMALL, strong=True))
                painter.setPen(QColor(palette.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
                painter.setFont(text_font(TEXT_SMALL))
                painter.setPen(QColor(palette.muted))
                for text, before in ((size, name), (limit, size)):
                    box.setLeft(box.left() + text_width(before) + UNIT)
                    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
                painter.setPen(QPen(QColor(palette.line), 1))
                for x in panel.x:
                    for y, height in ((panel.y, panel.down.length), (panel.bias_y, panel.bias)):
                        frame = self._logical(x, y, panel.across.length, height)
                        painter.drawRect(frame.adjusted(-1, -1, 0, 0))

    def _title(self, layer: int) -> tuple[str, str, str]:
        """A layer's name, its size and the end of its colour scale."""
        size = " \N{MULTIPLICATION SIGN} ".join(str(n) for n in self._weights[layer].shape)
        largest = self.limit(layer)
        limit = "" if self.one_scale.isChecked() else f"\N{PLUS-MINUS SIGN}{scale_end(largest)}"
        return f"W{layer + 1}", size, limit

    def _title_widths(self, shapes: list[tuple[int, ...]]) -> list[float]:
        """Room for each title, with the longest usual end of a scale: places must not depend on values."""
        limit = max(text_width(f"\N{PLUS-MINUS SIGN}{text}") for text in LONGEST_ENDS)
        return [sum(text_width(text) + UNIT for text in self._title(layer)[:2]) + limit for layer in range(len(shapes))]

    def _paint_bar(self, painter: QPainter) -> None:
        if not self._pictures:
            return
        palette = self.theme.palette
        half = text_height() / 2
        box = QRectF(UNIT, half, 12, min(self.bar.height() - 2 * half - 1, 110))
        paint_color_bar(painter, box, palette)
        painter.setFont(text_font(TEXT_SMALL))
        painter.setPen(QColor(palette.muted))
        limit = scale_end(self._shared.value) if self.one_scale.isChecked() else self.tr("max")
        for y, text in ((box.top(), f"+{limit}"), (box.center().y(), "0"), (box.bottom(), f"-{limit}")):
            row = QRectF(box.right() + UNIT, y - half, BAR_WIDTH, 2 * half)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, text)

    # -- the pointer ---

    def cell_at(self, position: QPointF) -> Cell | None:
        """The weight or bias under a place of the picture."""
        ratio = self.devicePixelRatioF()
        x, y = (position.x() - INSET) * ratio, (position.y() - INSET) * ratio
        for panel in self._panels:
            for piece, left in enumerate(panel.x):
                if not left <= x < left + panel.across.length:
                    continue
                columns = panel.across.cells(x - left)
                if panel.y <= y < panel.y + panel.down.length:
                    return Cell(panel.layer, piece, False, *panel.down.cells(y - panel.y), *columns)
                if panel.bias_y <= y < panel.bias_y + panel.bias:
                    return Cell(panel.layer, piece, True, 0, 1, *columns)
        return None

    def _paint_cell(self, painter: QPainter) -> None:
        cell = None if self.picture.pointer is None else self.cell_at(self.picture.pointer)
        if cell is None:
            return
        panel = next(p for p in self._panels if p.layer == cell.layer)
        x, width = panel.x[cell.piece] + panel.across.place(cell.column), panel.across.zoom
        y, height = panel.y + panel.down.place(cell.row), panel.down.zoom
        if cell.bias:
            y, height = panel.bias_y, panel.bias
        frame = self._logical(x, y, width, height)
        grow = max(0.0, (5 - frame.width()) / 2), max(0.0, (5 - frame.height()) / 2)
        frame.adjust(-grow[0] - 1, -grow[1] - 1, grow[0], grow[1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.palette.ground), 3))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor(self.theme.palette.ink), 1))
        painter.drawRect(frame)

    def _point(self, position: QPointF) -> None:
        cell = self.cell_at(position)
        words = "" if cell is None else weight_words(cell, self._weights, self._biases, self.prepared)
        self.hovered.emit(words)
        self.picture.update()

    def _leave(self) -> None:
        self.hovered.emit("")
        self.picture.update()


@lru_cache(maxsize=4)
def _color_table(palette: Palette) -> list[int]:
    return list(diverging_table(palette).tolist())


def _image(indices: NDArray[np.uint8], table: list[int]) -> QImage:
    """An image of 256 colours that shares the memory of ``indices``, which must live as long as it."""
    height, width = indices.shape
    image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    return image


def scale_end(size: float) -> str:
    """The end of a colour scale in at most five characters for float32: 0.125, 0.031, 12.5, 3e5, 8e-3."""
    if size >= 1e3 or 0 < size < 1e-2:
        digits, exponent = f"{size:.0e}".split("e")
        return f"{digits}e{int(exponent)}"
    return f"{size:.2g}" if size < 0.1 else f"{size:.3g}"
