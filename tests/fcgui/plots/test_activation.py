from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fcgui.plots.activation import ActivationPlot
from fcgui.theme import Theme
from fcgui_core.activations import ACTIVATIONS

Show = Callable[..., ActivationPlot]

SMALL = (260, 96)


@pytest.fixture
def plot(theme: Theme, shown: Show) -> ActivationPlot:
    return shown(ActivationPlot(theme), SMALL)


def picture(plot: ActivationPlot) -> QImage:
    return plot.picture.grab().toImage()


def hover_z(qtbot: QtBot, plot: ActivationPlot, z: float) -> str:
    picture(plot)
    assert plot.axes is not None
    at = QPointF(float(plot.axes.px(z)), plot.axes.rect.center().y()).toPoint()
    with qtbot.waitSignal(plot.hovered) as heard:
        qtbot.mouseMove(plot.picture, at)
    return str(heard.args[0])


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
def test_every_activation_has_a_picture_of_its_own(plot: ActivationPlot, name: str) -> None:
    empty = picture(plot)
    plot.show_activation(name)
    assert picture(plot) != empty
    assert ACTIVATIONS[name].formula in plot.picture.accessibleDescription()


@pytest.mark.parametrize(
    ("name", "z", "words"),
    [
        ("relu", 2.0, ": 2.0"),
        ("relu", -2.0, ": 0, slope 0"),
        ("sign", 2.0, ": 1.00, slope 0"),
        ("sigmoid", 0.0, ": 0.5"),
        ("maxout", 4.0, "slope 0.750"),
        ("maxout", -4.0, "slope -0.750"),
    ],
)
def test_the_mouse_reads_value_and_slope(plot: ActivationPlot, qtbot: QtBot, name: str, z: float, words: str) -> None:
    plot.show_activation(name)
    heard = hover_z(qtbot, plot, z)
    assert heard.startswith(ACTIVATIONS[name].label)
    assert words in heard


def test_parameters_change_the_picture(plot: ActivationPlot, qtbot: QtBot) -> None:
    plot.show_activation("leaky_relu")
    before = picture(plot)
    plot.show_activation("leaky_relu", {"slope": 0.5})
    assert picture(plot) != before
    assert "slope 0.500" in hover_z(qtbot, plot, -3.0)


def test_softmax_shows_an_example_and_the_mouse_its_formula(plot: ActivationPlot, qtbot: QtBot) -> None:
    plot.show_activation("softmax")
    picture(plot)
    with qtbot.waitSignal(plot.hovered) as heard:
        qtbot.mouseMove(plot.picture, plot.picture.rect().center())
    assert ACTIVATIONS["softmax"].formula in heard.args[0]


def test_nothing_selected_is_an_empty_plot_again(plot: ActivationPlot) -> None:
    empty = picture(plot)
    plot.show_activation("tanh")
    plot.show_activation(None)
    assert picture(plot) == empty


def test_dark_redraws(plot: ActivationPlot) -> None:
    plot.show_activation("tanh")
    before = picture(plot)
    plot.theme.choose("dark")
    assert picture(plot) != before
    plot.theme.choose("light")
