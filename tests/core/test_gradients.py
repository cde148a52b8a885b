"""Every gradient against central differences in float64, for every pair that is allowed."""

from __future__ import annotations

import numpy as np
import pytest

from fcgui_core import (
    ACTIVATIONS,
    LOSSES,
    LayerSpec,
    Network,
    NetworkSpec,
    SpecError,
    Trainer,
    TrainingSettings,
    check_pair,
)
from fcgui_core.step import penalty

TRAINABLE = [name for name, entry in ACTIVATIONS.items() if entry.trainable]
PAIRS = [(name, loss) for loss in LOSSES for name in TRAINABLE if LOSSES[loss].pair(name) is not None]


@pytest.fixture(params=["columns", "rows", "mixed"], autouse=True)
def order(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every gradient with the buffers lying in memory as for small batches, as for tall ones, and mixed."""
    tall = {
        "columns": lambda *_: False,
        "rows": lambda *_: True,
        "mixed": lambda inputs, units, batch: units == 3,
    }
    monkeypatch.setattr("fcgui_core.forward.is_tall", tall[request.param])


def problem(spec: NetworkSpec, loss: str, rows: int) -> tuple[Network, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    network = Network(spec, seed=1, dtype="float64")
    network.parameters[...] += 0.1 * rng.normal(size=network.parameters.shape)
    q = spec.n_outputs
    targets = {
        "mse": rng.normal(size=(rows, q)),
        "bce": rng.uniform(size=(rows, q)),
        "cce": np.eye(q)[rng.integers(0, q, rows)],
    }
    return network, rng.normal(size=(rows, spec.n_inputs)), targets[loss]


def error_against_differences(network: Network, X: np.ndarray, Y: np.ndarray, loss: str) -> float:
    """|analytic - numeric| / |numeric| over all weights and biases."""
    arrays = [array for pair in zip(network.weights, network.biases, strict=True) for array in pair]
    numeric, h = [], 1e-5
    for array in arrays:
        for index in np.ndindex(array.shape):
            before = array[index]
            array[index] = before + h
            above = network.loss(X, Y, loss)
            array[index] = before - h
            below = network.loss(X, Y, loss)
            array[index] = before
            numeric.append((above - below) / (2 * h))
    pairs = network.gradients(X, Y, loss)
    for pair, W, b in zip(pairs, network.weights, network.biases, strict=True):
        assert (pair[0].shape, pair[1].shape) == (W.shape, b.shape)
    analytic = np.concatenate([gradient.ravel() for pair in pairs for gradient in pair])
    return float(np.linalg.norm(analytic - numeric) / np.linalg.norm(numeric))


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_output_and_loss(output: str, loss: str) -> None:
    spec = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(3, output)))
    assert error_against_differences(*problem(spec, loss, 7), loss) < 1e-7


@pytest.mark.parametrize("hidden", TRAINABLE)
def test_hidden_layer(hidden: str) -> None:
    spec = NetworkSpec(2, (LayerSpec(4, hidden), LayerSpec(3, hidden), LayerSpec(2, "softmax")))
    assert error_against_differences(*problem(spec, "cce", 7), "cce") < 1e-7


@pytest.mark.parametrize(
    "layer",
    [
        LayerSpec(3, "maxout", pieces=4),
        LayerSpec(3, "elu", alpha=0.5),
        LayerSpec(3, "leaky_relu", slope=0.0),
        LayerSpec(3, "leaky_relu", slope=1.0),
        LayerSpec(1, "relu"),
    ],
    ids=repr,
)
@pytest.mark.parametrize("rows", [1, 7])
def test_parameters_and_edge_sizes(layer: LayerSpec, rows: int) -> None:
    spec = NetworkSpec(1, (layer, LayerSpec(1, "sigmoid")))
    assert error_against_differences(*problem(spec, "bce", rows), "bce") < 1e-7


def test_a_net_without_hidden_layer_is_linear_regression() -> None:
    network, X, Y = problem(NetworkSpec(3, (LayerSpec(1, "identity"),)), "mse", 9)
    ((dW, db),) = network.gradients(X, Y, "mse")
    residual = X @ network.weights[0] + network.biases[0] - Y
    assert dW == pytest.approx(2 / 9 * X.T @ residual)  # lecture L1, by hand
    assert db == pytest.approx(2 / 9 * residual.sum(axis=0, keepdims=True))


@pytest.mark.parametrize(("l1", "l2"), [(0.0, 0.3), (0.2, 0.0), (0.2, 0.3)])
def test_penalty(l1: float, l2: float) -> None:
    """One step of gradient descent with rate 1 moves the weights by the gradient of loss + penalty."""
    spec = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "softmax")))
    network, X, Y = problem(spec, "cce", 8)
    flat, h = network.parameters, 1e-6
    expected = np.empty_like(flat)
    for i in range(len(flat)):
        before, values = flat[i], []
        for value in (before + h, before - h):
            flat[i] = value
            values.append(network.loss(X, Y, "cce") + penalty(spec, flat, l1, l2))
        flat[i] = before
        expected[i] = (values[0] - values[1]) / (2 * h)
    start = flat.copy()
    settings = TrainingSettings(optimizer="sgd", learning_rate=1.0, batch_size=None, l1=l1, l2=l2)
    Trainer(network, X, Y, settings).run(steps=1)
    assert np.linalg.norm(start - flat - expected) / np.linalg.norm(expected) < 1e-7


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_logits_of_ten_thousand(output: str, loss: str, dtype: str) -> None:
    """Right and wrong answers with utter confidence: finite, no warning, and a gradient that points back."""
    spec = NetworkSpec(3, (LayerSpec(3, output),))
    network = Network(spec, dtype=dtype)
    for W in network.weights:
        W[...] = np.eye(3)
    X = 1e4 * np.array([[1.0, -1.0, 0.0], [-1.0, 1.0, -1.0], [1.0, 1.0, 1.0], [0.0, 0.0, -1.0]])
    Y = np.eye(3)[[1, 1, 0, 2]]
    assert np.isfinite(network.predict(X)).all()
    assert np.isfinite(network.loss(X, Y, loss))
    gradients = network.gradients(X, Y, loss)
    assert all(np.isfinite(array).all() for pair in gradients for array in pair)
    if LOSSES[loss].pairs.get(output) is not None:
        assert all(array.any() for array in gradients[0])


@pytest.mark.parametrize(
    ("output", "loss", "words"),
    [
        ("identity", "bce", "probabilities"),
        ("relu", "bce", "probabilities"),
        ("tanh", "cce", "probabilities"),
        ("identity", "cce", "probabilities"),
        ("sign", "mse", "sign cannot be trained"),
        ("sigmoid", "hinge", "did you mean"),
        ("sigmod", "mse", "did you mean sigmoid"),
    ],
)
def test_pairs_without_sense_are_refused_with_a_sentence(output: str, loss: str, words: str) -> None:
    with pytest.raises(SpecError, match=words):
        check_pair(output, loss)


def test_a_hidden_sign_layer_cannot_be_trained_but_computes() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(2, "sign"), LayerSpec(1, "sign"))))
    X, Y = np.ones((2, 2)), np.ones((2, 1))
    assert set(network.predict(X).ravel()) <= {-1.0, 0.0, 1.0}
    with pytest.raises(SpecError, match="sign cannot be trained"):
        Trainer(network, X, Y, TrainingSettings(loss="mse"))
    with pytest.raises(SpecError, match="sign cannot be trained"):
        network.gradients(X, Y, "mse")
