"""The curves over a single column: the network's answer, or the activation of one neuron."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fcgui.plots.colors import class_hex
from fcgui.plots.drawing import Axes, elided, paint_axes, paint_strokes, polygon, strokes, text_height
from fcgui.theme import HALF, TEXT_SMALL, Palette, text_font

Array = NDArray[Any]
Line = tuple[Array, Array]  # raw x (n,); values (n,), or (n, K) for classes
WIDTH = 1.8
FILL = 90  # alpha of the area between a neuron's curve and zero


def paint_answer(painter: QPainter, axes: Axes, line: Line, palette: Palette) -> None:
    """The answer: the value, or one curve of probability a class."""
    xs, values = line
    curves = [values] if values.ndim == 1 else [values[:, k] for k in range(values.shape[1])]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setClipRect(axes.rect)
    if len(curves) == 2:
        curves = curves[1:]  # the probability of the second class; the first one's is the rest
    for k, ys in enumerate(curves):
        color = palette.ink if len(curves) == 1 else class_hex(palette, k, len(curves))
        paint_strokes(painter, strokes(axes, xs, ys), QPen(QColor(color), WIDTH))
    painter.setClipping(False)


def paint_activation(painter: QPainter, axes: Axes, line: Line, column: str, palette: Palette) -> None:
    """One neuron's activation (n,) over ``column`` on its own scale; blue is positive, orange negative."""
    xs, values = line
    painter.fillRect(axes.rect, QColor(palette.ground))
    paint_axes(painter, axes, palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setClipRect(axes.rect)
    painter.setPen(Qt.PenStyle.NoPen)
    known = np.nan_to_num(values)
    ends = np.array([xs[-1], xs[0]])
    for part, color in ((np.maximum(known, 0), palette.positive), (np.minimum(known, 0), palette.negative)):
        fill = QColor(color)
        fill.setAlpha(FILL)
        painter.setBrush(fill)
        heights = np.concatenate([part, np.zeros(2)])
        painter.drawPolygon(polygon(axes.px(np.concatenate([xs, ends])), axes.py(heights)))
    paint_strokes(painter, strokes(axes, xs, values), QPen(QColor(palette.ink), WIDTH))
    painter.setClipping(False)
    row = QRectF(axes.rect.left(), axes.rect.bottom() + text_height() + 2 * HALF, axes.rect.width(), text_height())
    text = QCoreApplication.translate("DecisionRegions", "its activation over {column}").format(column=column)
    painter.setFont(text_font(TEXT_SMALL))
    painter.setPen(QColor(palette.muted))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, elided(text, row.width()))
