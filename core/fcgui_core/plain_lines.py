"""Lines in which a delimiter is all that means anything are cut many at once, without a row of their own each."""

from __future__ import annotations

from collections.abc import Sequence

from fcgui_core.dialect import Dialect
from fcgui_core.quoting import is_cut_by_one_sign, is_unmarked, may_have_blanks


def plain_columns(lines: Sequence[str], dialect: Dialect) -> list[list[str]] | None:
    """Return the columns of stripped cells if the lines are rows of the table's width throughout, else None.

    None also where a row may be empty, or a quotation mark or a comment is among them: `Dialect.split` cuts these.
    """
    text, delimiter, width = "".join(lines), dialect.delimiter, dialect.width
    if dialect.trailing or not is_cut_by_one_sign(dialect.style) or not is_unmarked(text, dialect.style):
        return None
    if {line.count(delimiter) for line in lines} != {width - 1}:
        return None
    cells = text.removesuffix("\n").replace("\n", delimiter).split(delimiter)
    if may_have_blanks(text, dialect.style):
        cells = [cell.strip() for cell in cells]
    columns = [cells[at::width] for at in range(width)]
    return columns if any(map(all, columns)) else None
