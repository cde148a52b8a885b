"""What `fcgui train FILE` takes for the target, for an identifier and for the header, with no option."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fcgui.test_cli import fcgui

__all__ = ["fcgui"]  # the fixture

ROWS = 60


def told(fcgui: Any, name: str, head: str, row: str) -> Any:
    """What inspect says of a file with a header and sixty rows; `row` holds {at}, {no} (0 or 1) and {real}."""
    lines = [row.format(at=at, no=(at * 7 // 3) % 2, real=f"{(at * 37 % 100) / 8 + 0.125:.3f}") for at in range(ROWS)]
    Path(name).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return fcgui("inspect", name, "--json").json


@pytest.mark.parametrize(
    ("name", "head", "row", "target"),
    [
        ("cars.csv", "model,price,mpg,tax", "m{no},{at}000.5,{real},{real}", "price"),
        ("insurers.csv", "Age,FraudFound_P,Deductible,Policy", "{real},{no},{real},p{no}", "FraudFound_P"),
        ("calls.csv", "Age,Default,Balance,Sold", "{real},{no},{real},{no}", "Sold"),
        ("launches.csv", "Site,Launchoutcome,Landing", "s{no},o{no},l{no}", "Launchoutcome"),
        ("late.csv", "Seriously,age,debt,loans", "{no},{real},{real},{at}", "Seriously"),
        ("prestige_1971.csv", "education,prestige,census,type", "{real},{real},{at}1.5,t{no}", "prestige"),
        ("lives.csv", "Kingdom,Family,Genus,Class,Longevity (yrs),Mass (g)", "k{no},f{no},g,c{no},{real},{real}",
         "Longevity (yrs)"),
        ("hearts.csv", "baseline value,movements,rhythm", "{real},{real},{no}", "rhythm"),
    ],
)  # fmt: skip
def test_the_target_is_the_one_that_the_names_and_places_tell(
    fcgui: Any, name: str, head: str, row: str, target: str
) -> None:
    assert told(fcgui, name, head, row)["target"] == target


def test_a_default_at_an_end_is_the_target(fcgui: Any) -> None:
    assert told(fcgui, "cards.csv", "default,age,income,spending", "{no},{real},{real},{real}")["target"] == "default"


def kinds(report: Any) -> dict[str, str]:
    return {column["name"]: column["kind"] for column in report["columns"]}


def test_rows_that_were_counted_twice_over_and_anew_are_no_input(fcgui: Any) -> None:
    lines = [f"{at + 1},{at + 1},{at % 7 + 0.5},{at % 5 + 0.25}" for at in range(ROWS)]
    Path("flats.csv").write_text("\n".join([",X,area,price", *lines]) + "\n")
    found = kinds(fcgui("inspect", "flats.csv", "--json").json)
    assert (found["column 1"], found["X"], found["area"]) == ("identifier", "identifier", "numeric")
    lines = [f"{at % 30},{at % 7 + 0.5},{at % 5 + 0.25}" for at in range(ROWS)]
    Path("pages.csv").write_text("\n".join([",area,price", *lines]) + "\n")
    assert kinds(fcgui("inspect", "pages.csv", "--json").json)["column 1"] == "identifier"


def test_persons_who_come_again_are_no_input(fcgui: Any) -> None:
    lines = [f"{at % 7 + 0.5},{at // 3 + 5000},{at % 5 + 0.25}" for at in range(300)]
    Path("visits.csv").write_text("\n".join(["dose,Patient_ID,price", *lines]) + "\n")
    assert kinds(fcgui("inspect", "visits.csv", "--json").json)["Patient_ID"] == "identifier"


def test_two_columns_without_a_name_of_pandas_stand_below_a_header(fcgui: Any) -> None:
    report = told(fcgui, "points.csv", "0,1,y", "{real},-{real},{no}")
    assert (list(kinds(report)), report["target"]) == (["0", "1", "y"], "y")
