"""How a file is read, said otherwise by the user: by mouse and keyboard."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.dialogs.reading import ReadingDialog
from fcgui_core.read_options import ReadOptions
from tests.fcgui.helpers import rested, until
from tests.fcgui.test_window import open_file, pick, type_number

LEFT = Qt.MouseButton.LeftButton
PRICES = "id;price;amount;class\n" + "\n".join(
    f"{n};{n % 9},5;{-999 if n % 10 == 0 else n % 6};{'yes' if n % 3 else 'no'}" for n in range(1, 61)
)


@pytest.fixture
def prices(qtbot: QtBot, app: App, tmp_path: Path) -> Path:
    """A table with semicolons, decimal commas and -999 for missing, open in the window."""
    path = tmp_path / "prices.csv"
    path.write_text(PRICES, encoding="utf-8")
    open_file(qtbot, app, path)
    return path


def dialog(qtbot: QtBot, app: App) -> ReadingDialog:
    """The dialog, its preview there."""
    until(qtbot, lambda: app.window.findChild(ReadingDialog) is not None)
    shown = app.window.findChild(ReadingDialog)
    assert shown is not None
    until(qtbot, lambda: not shown.busy)
    return shown


def opened(qtbot: QtBot, app: App) -> ReadingDialog:
    qtbot.mouseClick(app.window.data_panel.reading, LEFT)
    return dialog(qtbot, app)


def read(qtbot: QtBot, app: App, shown: ReadingDialog) -> None:
    qtbot.mouseClick(shown.read, LEFT)
    until(qtbot, lambda: not app.files.busy and app.window.findChild(ReadingDialog) is None)
    rested(qtbot, app)


def titles(shown: ReadingDialog) -> list[str]:
    horizontal = Qt.Orientation.Horizontal
    return [shown.model.headerData(at, horizontal).split("\n")[0] for at in range(1, shown.model.columnCount())]


def test_it_shows_what_was_recognised_and_the_first_rows(qtbot: QtBot, app: App, prices: Path) -> None:
    shown = opened(qtbot, app)
    assert "semicolon" in shown.form.choices["delimiter"].currentText()
    assert "comma" in shown.form.choices["decimal"].currentText()
    assert titles(shown) == ["id", "price", "amount", "class"]
    assert [shown.model.index(0, at).data() for at in range(5)] == ["2", "1", "1.5", "1", "yes"]
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    until(qtbot, lambda: app.window.findChild(ReadingDialog) is None)


def test_a_further_missing_marker_is_typed_and_undone(qtbot: QtBot, app: App, prices: Path) -> None:
    shown = opened(qtbot, app)
    shown.form.missing.setFocus()
    qtbot.keyClicks(shown.form.missing, "-999; none")
    qtbot.keyClick(shown.form.missing, Qt.Key.Key_Tab)
    until(qtbot, lambda: not shown.busy)
    assert shown.model.index(9, 3).data() == "missing"
    read(qtbot, app, shown)
    table = app.document.project.table
    assert table is not None and table.read_options == ReadOptions(missing=("-999", "none"))
    assert table.column("amount").missing == 6
    app.window.actions_.undo.trigger()
    table = app.document.project.table
    assert table is not None and table.column("amount").missing == 0
    rested(qtbot, app)
    again = opened(qtbot, app)
    assert again.form.missing.text() == ""
    again.reject()
    until(qtbot, lambda: app.window.findChild(ReadingDialog) is None)


def test_header_and_delimiter_by_keyboard_change_the_preview(qtbot: QtBot, app: App, prices: Path) -> None:
    shown = opened(qtbot, app)
    pick(qtbot, shown.form.choices["header"], "none: x1, x2, …")
    until(qtbot, lambda: titles(shown) == ["x1", "x2", "x3", "x4"])
    pick(qtbot, shown.form.choices["delimiter"], "tab")
    until(qtbot, lambda: titles(shown) == ["x1"])
    qtbot.mouseClick(shown.recognise, LEFT)
    until(qtbot, lambda: titles(shown) == ["id", "price", "amount", "class"])
    assert shown.form.options == ReadOptions()
    shown.reject()
    until(qtbot, lambda: app.window.findChild(ReadingDialog) is None)


def test_a_delimiter_of_ones_own_and_lines_above(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = "\n".join(f"{n}::{n % 7}::{'a' if n % 2 else 'b'}" for n in range(40))
    path.write_text(f"a remark, without a table\nx::y::z\n{rows}\n", encoding="utf-8")
    app.files.options_wanted.emit(path, ReadOptions())
    shown = dialog(qtbot, app)
    pick(qtbot, shown.form.choices["delimiter"], "another…")
    assert shown.form.delimiter.isVisible()
    qtbot.keyClicks(shown.form.delimiter, "::")
    qtbot.keyClick(shown.form.delimiter, Qt.Key.Key_Tab)
    type_number(qtbot, shown.form.skip, "1")
    until(qtbot, lambda: titles(shown) == ["x", "y", "z"])
    read(qtbot, app, shown)
    table = app.document.project.table
    assert table is not None and table.names == ("x", "y", "z") and table.n_rows == 40
    assert table.read_options == ReadOptions(delimiter="::", skip_lines=1)


def test_what_cannot_be_read_so_is_told_and_the_table_stays(qtbot: QtBot, app: App, prices: Path) -> None:
    before = app.document.project
    shown = opened(qtbot, app)
    type_number(qtbot, shown.form.skip, "5000")
    until(qtbot, lambda: not shown.busy)
    assert shown.problem.isVisible() and "prices.csv" in shown.problem.text()
    shown.reject()
    until(qtbot, lambda: app.window.findChild(ReadingDialog) is None)
    assert app.document.project is before


def test_choices_about_columns_are_taken_over(qtbot: QtBot, app: App, prices: Path) -> None:
    app.edits.choose_target("price")
    app.edits.use_columns(["amount"], False)
    app.table_work.edits.choose_kinds(["class"], "text")
    rested(qtbot, app)
    shown = opened(qtbot, app)
    qtbot.keyClicks(shown.form.missing, "-999")
    read(qtbot, app, shown)
    project = app.document.project
    assert project.table is not None and project.roles is not None
    assert project.table.column("amount").missing == 6
    assert project.table.column("class").kind == "text"
    assert project.roles.target == "price"
    assert project.roles.ignored["amount"] == "left out by you"
    assert set(project.roles.ignored) == {"id", "amount", "class"}


def test_a_bundled_table_is_not_read_otherwise(app: App) -> None:
    assert not app.window.data_panel.reading.isVisible()


def test_a_ragged_file_can_be_read_otherwise(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "ragged.csv"
    path.write_text("a,b,c\n1,2,x\n3,4\n5,6,y\n7,8,x\n9,10,y\n", encoding="utf-8")
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    (box,) = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    button = box.findChild(QPushButton, "options")
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    shown = dialog(qtbot, app)
    assert shown.model.rowCount() == 4
    pick(qtbot, shown.form.choices["ragged"], "leave out and list")
    read(qtbot, app, shown)
    table = app.document.project.table
    assert table is not None and table.n_rows == 4
    assert [row.line for row in table.left_out] == [3]
    panel = app.window.data_panel
    assert "1 row" in panel.summary.text()
    qtbot.mouseClick(panel.all_notes, LEFT)
    notes = app.window.table_page.notes
    assert notes.isVisible()
    rested(qtbot, app)


def test_open_with_options_asks_for_a_file_first(qtbot: QtBot, app: App, prices: Path) -> None:
    app.window.actions_.open_with.trigger()
    files = app.window.findChild(QFileDialog)
    assert files is not None
    files.selectFile(str(prices))
    files.accept()
    shown = dialog(qtbot, app)
    assert shown.path == prices
    shown.reject()
    until(qtbot, lambda: app.window.findChild(ReadingDialog) is None)


def test_a_workbooks_sheet_is_chosen(qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large workbook takes long to unpack: the dialog does not wait for it to know the sheets."""
    threads, real = set(), openpyxl.load_workbook

    def load(*given: Any, **named: Any) -> Any:
        threads.add(threading.current_thread() is threading.main_thread())
        return real(*given, **named)

    monkeypatch.setattr(openpyxl, "load_workbook", load)
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("flowers")
    for at in range(30):
        first.append([at, at * 2, "a" if at % 2 else "b"])
        second.append([at % 7, at % 5, at % 3, "x" if at % 2 else "y"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    app.files.options_wanted.emit(path, ReadOptions())
    shown = dialog(qtbot, app)
    assert list(shown.form.choices) == ["sheet", "header", "ragged"]
    sheets = shown.form.choices["sheet"]
    assert sheets.count() == 3  # both, and "recognise"
    pick(qtbot, sheets, "flowers")
    until(qtbot, lambda: shown.model.columnCount() == 5)
    read(qtbot, app, shown)
    table = app.document.project.table
    assert table is not None and len(table.columns) == 4
    assert table.read_options == ReadOptions(sheet="flowers")
    assert threads == {False}
