"""Leaving rows out of the table and taking them in again: one step each, made beside the window for a large table."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from fcgui.document import Document
from fcgui.edits import Editor
from fcgui.i18n.numbers import grouped
from fcgui.job import Ask, Jobs, Note
from fcgui.preparing import SLOW_CELLS
from fcgui_core.table import Table
from fcgui_core.without_rows import without_rows

Rows = NDArray[np.int64]


class Asked(NamedTuple):
    """Rows (0-based, of the file) of a table that are to be left out, or to be taken in again."""

    rows: Rows
    out: bool
    file: Table  # with all rows


class Made(NamedTuple):
    """A table, and what becomes of it."""

    before: Table
    after: Table


class RowEdits(Editor):
    """The slot that leaves rows out; what is asked for while a table is being made follows in its turn."""

    made = Signal(str, object)  # the step's name, Table
    progress = Signal(str, int)  # the table's name and 100, "" at the end: there is no telling how far it is

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._asked: list[Asked] = []
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._take)
        self._jobs.failed.connect(self._refuse)

    @property
    def busy(self) -> bool:
        """Whether a table is being made."""
        return bool(self._asked)

    @Slot(object, bool)
    def leave_out(self, rows: object, out: bool) -> None:
        """Leave rows (numbers in the file, 0-based) out of the table, or take them in again."""
        table = self._project.table
        if table is None:
            return
        asked = Asked(np.asarray(rows, dtype=np.int64), out, table.complete)
        if not self._asked and asked.file.n_rows * len(asked.file.columns) <= SLOW_CELLS:
            self.document.wish(partial(self._do, asked))
        else:
            self._asked.append(asked)
            self._begin()

    @Slot()
    def cancel(self) -> None:
        """Give up what is being made."""
        self._asked.clear()
        self._jobs.cancel()
        self._begin()

    def end(self) -> None:
        """End the thread: the window closes."""
        self._jobs.end()

    def _do(self, asked: Asked) -> None:
        table = self._project.table
        if table is not None and table.complete is asked.file:
            self._show(asked, changed(table, asked))

    def _begin(self) -> None:
        """Make the table that is asked for first; what was asked for of another file is let go of."""
        table = self._project.table
        while self._asked and (table is None or self._asked[0].file is not table.complete):
            del self._asked[0]
        if not self._asked:
            self.progress.emit("", 0)
        elif table is not None and not self._jobs.busy:
            self.progress.emit(table.name, 100)
            asked = self._asked[0]

            def work(cancelled: Ask, note: Note) -> Made:
                return Made(table, changed(table, asked))

            self._jobs.start(work)

    @Slot(object)
    def _take(self, made: Made) -> None:
        """Show it, if the table is still the one of which it was made; else make it anew."""
        if self._asked and self._project.table is made.before:
            asked = self._asked.pop(0)
            self.document.wish(partial(self._show_made, asked, made))
        self._begin()

    def _show_made(self, asked: Asked, made: Made) -> None:
        if self._project.table is made.before:
            self._show(asked, made.after)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        del self._asked[:1]
        self.document.refused.emit(sentence)
        self._begin()

    def _show(self, asked: Asked, table: Table) -> None:
        before = self._project.table
        assert before is not None
        n = abs(table.n_rows - before.n_rows)
        if n:
            words = self.tr("Leave out %n row(s)", "", n) if asked.out else self.tr("Take in %n row(s) again", "", n)
            self.made.emit(words.replace(str(n), grouped(n), 1), table)


def changed(table: Table, asked: Asked) -> Table:
    """The table with other rows left out. Raises `TableError` where none would be left."""
    change = np.union1d if asked.out else np.setdiff1d
    return without_rows(table, change(table.rows_left_out, asked.rows))


def kinds_changed(before: Table, after: Table) -> list[str]:
    """The columns that are taken for something else in another table of the same columns."""
    return [new.name for old, new in zip(before.columns, after.columns, strict=True) if old.kind != new.kind]
