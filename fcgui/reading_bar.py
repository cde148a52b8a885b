"""How far the reading of a file is, in the status bar, and the button that gives it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from fcgui import theme

BAR_WIDTH = 120
MOST_NAME = 220  # pixels of a file's name
DONE = 100


class ReadingBar(QWidget):
    """A name, a bar and Cancel, which Escape presses too; hidden while nothing is read."""

    cancelled = Signal()

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
        self.cancel.setAccessibleName(self.tr("Cancel reading"))
        self.cancel.setToolTip(self.tr("Give up reading; the table that you have stays. (Escape)"))
        self.cancel.setAutoDefault(False)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cancel.clicked.connect(self.cancelled)
        # A shortcut of a hidden widget is none: Escape has its other meanings while nothing is read.
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.UNIT, 0)
        row.setSpacing(theme.UNIT)
        for widget in (self.name, self.bar, self.cancel):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.hide()

    @Slot(str, int)
    def show_state(self, file: str, percent: int) -> None:
        """Show the file's name and how far it is read; no name: nothing is read. At the end it is made ready.

        Of a project nothing is known but that it is being read: 0 all the time.
        """
        self.setVisible(bool(file))
        if not file:
            return
        words = self.tr("Reading {file}") if percent < DONE else self.tr("Preparing {file}")
        self.name.setText(
            self.fontMetrics().elidedText(words.format(file=file), Qt.TextElideMode.ElideMiddle, MOST_NAME)
        )
        self.name.setToolTip(file if file.isprintable() and "<" not in file else "")
        self.bar.setRange(0, DONE if 0 < percent < DONE else 0)  # a bar that moves where no share is known
        self.bar.setValue(percent)
