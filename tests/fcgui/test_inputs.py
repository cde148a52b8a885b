"""Inputs are switched on and off and derived by clicks; every control says what it does to the training."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.effect_words import MARK, effect_sentence, fate_of
from fcgui.effects import EFFECTS
from fcgui.panels.form import Field
from fcgui.panels.inputs import MOST_COLUMNS, Chip
from fcgui.run_bar import loss_text
from fcgui_core.column import Column
from fcgui_core.derived import Derived
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from tests.fcgui.helpers import rested, train

LEFT = Qt.MouseButton.LeftButton


def points(n: int = 80, further: int = 0) -> Table:
    rng = np.random.default_rng(1)
    names = ["x1", "x2", *(f"c{k}" for k in range(further))]
    X = rng.uniform(-3, 3, (n, len(names)))
    label = np.array(["in" if inside else "out" for inside in (X[:, :2] ** 2).sum(1) < 5], dtype=object)
    columns = [Column(name, "numeric", X[:, k]) for k, name in enumerate(names)]
    return Table("points", (*columns, Column("label", "categorical", label)), n)


def show(qtbot: QtBot, app: App, table: Table) -> None:
    app.edits.show_table(table, Roles("label", {}, "classification"))
    app.showing.select(-1)
    rested(qtbot, app)


def click(qtbot: QtBot, app: App, name: str) -> Chip:
    chip = app.window.layer_panel.inputs.chip(name)
    app.window.left.ensureWidgetVisible(chip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    rested(qtbot, app)
    return chip


def on_input(app: App, number: int) -> QPoint:
    """Where an input neuron is drawn."""
    column = app.window.canvas.stage.layout.columns[0]
    return QPointF(column.x, float(column.y[number])).toPoint()


def features(app: App) -> tuple[str, ...]:
    data = app.document.project.data
    return () if data is None else data.preparation.feature_names


def test_playgrounds_five_are_one_click_and_one_undo_step_each(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points())
    steps = app.document.undo_stack.count()
    for name in ("x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)"):
        assert click(qtbot, app, name).isChecked()
    assert features(app) == ("x1", "x2", "x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)")
    assert app.document.undo_stack.count() == steps + 5
    assert app.session.snapshot is not None and app.session.snapshot.spec.n_inputs == 7
    assert app.window.regions.column_names == ("x1", "x2")
    assert not click(qtbot, app, "x1·x2").isChecked()
    assert "x1·x2" not in features(app)
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert app.window.layer_panel.inputs.chip("x1·x2").isChecked()
    assert app.window.actions_.undo.text().endswith("Use sin(x2)")


def test_the_picture_stays_on_two_columns_that_are_no_inputs_any_more(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points())
    app.edits.set_layers("")
    for name in ("x1²", "x2²", "x1", "x2"):
        click(qtbot, app, name)
    assert features(app) == ("x1²", "x2²")
    regions = app.window.regions
    assert regions.column_names == ("x1", "x2")
    assert [regions.chooser.x_column.itemText(k) for k in range(2)] == ["x1", "x2"]
    train(qtbot, app, 60)
    assert app.session.snapshot is not None and app.session.snapshot.train.score > 0.9
    words: list[str] = []
    regions.hovered.connect(words.append)
    assert regions.axes is not None
    qtbot.mouseMove(regions.picture, regions.axes.rect.center().toPoint())
    regions.hovered.disconnect(words.append)
    assert words[-1].startswith("x1 ") and "in " in words[-1].partition(":")[2]


def test_the_keyboard_reaches_every_toggle(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points())
    chip = app.window.layer_panel.inputs.chip("x1")
    chip.setFocus()
    names = []
    for _ in range(7):
        focused = app.window.focusWidget()
        assert isinstance(focused, Chip)
        names.append(focused.accessibleName())
        assert focused.toolTip()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["x1", "x2", "x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    rested(qtbot, app)
    assert features(app) == ("x2",)
    assert app.window.focusWidget() is chip  # so that another Space takes it back
    assert not app.session.running


def test_features_are_derived_from_the_columns_of_the_decision_view(qtbot: QtBot, app: App) -> None:
    app.showing.select(-1)
    panel = app.window.layer_panel.inputs
    click(qtbot, app, "PetalLengthCm²")
    assert panel.chip("PetalLengthCm²").text() == "x²"
    assert "x = PetalLengthCm" in panel.made_of.text()
    app.window.regions.choose_columns(0, 3)
    assert panel.chip("SepalLengthCm·PetalWidthCm").text() == "x·y"
    assert panel.chip("PetalLengthCm²").isChecked()  # made from the other pair, and still there to be switched off
    click(qtbot, app, "PetalLengthCm²")
    assert features(app)[-1] == "PetalWidthCm"


def test_training_goes_on_with_a_derived_input(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points())
    train(qtbot, app, 20)
    before = app.session.snapshot
    click(qtbot, app, "x1²")
    after = app.session.snapshot
    assert before is not None and after is not None
    assert after.epoch == 20 and after.spec.n_inputs == 3
    assert abs(after.train.loss - before.train.loss) < 1e-4


def test_all_off_can_be_switched_on_again(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points())
    click(qtbot, app, "x1")
    click(qtbot, app, "x2")
    assert features(app) == () and "no column is left" in app.document.project.problem
    click(qtbot, app, "x2²")
    assert features(app) == ("x2²",)


def test_another_table_keeps_what_its_columns_allow(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points())
    click(qtbot, app, "x1²")
    show(qtbot, app, points(50))
    assert "x1²" in features(app)
    app.files.open_example("iris")
    rested(qtbot, app)
    assert app.document.project.derived == ()
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert "x1²" in features(app)


def test_a_wide_table_shows_some_columns_and_says_so(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, points(further=30))
    panel = app.window.layer_panel.inputs
    assert len(panel.findChildren(Chip)) == MOST_COLUMNS + 5
    assert str(32 - MOST_COLUMNS) in panel.more.text()
    assert panel.height() < 600


def test_new_first_weights_keep_nothing(qtbot: QtBot, app: App) -> None:
    train(qtbot, app, 5)
    app.window.actions_.reset_anew.trigger()
    rested(qtbot, app)
    assert app.session.snapshot is not None and app.session.snapshot.epoch == 0


def test_the_penalty_stands_beside_the_training_loss(qtbot: QtBot, app: App) -> None:
    bar = app.window.run_bar
    places = [number.geometry() for number in (bar.epoch, bar.train_loss, bar.test_loss)]
    assert bar.train_loss.caption.text() == "training loss"
    app.edits.choose_setting("l2", 0.01)
    train(qtbot, app, 2)
    assert app.session.snapshot is not None
    penalty = app.session.snapshot.train.penalty
    assert bar.train_loss.caption.text() == f"training + penalty {loss_text(penalty)}"
    assert "penalty" in bar.train_loss.toolTip()
    assert [number.geometry() for number in (bar.epoch, bar.train_loss, bar.test_loss)] == places


@pytest.mark.parametrize(
    ("field", "fate"),
    [
        ("training.learning_rate", "live"),
        ("training.l2", "live"),
        ("training.seed", "anew"),
        ("initializer", "anew"),
        ("dtype", "kept"),
        ("hidden", "kept"),
        ("derived", "kept"),
        ("roles", "kept"),
        ("roles.target", "anew"),
        ("scale", "anew"),
        ("test_size", "anew"),
    ],
)
def test_what_an_edit_does_is_read_from_the_tables(field: str, fate: str) -> None:
    assert fate_of(field) == fate


def test_every_field_of_the_panels_says_what_a_change_does(app: App) -> None:
    window = app.window
    sentences = {effect_sentence(name) for name in EFFECTS}
    for panel in (window.training_panel, window.data_panel, window.layer_panel):
        for field in panel.findChildren(Field):
            if field.parent() is window.data_panel.recipe or window.data_panel.recipe.isAncestorOf(field):
                continue
            told = [sentence for sentence in sentences if sentence in field.control.toolTip()]
            assert len(told) == 1, field.label.text()
            marked = field.mark.isVisibleTo(field)
            assert marked == (told == [effect_sentence("scale")]), field.label.text()
    mark = window.data_panel.scale_field.findChildren(QLabel)[-1]
    assert mark.text() == MARK and "starts training anew" in mark.toolTip()


@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")
def test_an_input_is_left_out_on_the_drawing(qtbot: QtBot, app: App) -> None:
    train(qtbot, app, 2)
    canvas = app.window.canvas
    canvas.setFocus()
    qtbot.mouseClick(canvas, LEFT, pos=on_input(app, 1))
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    rested(qtbot, app)
    assert features(app) == ("SepalLengthCm", "PetalLengthCm", "PetalWidthCm")
    assert app.session.snapshot is not None and app.session.snapshot.epoch == 2  # what was learned is kept
    at = on_input(app, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at))
    QApplication.sendEvent(canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Leave &out PetalWidthCm\tDel"
    menu.actions()[0].trigger()
    menu.close()
    rested(qtbot, app)
    assert features(app) == ("SepalLengthCm", "PetalLengthCm")
    app.document.undo_stack.undo()
    rested(qtbot, app)
    assert features(app) == ("SepalLengthCm", "PetalLengthCm", "PetalWidthCm")


def test_a_derived_input_and_a_category_are_left_out_as_a_whole(qtbot: QtBot, app: App) -> None:
    app.files.open_example("penguins")
    rested(qtbot, app)
    names = features(app)
    number = next(at for at, name in enumerate(names) if name.startswith("island"))
    app.window.canvas.input_left_out.emit(number)
    assert not any(name.startswith("island") for name in features(app))
    columns = [name for name in features(app) if "_mm" in name][:2]
    app.edits.use_derived(Derived("product", tuple(columns)), True)
    assert any(one.function == "product" for one in app.document.project.derived)
    app.window.canvas.input_left_out.emit(len(features(app)) - 1)
    assert app.document.project.derived == ()


def test_the_card_of_a_layer_that_is_clicked_comes_into_sight(qtbot: QtBot, app: App) -> None:
    window = app.window
    window.resize(1280, 720)
    window.left.verticalScrollBar().setValue(0)
    header = window.canvas.stage.layout.header(2).name.center().toPoint()
    qtbot.mouseClick(window.canvas, LEFT, pos=header)
    card = window.layer_panel
    inside = window.left.viewport().rect()
    qtbot.waitUntil(lambda: inside.contains(card.add.mapTo(window.left.viewport(), card.add.rect().center())))
