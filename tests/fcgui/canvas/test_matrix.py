"""Large matrices as pictures on the drawing: switched on and off, read and edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fcgui.canvas.layout import arrange
from fcgui.canvas.matrix import Matrix
from fcgui.plots.scales import number
from fcgui.theme import LIGHT
from fcgui_core import layout as flat_layout
from fcgui_core.snapshot import Snapshot
from tests.fcgui.canvas.cases import Owner, network, snapshot

Make = Callable[..., Owner]
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def shown(owner: Make, *hidden: int, size: tuple[int, int] = (620, 350)) -> tuple[Owner, Snapshot]:
    o = owner(network(*hidden), size)
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    return o, shot


def switch(o: Owner, pictures: bool) -> None:
    there = o.canvas.stage.live.switch
    assert there is not None
    o.click(there.segments[pictures].center().toPoint())


def matrix(o: Owner, index: int) -> Matrix:
    found = o.canvas.stage.live.matrices[index]
    assert found is not None
    return found


def pictured(o: Owner) -> list[bool]:
    return [each is not None for each in o.canvas.stage.live.matrices]


def cell(o: Owner, index: int, source: int, neuron: int) -> QPoint:
    return matrix(o, index).place(source, neuron).center().toPoint()


def test_the_switch_in_the_legend_draws_all_large_matrices_as_pictures_and_as_lines(owner: Make) -> None:
    o, _ = shown(owner, 200, 100, 3)
    told: list[bool] = []
    o.canvas.pictures_shown.connect(told.append)
    assert pictured(o) == [False] * 4 and o.canvas.stage.live.edges[1].drawn
    switch(o, True)
    assert pictured(o) == [True, True, True, False]  # 3 x 3 are lines anyway
    assert not o.canvas.stage.live.edges[1].drawn and o.canvas.stage.live.edges[3].drawn
    switch(o, False)
    assert pictured(o) == [False] * 4 and told == [True, False]


def test_the_key_and_the_menu_do_the_same(owner: Make, qtbot: QtBot) -> None:
    o, _ = shown(owner, 200, 100, 50)
    o.key(Key.Key_W)
    assert all(pictured(o))
    at = o.ground(1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, o.canvas.mapToGlobal(at))
    QApplication.sendEvent(o.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.findChildren(QAction) if each.text().endswith("\tW"))
    assert action.isChecked()
    action.trigger()
    menu.close()
    assert not any(pictured(o))


def test_a_network_that_is_drawn_whole_has_no_switch(owner: Make) -> None:
    o, _ = shown(owner, 5)
    assert o.canvas.stage.live.switch is None


def test_a_click_below_a_connection_is_for_that_one_alone(owner: Make) -> None:
    o, _ = shown(owner, 200, 3)
    caption = o.canvas.stage.layout.captions(1)[0].center().toPoint()
    assert "click for a picture" in o.point(caption)
    o.click(caption)
    assert pictured(o) == [False, True, False]
    assert "click for lines" in o.point(caption + QPoint(1, 0))
    o.click(caption)
    assert not any(pictured(o)) and o.heard == []


def test_it_says_how_much_a_pixel_stands_for(owner: Make, qapp: object) -> None:
    from fcgui.canvas.notes import picture_captions

    o, _ = shown(owner, 400, 300, 2)
    switch(o, True)
    live = o.canvas.stage.live
    down, across = matrix(o, 1).block
    assert down >= 2 and across >= 2
    assert picture_captions(live.edges[1], matrix(o, 1))[0] == f"all 120,000, {down}\u00d7{across} a pixel"


def test_the_mouse_reads_a_weight_and_a_click_edits_it(owner: Make) -> None:
    o, shot = shown(owner, 40, 30, size=(900, 700))
    switch(o, True)
    at = cell(o, 1, 20, 7)
    words = o.point(at)
    assert words.startswith("weight from neuron 21 to neuron 8: ") and "here" not in words
    assert number(float(shot.weights[1][20, 7])) in words
    o.click(at)
    field = o.canvas.weights.editor.number
    assert float(field.text()) == pytest.approx(float(shot.weights[1][20, 7]), rel=1e-5)
    QTest.keyClick(field, Key.Key_Up)
    assert [heard[:4] for heard in o.looked if heard[0] == "weight"] == [("weight", 1, 20, 7)]
    assert o.heard == []


def test_where_a_pixel_stands_for_several_the_largest_is_read_and_said_to_be_so(owner: Make) -> None:
    o, shot = shown(owner, 500, 400)
    switch(o, True)
    hit = o.canvas.stage.hit(QPointF(cell(o, 1, 250, 200)))
    assert hit.block > 1 and hit.source is not None and hit.neuron is not None
    size = abs(shot.weights[1][hit.source, hit.neuron])
    near = np.abs(shot.weights[1][hit.source - 1 : hit.source + 1, hit.neuron : hit.neuron + 1])
    assert size >= near.min() and f"the largest of {hit.block} here" in o.point(cell(o, 1, 250, 200))


def test_a_stroke_over_a_picture_still_draws_a_layer(owner: Make) -> None:
    o, _ = shown(owner, 40, 30)
    switch(o, True)
    o.drag(cell(o, 1, 10, 15), QPoint(0, 60))
    assert [heard[0] for heard in o.heard] == ["insert"]


def test_colours_tell_the_sign_and_rows_run_from_the_first_neuron(owner: Make) -> None:
    o, shot = shown(owner, 40, 30, size=(900, 700))
    weights = [np.array(w) for w in shot.weights]
    weights[1][...] = -1.0
    weights[1][:20, :15] = 1.0  # the upper left quarter
    parameters = flat_layout.join(shot.spec, weights, [np.array(b) for b in shot.biases], "float32")
    o.canvas.show_snapshot(replace(shot, parameters=parameters, status="paused"))
    switch(o, True)
    QTest.mouseMove(o.canvas, QPoint(2, 2))
    image = o.canvas.grab().toImage()
    for source, neuron, positive in ((3, 3, True), (3, 25, False), (35, 3, False)):
        color = image.pixelColor(cell(o, 1, source, neuron))
        assert (color.blue() > color.red()) == positive and color.saturation() > 100


def test_frozen_weights_are_marked_and_a_focus_frames_its_row_and_column(owner: Make) -> None:
    from fcgui_core.place import Place

    o, _ = shown(owner, 40, 30, size=(900, 700))
    switch(o, True)
    QTest.mouseMove(o.canvas, QPoint(2, 2))
    before = o.canvas.grab().toImage()
    o.canvas.show_frozen((Place(1, 10, 5),))
    marked = o.canvas.grab().toImage()
    assert marked.pixelColor(cell(o, 1, 10, 5)) == QColor(LIGHT.ink) and marked != before
    o.click(o.neuron(0, 2))
    live = o.canvas.stage.live
    assert {(each.index, source is None) for each, source, _ in live.of_neuron(1, 2)} == {(0, True), (1, False)}
    assert o.canvas.grab().toImage() != marked


def test_zooming_in_shows_every_weight(owner: Make) -> None:
    o, _ = shown(owner, 500, 400)
    switch(o, True)
    middle = QPointF(o.canvas.rect().center())
    o.canvas.stage.view.zoom_to(8.0, middle)
    assert matrix(o, 1).block == (1, 1)
    at = matrix(o, 1).rect.center()
    hit = o.canvas.stage.hit(at)
    assert hit.block == 1
    o.canvas.fit()
    assert matrix(o, 1).block != (1, 1)


@pytest.mark.parametrize("zoom", [1.0, 1.7, 6.0])
@pytest.mark.parametrize("sizes", [(784, 512, 256, 10), (1, 300, 1), (4, 1000, 3), (3, 700, 2000, 2)])
def test_every_cell_of_a_picture_is_the_strongest_of_its_weights(sizes: tuple[int, ...], zoom: float) -> None:
    layout = arrange(sizes, QSizeF(560, 380), zoom=zoom, scroll=(37.0, 61.0))
    rng = np.random.default_rng(0)
    for index in range(len(sizes) - 1):
        picture = Matrix(layout, index, 1.0)
        weights = rng.normal(size=(sizes[index], sizes[index + 1])).astype(np.float32)
        picture.refresh(weights, LIGHT)
        if picture.is_empty:
            continue
        for x in np.linspace(picture.rect.left() + 0.5, picture.rect.right() - 0.5, 7):
            for y in np.linspace(picture.rect.top() + 0.5, picture.rect.bottom() - 0.5, 7):
                found = picture.cell(QPointF(x, y))
                assert found is not None
                row, column = int(y) - round(picture.rect.top()), int(x) - round(picture.rect.left())
                assert picture._pixels is not None
                share = weights[found[0], found[1]] / np.abs(weights).max()
                assert picture._pixels[row, column] == int(share * 127 + 128.5)


def test_of_maxout_the_largest_piece_is_pictured_and_a_hidden_canvas_survives(owner: Make) -> None:
    o = owner(network(60, 50, activation="maxout"))
    o.canvas.show_pictures(True)
    assert not o.canvas.grab().isNull()  # without weights there is the bare structure
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    hit = o.canvas.stage.hit(QPointF(cell(o, 1, 30, 30)))
    assert hit.source is not None and hit.neuron is not None
    o.click(cell(o, 1, hit.source, hit.neuron))
    assert o.canvas.weights.editor.pieces.isVisible()
