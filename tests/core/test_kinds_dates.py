"""Which texts are dates, in which order their parts stand, and which numbers are none."""

from __future__ import annotations

import datetime

import pytest

from fcgui_core.dates import days_of, text_days, text_writing, writing_of
from tests.core.tables import table_of


def day(year: int, month: int, day_: int) -> int:
    return datetime.date(year, month, day_).toordinal() - datetime.date(1970, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("cells", "writing", "first"),
    [
        (["2024-01-31", "2023-02-01"], "ymd", day(2024, 1, 31)),
        (["2024/1/31"], "ymd", day(2024, 1, 31)),
        (["31.12.2024", "1.2.2023"], "dmy", day(2024, 12, 31)),
        (["1.2.2023"], "dmy", day(2023, 2, 1)),
        (["12/31/2024", "1/2/2023"], "mdy", day(2024, 12, 31)),
        (["1/2/2023", "31/12/2024"], "dmy", day(2023, 2, 1)),
        (["1/2/2023", "3/4/2023"], "mdy", day(2023, 1, 2)),
        (["1/2/69", "1/2/68"], "mdy", day(1969, 1, 2)),
        (["5 Jan 2020", "12 März 2021"], "ymd", day(2020, 1, 5)),
        (["Jan 5, 2020", "March 12, 2021"], "ymd", day(2020, 1, 5)),
        (["12 января 2020"], "ymd", day(2020, 1, 12)),
        (["05-Jan-20"], "ymd", day(2020, 1, 5)),
        (["January-2005"], "ymd", day(2005, 1, 1)),
        (["2020-02"], "ymd", day(2020, 2, 1)),
        (["1960Q2"], "ymd", day(1960, 4, 1)),
        (["20140916T000000"], "ymd", day(2014, 9, 16)),
    ],
)
def test_dates(cells: list[str], writing: str, first: int) -> None:
    assert text_writing(cells) == writing
    assert text_days(cells, writing)[0] == first


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("2024-01-31 12:00:00", 0.5),
        ("2024-01-31T06:00Z", 0.25),
        ("2024-01-31 06:00:00+02:00", 4 / 24),
        ("1/31/2024 6:00 PM", 0.75),
        ("1/31/2024 12:00 AM", 0.0),
        ("2024-01-31T00:00:43.200Z", 43.2 / 86400),
    ],
)
def test_times_of_the_day(cell: str, share: float) -> None:
    assert text_days([cell], text_writing([cell]) or "")[0] == pytest.approx(day(2024, 1, 31) + share)


@pytest.mark.parametrize(
    "cells",
    [["2024-13-01"], ["31.02.2024"], ["13/13/2024"], ["31.12.2024", "12/31/2024"], ["12"], ["10-20"], ["1-2-3"],
     ["192.168.1.1"], ["May"], ["2024-01-31 25:00"], ["2024-01-31", "soon"], ["1/2"]],
)  # fmt: skip
def test_no_dates(cells: list[str]) -> None:
    assert text_writing(cells) is None


@pytest.mark.parametrize(
    ("cells", "writing", "first"),
    [
        ([20240131, 20240201], "yyyymmdd", day(2024, 1, 31)),
        ([1999, 2001], "year", day(1999, 1, 1)),
        ([86400 * 20000.5], "seconds", 20000.5),
        ([86400e3 * 20000], "milliseconds", 20000.0),
        ([44197, 44198], "serial", day(2021, 1, 1)),
        ([1.5, 3], None, 0),
    ],
)
def test_numbers_as_dates(cells: list[float], writing: str | None, first: float) -> None:
    column = table_of(x=[*cells, None]).column("x")
    assert writing_of(column) == writing
    if writing is not None:
        days = days_of(column, writing)
        assert days[0] == first and str(days[-1]) == "nan"


def test_a_column_of_dates_has_its_holes() -> None:
    column = table_of(day=["1.2.2023", None, "13.2.2023", "1.2.2023"]).column("day")
    days = days_of(column, writing_of(column) or "")
    assert column.kind == "date" and days.tolist()[2] - days.tolist()[0] == 12 and days[0] == days[3]
    assert str(days[1]) == "nan"
