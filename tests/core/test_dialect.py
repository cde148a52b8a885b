"""Whatever the text is, its dialect is recognised or refused in our own words, and its rows account for every line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.dialect import Dialect, recognise
from fcgui_core.errors import TableError
from fcgui_core.quoting import MAX_QUOTED_LINES, Style, split_rows

SIGNS = st.text(alphabet="ab1,;\t|'\"\\ \n#:.-", max_size=200)


def dialect_of(text: str) -> Dialect | None:
    try:
        return recognise(text.splitlines(keepends=True))
    except TableError:
        return None


@given(SIGNS)
def test_any_text_has_a_dialect_or_is_refused(text: str) -> None:
    dialect = dialect_of(text)
    if dialect is not None:
        assert dialect.width >= 1 and 0 <= dialect.body <= len(text.splitlines())
        assert dialect.header == bool(dialect.names)


@given(
    SIGNS, st.sampled_from([",", ";", "\t", "::", " ", "  "]), st.sampled_from(['"', "'"]), st.sampled_from(["", "\\"])
)
def test_every_line_is_part_of_one_row_in_order(text: str, delimiter: str, quote: str, escape: str) -> None:
    lines = text.splitlines(keepends=True)
    rows, taken = split_rows(lines, Style(delimiter, quote, escape))
    assert taken == len(lines)
    starts = [row.line for row in rows]
    assert starts == sorted(set(starts))
    assert all(row.cells for row in rows)
    skipped = {at for at, line in enumerate(lines, 1) if not line.strip()} | set(starts)
    if quote not in text:
        assert skipped == set(range(1, len(lines) + 1))


@given(st.lists(st.lists(st.text(alphabet="ab,;'\"\n x1", max_size=6), min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_is_written_in_quotes_is_read_again(rows: list[list[str]]) -> None:
    written = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    read, _ = split_rows(written.splitlines(keepends=True), Style(","))
    assert [row.cells for row in read] == [[cell.strip() for cell in row] for row in rows]
    assert not any(row.quotes for row in read)


@pytest.mark.parametrize("size", [10, 3000])
def test_rows_that_are_not_finished_wait_for_more_lines(size: int) -> None:
    lines = ["1,2\n"] * size + ['3,"x\n']
    rows, taken = split_rows(lines, Style(","), final=False)
    assert (len(rows), taken) == (size, size)
    rows, taken = split_rows(lines, Style(","))
    assert rows[-1].quotes == "open" and taken == size + 1


def test_a_mark_that_is_never_closed_takes_one_line() -> None:
    lines = ['1,"x\n'] + ["2,y\n"] * (3 * MAX_QUOTED_LINES)
    rows, _ = split_rows(lines, Style(","))
    assert rows[0].quotes == "open" and rows[0].cells == ["1", '"x']
    assert len(rows) == len(lines)
