from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from fcgui.plots.weight_pictures import arrange, color_indices, extremes, scale_to, strongest
from fcgui.plots.weight_words import Cell
from fcgui.plots.weights import WeightsView
from fcgui.theme import LIGHT, Theme
from fcgui_core import Snapshot
from tests.fcgui.plots.cases import IRIS_CLASSES, network, snapshot, table

Show = Callable[..., WeightsView]

STRIP = (700, 150)


def known() -> Snapshot:
    """W1 2 x 3 and W2 3 x 3 with values that a test can name."""
    first = np.array([[1.0, 0.0, -1.0], [0.5, -0.5, 0.25]])
    second = np.arange(9.0).reshape(3, 3) / 8 - 0.5
    return snapshot([first, second], [np.array([[0.75, 0, 0]]), np.zeros((1, 3))], ["relu", "softmax"])


@pytest.fixture
def view(theme: Theme, shown: Show) -> WeightsView:
    return shown(WeightsView(theme), STRIP)


def picture(view: WeightsView) -> QImage:
    return view.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def cell(view: WeightsView, layer: int, row: int, column: int, *, piece: int = 0, bias: bool = False) -> QPoint:
    """The middle of a cell, by what the view itself finds there."""
    for y in range(0, view.picture.height(), 2):
        for x in range(0, view.picture.width(), 2):
            found = view.cell_at(QPoint(x, y).toPointF())
            if found and _name(found) == (layer, piece, bias, row, column):
                return QPoint(x, y)
    raise AssertionError("no such cell")


def _name(found: Cell) -> tuple[int, int, bool, int, int]:
    return found.layer, found.piece, found.bias, found.row, found.column


def hover(qtbot: QtBot, view: WeightsView, at: QPoint) -> str:
    heard: list[str] = []
    view.hovered.connect(heard.append)
    qtbot.mouseMove(view.picture, at + QPoint(1, 0))
    qtbot.mouseMove(view.picture, at)
    view.hovered.disconnect(heard.append)
    return heard[-1] if heard else ""


def test_without_a_network_the_pointer_says_nothing(view: WeightsView, qtbot: QtBot) -> None:
    picture(view)
    assert hover(qtbot, view, QPoint(60, 60)) == ""


@pytest.mark.parametrize(
    ("layer", "row", "column", "words"),
    [
        (0, 0, 0, "W1, from input 1 to neuron 1: 1.00"),
        (0, 1, 2, "W1, from input 2 to neuron 3: 0.250"),
        (1, 2, 0, "W2, from neuron 3 to neuron 1: 0.250"),
        (1, 0, 2, "W2, from neuron 1 to neuron 3: -0.250"),
    ],
)
def test_rows_are_inputs_and_columns_are_neurons(
    view: WeightsView, qtbot: QtBot, layer: int, row: int, column: int, words: str
) -> None:
    view.show_snapshot(known())
    assert hover(qtbot, view, cell(view, layer, row, column)) == words


def test_the_row_below_is_the_bias(view: WeightsView, qtbot: QtBot) -> None:
    view.show_snapshot(known())
    at = cell(view, 0, 0, 0, bias=True)
    assert at.y() > cell(view, 0, 1, 0).y()
    assert hover(qtbot, view, at) == "b1, of neuron 1: 0.750"


def test_inputs_and_outputs_have_the_tables_names(view: WeightsView, qtbot: QtBot) -> None:
    view.set_data(table())
    view.show_snapshot(network((4, 5, 3)))
    assert hover(qtbot, view, cell(view, 0, 2, 0)).startswith("W1, from PetalLengthCm to neuron 1:")
    assert f"to {IRIS_CLASSES[1]}:" in hover(qtbot, view, cell(view, 1, 0, 1))


def test_colours_are_those_of_the_scale(view: WeightsView) -> None:
    view.show_snapshot(known())
    image = picture(view)
    colors = [QColor(image.pixel(cell(view, 0, 0, column))).name() for column in range(3)]
    assert colors[0] == LIGHT.positive
    assert colors[1] == LIGHT.ground
    assert QColor(colors[2]).red() > 180 and QColor(colors[2]).blue() < 40  # the negative end, or next to it


def test_the_mouse_marks_its_cell(view: WeightsView, qtbot: QtBot) -> None:
    view.show_snapshot(known())
    at = cell(view, 1, 1, 1)
    before = picture(view)
    qtbot.mouseMove(view.picture, at)
    assert picture(view) != before


def test_values_follow_the_training_while_the_mouse_rests(view: WeightsView, qtbot: QtBot) -> None:
    view.show_snapshot(known())
    hover(qtbot, view, cell(view, 0, 0, 0))
    heard: list[str] = []
    view.hovered.connect(heard.append)
    later = known()
    view.show_snapshot(replace(later, parameters=later.parameters * np.float32(0.5)))
    assert heard[-1] == "W1, from input 1 to neuron 1: 0.500"


def test_the_pieces_of_maxout_stand_side_by_side(view: WeightsView, qtbot: QtBot) -> None:
    view.show_snapshot(network((3, 4, 2), ("maxout", "softmax")))
    first, second = cell(view, 0, 1, 2), cell(view, 0, 1, 2, piece=1)
    assert second.x() > first.x() and second.y() == first.y()
    assert hover(qtbot, view, second).startswith("W1, piece 2, from input 2 to neuron 3:")


def test_one_scale_for_all_is_a_toggle(view: WeightsView, qtbot: QtBot) -> None:
    view.show_snapshot(known())
    assert [view.limit(layer) for layer in (0, 1)] == [1.0, 0.5]
    before = picture(view)
    qtbot.mouseClick(view.one_scale, Qt.MouseButton.LeftButton, pos=QPoint(8, view.one_scale.height() // 2))
    assert [view.limit(layer) for layer in (0, 1)] == [1.0, 1.0]
    assert picture(view) != before


def test_colours_do_not_flicker_while_weights_move_a_little(view: WeightsView) -> None:
    shot = known()
    limits = set()
    for factor in np.linspace(0.6, 1.0, 20, dtype=np.float32):
        view.show_snapshot(replace(shot, parameters=shot.parameters * factor))
        limits.add((view.limit(0), view.limit(1)))
    assert len(limits) == 1


def test_another_run_fits_its_scale_anew(view: WeightsView) -> None:
    shot = known()
    view.show_snapshot(shot)
    view.show_snapshot(replace(shot, run_id=2, parameters=shot.parameters * np.float32(0.5)))
    assert view.limit(0) == 0.5


@pytest.mark.parametrize("size", [STRIP, (1200, 300)])
@pytest.mark.parametrize(
    "layers",
    [(4, 200, 100, 50, 3), (2, 4, 2, 1), (784, 512, 256, 10), (2, *[8] * 9, 3), (3, 1)],
    ids=lambda sizes: "-".join(map(str, sizes)),
)
def test_one_to_ten_layers_fit_a_strip(
    theme: Theme, shown: Show, size: tuple[int, int], layers: tuple[int, ...]
) -> None:
    view = shown(WeightsView(theme), size)
    view.show_snapshot(network(layers))
    assert view.picture.width() <= view.scroll_area.viewport().width()
    assert view.picture.height() <= view.scroll_area.viewport().height()
    boxes = view.places
    assert len(boxes) == 2 * (len(layers) - 1)
    for k, box in enumerate(boxes):
        assert view.picture.rect().contains(box.toAlignedRect())
        assert not any(box.intersects(other) for other in boxes[k + 1 :])


def test_many_layers_scroll(theme: Theme, shown: Show) -> None:
    view = shown(WeightsView(theme), STRIP)
    view.show_snapshot(network((2, *[6] * 29, 3)))
    assert view.picture.height() > view.scroll_area.viewport().height()


def test_a_large_matrix_tells_the_strongest_weight_of_a_block(view: WeightsView, qtbot: QtBot) -> None:
    weights = np.full((1000, 2000), 0.01)
    weights[0, 1] = -0.9
    view.show_snapshot(snapshot([weights], [np.zeros((1, 2000))], ["sigmoid"]))
    words = hover(qtbot, view, cell(view, 0, 0, 0))
    assert words.startswith("W1, from input 1 to neuron 2: -0.900 (the largest of ")


def test_hidden_it_does_nothing_and_shown_it_catches_up(theme: Theme, qtbot: QtBot) -> None:
    view = WeightsView(theme)
    qtbot.addWidget(view)
    view.show_snapshot(known())
    assert view.places == []
    view.show()
    assert len(view.places) == 4


def test_a_new_size_rearranges_the_pictures(view: WeightsView) -> None:
    view.show_snapshot(network((4, 20, 3)))
    before = view.places
    view.resize(1200, 300)
    assert view.places != before


# The arithmetic underneath.


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [
        (1, 1, [[1, -5, 2], [3, 4, -6], [0, 0, 1]]),
        (2, 1, [[3, -5, -6], [0, 0, 1]]),
        (1, 2, [[-5, 2], [4, -6], [0, 1]]),
        (3, 3, [[-6]]),
    ],
)
def test_a_block_shows_its_largest_magnitude_with_its_sign(rows: int, columns: int, expected: list[list[int]]) -> None:
    matrix = np.array([[1, -5, 2], [3, 4, -6], [0, 0, 1]])
    np.testing.assert_array_equal(strongest(matrix, rows, columns), expected)


def test_zero_is_the_ground_and_the_limits_are_the_ends() -> None:
    values = np.array([-9.0, -2.0, 0.0, 1.0, 2.0, 9.0])
    np.testing.assert_array_equal(color_indices(values, 2.0), [1, 1, 128, 192, 255, 255])


@pytest.mark.parametrize(
    ("count", "room", "block", "zoom"), [(4, 100, 1, 25), (4, 400, 1, 32), (200, 130, 2, 1), (784, 100, 8, 1)]
)
def test_all_cells_of_a_picture_are_equally_large(count: int, room: int, block: int, zoom: int) -> None:
    scale = scale_to(count, room, largest=32)
    assert (scale.block, scale.zoom) == (block, zoom)
    assert scale.length <= room
    covered = [scale.cells(offset) for offset in range(0, scale.length, scale.zoom)]
    assert covered[0][0] == 0 and covered[-1][1] == count
    assert all(a[1] == b[0] for a, b in pairwise(covered))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_pictures_are_sharp_on_dense_screens_too(ratio: float) -> None:
    shapes = [(4, 200), (200, 100), (100, 50), (50, 3)]
    width, height = round(600 * ratio), round(140 * ratio)
    panels, wide, high = arrange(shapes, [100.0] * 4, width, height, ratio)
    assert (wide, high) == (width, height)
    for panel in panels:
        assert panel.x[-1] + panel.across.length <= width
        assert panel.bias_y + panel.bias <= height


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(460, 120), (500, 120), (500, 130), (540, 130), (620, 160)])
def test_nothing_scrolls_where_another_number_of_rows_fits(size: tuple[int, int], ratio: float) -> None:
    shapes, titles = [(4, 200), (200, 100), (100, 50), (50, 3)], [120.0, 125.0, 115.0, 105.0]
    room = int(size[0] * ratio), int(size[1] * ratio)
    _, wide, high = arrange(shapes, titles, *room, ratio)
    assert (wide, high) == room


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("starts", [[0, 2, 5, 9], [0], [0, 1, 2], [0, 70]])  # short blocks, and one too long for takes
def test_blocks_of_any_length_give_their_extremes(starts: list[int], axis: int) -> None:
    matrix = np.random.default_rng(0).normal(size=(90, 90)).astype(np.float32)
    found = extremes(matrix, matrix, np.array(starts), axis)
    assert np.array_equal(found[0], np.maximum.reduceat(matrix, starts, axis))
    assert np.array_equal(found[1], np.minimum.reduceat(matrix, starts, axis))


def test_weights_that_are_all_tiny_have_colours() -> None:
    tiny = np.array([[1e-40, -1e-40, 0.0]], dtype=np.float32)
    assert color_indices(tiny, float(tiny.max())).tolist() == [[255, 1, 128]]
