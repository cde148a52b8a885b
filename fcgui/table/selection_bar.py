"""The bar above the list of columns: kind and role of all selected columns, changed in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from fcgui import theme
from fcgui.panels.form import Choice
from fcgui.table.lines import ShownLines
from fcgui.table.words import counted, kind_names, named


class SelectionBar(QWidget):
    """Says which columns are selected and offers what can be done with them."""

    inputs_changed = Signal(list, bool)
    target_chosen = Signal(str)
    kinds_chosen = Signal(list, str)

    def __init__(self, shown: ShownLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._names: list[str] = []
        self.words = QLabel(self)
        self.words.setObjectName("caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind = self._choice(self.tr("Kind"), self.tr("What the selected columns are taken for."))
        self.kind.offer(list(kind_names().items()))
        self.kind.chosen.connect(self._choose_kind)
        self.role = self._choice(self.tr("Role"), self.tr("What the selected columns are for."))
        self.role.chosen.connect(self._choose_role)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.UNIT)
        line.addWidget(self.words, 1)
        for choice in (self.kind, self.role):
            label = QLabel(choice.accessibleName(), self)
            label.setObjectName("caption")
            label.setBuddy(choice)
            line.addWidget(label)
            line.addWidget(choice)
        self.show_selection([])

    def _choice(self, name: str, tip: str) -> Choice:
        choice = Choice(self)
        choice.setAccessibleName(name)
        choice.setToolTip(tip)
        choice.setMinimumContentsLength(10)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.setPlaceholderText(self.tr("several"))
        return choice

    def show_selection(self, names: list[str]) -> None:
        """Show the kind and the role that the selected columns have in common."""
        self._names = names
        for choice in (self.kind, self.role):
            choice.setEnabled(bool(names))
            choice.setPlaceholderText(self.tr("several") if names else "")
        roles = [("input", self.tr("input")), ("ignored", self.tr("leave out"))]
        self.role.offer([*roles, ("target", self.tr("target"))] if len(names) < 2 else roles)
        self.kind.show_value(common({self._shown.kind_of(name) for name in names}))
        self.role.show_value(common({self._shown.role_of(name) for name in names}))
        if not names:
            self.words.setText(self.tr("Select columns to change their kind or role."))
        elif len(names) == 1:
            self.words.setText(named(names))
        else:
            words = counted(self.tr("%n column(s) selected", "", len(names)), len(names))
            self.words.setText(f"{words}: {named(names)}")
        self.words.setToolTip(named(names, 40))

    @Slot(str)
    def _choose_kind(self, kind: str) -> None:
        self.kinds_chosen.emit(self._names, kind)
        self.show_selection(self._names)  # as it is: the change may have been refused

    @Slot(str)
    def _choose_role(self, role: str) -> None:
        if role == "target":
            self.target_chosen.emit(self._names[0])
        else:
            self.inputs_changed.emit(self._names, role == "input")
        self.show_selection(self._names)


def common(values: set[str]) -> str:
    """The one value of a set, ``""`` for none or several."""
    return next(iter(values)) if len(values) == 1 else ""
