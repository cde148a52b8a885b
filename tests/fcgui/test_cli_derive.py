"""`fcgui train --derive`: squares, products and sines of columns, kept in the weights file and applied to new rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from fcgui import cli

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_circle_needs_squares_and_no_hidden_layer(capsys: Capture) -> None:
    plain = ("train", "circle", "--hidden", "", "--epochs", "30", "--lr", "0.1", "--json")
    assert cli.main(list(plain)) == 0
    without = json.loads(capsys.readouterr().out)
    assert cli.main([*plain, "--derive", "x1^2, x2^2", "--out", "w.npz"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["features"] == ["x1", "x2", "x1²", "x2²"]
    assert without["test"]["accuracy"] < 0.7 < 0.97 < report["test"]["accuracy"]
    assert cli.main(["generate", "circle", "--seed", "5", "--points", "100", "--out", "new.csv"]) == 0
    assert cli.main(["predict", "w.npz", "new.csv", "--out", "answers.csv"]) == 0
    rows = list(csv.DictReader(Path("answers.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 100
    assert sum(row["right"] == "1" for row in rows) >= 95


@pytest.mark.parametrize(("text", "word"), [("x9^2", "x9"), ("class^2", "target"), ("log(x1)", "sin(A)")])
def test_what_cannot_be_derived_is_told_in_a_line(capsys: Capture, text: str, word: str) -> None:
    assert cli.main(["generate", "circle", "--out", "c.csv"]) == 0
    capsys.readouterr()
    assert cli.main(["train", "c.csv", "--target", "class", "--derive", text, "--out", "w.npz"]) == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and word in told.err
    assert not Path("w.npz").exists()
