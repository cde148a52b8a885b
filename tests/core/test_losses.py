from __future__ import annotations

import math

import numpy as np
import pytest

from fcgui_core import LOSSES, LayerSpec, Network, NetworkSpec, SpecError

ANIMALS = np.array([[0.7, 0.1, 0.2], [0.8, 0.15, 0.05], [0.04, 0.9, 0.06], [0.6, 0.1, 0.3], [0.75, 0.2, 0.05]])


def test_the_lectures_worked_cross_entropy() -> None:
    answers = np.eye(3)[[1, 2, 1, 0, 1]]  # cat, beetle, cat, dog, cat (L14)
    total = -sum(math.log(p) for p in (0.1, 0.05, 0.9, 0.6, 0.2))
    assert LOSSES["cce"].value(ANIMALS, answers) == pytest.approx(total / 5)


def test_squared_error_sums_over_outputs_and_averages_over_observations() -> None:
    assert LOSSES["mse"].value(np.array([[1.0, 2.0], [3.0, 4.0]]), np.zeros((2, 2))) == 15.0


def test_binary_cross_entropy_sums_over_outputs_and_averages_over_observations() -> None:
    p, y = np.array([[0.9, 0.2], [0.5, 0.5]]), np.array([[1.0, 0.0], [0.0, 1.0]])
    expected = -(math.log(0.9) + math.log(0.8) + 2 * math.log(0.5)) / 2
    assert LOSSES["bce"].value(p, y) == pytest.approx(expected)


def test_certain_and_right_costs_nothing() -> None:
    y = np.eye(3)
    assert LOSSES["bce"].value(y, y) == LOSSES["cce"].value(y, y) == 0.0


@pytest.mark.parametrize(
    ("output", "loss"),
    [
        ("sigmoid", "bce"),
        ("sigmoid", "cce"),
        ("sigmoid", "mse"),
        ("softmax", "bce"),
        ("softmax", "cce"),
        ("softmax", "mse"),
        ("tanh", "mse"),
        ("identity", "mse"),
    ],
)
def test_loss_of_a_network_is_the_formula_of_its_outputs(output: str, loss: str) -> None:
    network = Network(NetworkSpec(4, (LayerSpec(5, "tanh"), LayerSpec(3, output))), dtype="float64")
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(5000, 4)), np.eye(3)[rng.integers(0, 3, 5000)]
    assert network.loss(X, Y, loss) == pytest.approx(LOSSES[loss].value(network.predict(X), Y), rel=1e-12)


@pytest.mark.parametrize(
    ("Y", "loss", "words"),
    [
        (np.zeros((2, 2)), "cce", "shape"),
        (np.zeros((2, 3)), "cce", "sum to 1"),
        (np.full((2, 3), -1.0), "bce", "between 0 and 1"),
        (np.full((2, 3), np.nan), "mse", "finite"),
    ],
)
def test_targets_that_do_not_suit_the_loss(Y: np.ndarray, loss: str, words: str) -> None:
    network = Network(NetworkSpec(2, (LayerSpec(3, "softmax"),)))
    with pytest.raises(SpecError, match=words):
        network.loss(np.zeros((2, 2)), Y, loss)
