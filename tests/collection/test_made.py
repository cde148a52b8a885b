"""Files made at random, whose truth is known, are read cell by cell as they were meant.

A few hundred by default; ``FCGUI_MADE=20000`` makes it the long run, which prints those that are misread.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from fcgui import cli
from fcgui.tables import open_table
from fcgui_core.errors import FcguiError
from tests.collection.made import Made, made
from tests.collection.test_odd import cells

MADE = int(os.environ.get("FCGUI_MADE", "400"))
# The first files are all read rightly. Of many, a few say too little: two short words in a code page, for example.
FIRST, MISREAD_SHARE = 1_000, 0.002


def misread(path: Path, file: Made) -> str:
    """Return what is read otherwise than it was meant; "" if nothing is."""
    path.write_bytes(file.content)
    try:
        table = open_table(path)
    except FcguiError as error:
        return str(error)
    if table.names != tuple(file.columns):
        return f"the names are {table.names}"
    for column, (name, meant) in zip(table.columns, file.columns.items(), strict=True):
        if cells(column) != meant:
            return f"{name} is {cells(column)[:5]} ..., not {meant[:5]} ..."
    return ""


@pytest.mark.timeout(3600)
def test_files_of_all_habits_are_read_as_they_were_meant(tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    wrong = {seed: told for seed in range(MADE) if (told := misread(path, made(seed)))}
    for seed, told in wrong.items():
        print(seed, told, made(seed).habits)
    assert not [seed for seed in wrong if seed < FIRST]
    assert len(wrong) <= MISREAD_SHARE * MADE


@pytest.mark.parametrize("seed", range(20))
def test_inspect_tells_how_a_made_file_is_written(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, file = tmp_path / "made.csv", made(seed)
    path.write_bytes(file.content)
    assert cli.main(["inspect", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["delimiter"], shown["decimal"]) == (file.habits["delimiter"], file.habits["decimal"])
    assert shown["header"] == (file.habits["header"] != "none")
    assert {column["name"]: column["missing"] for column in shown["columns"]} == {
        name: meant.count(None) for name, meant in file.columns.items()
    }
