"""The same batches give the same weights as PyTorch, for every optimiser."""

from __future__ import annotations

import json

import numpy as np
import pytest

from fcgui_core import OPTIMIZERS, LayerSpec, Network, NetworkSpec, TrainingSettings
from fcgui_core.step import FLUSH_STEPS, Step
from tests.core.make_torch_reference import FILE, SETTINGS, SIZES, problem, train_with_torch


def train_here(name: str) -> np.ndarray:
    theta, X, y, batches = problem()
    spec = NetworkSpec(
        SIZES[0], (LayerSpec(SIZES[1], "tanh"), LayerSpec(SIZES[2], "elu"), LayerSpec(SIZES[3], "softmax"))
    )
    network = Network.from_parameters(spec, np.concatenate([block.ravel() for block in theta]), "float64")
    state = {slot: np.zeros_like(network.parameters) for slot in OPTIMIZERS[name].state}
    settings = TrainingSettings(optimizer=name, **SETTINGS[name])  # type: ignore[arg-type]  # names from the table
    x = np.hstack([X, np.ones((len(X), 1))])
    step = Step(spec, network.parameters, x, np.eye(SIZES[-1])[y], settings, state)
    for rows in batches:
        assert step.run(rows)
    return network.parameters


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_thousand_steps_equal_the_recorded_ones_of_pytorch(name: str) -> None:
    expected = json.loads(FILE.read_text(encoding="utf-8"))[name]
    assert train_here(name) == pytest.approx(expected, rel=1e-10, abs=1e-10)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_thousand_steps_equal_pytorch_itself(name: str) -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed; its recorded steps are compared all the same")
    assert train_here(name) == pytest.approx(train_with_torch(name), rel=1e-10, abs=1e-10)


def test_every_entry_explains_itself() -> None:
    for name, entry in OPTIMIZERS.items():
        assert entry.name == name and entry.label and entry.formula and entry.summary.endswith(".")


def test_numbers_too_small_for_the_processor_are_swept_out_of_the_state() -> None:
    spec = NetworkSpec(2, (LayerSpec(3, "relu"), LayerSpec(1, "identity")))
    network = Network(spec)
    state = {"velocity": np.full_like(network.parameters, 1e-39)}
    settings = TrainingSettings(optimizer="momentum", loss="mse", momentum=0.999)
    step = Step(spec, network.parameters, np.zeros((4, 3), "f4"), np.zeros((4, 1), "f4"), settings, state)
    for _ in range(FLUSH_STEPS):
        step.run(np.arange(4))
    assert not state["velocity"].any()
