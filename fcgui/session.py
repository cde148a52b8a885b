"""The run that belongs to the document: it follows every edit, and hands out frames.

The session owns the worker. A frame timer takes the newest report from the worker's mailbox, at most 60 times a second
and only while there is something to expect, and passes its snapshot on.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.document import Document
from fcgui.effects import Effect, effect_of
from fcgui.i18n.core_texts import core_text
from fcgui.project import Project
from fcgui.requests import Adjust, Apply, Build, Describe, Heirs, Pause, Report, Run, Swap
from fcgui.runs import adjustment, heirs_of, make_trainer, run_key, steps_per_epoch
from fcgui.worker import Worker
from fcgui_core.goal import Goal
from fcgui_core.snapshot import Snapshot

FRAME_MS = 16  # 60 Hz: one panel is drawn a tick, so that no single frame keeps the window from answering
UNANSWERED = "The state of the training could not be given out."
RATE_WINDOW_S = 1.0  # the shown speed is the mean over this time: steady enough to be read


class Session(QObject):
    """Training of the document's project: play, pause, step, reset, and what is seen of it."""

    frame = Signal(object)  # Snapshot or None, at most once a tick
    state_changed = Signal()  # running, paused, failed: what buttons depend on
    failed = Signal(str)  # one sentence for the user
    told = Signal(str)  # what an edit kept of the training, for the status bar
    described = Signal(int, object)  # what `describe` gave, and the state of the training then; None if there is none
    undescribed = Signal(int, str)  # what `describe` gave, and why there is no state of the training

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._worker = Worker(self)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        self._posted = 0
        self._run_id = 0
        self._running = False
        self._rate = Rate()
        self._steps_per_epoch = 1
        self.snapshot: Snapshot | None = None
        self._endless = False  # the run that goes on has no end of its own
        self._describing: list[int] = []  # the requests for the state that are not answered yet
        self._next_state: dict[str, Any] | None = None
        self._freed = False  # the network that is being made let go of weights that were frozen
        self._opening = False  # the next network is that of a project that was opened: as its file says, not as left
        document.changed.connect(self._follow)
        self._worker.start()
        self.rebuild()

    # ------------------------------------------------------------------ what the user asks for

    @property
    def running(self) -> bool:
        """Whether steps are being done, or have been asked for."""
        return self._running

    @property
    def expecting(self) -> bool:
        """Whether the worker has yet to answer a request."""
        return self._timer.isActive()

    @property
    def epochs_per_second(self) -> float:
        """The speed of the last second, 0 at rest."""
        return self._rate.per_second if self._running else 0.0

    @Slot()
    def toggle(self) -> None:
        """Train, or pause."""
        if self._running:
            self.pause()
        else:
            self.run()

    @Slot()
    def run(self, epochs: int | None = None, steps: int | None = None, goal: Goal | None = None) -> None:
        """Train without an end, for some epochs or steps (one step is one mini-batch), or until a goal is reached."""
        if self._document.project.spec is None:
            return
        self._document.end_merging()
        self._rate.clear()
        self._steps_per_epoch = steps_per_epoch(self._document.project)
        self._set_running(True)
        self._endless = epochs is None and steps is None and goal is None
        self._post(Run(epochs, steps, goal))

    @Slot()
    def pause(self) -> None:
        """Stop after the step that is being done."""
        if self._running:
            self._set_running(False)
            self._post(Pause())

    @Slot()
    def reset(self) -> None:
        """Back to the same first weights."""
        self.rebuild(fresh=True)

    def describe(self) -> int:
        """Ask for the whole state of the training of the project as it is now; returns the number of the request.

        `described` brings that number and the state, also while training runs; or `undescribed` the reason why not.
        """
        self._post(Describe())
        self._describing.append(self._posted)
        return self._posted

    def go_on_with(self, state: dict[str, Any] | None) -> None:
        """The next network that is made goes on with this state of a training, which belongs to it; None: anew."""
        self._next_state, self._opening = state, True

    def go_on_as_before(self) -> None:
        """What was said by `go_on_with` holds no more: nothing was opened."""
        self._next_state, self._opening = None, False

    @property
    def run_id(self) -> int:
        """The number of the present network; each that is made has another."""
        return self._run_id

    def rebuild(self, *, fresh: bool = False, heirs: Heirs | None = None) -> None:
        """Make the project's network and trainer, on the worker's thread.

        A project that was left a few edits ago comes back trained as it was, unless ``fresh``. With ``heirs`` the new
        network keeps what was learned, and a training without an end goes on.
        """
        project = self._document.project
        goes_on = heirs is not None and self._running and self._endless
        state, fresh = self._next_state, fresh or self._opening
        self.go_on_as_before()
        if project.spec is None:
            self.pause()  # nobody would see the old network, or could stop it
        self._run_id += 1
        self._set_running(False)
        self.snapshot = None  # views keep the old frame for the moment until the new one is there
        self.state_changed.emit()
        if project.spec is None:
            self.frame.emit(None)
            return
        make = partial(make_trainer, project, self._run_id)
        held = set(project.frozen)
        pinned = tuple(edit for edit in project.weight_edits if edit.place in held)
        build = Build(
            make, self._run_id, run_key(project), project.settings, fresh, pinned, project.frozen, state, heirs
        )
        self._post(build)
        if goes_on:
            self.run()

    def close(self) -> None:
        """End the thread; the session is of no use afterwards."""
        self._timer.stop()
        self._worker.end()

    # ------------------------------------------------------------------ what happens

    @Slot(object, object)
    def _follow(self, old: Project, new: Project) -> None:
        effect = effect_of(old, new)
        if effect is Effect.REBUILD:
            self._freed = bool(old.frozen) and not new.frozen and not self._opening
            # While the network is being made for the edit before, the worker knows whether it has learned anything.
            learned = self.snapshot is None or self.snapshot.step > 0
            self.rebuild(heirs=heirs_of(old, new) if learned else None)
        elif effect in (Effect.LIVE, Effect.DATA):
            if effect is Effect.DATA:
                self._steps_per_epoch = steps_per_epoch(new)
                self._post(Swap(partial(make_trainer, new, self._run_id), run_key(new)))
            if old.settings != new.settings:
                self._post(Apply(new.settings))
            if old.weight_edits != new.weight_edits or old.frozen != new.frozen:
                self._post(adjustment(old, new))

    def _post(self, request: Build | Swap | Run | Pause | Apply | Adjust | Describe) -> None:
        self._posted = self._worker.post(request)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _tick(self) -> None:
        report = self._worker.take()
        if report is None:
            return
        self._accept(report)

    def _accept(self, report: Report) -> None:
        snapshot = report.snapshot
        if snapshot is not None and snapshot.run_id == self._run_id:
            is_first, self.snapshot = self.snapshot is None, snapshot
            if is_first:
                self.state_changed.emit()
            self._rate.add(snapshot.step / self._steps_per_epoch)
        at_rest = not report.running and report.answered == self._posted
        if at_rest:
            self._timer.stop()
            self._set_running(False)
        if snapshot is not None and snapshot.run_id == self._run_id:
            self.frame.emit(snapshot)
        freed = self._freed and snapshot is not None and snapshot.run_id == self._run_id
        self._freed = self._freed and not freed
        if report.note or freed:
            words = self.tr("What was frozen is free again.") if freed else ""
            self.told.emit(f"{core_text(report.note)} {words}".strip())
        states = dict(report.states)
        for number in [number for number in self._describing if number <= report.answered]:
            self._describing.remove(number)
            state = states.get(number, UNANSWERED)
            if isinstance(state, str):
                self.undescribed.emit(number, state)
            else:
                self.described.emit(number, state)
        if report.error:
            if self.snapshot is None:
                self.frame.emit(None)
            self.failed.emit(report.error)

    def _set_running(self, running: bool) -> None:
        if running != self._running:
            self._running = running
            self.state_changed.emit()


class Rate:
    """Epochs a second over the last `RATE_WINDOW_S`, from the frames as they come in."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, float]] = deque()

    @property
    def per_second(self) -> float:
        """The mean over the window; 0 until there are two frames."""
        if len(self._marks) < 2:
            return 0.0
        (begin, first), (end, last) = self._marks[0], self._marks[-1]
        return (last - first) / (end - begin) if end > begin else 0.0

    def add(self, epoch: float) -> None:
        """Note that training has come as far as ``epoch`` (a fraction within an epoch counts)."""
        now = perf_counter()
        self._marks.append((now, epoch))
        while now - self._marks[0][0] > RATE_WINDOW_S and len(self._marks) > 2:
            self._marks.popleft()

    def clear(self) -> None:
        """Forget the past: a new run begins."""
        self._marks.clear()
