"""A table without the rows that the user leaves out: as if its file had never held them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fcgui_core.errors import TableError
from fcgui_core.read_csv import read_table
from fcgui_core.read_options import LeftOut
from fcgui_core.table import Table
from fcgui_core.without_rows import (
    BY_YOU,
    left_out_lines,
    read_ranges,
    rows_at,
    with_choices,
    without_lines,
    without_rows,
    write_ranges,
)

LINES = ["when;zip;size;price", *(f"{at % 28 + 1:02}.05.2023;0214{at % 3};{at};{at},5" for at in range(30))]


def table_of(path: Path, *more: str, lines: list[str] = LINES) -> Table:
    (path / "t.csv").write_text("\n".join([*lines, *more]) + "\n", encoding="utf-8")
    return read_table(path / "t.csv")


def described(table: Table) -> list[tuple[str, str, str, list[str | None]]]:
    return [(one.name, one.kind, one.reason, one.texts().tolist()) for one in table.columns]


@pytest.mark.parametrize(
    "total",
    ["Итого;;435;450", "Итого;Итого;Итого;Итого", ";;435;450", "Total;Total;many words;-", "???;?;1e5;?"],
)
def test_it_is_the_table_of_a_file_without_these_lines(tmp_path: Path, total: str) -> None:
    plain, table = table_of(tmp_path), table_of(tmp_path, total)
    made = without_lines(table, ((32, 32),))
    assert described(made) == described(plain)
    assert made.left_out == (LeftOut(32, BY_YOU),) and made.n_left_out == 1
    assert made.lines is not None and plain.lines is not None and np.array_equal(made.lines, plain.lines)


def test_numbers_that_only_the_row_of_totals_kept_from_being_numbers(tmp_path: Path) -> None:
    lines = ["a;b", "1,5;x", "2,25;y", "3;x", "4;y"]
    table = table_of(tmp_path, "in all 10,75;z", lines=lines)
    assert not table.column("a").is_number
    assert described(without_rows(table, [4])) == described(table_of(tmp_path, lines=lines))


def test_rows_in_the_middle_and_what_rows_are_called(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    made = without_rows(table, np.array([3, 4, 10]))
    assert made.n_rows == 27 and made.complete is table and made.rows_left_out.tolist() == [3, 4, 10]
    assert [made.number(row) for row in (0, 2, 3, 26)] == [1, 3, 6, 30]
    assert [row.line for row in made.left_out] == [5, 6, 12] and left_out_lines(made) == ((5, 6), (12, 12))
    assert made.column("size").text(3) == "5" and not made.column("size").values.flags.writeable
    fewer = without_rows(made, [4])  # rows are those of the whole table
    assert fewer.rows_left_out.tolist() == [4] and fewer.complete is table
    assert without_rows(made, []) is table


def test_what_the_user_chose_stays(tmp_path: Path) -> None:
    table = table_of(tmp_path).with_kinds({"size": "categorical"}).with_order("zip", ("02142", "02141", "02140"))
    made = without_rows(table, [0])
    assert made.column("size").kind == "categorical" and made.column("zip").order == ("02142", "02141", "02140")
    made = made.with_kinds({"when": "text"})
    back = without_rows(made, [])
    assert back.column("when").kind == "text" and back.n_rows == 30 and back.whole is None
    only = without_rows(table, range(3, 30))
    assert with_choices(only, table).column("size").kind == "categorical"


def test_no_row_would_be_left(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no row would be left"):
        without_rows(table_of(tmp_path), range(30))


def test_lines_as_text() -> None:
    assert read_ranges("12, 151-160,7") == ((12, 12), (151, 160), (7, 7))
    assert write_ranges([2, 3, 4, 7, 9, 10]) == "2-4,7,9-10" and write_ranges([]) == ""
    for text in ("", "a", "3-1", "0", "1,,2", "-3", "1-", "99999999999999"):
        with pytest.raises(TableError, match="no list of lines"):
            read_ranges(text)


def test_lines_that_are_no_rows_are_told(tmp_path: Path) -> None:
    table = table_of(tmp_path, "", ";;;", "1.05.2023;02140;7;8")
    assert rows_at(table, ((30, 90),)).tolist() == [28, 29, 30]
    assert without_lines(table, ((33, 34),)).n_rows == 30  # line 33 is empty, and not in the table anyway
    for ranges, said in ((((1, 1),), "line 1 is no row"), (((40, 50),), "none of the lines 40 to 50 is a row")):
        with pytest.raises(TableError, match=said):
            without_lines(table, ranges)
