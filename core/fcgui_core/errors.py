"""Errors whose message is one clear sentence for the person at the screen."""

from __future__ import annotations

from pathlib import Path


class FcguiError(ValueError):
    """Something the user can put right; ``str(error)`` says what is wrong, where, and what to do."""


class SpecError(FcguiError):
    """A network or a training setting that makes no sense."""


class FileError(FcguiError):
    """A weights or project file that cannot be read or written."""


class TableError(FcguiError):
    """A table that cannot be read or used.

    ``line`` and ``column`` are 1-based places in the file, ``None`` where there is no single place.
    """

    def __init__(
        self, message: str, path: Path | str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = [] if self.path is None else [Path(self.path).name]
        if self.line is not None:
            place.append(f"line {self.line}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}" if place else self.message


class Cancelled(FcguiError):
    """The user stopped a long piece of work; nothing is wrong."""
