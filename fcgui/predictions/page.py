"""The page "Predictions": every row with the network's answer beside the truth, while it learns and at rest."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.panels.form import Choice, caption
from fcgui.plots.scales import number
from fcgui.predictions.follower import Follower, Look, Source
from fcgui.predictions.matrix import ConfusionMatrix
from fcgui.predictions.query import Key, Query
from fcgui.predictions.rows import NO_PART, TEST, TRAINING, VALIDATION, Rows, Weights
from fcgui.predictions.scatter import TruthScatter
from fcgui.predictions.table_model import PredictionsModel
from fcgui.theme import Theme
from fcgui_core.preparation import PreparedData
from fcgui_core.snapshot import Snapshot
from fcgui_core.table import Table

SEARCH_MS = 200  # after the last key, before the rows are searched
SIDE_BY_SIDE = 760  # pixels from which the matrix stands beside the table instead of below it
SIDE = 300  # pixels of the matrix beside or below
SAMPLED = 30  # rows whose texts decide how wide a column is
LEAST_COLUMN, MOST_COLUMN = 44, 200
MOST_NOTES = 3

PARTS = {"": None, "training": TRAINING, "validation": VALIDATION, "test": TEST}


class PredictionsPage(QWidget):
    """The table of predictions with its filters, its summary, and the confusion matrix or the scatter of values."""

    row_selected = Signal(object)  # the number of a row of the table that is trained on, or None
    predict_requested = Signal()
    save_requested = Signal()
    hovered = Signal(str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = look
        self._snapshot: Snapshot | None = None
        self._project: tuple[Table, PreparedData] | None = None
        self._trained_on: tuple[str, ...] = ()
        self._file: Table | None = None
        self._model_source: tuple[Source, Weights] | None = None  # a model without its table
        self._selected: int | None = None
        self._follower = Follower(self)
        self._follower.looked.connect(self._show_look)
        self._follower.failed.connect(self._show_failure)
        self.model = PredictionsModel(look, self)
        self.model.sort_requested.connect(self._sort)
        self._build()
        self._show_source()

    # ------------------------------------------------------------------ parts

    def _build(self) -> None:
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(SEARCH_MS)
        self._searching.timeout.connect(self._ask)
        self._build_head()
        self._build_filters()
        self._build_table()
        self.matrix = ConfusionMatrix(self._theme, self)
        self.matrix.cell_chosen.connect(self._choose_cell)
        self.matrix.hovered.connect(self.hovered)
        self.scatter = TruthScatter(self._theme, self)
        self.scatter.row_clicked.connect(self.select_row)
        self.scatter.hovered.connect(self.hovered)
        side = QWidget(self)
        self._side = QStackedLayout(side)
        self._side.addWidget(self.matrix)
        self._side.addWidget(self.scatter)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(theme.UNIT)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([10_000, SIDE])
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.UNIT)
        inner.addLayout(self._filters)
        inner.addWidget(self.summary)
        inner.addWidget(self.notes)
        inner.addWidget(self.splitter, 1)
        self.message = QLabel(self)
        self.message.setObjectName("empty")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget(self)
        self._body = QStackedLayout(body)
        self._body.addWidget(self.message)
        self._body.addWidget(content)
        card = QFrame(self)
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.GAP, theme.UNIT, theme.GAP, theme.GAP)
        column.setSpacing(theme.UNIT)
        column.addLayout(self._head)
        column.addWidget(body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _build_head(self) -> None:
        self.source_label = QLabel(self)
        self.source_label.setObjectName("title")
        self.source_label.setTextFormat(Qt.TextFormat.PlainText)
        self.source_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = self._button(self.tr("Back to the table"), self.tr("Show the rows that are trained on again."))
        self.back.clicked.connect(self.show_table)
        self.predict = self._button(
            self.tr("Predict a file…"), self.tr("Choose a new table; its rows are predicted with the present network.")
        )
        self.predict.clicked.connect(self.predict_requested)
        self.save = self._button(
            self.tr("Save predictions…"), self.tr("Write the predictions of these rows as .csv or .tsv.")
        )
        self.save.clicked.connect(self.save_requested)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.UNIT)
        self._head.addWidget(self.source_label, 1)
        for button in (self.back, self.predict, self.save):
            self._head.addWidget(button)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def _build_filters(self) -> None:
        self.part = Choice(self)
        self.part.setAccessibleName(self.tr("Rows"))
        self.part.setToolTip(self.tr("Which rows are shown and counted: all, or those of one part."))
        self.part.setMinimumContentsLength(12)
        self.part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._offer_parts(None)
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
        self.search.returnPressed.connect(self._ask)
        self.cell = QPushButton(self)
        self.cell.setAccessibleName(self.tr("Show all cells again"))
        self.cell.setToolTip(self.tr("Only the rows of one cell of the confusion matrix are shown: click to see all."))
        self.cell.clicked.connect(self._forget_cell)
        self.cell.hide()
        self._filters = QHBoxLayout()
        self._filters.setSpacing(theme.UNIT)
        self._filters.addWidget(self.part)
        self._filters.addWidget(self.wrong)
        self._filters.addWidget(self.search, 1)
        self._filters.addWidget(self.cell)
        self.summary = caption(parent=self, name="summary")
        self.summary.setAccessibleName(self.tr("Summary"))
        self.notes = caption(parent=self, name="warning")
        self.notes.setAccessibleName(self.tr("Notes on the file"))
        self.notes.hide()

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

    def _build_table(self) -> None:
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Predictions"))
        self.table.setToolTip(
            self.tr("Click a column's title to sort by it, or press S to sort by the present column.")
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setSortingEnabled(True)
        self.table.setMinimumHeight(120)
        lines = self.table.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(theme.SECTION)
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.installEventFilter(self)

    # ------------------------------------------------------------------ what is shown

    def set_project(self, table: Table | None, data: PreparedData | None, trained_on: tuple[str, ...] = ()) -> None:
        """The table that is trained on, prepared; the network that belongs to it follows by `show_snapshot`."""
        self._project = None if table is None or data is None else (table, data)
        self._trained_on, self._snapshot = trained_on, None
        if self._model_source is None:
            self._show_source()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """The network as it is now. Costs nothing: the rows are asked beside the window, when it is their turn."""
        self._snapshot = snapshot
        self._show_buttons()
        if self._model_source is None and snapshot is not None:
            self._follower.use_weights(Weights.of(snapshot), moving=snapshot.status == "running")

    def show_file(self, table: Table) -> None:
        """Show the rows of a new file, predicted with the present network."""
        self._file, self._model_source = table, None
        self._show_source()

    def show_model(self, source: Source, weights: Weights) -> None:
        """Show the rows of a file, predicted with a model whose own table is not there."""
        self._model_source, self._file = (source, weights), source.table
        self._show_source()

    def show_as(self, other: PredictionsPage) -> None:
        """Show the file that another page shows: the window was made anew in another language."""
        self._file, self._model_source = other._file, other._model_source
        if self._file is not None:
            self._show_source()

    @Slot()
    def show_table(self) -> None:
        """Back to the table that is trained on."""
        self._file = self._model_source = None
        self._show_source()

    @property
    def file(self) -> Table | None:
        """The new file whose rows are shown; None when those are that are trained on."""
        return self._file

    def _show_source(self) -> None:
        """Tell the follower whose rows to look at, and name them."""
        self._selected = None
        self.row_selected.emit(None)
        source, weights, words = None, None, ""
        if self._model_source is not None:
            source, weights = self._model_source
            words = self.tr("{file}, predicted with imported weights").format(file=source.table.name)
        elif self._project is not None:
            table, data = self._project
            if self._file is None:
                source = Source(table, data.preparation, data)
                words = self.tr("{table}: the rows that are trained and tested on").format(table=table.name)
            else:
                source = Source(self._file, data.preparation, None, self._trained_on)
                words = self.tr("{file}, predicted with the present network").format(file=self._file.name)
        self.source_label.setText(words or self.tr("Predictions"))
        self.source_label.setToolTip(words)
        self.back.setVisible(self._file is not None)
        self._show_buttons()
        self._empty("")
        query = self._follower.query
        self._follower.ask(Query(sort=query.sort, descending=query.descending))
        self._follower.use_source(source)
        if weights is not None:
            self._follower.use_weights(weights, moving=False)
        elif self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _empty(self, sentence: str) -> None:
        """No rows are shown; say why, or what will be here."""
        self.model.show_answers(None, None)
        waiting = self.tr("Every row with the network's answer beside the truth will be here. Open a table to see it.")
        if not sentence and (self._project is not None or self._model_source is not None):
            waiting = self.tr("The rows are being predicted…")
        self.message.setText(sentence or waiting)
        self.message.setAccessibleName(self.message.text())
        self._body.setCurrentIndex(0)
        for control in (self.wrong, self.search):
            control.blockSignals(True)
        self.wrong.setChecked(False)
        self.search.clear()
        for control in (self.wrong, self.search):
            control.blockSignals(False)
        self.part.show_value("")
        self.cell.hide()

    def _show_buttons(self) -> None:
        ready = self._snapshot is not None or self._model_source is not None
        self.predict.setEnabled(ready)
        self.save.setEnabled(ready and (self._project is not None or self._model_source is not None))

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        rows = look.answers.rows
        first = self._body.currentIndex() == 0
        other_columns = self.model.show_answers(look.answers, look.order)
        if first:
            self._offer_parts(rows)
            classes = rows.classes is not None
            self._side.setCurrentIndex(0 if classes else 1)
            self.wrong.setVisible(classes)
            self.wrong.setEnabled(rows.truth is not None)
            self._show_notes(rows)
            self._body.setCurrentIndex(1)
        if other_columns or first:
            self._size_columns()
        if look.order is not None:
            self._restore_selection()
        self._show_summary(look)
        if rows.classes is not None:
            self.matrix.show_counts(look.summary.matrix, rows.classes, look.query.cell)
        else:
            self.scatter.show_answers(look.answers, look.query.part)

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._empty(core_text(sentence))

    def _show_notes(self, rows: Rows) -> None:
        notes = [core_text(note) for note in rows.notes]
        if len(notes) > MOST_NOTES:
            more = self.tr("and %n more", "", len(notes) - MOST_NOTES)
            notes = [*notes[:MOST_NOTES], more]
        self.notes.setText("\n".join(notes))
        self.notes.setToolTip("\n".join(core_text(note) for note in rows.notes[:40]))
        self.notes.setVisible(bool(notes))

    def _show_summary(self, look: Look) -> None:
        shown, all_rows, score = len(self.model.order), look.answers.rows.n, look.summary.score
        parts = []
        if score is not None and score.accuracy is not None:
            parts.append(self.tr("accuracy {share} %").format(share=f"{100 * score.accuracy:.1f}"))
            wrong = round(score.rows * (1 - score.accuracy))
            parts.append(self.tr("{n} of {rows} wrong").format(n=grouped(wrong), rows=grouped(score.rows)))
        elif score is not None and score.rmse is not None:
            r2 = math.nan if score.r2 is None else score.r2
            parts.append(self.tr("R² {value}").format(value=f"{r2:.3f}"))
            parts.append(self.tr("RMSE {value}").format(value=number(score.rmse, 4)))
        elif look.answers.rows.truth is None:
            parts.append(
                self.tr("the file has no column {target}: no truth to compare with").format(
                    target=look.answers.rows.preparation.target
                )
            )
        parts.append(self.tr("{shown} of {rows} rows shown").format(shown=grouped(shown), rows=grouped(all_rows)))
        self.summary.setText("  ·  ".join(parts))

    def _size_columns(self) -> None:
        """As wide as titles and the first cells need, within bounds; the user's own widths come back with a session."""
        metrics = QFontMetrics(theme.text_font(strong=True))
        small = QFontMetrics(theme.text_font(theme.TEXT_SMALL))
        rows = [int(row) for row in self.model.order[:SAMPLED]]
        for at, key in enumerate(self.model.keys):
            room = small.horizontalAdvance(self.model.title(key)) + theme.SECTION + theme.UNIT
            marker = theme.WIDE if key.field in ("truth", "answer") and not self.model.is_number(key) else 0
            for row in rows:
                room = max(room, metrics.horizontalAdvance(self.model.text(key, row)) + theme.WIDE + marker)
            self.table.setColumnWidth(at, min(MOST_COLUMN, max(LEAST_COLUMN, room)))

    # ------------------------------------------------------------------ what is asked for

    def _change(self, **fields: object) -> None:
        query = self._follower.query
        values = {name: getattr(query, name) for name in ("part", "wrong", "cell", "search", "sort", "descending")}
        self._follower.ask(Query(**(values | fields)))  # type: ignore[arg-type]  # names and types are the query's own

    @Slot(str)
    def _part_chosen(self, value: str) -> None:
        self._change(part=PARTS[value])

    @Slot(bool)
    def _wrong_toggled(self, wrong: bool) -> None:
        self._change(wrong=wrong)

    @Slot()
    def _search_changed(self) -> None:
        self._searching.start()

    @Slot()
    def _ask(self) -> None:
        self._searching.stop()
        self._change(search=self.search.text().strip())

    @Slot(object, bool)
    def _sort(self, key: Key, descending: bool) -> None:
        if (key, descending) == (self._follower.query.sort, self._follower.query.descending):
            self._follower.sort_again()
        self._change(sort=key, descending=descending)

    @Slot(object)
    def _choose_cell(self, cell: tuple[int, int] | None) -> None:
        self._change(cell=cell)
        classes = () if self.model.answers is None else self.model.answers.rows.classes or ()
        self.cell.setVisible(cell is not None)
        if cell is not None:
            words = self.tr("{true} as {given} ✕")
            self.cell.setText(words.format(true=classes[cell[0]][:20], given=classes[cell[1]][:20]))

    @Slot()
    def _forget_cell(self) -> None:
        self._choose_cell(None)

    # ------------------------------------------------------------------ the selected row

    @Slot(int)
    def select_row(self, row: int) -> None:
        """Select a row of the table by its number, and show it; a row that the filters hide is left alone."""
        self._selected = row
        self._restore_selection()

    def _restore_selection(self) -> None:
        if self._selected is None:
            return
        place = self.model.place_of(self._selected)
        if place is None:
            return
        column = max(0, self.table.currentIndex().column())
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(place, column), flags)
        self.table.scrollTo(self.model.index(place, column))

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not current.isValid():
            return
        self._selected = int(self.model.order[current.row()])
        self.scatter.mark(self._selected)
        self.row_selected.emit(None if self._file is not None else self._selected)

    # ------------------------------------------------------------------ events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """S sorts by the present column: a header cannot be reached by keyboard."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers()
            if plain and event.key() == Qt.Key.Key_S:
                self._sort_present_column()
            return plain and event.key() == Qt.Key.Key_S
        return False

    def _sort_present_column(self) -> None:
        column = self.table.currentIndex().column()
        if column < 0:
            return
        header = self.table.horizontalHeader()
        again = header.sortIndicatorSection() == column
        descending = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody could see it."""
        super().showEvent(event)
        self._follower.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden page does no work."""
        super().hideEvent(event)
        self._follower.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page has its matrix below the table."""
        super().resizeEvent(event)
        wanted = Qt.Orientation.Horizontal if self.width() >= SIDE_BY_SIDE else Qt.Orientation.Vertical
        if wanted != self.splitter.orientation():
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([10_000, SIDE if wanted == Qt.Orientation.Horizontal else SIDE * 4 // 5])

    @property
    def busy(self) -> bool:
        """Whether another look is on its way."""
        return self._follower.busy or self._searching.isActive()

    def end(self) -> None:
        """End the threads: the window closes."""
        self._searching.stop()
        self._follower.end()
