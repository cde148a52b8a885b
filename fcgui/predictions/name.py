"""A name from a file in the room there is: cut with an ellipsis, whole in the tooltip and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedName(QLabel):
    """A line of plain text that takes any width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_name(self, name: str) -> None:
        """Show another name."""
        self._name = " ".join(name.split())
        self.setAccessibleName(self._name)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, self.width()))
        self.setToolTip(self._name if self.text() != self._name else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name anew."""
        super().resizeEvent(event)
        self._fit()
