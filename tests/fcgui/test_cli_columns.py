"""What the user says about columns on the command line: their kinds, and the order of their categories."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fcgui.test_cli import fcgui

__all__ = ["fcgui"]  # the fixture

SIZES = ("small", "medium", "large")


@pytest.fixture
def shop(fcgui: Any) -> Any:
    """The command line in a folder with `t.csv`: a price by size and area code."""
    lines = [f"{at % 5 + 10},{SIZES[at % 3]},{at % 3 * 10 + at % 5}" for at in range(60)]
    Path("t.csv").write_text("\n".join(["area,size,price", *lines]) + "\n")
    return fcgui


def train(fcgui: Any, *words: str) -> Any:
    return fcgui("train", "t.csv", "--hidden", "4", "--epochs", "2", "--json", *words).json


def test_a_number_that_is_a_category_and_categories_in_an_order(shop: Any) -> None:
    assert train(shop)["features"] == ["area", "size=large", "size=medium", "size=small"]
    told = train(shop, "--kind", "area=category", "--order", "size=small,medium,large", "--out", "w.npz")
    assert told["features"] == ["area=10", "area=11", "area=12", "area=13", "area=14", "size"]
    answer = shop("predict", "w.npz", "t.csv")
    assert answer.code == 0 and len(answer.out.splitlines()) == 61


def test_an_identifier_that_the_names_do_not_tell(shop: Any) -> None:
    told = train(shop, "--kind", "1=identifier", "--target", "price")
    assert told["features"] == ["size=large", "size=medium", "size=small"] and "area" in told["ignored"]
    columns = shop("inspect", "t.csv", "--kind", "area=identifier", "--json").json["columns"]
    assert (columns[0]["kind"], columns[0]["role"]) == ("identifier", "ignored")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--kind", "size=number"), 1, 'column 2: "size" holds text such as'),
        (("--kind", "colour=category"), 1, 'there is no column "colour"'),
        (("--kind", "size=colour"), 2, "the kinds are number, category, identifier, date, text"),
        (("--kind", "size"), 2, "not COLUMN=KIND"),
        (("--order", "size=small,medium"), 1, 'column 2: the order of "size" lacks the category "large"'),
        (("--order", "size=small,medium,large,small"), 1, "names a category twice"),
        (("--order", "size="), 2, "not COLUMN=LOW,...,HIGH"),
    ],
)
def test_what_cannot_be_is_told(shop: Any, words: tuple[str, ...], code: int, said: str) -> None:
    result = shop("train", "t.csv", *words)
    assert (result.code, result.out) == (code, "") and "Traceback" not in result.err
    assert said in result.err.splitlines()[-1] and len(result.err.splitlines()) == code  # 2: the usage stands above


def totals(lines: int = 60) -> None:
    rows = [
        f"{('02140', '02139', '10001')[at % 3]},{at % 28 + 1:02}.05.2023,{at},{at * 3 + at % 3}" for at in range(lines)
    ]
    Path("t.csv").write_text("\n".join(["zip,when,size,price", *rows, f"Total,Total,{lines * 30},99999999"]) + "\n")


def test_a_row_of_totals_is_told_and_leaves_dates_dates(fcgui: Any) -> None:
    totals()
    told = fcgui("inspect", "t.csv", "--target", "price")
    assert 'line 62 looks like a row of totals ("zip" says "Total")' in told.out
    column = next(line for line in told.out.splitlines() if line.strip().startswith("when"))
    assert "date" in column and '"Total" counts as missing' in column


def test_a_code_with_a_leading_zero_is_known_in_a_file_of_one_row(shop: Any) -> None:
    totals()
    shop("train", "t.csv", "--target", "price", "--hidden", "3", "--epochs", "2", "--out", "w.npz")
    Path("one.csv").write_text("zip,when,size\n02140,03.05.2023,7\n")
    Path("two.csv").write_text("zip,when,size\n02140,03.05.2023,7\n02139,03.05.2023,7\n10001,03.05.2023,7\n")
    one, two = shop("predict", "w.npz", "one.csv"), shop("predict", "w.npz", "two.csv")
    assert one.err == "" and one.out.splitlines()[1] == two.out.splitlines()[1]
