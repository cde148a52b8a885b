"""The pieces that panels are made of: cards, labelled fields, number fields, choices."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.combo import NameCombo
from fcgui.panels.line_edit import CommittedEdit

SHORTEST_NAME = 5  # characters a choice shows at least; longer names are elided and whole in the list


class Card(QFrame):
    """A titled panel on its own ground; a click on the title folds it away."""

    def __init__(self, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._head = QToolButton(self)
        self._head.setObjectName("cardTitle")
        self._head.setText(title)
        self._head.setToolTip(tip)
        self._head.setAccessibleName(title)
        self._head.setCheckable(True)
        self._head.setChecked(True)
        self._head.setArrowType(Qt.ArrowType.DownArrow)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.setIconSize(QSize(theme.UNIT, theme.UNIT))
        self._head.toggled.connect(self._fold)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        self.body.setSpacing(theme.UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._content)

    @property
    def head(self) -> QToolButton:
        """The title, which folds and unfolds the card."""
        return self._head

    @Slot(bool)
    def _fold(self, opened: bool) -> None:
        self._head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._content.setVisible(opened)


class Field(QWidget):
    """A caption above a control; the caption is the control's name for screen readers and its buddy."""

    def __init__(self, caption: str, control: QWidget, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(caption, self)
        self.label.setObjectName("caption")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(control)
        self.label.setToolTip(tip)
        self.control = control
        control.setAccessibleName(caption)
        control.setToolTip(tip)
        control.setFixedHeight(theme.CONTROL_HEIGHT)
        self.mark = QLabel(self)  # what is to be known of the field beside its name; see `show_mark`
        self.mark.setObjectName("caption")
        self.mark.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(self.label)
        head.addWidget(self.mark)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(control)

    def show_mark(self, mark: str, legend: str) -> None:
        """Show a sign beside the caption; its tooltip is the ``legend``."""
        self.mark.setText(mark)
        self.mark.setToolTip(legend)
        self.mark.setAccessibleName(legend)
        self.mark.show()


def row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side, of equal width."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.UNIT)
    for widget in widgets:
        layout.addWidget(widget, 1)
    return layout


def grid(widgets: Iterable[QWidget], columns: int = 2) -> QGridLayout:
    """Widgets in rows of ``columns``, of equal width."""
    layout = QGridLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.UNIT)
    for place, widget in enumerate(widgets):
        layout.addWidget(widget, place // columns, place % columns)
    for column in range(columns):
        layout.setColumnStretch(column, 1)
    return layout


def caption(text: str = "", parent: QWidget | None = None, *, name: str = "caption") -> QLabel:
    """A quiet line of plain text that wraps."""
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


class Choice(NameCombo):
    """One of some named values. `chosen` is emitted only when the person chooses, never when the program shows."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumContentsLength(SHORTEST_NAME)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer ``(value, label)`` pairs; what was chosen stays so where it is still there."""
        if [(self.itemData(i), self.itemText(i)) for i in range(self.count())] == list(choices):
            return
        value = self.value
        self.clear()
        for key, label in choices:
            self.addItem(label, key)
        self.show_value(value)

    @property
    def value(self) -> str:
        """The value that is shown, ``""`` when there is none."""
        return cast(str, self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Show a value without telling anybody."""
        self.setCurrentIndex(self.findData(value))

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused choice turns with the wheel: scrolling a panel must not change a setting."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(QComboBox):
    """Any number, typed or taken from a list of useful ones.

    Return or leaving the field commits; text that is no number in the range is refused with a sentence and the last
    value comes back. The arrow keys go through the list, as in any combo box.
    """

    committed = Signal(object)  # float, int, or None for the word of `none_word`
    refused = Signal(str)

    def __init__(
        self,
        presets: Sequence[float],
        minimum: float,
        maximum: float,
        *,
        whole: bool = False,
        none_word: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._minimum, self._maximum, self._whole, self._none_word = minimum, maximum, whole, none_word
        self._value: float | None = None
        self.setEditable(True)
        self.setLineEdit(CommittedEdit(self))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # None is Qt's way to say: no completion
        self.setMinimumContentsLength(3)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for preset in presets:
            self.addItem(number_text(preset))
        if none_word:
            self.addItem(none_word)
        self.activated.connect(self._commit)
        edit = self.lineEdit()
        assert edit is not None
        edit.editingFinished.connect(self._commit)

    def set_range(self, presets: Sequence[float], minimum: float, maximum: float, *, whole: bool) -> None:
        """Take other numbers from now on; what is shown stays."""
        self._minimum, self._maximum, self._whole = minimum, maximum, whole
        self.clear()
        self.addItems([number_text(preset) for preset in presets])

    @property
    def value(self) -> float | None:
        """The number in force; ``None`` stands for the word that was given instead of a number."""
        return self._value

    def show_value(self, value: float | None) -> None:
        """Show a value without telling anybody; a text that is being typed is left alone."""
        self._value = value
        edit = self.lineEdit()
        assert edit is not None
        if edit.hasFocus() and edit.isModified():
            return
        self._show_text()

    def commit(self) -> None:
        """Take over what is being typed, as Return does."""
        self._commit()

    def _show_text(self) -> None:
        self.setEditText(self._none_word if self._value is None else number_text(self._value))

    @Slot()
    def _commit(self) -> None:
        text = self.currentText().strip()
        edit = self.lineEdit()
        assert edit is not None
        edit.setModified(False)
        if self._none_word and text.casefold() == self._none_word.casefold():
            self._accept(None)
            return
        try:
            number = float(text.replace(",", ".").replace("_", "x"))
        except ValueError:
            number = math.nan
        if not self._minimum <= number <= self._maximum or (self._whole and number != int(number)):
            self._refuse(text)
            return
        self._accept(int(number) if self._whole else number)

    def _accept(self, value: float | None) -> None:
        changed = value != self._value
        self._value = value
        self._show_text()
        if changed:
            self.committed.emit(value)

    def _refuse(self, text: str) -> None:
        self._show_text()
        sentence = self.tr("{name}: “{text}” is not {kind} from {low} to {high}; {old} stays.").format(
            name=self.accessibleName(),
            text=text[:40],
            kind=self.tr("a whole number") if self._whole else self.tr("a number"),
            low=number_text(self._minimum),
            high=number_text(self._maximum),
            old=self.currentText(),
        )
        self.refused.emit(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the last value back."""
        edit = self.lineEdit()
        if event.key() == Qt.Key.Key_Escape and edit is not None and edit.isModified():
            edit.setModified(False)
            self._show_text()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a panel must not change a setting."""
        event.ignore()


def number_text(value: float) -> str:
    """A number as it is typed: ``0.01``, ``100``, ``1e-05``."""
    return str(int(value)) if value == int(value) and abs(value) < 1e9 else f"{value:.6g}"
