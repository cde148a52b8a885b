"""A file whose rows are not all of one width: told with its lines, and opened without them if that is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from fcgui.i18n.core_texts import core_text
from fcgui_core.read_options import RaggedRows, ReadOptions

SHOWN = 8  # rows that are named at once; the others are in the details


class AskRagged(QObject):
    """Offers to leave out the rows of another width; nothing is opened without being asked for."""

    wanted = Signal(object, object)  # Path, ReadOptions: open it so
    options_wanted = Signal(object, object)  # Path, ReadOptions: it may be written in another way than it seems

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._waiting: tuple[Path, ReadOptions] | None = None

    @Slot(object, object, object)
    def ask(self, path: Path, options: ReadOptions, error: RaggedRows) -> None:
        """Tell which rows are odd, and ask whether to open the table without them."""
        self._waiting = path, options
        rows = [
            self.tr("line {line}: {reason}").format(line=row.line, reason=core_text(row.reason)) for row in error.rows
        ]
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Rows of another width"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        said = self.tr("%n row(s) of {file} are not like the others.", "", error.count)
        if error.more:
            said = self.tr("At least %n row(s) of {file} are not like the others.", "", error.count)
        box.setText(said.format(file=path.name))
        shown = "\n".join(rows[:SHOWN]) + ("\n…" if error.count > SHOWN else "")
        box.setInformativeText(
            shown + "\n\n" + self.tr("Open the table without these rows? They are listed among its notes.")
        )
        if len(rows) > SHOWN:
            box.setDetailedText("\n".join(rows))
        leave_out = box.addButton(self.tr("Leave them out"), QMessageBox.ButtonRole.AcceptRole)
        leave_out.setObjectName("leaveOut")
        otherwise = box.addButton(self.tr("Read it otherwise…"), QMessageBox.ButtonRole.ActionRole)
        otherwise.setObjectName("options")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(leave_out)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(self._answered)
        box.open()

    @Slot(QAbstractButton)
    def _answered(self, button: QAbstractButton) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        if button.objectName() == "leaveOut":
            self.wanted.emit(waiting[0], replace(waiting[1], ragged="leave out"))
        elif button.objectName() == "options":
            self.options_wanted.emit(*waiting)
