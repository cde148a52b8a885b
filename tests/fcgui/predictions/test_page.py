"""The page of predictions as a user meets it: by mouse and keyboard, beside a training and at rest."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from fcgui import cli
from fcgui.app import App
from fcgui.files import Files
from fcgui.models import model_of
from fcgui.predictions.page import PredictionsPage
from fcgui_core.exports import export
from tests.fcgui.helpers import drop, rested, train, until

LEFT = Qt.MouseButton.LeftButton
FLOWER = "SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm"


def settled(qtbot: QtBot, page: PredictionsPage) -> None:
    until(qtbot, lambda: not page.busy)


def choose_page(qtbot: QtBot, app: App) -> PredictionsPage:
    """Click the page's tab and wait for its rows."""
    bar, page = app.window.pages.tabBar(), app.window.predictions
    qtbot.mouseClick(bar, LEFT, pos=bar.tabRect(app.window.pages.indexOf(page)).center())
    settled(qtbot, page)
    return page


@pytest.fixture
def page(qtbot: QtBot, app: App) -> PredictionsPage:
    """The page of iris, on a network that has learned most of it."""
    train(qtbot, app, 12)
    return choose_page(qtbot, app)


def column(page: PredictionsPage, title: str) -> list[str]:
    """The texts of a column, as they stand."""
    titles = [page.model.headerData(at, Qt.Orientation.Horizontal) for at in range(page.model.columnCount())]
    at = titles.index(title)
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def click_title(qtbot: QtBot, page: PredictionsPage, title: str) -> None:
    header = page.table.horizontalHeader()
    titles = [page.model.headerData(at, Qt.Orientation.Horizontal) for at in range(page.model.columnCount())]
    at = titles.index(title)
    page.table.scrollTo(page.model.index(0, at))
    middle = QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) // 2, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=middle)
    settled(qtbot, page)


def click_row(qtbot: QtBot, page: PredictionsPage, row: int) -> None:
    page.table.scrollTo(page.model.index(row, 0))
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualRect(page.model.index(row, 0)).center())


def choose(qtbot: QtBot, page: PredictionsPage, value: str) -> None:
    """Choose a part by keyboard."""
    page.filters.part.setFocus()
    while page.filters.part.value != value:
        before = page.filters.part.currentIndex()
        qtbot.keyClick(page.filters.part, Qt.Key.Key_Down)
        assert page.filters.part.currentIndex() > before
    settled(qtbot, page)


# --- what is shown ---


def test_every_row_with_truth_prediction_and_part(app: App, page: PredictionsPage) -> None:
    data = app.document.project.data
    assert data is not None and page.model.rowCount() == 150
    assert column(page, "Row") == [str(n) for n in range(1, 151)]
    assert [n for n, part in enumerate(column(page, "Part")) if part == "test"] == sorted(data.test_rows.tolist())
    truth, given = column(page, "Species"), column(page, "Prediction")
    right = sum(a == b for a, b in zip(truth, given, strict=True))
    assert right > 130
    assert f"accuracy {100 * right / 150:.1f} %" in page.summary.text() and "150 of 150" in page.summary.text()
    assert app.session.snapshot is not None and app.session.snapshot.test is not None
    assert f"accuracy of the test rows {100 * app.session.snapshot.test.score:.1f} %" in page.summary.text()
    errors = [float(text) for text in column(page, "Error")]
    shares = [float(row) for row in column(page, "Probability")]
    for a, b, error, share in zip(truth, given, errors, shares, strict=True):
        assert a != b or error == pytest.approx(1 - share, abs=0.0011)


def test_the_score_of_a_part_is_that_of_the_run_bar(qtbot: QtBot, app: App, page: PredictionsPage) -> None:
    choose(qtbot, page, "test")
    assert set(column(page, "Part")) == {"test"} and page.model.rowCount() == 45
    snapshot = app.session.snapshot
    assert snapshot is not None and snapshot.test is not None
    assert f"accuracy {100 * snapshot.test.score:.1f} %" in page.summary.text()


def test_sorted_by_error_with_the_mouse_and_back_with_the_keyboard(qtbot: QtBot, page: PredictionsPage) -> None:
    click_title(qtbot, page, "Error")
    errors = [float(text) for text in column(page, "Error")]
    assert errors == sorted(errors)
    click_title(qtbot, page, "Error")
    errors = [float(text) for text in column(page, "Error")]
    assert errors == sorted(errors, reverse=True) and errors[0] > errors[-1]
    click_row(qtbot, page, 0)
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    settled(qtbot, page)
    assert column(page, "Row") == [str(n) for n in range(1, 151)]


@pytest.mark.parametrize("title", ["Part", "Species", "Prediction", "Probability", "p(Iris-setosa)", "PetalWidthCm"])
def test_every_column_sorts(qtbot: QtBot, page: PredictionsPage, title: str) -> None:
    click_title(qtbot, page, title)
    texts = column(page, title)
    order = {"training": "0", "test": "2"}
    keys = [order.get(text, text) for text in texts]
    assert keys == sorted(keys) and len(texts) == 150


@pytest.mark.parametrize("title", ["Probability", "p(Iris-virginica)", "PetalWidthCm"])
def test_what_was_sorted_by_may_be_gone(
    qtbot: QtBot, app: App, page: PredictionsPage, title: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Another target or table comes while the page is sorted by a column that the new one does not have."""
    click_title(qtbot, page, title)
    app.edits.choose_target("SepalLengthCm")  # numbers: neither classes nor probabilities
    rested(qtbot, app)
    settled(qtbot, page)
    assert page.model.rowCount() == 150
    app.files.open_example("breast_cancer")
    rested(qtbot, app)
    settled(qtbot, page)
    assert page.model.rowCount() == 569 and not caplog.records


def test_wrong_rows_only(qtbot: QtBot, page: PredictionsPage) -> None:
    truth, given = column(page, "Species"), column(page, "Prediction")
    wrong = sum(a != b for a, b in zip(truth, given, strict=True))
    page.filters.wrong.setFocus()
    qtbot.keyClick(page.filters.wrong, Qt.Key.Key_Space)
    settled(qtbot, page)
    assert page.model.rowCount() == wrong > 0
    assert all(a != b for a, b in zip(column(page, "Species"), column(page, "Prediction"), strict=True))
    assert f"{wrong} of 150 rows shown" in page.summary.text()


@pytest.mark.parametrize(("words", "found"), [("VIRGIN", 50), ("6.9", 4), ("nowhere", 0), ("  ", 150)])
def test_search(qtbot: QtBot, page: PredictionsPage, words: str, found: int) -> None:
    qtbot.keyClicks(page.filters.search, words)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    settled(qtbot, page)
    texts = column(page, "Species"), column(page, "Prediction")
    if words == "VIRGIN":
        found = page.model.rowCount()
        assert found >= 50 and all("virgin" in a + b for a, b in zip(*texts, strict=True))
    assert page.model.rowCount() >= found if words == "6.9" else page.model.rowCount() == found


# --- the matrix ---


def test_the_matrix_counts_and_a_click_shows_the_rows_of_a_cell(qtbot: QtBot, page: PredictionsPage) -> None:
    pairs = list(zip(column(page, "Species"), column(page, "Prediction"), strict=True))
    picture, classes = page.matrix.picture, ("Iris-setosa", "Iris-versicolor", "Iris-virginica")
    cell = next((a, b) for a in range(3) for b in range(3) if a != b and (classes[a], classes[b]) in pairs)
    qtbot.mouseClick(picture, LEFT, pos=page.matrix.cell_rect(*cell).center().toPoint())
    settled(qtbot, page)
    wanted = (classes[cell[0]], classes[cell[1]])
    assert page.model.rowCount() == pairs.count(wanted)
    assert set(zip(column(page, "Species"), column(page, "Prediction"), strict=True)) == {wanted}
    assert page.filters.cell.isVisible()
    qtbot.mouseClick(page.filters.cell, LEFT)
    settled(qtbot, page)
    assert page.model.rowCount() == 150 and not page.filters.cell.isVisible()


def test_the_matrix_by_keyboard(qtbot: QtBot, app: App, page: PredictionsPage) -> None:
    picture = page.matrix.picture
    picture.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(picture, key)
    assert "Iris-versicolor are taken for Iris-versicolor" in app.window.statusBar().currentMessage()
    qtbot.keyClick(picture, Qt.Key.Key_Space)
    settled(qtbot, page)
    assert set(column(page, "Species")) == {"Iris-versicolor"} == set(column(page, "Prediction"))
    assert not app.session.running  # Space was the matrix's


# --- live ---


def test_it_follows_the_training_without_moving_the_rows(qtbot: QtBot, app: App, page: PredictionsPage) -> None:
    click_title(qtbot, page, "Error")
    before, first = page.model.order.copy(), page.model.answers
    app.session.run()
    until(qtbot, lambda: page.model.answers is not first)
    assert np.array_equal(page.model.order, before)
    app.session.pause()
    rested(qtbot, app)
    settled(qtbot, page)
    errors = [float(text) for text in column(page, "Error")]
    assert errors == sorted(errors)


def test_a_hidden_page_does_no_work(qtbot: QtBot, app: App, page: PredictionsPage) -> None:
    app.window.pages.setCurrentIndex(0)
    shown = page.model.answers
    train(qtbot, app, 5)
    assert page.model.answers is shown
    choose_page(qtbot, app)
    assert page.model.answers is not shown


def test_another_table_takes_the_place_of_the_rows(qtbot: QtBot, app: App, page: PredictionsPage) -> None:
    app.files.open_example("auto_mpg")
    rested(qtbot, app)
    settled(qtbot, page)
    assert page.model.rowCount() == 398 and "R²" in page.summary.text() and not page.filters.wrong.isVisible()
    errors = [float(text) for text in column(page, "Error")]
    given, truth = column(page, "Prediction"), column(page, "mpg")
    assert errors == pytest.approx([float(a) - float(b) for a, b in zip(given, truth, strict=True)], abs=0.02)
    click_title(qtbot, page, "Error")
    sizes = [abs(float(text)) for text in column(page, "Error")]
    assert sizes == sorted(sizes)


# --- rows and points ---


def test_a_selected_row_is_marked_among_the_points_and_a_clicked_point_selects_its_row(
    qtbot: QtBot, app: App, page: PredictionsPage
) -> None:
    regions = app.window.regions
    plain = regions.picture.grab().toImage()
    click_row(qtbot, page, 3)
    assert regions.picture.grab().toImage() != plain
    target, table = 100, app.document.project.table
    assert table is not None and regions.axes is not None
    length, width = (float(table.column(name).values[target]) for name in ("PetalLengthCm", "PetalWidthCm"))
    x, y = float(regions.axes.px(length)), float(regions.axes.py(width))
    qtbot.mouseClick(regions.picture, LEFT, pos=QPoint(round(x), round(y)))
    row = int(page.model.index(page.table.currentIndex().row(), 0).data()) - 1
    for name in ("PetalLengthCm", "PetalWidthCm"):  # points may lie upon each other
        assert table.column(name).values[row] == pytest.approx(table.column(name).values[target], abs=0.11)


def test_a_point_of_the_scatter_selects_its_row(qtbot: QtBot, app: App, page: PredictionsPage) -> None:
    app.files.open_example("auto_mpg")
    rested(qtbot, app)
    settled(qtbot, page)
    scatter = page.scatter
    scatter.picture.grab()
    answers = page.model.answers
    assert scatter.axes is not None and answers is not None and answers.rows.truth is not None
    at = int(np.nanargmax(answers.rows.truth))  # stands by itself
    truth, answer = float(answers.rows.truth[at]), float(answers.answers[at])
    place = QPoint(round(float(scatter.axes.px(truth))), round(float(scatter.axes.py(answer))))
    qtbot.mouseClick(scatter.picture, LEFT, pos=place)
    assert page.model.order[page.table.currentIndex().row()] == at


# --- files ---


def answer_dialog(app: App, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_new_file_is_predicted_and_what_is_odd_is_told(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    path = tmp_path / "new.csv"
    path.write_text(f"name,{FLOWER}\na,5.1,3.5,1.4,0.2\nb,6.9,3.1,long,2.1\nc,6.9,3.1,5.4,2.1\n")
    qtbot.mouseClick(page.predict, LEFT)
    answer_dialog(app, path)
    until(qtbot, lambda: page.file is not None and not page.busy)
    assert column(page, "Prediction")[0] == "Iris-setosa" and column(page, "name") == ["a", "b", "c"]
    assert '"long" in line 3' in page.notes.text() and page.notes.isVisible()
    assert "no column Species" in page.summary.text() and not page.filters.wrong.isEnabled()
    qtbot.mouseClick(page.back, LEFT)
    settled(qtbot, page)
    assert page.model.rowCount() == 150 and not page.notes.isVisible()


def test_a_file_dropped_on_the_page_is_predicted_and_elsewhere_opened(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    path = tmp_path / "new.csv"
    path.write_text(f"{FLOWER}\n5.1,3.5,1.4,0.2\n6.9,3.1,5.4,2.1\n")
    drop(app.window, path, page.mapTo(app.window, page.rect().center()))
    until(qtbot, lambda: page.model.rowCount() == 2)
    assert column(page, "Prediction") == ["Iris-setosa", "Iris-virginica"]
    assert app.document.project.table is not None and app.document.project.table.name == "iris"
    panel = app.window.data_panel
    drop(app.window, path, panel.mapTo(app.window, QPoint(20, 20)))
    until(qtbot, lambda: app.document.project.table is not None and app.document.project.table.path == path)
    rested(qtbot, app)


def test_another_file_stands_as_it_comes(qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path) -> None:
    click_title(qtbot, page, "Error")
    assert page.table.horizontalHeader().sortIndicatorSection() > 0
    path = tmp_path / "new.csv"
    path.write_text(f"{FLOWER}\n6.9,3.1,5.4,2.1\n5.1,3.5,1.4,0.2\n")
    app.predicting.predict_file(str(path))
    until(qtbot, lambda: page.model.rowCount() == 2)
    assert column(page, "Row") == ["1", "2"] and page.table.horizontalHeader().sortIndicatorSection() == -1


def test_a_file_without_the_columns_is_one_sentence_on_the_page(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    path = tmp_path / "new.csv"
    path.write_text("a,b\n1,2\n3,4\n")
    app.predicting.predict_file(str(path))
    until(qtbot, lambda: "needs columns" in page.message.text())
    assert page.message.isVisible() and "SepalLengthCm" in page.message.text()
    qtbot.mouseClick(page.back, LEFT)
    until(qtbot, lambda: page.model.rowCount() == 150)


def test_saved_predictions_are_those_of_the_command_line(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, weights = tmp_path / "new.csv", tmp_path / "w.npz"
    new.write_text(f"name,{FLOWER},Species\n=a,5.1,3.5,1.4,0.2,Iris-setosa\nb,6.9,3.1,?,2.1,\nc,1e300,3.1,5.4,2.1,x\n")
    snapshot = app.session.snapshot
    assert snapshot is not None
    export(model_of(app.document.project, snapshot), weights)
    app.predicting.predict_file(str(new))
    until(qtbot, lambda: page.file is not None and not page.busy)
    qtbot.mouseClick(page.save, LEFT)
    answer_dialog(app, tmp_path / "window.tsv")
    until(qtbot, lambda: not app.predicting.busy)
    assert cli.main(["predict", str(weights), str(new), "--out", str(tmp_path / "line.tsv")]) == 0
    capsys.readouterr()
    assert (tmp_path / "window.tsv").read_bytes() == (tmp_path / "line.tsv").read_bytes()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "window.tsv").read_text(encoding="utf-8")), delimiter="\t"))
    assert rows[0]["name"] == "'=a" and rows[2]["predicted Species"] == ""


def test_predictions_under_a_wrong_ending_are_refused(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(app.predicting.problem) as told:
        app.predicting.save_to(str(tmp_path / "p.docx"))
    assert ".csv or .tsv" in told.args[0] and not list(tmp_path.iterdir())
    for box in app.window.findChildren(QLabel):
        assert "Traceback" not in box.text()


def test_the_file_stays_when_the_language_changes(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    path = tmp_path / "new.csv"
    path.write_text(f"{FLOWER}\n5.1,3.5,1.4,0.2\n6.9,3.1,5.4,2.1\n")
    app.predicting.predict_file(str(path))
    until(qtbot, lambda: page.file is not None and not page.busy)
    next(a for a in app.window.actions_.languages.actions() if a.data() == "ru").trigger()
    new = choose_page(qtbot, app)
    until(qtbot, lambda: new.model.rowCount() == 2)
    next(a for a in app.window.actions_.languages.actions() if a.data() == "en").trigger()


def test_no_table_no_rows_but_a_sentence(qtbot: QtBot, app: App) -> None:
    page = choose_page(qtbot, app)
    page.set_project(None, None)
    assert "Open a table" in page.message.text() and page.message.isVisible()
    assert not page.predict.isEnabled() and not page.save.isEnabled() and isinstance(app.files, Files)


def test_predictions_that_are_being_written_are_whole_when_the_window_has_closed(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    app.predicting.save_to(str(tmp_path / "p.csv"))
    app.close()
    assert len((tmp_path / "p.csv").read_text().splitlines()) == 151


def save_as(qtbot: QtBot, app: App, path: Path) -> None:
    qtbot.mouseClick(app.window.predictions.save, LEFT)
    answer_dialog(app, path)


def test_files_that_are_saved_while_one_is_being_written_are_written_too(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    told: list[str] = []
    app.predicting.told.connect(told.append)
    for name in ("first.csv", "second.tsv", "third.csv"):
        save_as(qtbot, app, tmp_path / name)
    assert app.predicting.busy and not (tmp_path / "third.csv").exists()
    until(qtbot, lambda: not app.predicting.busy)
    assert [len((tmp_path / name).read_text().splitlines()) for name in ("first.csv", "second.tsv", "third.csv")] == (
        [151] * 3
    )
    assert [Path(words.rpartition(" ")[2]).name for words in told] == ["first.csv", "second.tsv", "third.csv"]
    assert (tmp_path / "first.csv").read_bytes() == (tmp_path / "third.csv").read_bytes()


def test_one_file_that_cannot_be_written_does_not_keep_the_next_from_it(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    told: list[str] = []
    app.predicting.problem.connect(told.append)
    app.predicting.save_to(str(tmp_path / "nowhere" / "first.csv"))
    save_as(qtbot, app, tmp_path / "second.csv")
    until(qtbot, lambda: not app.predicting.busy)
    assert len(told) == 1 and "nowhere" in told[0]
    assert len((tmp_path / "second.csv").read_text().splitlines()) == 151


def test_all_files_are_whole_when_the_window_has_closed(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path
) -> None:
    for name in ("first.csv", "second.csv"):
        app.predicting.save_to(str(tmp_path / name))
    app.close()
    assert [len((tmp_path / name).read_text().splitlines()) for name in ("first.csv", "second.csv")] == [151, 151]


@pytest.mark.parametrize("for_programs", [False, True])
def test_a_table_with_semicolons_is_answered_with_semicolons(
    qtbot: QtBot, app: App, page: PredictionsPage, tmp_path: Path, for_programs: bool
) -> None:
    new = tmp_path / "new.csv"
    new.write_text(
        "имя;" + FLOWER.replace(",", ";") + "\n=Роза;5,1;3,5;1,4;0,2\n-2,5;6,9;3,1;5,4;2,1\n", encoding="utf-8"
    )
    app.predicting.predict_file(str(new))
    until(qtbot, lambda: page.file is not None and not page.busy)
    qtbot.mouseClick(page.save, LEFT)
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None and "spreadsheets" in dialog.selectedNameFilter()
    if for_programs:
        dialog.selectNameFilter(dialog.nameFilters()[1])
    answer_dialog(app, tmp_path / "p.csv")
    until(qtbot, lambda: not app.predicting.busy)
    data = (tmp_path / "p.csv").read_bytes()
    lines = data.decode("utf-8-sig").splitlines()
    if for_programs:
        assert not data.startswith(b"\xef\xbb\xbf") and lines[0].startswith("имя,predicted Species,")
        return
    assert data.startswith(b"\xef\xbb\xbf") and lines[0].startswith("имя;predicted Species;")
    assert lines[1].startswith("'=Роза;Iris-") and lines[2].startswith("-2,5;Iris-")
    assert "." not in lines[1] + lines[2] and "," in lines[2].rpartition(";")[2]
