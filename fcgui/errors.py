"""How the window tells of a problem: one sentence, never a traceback."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger(__name__)


def tell(parent: QWidget, title: str, sentence: str) -> None:
    """Show a problem without blocking the program. Text from files is shown as plain text, never as rich text."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


class UnexpectedErrors(QObject):
    """Turns exceptions that nobody caught into one sentence in the window and a traceback in the log.

    ``sys.excepthook`` may run in any thread, so it only emits a signal; the slot runs in the window's thread.
    """

    happened = Signal(str)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._before = sys.excepthook, threading.excepthook
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python."""
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
        self._show(what)
