"""Workbooks, Parquet files, and how a file is read where the user says so: on the command line."""

from __future__ import annotations

import datetime
import itertools
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

from fcgui import cli, workbook
from fcgui.tables import open_table, preview
from fcgui_core.errors import Cancelled
from fcgui_core.read_options import ReadOptions

FLATS = [(at / 4, datetime.date(2024, 1, 1 + at % 28), at % 5 or None, "ab"[at % 2]) for at in range(40)]
ROWS = [("size", "when", "rooms", "kind"), *FLATS]


def inspected(capsys: pytest.CaptureFixture[str], *argv: object) -> dict[str, Any]:
    assert cli.main(["inspect", *map(str, argv), "--json"]) == 0, capsys.readouterr().err
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    assert cli.main(["inspect", *map(str, argv)]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


def book(path: Path, above: int = 0) -> Path:
    made = openpyxl.Workbook()
    made.active.title = "Notes"
    made.active["A1"] = "nothing here"
    sheet = made.create_sheet("Flats")
    for at in range(above):
        sheet.append([f"Flats of our town, part {at + 1}"])
    for row in ROWS:
        sheet.append(row)
    made.create_sheet("More").append(["a", "b"])
    made.save(path)
    return path


@pytest.mark.parametrize("above", [0, 2])
def test_a_workbook_is_a_table_as_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str], above: int) -> None:
    path = book(tmp_path / "flats.xlsx", above)
    found = inspected(capsys, path)
    assert found["rows"] == 40
    kinds = {column["name"]: (column["kind"], column["missing"]) for column in found["columns"]}
    assert kinds == {"size": ("numeric", 0), "when": ("date", 0), "rooms": ("numeric", 8), "kind": ("categorical", 0)}
    assert any("the sheet is Flats, one of 3" in note for note in found["notes"])
    assert [column.text(1) for column in open_table(path).columns] == ["0.25", "2024-01-02", "1", "b"]
    assert 2 <= preview(path, rows=5).n_rows <= 5


def test_a_sheet_is_chosen_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path / "flats.xlsx")
    assert "there is no sheet" in refused(capsys, path, "--sheet", "Houses")
    assert inspected(capsys, path, "--sheet", "More")["rows"] == 0  # a header and nothing below
    assert cli.main(["train", str(path), "--sheet", "More"]) == 1
    assert "a header but no rows" in capsys.readouterr().err


def test_without_openpyxl_it_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path / "flats.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert "pip install openpyxl" in refused(capsys, path)


def test_what_openpyxl_does_not_know_in_a_workbook_is_no_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Excel writes drop-down lists as an extension, of which openpyxl warns."""
    path = book(tmp_path / "flats.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet2.xml"
    lists = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"></ext></extLst></worksheet>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(b"</worksheet>", lists) if name == sheet else part)
    assert cli.main(["inspect", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "40 rows" in out and err == ""


def test_a_long_sheet_is_read_with_progress_and_can_be_given_up(tmp_path: Path) -> None:
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet("Long")
    sheet.append(["a", "b", "c"])
    for at in range(12_000):
        sheet.append([at / 8, "xyz"[at % 3] if at % 5 else None, at if at % 7 else None])
    sheet.append([])
    sheet.append([None, " "])
    path = tmp_path / "long.xlsx"
    made.save(path)
    shares: list[float] = []
    table = open_table(path, progress=shares.append)
    assert table.n_rows == 12_000 and table.column("b").missing == 2_400
    assert table.column("a").values[-1] == 11_999 / 8 and table.column("c").values[1] == 1
    assert len(shares) > 20 and shares == sorted(shares) and shares[-1] == pytest.approx(1)
    assert sum(0.05 < share < 0.85 for share in shares) > 10
    asked = itertools.count()
    with pytest.raises(Cancelled):
        open_table(path, cancelled=lambda: next(asked) > 4)


def test_a_broken_workbook_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path / "flats.xlsx")
    whole = path.read_bytes()
    for cut in (10, 200, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:cut])
        assert "broken" in refused(capsys, path)
    assert workbook.is_workbook(path)


def test_a_parquet_file_is_read_with_its_types(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.parquet"
    table = pyarrow.table(
        {
            "x": pyarrow.array([1.5, None, float("nan"), 4.0] * 10),
            "n": pyarrow.array(range(40), pyarrow.int64()),
            "flag": pyarrow.array([True, False, None, True] * 10),
            "kind": pyarrow.array(["a", "b", "", " c "] * 10).dictionary_encode(),
            "when": pyarrow.array([datetime.datetime(2024, 1, 1 + at % 28, 12) for at in range(40)]),
            "list": pyarrow.array([[1, 2]] * 40),
        }
    )
    pyarrow.parquet.write_table(table, path)
    found = inspected(capsys, path)
    assert found["rows"] == 40
    kinds = {column["name"]: (column["kind"], column["missing"]) for column in found["columns"]}
    assert kinds["x"] == ("numeric", 20)
    assert kinds["flag"] == ("categorical", 10) and kinds["kind"] == ("categorical", 10)
    assert kinds["when"] == ("date", 0)
    assert "list" not in kinds and any(note.startswith("list holds") for note in found["notes"])
    assert cli.main(["train", str(path), "--target", "kind", "--epochs", "1", "--json"]) == 0
    path.write_bytes(path.read_bytes()[:300])
    capsys.readouterr()
    assert "Parquet file is broken" in refused(capsys, path)


# --- what the user says about a text ---


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def column(path: Path, capsys: pytest.CaptureFixture[str], name: str, *options: str) -> dict[str, Any]:
    return next(each for each in inspected(capsys, path, *options)["columns"] if each["name"] == name)


def test_further_marks_of_missing_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "a,b\n" + "1,x\n2,unknown\n-999,y\n4,x\n" * 10)
    assert column(path, capsys, "a")["missing"] == 0
    given = ("--missing=-999", "--missing", "unknown")
    assert column(path, capsys, "a", *given)["missing"] == 10
    assert column(path, capsys, "b", *given)["missing"] == 10


def test_thousands_and_lines_above(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "a note, with a comma\nn;m\n" + "1.234;5\n7.500;6\n" * 10)
    found = inspected(capsys, path, "--skip-lines", "1", "--thousands", ".", "--delimiter", ";")
    assert [each["name"] for each in found["columns"]] == ["n", "m"]
    table = open_table(path, ReadOptions(skip_lines=1, thousands=".", delimiter=";"))
    np.testing.assert_array_equal(table.column("n").values[:2], [1234, 7500])


def test_words_among_numbers_are_told_with_their_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = [str(at / 2) for at in range(60)]
    cells[5] = cells[17] = cells[30] = "abc"
    path = write(tmp_path, "a,b\n" + "".join(f"{cell},{at}\n" for at, cell in enumerate(cells)))
    (note,) = (note for note in inspected(capsys, path)["notes"] if note.startswith("a holds"))
    assert 'but for "abc" in lines 7, 19, 32; these cells count as missing' in note
    cells[0], cells[40:44] = "x", ["abc", "y", "abc", "abc"]
    write(tmp_path, "a,b\n" + "".join(f"{cell},{at}\n" for at, cell in enumerate(cells)))
    (note,) = (note for note in inspected(capsys, path)["notes"] if note.startswith("a holds"))
    assert 'but for "x" in line 2, "abc" in lines 7, 19, 32, 42 and 3 more; it is taken for text' in note


@pytest.mark.parametrize(
    ("cell", "mark", "called"),
    [
        ("{} 250,5", " ", "a blank"),
        ("{}\u202f250,5", "\u202f", "a blank"),
        ("{} 250 ₽", " ", "a blank"),
        ("{}.250,5", ".", "a dot"),
        ("{}'250", "'", "an apostrophe"),
        ("$ {},250.5", ",", "a comma"),
        ("({},250.5)", ",", "a comma"),
        ("{}250,5", None, ""),
        ("{},250", None, ""),
        ("{}.25", None, ""),
        ("{}.250", None, ""),
    ],
)
def test_marks_between_thousands_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cell: str, mark: str | None, called: str
) -> None:
    """Numbers below a thousand come first; 1,250 alone may as well be a number with a decimal comma."""
    first = cell.replace(" 250", "").replace(",250.5", "").format(7).strip("()")
    rows = "".join(f"{cell.format(at)};{at % 7};{'ab'[at % 2]}\n" for at in range(1, 40))
    path = write(tmp_path, "Цена;n;kind\n" + f"{first};1;a\n" + rows)
    found = inspected(capsys, path)
    told = [note for note in found["notes"] if "thousands" in note]
    assert found["thousands"] == mark
    assert told == ([f"the mark between thousands is {called} (in Цена)."] if mark else [])
    assert cli.main(["inspect", str(path)]) == 0
    assert (f"thousands {mark!r}" in capsys.readouterr().out) == (mark is not None)


def test_a_workbook_has_no_encoding_and_no_delimiter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path / "flats.xlsx")
    for options in ((), ("--sheet", "More")):  # that one has names, and no rows
        found = inspected(capsys, path, *options)
        assert (found["encoding"], found["delimiter"], found["thousands"]) == ("xlsx", None, None)
        assert cli.main(["inspect", str(path), *options]) == 0
        assert "xlsx, decimal '.', with a header" in capsys.readouterr().out


@pytest.mark.parametrize("far", [[1e9], [-1e9, 1e9], [1e9] * 8, [300.0]])
@pytest.mark.parametrize("n", [30, 200])
def test_extremes_of_a_small_table_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], far: list[float], n: int
) -> None:
    """One value of 30, or up to eight of 200, of which each moves mean and deviation towards itself."""
    values = np.random.default_rng(0).uniform(size=(n, 2))
    few = far[: max(1, n // 20)]
    path = write(tmp_path, "a,b,kind\n" + "".join(f"{a},{b},{'xy'[at % 2]}\n" for at, (a, b) in enumerate(values)))
    assert inspected(capsys, path)["warnings"] == []
    values[5 : 5 + len(few), 0] = few
    write(tmp_path, "a,b,kind\n" + "".join(f"{a},{b},{'xy'[at % 2]}\n" for at, (a, b) in enumerate(values)))
    (told,) = (each for each in inspected(capsys, path)["warnings"] if each["kind"] == "extremes")
    assert told["columns"] == ["a"] and "standard deviations of the others from their mean;" in told["sentence"]


def test_a_long_tail_is_no_extreme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    random = np.random.default_rng(0)
    for n in (40, 200, 2000):
        values = zip(random.lognormal(size=n), random.exponential(size=n), random.uniform(size=n), strict=True)
        path = write(tmp_path, "a,b,kind\n" + "".join(f"{a},{b},{'xy'[int(c > 0.5)]}\n" for a, b, c in values))
        assert "extremes" not in [each["kind"] for each in inspected(capsys, path)["warnings"]]


def test_rows_of_another_width_are_refused_or_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "a,b\n" + "1,x\n2,y\n" * 10 + "3\n4,x,5\n" + "5,y\n")
    assert cli.main(["train", str(path), "--epochs", "1"]) == 1
    told = capsys.readouterr().err
    assert "line 22" in told and "--ragged leave-out" in told
    found = inspected(capsys, path, "--ragged", "leave-out")
    assert found["rows"] == 21 and found["n_left_out"] == 2
    assert [row["line"] for row in found["left_out"]] == [22, 23]
    assert "2 rows left out (lines 22, 23): they are of another width." in found["notes"]
    assert cli.main(["train", str(path), "--epochs", "1", "--ragged", "leave-out", "--json"]) == 0


def test_how_a_file_is_read_means_nothing_for_a_bundled_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["inspect", "iris", "--skip-lines", "1"]) == 2
    assert "--skip-lines is for reading a file" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
@pytest.mark.parametrize("name", ["pipe.csv", "pipe.parquet", "pipe.xlsx"])
def test_a_pipe_is_no_file(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / name)
    assert cli.main(["inspect", str(tmp_path / name)]) == 1
    assert "not an ordinary file" in capsys.readouterr().err


def test_a_workbook_made_to_fill_the_memory_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save(tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b" " * (1 << 24))
    assert "too large" in refused(capsys, tmp_path / "t.xlsx")


def test_a_workbook_can_be_given_up_while_it_is_opened(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for at in range(300):
        book.active.append([at, f"text {at}"])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(Cancelled):
        open_table(tmp_path / "t.xlsx", cancelled=lambda: True)
