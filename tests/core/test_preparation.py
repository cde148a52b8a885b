"""Fitted on the training part only, frozen, and the same on new rows."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from fcgui_core.errors import Cancelled, FileError, TableError
from fcgui_core.inputs import MAX_ONE_HOT, OTHER
from fcgui_core.predictions import Unknown, unknown_categories
from fcgui_core.preparation import Preparation, prepare
from fcgui_core.roles import guess_roles
from fcgui_core.table import Table
from tests.core.test_table import CLASSES, COUNT, NOISE, N, table_of

HOLES = [None, *NOISE[1:-1], None]
COLOURS = ["red", "green", "red", "blue", "red"] * (N // 5)


def mixed() -> Table:
    return table_of(Id=COUNT, x=HOLES, colour=[None, *COLOURS[1:]], big=[value * 1e6 for value in COUNT], y=CLASSES)


def test_matrices_and_names() -> None:
    table = mixed()
    data = prepare(table, guess_roles(table))
    made = data.preparation
    assert made.feature_names == ("x", "x is missing", "colour=blue", "colour=green", "colour=red", "big")
    assert made.columns == ("x", "x", "colour", "colour", "colour", "big")
    assert data.X_train.shape == (28, 6) and data.X_test.shape == (12, 6)
    assert data.X_train[:, [0, 5]].mean(axis=0) == pytest.approx([0, 0], abs=1e-12)
    assert data.X_train[:, [0, 5]].std(axis=0) == pytest.approx([1, 1])
    assert (data.X_train[:, 2:5].sum(axis=1) == 1).all()
    assert (data.n_features, data.n_classes, data.task) == (6, 2, "classification")
    assert data.raw(data.X_train) == pytest.approx(made.encode(table)[data.train_rows])


def test_nothing_is_learned_from_the_test_part() -> None:
    table = mixed()
    roles = guess_roles(table)
    data = prepare(table, roles)
    changed = [1e9 if row in set(data.test_rows.tolist()) else value for row, value in enumerate(HOLES)]
    other = table_of(Id=COUNT, x=changed, colour=[None, *COLOURS[1:]], big=[v * 1e6 for v in COUNT], y=CLASSES)
    assert prepare(other, roles).preparation.to_dict() == data.preparation.to_dict()


def test_a_hole_is_filled_with_the_median_or_the_most_frequent() -> None:
    table = mixed()
    data = prepare(table, guess_roles(table))
    known = np.array(HOLES, dtype=float)[data.train_rows]
    row = data.preparation.encode(table)[0]
    assert row[0] == np.nanmedian(known)
    assert row[1:5].tolist() == [1, 0, 0, 1]  # "x is missing", the most frequent colour


@pytest.mark.parametrize("scale", ["standard", "minmax", "none"])
def test_scales(scale: Any) -> None:
    table = table_of(x=NOISE, k=[2.0] * 39 + [2.0 + 1e-15], y=CLASSES)
    data = prepare(table, guess_roles(table, ignore=()).with_ignored("k", False), scale=scale)
    x = data.X_train[:, 0]
    ends = {
        "standard": (x.mean(), 0),
        "minmax": (x.min(), 0),
        "none": (x.min(), min(data.raw(data.X_train)[:, 0])),
    }
    assert ends[scale][0] == pytest.approx(ends[scale][1], abs=1e-12)
    assert np.isfinite(data.X_train).all() and np.abs(data.X_train[:, 1]).max() <= 2.1


def test_the_split_is_seeded_and_stratified() -> None:
    labels = ["a"] * 20 + ["b"] * 15 + ["c"] * 4 + ["d"]
    table = table_of(x=NOISE, z=NOISE[::-1], y=labels)
    roles = guess_roles(table)
    one, two, other = (
        prepare(table, roles, 0.3, seed=1),
        prepare(table, roles, 0.3, seed=1),
        prepare(table, roles, 0.3, seed=2),
    )
    assert (one.test_rows == two.test_rows).all() and not np.array_equal(one.test_rows, other.test_rows)
    assert sorted([*one.train_rows, *one.test_rows]) == list(range(N))
    assert np.bincount(one.y_test, minlength=4).tolist() == [6, 5, 1, 0]  # round(40 * 0.3) rows in all
    assert len(prepare(table, roles, 0).X_test) == 0


def test_rows_without_a_target_are_left_out() -> None:
    table = table_of(x=NOISE, y=[None, None, *CLASSES[2:]])
    data = prepare(table, guess_roles(table, "y"))
    assert data.n_dropped == 2 and len(data.X_train) + len(data.X_test) == N - 2
    assert not {0, 1} & {*data.train_rows.tolist(), *data.test_rows.tolist()}


def test_a_regression_target_is_scaled_and_comes_back() -> None:
    table = table_of(x=NOISE, y=[value * 100 + 7 for value in NOISE])
    data = prepare(table, guess_roles(table))
    assert data.task == "regression" and data.preparation.classes is None
    assert (data.y_train.mean(), data.y_train.std()) == pytest.approx((0, 1))
    assert data.preparation.raw_target(data.y_train) == pytest.approx(table.column("y").values[data.train_rows])


def test_a_category_that_training_did_not_know() -> None:
    table = mixed()
    data = prepare(table, guess_roles(table))
    new = table_of(x=[1.0, 2.0], colour=["pink", "red"], big=[1.0, 2.0])
    assert unknown_categories(data.preparation.inputs, new) == {"colour": Unknown(1, ("pink",))}
    assert data.preparation.encode(new)[:, 2:5].tolist() == [[0, 0, 0], [0, 0, 1]]


def test_rare_categories_share_one_feature() -> None:
    many = [f"k{at % 70}" for at in range(400)]
    table = table_of(k=many, y=["a", "b"] * 200)
    table = table.with_kinds({"k": "categorical"})
    data = prepare(table, guess_roles(table).with_ignored("k", False))
    assert data.n_features == MAX_ONE_HOT and data.preparation.feature_names[-1] == f"k={OTHER}"
    assert (data.preparation.encode(table).sum(axis=1) == 1).all()


def test_numbers_taken_for_categories_by_another_reading() -> None:
    table = table_of(k=["1", "2"] * 20, x=NOISE, y=CLASSES)
    made = prepare(table, guess_roles(table)).preparation
    new = table_of(k=[2.0, 1.0], x=[0.0, 0.0])  # in this file the same column holds nothing but numbers
    assert made.encode(new)[:, :2].tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"x": [1.0]}, 'does not have: "colour", "big"'),
        ({"x": ["a word"], "colour": ["red"], "big": [1.0]}, '"x" should hold numbers, but holds "a word"'),
    ],
)
def test_new_tables_that_do_not_fit(columns: dict[str, list[Any]], message: str) -> None:
    table = mixed()
    made = prepare(table, guess_roles(table)).preparation
    with pytest.raises(TableError, match=message):
        made.transform(table_of(**columns))


@pytest.mark.parametrize(
    ("y", "task", "message"),
    [
        ([None] * N, "auto", "every cell of the target"),
        (["same"] * N, "auto", "only one value"),
        ([5.0] * N, "regression", "only one value"),
        ([f"t{at}" for at in range(N)], "classification", "too many for classes"),
        (CLASSES, "regression", "needs a target of numbers"),
        ([1e308, -1e308] * 20, "regression", "too large"),
    ],
)
def test_targets_that_cannot_be_learned(y: list[Any], task: str, message: str) -> None:
    table = table_of(x=NOISE, y=y)
    with pytest.raises(TableError, match=message):
        prepare(table, guess_roles(table, "y", task=task))


@pytest.mark.parametrize("scale", ["standard", "none"])
@pytest.mark.parametrize("row", [0, 3])  # in the training part, in the test part
@pytest.mark.parametrize("target", ["y", "big"])
def test_a_column_too_large_for_a_network_is_named(target: str, row: int, scale: Any) -> None:
    big = [1e300 if at == row else value for at, value in enumerate(NOISE)]
    table = table_of(x=NOISE, big=big, y=CLASSES)
    with pytest.raises(TableError, match=r'"big" holds 1e[+]300, too large'):
        prepare(table, guess_roles(table, target), scale=scale)


def test_weights_on_a_table_of_other_kinds() -> None:
    table = table_of(x=NOISE, z=NOISE[::-1], y=CLASSES)
    made = prepare(table, guess_roles(table)).preparation
    number = prepare(table, guess_roles(table, "z")).preparation
    for fitted, other, message in (
        (made, table_of(x=CLASSES, z=NOISE, y=CLASSES), '"x" should hold numbers'),
        (made, table_of(x=NOISE, z=NOISE, y=["c", "d"] * 20), '"y" holds none of the known classes: a, b'),
        (made, table_of(x=NOISE, z=NOISE, y=NOISE), '"y" holds none of the known classes: a, b'),
        (made, table_of(x=NOISE, z=NOISE, y=[None] * N), 'every cell of the target "y" is missing'),
        (number, table_of(x=NOISE, z=CLASSES, y=CLASSES), '"z" holds text'),
    ):
        roles = guess_roles(other, fitted.target, task=fitted.task)
        with pytest.raises(TableError, match=message):
            prepare(other, roles, preparation=fitted)


def test_no_input_is_left() -> None:
    table = table_of(Id=COUNT, x=NOISE, y=CLASSES)
    with pytest.raises(TableError, match='no column is left to predict "y" from'):
        prepare(table, guess_roles(table, "y", ignore=["x"]))


def test_it_goes_through_json() -> None:
    table = mixed()
    for target in ("y", "big"):
        data = prepare(table, guess_roles(table, target))
        again = Preparation.from_dict(json.loads(json.dumps(data.preparation.to_dict())))
        assert again.to_dict() == data.preparation.to_dict()
        assert (again.transform(table) == data.preparation.transform(table)).all()
        assert prepare(table, guess_roles(table, target), preparation=again).X_train == pytest.approx(data.X_train)


@pytest.mark.parametrize(
    "change",
    [
        {"x_mean": [0.0]},
        {"x_scale": [0.0] * 6},
        {"x_scale": ["1"] * 6},
        {"task": "dreaming"},
        {"classes": ["a"]},
        {"classes": None},
        {"y_mean": [0.0]},
        {"inputs": []},
        {"inputs": [{}]},
        {"inputs": "text"},
        {"target": 7},
        {"scale": None},
        {"x_mean": [float("inf")] * 6},
        {"ignored": [["a"]]},
    ],
)
def test_damaged_json_is_refused(change: dict[str, Any]) -> None:
    table = mixed()
    data = prepare(table, guess_roles(table)).preparation.to_dict() | change
    with pytest.raises(FileError):
        Preparation.from_dict(data)


def test_three_parts_each_with_its_share_of_every_class() -> None:
    labels = ["a"] * 20 + ["b"] * 15 + ["c"] * 4 + ["d"]
    table = table_of(x=NOISE, z=NOISE[::-1], y=labels)
    roles = guess_roles(table)
    data = prepare(table, roles, 0.25, validation_size=0.2)
    without = prepare(table, roles, 0.25)
    assert (data.test_rows == without.test_rows).all()  # the test rows do not depend on the validation part
    assert sorted([*data.train_rows, *data.validation_rows, *data.test_rows]) == list(range(N))
    assert np.bincount(data.y_validation, minlength=4).tolist() == [4, 3, 1, 0]
    assert np.bincount(data.y_train, minlength=4).tolist() == [11, 8, 2, 1]  # one row at least of each class
    assert data.X_validation == pytest.approx(data.preparation.transform(table)[data.validation_rows])
    assert without.X_validation.shape == (0, 2) and len(without.y_validation) == len(without.validation_rows) == 0


@pytest.mark.parametrize(
    ("sizes", "message"),
    [((0.3, -0.1), "the validation part"), ((0.3, 1.0), "the validation part"), ((0.6, 0.4), "no rows for training")],
)
def test_parts_that_leave_nothing_are_refused(sizes: tuple[float, float], message: str) -> None:
    table = table_of(x=NOISE, z=NOISE[::-1], y=CLASSES)
    with pytest.raises(TableError, match=message):
        prepare(table, guess_roles(table), sizes[0], validation_size=sizes[1])


def test_balanced_classes_count_alike() -> None:
    labels = ["a"] * 30 + ["b"] * 8 + ["c"] * 2
    table = table_of(x=NOISE, z=NOISE[::-1], y=labels)
    data = prepare(table, guess_roles(table), 0, class_weights="balanced")
    assert data.weights == pytest.approx([40 / (3 * 30), 40 / (3 * 8), 40 / (3 * 2)])
    assert prepare(table, guess_roles(table), 0).weights is None
    number = prepare(table, guess_roles(table, "x"), 0, class_weights="balanced")
    assert number.weights is None  # a regression has no classes


def test_robust_scaling_does_not_mind_an_extreme_value() -> None:
    table = table_of(x=[*NOISE[:-1], 1e6], z=[0.0] * 35 + [1.0] * 5, y=CLASSES)
    data = prepare(table, guess_roles(table), 0, "robust")
    lower, middle, upper = np.percentile(data.X_train[:, 0], (25, 50, 75))
    assert (middle, upper - lower) == pytest.approx((0, 1))
    assert np.ptp(data.X_train[:, 1]) == pytest.approx(1 / np.std([0.0] * 35 + [1.0] * 5))  # its quartiles are equal


def test_preparing_asks_all_the_time_whether_it_is_still_wanted() -> None:
    table = table_of(a=[float(n * 7 % 31) for n in range(300)], b=["x", "y"] * 150, kind=["u", "v", "v"] * 100)
    asked: list[int] = []

    def note_and_go_on() -> bool:
        asked.append(1)
        return False

    prepare(table, guess_roles(table), cancelled=note_and_go_on)
    assert len(asked) >= 3 * 2  # columns fitted and read, parts filled
    for most in range(len(asked)):
        answers = iter([False] * most + [True])
        with pytest.raises(Cancelled):
            prepare(table, guess_roles(table), cancelled=answers.__next__)
