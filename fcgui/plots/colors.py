"""Colours and markers of the plots: classes, the diverging scale, images of arrays."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from fcgui.theme import Palette, class_color, class_marker, diverging

Array = NDArray[Any]

# How far along the way from the ground to a full colour the regions go: points in full colour stay visible.
REGION_STRENGTH = 0.55


@lru_cache(maxsize=64)
def marker_path(marker: str, radius: float) -> QPainterPath:
    """A marker (pyqtgraph's names) around the origin; all have about the same area."""
    path = QPainterPath()
    if marker == "o":
        path.addEllipse(QPointF(0, 0), radius, radius)
        return path
    corners, turn, size, inner = _MARKERS[marker]
    angles = np.deg2rad(turn) + np.arange(corners) * (2 * np.pi / corners)
    lengths = np.where(np.arange(corners) % 2 == 0, 1.0, inner) * size * radius
    points = zip((lengths * np.sin(angles)).tolist(), (-lengths * np.cos(angles)).tolist(), strict=True)
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


# name: corners, turn in degrees, size against the circle's radius, length of every second corner
_MARKERS = {
    "s": (4, 45.0, 1.25, 1.0),
    "t": (3, 180.0, 1.4, 1.0),
    "d": (4, 0.0, 1.3, 1.0),
    "t1": (3, 0.0, 1.4, 1.0),
    "p": (5, 0.0, 1.15, 1.0),
    "h": (6, 0.0, 1.12, 1.0),
    "star": (10, 0.0, 1.5, 0.5),
}


def paint_dot(painter: QPainter, at: QPointF, color: QColor, palette: Palette, radius: float, filled: bool) -> None:
    """One point of a regression: a disc in the colour of its value (training), or a ring of it (test).

    The rim is dark: a value in the middle of the scale has the colour of the ground.
    """
    rim = QColor(palette.muted)
    rim.setAlpha(170)
    painter.setPen(QPen(rim, 0.8))
    painter.setBrush(color)
    painter.drawEllipse(at, radius, radius)
    if not filled:
        painter.setBrush(QColor(palette.ground))
        painter.drawEllipse(at, radius * 0.4, radius * 0.4)


def paint_marker(
    painter: QPainter, at: QPointF, marker: str, color: QColor, palette: Palette, radius: float, filled: bool
) -> None:
    """One point: filled with a rim of the ground (training), or outlined (test)."""
    path = marker_path(marker, radius)
    ground = QColor(palette.ground)
    painter.setPen(QPen(ground if filled else color, 1.0 if filled else 1.6))
    painter.setBrush(color if filled else ground)
    painter.drawPath(path.translated(at))


def class_hex(palette: Palette, index: int, n_classes: int) -> str:
    """Colour of a class; two classes are the ends of the diverging scale, the second one blue (positive)."""
    if n_classes == 2:
        return palette.positive if index == 1 else palette.negative
    return class_color(index)


def class_shape(index: int) -> str:
    """Marker of a class."""
    return class_marker(index)


def packed(colors: Array) -> NDArray[np.uint32]:
    """Colours (n, 3) as Qt's 0xffRRGGBB."""
    rgb = np.rint(colors).astype(np.uint32)
    return np.uint32(0xFF000000) | (rgb[:, 0] << np.uint32(16)) | (rgb[:, 1] << np.uint32(8)) | rgb[:, 2]


def rgb(color: str) -> NDArray[np.float64]:
    """``#rrggbb`` as three numbers."""
    return np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64)


@lru_cache(maxsize=8)
def diverging_table(palette: Palette, strength: float = 1.0) -> NDArray[np.uint32]:
    """The diverging scale, 256 packed colours; index 128 is the ground. ``strength`` below one pales it."""
    ground = rgb(palette.ground)
    return packed(ground + (diverging(palette).astype(np.float64) - ground) * strength)


@lru_cache(maxsize=8)
def class_table(palette: Palette, n_classes: int, levels: int = 64) -> NDArray[np.uint32]:
    """``levels`` packed colours a class, from the ground (no lead over the next) to the pale class colour."""
    share = np.linspace(0.0, REGION_STRENGTH, levels)[:, None]
    ground = rgb(palette.ground)
    ramps = [ground + (rgb(class_hex(palette, k, n_classes)) - ground) * share for k in range(n_classes)]
    return packed(np.concatenate(ramps))


def rgb_image(colors: NDArray[np.uint32]) -> QImage:
    """Packed colours (height, width), first row on top, as an image of its own."""
    height, width = colors.shape
    data = np.ascontiguousarray(colors)
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def paint_color_bar(painter: QPainter, bar: QRectF, palette: Palette, strength: float = 1.0) -> None:
    """The diverging scale in ``bar``, positive on top or at the right."""
    table = diverging_table(palette, strength)
    image = rgb_image(table[None, :] if bar.width() > bar.height() else table[::-1][:, None])
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.drawImage(bar, image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(palette.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
