"""Where the two columns of the decision view lie in its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize

from fcgui.plots.drawing import Axes, text_height, text_width
from fcgui.plots.region_field import value_span
from fcgui.plots.region_points import heights
from fcgui.plots.scales import Span
from fcgui.theme import HALF, UNIT
from fcgui_core.plane import Plane

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData

Array = NDArray[Any]

RIGHT, TOP = 10, 6  # pixels right of the picture and above it


def spans_of(plane: Plane, prepared: PreparedData) -> tuple[Span, Span]:
    """The raw ends of both axes; over a single column those of the target, or of the shares of classes."""
    preparation = prepared.seen.preparation

    def raw(column: int, span: Span) -> Span:
        mean, scale = float(preparation.x_mean[column]), float(preparation.x_scale[column])
        return span[0] * scale + mean, span[1] * scale + mean

    x = raw(plane.x, plane.x_span)
    if plane.y is not None:
        return x, raw(plane.y, plane.y_span)
    if prepared.task == "classification":
        return x, (min(heights(prepared)) - 0.08, 1.08)
    low, high = value_span(prepared)
    return x, (low - 0.1 * (high - low), high + 0.1 * (high - low))


def axes_of(plane: Plane, prepared: PreparedData, size: QSize, dates: Sequence[float | None]) -> Axes:
    """The axes in a picture of ``size``, with room for ticks at the left and three lines of text below.

    ``dates`` says of x and y from which day on a column of dates counts, None where it holds no dates.
    """
    x, y = spans_of(plane, prepared)
    height = max(size.height() - TOP - 3 * (text_height() + HALF), 10.0)
    shares = plane.y is None and prepared.task == "classification"
    axes = Axes(QRectF(0, TOP, 10, height), x, y, y_marks=(0.0, 0.5, 1.0) if shares else None)
    x_from, y_from = (*dates, None)[:2]
    axes = replace(axes, x_from=x_from, y_from=y_from)
    left = _left(axes)
    return replace(axes, rect=QRectF(left, TOP, max(size.width() - left - RIGHT, 10.0), height))


def neuron_axes(axes: Axes, largest: float) -> Axes:
    """``axes`` with the activation of a neuron, up to ``largest`` in size, along y."""
    other = replace(axes, y=(-1.1 * largest, 1.1 * largest), y_marks=None, y_from=None)
    rect = QRectF(axes.rect)
    rect.setLeft(max(rect.left(), _left(other)))
    return replace(other, rect=rect)


def row_at(axes: Axes, plane: Plane, prepared: PreparedData, position: QPointF) -> Array | None:
    """The row of scaled inputs (1, d) at a place of the picture; None outside the axes."""
    if not axes.rect.contains(position):
        return None
    preparation = prepared.seen.preparation
    raw_x, raw_y = axes.data(position)
    x = (raw_x - preparation.x_mean[plane.x]) / preparation.x_scale[plane.x]
    if plane.y is None:
        return plane.rows(np.array([x]))
    y = (raw_y - preparation.x_mean[plane.y]) / preparation.x_scale[plane.y]
    return plane.rows(np.array([x]), np.array([y]))


def _left(axes: Axes) -> float:
    return max(map(text_width, axes.y_ticks()[1]), default=0.0) + 2 * UNIT
