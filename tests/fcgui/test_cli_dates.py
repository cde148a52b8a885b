"""Dates, holes and categories in an order from a file to predictions on the command line."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui.tables import open_table
from fcgui_core.network import Network
from fcgui_core.preparation import prepare
from fcgui_core.roles import guess_roles
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings
from fcgui_core.weights_file import Model, load_weights, save_weights
from tests.fcgui.test_cli import assert_told, fcgui
from tests.fcgui.test_cli_predict import answers

__all__ = ["fcgui"]  # the fixture

DAYS = [date(2021, 1, 4) + timedelta(days=9 * at) for at in range(120)]
SIZES = ("small", "medium", "large")
WARMTH = [f"{12 - 10 * np.cos(2 * np.pi * day.timetuple().tm_yday / 365.25):.2f}" for day in DAYS]


@pytest.fixture
def weather(fcgui: Any) -> Any:
    """The command line in a folder with `t.csv`: warmth by the season, with holes and sizes."""
    lines = [
        f"{day:%d.%m.%Y};{'' if at % 9 == 0 else at % 7};{SIZES[at % 3]};{warm}"
        for at, (day, warm) in enumerate(zip(DAYS, WARMTH, strict=True))
    ]
    Path("t.csv").write_text("\n".join(["when;wind;size;warmth", *lines]) + "\n")
    return fcgui


def test_inspect_tells_that_a_date_is_an_input(weather: Any) -> None:
    told = {column["name"]: column for column in weather("inspect", "t.csv", "--json").json["columns"]}
    assert (told["when"]["role"], told["when"]["kind"]) == ("input", "date")
    line = next(line for line in weather("inspect", "t.csv").out.splitlines() if line.strip().startswith("when"))
    assert "input" in line and "dates such as 04.01.2021" in line


def test_only_a_date_and_a_target(weather: Any) -> None:
    fcgui = weather
    report = fcgui(
        "train", "t.csv", "--target", "warmth", "--ignore", "wind,size", "--hidden", "8", "--epochs", "200", "--json",
        "--out", "w.npz",
    ).json  # fmt: skip
    assert report["features"] == ["when (days)", "when (time of year, sin)", "when (time of year, cos)"]
    assert report["test"]["r2"] > 0.9
    Path("new.csv").write_text("when\n15.01.2023\n17.07.2023\n")
    winter, summer = (float(row["predicted warmth"]) for row in answers(fcgui("predict", "w.npz", "new.csv").out))
    assert winter < 8 < 16 < summer


def test_new_rows_with_odd_dates_and_holes(weather: Any) -> None:
    fcgui = weather
    features = fcgui("train", "t.csv", "--epochs", "3", "--hidden", "4", "--json", "--out", "w.npz").json["features"]
    assert {"wind", "wind is missing", "when (days)", "size=large"} <= set(features)
    Path("new.csv").write_text("when;wind;size\n15.01.2023;3,5;huge\nsoon;;small\n31.02.2023;1,0;small\n;2,0;large\n")
    result = fcgui("predict", "w.npz", "new.csv")
    rows = answers(result.out)
    assert result.code == 0 and len(rows) == 4 and all(row["predicted warmth"] for row in rows)
    assert '"when" should hold dates: "soon" in line 3, "31.02.2023" in line 4 counted as missing.' in result.err
    Path("new.csv").write_text("when;wind;size\nsoon;3;small\nlater;4;small\n")
    assert_told(fcgui("predict", "w.npz", "new.csv"), 1, 'line 2, column 1: "when" should hold dates, but holds "soon"')


def test_without_a_header_dates_are_found_by_their_place(weather: Any) -> None:
    fcgui = weather
    fcgui("train", "t.csv", "--epochs", "3", "--hidden", "4", "--out", "w.npz")
    Path("new.csv").write_text("15.01.2023;3;small\n16.01.2023;4;large\n")
    assert len(answers(fcgui("predict", "w.npz", "new.csv", "--no-header").out)) == 2
    Path("new.csv").write_text("never;3;small\nno day;4;large\n")
    assert_told(fcgui("predict", "w.npz", "new.csv", "--no-header"), 1, "the network was trained on 3 columns")


def test_categories_in_an_order_are_kept_in_the_weights(weather: Any) -> None:
    table = open_table(Path("t.csv")).with_order("size", SIZES)
    data = prepare(table, guess_roles(table, "warmth"))
    spec = NetworkSpec(data.n_features, (LayerSpec(1, "identity"),))
    save_weights("w.npz", Model(spec, Network(spec).parameters, data.preparation, TrainingSettings(loss="mse")))
    made = load_weights("w.npz").preparation
    assert "size" in made.feature_names and made.to_dict() == data.preparation.to_dict()
    Path("new.csv").write_text("when;wind;size\n15.01.2023;3;huge\n15.01.2023;3;medium\n15.01.2023;3;\n")
    result = weather("predict", "w.npz", "new.csv")
    huge, medium, none = (row["predicted warmth"] for row in answers(result.out))
    assert huge == medium == none  # the median of the sizes
    assert '1 cell of "size" holds a category that training did not know, counted as missing: "huge".' in result.err
