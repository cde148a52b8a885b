"""A column while it is being read: pieces that are numbers and pieces that are text, settled at the end.

What a column is, is decided once, on all of its different texts, so that it does not depend on where in the file a
cell stands. A piece of plain numbers does not keep its texts: should the column turn out to be text after all,
`KeepText` asks for reading the file once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import (
    CODE,
    MISSING,
    WEAKLY_MISSING,
    is_number,
    looks_like_codes,
    parse_numbers,
    parse_signed,
    plain_numbers,
)
from fcgui_core.column import Coding
from fcgui_core.fast_block import EXACT_BELOW, Coded
from fcgui_core.signs import THOUSANDS_MARKS, in_ascii, thousands_mark

Floats = NDArray[np.float64]

FEW_ODD, ODD_SHARE, MOST_ODD_SHARE = 3, 0.01, 0.1  # so few words among numbers are missing numbers
# one word again and again ("unknown") marks missing numbers among many different ones, not a step ("5 or more")
SAME_ODD, SAME_ODD_SHARE, LEAST_DIFFERENT = 2, 0.25, 10
MOST_LOOKED_AT = 1_000  # numbers at a time
TOLD_ODD_SHARE = 0.2  # so many are at least told
SHOWN_ODD = 5  # cells
INFINITE = frozenset(("inf", "infinity", "1.#inf"))


class KeepText(Exception):
    """Columns had plain numbers in one place and text in another: their numbers must be read again, as text."""

    def __init__(self, columns: Sequence[int]) -> None:
        super().__init__(columns)
        self.columns = frozenset(columns)


class Rules(NamedTuple):
    """What cells mean: ``decimal`` (``fixed`` by the user), ``thousands`` (None: any mark), the user's ``missing``."""

    decimal: str
    fixed: bool = False
    thousands: str | None = None
    missing: frozenset[str] = frozenset()

    @property
    def all_missing(self) -> frozenset[str]:
        """Texts that are missing in a column of any kind."""
        return MISSING | self.missing if self.missing else MISSING


class Settled(NamedTuple):
    """A whole column: its cells, the sign that its numbers carried, what was odd about it, and its coding."""

    values: NDArray[Any]
    sign: str = ""
    odd: tuple[tuple[str, int], ...] = ()  # the first texts among the numbers, and the row (0-based) of each
    n_odd: int = 0
    coding: Coding | None = None
    thousands: str = ""  # the mark between the thousands of its numbers


class Gathered:
    """One column's pieces, in the order of the rows."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._parts: list[Floats | NDArray[np.int32]] = []
        self._index: dict[str, int] = {}
        self._room = np.empty(0)  # the pieces of numbers are laid side by side in it, so that none is copied twice
        self._used = self._n_rooms = 0

    def add(self, part: Floats | Coded, expected: int = 0) -> None:
        """Add a piece; texts are stripped. ``expected``: about how many rows there will be from here on."""
        if not isinstance(part, Coded):
            self._lay(part, expected)
            return
        self._parts.append(self._coded([text.strip() for text in part.texts])[part.codes])

    def _coded(self, texts: Sequence[str]) -> NDArray[np.int32]:
        """The number of each text, in the order in which they first came."""
        index = self._index
        for text in dict.fromkeys(texts):  # each once
            index.setdefault(text, len(index))
        return np.fromiter(map(index.__getitem__, texts), np.int32, len(texts))

    def _lay(self, part: Floats, expected: int) -> None:
        if self._used + len(part) > len(self._room):
            self._room = np.empty(max(expected, len(part)))
            self._used, self._n_rooms = 0, self._n_rooms + 1
        piece = self._room[self._used : self._used + len(part)]
        piece[:] = part
        self._used += len(part)
        self._parts.append(piece)

    def add_cells(self, cells: Sequence[str], numbers: bool) -> bool:
        """Add stripped cells; return whether they are plain numbers and were kept as such (if ``numbers``)."""
        values = plain_numbers(cells, self._rules.decimal, self._rules.missing) if numbers else None
        if values is not None and not CODE.search("\n".join(cells)) and not (np.abs(values) >= EXACT_BELOW).any():
            self._parts.append(values)
            return True
        self._parts.append(self._coded(cells))
        return False

    def settle(self) -> Settled | None:
        """Return the whole column and forget its pieces; None if its numbers have to be read again as text."""
        parts, self._parts = self._parts, []
        texts = list(self._index)
        is_text = [part.dtype.kind == "i" for part in parts]
        if not any(is_text):
            in_one_room = self._n_rooms == 1 and self._used == sum(map(len, parts))
            return Settled(self._room[: self._used] if in_one_room else np.concatenate(parts))
        coded = [part for part, text in zip(parts, is_text, strict=True) if text]
        counts = np.bincount(np.concatenate(coded), minlength=len(texts))
        all_plain = (np.asarray(part, np.float64) for part, text in zip(parts, is_text, strict=True) if not text)
        plain = [part[~np.isnan(part)] for part in all_plain]
        meaning = _meaning(texts, counts, plain, self._rules)
        if meaning is None:
            if not all(is_text):
                return None
            return self._text(np.concatenate(coded), texts, counts)
        numbers, sign, odd = meaning
        pieces = [numbers[part] if text else part for part, text in zip(parts, is_text, strict=True)]
        if not odd:
            mark = thousands_mark(texts, numbers, self._rules.decimal)
            return Settled(np.concatenate(pieces), sign, thousands=mark)
        n_odd = int(counts[odd].sum())
        shown = tuple((texts[at], row) for at, row in _first_cells(parts, is_text, odd))
        return Settled(np.concatenate(pieces), sign, shown, n_odd)

    def _text(self, codes: NDArray[np.int32], texts: list[str], counts: NDArray[np.int64]) -> Settled:
        """The column as texts; the few that keep it from being numbers are told."""
        cells = np.empty(len(texts), dtype=object)
        missing = self._rules.all_missing
        cells[:] = [None if text in missing else text for text in texts]
        values = cells[codes]
        ranked = sorted((text, at) for at, text in enumerate(texts) if text not in missing)
        rank = np.full(len(texts), -1, dtype=np.int32)
        rank[[at for _, at in ranked]] = np.arange(len(ranked), dtype=np.int32)
        coding = Coding(tuple(text for text, _ in ranked), rank[codes])
        odd = self._odd_texts(texts, counts)
        if not odd:
            return Settled(values, coding=coding)
        shown = tuple((texts[at], row) for at, row in _first_cells([codes], [True], odd))
        return Settled(values, "", shown, int(counts[odd].sum()), coding)

    def _odd_texts(self, texts: list[str], counts: NDArray[np.int64]) -> list[int]:
        sample = [text for text in texts[:1000] if text not in self._rules.all_missing]
        decimal = self._rules.decimal
        if sum(is_number(text, decimal) for text in sample) < 0.5 * len(sample) or looks_like_codes(sample):
            return []
        filled = [at for at, text in enumerate(texts) if text not in self._rules.all_missing]
        odd = [at for at in filled if not is_number(texts[at], decimal)]
        n_odd, n = counts[odd].sum(), counts[filled].sum()
        return odd if 0 < n_odd <= TOLD_ODD_SHARE * n else []


Meaning = tuple[Floats, str, list[int]]


def _meaning(texts: list[str], counts: NDArray[np.int64], plain: Sequence[Floats], rules: Rules) -> Meaning | None:
    """Return the number that each text means, the sign they carry, and which texts are odd ones; None: it is text.

    ``plain`` are the plain numbers that stand in the column beside the texts.
    """
    n_plain = sum(map(len, plain))
    cells = ["" if text in rules.missing else in_ascii(text) for text in texts]
    often = [cell for cell, count in zip(cells, counts, strict=True) if count > 1 and CODE.match(cell)]
    if looks_like_codes([*cells, *often]) or (n_plain and any(CODE.match(cell) and cell.isdigit() for cell in cells)):
        return None
    grouped = [mark for mark in THOUSANDS_MARKS[rules.decimal] if any(mark in cell for cell in cells)]
    if rules.thousands is not None and any(mark != rules.thousands for mark in grouped):
        return _but_for_few(cells, counts, plain, rules)
    # among plain numbers the mark is known, and a "-" stands for a missing one
    beside = ["1"] if n_plain else []
    numbers = parse_numbers([*cells, *beside], rules.decimal, rules.fixed or n_plain > 0)
    if numbers is not None:
        return numbers[: len(cells)], "", []
    other = "," if rules.decimal == "." else "."
    if n_plain and not rules.fixed and parse_numbers([*cells, "1"], other, True) is not None:
        return None  # the plain numbers are whole ones, perhaps, and all have the other mark
    signed = parse_signed(cells, rules.decimal, rules.fixed or n_plain > 0, n_plain > 0)
    if signed is not None:
        return signed[0], signed[1], []
    return _but_for_few(cells, counts, plain, rules)


def _but_for_few(cells: list[str], counts: NDArray[np.int64], plain: Sequence[Floats], rules: Rules) -> Meaning | None:
    """Numbers but for a few words, which are missing then; infinite numbers may be more."""
    decimal = rules.decimal
    n_plain = sum(map(len, plain))
    sample = [cell for cell in cells[:1000] if cell not in MISSING]
    if not n_plain and sum(is_number(cell, decimal) for cell in sample) < 0.5 * len(sample):
        return None
    odd, numbers, n_words, n_numbers = [], [], 0, n_plain
    for at, cell in enumerate(cells):
        if is_number(cell, decimal):
            numbers.append(at)
            n_numbers += int(counts[at])
        elif cell not in MISSING and cell not in WEAKLY_MISSING:
            odd.append(at)
            n_words += 0 if _is_infinite(cell, decimal) else int(counts[at])
    few = n_words <= ODD_SHARE * n_numbers or (n_words <= FEW_ODD and n_words <= MOST_ODD_SHARE * n_numbers)
    same = len(odd) <= SAME_ODD and _many_different(plain, [cells[at] for at in numbers], decimal)
    few = few or (same and n_words <= SAME_ODD_SHARE * n_numbers)
    if (
        not (few or (same and n_words <= SAME_ODD_SHARE * n_numbers))
        or counts[odd].sum() > n_numbers
        or looks_like_codes([cells[at] for at in numbers])
    ):
        return None
    values = np.full(len(cells), np.nan)
    written = [cells[at] if decimal == "." else cells[at].replace(decimal, ".") for at in numbers]
    values[numbers] = np.array(written, dtype=object).astype(np.float64) if written else []
    return values, "", odd


def _many_different(plain: Sequence[Floats], cells: Sequence[str], decimal: str) -> bool:
    """Whether there are at least `LEAST_DIFFERENT` numbers, in whatever pieces they were read."""
    different = {float(cell.replace(decimal, ".")) for cell in cells[:MOST_LOOKED_AT]}
    pieces = (part[at : at + MOST_LOOKED_AT] for part in plain for at in range(0, len(part), MOST_LOOKED_AT))
    while len(different) < LEAST_DIFFERENT and (piece := next(pieces, None)) is not None:
        different.update(np.unique(piece).tolist())
    return len(different) >= LEAST_DIFFERENT


def _is_infinite(cell: str, decimal: str) -> bool:
    plain = cell.lstrip("+-").casefold()
    return plain in INFINITE or (plain[:1].isdigit() and _overflows(plain, decimal))


def _overflows(cell: str, decimal: str) -> bool:
    try:
        return float(cell.replace(decimal, ".", 1)) == float("inf")
    except ValueError:
        return False


def _first_cells(parts: Sequence[NDArray[Any]], is_text: Sequence[bool], odd: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first cells that are odd: which text each is, and its row (0-based)."""
    found: list[tuple[int, int]] = []
    start = 0
    for part, text in zip(parts, is_text, strict=True):
        if text:
            rows = np.flatnonzero(np.isin(part, np.array(odd)))[: SHOWN_ODD - len(found)]
            found += [(int(part[row]), start + row) for row in rows.tolist()]
            if len(found) == SHOWN_ODD:
                break
        start += len(part)
    return found
