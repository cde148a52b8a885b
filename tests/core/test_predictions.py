"""Answers for new tables: how their columns are found, and what the numbers beside the answers mean."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from fcgui_core.errors import Cancelled, FileError, TableError
from fcgui_core.matching import match_columns
from fcgui_core.network import Network
from fcgui_core.neutral import neutral
from fcgui_core.prediction_file import delimiter_of, write_predictions
from fcgui_core.predictions import MISSING, UNKNOWN, errors_of, predict_table, score
from fcgui_core.preparation import prepare
from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings
from fcgui_core.table import Table
from fcgui_core.weights_file import Model


def table_of(folder: Path, text: str) -> Table:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return read_table(path)


@pytest.fixture
def model(tmp_path: Path) -> Model:
    """A network of first weights on two numbers, a category and the classes no and yes."""
    colour, ill = ("blue", "red"), ("no", "yes")
    lines = [f"{n * 3 % 20 + 18},{n * 0.5 + 0.1},{colour[n % 2]},{ill[n > 9]}" for n in range(20)]
    table = table_of(tmp_path, "\n".join(["age,height,colour,ill", *lines]) + "\n")
    data = prepare(table, guess_roles(table, "ill"))
    spec = NetworkSpec(data.n_features, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
    network = Network(spec, seed=0)
    return Model(spec, network.parameters, data.preparation, TrainingSettings(loss="bce"))


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("colour,age,height", True),
        ("Colour, AGE ,He_ight", True),
        ("colour,age,height,Age", True),  # an exact name goes first
        ("colour,AGE,Age,height", False),  # two that are alike: nobody knows which
        ("colour,age", False),
    ],
)
def test_columns_by_name(model: Model, tmp_path: Path, header: str, found: bool) -> None:
    cells = {"c": "red", "C": "red", "a": "3", "A": "3", "h": "2", "H": "2"}
    row = ",".join(cells[name.strip()[0]] for name in header.split(","))
    table = table_of(tmp_path, f"{header}\n{row}\n{row}\n")
    if not found:
        with pytest.raises(TableError, match=r'"(age|height)"'):
            match_columns(model.preparation, table)
        return
    matched = match_columns(model.preparation, table)
    assert {"age", "height", "colour"} <= set(matched.table.names) and not matched.has_target
    assert len(predict_table(model, table).outputs) == 2


def test_a_file_without_a_header_gets_the_names_by_place(model: Model, tmp_path: Path) -> None:
    table = table_of(tmp_path, "1,2,red,no\n2,3,blue,yes\n3,4,red,no\n")
    assert table.names == ("x1", "x2", "x3", "x4")
    matched = match_columns(model.preparation, table)
    assert matched.table.names == ("age", "height", "colour", "ill") and matched.has_target


def test_places_that_fit_in_two_ways_are_asked_for(tmp_path: Path) -> None:
    lines = [f"{n},{n * 3 % 7},{n * 0.5},{n * 2.5}" for n in range(30)]
    table = table_of(tmp_path, "\n".join(["key,a,b,price", *lines]) + "\n")
    data = prepare(table, guess_roles(table, "price", ["key"]))
    spec = NetworkSpec(data.n_features, (LayerSpec(1, "identity"),))
    metrics = {"columns": list(table.names)}
    model = Model(spec, Network(spec).parameters, data.preparation, TrainingSettings(loss="mse"), metrics=metrics)
    three = table_of(tmp_path, "1,2,3\n4,5,6.5\n")  # key, a, b or a, b, price
    with pytest.raises(TableError, match="more than one way"):
        predict_table(model, three)
    two = predict_table(model, table_of(tmp_path, "1,2\n4,5.5\n"))
    assert two.table.names == ("a", "b") and two.truth is None


def test_an_empty_target_column_is_no_truth(model: Model, tmp_path: Path) -> None:
    table = table_of(tmp_path, "age,height,colour,ill\n1,2,red,\n3,4,blue,\n")
    answers = predict_table(model, table)
    assert answers.truth is None and answers.score is None and answers.notes == ()


def test_unknown_categories_are_counted_the_most_frequent_first(model: Model, tmp_path: Path) -> None:
    table = table_of(tmp_path, "age,height,colour\n1,2,pink\n3,4,grey\n1,2,grey\n1,1,red\n1,1,\n")
    unknown = predict_table(model, table).unknown
    assert unknown["colour"].count == 3 and unknown["colour"].values == ("grey", "pink")


def test_errors_of_classes_and_of_values() -> None:
    shares = np.array([[0.9, 0.1], [0.2, 0.8], [0.5, 0.5], [0.3, 0.7]])
    errors = errors_of(np.array([0, 0, UNKNOWN, MISSING]), np.array([0, 1, 0, 1]), shares)
    np.testing.assert_allclose(errors, [0.1, 0.8, 1.0, np.nan])
    np.testing.assert_allclose(errors_of(np.array([1.0, np.nan]), np.array([3.0, 1.0]), None), [2.0, np.nan])


def test_scores_by_hand() -> None:
    classes = score(np.array([0, 1, 1, MISSING, UNKNOWN]), np.array([0, 1, 0, 0, 1]), True)
    assert classes is not None and (classes.rows, classes.accuracy) == (4, 0.5)
    values = score(np.array([1.0, 2.0, 3.0, np.nan]), np.array([1.0, 2.0, 5.0, 9.0]), False)
    assert values is not None and values.rows == 3
    assert values.r2 == pytest.approx(1 - 4 / 2) and values.rmse == pytest.approx(np.sqrt(4 / 3))
    assert score(np.array([MISSING]), np.array([0]), True) is None


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("=1", False), ("+x", False), ("-x", False), ("@x", False), ("\tx", False), ("\rx", False), ("-1+1", False),
        ("-1.5", True), ("+3", True), ("-1,5", True), ("-1e-3", True), ("x=1", True), ("", True),
    ],
)  # fmt: skip
def test_text_that_a_spreadsheet_would_obey(text: str, harmless: bool) -> None:
    assert neutral(text) == (text if harmless else f"'{text}")


def test_the_ending_decides_the_delimiter() -> None:
    assert (delimiter_of("a.csv"), delimiter_of("b.TSV")) == (",", "\t")
    with pytest.raises(FileError, match=r"\.csv or \.tsv"):
        delimiter_of("c.xlsx")


def test_cancelled_between_two_blocks(model: Model, tmp_path: Path) -> None:
    table = table_of(tmp_path, "age,height,colour\n1,2,red\n3,4,blue\n")
    with pytest.raises(Cancelled):
        predict_table(model, table, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        write_predictions(io.StringIO(), predict_table(model, table), cancelled=lambda: True)
