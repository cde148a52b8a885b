"""Files that were opened or saved lately, remembered between two starts of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal, Slot

MOST = 10  # files that are offered again


class RecentFiles(QObject):
    """The list of them, the newest first."""

    changed = Signal()

    def paths(self) -> list[Path]:
        """Those that are still there."""
        stored = QSettings().value("recent", [])
        names = [stored] if isinstance(stored, str) else list(stored) if isinstance(stored, list) else []
        return [Path(name) for name in names if isinstance(name, str) and Path(name).is_file()][:MOST]

    @Slot(object)
    def add(self, path: Path) -> None:
        """Put a file at the top of the list."""
        path = path.resolve()
        names = [str(path), *(str(other) for other in self.paths() if other != path)]
        QSettings().setValue("recent", names[:MOST])
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """Empty the list."""
        QSettings().remove("recent")
        self.changed.emit()
