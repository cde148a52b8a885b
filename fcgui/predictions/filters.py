"""What of the predictions is shown: a part, the wrong ones, those with a text, those of a cell of the matrix."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from fcgui import theme
from fcgui.panels.form import Choice
from fcgui.predictions.rows import Rows
from fcgui_core.preparation import NO_PART, TEST, TRAINING, VALIDATION

SEARCH_MS = 200  # after the last key, before the rows are searched
LONGEST_CLASS = 20  # characters of a class's name on the button of a cell

PARTS = {"": None, "training": TRAINING, "validation": VALIDATION, "test": TEST}


class Filters(QWidget):
    """The row of controls above the table; what the user asks for goes out as fields of a `Query`."""

    asked = Signal(dict)  # fields of the query that change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(SEARCH_MS)
        self._searching.timeout.connect(self.search_now)
        self.part = Choice(self)
        self.part.setAccessibleName(self.tr("Rows"))
        self.part.setToolTip(self.tr("Which rows are shown and counted: all, or those of one part."))
        self.part.setMinimumContentsLength(12)
        self.part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.part.chosen.connect(self._part_chosen)
        self.wrong = QCheckBox(self.tr("wrong only"), self)
        self.wrong.setAccessibleName(self.tr("Wrong rows only"))
        self.wrong.setToolTip(self.tr("Show only the rows that are told wrong."))
        self.wrong.toggled.connect(self._wrong_toggled)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search a text or a number"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setToolTip(
            self.tr("Rows with this text in a cell, with exactly this number, or the row of this number.")
        )
        self.search.textChanged.connect(self._search_changed)
        self.search.returnPressed.connect(self.search_now)
        self.cell = QPushButton(self)
        self.cell.setAccessibleName(self.tr("Show all cells again"))
        self.cell.setToolTip(self.tr("Only the rows of one cell of the confusion matrix are shown: click to see all."))
        self.cell.clicked.connect(self._forget_cell)
        self.cell.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.UNIT)
        for control in (self.part, self.wrong):
            row.addWidget(control)
        row.addWidget(self.search, 1)
        row.addWidget(self.cell)
        self._offer_parts(None)

    @property
    def busy(self) -> bool:
        """Whether something is being typed that has not been asked for."""
        return self._searching.isActive()

    def offer(self, rows: Rows) -> None:
        """Offer what makes sense for these rows."""
        self._offer_parts(rows)
        self.wrong.setVisible(rows.classes is not None)
        self.wrong.setEnabled(rows.truth is not None)

    def _offer_parts(self, rows: Rows | None) -> None:
        names = {
            "": self.tr("all rows"),
            "training": self.tr("training rows"),
            "validation": self.tr("validation rows"),
            "test": self.tr("test rows"),
        }
        there = {None} if rows is None else {None, *(p for p in range(NO_PART) if bool((rows.parts == p).any()))}
        chosen = self.part.value
        self.part.offer([(value, name) for value, name in names.items() if PARTS[value] in there])
        self.part.show_value(chosen if self.part.findData(chosen) >= 0 else "")
        self.part.setEnabled(len(there) > 1)

    def clear(self) -> None:
        """Show no filter, without telling anybody: the rows are others."""
        with QSignalBlocker(self.wrong), QSignalBlocker(self.search):
            self.wrong.setChecked(False)
            self.search.clear()
        self._searching.stop()
        self.part.show_value("")
        self.cell.hide()

    def show_cell(self, cell: tuple[int, int] | None, classes: tuple[str, ...]) -> None:
        """Say which cell of the matrix is chosen."""
        self.cell.setVisible(cell is not None)
        if cell is not None:
            true, given = (classes[at][:LONGEST_CLASS] for at in cell)
            self.cell.setText(self.tr("{true} as {given} ✕").format(true=true, given=given))

    @Slot()
    def search_now(self) -> None:
        """Search for what has been typed."""
        self._searching.stop()
        self.asked.emit({"search": self.search.text().strip()})

    @Slot()
    def _search_changed(self) -> None:
        self._searching.start()

    @Slot(str)
    def _part_chosen(self, value: str) -> None:
        self.asked.emit({"part": PARTS[value]})

    @Slot(bool)
    def _wrong_toggled(self, wrong: bool) -> None:
        self.asked.emit({"wrong": wrong})

    @Slot()
    def _forget_cell(self) -> None:
        self.asked.emit({"cell": None})
