"""Microseconds a training step: fcgui against PyTorch (eager) and scikit-learn, printed as JSON.

    python -m tests.benchmarks.steps [--nets 2-4-2-1,...] [--seconds 2] [--rounds 7] [--json FILE]

Every step is forward, loss, backward and update on a shuffled mini-batch, in float32 and with one BLAS thread
for everybody.  fcgui's time is that of ``trainer.run``, with all that it does at the end of an epoch.  The
engines take turns within each round, and the ratios are medians over the rounds, so that a busy machine slows
all of them alike. A peer that is not installed gives null and the reason.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from fcgui_core import LayerSpec, Network, NetworkSpec, Trainer, TrainingSettings

Steps = Callable[[int], int]  # about how many steps to take -> how many were taken


@dataclass(frozen=True)
class Case:
    """One net of the comparison and the ratios that it should reach."""

    sizes: tuple[int, ...]
    activation: str
    output: str
    batch: int
    optimizer: str
    rows: int
    torch_target: float
    sklearn_target: float

    @property
    def name(self) -> str:
        return "-".join(map(str, self.sizes))


CASES = (
    Case((2, 4, 2, 1), "tanh", "sigmoid", 10, "sgd", 500, 18, 12),
    Case((4, 200, 100, 50, 3), "relu", "softmax", 16, "adam", 1_000, 3.7, 4),
    Case((64, 128, 64, 10), "relu", "softmax", 64, "adam", 1_797, 3, 3),
    Case((784, 512, 256, 10), "relu", "softmax", 128, "adam", 10_000, 1.2, 1.4),
    Case((30, 64, 32, 1), "relu", "sigmoid", 1024, "adam", 1_000_000, 2, 3),
)
RATE = 0.001


def data(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Rows and class numbers that a network of this size can learn."""
    rng = np.random.default_rng(0)
    X = rng.standard_normal((case.rows, case.sizes[0]), dtype=np.float32)
    logits = X @ rng.standard_normal((case.sizes[0], max(2, case.sizes[-1])), dtype=np.float32)
    return X, logits.argmax(axis=1)


def fcgui(case: Case, X: np.ndarray, y: np.ndarray) -> Steps:
    layers = [LayerSpec(units, case.activation) for units in case.sizes[1:-1]]
    spec = NetworkSpec(case.sizes[0], (*layers, LayerSpec(case.sizes[-1], case.output)))
    loss = "bce" if case.output == "sigmoid" else "cce"
    Y = y[:, None] if case.sizes[-1] == 1 else np.eye(case.sizes[-1])[y]
    settings = TrainingSettings(optimizer=case.optimizer, learning_rate=RATE, batch_size=case.batch, loss=loss)
    trainer = Trainer(Network(spec), X, Y, settings)

    def steps(count: int) -> int:
        trainer.run(steps=count)
        return count

    return steps


def torch(case: Case, X: np.ndarray, y: np.ndarray) -> Steps:
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(0)
    kinds: dict[str, type] = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    modules: list[Any] = []
    for inputs, units in zip(case.sizes, case.sizes[1:], strict=False):
        modules += [torch.nn.Linear(inputs, units), kinds[case.activation]()]
    model = torch.nn.Sequential(*modules[:-1])
    binary = case.output == "sigmoid"
    loss_of: Any = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
    kind: Any = torch.optim.SGD if case.optimizer == "sgd" else torch.optim.Adam
    optimizer = kind(model.parameters(), lr=RATE)
    inputs_ = torch.from_numpy(X)
    targets = torch.from_numpy(y.astype(np.float32)[:, None] if binary else y.astype(np.int64))
    batches: list[Any] = []

    def steps(count: int) -> int:
        for _ in range(count):
            if not batches:
                order: Any = torch.randperm(len(inputs_))
                batches.extend(order.split(case.batch))
            rows = batches.pop()
            optimizer.zero_grad()
            loss = loss_of(model(inputs_[rows]), targets[rows])
            loss.backward()
            optimizer.step()
        return count

    return steps


def sklearn(case: Case, X: np.ndarray, y: np.ndarray) -> Steps:
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier(
        case.sizes[1:-1], activation=case.activation, solver=case.optimizer, batch_size=case.batch, alpha=0.0,
        learning_rate_init=RATE, momentum=0.0, nesterovs_momentum=False, random_state=0,
    )  # fmt: skip
    model.partial_fit(X[: case.batch], y[: case.batch], classes=np.arange(max(2, case.sizes[-1])))
    an_epoch = math.ceil(case.rows / case.batch)

    def steps(count: int) -> int:
        epochs = max(1, round(count / an_epoch))
        for _ in range(epochs):
            model.partial_fit(X, y)
        return epochs * an_epoch

    return steps


ENGINES: dict[str, Callable[[Case, np.ndarray, np.ndarray], Steps]] = {
    "fcgui": fcgui,
    "torch": torch,
    "sklearn": sklearn,
}


def timed(steps: Steps, count: int) -> float:
    """Microseconds a step."""
    started = perf_counter()
    taken = steps(count)
    return (perf_counter() - started) / taken * 1e6


def measure(case: Case, seconds: float, rounds: int) -> dict[str, Any]:
    """The times of all engines on one net, and fcgui's ratios to its peers."""
    X, y = data(case)
    engines, missing = {}, {}
    for name, make in ENGINES.items():
        try:
            engines[name] = make(case, X, y)
        except ImportError as error:
            missing[name] = str(error)
    counts = {}
    for name, steps in engines.items():
        timed(steps, 20)
        counts[name] = max(5, int(seconds * 1e6 / rounds / len(engines) / timed(steps, 20)))
    times: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(rounds):
        for name, steps in engines.items():
            times[name].append(timed(steps, counts[name]))
    result: dict[str, Any] = {
        "net": case.name,
        "batch": case.batch,
        "optimizer": case.optimizer,
        "rows": case.rows,
    }
    for name in ENGINES:
        result[f"{name}_us"] = round(statistics.median(times[name]), 2) if name in times else None
    for peer, target in (("torch", case.torch_target), ("sklearn", case.sklearn_target)):
        ratios = [theirs / ours for theirs, ours in zip(times.get(peer, ()), times["fcgui"], strict=False)]
        result[f"{peer}_ratio"] = round(statistics.median(ratios), 2) if ratios else None
        result[f"{peer}_target"] = target
        if peer in missing:
            result[f"{peer}_missing"] = missing[peer]
    return result


def versions() -> dict[str, str | None]:
    """What was compared, on what."""
    found: dict[str, str | None] = {"python": platform.python_version(), "numpy": np.__version__}
    for name in ("torch", "sklearn"):
        found[name] = getattr(sys.modules.get(name), "__version__", None)
    return found | {"machine": platform.machine(), "OPENBLAS_CORETYPE": os.environ.get("OPENBLAS_CORETYPE")}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--nets", default="all", help="which ones, such as 2-4-2-1,64-128-64-10 (default: all)")
    parser.add_argument("--seconds", type=float, default=6.0, help="time for each net (default: 6)")
    parser.add_argument("--rounds", type=int, default=9, help="turns of each engine (default: 9)")
    parser.add_argument("--json", metavar="FILE", help="write the result there too")
    options = parser.parse_args(arguments)
    names = [case.name for case in CASES] if options.nets == "all" else options.nets.split(",")
    unknown = set(names) - {case.name for case in CASES}
    if unknown:
        parser.error(f"no such net: {', '.join(sorted(unknown))}; there are {', '.join(c.name for c in CASES)}")
    warnings.simplefilter("ignore")  # scikit-learn's remarks about convergence
    with threadpool_limits(limits=1):
        nets = [measure(case, options.seconds, options.rounds) for case in CASES if case.name in names]
    text = json.dumps({"versions": versions(), "nets": nets}, indent=2)
    sys.stdout.write(text + "\n")
    if options.json:
        Path(options.json).write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
