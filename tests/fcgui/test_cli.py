"""The command line as a user meets it: exit codes, one sentence for what goes wrong, files kept whole."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui import cli, commands
from fcgui.bundled import load_dataset
from fcgui_core.weights_file import load_weights

ROOT = Path(__file__).parents[2]
QUICK = ("--hidden", "8", "--epochs", "3")


class Result:
    """What a call gave: exit code, stdout, stderr."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        assert self.out.endswith("\n") and self.out.count("\n") == 1
        return json.loads(self.out)


@pytest.fixture
def fcgui(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.chdir(tmp_path)

    def call(*argv: str | Path) -> Result:
        code = cli.main([str(word) for word in argv])
        return Result(code, *capsys.readouterr())

    return call


def files() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def assert_told(result: Result, code: int, *words: str) -> None:
    """One line on stderr with these words, nothing on stdout."""
    assert result.code == code and result.out == ""
    assert result.err.count("\n") == 1 and "Traceback" not in result.err
    assert all(word in result.err for word in words), result.err


# --- train ---


def test_iris_as_in_the_lecture(fcgui: Any) -> None:
    result = fcgui(
        "train",
        "iris",
        "--hidden",
        "200,100,50",
        "--epochs",
        "100",
        "--seed",
        "0",
        "--json",
        "--out",
        "w.npz",
    )
    report = result.json
    assert result.err == ""
    assert (report["rows"], report["rows_dropped"], report["target"]) == (150, 0, "Species")
    assert report["task"] == "classification"
    assert report["classes"] == ["Iris-setosa", "Iris-versicolor", "Iris-virginica"]
    assert report["features"] == ["SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm"]
    assert list(report["ignored"]) == ["Id"] and "identifier" in report["ignored"]["Id"]
    assert [(layer["units"], layer["activation"]) for layer in report["layers"]] == [
        (200, "relu"), (100, "relu"), (50, "relu"), (3, "softmax"),
    ]  # fmt: skip
    assert (report["epochs"], report["steps"]) == (100, 700) and report["seconds"] > 0
    assert set(report["train"]) == set(report["test"]) == {"loss", "accuracy"}
    with np.load("w.npz", allow_pickle=False) as file:
        shapes = [file[f"W{layer}"].shape for layer in (1, 2, 3, 4)]
    assert shapes == [(4, 200), (200, 100), (100, 50), (50, 3)]


def test_ten_seeds_of_iris(fcgui: Any) -> None:
    options = (
        "train",
        "iris",
        "--hidden",
        "200,100,50",
        "--epochs",
        "100",
        "--json",
        "--out",
        "w.npz",
        "--seed",
    )
    scores = [fcgui(*options, str(seed)).json["test"]["accuracy"] for seed in range(10)]
    assert np.mean(scores) >= 0.94


def test_the_same_seed_gives_the_same_file(fcgui: Any) -> None:
    runs = []
    for name in ("a.npz", "b.npz"):
        fcgui("train", "iris", *QUICK, "--out", name)
        runs.append(load_weights(name).parameters)
    assert (runs[0] == runs[1]).all()


@pytest.mark.parametrize(
    ("data", "options", "want"),
    [
        ("wine", (), {"target": "cultivar", "task": "classification"}),
        ("breast_cancer", (), {"classes": ["benign", "malignant"]}),
        ("digits", (), {"classes": [str(digit) for digit in range(10)]}),
        ("auto_mpg", (), {"target": "mpg", "task": "regression", "classes": None}),
        ("auto_mpg", ("--output", "sigmoid"), {"task": "regression", "loss": "mse"}),
        ("penguins", ("--target", "body_mass_g"), {"task": "regression", "rows_dropped": 2}),
        ("penguins", ("--target", "6", "--ignore", "island,year"), {"target": "body_mass_g"}),
        ("iris", ("--task", "classification", "--target", "Species"), {"target": "Species"}),
        ("iris", ("--test-size", "0"), {"test": None}),
        ("iris", ("--hidden", ""), {"steps": 21}),
        ("iris", ("--batch", "full"), {"steps": 3}),
        ("iris", ("--output", "sigmoid", "--loss", "bce"), {"loss": "bce"}),
        ("iris", ("--hidden", "4,5", "--activation", "tanh,maxout"), {"status": "finished"}),
        (
            "iris",
            ("--dtype", "float64", "--scale", "minmax", "--optimizer", "nesterov", "--l1", "0.01"),
            {"epochs": 3},
        ),
        ("iris", ("--epochs", "400", "--early-stopping", "2"), {"status": "stopped early"}),
    ],
)
def test_train(fcgui: Any, data: str, options: tuple[str, ...], want: dict[str, Any]) -> None:
    report = fcgui("train", data, *QUICK, *options, "--json").json
    assert {name: report[name] for name in want} == want


def test_the_error_of_a_regression_is_in_its_own_unit(fcgui: Any) -> None:
    report = fcgui("train", "auto_mpg", "--hidden", "16", "--json", "--out", "w.npz", "--test-size", "0").json
    table, model = load_dataset("auto_mpg"), load_weights("w.npz")
    values = model.preparation.raw_target(model.predict(table))[:, 0]
    error = np.sqrt(np.mean((values - table.column("mpg").values) ** 2))
    assert report["train"]["rmse"] == pytest.approx(error, rel=1e-4) and 1 < error < 5


def test_a_summary_for_people(fcgui: Any) -> None:
    result = fcgui("train", "iris", *QUICK, "--out", "w.npz")
    assert result.code == 0
    for words in ("Species", "left out  Id", "4 -> 8 relu -> 3 softmax", "3 epochs", "accuracy", "w.npz"):
        assert words in result.out


# --- what goes wrong ---

ROWS = "a,b,y\n1,2,k\n3,4,m\n5,6,k\n7,8,m\n"
ROWS_OF_102 = "".join(f"{','.join(map(str, [at % 7, *[at % 5] * 100]))},{'km'[at % 2]}\n" for at in range(20))
# name: (the file, options of train, words of the message)
HOSTILE: dict[str, tuple[bytes, tuple[str, ...], tuple[str, ...]]] = {
    "empty": (b"", (), ("t.csv", "empty")),
    "header only": (b"a,b,y\n", (), ("no rows",)),
    "binary": (bytes(range(256)) * 9, (), ("binary",)),
    "Excel": (b"PK\x03\x04....", (), ("Excel",)),
    "ragged": ((ROWS + "9,10\n").encode(), (), ("t.csv, line 6", "2 cells")),
    "never closed": ((ROWS + '9,"10,k\n').encode(), (), ("t.csv, line 6", "never closed")),
    "unknown target": (ROWS.encode(), ("--target", "yy"), ('no column "yy"', "near it is")),
    "target by a number too large": (ROWS.encode(), ("--target", "4"), ('no column "4"',)),
    "unknown ignored": (ROWS.encode(), ("--ignore", "q"), ('no column "q"',)),
    "target ignored": (ROWS.encode(), ("--target", "y", "--ignore", "y"), ("both",)),
    "nothing left": (ROWS.encode(), ("--ignore", "a,b"), ("no column is left",)),
    "target all missing": (
        b"a,y\n1,\n2,NA\n3,?\n",
        ("--target", "y"),
        ("t.csv, column 2: every cell of the target", "missing"),
    ),
    "one class only": (b"a,y\n1,k\n2,k\n3,k\n", ("--target", "y"), ("t.csv, column 2: ", "only one value")),
    "one row": (b"a,b,y\n1,2,k\n", (), ("only one value",)),
    "one column": (b"a\n1\n2\n3\n", (), ("no column is left",)),
    "text for a regression": (
        ROWS.encode(),
        ("--task", "regression"),
        ("t.csv, line 2, column 3: ", "target of numbers"),
    ),
    "a wrong encoding": ("ж,1\n".encode("cp1251"), ("--encoding", "utf-8"), ("not text in utf-8",)),
    "no encoding": (ROWS.encode(), ("--encoding", "utf-99"), ("no encoding",)),
    "diverges": (
        ROWS.encode(),
        ("--optimizer", "sgd", "--lr", "1e30", "--epochs", "50"),
        ("diverged", "lower"),
    ),
    "too large unscaled": (
        b"a,b,y\n1,1e300,k\n2,3,m\n3,4,k\n4,5,m\n",
        ("--scale", "none"),
        ("t.csv, line 2, column 2: ", '"b" holds 1e+300', "leave the column out"),
    ),
    "too large a target": (
        b"a,y\n2,3\n3,4\n4,5\n1,-1e300\n",
        ("--scale", "none"),
        ("t.csv, line 5, column 2: ", '"y" holds -1e+300'),
    ),
    "names too long to be saved": (
        (",".join(["n" * 200_000, *(f"x{at}" for at in range(100)), "y"]) + "\n" + ROWS_OF_102).encode(),
        (),
        ("too long for a weights file",),
    ),
    "an escape sequence in a name": (b"a,\x1b[31mred\n1,2\n", ("--target", "zz"), ("no column",)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_problem_with_the_data(fcgui: Any, name: str) -> None:
    content, options, words = HOSTILE[name]
    Path("t.csv").write_bytes(content)
    Path("w.npz").write_bytes(b"old")
    result = fcgui("train", "t.csv", *QUICK, "--json", "--out", "w.npz", *options)
    assert_told(result, 1, *words)
    assert "\x1b" not in result.err
    assert files() == ["t.csv", "w.npz"] and Path("w.npz").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("train", "nosuch.csv"), ("nosuch.csv", "no such file")),
        (("train", "irris"), ("irris", "bundled tables are iris")),
        (("train", "."), ("folder",)),
        (("train", "iris", "--out", "."), ("folder",)),
        (("train", "iris", "--out", "none/w.npz"), ("does not exist",)),
        (("train", "t.csv", "--out", "t.csv"), ("the file that is read",)),
        (("predict", "nosuch.npz", "iris"), ("no such file",)),
        (("predict", "t.csv", "iris"), ("t.csv", "not a sound")),
        (("predict", "t.csv", "iris", "--out", "."), ("folder",)),
        (("export", "nosuch.npz", "w.json"), ("no such file",)),
        (("inspect", "nosuch.csv"), ("no such file",)),
        (("nosuch.csv",), ("no such file",)),
        (("n" * 5000,), ("no such file",)),
        (("train", "n" * 5000), ("no such file",)),
        (("predict", "n" * 5000, "iris"), ("name too long",)),
        (("train", "iris", "--out", "n" * 5000), ("cannot be the name of a file",)),
    ],
)
def test_a_problem_with_files(fcgui: Any, argv: tuple[str, ...], words: tuple[str, ...]) -> None:
    Path("t.csv").write_text(ROWS)
    assert_told(fcgui(*argv), 1, *words)
    assert files() == ["t.csv"] and Path("t.csv").read_text() == ROWS


def test_a_folder_does_not_hide_a_bundled_table(fcgui: Any) -> None:
    Path("wine").mkdir()
    assert fcgui("inspect", "wine", "--json").json["target"] == "cultivar"
    Path("iris").write_text(ROWS)  # a file does
    assert fcgui("inspect", "iris", "--encoding", "utf-8", "--json").json["target"] == "y"


def test_an_unusable_out_is_refused_before_the_data_is_read(fcgui: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "open_table", None)
    assert_told(fcgui("train", "iris", "--out", "none/w.npz"), 1, "does not exist")


@pytest.mark.parametrize(
    "options",
    [
        ("--nonsense",),
        ("--hidden", "a"),
        ("--hidden", "0"),
        ("--hidden", "1,"),
        ("--epochs", "0"),
        ("--lr", "nan"),
        ("--lr", "-1"),
        ("--batch", "0"),
        ("--batch", "some"),
        ("--test-size", "1"),
        ("--seed", "-1"),
        ("--activation", "nope"),
        ("--activation", "relu,tanh"),
        ("--activation", "sign"),
        ("--optimizer", "nope"),
        ("--output", "relu", "--loss", "cce"),
        ("--hidden", "99999,99999"),
        ("--delimiter", "ab"),
        ("--dtype", "int"),
        ("--l2", "x"),
        ("--early-stopping", "0"),
        ("--encoding", "cp1251"),
        ("--delimiter", "tab"),
        ("--decimal", ","),
        ("--no-header",),
        ("more",),
    ],
)
def test_wrong_usage(fcgui: Any, options: tuple[str, ...]) -> None:
    result = fcgui("train", "iris", *options)
    assert result.code == 2 and result.out == "" and result.err and "Traceback" not in result.err
    assert files() == []


def test_the_unexpected_is_one_line_too(fcgui: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr(commands, "prepare", fail)
    assert_told(fcgui("train", "iris", "--out", "w.npz"), 1, "unexpected", "ZeroDivisionError: a b")


def test_interrupted(fcgui: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "_run", interrupt)
    assert_told(fcgui("train", "iris", "--out", "w.npz"), 130, "nothing was written")
    assert files() == []


# --- export, inspect ---


@pytest.mark.parametrize("name", ["w.json", "w.py", "copy.npz"])
def test_export(fcgui: Any, name: str) -> None:
    fcgui("train", "iris", *QUICK, "--out", "w.npz")
    assert fcgui("export", "w.npz", name).code == 0 and Path(name).stat().st_size > 500
    assert fcgui("export", "w.npz", "w.what", "--to", "json").code == 0
    assert_told(fcgui("export", "w.npz", "w.xyz"), 1, "xyz", "known are")
    assert_told(fcgui("export", "w.npz", "w.npz"), 1, "the file that is read")


def test_an_exported_script_runs_by_itself(fcgui: Any) -> None:
    fcgui("train", "iris", *QUICK, "--epochs", "40", "--out", "w.npz")
    fcgui("export", "w.npz", "w.py")
    done = subprocess.run(
        [sys.executable, "w.py", "5.1", "3.5", "1.4", "0.2"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Iris-setosa")


def test_inspect(fcgui: Any) -> None:
    report = fcgui("inspect", "iris", "--json").json
    assert (report["encoding"], report["delimiter"], report["decimal"], report["header"]) == (
        "utf-8",
        ",",
        ".",
        True,
    )
    assert (report["rows"], report["target"], report["task"]) == (150, "Species", "classification")
    assert [column["role"] for column in report["columns"]] == [
        "ignored",
        "input",
        "input",
        "input",
        "input",
        "target",
    ]
    assert {"name", "kind", "role", "missing"} <= set(report["columns"][0])
    text = fcgui("inspect", "penguins")
    assert text.code == 0 and "11 missing" in text.out and "target: species" in text.out


def test_inspect_a_foreign_file(fcgui: Any) -> None:
    Path("t.csv").write_bytes("имя;рост;пол\nАнна;170,5;ж\nИван;180,25;м\nОльга;165,0;ж\n".encode("cp1251"))
    report = fcgui("inspect", "t.csv", "--json").json
    assert (report["encoding"], report["delimiter"], report["decimal"]) == ("cp1251", ";", ",")
    assert (report["rows"], report["target"]) == (3, "пол")
    assert fcgui("inspect", "t.csv", "--target", "рост", "--json").json["task"] == "regression"
    result = fcgui("inspect", "t.csv")
    assert "cp1251" in result.out and "пол" in result.out


SURVIVORS = "survived,age,alive\n" + "".join(f"{n % 2},{20 + n * 7 % 31},{'ny'[n % 2]}\n" for n in range(60))


def test_traps_are_told(fcgui: Any) -> None:
    Path("t.csv").write_text(SURVIVORS)
    trained = fcgui("train", "t.csv", "--epochs", "1", "--json")
    assert [(one["kind"], one["columns"]) for one in trained.json["warnings"]] == [("target copy", ["alive"])]
    assert trained.err == ""
    assert [one["columns"] for one in fcgui("inspect", "t.csv", "--json").json["warnings"]] == [["alive"]]
    assert 'warning: "alive" gives the target' in fcgui("inspect", "t.csv").out
    plain = fcgui("train", "t.csv", "--epochs", "1")
    assert plain.code == 0 and "alive" in plain.err and "away" not in plain.out


def test_a_table_that_teaches_nothing_is_told_so(fcgui: Any) -> None:
    Path("t.csv").write_text("a,target\n" + "1,5\n2,5\n3,5\n" * 5)
    told = fcgui("inspect", "t.csv", "--target", "target")
    assert told.code == 0 and "nothing can be learned from it as it is" in told.out


def test_inspect_counts_as_people_do(fcgui: Any) -> None:
    Path("t.csv").write_text("a,b\n1,2\n")
    assert "1 row, 2 columns" in fcgui("inspect", "t.csv").out
    Path("t.csv").write_text("id,b\n" + "".join(f"{n},{n * n % 7}\n" for n in range(1, 1235)))
    told = fcgui("inspect", "t.csv").out
    assert "1,234 rows, 2 columns" in told and "identifier: " not in told


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("trian", "iris"), ("there is no command trian; did you mean train?",)),
        (("inspct", "nosuch.csv"), ("did you mean inspect?",)),
        (("train", "iris", "--epoch", "3"), ("usage: fcgui train DATA", "no option --epoch; did you mean --epochs?")),
        (("train",), ("usage: fcgui train DATA", "required: DATA")),
        (("inspect", "iris", "more"), ("more is one word too many",)),
    ],
)
def test_a_slip_is_told_in_a_line_or_two(fcgui: Any, argv: tuple[str, ...], words: tuple[str, ...]) -> None:
    told = fcgui(*argv)
    assert told.code == 2 and told.out == "" and len(told.err.splitlines()) <= 2
    assert all(word in told.err for word in words)


# --- the program itself ---


@pytest.mark.parametrize(
    "argv",
    [("--help",), ("train", "--help"), ("predict", "--help"), ("inspect", "--help"), ("export", "--help")],
)
def test_help_has_examples(fcgui: Any, argv: tuple[str, ...]) -> None:
    result = fcgui(*argv)
    assert result.code == 0 and "examples:" in result.out and "  fcgui" in result.out


def test_version(fcgui: Any) -> None:
    assert fcgui("--version").out.startswith("fcgui ")


def run_program(*argv: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    names = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "core")]), "PYTHONWARNINGS": "error"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "fcgui", *argv],
        cwd=folder,
        env=kept | names | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_what_works_instead(tmp_path: Path) -> None:
    done = run_program(folder=tmp_path)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "fcgui train" in done.stderr


def test_a_training_run_never_imports_qt_and_speaks_any_script(tmp_path: Path) -> None:
    (tmp_path / "т.csv").write_text(
        "x;вид\n" + "".join(f"{n};{'ёж' if n % 2 else 'кот'}\n" for n in range(30)), encoding="utf-8"
    )
    done = run_program(
        "train", "т.csv", *QUICK, "--out", "w.npz", folder=tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C"
    )
    assert (done.returncode, done.stderr) == (0, "") and "вид" in done.stdout
    code = (
        "import sys; from fcgui.cli import main; main(['train', 'iris', '--epochs', '1'])\n"
        "print('PySide6' in sys.modules)"
    )
    names = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "core")])}
    out = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=names, capture_output=True, text=True, check=True
    )
    assert out.stdout.endswith("False\n")


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
def test_control_c_while_training(tmp_path: Path) -> None:
    names = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "core")])}
    code = (
        "import sys, os, signal, threading\n"
        "from fcgui import cli, commands\n"
        "real = commands._run\n"
        "def run(*arguments):\n"
        "    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "    real(*arguments)\n"
        "commands._run = run\n"
        "sys.exit(cli.main(['train', 'iris', '--epochs', '10000000', '--out', 'w.npz']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=names,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 130 and done.stdout == "" and done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_progress_bar_only_on_a_terminal(fcgui: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert fcgui("train", "iris", *QUICK).code == 0
    shown = terminal.getvalue()
    assert "epoch 3/3" in shown and "loss" in shown and shown.endswith("\r\x1b[K")


def test_a_damaged_state_text_is_told_before_there_is_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["fcgui:1abc"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("fcgui: This text is damaged or cut off") and told.count("\n") == 1


def test_early_stopping_on_the_test_rows_is_warned_of(fcgui: Any) -> None:
    stopping = ("train", "iris", "--epochs", "5", "--hidden", "4", "--early-stopping", "2")
    assert "looks at the test rows" in fcgui(*stopping).err
    assert fcgui(*stopping, "--json").json["warnings"][-1]["kind"] == "early stopping"
    assert "looks at the test rows" not in fcgui(*stopping, "--validation-size", "0.1").err
    assert "looks at the test rows" not in fcgui(*stopping, "--test-size", "0").err
