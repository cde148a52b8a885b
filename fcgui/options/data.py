"""The options that say which table, how it is read, and what is learned from it."""

from __future__ import annotations

import argparse
from typing import Any

from fcgui.options.values import (
    DELIMITERS,
    KIND_WORDS,
    Collect,
    columns,
    delimiter,
    finite,
    kind,
    lines,
    order,
    ragged,
    whole,
)
from fcgui_core.roles import TASKS
from fcgui_core.synthetic import SETS


def add_data(parser: argparse.ArgumentParser) -> None:
    """DATA itself, how its file is read, and the numbers of a generated set."""
    parser.add_argument(
        "data", metavar="DATA", help=f"a file, a bundled table such as iris, or generated points: {', '.join(SETS)}"
    )
    reading = parser.add_argument_group("reading the file (recognised if not given)")
    reading.add_argument("--delimiter", type=delimiter, metavar="MARK", help=f"{', '.join(DELIMITERS)} or a character")
    reading.add_argument("--decimal", choices=(".", ","), help="the decimal mark")
    reading.add_argument("--thousands", metavar="MARK", help='between groups of three digits; "" for none')
    reading.add_argument("--skip-lines", type=whole(0), metavar="N", help="lines above the table's header")
    reading.add_argument(
        "--missing", type=str, action=Collect, metavar="MARK", help="a further text for a missing cell; may come again"
    )
    reading.add_argument(
        "--ragged",
        type=ragged,
        metavar="refuse|leave-out",
        help="what is done with rows of another width (default: refuse; inspect lists them)",
    )
    reading.add_argument(
        "--leave-out-rows",
        type=lines,
        default=(),
        metavar="12,151-160",
        help="rows to leave out, such as a row of totals, by their lines in the file (of generated points: by number)",
    )
    reading.add_argument("--sheet", metavar="NAME", help="of an Excel workbook (default: the first with a table)")
    reading.add_argument("--encoding", metavar="NAME", help="such as utf-8 or cp1251")
    reading.add_argument(
        "--header",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="whether the first row holds the names",
    )
    add_recipe(parser.add_argument_group("generated points (DATA is the name of a generated set)"), "--data-seed")


def add_recipe(group: Any, seed: str) -> None:
    """The numbers of a generated set; ``seed`` is what the option for its random numbers is called."""
    group.add_argument("--points", type=int, metavar="N", help="how many, 10 to 1,000,000 (default: 500)")
    group.add_argument("--noise", type=finite, metavar="SHARE", help="0 to 0.5 (default: 0)")
    group.add_argument(seed, type=int, metavar="N", help="start of the points' random numbers (default: 0)")
    group.add_argument("--classes", type=int, metavar="K", help="2 to 8, for rings, spirals and blobs")


def add_roles(parser: argparse.ArgumentParser) -> None:
    """What each column is, and which one is predicted."""
    roles = parser.add_argument_group("what is learned")
    roles.add_argument("--target", metavar="COLUMN", help="name or 1-based number of the column to predict")
    roles.add_argument(
        "--ignore", type=columns, default=(), metavar="A,B", help="columns to leave out, by name or number"
    )
    roles.add_argument(
        "--use",
        type=columns,
        default=(),
        metavar="A,B",
        help="columns to take in that would be left out, as texts are: their words then are inputs",
    )
    roles.add_argument("--task", choices=("auto", *TASKS), default="auto", help="default: %(default)s")
    roles.add_argument(
        "--kind",
        action=Collect,
        type=kind,
        default=(),
        metavar="COLUMN=KIND",
        help=f"what a column is: {', '.join(KIND_WORDS)}; may come again",
    )
    roles.add_argument(
        "--order",
        action=Collect,
        type=order,
        default=(),
        metavar="COLUMN=LOW,...,HIGH",
        help="the order of a column's categories, lowest first; may come again",
    )


def add_derived(parser: Any) -> None:
    """Further inputs, made of columns."""
    parser.add_argument(
        "--derive",
        type=columns,
        default=(),
        metavar="A^2,A*B,sin(A)",
        help="further inputs: squares, products and sines of columns of numbers (of their raw values)",
    )
