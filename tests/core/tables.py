"""Tables written down in a test."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcgui_core.kinds import make_column
from fcgui_core.table import Table


def table_of(**columns: list[Any]) -> Table:
    """A table of the given cells; None is missing, and a column of nothing but numbers is one of numbers."""
    made = []
    for at, (name, cells) in enumerate(columns.items()):
        number = all(cell is None or isinstance(cell, (int, float)) for cell in cells)
        if number:
            values = np.array([np.nan if cell is None else cell for cell in cells], dtype=np.float64)
        else:
            values = np.array(cells, dtype=object)
        made.append(make_column(name, values, at, len(columns)))
    return Table("table", tuple(made), len(made[0].values))
