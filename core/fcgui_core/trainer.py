"""The trainer: owns the random generator, the rows' order, the recorded step and the training's course."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from time import perf_counter
from typing import Any

import numpy as np

from fcgui_core.early_stopping import EarlyStopping
from fcgui_core.errors import SpecError
from fcgui_core.evaluation import Evaluation
from fcgui_core.goal import Goal
from fcgui_core.history import History
from fcgui_core.metrics import Metrics, PartMetrics
from fcgui_core.network import Network
from fcgui_core.objective import checked_targets, row_weights
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.schedules import SCHEDULES
from fcgui_core.settings import SETTINGS
from fcgui_core.snapshot import Snapshot, Status
from fcgui_core.spec import TrainingSettings, check_trainable
from fcgui_core.step import Step, largest_state, penalty
from fcgui_core.tape import Array
from fcgui_core.training_state import check_state

# Rows behind a point of the curves: all of a small table, else a fixed sample, so that looking costs little
# beside training: an eighth of the rows, at least MIN_EVALUATED and at most MAX_EVALUATED.
MIN_EVALUATED, MAX_EVALUATED = 1_000, 10_000

_ENDED = ("diverged", "stopped early", "goal reached")


def _fixed_settings(new: TrainingSettings, old: TrainingSettings) -> list[str]:
    """The settings that differ although they cannot change during a training."""
    fixed = (name for name, setting in SETTINGS.items() if setting.effect == "rebuild")
    return [name for name in fixed if getattr(new, name) != getattr(old, name)]


def _point(metrics: Metrics | None) -> tuple[float, float]:
    """(loss, score) as the curves note them: nan for a part without rows."""
    return (math.nan, math.nan) if metrics is None else (metrics.loss, metrics.score)


def _sample(x: Array, y: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """All rows of a small part, else a random sample."""
    size = min(max(MIN_EVALUATED, len(x) // 8), MAX_EVALUATED)
    if len(x) <= size:
        return x, y
    rows = np.sort(rng.choice(len(x), size, replace=False))
    return x[rows], y[rows]


class Trainer:
    """Trains a network on X (n, d) with targets Y (n, q), in place.

    The same spec, settings, seed and data give the same weights, bit for bit, however the training is cut
    into calls: ``run(epochs=10)`` twice is ``run(epochs=20)``.  An epoch takes all rows once, in a new random
    order; the last batch may be smaller; a full batch keeps the rows' own order.

    Curves, snapshots and early stopping look at up to 10,000 training and test rows (all of up to 1,000 rows,
    else a fixed random sample of an eighth, but not fewer than 1,000); ``evaluate()`` takes all of them.
    ``task`` is "classification" (score: accuracy) or "regression" (R^2); None means regression for the loss
    mse, else classification.

    The validation rows, else the test rows, else the training rows say when early stopping stops.
    ``class_weights`` (K,) is how much a row of each class counts in the loss, (1/n) sum_i w_i L_i.

    Between two steps anything may happen: ``apply`` new settings, ``snapshot``, ``edit`` weights.  Whoever
    drives ``steps()`` may set ``status`` to "paused".  Raises SpecError if network, loss and data do not go
    together.
    """

    def __init__(
        self,
        network: Network,
        X: Array,
        Y: Array,
        settings: TrainingSettings,
        X_test: Array | None = None,
        Y_test: Array | None = None,
        task: str | None = None,
        run_id: int = 0,
        X_validation: Array | None = None,
        Y_validation: Array | None = None,
        class_weights: Array | None = None,
    ) -> None:
        check_trainable(network.spec, settings.loss)
        self.network, self.settings, self.run_id = network, settings, run_id
        self.task = task or ("regression" if settings.loss == "mse" else "classification")
        self.status: Status = "ready"
        self.message = ""
        self.epoch = self.step = 0
        self.seconds = 0.0
        self.history = History()
        self._x, self._y = self._prepared(X, Y)
        self._test = self._prepared_part(X_test, Y_test)
        self._validation = self._prepared_part(X_validation, Y_validation)
        self._class_weights = class_weights
        self._weights = row_weights(self._y, class_weights)
        self._rng = np.random.default_rng([settings.seed, 1])
        self._dropout_rng = np.random.default_rng([settings.seed, 6])
        self._order = np.arange(len(self._x))
        self._position: int | None = None  # the first row of the order not yet used; None between two epochs
        self._state = self._fresh_state()
        self._frozen: Array | None = None
        self._step = self._new_step()
        self._evaluations = self._sampled_evaluations()
        self._metrics: PartMetrics | None = None
        self._metrics_are_present = False
        self._stopping = EarlyStopping()
        self.goal: Goal | None = None  # training ends at the first epoch that reaches it

    # --- the parts
    # ------------------------------------------------------------------------------------------------

    def _prepared(self, X: Array, Y: Array) -> tuple[Array, Array]:
        """([X, 1], Y) in the network's dtype, checked."""
        with np.errstate(over="ignore"):
            X, Y = np.asarray(X).astype(self.network.dtype), np.asarray(Y).astype(self.network.dtype)
        Y = checked_targets(self.network.spec, X, Y, self.settings.loss)
        return np.hstack([X, np.ones((len(X), 1), X.dtype)]), Y

    def _prepared_part(self, X: Array | None, Y: Array | None) -> tuple[Array, Array] | None:
        return None if X is None or Y is None or not len(X) else self._prepared(X, Y)

    def _fresh_state(self) -> dict[str, Array]:
        names = OPTIMIZERS[self.settings.optimizer].state
        return {name: np.zeros_like(self.network.parameters) for name in names}

    def _new_step(self, done: int = 0) -> Step:
        step = Step(
            self.network.spec, self.network.parameters, self._x, self._y, self.settings, self._state,
            self._weights, self._dropout_rng,
        )  # fmt: skip
        step.done = done
        step.set_rate(self.learning_rate)
        step.freeze(self._frozen)
        return step

    def _evaluation(self, x: Array, y: Array) -> Evaluation:
        spec, flat = self.network.spec, self.network.parameters
        weights = row_weights(y, self._class_weights)
        return Evaluation(spec, flat, x[:, :-1], y, self.settings.loss, self.task, weights)

    def _parts(self) -> tuple[tuple[Array, Array] | None, ...]:
        """The rows of each part, in the order of `PartMetrics`."""
        return (self._x, self._y), self._test, self._validation

    def _sampled_evaluations(self) -> list[Evaluation | None]:
        rng = np.random.default_rng([self.settings.seed, 2])
        return [None if part is None else self._evaluation(*_sample(*part, rng)) for part in self._parts()]

    # --- training
    # -------------------------------------------------------------------------------------------------

    @property
    def learning_rate(self) -> float:
        """The present rate: the schedule's value for the running epoch."""
        s = self.settings
        return SCHEDULES[s.schedule].value(s.learning_rate, self.epoch, s.decay_rate, s.decay_epochs)

    @property
    def n_rows(self) -> int:
        """The number of training rows."""
        return len(self._x)

    @property
    def ended(self) -> bool:
        """Whether training cannot go on as it is: it diverged or was stopped early."""
        return self.status in _ENDED

    def run(self, epochs: int | None = None, steps: int | None = None) -> None:
        """Train for so many epochs, or steps, or until the first of both; less if it diverges or stops early.

        In the middle of an epoch, its rest counts as one.
        """
        if epochs is None and steps is None:
            raise SpecError("Say for how many epochs or steps to train.")
        last_epoch = math.inf if epochs is None else self.epoch + epochs
        last_step = None if steps is None else self.step + steps
        while not self.ended and self.epoch < last_epoch and (last_step is None or self.step < last_step):
            self._advance(None if last_step is None else last_step - self.step)
        if not self.ended:
            self.status = "finished"

    def steps(self) -> Iterator[int]:
        """One step a ``next()``, giving the number of steps so far; ends when the training does."""
        while not self.ended:
            before = self.step
            self._advance(1)
            if self.step > before:
                yield self.step

    def _advance(self, limit: int | None) -> None:
        """Carry out up to ``limit`` steps of the present epoch, and what is due at its end."""
        started = perf_counter()
        self.status, self.message = "running", ""
        position = self._begin_epoch() if self._position is None else self._position
        rows, order, take_step = len(self._x), self._order, self._step.run
        size = self.settings.batch_size or rows
        stop = rows if limit is None else min(rows, position + limit * size)
        done_before, finite = self._step.done, True
        try:
            with np.errstate(all="ignore"):
                while position < stop and (finite := take_step(order[position : position + size])):
                    position += size
        finally:
            self.step += self._step.done - done_before
            self._position = position
            self._metrics_are_present = False
            self.seconds += perf_counter() - started
        if not finite:
            self._diverge()
        elif position >= rows:
            self._end_epoch()

    def _begin_epoch(self) -> int:
        self._step.set_rate(self.learning_rate)
        size = self.settings.batch_size
        rows = len(self._x)
        self._order = np.arange(rows) if size is None or size >= rows else self._rng.permutation(rows)
        return 0

    def _end_epoch(self) -> None:
        rate = self.learning_rate
        self._position = None
        self.epoch += 1
        patience = self.settings.early_stopping
        recorded = self.epoch % self.history.stride == 0
        if not (recorded or patience or self.goal):
            return
        metrics = self._present_metrics()
        if recorded:
            (train, score), (test, test_score), validated = (_point(part) for part in metrics)
            self.history.add(self.epoch, train, test, score, test_score, rate, *validated)
        if patience:
            which, deciding = metrics.deciding
            if self._stopping.is_over(self.epoch, deciding.loss, self.network.parameters, patience):
                self._stop_early(which, patience)
        if self.goal is not None and self.goal.reached(getattr(metrics, self.goal.part)):
            self.status = "goal reached"
            self.message = f"Epoch {self.epoch:,} reached the goal."

    def _stop_early(self, which: str, patience: int) -> None:
        self.status = "stopped early"
        self.message = (
            f"Stopped after epoch {self.epoch:,}: the {which} loss has not improved for {patience:,} epochs. "
            f"The weights of epoch {self._stopping.best_epoch:,} are back."
        )
        self.restore_best()

    def _diverge(self) -> None:
        self.status = "diverged"
        self.message = (
            f"Training diverged in epoch {self.epoch + 1:,}, step {self.step + 1:,}: the gradient became too "
            f"large for the numbers. The weights are those before that step: reset them, then try a lower learning "
            f"rate than {self.learning_rate:g}."
        )

    def restore_best(self) -> bool:
        """Put the best weights back that early stopping has seen; False if there are none."""
        best = self._stopping.best_parameters
        if best is None:
            return False
        self.network.parameters[...] = best
        self._metrics_are_present = False
        return True

    # --- between two steps
    # ----------------------------------------------------------------------------------------

    def apply(self, settings: TrainingSettings) -> None:
        """Take other settings for the steps to come.

        All may change but the loss and the seed (SpecError: they need a new trainer).  The optimiser's state
        is kept where the new optimiser has the same one.  A training that diverged or stopped early may go
        on.
        """
        for name in _fixed_settings(settings, self.settings):
            raise SpecError(f"{SETTINGS[name].label} cannot change during a training; start a new one.")
        old, self.settings = self.settings, settings
        self._adapt_state(old)
        kept = ("learning_rate", "schedule", "decay_rate", "decay_epochs", "batch_size", "early_stopping")
        if replace(old, **{name: getattr(settings, name) for name in kept}) == settings:
            self._step.set_rate(self.learning_rate)
        else:
            self._step = self._new_step(self._step.done)
        if settings.early_stopping != old.early_stopping:
            self._stopping.waited = 0
        self._metrics_are_present = False
        self._resume()

    def _adapt_state(self, old: TrainingSettings) -> None:
        before, after = OPTIMIZERS[old.optimizer], OPTIMIZERS[self.settings.optimizer]
        if before.state != after.state:
            self._state = self._fresh_state()
            self._step.done = 0
            return
        scales = after.scales(self.settings)
        for name, scale in before.scales(old).items():
            if scale != scales[name]:
                with np.errstate(over="ignore"):
                    self._state[name] *= scale / scales[name]
                largest = largest_state(self.network.dtype)
                np.clip(self._state[name], -largest, largest, out=self._state[name])

    def _resume(self) -> None:
        """A training that had ended may go on, with its whole patience."""
        if self.ended:
            self.status, self.message = "paused", ""
            self._stopping.waited = 0

    def edit(self, flat: Array | None = None) -> None:
        """Take other weights: a flat vector, or None after writing into ``network.weights``."""
        if flat is not None:
            if np.shape(flat) != self.network.parameters.shape or not np.isfinite(flat).all():
                raise SpecError(f"The network needs {self.network.spec.n_parameters:,} finite weights.")
            self.network.parameters[...] = flat
        self._metrics_are_present = False
        self._resume()

    @property
    def frozen(self) -> Array | None:
        """The flat mask of the weights that training leaves as they are; None if it changes all."""
        return self._frozen

    def freeze(self, mask: Array | None) -> None:
        """Leave the weights where the flat ``mask`` is True as they are in the steps to come; None: train all.

        ``edit`` may still change them.
        """
        if mask is not None and np.shape(mask) != self.network.parameters.shape:
            raise SpecError(f"The mask needs an entry for each of the {self.network.spec.n_parameters:,} weights.")
        self._frozen = np.array(mask, bool) if mask is not None and np.any(mask) else None
        self._step.freeze(self._frozen)

    def follow(self, other: Trainer) -> None:
        """Count on from where another training has come to: its epochs, steps, time and curves; this one's own weights.

        For a training whose network or rows have changed, while what was learned is kept.
        """
        self.epoch, self.step, self.seconds = other.epoch, other.step, other.seconds
        self.history.restore(other.history.state())
        self.status = "paused"
        self._metrics_are_present = False

    def some_rows(self, most: int) -> Array:
        """Up to ``most`` training rows (n, d), as they enter the network."""
        return self._x[:most, :-1]

    # --- looking at it
    # --------------------------------------------------------------------------------------------

    def _penalty(self) -> float:
        return penalty(self.network.spec, self.network.parameters, self.settings.l1, self.settings.l2)

    def _present_metrics(self) -> PartMetrics:
        if self._metrics is None or not self._metrics_are_present:
            self._metrics = self._measured(self._evaluations)
            self._metrics_are_present = True
        return self._metrics

    def evaluate(self) -> PartMetrics:
        """The metrics of the present weights on ALL rows of each part (None for a part without rows)."""
        return self._measured([None if part is None else self._evaluation(*part) for part in self._parts()])

    def _measured(self, evaluations: Sequence[Evaluation | None]) -> PartMetrics:
        value = self._penalty()
        train, test, validation = (None if one is None else one.metrics(value) for one in evaluations)
        assert train is not None
        return PartMetrics(train, test, validation)

    def snapshot(self, evaluate: bool = True) -> Snapshot:
        """The training as it is now.

        With ``evaluate`` the metrics are those of the present weights (computed once a step); without it they
        are the last known ones, and the snapshot costs a copy of the weights.
        """
        metrics = self._present_metrics() if evaluate or self._metrics is None else self._metrics
        parameters = self.network.parameters.copy()
        parameters.flags.writeable = False
        return Snapshot(
            self.run_id, self.epoch, self.step, self.seconds, self.network.spec, parameters,
            metrics.train, metrics.test,
            self.history.curves(), self.status, self.message, self.learning_rate, self._stopping.known_best_epoch,
            metrics.validation,
        )  # fmt: skip

    # --- stopping and going on in another process
    # -----------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """All that ``restore`` needs to go on bit for bit: numbers, strings, dicts and copied arrays."""
        return {
            "parameters": self.network.parameters.copy(),
            "settings": asdict(self.settings),
            "optimizer": {name: vector.copy() for name, vector in self._state.items()},
            "optimizer_steps": self._step.done,
            "frozen": None if self._frozen is None else self._frozen.copy(),
            "generator": self._rng.bit_generator.state,
            "dropout_generator": self._dropout_rng.bit_generator.state,
            "order": None if self._position is None else self._order.copy(),
            "position": self._position,
            "epoch": self.epoch,
            "step": self.step,
            "seconds": self.seconds,
            "status": self.status,
            "message": self.message,
            "history": self.history.state(),
            "early_stopping": self._stopping.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a ``state()`` of the same network, data and seed; SpecError if it is another's or damaged."""
        settings, order = check_state(state, self.network.spec.n_parameters, len(self._x)), state["order"]
        for name in _fixed_settings(settings, self.settings):
            raise SpecError(f"This state belongs to a training with another {SETTINGS[name].label.lower()}.")
        self.settings = settings
        self.network.parameters[...] = state["parameters"]
        self._state = {name: np.array(v, self.network.dtype) for name, v in state["optimizer"].items()}
        self._rng.bit_generator.state = state["generator"]
        self._dropout_rng.bit_generator.state = state["dropout_generator"]
        self._position = state["position"]
        self._order = np.arange(len(self._x)) if order is None else np.array(order)
        for name in ("epoch", "step", "seconds", "status", "message"):
            setattr(self, name, state[name])
        self.history.restore(state["history"])
        self._stopping.restore(state["early_stopping"])
        self._frozen = state["frozen"]
        self._step = self._new_step(int(state["optimizer_steps"]))
        self._metrics_are_present = False
