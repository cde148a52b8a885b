"""`fcgui train FILE` without options: what it chooses, that it tells it, and that the test rows have no say in it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui import cli
from fcgui.tables import open_table
from fcgui_core.preparation import prepare
from fcgui_core.roles import guess_roles
from fcgui_core.weights_file import load_weights

FEW = ("--l2", "0.01")  # nothing is left to be tried out


@pytest.fixture
def train(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.chdir(tmp_path)

    def call(*argv: str) -> Any:
        code = cli.main(["train", *argv])
        out, err = capsys.readouterr()
        assert code == 0, err
        return json.loads(out) if "--json" in argv else out

    return call


def write(name: str, X: np.ndarray, y: np.ndarray) -> None:
    head = ",".join([*(f"a{at}" for at in range(X.shape[1])), "price"])
    rows = [",".join(f"{cell:.6g}" for cell in (*row, answer)) for row, answer in zip(X, y, strict=True)]
    Path(name).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def noisy_line(rng: np.random.Generator, rows: int) -> tuple[np.ndarray, np.ndarray]:
    X = rng.normal(size=(rows, 12))
    return X, X[:, 0] + X[:, 1] + 1.5 * rng.normal(size=rows)


# --- what comes of it ---


@pytest.mark.parametrize(
    ("data", "score", "least"),
    [("iris", "accuracy", 0.93), ("wine", "accuracy", 0.94), ("auto_mpg", "r2", 0.82)],
)
def test_a_bundled_table_is_learned_well(train: Any, data: str, score: str, least: float) -> None:
    assert train(data, "--json")["test"][score] >= least


def test_noise_is_not_learned_by_heart(train: Any) -> None:
    """The best that can be had here is R^2 = 2 / (2 + 1.5^2) = 0.47; weights that nothing holds down end below zero."""
    write("noisy.csv", *noisy_line(np.random.default_rng(0), 100))
    report, free = train("noisy.csv", "--json"), train("noisy.csv", "--l2", "0", "--json")
    assert report["target"] == "price" and report["chosen"]["l2"] >= 0.03
    assert report["test"]["r2"] > 0.1 > 0 > free["test"]["r2"]


def test_what_is_plain_is_not_held_down(train: Any) -> None:
    report = train("spiral", "--points", "400", "--noise", "0", "--json")
    assert report["chosen"]["l2"] <= 0.003 and report["test"]["accuracy"] >= 0.97


# --- what is told ---


def test_the_options_that_are_told_give_the_same_training(train: Any) -> None:
    text = train("iris", "--out", "chosen.npz")
    line = next(line for line in text.splitlines() if line.startswith("chosen"))
    options = line.split()[1:]
    assert options[::2] == ["--hidden", "--epochs", "--lr", "--batch", "--l2", "--schedule", "--decay-epochs"]
    assert "5-fold cross-validation of the training rows" in text
    train("iris", *options, "--out", "said.npz")
    assert (load_weights("chosen.npz").parameters == load_weights("said.npz").parameters).all()


def test_json_tells_what_was_tried(train: Any) -> None:
    write("t.csv", *noisy_line(np.random.default_rng(1), 60))
    chosen = train("t.csv", "--json")["chosen"]
    tried = {one["l2"]: one["error"] for one in chosen["tried"]}
    assert chosen["l2"] == min(tried, key=tried.__getitem__) and len(tried) == 5
    assert chosen["hidden"] == [100, 50] and chosen["epochs"] == chosen["decay_epochs"] == 1_000


def test_what_is_given_is_kept(train: Any) -> None:
    given = ("--hidden", "4", "--lr", "0.02", "--batch", "full", "--schedule", "constant", "--json")
    report = train("iris", *given, *FEW)
    chosen = report["chosen"]
    assert {"hidden", "learning_rate", "batch_size", "schedule", "l2"}.isdisjoint(chosen)
    assert chosen["tried"] == [] and "number of rows" in chosen["how"]
    assert report["epochs"] == report["steps"] == 1_000  # a step an epoch: as many as there may be
    assert [layer["units"] for layer in report["layers"]] == [4, 3]


@pytest.mark.parametrize("options", [(), ("--lr", "auto", "--batch", "auto", "--hidden", "auto")])
def test_with_epochs_nothing_is_chosen(train: Any, options: tuple[str, ...]) -> None:
    report = train("iris", "--epochs", "2", *options, "--json", "--out", "w.npz")
    assert report["chosen"] is None and (report["epochs"], report["steps"]) == (2, 14)
    assert [layer["units"] for layer in report["layers"]] == [200, 100, 50, 3]
    settings = load_weights("w.npz").settings
    assert (settings.learning_rate, settings.batch_size, settings.l2) == (0.01, 16, 0.001)
    assert settings.schedule == "constant"


def test_a_table_that_is_too_small_to_try_on(train: Any) -> None:
    write("tiny.csv", *noisy_line(np.random.default_rng(2), 12))
    chosen = train("tiny.csv", "--json")["chosen"]
    assert "too few" in chosen["how"] and chosen["tried"] == []


def test_rare_classes_and_weights(train: Any) -> None:
    """A class of two rows is in one fold only; where classes have weights, the tries have them, too."""
    rng = np.random.default_rng(3)
    kinds = ["a"] * 20 + ["b"] * 8 + ["c"] * 2
    rows = [f"{at + rng.normal():.3f},{kind}" for at, kind in enumerate(kinds)]
    Path("t.csv").write_text("\n".join(["size,class", *rows]) + "\n", encoding="utf-8")
    report = train("t.csv", "--class-weights", "balanced", "--json")
    assert report["classes"] == ["a", "b", "c"] and len(report["chosen"]["tried"]) == 5


def test_a_rate_at_which_it_diverges_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Any, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    write("t.csv", *noisy_line(np.random.default_rng(4), 40))
    assert cli.main(["train", "t.csv", "--optimizer", "sgd", "--lr", "1e30", "--json", "--out", "w.npz"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "diverged" in err and not Path("w.npz").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_the_choosing_is(train: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    write("t.csv", *noisy_line(np.random.default_rng(5), 20))
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    train("t.csv", "--hidden", "2", "--json")
    assert "trying out how much L2: 25 of 25" in screen.getvalue() and screen.getvalue().endswith("\r\x1b[K")


# --- the test rows have no say ---


def test_other_answers_in_the_test_rows_change_nothing_but_the_test_score(train: Any) -> None:
    X, y = noisy_line(np.random.default_rng(6), 60)
    write("a.csv", X, y)
    table = open_table(Path("a.csv"))
    test_rows = prepare(table, guess_roles(table)).test_rows
    y[test_rows] = -y[test_rows]
    write("b.csv", X, y)
    before, after = (train(name, "--json", "--out", f"{name}.npz") for name in ("a.csv", "b.csv"))
    assert before["test"] != after["test"]
    assert before["chosen"] == after["chosen"] and before["train"] == after["train"]
    assert (load_weights("a.csv.npz").parameters == load_weights("b.csv.npz").parameters).all()
