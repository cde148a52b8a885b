"""A person who does random things to the window, by mouse and keyboard only.

Every deed is something that can be done by hand: on the drawing, on any control that is there, in the menus and dialogs
that come up, by the window's own commands. ``done`` tells what was done, for the message of a test that fails.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QEnterEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QSplitterHandle,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.canvas.layout import Column, Layout

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
KEYS = (
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Insert, Key.Key_Delete, Key.Key_Backspace),
    *(Key.Key_Plus, Key.Key_Minus, Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Space),
    *(Key.Key_3, Key.Key_7, Key.Key_0, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp, Key.Key_F2),
    *(Key.Key_C, Key.Key_D, Key.Key_E, Key.Key_F, Key.Key_M, Key.Key_N, Key.Key_V, Key.Key_W, Key.Key_X, Key.Key_Menu),
)
MODIFIERS = (*([NO_KEY] * 6), Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
LIST_KEYS = (
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Space, Key.Key_Home, Key.Key_End),
    *(Key.Key_PageDown, Key.Key_PageUp, Key.Key_Return, Key.Key_Menu),
)
TEXTS = (
    *("8 relu", "0.01", "1", "-3", "0", "1e9", "abc", "", "0,5", "16 tanh, 4 relu", "full", "off", "100000000"),
    *("30", "99", "petal", "6 sign", "4 maxout, 3 elu", "1e-5", " ", "0.5; 3"),
)
NOT_TRIGGERED = {"quit"}
LARGEST = 400  # units of a layer: random keys must not build networks that take minutes
SIZES = ((1120, 660), (1280, 720), (1500, 800), (1920, 1080))


class Person:
    """Acts on ``app``; equal seeds do the same as long as the window answers the same."""

    def __init__(self, qtbot: QtBot, app: App, seed: int) -> None:
        self.qtbot, self.app, self.random = qtbot, app, random.Random(seed)
        self.done: list[str] = []
        self.deeds: tuple[tuple[int, Callable[[], None]], ...] = (
            # the drawing
            (4, self.scribble), (3, self.draw_layer), (2, self.cut_layer), (2, self.carry_layer), (2, self.pull_layer),
            (2, self.point), (2, self.click), (1, self.double_click), (4, self.change_weight), (2, self.open_menu),
            (6, self.press_keys), (2, self.wheel),
            # everything else that is in the window
            (12, self.use_control), (2, self.paint_points), (1, self.ask_what_it_is), (1, self.pull_splitter),
            (2, self.resize_window), (1, self.turn_page),
            # its commands
            (4, self.trigger), (3, self.undo_or_redo), (3, self.train_or_pause), (1, self.change_look),
            (1, self.choose_set),
        )  # fmt: skip

    def act(self) -> None:
        """One action; in the menu or the dialog that is open, if there is one."""
        if QApplication.activePopupWidget() is not None:
            self.do(self.choose_in_popup)
        elif self.dialog() is not None:
            self.do(self.answer_dialog)
        else:
            weights, deeds = zip(*self.deeds, strict=True)
            self.do(self.random.choices(deeds, weights)[0])
        self.qtbot.wait(self.random.choice((0, 0, 1, 5)))
        self.tame()

    def do(self, deed: Callable[[], None]) -> None:
        self.done.append(deed.__name__)
        try:
            deed()
        except BaseException as error:
            error.add_note(f"after {self.done[-12:]}")
            raise

    def note(self, *words: object) -> None:
        self.done[-1] = " ".join(map(str, (self.done[-1], *words)))

    def tame(self) -> None:
        """A network that got too large is made small again, as an edit like another."""
        hidden = self.app.document.project.hidden
        if len(hidden) > 6 or any(layer.units > LARGEST for layer in hidden):
            self.app.edits.set_layers("12 relu, 6 tanh")

    # ------------------------------------------------------------------ menus and dialogs

    def choose_in_popup(self) -> None:
        """In a menu or the list of a combo box: an entry, or Escape."""
        popup = QApplication.activePopupWidget()
        assert popup is not None
        for _ in range(self.random.randrange(4)):
            QTest.keyClick(popup, self.random.choice((Key.Key_Down, Key.Key_Down, Key.Key_Up)))
        leaves = isinstance(popup, QMenu) and leads_out(popup)
        QTest.keyClick(popup, Key.Key_Escape if leaves or self.random.random() < 0.3 else Key.Key_Return)
        if QApplication.activePopupWidget() is popup and self.random.random() < 0.3:
            popup.close()  # as a click beside it does

    def dialog(self) -> QDialog | None:
        """The dialog on top."""
        open_ones = [each for each in self.app.window.findChildren(QDialog) if each.isVisible()]
        modal = QApplication.activeModalWidget()
        return modal if isinstance(modal, QDialog) else next(iter(open_ones), None)

    def answer_dialog(self) -> None:
        """Work in a dialog for a while, then close it; files are neither chosen nor written."""
        dialog = self.dialog()
        assert dialog is not None
        self.note(type(dialog).__name__)
        if isinstance(dialog, QFileDialog) or self.random.random() < 0.3:
            QTest.keyClick(dialog, Key.Key_Escape)
            if dialog.isVisible():
                dialog.reject()
        elif self.random.random() < 0.3:
            QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_Return)
        else:
            self.use_control(dialog)

    def leave_everything(self) -> None:
        """Close menus and dialogs, as Escape does."""
        for _ in range(20):
            popup, dialog = QApplication.activePopupWidget(), self.dialog()
            if popup is not None:
                popup.close()
            elif dialog is not None:
                dialog.reject()
            else:
                return
            self.qtbot.wait(0)

    # ------------------------------------------------------------------ the mouse

    def anywhere(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(max(1, widget.width())), self.random.randrange(max(1, widget.height())))

    def view(self) -> QWidget | None:
        """A picture that the mouse can point at, the drawing most often."""
        window = self.app.window
        views = [window.canvas] * 4 + [window.regions.picture, window.weights.picture, window.loss.picture]
        shown = [view for view in views if view.isVisible()]
        return self.random.choice(shown) if shown else None

    def stroke(self, widget: QWidget, way: list[QPoint], button: Qt.MouseButton = LEFT) -> None:
        """Press, move along ``way`` and release; sometimes with Escape on the way. Who is pressed gets all of it."""
        pressed = widget.childAt(way[0]) or widget
        widget, way = pressed, [pressed.mapFrom(widget, at) for at in way]
        mouse(widget, QEvent.Type.MouseMove, way[0])
        mouse(widget, QEvent.Type.MouseButtonPress, way[0], button)
        for at in way[1:]:
            mouse(widget, QEvent.Type.MouseMove, at, button)
        if self.random.random() < 0.1:
            QTest.keyClick(widget, Key.Key_Escape)
        if self.random.random() < 0.05:
            self.app.document.undo_stack.undo()  # Ctrl+Z while the button is held
        mouse(widget, QEvent.Type.MouseButtonRelease, way[-1], button)

    @property
    def layout(self) -> Layout | None:
        """The drawing's layout, if there is a network; its page is turned to first."""
        canvas, pages = self.app.window.canvas, self.app.window.pages
        if not canvas.isVisible():
            QTest.mouseClick(pages.tabBar(), LEFT, pos=pages.tabBar().tabRect(0).center())
        return canvas.stage.layout if canvas.editing.drawn is not None else None

    def some_column(self, layout: Layout) -> Column:
        return self.random.choice(layout.columns)

    def scribble(self) -> None:
        view = self.view()
        if view is not None:
            way = [self.anywhere(view)]
            for _ in range(self.random.randrange(1, 6)):
                way.append(way[-1] + QPoint(self.random.randint(-40, 40), self.random.randint(-60, 60)))
            self.stroke(view, way, self.random.choice((LEFT, LEFT, LEFT, Qt.MouseButton.MiddleButton)))

    def draw_layer(self) -> None:
        layout = self.layout
        if layout is not None:
            at = self.random.randrange(len(layout.columns) - 1)
            x = (layout.columns[at].x + layout.columns[at + 1].x) / 2
            y = layout.body.top() + self.random.uniform(10, 60)
            below = y + self.random.uniform(20, 200)
            self.stroke(self.app.window.canvas, [point(x, y), point(x + 2, (y + below) / 2), point(x + 3, below)])

    def cut_layer(self) -> None:
        layout = self.layout
        if layout is not None:
            column = self.some_column(layout)
            y = (column.top + min(column.bottom, layout.body.bottom())) / 2
            away = column.half_width + self.random.uniform(2, 30)
            self.stroke(self.app.window.canvas, [point(column.x + away * way, y) for way in (-1, 0, 1)])

    def carry_layer(self) -> None:
        layout = self.layout
        if layout is not None:
            column, to = self.some_column(layout), self.some_column(layout)
            y = float(column.y[len(column.y) // 2])
            self.stroke(self.app.window.canvas, [point(x, y) for x in (column.x, (column.x + to.x) / 2, to.x + 5)])

    def pull_layer(self) -> None:
        layout = self.layout
        if layout is not None:
            start = layout.handle(self.random.randrange(len(layout.columns))).center()
            by = QPointF(0, self.random.uniform(-80, 80))
            self.stroke(self.app.window.canvas, [(start + by * share).toPoint() for share in (0, 0.5, 1)])

    def point(self) -> None:
        """Come in, move over a view, and often leave it again."""
        view = self.view()
        if view is not None:
            at = QPointF(self.anywhere(view))
            QApplication.sendEvent(view, QEnterEvent(at, at, QPointF(view.mapToGlobal(at.toPoint()))))
            for _ in range(self.random.randrange(1, 5)):
                mouse(view, QEvent.Type.MouseMove, self.anywhere(view))
            if self.random.random() < 0.5:
                QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    def click(self) -> None:
        view = self.view()
        if view is not None:
            QTest.mouseClick(view, LEFT, pos=self.random.choice((self.thing(view), self.anywhere(view))))

    def double_click(self) -> None:
        canvas = self.app.window.canvas
        if canvas.isVisible():
            QTest.mouseDClick(canvas, LEFT, pos=self.random.choice((self.thing(canvas), self.anywhere(canvas))))

    def thing(self, view: QWidget) -> QPoint:
        """A neuron, bias, chip, button or gap of the drawing; of another view, any place."""
        layout = self.layout if view is self.app.window.canvas and view.isVisible() else None
        if layout is None:
            return self.anywhere(view)
        number = self.random.randrange(len(layout.columns))
        column, header, row = layout.columns[number], layout.header(number), self.random.randrange(6)
        places: list[QRect | QPointF] = [
            QPointF(column.x, float(column.y[row % len(column.y)])),
            column.bias(row % len(column.y)).center(),
            header.chip.center(), header.activation.center(), header.units.center(), header.fewer.center(),
            header.more.center(), header.note.center(), layout.handle(number).center(),
            layout.insert_button(min(number, len(layout.columns) - 2)).center(),
            layout.captions(min(number, len(layout.columns) - 2))[0].center(),
        ]  # fmt: skip
        live = self.app.window.canvas.stage.live
        places += [segment.center() for segment in (() if live.switch is None else live.switch.segments)]
        place = self.random.choice(places)
        return place.toPoint() if isinstance(place, QPointF) else place.center()

    def change_weight(self) -> None:
        """Open the field on a weight or bias, and type, step, turn, freeze or pull there."""
        canvas, layout = self.app.window.canvas, self.layout
        if layout is None:
            return
        edges = self.random.choice(canvas.stage.live.edges)
        matrix = canvas.stage.live.matrices[edges.index]
        if matrix is not None and not matrix.is_empty:
            shares = QPointF(self.random.random() * matrix.rect.width(), self.random.random() * matrix.rect.height())
            at = (matrix.rect.topLeft() + shares).toPoint()
        elif edges.drawn and self.random.random() < 0.7:
            number = self.random.randrange(edges.drawn)
            share = self.random.uniform(0.1, 0.9)
            at = QPointF(*(edges.starts[number] + share * (edges.ends[number] - edges.starts[number]))).toPoint()
        else:
            column = self.random.choice(layout.columns[1:])
            at = column.bias(self.random.randrange(len(column.y))).center().toPoint()
        QTest.mouseClick(canvas, LEFT, pos=at)
        editor = canvas.weights.editor
        for _ in range(self.random.randrange(1, 4)):
            if not editor.isVisible():
                return
            self.random.choice((self.type_weight, self.step_weight, self.freeze_weight, self.pull_weight))()
        if editor.isVisible():
            QTest.keyClick(editor.number, self.random.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Tab)))

    def type_weight(self) -> None:
        field = self.app.window.canvas.weights.editor.number
        field.selectAll()
        QTest.keyClicks(field, self.random.choice(("1.5", "-0,25", "0", "1e7", "what", "3")))
        if self.random.random() < 0.5:
            QTest.keyClick(field, Key.Key_Return)

    def step_weight(self) -> None:
        key = self.random.choice((Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown))
        QTest.keyClick(self.app.window.canvas.weights.editor.number, key, self.random.choice(MODIFIERS))

    def freeze_weight(self) -> None:
        QTest.mouseClick(self.app.window.canvas.weights.editor.hold, LEFT, pos=QPoint(8, 8))

    def pull_weight(self) -> None:
        field = self.app.window.canvas.weights.editor.number
        middle = field.rect().center()
        self.stroke(field, [middle + QPoint(0, round(y)) for y in (0, -8, -20, self.random.uniform(-60, 60))])

    def open_menu(self) -> None:
        """The menu of a view or a list, by the right mouse button or by the keyboard."""
        lists = self.all(QAbstractItemView)
        view = self.random.choice([self.view(), self.view(), *(each.viewport() for each in lists)])
        if view is not None:
            at = self.thing(view)
            mouse_or_key = self.random.choice((QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard))
            QApplication.sendEvent(view, QContextMenuEvent(mouse_or_key, at, view.mapToGlobal(at)))

    def wheel(self) -> None:
        view = self.view()
        if view is not None:
            turn_wheel(view, self.anywhere(view), self.random.choice((-120, 120)), self.random.choice(MODIFIERS))

    def ask_what_it_is(self) -> None:
        """Rest with the mouse on something until its tooltip comes."""
        widgets = [each for each in self.app.window.findChildren(QWidget) if each.isVisible()]
        widget = self.random.choice(widgets)
        at = self.anywhere(widget)
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))

    def paint_points(self) -> None:
        """A stroke on the decision regions; with the brush, it paints."""
        window = self.app.window
        picture, brush = window.regions.picture, self.app.gallery.brush
        if brush is not None and brush.toggle.isVisible() and self.random.random() < 0.3:
            QTest.mouseClick(brush.toggle, LEFT)
        way = [self.anywhere(picture)]
        for _ in range(self.random.randrange(1, 8)):
            way.append(way[-1] + QPoint(self.random.randint(-25, 25), self.random.randint(-25, 25)))
        self.stroke(picture, way, self.random.choice((LEFT, LEFT, Qt.MouseButton.RightButton)))

    def pull_splitter(self) -> None:
        handles = [each for each in self.app.window.findChildren(QSplitterHandle) if each.isVisible()]
        if handles:
            handle = self.random.choice(handles)
            middle = handle.rect().center()
            by = QPoint(self.random.randint(-150, 150), self.random.randint(-150, 150))
            self.stroke(handle, [middle, middle + by / 2, middle + by])

    # ------------------------------------------------------------------ the keyboard and the controls

    def press_keys(self) -> None:
        canvas, focused = self.app.window.canvas, QApplication.focusWidget()
        if focused is None or (canvas.isVisible() and self.random.random() < 0.7):
            focused = canvas
            canvas.setFocus()
        if focused.isVisible():
            key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
            self.note(key.name)
            QTest.keyClick(focused, key, modifier)

    def all(self, kind: type[W], inside: QWidget | None = None) -> list[W]:
        """The controls of a kind that can be used now."""
        found = (inside or self.app.window).findChildren(kind)
        return [each for each in found if each.isVisible() and each.isEnabled()]

    def use_control(self, inside: QWidget | None = None) -> None:
        """Something that is done to a control of some kind, wherever it stands."""
        uses: tuple[tuple[type[QWidget], Callable[..., None]], ...] = (
            (QComboBox, self.choose), (QLineEdit, self.type), (QAbstractSpinBox, self.step), (QTabBar, self.turn_tab),
            (QAbstractButton, self.push), (QAbstractSlider, self.slide), (QAbstractItemView, self.walk_list),
        )  # fmt: skip
        kind, use = self.random.choice(uses)
        controls = self.all(kind, inside)
        if controls:
            control = self.random.choice(controls)
            self.note(use.__name__, control.accessibleName() or control.objectName() or type(control).__name__)
            use(control)

    def choose(self, combo: QComboBox) -> None:
        if combo is self.app.window.data_panel.source and self.random.random() < 0.5:
            return  # another table ends what was being done: not too often
        combo.setFocus()
        if self.random.random() < 0.3:
            QTest.mouseClick(combo, LEFT)  # its list is answered by the next deed
            return
        for _ in range(self.random.randrange(1, 4)):
            QTest.keyClick(combo, self.random.choice((Key.Key_Down, Key.Key_Up)))

    def type(self, field: QLineEdit) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, self.random.choice(TEXTS))
        QTest.keyClick(field, self.random.choice((Key.Key_Return, Key.Key_Tab, Key.Key_Escape, Key.Key_Up)))

    def step(self, box: QAbstractSpinBox) -> None:
        box.setFocus()
        QTest.keyClick(box, self.random.choice((Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown)))

    def turn_tab(self, bar: QTabBar) -> None:
        if bar.count():
            QTest.mouseClick(bar, LEFT, pos=bar.tabRect(self.random.randrange(bar.count())).center())

    def push(self, button: QAbstractButton) -> None:
        """By the mouse or, if it takes the focus, by Space; not on the arrow of a button with a menu, which waits."""
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus and self.random.random() < 0.3:
            button.setFocus()
            QTest.keyClick(button, Key.Key_Space)
        else:
            QTest.mouseClick(button, LEFT, pos=QPoint(min(10, button.width() // 2), button.height() // 2))

    def slide(self, slider: QAbstractSlider) -> None:
        if self.random.random() < 0.5:
            QTest.keyClick(slider, self.random.choice((Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_End)))
        else:
            start = self.anywhere(slider)
            self.stroke(slider, [start, start + QPoint(15, 15), self.anywhere(slider)])

    def walk_list(self, view: QAbstractItemView) -> None:
        inner: QWidget = view.viewport()
        at = self.anywhere(inner)
        match self.random.randrange(4):
            case 0:
                QTest.mouseClick(inner, LEFT, self.random.choice(MODIFIERS), at)
            case 1:
                QTest.mouseDClick(inner, LEFT, NO_KEY, at)
            case 2:
                turn_wheel(inner, at, self.random.choice((-240, 240)), NO_KEY)
            case _:
                view.setFocus()
                for _ in range(self.random.randrange(1, 4)):
                    if view.isVisible():
                        QTest.keyClick(view, self.random.choice(LIST_KEYS), self.random.choice(MODIFIERS))

    # ------------------------------------------------------------------ the window and its commands

    def turn_page(self) -> None:
        self.turn_tab(self.app.window.pages.tabBar())

    def resize_window(self) -> None:
        self.app.window.resize(*self.random.choice(SIZES))

    def trigger(self) -> None:
        actions = {name: each for name, each in vars(self.app.window.actions_).items() if isinstance(each, QAction)}
        name = self.random.choice(sorted(actions.keys() - NOT_TRIGGERED))
        self.note(name)
        if actions[name].isEnabled():
            actions[name].trigger()

    def undo_or_redo(self) -> None:
        """By the window's commands: a step or two, or many and all of them forth again."""
        actions, many = self.app.window.actions_, self.random.randrange(2, 15)
        way = self.random.choice((
            [actions.undo], [actions.undo], [actions.undo, actions.undo], [actions.redo], [actions.redo] * 3,
            [actions.undo] * many + [actions.redo] * many,
        ))  # fmt: skip
        for action in way:
            if action.isEnabled():
                action.trigger()

    def choose_set(self) -> None:
        """A generated set from the gallery, by the keyboard; its noise and points are controls then."""
        self.app.window.actions_.gallery.trigger()
        dialog = self.app.gallery.dialog
        assert dialog is not None
        QTest.keyClick(dialog.list, Key.Key_Home)
        for _ in range(self.random.randrange(20)):
            QTest.keyClick(dialog.list, Key.Key_Right)
        QTest.keyClick(dialog.list, Key.Key_Return)
        QTest.keyClick(dialog, Key.Key_Escape)

    def train_or_pause(self) -> None:
        """Space on the window, which trains or pauses."""
        QTest.keyClick(self.app.window, Key.Key_Space)

    def change_look(self) -> None:
        """Light or dark; once in a while another language, which makes a new window."""
        a = self.app.window.actions_
        group = a.languages if self.random.random() < 0.2 else a.schemes
        action = self.random.choice(group.actions())
        self.note(action.data())
        action.trigger()


def point(x: float, y: float) -> QPoint:
    return QPointF(x, y).toPoint()


def leads_out(menu: QMenu) -> bool:
    """Whether the marked entry ends the program."""
    action = menu.activeAction()
    return action is not None and action.menuRole() == QAction.MenuRole.QuitRole


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """A mouse event; unlike `QTest`'s a move carries the button that is held."""
    none = Qt.MouseButton.NoButton
    cause = none if kind == QEvent.Type.MouseMove else button
    held = none if kind == QEvent.Type.MouseButtonRelease else button
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), QPointF(widget.mapToGlobal(at)), cause, held, NO_KEY))


def turn_wheel(widget: QWidget, at: QPoint, angle: int, modifier: Qt.KeyboardModifier) -> None:
    inner = widget.childAt(at) or widget
    local = inner.mapFrom(widget, at)
    event = QWheelEvent(
        QPointF(local), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(inner, event)
