"""What a test must not leave behind: windows, Qt threads, ticking timers and Python threads.

Each leak is told by its name and by the way to mend it, since "1 object leaked" sends the reader on a hunt.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 2.0  # for a thread that has been told to end and is about to

_started_timers: WeakSet[QTimer] = WeakSet()
_started_threads: WeakSet[QThread] = WeakSet()


def _recording(start: Callable[..., None], started: WeakSet[Any]) -> Callable[..., None]:
    def recorded(self: QObject, *arguments: Any) -> None:
        started.add(self)
        start(self, *arguments)

    return recorded


def watch_starts() -> None:
    """Note every QTimer and QThread that is started from Python: Qt keeps no list of them."""
    QTimer.start = _recording(QTimer.start, _started_timers)  # type: ignore[method-assign]  # watched
    QThread.start = _recording(QThread.start, _started_threads)  # type: ignore[method-assign]  # watched


def name_of(thing: QObject) -> str:
    """``MainWindow 'main'``, ``QTimer of LossPlot``: as much as the object tells about itself."""
    words = [type(thing).__name__]
    if thing.objectName():
        words.append(repr(thing.objectName()))
    parent = thing.parent()
    if parent is not None:
        words.append(f"of {type(parent).__name__}")
    return " ".join(words)


def _alive(things: Iterable[Any]) -> list[Any]:
    return [thing for thing in list(things) if shiboken6.isValid(thing)]


def _top_levels() -> list[QWidget]:
    return _alive(QApplication.topLevelWidgets()) if isinstance(QApplication.instance(), QApplication) else []


def _active_timers() -> list[QTimer]:
    return [timer for timer in _alive(_started_timers) if timer.isActive()]


def _running_threads() -> list[QThread]:
    return [thread for thread in _alive(_started_threads) if thread.isRunning()]


def _python_threads() -> list[threading.Thread]:
    # A QThread that has run Python code leaves a dummy behind that never ends: Python's own bookkeeping.
    dummy = threading._DummyThread  # type: ignore[attr-defined]  # no public name
    return [thread for thread in threading.enumerate() if not isinstance(thread, dummy)]


def _delete_later() -> None:
    """Carry out every deleteLater(), which otherwise waits for an event loop that is not there."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass
class Watch:
    """What was there before the test; ``leaks()`` tells what was added and is still there."""

    widgets: list[QWidget] = field(default_factory=_top_levels)
    timers: list[QTimer] = field(default_factory=_active_timers)
    threads: list[QThread] = field(default_factory=_running_threads)
    python_threads: list[threading.Thread] = field(default_factory=_python_threads)

    def leaks(self) -> list[str]:
        """One sentence for each thing left behind.

        What is about to go is given its chance first, the cheap ways before the dear ones: deleteLater(),
        threads that have been told to end, and last a collection, so that garbage is no leak.
        """
        for settle in (_delete_later, self._wait_for_threads, gc.collect):
            if not self._look():
                return []
            settle()
        return self._look()

    def _look(self) -> list[str]:
        return [*self._widgets(), *self._timers(), *self._threads(), *self._python()]

    def _wait_for_threads(self) -> None:
        for thread in _running_threads():
            if thread not in self.threads:
                thread.wait(int(GRACE_SECONDS * 1000))
        for python_thread in _python_threads():
            if python_thread not in self.python_threads:
                python_thread.join(GRACE_SECONDS)
        if QCoreApplication.instance() is not None:
            QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000))

    def _widgets(self) -> list[str]:
        return [
            f"the widget {name_of(widget)} is still there: give it to qtbot.addWidget() or to a parent, "
            "or close it and call deleteLater()"
            for widget in _top_levels()
            if widget not in self.widgets
        ]

    def _timers(self) -> list[str]:
        return [
            f"the timer {name_of(timer)} ({timer.interval()} ms) still ticks: stop() it where its owner "
            "closes, or make the owner its parent"
            for timer in _active_timers()
            if timer not in self.timers
        ]

    def _threads(self) -> list[str]:
        running = [
            f"the thread {name_of(thread)} still runs: requestInterruption() or quit(), then wait()"
            for thread in _running_threads()
            if thread not in self.threads
        ]
        if QCoreApplication.instance() is not None and QThreadPool.globalInstance().activeThreadCount():
            running.append("the global thread pool still works: cancel its task and waitForDone()")
        return running

    def _python(self) -> list[str]:
        return [
            f"the Python thread {thread.name!r} still runs: tell it to end, then join() it"
            for thread in _python_threads()
            if thread not in self.python_threads
        ]
