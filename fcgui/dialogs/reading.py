"""The dialog that shows how a file is read and lets everything that was recognised be said otherwise."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.dialogs.preview import PreviewModel
from fcgui.dialogs.reading_form import ReadingForm
from fcgui.i18n.core_texts import core_text
from fcgui.job import Ask, Jobs, Note
from fcgui.panels.form import caption
from fcgui.tables import preview
from fcgui.theme import Theme
from fcgui.workbook import is_workbook, sheet_names
from fcgui_core.errors import FcguiError
from fcgui_core.read_options import RECOGNISE, ReadOptions
from fcgui_core.reading_notes import capital
from fcgui_core.table import Table

SETTLED_MS = 150  # after the last change, before the preview is read again
FORM_WIDTH = 264
MOST_NOTES = 4
MOST_COLUMN = 180  # pixels


class ReadingDialog(QDialog):
    """Fields at the left, the first rows at the right; `chosen` tells how the file is to be read."""

    chosen = Signal(object, object)  # Path, ReadOptions

    def __init__(self, path: Path, options: ReadOptions, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setWindowTitle(self.tr("How {file} is read").format(file=path.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.path = path
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._show_preview)
        self._jobs.failed.connect(self._show_problem)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._read)
        self.form = ReadingForm(sheets_of(path), self)
        self.form.changed.connect(self._timer.start)
        self.form.refused.connect(self._show_problem)
        self.model = PreviewModel(look, self)
        self._build_preview()
        self._build_buttons()
        self._lay_out()
        self.form.show_options(options)
        next(iter(self.form.choices.values())).setFocus()
        self.finished.connect(self._end)
        self._read()

    def _build_preview(self) -> None:
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("The first rows"))
        self.table.setToolTip(self.tr("The first rows as they are read now; beside each, its line in the file."))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().setDefaultSectionSize(theme.SECTION)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(2 * QFontMetrics(theme.text_font(theme.TEXT_SMALL)).lineSpacing() + theme.UNIT)
        self.problem = caption(parent=self, name="warning")
        self.problem.setAccessibleName(self.tr("Problem"))
        self.notes = caption(parent=self)
        self.notes.setAccessibleName(self.tr("Notes on the file"))
        self.found = QLabel(self)
        self.found.setObjectName("title")
        self.found.setTextFormat(Qt.TextFormat.PlainText)

    def _build_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self)
        self.read = QPushButton(self.tr("Read the table"), self)
        self.read.setObjectName("primary")
        self.read.setToolTip(self.tr("Read the whole file in this way. It is one step that can be undone."))
        self.read.setDefault(True)
        self.recognise = QPushButton(self.tr("Recognise all"), self)
        self.recognise.setToolTip(self.tr("Let go of everything that was fixed."))
        self.recognise.setAutoDefault(False)
        self.recognise.clicked.connect(self._recognise_all)
        self.buttons.addButton(self.recognise, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.addButton(self.read, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        for button in self.buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))

    def _lay_out(self) -> None:
        self.form.setFixedWidth(FORM_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(theme.UNIT)
        right.addWidget(self.found)
        right.addWidget(self.table, 1)
        right.addWidget(self.problem)
        right.addWidget(self.notes)
        both = QHBoxLayout()
        both.setSpacing(theme.WIDE)
        both.addWidget(self.form)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.WIDE] * 4)
        whole.setSpacing(theme.GAP)
        whole.addLayout(both, 1)
        whole.addWidget(self.buttons)
        self.resize(920, 580)

    # ------------------------------------------------------------------ the preview

    @property
    def busy(self) -> bool:
        """Whether a preview is still to come."""
        return self._timer.isActive() or self._jobs.busy

    @Slot()
    def _read(self) -> None:
        self._jobs.start(partial(read_preview, self.path, self.form.options))

    @Slot(object)
    def _show_preview(self, table: Table) -> None:
        self.model.show_table(table)
        self.table.setEnabled(True)
        self.table.resizeColumnsToContents()
        for section in range(self.model.columnCount()):
            self.table.setColumnWidth(section, min(MOST_COLUMN, self.table.columnWidth(section) + theme.GAP))
        self.form.show_recognised(recognised(table))
        columns = self.tr("%n column(s)", "", len(table.columns))
        rows = self.tr("the first %n row(s)", "", table.n_rows)
        self.found.setText(f"{columns} · {rows}")
        told = [capital(core_text(note)) for note in table.notes[:MOST_NOTES]]
        self.notes.setText("\n".join(told))
        self.notes.setVisible(bool(told))
        self.problem.setVisible(False)
        self.read.setEnabled(True)

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        """What cannot be read so; the rows that were shown stay, greyed."""
        self.problem.setText(core_text(sentence))
        self.problem.setVisible(True)
        self.table.setEnabled(False)

    # ------------------------------------------------------------------ what the user does

    @Slot()
    def _recognise_all(self) -> None:
        self.form.show_options(RECOGNISE)
        self._timer.start()

    @Slot()
    def _accept(self) -> None:
        self.chosen.emit(self.path, self.form.options)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in a field only takes its text over: the preview follows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.form.isAncestorOf(self.focusWidget()):
            return
        super().keyPressEvent(event)

    @Slot()
    def _end(self) -> None:
        self._timer.stop()
        self._jobs.end()


def read_preview(path: Path, options: ReadOptions, cancelled: Ask, note: Note) -> Table:
    """The first rows of the file. Raises `TableError`."""
    return preview(path, options)


def recognised(table: Table) -> dict[str, object]:
    """What was recognised about a file, field by field of `ReadOptions`."""
    found = dict(table.dialect)
    mark = found.get("thousands")
    found["thousands"] = " " if mark and str(mark).isspace() else mark  # the form knows one blank for all
    return found


def sheets_of(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook; none for any other file, nor for one that cannot be read."""
    with suppress(FcguiError, OSError):
        if is_workbook(path):
            return sheet_names(path)
    return ()
