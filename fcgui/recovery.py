"""Unsaved work outlives a crash: it is written aside now and then, and offered at the next start."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from fcgui.document import Document
from fcgui.project_file import SUFFIX
from fcgui.saving import Moment, Saving, Writer
from fcgui.session import Session

log = logging.getLogger(__name__)

EVERY_MS = 30_000  # how often unsaved work is written aside, if there is new one
SMALL = 2_000_000  # cells of a table that is written along; a larger one stays in its file


def folder() -> Path:
    """Where work is kept aside; it is made when it is first needed."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place) / "recovery"


class Recovery(QObject):
    """Keeps the document's unsaved work aside; the file goes when the window is closed in the ordinary way."""

    recovered = Signal(object, str)  # Path, when it was written: the user wants it back

    def __init__(self, document: Document, session: Session, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._session, self._saving = document, session, saving
        self._path: Path | None = None
        self._lock: QLockFile | None = None
        self._asked: tuple[int, Moment] | None = None  # the request for the state, and what it belongs to
        self._writer: Writer | None = None
        self._last: tuple[object, int] | None = None
        self._taken_over: list[Path] = []  # files whose work is shown, until it is in our own
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        session.described.connect(self._write)
        session.undescribed.connect(self._do_without)

    @property
    def busy(self) -> bool:
        """Whether work is being written aside."""
        return self._writer is not None

    @Slot()
    def keep(self) -> None:
        """Write the unsaved work aside, unless that has been done."""
        snapshot = self._session.snapshot
        now = (self._document.project, -1 if snapshot is None else snapshot.step)
        if self._saving.unsaved and self._writer is None and now != self._last:
            moment = Moment(self._document.project, self._saving.read_view())
            self._asked = self._session.describe(), moment

    @Slot(int, object)
    def _write(self, number: int, state: dict[str, Any] | None) -> None:
        if self._asked is None or self._asked[0] != number or self._writer is not None or not self._claim():
            return
        (_, moment), self._asked = self._asked, None
        project = moment.project
        self._last = (project, -1 if state is None else int(state["step"]))
        table = project.table
        embed = table is None or table.path is None or table.n_rows * len(table.columns) <= SMALL
        assert self._path is not None
        self._writer = Writer(self._path, moment.saved(state), embed, self)
        self._writer.finished.connect(self._written)
        self._writer.start()

    @Slot(int, str)
    def _do_without(self, number: int, why: str) -> None:
        if self._asked is not None and self._asked[0] == number:
            self._asked = None
            log.warning("work could not be kept aside: %s", why)

    def _claim(self) -> bool:
        """Have a file of our own, locked so that another window knows that it is in use."""
        if self._path is None:
            try:
                folder().mkdir(parents=True, exist_ok=True)
            except OSError:
                return False
            self._path = folder() / f"{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}{SUFFIX}"
            self._lock = QLockFile(f"{self._path}.lock")
            self._lock.setStaleLockTime(0)  # only the end of its program frees it
            self._lock.tryLock(0)
        return True

    @Slot()
    def _written(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            if writer.error:
                log.warning("work could not be kept aside: %s", writer.error)
            else:
                self._let_go()
            writer.deleteLater()

    def take_over(self, path: Path) -> None:
        """The work in a file that was left behind is shown: the file goes as soon as it is in our own."""
        self._taken_over.append(path)
        self.keep()

    def _let_go(self) -> None:
        self.forget([path for path in self._taken_over if path != self._path])
        self._taken_over = []

    def end(self, *, keep: bool = False) -> None:
        """The window is closed: nothing has to be offered again, unless unsaved work is to be kept."""
        self._timer.stop()
        if self._writer is not None:
            self._writer.wait()
        if self._lock is not None:
            self._lock.unlock()
        if not keep:
            self._let_go()
            self.forget([] if self._path is None else [self._path])

    # ------------------------------------------------------------------ at the next start

    def left_behind(self) -> list[Path]:
        """Files of windows that are not there any more, the newest first."""
        try:
            files = sorted(folder().glob(f"*{SUFFIX}"), reverse=True)
        except OSError:
            return []
        return [path for path in files if path != self._path and _is_free(path)]

    def offer(self, window: QWidget) -> None:
        """Ask whether work that was left behind is wanted back."""
        files = self.left_behind()
        if not files:
            return
        newest = files[0]
        when = f"{datetime.fromtimestamp(newest.stat().st_mtime):%Y-%m-%d %H:%M}"
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved work"))
        box.setText(self.tr("fcgui ended unexpectedly. What you worked on was kept aside at {when}.").format(when=when))
        box.setInformativeText(self.tr("Open it again?"))
        yes = box.addButton(self.tr("Open it"), QMessageBox.ButtonRole.AcceptRole)
        away = box.addButton(self.tr("Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        later.setToolTip(self.tr("It is offered again at the next start."))
        box.setDefaultButton(yes)
        self._offered, self._yes, self._away, self._when = files, yes, away, when
        self._box = box
        box.finished.connect(self._answered)
        box.open()

    @Slot()
    def _answered(self) -> None:
        if self._box.clickedButton() is self._yes:
            self.recovered.emit(self._offered[0], self._when)
        elif self._box.clickedButton() is self._away:
            self.forget(self._offered)
        self._box.deleteLater()

    def forget(self, files: list[Path]) -> None:
        """Remove files that are not wanted, or that are shown again."""
        for path in files:
            with suppress(OSError):
                path.unlink(missing_ok=True)
                Path(f"{path}.lock").unlink(missing_ok=True)


def _is_free(path: Path) -> bool:
    """Whether the program that wrote a file has ended."""
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    free = lock.tryLock(0)
    if free:
        lock.unlock()
    return free
