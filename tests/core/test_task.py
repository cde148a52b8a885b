from __future__ import annotations

import numpy as np
import pytest

from fcgui_core import (
    SpecError,
    class_probabilities,
    encode_targets,
    natural_activation,
    natural_loss,
    output_units,
    predicted_classes,
)


@pytest.mark.parametrize(
    ("task", "classes", "activation", "loss", "units"),
    [
        ("regression", None, "identity", "mse", 1),
        ("classification", 2, "sigmoid", "bce", 1),
        ("classification", 2, "softmax", "cce", 2),
        ("classification", 2, "tanh", "mse", 1),
        ("classification", 3, "softmax", "cce", 3),
        ("classification", 3, "sigmoid", "bce", 3),
    ],
)
def test_natural_output(task: str, classes: int | None, activation: str, loss: str, units: int) -> None:
    if activation in ("identity", "sigmoid", "softmax") and (classes, activation) not in [
        (2, "softmax"),
        (3, "sigmoid"),
    ]:
        assert natural_activation(task, classes) == activation
    assert natural_loss(activation) == natural_loss(activation, task) == loss
    assert natural_loss(activation, "regression") == "mse"
    assert output_units(activation, task, classes) == units


def test_targets_and_back() -> None:
    y = np.array([0, 2, 1])
    assert encode_targets(y, 3, "classification").tolist() == np.eye(3)[y].tolist()
    assert predicted_classes(encode_targets(y, 3, "classification")).tolist() == y.tolist()
    two = np.array([1, 0, 1])
    assert encode_targets(two, 1, "classification").tolist() == [[1.0], [0.0], [1.0]]
    assert predicted_classes(encode_targets(two, 1, "classification")).tolist() == two.tolist()
    assert encode_targets(np.array([1.5, 2.5]), 1, "regression").tolist() == [[1.5], [2.5]]
    with pytest.raises(SpecError, match="tells 2 classes apart"):
        encode_targets(y, 1, "classification")


@pytest.mark.parametrize(
    ("outputs", "activation", "expected"),
    [
        ([[0.3]], "sigmoid", [[0.7, 0.3]]),
        ([[-0.5], [1.5]], "tanh", [[1.0, 0.0], [0.0, 1.0]]),
        ([[0.2, 0.8]], "softmax", [[0.2, 0.8]]),
        ([[0.5, 0.5, 1.0]], "sigmoid", [[0.25, 0.25, 0.5]]),
        ([[-1.0, -2.0]], "identity", [[0.5, 0.5]]),
    ],
)
def test_class_probabilities(outputs: list[list[float]], activation: str, expected: list[list[float]]) -> None:
    assert class_probabilities(np.array(outputs), activation) == pytest.approx(np.array(expected))
