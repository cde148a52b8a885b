"""Dropout: hidden neurons switched off at random while training, none of them when the network answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from fcgui_core import LayerSpec, Network, NetworkSpec, SpecError, Trainer, TrainingSettings
from fcgui_core.forward import Dropout, record_forward
from fcgui_core.step import GradientTape
from fcgui_core.tape import Tape

SPEC = NetworkSpec(3, (LayerSpec(8, "relu"), LayerSpec(6, "tanh"), LayerSpec(3, "softmax")))


def make(dtype: Any = "float64", seed: int = 0, rows: int = 50, **settings: Any) -> Trainer:
    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, rows)
    X = rng.normal(size=(rows, 3)) + 2.0 * np.eye(3)[y]
    return Trainer(Network(SPEC, 0, dtype), X, np.eye(3)[y], TrainingSettings(seed=seed, **settings))


def masked_passes(rate: float, tall: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any, Any, Any, Any]:
    """(layers, gradient, network, X, Y) after one recorded gradient with dropout."""
    monkeypatch.setattr("fcgui_core.forward.is_tall", lambda *_: tall)
    recorded: list[Any] = []

    def noting(*arguments: Any, **keywords: Any) -> Any:
        recorded.append(record_forward(*arguments, **keywords))
        return recorded[-1]

    monkeypatch.setattr("fcgui_core.step.record_forward", noting)
    network = Network(SPEC, 0, "float64")
    rng = np.random.default_rng(1)
    X, Y = rng.normal(size=(30, 3)), np.eye(3)[rng.integers(0, 3, 30)]
    gradient = np.zeros_like(network.parameters)
    dropout = Dropout(rate, np.random.default_rng(7))
    tape = GradientTape(SPEC, network.parameters, gradient, 30, 30, "cce", dropout=dropout)
    tape.load(X, Y)
    tape.replay()
    return recorded[0], gradient, network, X, Y


@pytest.mark.parametrize("tall", [False, True])
def test_the_gradient_is_that_of_the_thinned_network(tall: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    layers, gradient, network, X, Y = masked_passes(0.4, tall, monkeypatch)
    masks = [layer.kept.T.copy() for layer in layers[:-1]]  # (n, units)
    assert layers[-1].kept is None  # the output is never switched off

    def loss() -> float:
        H = X
        for at, (W, b) in enumerate(zip(network.weights, network.biases, strict=True)):
            Z = H @ W + b
            H = (np.maximum(Z, 0), np.tanh(Z))[at] * masks[at] if at < 2 else Z
        H = H - H.max(axis=1, keepdims=True)
        return float(-np.mean(np.sum(Y * (H - np.log(np.exp(H).sum(axis=1, keepdims=True))), axis=1)))

    numeric, h = np.zeros_like(gradient), 1e-6
    for at in range(len(gradient)):
        before, losses = network.parameters[at], []
        for value in (before + h, before - h):
            network.parameters[at] = value
            losses.append(loss())
        network.parameters[at] = before
        numeric[at] = (losses[0] - losses[1]) / (2 * h)
    assert np.linalg.norm(gradient - numeric) / np.linalg.norm(numeric) < 1e-7


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
def test_that_share_is_switched_off_and_the_mean_stays(rate: float, dtype: Any) -> None:
    tape = Tape(dtype)
    h = np.ones((200, 500), dtype)
    dropped = np.zeros_like(h)
    Dropout(rate, np.random.default_rng(0)).record(tape, h, dropped)
    tape.replay()
    assert set(np.unique(dropped).tolist()) == {0.0, float(np.array(1 / (1 - rate), dtype))}
    assert (dropped == 0).mean() == pytest.approx(rate, abs=0.01)
    assert dropped.mean(dtype=np.float64) == pytest.approx(1, abs=0.02)
    first = dropped.copy()
    tape.replay()
    assert not np.array_equal(first, dropped)  # other neurons in every step


def test_none_is_off_when_the_network_answers() -> None:
    trainer = make(dropout=0.5)
    trainer.run(epochs=3)
    snapshot = trainer.snapshot()
    X, Y = trainer._x[:, :-1], trainer._y
    assert snapshot.train.loss == pytest.approx(trainer.network.loss(X, Y, "cce"))
    assert trainer.snapshot().train == snapshot.train


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("steps", [3, 17])
def test_a_resumed_training_is_the_same_bit_for_bit(dtype: Any, steps: int) -> None:
    whole, first, second = (make(dtype, dropout=0.3) for _ in range(3))
    whole.run(steps=40)
    first.run(steps=steps)
    second.restore(first.state())
    second.run(steps=40 - steps)
    assert (whole.network.parameters == second.network.parameters).all()
    other = make(dtype, seed=1, dropout=0.3)
    other.run(steps=40)
    assert not np.array_equal(whole.network.parameters, other.network.parameters)


def test_it_changes_between_two_steps_and_goes_away_again() -> None:
    trainer, plain = make(), make()
    for one in (trainer, plain):
        one.run(steps=5)
    trainer.apply(replace(trainer.settings, dropout=0.5))
    trainer.apply(replace(trainer.settings, dropout=0.0))
    for one in (trainer, plain):
        one.run(steps=5)
    assert (trainer.network.parameters == plain.network.parameters).all()
    trainer.apply(replace(trainer.settings, dropout=0.5))
    for one in (trainer, plain):
        one.run(steps=5)
    assert not np.array_equal(trainer.network.parameters, plain.network.parameters)


def test_no_call_is_recorded_for_a_rate_of_zero() -> None:
    trainers = make(dropout=0.0), make(dropout=0.5)
    for trainer in trainers:
        trainer.run(steps=1)
    without, with_ = (len(next(iter(t._step._tapes.values())).tape.calls) for t in trainers)
    assert with_ == without + 2 * 5  # two hidden layers: four calls forwards, one backwards


@pytest.mark.parametrize("rate", [-0.1, 1.0, 1.5, float("nan")])
def test_rates_that_make_no_sense(rate: float) -> None:
    with pytest.raises(SpecError, match="Dropout must be"):
        TrainingSettings(dropout=rate)
