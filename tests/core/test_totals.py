"""Rows of totals are told apart from rows that only hold such a word, or such numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from fcgui_core.totals import find_totals
from fcgui_core.traps import find_traps
from fcgui_core.without_rows import without_rows

RNG = np.random.default_rng(3)
ROWS = [f"{('north', 'south', 'east', 'west')[at % 4]},{at + 3},{RNG.integers(10, 99)}" for at in range(20)]
SUMS = "{name},250,{price}"
PRICE = sum(int(row.rpartition(",")[2]) for row in ROWS)


def rows_of(path: Path, lines: list[str], header: str = "region,size,price") -> list[int]:
    (path / "t.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return [found.row for found in find_totals(read_table(path / "t.csv"))]


LABELS = ["Total", "TOTAL:", "Grand total", "Totals", "Sum", "Summe", "Gesamt", "Gesamtergebnis", "Итого", "ИТОГО:"]
LABELS += ["Всего по отделу", "Total general", "Total général", "Totale", "Suma", "Subtotal", "Сумма", "合计", ""]


@pytest.mark.parametrize("name", LABELS)
def test_a_row_of_totals_at_the_end(tmp_path: Path, name: str) -> None:
    assert rows_of(tmp_path, [*ROWS, SUMS.format(name=name, price=PRICE)]) == [20]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (f"Total,,{PRICE}", True),
        (f"Total,9999,{PRICE + 40}", True),  # of the rows before somebody filtered
        ("Total,,", True),
        ("Total,12,50", False),  # a region of that name
        ("total immersion,11,44", False),
        ("Summer,250,44", False),
        (f",,{PRICE}", True),
        (f"west,,{PRICE}", False),  # a single number by accident
        (f"west,250,{PRICE}", True),
        (f"west,250,{PRICE + 1}", False),
        (f"Totally,251,{PRICE}", False),
    ],
)
def test_what_the_last_row_has_to_hold(tmp_path: Path, row: str, found: bool) -> None:
    assert rows_of(tmp_path, [*ROWS, row]) == ([20] if found else [])


def test_totals_above_the_rows(tmp_path: Path) -> None:
    assert rows_of(tmp_path, [SUMS.format(name="All", price=PRICE), *ROWS]) == [0]


@pytest.mark.parametrize(
    "lines",
    [
        [*ROWS[:10], f"Total,250,{PRICE}", *ROWS[10:]],  # in the middle
        [*ROWS, "Total,4,20", *ROWS, "Total,999,999"],  # a category that comes again
        ["a,0,0", "b,0,0", "c,0,0", "d,0,0", "e,0,0"],
        ["a,1,0", "b,0,0", "c,0,0", "d,0,0", "e,1,0"],
        ["a,1,2", "b,2,3", "c,3,5"],  # too few to tell
    ],
)
def test_tables_without_totals(tmp_path: Path, lines: list[str]) -> None:
    assert rows_of(tmp_path, lines) == []


def test_the_warning_names_the_line_and_leaves_the_row_out(tmp_path: Path) -> None:
    rows_of(tmp_path, [*ROWS, SUMS.format(name="Total", price=PRICE)])
    table = read_table(tmp_path / "t.csv")
    roles = guess_roles(table, "price")
    trap = find_traps(table, roles)[0]
    assert (trap.kind, trap.fix, trap.rows) == ("totals", "leave out rows", (20,))
    assert trap.sentence.startswith('line 22 looks like a row of totals ("region" says "Total")')
    assert all(one.kind != "far target" for one in find_traps(table, roles))  # nothing is said twice
    made = without_rows(without_rows(table, [2]), [2, 20])
    assert all(one.kind not in ("totals", "far target") for one in find_traps(made, guess_roles(made, "price")))


def test_a_slip_in_the_target_can_be_left_out_too(tmp_path: Path) -> None:
    rows_of(tmp_path, [*ROWS[:8], "north,5,1e9", *ROWS[8:]])
    table = without_rows(read_table(tmp_path / "t.csv"), [0])
    trap = next(one for one in find_traps(table, guess_roles(table, "price")) if one.kind == "far target")
    assert "in line 10" in trap.sentence and (trap.fix, trap.rows) == ("leave out rows", (8,))
