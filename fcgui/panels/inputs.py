"""Which inputs the network has: every column, and what can be derived from two of them, on or off by a click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.effect_words import with_effect
from fcgui.i18n.core_texts import core_text
from fcgui.panels.flow import FlowLayout
from fcgui.panels.form import caption
from fcgui.table.words import counted
from fcgui_core.derived import FEATURE_FUNCTIONS, Derived, can_derive, features_of, same_feature
from fcgui_core.roles import Roles
from fcgui_core.table import Table

MOST_COLUMNS = 24  # chips; the data panel lists all columns
CHIP_WIDTH = 132  # pixels of text: two chips with long names fit side by side
SHORT_NAME = 6  # characters: longer names are x and y in the names of derived inputs


class InputChips(QWidget):
    """Toggles for the columns of the table and for the features derived from two of them.

    The project decides what is on: what was clicked is shown again by `show_inputs`, also when it was refused.
    """

    columns_toggled = Signal(list, bool)  # column names, used or left out
    derived_toggled = Signal(object, bool)  # Derived, used or left out

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Chips(self)
        self._derived = Chips(self)
        self.more = caption(parent=self)
        self.made_of = caption(parent=self)
        self.made_of.setToolTip(self.tr("Features are derived from the two columns that the decision view shows."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        for widget in (self._columns, self.more, self.made_of, self._derived):
            column.addWidget(widget)

    def show_inputs(
        self, table: Table | None, roles: Roles | None, derived: Sequence[Derived], shown: Sequence[str]
    ) -> None:
        """Show what is on; ``shown`` are the columns of the decision view, which features are derived from."""
        if table is None or roles is None:
            names: tuple[str, ...] = ()
            pair: tuple[str, ...] = ()
        else:
            names = tuple(name for name in table.names if name != roles.target)
            pair = pair_of(table, roles, shown)
        used = set() if table is None or roles is None else set(roles.inputs(table))
        self._show_columns(names, used)
        self._show_derived(pair, derived)

    def chip(self, name: str) -> Chip:
        """The toggle of a column or of a derived input by its name."""
        return self._columns.of.get(name) or self._derived.of[name]

    def _show_columns(self, names: tuple[str, ...], used: set[str]) -> None:
        offered = {name: name for name in names[:MOST_COLUMNS]}
        if self._columns.offer(offered):
            for name, chip in self._columns.of.items():
                tip = self.tr("The column {name} as an input.").format(name=name)
                chip.show_words(name, with_effect(tip, "roles"))
                chip.switched.connect(self._switch_column)
        for name, chip in self._columns.of.items():
            chip.setChecked(name in used)
        more = len(names) - len(offered)
        self.more.setVisible(more > 0)
        if more > 0:
            self.more.setText(counted(self.tr("%n more column(s) in the data panel", "", more), more))

    def _show_derived(self, pair: tuple[str, ...], derived: Sequence[Derived]) -> None:
        features = list(features_of(pair[0], pair[1] if len(pair) > 1 else None)) if pair else []
        features += [one for one in derived if not any(same_feature(one, other) for other in features)]
        letters = letters_of(pair)
        offered = {one.name: one for one in features}
        if self._derived.offer(offered):
            for name, chip in self._derived.of.items():
                one = offered[name]
                text = Derived(one.function, tuple(letters.get(column, column) for column in one.columns)).name
                tip = f"{name}. {core_text(FEATURE_FUNCTIONS[one.function].help)}"
                chip.show_words(text, with_effect(tip, "derived"))
                chip.switched.connect(self.derived_toggled)
        for name, chip in self._derived.of.items():
            chip.setChecked(any(same_feature(offered[name], other) for other in derived))
        self.made_of.setVisible(bool(pair))
        self.made_of.setText(self._made_of(pair, letters))

    @Slot(object, bool)
    def _switch_column(self, name: str, on: bool) -> None:
        self.columns_toggled.emit([name], on)

    def _made_of(self, pair: tuple[str, ...], letters: dict[str, str]) -> str:
        named = [f"{letters[name]} = {name}" if letters.get(name, name) != name else name for name in pair]
        if len(named) == 2:
            return self.tr("Derived from {x} and {y}:").format(x=named[0], y=named[1])
        return self.tr("Derived from {x}:").format(x=named[0]) if named else ""


class Chip(QToolButton):
    """One toggle, for a column by name or a derived input."""

    switched = Signal(object, bool)  # what it is for, on or off: by the user, not by the program

    def __init__(self, what: str | Derived, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._what = what
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.clicked.connect(self._tell)

    def show_words(self, text: str, tip: str) -> None:
        """Show a short name, and what the input is."""
        self.setText(elided(text))
        self.setToolTip(tip)
        self.setStatusTip(tip)

    @Slot(bool)
    def _tell(self, on: bool) -> None:
        self.switched.emit(self._what, on)


class Chips(QWidget):
    """Toggles by name, in lines; they stay the same ones (and keep the focus) as long as their names do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.of: dict[str, Chip] = {}
        self._flow = FlowLayout(self)

    def offer(self, offered: Mapping[str, str | Derived]) -> bool:
        """Have a toggle for each name; False when they are there already."""
        if tuple(self.of) == tuple(offered):
            return False
        for chip in self.of.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.of = {name: Chip(what, name, self) for name, what in offered.items()}
        for chip in self.of.values():
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()
        return True


def pair_of(table: Table, roles: Roles, shown: Sequence[str]) -> tuple[str, ...]:
    """The two columns that features are derived from: those shown if they hold numbers, else the first that do."""
    numeric = [column.name for column in table.columns if column.name != roles.target and can_derive(column)]
    inputs = set(roles.inputs(table))
    first = [name for name in numeric if name in inputs]
    first += [name for name in numeric if table.column(name).kind == "numeric"]  # all others are switched off
    chosen = [name for name in shown if name in numeric]
    return tuple(dict.fromkeys([*chosen, *first]))[:2]


def letters_of(pair: Sequence[str]) -> dict[str, str]:
    """Short names for two columns: their own, or x and y where one is long."""
    if all(len(name) <= SHORT_NAME for name in pair):
        return {name: name for name in pair}
    return dict(zip(pair, "xy", strict=False))


def elided(name: str) -> str:
    """A name in at most `CHIP_WIDTH` pixels; an ampersand is one."""
    metrics = QFontMetrics(theme.text_font())
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, CHIP_WIDTH).replace("&", "&&")
