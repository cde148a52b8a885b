"""A small plot of an activation function (solid) and its derivative (dashed)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fcgui.i18n.core_texts import core_text
from fcgui.plots.drawing import (
    Axes,
    EndName,
    layer_pixmap,
    paint_axes,
    paint_end_names,
    paint_message,
    paint_strokes,
    strokes,
    text_height,
    text_width,
)
from fcgui.plots.picture import Picture
from fcgui.plots.scales import number
from fcgui.theme import TEXT_SMALL, UNIT, Theme, text_font
from fcgui_core.activations import ACTIVATIONS, Activation

Array = NDArray[Any]

REACH = 4.0  # z runs from -4 to 4: every function of the registry shows its bends there
SAMPLES = 321  # one of them is exactly 0, where most of the bends are
LEFT, RIGHT, TOP, BOTTOM = 30, 22, 6, 18
EXAMPLE_LOGITS = (2.0, 1.0, 0.0)  # for functions of all units of a layer together


class ActivationPlot(QWidget):
    """Function and derivative over z; bars of an example for softmax, lines and their maximum for maxout."""

    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._activation: Activation | None = None
        self._parameters: dict[str, float] = {}
        self._curves: list[tuple[str, Array, str]] = []
        self.axes: Axes | None = None  # None until it is drawn
        self._layer: QPixmap | None = None
        self.picture = Picture(theme, self._paint, QSize(260, 96))
        self.picture.setAccessibleName(self.tr("Activation function"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        theme.changed.connect(self._theme_changed)
        self.picture.pointer_moved.connect(self._point)
        self.picture.pointer_left.connect(self._leave)

    def show_activation(self, name: str | None, parameters: Mapping[str, float] | None = None) -> None:
        """Plot the registry's activation ``name`` with its parameters; ``None`` when nothing is selected."""
        activation = None if name is None else ACTIVATIONS[name]
        given = {} if activation is None else {**activation.defaults, **(parameters or {})}
        if activation is self._activation and given == self._parameters:
            return
        self._activation, self._parameters, self._layer = activation, given, None
        self.picture.setAccessibleDescription(
            "" if activation is None else f"{core_text(activation.label)}: {core_text(activation.formula)}"
        )
        self.picture.update()

    def _theme_changed(self) -> None:
        self._layer = None
        self.picture.update()

    # -- curves ---

    def _is_pieces(self) -> bool:
        return self._activation is not None and not self._activation.elementwise and "pieces" in self._parameters

    def _inputs(self, z: Array) -> Array:
        """What the function is applied to: z itself, or for maxout some lines of z, (pieces, n)."""
        if not self._is_pieces():
            return z
        touch = np.linspace(-3.0, 3.0, max(int(self._parameters["pieces"]), 1))[:, None]
        return touch / 4 * z - touch**2 / 8  # tangents of z^2 / 8: any number of lines, none hidden by the others

    def _values(self, z: Array) -> tuple[Array, Array]:
        """f(z) and its slope."""
        assert self._activation is not None
        inputs = self._inputs(z)
        value = self._activation.value(inputs, **self._parameters)
        if self._is_pieces():
            slopes = np.linspace(-3.0, 3.0, len(inputs)) / 4
            return value, slopes[np.argmax(inputs, axis=0)]
        return value, self._activation.derivative(z, **self._parameters)

    # -- painting ---

    def _paint(self, painter: QPainter) -> None:
        if self._activation is None:
            text = self.tr("Select a layer to see its activation function and the slope of it.")
            paint_message(painter, QRectF(self.picture.rect()), text, self.theme.palette)
            return
        if self._layer is None or self._layer.deviceIndependentSize().toSize() != self.picture.size():
            self._layer = layer_pixmap(self.picture)
            with QPainter(self._layer) as inner:
                if self._activation.elementwise or self._is_pieces():
                    self._draw_curves(inner)
                else:
                    self.axes = None
                    self._draw_bars(inner)
        painter.drawPixmap(0, 0, self._layer)
        self._paint_crosshair(painter)

    def _draw_curves(self, painter: QPainter) -> None:
        palette = self.theme.palette
        z = np.linspace(-REACH, REACH, SAMPLES)
        value, slope = self._values(z)
        self.axes = axes = self._axes_for(value, slope, z)
        painter.fillRect(axes.rect, QColor(palette.ground))
        paint_axes(painter, axes, palette, grid=False)
        painter.setPen(QPen(QColor(palette.line), 1))
        across, up = float(axes.py(0.0)), float(axes.px(0.0))
        painter.drawLine(QPointF(axes.rect.left(), across), QPointF(axes.rect.right(), across))
        painter.drawLine(QPointF(up, axes.rect.top()), QPointF(up, axes.rect.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setClipRect(axes.rect)
        if self._is_pieces():
            for line in self._inputs(z):
                paint_strokes(painter, strokes(axes, z, line), QPen(QColor(palette.muted), 0.8))
        dashed = QPen(QColor(palette.muted), 1.4)
        dashed.setStyle(Qt.PenStyle.DashLine)
        paint_strokes(painter, strokes(axes, z, slope), dashed)
        paint_strokes(painter, strokes(axes, z, value), QPen(QColor(palette.ink), 1.8))
        painter.setClipping(False)
        self._draw_names(painter, axes, float(value[-1]), float(slope[-1]))

    def _axes_for(self, value: Array, slope: Array, z: Array) -> Axes:
        shown = np.concatenate([value, slope, *self._inputs(z)] if self._is_pieces() else [value, slope])
        low, high = float(shown.min()), float(shown.max())
        room = 0.08 * (high - low or 1.0)
        size = self.picture.size()
        rect = QRectF(LEFT, TOP, max(size.width() - LEFT - RIGHT, 10), max(size.height() - TOP - BOTTOM, 10))
        axes = Axes(rect, (-REACH, REACH), (low - room, high + room))
        return replace(axes, y_marks=_marks(axes))

    def _draw_names(self, painter: QPainter, axes: Axes, value: float, slope: float) -> None:
        """F and f' at the ends of their curves, moved apart when they would overlap."""
        palette = self.theme.palette
        x = axes.rect.right()
        ends = [
            EndName(x, float(axes.py(value)), "f", palette.ink),
            EndName(x, float(axes.py(slope)), "f\N{PRIME}", palette.muted),
        ]
        paint_end_names(painter, axes.rect, ends)

    def _draw_bars(self, painter: QPainter) -> None:
        """An example of a function of all units together: logits, and what it makes of them as bars."""
        assert self._activation is not None
        palette, height = self.theme.palette, text_height()
        logits = np.array([EXAMPLE_LOGITS])
        shares = self._activation.value(logits, **self._parameters)[0]
        painter.setFont(text_font(TEXT_SMALL))
        step = self.picture.height() / (len(shares) + 0.5)
        left = text_width("z = 2.0") + 2 * UNIT
        room = self.picture.width() - left - text_width("0.665") - 2 * UNIT
        for k, (z, share) in enumerate(zip(EXAMPLE_LOGITS, shares.tolist(), strict=True)):
            y = (k + 0.75) * step
            painter.setPen(QColor(palette.muted))
            painter.drawText(QRectF(UNIT, y - height / 2, left, height), Qt.AlignmentFlag.AlignVCenter, f"z = {z:.1f}")
            bar = QRectF(left, y - 6, max(room * share, 1.0), 12)
            painter.fillRect(QRectF(left, y - 6, room, 12), QColor(palette.raised))
            painter.fillRect(bar, QColor(palette.muted))
            painter.setPen(QColor(palette.ink))
            text = QRectF(left + room + UNIT, y - height / 2, 60, height)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, f"{share:.3f}")

    def _paint_crosshair(self, painter: QPainter) -> None:
        z = self._z_at(self.picture.pointer)
        if z is None or self.axes is None:
            return
        palette, axes = self.theme.palette, self.axes
        value, slope = self._values(np.array([z]))
        x = float(axes.px(z))
        painter.setPen(QPen(QColor(palette.muted), 1))
        painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for one, color in ((slope, palette.muted), (value, palette.ink)):
            painter.setPen(QPen(QColor(palette.ground), 1))
            painter.setBrush(QColor(color))
            painter.drawEllipse(QPointF(x, float(axes.py(float(one[0])))), 3.5, 3.5)

    # -- the pointer ---

    def _z_at(self, position: QPointF | None) -> float | None:
        if position is None or self.axes is None or not self.axes.rect.contains(position):
            return None
        return round(self.axes.data(position)[0], 2) + 0.0

    def _point(self, position: QPointF) -> None:
        self.picture.update()
        z = self._z_at(position)
        if self._activation is None:
            self.hovered.emit("")
        elif z is None:
            self.hovered.emit(f"{core_text(self._activation.label)}: {core_text(self._activation.formula)}")
        else:
            value, slope = self._values(np.array([z]))
            words = self.tr("{name} at z = {z}: {value}, slope {slope}")
            numbers = (number(float(v[0])) for v in (value, slope))
            text = dict(zip(("value", "slope"), numbers, strict=True))
            self.hovered.emit(words.format(name=core_text(self._activation.label), z=f"{z:.2f}", **text))

    def _leave(self) -> None:
        self.hovered.emit("")
        self.picture.update()


def _marks(axes: Axes) -> tuple[float, ...]:
    """Ticks that matter for an activation: 0 and 1 first, then whatever stands far enough from the others."""
    chosen: list[float] = []
    for value in (0.0, 1.0, -1.0, 4.0, -4.0, 2.0, -2.0, 3.0, -3.0):
        inside = axes.y[0] <= value <= axes.y[1]
        if inside and all(abs(float(axes.py(value) - axes.py(other))) >= TEXT_SMALL for other in chosen):
            chosen.append(value)
    return tuple(sorted(chosen))
