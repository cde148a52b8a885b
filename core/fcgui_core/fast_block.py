"""The quick way through a block of lines: a fast reader cuts it, after the block was seen to be plain.

No fast reader is safe alone, so what one of them would swallow in silence never reaches it: quotation marks that
do not enclose whole cells, digits that are codes (007), rows without a value, the names once more. What the
reader then refuses, and every such block, goes the careful way. `FastParser` is passed in, since this package knows
NumPy only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import MISSING, WEAKLY_MISSING

Floats = NDArray[np.float64]

PIECE = 1 << 17  # bytes
MOST_TRIES = 16  # each finds one more column that holds texts; the careful way finds all of them at once
EXACT_BELOW = 1e15  # whole numbers of more digits are looked at one by one
_NEWLINE, _BLANK, _TAB, _ZERO, _QUOTE = b'\n \t0"'


class Coded(NamedTuple):
    """A column of texts: cell i is ``texts[codes[i]]``."""

    texts: list[str]
    codes: NDArray[np.int32]


Parts = Sequence[Floats | Coded]  # the columns of a block


class Layout(NamedTuple):
    """How a block is written; ``numbers`` says of each column whether it is to be numbers or texts.

    ``missing`` are the texts that mean a missing cell among numbers. ``quoted``: cells may stand in quotation
    marks, which are doubled inside; none holds a newline.
    """

    delimiter: str
    decimal: str
    quoted: bool
    numbers: tuple[bool, ...]
    missing: tuple[str, ...]


class OddBlock(Exception):
    """A block is not as it should be; ``column`` is the 0-based one that holds something else than numbers."""

    def __init__(self, column: int | None = None) -> None:
        super().__init__(column)
        self.column = column


class FastParser(Protocol):
    """Turns a block of UTF-8 lines into columns: (rows,) numbers, NaN where missing, or texts.

    Raises `OddBlock` for a row of another width and for a cell that is no finite number in a column of numbers.
    Numbers are rounded correctly, as `float` does; texts come as they are written, blanks included.
    """

    def __call__(self, block: bytes, layout: Layout) -> Parts:
        """Return the columns of a block."""
        ...


class FastBlocks:
    """Cuts blocks of one file, several at a time; ``numbers`` are the columns that still hold nothing but numbers.

    A column leaves ``numbers`` for good, and whether a block saw that in time changes nothing: a piece of plain
    numbers means the same as text.
    """

    def __init__(
        self, parser: FastParser, delimiter: str, decimal: str, missing: frozenset[str], numbers: list[bool]
    ) -> None:
        self._parser, self._delimiter, self._decimal = parser, delimiter, decimal
        self._missing = tuple(sorted(missing | MISSING | WEAKLY_MISSING))
        self.numbers = numbers

    def parse(self, block: bytes, trailing: bool) -> Parts | None:
        """Return the columns of a block of whole lines in UTF-8, or None if it has to be cut with care.

        ``trailing``: every row ends with a delimiter. Works on several threads at once.
        """
        data = np.frombuffer(block, dtype=np.uint8)
        quoted = b'"' in block
        if quoted and not _tame_quotes(data, ord(self._delimiter)):
            return None
        if len(self.numbers) == 1 and (b"\n\n" in block or block.startswith(b"\n")):
            return None  # the empty line of a narrow table
        for column in self._code_columns(block, data, quoted):
            self.numbers[column] = False
        parts = self._parts(block, quoted, trailing)
        if parts is None:
            return None
        if trailing:
            *parts, last = parts
            if not isinstance(last, Coded) or any(last.texts):
                return None
        return None if _has_empty_row(parts) else parts

    def _parts(self, block: bytes, quoted: bool, trailing: bool) -> list[Floats | Coded] | None:
        numbers = list(self.numbers)
        for _ in range(MOST_TRIES):
            asked = (*numbers, False) if trailing else tuple(numbers)
            layout = Layout(self._delimiter, self._decimal, quoted, asked, self._missing)
            try:
                parts = list(self._parser(block, layout))
            except OddBlock as odd:
                if odd.column is None or odd.column >= len(numbers) or not numbers[odd.column]:
                    return None
                numbers[odd.column] = self.numbers[odd.column] = False
                continue
            large = [at for at, part in enumerate(parts) if not isinstance(part, Coded) and _is_large(part)]
            if not large:
                return parts
            for at in large:
                numbers[at] = self.numbers[at] = False
        return None

    def _code_columns(self, block: bytes, data: NDArray[np.uint8], quoted: bool) -> set[int]:
        """Return the columns of numbers in which a cell begins with a zero and another digit."""
        hits = _leading_zeros(data, ord(self._delimiter), block)
        if len(hits) == 0:
            return set()
        numeric = {at for at, is_number in enumerate(self.numbers) if is_number}
        if quoted:
            return numeric
        delimiters = np.flatnonzero(data == ord(self._delimiter))
        newlines = np.flatnonzero(data == _NEWLINE)
        starts = np.concatenate(([0], newlines + 1))
        line_starts = starts[np.searchsorted(newlines, hits)]
        columns = np.searchsorted(delimiters, hits) - np.searchsorted(delimiters, line_starts)
        return numeric & set(np.unique(columns).tolist())


def _leading_zeros(data: NDArray[np.uint8], delimiter: int, held: bytes) -> NDArray[np.intp]:
    """Where a zero and another digit begin a cell; looked for in pieces that stay in the processor's cache.

    ``held`` are the same bytes.
    """
    edges = [delimiter, _NEWLINE, *(mark for mark in (_BLANK, _TAB, _QUOTE) if mark in held)]
    hits = []
    for start in range(0, len(data), PIECE):
        piece = data[max(0, start - 1) : start + PIECE + 1]
        begins = (piece[1:-1] == _ZERO) & (piece[2:] - np.uint8(_ZERO) <= 9)
        before = piece[:-2] == edges[0]
        for edge in edges[1:]:
            before |= piece[:-2] == edge
        begins &= before
        if begins.any():
            hits.append(np.flatnonzero(begins) + (max(0, start - 1) + 1))
    at_once = len(data) > 1 and data[0] == _ZERO and chr(data[1]) in "0123456789"
    first = [np.zeros(1, dtype=np.intp)] if at_once else []
    return np.concatenate([*first, *hits]) if first or hits else np.empty(0, dtype=np.intp)


def _tame_quotes(data: NDArray[np.uint8], delimiter: int) -> bool:
    """Whether quotation marks enclose whole cells only, none of which holds another mark or a newline."""
    marks = np.flatnonzero(data == _QUOTE)
    if len(marks) % 2:
        return False
    opening, closing = marks[0::2], marks[1::2]
    edge = np.zeros(256, dtype=np.bool_)
    edge[[delimiter, _NEWLINE]] = True
    before = data[opening[1:] - 1] if opening[0] == 0 else data[opening - 1]
    after = data[closing[:-1] + 1] if closing[-1] == len(data) - 1 else data[closing + 1]
    if not (edge[before].all() and edge[after].all()):
        return False
    newlines = np.flatnonzero(data == _NEWLINE)
    return not np.any(np.searchsorted(marks, newlines) % 2)


def _is_large(numbers: Floats) -> bool:
    return bool(np.fmax.reduce(numbers) >= EXACT_BELOW or np.fmin.reduce(numbers) <= -EXACT_BELOW)


def _has_empty_row(parts: Parts) -> bool:
    """Whether there may be a row without any value."""
    empty: NDArray[np.bool_] | None = None
    for part in parts:
        if isinstance(part, Coded):
            blank = np.array([not text or text.isspace() for text in part.texts], dtype=np.bool_)
            if not blank.any():
                return False
            missing = blank[part.codes]
        else:
            missing = np.isnan(part)
        empty = missing if empty is None else empty & missing
        if not empty.any():
            return False
    return empty is not None
