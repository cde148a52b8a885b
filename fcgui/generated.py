"""Generated sets on the command line: a name in the place of a file, and `fcgui generate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fcgui_core.errors import SpecError
from fcgui_core.files import check_writable
from fcgui_core.synthetic import SETS, Recipe, find_set, generate, is_generated
from fcgui_core.table import Table
from fcgui_core.table_csv import write_rows, write_table

OPTIONS = {"points": "--points", "noise": "--noise", "data_seed": "--data-seed", "classes": "--classes"}


def means_generated(data: str) -> bool:
    """Whether DATA is the name of a generated set, and not of a file."""
    return is_generated(data) and not Path(data).is_file()


def refuse_numbers(given: argparse.Namespace) -> None:
    """Raise `SpecError` when numbers of a generated set are given for another table."""
    for name, option in OPTIONS.items():
        if getattr(given, name) is not None:
            raise SpecError(f"{option} is for generated points; {given.data} is none of {', '.join(SETS)}.")


def table_of(given: argparse.Namespace) -> Table:
    """Return the generated table that DATA and its options name; `SpecError` for a number that makes no sense."""
    return generate(_recipe(given.data, given.points, given.noise, given.data_seed, given.classes))


def run(given: argparse.Namespace) -> int:
    """`fcgui generate`: the points of a set as CSV, in a file or on stdout."""
    if given.out is not None:
        check_writable(given.out)
    if not is_generated(given.name):
        find_set(given.name)  # raises, with the names that there are
    table = generate(_recipe(given.name, given.points, given.noise, given.seed, given.classes))
    if given.out is not None:
        write_table(given.out, table)
        return 0
    for block in write_rows(table):
        sys.stdout.write(block)
    return 0


def _recipe(name: str, points: int | None, noise: float | None, seed: int | None, classes: int | None) -> Recipe:
    entry = find_set(name)
    if classes is not None and entry.default_classes is None:
        raise SpecError(f"{entry.name} has its own classes; --classes is for {', '.join(_with_classes())}.")
    numbers = {"points": points, "noise": noise, "seed": seed, "classes": classes}
    return Recipe(entry.name, **{key: value for key, value in numbers.items() if value is not None})  # type: ignore[arg-type]  # each number has its own type


def _with_classes() -> list[str]:
    return [entry.name for entry in SETS.values() if entry.default_classes is not None]
