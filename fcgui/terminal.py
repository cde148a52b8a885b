"""What the command line writes to a terminal: lines that may be shown as they are, and a bar while there is work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

BAR_WIDTH = 24  # characters


def plain(text: str) -> str:
    """Return text without control characters, which a file may have brought in and a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)


def tell(sentence: str) -> None:
    """Write one line on stderr, where it does not come between the results."""
    sys.stderr.write(f"fcgui: {plain(sentence)}\n")


class Bar:
    """A bar on a terminal, with words behind it; it is drawn anew when something else is to be seen."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._drawn = stream, ""
        self.seen = stream.isatty()  # if not, nothing is drawn

    def show(self, share: float, words: str) -> None:
        """Draw the fraction done, 0 to 1."""
        filled = round(BAR_WIDTH * share)
        line = f"[{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {words}"
        if self.seen and line != self._drawn:
            self._drawn = line
            self._stream.write(f"\r{line}\x1b[K")
            self._stream.flush()

    def end(self) -> None:
        """Take the bar away: what stays on the screen is the result."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


@contextmanager
def progress_bar() -> Iterator[Bar]:
    """Give a bar on stderr, which is drawn if that is a terminal; it goes at the end."""
    bar = Bar(sys.stderr)
    try:
        yield bar
    finally:
        bar.end()
