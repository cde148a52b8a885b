"""What lies under the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QPointF

from fcgui.canvas.layout import BIAS, Column, Floats, Layout

EDGE_REACH = 5.0  # how near, in pixels, the pointer must come to an edge
NEURON_REACH = 2.0  # beyond its rim
BIAS_REACH = 2.5  # around the square of a bias
STRIP_REACH = 1.5
NOTE_ASIDE = 4.0
NAME_REACH = 7.0  # above and below the middle of a name


class Part(Enum):
    """The kinds of things that can be pointed at."""

    GROUND = auto()
    NEURON = auto()
    EDGE = auto()
    BIAS = auto()  # the little square beside a neuron
    STRIP = auto()  # the picture of a whole wide layer
    NOTE = auto()  # how many of its neurons are drawn
    LAYER = auto()  # between its neurons, or its name
    UNITS = auto()
    ACTIVATION = auto()
    FEWER = auto()
    MORE = auto()
    HANDLE = auto()
    INSERT = auto()
    CAPTION = auto()
    SWITCH = auto()  # large matrices as lines or as pictures


@dataclass(frozen=True)
class Hit:
    """A thing under the pointer.

    ``layer`` is the layer (-1: the inputs) it belongs to; for an edge, a caption and the "+" between two layers, the
    layer at the right. ``source`` and ``neuron`` number the neurons of an edge's two ends, from 0; on a strip
    ``neuron`` is the one that is pictured there. In the picture of a matrix an edge is the largest of ``block`` weights
    that lie there.
    """

    part: Part
    layer: int | None = None
    neuron: int | None = None
    source: int | None = None
    block: int = 1


GROUND = Hit(Part.GROUND)


def thing_at(layout: Layout, at: QPointF) -> Hit:
    """The thing at a position of the widget; edges are found by ``nearest``."""
    for column in range(len(layout.columns)):
        found = _on_header(layout, column, at) or _in_column(layout, column, at)
        if found is not None:
            return found
    for index in range(len(layout.columns) - 1):
        if layout.insert_button(index).contains(at):
            return Hit(Part.INSERT, index)
        if any(row.contains(at) for row in layout.captions(index)):
            return Hit(Part.CAPTION, index)
    return GROUND


def between(layout: Layout, at: QPointF) -> int | None:
    """The connection that the pointer is in, by the layer at its right."""
    if not 0 <= at.y() <= layout.body.bottom():
        return None
    for index in range(len(layout.columns) - 1):
        if layout.columns[index].x <= at.x() <= layout.columns[index + 1].x:
            return index
    return None


def nearest(at: QPointF, starts: Floats, ends: Floats) -> int | None:
    """The segment from ``starts`` to ``ends`` (n, 2) that the point is on, within EDGE_REACH pixels."""
    if not len(starts):
        return None
    point = np.array([at.x(), at.y()])
    along = ends - starts
    length = np.maximum((along * along).sum(1), 1e-9)
    share = np.clip(((point - starts) * along).sum(1) / length, 0, 1)
    away = point - starts - share[:, None] * along
    distance = np.hypot(away[:, 0], away[:, 1])
    found = int(np.argmin(distance))
    return found if distance[found] <= EDGE_REACH else None


def _on_header(layout: Layout, column: int, at: QPointF) -> Hit | None:
    header, hidden = layout.header(column), 0 < column < len(layout.columns) - 1
    for part, rect, there in (
        (Part.FEWER, header.fewer, hidden),
        (Part.MORE, header.more, hidden),
        (Part.UNITS, header.units, True),
        (Part.ACTIVATION, header.activation, column > 0),
        (Part.HANDLE, layout.handle(column), True),
        (Part.NOTE, header.note.adjusted(NOTE_ASIDE, 0, -NOTE_ASIDE, 0), layout.columns[column].hidden > 0),
    ):
        if there and rect.contains(at):
            return Hit(part, column - 1)
    aside = 0.2 * header.name.width()
    over = header.chip.contains(at) or header.name.adjusted(aside, 0, -aside, 0).contains(at)
    return Hit(Part.LAYER, column - 1) if over else None


def _in_column(layout: Layout, column: int, at: QPointF) -> Hit | None:
    place = layout.columns[column]
    if not layout.body.contains(at):
        return None
    if place.hidden and (strip := layout.picture(column)).adjusted(-STRIP_REACH, 0, STRIP_REACH, 0).contains(at):
        unit = int((at.y() - strip.top()) / strip.height() * place.units)
        return Hit(Part.STRIP, column - 1, min(max(unit, 0), place.units - 1))
    row = _bias_row(place, at) if column else None
    if row is not None:
        return Hit(Part.BIAS, column - 1, int(place.shown[row]))
    row = _neuron_row(place, at)
    if row is None:
        row = _name_row(layout, column, at)
    if row is not None:
        return Hit(Part.NEURON, column - 1, int(place.shown[row]))
    return Hit(Part.LAYER, column - 1) if layout.strip(column).contains(at) else None


def _bias_row(place: Column, at: QPointF) -> int | None:
    row = int(np.argmin(np.abs(place.y + place.radius - BIAS / 2 - at.y())))
    reach = BIAS_REACH
    return row if place.bias(row).adjusted(-reach, -reach, reach - 1, reach).contains(at) else None


def _neuron_row(place: Column, at: QPointF) -> int | None:
    reach = place.radius + NEURON_REACH
    row = int(np.argmin(np.abs(place.y - at.y())))
    return row if abs(at.x() - place.x) <= reach and abs(float(place.y[row]) - at.y()) <= reach else None


def _name_row(layout: Layout, column: int, at: QPointF) -> int | None:
    """The row whose name stands at a position beside the first or the last column."""
    place, last = layout.columns[column], column == len(layout.columns) - 1
    left = column == 0 and layout.named[0] and 0 < place.x - at.x() < layout.margins[0]
    right = last and layout.named[1] and 0 < at.x() - place.x < layout.margins[1]
    if not (left or right):
        return None
    distance = np.abs(place.y - at.y())
    row = int(np.argmin(distance))
    return row if distance[row] <= NAME_REACH else None
