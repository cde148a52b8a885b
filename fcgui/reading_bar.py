"""How far work that takes long is, in the status bar, and the button that gives it up."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from fcgui import theme

BAR_WIDTH = 120
MOST_NAME = 220  # pixels of a file's name
DONE = 100


class Progress(QObject):
    """How far one kind of work is; the bar shows it while it is under way."""

    changed = Signal()
    cancelled = Signal()  # the user gives it up

    def __init__(self, tip: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tip, self.file, self.percent = tip, "", 0

    @Slot(str, int)
    def show_state(self, file: str, percent: int) -> None:
        """The file's name and how far it is; no name: nothing is under way."""
        self.file, self.percent = file, percent
        self.changed.emit()


class ReadingBar(QWidget):
    """A name, a bar and Cancel, which Escape presses too; hidden while nothing is under way.

    Of several kinds of work it shows the one that began last, and Cancel gives up that one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Reading a file"))
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setObjectName("caption")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(BAR_WIDTH, theme.UNIT)
        self.bar.setAccessibleName(self.tr("How far reading is"))
        self.bar.setToolTip(self.tr("How much of the file has been read."))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setObjectName("cancelReading")
        self.cancel.setAccessibleName(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cancel.clicked.connect(self._cancel)
        # A shortcut of a hidden widget is none: Escape has its other meanings while nothing is read.
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._cancel)
        given_up = self.tr("Give up reading; the table that you have stays. (Escape)")
        self.cancel.setToolTip(given_up)
        self.opening, self.predicting = Progress(given_up, self), Progress(given_up, self)
        self.preparing = Progress(self.tr("Give up this change; everything stays as it is. (Escape)"), self)
        self._under_way: list[Progress] = []  # the one that began last at the end
        for progress in (self.opening, self.predicting, self.preparing):
            progress.changed.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.UNIT, 0)
        row.setSpacing(theme.UNIT)
        for widget in (self.name, self.bar, self.cancel):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.hide()

    @Slot()
    def _follow(self) -> None:
        every = (self.opening, self.predicting, self.preparing)
        self._under_way = [progress for progress in self._under_way if progress.file]
        self._under_way += [progress for progress in every if progress.file and progress not in self._under_way]
        self.setVisible(bool(self._under_way))
        if self._under_way:
            self.cancel.setToolTip(self._under_way[-1].tip)
            self._show(self._under_way[-1].file, self._under_way[-1].percent)

    @Slot()
    def _cancel(self) -> None:
        if self._under_way:
            self._under_way[-1].cancelled.emit()

    def _show(self, file: str, percent: int) -> None:
        """Show the file's name and how far it is read; at the end it is made ready.

        Of a project nothing is known but that it is being read: 0 all the time.
        """
        words = self.tr("Reading {file}") if percent < DONE else self.tr("Preparing {file}")
        self.name.setText(
            self.fontMetrics().elidedText(words.format(file=file), Qt.TextElideMode.ElideMiddle, MOST_NAME)
        )
        self.name.setToolTip(file if file.isprintable() and "<" not in file else "")
        self.bar.setRange(0, DONE if 0 < percent < DONE else 0)  # a bar that moves where no share is known
        self.bar.setValue(percent)
