"""Names for the columns of a file, all different."""

from __future__ import annotations

from collections.abc import Sequence


def column_names(raw: Sequence[str] | None, width: int) -> tuple[list[str], list[str]]:
    """Return one name a column, all different, and notes on those made up; ``raw`` None: no header."""
    if raw is None:
        return [f"x{at}" for at in range(1, width + 1)], ["no header: the columns are named x1, x2, ... by place."]
    names: list[str] = []
    notes: list[str] = []
    taken = {" ".join(name.split()) for name in raw}
    seen: set[str] = set()
    for at, written in enumerate(raw, 1):
        plain = " ".join(written.split())
        name, again = plain or f"column {at}", 2
        while name in seen or (name != plain and name in taken):
            name, again = f"{plain or f'column {at}'} ({again})", again + 1
        seen.add(name)
        names.append(name)
        if not plain:
            notes.append(f"column {at} has no name; it is called {name}.")
        elif name != plain:
            notes.append(f"the name {plain} comes twice; column {at} is called {name}.")
    return names, notes
