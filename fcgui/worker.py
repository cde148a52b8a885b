"""The thread that trains, and the slot through which it is seen.

Towards the window exactly one thing crosses: a `Report` with an immutable `Snapshot`, in a one-slot mailbox that the
worker overwrites and the window's frame timer empties. Towards the worker: requests, taken between two steps. There is
no signal per step or epoch, so a window that is busy for two seconds costs no memory and never shows a stale frame.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import replace
from threading import Event
from time import perf_counter
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QThread

from fcgui.blas import limit_threads
from fcgui.requests import Adjust, Apply, Build, Describe, Pause, Quit, Report, Request, Run, Swap
from fcgui_core.carry_on import carry_on
from fcgui_core.errors import FcguiError
from fcgui_core.inherit import FITTED_ROWS, inherit
from fcgui_core.onlooker import Onlooker
from fcgui_core.place import WeightEdit, mask_of
from fcgui_core.snapshot import Snapshot
from fcgui_core.trainer import Trainer

log = logging.getLogger(__name__)

# A full evaluation of the loss may take this share of the training time; between two, snapshots carry the last one.
EVALUATION_SHARE = 0.02
# Steps are taken in bursts of about this time: long enough to cost nothing, short enough to answer at once.
BURST_S = 0.002
# Trainers that are kept for undo: so many, of so many numbers (weights, optimiser, rows) each and together.
# Forty of the first example take 33 MB.
SHELF_LENGTH, LARGEST_KEPT, SHELF_NUMBERS = 40, 5_000_000, 10_000_000

OTHER_POINTS = "Other points, the same network: it keeps its weights."


class Worker(QThread):
    """Owns the trainer; nobody else touches its arrays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        # Appending to a deque and taking from it are atomic, so neither needs a lock.
        self._requests: deque[tuple[int, Request]] = deque()
        self._wake = Event()
        self._mailbox: deque[Report] = deque(maxlen=1)
        self._attention = False  # set from the window's thread: a request waits, or a frame is wanted
        self._posted = 0
        self._answered = 0
        self._trainer: Trainer | Onlooker | None = None
        self._key: Hashable = None
        self._shelf: dict[Hashable, Trainer | Onlooker] = {}
        self._by_hand: WeakKeyDictionary[Trainer | Onlooker, list[WeightEdit]] = WeakKeyDictionary()
        self._budget = EvaluationBudget()
        self._ending = False

    # ------------------------------------------------------------------ called from the window's thread

    def post(self, request: Request) -> int:
        """Queue a request; returns its number, which `Report.answered` reaches when it has been carried out."""
        self._posted += 1
        self._requests.append((self._posted, request))
        self._attention = True
        self._wake.set()
        return self._posted

    def take(self) -> Report | None:
        """The newest report, if there is one that was not taken yet; asks for the next."""
        report = self._mailbox.popleft() if self._mailbox else None
        self._attention = True
        return report

    def end(self) -> None:
        """Finish the step that is being done, then the thread."""
        if self.isRunning():
            self.post(Quit())
            self.wait()

    # ------------------------------------------------------------------ on the worker's thread

    def run(self) -> None:
        """Carry out requests until `Quit`; waits for the next one without using the processor."""
        while not self._ending:
            self._wake.wait()
            self._wake.clear()
            while self._requests and not self._ending:
                self._carry_out(*self._requests.popleft())

    def _carry_out(self, number: int, request: Request) -> None:
        try:
            self._answered = number
            match request:
                case Build():
                    self._build(request)
                case Swap():
                    self._report(running=False, note=self._swap(request))
                case Apply(settings):
                    if self._trainer is not None:
                        self._trainer.apply(settings)
                        self._report(running=False)
                case Adjust():
                    if self._trainer is not None:
                        self._adjust(self._trainer, request)
                        self._report(running=False)
                case Describe():
                    self._report(running=False, describe=True)
                case Run():
                    self._train(request)
                case Pause():
                    self._report(running=False)
                case Quit():
                    self._ending = True
        except FcguiError as error:
            self._fail(str(error))
        except MemoryError:
            self._fail("There is not enough memory for this network and table: use fewer units or rows.")
        except Exception as error:
            log.exception("the training thread failed")
            self._fail(f"Training stopped because of an error in the program: {error!r}")

    def _build(self, request: Build) -> None:
        if self._trainer is not None and self._key is not None:
            self._put_aside(self._key, self._trainer)
        old = self._trainer if request.heirs is not None else None
        self._trainer, self._key, note = None, request.key, ""  # large old arrays go before the new ones come
        kept = self._shelf.pop(request.key, None)
        if kept is None or request.fresh or request.settings is None:
            self._trainer = request.make()
            note = self._go_on(self._trainer, request, old)
            self._adjust(self._trainer, Adjust(done=request.pinned, frozen=request.frozen))
        else:
            self._adjust(kept, Adjust(frozen=request.frozen))
            kept.run_id = request.run_id
            if kept.settings != request.settings:
                kept.apply(request.settings)
            self._trainer = kept
        self._budget = EvaluationBudget()
        self._report(running=False, note=note)

    def _put_aside(self, key: Hashable, trainer: Trainer | Onlooker) -> None:
        """Keep a trainer that is left, with its weights and curves; an onlooker has weights that were set by hand."""
        if _numbers(trainer) > LARGEST_KEPT:
            return
        self._shelf[key] = trainer
        while len(self._shelf) > SHELF_LENGTH or sum(map(_numbers, self._shelf.values())) > SHELF_NUMBERS:
            del self._shelf[next(iter(self._shelf))]

    def _swap(self, request: Swap) -> str:
        """Carry out a `Swap`, unless a later one waits; returns what there is to say of it."""
        if any(isinstance(later, Swap) for _, later in list(self._requests)):
            return ""
        old, self._key = self._trainer, request.key
        new = request.make()
        if isinstance(old, Trainer) and isinstance(new, Trainer):
            carry_on(old, new)
        elif old is not None:
            new.edit(old.network.parameters)
        if old is not None:
            self._by_hand[new] = self._by_hand.pop(old, [])
        self._trainer = new
        return OTHER_POINTS if new.step else ""

    def _go_on(self, trainer: Trainer | Onlooker, request: Build, old: Trainer | Onlooker | None) -> str:
        """Let a new trainer begin where a saved training, or the one before the edit, has come to; a note on that."""
        if request.state is not None:
            try:
                trainer.restore(request.state)
            except (FcguiError, ValueError, KeyError, TypeError, AttributeError, AssertionError):
                self._trainer = request.make()  # whatever was half restored
                return "The training in this file is damaged: the network begins anew."
        elif isinstance(trainer, Trainer) and isinstance(old, Trainer) and old.step and request.heirs is not None:
            heirs = request.heirs
            rows = trainer.some_rows(FITTED_ROWS)
            inherited = inherit(old.network, trainer.network, rows, heirs.inputs, heirs.outputs)
            trainer.edit(inherited.parameters)
            trainer.follow(old)
            return inherited.words
        return ""

    def _state(self) -> dict[str, Any] | str | None:
        """The answer to `Describe`; a failure is one, too, and training goes on."""
        try:
            return None if self._trainer is None else self._trainer.state()
        except MemoryError:
            return "There is not enough memory for another copy of the training."
        except Exception as error:
            log.exception("the state of the training could not be given out")
            return f"The state of the training could not be given out ({error!r})."

    def _adjust(self, trainer: Trainer | Onlooker, request: Adjust) -> None:
        """A weight that was set in another trainer (a reset lies between) is not taken back in this one."""
        edits, spec, flat = self._by_hand.setdefault(trainer, []), trainer.network.spec, trainer.network.parameters
        undone = [edit for edit in reversed(request.undone) if edit in edits]
        for edit in undone:
            flat[edit.place.index(spec)] = edit.before
            edits.remove(edit)
        for edit in request.done:
            flat[edit.place.index(spec)] = edit.value
            edits.append(edit)
        if undone or request.done:
            trainer.edit()
        trainer.freeze(mask_of(spec, request.frozen) if request.frozen else None)

    def _train(self, request: Run) -> None:
        trainer, epochs, steps = self._trainer, request.epochs, request.steps
        if trainer is None:
            self._fail("There is no network to train: the last change could not be carried out.")
            return
        if isinstance(trainer, Onlooker):
            trainer.run()  # raises, with the reason
            return
        if trainer.ended:
            trainer.apply(trainer.settings)  # a training that had diverged or stopped early goes on
        trainer.goal = request.goal
        last_epoch = None if epochs is None else trainer.epoch + epochs
        last_step = None if steps is None else trainer.step + steps
        self._attention = True
        with limit_threads(trainer.network.spec, trainer.settings.batch_size, trainer.n_rows):
            burst = 1
            while not trainer.ended and not _reached(trainer, last_epoch, last_step):
                began, before = perf_counter(), trainer.step
                rest = burst if last_step is None else min(burst, last_step - trainer.step)
                trainer.run(None if last_epoch is None else last_epoch - trainer.epoch, rest)
                burst = _next_burst(burst, trainer.step - before, perf_counter() - began)
                if self._attention and not self._attend():
                    break
                if isinstance(self._trainer, Trainer):
                    trainer = self._trainer  # the rows may be others now
        if not trainer.ended:
            trainer.status = "paused"
        self._report(running=False)

    def _attend(self) -> bool:
        """Between two steps: take over settings, show a frame. False when another request ends the run."""
        self._attention = False
        while self._requests:
            number, request = self._requests[0]
            if not isinstance(request, Apply | Adjust | Describe | Swap) or self._trainer is None:
                return False
            self._requests.popleft()
            self._answered = number
            if isinstance(request, Apply):
                self._trainer.apply(request.settings)
            elif isinstance(request, Adjust):
                self._adjust(self._trainer, request)
            elif isinstance(request, Swap):
                self._report(running=True, note=self._swap(request))
            else:
                self._report(running=True, describe=True)
        if not self._mailbox and isinstance(self._trainer, Trainer):  # the last frame has been taken
            if not self._trainer.ended:
                self._trainer.status = "running"
            self._report(running=True)
        return True

    def _report(self, *, running: bool, describe: bool = False, note: str = "") -> None:
        snapshot, states = None, ((self._answered, self._state()),) if describe else ()
        if self._trainer is not None:
            snapshot = self._budget.snapshot(self._trainer, evaluate=not running)
        self._put(Report(snapshot, self._answered, running, states=states, note=note))

    def _fail(self, sentence: str) -> None:
        snapshot = None
        with suppress(Exception):  # the sentence must get through, whatever state the failure left behind
            snapshot = None if self._trainer is None else self._trainer.snapshot(evaluate=False)
        self._put(Report(snapshot, self._answered, running=False, error=sentence))

    def _put(self, report: Report) -> None:
        """Overwrite the mailbox; what nobody has read yet and what comes only once is handed on."""
        with suppress(IndexError):  # the window may take the old report at this very moment
            old = self._mailbox[0]
            report = replace(
                report,
                error=report.error or old.error,
                states=old.states + report.states,
                note=report.note or old.note,
            )
        self._mailbox.append(report)


class EvaluationBudget:
    """Decides whether a frame pays for a fresh evaluation of the loss, so that looking stays cheap."""

    def __init__(self) -> None:
        self._last = float("-inf")
        self._cost = 0.0

    def snapshot(self, trainer: Trainer | Onlooker, *, evaluate: bool) -> Snapshot:
        """A snapshot; freshly evaluated when ``evaluate``, or when the last evaluation has been paid off."""
        now = perf_counter()
        if not evaluate and now - self._last < self._cost / EVALUATION_SHARE:
            return trainer.snapshot(evaluate=False)
        snapshot = trainer.snapshot(evaluate=True)
        self._last = perf_counter()
        self._cost = self._last - now
        return snapshot


def _numbers(trainer: Trainer | Onlooker) -> int:
    """About how many numbers a trainer holds."""
    spec = trainer.network.spec
    rows = trainer.n_rows if isinstance(trainer, Trainer) else 0
    return 6 * spec.n_parameters + rows * (spec.n_inputs + spec.n_outputs)


def _reached(trainer: Trainer, epoch: int | None, step: int | None) -> bool:
    return (epoch is not None and trainer.epoch >= epoch) or (step is not None and trainer.step >= step)


def _next_burst(burst: int, done: int, seconds: float) -> int:
    """The number of steps that takes about `BURST_S`; it changes by at most a factor of two."""
    wanted = int(done * BURST_S / seconds) if seconds > 0 else 2 * burst
    return max(1, min(wanted, 2 * burst))
