"""Weight matrices as small images: how large each cell is, where each picture stands, its colours.

Everything here is arithmetic on whole device pixels, so that all cells of a picture are equally large:
either a cell is k x k' pixels, or a pixel is a block of k x k' cells and shows the one of largest
magnitude.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Shape = tuple[int, ...]
MOST_TAKES = (4096, 64)  # longer blocks along the first and the second axis are reduced in one go


@dataclass(frozen=True)
class Scale:
    """One direction of a picture: ``count`` cells, ``block`` to an image pixel of ``zoom`` device pixels."""

    count: int
    block: int
    zoom: int

    @property
    def pixels(self) -> int:
        """Pixels of the image, before it is enlarged."""
        return -(-self.count // self.block)

    @property
    def length(self) -> int:
        """Device pixels on the screen."""
        return self.pixels * self.zoom

    def cells(self, offset: float) -> tuple[int, int]:
        """The cells [first, after) shown at ``offset`` device pixels from the start."""
        first = min(max(int(offset // self.zoom), 0), self.pixels - 1) * self.block
        return first, min(first + self.block, self.count)

    def place(self, first: int) -> int:
        """Device pixels from the start to cell ``first``."""
        return first // self.block * self.zoom


def scale_to(count: int, room: int, largest: int) -> Scale:
    """Show ``count`` cells in ``room`` device pixels, none larger than ``largest``."""
    room = max(room, 1)
    if count <= room:
        return Scale(count, 1, max(1, min(room // count, largest)))
    return Scale(count, -(-count // room), 1)


def strongest(matrix: Array, rows: int, columns: int) -> Array:
    """The value of largest magnitude in each block of ``rows`` x ``columns`` cells."""
    if rows == 1 and columns == 1:
        return matrix
    high, low = matrix, matrix
    for axis, block in ((0, rows), (1, columns)):
        if block > 1:
            high, low = extremes(high, low, np.arange(0, matrix.shape[axis], block), axis)
    return larger(high, low)


def extremes(high: Array, low: Array, starts: NDArray[np.intp], axis: int) -> tuple[Array, Array]:
    """The largest of ``high`` and the smallest of ``low`` from each of ``starts`` to the next along ``axis``.

    What ``reduceat`` gives, twenty times as fast along the first axis: whole rows are compared with each other.
    """
    stops = np.append(starts[1:], high.shape[axis])
    longest = int((stops - starts).max())
    if longest > MOST_TAKES[axis]:
        return np.maximum.reduceat(high, starts, axis), np.minimum.reduceat(low, starts, axis)
    most, least = high.take(starts, axis), low.take(starts, axis)
    for step in range(1, longest):
        places = np.minimum(starts + step, stops - 1)
        np.maximum(most, high.take(places, axis), out=most)
        np.minimum(least, low.take(places, axis), out=least)
    return most, least


def larger(high: Array, low: Array) -> Array:
    """Of the largest and the smallest values the ones of larger magnitude."""
    return np.asarray(np.where(high >= -low, high, low))


def color_indices(values: Array, limit: float) -> NDArray[np.uint8]:
    """Places on the diverging scale: 0 is 128, the ground; +-``limit`` are 255 and 1."""
    places = (
        values / limit
    )  # before it is stretched: 127 / limit is too large for the numbers where all weights are tiny
    places *= 127.0
    np.clip(places, -127.0, 127.0, out=places)
    places += 128.5
    return places.astype(np.uint8)


@dataclass(frozen=True)
class Panel:
    """One layer's picture in device pixels: the pieces of W side by side, each with its bias below.

    ``left`` and ``top`` are the corner of the title's row; ``x`` holds the left edge of each piece.
    """

    layer: int
    left: int
    top: int
    width: int
    title: int
    x: tuple[int, ...]
    across: Scale
    down: Scale
    gap: int
    bias: int

    @property
    def y(self) -> int:
        """Upper edge of W."""
        return self.top + self.title

    @property
    def bias_y(self) -> int:
        """Upper edge of the bias row."""
        return self.y + self.down.length + self.gap


# Logical pixels: what a picture with its title needs, the space between pictures, and the row of the title.
_LEAST_WIDTH, _LEAST_HEIGHT, _GAP, _TITLE = 100, 44, 12, 18
# The gap above the bias, its least and largest height, the gap between maxout's pieces, and the largest cell.
_BIAS_GAP, _BIAS_LEAST, _BIAS_MOST, _PIECE_GAP, _CELL = 3, 5, 10, 4, 32
_STRETCH = 2.2  # a picture is at most so many times wider than high, unless it needs more to show every cell


def arrange(
    shapes: Sequence[Shape], titles: Sequence[float], width: int, height: int, ratio: float
) -> tuple[list[Panel], int, int]:
    """Places for all layers in ``width`` x ``height`` device pixels, and the size that they need.

    ``shapes`` are the weights' shapes, (inputs, units) or (pieces, inputs, units), ``titles`` the logical
    widths of the texts above them. The layers stand in as many rows as make the pictures largest; what
    still does not fit makes the needed size larger than the room (it scrolls). ``ratio`` is the number of
    device pixels to a logical one.
    """
    if not shapes:
        return [], width, height
    best = sorted(range(1, len(shapes) + 1), key=lambda r: -_comfort(len(shapes), r, width, height, ratio))
    tried = [_in_rows(rows, shapes, titles, width, height, ratio) for rows in best]
    whole = (one for one in tried if one[1] <= width and one[2] <= height)
    in_width = (one for one in tried if one[1] <= width)  # scrolls one way only
    return next(whole, None) or next(in_width, tried[0])


def _in_rows(
    rows: int, shapes: Sequence[Shape], titles: Sequence[float], width: int, height: int, ratio: float
) -> tuple[list[Panel], int, int]:
    per_row = -(-len(shapes) // rows)
    rows = -(-len(shapes) // per_row)
    gap = round(_GAP * ratio)
    row_height = max((height - (rows - 1) * gap) // rows, round(_LEAST_HEIGHT * ratio))
    panels: list[Panel] = []
    needed = width
    for row in range(rows):
        first = row * per_row
        part, texts = (
            shapes[first : first + per_row],
            [round(t * ratio) for t in titles[first : first + per_row]],
        )
        across = _share_width(part, texts, width - (len(part) - 1) * gap, row_height, ratio)
        x = 0
        for number, (shape, text, scale) in enumerate(zip(part, texts, across, strict=True)):
            panel = _panel(first + number, shape, text, scale, x, row * (row_height + gap), row_height, ratio)
            panels.append(panel)
            x += panel.width + gap
        needed = max(needed, x - gap)
    return panels, needed, max(height, rows * (row_height + gap) - gap)


def _comfort(layers: int, rows: int, width: int, height: int, ratio: float) -> float:
    """How well ``layers`` fit in ``rows`` rows: above 1, both directions have enough."""
    per_row = -(-layers // rows)
    across = (width / ratio - (per_row - 1) * _GAP) / per_row / _LEAST_WIDTH
    down = (height / ratio - (rows - 1) * _GAP) / rows / _LEAST_HEIGHT
    return min(across, down, 1.3) - 0.001 * rows  # enough is enough: then fewer rows


def _breadth(pieces: int, title: int, scale: Scale, ratio: float) -> int:
    """Width of a panel: its pieces side by side, or its title."""
    return max(pieces * scale.length + (pieces - 1) * round(_PIECE_GAP * ratio), title)


def _share_width(shapes: Sequence[Shape], titles: Sequence[int], room: int, height: int, ratio: float) -> list[Scale]:
    """Scales of one row of pictures: the most crowded one grows a step at a time while there is room."""
    pieces = [shape[0] if len(shape) == 3 else 1 for shape in shapes]
    largest = round(_CELL * ratio)
    start = zip(shapes, titles, pieces, strict=True)
    scales = [scale_to(shape[-1], title // k - 2, largest) for shape, title, k in start]
    growing = set(range(len(shapes)))
    while growing:
        index = min(growing, key=lambda i: (-scales[i].block, scales[i].zoom, scales[i].length))
        larger = _next(scales[index])
        wanted = [larger if i == index else scale for i, scale in enumerate(scales)]
        after = sum(map(_breadth, pieces, titles, wanted, [ratio] * len(pieces)))
        stretched = larger.block == 1 and larger.length * pieces[index] > _STRETCH * height
        if after > room or larger.zoom > largest or (stretched and larger.zoom > 1):
            growing.discard(index)
        else:
            scales[index] = larger
    return scales


def _next(scale: Scale) -> Scale:
    """The next larger scale."""
    if scale.block > 1:
        return Scale(scale.count, scale.block - 1, 1)
    return Scale(scale.count, 1, scale.zoom + 1)


def _panel(layer: int, shape: Shape, text: int, across: Scale, left: int, top: int, height: int, ratio: float) -> Panel:
    pieces = shape[0] if len(shape) == 3 else 1
    title, gap, most = (round(v * ratio) for v in (_TITLE, _BIAS_GAP, _BIAS_MOST))
    down = scale_to(shape[-2], height - title - gap - most, round(_CELL * ratio))
    bias = min(max(round(_BIAS_LEAST * ratio), down.zoom), most)
    x = tuple(left + k * (across.length + round(_PIECE_GAP * ratio)) for k in range(pieces))
    width = _breadth(pieces, text, across, ratio)
    return Panel(layer, left, top, width, title, x, across, down, gap, bias)
