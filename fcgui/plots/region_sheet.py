"""Axes that stay while points come and go, and the sheet that is painted on before there is a network."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from fcgui.plots.colors import class_hex, class_shape, diverging_table, paint_dot, paint_marker
from fcgui.plots.drawing import Axes, elided, paint_axes, text_height, text_width
from fcgui.plots.region_field import value_indices
from fcgui.plots.scales import Span
from fcgui.theme import HALF, TEXT_SMALL, UNIT, Palette, text_font
from fcgui_core.plane import Plane

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData

Array = NDArray[Any]
Frame = tuple[Span, Span | None]  # raw ends of both axes; None: the targets are the height


@dataclass(frozen=True, eq=False)
class Sheet:
    """Points that cannot be learned from yet: places X (n, 2), class numbers or values (n,), and ``n_classes`` or 0."""

    frame: tuple[Span, Span]
    X: Array
    targets: Array
    n_classes: int
    words: str  # what to do


def framed(plane: Plane, prepared: PreparedData, frame: Frame | None) -> Plane:
    """The plane with the ends of its axes at the frame's, or at the next whole number where points lie beyond."""
    names, own = prepared.preparation.feature_names, {entry.name for entry in prepared.preparation.inputs}
    spanned = [names[plane.x]] if plane.y is None else [names[plane.x], names[plane.y]]
    if frame is None or not own.issuperset(spanned):
        return plane  # a feature that is made of columns has ends of its own
    x_span = _widened(frame[0], prepared, plane.x)
    if plane.y is None or frame[1] is None:
        return replace(plane, x_span=x_span)
    return replace(plane, x_span=x_span, y_span=_widened(frame[1], prepared, plane.y))


def _widened(span: Span, prepared: PreparedData, column: int) -> Span:
    preparation = prepared.preparation
    mean, scale = float(preparation.x_mean[column]), float(preparation.x_scale[column])
    low, high = prepared.ranges[:, column] * scale + mean
    ends = min(span[0], math.floor(low + 1e-6)), max(span[1], math.ceil(high - 1e-6))
    return (ends[0] - mean) / scale, (ends[1] - mean) / scale


def sheet_axes(sheet: Sheet, width: float, height: float, top: float, right: float) -> Axes:
    """Axes of the sheet in a picture of this size, with room for ticks and one line below."""
    axes = Axes(QRectF(0, top, 10, max(height - top - 3 * (text_height() + HALF), 10.0)), *sheet.frame)
    left = max(map(text_width, axes.y_ticks()[1]), default=0.0) + 2 * UNIT
    return replace(axes, rect=QRectF(left, top, max(width - left - right, 10.0), axes.rect.height()))


def paint_sheet(painter: QPainter, axes: Axes, sheet: Sheet, palette: Palette) -> None:
    """The empty ground with its axes, the points, and what to do in words."""
    painter.fillRect(axes.rect, QColor(palette.ground))
    paint_axes(painter, axes, palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    table = diverging_table(palette)
    values = [] if sheet.n_classes else value_indices(np.asarray(sheet.targets, float), (-1.0, 1.0)).tolist()
    xs, ys = axes.px(sheet.X[:, 0]).tolist(), axes.py(sheet.X[:, 1]).tolist()
    for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
        if sheet.n_classes:
            number = int(sheet.targets[at])
            color = QColor(class_hex(palette, number, sheet.n_classes))
            paint_marker(painter, QPointF(x, y), class_shape(number), color, palette, 3.6, True)
        else:
            paint_dot(painter, QPointF(x, y), QColor.fromRgb(int(table[values[at]])), palette, 3.6, True)
    painter.setFont(text_font(TEXT_SMALL))
    painter.setPen(QColor(palette.muted))
    row = QRectF(axes.rect.left(), axes.rect.bottom() + text_height() + 2 * HALF, axes.rect.width(), text_height())
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, elided(sheet.words, row.width()))
