"""Generated sets on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from fcgui.cli import main
from fcgui_core.read_csv import read_table
from fcgui_core.synthetic import SETS, Recipe, generate, points_of


def test_a_set_trains_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["train", "gauss", "--points", "200", "--hidden", "4", "--epochs", "20", "--json"]
    assert main(arguments) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["rows"], report["target"], report["classes"]) == (200, "class", ["negative", "positive"])
    assert report["features"] == ["x1", "x2"]
    assert report["test"]["accuracy"] > 0.9


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_inspected(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["inspect", name, "--points", "60", "--noise", "0.2", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["rows"], report["task"], report["target"]) == (60, SETS[name].task, SETS[name].target)


def test_generate_writes_the_same_points_each_time(tmp_path: Path) -> None:
    out = tmp_path / "s.csv"
    for _ in range(2):  # an old file is replaced
        arguments = ["generate", "rings", "--points", "77", "--noise", "0.1", "--seed", "5", "--classes", "4"]
        assert main([*arguments, "--out", str(out)]) == 0
    table = read_table(out)
    recipe = Recipe("rings", points=77, noise=0.1, seed=5, classes=4)
    assert np.array_equal(points_of(table)[0], points_of(generate(recipe))[0])
    assert list(table.column("class").counts) == list("ABCD")
    assert [path.name for path in tmp_path.iterdir()] == ["s.csv"]


def test_generate_without_a_file_writes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "sine", "--points", "10"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "x,y" and len(lines) == 11


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["generate", "spirl"], 1, "did you mean spiral"),
        (["generate", "spiral", "--points", "5"], 2, "between 10 and 1,000,000"),
        (["generate", "spiral", "--noise", "0.6"], 2, "between 0 and 0.5"),
        (["generate", "spiral", "--classes", "3"], 2, "rings, spirals, blobs"),
        (["generate", "rings", "--classes", "9"], 2, "between 2 and 8"),
        (["generate", "spiral", "--out", "no/such/folder.csv"], 1, "does not exist"),
        (["train", "iris", "--noise", "0.1"], 2, "--noise is for generated points"),
        (["inspect", "circle", "--delimiter", ";"], 2, "generated set"),
        (["inspect", "circel"], 1, "generated sets are circle"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    assert main(arguments) == code
    told = capsys.readouterr().err
    assert words in told and told.count("\n") == 1


def test_a_file_of_the_same_name_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "circle").write_text("a,b\n1,2\n3,4\n5,7\n", encoding="utf-8")
    assert main(["inspect", "circle", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 3


@pytest.mark.parametrize("command", ["train", "inspect", "generate"])
def test_the_help_names_the_sets(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "--help"]) == 0
    assert "multi_gauss" in capsys.readouterr().out
