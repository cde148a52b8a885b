"""The data panel: the quick place to see and change what is learned from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.table.menu import ColumnMenu
from tests.fcgui.helpers import rested
from tests.fcgui.test_window import pick, type_number


def test_validation_rows_come_out_of_the_training_rows(qtbot: QtBot, app: App) -> None:
    panel = app.window.data_panel
    type_number(qtbot, panel.validation_size, "20")
    data = app.document.project.data
    assert data is not None
    assert (len(data.train_rows), len(data.validation_rows), len(data.test_rows)) == (75, 30, 45)
    assert "75 to train, 30 to validate, 45 to test" in panel.summary.text()
    rested(qtbot, app)


def test_parts_that_leave_nothing_to_train_are_refused(qtbot: QtBot, app: App) -> None:
    panel = app.window.data_panel
    type_number(qtbot, panel.validation_size, "80")
    assert app.document.project.validation_size == 0
    assert panel.validation_size.currentText() == "0"
    assert "leave no rows for training" in app.window.statusBar().currentMessage()


def test_classes_are_balanced_and_scaling_is_robust(qtbot: QtBot, app: App) -> None:
    panel = app.window.data_panel
    pick(qtbot, panel.class_weights, "Balanced")
    pick(qtbot, panel.scale, "Robust")
    assert app.document.project.class_weights == "balanced"
    assert app.document.project.scale == "robust"
    for _ in ("robust", "min-max, which the keyboard passes", "balanced"):
        app.window.actions_.undo.trigger()
    assert (panel.class_weights.value, panel.scale.value) == ("none", "standard")
    rested(qtbot, app)


def test_a_regression_has_no_class_weights(qtbot: QtBot, app: App) -> None:
    pick(qtbot, app.window.data_panel.target, "PetalWidthCm")
    assert not app.window.data_panel.class_weights.isEnabled()
    rested(qtbot, app)


def test_t_makes_the_selected_column_the_target(qtbot: QtBot, app: App) -> None:
    view = app.window.data_panel.columns
    view.setFocus()
    view.selectRow(3)
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert app.document.project.roles is not None
    assert app.document.project.roles.target == "PetalLengthCm"
    assert view.selected_names() == ["PetalLengthCm"]
    rested(qtbot, app)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_a_kind_is_chosen_in_the_menu_of_a_column_and_the_role_follows(qtbot: QtBot, app: App) -> None:
    view = app.window.data_panel.columns
    view.setFocus()
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    menu = view.findChild(ColumnMenu)
    assert menu is not None
    kinds = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert [action.text() for action in kinds.actions() if action.isChecked()] == ["identifier"]
    next(action for action in kinds.actions() if action.text() == "number").trigger()
    menu.close()
    project = app.document.project
    assert project.table is not None and project.roles is not None
    assert project.table.column("Id").kind == "numeric"
    assert "Id" not in project.roles.ignored
    app.window.actions_.undo.trigger()
    assert app.document.project.table is not None
    assert app.document.project.table.column("Id").kind == "identifier"
    rested(qtbot, app)
