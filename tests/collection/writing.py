"""One small table, and the ways to write it down that the odd and hostile files are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

NAMES = ("plant", "height", "leaves", "kind")
ROWS: tuple[tuple[str, float, int, str], ...] = tuple(
    (f"{name} {number}", height + number / 4, leaves + number, kind)
    for number in range(5)
    for name, height, leaves, kind in (
        ("oak", 20.5, 200, "tree"),
        ("rose", 1.25, 40, "shrub"),
        ("thyme", 0.25, 90, "herb"),
        ("birch", 15.75, 150, "tree"),
    )
)
COLUMNS: dict[str, list[Any]] = {name: [row[at] for row in ROWS] for at, name in enumerate(NAMES)}
WITHOUT_HEADER = {f"x{at}": column for at, column in enumerate(COLUMNS.values(), 1)}


def written(
    delimiter: str = ",",
    *,
    names: Sequence[str] | None = NAMES,
    end: str = "\n",
    number: Callable[[float], str] = repr,
    text: Callable[[str], str] = str,
    tail: str = "",
    blank: str = "",
) -> str:
    """The table as text: how numbers and texts are written, what stands at the end of each row, blanks around cells."""
    rows = [[text(name), number(height), str(leaves), text(kind)] for name, height, leaves, kind in ROWS]
    lines = [[text(name) for name in names], *rows] if names else rows
    return "".join(delimiter.join(f"{blank}{cell}{blank}" for cell in line) + tail + end for line in lines)


def doubled(text: str) -> str:
    """A text in double quotation marks."""
    return '"' + text.replace('"', '""') + '"'


def single(text: str) -> str:
    """A text in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def comma(number: float) -> str:
    """A number with a decimal comma."""
    return repr(number).replace(".", ",")


class Odd(NamedTuple):
    """An odd but valid file: the cells that must be read from it, what is recognised, and words of the notes."""

    content: str | bytes
    columns: dict[str, list[Any]] = COLUMNS
    dialect: dict[str, Any] = {}  # noqa: RUF012 - never changed
    notes: tuple[str, ...] = ()
    kinds: dict[str, str] = {}  # noqa: RUF012 - never changed
    ending: str = ".csv"


class Hostile(NamedTuple):
    """A file that cannot be read: words of the one sentence that says why, and the line that it names."""

    content: str | bytes
    words: tuple[str, ...]
    line: int | None = None
    ending: str = ".csv"


def in_bytes(content: str | bytes) -> bytes:
    """The bytes of a file's content; text is written as UTF-8."""
    return content if isinstance(content, bytes) else content.encode()
