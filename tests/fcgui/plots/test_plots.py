"""What all plots have in common."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from fcgui.plots.loss import LossPlot
from fcgui.plots.picture import Picture
from fcgui.plots.plot import Plot
from fcgui.plots.regions import DecisionRegions
from fcgui.plots.weights import WeightsView
from fcgui.theme import Theme
from tests.fcgui.plots.cases import curves, network, table

PLOTS = [LossPlot, DecisionRegions, WeightsView]
Show = Callable[..., Plot]


@pytest.mark.parametrize("kind", PLOTS)
def test_every_control_has_a_name_a_tip_and_a_place_in_tab_order(kind: type[Plot], theme: Theme, shown: Show) -> None:
    plot = shown(kind(theme))
    controls = [c for c in plot.findChildren(QWidget) if isinstance(c, (QAbstractButton, QComboBox))]
    assert controls
    for control in controls:
        assert control.accessibleName()
        assert control.toolTip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("kind", PLOTS)
def test_a_plot_can_be_emptied_again(kind: type[Plot], theme: Theme, shown: Show) -> None:
    plot = shown(kind(theme))
    empty = plot.grab().toImage()
    plot.set_data(table())
    plot.show_snapshot(network((4, 5, 3), history=curves(20)))
    full = plot.grab().toImage()
    assert full != empty
    plot.show_snapshot(None)
    plot.set_data(None)
    assert plot.grab().toImage() == empty


@pytest.mark.parametrize("kind", PLOTS)
def test_dark_and_light_look_different(kind: type[Plot], theme: Theme, shown: Show) -> None:
    plot = shown(kind(theme))
    plot.set_data(table())
    plot.show_snapshot(network((4, 5, 3), history=curves(20)))
    light = plot.grab().toImage()
    theme.choose("dark")
    assert plot.grab().toImage() != light
    theme.choose("light")
    assert plot.grab().toImage() == light


@pytest.mark.parametrize("kind", PLOTS)
@pytest.mark.parametrize("size", [(160, 90), (1, 1)])
def test_a_plot_survives_being_tiny(kind: type[Plot], size: tuple[int, int], theme: Theme, shown: Show) -> None:
    plot = shown(kind(theme), size)
    plot.set_data(table())
    plot.show_snapshot(network((4, 5, 3), history=curves(20), status="stopped early"))
    plot.picture.resize(*size)
    plot.grab()


@pytest.mark.parametrize("kind", PLOTS)
def test_leaving_says_nothing_more(kind: type[Plot], theme: Theme, shown: Show, qtbot: QtBot) -> None:
    plot = shown(kind(theme))
    plot.set_data(table())
    plot.show_snapshot(network((4, 5, 3), history=curves(20)))
    plot.grab()
    heard: list[str] = []
    plot.hovered.connect(heard.append)
    qtbot.mouseMove(plot.picture, QPoint(70, 60))
    assert heard and heard[-1]
    plot.picture.setFocus()
    qtbot.keyClick(plot.picture, Qt.Key.Key_Escape)
    assert heard[-1] == ""


def test_the_keyboard_points_too(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    plot = shown(DecisionRegions(theme))
    plot.set_data(table())
    plot.show_snapshot(network((4, 5, 3)))
    plot.grab()
    picture: Picture = plot.picture
    with qtbot.waitSignal(plot.hovered) as heard:
        qtbot.keyClick(picture, Qt.Key.Key_Left)
    assert "%" in heard.args[0]
    before = picture.pointer
    qtbot.keyClick(picture, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert before is not None and picture.pointer is not None
    assert before.y() - picture.pointer.y() == 1
    with qtbot.waitSignal(plot.point_clicked):
        qtbot.keyClick(picture, Qt.Key.Key_Return)
