"""Dates as people write them, and as days since 1970 (UTC where a zone is given).

A ``writing`` says how a whole column writes its dates. Text: "ymd", "dmy" or "mdy", the order of year, month and
day; months by name and quarters are clear in each of them. Numbers: "yyyymmdd", "seconds" and "milliseconds" since
1970, "year", "serial" (a spreadsheet's days since 1899-12-30).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column

Floats = NDArray[np.float64]

SAMPLE = 2_000  # different cells that are looked at to recognise a writing
SECONDS = 86_400.0  # a day
TWO_DIGITS_TURN = 69  # 69 is 1969 and 68 is 2068, as POSIX has it

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
)
_MORE_MONTHS = {"mär": 3, "mai": 5, "okt": 10, "dez": 12, "май": 5}
_MONTH_NUMBER = {name: at % 12 + 1 for at, name in enumerate(_MONTHS)} | _MORE_MONTHS
_NAME = rf"(?P<month>{'|'.join(_MONTH_NUMBER)})[^\W\d_]*\.?"
_CLOCK = (
    r"(?:(?:[T_,:\s]\s*|\s+-\s+)(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}(?:[.,]\d+)?))?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_BARE = tuple(
    re.compile(_WEEKDAY + date + _CLOCK, re.IGNORECASE)
    for date in (
        r"(?P<first>\d{4})(?P<mark>[-/.])(?P<second_part>\d{1,2})(?P=mark)(?P<third>\d{1,2})",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second_part>\d{1,2})(?P=mark)(?P<third>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[-/.\s]*{_NAME}[-/.,\s]*(?P<year>\d{{4}}|\d{{2}})",
        rf"{_NAME}[-/.\s]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[-/\s]+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[-/.\s]{_NAME}[-/.\s](?P<day>\d{{1,2}})",
    )
)
_SHORT = tuple(
    re.compile(date, re.IGNORECASE)
    for date in (
        r"(?P<year>\d{4})[-/](?P<number>0?[1-9]|1[0-2])",
        r"(?P<number>0?[1-9]|1[0-2])/(?P<year>\d{4})",
        rf"{_NAME}[-/,\s]+(?P<year>\d{{4}}|\d{{2}})",
        r"(?P<year>\d{4})[-/.\s]*Q(?P<quarter>[1-4])",
        r"(?P<year>\d{4})(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)"
        r"(?:[T ](?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?Z?)?",
    )
)
PATTERNS = (*_BARE, *_SHORT)
_ISO_LENGTHS = frozenset((10, 16, 19, 23, 26))
FEW_ODD, ODD_SHARE, MOST_ODD_SHARE = 3, 0.01, 0.05
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_SERIAL_EPOCH = datetime.date(1899, 12, 30).toordinal() - _EPOCH


def writing_of(column: Column) -> str | None:
    """Return how a column writes its dates (see this module), or None when its cells are no dates."""
    values = column.distinct[0]
    if not len(values):
        return None
    if column.is_number:
        return _number_writing(values)
    return text_writing(_spread(values).tolist())


def days_of(column: Column, writing: str) -> Floats:
    """Return (n,) the cells as days since 1970-01-01, NaN where a cell is missing or no date in this writing."""
    if column.is_number:
        return _number_days(column.values, writing)
    categories, codes = column.coding
    days = np.append(text_days(categories, writing), np.nan)
    return np.asarray(days[codes], dtype=np.float64)


def text_writing(cells: Sequence[str]) -> str | None:
    """Return the order of day, month and year that makes the cells dates: "ymd", "dmy" or "mdy"; else None.

    Few cells may be something else, such as a "Total" below: they count as missing.
    """
    firsts, seconds, mark = 0, 0, ""
    matched = None
    most_odd = few_odd(len(cells))
    odd = 0
    for cell in cells:
        found = _match(cell, matched)
        if found is None:
            odd += 1
            if odd > most_odd:
                return None
            continue
        matched = found
        parts = matched.groupdict()
        if len(parts.get("first") or "") in (1, 2):
            firsts, seconds = max(firsts, int(parts["first"])), max(seconds, int(parts["second_part"]))
            mark = parts["mark"]
    if not mark:
        writing = "ymd"
    elif firsts > 12 or seconds > 12:
        writing = "mdy" if firsts <= 12 else "dmy"
    else:
        writing = "mdy" if mark == "/" else "dmy"
    return None if np.count_nonzero(np.isnan(text_days(cells, writing))) > most_odd else writing


def few_odd(n: int) -> int:
    """How many of ``n`` cells may be no dates in a column of dates."""
    return max(int(ODD_SHARE * n), min(FEW_ODD, int(MOST_ODD_SHARE * n)))


def text_days(cells: Sequence[str], writing: str) -> Floats:
    """Return (n,) texts as days since 1970-01-01; NaN where a text is no date."""
    iso = _iso_days(cells)
    if iso is not None:
        return iso
    days, matched = np.full(len(cells), np.nan), None
    for at, cell in enumerate(cells):
        matched = _match(cell, matched)
        if matched is not None:
            days[at] = _days(matched.groupdict(), writing)
    return days


def _match(cell: str, last: re.Match[str] | None) -> re.Match[str] | None:
    """Match a cell, first by the pattern that fitted the one before."""
    again = last.re.fullmatch(cell) if last is not None else None
    if again is not None:
        return again
    return next((found for pattern in PATTERNS if (found := pattern.fullmatch(cell))), None)


def _iso_days(cells: Sequence[str]) -> Floats | None:
    """Return ISO dates as days, all at once; None when any cell is written otherwise."""
    if not len(cells) or len(set(map(len, cells))) != 1 or len(cells[0]) not in _ISO_LENGTHS:
        return None
    joined = "".join(cells)
    if joined.count("-") != 2 * len(cells) or not joined.isascii() or "+" in joined or "Z" in joined:
        return None
    try:
        times = np.array(cells, dtype="datetime64[us]")
    except ValueError:
        return None
    return times.astype(np.int64) / (1e6 * SECONDS)


def _days(parts: dict[str, str | None], writing: str) -> float:
    """Return days since 1970 of a date's parts; NaN for a day that the calendar does not have."""
    first, second, third = (parts.get(name) or "" for name in ("first", "second_part", "third"))
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif first:
        year = _full_year(third)
        month, day = (int(first), int(second)) if writing == "mdy" else (int(second), int(first))
    else:
        year, month, day = _full_year(parts["year"] or ""), _month(parts), int(parts.get("day") or 1)
    try:
        return datetime.date(year, month, day).toordinal() - _EPOCH + _clock(parts)
    except ValueError:
        return float("nan")


def _month(parts: dict[str, str | None]) -> int:
    if parts.get("month"):
        return _MONTH_NUMBER[str(parts["month"]).lower()]
    return 3 * int(parts["quarter"] or 1) - 2 if parts.get("quarter") else int(parts.get("number") or 1)


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= TWO_DIGITS_TURN else 2000)


def _clock(parts: dict[str, str | None]) -> float:
    """Return the time of day as a share of a day, less the zone's offset."""
    if not parts.get("hour"):
        return 0.0
    hour, minute = int(parts["hour"] or 0), int(parts.get("minute") or 0)
    second = float((parts.get("second") or "0").replace(",", "."))
    if hour > 24 or minute > 59 or second >= 61:
        raise ValueError
    if parts.get("half"):
        hour = hour % 12 + (12 if str(parts["half"]).lower().startswith("p") else 0)
    digits = re.sub(r"[^\d+-]", "", parts.get("zone") or "")
    offset = 0.0 if not digits else int(digits[:3]) * 3600 + int(digits[0] + (digits[3:] or "0")) * 60
    return (hour * 3600 + minute * 60 + second - offset) / SECONDS


def _number_writing(values: NDArray[Any]) -> str | None:
    low, high = float(values[0]), float(values[-1])
    if bool(np.all(np.mod(values, 1) == 0)):
        if low >= 1000 and high <= 3000:
            return "year"
        if low >= 1800_01_01 and high <= 2200_12_31:
            sample = _spread(values)
            return None if np.isnan(_number_days(sample, "yyyymmdd")).any() else "yyyymmdd"
    ranges = {"serial": (1e3, 1e5), "seconds": (1e8, 1e10), "milliseconds": (1e11, 1e13)}
    return next((name for name, (least, most) in ranges.items() if least <= low and high <= most), None)


def _number_days(values: NDArray[Any], writing: str) -> Floats:
    numbers = np.asarray(values, dtype=np.float64)
    if writing == "serial":
        return numbers + _SERIAL_EPOCH
    if writing in ("seconds", "milliseconds"):
        return numbers / (SECONDS if writing == "seconds" else 1000 * SECONDS)
    known, inverse = np.unique(numbers, return_inverse=True)
    shown = [("" if np.isnan(one) else f"{int(one):d}") for one in known]
    texts = [f"{text}-01-01" if writing == "year" else f"{text[:4]}-{text[4:6]}-{text[6:]}" for text in shown]
    days = [_days(found.groupdict(), "ymd") if (found := _BARE[0].fullmatch(text)) else np.nan for text in texts]
    return np.array(days, dtype=np.float64)[inverse]


def _spread(values: NDArray[Any]) -> NDArray[Any]:
    """At most `SAMPLE` of the different values, evenly over all of them."""
    return values if len(values) <= SAMPLE else values[np.linspace(0, len(values) - 1, SAMPLE).astype(np.int64)]
