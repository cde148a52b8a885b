"""The page "Predictions": every row with the network's answer beside the truth, while it learns and at rest."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.panels.form import caption
from fcgui.plots.scales import number
from fcgui.predictions.filters import Filters
from fcgui.predictions.follower import Follower, Look, Source
from fcgui.predictions.matrix import ConfusionMatrix
from fcgui.predictions.name import ElidedName
from fcgui.predictions.query import Key, Query
from fcgui.predictions.rows import Rows, Weights
from fcgui.predictions.scatter import TruthScatter
from fcgui.predictions.table_model import PredictionsModel
from fcgui.predictions.view import PredictionsTable
from fcgui.table.words import counted
from fcgui.theme import Theme
from fcgui_core.predictions import trained_on
from fcgui_core.preparation import PreparedData
from fcgui_core.reading_notes import capital
from fcgui_core.snapshot import Snapshot
from fcgui_core.table import Table
from fcgui_core.weights_file import Model

SIDE_BY_SIDE = 760  # pixels from which the matrix stands beside the table instead of below it
SIDE = 300  # pixels of the matrix beside or below
MOST_NOTES = 3
MOST_TOLD = 40  # in the tooltip


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
        self._file_model: Model | None = None  # what predicts the file's rows, if it is not the project's network
        self._follower = Follower(self)
        self._follower.looked.connect(self._show_look)
        self._follower.failed.connect(self._show_failure)
        self.model = PredictionsModel(look, self)
        self.model.sort_requested.connect(self._sort)
        self._build()
        self._show_source()

    # ------------------------------------------------------------------ parts

    def _build(self) -> None:
        self._build_head()
        self.filters = Filters(self)
        self.filters.asked.connect(self._change)
        self.summary = caption(parent=self, name="summary")
        self.summary.setAccessibleName(self.tr("Summary"))
        self.notes = caption(parent=self, name="warning")
        self.notes.setAccessibleName(self.tr("Notes on the file"))
        self.notes.hide()
        self.table = PredictionsTable(self.model, self)
        self.table.row_chosen.connect(self._row_chosen)
        self.matrix = ConfusionMatrix(self._theme, self)
        self.matrix.cell_chosen.connect(self._choose_cell)
        self.matrix.hovered.connect(self.hovered)
        self.scatter = TruthScatter(self._theme, self)
        self.scatter.row_clicked.connect(self.table.select)
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
        inner.addWidget(self.filters)
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
        self.source_label = ElidedName(self)
        self.source_label.setObjectName("title")
        self.back = self._button(self.tr("Back to the table"), self.tr("Show the rows that are trained on again."))
        self.back.clicked.connect(self.show_table)
        tip = self.tr("Choose a new table, or drop it here: its rows are predicted with the network as it is.")
        self.predict = self._button(self.tr("Predict a file…"), tip)
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

    # ------------------------------------------------------------------ what is shown

    def set_project(self, table: Table | None, data: PreparedData | None, trained_on: tuple[str, ...] = ()) -> None:
        """The table that is trained on, prepared; the network that belongs to it follows by `show_snapshot`."""
        self._project = None if table is None or data is None else (table, data)
        self._trained_on, self._snapshot = trained_on, None
        if self._file_model is None:
            self._show_source()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """The network as it is now. Costs nothing: the rows are asked beside the window, when it is their turn."""
        self._snapshot = snapshot
        self._show_buttons()
        if self._file_model is None and snapshot is not None:
            self._follower.use_weights(Weights.of(snapshot), moving=snapshot.status == "running")

    def show_file(self, table: Table, model: Model | None = None) -> None:
        """Show the rows of a new file, predicted with the present network, or with a model that has no table here."""
        self._file, self._file_model = table, model
        self._unsort()
        self._show_source()

    def show_as(self, other: PredictionsPage) -> None:
        """Show the file that another page shows: the window was made anew in another language."""
        self._file, self._file_model = other._file, other._file_model
        if self._file is not None:
            self._show_source()

    @Slot()
    def show_table(self) -> None:
        """Back to the table that is trained on."""
        self._file = self._file_model = None
        self._unsort()
        self._show_source()

    def _unsort(self) -> None:
        """Other rows stand as they come: the column that was sorted by may be another one there."""
        self._follower.ask(Query())
        self.table.unsort()

    @property
    def file(self) -> Table | None:
        """The new file whose rows are shown; None when those are that are trained on."""
        return self._file

    @property
    def file_model(self) -> Model | None:
        """The model that predicts the rows of `file`; None when that is the network of the project."""
        return self._file_model

    def _show_source(self) -> None:
        """Tell the follower whose rows to look at, and name them."""
        self.table.forget()
        self.row_selected.emit(None)
        source, weights, words = None, None, ""
        model = self._file_model
        if self._file is not None and model is not None:
            source = Source(self._file, model.preparation, None, trained_on(model))
            weights = Weights(model.spec, model.parameters)
            words = self.tr("{file}, by the imported weights").format(file=source.table.name)
        elif self._project is not None:
            table, data = self._project
            if self._file is None:
                source = Source(table, data.preparation, data)
                words = self.tr("Rows of {table}").format(table=table.name)
            else:
                source = Source(self._file, data.preparation, None, self._trained_on)
                words = self.tr("New file {file}").format(file=self._file.name)
        self.source_label.show_name(words or self.tr("Predictions"))
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
        if not sentence and (self._project is not None or self._file_model is not None):
            waiting = self.tr("The rows are being predicted…")
        self.message.setText(sentence or waiting)
        self.message.setAccessibleName(self.message.text())
        self._body.setCurrentIndex(0)
        self.filters.clear()

    def _show_buttons(self) -> None:
        ready = self._snapshot is not None or self._file_model is not None
        self.predict.setEnabled(ready)
        self.save.setEnabled(ready and (self._project is not None or self._file_model is not None))

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        rows = look.answers.rows
        first = self._body.currentIndex() == 0
        other_columns = self.model.show_answers(look.answers, look.order)
        if first:
            self.filters.offer(rows)
            self._side.setCurrentIndex(0 if rows.classes is not None else 1)
            self._show_notes(rows)
            self._body.setCurrentIndex(1)
        if other_columns or first:
            self.table.size_columns()
        if look.order is not None:
            self.table.restore()
        self._show_summary(look)
        if rows.classes is not None:
            self.matrix.show_counts(look.summary.matrix, rows.classes, look.query.cell)
        else:
            self.scatter.show_answers(look.answers, look.query.part)

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._empty(core_text(sentence))

    def _show_notes(self, rows: Rows) -> None:
        whole = [*self._left_out(), *(capital(core_text(note)) for note in rows.notes)]
        notes = whole
        if len(notes) > MOST_NOTES:
            more = self.tr("and %n more", "", len(notes) - MOST_NOTES)
            notes = [*notes[:MOST_NOTES], more]
        self.notes.setText("\n".join(notes))
        self.notes.setToolTip("\n".join(whole[:MOST_TOLD]))
        self.notes.setVisible(bool(notes))

    def _left_out(self) -> list[str]:
        """Rows of a new file that are not among those shown, with their lines; the page of the table has the others."""
        table = self._file
        if table is None or not table.n_left_out:
            return []
        n, pattern = table.n_left_out, self.tr("line {line}: {reason}")
        told = [
            pattern.format(line=grouped(one.line), reason=core_text(one.reason)) for one in table.left_out[:MOST_NOTES]
        ]
        words = counted(self.tr("%n row(s) of the file left out, without a prediction", "", n), n)
        return [f"{words} ({'; '.join(told)}{'; …' if n > MOST_NOTES else ''})"]

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
        test = look.summary.test
        if test is not None and test.accuracy is not None:
            parts.append(self.tr("accuracy of the test rows {share} %").format(share=f"{100 * test.accuracy:.1f}"))
        elif test is not None and test.r2 is not None:
            parts.append(self.tr("R² of the test rows {value}").format(value=f"{test.r2:.3f}"))
        parts.append(self.tr("{shown} of {rows} rows shown").format(shown=grouped(shown), rows=grouped(all_rows)))
        self.summary.setText("  ·  ".join(parts))

    # ------------------------------------------------------------------ what is asked for

    @Slot(dict)
    def _change(self, fields: dict[str, Any]) -> None:
        if "cell" in fields:
            answers = self.model.answers
            self.filters.show_cell(fields["cell"], () if answers is None else answers.rows.classes or ())
        self._follower.ask(replace(self._follower.query, **fields))

    @Slot(object)
    def _choose_cell(self, cell: tuple[int, int] | None) -> None:
        self._change({"cell": cell})

    @Slot(object, bool)
    def _sort(self, key: Key, descending: bool) -> None:
        wanted = replace(self._follower.query, sort=key, descending=descending)
        if wanted == self._follower.query:
            self._follower.sort_again()
        self._follower.ask(wanted)

    @Slot(int)
    def select_row(self, row: int) -> None:
        """Select a row of the table that is trained on, by its number; a new file's rows are others."""
        if self._file is None:
            self.table.select(row)

    @Slot(int)
    def _row_chosen(self, row: int) -> None:
        self.scatter.mark(row)
        self.row_selected.emit(None if self._file is not None else row)

    # ------------------------------------------------------------------ events

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
        return self._follower.busy or self.filters.busy

    def end(self) -> None:
        """End the threads: the window closes."""
        self._follower.end()
