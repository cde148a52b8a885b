"""Classes that count more than others: in the loss, its gradient, the training and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from fcgui_core import LayerSpec, Network, NetworkSpec, SpecError, Trainer, TrainingSettings
from fcgui_core.objective import row_weights

WEIGHTS = np.array([0.5, 1.0, 4.0])


def problem(output: str = "softmax", units: int = 3, rows: int = 40) -> tuple[Network, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    spec = NetworkSpec(3, (LayerSpec(5, "tanh"), LayerSpec(units, output)))
    y = rng.integers(0, max(units, 2), rows)
    Y = np.eye(units)[y] if units > 1 else y[:, None].astype(float)
    return Network(spec, seed=2, dtype="float64"), rng.normal(size=(rows, 3)), Y


@pytest.mark.parametrize(
    ("output", "units", "loss"),
    [("softmax", 3, "cce"), ("sigmoid", 3, "bce"), ("sigmoid", 1, "bce"), ("tanh", 3, "mse")],
)
def test_the_weighted_gradient_is_exact(output: str, units: int, loss: str) -> None:
    network, X, Y = problem(output, units)
    weights = np.random.default_rng(0).uniform(0, 3, len(X))
    analytic = np.concatenate([part.ravel() for pair in network.gradients(X, Y, loss, weights) for part in pair])
    numeric, h = [], 1e-5
    for array in (array for pair in zip(network.weights, network.biases, strict=True) for array in pair):
        for index in np.ndindex(array.shape):
            before, losses = array[index], []
            for value in (before + h, before - h):
                array[index] = value
                losses.append(network.loss(X, Y, loss, weights))
            array[index] = before
            numeric.append((losses[0] - losses[1]) / (2 * h))
    assert np.linalg.norm(analytic - numeric) / np.linalg.norm(numeric) < 1e-7


def test_a_weight_of_two_is_the_row_twice() -> None:
    network, X, Y = problem()
    weights = np.ones(len(X))
    weights[:5] = 2.0
    twice = np.concatenate([X, X[:5]]), np.concatenate([Y, Y[:5]])
    expected = network.loss(*twice, "cce") * len(twice[0]) / len(X)
    assert network.loss(X, Y, "cce", weights) == pytest.approx(expected, rel=1e-12)


def test_the_weighted_loss_is_that_of_pytorch() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: it is only compared with")
    network, X, Y = problem()
    y = Y.argmax(axis=1)
    balanced = len(y) / (3 * np.bincount(y))  # its mean over the rows is 1: the sum of the weights is n
    model = [torch.tensor(array, requires_grad=True) for W_b in zip(network.weights, network.biases, strict=True)
             for array in W_b]  # fmt: skip
    logits = torch.tanh(torch.tensor(X) @ model[0] + model[1]) @ model[2] + model[3]
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(y), weight=torch.tensor(balanced))
    loss.backward()
    weights = row_weights(Y, balanced)
    assert network.loss(X, Y, "cce", weights) == pytest.approx(loss.item(), rel=1e-12)
    pairs = network.gradients(X, Y, "cce", weights)
    for mine, theirs in zip([part for pair in pairs for part in pair], model, strict=True):
        assert mine == pytest.approx(theirs.grad.numpy(), abs=1e-14)


@pytest.mark.parametrize("batch_size", [None, 7])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_step_goes_down_the_weighted_gradient(batch_size: int | None, dtype: Any) -> None:
    network, X, Y = problem()
    network = Network.from_parameters(network.spec, network.parameters, dtype)
    settings = TrainingSettings(optimizer="sgd", learning_rate=0.1, batch_size=batch_size)
    trainer = Trainer(network, X, Y, settings, class_weights=WEIGHTS)
    before = network.copy()
    trainer.run(steps=1)
    order = trainer.state()["order"]
    rows = np.arange(len(X)) if batch_size is None else order[:batch_size]
    expected = [
        (W - 0.1 * dW, b - 0.1 * db)
        for W, b, (dW, db) in zip(
            before.weights, before.biases, before.gradients(X[rows], Y[rows], "cce", Y[rows] @ WEIGHTS), strict=True
        )
    ]
    for (W, b), mine_W, mine_b in zip(expected, network.weights, network.biases, strict=True):
        assert mine_W == pytest.approx(W, abs=1e-6) and mine_b == pytest.approx(b, abs=1e-6)


def test_what_is_told_uses_the_weights_in_the_loss_and_not_in_the_accuracy() -> None:
    network, X, Y = problem()
    told = Trainer(network, X, Y, TrainingSettings(), X_test=X[:20], Y_test=Y[:20], class_weights=WEIGHTS).snapshot()
    right = network.predict(X).argmax(axis=1) == Y.argmax(axis=1)
    assert told.train.loss == pytest.approx(network.loss(X, Y, "cce", Y @ WEIGHTS))
    assert told.train.score == right.mean()
    recalls = [right[Y.argmax(axis=1) == k].mean() for k in range(3)]
    assert told.train.balanced_accuracy == pytest.approx(np.mean(recalls))
    assert told.test is not None and told.test.loss == pytest.approx(
        network.loss(X[:20], Y[:20], "cce", Y[:20] @ WEIGHTS)
    )
    assert Trainer(network, X, Y, TrainingSettings()).snapshot().train.balanced_accuracy is None


def test_rare_classes_are_found_when_classes_are_balanced() -> None:
    rng = np.random.default_rng(0)
    y = (rng.random(1000) < 0.05).astype(int)
    X = rng.normal(size=(1000, 2)) + y[:, None]
    found = {}
    for name, weights in (("none", None), ("balanced", len(y) / (2 * np.bincount(y)))):
        network = Network(NetworkSpec(2, (LayerSpec(1, "sigmoid"),)), seed=0)
        settings = TrainingSettings(loss="bce", batch_size=50)
        trainer = Trainer(network, X, y[:, None], settings, class_weights=weights)
        trainer.run(epochs=30)
        found[name] = (network.predict(X[y == 1]) > 0.5).mean()
    assert found["none"] < 0.3 and found["balanced"] > 0.6


def test_a_resumed_weighted_training_is_the_same() -> None:
    def make() -> Trainer:
        network, X, Y = problem()
        return Trainer(network, X, Y, TrainingSettings(batch_size=7), class_weights=WEIGHTS)

    whole, first, second = make(), make(), make()
    whole.run(steps=20)
    first.run(steps=9)
    second.restore(first.state())
    second.run(steps=11)
    assert (whole.network.parameters == second.network.parameters).all()


def test_weights_that_do_not_fit_are_refused() -> None:
    network, X, Y = problem()
    with pytest.raises(SpecError, match="3 classes need as many class weights, not 2"):
        Trainer(network, X, Y, TrainingSettings(), class_weights=np.ones(2))
    with pytest.raises(SpecError, match="40 finite numbers"):
        network.loss(X, Y, "cce", np.full(40, -1.0))
    with pytest.raises(SpecError, match="40 finite numbers"):
        network.gradients(X, Y, "cce", np.ones(3))


def test_weights_of_one_change_nothing() -> None:
    trained = []
    for weights in (None, np.ones(3)):
        network, X, Y = problem()
        trainer = Trainer(network, X, Y, replace(TrainingSettings(), batch_size=8), class_weights=weights)
        trainer.run(epochs=5)
        trained.append(network.parameters.copy())
    assert trained[0] == pytest.approx(trained[1], abs=1e-12)
