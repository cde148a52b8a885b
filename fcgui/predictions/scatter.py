"""Predicted against true values: on the line the network is right."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fcgui.i18n.numbers import grouped
from fcgui.plots.drawing import Axes, layer_pixmap, paint_axes, paint_message, text_height, text_width
from fcgui.plots.picture import Picture
from fcgui.plots.scales import number
from fcgui.predictions.query import in_part
from fcgui.predictions.rows import Answers
from fcgui.theme import HALF, TEXT_SMALL, UNIT, Theme, text_font
from fcgui_core.preparation import TEST, VALIDATION

Array = NDArray[Any]

MOST_POINTS = 2_000  # more would only cover each other
REACH = 7.0  # pixels within which the pointer is on a point
ROOM = 0.05  # of the range, around the values


class TruthScatter(QWidget):
    """A point a row; a click on one selects its row."""

    row_clicked = Signal(int)
    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Array = np.zeros(0, dtype=np.int64)
        self._numbers: Array = self._rows  # what they are called
        self._truth = self._given = np.zeros(0)
        self._held_out: Array = np.zeros(0, dtype=np.bool_)
        self._span = (0.0, 1.0)
        self._marked: int | None = None
        self.axes: Axes | None = None  # None until it is drawn
        self._under: QPixmap | None = None
        self.picture = Picture(theme, self._paint, QSize(240, 220), self)
        self.picture.setAccessibleName(self.tr("Predicted against true values"))
        self.picture.setToolTip(self.tr("A point a row: on the line the prediction is right. Click one to select it."))
        self.picture.pointer_moved.connect(self._point)
        self.picture.pointer_left.connect(self._leave)
        self.picture.clicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        theme.changed.connect(self._new_theme)

    def show_answers(self, answers: Answers | None, part: int | None) -> None:
        """Show the rows of a part whose truth is known; of many rows a fixed sample."""
        if answers is None or answers.rows.truth is None or answers.rows.classes is not None:
            self._rows = np.zeros(0, dtype=np.int64)
            self.picture.update()
            return
        rows = np.flatnonzero(in_part(answers.rows, part) & np.isfinite(answers.rows.truth))
        if len(rows) > MOST_POINTS:
            rows = np.sort(np.random.default_rng(0).choice(rows, MOST_POINTS, replace=False))
        rows = rows[np.isfinite(answers.answers[rows])]
        called = answers.rows.table.rows
        self._numbers = (rows if called is None else called[rows]) + 1
        self._rows, self._truth, self._given = rows, answers.rows.truth[rows], answers.answers[rows]
        self._held_out = np.isin(answers.rows.parts[rows], (VALIDATION, TEST))
        self._fit_span()
        self.picture.update()

    def mark(self, row: int | None) -> None:
        """Ring the point of a row."""
        self._marked = row
        self.picture.update()

    def _fit_span(self) -> None:
        """One range for both axes; it changes only when a value leaves it or most of it is empty."""
        if not len(self._rows):
            return
        low = float(min(self._truth.min(), self._given.min()))
        high = float(max(self._truth.max(), self._given.max()))
        room = ROOM * (high - low) or 1.0
        wide = self._span[1] - self._span[0]
        if low < self._span[0] or high > self._span[1] or high - low < wide / 2:
            self._span = low - room, high + room
            self._under = None

    # ------------------------------------------------------------------ painting

    def _lay_out(self) -> Axes:
        size = self.picture.size()
        top, bottom = text_height() + HALF, 2 * text_height() + 2 * HALF
        axes = Axes(QRectF(0, top, 10, max(size.height() - top - bottom, 10.0)), self._span, self._span)
        left = max(map(text_width, axes.y_ticks()[1]), default=0.0) + 2 * UNIT
        rect = QRectF(left, top, max(size.width() - left - UNIT, 10.0), axes.rect.height())
        return Axes(rect, self._span, self._span)

    def _paint(self, painter: QPainter) -> None:
        palette = self._theme.palette
        if not len(self._rows):
            text = self.tr("Predicted against true values will be here, once rows with a truth are shown.")
            paint_message(painter, QRectF(self.picture.rect()), text, palette)
            return
        if self._under is None or self._under.deviceIndependentSize().toSize() != self.picture.size():
            self.axes = self._lay_out()
            self._under = self._draw_axes(self.axes)
        assert self.axes is not None
        painter.fillRect(self.axes.rect, QColor(palette.ground))
        painter.drawPixmap(0, 0, self._under)
        painter.setClipRect(self.axes.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        xs, ys = self.axes.px(self._truth), self.axes.py(self._given)
        for held_out in (False, True):  # the held-out ones on top
            color = QColor(palette.positive if held_out else palette.muted)
            color.setAlpha(190 if held_out else 110)
            painter.setPen(QPen(color, 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            chosen = self._held_out == held_out
            painter.drawPoints(list(map(QPointF, xs[chosen].tolist(), ys[chosen].tolist())))
        self._paint_mark(painter, xs, ys)
        painter.setClipping(False)

    def _paint_mark(self, painter: QPainter, xs: Array, ys: Array) -> None:
        at = np.flatnonzero(self._rows == (-1 if self._marked is None else self._marked))
        if len(at):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.palette.accent), 2))
            painter.drawEllipse(QPointF(float(xs[at[0]]), float(ys[at[0]])), 7, 7)

    def _draw_axes(self, axes: Axes) -> QPixmap:
        palette = self._theme.palette
        pixmap = layer_pixmap(self.picture)
        with QPainter(pixmap) as painter:
            paint_axes(painter, axes, palette)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(QColor(palette.ink), 1, Qt.PenStyle.DashLine))
            painter.drawLine(axes.rect.bottomLeft(), axes.rect.topRight())
            painter.setFont(text_font(TEXT_SMALL))
            painter.setPen(QColor(palette.muted))
            width = axes.rect.width()
            painter.drawText(QRectF(axes.rect.left(), 0, width, text_height()), 0, self.tr("predicted"))
            below = QRectF(axes.rect.left(), axes.rect.bottom() + text_height() + HALF, width, text_height())
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, self.tr("true"))
            painter.drawText(below, 0, self.tr("blue: held out, grey: training") if self._held_out.any() else "")
        return pixmap

    @Slot()
    def _new_theme(self) -> None:
        self._under = None
        self.picture.update()

    # ------------------------------------------------------------------ the pointer

    def _at(self, position: QPointF) -> int | None:
        if self.axes is None or not len(self._rows):
            return None
        distance = np.hypot(self.axes.px(self._truth) - position.x(), self.axes.py(self._given) - position.y())
        nearest = int(np.argmin(distance))
        return nearest if distance[nearest] <= REACH else None

    @Slot(QPointF)
    def _point(self, position: QPointF) -> None:
        at = self._at(position)
        if at is None:
            self.hovered.emit("")
            return
        words = self.tr("row {n}: predicted {given}, true {truth}")
        given, truth = number(float(self._given[at]), 4), number(float(self._truth[at]), 4)
        self.hovered.emit(words.format(n=grouped(int(self._numbers[at])), given=given, truth=truth))

    @Slot()
    def _leave(self) -> None:
        self.hovered.emit("")

    @Slot(QPointF)
    def _click(self, position: QPointF) -> None:
        at = self._at(position)
        if at is not None:
            self.row_clicked.emit(int(self._rows[at]))
