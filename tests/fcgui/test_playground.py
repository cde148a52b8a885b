"""Everything that TensorFlow Playground does, done here through the widgets: one test a row of the README's table."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.help import Guide
from fcgui.panels.form import NumberField
from fcgui_core.notation import write_layers
from fcgui_core.snapshot import Snapshot
from fcgui_core.synthetic import Recipe
from tests.fcgui.helpers import rested, train, until

README = Path(__file__).parents[2] / "README.md"


def snapshot_of(app: App) -> Snapshot:
    assert app.session.snapshot is not None
    return app.session.snapshot


def choose(qtbot: QtBot, box: QComboBox, value: str) -> None:
    """Choose an entry by the arrow keys."""
    at = box.findData(value)
    assert at >= 0, value
    box.setFocus()
    while box.currentIndex() != at:
        qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up)


def type_number(qtbot: QtBot, field: object, text: str) -> None:
    assert isinstance(field, NumberField)
    edit = field.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def setting(app: App, name: str) -> object:
    return app.window.training_panel.fields[name].control


def generated(qtbot: QtBot, app: App, name: str) -> None:
    """Click a generated set in the gallery."""
    app.window.actions_.gallery.trigger()
    dialog = app.gallery.dialog
    assert dialog is not None
    index = dialog.model.index(dialog.model.row_of("generated", name))
    dialog.list.scrollTo(index)
    place = dialog.list.visualRect(index).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog.close()
    rested(qtbot, app)


def recipe(app: App) -> Recipe:
    table = app.document.project.table
    assert table is not None and table.recipe is not None
    return table.recipe


def test_p1_play_step_reset_and_the_epoch(qtbot: QtBot, app: App) -> None:
    first = snapshot_of(app).parameters
    qtbot.keyClick(app.window, Qt.Key.Key_Space)
    until(qtbot, lambda: snapshot_of(app).epoch > 2)
    qtbot.keyClick(app.window, Qt.Key.Key_Space)
    rested(qtbot, app)
    paused = snapshot_of(app).epoch
    qtbot.mouseClick(app.window.run_bar.step, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    rested(qtbot, app)
    assert snapshot_of(app).epoch == paused + 1 == int(app.window.run_bar.epoch.value.text().replace(",", ""))
    app.window.actions_.step_batch.trigger()
    rested(qtbot, app)
    assert snapshot_of(app).step % 7 == 1  # iris: 105 rows in batches of 16
    app.window.actions_.reset.trigger()
    rested(qtbot, app)
    assert snapshot_of(app).epoch == 0 and np.array_equal(snapshot_of(app).parameters, first)
    app.window.actions_.reset_anew.trigger()
    rested(qtbot, app)
    assert not np.array_equal(snapshot_of(app).parameters, first)


def test_p2_the_learning_rate_changes_while_training_runs(qtbot: QtBot, app: App) -> None:
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).epoch > 1)
    type_number(qtbot, setting(app, "learning_rate"), "0.0025")
    until(qtbot, lambda: snapshot_of(app).learning_rate == 0.0025)
    assert app.session.running
    box = setting(app, "schedule")
    assert isinstance(box, QComboBox)
    choose(qtbot, box, "exponential")
    assert app.session.running
    app.session.pause()
    rested(qtbot, app)


def test_p3_each_layer_has_its_activation_or_all_have_one(qtbot: QtBot, app: App) -> None:
    app.showing.select(1)
    choose(qtbot, app.window.layer_panel.activation, "tanh")
    assert write_layers(app.document.project.hidden) == "200 relu, 100 tanh, 50 relu"
    edit = app.window.layer_panel.layers.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "8 sigmoid, 8 sigmoid")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert {layer.activation for layer in app.document.project.hidden} == {"sigmoid"}
    rested(qtbot, app)


def test_p4_penalties_change_without_a_reset(qtbot: QtBot, app: App) -> None:
    train(qtbot, app, epochs=3)
    type_number(qtbot, setting(app, "l2"), "0.05")
    type_number(qtbot, setting(app, "l1"), "0.001")
    rested(qtbot, app)
    assert snapshot_of(app).epoch == 3 and snapshot_of(app).train.penalty > 0


def test_p5_two_classes_more_or_a_number(qtbot: QtBot, app: App) -> None:
    project = app.document.project
    assert (project.output_activation, project.loss_name, snapshot_of(app).spec.n_outputs) == ("softmax", "cce", 3)
    generated(qtbot, app, "circle")
    project = app.document.project
    assert (project.output_activation, project.loss_name, snapshot_of(app).spec.n_outputs) == ("sigmoid", "bce", 1)
    generated(qtbot, app, "plane")
    project = app.document.project
    assert (project.output_activation, project.loss_name, snapshot_of(app).spec.n_outputs) == ("identity", "mse", 1)


def test_p6_its_data_with_noise_number_share_and_again(qtbot: QtBot, app: App) -> None:
    for name in ("circle", "xor", "gauss", "spiral", "plane", "multi_gauss"):
        generated(qtbot, app, name)
        assert recipe(app).name == name
    panel = app.window.data_panel
    panel.recipe.noise.slider.setFocus()
    qtbot.keyClick(panel.recipe.noise.slider, Qt.Key.Key_PageUp)
    assert recipe(app).noise > 0
    seed = recipe(app).seed
    qtbot.mouseClick(panel.recipe.regenerate, Qt.MouseButton.LeftButton)
    assert recipe(app).seed != seed
    type_number(qtbot, panel.test_size, "50")
    assert app.document.project.test_size == 0.5
    type_number(qtbot, setting(app, "batch_size"), "30")
    assert app.document.project.training.batch_size == 30
    rested(qtbot, app)


def test_p7_inputs_are_switched_and_derived(qtbot: QtBot, app: App) -> None:
    generated(qtbot, app, "circle")
    train(qtbot, app, epochs=2)
    app.showing.select(-1)
    for name in ("x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)", "x1"):
        chip = app.window.layer_panel.inputs.chip(name)
        app.window.left.ensureWidgetVisible(chip)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        rested(qtbot, app)
    data = app.document.project.data
    assert data is not None
    assert data.preparation.feature_names == ("x2", "x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)")
    assert snapshot_of(app).epoch == 2  # training goes on with what was learned
    train(qtbot, app, epochs=20)
    assert snapshot_of(app).train.score > 0.95


def test_p8_layers_and_neurons_by_plus_and_minus(qtbot: QtBot, app: App) -> None:
    canvas = app.window.canvas
    app.showing.select(0)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert app.document.project.hidden[0].units == 201
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert app.document.project.hidden[0].units == 199
    qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    assert len(app.document.project.hidden) == 4
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(app.document.project.hidden) == 3
    rested(qtbot, app)


def test_p9_every_neuron_has_its_map_and_hovering_shows_it_large(qtbot: QtBot, app: App) -> None:
    generated(qtbot, app, "xor")
    app.edits.set_layers("4 tanh, 2 tanh")
    train(qtbot, app, epochs=2)
    canvas, regions = app.window.canvas, app.window.regions
    column = canvas.stage.layout.columns[1]
    until(qtbot, lambda: not regions.busy)
    QTest.mouseMove(canvas, QPoint(round(column.x), round(float(column.y[1]))))
    until(qtbot, lambda: regions.title != "")
    assert regions.title.startswith("hidden layer 1, neuron")
    QTest.mouseMove(canvas, QPoint(3, 3))
    until(qtbot, lambda: regions.title == "")


def test_p10_and_p11_values_are_shown_and_edited_on_the_drawing(qtbot: QtBot, app: App) -> None:
    canvas = app.window.canvas
    column = canvas.stage.layout.columns[-1]  # the output's biases are there, too
    QTest.mouseMove(canvas, column.bias(0).center().toPoint())
    assert "bias" in app.window.statusBar().currentMessage().lower()
    before = snapshot_of(app).train.loss
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=column.bias(0).center().toPoint())
    field = canvas.weights.editor.number
    QTest.keyClicks(field, "2.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    rested(qtbot, app)
    assert snapshot_of(app).biases[-1][0, 0] == 2.5 and snapshot_of(app).train.loss != before


def test_p12_the_output_map_with_its_points(qtbot: QtBot, app: App) -> None:
    regions = app.window.regions
    until(qtbot, lambda: not regions.busy)
    shown = regions.picture.grab().toImage()
    qtbot.mouseClick(regions.test_points, Qt.MouseButton.LeftButton, pos=QPoint(8, regions.test_points.height() // 2))
    assert not regions.test_points.isChecked()
    assert regions.picture.grab().toImage() != shown


def test_p13_the_loss_chart_has_axes_and_keeps_its_pace(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("")
    app.edits.choose_setting("batch_size", None)
    train(qtbot, app, epochs=9_000)
    curves = snapshot_of(app).history
    assert curves.epoch[-1] > 8_900 and len(curves.epoch) <= 2_000
    loss = app.window.loss
    linear = loss.picture.grab().toImage()
    qtbot.mouseClick(loss.log_scale, Qt.MouseButton.LeftButton, pos=QPoint(8, loss.log_scale.height() // 2))
    assert loss.picture.grab().toImage() != linear


def test_p14_the_whole_state_is_one_line_of_text(qtbot: QtBot, app: App) -> None:
    generated(qtbot, app, "spiral")
    app.edits.set_layers("6 tanh")
    app.window.parts.actions["training"].trigger()  # a lesson that leaves these controls out
    app.window.actions_.copy_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    line = QGuiApplication.clipboard().text()
    app.window.parts.everything.trigger()
    assert app.window.training_panel.isVisible()
    app.files.open_example("wine")
    QGuiApplication.clipboard().setText(line)
    app.window.actions_.paste_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    rested(qtbot, app)
    assert recipe(app).name == "spiral" and write_layers(app.document.project.hidden) == "6 tanh"
    assert not app.window.training_panel.isVisible() and app.window.data_panel.isVisible()


def test_p15_explanations_stand_beside_everything(qtbot: QtBot, app: App) -> None:
    app.window.actions_.help.trigger()
    guide = app.window.findChild(Guide)
    assert isinstance(guide, Guide) and guide.isVisible()
    guide.close()
    for field in app.window.training_panel.fields.values():
        assert len(field.control.toolTip()) > 20


def test_p16_a_divergence_stops_and_keeps_the_last_good_weights(qtbot: QtBot, app: App) -> None:
    box = setting(app, "optimizer")
    assert isinstance(box, QComboBox)
    choose(qtbot, box, "sgd")
    type_number(qtbot, setting(app, "learning_rate"), "100000")
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).status == "diverged")
    rested(qtbot, app)
    assert np.isfinite(snapshot_of(app).parameters).all()
    assert "lower learning rate" in app.window.run_bar.message.sentence


def test_the_readme_has_a_line_for_each_of_them() -> None:
    rows = re.findall(r"^\| P(\d+) \|", README.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert rows == [str(number) for number in range(1, 17)]
    tested = {int(n) for name in globals() if name.startswith("test_p") for n in re.findall(r"p(\d+)", name)}
    assert tested == set(range(1, 17))
