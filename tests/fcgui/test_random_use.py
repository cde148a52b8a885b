"""Random use through mouse and keyboard, during training too: nothing breaks, and undo brings everything back.

A few short runs by default; ``FCGUI_SEEDS=20 FCGUI_ACTIONS=1000`` makes it the long one.
"""

from __future__ import annotations

import logging
import os

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.document import Project
from fcgui.session import make_trainer
from fcgui_core.snapshot import Snapshot
from tests.fcgui.helpers import rested
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
        self.stack.indexChanged.connect(self.note)

    def note(self, index: int) -> None:
        """Undo must bring back what was there; a new step, or one that went on, is written down."""
        project = self.document.project
        if index < self.at and self.states.get(index, project) != project:
            self.wrong.append(index)
        self.states[index] = project
        self.states = {at: state for at, state in self.states.items() if at <= self.stack.count()}
        self.at = index


def weights_of(project: Project) -> np.ndarray:
    """The weights that a network of the project begins with: those of its seed, or of its file, and the held ones."""
    trainer = make_trainer(project, 0)
    for edit in project.weight_edits:
        if edit.place in project.frozen:
            trainer.network.parameters[edit.place.index(trainer.network.spec)] = edit.value
    return trainer.network.parameters


def reset(qtbot: QtBot, app: App) -> Snapshot | None:
    """Press *Reset*, and wait for the network."""
    app.window.actions_.reset.trigger()
    rested(qtbot, app)
    return app.session.snapshot


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # pop-ups without a screen
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_use_breaks_nothing_and_can_be_undone(
    qtbot: QtBot, app: App, seed: int, caplog: pytest.LogCaptureFixture, unexpected_errors: list[str]
) -> None:
    first = reset(qtbot, app)
    memory, person = Memory(app), Person(qtbot, app, seed)
    for _ in range(ACTIONS):
        person.act()
        assert not memory.wrong, person.done[-20:]
        assert not unexpected_errors, person.done[-20:]
    person.leave_everything()
    app.session.pause()
    rested(qtbot, app)
    stack, states = memory.stack, dict(memory.states)
    stack.indexChanged.disconnect(memory.note)
    assert len(states) > 5, "\n".join(person.done)
    for at in (*sorted(states), *sorted(states, reverse=True)):
        stack.setIndex(at)
        assert app.document.project == states[at], (at, stack.text(at), person.done[-20:])
        if at % 10 == 0 and app.document.project.spec is not None:
            shown = reset(qtbot, app)
            assert shown is not None, (at, stack.text(at))
            assert np.array_equal(shown.parameters, weights_of(app.document.project)), (at, stack.text(at))
    last = reset(qtbot, app)
    assert first is not None and last is not None and np.array_equal(first.parameters, last.parameters)
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not told, told
