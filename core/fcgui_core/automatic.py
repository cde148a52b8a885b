"""A training that nobody tunes: what is left open is chosen from the table, and told.

The network learns in a budget of steps rather than of epochs, so that a small table is not left half learned and a
large one does not take an hour; the learning rate falls along a cosine to 0 within it. How much the weights have to be
held down depends on the noise in the table more than on anything else: a network of a few thousand weights learns a
hundred rows by heart. So that is measured: `choose` trains with each of a few strengths of L2 on a part of the training
rows, and takes the one with the smallest mean error on the training rows that were held back. Test rows are never seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.network import Network
from fcgui_core.preparation import PreparedData
from fcgui_core.spec import NetworkSpec, TrainingSettings
from fcgui_core.task import class_probabilities, encode_targets
from fcgui_core.trainer import Trainer

HIDDEN = (100, 50)  # units of the hidden layers

RATES: Mapping[str, float] = {"adam": 0.003, "adamw": 0.003}  # where the cosine begins; other optimisers: 0.01
OTHER_RATE = 0.01

LEAST_BATCH, MOST_BATCH = 32, 256
BATCHES = 100  # about as many batches an epoch, where the batch may grow

STEPS = 3_000  # at least, as long as that is no more than so many epochs:
MOST_EPOCHS, LEAST_EPOCHS = 1_000, 10
ENOUGH_EPOCHS = 100  # of any table that is not large: 10,000 / sqrt(rows) of a large one
LARGE = 10_000.0

STRENGTHS = (0.0003, 0.003, 0.01, 0.03, 0.1)  # of L2, tried out
FOLDS = 5
ONE_FOLD = 2_000  # training rows from which on one of the folds says enough
MOST_TRIED = 20_000  # training rows that are tried on

NO_POINTS = 2**62  # a training's curve is of no use here, and costs more than its steps do


@dataclass(frozen=True)
class Choice:
    """What was chosen: the settings and the epochs in full, how, and the errors (strength of L2, error) behind it."""

    settings: TrainingSettings
    epochs: int
    how: str
    tried: tuple[tuple[float, float], ...] = ()


def planned(rows: int, given: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """Return settings and epochs for so many training rows; what is ``given``, by name, stays as it is.

    ``given`` may hold fields of TrainingSettings and "epochs".
    """
    settings = {name: value for name, value in given.items() if name != "epochs"}
    settings.setdefault("optimizer", "adam")
    settings.setdefault("learning_rate", RATES.get(settings["optimizer"], OTHER_RATE))
    settings.setdefault("batch_size", _batch_size(rows))
    steps_an_epoch = math.ceil(rows / min(settings["batch_size"] or rows, rows))
    epochs = given.get("epochs") or _epochs(rows, steps_an_epoch)
    settings.setdefault("schedule", "cosine")
    settings.setdefault("decay_epochs", epochs)
    return settings, epochs


def _batch_size(rows: int) -> int:
    power: int = 2 ** round(math.log2(max(1, rows / BATCHES)))
    return min(max(power, LEAST_BATCH), MOST_BATCH)


def _epochs(rows: int, steps_an_epoch: int) -> int:
    enough = max(STEPS / steps_an_epoch, min(ENOUGH_EPOCHS, LARGE / math.sqrt(rows)))
    return min(max(round(enough), LEAST_EPOCHS), MOST_EPOCHS)


def choose(
    data: PreparedData,
    spec: NetworkSpec,
    given: Mapping[str, Any],
    dtype: str = "float32",
    told: Callable[[int, int], None] | None = None,
) -> Choice:
    """Choose what is not ``given``, for a network ``spec`` on the training rows of ``data``.

    ``given`` holds fields of TrainingSettings (loss and seed among them) and, if it is fixed, "epochs".
    ``told(done, all)`` hears of each training that has been tried. The same data and seed give the same choice.
    """
    settings, epochs = planned(len(data.X_train), given)
    if "l2" in settings:
        return Choice(TrainingSettings(**settings), epochs, "by the number of rows")
    folds, how = _folds(data, settings["seed"])
    if not folds:
        return Choice(TrainingSettings(**settings, l2=STRENGTHS[0]), epochs, "by the number of rows: too few to try")
    errors = np.zeros(len(STRENGTHS))
    for number, (train, held) in enumerate(folds):
        tried, passes = planned(len(train), given)
        for at, strength in enumerate(STRENGTHS):
            errors[at] += _error(data, spec, TrainingSettings(**tried, l2=strength), passes, dtype, train, held)
            if told is not None:
                told(number * len(STRENGTHS) + at + 1, len(folds) * len(STRENGTHS))
    errors /= len(folds)
    best = float(STRENGTHS[int(np.argmin(errors))])
    pairs = tuple((strength, float(error)) for strength, error in zip(STRENGTHS, errors, strict=True))
    return Choice(TrainingSettings(**settings, l2=best), epochs, how, pairs)


Rows = NDArray[np.int64]


def _folds(data: PreparedData, seed: int) -> tuple[list[tuple[Rows, Rows]], str]:
    """Return pairs of training rows to learn from and to judge by, and what that is called.

    Each class is dealt out evenly.
    """
    rng = np.random.default_rng([seed, 5])
    rows = len(data.y_train)
    if rows < 2 * FOLDS:
        return [], ""
    order = rng.permutation(rows)[:MOST_TRIED]
    if data.task == "classification":
        order = order[np.argsort(data.y_train[order], kind="stable")]
    fold = np.arange(len(order)) % FOLDS
    count = FOLDS if rows < ONE_FOLD else 1
    how = f"{FOLDS}-fold cross-validation of the training rows" if count > 1 else "a fifth of the training rows"
    pairs = [(np.sort(order[fold != one]), np.sort(order[fold == one])) for one in range(count)]
    return pairs, how


def _error(
    data: PreparedData, spec: NetworkSpec, settings: TrainingSettings, epochs: int, dtype: str, train: Rows, held: Rows
) -> float:
    """The error on the rows that are held back, endless where training diverges.

    Of a regression the mean squared error. Of classes the share of wrong answers plus the mean squared error of the
    probabilities, sum_k (p_k - y_k)^2 (Brier 1950), which is less a matter of luck on a few rows. Cross-entropy would
    make much of a few answers that are too sure of themselves, and prefer a network that is right less often.
    """
    Y = encode_targets(data.y_train, spec.n_outputs, data.task)
    network = Network(spec, settings.seed, dtype)
    trainer = Trainer(
        network, data.X_train[train], Y[train], replace(settings, early_stopping=None),
        task=data.task, class_weights=data.weights,
    )  # fmt: skip
    trainer.history.stride = NO_POINTS
    trainer.run(epochs=epochs)
    if trainer.status == "diverged":
        return math.inf
    with np.errstate(over="ignore", invalid="ignore"):
        errors = _errors(data, spec, network.predict(data.X_train[held]), held)
    if data.weights is not None:
        errors *= data.weights[data.y_train[held]]
    mean = float(errors.mean())
    return mean if math.isfinite(mean) else math.inf


def _errors(data: PreparedData, spec: NetworkSpec, outputs: NDArray[Any], rows: Rows) -> NDArray[np.float64]:
    """(m,) the error of each of the training ``rows``, from the network's outputs (m, q)."""
    truth = data.y_train[rows]
    if data.task == "regression":
        squares: NDArray[np.float64] = np.square(np.asarray(outputs, np.float64)[:, 0] - truth)
        return squares
    p = class_probabilities(outputs, spec.layers[-1].activation)
    wrong = (p.argmax(axis=1) != truth).astype(np.float64)
    brier: NDArray[np.float64] = np.square(p - np.eye(p.shape[1])[truth]).sum(axis=1)
    both: NDArray[np.float64] = wrong + brier
    return both
