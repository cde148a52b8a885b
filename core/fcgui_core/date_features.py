"""A column of dates as numbers that a network can use: a line for the trend, circles for what comes again.

A date t, in days, becomes t - m, the days since the training part's median date m; where the training dates tell
anything about it, also sin(2 pi t / p) and cos(2 pi t / p) for the period p of a year and of a day. On such a circle
December is near January and 23:00 near 1:00.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.cells import is_number
from fcgui_core.column import Column
from fcgui_core.dates import days_of, text_days

Floats = NDArray[np.float64]

PERIODS: Mapping[str, float] = MappingProxyType({"year": 365.2425, "day": 1.0})  # in days
LEAST_PERIODS = 1.5  # dates of a shorter span say nothing that the days do not say
LEAST_VARIANCE = 1e-3  # of the phase, 1 - |mean e^(i phase)|: yearly dates lie half a day apart on their circle

TEXT_WRITINGS = ("ymd", "dmy", "mdy")
NUMBER_WRITINGS = ("yyyymmdd", "seconds", "milliseconds", "year", "serial")


@dataclass(frozen=True)
class Dates:
    """How a column's dates become features: its writing, the median date in days since 1970, names of `PERIODS`."""

    writing: str
    middle: float
    cycles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.writing not in (*TEXT_WRITINGS, *NUMBER_WRITINGS) or not math.isfinite(self.middle):
            raise ValueError(self.writing)
        if len(set(self.cycles)) != len(self.cycles) or not set(self.cycles) <= set(PERIODS):
            raise ValueError(self.cycles)

    @property
    def width(self) -> int:
        """How many features there are."""
        return 1 + 2 * len(self.cycles)

    def feature_names(self, name: str) -> tuple[str, ...]:
        """The features of a column called ``name``: "when (days)", "when (time of year, sin)", ..."""
        waves = (f"{name} (time of {cycle}, {wave})" for cycle in self.cycles for wave in ("sin", "cos"))
        return (f"{name} (days)", *waves)

    def read(self, column: Column) -> Floats:
        """Return (n,) days since the middle, NaN where a cell is missing or no date in this writing."""
        return _days(column, self.writing) - self.middle

    def spread(self, days: Floats, out: Floats) -> None:
        """Write the features of days since the middle (n,) into ``out`` (n, width)."""
        out[:, 0] = days
        for wave in range(self.width - 1):
            out[:, 1 + wave] = self.wave(wave, days)

    def wave(self, at: int, days: Floats) -> Floats:
        """Return (n,) the sine or cosine of a circle, number ``at`` behind the days, of days since the middle (n,)."""
        phase = 2.0 * np.pi * ((days + self.middle) / PERIODS[self.cycles[at // 2]])
        with np.errstate(invalid="ignore"):  # an endless number is told as too large by whoever scales it
            return np.asarray((np.sin, np.cos)[at % 2](phase))

    def to_dict(self) -> dict[str, Any]:
        """Return plain texts and numbers that `from_dict` turns back into this."""
        return {"writing": self.writing, "middle": self.middle, "cycles": list(self.cycles)}

    @classmethod
    def from_dict(cls, data: Any) -> Dates:
        """Return what `to_dict` wrote; `KeyError`, `TypeError` or `ValueError` for anything else."""
        writing, middle, cycles = data["writing"], data["middle"], data["cycles"]
        if type(middle) not in (int, float) or not isinstance(cycles, list):
            raise TypeError
        return cls(writing, float(middle), tuple(cycles))


def fit_dates(column: Column, writing: str, rows: NDArray[np.int64]) -> Dates:
    """Fit on ``rows`` of a column of dates: the median date, and the periods that these dates tell apart."""
    days = days_of(column, writing)[rows]
    known = days[~np.isnan(days)]
    if not len(known):
        return Dates(writing, 0.0)
    cycles = tuple(name for name, period in PERIODS.items() if _comes_again(known, period))
    return Dates(writing, float(np.median(known)), cycles)


def _comes_again(days: Floats, period: float) -> bool:
    if np.ptp(days) < LEAST_PERIODS * period:
        return False
    phases = np.exp(2j * np.pi * np.mod(days / period, 1.0))
    return bool(1.0 - np.abs(phases.mean()) > LEAST_VARIANCE)


def _days(column: Column, writing: str) -> Floats:
    """`days_of`, also where the reader of another file took texts for numbers, or numbers with an odd cell for text."""
    numbers = writing in NUMBER_WRITINGS
    if column.is_number == numbers:
        return days_of(column, writing)
    categories, codes = column.coding
    if not numbers:
        return np.append(text_days(categories, writing), np.nan)[codes]
    read = np.array([*(float(text) if is_number(text) else np.nan for text in categories), np.nan])
    return days_of(Column(column.name, "date", read[codes]), writing)
