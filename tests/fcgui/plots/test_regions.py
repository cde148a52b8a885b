from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from fcgui.plots.colors import class_hex
from fcgui.plots.region_answer import COARSE
from fcgui.plots.region_field import class_indices, field_colors
from fcgui.plots.region_points import MOST_POINTS, points_of
from fcgui.plots.regions import DecisionRegions
from fcgui.theme import LIGHT, Theme
from fcgui_core import Snapshot
from fcgui_core.column import Column
from fcgui_core.preparation import PreparedData, prepare
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from tests.fcgui.plots.cases import IRIS_CLASSES, network, snapshot, table

Show = Callable[..., DecisionRegions]


def steps_along(column: int, n_inputs: int, **changes: Any) -> Snapshot:
    """A network that is sure of the second class where ``column`` (scaled) is above 0, else of the first."""
    weights = np.zeros((n_inputs, 1))
    weights[column] = 60.0
    return snapshot([weights], [np.zeros((1, 1))], ["sigmoid"], **changes)


@pytest.fixture
def two(theme: Theme, shown: Show) -> DecisionRegions:
    """Regions of a table of two columns and two classes."""
    widget = shown(DecisionRegions(theme))
    widget.set_data(table(2, ("no", "yes")))
    return widget


def picture(regions: DecisionRegions) -> QImage:
    return regions.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def place(regions: DecisionRegions, across: float, up: float) -> QPoint:
    """A place in the plot, as shares of its width and height; up is up."""
    picture(regions)
    assert regions.axes is not None
    rect = regions.axes.rect
    return QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height()).toPoint()


def hover(qtbot: QtBot, regions: DecisionRegions, at: QPoint) -> str:
    heard: list[str] = []
    regions.hovered.connect(heard.append)
    qtbot.mouseMove(regions.picture, at + QPoint(1, 1))
    qtbot.mouseMove(regions.picture, at)
    regions.hovered.disconnect(heard.append)
    return heard[-1] if heard else ""


def bluish(image: QImage, at: QPoint) -> bool:
    color = QColor(image.pixel(at))
    return color.blue() > color.red()


def test_without_a_table_the_combos_rest_and_the_pointer_says_nothing(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    regions = shown(DecisionRegions(theme))
    assert not regions.chooser.x_column.isEnabled()
    assert hover(qtbot, regions, QPoint(100, 100)) == ""
    assert regions.columns is None


def test_the_second_columns_high_values_are_at_the_top(two: DecisionRegions) -> None:
    two.test_points.setChecked(False)
    two.show_snapshot(steps_along(1, 2))
    top, bottom = place(two, 0.02, 0.97), place(two, 0.02, 0.03)
    image = picture(two)
    assert bluish(image, top) and not bluish(image, bottom)


def test_the_first_columns_high_values_are_at_the_right(two: DecisionRegions) -> None:
    two.show_snapshot(steps_along(0, 2))
    left, right = place(two, 0.02, 0.03), place(two, 0.98, 0.03)
    image = picture(two)
    assert bluish(image, right) and not bluish(image, left)


def test_the_pointer_tells_the_place_and_the_answer(two: DecisionRegions, qtbot: QtBot) -> None:
    two.show_snapshot(steps_along(1, 2))
    words = hover(qtbot, two, place(two, 0.02, 0.97))
    assert words.startswith("column 1 ")
    assert words.endswith(": yes 100 %, no 0 %")


def test_the_words_follow_the_training_while_the_mouse_rests(two: DecisionRegions, qtbot: QtBot) -> None:
    two.show_snapshot(steps_along(1, 2))
    hover(qtbot, two, place(two, 0.02, 0.97))
    heard: list[str] = []
    two.hovered.connect(heard.append)
    two.show_snapshot(snapshot([np.zeros((2, 1))], [np.zeros((1, 1))], ["sigmoid"]))
    assert heard[-1].endswith(": no 50 %, yes 50 %")


def test_a_click_gives_the_raw_row_of_that_place(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    regions = shown(DecisionRegions(theme))
    prepared = table()
    with qtbot.waitSignal(regions.plane_changed) as chosen:
        regions.set_data(prepared)
    at = place(regions, 0.5, 0.25)
    with qtbot.waitSignal(regions.point_clicked) as clicked:
        qtbot.mouseClick(regions.picture, Qt.MouseButton.LeftButton, pos=at)
    row = clicked.args[0]
    assert regions.axes is not None
    x, y = regions.axes.data(QPointF(at))
    np.testing.assert_allclose(row[2:], [x, y])
    scaled = (row - prepared.preparation.x_mean) / prepared.preparation.x_scale
    np.testing.assert_allclose(chosen.args[0].rows(scaled[[2]], scaled[[3]])[0], scaled)


def test_the_pointer_names_the_row_that_it_is_on(two: DecisionRegions, qtbot: QtBot) -> None:
    prepared = two.prepared
    assert prepared is not None
    picture(two)
    axes = two.axes
    assert axes is not None
    x, y = prepared.raw(prepared.X_train)[0]
    at = QPointF(float(axes.px(x)), float(axes.py(y))).toPoint()
    assert hover(qtbot, two, at).endswith(" - training row 1 is no")


def test_the_best_columns_are_shown_first_and_the_combos_change_them(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    regions = shown(DecisionRegions(theme))
    regions.set_data(table())
    assert regions.columns == (2, 3)
    assert regions.chooser.x_column.currentText() == "PetalLengthCm"
    assert regions.chooser.y_column.currentText() == "PetalWidthCm"
    with qtbot.waitSignal(regions.columns_chosen) as chosen:
        qtbot.keyClick(regions.chooser.x_column, Qt.Key.Key_Home)
    assert chosen.args == [0, 3]
    assert regions.columns == (0, 3)
    assert hover(qtbot, regions, place(regions, 0.03, 0.9)).startswith("SepalLengthCm ")


def test_choosing_the_other_axis_column_turns_the_picture_over(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    regions = shown(DecisionRegions(theme))
    regions.set_data(table())
    qtbot.keyClick(regions.chooser.x_column, Qt.Key.Key_Down)
    assert regions.columns == (3, 2)
    assert regions.chooser.y_column.currentText() == "PetalLengthCm"


def test_chosen_columns_stay_when_the_rows_are_split_anew(theme: Theme, shown: Show) -> None:
    regions = shown(DecisionRegions(theme))
    regions.set_data(table())
    regions.choose_columns(1, 0)
    regions.set_data(table(seed=1))
    assert regions.columns == (1, 0)
    regions.set_data(table(6))
    assert regions.columns == (4, 5)


@pytest.mark.parametrize(("classes", "outputs"), [(IRIS_CLASSES, 3), (("a", "b"), 1), (None, 1)])
def test_a_single_column_is_a_curve_over_it(
    theme: Theme, shown: Show, qtbot: QtBot, classes: tuple[str, ...] | None, outputs: int
) -> None:
    regions = shown(DecisionRegions(theme))
    regions.set_data(table(1, classes))
    last = "identity" if classes is None else "sigmoid" if outputs == 1 else "softmax"
    regions.show_snapshot(network((1, 6, outputs), ("tanh", last), status="paused"))
    words = hover(qtbot, regions, place(regions, 0.5, 0.5))
    assert not regions.chooser.y_column.isEnabled()
    assert words.startswith("column 1 ")
    assert ("Price" in words) if classes is None else ("%" in words)


def test_over_a_single_column_a_neuron_is_a_curve_blue_above_zero_and_orange_below(theme: Theme, shown: Show) -> None:
    regions = shown(DecisionRegions(theme))
    regions.set_data(table(1, None))
    weights, biases = [np.array([[2.0]]), np.array([[1.0]])], [np.zeros((1, 1)), np.zeros((1, 1))]
    regions.show_snapshot(snapshot(weights, biases, ("tanh", "identity"), status="paused"))
    answer = picture(regions)
    regions.show_neuron(0, 0)
    right, left = place(regions, 0.95, 0.6), place(regions, 0.05, 0.4)  # between the curve and zero
    image = picture(regions)
    assert "hidden layer 1, neuron 1" in regions.title and "1.00" in regions.title
    assert bluish(image, right) and not bluish(image, left)
    regions.show_neuron(-1, None)
    assert picture(regions) == answer and regions.title == ""


def test_the_values_of_a_regression_are_in_the_targets_units(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    regions = shown(DecisionRegions(theme))
    prepared = table(2, None)
    regions.set_data(prepared)
    regions.show_snapshot(snapshot([np.zeros((2, 1))], [np.zeros((1, 1))], ["identity"]))
    assert prepared.preparation.y_mean is not None
    words = hover(qtbot, regions, place(regions, 0.02, 0.02))
    assert f": Price {prepared.preparation.y_mean[0]:.1f}" in words


def test_test_points_can_be_left_out(two: DecisionRegions) -> None:
    before = picture(two)
    assert two.picture.accessibleDescription() == "105 train, 45 test"
    two.test_points.click()
    assert two.picture.accessibleDescription() == "105 train"
    assert picture(two) != before


def test_the_caption_says_what_is_held_and_what_is_thinned(theme: Theme, shown: Show) -> None:
    regions = shown(DecisionRegions(theme))
    regions.set_data(table(rows=5000))
    assert regions.picture.accessibleDescription().startswith("others follow x and y")
    assert regions.picture.accessibleDescription().endswith("2,000 of 5,000 points drawn")


def test_training_is_coarse_and_rest_is_fine(two: DecisionRegions, qtbot: QtBot) -> None:
    two.show_snapshot(steps_along(1, 2))
    assert two.image is not None and two.image.width() == COARSE
    assert not two.busy
    two.show_snapshot(steps_along(1, 2, status="paused"))
    qtbot.waitUntil(lambda: two.image is not None and two.image.width() == 256)
    assert not two.busy


def test_the_fine_picture_is_of_the_last_snapshot(two: DecisionRegions, qtbot: QtBot) -> None:
    two.show_snapshot(steps_along(0, 2, status="paused"))
    two.show_snapshot(steps_along(1, 2, status="paused"))
    qtbot.waitUntil(lambda: not two.busy)
    image = two.image
    assert image is not None
    assert bluish(image, QPoint(3, 3)) and not bluish(image, QPoint(3, 252))


def test_while_training_the_picture_follows_in_slices_to_the_last_snapshot(two: DecisionRegions, qtbot: QtBot) -> None:
    two.show_snapshot(steps_along(0, 2))
    first = two.image
    for column in (1, 0, 1, 0, 1):  # faster than pictures can be computed: those in between are left out
        two.show_snapshot(steps_along(column, 2))
    assert two.image is first and two.busy
    qtbot.waitUntil(lambda: not two.busy)
    image = two.image
    assert image is not None and image.width() == COARSE
    assert bluish(image, QPoint(1, 1)) and not bluish(image, QPoint(1, COARSE - 2))


def test_a_pause_shows_the_paused_network_at_once(two: DecisionRegions) -> None:
    two.show_snapshot(steps_along(0, 2))
    two.show_snapshot(steps_along(0, 2))
    two.show_snapshot(steps_along(1, 2, status="paused"))
    image = two.image
    assert image is not None and bluish(image, QPoint(1, 1))


def test_hidden_it_asks_nothing_and_shown_it_catches_up(theme: Theme, qtbot: QtBot, asked: list[int]) -> None:
    regions = DecisionRegions(theme)
    qtbot.addWidget(regions)
    regions.set_data(table(1))  # over a single column the snapshot itself is asked
    regions.show_snapshot(network((1, 3, 3)))
    assert asked == [] and regions.columns is None
    regions.show()
    assert asked == [256] and regions.columns == (0, None)


def test_hidden_in_the_middle_of_refining_it_rests(two: DecisionRegions) -> None:
    two.show_snapshot(network((2, 300, 300, 1), ("relu", "relu", "sigmoid"), status="paused"))
    assert two.busy
    two.hide()
    assert not two.busy
    two.show()
    assert two.busy
    two.hide()


def test_a_network_of_another_table_is_not_asked(two: DecisionRegions, qtbot: QtBot, asked: list[int]) -> None:
    two.show_snapshot(network((4, 3, 3)))
    assert "%" not in hover(qtbot, two, place(two, 0.02, 0.97))
    assert asked == []


def test_the_border_between_classes_shows_the_ground() -> None:
    prepared = table()
    shares = np.array([[0.4, 0.4, 0.2], [1.0, 0.0, 0.0], [0.0, 0.2, 0.8]])
    colors = [f"#{int(c) & 0xFFFFFF:06x}" for c in field_colors(shares, prepared, LIGHT)]
    assert colors[0] == LIGHT.ground
    assert colors[1] != LIGHT.ground
    np.testing.assert_array_equal(class_indices(shares), [0, 63, 2 * 64 + 38])


def test_two_classes_have_the_ends_of_the_diverging_scale() -> None:
    prepared = table(2, ("no", "yes"))
    no, even, yes = field_colors(np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]]), prepared, LIGHT)
    assert f"#{int(even) & 0xFFFFFF:06x}" == LIGHT.ground
    assert QColor.fromRgb(int(no)).red() > QColor.fromRgb(int(no)).blue()
    assert QColor.fromRgb(int(yes)).blue() > QColor.fromRgb(int(yes)).red()
    assert class_hex(LIGHT, 0, 2) == LIGHT.negative and class_hex(LIGHT, 1, 2) == LIGHT.positive


def test_points_are_thinned_the_same_way_each_time() -> None:
    prepared = table(rows=9000)
    first, second = (points_of(prepared, 0, 1, test=True) for _ in range(2))
    assert len(first.x) == MOST_POINTS
    np.testing.assert_array_equal(first.rows, second.rows)
    assert first.counts == (1400, 600)


@pytest.mark.parametrize("classes", [IRIS_CLASSES, ("a", "b"), None])
def test_a_network_about_to_diverge_is_shown_without_a_fuss(
    theme: Theme, shown: Show, qtbot: QtBot, classes: tuple[str, ...] | None
) -> None:
    outputs = 3 if classes == IRIS_CLASSES else 1
    last = "identity"  # nothing holds its outputs in bounds
    huge = snapshot(
        [np.full((2, 4), 3e38), np.full((4, outputs), -3e38)],
        [np.zeros((1, 4)), np.zeros((1, outputs))],
        ["relu", last],
    )
    regions = shown(DecisionRegions(theme))
    regions.set_data(table(2, classes))
    regions.show_snapshot(huge)
    assert hover(qtbot, regions, place(regions, 0.9, 0.9)) != ""


def test_names_from_a_file_are_only_text(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    name = "<b>x</b>" * 40
    prepared: PreparedData = table(2, ("<i>a</i>", "b\nc" * 60), names=(name, "y"))
    regions = shown(DecisionRegions(theme))
    regions.set_data(prepared)
    regions.show_snapshot(network((2, 1), ("sigmoid",)))
    assert hover(qtbot, regions, place(regions, 0.02, 0.03)).startswith(name)
    assert name not in regions.picture.toolTip()


def test_dark_has_a_dark_ground(shown: Show, qapp: object) -> None:
    theme = Theme("light")
    regions = shown(DecisionRegions(theme))
    regions.set_data(table(2, ("no", "yes")))
    regions.show_snapshot(snapshot([np.zeros((2, 1))], [np.zeros((1, 1))], ["sigmoid"]))
    at = place(regions, 0.01, 0.02)
    assert QColor(picture(regions).pixel(at)).lightness() > 200
    theme.choose("dark")
    assert QColor(picture(regions).pixel(at)).lightness() < 60
    theme.choose("light")


def test_a_column_of_dates_has_dates_on_its_axis(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    days = [f"{year}-{month:02}-01" for year in (2019, 2020, 2021) for month in range(1, 13)]
    price = np.arange(36.0)
    columns = (
        Column("when", "date", np.array(days, dtype=object)),
        Column("price", "numeric", price),
        Column("sold", "numeric", price**2),
    )
    table = Table("sales", columns, 36)
    regions = shown(DecisionRegions(theme))
    regions.set_data(prepare(table, Roles("sold", {}, "regression")))
    middle = place(regions, 0.5, 0.5)
    assert regions.axes is not None
    assert {"2020", "2021"} <= set(regions.axes.x_ticks()[1])
    assert "when (days) 2020-0" in hover(qtbot, regions, middle)
