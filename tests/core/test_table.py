"""What columns are taken for, and which roles are guessed, with their reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.errors import TableError
from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from tests.core.tables import table_of

N = 40
COUNT = list(range(1, N + 1))
NOISE = [float(value) for value in np.random.default_rng(0).normal(size=N)]
CLASSES = ["a", "b"] * (N // 2)
MANY = [f"k{at % 60}" for at in range(30 * N)]  # sixty classes in 1,200 rows


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("x", NOISE, "numeric"),
        ("x", [None, *NOISE[1:]], "numeric"),
        ("Id", COUNT, "identifier"),
        ("customer_id", [value * 7 for value in COUNT], "identifier"),
        ("customerID", [f"K{value}" for value in COUNT], "identifier"),
        ("first", COUNT, "identifier"),  # the first column, counting the rows
        ("grid", [1, 2] * (N // 2), "numeric"),
        ("width", [value + 0.5 for value in COUNT], "numeric"),
        ("colour", CLASSES, "categorical"),
        ("note", [f"some words {value}" for value in COUNT], "text"),
        ("day", [f"2024-01-{value % 28 + 1:02}" for value in COUNT], "date"),
        ("day", [f"{value % 28 + 1}.12.2024" for value in COUNT], "date"),
        ("same", [3] * N, "constant"),
        ("same", ["x"] * N, "constant"),
        ("nothing", [None] * N, "constant"),
    ],
)
def test_kinds(name: str, cells: list[Any], kind: str) -> None:
    column = table_of(**{name: cells, "other": NOISE, "y": CLASSES}).columns[0]
    assert column.kind == kind and column.reason


@pytest.mark.parametrize(
    ("columns", "target", "task", "ignored"),
    [
        ({"Id": COUNT, "x": NOISE, "Species": CLASSES}, "Species", "classification", {"Id"}),
        ({"class": CLASSES, "x": NOISE, "z": NOISE[::-1]}, "class", "classification", set()),
        ({"x": NOISE, "z": NOISE[::-1]}, "z", "regression", set()),
        ({"Price": NOISE, "x": COUNT, "z": NOISE[::-1]}, "Price", "regression", set()),
        ({"x": NOISE, "digit": [value % 10 for value in COUNT]}, "digit", "classification", set()),
        ({"x": NOISE, "flag": [0.5, 1.5] * (N // 2)}, "flag", "classification", set()),
        ({"x1": [1] * 20 + [2] * 20, "x2": NOISE, "x3": NOISE[::-1]}, "x1", "classification", set()),
        ({"x": NOISE, "y": NOISE[::-1], "note": [f"words {v}" for v in COUNT]}, "y", "regression", {"note"}),
        ({"x": NOISE, "k": [1] * N, "z": CLASSES}, "z", "classification", {"k"}),
        ({"y": MANY, "x": NOISE * 30}, "y", "classification", set()),
        ({"x": NOISE * 30, "class": MANY, "z": NOISE * 30}, "class", "classification", set()),
        ({"y": COUNT, "x": NOISE, "z": NOISE[::-1]}, "y", "regression", set()),
        ({"x": NOISE, "type": [f"words {v}" for v in COUNT], "z": NOISE}, "z", "regression", {"type"}),
        ({"x": NOISE, "class": [1] * N, "z": NOISE}, "z", "regression", {"class"}),
    ],
)
def test_roles(columns: dict[str, list[Any]], target: str, task: str, ignored: set[str]) -> None:
    roles = guess_roles(table_of(**columns))
    assert (roles.target, roles.task, set(roles.ignored)) == (target, task, ignored)
    assert roles.target_reason and roles.task_reason and all(roles.ignored.values())


def test_roles_that_the_user_gives() -> None:
    table = table_of(Id=COUNT, x=NOISE, z=NOISE[::-1], Species=CLASSES)
    assert guess_roles(table, "x").target == "x"
    assert guess_roles(table, "2").target == "x"
    assert guess_roles(table, "species").target == "Species"
    assert set(guess_roles(table, ignore=["z", 1]).ignored) == {"Id", "z"}
    assert guess_roles(table, task="regression", target="z").task_reason == "chosen by you"


@pytest.mark.parametrize(
    ("target", "ignore", "message"),
    [
        ("Speces", (), 'no column "Speces"; near it is Species'),
        ("9", (), 'no column "9"'),
        ("0", (), 'no column "0"'),
        (None, ("nope",), 'no column "nope"'),
        ("x", ("x",), "both the target and left out"),
        (None, ("x", "Id", "Species"), "no column is left"),
    ],
)
def test_roles_that_make_no_sense(target: str | None, ignore: tuple[str, ...], message: str) -> None:
    with pytest.raises(TableError, match=message):
        guess_roles(table_of(Id=COUNT, x=NOISE, Species=CLASSES), target, ignore)


def test_roles_are_changed_by_copies() -> None:
    table = table_of(Id=COUNT, x=NOISE, z=NOISE[::-1], Species=CLASSES)
    roles = guess_roles(table)
    other = roles.with_target(table, "z")
    assert (other.target, other.task, other.inputs(table)) == ("z", "regression", ("x", "Species"))
    assert roles.target == "Species"
    assert roles.with_ignored("x", True).inputs(table) == ("z",)
    assert roles.with_ignored("Id", False).inputs(table) == ("Id", "x", "z")
    assert roles.with_ignored("x", True).with_ignored("x", False) == roles
    assert hash(roles) == hash(guess_roles(table)) and roles == guess_roles(table)
    with pytest.raises(TableError, match="is the target"):
        roles.with_ignored("Species", True)


def test_iris_is_understood() -> None:
    table = read_table(Path(__file__).parents[2] / "datasets" / "iris.csv")
    roles = guess_roles(table)
    assert (roles.target, roles.task, set(roles.ignored)) == ("Species", "classification", {"Id"})
    assert "identifier" in roles.ignored["Id"]
    assert table.column("Id").text(0) == "1" and table.column("Species").counts["Iris-setosa"] == 50
