"""Odd but valid files made at random, each with the table that must be read from it: every habit with every other."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, NamedTuple

WORDS = ("oak", "rose", "thyme", "birch", "sage", "elder", "maple", "ivy", "fern", "moss", "aster", "lilac")
RUSSIAN = (
    "дуб",
    "роза",
    "тимьян",
    "берёза",
    "шалфей",
    "бузина",
    "клён",
    "плющ",
    "Папоротник",
    "мох",
    "Астра",
    "сирень",
)
WESTERN = ("chêne", "rosé", "señal", "müde", "café", "Köln", "garçon", "naïve", "Ærø", "façade", "über", "crème")
NAMES = (
    "height",
    "leaf length",
    "width_mm",
    "Kind of plant",
    "price",
    "count",
    "share",
    "found",
    "note",
    "age",
    "mass",
)
RUSSIAN_NAMES = (
    "высота",
    "длина листа",
    "ширина",
    "Вид растения",
    "цена",
    "число",
    "доля",
    "дата",
    "заметка",
    "вес",
    "год",
)
MISSING = ("", "NA", "N/A", "null", "?", "NaN", "n/a", "NULL")
WEAK = ("-", ".", "None", "--")
Cell = tuple[str, Any]  # as it is written, and what must be read


class Made(NamedTuple):
    """A file, what must be read from it, and the habits it is written with."""

    content: bytes
    columns: dict[str, list[Any]]
    habits: dict[str, Any]


class Writer:
    """How numbers are written in one file."""

    def __init__(self, rng: random.Random, decimal: str, thousands: str) -> None:
        self.rng, self.decimal, self.thousands = rng, decimal, thousands

    def number(self, value: float, digits: int) -> str:
        """A number with a fixed count of digits behind the mark."""
        return f"{value:,.{digits}f}".replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)


def measured(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Numbers with a few digits behind the mark."""
    digits, size = rng.choice((1, 2, 4)), rng.choice((1, 30, 500))

    def cell() -> Cell:
        text = f"{rng.gauss(0, size):.{digits}f}"
        return text.replace(".", write.decimal), float(text)

    return cell


def counted(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Whole numbers without any mark."""
    most = rng.choice((5, 90, 2_000))

    def cell() -> Cell:
        value = rng.randrange(most)
        return str(value), float(value)

    return cell


def large(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Amounts with marks between thousands."""

    def cell() -> Cell:
        value = round(rng.choice((1, -1, 1)) * 10 ** rng.uniform(1, 7), 2)
        return write.number(value, 2), value

    return cell


def signed(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Amounts of money or percents: the sign stands in every cell."""
    before, after = rng.choice((("$", ""), ("€ ", ""), ("", " €"), ("", "%"), ("", " %"), ("", " ₽")))

    def cell() -> Cell:
        value = round(rng.uniform(0.5, 900), 2)
        return before + write.number(value, 2) + after, value

    return cell


def scientific(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Numbers with an exponent."""
    form = rng.choice(("{:.3e}", "{:.2E}"))

    def cell() -> Cell:
        text = form.format(rng.gauss(0, 1) * 10 ** rng.randrange(-8, 8))
        return text.replace(".", write.decimal), float(text)

    return cell


def in_brackets(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Amounts whose negative ones stand in parentheses."""

    def cell() -> Cell:
        value = round(rng.uniform(-900, 900), 2)
        text = write.number(abs(value), 2)
        return (f"({text})" if value < 0 else text), value

    return cell


def worded(words: tuple[str, ...]) -> Callable[[random.Random, Writer], Callable[[], Cell]]:
    """Categories: a few words again and again."""

    def column(rng: random.Random, write: Writer) -> Callable[[], Cell]:
        some = rng.sample(words, rng.choice((2, 3, 6)))

        def cell() -> Cell:
            word = rng.choice(some)
            return word, word

        return cell

    return column


def sentences(words: tuple[str, ...]) -> Callable[[random.Random, Writer], Callable[[], Cell]]:
    """Texts of several words, with signs in them that other files have between cells."""

    def column(rng: random.Random, write: Writer) -> Callable[[], Cell]:
        marks = rng.choice((" ", " ", ", ", "; ", ' "so" ', "'s ", " | ", " - ", "\n", ",", "\t", ": "))

        def cell() -> Cell:
            text = marks.join(rng.choice(words) for _ in range(rng.randrange(2, 6)))
            return text, text

        return cell

    return column


def dated(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Dates in one writing, some with a time."""
    form = rng.choice(("{y}-{m:02}-{d:02}", "{d:02}.{m:02}.{y}", "{m}/{d}/{y}", "{y}-{m:02}-{d:02} {h:02}:{d:02}:00"))

    def cell() -> Cell:
        year, month, day = rng.randrange(1990, 2026), rng.randrange(1, 13), rng.randrange(1, 29)
        text = form.format(y=year, m=month, d=day, h=rng.randrange(24))
        return text, text

    return cell


def answered(rng: random.Random, write: Writer) -> Callable[[], Cell]:
    """Yes or no in one of the usual ways."""
    pair = rng.choice((("yes", "no"), ("TRUE", "FALSE"), ("true", "false"), ("Y", "N"), ("да", "нет")))

    def cell() -> Cell:
        word = rng.choice(pair)
        return word, word

    return cell


NUMBERS = (measured, measured, counted, large, signed, scientific, in_brackets)


def made(seed: int) -> Made:
    """Return one file; the same for the same seed."""
    rng = random.Random(seed)
    encoding = rng.choice(("utf-8",) * 6 + ("utf-8-sig", "utf-16", "utf-16-le", "cp1251", "cp1251", "koi8-r", "cp1252"))
    russian = encoding in ("cp1251", "koi8-r") or (encoding not in ("cp1252",) and rng.random() < 0.3)
    words = RUSSIAN if russian else WESTERN if encoding == "cp1252" else WORDS
    delimiter = rng.choice((",", ",", ",", ";", ";", ";", "\t", "|"))
    decimal = rng.choice((".", ".", ",")) if delimiter != "," or rng.random() < 0.2 else "."
    thousands = rng.choice(("", "", "", " ", "\xa0", "\u202f", "'", "." if decimal == "," else ","))
    if encoding not in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le") and thousands == "\u202f":
        thousands = "\xa0"
    write = Writer(rng, decimal, thousands)
    texts = [worded(words), worded(words), sentences(words), dated, answered]
    kinds: list[Any] = [rng.choice(NUMBERS if rng.random() < 0.65 else texts) for _ in range(rng.randrange(2, 9))]
    if not any(kind in NUMBERS for kind in kinds):
        kinds[rng.randrange(len(kinds))] = measured
    if not any(kind in texts for kind in kinds):
        kinds[rng.randrange(len(kinds))] = worded(words)
    n = rng.randrange(12, 70)
    columns = [column(rng, write, kind, n, encoding) for kind in kinds]
    style = rng.choice(("minimal", "minimal", "texts", "all", "single", "backslash"))
    names = rng.sample(RUSSIAN_NAMES if russian else NAMES, len(kinds))
    header = rng.choice(("names", "names", "names", "units", "gap", "years", "twice", "none"))
    if header == "units":
        names = [f"{name} ({rng.choice(('cm', 'kg', 'm/s', '%', 'mm'))})" for name in names]
    if header == "gap":
        columns.insert(0, [(str(at), float(at)) for at in range(n)])
        kinds.insert(0, counted)
        names.insert(0, "")
    if header == "years" and sum(kind in NUMBERS for kind in kinds) < 2:
        header = "names"  # one year above numbers may be one of them
    if header == "years":
        years = iter(range(2015, 2030))
        names = [str(next(years)) if kind in NUMBERS else name for name, kind in zip(names, kinds, strict=True)]
    rows = [[(columns[at][row][0], kinds[at] in NUMBERS) for at in range(len(kinds))] for row in range(n)]
    lines = [joined(cells, delimiter, style) for cells in rows]
    kept = [row for row, cells in enumerate(rows) if any(text for text, _ in cells)]  # others hold no value at all
    columns = [[cells[row] for row in kept] for cells in columns]
    if header != "none":
        first = joined([(name, False) for name in names], delimiter, style)
        lines[:0] = [first, first] if header == "twice" else [first]
    tail = delimiter if header != "none" and rng.random() < 0.1 else ""
    lines = [line + tail for line in lines]
    if rng.random() < 0.1:
        lines = [each for line in lines for each in (line, "")]
    above = rng.choice(([],) * 6 + (["A table of plants", ""], ["# made by hand", "# twice"], ["Plants of 2024"]))
    below = rng.choice(([],) * 6 + ([""], ["", "Source: the garden"], [delimiter * (len(kinds) - 1)] * 3))
    if delimiter != "\t" and not above and rng.random() < 0.05:
        above = [f"sep={delimiter}"]
    if len(kinds) < 3 and below[-1:] == ["Source: the garden"]:
        below = []
    end = rng.choice(("\n", "\n", "\r\n", "\r\n", "\r", ""))
    ends = [end or rng.choice(("\n", "\r\n", "\r")) for _ in range(len(above) + len(lines) + len(below))]
    if rng.random() < 0.2:
        ends[-1] = ""
    text = "".join(line + end for line, end in zip([*above, *lines, *below], ends, strict=True))
    truth = [name or "column 1" if header != "none" else f"x{at}" for at, name in enumerate(names, 1)]
    habits = {
        "encoding": encoding, "delimiter": delimiter, "decimal": decimal, "thousands": thousands, "style": style,
        "header": header, "tail": tail, "above": above, "below": below, "end": end,
        "kinds": [getattr(kind, "__qualname__", "").split(".")[0] for kind in kinds],
    }  # fmt: skip
    values = {name: [value for _, value in cells] for name, cells in zip(truth, columns, strict=True)}
    return Made(text.encode(encoding), values, habits)


def column(rng: random.Random, write: Writer, kind: Any, n: int, encoding: str) -> list[Cell]:
    """One column's cells, some of them missing."""
    cell = kind(rng, write)
    share, mark = rng.choice((0, 0, 0.1, 0.4)), rng.choice(MISSING + (WEAK if kind in NUMBERS else ()))
    cells = [(mark, None) if rng.random() < share else cell() for _ in range(n)]
    try:
        "".join(text for text, _ in cells).encode(encoding)
    except UnicodeEncodeError:
        return column(rng, write, measured, n, encoding)
    return cells if any(value is not None for _, value in cells) else column(rng, write, kind, n, encoding)


def joined(cells: list[tuple[str, bool]], delimiter: str, style: str) -> str:
    """One line; cells that need quotation marks have them, whatever the style."""
    written = []
    for text, is_number in cells:
        quote = "'" if style == "single" else '"'
        needed = any(sign in text for sign in (delimiter, quote, "\n"))
        if needed or style == "all" or (style not in ("minimal", "all") and not is_number and text):
            text = quote + text.replace(quote, "\\" + quote if style == "backslash" else quote * 2) + quote
        written.append(text)
    return delimiter.join(written)
