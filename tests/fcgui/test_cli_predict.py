"""`fcgui predict` as a user meets it: new files of every kind, one line a row, everything odd told."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui import commands
from fcgui.bundled import load_dataset
from fcgui_core.weights_file import load_weights
from tests.fcgui.test_cli import ROOT, Terminal, assert_told, fcgui, files

__all__ = ["fcgui"]  # the fixture
QUICK = ("--hidden", "8", "--epochs", "3")
FLOWER = "SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm"


def answers(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


@pytest.fixture
def iris(fcgui: Any) -> Any:
    """The command line in a folder with `w.npz`, trained on iris until it is right about most flowers."""
    fcgui("train", "iris", "--hidden", "8", "--epochs", "60", "--out", "w.npz")
    return fcgui


def test_classes(iris: Any) -> None:
    result = iris("predict", "w.npz", "iris")
    rows = answers(result.out)
    assert result.code == 0 and len(rows) == 150
    assert list(rows[0])[:3] == ["Id", "Species", "predicted Species"] and list(rows[0])[-1] == "right"
    assert [row["Id"] for row in rows] == [str(number) for number in range(1, 151)]
    right = sum(row["Species"] == row["predicted Species"] for row in rows)
    assert right > 140 and right == sum(row["right"] == "1" for row in rows)
    assert f"accuracy {right / 150:.4g} on 150 rows with a known Species" in result.err
    for row in rows:
        shares = {name[2:-1]: float(value) for name, value in row.items() if name.startswith("p(")}
        assert sum(shares.values()) == pytest.approx(1, abs=1e-6)
        assert max(shares, key=lambda name: shares[name]) == row["predicted Species"]


def test_values_into_a_file(fcgui: Any) -> None:
    fcgui("train", "auto_mpg", *QUICK, "--epochs", "60", "--out", "w.npz")
    result = fcgui("predict", "w.npz", "auto_mpg", "--out", "p.csv")
    assert (result.code, result.out) == (0, "")
    rows = answers(Path("p.csv").read_text(encoding="utf-8"))
    assert list(rows[0]) == ["mpg", "car_name", "predicted mpg", "error"]
    table, model = load_dataset("auto_mpg"), load_weights("w.npz")
    values = model.preparation.raw_target(model.predict(table))[:, 0]
    assert [float(row["predicted mpg"]) for row in rows] == pytest.approx(values.tolist(), rel=1e-6)
    assert all(len(row["predicted mpg"].replace(".", "").strip("-0")) <= 7 for row in rows)
    truth = np.array(table.column("mpg").values, float)
    assert [float(row["error"]) for row in rows] == pytest.approx((values - truth).tolist(), rel=1e-4, abs=1e-4)
    r2 = 1 - np.sum((values - truth) ** 2) / np.sum((truth - truth.mean()) ** 2)
    assert f"R2 {r2:.4g}, RMSE {np.sqrt(np.mean((values - truth) ** 2)):.4g} on 398 rows" in result.err


def test_json_with_a_file_and_without(iris: Any) -> None:
    told = iris("predict", "w.npz", "iris", "--out", "p.csv", "--json").json
    assert (told["rows"], told["target"], told["task"]) == (150, "Species", "classification")
    assert told["score"]["rows"] == 150 and told["score"]["accuracy"] > 0.9
    assert told["unknown"] == {} and told["left_out"] == [] and Path("p.csv").exists()
    Path("new.csv").write_text(f"{FLOWER}\n5,3,1,0.2\n")
    assert iris("predict", "w.npz", "new.csv", "--json").json["score"] is None


@pytest.mark.parametrize(
    ("keep", "first"),
    [
        ("ids", ["Id", "Species", "predicted Species"]),
        ("all", ["Id", *FLOWER.split(","), "Species", "predicted Species"]),
        ("none", ["predicted Species"]),
    ],
)
def test_which_columns_are_kept(iris: Any, keep: str, first: list[str]) -> None:
    header = next(csv.reader(io.StringIO(iris("predict", "w.npz", "iris", "--keep", keep).out)))
    assert header[: len(first)] == first and header[len(first)].startswith("p(") and header[-1] == "right"


def test_tab_separated_by_the_ending(iris: Any) -> None:
    assert iris("predict", "w.npz", "iris", "--out", "p.TSV").code == 0
    rows = answers(Path("p.TSV").read_text(encoding="utf-8"), "\t")
    assert len(rows) == 150 and rows[0]["Id"] == "1"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("predict", "w.npz", "iris", "--out", "p.txt"), ("p.txt", ".csv or .tsv")),
        (("predict", "w.npz", "iris", "--out", "p"), (".csv or .tsv",)),
        (("predict", "w.npz", "iris", "--out", "w.npz"), ("the file that is read",)),
        (("predict", "w.npz", "iris", "--out", "nowhere/p.csv"), ("does not exist",)),
        (("train", "iris", "--out", "w.txt"), ("w.txt", ".npz")),
        (("train", "iris", "--out", "w.csv"), ("w.csv", ".npz")),
    ],
)
def test_a_wrong_ending_is_refused_before_any_work(
    iris: Any, argv: tuple[str, ...], words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "_table", lambda given: pytest.fail("the table was read"))
    assert_told(iris(*argv), 1, *words)
    assert files() == ["w.npz"]


# --- columns ---


def test_rows_without_the_target_and_with_new_categories(fcgui: Any) -> None:
    fcgui("train", "penguins", *QUICK, "--out", "w.npz")
    names = "year,sex,island,body_mass_g,flipper_length_mm,bill_depth_mm,bill_length_mm,note"
    lines = [names, "2009,male,Biscoe,5000,220,15,47,=SUM(A1)", "2009,,Mars,,190,18,39,ok", "2009,,Mars,,190,18,39,x"]
    Path("new.csv").write_text("\n".join(lines) + "\n")
    result = fcgui("predict", "w.npz", "new.csv")
    rows = answers(result.out)
    assert result.code == 0 and [row["note"] for row in rows] == ["'=SUM(A1)", "ok", "x"]
    assert '2 cells of "island"' in result.err and '"Mars"' in result.err and "right" not in rows[0]
    told = fcgui("predict", "w.npz", "new.csv", "--json").json
    assert told["unknown"] == {"island": {"count": 2, "values": ["Mars"]}} and told["score"] is None


def test_missing_columns_are_named_in_one_sentence_with_near_names(iris: Any) -> None:
    Path("new.csv").write_text("SepalLengthCm,SepalWidthCm,PetalLengthMm\n1,2,3\n3,4,5\n")
    result = iris("predict", "w.npz", "new.csv", "--out", "p.csv")
    assert_told(result, 1, '"PetalLengthCm" (near it: PetalLengthMm)', '"PetalWidthCm"')
    assert not Path("p.csv").exists()


def test_nearly_the_same_names_match_with_a_note(iris: Any) -> None:
    Path("new.csv").write_text("petal_width_cm,sepal length cm,SEPALWIDTHCM,PetalLengthCm,extra\n.2,5.1,3.5,1.4,a\n")
    result = iris("predict", "w.npz", "new.csv")
    assert answers(result.out)[0]["predicted Species"] == "Iris-setosa"
    assert result.err.count("is taken for") == 3 and '"sepal length cm" is taken for "SepalLengthCm"' in result.err


@pytest.mark.parametrize(
    "row",
    ["5.1,3.5,1.4,0.2", "5.1,3.5,1.4,0.2,Iris-setosa", "7,5.1,3.5,1.4,0.2", "7,5.1,3.5,1.4,0.2,Iris-setosa"],
    ids=["inputs", "inputs and target", "all but the target", "all"],
)
def test_without_a_header_by_place(iris: Any, row: str) -> None:
    Path("new.csv").write_text("\n".join([row] * 3) + "\n")
    result = iris("predict", "w.npz", "new.csv", "--no-header")
    assert result.code == 0, result.err
    assert [row["predicted Species"] for row in answers(result.out)] == ["Iris-setosa"] * 3
    assert "by their places" in result.err and ("accuracy 1" in result.err) == ("setosa" in row)


def test_without_a_header_and_with_a_wrong_number_of_columns(iris: Any) -> None:
    Path("new.csv").write_text("5.1,3.5,1.4\n5,3,1\n")
    assert_told(iris("predict", "w.npz", "new.csv", "--no-header"), 1, "3 columns", "4 columns", "SepalLengthCm")


def test_trained_and_used_without_a_header(fcgui: Any) -> None:
    lines = [f"{a},{'yes' if x > 5 else 'no'},{x}" for a, x in zip(range(40), [*range(10)] * 4, strict=True)]
    Path("t.csv").write_text("\n".join(lines) + "\n")
    fcgui("train", "t.csv", "--no-header", "--target", "2", "--hidden", "4", "--epochs", "200", "--out", "w.npz")
    Path("new.csv").write_text("1,9\n2,0\n3,8\n")
    result = fcgui("predict", "w.npz", "new.csv", "--no-header")
    assert [row["predicted x2"] for row in answers(result.out)] == ["yes", "no", "yes"], result.err


# --- cells ---


def test_words_among_numbers_are_named_with_their_line(iris: Any) -> None:
    Path("new.csv").write_text(f"{FLOWER}\n5,3,1,0.2\n5,3,long,0.2\n5,3,1.4,\n")
    result = iris("predict", "w.npz", "new.csv")
    assert len(answers(result.out)) == 3 and all(row["predicted Species"] for row in answers(result.out))
    assert '"PetalLengthCm" should hold numbers: "long" in line 3 counted as missing' in result.err


def test_nothing_but_words_where_numbers_are_needed_is_an_error(iris: Any) -> None:
    Path("new.csv").write_text(f"{FLOWER}\n5,3,?,0.2\n5,3,long,0.2\n")
    assert_told(iris("predict", "w.npz", "new.csv"), 1, "new.csv", '"PetalLengthCm"', '"long"', "line 3")


def test_a_number_too_large_leaves_its_line_without_an_answer(iris: Any) -> None:
    Path("new.csv").write_text(f"{FLOWER},Id\n5,3,1,0.2,1\n5,3,1e300,0.2,2\n5,3,1,0.2,3\n")
    result = iris("predict", "w.npz", "new.csv")
    rows = answers(result.out)
    assert [row["Id"] for row in rows] == ["1", "2", "3"]
    assert [row["predicted Species"] for row in rows] == ["Iris-setosa", "", "Iris-setosa"]
    assert [bool(row["p(Iris-setosa)"]) for row in rows] == [True, False, True]
    assert "No answer for 1 row: line 3" in result.err and '"PetalLengthCm"' in result.err
    told = iris("predict", "w.npz", "new.csv", "--json").json
    assert told["n_left_out"] == 1 and told["left_out"][0]["line"] == 3


def test_a_class_that_the_model_does_not_know_is_wrong(iris: Any) -> None:
    Path("new.csv").write_text(f"{FLOWER},Species\n5,3,1,0.2,Iris-setosa\n5,3,1,0.2,Rosa\n5,3,1,0.2,\n")
    result = iris("predict", "w.npz", "new.csv")
    assert [row["right"] for row in answers(result.out)] == ["1", "0", ""]
    assert "accuracy 0.5 on 2 rows" in result.err


def test_a_decimal_comma_in_the_new_file(iris: Any) -> None:
    Path("new.csv").write_text(f"{FLOWER.replace(',', ';')}\n5,1;3,5;1,4;0,2\n6,9;3,1;5,4;2,1\n")
    rows = answers(iris("predict", "w.npz", "new.csv").out)
    assert [row["predicted Species"] for row in rows] == ["Iris-setosa", "Iris-virginica"]


FORMULAS = ("=1+1", "@x", "+x", "-y")


def test_formulas_are_neutralised_and_numbers_are_not(fcgui: Any) -> None:
    lines = [f"{x - 10},{FORMULAS[x % 4]},{FORMULAS[-x % 4]}{x},{-x - 0.5 if x % 3 else 'word'}" for x in range(40)]
    Path("t.csv").write_text("\n".join(["=x,y,+note,mixed", *lines]))
    fcgui("train", "t.csv", "--target", "y", "--ignore", "3,4", *QUICK, "--out", "w.npz")
    text = fcgui("predict", "w.npz", "t.csv", "--keep", "all").out
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert all(_is_number(cell) for cell in cells if cell.startswith(("=", "+", "-", "@")))
    assert "'=1+1" in text and "'=x" in text and "'+note" in text and "-1.5" in cells and "-10" in cells


def _is_number(cell: str) -> bool:
    try:
        return np.isfinite(float(cell))
    except ValueError:
        return False


# --- long files ---


def test_many_rows_in_blocks_are_those_of_one_block(iris: Any) -> None:
    lines = Path(ROOT / "datasets" / "iris.csv").read_text(encoding="utf-8").splitlines()
    Path("long.csv").write_text("\n".join([lines[0], *(lines[1:] * 240)]) + "\n")  # 36,000 rows: three blocks
    once, often = answers(iris("predict", "w.npz", "iris").out), answers(iris("predict", "w.npz", "long.csv").out)
    assert len(often) == 36_000
    assert [row["predicted Species"] for row in often] == [row["predicted Species"] for row in once] * 240


def test_a_bar_on_a_terminal_that_goes_at_the_end(iris: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert iris("predict", "w.npz", "iris", "--out", "p.csv").code == 0
    shown = terminal.getvalue()
    assert "predicting 100 %" in shown and shown.rsplit("\r\x1b[K", 1)[1].startswith("fcgui: accuracy")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_control_c_leaves_no_half_file(iris: Any) -> None:
    script = (
        "import os, signal, sys\n"
        "from fcgui import cli\n"
        "from fcgui_core import prediction_file\n"
        "first = prediction_file._cells\n"
        "def cells(*given):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return first(*given)\n"
        "prediction_file._cells = cells\n"
        "sys.exit(cli.main(['predict', 'w.npz', 'iris', '--out', 'p.csv']))\n"
    )
    path = os.pathsep.join([str(ROOT), str(ROOT / "core")])
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    assert done.returncode == 130 and "nothing was written" in done.stderr
    assert files() == ["w.npz"]


def test_the_report_is_one_json_object(iris: Any) -> None:
    result = iris("predict", "w.npz", "iris", "--json")
    assert set(json.loads(result.out)) >= {"rows", "target", "task", "score", "unknown", "left_out"}
