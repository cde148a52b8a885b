"""Random use through mouse and keyboard, during training too: nothing breaks, and undo brings everything back.

A few short runs by default; ``FCGUI_SEEDS=20 FCGUI_ACTIONS=1000`` makes it the long one.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.document import Project
from tests.fcgui.helpers import rested

SEEDS = int(os.environ.get("FCGUI_SEEDS", "3"))
ACTIONS = int(os.environ.get("FCGUI_ACTIONS", "120"))
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Insert, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space),
    *(Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_C, Qt.Key.Key_F),
)
MODIFIERS = (
    *([Qt.KeyboardModifier.NoModifier] * 6),
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TEXTS = ("8 relu", "0.01", "1", "-3", "0", "1e9", "abc", "", "0,5", "16 tanh, 4 relu", "full", "off", "100000000")
# What leads out of the window, or asks a person something that no random click should answer.
NOT_TRIGGERED = {
    "quit",
    "save",
    "save_as",
    "open",
    "export",
    "load",
    "predict_file",
    "save_predictions",
    "about",
    "help",
}
LARGEST = 400  # units of a layer: random keys must not build networks that take minutes


class Person:
    """Does random things to the window, by mouse and keyboard."""

    def __init__(self, qtbot: QtBot, app: App, seed: int) -> None:
        self.qtbot, self.app, self.random = qtbot, app, random.Random(seed)
        self.done: list[str] = []

    def act(self) -> None:
        """One action, whatever is there."""
        self.put_aside()
        deeds: list[tuple[int, Callable[[], None]]] = [
            (6, self.drag), (3, self.click), (1, self.double_click), (6, self.press), (2, self.wheel), (4, self.choose),
            (3, self.type), (3, self.push), (3, self.trigger), (2, self.undo_or_redo), (2, self.toggle),
            (1, self.turn_page),
        ]  # fmt: skip
        weights, calls = zip(*deeds, strict=True)
        deed = self.random.choices(calls, weights)[0]
        self.done.append(deed.__name__)
        try:
            deed()
        except BaseException as error:
            error.add_note(f"after {self.done[-12:]}")
            raise
        self.qtbot.wait(self.random.choice((0, 0, 1, 5)))
        self.tame()

    def put_aside(self) -> None:
        """Close menus and dialogs as Escape does."""
        for _ in range(4):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        for dialog in self.app.window.findChildren(QDialog):
            if dialog.isVisible() and isinstance(dialog, QMessageBox | QFileDialog | QDialog):
                dialog.reject()

    def tame(self) -> None:
        """A network that got too large is made small again, as an edit like another."""
        hidden = self.app.document.project.hidden
        if len(hidden) > 6 or any(layer.units > LARGEST for layer in hidden):
            self.app.edits.set_layers("12 relu, 6 tanh")

    def some(self, kind: type[QWidget]) -> QWidget | None:
        widgets = [
            each for each in self.app.window.findChildren(kind)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]  # fmt: skip
        return self.random.choice(widgets) if widgets else None

    def view(self) -> QWidget:
        window = self.app.window
        views = [window.canvas, window.canvas, window.canvas, window.regions, window.weights, window.loss]
        return self.random.choice([view for view in views if view.isVisible()])

    def place(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(max(1, widget.width())), self.random.randrange(max(1, widget.height())))

    def drag(self) -> None:
        target = self.app.window.canvas if self.random.random() < 0.8 else self.view()
        if not target.isVisible():
            return
        at = self.place(target)
        self.mouse(target, QEvent.Type.MouseButtonPress, at)
        for _ in range(self.random.randrange(1, 6)):
            at += QPoint(self.random.randint(-25, 25), self.random.randint(-60, 60))
            self.mouse(target, QEvent.Type.MouseMove, at)
        if self.random.random() < 0.1:
            self.qtbot.keyClick(target, Qt.Key.Key_Escape)
        self.mouse(target, QEvent.Type.MouseButtonRelease, at)

    def mouse(self, widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
        inner = widget.childAt(at) or widget
        local, everywhere = inner.mapFrom(widget, at), widget.mapToGlobal(at)
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, QPointF(local), QPointF(everywhere), none if kind == QEvent.Type.MouseMove else button, held,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(inner, event)

    def click(self) -> None:
        view = self.view()
        self.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=self.place(view))

    def double_click(self) -> None:
        canvas = self.app.window.canvas
        if canvas.isVisible():
            self.qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=self.place(canvas))

    def press(self) -> None:
        canvas = self.app.window.canvas
        widget = canvas if canvas.isVisible() and self.random.random() < 0.7 else QApplication.focusWidget()
        if widget is not None:
            self.qtbot.keyClick(widget, self.random.choice(KEYS), self.random.choice(MODIFIERS))

    def wheel(self) -> None:
        view = self.view()
        at, turn = self.place(view), QPoint(0, self.random.choice((-120, 120)))
        modifier = self.random.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
        event = QWheelEvent(
            QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.childAt(at) or view, event)

    def choose(self) -> None:
        combo = self.some(QComboBox)
        if combo is None or (combo is self.app.window.data_panel.source and self.random.random() < 0.7):
            return
        combo.setFocus()
        for _ in range(self.random.randrange(1, 4)):
            self.qtbot.keyClick(combo, self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))

    def type(self) -> None:
        edit = self.some(QLineEdit) or self.some(QSpinBox)
        if isinstance(edit, QLineEdit | QSpinBox):
            edit.setFocus()
            edit.selectAll()
            self.qtbot.keyClicks(edit, self.random.choice(TEXTS))
            self.qtbot.keyClick(edit, self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))

    def push(self) -> None:
        button = self.some(QAbstractButton)
        harmless = {"Open a table", "Open…"}
        if button is not None and button.accessibleName() not in harmless:  # type: ignore[attr-defined]
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def trigger(self) -> None:
        actions = {name: each for name, each in vars(self.app.window.actions_).items() if isinstance(each, QAction)}
        name = self.random.choice(sorted(actions.keys() - NOT_TRIGGERED))
        self.done[-1] += f" {name}"
        if actions[name].isEnabled():
            actions[name].trigger()

    def undo_or_redo(self) -> None:
        stack = self.app.document.undo_stack
        (stack.undo if self.random.random() < 0.6 else stack.redo)()

    def toggle(self) -> None:
        self.app.session.toggle()

    def turn_page(self) -> None:
        pages = self.app.window.pages
        pages.setCurrentIndex(self.random.randrange(pages.count()))
        table = self.some(QTableView)
        if table is not None:
            self.qtbot.keyClick(table, self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space)))


class Memory:
    """What the project was after every step of the undo stack."""

    def __init__(self, app: App) -> None:
        self.document = app.document
        self.stack = app.document.undo_stack
        self.at = self.stack.index()
        self.states: dict[int, Project] = {self.at: app.document.project}
        self.wrong: list[int] = []
        self.stack.indexChanged.connect(self.note)

    def note(self, index: int) -> None:
        """Undo must bring back what was there; a new step, or one that went on, is written down."""
        project = self.document.project
        if index < self.at and self.states.get(index, project) != project:
            self.wrong.append(index)
        self.states[index] = project
        self.states = {at: state for at, state in self.states.items() if at <= self.stack.count()}
        self.at = index


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # pop-ups without a screen
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_use_breaks_nothing_and_can_be_undone(qtbot: QtBot, app: App, seed: int) -> None:
    memory, person = Memory(app), Person(qtbot, app, seed)
    for _ in range(ACTIONS):
        person.act()
        assert not memory.wrong, person.done[-20:]
    person.put_aside()
    app.session.pause()
    rested(qtbot, app)
    stack, states = memory.stack, dict(memory.states)
    stack.indexChanged.disconnect(memory.note)
    assert len(states) > 5
    for at in (*sorted(states, reverse=True), *sorted(states)):
        stack.setIndex(at)
        assert app.document.project == states[at], (at, stack.text(at), person.done[-20:])
    rested(qtbot, app)
