"""Loss and accuracy (or R squared) over the epochs, for training, validation and test rows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fcgui.i18n.numbers import grouped
from fcgui.plots.drawing import (
    Axes,
    EndName,
    layer_pixmap,
    paint_axes,
    paint_end_names,
    paint_message,
    text_height,
    text_width,
)
from fcgui.plots.growing import GrowingCurves, Series
from fcgui.plots.picture import Picture
from fcgui.plots.plot import Plot
from fcgui.plots.scales import Span, doubled, number
from fcgui.theme import HALF, TEXT_SMALL, UNIT, Palette, Theme, text_font

Array = NDArray[np.float64]

# Pixels around the curves: labels of ticks, names of the curves, "epoch".
LEFT, RIGHT, TOP, BOTTOM = 44, 40, 8, 20
SMOOTHING, SMOOTHED_POINTS = 0.9, 60  # the points before count 0.9, 0.81, ... as much
FIRST_EPOCHS = 10.0  # the axis starts with ten epochs and doubles


class LossPlot(Plot):
    """Loss of training, validation and test rows over the epochs; toggles for a log axis and for the score."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._frame: QPixmap | None = None
        self._framed: tuple[object, ...] = ()
        self.curves: list[Series] = []
        self._left = float(LEFT)  # pixels for the labels of the loss: large ones need more
        self.axes: Axes | None = None  # where the curves lie; None until they are drawn
        self._shown: tuple[object, ...] | None = None
        self.quantity = QLabel()
        self.quantity.setTextFormat(Qt.TextFormat.PlainText)
        self.log_scale = QCheckBox(self.tr("log scale"))
        self.log_scale.setAccessibleName(self.tr("Logarithmic loss axis"))
        self.log_scale.setToolTip(
            self.tr("Show the loss on a logarithmic axis, so that small losses can be told apart.")
        )
        self.score = QCheckBox()
        self.score.setToolTip(self.tr("Show how good the answers are instead of the loss."))
        self.tools = QWidget(self)  # stands beside the title of the card
        self.smooth = QCheckBox(self.tr("smooth"))
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, UNIT, 0)
        tools.addWidget(self.smooth)
        self.smooth.setAccessibleName(self.tr("Smooth curves"))
        self.smooth.setToolTip(
            self.tr("Draw each curve as the mean of its last points, so that a trend shows through the noise.")
        )
        self.picture = Picture(theme, self._paint, QSize(300, 190))
        self.picture.setAccessibleName(self.tr("Loss over the epochs"))
        self._growing = GrowingCurves(self.picture)
        self._lay_out()
        self._name_score()
        self.log_scale.toggled.connect(self._redraw)
        self.score.toggled.connect(self._redraw)
        self.smooth.toggled.connect(self._redraw)
        self.picture.pointer_moved.connect(self._point)
        self.picture.pointer_left.connect(self._leave)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(UNIT, 0, UNIT, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.quantity)
        row.addStretch(1)
        row.addWidget(self.log_scale)
        row.addWidget(self.score)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(row)
        column.addWidget(self.picture, 1)

    # -- what is shown ---

    def take_snapshot(self) -> None:
        """Draw the curves of the snapshot's history."""
        self._name_score()
        if self._shows() != self._shown:
            self._shown = self._shows()
            self.axes = None
            self.picture.update()
        if self.picture.pointer is not None:
            self._point(self.picture.pointer)

    def _shows(self) -> tuple[object, ...]:
        """What the curves depend on: between two epochs there is nothing new to draw."""
        shot, epochs = self.snapshot, self.epochs
        if shot is None or not len(epochs):
            return ()
        last = [_floats(values)[-1:].tolist() for values in (shot.history.train_loss, shot.history.test_loss)]
        return shot.run_id, shot.status, shot.best_epoch, len(epochs), float(epochs[-1]), *last

    def take_theme(self) -> None:
        """The cached curves are in the old colours."""
        self.axes = None

    def _redraw(self) -> None:
        self._name_score()
        self.axes = None
        self.picture.update()

    def _name_score(self) -> None:
        name = self._score_name()
        if self.score.text() != name:
            self.score.setText(name)
            self.score.setAccessibleName(self.tr("Show {score} instead of the loss").format(score=name))
        self.quantity.setText(name if self.score.isChecked() else self.tr("loss"))
        self.log_scale.setEnabled(not self.score.isChecked())

    def _score_name(self) -> str:
        regression = self.prepared is not None and self.prepared.task == "regression"
        if self.snapshot is not None:
            regression = self.snapshot.train.score_name == "r2"
        return "R\N{SUPERSCRIPT TWO}" if regression else self.tr("accuracy")

    @property
    def epochs(self) -> Array:
        """(k,) the epochs of the points of every curve."""
        if self.snapshot is None:
            return np.zeros(0)
        return np.asarray(self.snapshot.history.epoch, dtype=np.float64)

    def _parts(self, score: bool) -> list[tuple[str, Array]]:
        """The name of each part of the rows that there is, and its loss or score (epochs,)."""
        assert self.snapshot is not None
        history = self.snapshot.history
        parts = (
            (self.tr("train"), history.train_score if score else history.train_loss),
            (self.tr("validation"), history.validation_score if score else history.validation_loss),
            (self.tr("test"), history.test_score if score else history.test_loss),
        )
        numbers = [(name, _floats(values)) for name, values in parts]
        return [(name, smoothed(values)) for name, values in numbers] if self.smooth.isChecked() else numbers

    def _series(self) -> list[Series]:
        parts, looks = self._parts(self.score.isChecked()), _looks(self.theme.palette)
        return [
            Series(name, values, *look)
            for at, ((name, values), look) in enumerate(zip(parts, looks, strict=True))
            if at == 0 or np.isfinite(values).any()
        ]

    def _spans(self, epochs: Array, series: list[Series]) -> tuple[Span, Span, bool]:
        """Ranges that jump seldom: their ends are powers of two times a start."""
        values = np.concatenate([s.values for s in series])
        values = values[np.isfinite(values)]
        x = (0.0, doubled(float(epochs[-1]), FIRST_EPOCHS))
        if self.score.isChecked():
            lowest = float(values.min(initial=0.0))
            return x, (0.0 if lowest >= 0 else -doubled(-lowest, 0.25), 1.0), False
        if self.log_scale.isChecked() and (values > 0).any():
            values = values[values > 0]
            low = 2.0 ** math.floor(math.log2(float(values.min())))
            return x, (low, max(2.0 ** math.ceil(math.log2(float(values.max()))), 2 * low)), True
        return x, (0.0, doubled(float(values.max(initial=0.0)), 2.0**-20)), False

    # -- painting ---

    def _paint(self, painter: QPainter) -> None:
        if not len(self.epochs):
            text = self.tr("The loss of the training and test rows will be drawn here. Press Train to begin.")
            paint_message(painter, QRectF(self.picture.rect()), text, self.theme.palette)
            return
        if self.axes is None or self.axes.rect != self._plot_rect():
            self.axes = self._lay_out_curves()
        self._draw_frame(self.axes)
        assert self._frame is not None
        painter.drawPixmap(0, 0, self._frame)
        assert self.snapshot is not None
        # Smoothed points are others when the history is thinned out.
        spacing = float(self.epochs[1] - self.epochs[0]) if self.smooth.isChecked() and len(self.epochs) > 1 else 0.0
        key = (self.snapshot.run_id, self.score.isChecked(), spacing, self.theme.palette)
        self._growing.paint(painter, key, self.axes, self.epochs, self.curves)
        self._draw_names(painter, self.axes)
        self._draw_event(painter, self.axes)
        self._paint_readout(painter)

    def _plot_rect(self) -> QRectF:
        right = max((text_width(one.name) + UNIT for one in self.curves), default=0.0)  # their names stand there
        width = self.picture.width() - self._left - max(RIGHT, right)
        return QRectF(self._left, TOP, max(width, 10.0), max(self.picture.height() - TOP - BOTTOM, 10.0))

    def _lay_out_curves(self) -> Axes:
        """Ranges for the curves of the snapshot."""
        epochs, series = self.epochs, self._series()
        x, y, log = self._spans(epochs, series)
        self.curves = series
        self._left = LEFT
        axes = Axes(self._plot_rect(), x, y, log)
        self._left = max(LEFT, max(map(text_width, axes.y_ticks()[1]), default=0.0) + UNIT)
        return replace(axes, rect=self._plot_rect())

    def _draw_frame(self, axes: Axes) -> None:
        """Axes and their texts, drawn anew only when a range has doubled or the size or colours change."""
        palette, size = self.theme.palette, self.picture.size()
        drawn = (axes, size, palette, self.picture.devicePixelRatioF())
        if drawn == self._framed:
            return
        self._frame, self._framed = layer_pixmap(self.picture), drawn
        with QPainter(self._frame) as painter:
            painter.fillRect(axes.rect, QColor(palette.ground))
            title = self.tr("epoch")
            left = size.width() - HALF - text_width(title)
            paint_axes(painter, axes, palette, until=left)
            painter.setPen(QColor(palette.muted))
            row = QRectF(left, axes.rect.bottom() + HALF, text_width(title) + 2, text_height())
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft, title)

    def _draw_names(self, painter: QPainter, axes: Axes) -> None:
        """Each curve's name at its end; two that would overlap are moved apart."""
        ends: list[EndName] = []
        epochs = self.epochs
        for one in self.curves:
            last = np.flatnonzero(np.isfinite(one.values) & ((one.values > 0) if axes.log_y else True))
            if len(last):
                x, y = float(axes.px(epochs[last[-1]])), float(axes.py(one.values[last[-1]]))
                ends.append(EndName(x, min(max(y, axes.rect.top()), axes.rect.bottom()), one.name, one.color))
        paint_end_names(painter, axes.rect, ends)

    def _draw_event(self, painter: QPainter, axes: Axes) -> None:
        """A line where training diverged, or at the best epoch when it stopped early."""
        assert self.snapshot is not None
        palette = self.theme.palette
        if self.snapshot.status not in ("diverged", "stopped early"):
            return
        epochs = self.epochs
        traces = _traces(axes, epochs, self.curves)
        if self.snapshot.status == "diverged":
            x = float(axes.px(min(float(self.snapshot.epoch), axes.x[1])))
            self._draw_mark(painter, axes, traces, x, self.tr("diverged"), palette.danger)
        elif self.snapshot.best_epoch is not None:
            best = float(self.snapshot.best_epoch)
            text = self.tr("best epoch {n}").format(n=grouped(best))
            self._draw_mark(painter, axes, traces, float(axes.px(best)), text, palette.good)

    def _draw_mark(self, painter: QPainter, axes: Axes, traces: Array, x: float, text: str, color: str) -> None:
        """A dotted line at ``x``, its text where it hides least of the curves (``traces``, (n, 2))."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(color), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))
        width, height = text_width(text) + UNIT, text_height()
        left = x - HALF - width if x - HALF - width > axes.rect.left() else x + HALF
        near = traces[(traces[:, 0] > left - RIGHT) & (traces[:, 0] < left + width), 1]
        heights = np.linspace(axes.rect.top() + height, axes.rect.bottom() - height, 7)
        clear = [float(np.abs(near - y).min(initial=axes.rect.height())) for y in heights]
        y = float(heights[int(np.argmax(clear))])
        painter.setPen(QColor(color))
        painter.setFont(text_font(TEXT_SMALL))
        chip = QRectF(left, y - height / 2, width, height)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    # -- the pointer ---

    def _nearest(self, position: QPointF) -> int | None:
        """Number of the recorded epoch under the pointer."""
        epochs = self.epochs
        if not len(epochs):
            return None
        if self.axes is None:
            self.axes = self._lay_out_curves()
        if not self.axes.rect.adjusted(-UNIT, -UNIT, UNIT, UNIT).contains(position):
            return None
        epoch = self.axes.data(position)[0]
        after = int(np.clip(np.searchsorted(epochs, epoch), 1, max(len(epochs) - 1, 1)))
        before = after - 1
        return before if after >= len(epochs) or epoch - epochs[before] <= epochs[after] - epoch else after

    def _point(self, position: QPointF) -> None:
        index = self._nearest(position)
        self.hovered.emit("" if index is None else self._words(index))
        self.picture.update()

    def _leave(self) -> None:
        self.hovered.emit("")
        self.picture.update()

    def _words(self, index: int) -> str:
        assert self.snapshot is not None
        told = []
        for name, score in ((self.tr("loss"), False), (self._score_name(), True)):
            values = [
                f"{part} {number(values[index], 4)}"
                for part, values in self._parts(score)
                if index < len(values) and math.isfinite(values[index])
            ]
            told.append(self.tr("{quantity}: {values}").format(quantity=name, values=", ".join(values)))
        return self.tr("Epoch {n}: {values}").format(n=grouped(self.epochs[index]), values="; ".join(told))

    def _paint_readout(self, painter: QPainter) -> None:
        """A crosshair on the nearest recorded epoch, with its numbers beside it."""
        position, axes = self.picture.pointer, self.axes
        index = None if position is None else self._nearest(position)
        if index is None or axes is None:
            return
        palette, epoch = self.theme.palette, float(self.epochs[index])
        x = float(axes.px(epoch))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(palette.muted), 1))
        painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        lines = [(self.tr("epoch {n}").format(n=grouped(epoch)), palette.ink)]
        for one in self.curves:
            value = float(one.values[index])
            lines.append((f"{one.name} {number(value, 4)}", one.color))
            if math.isfinite(value) and (value > 0 or not axes.log_y):
                painter.setPen(QPen(QColor(palette.ground), 1))
                painter.setBrush(QColor(one.color))
                painter.drawEllipse(QPointF(x, float(axes.py(value))), 3.5, 3.5)
        self._paint_box(painter, axes, x, lines)

    def _paint_box(self, painter: QPainter, axes: Axes, x: float, lines: list[tuple[str, str]]) -> None:
        palette, height = self.theme.palette, text_height()
        width = max(text_width(text) for text, _ in lines) + 2 * UNIT
        left = x + UNIT if x + UNIT + width <= axes.rect.right() else x - UNIT - width
        box = QRectF(max(left, axes.rect.left()), axes.rect.top() + HALF, width, height * len(lines) + UNIT)
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(text_font(TEXT_SMALL))
        for row, (text, color) in enumerate(lines):
            painter.setPen(QColor(color))
            at = QRectF(box.left() + UNIT, box.top() + HALF + row * height, width, height)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def smoothed(values: Array) -> Array:
    """Return (n,) an exponential mean of ``values`` (n,) and those before: each point back counts 0.9 times as much.

    What is not finite stays so, and does not count.
    """
    if not len(values):
        return values
    kernel = SMOOTHING ** np.arange(SMOOTHED_POINTS)
    finite = np.isfinite(values)
    sums = np.convolve(np.where(finite, values, 0.0), kernel)[: len(values)]
    counts = np.convolve(finite.astype(np.float64), kernel)[: len(values)]
    return np.where(finite, sums / np.maximum(counts, 1e-12), values)


def _floats(values: Any) -> Array:
    return np.zeros(0) if values is None else np.asarray(values, dtype=np.float64)


def _traces(axes: Axes, epochs: Array, series: list[Series]) -> Array:
    """All points of the curves in pixels, (n, 2)."""
    pairs = []
    for one in series:
        shown = np.isfinite(one.values) & ((one.values > 0) if axes.log_y else True)
        pairs.append(np.column_stack([axes.px(epochs[shown]), axes.py(one.values[shown])]))
    return np.concatenate(pairs)


def _looks(palette: Palette) -> tuple[tuple[str, Qt.PenStyle], ...]:
    """Colour and line of the curves of training, validation and test."""
    style = Qt.PenStyle
    return (palette.ink, style.SolidLine), (palette.accent, style.DashDotLine), (palette.warning, style.DashLine)
