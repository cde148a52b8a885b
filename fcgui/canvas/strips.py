"""A whole wide layer as a strip beside those of its neurons that are drawn: how much each says, and which these are."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage

from fcgui.canvas.layout import Column
from fcgui.theme import Palette, mix

Array = NDArray[Any]

TICK = 0.4  # of the strip's width: the marks of the neurons that are drawn


def strip_image(column: Column, activity: Array | None, size: QSizeF, palette: Palette) -> QImage:
    """The strip of ``size`` device pixels, the first neuron on top; without ``activity`` the marks alone."""
    height, width = max(round(size.height()), 1), max(round(size.width()), 3)
    said = np.zeros(column.units) if activity is None else np.sqrt(np.maximum(activity, 0.0))
    shade = by_pixel(said / (said.max() or 1.0), height)
    drawn = np.zeros(column.units)
    drawn[column.shown] = 1.0
    ground, strong, base = map(_bytes, (palette.ground, palette.muted, mix(palette.line, palette.ground, 0.4)))
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[...] = (base + (strong - base) * shade[:, None])[:, None]
    ticks = max(round(TICK * width), 1)
    mark = by_pixel(drawn, height)[:, None] > 0
    pixels[:, -ticks:] = np.where(mark, _bytes(palette.ink), ground)[:, None]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def by_pixel(values: Array, height: int) -> Array:
    """``values`` of all neurons stretched over ``height`` pixels; where a pixel stands for several, the largest."""
    starts = np.arange(height) * len(values) // height
    if len(values) <= height:
        return np.asarray(values[starts])
    return np.asarray(np.maximum.reduceat(values, starts))


def _bytes(color: str) -> NDArray[np.float64]:
    value = QColor(color)
    return np.array([value.blue(), value.green(), value.red(), 255.0])
