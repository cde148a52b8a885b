"""Columns of texts on the command line: their words are inputs."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from fcgui import cli

GOOD, BAD = ("see you at home", "call me later, love", "Дома будет дождь 🙂"), ("FREE prize! call now", "win cash now")


def write(path: Path, rows: int = 120, further: str = "") -> None:
    head = f"label,message{',' + further if further else ''}\n"
    lines = []
    for at in range(rows):
        texts = BAD if at % 2 else GOOD
        line = f'{"spam" if at % 2 else "ham"},"{texts[at // 2 % len(texts)]} no{at}"'
        lines.append(f"{line},{at * 37 % 101}" if further else line)
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def predicted(folder: Path) -> list[dict[str, str]]:
    with (folder / "p.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, object]:
    assert cli.main([*argv, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_table_of_nothing_but_texts_is_learned_from_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "sms.csv")
    report = told(capsys, "train", "sms.csv", "--epochs", "20", "--hidden", "8", "--out", "w.npz")
    assert report["target"] == "label" and report["ignored"] == {}
    assert "message: free" in report["features"] and "message: no7" not in report["features"]
    assert report["test"]["accuracy"] == 1.0
    (folder / "new.csv").write_text('message\n"free CASH, now?"\nsomething never seen\n', encoding="utf-8")
    assert cli.main(["predict", "w.npz", "new.csv", "--out", "p.csv"]) == 0
    rows = predicted(folder)
    assert len(rows) == 2 and rows[0]["predicted label"] == "spam"
    assert "unknown" not in capsys.readouterr().err  # a word that training had not seen is nothing odd


def test_a_text_beside_other_inputs_is_left_out_until_it_is_taken_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "sms.csv", further="length")
    plain = ("train", "sms.csv", "--target", "label", "--epochs", "20", "--hidden", "8")
    report = told(capsys, *plain)
    assert report["features"] == ["length"] and "its words are inputs" in report["ignored"]["message"]
    used = told(capsys, *plain, "--use", "message")
    assert used["ignored"] == {} and used["test"]["accuracy"] > report["test"]["accuracy"]
    assert cli.main([*plain, "--use", "message", "--ignore", "message"]) == 1
    assert '"message" cannot be both an input and left out' in capsys.readouterr().err
    assert cli.main([*plain, "--use", "label"]) == 1
    assert '"label" cannot be both an input and the target' in capsys.readouterr().err


def test_a_script_that_stands_alone_answers_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "sms.csv")
    report = told(capsys, "train", "sms.csv", "--epochs", "5", "--hidden", "4", "--out", "w.npz")
    cli.main(["export", "w.npz", "w.py"])
    names = report["features"]
    words = {"free", "prize", "call", "now"}
    row = [1.0 if str(name).removeprefix("message: ") in words else 0.0 for name in names]
    code = f"import numpy as np, w; print(float(np.ravel(w.outputs([{row}]))[-1]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    (folder / "new.csv").write_text("message\nfree prize call now\n", encoding="utf-8")
    cli.main(["predict", "w.npz", "new.csv", "--out", "p.csv"])
    spam = predicted(folder)[0]["p(spam)"]
    np.testing.assert_allclose(float(done.stdout), float(spam), atol=1e-5)


def test_texts_without_a_word_that_comes_again_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (f"{'a' if at % 2 else 'b'},one{at} two{at} three{at}" for at in range(40))
    (folder / "t.csv").write_text("y,text\n" + "\n".join(lines) + "\n")
    assert cli.main(["train", "t.csv", "--target", "y", "--use", "text"]) == 1
    error = capsys.readouterr().err
    assert "no word stands in 3 rows" in error and error.count("\n") == 1


def test_texts_with_a_remark_here_and_there_behind_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns without a name that hold what was behind a comma in a few rows, as in a well-known table of messages."""
    rows = [["spam", BAD[at // 2 % 2]] if at % 2 else ["ham", GOOD[at // 2 % 3]] for at in range(400)]
    rows = [
        [label, f"{text} no{at}", f"rest {at}" if at % 80 == 0 else "", "GNT" if at in (9, 99) else "", ""]
        for at, (label, text) in enumerate(rows)
    ]
    for name, head in (("named.csv", [["v1", "v2", "", "", ""]]), ("nameless.csv", [])):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([*head, *rows])
    report = told(capsys, "inspect", "named.csv")
    roles = {column["name"]: column["role"] for column in report["columns"]}  # type: ignore[attr-defined]  # JSON of any kind
    assert (report["target"], roles["v1"], roles["v2"]) == ("v1", "target", "input")
    nameless = told(capsys, "inspect", "nameless.csv")
    assert (report["rows"], nameless["rows"], nameless["target"]) == (400, 400, "x1")
