"""Small tables, networks and snapshots with values that a test can name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np

from fcgui_core import Curves, LayerSpec, Metrics, NetworkSpec, Snapshot, layout
from fcgui_core.inputs import Input
from fcgui_core.preparation import Preparation, PreparedData

IRIS_NAMES = ("SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm")
IRIS_CLASSES = ("Iris-setosa", "Iris-versicolor", "Iris-virginica")


def table(
    features: int = 4,
    classes: tuple[str, ...] | None = IRIS_CLASSES,
    rows: int = 150,
    names: tuple[str, ...] | None = None,
    seed: int = 0,
) -> PreparedData:
    """A table of blobs, or without classes of a noisy slope; the last columns tell most."""
    rng = np.random.default_rng(seed)
    names = names or (IRIS_NAMES if features == 4 else tuple(f"column {k + 1}" for k in range(features)))
    spread = np.linspace(0.5, 2.5, features)
    y: np.ndarray[Any, Any]
    if classes is None:
        raw = rng.normal(5.0, 1.0, (rows, features))
        y = (raw - 5.0) @ spread + rng.normal(0, 0.4, rows)
    else:
        y = np.arange(rows) % len(classes)
        raw = 5.0 + spread * (y[:, None] - 1) + rng.normal(0, 0.7, (rows, features))
    mean, scale = raw.mean(axis=0), raw.std(axis=0)
    preparation = Preparation(
        inputs=tuple(Input(name, None, 0.0) for name in names),
        x_mean=mean,
        x_scale=scale,
        target="Species" if classes else "Price",
        task="classification" if classes else "regression",
        classes=classes,
        y_mean=None if classes else np.array([y.mean() + 20.0]),
        y_scale=None if classes else np.array([y.std()]),
    )
    x = (raw - mean) / scale
    scaled = y if classes else (y - y.mean()) / y.std()
    part = rows * 7 // 10
    order = np.arange(rows)
    return PreparedData(preparation, x[:part], x[part:], scaled[:part], scaled[part:], order[:part], order[part:], 0)


class CountingSnapshot(Snapshot):
    """A snapshot that notes how many rows it was asked for; the notes are the test's, not the plot's."""

    asked: ClassVar[list[int]] = []

    def predict(self, X: Any) -> Any:
        self.asked.append(len(X))
        return super().predict(X)


def curves(epochs: int = 0, step: int = 1, test: bool = True) -> Curves:
    """A loss that falls as 1 / epoch and a score that rises to 1."""
    epoch = np.arange(1, epochs + 1) * step
    loss = 1.0 / np.arange(1, epochs + 1)
    other = 1.25 * loss if test else np.full(epochs, np.nan)
    return Curves(epoch, loss, other, 1 - loss / 2, 1 - other / 2, np.full(epochs, 0.01))


def snapshot(weights: Sequence[Any], biases: Sequence[Any], activations: Sequence[str], **changes: Any) -> Snapshot:
    """The state of a network with these weights; ``changes`` are fields of the snapshot."""
    layers = tuple(LayerSpec(np.shape(w)[-1], name) for w, name in zip(weights, activations, strict=True))
    spec = NetworkSpec(np.shape(weights[0])[-2], layers)
    flat = layout.join(spec, weights, biases, "float32")
    flat.flags.writeable = False
    score = "r2" if activations[-1] == "identity" else "accuracy"
    fields: dict[str, Any] = {
        "run_id": 1, "epoch": 0, "step": 0, "seconds": 0.0, "spec": spec, "parameters": flat,
        "train": Metrics(0.5, 0.0, 0.9, score), "test": None, "history": curves(), "status": "running",
        "message": "", "learning_rate": 0.01,
    }  # fmt: skip
    return CountingSnapshot(**{**fields, **changes})


def network(
    sizes: tuple[int, ...], activations: tuple[str, ...] | None = None, seed: int = 0, **changes: Any
) -> Snapshot:
    """A snapshot of a network with random weights of its ``sizes``, inputs first."""
    rng = np.random.default_rng(seed)
    names = activations or (*["relu"] * (len(sizes) - 2), "softmax")
    weights, biases = [], []
    for (inputs, units), name in zip(pairwise(sizes), names, strict=True):
        pieces = (2,) if name == "maxout" else ()
        weights.append(rng.normal(0, 1.4 / np.sqrt(inputs), (*pieces, inputs, units)))
        biases.append(rng.normal(0, 0.1, (*pieces, 1, units)))
    return snapshot(weights, biases, names, **changes)
