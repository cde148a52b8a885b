"""Which delimiter and which quotation marks cut the lines of a file into a table.

Each candidate cuts a sample of the lines. The right one gives rows of equal width whose cells are numbers,
dates or plain words, in which no other delimiter and no quotation mark is left over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fcgui_core.cells import COMMA_NUMBER, DATE, is_missing, is_number
from fcgui_core.quoting import BACKSLASH, BLANKS, DOUBLE, SINGLE, WIDE_BLANKS, Row, Style, split_rows
from fcgui_core.signs import is_amount

# Each with how likely it is by itself: a rare one must fit better than a usual one.
DELIMITERS: dict[str, float] = {
    ",": 1.0, ";": 1.0, "\t": 1.0, "|": 1.0, BLANKS: 0.9, WIDE_BLANKS: 0.85, "\x01": 0.9, "\x1f": 0.9,
    "^": 0.8, "~": 0.8, "#": 0.7, "::": 0.8, "||": 0.9, ":": 0.5, "\u00a6": 0.8, "\u00a7": 0.8, "!": 0.5, "&": 0.5,
}  # fmt: skip
USUAL = (",", ";", "\t", "|")
DELIMITER_NAMES = {
    ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", BLANKS: "spaces", WIDE_BLANKS: "two or more spaces",
    "\x01": "control character 1", "\x1f": "control character 31",
}  # fmt: skip
SAMPLE_ROWS, SAMPLE_CHARS, SAMPLE_CELLS = 200, 30_000, 1_500

_WORD = re.compile(r"[^\W\d_][\w.()/%#&'-]*( [\w.()/%#&'-]+)*")
_TIME = re.compile(r"\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AaPp]\.?[Mm]\.?)?", re.ASCII)
_MONEY = re.compile(r"[-+]?([$€£¥₽] ?[-+]?[\d., ]*\d|[\d., ]*\d ?([%$€£¥₽]))", re.ASCII)
_ADDRESS = re.compile(r"(https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_LIST = re.compile(r"[\w.+-]+([,;|:][\w.+-]+)+")
_NO_DECIMAL_COMMA = re.compile(r"[^\d\s],|,[^\d\s]")


class Fit(NamedTuple):
    """How well a style cuts the sample: its score, and the marks that made no sense."""

    score: float
    style: Style
    odd: int


def recognise_style(lines: Sequence[str], delimiter: str | None = None, comment: str = "") -> Style:
    """Return the delimiter, quotation marks and escape that fit the lines best; a given delimiter is kept."""
    sample = _sample(lines, comment)
    if delimiter is None and _is_one_column(sample):
        return Style(";" if any("," in line for line in sample) else ",", DOUBLE, "", comment)
    text = "\n".join(sample)
    marks = [delimiter] if delimiter else _present(sample, text)
    fits = [_fit(sample, Style(mark, DOUBLE, "", comment), marks) for mark in marks]
    if SINGLE in text:
        quoted = [mark for mark in marks if _stands_in_single(sample, mark)]
        fits += [_fit(sample, Style(mark, SINGLE, "", comment), marks) for mark in quoted]
    if BACKSLASH + DOUBLE in text or BACKSLASH + SINGLE in text:
        fits += [
            _fit(sample, fit.style._replace(escape=BACKSLASH), marks)
            for fit in fits
            if BACKSLASH + fit.style.quote in text
        ]
    best = max(fits, key=lambda fit: fit.score, default=None)
    return best.style if best else Style(delimiter or ",", DOUBLE, "", comment)


def _is_one_column(sample: Sequence[str]) -> bool:
    """Whether a file is a name and below it numbers with decimal commas (of which the name has none), or times."""
    name, values = sample[:1], [line.strip() for line in sample[1:]]
    if not values or "," in name[0]:
        return False
    numbers = len(values) > 1 and all(map(COMMA_NUMBER.fullmatch, values))
    return numbers or all(map(_TIME.fullmatch, values))


def _sample(lines: Sequence[str], comment: str) -> list[str]:
    """The first lines that count, cut short where they are very long."""
    sample: list[str] = []
    room = SAMPLE_CHARS
    for line in lines:
        if not line.strip() or (comment and line.startswith(comment)):
            continue
        sample.append(line[:room])
        room -= len(line)
        if room <= 0 or len(sample) >= 2 * SAMPLE_ROWS:
            break
    if len(sample) > 2 and room < 0:
        sample.pop()  # half a line says nothing about the width of the rows
    return sample


def _present(sample: Sequence[str], text: str) -> list[str]:
    """Delimiters that could be meant: the usual ones that occur, a rare one that occurs in nearly every line."""
    found = [mark for mark in DELIMITERS if mark in text]
    least = max(2.0, 0.8 * len(sample))
    present = [mark for mark in found if mark in USUAL or sum(mark in line for line in sample) >= least]
    if any(mark in present and len({line.count(mark) for line in sample}) == 1 for mark in ";\t|") or _commas(sample):
        present = [mark for mark in present if mark not in (BLANKS, WIDE_BLANKS)]
    return present if "," in present else [*present, ","]


def _commas(sample: Sequence[str]) -> bool:
    """Whether there are the same two commas or more in every line, and in the first they are no decimal marks."""
    counts = {line.count(",") for line in sample}
    return len(counts) == 1 and min(counts) > 1 and _NO_DECIMAL_COMMA.search(sample[0]) is not None


def _stands_in_single(sample: Sequence[str], mark: str) -> bool:
    """Whether cells begin and end with a single quotation mark: 'a, b' and not it's."""
    # few blanks beside a mark: looking for any number of them takes the square of their number in time
    blanks = "" if mark in (BLANKS, WIDE_BLANKS) else " {0,8}" if mark == "\t" else r"[ \t]{0,8}"
    edge = re.escape(mark) if blanks else r"[ \t]"
    begins = re.compile(rf"(?:^|{edge}){blanks}'")
    ends = re.compile(rf"'{blanks}(?:{edge}|$)")
    opened = closed = 0
    for line in sample:
        if "'" not in line:
            continue
        opened += len(begins.findall(line.rstrip()))
        closed += len(ends.findall(line.rstrip()))
    return opened >= 2 and closed >= 2 and abs(opened - closed) <= 0.1 * opened + 1


def _fit(sample: Sequence[str], style: Style, marks: Sequence[str]) -> Fit:
    rows = split_rows(sample, style)[0][:SAMPLE_ROWS]
    if not rows:
        return Fit(0.0, style, 0)
    odd = sum(bool(row.quotes) for row in rows)
    score = _score(rows, style, marks) * DELIMITERS.get(style.delimiter, 0.8) * (1 - min(0.9, 1.5 * odd / len(rows)))
    return Fit(score - 0.001 * bool(style.escape), style, odd)


def _score(rows: Sequence[Row], style: Style, marks: Sequence[str]) -> float:
    """How well the rows form a table, 0 to about 1: share of rows of one width x share of cells that mean something."""
    widths = Counter(len(row.cells) for row in rows)
    width = max(widths, key=lambda width: (widths[width] * (width > 1), width))
    others = [mark for mark in marks if mark not in style.delimiter and mark.strip(" ") and mark != ":"]
    if width == 1 or widths[1] > 0.9 * len(rows):
        single = [row.cells for row in rows if len(row.cells) == 1]
        return 0.05 + 0.3 * _share_typed(single, others, style) if style.delimiter == "," else 0.0
    same = [row.cells for row in rows if len(row.cells) == width]
    typed = _share_typed(same, others, style)
    steady = len(same) / len(rows)
    if style.delimiter in (BLANKS, WIDE_BLANKS):
        steady = steady**3  # words contain blanks: only a table that fits throughout is cut there
    return float(steady**1.5 * typed * (1 + 0.1 * min(1.0, (width - 1) / 8)))


def _share_typed(rows: Sequence[list[str]], others: Sequence[str], style: Style) -> float:
    known: dict[str, float] = {}
    total = count = 0.0
    for cell in _first_cells(rows):
        worth = known.get(cell)
        if worth is None:
            worth = known[cell] = _typedness(cell, others, style)
        total += worth
        count += 1
    return total / max(1.0, count)


def _first_cells(rows: Sequence[list[str]]) -> Iterator[str]:
    room = SAMPLE_CELLS
    for cells in rows:
        yield from cells[:room]
        room -= len(cells)
        if room <= 0:
            return


def _typedness(cell: str, others: Sequence[str], style: Style) -> float:
    if not cell:
        return 0.5
    cell = cell[:200]
    if is_number(cell) or (style.delimiter != "," and COMMA_NUMBER.fullmatch(cell)):
        return 1.0
    if is_missing(cell) or DATE.fullmatch(cell) or _TIME.fullmatch(cell) or _ADDRESS.fullmatch(cell):
        return 1.0
    if _MONEY.fullmatch(cell) or is_amount(cell, ".") or (style.delimiter != "," and is_amount(cell, ",")):
        return 0.9
    if "\t" in cell and style.delimiter != "\t":
        return 0.0
    if cell[0] in (DOUBLE, SINGLE) or cell[-1] in (DOUBLE, SINGLE):
        return 0.1 if style.quote not in cell[1:-1] else 0.3
    if any(mark in cell and mark + " " not in cell for mark in others):
        return 0.6 if _LIST.fullmatch(cell) else 0.15
    return 0.7 if _WORD.fullmatch(cell) else 0.4
