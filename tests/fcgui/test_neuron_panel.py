"""The card of the focused neuron, in the window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui_core.neuron import activations_of, terms_of
from tests.fcgui.helpers import rested, train


def click(app: App, layer: int, row: int) -> int:
    """Click a neuron of the drawing; its number."""
    column = app.window.canvas.stage.layout.columns[layer + 1]
    at = QPointF(column.x, float(column.y[row])).toPoint()
    neuron = int(column.shown[row])
    QTest.mouseClick(app.window.canvas, Qt.MouseButton.LeftButton, pos=at)
    return neuron


def test_a_clicked_neuron_shows_its_formula_and_its_activations(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    panel = app.window.neuron_panel
    assert not panel.isVisible()
    neuron = click(app, 0, 3)
    assert panel.isVisible() and panel.title.text() == f"Hidden layer 1, neuron {neuron + 1}"
    snapshot, data = app.session.snapshot, app.document.project.data
    assert snapshot is not None and data is not None
    terms, _ = terms_of(snapshot, 0, neuron)
    names = data.preparation.feature_names
    formula = panel.formula.text()
    assert formula.startswith("h = relu(") and formula.endswith(")")
    places = [formula.index(names[term.source]) for term in terms]
    assert places == sorted(places)  # the strongest first
    assert f"{abs(terms[0].weight):.3g}"[:4] in formula
    values = activations_of(snapshot, 0, neuron, np.asarray(data.X_train))
    assert f"{len(values)} training rows" in panel.histogram.accessibleDescription()
    assert panel.histogram._counts.sum() == len(values)
    assert panel.path.text().count("→") == 4 and f"h{neuron + 1}" in panel.path.text()


def test_of_many_terms_the_smaller_ones_are_counted_and_the_output_has_its_name(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    click(app, 1, 0)
    assert "194 smaller terms" in app.window.neuron_panel.formula.text()
    click(app, 3, 1)
    assert app.window.neuron_panel.title.text() == "Output Iris-versicolor"
    assert app.window.neuron_panel.formula.text().startswith("z = ")
    click(app, -1, 0)
    assert app.window.neuron_panel.formula.text().startswith("x = (SepalLengthCm")


def test_it_follows_the_training_and_goes_with_escape_or_its_button(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    click(app, 0, 3)
    panel = app.window.neuron_panel
    before = panel.formula.text()
    train(qtbot, app, epochs=5)
    assert panel.formula.text() != before
    app.window.canvas.setFocus()
    QTest.keyClick(app.window.canvas, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    click(app, 0, 3)
    QTest.mouseClick(panel.done, Qt.MouseButton.LeftButton, pos=panel.done.rect().center())
    assert not panel.isVisible() and app.window.canvas.stage.focus is None


def test_another_network_ends_it(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    click(app, 0, 3)
    app.edits.remove_layer(0)
    rested(qtbot, app)
    assert not app.window.neuron_panel.isVisible()
