"""Random use through mouse and keyboard, during training too: nothing breaks, and undo brings everything back.

A few short runs by default; ``FCGUI_SEEDS=20 FCGUI_ACTIONS=1000`` makes it the long one.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fcgui import preparing, project
from fcgui.app import App
from fcgui.project import Project
from fcgui.runs import make_trainer
from fcgui_core.snapshot import Snapshot
from tests.fcgui.helpers import rested, until
from tests.fcgui.person import Person

SEEDS = int(os.environ.get("FCGUI_SEEDS", "3"))
ACTIONS = int(os.environ.get("FCGUI_ACTIONS", "120"))


class Memory:
    """What the project was after every step of the undo stack."""

    def __init__(self, app: App) -> None:
        self.document = app.document
        self.stack = app.document.undo_stack
        self.at = self.stack.index()
        self.states: dict[int, Project] = {self.at: app.document.project}
        self.wrong: list[int] = []
        self.most = 0
        self.ended = False
        self.stack.indexChanged.connect(self.note)

    def note(self, index: int) -> None:
        """Undo must bring back what was there; a new step, or one that went on, is written down."""
        project = self.document.project
        if index < self.at and self.states.get(index, project) != project:
            self.wrong.append(index)
        self.states[index] = project
        self.states = {at: state for at, state in self.states.items() if at <= self.stack.count()}
        self.at, self.most = index, max(self.most, index)

    def end(self) -> None:
        """What undo does from now on is no news."""
        if not self.ended and shiboken6.isValid(self.stack):
            self.stack.indexChanged.disconnect(self.note)
        self.ended = True


@dataclass(frozen=True)
class Census:
    """What there is, at rest: objects of Qt that belong to the window and the program, Python's, and bytes."""

    of_qt: int
    of_python: int
    megabytes: float

    @classmethod
    def take(cls, app: App) -> Census:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        parts = [app.window, app, *QApplication.topLevelWidgets()]
        of_qt = {id(each) for part in parts for each in part.findChildren(QObject)}
        return cls(len(of_qt), len(gc.get_objects()), resident_megabytes())


def resident_megabytes() -> float:
    """The memory that the process holds; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if statm.exists() else 0.0


def weights_of(project: Project) -> np.ndarray:
    """The weights that a network of the project begins with: those of its seed, or of its file, and the held ones."""
    trainer = make_trainer(project, 0)
    for edit in project.weight_edits:
        if edit.place in project.frozen:
            trainer.network.parameters[edit.place.index(trainer.network.spec)] = edit.value
    return trainer.network.parameters


def at_rest(qtbot: QtBot, app: App) -> None:
    """Wait until nothing comes that changes the project, and the worker has answered everything.

    What was asked for before (a pasted state is read beside the window) is a step of its own when it comes.
    """
    coming = (app.files, app.project_work.line, app.tuning, app.gallery.making, app.table_work.preparing)
    until(qtbot, lambda: not app.document.waiting and not any(one.busy for one in coming))
    rested(qtbot, app)


def reset(qtbot: QtBot, app: App) -> Snapshot | None:
    """Press *Reset*, and wait for the network."""
    app.window.actions_.reset.trigger()
    at_rest(qtbot, app)
    return app.session.snapshot


def undo_and_redo(qtbot: QtBot, app: App, person: Person) -> None:
    """Undo the last step and do it again, at rest: the network comes back as it was trained.

    A weight that was set by hand comes back as it was set, not as it has learned since.
    """
    person.leave_everything()
    app.session.pause()
    at_rest(qtbot, app)
    before = app.session.snapshot
    if not app.document.undo_stack.canUndo() or before is None:
        return
    app.document.undo_stack.undo()
    at_rest(qtbot, app)
    app.document.undo_stack.redo()
    at_rest(qtbot, app)
    after = app.session.snapshot
    assert after is not None, person.done[-20:]
    step = app.document.undo_stack.undoText(), person.done[-20:]
    assert (after.step, after.spec) == (before.step, before.spec), step
    learned = np.ones(len(after.parameters), bool)
    learned[[edit.place.index(after.spec) for edit in app.document.project.weight_edits]] = False
    assert np.array_equal(after.parameters[learned], before.parameters[learned]), step


@pytest.fixture
def memory(app: App) -> Iterator[Memory]:
    made = Memory(app)
    yield made
    made.end()


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # pop-ups without a screen
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("seed", "large"), [*((seed, False) for seed in range(SEEDS)), (0, True)])
def test_random_use_breaks_nothing_and_can_be_undone(
    qtbot: QtBot,
    app: App,
    memory: Memory,
    seed: int,
    large: bool,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    unexpected_errors: list[str],
) -> None:
    """Also with tables that count as large: then everything that needs other data waits for it, and what follows."""
    if large:
        monkeypatch.setattr(preparing, "SLOW_CELLS", -1)
        monkeypatch.setattr(project, "MOST_KEPT", 1)
    first, person, stack = reset(qtbot, app), Person(qtbot, app, seed), app.document.undo_stack
    before: Census | None = None
    for number in range(ACTIONS):
        person.act()
        assert not memory.wrong, person.done[-20:]
        assert not unexpected_errors, person.done[-20:]
        if number % 50 == 49:
            undo_and_redo(qtbot, app, person)
        if number == ACTIONS // 4:
            before = person.leave_everything() or Census.take(app)
    person.leave_everything()
    app.session.pause()
    at_rest(qtbot, app)
    after = Census.take(app)
    assert memory.most > 2, person.done
    memory.end()
    for at in (*sorted(memory.states), *sorted(memory.states, reverse=True)):
        stack.setIndex(at)
        assert app.document.project == memory.states[at], (at, stack.text(at), person.done[-20:])
        if at % 10 == 0 and app.document.project.spec is not None:
            shown = reset(qtbot, app)
            assert shown is not None, (at, stack.text(at))
            assert np.array_equal(shown.parameters, weights_of(app.document.project)), (at, stack.text(at))
    last = reset(qtbot, app)
    assert first is not None and last is not None and np.array_equal(first.parameters, last.parameters)
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not told, told
    # Panels make what they need when it is first seen, undo keeps tables and networks: neither goes on for ever.
    assert before is not None
    assert after.of_qt <= before.of_qt + 60, (before, after)
    assert after.of_python <= 1.1 * before.of_python, (before, after)
    assert after.megabytes <= before.megabytes + 120, (before, after)
