"""Dates, categories in an order and missing numbers as features: fitted on the training part, the same on new rows."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.derived import can_derive
from fcgui_core.errors import FileError, TableError
from fcgui_core.plane import plane_of, spanning_columns
from fcgui_core.predictions import Unknown, unknown_categories
from fcgui_core.preparation import Preparation, PreparedData, prepare
from fcgui_core.roles import guess_roles
from fcgui_core.table import Table
from tests.core.tables import table_of

N = 60
RNG = np.random.default_rng(5)
X = RNG.normal(size=N).round(3).tolist()
Y = ["a", "b"] * (N // 2)
SIZES = ("small", "medium", "large")
SIZE = [SIZES[at % 3] for at in range(N)]
START = date(2020, 3, 1)


def days(step: float, n: int = N) -> list[str]:
    return [str(START + timedelta(days=int(at * step))) for at in range(n)]


def hours(step: int) -> list[str]:
    return [str(datetime(2024, 5, 1) + timedelta(hours=at * step)) for at in range(N)]


def fitted(**columns: Any) -> PreparedData:
    table = table_of(**columns, y=Y)
    return prepare(table, guess_roles(table, "y"), 0.25)


def ordered(cells: list[Any], order: tuple[str, ...] = SIZES) -> Table:
    return table_of(x=X[: len(cells)], size=cells, y=Y[: len(cells)]).with_order("size", order)


# --- dates ---


@pytest.mark.parametrize(
    ("cells", "cycles"),
    [
        (days(1), ()),  # two months: they say nothing of a year
        (days(17), ("year",)),
        (days(365.2425), ()),  # each at the same time of the year
        (hours(7), ("day",)),
        (hours(24), ()),  # each at midnight
        ([f"{day} {at % 24:02}:30" for at, day in enumerate(days(17))], ("year", "day")),
        ([f"{day[8:]}.{day[5:7]}.{day[:4]}" for day in days(17)], ("year",)),
        ([day[:7] for day in days(31)], ("year",)),
    ],
    ids=["two months", "years", "yearly", "hours", "midnights", "years and hours", "German", "months"],
)
def test_what_dates_become(cells: list[str], cycles: tuple[str, ...]) -> None:
    data = fitted(when=cells, x=X)
    waves = [f"when (time of {cycle}, {wave})" for cycle in cycles for wave in ("sin", "cos")]
    assert data.preparation.feature_names == ("when (days)", *waves, "x")
    assert set(data.preparation.columns) == {"when", "x"}


def test_days_are_counted_from_the_median_of_the_training_part() -> None:
    data = fitted(when=days(17), x=X)
    raw = data.raw(data.X_train)
    known = np.array([date.fromisoformat(days(17)[row]).toordinal() for row in data.train_rows], dtype=float)
    assert raw[:, 0] == pytest.approx(known - np.median(known))
    year = 2 * np.pi * (known - date(1970, 1, 1).toordinal()) / 365.2425
    assert raw[:, 1:3] == pytest.approx(np.stack([np.sin(year), np.cos(year)], axis=1))
    assert data.X_train[:, :3].std(axis=0) == pytest.approx([1, 1, 1])


def test_a_table_of_a_date_and_a_target_can_be_learned() -> None:
    table = table_of(when=days(17), price=X)
    roles = guess_roles(table)
    data = prepare(table, roles)
    assert (roles.target, dict(roles.ignored)) == ("price", {}) and data.X_train.shape == (42, 3)


def test_numbers_that_are_dates() -> None:
    cells = [float(day.replace("-", "")) for day in days(17)]
    table = table_of(date=cells, x=X, y=Y)
    assert table.column("date").kind == "date" and not can_derive(table.column("date"))
    made = prepare(table, guess_roles(table, "y"), 0.25).preparation
    texts = fitted(date=days(17), x=X).preparation
    assert made.feature_names == texts.feature_names and made.x_mean == pytest.approx(texts.x_mean)
    new = table_of(date=["20200301", "no day", None], x=[0.0, 0.0, 0.0])  # one odd cell makes the column text
    assert made.encode(new)[1] == pytest.approx(made.encode(new)[2])
    assert made.encode(new)[0] == pytest.approx(made.encode(table_of(date=[20200301.0], x=[0.0]))[0])


def test_a_cell_that_is_no_date_counts_as_missing() -> None:
    made = fitted(when=days(17), x=X).preparation
    new = table_of(when=["2021-01-01", "2021-02-30", "soon", None], x=[0.0] * 4)
    rows = made.encode(new)
    assert (rows[1:] == rows[3]).all() and rows[3, 0] == 0 and rows[0, 0] != 0


def test_days_and_months_are_told_by_the_whole_column_once() -> None:
    cells = [f"{at % 12 + 1}/{at % 12 + 1}/2021" for at in range(N - 1)] + ["25/12/2021"]
    made = fitted(when=cells, x=X).preparation
    new = table_of(when=["3/4/2021", "4/3/2021"], x=[0.0, 0.0])  # by itself this would be read the American way
    first, second = made.encode(new)[:, 0]
    assert first - second == (date(2021, 4, 3) - date(2021, 3, 4)).days


# --- missing numbers ---


@pytest.mark.parametrize(("holes", "told"), [(0, False), (1, True), (10, True)])
def test_holes_are_a_feature_of_their_own(holes: int, told: bool) -> None:
    data = fitted(age=[None if at < holes else value for at, value in enumerate(X)], x=X[::-1])
    holes_in_training = np.count_nonzero(data.train_rows < holes)
    assert ("age is missing" in data.preparation.feature_names) == (told and holes_in_training > 0)
    if told and holes_in_training:
        assert data.X_train[:, 1].tolist() == (data.train_rows < holes).tolist()  # 0 and 1, not scaled
        assert data.X_test[:, 1].tolist() == (data.test_rows < holes).tolist()


def test_few_holes_are_no_feature() -> None:
    n = 1000
    for holes, told in ((4, False), (40, True)):
        age = [None if at < holes else float(at) for at in range(n)]
        table = table_of(x=list(range(n, 0, -1)), age=age, y=["a", "b"] * (n // 2))
        made = prepare(table, guess_roles(table, "y"), 0).preparation
        assert ("age is missing" in made.feature_names) == told


def test_a_column_without_any_number_in_the_training_part() -> None:
    table = table_of(age=[1.0, 2.0, *[None] * (N - 2)], x=X, y=[None, None, *Y[2:]])
    made = prepare(table, guess_roles(table, "y"), 0).preparation
    assert made.feature_names == ("age", "x") and made.inputs[0].fill == 0.0


# --- categories in an order ---


def test_categories_in_an_order_are_one_number() -> None:
    table = ordered(SIZE)
    data = prepare(table, guess_roles(table, "y"), 0.25)
    assert data.preparation.feature_names == ("x", "size")
    assert data.raw(data.X_train)[:, 1] == pytest.approx([row % 3 for row in data.train_rows])
    assert (data.X_train[:, 1].mean(), data.X_train[:, 1].std()) == pytest.approx((0, 1))


def test_an_unknown_category_counts_as_missing() -> None:
    table = ordered([*SIZE[:-1], None])
    made = prepare(table, guess_roles(table, "y"), 0.25).preparation
    new = table_of(x=[0.0] * 4, size=["large", "huge", None, "small"])  # the new table does not know the order
    assert made.encode(new)[:, 1].tolist() == [2, 1, 1, 0]
    assert unknown_categories(made.inputs, new)["size"] == Unknown(1, ("huge",), missing=True)


def test_numbers_in_an_order() -> None:
    table = table_of(x=X, code=[float(at % 3) for at in range(N)], y=Y).with_kinds({"code": "categorical"})
    table = table.with_order("code", ("2", "0", "1"))
    made = prepare(table, guess_roles(table, "y"), 0).preparation
    assert made.encode(table)[:3, 1].tolist() == [1, 2, 0] and not can_derive(table.column("code"))


# --- stored and applied ---

CELLS = {
    "when": st.sampled_from(["2020-01-05", "2022-07-30", "2031-12-31 10:00", "no day", "", None]),
    "age": st.one_of(st.none(), st.floats(-1e6, 1e6)),
    "size": st.sampled_from([*SIZES, "huge", None]),
    "kind": st.sampled_from(["k0", "k1", "strange", None]),
}


def everything(**changed: Any) -> Table:
    columns = {
        "when": [None, *[f"{day} {at % 20:02}:15" for at, day in enumerate(days(17))][1:]],
        "age": [None, None, *X[2:]],
        "size": SIZE,
        "kind": [f"k{at % 2}" for at in range(N)],
        "y": Y,
    }
    return table_of(**(columns | changed)).with_order("size", SIZES)


TABLE = everything()
DATA = prepare(TABLE, guess_roles(TABLE, "y"), 0.25)


@given(st.lists(st.tuples(*CELLS.values()), min_size=1, max_size=20))
def test_new_rows_get_numbers_whatever_they_hold(rows: list[tuple[Any, ...]]) -> None:
    made = Preparation.from_dict(json.loads(json.dumps(DATA.preparation.to_dict())))
    assert made.to_dict() == DATA.preparation.to_dict()
    new = table_of(**dict(zip(CELLS, map(list, zip(*rows, strict=True)), strict=True)))
    features = made.transform(new)
    assert features.shape == (len(rows), len(made.feature_names)) and np.isfinite(features).all()
    assert (features == DATA.preparation.transform(new)).all()
    for at in range(len(rows)):  # a row's features do not depend on the rows beside it
        one = table_of(**{name: [cell] for name, cell in zip(CELLS, rows[at], strict=True)})
        assert (made.transform(one)[0] == features[at]).all()
    strange = {
        "size": sum(row[2] == "huge" for row in rows),
        "kind": sum(row[3] == "strange" for row in rows),
    }
    unknown = {name: found.count for name, found in unknown_categories(made.inputs, new).items()}
    assert unknown == {name: count for name, count in strange.items() if count}


@given(st.data())
def test_nothing_is_learned_from_the_test_part(drawn: st.DataObject) -> None:
    rows = set(DATA.test_rows.tolist())
    cells = {"when": st.sampled_from(["1950-01-01 03:00", "2050-02-03", None]), "size": st.sampled_from([*SIZES, None])}
    changed = {
        name: [drawn.draw(cells[name]) if row in rows else cell for row, cell in enumerate(TABLE.column(name).values)]
        for name in cells
    }
    changed["age"] = [1e5 if row in rows else cell for row, cell in enumerate([None, None, *X[2:]])]
    other = everything(**changed)
    again = prepare(other, guess_roles(other, "y"), 0.25)
    assert (again.test_rows == DATA.test_rows).all() and (again.X_train == DATA.X_train).all()
    assert again.preparation.to_dict() == DATA.preparation.to_dict()


def test_what_is_usual_need_not_be_written() -> None:
    plain = DATA.preparation.to_dict()
    one_hot = {"name": "when", "categories": ["2020-03-01", "2020-03-02"], "fill": "2020-03-01"}
    number = {"name": "age", "categories": None, "fill": 3.0}
    old = plain | {"inputs": [one_hot, number], "x_mean": [0.0, 0.0, 1.0], "x_scale": [1.0, 1.0, 2.0]}
    made = Preparation.from_dict(json.loads(json.dumps(old)))
    assert made.encode(table_of(when=["2020-03-02", "?"], age=[1.0, None])).tolist() == [[0, 1, 1], [0, 0, 3]]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("when", {"dates": {"writing": "dreams", "middle": 0.0, "cycles": []}}),
        ("when", {"dates": {"writing": "ymd", "middle": float("nan"), "cycles": ["year", "day"]}}),
        ("when", {"dates": {"writing": "ymd", "middle": "0", "cycles": ["year", "day"]}}),
        ("when", {"dates": {"writing": "ymd", "middle": 0.0, "cycles": ["year", "week"]}}),
        ("when", {"dates": {"writing": "ymd", "middle": 0.0, "cycles": ["year", "year"]}}),
        ("when", {"dates": {"writing": "ymd", "middle": 0.0, "cycles": [["year"], "day"]}}),
        ("when", {"dates": {"writing": ["ymd"], "middle": 0.0, "cycles": ["year", "day"]}}),
        ("when", {"dates": {}}),
        ("when", {"dates": None}),
        ("when", {"dates": "ymd"}),
        ("when", {"used": False}),
        ("age", {"tells_missing": 1}),
        ("age", {"tells_missing": False}),
        ("age", {"ordered": True}),
        ("age", {"used": False}),
        ("size", {"ordered": "yes"}),
        ("size", {"fill": "small"}),
        ("size", {"fill": float("nan")}),
        ("size", {"categories": ["small", "small"]}),
        ("size", {"categories": []}),
        ("size", {"categories": 7}),
        ("kind", {"used": False}),
        ("kind", {"tells_missing": True}),
    ],
)
def test_damaged_inputs_are_refused(name: str, change: dict[str, Any]) -> None:
    plain = DATA.preparation.to_dict()
    plain["inputs"] = [entry | change if entry["name"] == name else entry for entry in plain["inputs"]]
    with pytest.raises(FileError):
        Preparation.from_dict(plain)


def test_text_among_numbers_is_still_refused() -> None:
    new = table_of(when=["2021-01-01"], age=["old"], size=["small"], kind=["k1"])
    with pytest.raises(TableError, match='"age" should hold numbers, but holds "old"'):
        DATA.preparation.transform(new)


@pytest.mark.parametrize("scale", ["standard", "minmax", "robust", "none"])
def test_a_matrix_filled_in_blocks_is_that_of_single_rows(scale: Any) -> None:
    n = 30_000  # some blocks
    table = table_of(a=(np.arange(n)[::-1] / 4).tolist(), kind=[f"k{at % 7}" for at in range(n)], y=[*Y[:2]] * (n // 2))
    data = prepare(table, guess_roles(table, "y"), 0.25, scale, validation_size=0.2)
    for rows, part in ((data.train_rows, data.X_train), (data.test_rows, data.X_test)):
        assert (part == data.preparation.transform(table)[rows]).all()
    assert (data.X_validation == data.preparation.transform(table)[data.validation_rows]).all()
    a = (np.arange(n)[::-1] / 4)[data.train_rows]
    lower, middle, upper = np.percentile(a, (25, 50, 75))
    wanted = {"standard": (a.mean(), a.std()), "minmax": (a.min(), np.ptp(a)), "robust": (middle, upper - lower)}
    centre = (data.preparation.x_mean[0], data.preparation.x_scale[0])
    assert centre == pytest.approx(wanted.get(scale, (0, 1)))


def test_on_a_plane_the_circles_of_a_date_follow_its_days() -> None:
    data = fitted(when=days(17))
    names = data.preparation.feature_names
    assert names[1:] == ("when (time of year, sin)", "when (time of year, cos)")
    assert [names[at] for at in spanning_columns(data)] == ["when (days)"]
    rows = plane_of(data, 0).rows(data.X_train[:, 0])
    np.testing.assert_allclose(rows, data.X_train, atol=1e-6)


def test_two_inputs_of_one_name_are_refused() -> None:
    table = table_of(**{"c=u": X, "c": ["u", "v"] * (N // 2), "y": Y})
    with pytest.raises(TableError, match='there are two inputs "c=u": leave one of them out'):
        prepare(table, guess_roles(table, "y"))
