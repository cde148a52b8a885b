"""How the window tells of a problem: one sentence, never a traceback."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType, TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger(__name__)

# Before Python 3.12 an error that C code raises (an index out of range, say) is no instance of its class until somebody
# handles it. PySide, which adds the name of the widget's method that it happened in, takes it for one, and the process
# ends with a segmentation fault.
BARE_ERRORS = sys.version_info < (3, 12)


def tell(parent: QWidget, title: str, sentence: str) -> QMessageBox:
    """Show a problem without blocking the program. Text from files is shown as plain text, never as rich text."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


class UnexpectedErrors(QObject):
    """Turns exceptions that nobody caught into one sentence in the window and a traceback in the log.

    ``sys.excepthook`` may run in any thread, so it only emits a signal; the slot runs in the window's thread.
    """

    happened = Signal(str)

    def __init__(self, show: Callable[[str], QMessageBox], parent: QObject | None = None) -> None:
        """``show`` tells of one error; those that come until its box is closed stand in the log only."""
        super().__init__(parent)
        self._show = show
        self._telling = False
        self._before = sys.excepthook, threading.excepthook
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python."""
        if BARE_ERRORS:
            make_errors_whole("fcgui.")
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("unexpected error", exc_info=(kind, error, trace))
        self.happened.emit(f"{kind.__name__}: {error}")

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        self._caught(arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback)

    @Slot(str)
    def _tell(self, what: str) -> None:
        if not self._telling:  # what cannot be painted fails at every attempt
            self._telling = True
            self._show(what).finished.connect(self._told)

    @Slot()
    def _told(self) -> None:
        self._telling = False


def make_errors_whole(package: str) -> None:
    """See to it that what leaves a method of ``package`` that Qt calls is an instance of its class of error."""
    shiboken_object = QObject.__mro__[-2]
    for kind in set(_subclasses(shiboken_object)):
        if not kind.__module__.startswith(package):
            continue
        of_qt = [base for base in kind.__mro__ if base.__module__.startswith("PySide6.")]
        for name, method in list(vars(kind).items()):
            is_override = isinstance(method, FunctionType) and any(name in vars(base) for base in of_qt)
            if is_override and not name.startswith("__") and not hasattr(method, "__wrapped__"):
                setattr(kind, name, _handling(method))


def _subclasses(kind: type) -> Iterator[type]:
    below: list[type] = type.__subclasses__(kind)
    for each in below:
        yield each
        yield from _subclasses(each)


def _handling(method: FunctionType) -> Callable[..., Any]:
    """``method``, whose errors are handled once on their way, which makes instances of them."""

    @wraps(method)
    def alone(self: Any) -> Any:
        try:
            return method(self)
        except BaseException:
            raise

    @wraps(method)
    def with_arguments(self: Any, *arguments: Any, **named: Any) -> Any:
        try:
            return method(self, *arguments, **named)
        except BaseException:
            raise

    # A signal hands on as many of its values as a slot takes: PySide counts the parameters.
    return alone if method.__code__.co_argcount == 1 else with_arguments
