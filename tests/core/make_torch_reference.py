"""Makes torch_reference.json: what PyTorch makes of a small network in 1,000 steps, by six optimisers.

    python -m tests.core.make_torch_reference

The test compares with the file, so that it needs no PyTorch; where there is one, another test trains anew.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

FILE = Path(__file__).with_name("torch_reference.json")
SIZES = (3, 6, 5, 3)  # tanh, elu, softmax with cross-entropy: smooth, so that no kink lets two runs part
STEPS, ROWS, BATCH = 1_000, 60, 8
SETTINGS: dict[str, dict[str, float]] = {
    "sgd": {"learning_rate": 0.1},
    "momentum": {"learning_rate": 0.05, "momentum": 0.9},
    "nesterov": {"learning_rate": 0.05, "momentum": 0.9},
    "rmsprop": {"learning_rate": 0.001, "rho": 0.99, "epsilon": 1e-8},
    "adam": {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    "adamw": {"learning_rate": 0.01, "weight_decay": 0.02, "epsilon": 1e-8},
}


def problem() -> tuple[list[np.ndarray], np.ndarray, np.ndarray, np.ndarray]:
    """(theta of every layer, X, class numbers, the rows of every batch), all from one seed."""
    rng = np.random.default_rng(20)
    theta = [rng.uniform(-0.8, 0.8, (inputs + 1, units)) for inputs, units in pairwise(SIZES)]
    X = rng.uniform(-2.0, 2.0, (ROWS, SIZES[0]))
    y = rng.integers(0, SIZES[-1], ROWS)
    return theta, X, y, rng.integers(0, ROWS, (STEPS, BATCH))


def train_with_torch(name: str) -> np.ndarray:
    """The flat vector of [W; b] blocks after the last step."""
    import torch

    theta, X, y, batches = problem()
    layers = [torch.nn.Linear(inputs, units, dtype=torch.float64) for inputs, units in pairwise(SIZES)]
    with torch.no_grad():
        for layer, block in zip(layers, theta, strict=True):
            layer.weight.copy_(torch.from_numpy(block[:-1].T))
            layer.bias.copy_(torch.from_numpy(block[-1]))
    model = torch.nn.Sequential(layers[0], torch.nn.Tanh(), layers[1], torch.nn.ELU(), layers[2])
    optimizer = _optimizer(torch.optim, name, model.parameters())
    inputs_, targets = torch.from_numpy(X), torch.from_numpy(y)
    for rows in torch.from_numpy(batches):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(inputs_[rows]), targets[rows]).backward()
        optimizer.step()
    blocks = [torch.cat([layer.weight.T, layer.bias[None]]).detach().numpy().ravel() for layer in layers]
    return np.concatenate(blocks)


def _optimizer(optim: Any, name: str, parameters: Any) -> Any:
    given = dict(SETTINGS[name])
    rate = given.pop("learning_rate")
    if name in ("sgd", "momentum", "nesterov"):
        return optim.SGD(parameters, lr=rate, nesterov=name == "nesterov", **given)
    if name == "rmsprop":
        return optim.RMSprop(parameters, lr=rate, alpha=given["rho"], eps=given["epsilon"])
    kind = optim.AdamW if name == "adamw" else optim.Adam
    return kind(parameters, lr=rate, eps=given["epsilon"], weight_decay=given.get("weight_decay", 0.0))


if __name__ == "__main__":
    results = {name: train_with_torch(name).tolist() for name in SETTINGS}
    FILE.write_text(json.dumps(results, indent=0) + "\n", encoding="utf-8")
