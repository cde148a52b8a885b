"""The geometry as tables: no widget is needed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSizeF

from fcgui.canvas.connections import Edges, choose, strengths, strongest_piece
from fcgui.canvas.ladder import RUNGS, length_of, resized, units_of
from fcgui.canvas.layout import MAX_RADIUS, MIN_PITCH, arrange
from fcgui.canvas.pointing import GROUND, Hit, Part, nearest, thing_at
from fcgui.theme import LIGHT

SMALL, EMBEDDED, LARGE = QSizeF(480, 300), QSizeF(620, 350), QSizeF(900, 600)
NETWORKS = ((4, 200, 100, 50, 3), (2, 4, 2, 1), (30, 64, 32, 1), (784, 512, 256, 10), (4, *(32,) * 10, 3), (4, 3))


@pytest.mark.parametrize("sizes", NETWORKS)
@pytest.mark.parametrize("size", [SMALL, EMBEDDED, LARGE])
def test_everything_has_its_own_place_in_the_body(sizes: tuple[int, ...], size: QSizeF) -> None:
    layout = arrange(sizes, size, names=(90, 90))
    assert layout.pitch >= MIN_PITCH - 1e-9
    for column in layout.columns:
        assert column.top >= layout.body.top() - 1 and column.bottom <= layout.body.bottom() + 1
        assert 2 * column.radius >= 14 and (np.diff(column.y) > 2 * column.radius).all()
        assert len(column.shown) + column.hidden == column.units
        assert layout.notes or not column.hidden
    for number in range(len(sizes) - 1):
        left, right = layout.header(number).chip, layout.header(number + 1).chip
        assert left.right() < right.left()
        assert layout.columns[number].right < layout.columns[number + 1].left - 8
    if layout.overflow[0] <= 1:
        assert layout.header(0).chip.left() >= 0
        assert layout.header(len(sizes) - 1).chip.right() <= size.width()


def test_the_iris_network_fits_with_its_names_and_wide_headers() -> None:
    layout = arrange((4, 200, 100, 50, 3), EMBEDDED, names=(87, 88))
    assert not layout.compact and layout.overflow == (0, 0)
    assert min(layout.margins) - 12 - MAX_RADIUS >= 60


def test_zooming_shows_more_neurons_and_scrolling_stays_within_the_drawing() -> None:
    plain = arrange((4, 200, 3), EMBEDDED)
    zoomed = arrange((4, 200, 3), EMBEDDED, zoom=4, scroll=(1e6, -5))
    assert zoomed.columns[1].hidden < plain.columns[1].hidden
    assert zoomed.scroll == (zoomed.overflow[0], 0.0)
    assert arrange((4, 200, 3), EMBEDDED, zoom=24).columns[1].hidden == 0


def test_where_a_stroke_inserts_and_a_dropped_layer_goes() -> None:
    layout = arrange((4, 5, 6, 7, 3), LARGE)
    x = [column.x for column in layout.columns]
    assert [layout.insertion(at) for at in (0, x[0] + 9, x[1] + 9, x[3] + 9, x[4] + 20)] == [0, 0, 1, 3, 3]
    assert [layout.target(0, at) for at in (0, x[1], x[2] + 1, x[3] + 1, 999)] == [0, 0, 1, 2, 2]
    assert [layout.target(2, at) for at in (0, x[1] + 1, x[2] + 1)] == [0, 1, 2]


def test_what_lies_under_a_point() -> None:
    layout = arrange((4, 200, 3), LARGE, names=(90, 90))
    inputs, hidden, output = layout.columns
    header = layout.header(1)
    strip = layout.picture(1)
    for at, hit in (
        (QPointF(inputs.x, inputs.y[2]), Hit(Part.NEURON, -1, 2)),
        (QPointF(inputs.x - 40, inputs.y[2]), Hit(Part.NEURON, -1, 2)),  # its name
        (QPointF(hidden.x, hidden.y[-1]), Hit(Part.NEURON, 0, len(hidden.shown) - 1)),
        (hidden.bias(2).center(), Hit(Part.BIAS, 0, 2)),
        (QPointF(strip.center().x(), strip.bottom() - 1), Hit(Part.STRIP, 0, 199)),
        (header.note.center(), Hit(Part.NOTE, 0)),
        (QPointF(output.x, output.y[0]), Hit(Part.NEURON, 1, 0)),
        (header.units.center(), Hit(Part.UNITS, 0)),
        (header.activation.center(), Hit(Part.ACTIVATION, 0)),
        (header.name.center(), Hit(Part.LAYER, 0)),
        (header.fewer.center(), Hit(Part.FEWER, 0)),
        (header.more.center(), Hit(Part.MORE, 0)),
        (layout.handle(1).center(), Hit(Part.HANDLE, 0)),
        (layout.insert_button(1).center(), Hit(Part.INSERT, 1)),
        (layout.captions(0)[1].center(), Hit(Part.CAPTION, 0)),
        (QPointF((inputs.x + hidden.x) / 2, 200), GROUND),
    ):
        assert thing_at(layout, at) == hit


def test_the_nearest_edge_within_reach() -> None:
    starts, ends = np.array([[0.0, 0], [0, 100]]), np.array([[100.0, 0], [100, 100]])
    assert nearest(QPointF(50, 3), starts, ends) == 0
    assert nearest(QPointF(50, 97), starts, ends) == 1
    assert nearest(QPointF(50, 50), starts, ends) is None
    assert nearest(QPointF(200, 0), starts, ends) is None
    assert nearest(QPointF(0, 0), np.empty((0, 2)), np.empty((0, 2))) is None


def test_the_ladder_hits_small_numbers_easily_and_reaches_hundreds_in_a_small_window() -> None:
    assert units_of(5) == 0
    for units in range(1, 9):
        assert all(units_of(length_of(units) + off) == units for off in (-6, 0, 6))
    assert units_of(arrange((4, 3), EMBEDDED).body.height() - 10) >= 200
    assert [units_of(length_of(units)) for units in RUNGS] == list(RUNGS)
    assert units_of(1e6) == RUNGS[-1]


@pytest.mark.parametrize(
    ("units", "pixels", "after"),
    [
        (200, 0, 200),
        (199, 2, 199),
        (199, 6, 200),
        (199, -6, 198),
        (200, 40, 221),
        (200, 162, 440),
        (200, -162, 1),
        (8, 14, 11),
        (8, -14, 5),
        (1, -50, 1),
        (5000, 30, 5160),
    ],
)
def test_pulling_the_lower_edge(units: int, pixels: float, after: int) -> None:
    assert resized(units, pixels) == after


def test_a_pull_never_jumps() -> None:
    after = [resized(200, pixels) for pixels in range(-200, 201)]
    steps = np.diff(after)
    assert (steps >= 0).all() and steps.max() <= 7 and set(steps[190:210].tolist()) <= {0, 1}


def test_the_strongest_edges_are_chosen_and_graded_by_sign_and_size() -> None:
    block = np.array([[0.1, -5, 0.2], [3, 0, -0.3]])
    assert choose(block, 2).tolist() == [1, 3]
    assert choose(block, 99).tolist() == [0, 1, 2, 3, 4, 5]
    levels = strengths(np.array([-5.0, 5, 0, np.nan, 2.5, -0.01]), 5.0)
    assert levels.tolist() == [-6, 6, 0, 0, 3, -1]
    assert strengths(np.ones(2), 0.0).tolist() == [0, 0]


def test_weights_too_small_to_be_seen_do_not_count_as_drawn(qapp: object) -> None:
    layout = arrange((2, 2), EMBEDDED)
    edges = Edges(*layout.columns, layout.connection(0), 1.0)
    edges.refresh(np.array([[1.0, 1e-40], [-0.5, 0.0]]), LIGHT)
    assert (edges.drawn, edges.possible) == (2, 4)
    edges.refresh(np.ones((2, 2)), LIGHT, anew=True)
    assert edges.drawn == 4
    edges.refresh(np.zeros((2, 2)), LIGHT, anew=True)
    assert edges.drawn == 0


def test_of_maxouts_pieces_the_largest_counts() -> None:
    weights = np.array([[[1.0, -2]], [[-3, 1]]])  # (pieces, inputs, units)
    assert strongest_piece(weights, np.array([0]), np.array([0, 1])).tolist() == [[-3, -2]]
