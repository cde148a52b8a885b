"""Rows that are left out in the window, and taken in again: by mouse, by keyboard and by a warning's button."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fcgui import project_file
from fcgui.app import App
from fcgui.project import Project
from fcgui.project_file import Saved, load_project, read_text, save_project, write_text
from fcgui.table.page import TablePage
from fcgui.table.row_edits import RowEdits
from tests.fcgui.helpers import rested, until
from tests.fcgui.table.test_page import click_title, open_tab, page, settled

__all__ = ["page"]  # the fixture

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
ROWS = [f"2024-02-{at % 28 + 1:02},{'NSW'[at % 3]},{at},{at * 7 % 11}" for at in range(30)]
SUM = f"Total,,435,{sum(at * 7 % 11 for at in range(30))}"


@pytest.fixture
def report(qtbot: QtBot, app: App, page: TablePage, tmp_path: Path) -> TablePage:
    """The page of a table with a row of totals at its end, its rows shown."""
    return opened(qtbot, app, tmp_path, [*ROWS, SUM])


def opened(qtbot: QtBot, app: App, folder: Path, rows: list[str]) -> TablePage:
    path = folder / "report.csv"
    path.write_text("\n".join(["date,region,count,price", *rows]) + "\n", encoding="utf-8")
    app.files.open(str(path))
    until(qtbot, lambda: app.document.project.table is not None and "region" in app.document.project.table)
    shown = app.window.table_page
    open_tab(qtbot, shown, shown.rows_part)
    at_rest(qtbot, app)
    return shown


def at_rest(qtbot: QtBot, app: App) -> None:
    until(qtbot, lambda: not app.table_work.edits.rows.busy and not app.table_work.preparing.busy)
    settled(qtbot, app.window.table_page)
    rested(qtbot, app)


def click(qtbot: QtBot, page: TablePage, place: int, keys: Qt.KeyboardModifier = NONE) -> None:
    index = page.rows_model.index(place, 2)
    page.rows.scrollTo(index)
    qtbot.mouseClick(page.rows.viewport(), LEFT, keys, page.rows.visualRect(index).center())


def numbers(app: App) -> list[int]:
    table = app.document.project.table
    assert table is not None
    return (table.rows_left_out + 1).tolist()


def cells(page: TablePage, place: int) -> list[str]:
    return [page.rows_model.index(place, at).data() for at in range(page.rows_model.columnCount())]


def test_rows_are_selected_and_left_out_by_a_button(qtbot: QtBot, app: App, report: TablePage) -> None:
    assert not report.rows_bar.leave.isEnabled() and not report.rows_bar.take.isEnabled()
    click(qtbot, report, 3)
    click(qtbot, report, 5, SHIFT)
    click(qtbot, report, 8, CTRL)
    assert report.rows_bar.words.text() == "4 rows selected"
    qtbot.mouseClick(report.rows_bar.leave, LEFT)
    at_rest(qtbot, app)
    assert numbers(app) == [4, 5, 6, 9] and app.document.undo_stack.undoText() == "Leave out 4 rows"
    assert report.rows_model.rowCount() == 31 and cells(report, 4) == ["5", "left out", "2024-02-05", "S", "4", "6"]
    data = app.document.project.data
    assert data is not None and len(data.train_rows) + len(data.test_rows) == 27
    tip = report.rows_model.index(4, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Line 6 of the file\nleft out by you"
    grey = report.rows_model.index(4, 2).data(Qt.ItemDataRole.ForegroundRole)
    assert grey is not None and report.rows_model.index(6, 2).data(Qt.ItemDataRole.ForegroundRole) is None
    open_tab(qtbot, report, report.notes)
    assert "Line 10: left out by you" in [label.text() for label in report.notes.findChildren(type(report.count))]


def test_taken_in_again_and_undone(qtbot: QtBot, app: App, report: TablePage) -> None:
    whole = app.document.project.table
    for place in (30, 0):
        click(qtbot, report, place)
        qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
        at_rest(qtbot, app)
    assert numbers(app) == [1, 31]
    click(qtbot, report, 30)
    assert not report.rows_bar.leave.isEnabled()
    qtbot.mouseClick(report.rows_bar.take, LEFT)
    at_rest(qtbot, app)
    assert numbers(app) == [1] and app.document.undo_stack.undoText() == "Take in 1 row again"
    report.rows.clearSelection()
    assert report.rows_bar.words.text() == "1 row left out"
    qtbot.mouseClick(report.rows_bar.take, LEFT)  # nothing is selected: all
    at_rest(qtbot, app)
    assert app.document.project.table is whole
    for left in ([1], [1, 31], [31], []):
        app.document.undo()
        at_rest(qtbot, app)
        assert numbers(app) == left
    app.document.redo()
    at_rest(qtbot, app)
    assert numbers(app) == [31]


@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")
def test_the_menu_of_the_selected_rows(qtbot: QtBot, app: App, report: TablePage) -> None:
    for place, words, left in ((30, "Leave out", [31]), (30, "Take in again", [])):
        click(qtbot, report, place)
        at = report.rows.visualRect(report.rows_model.index(place, 2)).center()
        where = report.rows.viewport().mapToGlobal(at)
        QApplication.sendEvent(
            report.rows.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where, NONE)
        )
        menu = next(one for one in report.rows.findChildren(QMenu) if one.isVisible())
        enabled = [action for action in menu.actions() if action.isEnabled()]
        assert [action.text() for action in enabled] == [words]
        enabled[0].trigger()
        menu.close()
        at_rest(qtbot, app)
        assert numbers(app) == left


def test_the_selection_stays_with_its_rows_in_another_order(qtbot: QtBot, app: App, report: TablePage) -> None:
    click(qtbot, report, 29)
    click(qtbot, report, 30, CTRL)
    for _ in range(2):  # descending
        click_title(qtbot, report.rows, 4)
        settled(qtbot, report)
    assert [cells(report, place)[0] for place in range(3)] == ["31", "30", "29"]
    assert report.rows.selected_rows.tolist() == [29, 30]
    qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
    at_rest(qtbot, app)
    assert numbers(app) == [30, 31]
    assert [cells(report, place)[0] for place in range(3)] == ["31", "30", "29"]  # they stand where they stood


def test_a_row_of_totals_is_left_out_by_the_button_of_its_warning(qtbot: QtBot, app: App, report: TablePage) -> None:
    line = app.window.data_panel.traps
    until(qtbot, lambda: line.isVisible() and "line 32 looks like a row of totals" in line.sentence.text())
    qtbot.mouseClick(line.fix, LEFT)
    at_rest(qtbot, app)
    assert numbers(app) == [31] and app.document.undo_stack.undoText() == "Leave out 1 row"
    until(qtbot, lambda: not app.table_work.traps.busy)
    assert not (line.isVisible() and "totals" in line.sentence.text())
    table = app.document.project.table
    assert table is not None and table.column("date").reason == "dates such as 2024-02-01"


def test_the_last_row_stays(qtbot: QtBot, app: App, report: TablePage) -> None:
    before = app.document.project
    click(qtbot, report, 0)
    qtbot.keyClick(report.rows, Qt.Key.Key_A, CTRL)
    with qtbot.waitSignal(app.document.refused) as told:
        qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
    assert "no row would be left" in told.args[0] and app.document.project is before


def test_rows_are_called_the_same_everywhere(qtbot: QtBot, app: App, report: TablePage) -> None:
    click(qtbot, report, 0)
    qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
    at_rest(qtbot, app)
    predictions = app.window.predictions
    app.window.pages.setCurrentWidget(predictions)
    until(qtbot, lambda: predictions.model.rowCount() == 30 and not predictions.busy)
    assert predictions.model.index(0, 0).data() == "2" and predictions.model.index(29, 0).data() == "31"


def test_a_large_table_is_made_beside_the_window(
    qtbot: QtBot, app: App, report: TablePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcgui.table.row_edits.SLOW_CELLS", 10)
    told: list[tuple[str, int]] = []
    edits: RowEdits = app.table_work.edits.rows
    edits.progress.connect(lambda name, percent: told.append((name, percent)))
    for place in (30, 4, 2):  # the next before the first is there
        click(qtbot, report, place)
        qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
    assert edits.busy and numbers(app) == []
    at_rest(qtbot, app)
    assert numbers(app) == [3, 5, 31] and told[0] == ("report", 100) and told[-1] == ("", 0)
    count = app.document.undo_stack.count()
    assert [app.document.undo_stack.text(at) for at in range(count - 3, count)] == ["Leave out 1 row"] * 3
    click(qtbot, report, 7)
    qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
    edits.cancel()
    at_rest(qtbot, app)
    assert numbers(app) == [3, 5, 31]


def same_rows(project: Project, saved: Saved) -> None:
    new, old = saved.project.table, project.table
    assert new is not None and old is not None and saved.project.roles == project.roles
    assert new.rows_left_out.tolist() == old.rows_left_out.tolist() and new.left_out == old.left_out
    assert [(one.name, one.kind, one.texts().tolist()) for one in new.columns] == (
        [(one.name, one.kind, one.texts().tolist()) for one in old.columns]
    )
    assert new.complete.n_rows == old.complete.n_rows and new.complete.column("date").text(30) == "Total"


def test_it_is_part_of_the_project(qtbot: QtBot, app: App, report: TablePage, tmp_path: Path) -> None:
    for place in (30, 2, 3):
        click(qtbot, report, place)
        qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
        at_rest(qtbot, app)
    project = app.document.project
    for embed in (True, False):
        save_project(tmp_path / "p.fcgui", Saved(project), embed=embed)
        same_rows(project, load_project(tmp_path / "p.fcgui"))
    line = write_text(Saved(project))
    same_rows(project, read_text(line, None, (tmp_path,)))
    same_rows(project, read_text(line, project.table))  # the table is the one that is open


def test_bundled_tables_without_some_rows(qtbot: QtBot, app: App, page: TablePage, tmp_path: Path) -> None:
    open_tab(qtbot, page, page.rows_part)
    click(qtbot, page, 1)
    qtbot.keyClick(page.rows, Qt.Key.Key_Delete)
    at_rest(qtbot, app)
    save_project(tmp_path / "p.fcgui", Saved(app.document.project))
    loaded = load_project(tmp_path / "p.fcgui").project.table
    assert loaded is not None and loaded.n_rows == 149 and loaded.rows_left_out.tolist() == [1]
    assert (tmp_path / "p.fcgui").stat().st_size < 20_000  # its cells are not in it
    read = project_file.read_text(write_text(Saved(app.document.project))).project.table
    assert read is not None and read.rows_left_out.tolist() == [1]


def test_a_file_that_is_read_again_stays_without_the_lines(qtbot: QtBot, app: App, report: TablePage) -> None:
    click(qtbot, report, 30)
    qtbot.keyClick(report.rows, Qt.Key.Key_Delete)
    at_rest(qtbot, app)
    before = app.document.project.table
    assert before is not None and before.path is not None
    app.files.open_as(before.path, before.read_options)
    until(qtbot, lambda: app.document.project.table is not before)
    at_rest(qtbot, app)
    assert numbers(app) == [31]
