from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fcgui.plots.drawing import strokes
from fcgui.plots.loss import LossPlot
from fcgui.theme import LIGHT, Theme
from fcgui_core import Curves, Snapshot
from tests.fcgui.plots.cases import curves, network, table

Show = Callable[..., LossPlot]


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def at_epoch(plot: LossPlot, epoch: float) -> QPoint:
    """A place in the plot over ``epoch``."""
    axes = plot.axes
    assert axes is not None
    return QPoint(round(float(axes.px(epoch))), round(axes.rect.center().y()))


def after(epochs: int, step: int = 1, **changes: object) -> Snapshot:
    return network((4, 5, 3), history=curves(epochs, step), epoch=epochs * step, **changes)


@pytest.fixture
def plot(theme: Theme, shown: Show) -> LossPlot:
    widget = shown(LossPlot(theme))
    widget.set_data(table())
    return widget


def picture(plot: LossPlot) -> QImage:
    return plot.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels in which two pictures clearly differ."""
    first, second = (np.frombuffer(i.constBits(), np.uint8).reshape(i.height(), -1, 4)[:, :, :3] for i in (one, other))
    return float((np.abs(first.astype(int) - second).max(axis=2) > 64).mean())


def test_before_training_nothing_can_be_pointed_at(plot: LossPlot, qtbot: QtBot) -> None:
    heard: list[str] = []
    plot.hovered.connect(heard.append)
    plot.show_snapshot(after(0))
    picture(plot)
    qtbot.mouseMove(plot.picture, QPoint(150, 100))
    assert heard in ([], [""])


@pytest.mark.parametrize(("epoch", "train", "test"), [(1, "1.000", "1.250"), (4, "0.2500", "0.3125")])
def test_the_mouse_reads_the_exact_values_of_an_epoch(
    plot: LossPlot, qtbot: QtBot, epoch: int, train: str, test: str
) -> None:
    plot.show_snapshot(after(8))
    picture(plot)
    with qtbot.waitSignal(plot.hovered) as heard:
        qtbot.mouseMove(plot.picture, at_epoch(plot, epoch))
    words = str(heard.args[0])
    assert words.startswith(f"Epoch {epoch}: loss: train {train}, test {test}; accuracy: ")


def test_the_words_follow_the_training_while_the_mouse_rests(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(after(5))
    picture(plot)
    qtbot.mouseMove(plot.picture, at_epoch(plot, 10))
    heard: list[str] = []
    plot.hovered.connect(heard.append)
    plot.show_snapshot(after(9))
    assert heard[-1].startswith("Epoch 9:")


def test_without_test_rows_only_training_is_told(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(replace(after(5), history=curves(5, test=False)))
    picture(plot)
    with qtbot.waitSignal(plot.hovered) as heard:
        qtbot.mouseMove(plot.picture, at_epoch(plot, 3))
    assert "test" not in str(heard.args[0])


def test_the_epoch_axis_changes_by_doubling_only(plot: LossPlot) -> None:
    ends = []
    for epochs in range(1, 90):
        plot.show_snapshot(after(epochs))
        picture(plot)
        assert plot.axes is not None
        ends.append(plot.axes.x[1])
    assert sorted(set(ends)) == [10, 20, 40, 80, 160]
    assert ends == sorted(ends)


def test_a_noisy_loss_does_not_make_the_axis_tremble(plot: LossPlot) -> None:
    rng = np.random.default_rng(0)
    ranges = set()
    for _ in range(30):
        noisy = 0.6 + 0.3 * rng.random(40)
        plot.show_snapshot(replace(after(40), history=Curves(np.arange(40), noisy, noisy, noisy, noisy, noisy)))
        picture(plot)
        assert plot.axes is not None
        ranges.add((plot.axes.x, plot.axes.y))
    assert len(ranges) == 1


def test_log_scale_is_a_toggle_for_the_loss_alone(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(after(64))
    qtbot.mouseClick(plot.log_scale, Qt.MouseButton.LeftButton, pos=QPoint(8, plot.log_scale.height() // 2))
    picture(plot)
    assert plot.axes is not None and plot.axes.log_y
    assert plot.axes.y == (2.0**-6, 2.0)
    plot.score.click()
    picture(plot)
    assert not plot.axes.log_y and plot.axes.y == (0.0, 1.0)
    assert not plot.log_scale.isEnabled()
    assert plot.quantity.text() == "accuracy"


def test_a_regression_offers_r_squared(theme: Theme, shown: Show) -> None:
    plot = shown(LossPlot(theme))
    plot.set_data(table(classes=None))
    plot.show_snapshot(network((4, 1), ("identity",), history=curves(5)))
    assert plot.score.text() == "R\N{SUPERSCRIPT TWO}"
    assert "R\N{SUPERSCRIPT TWO}" in plot.score.accessibleName()


def test_r_squared_below_zero_has_room(theme: Theme, shown: Show) -> None:
    plot = shown(LossPlot(theme))
    score = np.array([-5.0, -1.0, 0.3])
    history = Curves(np.arange(3), score, score, score, score, score)
    plot.show_snapshot(network((4, 1), ("identity",), history=history))
    plot.score.click()
    picture(plot)
    assert plot.axes is not None and plot.axes.y == (-8.0, 1.0)


@pytest.mark.parametrize(
    ("status", "color", "epoch"), [("diverged", LIGHT.danger, 8), ("stopped early", LIGHT.good, 5)]
)
def test_the_end_of_a_run_is_marked(plot: LossPlot, status: str, color: str, epoch: int) -> None:
    """An early stop is marked at the best epoch, a divergence at the end."""
    loss = np.array([4.0, 3.0, 2.0, 1.5, 1.0, 1.2, 1.4, 1.6])
    history = Curves(np.arange(1, 9), loss / 2, loss, loss, loss, loss)
    plot.show_snapshot(replace(after(8), history=history, status=status, best_epoch=5))
    image = picture(plot)
    assert plot.axes is not None
    x = int(float(plot.axes.px(epoch)))
    found = {QColor(image.pixel(x + dx, y)).name() for dx in (-1, 0, 1) for y in range(image.height())}
    assert color in found


def test_values_that_are_not_finite_leave_a_gap(plot: LossPlot) -> None:
    loss = np.array([1.0, np.nan, np.inf, 0.5, 0.25])
    plot.show_snapshot(replace(after(5), history=Curves(np.arange(5), loss, loss, loss, loss, loss)))
    picture(plot)
    assert plot.axes is not None
    pieces = strokes(plot.axes, plot.epochs, plot.curves[0].values)
    assert [piece.line.size() for piece in pieces] == [1, 2]


def test_many_points_cost_no_more_than_the_plot_is_wide(plot: LossPlot) -> None:
    plot.show_snapshot(after(2000))
    picture(plot)
    assert plot.axes is not None
    (piece,) = strokes(plot.axes, plot.epochs, plot.curves[0].values)
    assert piece.line.size() <= plot.axes.rect.width() + 2


def test_a_growing_curve_looks_as_if_it_were_drawn_at_once(plot: LossPlot) -> None:
    for epochs in range(2, 81):
        plot.show_snapshot(after(epochs))
        grown = picture(plot)
    plot.theme.choose("dark")
    picture(plot)
    plot.theme.choose("light")
    at_once = picture(plot)
    assert differing(grown, at_once) < 0.005


def test_training_is_solid_and_test_dashed(plot: LossPlot) -> None:
    plot.show_snapshot(after(5))
    picture(plot)
    assert [(one.name, one.style) for one in plot.curves] == [
        ("train", Qt.PenStyle.SolidLine),
        ("test", Qt.PenStyle.DashLine),
    ]


def test_validation_rows_have_a_curve_between_both(plot: LossPlot, qtbot: QtBot) -> None:
    bare = after(5)
    plot.show_snapshot(bare)
    without = picture(plot)
    history = replace(bare.history, validation_loss=np.full(5, 0.9), validation_score=np.full(5, 0.25))
    plot.show_snapshot(replace(bare, run_id=2, history=history))
    assert differing(picture(plot), without) > 0.002
    with qtbot.waitSignal(plot.hovered) as heard:
        qtbot.mouseMove(plot.picture, at_epoch(plot, 3))
    assert "validation 0.9000, test" in str(heard.args[0]) and "validation 0.2500, test" in str(heard.args[0])


def test_between_two_epochs_the_picture_is_not_painted_again(plot: LossPlot, qtbot: QtBot) -> None:
    paints = Paints(plot.picture)
    plot.show_snapshot(after(5))
    qtbot.waitUntil(lambda: paints.count > 0)
    QCoreApplication.processEvents()
    before = paints.count
    plot.show_snapshot(replace(after(5), step=999))
    QCoreApplication.processEvents()
    assert paints.count == before
    plot.show_snapshot(after(6))
    qtbot.waitUntil(lambda: paints.count > before)


def test_smoothing_shows_the_trend_through_the_noise(plot: LossPlot, qtbot: QtBot) -> None:
    rng = np.random.default_rng(0)
    noisy = 1.0 + rng.normal(0, 0.2, 500)
    noisy[100] = np.nan
    made = curves(500)
    plot.show_snapshot(network((4, 5, 3), history=replace(made, train_loss=noisy), epoch=500))
    raw = picture(plot)
    qtbot.mouseClick(plot.smooth, Qt.MouseButton.LeftButton, pos=QPoint(8, plot.smooth.height() // 2))
    assert differing(raw, picture(plot)) > 0.005
    drawn = plot.curves[0].values
    assert np.isnan(drawn[100]) and np.nanstd(drawn[60:]) < 0.3 * np.nanstd(noisy[60:])
    assert abs(np.nanmean(drawn[60:]) - 1.0) < 0.05 and drawn[0] == noisy[0]
    qtbot.mouseClick(plot.smooth, Qt.MouseButton.LeftButton, pos=QPoint(8, plot.smooth.height() // 2))
    assert differing(raw, picture(plot)) == 0.0
