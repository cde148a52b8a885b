"""The quick way gives exactly what the careful way gives, on generated tables and on odd ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fcgui.arrow import fast_parser
from fcgui_core import quoting, read_csv
from fcgui_core.errors import TableError
from fcgui_core.fast_block import FastBlocks
from fcgui_core.read_csv import read_table
from fcgui_core.read_options import ReadOptions
from fcgui_core.table import Table

fast = fast_parser()
pytestmark = pytest.mark.skipif(fast is None, reason="the fast reader is not installed")

NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.floats(-1e4, 1e4).map("{:.4f}".format),
    st.sampled_from(["0", "-0.0", "5e-324", "1.7976931348623157e308", ".5", "3.", "+7", "1e5", "1E-3", " 4 "]),
)
HOLES = st.sampled_from(["", "NA", "?", "nan", "NaN", "-", ".", "null", " ", "-nan", "#N/A"])
ODD = st.sampled_from(
    ["007", "00", "oops", "inf", "-inf", "Infinity", "1e400", "nAn", "nan(1)", "1_0", "0x10", "12345678901234567890",
     "1,234.5", "12 %", "$5", "x", " x ", "TRUE", "é", "1 2", "2020-01-02", "'", "--", "1e999", "１"],
)  # fmt: skip
COLUMNS = st.sampled_from(
    [NUMBERS, st.one_of(NUMBERS, HOLES), st.one_of(NUMBERS, NUMBERS, NUMBERS, HOLES, ODD), ODD,
     st.sampled_from(["a", "b", "a b", ""]), st.integers(0, 999).map("{:03d}".format), HOLES],
)  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of a few columns, each of its own kind, some cells quoted, with odd lines here and there."""
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=4))
    n = draw(st.integers(3, 40))
    quote = draw(st.sampled_from(["never", "sometimes", "wildly"]))
    lines = [",".join(f"c{at}" for at in range(len(columns)))]
    for _ in range(n):
        cells = [draw(column) for column in columns]
        if quote != "never":
            cells = [f'"{cell}"' if draw(st.booleans()) or "," in cell else cell for cell in cells]
        if quote == "wildly" and draw(st.integers(0, 9)) == 0:
            cells[-1] += draw(st.sampled_from(['"', '""', '"a""b"', '"a\nb"', ' "x"']))
        lines.append(",".join(cell if quote != "never" else cell.replace(",", "") for cell in cells))
        if draw(st.integers(0, 30)) == 0:
            lines.append(draw(st.sampled_from(["", "1", ",,,,", lines[0], "," * (len(columns) - 1), "Source: x"])))
    return (draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))).encode()


def told(table: Table) -> list[object]:
    cells = [
        (column.name, column.kind, column.reason, [None if value != value else value for value in column.values])
        for column in table.columns
    ]
    return [cells, table.notes, table.left_out, table.lines.tolist(), table.dialect]


def outcome(path: Path, options: ReadOptions, quick: bool) -> object:
    """What is read, or that it is refused: which of two faults is told first depends on where a block ends."""
    try:
        return told(read_table(path, options, fast=fast if quick else None))
    except TableError:
        return "refused"


@pytest.mark.parametrize("options", [ReadOptions(), ReadOptions(ragged="leave out", missing=("x", "12 %"))])
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=files(), rows=st.sampled_from([3, 8, 10_000]))
def test_both_ways_agree(tmp_path: Path, options: ReadOptions, content: bytes, rows: int) -> None:
    """Also in blocks of a few lines: what a column is does not depend on where a block ends."""
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_csv, "SAMPLE_BYTES", 100)
        patch.setattr(read_csv, "SMALL", 0)
        patch.setattr(read_csv, "MIN_SAMPLE_LINES", 5)
        patch.setattr(quoting, "MAX_OPEN_ROWS", 10_000)  # counted a block: it bounds the time that damage takes
        whole = outcome(path, options, quick=False)
        patch.setattr(read_csv, "BLOCK_BYTES", rows * 12)
        assert outcome(path, options, quick=True) == whole
        patch.setattr(read_csv, "CAREFUL_LINES", rows)
        assert outcome(path, options, quick=False) == whole


def test_a_plain_table_is_read_the_quick_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = np.random.default_rng(0).normal(size=(3_000, 4))
    lines = [",".join([*map(repr, row), "red" if row[0] > 0 else "blue, deep"]) for row in numbers.tolist()]
    text = "\n".join(["a,b,c,d,e", *lines]).replace("blue, deep", '"blue, deep"')
    path = tmp_path / "file.csv"
    path.write_text(text)
    parsed: list[bool] = []
    parse = FastBlocks.parse

    def watched(self: FastBlocks, block: bytes, trailing: bool) -> object:
        parts = parse(self, block, trailing)
        parsed.append(parts is not None)
        return parts

    monkeypatch.setattr(FastBlocks, "parse", watched)
    monkeypatch.setattr(read_csv, "SMALL", 0)
    table = read_table(path, fast=fast)
    assert parsed and all(parsed)
    assert all((table.column(name).values == numbers[:, at]).all() for at, name in enumerate("abcd"))
    assert set(table.column("e").counts) == {"red", "blue, deep"}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("first", "last"), [("1.5", "0012"), ("00", "x"), ("2", "oops"), ("7", "inf"), ("3", "1,5")])
def test_a_late_cell_counts_as_much_as_an_early_one(tmp_path: Path, first: str, last: str, ending: str) -> None:
    """One odd cell behind 30,000 rows: the column is the same as with that cell in front, whichever way it is read."""
    rows = [f"{first};{at}" for at in range(30_000)]
    seen = set()
    for quick in (True, False):
        for lines in ([f"{last};-1", *rows], [*rows, f"{last};-1"]):
            path = tmp_path / "file.csv"
            path.write_bytes(ending.join(["a;b", *lines]).encode())
            column = read_table(path, fast=fast if quick else None).columns[0]
            seen.add((column.kind, column.is_number, column.missing, tuple(sorted(column.counts.items()))))
    assert len(seen) == 1


def test_a_block_that_ends_within_a_cell_of_several_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_csv, "CAREFUL_LINES", 7)
    path = tmp_path / "file.csv"
    path.write_text("a,b\n" + '1,"x\ny\nz"\n2,w\n' * 40)
    table = read_table(path, fast=fast)
    assert table.n_rows == 80
    assert table.column("b").counts == {"x\ny\nz": 40, "w": 40}
    assert table.lines is not None and table.lines.tolist()[:4] == [2, 5, 6, 9]


@pytest.mark.parametrize("rows", [3, 70, 400])  # fewer and more than are cut at once
@pytest.mark.parametrize(
    "odd", ["", ",,", "a,b,c", "\x1a", " , \t, ", "1", "1,2,3,4", "# remark", '"x",2,3', " 7 , x y ,z", "Source: x"]
)
@pytest.mark.parametrize("options", [ReadOptions(), ReadOptions(ragged="leave out")], ids=["refuse", "leave out"])
def test_lines_cut_many_at_once_give_what_each_gives_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, odd: str, options: ReadOptions
) -> None:
    lines = ["a,b,c", *(f"{at},{at / 4},{'xyz'[at % 3]}" for at in range(rows))]
    path = tmp_path / "t.csv"
    for place in (1, rows // 2, rows + 1):
        path.write_text("\n".join([*lines[:place], odd, *lines[place:]]) + "\n")
        with monkeypatch.context() as alone:
            alone.setattr(quoting, "PIECE_LINES", 1)
            alone.setattr(read_csv, "plain_columns", lambda lines, dialect: None)
            one_by_one = read_or_told(path, options)
        assert read_or_told(path, options) == one_by_one


def read_or_told(path: Path, options: ReadOptions) -> list[object]:
    try:
        return told(read_table(path, options))
    except TableError as error:
        return [str(error)]
