"""Rows that are left out on the command line, and warnings on rows of totals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fcgui.test_cli import fcgui

__all__ = ["fcgui"]  # the fixture

FEW = ("--hidden", "3", "--epochs", "2")


@pytest.fixture
def report(fcgui: Any) -> Any:
    """The command line in a folder with `t.csv`: what an accountant exports, and the totals below in line 32."""
    rows = [f"2024-02-{at % 28 + 1:02};{'NSW'[at % 3]};{at};{at * 7 % 11},25" for at in range(30)]
    Path("plain.csv").write_text("\n".join(["date;region;count;price", *rows]) + "\n")
    price = sum(at * 7 % 11 + 0.25 for at in range(30))
    text = Path("plain.csv").read_text() + f"Итого;;435;{price:.2f}\n".replace(".", ",")
    Path("t.csv").write_text(text, encoding="utf-8")
    return fcgui


def test_a_row_of_totals_is_told_with_its_line_and_the_option(report: Any) -> None:
    said = 'line 32 looks like a row of totals ("date" says "Итого")'
    for command in ("inspect", "train"):
        result = report(command, "t.csv", *(FEW if command == "train" else ()))
        told = result.err if command == "train" else result.out
        assert said in told and "--leave-out-rows 32 leaves it out." in told and result.code == 0
        warning = report(command, "t.csv", *(FEW if command == "train" else ()), "--json").json["warnings"][0]
        assert (warning["kind"], warning["lines"]) == ("totals", [32]) and "--leave" not in warning["sentence"]


def test_without_its_totals_the_table_is_the_plain_one(report: Any) -> None:
    plain = report("train", "plain.csv", *FEW, "--json").json
    told = report("train", "t.csv", *FEW, "--leave-out-rows", "32", "--json").json
    assert told["left_out"] == [{"line": 32, "reason": "left out by you"}] and told["n_left_out"] == 1
    for name in ("rows", "features", "target", "task", "train", "test", "warnings"):
        assert told[name] == plain[name]
    words = report("train", "t.csv", *FEW, "--leave-out-rows", "32").out
    assert "1 row of the file (line 32: left out by you)" in words
    shown = report("inspect", "t.csv", "--leave-out-rows", "2-4,32", "--json").json
    assert [row["line"] for row in shown["left_out"]] == [2, 3, 4, 32] and shown["rows"] == 27


def test_rows_are_left_out_of_what_is_predicted(report: Any) -> None:
    report("train", "plain.csv", *FEW, "--out", "w.npz")
    whole = report("predict", "w.npz", "t.csv").out.splitlines()
    result = report("predict", "w.npz", "t.csv", "--leave-out-rows", "32")
    assert result.out.splitlines() == whole[:-1]
    assert "1 row of the file left out, without a line here: line 32: left out by you" in result.err


def test_a_row_of_another_width_may_be_named(report: Any) -> None:
    Path("ragged.csv").write_text(Path("plain.csv").read_text() + "in all;435\n")
    assert report("train", "ragged.csv", *FEW).code == 1
    told = report("train", "ragged.csv", *FEW, "--leave-out-rows", "32,2", "--json").json
    assert [row["line"] for row in told["left_out"]] == [2, 32] and told["rows"] == 29
    assert report("train", "ragged.csv", *FEW, "--leave-out-rows", "31").code == 1


def test_tables_without_a_file_have_numbers(report: Any) -> None:
    assert report("inspect", "spiral", "--leave-out-rows", "1-100", "--json").json["rows"] == 400
    assert report("inspect", "iris", "--leave-out-rows", "2", "--json").json["rows"] == 149
    result = report("inspect", "spiral", "--leave-out-rows", "501")
    assert result.code == 1 and "number 501 is no row of the table" in result.err


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        ("1", 1, "line 1 is no row of the table."),
        ("40-50", 1, "none of the lines 40 to 50 is a row of the table."),
        ("1-99", 1, "no row would be left in the table."),
        ("two", 2, '"two" is no list of lines such as 12,151-160'),
        ("5-3", 2, '"5-3" is no list of lines such as 12,151-160'),
    ],
)
def test_what_cannot_be_left_out_is_told(report: Any, lines: str, code: int, said: str) -> None:
    result = report("train", "t.csv", "--leave-out-rows", lines, "--out", "w.npz")
    assert (result.code, result.out) == (code, "") and said in result.err and not Path("w.npz").exists()


def test_predictions_for_the_spreadsheet_that_wrote_the_table(report: Any) -> None:
    report("train", "plain.csv", *FEW, "--target", "price", "--out", "w.npz")
    plain = report("predict", "w.npz", "plain.csv").out.splitlines()
    told = report("predict", "w.npz", "plain.csv", "--like-source").out.splitlines()
    assert plain[0] == "price,predicted price,error" and told[0] == "price;predicted price;error"
    assert [line.replace(",", ".").replace(";", ",") for line in told] == plain
    assert report("predict", "w.npz", "plain.csv", "--like-source", "--out", "p.csv").code == 0
    assert Path("p.csv").read_bytes().decode().splitlines() == told  # ASCII: no mark before it
