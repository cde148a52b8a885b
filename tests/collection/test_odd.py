"""Every odd but valid file of the collection is read exactly: by `read_table`, and told by `fcgui inspect --json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui import cli
from fcgui_core.read_csv import read_table
from fcgui_core.table import Column
from tests.collection.odd import ODD
from tests.collection.writing import in_bytes


def cells(column: Column) -> list[Any]:
    """The cells as they were read, None where one is missing."""
    if column.is_number:
        return [None if np.isnan(value) else float(value) for value in column.values]
    return list(column.values)


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_is_read_exactly(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = ODD[name]
    path = tmp_path / f"file{odd.ending}"
    path.write_bytes(in_bytes(odd.content))
    table = read_table(path)
    assert {column.name: cells(column) for column in table.columns} == odd.columns
    assert table.names == tuple(odd.columns)
    told = " ".join(table.notes)
    assert all(note in told for note in odd.notes), told
    assert {key: table.dialect[key] for key in odd.dialect} == odd.dialect

    assert cli.main(["inspect", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [column["name"] for column in shown["columns"]] == list(odd.columns)
    assert shown["rows"] == len(next(iter(odd.columns.values())))
    assert {key: shown[key] for key in odd.dialect} == odd.dialect
    assert shown["notes"] == list(table.notes)


def test_the_collection_is_large_and_no_file_comes_twice() -> None:
    assert len(ODD) >= 60
    assert len({in_bytes(odd.content) for odd in ODD.values()}) == len(ODD)
