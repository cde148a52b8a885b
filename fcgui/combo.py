"""A combo box whose long texts never look whole when they are not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QWidget

WIDEST = 480  # pixels of the open list: no name of a file's column makes it wider
FRAME = 24  # of these beside the texts: frame, scroll bar and padding


MOST_LINES = 16  # of the open list before it scrolls


class NameCombo(QComboBox):
    """Cuts the chosen text with an ellipsis (Qt cuts it mid-letter), and opens a list that is wide enough to read.

    ``elide``: where it is cut; names of columns often differ at their ends only.
    """

    def __init__(self, parent: QWidget | None = None, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setMaxVisibleItems(MOST_LINES)
        self.setItemDelegate(QStyledItemDelegate(self))  # the only one that heeds the style sheet's item

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chosen text in the room there is."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.fontMetrics().elidedText(option.currentText, self._elide, room.width() - 2)
        option.currentText = text
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)

    def showPopup(self) -> None:
        """Open the list, as wide as its longest text up to a limit."""
        wanted = self.view().sizeHintForColumn(0) + FRAME
        self.view().setMinimumWidth(min(max(wanted, self.width()), max(WIDEST, self.width())))
        self.view().setAccessibleName(self.accessibleName())  # a screen reader reads the list, not the box
        super().showPopup()
