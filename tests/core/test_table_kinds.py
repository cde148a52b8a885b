"""Columns that the user takes for something else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from fcgui_core.errors import TableError
from tests.core.tables import table_of

NUMBERS = [1.5, 2.0, None, 4.0]
TEXTS = ["1", "2,5", "x", None, "4"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (NUMBERS, "categorical"), (NUMBERS, "identifier"), (NUMBERS, "text"), (["a", "b", "a"], "identifier"),
        (["a", "b", "a"], "text"), (["2024-01-01", "2024-02-01"], "categorical"), ([2001, 2002, 2003], "date"),
        (["1.2.2023", "x"], "text"), ([3, 3, 3], "numeric"), ([3, 3, None], "constant"),
    ],
)  # fmt: skip
def test_cells_stay_where_only_the_meaning_changes(cells: list[Any], kind: Any) -> None:
    table = table_of(x=cells, y=cells)
    other = table.with_kinds({"x": kind}).column("x")
    assert other.kind == kind and other.values is table.column("x").values
    assert other.reason in ("chosen by you", table.column("x").reason)
    assert table.with_kinds({"x": kind}).column("y") is table.column("y")


def test_texts_become_numbers_and_the_odd_ones_count_as_missing() -> None:
    table = table_of(x=["1", "2.5", "x", None, "4", "1,000"])
    column = table.with_kinds({"x": "numeric"}).column("x")
    np.testing.assert_array_equal(column.values, [1, 2.5, np.nan, np.nan, 4, 1000])
    assert column.missing == 2 and "1 of its cells" in column.reason


@pytest.mark.parametrize(
    ("cells", "kind", "message"),
    [
        (["a", "b", "1"], "numeric", 'holds text such as "a"'),
        (["a", "b"], "date", 'such as "a", are not all dates'),
        (["1.2.2023", "13/14/2023"], "date", "not all dates"),
        ([1.5, 2.5], "date", "not all dates"),
        ([], "date", '"x" has no cells'),
        ([None, None], "date", '"x" has no cells'),
        ([1, 2], "constant", "2 different values"),
        ([1, 2], "nonsense", 'there is no kind "nonsense"'),
    ],
)
def test_what_cannot_be(cells: list[Any], kind: Any, message: str) -> None:
    with pytest.raises(TableError, match=message):
        table_of(x=cells).with_kinds({"x": kind})


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(TableError, match='no column "price"; near it is prices'):
        table_of(prices=[1, 2], z=[1, 2]).with_kinds({"price": "text"})
    with pytest.raises(TableError, match='no column "q"; the columns are prices, z'):
        table_of(prices=[1, 2], z=[1, 2]).with_kinds({"q": "text"})


def test_there_and_back_is_as_before() -> None:
    table = table_of(x=NUMBERS)
    back = table.with_kinds({"x": "categorical"}).with_kinds({"x": "numeric"}).column("x")
    assert back.kind == "numeric" and back.is_number and back.values is table.column("x").values
