"""The menu of one or more columns: their role and their kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from fcgui.table.words import kind_names


class ColumnMenu(QMenu):
    """What can be done with the columns called ``names``; a choice goes out as an intent with these names."""

    inputs_changed = Signal(list, bool)
    target_chosen = Signal(str)
    kinds_chosen = Signal(list, str)

    def __init__(self, names: list[str], kinds: set[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._names = names
        for text, key in (
            (self.tr("Use as input"), "use"),
            (self.tr("Leave out"), "leave"),
            (self.tr("Make it the target"), "target"),
        ):
            action = self.addAction(text)
            action.setData(("role", key))
            action.setEnabled(key != "target" or len(names) == 1)
        self.addSeparator()
        kind_menu = self.addMenu(self.tr("Kind"))
        for kind, text in kind_names().items():
            action = kind_menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(kinds == {kind})
            action.setData(("kind", kind))
        self.triggered.connect(self._choose)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        what, value = action.data()
        if what == "kind":
            self.kinds_chosen.emit(self._names, value)
        elif value == "target":
            self.target_chosen.emit(self._names[0])
        else:
            self.inputs_changed.emit(self._names, value == "use")
