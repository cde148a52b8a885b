"""A piece of work on a thread of its own: the window goes on, the result comes back in the window's thread."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from fcgui_core.errors import Cancelled, FcguiError

log = logging.getLogger(__name__)

Ask = Callable[[], bool]
Note = Callable[[float], None]
Work = Callable[[Ask, Note], Any]

NO_MEMORY = "There is not enough memory for this table."
UNEXPECTED = "This could not be done because of an error in the program: {what}"


@contextmanager
def told_as(no_memory: str, unexpected: str) -> Iterator[None]:
    """Around a piece of work: what nobody foresaw becomes one of these sentences, the second with what it was."""
    try:
        yield
    except FcguiError:
        raise
    except MemoryError:
        raise FcguiError(no_memory) from None
    except Exception as error:
        log.exception("a piece of work failed")
        raise FcguiError(unexpected.replace("{what}", repr(error))) from None


class Job(QThread):
    """Calls ``work(cancelled, progress)``; ``result`` and ``error`` are read once `finished` has been emitted."""

    def __init__(self, work: Work, no_memory: str = NO_MEMORY, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("working")
        self._work, self._no_memory = work, no_memory
        self._cancelled = Event()
        self.result: Any = None
        self.error = ""
        self.progress = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the result is wanted no more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """The result is wanted no more: the work ends at its next block of rows."""
        self._cancelled.set()

    def run(self) -> None:
        """Do the work; what goes wrong becomes one sentence."""
        try:
            with told_as(self._no_memory, UNEXPECTED):
                self.result = self._work(self._cancelled.is_set, self._note)
        except Cancelled:
            self._cancelled.set()
        except FcguiError as error:
            self.error = str(error)

    def _note(self, share: float) -> None:
        self.progress = share


class Jobs(QObject):
    """One job at a time; a new one takes the place of the one that is being done.

    ``no_memory`` is the sentence that is told where there is too little for this work.
    """

    done = Signal(object)  # what the work gave
    failed = Signal(str)  # one sentence

    def __init__(self, parent: QObject | None = None, *, no_memory: str = NO_MEMORY) -> None:
        super().__init__(parent)
        self._no_memory = no_memory
        self._job: Job | None = None
        self._left: list[Job] = []  # cancelled ones that have yet to end

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._job is not None

    @property
    def progress(self) -> float:
        """How far the job is, 0 to 1."""
        return 0.0 if self._job is None else self._job.progress

    def start(self, work: Work) -> None:
        """Do this instead of what is being done."""
        self.cancel()
        self._begin(work)

    def _begin(self, work: Work) -> None:
        self._job = Job(work, self._no_memory, self)
        self._job.finished.connect(self._finished)
        self._job.start()

    def cancel(self) -> None:
        """Give up what is being done, without waiting for it."""
        if self._job is not None:
            self._job.cancel()
            self._left.append(self._job)
            self._job = None

    def finish(self) -> None:
        """Let what is being done come to its end, wait for it, and hand it out: somebody asked for a file."""
        if self._job is not None:
            self._job.wait()
            self._hand_out(self._job)

    def end(self) -> None:
        """Give up, and wait for the threads: the window closes."""
        self.cancel()
        for job in self._left:
            job.wait()

    @Slot()
    def _finished(self) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        if job is self._job:
            self._hand_out(job)
        elif job in self._left:
            self._left.remove(job)
        job.deleteLater()

    def _hand_out(self, job: Job) -> None:
        self._job = None
        self._begin_next()
        if job.error:
            self.failed.emit(job.error)
        elif not job.cancelled:
            self.done.emit(job.result)

    def _begin_next(self) -> None:
        """Here nothing waits; see `Queue`."""


class Queue(Jobs):
    """One job after the other: each is done, in the order in which they were asked for."""

    def __init__(self, parent: QObject | None = None, *, no_memory: str = NO_MEMORY) -> None:
        super().__init__(parent, no_memory=no_memory)
        self._waiting: deque[Work] = deque()

    def start(self, work: Work) -> None:
        """Do this once all that was asked for before is done."""
        if self.busy:
            self._waiting.append(work)
        else:
            self._begin(work)

    def cancel(self) -> None:
        """Give up what is being done and what waits."""
        self._waiting.clear()
        super().cancel()

    def finish(self) -> None:
        """Let what is being done and what waits come to its end, wait for it, and hand it out."""
        while self.busy:
            super().finish()

    def _begin_next(self) -> None:
        if self._waiting:
            self._begin(self._waiting.popleft())
