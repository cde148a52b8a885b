"""Weights whose table is not open: the table is chosen, or another file is predicted; scores are checked."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from fcgui import cli, preparing, project
from fcgui.app import App
from fcgui.imported_score import epochs_before, stored_score
from fcgui_core.preparation import PreparedData
from fcgui_core.weights_file import Model, load_weights
from tests.fcgui.helpers import drop, rested, until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a table of one's own and weights trained on it from the command line, 80 epochs."""
    lines = [f"{n % 13},{n % 7 * 0.5},{'big' if n % 13 > 6 else 'small'}" for n in range(200)]
    (tmp_path / "own.csv").write_text("\n".join(["width,depth,size", *lines]) + "\n")
    argv = ["train", str(tmp_path / "own.csv"), "--target", "size", "--epochs", "80", "--out", str(tmp_path / "w.npz")]
    assert cli.main(argv) == 0
    capsys.readouterr()
    return tmp_path


def open_weights(qtbot: QtBot, app: App, path: Path) -> QMessageBox:
    app.files.open(path)
    until(qtbot, lambda: app.window.findChild(QMessageBox) is not None)
    return app.window.findChild(QMessageBox)  # type: ignore[return-value]  # waited for


def press(qtbot: QtBot, box: QMessageBox, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, LEFT)


def choose_file(app: App, path: Path) -> None:
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_the_table_is_chosen_and_the_weights_come_with_their_epochs_and_score(
    qtbot: QtBot, app: App, own: Path
) -> None:
    box = open_weights(qtbot, app, own / "w.npz")
    assert "width, depth" in box.text() and "w.npz" in box.text()
    press(qtbot, box, "chooseTable")
    choose_file(app, own / "own.csv")
    until(qtbot, lambda: app.document.project.imported is not None)
    rested(qtbot, app)
    assert app.window.run_bar.epoch.value.text() == "80"
    until(qtbot, lambda: "as stored in the file" in app.window.statusBar().currentMessage())
    app.session.run(epochs=5)
    rested(qtbot, app)
    assert app.window.run_bar.epoch.value.text() == "85"
    app.files.export_to(str(own / "again.npz"))
    assert epochs_before(load_weights(own / "again.npz")) == 85


def test_a_table_of_the_same_columns_with_other_rows_is_warned_about_once(qtbot: QtBot, app: App, own: Path) -> None:
    lines = [f"{n % 13},{n % 7 * 0.5},{'small' if n % 13 > 6 else 'big'}" for n in range(200)]  # the other way round
    (own / "other.csv").write_text("\n".join(["width,depth,size", *lines]) + "\n")
    press(qtbot, open_weights(qtbot, app, own / "w.npz"), "chooseTable")
    choose_file(app, own / "other.csv")

    def warning() -> QMessageBox | None:
        boxes = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
        return boxes[0] if boxes else None

    until(qtbot, lambda: app.document.project.imported is not None and warning() is not None)
    rested(qtbot, app)
    box = warning()
    assert box is not None and "accuracy" in box.text()
    assert "but the file says" in box.text() and "another table, or other rows" in box.text()
    assert app.document.project.imported is not None  # the weights are there all the same
    box.close()
    app.session.run(epochs=1)
    rested(qtbot, app)
    assert warning() is None


def test_another_table_than_the_weights_is_asked_about_again(qtbot: QtBot, app: App, own: Path) -> None:
    (own / "other.csv").write_text("a,b\n1,2\n3,4\n5,6.5\n")
    press(qtbot, open_weights(qtbot, app, own / "w.npz"), "chooseTable")
    before = app.document.project
    choose_file(app, own / "other.csv")
    until(qtbot, lambda: not app.files.busy and any(b.isVisible() for b in app.window.findChildren(QMessageBox)))
    assert app.document.project is before
    next(b for b in app.window.findChildren(QMessageBox) if b.isVisible()).reject()


def test_a_file_is_predicted_without_the_table(qtbot: QtBot, app: App, own: Path) -> None:
    press(qtbot, open_weights(qtbot, app, own / "w.npz"), "predictFile")
    (own / "new.csv").write_text("depth,width,name\n1,12,a\n1,0,b\n")
    choose_file(app, own / "new.csv")
    page = app.window.predictions
    until(qtbot, lambda: page.file is not None and not page.busy)
    assert app.window.pages.currentWidget() is page
    texts = [[page.model.index(row, at).data() for at in range(page.model.columnCount())] for row in range(2)]
    assert "big" in texts[0] and "small" in texts[1] and app.document.project.imported is None
    app.predicting.save_to(str(own / "p.csv"))
    until(qtbot, lambda: not app.predicting.busy)
    assert (own / "p.csv").read_text().splitlines()[1].startswith("a,big,")
    qtbot.mouseClick(page.back, LEFT)
    until(qtbot, lambda: page.model.rowCount() == 150)


def saved(qtbot: QtBot, app: App, path: Path) -> str:
    app.predicting.save_to(str(path))
    until(qtbot, lambda: not app.predicting.busy)
    return path.read_text()


def test_what_is_saved_are_the_answers_that_are_shown(qtbot: QtBot, app: App, own: Path) -> None:
    page, both = app.window.predictions, own / "both.csv"
    iris = "SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm"
    both.write_text(f"{iris},width,depth\n5.1,3.5,1.4,0.2,12,1\n6.3,3.3,6.0,2.5,0,1\n")
    app.predicting.predict_file(both)
    until(qtbot, lambda: page.file is not None and not page.busy)
    press(qtbot, open_weights(qtbot, app, own / "w.npz"), "predictFile")
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    written = saved(qtbot, app, own / "p.csv")
    assert "Iris-" in written and "big" not in written  # no other model's, though one was asked about


def test_a_dropped_file_is_predicted_by_the_network(qtbot: QtBot, app: App, own: Path) -> None:
    page, both = app.window.predictions, own / "both.csv"
    iris = "SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm"
    both.write_text(f"{iris},width,depth\n5.1,3.5,1.4,0.2,12,1\n6.3,3.3,6.0,2.5,0,1\n")
    press(qtbot, open_weights(qtbot, app, own / "w.npz"), "predictFile")
    choose_file(app, both)
    until(qtbot, lambda: page.file is not None and not page.busy)
    assert "big" in saved(qtbot, app, own / "p.csv")
    drop(app.window, both, page.mapTo(app.window, page.rect().center()))
    until(qtbot, lambda: not app.predicting.busy and not page.busy)
    assert "New file both" in page.source_label.accessibleName()
    assert "Iris-" in saved(qtbot, app, own / "q.csv")


def test_a_score_that_differs_is_a_warning(qtbot: QtBot, app: App, own: Path) -> None:
    lines = (own / "own.csv").read_text().splitlines()
    swapped = [line.replace("big", "?").replace("small", "big").replace("?", "small") for line in lines]
    (own / "swapped.csv").write_text("\n".join(swapped) + "\n")
    app.files.open(own / "swapped.csv")
    until(qtbot, lambda: app.document.project.table is not None and app.document.project.table.name == "swapped")
    rested(qtbot, app)
    box = open_weights(qtbot, app, own / "w.npz")
    assert "the file says" in box.text()
    box.reject()


def test_a_large_table_is_compared_when_it_is_ready(
    qtbot: QtBot, app: App, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Frames of the network that is shown until then are no answer."""
    go_on, real = threading.Event(), project.prepare

    def slow(*given: Any, **named: Any) -> PreparedData:
        if given[5] is not None:  # fitted: as the weights have it
            go_on.wait(20)
        return real(*given, **named)

    monkeypatch.setattr(project, "prepare", slow)
    monkeypatch.setattr(preparing, "SLOW_CELLS", 0)
    app.session.run()
    press(qtbot, open_weights(qtbot, app, own / "w.npz"), "chooseTable")
    choose_file(app, own / "own.csv")
    until(qtbot, lambda: app.table_work.preparing.busy)
    seen = app.session.snapshot.step
    until(qtbot, lambda: app.session.snapshot.step > seen)
    assert app.document.project.imported is None
    go_on.set()
    until(qtbot, lambda: "as stored in the file" in app.window.statusBar().currentMessage())
    rested(qtbot, app)


def test_the_window_tells_in_a_weights_file_what_the_command_line_tells(
    qtbot: QtBot, app: App, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, weights, again = tmp_path / "values.csv", tmp_path / "v.npz", tmp_path / "again.npz"
    table.write_text("a,y\n" + "".join(f"{n % 17},{900 + 40 * (n % 17) + n % 3}\n" for n in range(120)))
    assert cli.main(["train", str(table), "--target", "y", "--epochs", "20", "--out", str(weights)]) == 0
    capsys.readouterr()
    press(qtbot, open_weights(qtbot, app, weights), "chooseTable")
    choose_file(app, table)
    until(qtbot, lambda: app.document.project.imported is not None)
    rested(qtbot, app)
    app.files.export_to(str(again))
    before, after = load_weights(weights).metrics["test"], load_weights(again).metrics["test"]
    assert after["rmse"] == pytest.approx(before["rmse"], rel=1e-3) and after.keys() == before.keys()


@pytest.mark.parametrize(
    ("told", "score"),
    [
        ({"accuracy": 0.9}, ("accuracy", 0.9)),
        ({"r2": 0.5, "rmse": 2.0}, ("r2", 0.5)),
        ({"score": 0.8, "score_name": "accuracy"}, ("accuracy", 0.8)),
        ({"score": None, "score_name": "accuracy"}, None),
        ({"score": "high", "score_name": 7}, None),
        (None, None),
        ([], None),
    ],
)
def test_the_score_that_a_file_tells(own: Path, told: Any, score: tuple[str, float] | None) -> None:
    model = load_weights(own / "w.npz")
    other = Model(model.spec, model.parameters, model.preparation, model.settings, metrics={"test": told, "epochs": -1})
    assert stored_score(other) == score and epochs_before(other) == 0
