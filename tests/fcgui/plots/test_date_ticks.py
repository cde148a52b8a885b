"""Axes of dates: round dates, as few as fit."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui.plots.date_ticks import date_text, date_ticks


def day(text: str) -> float:
    moment = datetime.datetime.fromisoformat(text) - datetime.datetime(1970, 1, 1)
    return moment.total_seconds() / 86_400


@pytest.mark.parametrize(
    ("low", "high", "most", "texts"),
    [
        ("2021-01-20", "2023-06-15", 3, ["2022", "2023"]),
        ("2021-01-20", "2023-06-15", 5, ["2021-07", "2022-01", "2022-07", "2023-01"]),
        ("2021-01-20", "2021-04-15", 4, ["2021-02", "2021-03", "2021-04"]),
        (
            "2021-02-26",
            "2021-03-03",
            6,
            ["2021-02-26", "2021-02-27", "2021-02-28", "2021-03-01", "2021-03-02", "2021-03-03"],
        ),
        ("2021-02-26T05:30", "2021-02-26T08:30", 4, ["02-26 06:00", "02-26 07:00", "02-26 08:00"]),
        ("1884-05-01", "2026-01-01", 4, ["1900", "1950", "2000"]),
    ],
)
def test_dates_are_round_and_fit(low: str, high: str, most: int, texts: list[str]) -> None:
    days, labels = date_ticks(day(low), day(high), lambda text: most)
    assert labels == texts
    assert all(day(low) <= one <= day(high) for one in days)


@given(st.floats(-1e7, 1e7), st.floats(1e-6, 1e7), st.integers(1, 9))
def test_no_range_asks_for_more_than_fits(low: float, width: float, most: int) -> None:
    days, labels = date_ticks(low, low + width, lambda text: most)
    assert len(days) == len(labels) <= most
    assert days == sorted(days)


def test_days_far_away_are_numbers() -> None:
    assert date_text(1e9) == "1,000,000,000"
