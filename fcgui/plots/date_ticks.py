"""Ticks of an axis of dates: at the beginnings of years, months, days or hours, written as far as they differ."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from fcgui.i18n.numbers import grouped

FAR = 2_900_000  # days from 1970: about the years that are written with four digits
# unit of NumPy's calendar, how many of it lie between two ticks, how many of its signs are written
STEPS = (
    *(("h", hours, "m") for hours in (1, 2, 3, 6, 12)),
    *(("D", days, "D") for days in (1, 2, 7)),
    *(("M", months, "M") for months in (1, 2, 3, 6)),
    *(("Y", years, "Y") for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)
DAYS = {"h": 1 / 24, "D": 1.0, "M": 30.4, "Y": 365.2425}
DAY_SECONDS = 86_400


def date_text(day: float, unit: str = "D") -> str:
    """A day since 1970-01-01 as "2026", "2026-05", "2026-05-31" or "05-31 14:00" (units Y, M, D, m)."""
    if not abs(day) < FAR:
        return grouped(day)
    moment = np.datetime64(round(day * DAY_SECONDS), "s")
    return (
        str(moment.astype("datetime64[m]"))[5:].replace("T", " ") if unit == "m" else str(moment.astype(f"M8[{unit}]"))
    )


def date_ticks(low: float, high: float, most: Callable[[str], int]) -> tuple[list[float], list[str]]:
    """Round dates between the days ``low`` and ``high`` since 1970, and how they are written.

    There are at most as many as ``most`` tells for labels of the length of a text.
    """
    if not (-FAR < low < high < FAR):
        return [], []
    for unit, step, written in STEPS:
        room = most(date_text(low, written))
        if (high - low) / (DAYS[unit] * step) <= room + 1:
            days = _beginnings(low, high, unit, step)
            if len(days) <= room:
                return days, [date_text(day, written) for day in days]
    return [], []


def _beginnings(low: float, high: float, unit: str, step: int) -> list[float]:
    first, last = (
        int(np.datetime64(round(day * DAY_SECONDS), "s").astype(f"M8[{unit}]").astype(int)) for day in (low, high)
    )
    offset = 1970 if unit == "Y" else 0  # decades begin with 1980, not with 1975
    numbers = [number for number in range(first, last + 1) if (number + offset) % step == 0]
    moments = np.array(numbers, dtype=np.int64).astype(f"M8[{unit}]").astype("M8[s]").astype(np.int64) / DAY_SECONDS
    return [day for day in moments.tolist() if low <= day <= high]


def _moment(day: float) -> np.datetime64:
    return np.datetime64(round(day * DAY_SECONDS), "s")
