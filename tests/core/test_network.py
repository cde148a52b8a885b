from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from fcgui_core import LayerSpec, Network, NetworkSpec, SpecError
from fcgui_core.layout import join, split

MIXED = NetworkSpec(
    3,
    (
        LayerSpec(6, "relu"),
        LayerSpec(5, "maxout", pieces=3),
        LayerSpec(4, "softmax"),
        LayerSpec(4, "gelu"),
        LayerSpec(2, "softmax"),
    ),
)


def test_weights_are_views_into_one_vector() -> None:
    network = Network(MIXED)
    network.weights[1][2, 4, 3] = 99.0
    network.biases[0][0, 5] = 77.0
    assert {99.0, 77.0} <= set(network.parameters.tolist())
    assert [W.shape for W in network.weights] == list(MIXED.weight_shapes)
    assert [b.shape for b in network.biases] == [(1, 6), (3, 1, 5), (1, 4), (1, 4), (1, 2)]
    assert sum(a.size for a in (*network.weights, *network.biases)) == network.parameters.size


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("rows", [0, 1, 10, 700, 5000])
def test_predict_equals_the_lectures_formula(rows: int, dtype: str) -> None:
    network = Network(MIXED, seed=3, dtype=dtype)
    X = np.random.default_rng(0).normal(size=(rows, 3))
    passed = network.forward(X)
    assert [Z.shape for Z, _ in passed] == [(rows, 6), (3, rows, 5), (rows, 4), (rows, 4), (rows, 2)]
    outputs = network.predict(X)
    assert outputs.shape == (rows, 2) and outputs.dtype == dtype
    assert outputs == pytest.approx(passed[-1][1], abs=1e-5 if dtype == "float32" else 1e-13)


def test_the_lectures_network_set_by_hand() -> None:
    """L5: h1 = sign(x2 - 2 x1 - 2), h2 = sign(x2 + 3 x1 - 4), o1 = sign(h2 - h1 - 1)."""
    spec = NetworkSpec(2, (LayerSpec(2, "sign"), LayerSpec(1, "sign")))
    network = Network.from_weights(spec, [[[-2, 3], [1, 1]], [[-1], [1]]], [[[-2, -4]], [[-1]]])
    X = np.array([[1.0, 5.0], [3.0, 0.0], [0.0, 0.0], [-4.0, 1.0]])
    h1, h2 = np.sign(X[:, 1] - 2 * X[:, 0] - 2), np.sign(X[:, 1] + 3 * X[:, 0] - 4)
    assert network.predict(X)[:, 0].tolist() == np.sign(h2 - h1 - 1).tolist()


def test_from_parameters_and_copy_are_independent() -> None:
    network = Network(MIXED)
    again = Network.from_parameters(MIXED, network.parameters)
    assert again.dtype == network.dtype and (again.parameters == network.parameters).all()
    copy = network.copy()
    network.parameters[:] = 0.0
    assert copy.parameters.any() and again.parameters.any()


def test_join_is_the_inverse_of_split() -> None:
    flat = Network(MIXED).parameters
    assert (join(MIXED, *split(MIXED, flat), "float32") == flat).all()


@pytest.mark.parametrize(
    ("flat", "words"),
    [(np.zeros(3), "shape"), (np.full(MIXED.n_parameters, np.nan), "finite")],
)
def test_wrong_parameters(flat: np.ndarray, words: str) -> None:
    with pytest.raises(SpecError, match=words):
        Network.from_parameters(MIXED, flat)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"dtype": "nosuch"}, "float32 or float64"),
        ({"dtype": "int32"}, "float32 or float64"),
        ({"seed": -1}, "The seed must be at least 0"),
        ({"seed": 1.5}, "The seed must be a whole number"),
    ],
)
def test_no_such_dtype_or_seed(wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(SpecError, match=words):
        Network(MIXED, **wrong)


def test_wrong_shapes() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(1, "identity"),)))
    with pytest.raises(SpecError, match="rows of 2 numbers"):
        network.predict(np.zeros((4, 3)))
    with pytest.raises(SpecError, match="layer 1 has the shape"):
        Network.from_weights(network.spec, [np.zeros((3, 1))], [np.zeros((1, 1))])
