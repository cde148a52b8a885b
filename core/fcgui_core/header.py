"""The rows that hold a table's names: whether there is one, whether there are more, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fcgui_core.cells import DATE, LACKING, is_number
from fcgui_core.quoting import Row
from fcgui_core.signs import is_amount

MAX_HEADER_ROWS = 4
SAMPLE_ROWS, SAMPLE_CELLS, SAMPLE_COLUMNS = 200, 20_000, 2_000
FEW_CELLS = 0.1  # of the rows: a column without a name with no more cells is a remark here and there
_YEAR = re.compile(r"(19|20)\d\d")
_RULE = re.compile(r":?[-=+]{2,}:?")
_UNIT = re.compile(r"[(\[].*[)\]]|[%°µΩ$€£]?[a-zA-Zµ°Ω%²³/^*·.0-9 -]{0,9}")


def has_header(rows: Sequence[Row], decimal: str) -> bool:
    """Whether the first row holds names: texts above numbers, or texts that do not come again below."""
    first, below = rows[0].cells[:SAMPLE_COLUMNS], _below(rows)
    numbers = [cell for at, cell in enumerate(first) if _is_value(cell, below, at, decimal)]
    if not below:
        return not numbers and not any(DATE.fullmatch(cell) for cell in first)
    if numbers:
        return (
            _years_above(first, below, decimal)
            or _year_among_words(first, below, decimal)
            or _counted_above(first, numbers, below, decimal)
            or _words_above(first, below, decimal)
        )
    if any(DATE.fullmatch(cell) and not _stand_in(below, at, decimal) for at, cell in enumerate(first)):
        return False
    if len(rows) > 3 and stands_above_numbers(rows[1:], decimal) and len(below[0]) == len(rows[0].cells):
        return True  # the second row is a header's: the first one then names groups, or is what it goes on with
    offset = max(0, len(below[0]) - len(rows[0].cells))  # R leaves out the name of the first column
    votes = value_columns = text_columns = 0
    for at, name in enumerate(first):
        filled = _filled(below, at + offset)
        if _are_values(filled, decimal):
            value_columns += at > 0 or bool(name)  # numbers of rows have no name, as R and pandas write them
            votes += name not in LACKING
        elif name and name in filled:
            text_columns -= 1
        else:
            text_columns += 1
    if value_columns or any(name and name in LACKING for name in first):
        return votes > 0
    return (text_columns > 0 and len(set(first)) == len(first)) or _names_before_gaps(first, below)


def _names_before_gaps(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a first row like "v1,v2,,," is a header: names that are new, then columns that are all but empty."""
    names = [name for name in first if name]
    gaps = range(len(names), len(first))
    return (
        len(names) >= 2
        and len(gaps) >= 2
        and names == list(first[: len(names)])
        and len(set(names)) == len(names)
        and not any(name in _filled(below, at) for at, name in enumerate(names))
        and any(len(set(_filled(below, at))) <= FEW_CELLS * len(below) for at in range(len(names)))
        and all(len(_filled(below, at)) <= FEW_CELLS * len(below) for at in gaps)
    )


def stands_above_numbers(rows: Sequence[Row], decimal: str) -> bool:
    """Whether every column of numbers or dates has a text in the first row, and there is such a column."""
    first, below = rows[0].cells, _below(rows)
    found = False
    for at, name in enumerate(first):
        filled = _filled(below, at)
        if _are_values(filled, decimal):
            if _is_value(name, below, at, decimal) or DATE.fullmatch(name):
                return False
            found = found or name not in LACKING
    return found


def header_rows(rows: Sequence[Row], decimal: str) -> int:
    """Return how many rows the header takes, when the first one is known to be part of it."""
    count = 1
    while count < min(MAX_HEADER_ROWS, len(rows) - 1) and _goes_on(rows, count, decimal):
        count += 1
    return count


def _goes_on(rows: Sequence[Row], count: int, decimal: str) -> bool:
    """Whether row ``count`` belongs to the header: it says the first again, or is words above columns of numbers."""
    row = rows[count]
    if row.cells == rows[0].cells or is_rule(row):
        return True
    if len(row.cells) != len(rows[0].cells) or len(rows) < count + 3 or not any(row.cells):
        return False
    numeric = words = 0
    below = _below(rows[count:])
    for at, cell in enumerate(row.cells):
        filled = _filled(below, at)
        if _is_value(cell, below, at, decimal) or DATE.fullmatch(cell) or (cell and cell in filled):
            return False
        if _are_values(filled, decimal):
            numeric += 1
            words += cell not in LACKING
    return words >= 2 and words >= 0.5 * numeric


def is_rule(row: Row) -> bool:
    """Whether a row is a line drawn below the names, as in Markdown and by databases: |---|:--:| or ---+----."""
    return any(len(cell) > 1 for cell in row.cells) and all(_RULE.fullmatch(cell) for cell in row.cells if cell)


def join_names(rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    """Return the names that the header's rows give together, and notes on what became of rows below the first.

    A row that repeats the first is left out; so are units and explanations below names that differ. Where the
    first row has gaps or repeats itself it names groups: each group's name stands before the names below it.
    """
    names, notes = list(rows[0].cells), []
    for row in rows[1:]:
        if row.cells == rows[0].cells:
            notes.append(f"line {row.line} repeats the names of the columns; it is left out.")
        elif is_rule(row):
            notes.append(f"line {row.line} is a drawn line; it is left out.")
        elif all(names) and len(set(names)) == len(names):
            what = "units" if all(_UNIT.fullmatch(cell) for cell in row.cells) else "words on the columns"
            notes.append(f"line {row.line} holds {what}, no values; it is left out.")
        else:
            names = _grouped(names, row.cells)
            notes.append(f"the names are taken from lines {rows[0].line} to {row.line} together.")
    return names, notes


def _grouped(groups: Sequence[str], names: Sequence[str]) -> list[str]:
    joined, group = [], ""
    for written, name in zip(groups, names, strict=True):
        group = written or (group if name else "")
        joined.append(f"{group} {name}".strip() if name != group else name)
    return joined


def _below(rows: Sequence[Row]) -> list[list[str]]:
    """The cells of some rows below the first, few enough to be looked at one by one."""
    most = max(5, SAMPLE_CELLS // max(1, len(rows[0].cells)))
    return [row.cells for row in rows[1 : 1 + min(SAMPLE_ROWS, most)]]


def _are_values(filled: Sequence[str], decimal: str) -> bool:
    """Whether these cells are numbers, or all of them dates."""
    numbers = sum(is_number(cell, decimal) or is_amount(cell, decimal) for cell in filled)
    return bool(filled) and (
        numbers >= 0.8 * len(filled) or (not numbers and all(DATE.fullmatch(cell) for cell in filled))
    )


def _years_above(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether a first row like "country;2019;2020" is a header: years that rise, above other numbers."""
    years = [cell for cell in first if _YEAR.fullmatch(cell)]
    texts = [cell for cell in first if cell and not is_number(cell, decimal)]
    if len(years) < 2 or len(years) + len(texts) < sum(map(bool, first)) or years != sorted(set(years)) or not texts:
        return False
    numbers = [cell for cells in below for cell in cells if is_number(cell, decimal)]
    return sum(bool(_YEAR.fullmatch(cell)) for cell in numbers) < 0.5 * max(1, len(numbers))


def _words_above(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether a first row like ",date,price,4046,4225" is a header: words stand above two columns of values."""
    names = [name for name in first if name]
    words = numbers = 0
    for at, name in enumerate(first):
        if _are_values(_filled(below, at), decimal):
            if _is_value(name, below, at, decimal) or DATE.fullmatch(name) or (name in LACKING and name):
                numbers += 1
            else:
                words += bool(name)
    return words >= max(2, 0.5 * numbers) and len(set(names)) == len(names)


def _stand_in(below: Sequence[Sequence[str]], at: int, decimal: str) -> bool:
    """Whether numbers stand in a column; a date above them is its name."""
    filled = _filled(below, at)
    return bool(filled) and sum(is_number(cell, decimal) for cell in filled) >= 0.8 * len(filled)


def _filled(below: Sequence[Sequence[str]], at: int) -> list[str]:
    return [cells[at] for cells in below if at < len(cells) and cells[at] not in LACKING]


def _is_value(cell: str, below: Sequence[Sequence[str]], at: int, decimal: str) -> bool:
    """Whether a cell of the first row is a number, or an amount as those below it ("5%" above others is a name)."""
    if is_number(cell, decimal):
        return True
    return is_amount(cell, decimal) and any(is_amount(other, decimal) for other in _filled(below, at))


def _year_among_words(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether a first row like "country,notes,2015,since" is a header: a year, and a word above other numbers.

    Without such a word the numbers below the year must not look like years, and the texts must come again.
    """
    values = {at for at in range(len(first)) if _are_values(_filled(below, at), decimal)}
    years = [at for at, cell in enumerate(first) if _is_value(cell, below, at, decimal)]
    named = any(first[at] not in LACKING for at in values.difference(years))
    if not named:
        texts = [_filled(below, at) for at in range(len(first)) if at not in values and first[at]]
        unlike = not any(cell.isdigit() and len(cell) == 4 for at in years for cell in _filled(below, at))
        named = unlike and any(len(set(cells)) <= 0.5 * len(cells) for cells in texts)
    return (
        named
        and all(_YEAR.fullmatch(first[at]) and first[at] not in _filled(below, at) for at in years)
        and _are_new(first, below, decimal)
    )


def _are_new(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether the words of the first row differ and do not come again below."""
    words = [(at, cell) for at, cell in enumerate(first) if not is_number(cell, decimal)]
    return len({cell for _, cell in words}) == len(words) and not any(cell in _filled(below, at) for at, cell in words)


def _counted_above(first: Sequence[str], numbers: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether a first row like "label,0,1,2,3" is a header: names that count, above rows that do not.

    Where all names count, from 0 or 1, most columns have to hold numbers with a decimal mark.
    """
    if list(numbers) == ["0", "1"]:  # pandas wrote two columns without names, and one with
        return _are_words_above(first, below, decimal)
    if len(numbers) < 3 or not _counts_up(numbers):
        return False
    if is_number(first[0], decimal):
        broken = sum(any(decimal in cell for cell in _filled(below, at)) for at in range(len(first)))
        if len(numbers) < 4 or int(numbers[0]) > 1 or broken <= 0.5 * len(first) or not _are_new(first, below, decimal):
            return False
    return not any(_counts_up([cell for cell in cells if is_number(cell, decimal)]) for cells in below[:10])


def _are_words_above(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether every cell that is no number stands above numbers, and those under a number have a decimal mark."""
    for at, cell in enumerate(first):
        filled = _filled(below, at)
        broken = sum(decimal in other for other in filled) > 0.5 * len(filled)
        if not _are_values(filled, decimal) or (is_number(cell, decimal) and not broken) or cell in LACKING:
            return False
    return len(first) > 2


def _counts_up(numbers: Sequence[str]) -> bool:
    if len(numbers) < 3 or not all(number.isdigit() and len(number) < 9 for number in numbers):
        return False
    first = int(numbers[0])
    return all(int(number) == first + at for at, number in enumerate(numbers))
