"""Ctrl+C in the terminal closes the window, as it ends any other program."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupt(QObject):
    """Emits `happened` in the window's thread when the process is interrupted.

    Python runs signal handlers only between two of its own instructions, and a waiting event loop has none; so the
    signal also writes a byte into a socket, which wakes the loop up.
    """

    happened = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._before = signal.signal(signal.SIGINT, self._handle)
        self._fd_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)

    def end(self) -> None:
        """Give the signal back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        signal.signal(signal.SIGINT, self._before)
        self._reading.close()
        self._writing.close()

    def _handle(self, number: int, frame: FrameType | None) -> None:
        """Nothing here: `_wake` runs in the event loop."""

    @Slot()
    def _wake(self) -> None:
        self._reading.recv(64)
        self.happened.emit()
