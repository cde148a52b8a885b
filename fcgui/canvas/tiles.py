"""The neurons of a column as ONE picture: each a rounded square that holds its map, with its bias beside it.

Put together by NumPy, so that a column costs a single call to Qt however many neurons it has: painting them one by one
takes the interpreter lock as often, and a training pays for that.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from fcgui.canvas.layout import BIAS, BIAS_GAP, Column
from fcgui.theme import Palette, diverging, mix

Array = NDArray[Any]
Floats = NDArray[np.float32]

CORNER = 0.22  # of a neuron's side
LEAST_SCALE = 0.15  # of the layer's largest activation: a neuron that hardly speaks stays pale
LEAST_BIAS = 0.2  # of the largest: the sign of a bias is seen, however small it is
RIM_SHARE = 0.35  # of the way from the muted colour to the ground


class Tiles:
    """Makes the picture of one column; ``image`` belongs at ``corner``."""

    def __init__(self, column: Column, palette: Palette, ratio: float) -> None:
        self._palette, self._ratio = palette, ratio
        self._side = max(round(2 * column.radius * ratio), 4)
        self._bias = max(round(BIAS * ratio), 3)
        self._left = self._bias + round(BIAS_GAP * ratio)
        top = round((float(column.y[0]) - column.radius) * ratio)
        self._rows = [round((y - column.radius) * ratio) - top for y in column.y.tolist()]
        self.corner = QPointF((round((column.x - column.radius) * ratio) - self._left) / ratio, top / ratio)
        height = self._rows[-1] + self._side
        self._pixels = np.zeros((height, self._left + self._side, 4), np.uint8)
        self.image = QImage(
            self._pixels.data,
            self._pixels.shape[1],
            height,
            self._pixels.strides[0],
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self.image.setDevicePixelRatio(ratio)

    def draw(self, maps: Array | None, biases: Array | None) -> None:
        """Draw ``maps`` (rows, side, side) and ``biases`` (rows,), both from -1 to 1; None: no such thing yet."""
        count, table = len(self._rows), _colors(self._palette)
        shares, rim = _frame(self._side, self._ratio, self._palette)
        if maps is None:
            inner = np.broadcast_to(table[128], (count, self._side, self._side, 4))
        else:
            inner = table.take(_places(_resized(maps, self._side)), 0)
        tiles = inner * shares
        tiles += rim
        for row, tile in zip(self._rows, tiles.astype(np.uint8), strict=True):
            self._pixels[row : row + self._side, self._left :] = tile
        if biases is not None:
            self._draw_biases(table[_places(_visible(biases))])

    def _draw_biases(self, colors: Array) -> None:
        size, line = self._bias, max(round(self._ratio), 1)
        rim = _rim_color(self._palette)
        for row, color in zip(self._rows, colors, strict=True):
            square = self._pixels[row + self._side - size : row + self._side, :size]
            square[...] = rim
            square[line:-line, line:-line] = color


def scaled_maps(values: Array) -> Array:
    """Activations (k, side, side) of a layer as -1 to 1: by each neuron's largest, or a share of the layer's."""
    values = np.nan_to_num(values)
    largest = np.abs(values).max((1, 2), initial=0.0)
    scale = np.maximum(largest, LEAST_SCALE * largest.max(initial=0.0))
    return np.asarray(values / np.where(scale > 0, scale, 1.0)[:, None, None])


def _visible(biases: Array) -> Array:
    return np.asarray(np.sign(biases) * (LEAST_BIAS + (1 - LEAST_BIAS) * np.abs(biases)))


def _places(values: Array) -> NDArray[np.intp]:
    return np.asarray(np.clip(values, -1, 1) * 127 + 128.5, dtype=np.intp)


def _resized(maps: Array, side: int) -> Array:
    """Maps with ``side`` pixels along each side, first row on top, interpolated between the middles of cells."""
    weights = _interpolation(maps.shape[-1], side)
    return np.asarray((weights @ maps @ weights.T)[:, ::-1])


@lru_cache(maxsize=32)
def _interpolation(cells: int, pixels: int) -> Floats:
    places = (np.arange(pixels) + 0.5) * cells / pixels - 0.5
    near = np.maximum(1 - np.abs(places[:, None] - np.arange(cells)) / max(1.0, cells / pixels), 0)
    return np.asarray(near / near.sum(1, keepdims=True), np.float32)


@lru_cache(maxsize=4)
def _colors(palette: Palette) -> Floats:
    """The diverging scale in Qt's order of bytes: blue, green, red, and full alpha."""
    colors = np.full((256, 4), 255, np.float32)
    colors[:, :3] = diverging(palette)[:, ::-1]
    return colors


def _rim_color(palette: Palette) -> Floats:
    value = QColor(mix(palette.muted, palette.ground, RIM_SHARE))
    return np.array([value.blue(), value.green(), value.red(), 255], np.float32)


@lru_cache(maxsize=64)
def _frame(side: int, ratio: float, palette: Palette) -> tuple[Floats, Floats]:
    """What makes a rounded square with a rim of colours: the share of them that stays, and what is added."""
    cover, rim = _drawn(side, ratio, rim=False), _drawn(side, ratio, rim=True)
    return cover * (1 - rim), _rim_color(palette) * rim + np.float32(0.5)  # for rounding


def _drawn(side: int, ratio: float, *, rim: bool) -> Floats:
    """How much of each pixel (side, side, 1) the rounded square covers, or its rim; 0 to 1."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = ratio / 2 if rim else 0.0
        painter.setPen(QPen(QColor("black"), ratio) if rim else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if rim else QColor("black"))
        corner = CORNER * side - half
        painter.drawRoundedRect(QRectF(half, half, side - 2 * half, side - 2 * half), corner, corner)
    bits = np.frombuffer(image.constBits(), np.uint8).reshape(side, image.bytesPerLine() // 4, 4)[:, :side, 3:]
    return bits.astype(np.float32) / np.float32(255)
