"""What is told before training: one small table for each trap, and tables without any."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.preparation import prepare
from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from fcgui_core.traps import find_traps
from tests.core.tables import table_of

DATASETS = Path(__file__).parents[2] / "datasets"
N = 600
RNG = np.random.default_rng(0)
NOISE = RNG.normal(size=N).tolist()
OTHER = RNG.normal(size=N).tolist()
CLASSES = ["yes" if value > 0 else "no" for value in RNG.normal(size=N)]
RARE = ["a"] * (N - 10) + ["b"] * 7 + ["c"] * 3
WORDS = {"yes": "1", "no": "0"}
HOLES = [None if at % 3 else at / 2 for at in range(N)]
MANY = [f"w{value % 60}" for value in range(N)]


@pytest.mark.parametrize(
    ("columns", "kind", "named", "words", "fix"),
    [
        ({"x": NOISE, "alive": [WORDS[c] for c in CLASSES]}, "target copy", ("alive",), "each of its 2", "leave out"),
        ({"x": NOISE, "late": [v * 3 if c == "yes" else -v for v, c in zip(np.abs(NOISE), CLASSES, strict=True)]},
         "target copy", ("late",), "range of its own", "leave out"),
        ({"x": NOISE, "ward": [f"{c}{at % 3}" for at, c in enumerate(CLASSES)]},
         "target copy", ("ward",), "goes with one class only", "leave out"),
        ({"x": NOISE, "word": MANY}, "many categories", ("word",), "60 categories", None),
        ({"x": NOISE, "hole": HOLES}, "missing", ("hole",), "67 %", "leave out"),
        ({"x": [1e6, *NOISE[1:]], "z": NOISE}, "extremes", ("x",), "standard deviations", "robust"),
    ],
)  # fmt: skip
def test_a_trap(columns: dict[str, list[Any]], kind: str, named: tuple[str, ...], words: str, fix: str | None) -> None:
    table = table_of(**columns, label=CLASSES)
    (trap,) = find_traps(table, guess_roles(table))
    assert (trap.kind, trap.columns, trap.fix) == (kind, named, fix)
    assert words in trap.sentence and trap.sentence.endswith(".")


def test_a_regression_given_away() -> None:
    table = table_of(x=NOISE, double=[2 * value + 1 for value in OTHER], price=OTHER)
    (trap,) = find_traps(table, guess_roles(table))
    assert trap.kind == "target copy" and trap.columns == ("double",) and "1.00000" in trap.sentence


def test_columns_that_the_user_takes_in() -> None:
    table = table_of(Id=list(range(1, N + 1)), same=["k"] * N, x=NOISE, label=CLASSES)
    roles = guess_roles(table)
    assert find_traps(table, roles) == ()
    told = find_traps(table, roles.with_ignored("Id", False).with_ignored("same", False))
    assert [(trap.kind, trap.columns, trap.fix) for trap in told] == [
        ("identifier", ("Id",), "leave out"),
        ("constant", ("same",), "leave out"),
    ]


def test_classes() -> None:
    table = table_of(x=NOISE, z=OTHER, label=RARE)
    few, skewed = find_traps(table, guess_roles(table))
    assert few.kind == "few rows" and '"c" 3' in few.sentence
    assert skewed.kind == "skewed classes" and skewed.fix == "balance" and '"a" has 590 rows' in skewed.sentence


def test_rows_on_both_sides_of_the_split() -> None:
    twice = [0, *range(N // 2), *range(N // 2)][:N]
    table = table_of(x=[NOISE[at] for at in twice], label=[CLASSES[at] for at in twice])
    roles = guess_roles(table)
    assert find_traps(table, roles) == ()
    (trap,) = find_traps(table, roles, prepare(table, roles))
    data = prepare(table, roles)
    train = {(table.column("x").values[at], table.column("label").values[at]) for at in data.train_rows}
    n = sum((table.column("x").values[at], table.column("label").values[at]) in train for at in data.test_rows)
    assert trap.kind == "duplicate rows" and trap.sentence.startswith(f"{n} of the {len(data.test_rows)} test rows")


def test_a_large_table_is_looked_at_in_part() -> None:
    n = 60_000
    label = ["a", "b", "b"] * (n // 3)
    table = table_of(x=RNG.normal(size=n).tolist(), copy=["1", "2", "2"] * (n // 3), label=label)
    (trap,) = find_traps(table, guess_roles(table))
    assert trap.columns == ("copy",) and "in 50,000 of the rows" in trap.sentence


@pytest.mark.parametrize("name", ["iris", "wine", "penguins", "auto_mpg", "breast_cancer", "digits"])
def test_bundled_tables_have_none(name: str) -> None:
    table = read_table(DATASETS / f"{name}.csv")
    roles = guess_roles(table)
    assert find_traps(table, roles, prepare(table, roles)) == ()
