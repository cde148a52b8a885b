"""Every hostile file of the collection is refused with one clear sentence, by `read_table` and by `fcgui train`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fcgui import cli
from fcgui_core.errors import TableError
from fcgui_core.read_csv import read_table
from tests.collection.hostile import HOSTILE, ROWS_OF_OTHER_WIDTH
from tests.collection.writing import in_bytes


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = HOSTILE[name]
    path = tmp_path / f"file{hostile.ending}"
    path.write_bytes(in_bytes(hostile.content))
    with pytest.raises(TableError) as caught:
        read_table(path)
    told = str(caught.value)
    assert told.startswith(path.name) and told.endswith(".") and "\n" not in told
    assert all(word in told for word in hostile.words), told
    assert hostile.line is None or caught.value.line == hostile.line, told

    assert cli.main(["train", str(path), "--out", str(tmp_path / "weights.npz")]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and told in err
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ROWS_OF_OTHER_WIDTH)
def test_inspect_tells_how_a_ragged_file_is_written_and_which_rows_are_odd(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = ROWS_OF_OTHER_WIDTH[name]
    path = tmp_path / "file.csv"
    path.write_bytes(in_bytes(hostile.content))
    assert cli.main(["inspect", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    shown = json.loads(out)
    assert shown["delimiter"] == "," and shown["encoding"] == "utf-8" and shown["rows"] > 0
    assert shown["n_left_out"] == len(shown["left_out"])
    assert hostile.line in [row["line"] for row in shown["left_out"]]
    assert shown["ragged"]["rows"] == len(shown["ragged"]["lines"]) > 0 and not shown["ragged"]["more"]
    assert shown["ragged"]["lines"][0] == hostile.line
    assert err.startswith("fcgui: warning: file.csv, line ") and "--ragged leave-out" in err
    assert err.count("\n") == 1 and f"line {hostile.line}" in err

    assert cli.main(["inspect", str(path), "--json", "--ragged", "leave-out"]) == 0
    out, err = capsys.readouterr()
    assert err == "" and json.loads(out) == shown | {"ragged": {"rows": 0, "more": False, "lines": []}}


def test_inspect_lists_the_first_rows_that_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "file.csv"
    path.write_text("a,b,c\n" + "1,2,3\n" * 20 + "4,5\n" * 7 + ",,\n" * 6 + "6,7,8\n")
    assert cli.main(["inspect", str(path)]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    at = lines.index("left out: 13 rows of the file")
    assert lines[at + 1] == "  line 22: 2 cells where the other rows have 3"
    assert lines[at + 10 : at + 12] == ["  line 31: no value in it", "  and 3 more rows; --json lists them"]
    assert err.startswith("fcgui: warning: file.csv, line 22: 2 cells") and "There are 7 such rows" in err
    assert cli.main(["inspect", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [row["line"] for row in shown["left_out"]] == list(range(22, 35)) and shown["rows"] == 21


def test_a_file_of_ragged_rows_is_read_no_further_than_need_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file.csv"
    path.write_text("a,b,c\n" + "1,2,3\n" * 50 + "4,5\n1,2,3\n" * 3_000)
    assert cli.main(["train", str(path)]) == 1
    assert "There are at least 1,000 such rows." in capsys.readouterr().err
    assert cli.main(["inspect", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["rows"], shown["n_left_out"]) == (3_050, 3_000)
    assert shown["ragged"]["more"] and len(shown["ragged"]["lines"]) == 1_000


def test_inspect_tells_what_is_left_of_a_file_of_ragged_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file.csv"
    path.write_text("SEQUENTIAL\n# user, domain, key\ntest;pbx.lan;[authentication user=x key=y]\n")
    assert cli.main(["inspect", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    assert (
        json.loads(out)["rows"] == 0
        and json.loads(out)["left_out"][0]["line"] == 3
        and err.endswith("the file has a header but no rows.\n")
    )


def inspected(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> dict[str, Any]:
    path = tmp_path / "other.csv"
    path.write_text(text)
    assert cli.main(["inspect", str(path), "--json"]) == 0
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    return shown


def test_inspect_tells_the_names_of_a_table_without_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "file.csv"
    path.write_text("plant;height;kind\n")
    assert cli.main(["inspect", str(path)]) == 0
    assert "delimiter ';'" in (shown := capsys.readouterr().out) and "plant, height, kind" in shown
    assert cli.main(["inspect", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    shown = json.loads(out)
    assert (shown["delimiter"], shown["header"], shown["rows"]) == (";", True, 0)
    assert [column["name"] for column in shown["columns"]] == ["plant", "height", "kind"]
    assert err == "fcgui: warning: file.csv, line 1: the file has a header but no rows.\n"
    assert set(shown) == set(inspected(tmp_path, capsys, "a,b\n1,2\n"))
    assert set(shown["columns"][0]) == set(inspected(tmp_path, capsys, "a,b\n1,2\n")["columns"][0])


def test_the_collection_is_large_and_no_file_comes_twice() -> None:
    assert len(HOSTILE) >= 60
    assert len({in_bytes(hostile.content) for hostile in HOSTILE.values()}) == len(HOSTILE)
