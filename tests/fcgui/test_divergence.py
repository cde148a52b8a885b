"""A training that diverges: nothing in the window moves, all numbers can be read, and one click goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fcgui import theme
from fcgui.app import App
from fcgui.plots.drawing import text_width
from fcgui.plots.weights import LONGEST_ENDS, scale_end
from fcgui.run_bar import loss_text, score_text
from fcgui_core.snapshot import Snapshot
from tests.fcgui.helpers import rested, until


def snapshot_of(app: App) -> Snapshot:
    assert app.session.snapshot is not None
    return app.session.snapshot


@pytest.fixture
def diverged(qtbot: QtBot, app: App) -> App:
    """SGD at rate 5 on a table with numbers as its target."""
    app.files.open_example("auto_mpg")
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    app.document.change_training("x", optimizer="sgd", learning_rate=5.0)
    app.window.actions_.train.trigger()
    until(qtbot, lambda: snapshot_of(app).status == "diverged")
    rested(qtbot, app)
    until(qtbot, lambda: bool(app.window.run_bar.message.sentence))
    return app


def test_the_pages_do_not_move_and_the_whole_message_is_in_the_tooltip(qtbot: QtBot, app: App) -> None:
    app.files.open_example("auto_mpg")
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    window, bar = app.window, app.window.run_bar
    pages, numbers = window.pages.geometry(), bar.epoch.geometry()
    app.document.change_training("x", optimizer="sgd", learning_rate=5.0)
    app.window.actions_.train.trigger()
    until(qtbot, lambda: bar.retry.isVisible())
    rested(qtbot, app)
    qtbot.wait(0)
    assert (window.pages.geometry(), bar.epoch.geometry()) == (pages, numbers)
    assert bar.message.toolTip() == bar.message.sentence == snapshot_of(app).message
    shown = QFontMetrics(bar.message.font()).boundingRect(
        bar.message.contentsRect(), Qt.TextFlag.TextWordWrap, bar.message.text()
    )
    assert bar.message.text() and shown.height() <= bar.message.height()


def test_one_click_trains_again_with_a_tenth_of_the_rate(qtbot: QtBot, diverged: App) -> None:
    app, bar = diverged, diverged.window.run_bar
    steps = app.document.undo_stack.count()
    assert bar.retry.isVisible() and "0.5" in bar.retry.text()
    QTest.mouseClick(bar.retry, Qt.MouseButton.LeftButton)
    assert app.document.project.training.learning_rate == 0.5
    assert app.document.undo_stack.count() == steps + 1
    assert app.document.undo_stack.undoText() == "Learning rate: 0.5"
    for rate in (0.05, 0.005):  # 0.5 is too much for this table, too
        until(qtbot, lambda: snapshot_of(app).status == "diverged" or snapshot_of(app).epoch > 20)
        if snapshot_of(app).status != "diverged":
            break
        rested(qtbot, app)
        until(qtbot, lambda rate=rate: f"{rate:g}" in bar.retry.text() and bar.retry.isVisible())
        QTest.mouseClick(bar.retry, Qt.MouseButton.LeftButton)
        assert app.document.project.training.learning_rate == rate
    until(qtbot, lambda: snapshot_of(app).epoch > 20)
    until(qtbot, lambda: not bar.retry.isVisible() and bar.message.sentence == "")
    assert snapshot_of(app).train.loss < 10
    app.window.actions_.train.trigger()
    rested(qtbot, app)


def test_the_offer_goes_when_another_rate_is_chosen(qtbot: QtBot, diverged: App) -> None:
    bar = diverged.window.run_bar
    diverged.edits.choose_setting("learning_rate", 0.001)
    diverged.session.reset()
    rested(qtbot, diverged)
    until(qtbot, lambda: not bar.retry.isVisible())


@pytest.mark.parametrize("value", [-1.6e51, -67200.0, -1e300, -99.9996, 0.12345, 1.0, -1e-9])
def test_a_score_fits_into_its_place(app: App, value: float) -> None:
    place, text = app.window.run_bar.score.value, score_text(value)
    assert QFontMetrics(theme.text_font(theme.TEXT_LARGE)).horizontalAdvance(text) <= place.width()
    assert abs(float(text) - value) <= max(0.0005, abs(value) / 20)


@pytest.mark.parametrize("value", [1.6e51, 1e300, 67200.0, 9999.9, 12.345, 1e-9, 1.2e-300, 0.0])
def test_a_loss_fits_into_its_place(app: App, value: float) -> None:
    place, text = app.window.run_bar.test_loss.value, loss_text(value)
    assert QFontMetrics(theme.text_font(theme.TEXT_LARGE)).horizontalAdvance(text) <= place.width()
    assert abs(float(text) - value) <= abs(value) / 20


@pytest.mark.parametrize("size", [2.0**power for power in range(-126, 127, 3)])
def test_the_end_of_a_colour_scale_fits_beside_its_title(qapp: object, size: float) -> None:
    assert text_width(scale_end(size)) <= max(text_width(end) for end in LONGEST_ENDS)
    assert float(scale_end(size)) == pytest.approx(size, rel=0.5)
