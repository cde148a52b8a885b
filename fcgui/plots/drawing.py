"""Small pieces that the plots draw with: axes, curves, layers drawn once, sentences in empty plots."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from fcgui.plots.date_ticks import date_ticks
from fcgui.plots.scales import Span, log_labels, log_ticks, tick_labels, ticks
from fcgui.theme import (
    HALF,
    TEXT_BODY,
    TEXT_SMALL,
    UNIT,
    Palette,
    text_font,
)

Array = NDArray[Any]

TICK_GAP = HALF  # between a tick's label and the plot


@dataclass(frozen=True)
class Axes:
    """A rectangle of the widget and the ranges of data that it shows; y runs upwards."""

    rect: QRectF
    x: Span
    y: Span
    log_y: bool = False
    y_marks: tuple[float, ...] | None = None  # ticks instead of round values all the way
    x_from: float | None = None  # x counts days from this one on (itself counted from 1970-01-01)
    y_from: float | None = None

    def px(self, values: Array | float) -> Any:
        """Pixel columns of x values."""
        low, high = self.x
        return self.rect.left() + (np.asarray(values) - low) * (self.rect.width() / (high - low))

    def py(self, values: Array | float) -> Any:
        """Pixel rows of y values."""
        low, high = self.y
        values = np.asarray(values)
        if self.log_y:
            low, high, values = math.log10(low), math.log10(high), np.log10(values)
        return self.rect.bottom() - (values - low) * (self.rect.height() / (high - low))

    def data(self, position: QPointF) -> tuple[float, float]:
        """The data under a pixel of a linear plot."""
        across = (position.x() - self.rect.left()) / self.rect.width()
        up = (self.rect.bottom() - position.y()) / self.rect.height()
        return self.x[0] + across * (self.x[1] - self.x[0]), self.y[0] + up * (self.y[1] - self.y[0])

    def x_ticks(self) -> tuple[list[float], list[str]]:
        """Round x values with room for their labels."""
        if self.x_from is not None:
            return _date_ticks(self.x, self.x_from, lambda text: int(self.rect.width() / (text_width(text) + 3 * UNIT)))
        widest = max((text_width(t) for t in tick_labels(ticks(*self.x, 5))), default=30.0)
        values = ticks(*self.x, max(2, int(self.rect.width() / (widest + 3 * UNIT))))
        return values, tick_labels(values)

    def y_ticks(self) -> tuple[list[float], list[str]]:
        """Round y values with room for their labels."""
        most = max(3, int(self.rect.height() / (TEXT_SMALL * 3.2)))
        if self.log_y:
            values = log_ticks(*self.y, most)
            return values, log_labels(values)
        if self.y_from is not None:
            return _date_ticks(self.y, self.y_from, lambda _: most)
        values = ticks(*self.y, most) if self.y_marks is None else list(self.y_marks)
        return values, tick_labels(values)


def _date_ticks(span: Span, start: float, most: Callable[[str], int]) -> tuple[list[float], list[str]]:
    days, texts = date_ticks(span[0] + start, span[1] + start, most)
    return [day - start for day in days], texts


def paint_axes(
    painter: QPainter, axes: Axes, palette: Palette, *, grid: bool = True, until: float | None = None
) -> None:
    """Frame, hairlines and tick labels; none right of pixel ``until``, where a title stands."""
    rect, metrics = axes.rect, QFontMetricsF(text_font(TEXT_SMALL))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(text_font(TEXT_SMALL))
    line, ink = QPen(QColor(palette.line)), QPen(QColor(palette.muted))
    height = metrics.height()
    x_values, x_texts = axes.x_ticks()
    for x, text in zip(axes.px(np.array(x_values)).tolist(), x_texts, strict=True):
        painter.setPen(line)
        painter.drawLine(QPointF(x, rect.top() if grid else rect.bottom()), QPointF(x, rect.bottom() + 3))
        width = metrics.horizontalAdvance(text)
        if until is None or x + width / 2 + UNIT <= until:
            painter.setPen(ink)
            box = QRectF(x - width / 2, rect.bottom() + TICK_GAP, width + 1, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    y_values, y_texts = axes.y_ticks()
    for y, text in zip(axes.py(np.array(y_values)).tolist(), y_texts, strict=True):
        painter.setPen(line)
        painter.drawLine(QPointF(rect.left() - 3, y), QPointF(rect.right() if grid else rect.left(), y))
        painter.setPen(ink)
        box = QRectF(0, y - height / 2, rect.left() - TICK_GAP - 1, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


@lru_cache(maxsize=1024)
def text_width(text: str, size: int = TEXT_SMALL) -> float:
    """Width of ``text`` in pixels."""
    return QFontMetricsF(text_font(size)).horizontalAdvance(text)


@lru_cache(maxsize=16)
def text_height(size: int = TEXT_SMALL) -> float:
    """Height of a line of text in pixels."""
    return QFontMetricsF(text_font(size)).height()


def elided(text: str, width: float, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """``text`` cut with an ellipsis to ``width`` pixels; line breaks in a file's names become spaces."""
    flat = " ".join(text[:200].split())
    return QFontMetricsF(text_font(TEXT_SMALL)).elidedText(flat, mode, width)


def paint_message(painter: QPainter, rect: QRectF, text: str, palette: Palette) -> None:
    """The sentence of an empty plot, in its middle."""
    painter.setFont(text_font(TEXT_BODY))
    painter.setPen(QColor(palette.muted))
    room = rect.adjusted(UNIT, 0, -UNIT, 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)


def layer_pixmap(widget: QWidget) -> QPixmap:
    """A transparent pixmap of the widget's size and pixel density, to draw on once and show often."""
    ratio = widget.devicePixelRatioF()
    size = QSize(math.ceil(widget.width() * ratio), math.ceil(widget.height() * ratio))
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


@dataclass(frozen=True)
class Stroke:
    """An unbroken piece of a curve, and the band of its values where points share a pixel column."""

    line: QPolygonF
    band: QPolygonF | None


def strokes(axes: Axes, xs: Array, ys: Array) -> list[Stroke]:
    """The curve in pixels, with at most one point a pixel column, broken where values are missing.

    Points that share a column become their mean, with the band of their lowest and highest value: 2,000
    points cost no more than the plot is wide, a noisy curve keeps its peaks, and dashes stay visible in it.
    """
    shown = np.isfinite(ys) & ((ys > 0) if axes.log_y else True)
    return [_stroke(axes.px(xs[a:b]), axes.py(ys[a:b])) for a, b in _runs(shown)]


def _runs(shown: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of True as (start, stop)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], shown, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _stroke(px: Array, py: Array) -> Stroke:
    columns = np.floor(px).astype(np.int64)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    if len(px) <= 1.5 * len(starts):
        return Stroke(polygon(px, py), None)
    counts = np.diff(np.append(starts, len(px)))
    xs, ys = columns[starts] + 0.5, np.add.reduceat(py, starts) / counts
    lows, highs = np.minimum.reduceat(py, starts), np.maximum.reduceat(py, starts)
    if float((highs - lows).max()) < 1.5:
        return Stroke(polygon(xs, ys), None)
    band = polygon(np.concatenate([xs, xs[::-1]]), np.concatenate([lows, highs[::-1]]))
    return Stroke(polygon(xs, ys), band)


def paint_strokes(painter: QPainter, pieces: list[Stroke], pen: QPen) -> None:
    """Draw a curve; a piece of a single point is a dot."""
    for piece in pieces:
        if piece.band is not None:
            faint = QColor(pen.color())
            faint.setAlpha(60)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faint)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawPolygon(piece.band)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(pen)
        painter.drawPolyline(piece.line)
        if piece.line.size() == 1:
            painter.setPen(QPen(pen.color(), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoint(piece.line.at(0))


def polygon(xs: Array, ys: Array) -> QPolygonF:
    """Points as Qt wants them."""
    return QPolygonF(list(map(QPointF, xs.tolist(), ys.tolist())))


@dataclass(frozen=True)
class EndName:
    """The name of a curve and where the curve ends, in pixels."""

    x: float
    y: float
    text: str
    color: str


def paint_end_names(painter: QPainter, rect: QRectF, ends: Sequence[EndName]) -> None:
    """Write each curve's name behind its end; two that would overlap are moved apart."""
    height = text_height() - 1
    ends = sorted(ends, key=lambda end: end.y)
    places = apart([end.y for end in ends], height, rect.top() + height / 2, rect.bottom() - height / 2)
    painter.setFont(text_font(TEXT_SMALL))
    for y, end in zip(places, ends, strict=True):
        painter.setPen(QColor(end.color))
        box = QRectF(end.x + HALF + 1, y - height / 2, text_width(end.text) + HALF, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, end.text)


def apart(places: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Ascending ``places`` moved from each other until they are ``least`` apart, as little as may be, low to high."""
    moved: list[float] = []
    for place in places:
        moved.append(place)
        first = len(moved) - 1  # of the ones that touch each other
        while True:
            block = places[first : len(moved)]
            start = sum(block) / len(block) - least * (len(block) - 1) / 2
            start = max(min(start, high - least * (len(block) - 1)), low)
            if first == 0 or start - moved[first - 1] >= least:
                break
            first -= 1
        moved[first:] = [start + least * at for at in range(len(block))]
    return moved
