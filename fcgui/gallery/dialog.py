"""The data gallery: every bundled table and generated set as a picture; a click shows it in the project."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.bundled import find_datasets
from fcgui.gallery.entries import Entry, entries
from fcgui.gallery.recipe_controls import RecipeControls
from fcgui.gallery.sketches import SketchReader
from fcgui.gallery.tiles import TILE, TilePainter, Tiles
from fcgui.panels.form import caption
from fcgui.theme import Theme
from fcgui_core.recipe import Recipe

SIZE = QSize(908, 640)  # six tiles beside each other
FOOT_HEIGHT = 120  # room for the controls of a generated set: nothing jumps when they come


class Gallery(QDialog):
    """Shows what there is; a chosen entry goes out as an intent. It stays open beside the window."""

    chosen = Signal(object)  # Entry

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Data gallery"))
        self.setSizeGripEnabled(True)
        self.resize(SIZE)
        self.model = Tiles(entries(), self)
        self._painter = TilePainter(look, self)
        self._build_top()
        self._build_list()
        self._build_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.GAP)
        column.addLayout(self._top)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self._reader = SketchReader([card.name for card in find_datasets()], self)
        self._reader.ready.connect(self.model.add_sketch)
        self._reader.start()
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _build_top(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setToolTip(self.tr("Words of the title, the task or the description."))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self._find)
        self.groups = QButtonGroup(self)
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.HALF)
        self._top.addWidget(self.search)
        self._top.addSpacing(theme.UNIT)
        for group, text, tip in (
            ("", self.tr("All"), self.tr("Everything there is.")),
            ("classification", self.tr("Classes"), self.tr("Sets with classes to tell apart.")),
            ("regression", self.tr("Numbers"), self.tr("Sets with a number to estimate.")),
            ("bundled", self.tr("Tables"), self.tr("Tables of measurements that come with the program.")),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(not group)
            button.setProperty("group", group)
            self.groups.addButton(button)
            self._top.addWidget(button)
        self._top.addStretch(1)
        self.groups.buttonClicked.connect(self._find)

    def _build_list(self) -> None:
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._painter)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setGridSize(TILE + QSize(theme.HALF, theme.HALF))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Data sets"))
        self.list.setToolTip(self.tr("Click a set to work with it. Arrow keys walk, Return chooses."))
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._describe)
        self.nothing = caption(self.tr("Nothing is called so. Clear the search to see everything."), self)
        self.nothing.hide()

    def _build_foot(self) -> None:
        self._foot = QFrame(self)
        self._foot.setObjectName("card")
        self._foot.setFixedHeight(FOOT_HEIGHT)
        self.title = QLabel(self._foot)
        self.title.setObjectName("title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.words = caption(parent=self._foot)
        self.source = caption(parent=self._foot)
        self.controls = RecipeControls(self._foot)
        self.controls.hide()
        texts = QVBoxLayout()
        texts.setSpacing(theme.HALF)
        for label in (self.title, self.words, self.source, self.nothing):
            texts.addWidget(label)
        texts.addStretch(1)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        row.setSpacing(theme.SECTION)
        row.addLayout(texts, 1)
        self.controls.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.controls.setFixedWidth(420)
        row.addWidget(self.controls, 0, Qt.AlignmentFlag.AlignTop)

    # ------------------------------------------------------------------ shown

    def show_present(self, kind: str, name: str, recipe: Recipe | None, test_size: float) -> None:
        """Mark the entry that the project holds; its recipe can be changed here too."""
        if (kind, name) != self._painter.present:
            self._painter.present = (kind, name)
            row = self.model.row_of(kind, name)
            if row >= 0:
                self.list.setCurrentIndex(self.model.index(row))
            self.list.viewport().update()
        self.controls.show_state(recipe, test_size)

    @Slot()
    def _find(self) -> None:
        button = self.groups.checkedButton()
        self.model.find(self.search.text(), "" if button is None else str(button.property("group")))
        found = self.model.rowCount() > 0
        self.nothing.setVisible(not found)
        row = self.model.row_of(*self._painter.present)
        self.list.setCurrentIndex(self.model.index(max(row, 0)) if found else QModelIndex())
        if not found:
            self._describe(QModelIndex())

    @Slot(QModelIndex)
    def _describe(self, index: QModelIndex) -> None:
        entry = self.model.entry(index) if index.isValid() else None
        self.title.setText("" if entry is None else entry.title)
        self.words.setText("" if entry is None else entry.description)
        self.source.setText("" if entry is None else entry.source)

    # ------------------------------------------------------------------ intents

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            entry: Entry = self.model.entry(index)
            self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses the current tile; Down goes from the search to the tiles; Escape closes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() in (self.list, self.search):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Down and self.focusWidget() is self.search:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def end(self) -> None:
        """Stop reading tables."""
        self._reader.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.end()
        super().closeEvent(event)
