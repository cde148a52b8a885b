"""Keeps the page's answers up to date: one job at a time, a few times a second, and only while somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.job import Ask, Jobs, Note
from fcgui.predictions.query import Query, Summary, arrange, summarize
from fcgui.predictions.rows import Answers, Rows, Weights, answer, rows_of_file, rows_of_project
from fcgui_core.preparation import Preparation, PreparedData
from fcgui_core.table import Table

NO_MEMORY = "There is not enough memory for the predictions of this table."
LIVE_MS = 250  # between two looks while training: often enough to see it move, seldom enough to cost little
REST_SHARE = 4  # a look that takes long is followed by a rest so many times as long


@dataclass(frozen=True, eq=False)
class Source:
    """Where rows come from: the table that is trained on (with ``data``), or a new file for a model."""

    table: Table
    preparation: Preparation
    data: PreparedData | None = None
    trained_on: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Look:
    """One result: the answers, the rows to show in order (None: those of before), and what is said of them."""

    answers: Answers
    order: NDArray[np.int64] | None
    summary: Summary
    query: Query


class Follower(QObject):
    """Asks the network about the rows of a source, again and again, as the network learns.

    Numbered story of a look: (1) somebody sets what is wanted: source, weights or query; (2) when a look is due and
    the page can be seen, a job starts with what is wanted now; (3) its result is emitted; (4) if something else is
    wanted meanwhile, the next look is due after a pause.
    """

    looked = Signal(object)  # Look
    failed = Signal(str)  # why there are no answers

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._rows: tuple[Source, Rows] | None = None
        self._weights: Weights | None = None
        self._moving = False
        self._query = Query()
        self._active = False
        self._stale = False  # what is wanted has not been asked for yet
        self._arrange = True  # the order is to be made anew
        self._asked: tuple[Source, Weights, Query, bool] | None = None
        self._shown: Look | None = None
        self._answered: Weights | None = None  # whose answers are shown
        self._began = 0.0
        self._jobs = Jobs(self, no_memory=NO_MEMORY)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._job_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)

    # ------------------------------------------------------------------ what is wanted

    @property
    def query(self) -> Query:
        """What is asked for."""
        return self._query

    @property
    def source(self) -> Source | None:
        """Where the rows come from."""
        return self._source

    @property
    def busy(self) -> bool:
        """Whether another look is on its way."""
        return self._jobs.busy or self._stale

    def watch(self, active: bool) -> None:
        """Work only while the page can be seen."""
        self._active = active
        if active:
            self._start_soon(0)
        else:
            self._pause.stop()
            if self._jobs.busy:
                self._jobs.cancel()
                self._stale = True
                self._arrange = self._arrange or (self._asked is not None and self._asked[3])

    def use_source(self, source: Source | None) -> None:
        """Other rows; the weights that answer them follow by `use_weights`."""
        self._source, self._rows, self._shown, self._weights = source, None, None, None
        self._wake(arrange_anew=True)

    def use_weights(self, weights: Weights | None, *, moving: bool) -> None:
        """Other weights; while they move the rows stay where they are, at rest they are sorted again."""
        came_to_rest = self._moving and not moving
        if weights is not None and self._weights is not None:
            same = weights.parameters is self._weights.parameters and weights.spec is self._weights.spec
            if same and not came_to_rest:
                return
        self._weights, self._moving = weights, moving
        if moving and not self._arrange:
            self._stale = True
            self._start_soon(LIVE_MS)
        else:
            self._wake(arrange_anew=True)

    def ask(self, query: Query) -> None:
        """Other rows of the same source, or another order."""
        if query != self._query:
            self._query = query
            self._wake(arrange_anew=True)

    def sort_again(self) -> None:
        """Sort by the answers of now."""
        self._wake(arrange_anew=True)

    def _wake(self, *, arrange_anew: bool) -> None:
        self._arrange = self._arrange or arrange_anew
        self._stale = True
        if self._jobs.busy:
            self._jobs.cancel()
        self._start_soon(0)

    # ------------------------------------------------------------------ looking

    def _start_soon(self, ms: int) -> None:
        if not self._active or self._jobs.busy:
            return
        if ms == 0:
            self._pause.stop()
            self._start()
        elif not self._pause.isActive():
            self._pause.start(ms)

    @Slot()
    def _start(self) -> None:
        if not (self._active and self._stale) or self._source is None or self._weights is None:
            return
        if self._weights.spec.n_inputs != len(self._source.preparation.x_mean):
            return  # the network of these rows is still being made
        source, weights, query, anew = self._source, self._weights, self._query, self._arrange
        self._asked, self._stale, self._arrange = (source, weights, query, anew), False, False
        rows = self._rows[1] if self._rows is not None and self._rows[0] is source else None
        shown = self._shown
        known = shown.answers if shown is not None and anew and self._answered == weights else None
        self._began = perf_counter()

        def look(cancelled: Ask, note: Note) -> Look:
            ready = rows or make_rows(source, cancelled)
            answers = known if known is not None and known.rows is ready else answer(ready, weights, cancelled)
            return Look(answers, arrange(answers, query) if anew else None, summarize(answers, query), query)

        self._jobs.start(look)

    @Slot(object)
    def _done(self, look: Look) -> None:
        assert self._asked is not None
        source, self._answered = self._asked[0], self._asked[1]
        self._rows = source, look.answers.rows
        self._shown = look
        self.looked.emit(look)
        if self._stale:
            took = 1000 * (perf_counter() - self._began)
            self._start_soon(0 if self._arrange else max(LIVE_MS, int(REST_SHARE * took)))

    @Slot(str)
    def _job_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self._start_soon(LIVE_MS)

    def end(self) -> None:
        """End the threads: the window closes."""
        self._active = False
        self._pause.stop()
        self._jobs.end()


def make_rows(source: Source, cancelled: Ask) -> Rows:
    """The rows of a source, ready for the network. Raises `TableError`, `Cancelled`."""
    if source.data is not None:
        return rows_of_project(source.table, source.data, cancelled)
    return rows_of_file(source.table, source.preparation, source.trained_on, cancelled)
