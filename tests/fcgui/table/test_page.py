"""The page of the table as a user meets it: by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.table.lines import DISTINCT, KIND, MISSING, NAME, RANGE, ROLE, TYPICAL
from fcgui.table.menu import ColumnMenu
from fcgui.table.page import TablePage
from tests.fcgui.helpers import rested, until
from tests.fcgui.test_window import pick

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
OWN = "size,weight,when,note,class\n" + "\n".join(
    f"{('small', 'large', 'medium')[n % 3]},{'' if n % 10 == 0 else n * 1.5},2024-01-{n % 28 + 1:02d},"
    f"{'x' if n % 2 else ''},{'yes' if n % 3 else 'no'}"
    for n in range(1, 61)
)


def settled(qtbot: QtBot, page: TablePage) -> None:
    until(qtbot, lambda: not page.busy)


@pytest.fixture
def page(qtbot: QtBot, app: App) -> TablePage:
    """The page of iris, its summaries there."""
    bar, shown = app.window.pages.tabBar(), app.window.table_page
    assert not shown.summaries.busy  # nobody has looked yet
    qtbot.mouseClick(bar, LEFT, pos=bar.tabRect(app.window.pages.indexOf(shown)).center())
    settled(qtbot, shown)
    return shown


@pytest.fixture
def own(qtbot: QtBot, app: App, page: TablePage, tmp_path: Path) -> TablePage:
    """The page of a table with categories, dates and missing cells."""
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    app.files.open(str(path))
    until(qtbot, lambda: app.document.project.table is not None and "weight" in app.document.project.table)
    settled(qtbot, page)
    rested(qtbot, app)
    return page


def texts(page: TablePage, section: int) -> list[str]:
    return [page.shown.index(line, section).data() for line in range(page.shown.rowCount())]


def click_title(qtbot: QtBot, view: QTableView, section: int) -> None:
    header = view.horizontalHeader()
    view.scrollTo(view.model().index(0, section))
    middle = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=middle)


def click_line(
    qtbot: QtBot, page: TablePage, name: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    at = page.shown.index(texts(page, NAME).index(name), KIND)
    page.columns.scrollTo(at)
    qtbot.mouseClick(page.columns.viewport(), LEFT, keys, page.columns.visualRect(at).center())


def open_tab(qtbot: QtBot, page: TablePage, part: object) -> None:
    bar = page.below.tabBar()
    place = next(at for at in range(page.below.count()) if page.below.widget(at) is part)
    qtbot.mouseClick(bar, LEFT, pos=bar.tabRect(place).center())


# --- the list ---


def test_a_line_says_what_a_column_holds(page: TablePage) -> None:
    line = texts(page, NAME).index("SepalLengthCm")
    got = [page.shown.index(line, section).data() for section in (KIND, ROLE, MISSING, DISTINCT, TYPICAL, RANGE)]
    assert got == ["number", "input", "", "35", "5.84 ± 0.825", "4.3 … 7.9"]
    assert page.columns.selected_names() == ["Species"]
    assert texts(page, TYPICAL)[-1] == "Iris-setosa (33 %)"


def test_missing_cells_and_dates(own: TablePage) -> None:
    line = texts(own, NAME).index("weight")
    assert own.shown.index(line, MISSING).data() == "6 (10 %)"
    line = texts(own, NAME).index("when")
    assert own.shown.index(line, RANGE).data() == "2024-01-01 … 2024-01-28"


def test_titles_sort_and_the_third_click_gives_the_files_order_back(qtbot: QtBot, page: TablePage) -> None:
    before = texts(page, NAME)
    click_title(qtbot, page.columns, DISTINCT)
    assert texts(page, DISTINCT) == ["3", "22", "23", "35", "43", "150"]
    click_title(qtbot, page.columns, DISTINCT)
    assert texts(page, DISTINCT)[0] == "150"
    assert page.columns.selected_names() == ["Species"]
    click_title(qtbot, page.columns, DISTINCT)
    assert texts(page, NAME) == before


def test_search_and_filter(qtbot: QtBot, page: TablePage) -> None:
    qtbot.keyClicks(page.search, "petal")
    assert texts(page, NAME) == ["PetalLengthCm", "PetalWidthCm"]
    assert page.count.text() == "2 of 6 columns"
    page.search.selectAll()
    qtbot.keyClick(page.search, Qt.Key.Key_Delete)
    pick(qtbot, page.filter, "left out")
    assert texts(page, NAME) == ["Id"]


def test_columns_with_missing_cells(qtbot: QtBot, own: TablePage) -> None:
    pick(qtbot, own.filter, "with missing cells")
    assert texts(own, NAME) == ["weight", "note"]


# --- changing ---


def test_kind_of_many_columns_is_one_step(qtbot: QtBot, app: App, page: TablePage) -> None:
    click_line(qtbot, page, "SepalLengthCm")
    click_line(qtbot, page, "PetalLengthCm", SHIFT)
    assert page.bar.words.text().endswith("SepalLengthCm, SepalWidthCm, PetalLengthCm")
    assert (page.bar.kind.currentText(), page.bar.role.currentText()) == ("number", "input")
    pick(qtbot, page.bar.kind, "category")
    table = app.document.project.table
    assert table is not None
    assert [column.kind for column in table.columns[1:4]] == ["categorical"] * 3
    assert page.columns.selected_names() == ["SepalLengthCm", "SepalWidthCm", "PetalLengthCm"]
    app.window.actions_.undo.trigger()
    table = app.document.project.table
    assert table is not None
    assert [column.kind for column in table.columns[1:4]] == ["numeric"] * 3
    settled(qtbot, page)
    rested(qtbot, app)


def test_role_of_many_columns_is_one_step(qtbot: QtBot, app: App, page: TablePage) -> None:
    click_line(qtbot, page, "SepalLengthCm")
    click_line(qtbot, page, "SepalWidthCm", SHIFT)
    pick(qtbot, page.bar.role, "leave out")
    roles = app.document.project.roles
    assert roles is not None and set(roles.ignored) == {"Id", "SepalLengthCm", "SepalWidthCm"}
    app.window.actions_.undo.trigger()
    roles = app.document.project.roles
    assert roles is not None and set(roles.ignored) == {"Id"}
    rested(qtbot, app)


def test_space_switches_and_t_makes_the_target(qtbot: QtBot, app: App, page: TablePage) -> None:
    click_line(qtbot, page, "PetalWidthCm")
    qtbot.keyClick(page.columns, Qt.Key.Key_Space)
    roles = app.document.project.roles
    assert roles is not None and "PetalWidthCm" in roles.ignored
    qtbot.keyClick(page.columns, Qt.Key.Key_T)
    roles = app.document.project.roles
    assert roles is not None and roles.target == "PetalWidthCm"
    assert page.bar.role.currentText() == "target"
    rested(qtbot, app)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_the_menu_of_a_column_on_a_sorted_list(qtbot: QtBot, app: App, page: TablePage) -> None:
    click_title(qtbot, page.columns, DISTINCT)
    click_line(qtbot, page, "Id")
    page.columns.setFocus()
    qtbot.keyClick(page.columns, Qt.Key.Key_Return)
    menu = page.columns.findChild(ColumnMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Use as input").trigger()
    menu.close()
    roles = app.document.project.roles
    assert roles is not None and not roles.ignored
    rested(qtbot, app)


def test_a_kind_that_cannot_be_is_refused_in_words(qtbot: QtBot, app: App, page: TablePage) -> None:
    click_line(qtbot, page, "Species")
    page.bar.kind.setFocus()
    qtbot.keyClicks(page.bar.kind, "num")
    assert page.bar.kind.currentText() == "category"
    assert "not numbers" in app.window.statusBar().currentMessage()


def test_categories_are_put_in_order(qtbot: QtBot, app: App, own: TablePage) -> None:
    click_line(qtbot, own, "size")
    editor = own.detail.order
    qtbot.keyClick(editor.ordered, Qt.Key.Key_Space)
    table = app.document.project.table
    assert table is not None and table.column("size").order == ("small", "medium", "large")  # as people put them
    editor.categories.setFocus()
    editor.categories.setCurrentRow(2)
    qtbot.keyClick(editor.up, Qt.Key.Key_Space)
    qtbot.keyClick(editor.up, Qt.Key.Key_Space)
    table = app.document.project.table
    assert table is not None and table.column("size").order == ("large", "small", "medium")
    for _ in range(3):
        app.window.actions_.undo.trigger()
    assert not editor.ordered.isChecked()
    settled(qtbot, own)
    rested(qtbot, app)


# --- rows, warnings ---


def test_rows_are_sorted_by_a_title_that_selects_its_column(qtbot: QtBot, page: TablePage) -> None:
    open_tab(qtbot, page, page.rows_part)
    model = page.rows_model
    assert [model.index(0, at).data() for at in (0, 2, 3)] == ["1", "1", "5.1"]
    click_title(qtbot, page.rows, 3)
    settled(qtbot, page)
    assert page.columns.selected_names() == ["SepalLengthCm"]
    got = [float(model.index(row, 3).data()) for row in range(model.rowCount())]
    assert got == sorted(got) and got[0] == 4.3
    click_line(qtbot, page, "PetalWidthCm")
    assert page.rows.currentIndex().column() == 6


def test_a_missing_cell_is_a_dash_and_comes_last(qtbot: QtBot, own: TablePage) -> None:
    open_tab(qtbot, own, own.rows_part)
    for _ in range(2):  # descending
        click_title(qtbot, own.rows, 3)
    settled(qtbot, own)
    got = [own.rows_model.index(row, 3).data() for row in range(60)]
    assert got[0] == "88.5" and got[-6:] == ["–"] * 6


def test_a_warning_is_put_right_with_one_click(qtbot: QtBot, app: App, page: TablePage) -> None:
    click_line(qtbot, page, "Id")
    qtbot.keyClick(page.columns, Qt.Key.Key_Space)
    until(qtbot, lambda: bool(page.notes.fixes))
    open_tab(qtbot, page, page.notes)
    qtbot.mouseClick(page.notes.fixes[0], LEFT)
    roles = app.document.project.roles
    assert roles is not None and "Id" in roles.ignored
    until(qtbot, lambda: not page.notes.fixes)
    rested(qtbot, app)


def test_a_hidden_page_does_no_work(qtbot: QtBot, app: App, page: TablePage) -> None:
    app.window.pages.setCurrentIndex(0)
    app.files.open_example("breast_cancer")
    rested(qtbot, app)
    assert page.lines.rowCount() == 6 and not page.busy
    app.window.pages.setCurrentWidget(page)
    settled(qtbot, page)
    assert page.lines.rowCount() > 30
    assert all(texts(page, DISTINCT))


def test_a_sheet_without_rows_is_shown_and_its_roles_change(qtbot: QtBot, app: App, page: TablePage) -> None:
    app.gallery.edits.show_sheet("classification")
    settled(qtbot, page)
    click_line(qtbot, page, "x1")
    qtbot.keyClick(page.columns, Qt.Key.Key_Space)
    roles = app.document.project.roles
    assert roles is not None and "x1" in roles.ignored
    bar = page.below.tabBar()
    qtbot.mouseClick(bar, LEFT, pos=bar.tabRect(page.below.indexOf(page.rows_part)).center())
    until(qtbot, page.rows.isVisible)
    app.window.actions_.undo.trigger()  # Qt warns of rows that are not there
    app.window.actions_.redo.trigger()
    assert app.document.project.roles == roles
