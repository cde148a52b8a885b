"""Generated sets: their formulas, their recipes, and the points painted on them."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.archive import open_archive, write_archive
from fcgui_core.errors import FcguiError, FileError, SpecError, TableError
from fcgui_core.preparation import prepare
from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from fcgui_core.synthetic import (
    SETS,
    Recipe,
    canvas,
    find_set,
    generate,
    is_generated,
    points_of,
    repainted,
    roles_of,
    spans_of,
)
from fcgui_core.table_archive import describe_table, restore_table
from fcgui_core.table_csv import write_table

PLAYGROUND = ("circle", "xor", "gauss", "spiral", "plane", "multi_gauss")


def points(name: str, **numbers: Any) -> tuple[Any, Any]:
    return points_of(generate(Recipe(name, **numbers)))


def test_all_of_playgrounds_sets_are_there() -> None:
    assert set(PLAYGROUND) <= set(SETS)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_every_set_can_be_learned_from_and_has_as_many_points_as_asked(name: str, noise: float) -> None:
    table = generate(Recipe(name, points=101, noise=noise))
    assert table.n_rows == 101
    assert table.path is None and not table.dialect
    data = prepare(table, roles_of(table))
    assert data.task == SETS[name].task
    assert data.n_features == SETS[name].inputs
    assert np.isfinite(data.X_train).all()


@pytest.mark.parametrize("name", SETS)
def test_the_same_recipe_gives_the_same_table_and_another_seed_another(name: str) -> None:
    first, again = points(name, noise=0.2, seed=3), points(name, noise=0.2, seed=3)
    assert np.array_equal(first[0], again[0]) and np.array_equal(first[1], again[1])
    other = points(name, noise=0.2, seed=4)
    assert not (np.array_equal(first[0], other[0]) and np.array_equal(first[1], other[1]))


@pytest.mark.parametrize("name", SETS)
def test_the_least_and_odd_numbers_of_points(name: str) -> None:
    for n in (10, 11, 13):
        X, y = points(name, points=n)
        assert X.shape == (n, SETS[name].inputs) and y.shape == (n,)


# --- the formulas, at no noise ---


def test_the_spiral_is_playgrounds_to_the_last_digit() -> None:
    X, y = points("spiral", points=12)
    for arm, label in ((0.0, "positive"), (math.pi, "negative")):
        mine = X[y == label]
        for i in range(6):
            r, t = i / 6 * 5, 1.75 * i / 6 * 2 * math.pi + arm
            assert mine[i] == pytest.approx([r * math.sin(t), r * math.cos(t)], abs=1e-12)


def test_the_circle_is_inside_or_in_the_ring() -> None:
    X, y = points("circle", points=1000)
    r = np.hypot(*X.T)
    assert (r[y == "positive"] < 2.5).all() and np.count_nonzero(y == "positive") == 500
    assert (r[y == "negative"] >= 3.5).all() and r.max() <= 5


def test_xor_leaves_the_axes_free() -> None:
    X, y = points("xor", points=1000)
    assert np.abs(X).min() >= 0.3 and np.abs(X).max() <= 5.3
    assert np.array_equal(y == "positive", X[:, 0] * X[:, 1] >= 0)


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_the_two_clouds_have_playgrounds_variance(noise: float, variance: float) -> None:
    X, y = points("gauss", points=100_000, noise=noise)
    for label, centre in (("positive", 2.0), ("negative", -2.0)):
        assert X[y == label].mean(axis=0) == pytest.approx([centre, centre], abs=0.05)
        assert X[y == label].var(axis=0) == pytest.approx([variance, variance], rel=0.05)


def test_the_plane_and_the_hills() -> None:
    X, y = points("plane", points=200)
    assert y == pytest.approx(X.sum(axis=1) / 10)
    X, y = points("multi_gauss", points=2000)
    d = np.hypot(X[:, 0] - 4, X[:, 1] - 2.5)
    assert y[d < 0.5] == pytest.approx(1 - d[d < 0.5] / 2)
    far = np.min([np.hypot(X[:, 0] - cx, X[:, 1] - cy) for cx in (-4, 0, 4) for cy in (-2.5, 2.5)], axis=0) > 2
    assert (y[far] == 0).all() and far.any()


def test_the_wedge_is_the_lectures_network() -> None:
    X, y = points("wedge", points=2000)
    H = np.sign(X @ np.array([[-2, 3], [1, 1]]) + np.array([-2, -4]))
    out = np.sign(H @ np.array([[-1], [1]]) - 1)[:, 0]
    assert np.array_equal(y == "positive", out > 0)


@pytest.mark.parametrize(
    ("name", "f"),
    [
        ("sine", np.sin), ("absolute", np.abs), ("square", np.square), ("sinc", np.sinc),
        ("step", lambda x: np.where(x >= 0, 1, -1)), ("straight", lambda x: 0.5 * x + 1),
        ("polynomial", lambda x: x * (x - 4) * (x + 5) / 20),
        ("waves", lambda x: np.sin(x) + 0.5 * np.sin(3 * x)),
    ],
)  # fmt: skip
def test_the_functions_of_one_input(name: str, f: Any) -> None:
    X, y = points(name)
    assert y == pytest.approx(f(X[:, 0]))
    assert np.std(points(name, noise=0.5, points=5000)[1] - f(points(name, noise=0.5, points=5000)[0][:, 0])) > 0.1


@pytest.mark.parametrize("name", ["rings", "spirals", "blobs"])
@pytest.mark.parametrize("classes", [2, 5, 8])
def test_the_number_of_classes_can_be_chosen(name: str, classes: int) -> None:
    table = generate(Recipe(name, classes=classes))
    assert list(table.column("class").counts) == list("ABCDEFGH"[:classes])
    assert max(table.column("class").counts.values()) - min(table.column("class").counts.values()) <= 1


def test_noise_mixes_the_classes() -> None:
    X, y = points("xor", points=2000, noise=0.5)
    assert 0.05 < np.mean((y == "positive") != (X[:, 0] * X[:, 1] >= 0)) < 0.5


# --- names and recipes ---


def test_names_are_found_in_any_writing_and_near_ones_are_told() -> None:
    assert is_generated("Multi-Gauss") and find_set("XOR").name == "xor"
    with pytest.raises(TableError, match="did you mean spiral"):
        find_set("spiarl")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"points": 9}, "between 10 and 1,000,000"), ({"points": 1_000_001}, "between 10"),
        ({"points": 10.0}, "whole number"), ({"points": True}, "whole number"),
        ({"noise": 0.51}, "between 0 and 0.5"), ({"noise": math.nan}, "between 0"), ({"noise": "x"}, "a number"),
        ({"seed": -1}, "seed"), ({"classes": 1}, "classes"), ({"classes": 9}, "classes"),
    ],
)  # fmt: skip
def test_numbers_out_of_range_are_told(numbers: dict[str, Any], words: str) -> None:
    with pytest.raises(SpecError, match=words):
        Recipe("circle", **numbers)


def test_a_recipe_is_kept_as_plain_values() -> None:
    recipe = Recipe("rings", points=77, noise=0.25, seed=9, classes=5)
    assert Recipe.from_dict(recipe.to_dict()) == recipe


@pytest.mark.parametrize(
    "change", [{"points": "500"}, {"noise": None}, {"name": 3}, {"classes": 3.5}, {"more": 1}, {"seed": 2**40}]
)
def test_a_damaged_recipe_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(FileError, match="damaged"):
        Recipe.from_dict({**Recipe("rings").to_dict(), **change})


def test_a_project_file_keeps_the_recipe(tmp_path: Path) -> None:
    table = generate(Recipe("rings", noise=0.1, seed=5))
    description, arrays = describe_table(table)
    write_archive(tmp_path / "a.npz", {"table": description}, arrays)
    with open_archive(tmp_path / "a.npz") as (data, file):
        back = restore_table(data["table"], file)
    assert back.recipe == table.recipe
    assert np.array_equal(points_of(back)[0], points_of(table)[0])


# --- points painted by hand ---


def test_points_are_added_and_erased() -> None:
    table = generate(Recipe("gauss", points=10))
    kept = np.arange(10) > 0
    new = repainted(table, kept, np.array([[1.0, 2.0]]), np.array(["C"], dtype=object))
    assert new.n_rows == 10
    assert [column.text(9) for column in new.columns] == ["1", "2", "C"]
    assert new.column("x1").values[0] == table.column("x1").values[1]
    assert new.recipe is not None and new.recipe.is_painted
    assert table.n_rows == 10 and table.recipe is not None and not table.recipe.is_painted


def test_an_empty_canvas_says_what_is_missing_and_learns_once_it_is_there() -> None:
    table = canvas()
    with pytest.raises(FcguiError):
        prepare(table, roles_of(table))
    X = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [3.0, 3.0]])
    painted = repainted(table, np.zeros(0, bool), X, np.array(list("ABAB"), dtype=object))
    assert prepare(painted, roles_of(painted)).n_classes == 2
    numbers = repainted(canvas("regression"), np.zeros(0, bool), X, np.array([0.0, 1.0, 2.0, 3.0]))
    assert roles_of(numbers).task == "regression"


def test_a_painted_table_cannot_be_made_from_its_recipe() -> None:
    with pytest.raises(TableError, match="no generated set"):
        generate(Recipe("painted"))


def test_the_axes_stay_where_they_are() -> None:
    assert spans_of(generate(Recipe("circle"))) == ((-6, 6), (-6, 6))
    assert spans_of(generate(Recipe("sine"))) == ((-6, 6), None)
    assert spans_of(generate(Recipe("linear"))) is None


# --- written as CSV ---


@pytest.mark.parametrize("name", ["rings", "sine", "linear", "multi_gauss"])
def test_a_written_table_reads_back_equal(tmp_path: Path, name: str) -> None:
    table = generate(Recipe(name, points=300, noise=0.3))
    write_table(tmp_path / "t.csv", table)
    back = read_table(tmp_path / "t.csv")
    assert back.names == table.names
    for column in table.columns:
        assert np.array_equal(back.column(column.name).values, column.values), column.name
    assert guess_roles(back).target == roles_of(table).target
    assert guess_roles(back).task == SETS[name].task


def test_what_a_spreadsheet_would_calculate_is_made_harmless(tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text('name,=evil\n"=1+1",1\n"a, ""b""",\n@x,-2.5\n', encoding="utf-8")
    write_table(tmp_path / "t.csv", read_table(source))
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()
    assert lines == ["name,'=evil", "'=1+1,1", '"a, ""b""",', "'@x,-2.5"]


def test_a_table_is_written_wholly_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="folder"):
        write_table(tmp_path / "no" / "t.csv", canvas())
    assert list(tmp_path.iterdir()) == []
