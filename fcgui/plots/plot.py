"""What every plot shares: two verbs, and no work while it is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from fcgui.theme import Theme

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot


class Plot(QWidget):
    """Base of the plots: keeps the latest table and snapshot, and looks at them only while it can be seen.

    A subclass draws in ``take_data`` and ``take_snapshot``; both are called only while visible, the first
    only when the table changed. Whatever came while the plot was hidden is caught up with when it is shown.
    """

    hovered = Signal(str)  # what the pointer is on, in words; empty when it is on nothing

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.prepared: PreparedData | None = None
        self.snapshot: Snapshot | None = None
        self._new_data = True
        self._new_snapshot = True
        theme.changed.connect(self._theme_changed)

    def set_data(self, prepared: PreparedData | None) -> None:
        """Show another table; the snapshot that belongs to it follows by ``show_snapshot``."""
        self.prepared = prepared
        self._new_data = True
        self._catch_up()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Show another state of the training; ``None`` when there is none yet."""
        self.snapshot = snapshot
        self._new_snapshot = True
        self._catch_up()

    def take_data(self) -> None:
        """Draw the table afresh (subclasses)."""

    def take_snapshot(self) -> None:
        """Draw the snapshot afresh (subclasses)."""

    def take_theme(self) -> None:
        """Drop everything that was drawn in the old colours (subclasses)."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody could see it."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if not self.isVisible():
            return
        if self._new_data:
            self._new_data = False
            self._new_snapshot = True  # a picture of the network depends on the table's columns
            self.take_data()
        if self._new_snapshot:
            self._new_snapshot = False
            self.take_snapshot()

    def _theme_changed(self) -> None:
        self.take_theme()
        self._new_data = True
        self._catch_up()
        self.update()
