"""A small field over the drawing in which one weight or bias is changed: typed, pulled, or stepped with the arrows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fcgui.canvas.piece_chips import PieceChips
from fcgui.theme import HALF, UNIT

STEP, LARGE_STEP, SMALL_STEP = 0.05, 0.5, 0.005  # of an arrow key; with Shift; with Ctrl
PULL_STEP = 0.01  # a pixel that the mouse is pulled up or down
PULL = 3.0  # pixels until a press becomes a pull
DIGITS = 6
FIELD_WIDTH = 96

Key = Qt.Key


class NumberEdit(QLineEdit):
    """A number that is typed, stepped by Up and Down or the wheel, and pulled up and down with the mouse."""

    moved = Signal(float)  # by so much
    entered = Signal()
    dropped = Signal()
    turned = Signal(int)  # to the weight before (-1) or after (1)
    stepped = Signal(int)  # to the piece of maxout before (-1) or after (1)
    left = Signal()  # the keyboard is elsewhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._pulled: float | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape and the vertical keys mean something of their own."""
        match Key(event.key()):
            case Key.Key_Up | Key.Key_Down:
                sign = 1 if event.key() == Key.Key_Up else -1
                self.moved.emit(sign * _step(event.modifiers()))
            case Key.Key_PageUp | Key.Key_PageDown:
                pieces = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self.stepped if pieces else self.turned).emit(-1 if event.key() == Key.Key_PageUp else 1)
            case Key.Key_Return | Key.Key_Enter:
                self.entered.emit()
            case Key.Key_Escape:
                self.dropped.emit()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch is an arrow key."""
        turn = event.angleDelta().y() or event.angleDelta().x()  # with Alt the wheel turns sideways
        if turn:
            self.moved.emit(math.copysign(_step(event.modifiers()), turn))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._pulled = event.position(), None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Up is more, as in every chart."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        up = self._pressed.y() - event.position().y()
        if self._pulled is None and abs(up) < PULL:
            super().mouseMoveEvent(event)  # text is being marked
            return
        before, self._pulled = self._pulled or 0.0, up
        self.moved.emit(
            (up - before) * PULL_STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if _is_leaving(event):
            self.left.emit()


class ValueEditor(QFrame):
    """Edits one number. ``changed`` comes with every step, so that everything that is drawn follows at once."""

    changed = Signal(float)
    frozen = Signal(bool)
    turned = Signal(int)
    piece_chosen = Signal(int)
    told = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = parent
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # a press beside the number is no stroke
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("caption")
        self.number = NumberEdit(self)
        self.number.setFixedWidth(FIELD_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.number)  # nor does it close the field
        self.number.setAccessibleName(self.tr("Value of the weight"))
        self.number.setToolTip(
            self.tr("Type a number, press Up or Down (Shift: ten times as much), or pull up or down with the mouse.")
        )
        self.hold = QCheckBox(self.tr("frozen"), self)
        self.hold.setAccessibleName(self.tr("Freeze this weight"))
        self.hold.setToolTip(self.tr("Training leaves a frozen weight as it is; you can still change it here."))
        self.pieces = PieceChips(self, self)
        self.pieces.chosen.connect(self._choose_piece)
        self.hint = QLabel(self.tr("\u2191 \u2193, pull or type \u00b7 Enter keeps \u00b7 Esc takes back"), self)
        self.hint.setObjectName("caption")
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.number)
        row.addWidget(self.hold)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, HALF, UNIT, HALF)
        column.setSpacing(HALF)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.pieces)
        column.addWidget(self.hint)
        self.number.moved.connect(self._move)
        self.number.entered.connect(self.commit)
        self.number.dropped.connect(self.cancel)
        self.number.turned.connect(self._turn)
        self.number.stepped.connect(self._step_piece)
        self.number.left.connect(self._leave)
        self.hold.clicked.connect(self.frozen)
        self.hold.installEventFilter(self)
        self._before = self._value = 0.0
        self._piece, self._count = 0, 1
        self.hide()

    @property
    def value(self) -> float:
        """The number as it was last changed."""
        return self._value

    def open(self, title: str, values: Sequence[float], piece: int, *, frozen: bool, at: QPointF) -> None:
        """Edit another number, near a place of the parent; ``values`` are those of all pieces, one but for maxout."""
        self._before = self._value = values[piece]
        self._piece, self._count = piece, len(values)
        self.pieces.show_values(values, piece)
        self.title.setText(title)
        self.hold.setChecked(frozen)
        self._write()
        self.adjustSize()
        parent, size = self._drawing, self.size()
        left = min(max(at.x() + UNIT, HALF), parent.width() - size.width() - HALF)
        below = at.y() + UNIT
        top = below if below + size.height() <= parent.height() - HALF else at.y() - UNIT - size.height()
        self.move(int(max(left, 0)), int(max(top, 0)))
        self.show()
        self.raise_()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    @Slot()
    def commit(self) -> None:
        """Take what is typed, and close; what is no number stays, with a sentence."""
        if self._take():
            self._close()

    @Slot()
    def cancel(self) -> None:
        """Give the number back that was there before."""
        if self._value != self._before:
            self._value = self._before
            self.changed.emit(self._value)
        self._close()

    def dismiss(self) -> None:
        """Close without a word: there is nothing left to edit."""
        self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and Enter close from the check box and the pieces too, and so does leaving them for elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Key.Key_Escape:
                self.cancel()
                return True
            if event.key() in (Key.Key_Return, Key.Key_Enter):
                self.commit()
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and _is_leaving(event):
            self._leave()
        return super().eventFilter(watched, event)

    @Slot(float)
    def _move(self, step: float) -> None:
        if self._take():
            self._value = round(self._value + step, DIGITS)
            self._write()
            self.changed.emit(self._value)

    @Slot(int)
    def _turn(self, to: int) -> None:
        if self._take():
            self.turned.emit(to)

    @Slot(int)
    def _choose_piece(self, piece: int) -> None:
        if self._take():
            self.piece_chosen.emit(piece)

    @Slot(int)
    def _step_piece(self, to: int) -> None:
        if self._count > 1:
            self._choose_piece((self._piece + to) % self._count)

    @Slot()
    def _leave(self) -> None:
        """What was typed is meant, as in every field; what is no number is forgotten."""
        inside = QApplication.focusWidget()
        if self.isVisible() and not (inside is not None and self.isAncestorOf(inside)):
            if self._typed() is not None:
                self._take()
            self._close()

    def _typed(self) -> float | None:
        """The number in the field, with a decimal point or comma."""
        try:
            value = float(self.number.text().strip().replace(",", ".").replace("\u2212", "-"))
        except ValueError:
            return None
        return value if math.isfinite(value) else None

    def _take(self) -> bool:
        if not self.number.isModified():
            return True
        value = self._typed()
        if value is None:
            self.told.emit(self.tr("This is no number: type one such as -0.25, or press Escape."))
            return False
        self.number.setModified(False)
        if value != self._value:
            self._value = value
            self.pieces.show_value(self._piece, value)
            self.changed.emit(value)
        return True

    def _write(self) -> None:
        self.number.setText(f"{self._value:.{DIGITS}g}")
        self.pieces.show_value(self._piece, self._value)

    def _close(self) -> None:
        if self.isVisible():
            inside = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
            self.hide()
            if inside or self._drawing.window().focusWidget() is None:
                self._drawing.setFocus(Qt.FocusReason.OtherFocusReason)
            self.closed.emit()


def _is_leaving(event: QFocusEvent) -> bool:
    """Whether the focus goes for good: a menu, or another window, gives it back."""
    return event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def _step(modifiers: Qt.KeyboardModifier) -> float:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return LARGE_STEP
    return SMALL_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP
