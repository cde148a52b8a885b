"""The window as a person uses it: panels, menus, files, keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.help import Guide
from fcgui.panels.form import Choice, NumberField
from tests.fcgui.helpers import drop, problem, rested, train, until

OWN_TABLE = "width;height;kind\n" + "\n".join(
    f"{i % 7},5;{(i * 3) % 11},25;{'tall' if (i * 3) % 11 > i % 7 else 'wide'}" for i in range(80)
)


def pick(qtbot: QtBot, choice: QComboBox, label: str) -> None:
    """Choose an entry with the keyboard, as a person would."""
    index = choice.findText(label)
    assert index >= 0, [choice.itemText(i) for i in range(choice.count())]
    choice.setFocus()
    key = Qt.Key.Key_Down if index > choice.currentIndex() else Qt.Key.Key_Up
    while choice.currentIndex() != index:
        before = choice.currentIndex()
        qtbot.keyClick(choice, key)
        assert choice.currentIndex() != before


def type_number(qtbot: QtBot, field: NumberField, text: str) -> None:
    edit = field.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def open_file(qtbot: QtBot, app: App, path: Path) -> None:
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)


# --- what stands there at the start ---


def test_it_opens_on_the_lectures_network_and_iris(app: App) -> None:
    assert app.window.windowTitle().startswith("iris")
    assert app.window.data_panel.source.value == "iris"
    assert app.window.data_panel.target.value == "Species"
    assert app.window.data_panel.task.value == "classification"
    assert "Id" in app.window.data_panel.summary.text()
    assert app.document.project.spec is not None
    assert app.document.project.spec.sizes == (4, 200, 100, 50, 3)
    assert not app.window.actions_.undo.isEnabled()


def test_every_control_has_a_name_and_a_tooltip(app: App) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} {getattr(widget, 'text', str)()}"
        for widget in app.window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QComboBox | NumberField | Choice)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() and widget.toolTip())
    ]
    assert nameless == []


# --- training settings ---


def test_any_learning_rate_can_be_typed(qtbot: QtBot, app: App) -> None:
    field = app.window.training_panel.fields["learning_rate"].control
    assert isinstance(field, NumberField)
    type_number(qtbot, field, "0,0123")
    assert app.document.project.training.learning_rate == 0.0123
    assert field.currentText() == "0.0123"


@pytest.mark.parametrize("text", ["fast", "-1", "", "1e999", "nan", "1_0"])
def test_a_rate_that_is_none_is_refused_with_a_sentence(qtbot: QtBot, app: App, text: str) -> None:
    field = app.window.training_panel.fields["learning_rate"].control
    assert isinstance(field, NumberField)
    type_number(qtbot, field, text)
    assert app.document.project.training.learning_rate == 0.01
    assert field.currentText() == "0.01"
    assert "Learning rate" in app.window.statusBar().currentMessage()


def test_the_batch_can_be_full(qtbot: QtBot, app: App) -> None:
    field = app.window.training_panel.fields["batch_size"].control
    assert isinstance(field, NumberField)
    type_number(qtbot, field, "full")
    assert app.document.project.training.batch_size is None
    train(qtbot, app, epochs=3)
    assert app.session.snapshot is not None
    assert app.session.snapshot.step == 3


def test_only_the_settings_that_the_optimizer_uses_are_shown(qtbot: QtBot, app: App) -> None:
    panel = app.window.training_panel
    assert not panel.fields["momentum"].isVisible()
    choice = panel.fields["optimizer"].control
    assert isinstance(choice, Choice)
    app.edits.choose_setting("optimizer", "momentum")
    assert panel.fields["momentum"].isVisibleTo(panel)
    app.edits.choose_setting("schedule", "cosine")
    assert panel.fields["decay_epochs"].isVisibleTo(panel)


# --- layers ---


def test_units_and_activation_of_the_selected_layer(qtbot: QtBot, app: App) -> None:
    app.showing.select(1)
    panel = app.window.layer_panel
    panel.units.setFocus()
    panel.units.selectAll()
    qtbot.keyClicks(panel.units, "12")
    qtbot.keyClick(panel.units, Qt.Key.Key_Return)
    assert app.document.project.hidden[1].units == 12
    pick(qtbot, panel.activation, "Tanh")
    assert app.document.project.hidden[1].activation == "tanh"
    app.window.actions_.undo.trigger()
    app.window.actions_.undo.trigger()
    assert app.document.project.hidden[1].units == 100
    rested(qtbot, app)


def test_layers_by_the_panels_buttons(qtbot: QtBot, app: App) -> None:
    app.showing.select(0)
    panel = app.window.layer_panel
    qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    assert [layer.units for layer in app.document.project.hidden] == [200, 200, 100, 50]
    app.showing.select(3)
    qtbot.mouseClick(panel.earlier, Qt.MouseButton.LeftButton)
    assert [layer.units for layer in app.document.project.hidden] == [200, 200, 50, 100]
    assert app.showing.selected == 2
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert [layer.units for layer in app.document.project.hidden] == [200, 200, 100]
    rested(qtbot, app)


def test_a_network_without_hidden_layers_trains(qtbot: QtBot, app: App) -> None:
    for _ in range(3):
        app.edits.remove_layer(0)
    train(qtbot, app, epochs=5)
    assert app.session.snapshot is not None
    assert app.session.snapshot.spec.sizes == (4, 3)
    assert app.session.snapshot.epoch == 5


def test_a_loss_that_does_not_fit_is_refused_with_the_reason(qtbot: QtBot, app: App) -> None:
    app.showing.select(3)
    app.edits.choose_output("identity")
    app.edits.choose_loss("cce")
    assert app.document.project.loss_name == "mse"
    assert app.window.statusBar().currentMessage() != ""
    assert app.window.layer_panel.loss.value == "auto"
    rested(qtbot, app)


# --- the data ---


def test_own_table_with_semicolons_and_decimal_commas(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    open_file(qtbot, app, write(tmp_path, "shapes.csv", OWN_TABLE))
    project = app.document.project
    assert project.roles is not None
    assert project.roles.target == "kind"
    assert project.spec is not None
    assert project.spec.sizes == (2, 200, 100, 50, 1)
    assert project.output_activation == "sigmoid"
    train(qtbot, app, epochs=40)
    assert app.session.snapshot is not None
    assert app.session.snapshot.train.score > 0.9
    app.window.actions_.undo.trigger()
    assert app.window.data_panel.source.value == "iris"
    rested(qtbot, app)


def test_a_column_is_left_out_by_its_tick(qtbot: QtBot, app: App) -> None:
    view = app.window.data_panel.columns
    place = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 10, place.center().y()))
    assert app.document.project.spec is not None
    assert app.document.project.spec.n_inputs == 3
    assert "SepalLengthCm" in app.window.data_panel.summary.text()
    rested(qtbot, app)


def test_many_columns_at_once_by_keyboard(qtbot: QtBot, app: App) -> None:
    view = app.window.data_panel.columns
    view.setFocus()
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_names() == ["SepalLengthCm", "SepalWidthCm"]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert app.document.project.spec is not None
    assert app.document.project.spec.n_inputs == 2
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert app.document.project.spec.n_inputs == 4
    rested(qtbot, app)


def test_another_target_makes_it_a_regression(qtbot: QtBot, app: App) -> None:
    pick(qtbot, app.window.data_panel.target, "PetalWidthCm")
    assert app.document.project.roles is not None
    assert app.document.project.roles.task == "regression"
    assert app.document.project.output_activation == "identity"
    train(qtbot, app, epochs=20)
    assert "R²" in app.window.run_bar.score.caption.text()


def test_a_file_can_be_dropped_on_the_window(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = write(tmp_path, "dropped.csv", OWN_TABLE)
    drop(app.window, path, app.window.rect().center())
    until(qtbot, lambda: app.document.project.table is not None and app.document.project.table.path == path)
    rested(qtbot, app)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("binary.csv", bytes(range(256)) * 8, ""),
        ("broken.npz", b"PK\x03\x04nothing", "broken.npz"),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    qtbot: QtBot, app: App, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    before = app.document.project
    path = tmp_path / name
    path.write_bytes(content)
    open_file(qtbot, app, path)
    sentence = problem(app)
    assert words in sentence
    assert "Traceback" not in sentence
    assert app.document.project is before


# --- weights out and in ---


def test_exported_weights_come_back_with_the_same_predictions(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    train(qtbot, app, epochs=20)
    trained = app.session.snapshot
    assert trained is not None
    path = tmp_path / "w.npz"
    app.window.actions_.export.trigger()
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(path))
    dialog.accept()
    assert path.is_file()
    with np.load(path, allow_pickle=False) as file:
        assert file["W2"].shape == (200, 100)
    app.edits.insert_layer(0, 5)
    rested(qtbot, app)
    open_file(qtbot, app, path)
    back = app.session.snapshot
    assert back is not None
    data = app.document.project.data
    assert data is not None
    assert np.array_equal(back.parameters, trained.parameters)
    assert np.array_equal(back.predict(data.X_test), trained.predict(data.X_test))
    assert back.test == trained.test
    train(qtbot, app, epochs=1)


def test_an_export_that_cannot_be_written_says_so(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.files.export_to(str(tmp_path))
    assert str(tmp_path.name) in problem(app)
    assert list(tmp_path.iterdir()) == []


# --- keys, help, appearance ---


def test_space_trains_and_pauses(qtbot: QtBot, app: App) -> None:
    app.window.canvas.setFocus()
    qtbot.keyClick(app.window.canvas, Qt.Key.Key_Space)
    assert app.session.running
    qtbot.keyClick(app.window.canvas, Qt.Key.Key_Space)
    assert not app.session.running
    rested(qtbot, app)


def test_the_guide_names_the_keys(qtbot: QtBot, app: App) -> None:
    app.window.actions_.help.trigger()
    guide = app.window.findChild(Guide)
    assert guide is not None
    assert "Ctrl+Return" in guide.text.toPlainText()
    guide.close()


def test_dark_and_light_by_the_menu(app: App) -> None:
    for action in app.window.actions_.schemes.actions():
        action.trigger()
        if action.data() != "system":
            assert app.look.palette.dark is (action.data() == "dark")


# --- what a second look found ---


def test_maxouts_pieces_are_typed(qtbot: QtBot, app: App) -> None:
    app.showing.select(0)
    pick(qtbot, app.window.layer_panel.activation, "Maxout")
    type_number(qtbot, app.window.layer_panel.parameter, "3")
    assert app.document.project.hidden[0].parameters["pieces"] == 3
    type_number(qtbot, app.window.layer_panel.parameter, "2.5")
    assert app.document.project.hidden[0].parameters["pieces"] == 3
    train(qtbot, app, epochs=1)
    assert app.session.snapshot is not None
    assert app.session.snapshot.weights[0].shape == (3, 4, 200)


@pytest.mark.parametrize("output", ["sigmoid", "softmax", "tanh"])
def test_a_regression_with_an_unusual_output_trains(qtbot: QtBot, app: App, output: str) -> None:
    app.files.open_example("auto_mpg")
    app.edits.choose_output(output)
    assert app.document.project.loss_name == "mse"
    train(qtbot, app, epochs=2)
    assert app.session.snapshot is not None
    assert app.session.snapshot.epoch == 2


def test_nothing_stale_is_exported_right_after_an_edit(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    train(qtbot, app, epochs=2)
    app.edits.choose_scale("minmax")
    app.files.export_to(str(tmp_path / "w.npz"))
    assert not (tmp_path / "w.npz").exists()
    assert app.window.statusBar().currentMessage() != ""
    rested(qtbot, app)
    app.files.export_to(str(tmp_path / "w.npz"))
    assert (tmp_path / "w.npz").exists()


def test_choosing_what_is_chosen_changes_nothing(qtbot: QtBot, app: App) -> None:
    train(qtbot, app, epochs=3)
    steps = app.document.undo_stack.count()
    app.edits.choose_task("classification")
    app.edits.choose_target("Species")
    app.edits.choose_output("auto")
    app.files.open_example("iris")
    rested(qtbot, app)
    assert app.document.undo_stack.count() == steps
    assert app.session.snapshot is not None
    assert app.session.snapshot.epoch == 3


def test_imported_weights_stay_when_what_is_chosen_is_chosen_again(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    train(qtbot, app, epochs=3)
    app.files.export_to(str(tmp_path / "w.npz"))
    open_file(qtbot, app, tmp_path / "w.npz")
    app.edits.choose_output(app.document.project.output)
    app.edits.choose_activation(0, "relu")
    assert app.document.project.imported is not None
    app.edits.choose_activation(0, "tanh")
    assert app.document.project.imported is None
    rested(qtbot, app)


def test_an_import_brings_its_columns_and_its_scaling(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.edits.use_columns(["Id"], True)
    app.edits.choose_scale("minmax")
    train(qtbot, app, epochs=2)
    trained = app.session.snapshot
    app.files.export_to(str(tmp_path / "w.npz"))
    for _ in range(2):
        app.document.undo_stack.undo()
    open_file(qtbot, app, tmp_path / "w.npz")
    project, back = app.document.project, app.session.snapshot
    assert trained is not None and back is not None and project.roles is not None
    assert back.test == trained.test
    assert project.scale == "minmax" and "Id" not in project.roles.ignored
    app.edits.insert_layer(0, 3)
    rested(qtbot, app)
    assert app.document.project.spec is not None
    assert app.document.project.spec.n_inputs == 5


def test_a_table_without_an_input_opens_and_says_what_to_do(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    rows = "\n".join(f"{i},{'yes' if i % 3 else 'no'}" for i in range(60))
    open_file(qtbot, app, write(tmp_path, "few.csv", f"id,y\n{rows}\n"))
    assert app.document.project.table is not None
    assert app.document.project.table.name == "few"
    assert app.window.data_panel.notes.isVisible()
    assert not app.window.run_bar.train.isEnabled()
    app.edits.use_columns(["id"], True)
    train(qtbot, app, epochs=1)
    assert app.session.snapshot is not None
    assert app.session.snapshot.epoch == 1


def test_a_sign_output_takes_a_loss_that_fits(qtbot: QtBot, app: App) -> None:
    app.edits.choose_loss("cce")
    app.edits.choose_output("sign")
    rested(qtbot, app)
    assert app.document.project.loss == "auto"
    assert app.session.snapshot is not None
    assert app.session.snapshot.spec.layers[-1].activation == "sign"


def test_rates_set_before_and_after_training_are_two_steps(qtbot: QtBot, app: App) -> None:
    app.edits.choose_setting("learning_rate", 0.02)
    train(qtbot, app, epochs=1)
    app.edits.choose_setting("learning_rate", 0.05)
    app.document.undo_stack.undo()
    assert app.document.project.training.learning_rate == 0.02
    rested(qtbot, app)


def test_a_refusal_is_not_wiped_away_by_the_pointer(qtbot: QtBot, app: App) -> None:
    app.edits.choose_output("identity")
    rested(qtbot, app)
    app.edits.choose_loss("cce")
    refusal = app.window.statusBar().currentMessage()
    assert refusal != ""
    app.window.tell("")
    app.window.tell("hidden layer 1")
    assert app.window.statusBar().currentMessage() == refusal


def test_open_a_file_is_no_table(qtbot: QtBot, app: App) -> None:
    source = app.window.data_panel.source
    source.setCurrentIndex(source.count() - 1)
    source.activated.emit(source.count() - 1)
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    assert source.value == "iris"


def test_redo_by_its_own_key(qtbot: QtBot, app: App) -> None:
    app.edits.insert_layer(0, 5)
    keys = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(app.window, Qt.Key.Key_Z, keys)
    assert len(app.document.project.hidden) == 3
    qtbot.keyClick(app.window, Qt.Key.Key_Z, keys | Qt.KeyboardModifier.ShiftModifier)
    assert len(app.document.project.hidden) == 4
    qtbot.keyClick(app.window, Qt.Key.Key_Z, keys)
    qtbot.keyClick(app.window, Qt.Key.Key_Y, keys)
    assert len(app.document.project.hidden) == 4
    rested(qtbot, app)


def test_a_refusal_is_gone_when_something_else_is_done(qtbot: QtBot, app: App) -> None:
    field = app.window.training_panel.fields["learning_rate"].control
    assert isinstance(field, NumberField)
    type_number(qtbot, field, "0")
    assert app.window.statusBar().currentMessage() != ""
    type_number(qtbot, field, "0.05")
    assert app.window.statusBar().currentMessage() == ""
    rested(qtbot, app)


def test_a_table_is_no_weights_file(app: App, tmp_path: Path) -> None:
    before = app.document.project
    app.files.import_from(str(write(tmp_path, "semi.csv", OWN_TABLE)))
    assert "semi.csv" in problem(app)
    assert app.document.project is before


@pytest.mark.parametrize(("name", "written"), [("w.py", True), ("w.json", True), ("w.txt", False)])
def test_the_export_follows_the_files_ending(app: App, tmp_path: Path, name: str, written: bool) -> None:
    app.files.export_to(str(tmp_path / name))
    assert (tmp_path / name).exists() is written
    if not written:
        assert "npz, json, py" in problem(app)
