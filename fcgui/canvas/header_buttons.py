"""The minus and plus of the selected layer as buttons with names, for those who do not see the painted ones."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from fcgui.canvas import words
from fcgui.canvas.editing import Verb
from fcgui.canvas.network import Drawn


class NamedButton(QAbstractButton):
    """Lies over what the drawing paints; the mouse goes through it to the drawing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the drawing's own keys, - and +, do the same
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the drawing has painted it."""


class HeaderButtons(QObject):
    """One button for fewer, one for more neurons."""

    pressed = Signal(object)  # Verb

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.fewer, self.more = NamedButton(widget), NamedButton(widget)
        self.fewer.clicked.connect(self._fewer)
        self.more.clicked.connect(self._more)

    def show(self, drawn: Drawn | None, layer: int | None, places: tuple[QRectF, QRectF] | None) -> None:
        """Stand over the header of a hidden layer; None: of no layer."""
        there = drawn is not None and layer is not None and drawn.is_hidden(layer) and places is not None
        for button, text, number in (
            (self.fewer, QCoreApplication.translate("Canvas", "One neuron fewer in {layer}"), 0),
            (self.more, QCoreApplication.translate("Canvas", "One neuron more in {layer}"), 1),
        ):
            if there and drawn is not None and layer is not None and places is not None:
                button.setAccessibleName(text.format(layer=words.layer_name(drawn, layer)))
                button.setGeometry(places[number].toRect())
            button.setVisible(there)

    @Slot()
    def _fewer(self) -> None:
        self.pressed.emit(Verb.FEWER)

    @Slot()
    def _more(self) -> None:
        self.pressed.emit(Verb.MORE)
