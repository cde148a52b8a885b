"""All warnings about the table with their fixes, all notes of the reader, and the rows that are not in the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.i18n.core_texts import core_text
from fcgui.panels.form import caption
from fcgui.panels.trap_line import fix_tip, fix_words
from fcgui.table.words import counted, is_text_file, reading_words
from fcgui_core.reading_notes import capital
from fcgui_core.table import Table
from fcgui_core.traps import Trap

MOST_LINES = 200  # of each: more would be read by nobody


class NotesList(QScrollArea):
    """One line a warning, with the button that puts it right; the notes below."""

    fix_requested = Signal(object)  # Trap
    column_chosen = Signal(str)
    reading_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Warnings and notes"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._traps: tuple[Trap, ...] = ()
        self._table: Table | None = None
        self.fixes: list[QPushButton] = []
        self._show()

    @property
    def count(self) -> int:
        """How many warnings and notes there are."""
        notes = 0 if self._table is None else len(self._table.notes) + bool(self._table.n_left_out)
        return len(self._traps) + notes

    def show_notes(self, table: Table | None, traps: Sequence[Trap]) -> None:
        """Show what is to be known of a table."""
        before = self._table
        unchanged = before is table
        if before is not None and table is not None and before.left_out is table.left_out:
            unchanged = unchanged or (before.notes, before.dialect) == (table.notes, table.dialect)
        if unchanged and tuple(traps) == self._traps:
            self._table = table
            return
        self._table, self._traps = table, tuple(traps)
        self._show()

    def _show(self) -> None:
        self.fixes = []
        content = QWidget()
        content.setObjectName("column")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, theme.HALF, 0)
        lines.setSpacing(theme.HALF)
        for trap in self._traps[:MOST_LINES]:
            lines.addLayout(self._trap_line(trap, content))
        if self._table is not None and is_text_file(self._table):
            lines.addLayout(self._reading_line(self._table, content))
        for sentence in self._notes():
            lines.addWidget(caption(sentence, content))
        if not self.count:
            empty = QLabel(self.tr("No warnings: nothing is known to be wrong with this table."), content)
            empty.setObjectName("caption")
            lines.addWidget(empty)
        lines.addStretch(1)
        self.setWidget(content)

    def _trap_line(self, trap: Trap, parent: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.UNIT)
        line.addWidget(caption(capital(core_text(trap.sentence)), parent, name="warning"), 1)
        if trap.columns:
            show = self._button(self.tr("Show"), self.tr("Select the column in the list above."), parent)
            show.clicked.connect(partial(self.column_chosen.emit, trap.columns[0]))
            line.addWidget(show)
        words = fix_words(trap)
        if words:
            fix = self._button(words, fix_tip(), parent)
            fix.clicked.connect(partial(self.fix_requested.emit, trap))
            self.fixes.append(fix)
            line.addWidget(fix)
        return line

    def _reading_line(self, table: Table, parent: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.UNIT)
        line.addWidget(caption(self.tr("Read as: {how}").format(how=reading_words(table)), parent), 1)
        reading = self._button(
            self.tr("Reading…"), self.tr("Read the file in another way: encoding, delimiter, header, …"), parent
        )
        reading.clicked.connect(self.reading_requested)
        line.addWidget(reading)
        return line

    def _button(self, text: str, tip: str, parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    def _notes(self) -> list[str]:
        table = self._table
        if table is None:
            return []
        lines = [capital(core_text(note)) for note in table.notes[:MOST_LINES]]
        if table.n_left_out:
            n = table.n_left_out
            lines.append(counted(self.tr("%n row(s) of the file left out", "", n), n))
            pattern = self.tr("Row {line}: {reason}") if table.lines is None else self.tr("Line {line}: {reason}")
            lines += [
                pattern.format(line=one.line, reason=core_text(one.reason)) for one in table.left_out[:MOST_LINES]
            ]
        return lines
