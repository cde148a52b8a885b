"""Statistics of a column, by hand and against NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.column_summary import summarize
from tests.core.tables import table_of


def test_numbers_by_hand() -> None:
    summary = summarize(table_of(x=[1, 2, 2, None, 5]).column("x"))
    assert (summary.count, summary.missing, summary.distinct) == (4, 1, 3)
    assert (summary.minimum, summary.maximum, summary.mean, summary.deviation) == (1, 5, 2.5, 1.5)
    assert summary.quartiles == (1.75, 2, 2.75)
    assert summary.frequent == (("2", 2), ("1", 1), ("5", 1))
    assert summary.histogram == (1, 2, 0, 0, 1) and summary.edges == (0.5, 1.5, 2.5, 3.5, 4.5, 5.5)


def test_texts_have_counts_only() -> None:
    summary = summarize(table_of(x=["b", "a", "b", None]).column("x"))
    assert (summary.count, summary.missing, summary.distinct) == (3, 1, 2)
    assert summary.frequent == (("b", 2), ("a", 1)) and summary.mean is None and summary.histogram is None


def test_dates_are_days() -> None:
    summary = summarize(table_of(x=["1970-01-01", "1970-01-03"]).column("x"))
    assert (summary.minimum, summary.maximum, summary.mean) == (0, 2, 1) and sum(summary.histogram or ()) == 2


@pytest.mark.parametrize("cells", [[None, None], [3, 3], [1e300, -1e300], [1e308, 1e308 * 1.0000001], [5e-324, 0]])
def test_odd_numbers(cells: list[Any]) -> None:
    summary = summarize(table_of(x=cells).column("x"))
    assert summary.count + summary.missing == 2
    assert summary.histogram is None or sum(summary.histogram) == summary.count


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_as_numpy_says(numbers: list[float]) -> None:
    summary = summarize(table_of(x=numbers).column("x"))
    assert summary.mean == pytest.approx(np.mean(numbers)) and summary.deviation == pytest.approx(np.std(numbers))
    assert summary.quartiles == pytest.approx(np.quantile(numbers, (0.25, 0.5, 0.75)))
    assert summary.histogram is not None and summary.edges is not None
    assert sum(summary.histogram) == len(numbers) and len(summary.edges) == len(summary.histogram) + 1


def test_it_is_worked_out_once_a_kind() -> None:
    table = table_of(x=[1, 2, 2])
    assert summarize(table.column("x")) is summarize(table.column("x"))
    assert summarize(table.with_kinds({"x": "categorical"}).column("x")).mean is None
