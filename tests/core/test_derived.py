"""Derived inputs: squares, products and sines of raw columns, in training, in files, on new rows and on the plane."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fcgui_core.derived import FEATURE_FUNCTIONS, Derived, base_columns, features_of, read_derived
from fcgui_core.errors import FileError, TableError
from fcgui_core.network import Network
from fcgui_core.neuron_maps import NeuronMaps
from fcgui_core.plane import best_pair, plane_of, spanning_columns
from fcgui_core.predictions import predict_table
from fcgui_core.preparation import Preparation, PreparedData, prepare
from fcgui_core.probe import decision_grid
from fcgui_core.roles import Roles
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings
from fcgui_core.table import Column, Table
from fcgui_core.task import encode_targets
from fcgui_core.trainer import Trainer
from fcgui_core.weights_file import Model, load_weights, save_weights

PLAYGROUND = features_of("x1", "x2")


def number(name: str, values: object) -> Column:
    cells = np.asarray(values, dtype=np.float64)
    return Column(name, "numeric", cells, int(np.isnan(cells).sum()))


def table_of(n: int = 60, holes: bool = False) -> Table:
    """Two columns and a ring: 1 inside a circle, which the squares tell and the columns themselves do not."""
    rng = np.random.default_rng(3)
    x1, x2 = rng.uniform(-3, 3, (2, n))
    label = np.array(["in" if inside else "out" for inside in x1**2 + x2**2 < 4], dtype=object)
    if holes:
        x1[::7] = np.nan
    columns = (number("x1", x1), number("x2", x2), Column("label", "categorical", label))
    return Table("ring", columns, n)


def prepared(derived: tuple[Derived, ...], *left_out: str, table: Table | None = None) -> PreparedData:
    table = table or table_of()
    return prepare(table, Roles("label", dict.fromkeys(left_out, "left out by you"), "classification"), derived=derived)


def test_the_five_of_playground_in_its_order() -> None:
    assert [one.name for one in PLAYGROUND] == ["x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)"]
    assert [one.name for one in features_of("x", None)] == ["x²", "sin(x)"]
    assert base_columns(PLAYGROUND) == ("x1", "x2")


def test_features_are_computed_from_raw_values_and_then_scaled() -> None:
    table = table_of()
    data = prepared(PLAYGROUND, table=table)
    assert data.preparation.feature_names == ("x1", "x2", "x1²", "x2²", "x1·x2", "sin(x1)", "sin(x2)")
    x1, x2 = (table.column(name).values[data.train_rows] for name in ("x1", "x2"))
    expected = np.stack([x1, x2, x1**2, x2**2, x1 * x2, np.sin(x1), np.sin(x2)], axis=1)
    np.testing.assert_allclose(data.raw(data.X_train), expected, atol=1e-12)
    np.testing.assert_allclose(data.X_train.mean(0), 0, atol=1e-12)
    np.testing.assert_allclose(data.X_train.std(0), 1, atol=1e-12)


def test_missing_cells_are_filled_before_anything_is_derived() -> None:
    table = table_of(holes=True)
    data = prepared(PLAYGROUND[:1], table=table)
    raw = data.preparation.encode(table)
    names = data.preparation.feature_names
    np.testing.assert_allclose(raw[:, names.index("x1²")], raw[:, names.index("x1")] ** 2)
    assert np.isfinite(raw).all()


def test_a_column_may_be_no_input_itself() -> None:
    data = prepared((Derived("square", ("x1",)), Derived("product", ("x1", "x2"))), "x1")
    assert data.preparation.feature_names == ("x2", "x1²", "x1·x2")
    assert data.n_features == data.X_train.shape[1] == 3
    only = prepared((Derived("square", ("x1",)),), "x1", "x2")
    assert only.preparation.feature_names == ("x1²",)


@pytest.mark.parametrize(
    ("derived", "words"),
    [
        ((Derived("square", ("label",)),), "is the target"),
        ((Derived("square", ("word",)),), "holds no numbers"),
        ((Derived("sine", ("x9",)),), "x9"),
        ((Derived("sine", ("x1",)),) * 2, "two inputs"),
    ],
)
def test_what_cannot_be_derived_is_told(derived: tuple[Derived, ...], words: str) -> None:
    table = table_of()
    word = Column("word", "categorical", np.array(["a", "b"] * 30, dtype=object))
    with pytest.raises(TableError, match=words):
        prepared(derived, table=replace(table, columns=(*table.columns, word)))


def test_a_square_too_large_for_a_network_is_told_by_its_name() -> None:
    table = table_of()
    huge = replace(table, columns=(number("x1", np.linspace(1, 1e120, 60)), *table.columns[1:]))
    with pytest.raises(TableError, match="x1²"):
        prepared(PLAYGROUND[:1], table=huge)


@pytest.mark.parametrize("scale", ["standard", "minmax", "robust", "none"])
@pytest.mark.parametrize("left_out", [(), ("x1",), ("x1", "x2")])
def test_the_plane_computes_them_from_its_own_two_columns(scale: str, left_out: tuple[str, ...]) -> None:
    table = table_of()
    roles = Roles("label", dict.fromkeys(left_out, "left out by you"), "classification")
    data = prepare(table, roles, scale=scale, derived=PLAYGROUND)  # type: ignore[arg-type]  # one of the scales
    seen = data.seen
    names = seen.preparation.feature_names
    plane = plane_of(seen, names.index("x1"), names.index("x2"))
    seen_rows = []

    def see(rows: np.ndarray) -> np.ndarray:
        seen_rows.append(np.array(rows))
        return rows[:, :1]

    decision_grid(see, plane, 7, 5)
    rows = np.concatenate(seen_rows)
    assert rows.shape == (35, data.n_features)
    raw = dict(zip(data.preparation.feature_names, data.raw(rows.astype(np.float64)).T, strict=True))
    x = np.tile(np.linspace(*plane.x_span, 15)[1::2], 5)
    y = np.repeat(np.linspace(*plane.y_span, 11)[1::2], 7)
    made = seen.preparation
    x1 = x * made.x_scale[plane.x] + made.x_mean[plane.x]
    x2 = y * made.x_scale[plane.y] + made.x_mean[plane.y]
    expected = {"x1²": x1**2, "x2²": x2**2, "x1·x2": x1 * x2, "sin(x1)": np.sin(x1), "sin(x2)": np.sin(x2)}
    for name, values in expected.items():
        np.testing.assert_allclose(raw[name], values, atol=2e-5, err_msg=name)
    np.testing.assert_allclose(plane.rows(x, y), rows, atol=1e-5)


def test_maps_of_derived_inputs_over_the_plane() -> None:
    data = prepared(PLAYGROUND, "x1")
    seen = data.seen
    names = seen.preparation.feature_names
    plane = plane_of(seen, names.index("x1"), names.index("x2"))
    spec = NetworkSpec(data.n_features, (LayerSpec(2, "softmax"),))
    maps = NeuronMaps(spec)
    for _ in maps.passing(trained(data, 1).snapshot(), plane, [np.arange(data.n_features), np.arange(2)]):
        pass
    square = maps.values[0][data.preparation.feature_names.index("x1²")]
    assert np.allclose(square, square[:1])  # no y in it
    assert square[0].argmin() in (9, 10)  # smallest in the middle, where x1 is 0
    np.testing.assert_allclose(square[0, 0], square[0, -1], rtol=0.3)


def test_planes_span_columns_not_derived_inputs() -> None:
    data = prepared(PLAYGROUND, "x1").seen
    assert [data.preparation.feature_names[at] for at in spanning_columns(data)] == ["x2", "x1"]
    assert {data.preparation.feature_names[at] for at in best_pair(data) if at is not None} == {"x1", "x2"}
    assert best_pair(prepared((Derived("square", ("x1",)),), "x1", "x2").seen) == (1, None)


def trained(data: PreparedData, epochs: int) -> Trainer:
    spec = NetworkSpec(data.n_features, (LayerSpec(2, "softmax"),))
    network = Network(spec, seed=0)
    Y = encode_targets(data.y_train, 2, "classification")
    trainer = Trainer(network, data.X_train, Y, TrainingSettings(learning_rate=0.1, loss="cce", seed=0))
    trainer.run(epochs=epochs)
    return trainer


def test_without_a_hidden_layer_squares_draw_a_circle_and_a_file_keeps_them(tmp_path: Path) -> None:
    table = table_of(200)
    data = prepared(PLAYGROUND[:2], "x1", table=table)
    trainer = trained(data, 200)
    assert trainer.snapshot().train.score > 0.97 > trained(prepared((), table=table), 200).snapshot().train.score
    network = trainer.network
    path = tmp_path / "w.npz"
    save_weights(path, Model(network.spec, network.parameters, data.preparation, trainer.settings, 0, "float32", {}))
    model = load_weights(path)
    assert model.preparation.derived == PLAYGROUND[:2]
    assert np.load(path)["feature_names"].tolist() == ["x2", "x1²", "x2²"]
    unlabelled = replace(table, columns=table.columns[1::-1])  # in another order, without the truth
    np.testing.assert_allclose(
        predict_table(model, unlabelled).outputs, network.predict(data.preparation.transform(table))
    )
    with pytest.raises(TableError, match="x1"):
        predict_table(model, replace(table, columns=table.columns[1:]))


@pytest.mark.parametrize(
    "damage",
    [
        {"derived": [["cube", "x1"]]},
        {"derived": [["square", "x1", "x2"]]},
        {"derived": [["square", "x7"]]},
        {"derived": "square"},
        {"derived": [[]]},
        {"derived": None},
    ],
)
def test_damaged_derived_inputs_are_refused(damage: dict[str, object]) -> None:
    data = prepared(PLAYGROUND[:1]).preparation.to_dict()
    with pytest.raises(FileError):
        Preparation.from_dict(data | damage)


@pytest.mark.parametrize(
    ("text", "name"),
    [("x1^2", "x1²"), ("x1²", "x1²"), (" x1 * x2 ", "x1·x2"), ("x1·x2", "x1·x2"), ("sin( x1 )", "sin(x1)")],
)
def test_derived_inputs_are_typed(text: str, name: str) -> None:
    assert [one.name for one in read_derived([text], ["x1", "x2"])] == [name]


def test_names_that_hold_the_marks_themselves_are_told_apart() -> None:
    names = ["a*b", "a", "b*c", "sin(z)", "w^2"]
    assert [one.columns for one in read_derived(["a*b*c", "a*b*a*b", "sin(z)^2", "w^2^2"], names)] == [
        ("a", "b*c"), ("a*b", "a*b"), ("sin(z)",), ("w^2",),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [("x9^2", '"x9"'), ("x1*x9", '"x9"'), ("log(x1)", "sin")])
def test_what_is_no_derived_input_is_told(text: str, words: str) -> None:
    with pytest.raises(TableError, match=words):
        read_derived([text], ["x1", "x2"])


@pytest.mark.parametrize("name", FEATURE_FUNCTIONS)
def test_every_function_has_a_name_to_type_that_is_read_back(name: str) -> None:
    columns = ("x1", "x2")[: FEATURE_FUNCTIONS[name].n_columns]
    one = Derived(name, columns)
    assert read_derived([one.notation, one.name], columns) == (one,)
    assert Derived.from_list(one.to_list()) == one
