"""Tables inside project files."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.archive import open_archive, write_archive
from fcgui_core.column import Column
from fcgui_core.errors import FileError
from fcgui_core.read_csv import read_table
from fcgui_core.table import Table
from fcgui_core.table_archive import describe_table, restore_table

CSV = """# measured in spring
Id;Größe;Farbe;Note;leer
1;1,5;rot;mies;
2;NA;grün;gut;
3;-2,25;rot;;
4;7;blau;gut;
5;8;"a;b";gut;
"""


def table_of(tmp_path: Path) -> Table:
    path = tmp_path / "odd.csv"
    path.write_text(CSV, encoding="utf-8")
    table = read_table(path)
    return table.with_kinds({"Id": "numeric"}).with_order("Note", ("mies", "gut"))


def again(tmp_path: Path, table: Table, change: Callable[[Any], None] | None = None) -> Table:
    description, arrays = describe_table(table)
    description = copy.deepcopy(description)
    if change is not None:
        change(description)
    write_archive(tmp_path / "t.fcgui", {"table": description}, arrays)
    with open_archive(tmp_path / "t.fcgui") as (found, file):
        return restore_table(found["table"], file)


def test_a_table_comes_back_as_it_was(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    same = again(tmp_path, table)
    assert same.names == table.names
    for before, after in zip(table.columns, same.columns, strict=True):
        assert (after.kind, after.reason, after.order, after.missing) == (
            before.kind, before.reason, before.order, before.missing,
        )  # fmt: skip
        assert after.values.dtype == before.values.dtype
        np.testing.assert_array_equal(after.values, before.values)
        assert not after.values.flags.writeable
    assert (same.name, same.n_rows, same.notes, same.path) == (table.name, table.n_rows, table.notes, table.path)
    assert (dict(same.dialect), same.read_options) == (dict(table.dialect), table.read_options)
    assert (same.left_out, same.n_left_out) == (table.left_out, table.n_left_out)
    if table.lines is not None and same.lines is not None:
        np.testing.assert_array_equal(same.lines, table.lines)
    assert (table.lines is None) == (same.lines is None)


def too_many_rows(data: Any) -> None:
    data["rows"] = 6


def unknown_kind(data: Any) -> None:
    data["columns"][0]["kind"] = "colour"


def no_name(data: Any) -> None:
    data["columns"][0]["name"] = 3


def a_number_column_told_as_text(data: Any) -> None:
    data["columns"][1]["numbers"] = False


def twice_the_same_name(data: Any) -> None:
    data["columns"][0]["name"] = data["columns"][1]["name"]


def ragged_by_another_word(data: Any) -> None:
    data["read_options"]["ragged"] = "pad"


def no_columns(data: Any) -> None:
    del data["columns"]


@pytest.mark.parametrize(
    "change",
    [
        too_many_rows,
        unknown_kind,
        no_name,
        a_number_column_told_as_text,
        twice_the_same_name,
        ragged_by_another_word,
        no_columns,
    ],
)
def test_what_no_table_can_be_is_refused(tmp_path: Path, change: Callable[[Any], None]) -> None:
    with pytest.raises(FileError, match=r"^t\.fcgui: "):
        again(tmp_path, table_of(tmp_path), change)


def test_long_texts_and_many_columns_come_back(tmp_path: Path) -> None:
    """More than 64 MB of different texts in one column, and more columns than a weights file has parts."""
    rng = np.random.default_rng(0)
    letters = rng.integers(97, 123, (400, 170_000), dtype=np.uint8)
    notes = np.array([row.tobytes().decode() for row in letters], dtype=object)
    numbers = [Column(f"x{at}", "numeric", np.arange(400.0), 0, "") for at in range(1_200)]
    table = Table("long", (Column("note", "text", notes, 0, ""), *numbers), 400)
    same = again(tmp_path, table)
    assert same.names == table.names
    np.testing.assert_array_equal(same.columns[0].values, notes)


def test_texts_that_could_not_be_read_again_are_not_written(tmp_path: Path) -> None:
    notes = np.array([f"{at}{'a' * 40_000}" for at in range(2_000)], dtype=object)
    with pytest.raises(FileError, match="leave it in its own file"):
        again(tmp_path, Table("alike", (Column("note", "text", notes, 0, ""),), 2_000))
    assert not list(tmp_path.iterdir())
