"""The ten lines of NumPy in the README turn a weights file and a raw row into what `fcgui predict` says."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui import cli

README = Path(__file__).parents[2] / "README.md"


def ten_lines() -> str:
    """The first block of Python after the mark, as it stands in the README."""
    found = re.search(r"<!-- ten lines -->\s*```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found, "README.md has no block of Python after <!-- ten lines -->"
    return found[1]


def test_they_are_ten() -> None:
    assert sum(bool(line.strip()) for line in ten_lines().splitlines()) == 10


@pytest.mark.parametrize("data", ["iris", "auto_mpg"])
def test_they_give_what_predict_gives(
    data: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["train", data, "--hidden", "200,100,50", "--epochs", "20", "--out", "w.npz"]) == 0
    code = ten_lines()
    with np.load("w.npz", allow_pickle=False) as file:
        features = file["feature_names"].tolist()
    row = [5.1, 3.5, 1.4, 0.2] if data == "iris" else [8, 307, 130, 0, 3504, 12, 70, 0, 0, 1]
    if data != "iris":  # the same lines with another raw row; iris runs them exactly as they stand
        assert features[-3:] == ["origin=Europe", "origin=Japan", "origin=USA"]
        code, n = re.subn(r"^row = .*$", f"row = {row}", code, flags=re.MULTILINE)
        assert n == 1
        assert features[3] == "horsepower is missing"  # a feature that is no column
        names, cells = [*features[:3], *features[4:-3], "origin"], [*row[:3], *row[4:-3], "USA"]
    else:
        names, cells = features, row
    Path("row.csv").write_text(",".join(names) + "\n" + ",".join(map(str, cells)) + "\n")
    capsys.readouterr()
    assert cli.main(["predict", "w.npz", "row.csv"]) == 0
    told = next(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    space: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), space)
    shown = capsys.readouterr().out
    with space["f"] as file:  # a short script leaves closing to its end; a test must not
        h = space["h"][0] if data == "iris" else space["h"][0] * file["y_scale"] + file["y_mean"]
    answers = [float(value) for name, value in told.items() if name.startswith(("p(", "predicted mpg"))]
    assert h.tolist() == pytest.approx(answers, abs=1e-5)
    assert data != "iris" or told["predicted Species"] in shown
