"""Where everything of the drawn network stands: pure geometry, from sizes to positions, and no widget.

Column 0 holds the inputs and column l + 1 layer l of the spec, so the last column is the output. Positions are pixels
of the widget, with zoom and scrolling already in them. Zooming gives the network more room and leaves text and headers
as they are: a wide layer shows more of its neurons. Headers and captions stay in place when the body scrolls. Which
neurons of a wide layer are drawn is chosen elsewhere (``shown``); here they only get their places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF

from fcgui.theme import GAP, HALF, SECTION, TEXT_SMALL, UNIT, WIDE

NAME_ROW = WIDE  # "hidden 1"
CHIP_ROW = WIDE + HALF  # "200 ReLU"; two rows of it where columns stand close
NOTE_ROW = TEXT_SMALL + HALF  # "12 of 200: most active", where a layer is not drawn whole
CAPTION_ROW = TEXT_SMALL + HALF  # "W1 4×200 ±1.3", and the share of its weights that is drawn
LEGEND_ROW = TEXT_SMALL + HALF + 2  # what colours, widths and pictures mean
HANDLE_ROW = GAP  # below the last neuron
BAR = 10  # a scroll bar, as thick as the theme's

MIN_PITCH = 44.0  # closer columns could not be read: the drawing gets wider than its window
WIDE_PITCH = 92.0  # from here units and activation stand side by side
MAX_CHIP = 124.0
DIGIT = 8.0  # room for a digit of the units, and for a comma
MIN_MARGIN = 46.0  # room for half a header at both sides
WIDE_MARGIN = MAX_CHIP / 2 + HALF  # the same for wide headers

MIN_SLOT = 19.0  # rows: a map of 15 pixels and what keeps it apart from the next
MAX_SLOT = 58.0  # or FEW_SHARE of the height: a layer of a few neurons spreads over a high window
FEW_SHARE = 0.14
FILLED = 0.8  # of a row is its neuron
MAX_RADIUS = 20.0
BIAS, BIAS_GAP = 5.0, 2.0  # the little square at the left of a neuron, and the room between them
STRIP, STRIP_GAP = 5.0, 3.0  # the picture of a whole wide layer at the right of its neurons
MAX_ZOOM = 24.0
LEAST_ROWS = 4  # however low the window is

Indices = NDArray[np.intp]
Floats = NDArray[np.float64]
Choose = Callable[[int, int, int], Indices]  # column, its neurons, how many fit: which are drawn


@dataclass(frozen=True, eq=False)
class Column:
    """One drawn layer: the neurons ``shown``, from top to bottom, with their centres ``y`` at ``x``.

    A neuron is a rounded square of twice the ``radius``.
    """

    x: float
    units: int
    shown: Indices
    y: Floats
    radius: float

    def row(self, neuron: int) -> int | None:
        """The row of a neuron; None if it is not drawn."""
        found = np.flatnonzero(self.shown == neuron)
        return int(found[0]) if len(found) else None

    def bias(self, row: int) -> QRectF:
        """The little square of the bias of a row's neuron."""
        left = self.x - self.radius - BIAS_GAP - BIAS
        return QRectF(left, float(self.y[row]) + self.radius - BIAS, BIAS, BIAS)

    @property
    def hidden(self) -> int:
        """How many neurons are not drawn."""
        return self.units - len(self.shown)

    @property
    def top(self) -> float:
        """Upper edge of the first neuron."""
        return float(self.y[0]) - self.radius

    @property
    def bottom(self) -> float:
        """Lower edge of the last neuron."""
        return float(self.y[-1]) + self.radius

    @property
    def half_width(self) -> float:
        """Half the width of the strip that belongs to the layer."""
        return max(self.radius + BIAS_GAP + BIAS + 1, GAP)

    @property
    def right(self) -> float:
        """Where its outgoing edges begin: the rim of its neurons, or of the picture beside them."""
        return self.x + self.radius + (STRIP_GAP + STRIP + 1 if self.hidden else 0.0)

    @property
    def left(self) -> float:
        """Where its incoming edges end."""
        return self.x - self.radius


@dataclass(frozen=True)
class Header:
    """The rectangles above a column."""

    name: QRectF
    note: QRectF  # how many of its neurons are drawn
    chip: QRectF
    units: QRectF
    activation: QRectF
    fewer: QRectF
    more: QRectF


@dataclass(frozen=True, eq=False)
class Layout:
    """The whole drawing; made by ``arrange``."""

    size: QSizeF
    body: QRectF  # where neurons and edges are, as far as they can be seen
    columns: tuple[Column, ...]
    pitch: float  # from column to column
    compact: bool  # units above activation
    overflow: tuple[float, float]  # how much wider and higher the drawing is than its window
    scroll: tuple[float, float]  # how far it is moved to the left and up, within ``overflow``
    margins: tuple[float, float]  # room at the left and at the right
    named: tuple[bool, bool]  # whether the inputs and the outputs have names there
    notes: bool = False  # whether a layer is not drawn whole, and a row below the headers says so

    def header(self, column: int) -> Header:
        """The rectangles above a column."""
        x = self.columns[column].x
        width = min(self.pitch - 4, 76.0) if self.compact else min(self.pitch - 17, MAX_CHIP)
        chip = QRectF(x - width / 2, UNIT + NAME_ROW + 2, width, CHIP_ROW * (1.7 if self.compact else 1))
        name = QRectF(x - self.pitch / 2, UNIT, self.pitch, NAME_ROW)
        if self.compact:
            units = QRectF(chip.left(), chip.top(), width, chip.height() / 2)
            activation = units.translated(0, units.height())
        else:
            digits = len(f"{self.columns[column].units:,}")
            share = min(max(digits, 2) * DIGIT + UNIT, 0.5 * width)
            units = QRectF(chip.left(), chip.top(), share, chip.height())
            activation = QRectF(units.right(), chip.top(), width - units.width(), chip.height())
        fewer = QRectF(x - max(width, 40) / 2 - 1, UNIT, NAME_ROW, NAME_ROW)
        more = QRectF(x + max(width, 40) / 2 - NAME_ROW + 1, UNIT, NAME_ROW, NAME_ROW)
        room = max(min(width + 2 * HALF, self.pitch, 2 * x, 2 * (self.size.width() - x)), width)  # within its plate
        note = QRectF(x - room / 2, chip.bottom() + 1, room, NOTE_ROW)
        return Header(name, note, chip, units, activation, fewer, more)

    def plate(self, column: int) -> QRectF:
        """The rounded ground of a column, header and neurons in one."""
        place, header = self.columns[column], self.header(column)
        half = max(place.half_width, header.chip.width() / 2 + HALF)
        bottom = min(place.bottom, self.body.bottom()) + HANDLE_ROW
        left = right = half
        if column == 0 and self.named[0]:  # the names of inputs and outputs belong to their column
            left = max(half, self.margins[0] - HALF)
        if column == len(self.columns) - 1 and self.named[1]:
            right = max(half, self.margins[1] - HALF)
        return QRectF(place.x - left, HALF, left + right, bottom - HALF)

    def strip(self, column: int) -> QRectF:
        """The part of the body that a press takes for the layer itself."""
        place = self.columns[column]
        top, bottom = max(place.top - HALF, self.body.top()), min(place.bottom + HALF, self.body.bottom())
        return QRectF(place.x - place.half_width, top, 2 * place.half_width, max(bottom - top, 0.0))

    def handle(self, column: int) -> QRectF:
        """The grip below the last neuron that changes the number of units."""
        place = self.columns[column]
        top = min(place.bottom, self.body.bottom())
        return QRectF(place.x - GAP, top + 3, 2 * GAP, HANDLE_ROW - 2)

    def picture(self, column: int) -> QRectF:
        """The strip that pictures a whole wide layer, at the right of its neurons."""
        place = self.columns[column]
        left = place.x + place.radius + STRIP_GAP
        return QRectF(left, self.body.top(), STRIP, self.body.height())

    def insert_button(self, index: int) -> QRectF:
        """The "+" that inserts a layer before layer ``index``, between its column and the one before."""
        left, right = self.columns[index], self.columns[index + 1]
        chip = self.header(0).chip
        y = self.body.top() + UNIT if self.compact else chip.center().y()
        middle = QPointF((left.x + right.x) / 2, y)
        return QRectF(middle.x() - 8, middle.y() - 8, 16, 16)

    def connection(self, index: int) -> QRectF:
        """The visible part of the body between the columns of layer ``index`` and the one before."""
        left, right = self.columns[index].x, self.columns[index + 1].x
        return QRectF(left, self.body.top(), right - left, self.body.height())

    def captions(self, index: int) -> tuple[QRectF, QRectF]:
        """Two rows below a connection: the matrix and its size, and the share of its weights that is drawn."""
        left, right = self.columns[index].x, self.columns[index + 1].x
        top = self.body.bottom() + HANDLE_ROW + 2
        first = QRectF(left + 2, top, right - left - 4, CAPTION_ROW)
        return first, first.translated(0, CAPTION_ROW)

    @property
    def legend(self) -> QRectF:
        """The row that explains colours, widths and pictures."""
        return QRectF(UNIT, self.captions(0)[1].bottom() + 1, self.size.width() - 2 * UNIT, LEGEND_ROW)

    def insertion(self, x: float) -> int:
        """The index that a layer drawn at ``x`` gets: after the inputs and before the output, wherever it is drawn."""
        before = sum(column.x < x for column in self.columns)
        return min(max(before - 1, 0), len(self.columns) - 2)

    def target(self, layer: int, x: float) -> int:
        """The index to which hidden ``layer`` comes when it is dropped at ``x``."""
        hidden = self.columns[1:-1]
        return sum(column.x < x for number, column in enumerate(hidden) if number != layer)


def first_ones(column: int, units: int, count: int) -> Indices:
    """The neurons from the first on, as many as fit."""
    return np.arange(min(units, count))


def arrange(
    sizes: Sequence[int],
    size: QSizeF,
    *,
    zoom: float = 1.0,
    scroll: tuple[float, float] = (0.0, 0.0),
    names: tuple[float, float] = (0.0, 0.0),
    choose: Choose = first_ones,
) -> Layout:
    """Places for layers of these ``sizes`` (inputs first) in a window of ``size``.

    ``zoom`` multiplies the room, ``scroll`` is how far the drawing is moved to the left and up, ``names`` are the
    widths that the names of inputs and outputs would like (0: none); they get them if there is room. ``choose`` says
    which neurons of a layer are drawn that is too wide for its rows.
    """
    steps = len(sizes) - 1
    margins = _margins(size.width(), steps, names)
    width = max(size.width(), sum(margins) + steps * MIN_PITCH) * zoom
    pitch = (width - sum(margins)) / steps
    compact = pitch < WIDE_PITCH
    across = width - size.width()
    top = UNIT + NAME_ROW + 2 + CHIP_ROW * (1.7 if compact else 1) + GAP
    bottom = size.height() - 2 * CAPTION_ROW - LEGEND_ROW - HANDLE_ROW - HALF - (BAR if across > 1 else 0)
    notes = max(sizes) > _rows(max(bottom - top, LEAST_ROWS * MIN_SLOT) * zoom)
    top += NOTE_ROW if notes else 0
    body = QRectF(0, top, size.width(), max(bottom - top, LEAST_ROWS * MIN_SLOT))
    room = body.height() * zoom
    overflow = (across, room - body.height())
    scroll = (min(max(scroll[0], 0.0), overflow[0]), min(max(scroll[1], 0.0), overflow[1]))
    offset = (margins[0] - scroll[0], top - scroll[1])
    rows = _rows(room)
    columns = tuple(
        _column(
            units,
            np.arange(units) if units <= rows else choose(number, units, rows),
            offset[0] + number * pitch,
            (offset[1], room),
            min(zoom, 2.0),
            pitch,
        )
        for number, units in enumerate(sizes)
    )
    named = (names[0] > 0, names[1] > 0)
    return Layout(size, body, columns, pitch, compact, overflow, scroll, margins, named, notes)


def _rows(room: float) -> int:
    """The neurons of a layer that fit."""
    return max(int(room // MIN_SLOT), 1)


def _margins(width: float, steps: int, names: tuple[float, float]) -> tuple[float, float]:
    """Room at both sides: what the names wish for, as long as the columns between them do not get too close."""
    left, right = (wish + SECTION + GAP if wish else 0.0 for wish in names)
    left, right, least = min(left, 0.3 * width), min(right, 0.3 * width), WIDE_MARGIN
    if width - max(left, least) - max(right, least) < steps * WIDE_PITCH:
        most = (width - steps * WIDE_PITCH) / 2
        if most < max(0.12 * width, WIDE_MARGIN):
            most, least = min((width - steps * MIN_PITCH) / 2, 0.16 * width), MIN_MARGIN
        left, right = min(left, most), min(right, most)
    return max(left, least), max(right, least)


def _column(units: int, shown: Indices, x: float, span: tuple[float, float], largest: float, pitch: float) -> Column:
    top, room = span
    slot = min(max(MAX_SLOT * largest, FEW_SHARE * room), room / len(shown))
    y: Floats = top + room / 2 + (np.arange(len(shown), dtype=np.float64) - (len(shown) - 1) / 2) * slot
    return Column(x, units, shown, y, min(FILLED * slot / 2, MAX_RADIUS * largest, 0.19 * pitch))
