"""A plain widget that its plot paints, with a pointer moved by the mouse or by the arrow keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fcgui.theme import Theme

KEY_STEP = 8  # pixels that an arrow key moves the pointer; one with Shift

_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class Picture(QWidget):
    """Calls ``paint(painter)`` for its content; ``pointer`` is where the mouse or the keyboard points.

    One opaque widget without children: measured as the cheapest thing to repaint while a network trains.
    """

    pointer_moved = Signal(QPointF)
    pointer_left = Signal()
    clicked = Signal(QPointF)

    def __init__(self, theme: Theme, paint: Callable[[QPainter], None], hint: QSize, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._paint = paint
        self._hint = hint
        self.pointer: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """The size at which the picture is comfortable."""
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """The size below which labels would meet."""
        return self._hint / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel's ground, the plot's own content, and a frame while the keyboard points here."""
        with QPainter(self) as painter:
            palette = self._theme.palette
            painter.fillRect(self.rect(), QColor(palette.panel))
            self._paint(painter)
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(QPen(QColor(palette.accent), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse; a picture that was just hidden under it shows nothing to be read."""
        if self.isVisible():
            self._point(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        self._forget()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere; the mouse may still be here."""
        super().focusOutEvent(event)
        if not self.underMouse():
            self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pointer, Enter clicks, Escape takes the pointer away."""
        key = Qt.Key(event.key())
        centre = QPointF(self.rect().center())
        at = self.pointer or centre
        if key in _ARROWS:
            step = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else KEY_STEP
            moved = at + _ARROWS[key] * step
            self._point(QPointF(min(max(moved.x(), 0), self.width() - 1), min(max(moved.y(), 0), self.height() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pointer is not None:
            self.clicked.emit(self.pointer)
        elif key == Qt.Key.Key_Escape and self.pointer is not None:
            self._forget()
        else:
            super().keyPressEvent(event)

    def _point(self, position: QPointF) -> None:
        self.pointer = position
        self.pointer_moved.emit(position)

    def _forget(self) -> None:
        if self.pointer is not None:
            self.pointer = None
            self.pointer_left.emit()
