from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from fcgui_core import (
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
    LayerSpec,
    Network,
    NetworkSpec,
    SpecError,
    Trainer,
    TrainingSettings,
)

SPEC = NetworkSpec(3, (LayerSpec(8, "relu"), LayerSpec(6, "tanh"), LayerSpec(3, "softmax")))


def rows(n: int = 50, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Three classes that a small network learns."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, n)
    return rng.normal(size=(n, 3)) + 2.0 * np.eye(3)[y], np.eye(3)[y]


def make(dtype: str = "float32", test: bool = False, seed: int = 0, **settings: Any) -> Trainer:
    tested = rows(30, 1) if test else (None, None)
    return Trainer(Network(SPEC, seed, dtype), *rows(), TrainingSettings(**settings), *tested)


def assert_same(a: Trainer, b: Trainer) -> None:
    assert (a.network.parameters == b.network.parameters).all()
    first, second = a.state(), b.state()
    for key in ("epoch", "step", "position", "generator", "status", "optimizer_steps"):
        assert first[key] == second[key], key
    for name, vector in first["optimizer"].items():
        assert (vector == second["optimizer"][name]).all()
    assert (a.history.curves().train_loss == b.history.curves().train_loss).all()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_it_learns(optimizer: str) -> None:
    trainer = make(test=True, optimizer=optimizer, learning_rate=0.01 if "a" in optimizer[:4] else 0.1)
    before = trainer.snapshot()
    trainer.run(epochs=60)
    after = trainer.snapshot()
    assert (before.status, after.status) == ("ready", "finished")
    assert after.train.loss < 0.6 * before.train.loss
    assert after.train.score_name == "accuracy" and after.train.score > 0.8
    assert after.test is not None and after.test.score > 0.6
    assert (after.epoch, after.step) == (60, 60 * 4)
    assert after.seconds > 0.0


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("batch_size", [1, 16, 50, None])
def test_ten_epochs_and_ten_are_twenty(batch_size: int | None, dtype: str) -> None:
    whole, halves = make(dtype, batch_size=batch_size), make(dtype, batch_size=batch_size)
    whole.run(epochs=20)
    halves.run(epochs=10)
    halves.run(epochs=10)
    assert_same(whole, halves)


def test_run_and_the_generator_are_the_same_training() -> None:
    ran, stepped = make(), make()
    ran.run(steps=42)
    generator = stepped.steps()
    assert [next(generator) for _ in range(42)] == list(range(1, 43))
    stepped.status = "finished"
    assert_same(ran, stepped)


@pytest.mark.parametrize("steps", [0, 3, 4, 10])  # 4 steps are an epoch
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_restored_state_goes_on_bit_for_bit(optimizer: str, steps: int) -> None:
    trainer, other = make(optimizer=optimizer), make(optimizer=optimizer, seed=5)
    trainer.run(steps=steps)
    other.restore(trainer.state())
    trainer.run(steps=33)
    other.run(steps=33)
    assert_same(trainer, other)


def test_the_state_is_a_copy_of_plain_things() -> None:
    trainer = make(early_stopping=5)
    trainer.run(steps=7)
    state = trainer.state()
    before = state["parameters"].copy()
    trainer.run(epochs=1)
    assert (state["parameters"] == before).all()
    json.dumps(state, default=lambda array: array.tolist())


def test_a_state_of_another_network_is_refused() -> None:
    other = Trainer(Network(NetworkSpec(3, (LayerSpec(3, "softmax"),))), *rows(), TrainingSettings())
    with pytest.raises(SpecError, match="another network"):
        make().restore(other.state())


DAMAGE: dict[str, dict[str, Any]] = {
    "parts": {
        "epoch": -3, "step": "x", "seconds": float("nan"), "status": "nonsense", "message": None, "position": -5,
        "order": np.zeros(60, int), "optimizer": {}, "optimizer_steps": -1, "frozen": np.ones(3, bool),
        "generator": {"bit_generator": "PCG64"}, "dropout_generator": 7,
        "history": {"points": np.zeros((8, 3)), "stride": 0},
    },
    "history": {"stride": 0, "points": np.full((8, 2), np.nan)},
    "early_stopping": {"waited": -1, "best_loss": float("nan"), "best_parameters": np.zeros(2)},
}  # fmt: skip


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, names in DAMAGE.items() for name in names])
def test_a_damaged_state_is_refused_and_changes_nothing(part: str, name: str) -> None:
    trainer = make(early_stopping=5)
    trainer.run(steps=7)
    state = trainer.state()
    damaged = (
        state | {name: DAMAGE[part][name]}
        if part == "parts"
        else state | {part: state[part] | {name: DAMAGE[part][name]}}
    )
    before = trainer.network.parameters.copy()
    with pytest.raises(SpecError):
        trainer.restore(damaged)
    assert (trainer.network.parameters == before).all() and trainer.step == 7


def test_weights_that_are_no_numbers_are_refused() -> None:
    trainer = make()
    state = trainer.state()
    state["parameters"][0] = np.nan
    with pytest.raises(SpecError, match="damaged"):
        trainer.restore(state)


@pytest.mark.parametrize("change", [{"seed": 1}, {"loss": "bce"}])
def test_a_state_of_another_seed_or_loss_is_refused(change: dict[str, Any]) -> None:
    trainer = make()
    other = Trainer(Network(SPEC), *rows(), replace(trainer.settings, **change))
    other.run(epochs=1)
    before = trainer.network.parameters.copy()
    with pytest.raises(SpecError, match=f"another {next(iter(change))}"):
        trainer.restore(other.state())
    assert (trainer.network.parameters == before).all() and trainer.epoch == 0


@pytest.mark.parametrize("seed", [0, 1])
def test_reproducible_from_its_seed(seed: int) -> None:
    first, second, other = make(seed=seed), make(seed=seed), make(seed=seed, batch_size=8)
    for trainer in (first, second, other):
        trainer.run(epochs=3)
    assert_same(first, second)
    assert (first.network.parameters != other.network.parameters).any()


def test_an_epoch_takes_every_row_once() -> None:
    trainer = make(batch_size=16)
    taken: list[int] = []
    run = trainer._step.run
    trainer._step.run = lambda batch: (taken.extend(batch), run(batch))[1]  # type: ignore[method-assign, func-returns-value]  # a spy
    trainer.run(epochs=1)
    assert sorted(taken) == list(range(50)) and taken != sorted(taken)


def test_a_full_batch_in_pieces_is_the_same_step(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, pieces = make("float64", batch_size=None), make("float64", batch_size=None, l2=0.0)
    whole.run(epochs=5)
    monkeypatch.setattr("fcgui_core.step.PIECE_ROWS", 16)
    pieces.run(epochs=5)
    assert pieces.network.parameters == pytest.approx(whole.network.parameters, rel=1e-10, abs=1e-12)


# --- divergence


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("rate", [1e8, 1e36, 1e300])
def test_divergence_leaves_finite_weights(optimizer: str, rate: float, dtype: str) -> None:
    """Whatever the rate, no weight ever becomes infinite, and no warning is heard."""
    spec = NetworkSpec(3, (LayerSpec(8, "relu"), LayerSpec(8, "relu"), LayerSpec(1, "identity")))
    settings = TrainingSettings(optimizer=optimizer, learning_rate=rate, loss="mse")
    trainer = Trainer(Network(spec, dtype=dtype), rows()[0], rows()[0][:, :1], settings)
    trainer.run(epochs=50)
    assert np.isfinite(trainer.network.parameters).all()
    assert all(np.isfinite(vector).all() for vector in trainer.state()["optimizer"].values())
    trainer.snapshot()


@pytest.mark.parametrize("settings", [{}, {"beta2": 1 - 1e-9}, {"rho": 0.0}, {"rho": 1 - 1e-9}], ids=str)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("size", [5e5, 7e5, 4e6])
def test_large_rows_leave_a_finite_state(size: float, optimizer: str, settings: dict[str, float]) -> None:
    """|g|^2 is still a float32 here, but its sum over the steps would not be one."""
    X = rows()[0] * size
    Y = X[:, :1] * 1e6
    spec = NetworkSpec(3, (LayerSpec(1, "identity"),))
    given = TrainingSettings(optimizer=optimizer, loss="mse", batch_size=None, **settings)  # type: ignore[arg-type]  # names from the table
    trainer = Trainer(Network(spec), X, Y, given)
    for _ in trainer.steps():
        state = trainer.state()
        assert all(np.isfinite(vector).all() for vector in (state["parameters"], *state["optimizer"].values()))
        if trainer.step == 100:
            break
    assert trainer.status == "diverged" or trainer.step == 100


def test_a_state_stays_finite_when_its_memory_grows() -> None:
    X = rows()[0] * 1e3
    spec = NetworkSpec(3, (LayerSpec(1, "identity"),))
    trainer = Trainer(Network(spec), X, X[:, :1] * 1e10, TrainingSettings(loss="mse"))
    trainer.run(epochs=20)
    assert trainer.status == "finished"
    trainer.apply(replace(trainer.settings, beta2=1 - 1e-9))
    trainer.run(epochs=5)
    assert all(np.isfinite(vector).all() for vector in trainer.state()["optimizer"].values())


def test_divergence_is_noticed_in_its_step() -> None:
    spec = NetworkSpec(3, (LayerSpec(8, "elu"), LayerSpec(1, "identity")))
    settings = TrainingSettings(optimizer="sgd", learning_rate=10.0, loss="mse")
    trainer = Trainer(Network(spec), rows()[0], rows()[0][:, :1], settings)
    kept = [trainer.network.parameters.copy()]
    for _ in trainer.steps():
        kept.append(trainer.network.parameters.copy())
        assert np.isfinite(kept[-1]).all()
    assert trainer.status == "diverged"
    assert len(kept) == trainer.step + 1 < 30
    assert (trainer.network.parameters == kept[-1]).all()
    epoch, step = trainer.epoch + 1, trainer.step + 1
    assert f"epoch {epoch}, step {step}" in trainer.message and "lower learning rate" in trainer.message
    assert trainer.snapshot().status == "diverged"
    trainer.run(epochs=5)
    assert len(kept) == trainer.step + 1  # it stays where it is until something changes
    trainer.network.parameters[...] = kept[0]
    trainer.apply(replace(settings, learning_rate=0.001))
    assert (trainer.status, trainer.message) == ("paused", "")
    trainer.run(epochs=5)
    assert trainer.status == "finished"


# --- early stopping


@pytest.mark.parametrize("test", [False, True])
def test_early_stopping_puts_the_best_weights_back(test: bool) -> None:
    trainer = make(test=test, early_stopping=5, learning_rate=0.05)
    losses, weights = [], []
    for _ in range(1000):
        if trainer.ended:
            break
        trainer.run(epochs=1)
        curves = trainer.history.curves()
        losses.append(float((curves.test_loss if test else curves.train_loss)[-1]))
        weights.append(trainer.network.parameters.copy())
    assert trainer.status == "stopped early"
    best = int(np.argmin(losses))
    assert len(losses) == best + 1 + 5
    assert (trainer.network.parameters == weights[best]).all()
    assert f"epoch {best + 1:,} are back" in trainer.message
    snapshot = trainer.snapshot()
    metrics = snapshot.test if test else snapshot.train
    assert metrics is not None and metrics.loss == losses[best]


def test_early_stopping_does_not_mind_settings_that_stay() -> None:
    whole, stepped = make(test=True, early_stopping=5), make(test=True, early_stopping=5)
    whole.run(epochs=500)
    for _ in range(500):
        if stepped.ended:
            break
        stepped.run(epochs=1)
        if not stepped.ended:
            stepped.apply(stepped.settings)
    assert whole.status == "stopped early"
    assert_same(whole, stepped)


@pytest.mark.parametrize("patience", [5, 6])
def test_a_training_that_stopped_goes_on_with_its_whole_patience(patience: int) -> None:
    trainer = make(test=True, early_stopping=5, learning_rate=0.05)
    trainer.run(epochs=500)
    stopped = trainer.epoch
    trainer.apply(replace(trainer.settings, early_stopping=patience, learning_rate=1e-9))
    trainer.run(epochs=500)
    assert trainer.epoch >= stopped + patience


def test_a_snapshot_tells_the_best_epoch() -> None:
    trainer, plain = make(test=True, early_stopping=5, learning_rate=0.05), make(test=True)
    assert trainer.snapshot().best_epoch is None
    trainer.run(epochs=500)
    plain.run(epochs=3)
    assert trainer.snapshot().best_epoch == trainer.epoch - 5
    assert plain.snapshot().best_epoch is None


def test_the_validation_rows_say_when_to_stop() -> None:
    def validated(**settings: Any) -> Trainer:
        X, Y = rows(30, 2)
        return Trainer(
            Network(SPEC, 0), *rows(), TrainingSettings(**settings), *rows(30, 1), X_validation=X, Y_validation=Y
        )

    trainer = validated(early_stopping=5, learning_rate=0.05)
    trainer.run(epochs=500)
    assert trainer.status == "stopped early" and "the validation loss has not improved" in trainer.message
    snapshot = trainer.snapshot()
    assert snapshot.validation is not None and snapshot.test is not None
    curve = snapshot.history.validation_loss
    assert int(curve.argmin()) + 1 == snapshot.best_epoch
    assert snapshot.validation.loss == pytest.approx(curve.min())
    assert snapshot.history.validation_score[snapshot.best_epoch - 1] == snapshot.validation.score
    assert trainer.evaluate().validation == snapshot.validation
    twin = make(test=True)
    twin.run(epochs=5)
    alike = validated()
    alike.run(epochs=5)
    assert_same(twin, alike)  # looking at validation rows changes nothing
    assert np.isnan(twin.history.curves().validation_loss).all() and twin.snapshot().validation is None


def test_early_stopping_survives_a_resume_and_changes_nothing_else() -> None:
    whole, resumed = make(test=True, early_stopping=5), make(test=True, early_stopping=5)
    whole.run(epochs=500)
    resumed.run(epochs=7)
    again = make(test=True, early_stopping=5)
    again.restore(resumed.state())
    again.run(epochs=493)
    assert whole.status == "stopped early"
    assert_same(whole, again)


# --- changes between two steps


@pytest.mark.parametrize(
    "change",
    [
        {"learning_rate": 0.001},
        {"schedule": "step", "decay_epochs": 1},
        {"l1": 0.01},
        {"l2": 0.01},
        {"dropout": 0.3},
        {"batch_size": 5},
        {"batch_size": None},
        {"optimizer": "sgd"},
        {"optimizer": "adamw"},
        {"beta1": 0.5, "beta2": 0.9},
        {"epsilon": 1e-3},
    ],
    ids=str,
)
def test_a_change_takes_effect_at_the_next_step(change: dict[str, Any]) -> None:
    changed, unchanged = make("float64"), make("float64")
    for trainer in (changed, unchanged):
        trainer.run(steps=6)
    changed.apply(replace(changed.settings, **change))
    assert (changed.network.parameters == unchanged.network.parameters).all()
    for trainer in (changed, unchanged):
        trainer.run(steps=1)
    assert (changed.network.parameters != unchanged.network.parameters).any()
    epoch = changed.epoch
    changed.run(epochs=3)
    assert changed.epoch == epoch + 3


def test_settings_changed_from_the_start_are_settings_given_at_the_start() -> None:
    given, applied = make(learning_rate=0.003, beta1=0.8, l2=0.1), make()
    applied.apply(given.settings)
    for trainer in (given, applied):
        trainer.run(epochs=5)
    assert_same(given, applied)


def test_a_slider_moved_back_and_forth_changes_nothing_much() -> None:
    """The mean of the gradients is kept when beta changes, as it is in PyTorch."""
    still, moved = make("float64"), make("float64")
    for trainer in (still, moved):
        trainer.run(steps=10)
    moved.apply(replace(moved.settings, beta1=0.5, beta2=0.9))
    moved.apply(still.settings)
    for trainer in (still, moved):
        trainer.run(steps=50)
    assert moved.network.parameters == pytest.approx(still.network.parameters, rel=1e-9)


@pytest.mark.parametrize("change", [{"seed": 1}, {"loss": "mse"}])
def test_what_needs_a_new_trainer_says_so(change: dict[str, Any]) -> None:
    trainer = make()
    with pytest.raises(SpecError, match="start a new one"):
        trainer.apply(replace(trainer.settings, **change))


def test_a_weight_edited_between_two_steps() -> None:
    trainer = make()
    trainer.run(epochs=1)
    before = trainer.snapshot()
    trainer.network.weights[0][0, 0] = 5.0
    trainer.edit()
    after = trainer.snapshot()
    assert after.weights[0][0, 0] == 5.0 != before.weights[0][0, 0]
    assert after.train.loss != before.train.loss
    trainer.edit(before.parameters)
    assert (trainer.network.parameters == before.parameters).all()
    with pytest.raises(SpecError, match="finite weights"):
        trainer.edit(np.full_like(before.parameters, np.nan))
    trainer.run(epochs=1)


@pytest.mark.parametrize("name", SCHEDULES)
def test_the_rate_of_an_epoch_follows_the_schedule(name: str) -> None:
    trainer = make(schedule=name, decay_rate=0.5, decay_epochs=4, learning_rate=0.1)
    trainer.run(epochs=6)
    expected = [SCHEDULES[name].value(0.1, epoch, 0.5, 4) for epoch in range(7)]
    assert trainer.history.curves().learning_rate.tolist() == expected[:6]
    assert trainer.snapshot().learning_rate == expected[6]


# --- what it shows


def test_the_history_is_exact() -> None:
    trainer = make("float64", test=True, l2=0.1)
    for _ in range(3):
        trainer.run(epochs=1)
    curves = trainer.history.curves()
    (X, Y), (X_test, Y_test) = rows(), rows(30, 1)
    assert curves.epoch.tolist() == [1, 2, 3]
    assert curves.train_loss[-1] == pytest.approx(trainer.network.loss(X, Y, "cce"), rel=1e-12)
    assert curves.test_loss[-1] == pytest.approx(trainer.network.loss(X_test, Y_test, "cce"), rel=1e-12)
    right = trainer.network.predict(X).argmax(axis=1) == Y.argmax(axis=1)
    assert curves.train_score[-1] == right.mean()
    snapshot = trainer.snapshot()
    squares = sum(float((W**2).sum()) for W in trainer.network.weights)
    assert snapshot.train.penalty == pytest.approx(0.05 * squares)
    assert snapshot.train.loss == curves.train_loss[-1]


def test_regression_scores() -> None:
    X, _ = rows()
    Y = X[:, :1] * 3.0 + 1.0
    spec = NetworkSpec(3, (LayerSpec(1, "identity"),))
    trainer = Trainer(Network(spec, dtype="float64"), X, Y, TrainingSettings(loss="mse", learning_rate=0.05))
    trainer.run(epochs=300)
    metrics = trainer.snapshot().train
    assert metrics.score_name == "r2" and metrics.score > 0.999
    assert metrics.rmse == pytest.approx(np.sqrt(metrics.loss))


def test_a_large_table_is_looked_at_through_a_sample() -> None:
    X, Y = rows(30_000)
    trainer = Trainer(Network(SPEC), X, Y, TrainingSettings(batch_size=1000))
    trainer.run(epochs=1)
    assert trainer.snapshot().train.loss == pytest.approx(trainer.evaluate()[0].loss, rel=0.05)
    assert trainer.evaluate()[0].loss == pytest.approx(trainer.network.loss(X, Y, "cce"), rel=1e-5)


def test_a_snapshot_is_an_unchangeable_copy() -> None:
    trainer = make(test=True)
    trainer.run(epochs=2)
    snapshot = trainer.snapshot()
    X = rows()[0]
    before, loss = snapshot.predict(X), snapshot.history.train_loss.copy()
    trainer.run(epochs=5)
    assert (snapshot.predict(X) == before).all() and (snapshot.history.train_loss == loss).all()
    assert snapshot.forward(X)[-1][1] == pytest.approx(before, abs=1e-6)
    for array in (snapshot.parameters, *snapshot.weights, *snapshot.biases, snapshot.history.epoch):
        assert not array.flags.writeable
    cheap = trainer.snapshot(evaluate=False)
    assert cheap.epoch == 7 and cheap.step == 28


def test_looking_does_not_change_the_training() -> None:
    watched, alone = make(test=True), make()
    for _ in watched.steps():
        watched.snapshot()
        if watched.step == 20:
            break
    watched.status = "finished"
    alone.run(steps=20)
    assert (watched.network.parameters == alone.network.parameters).all()


@pytest.mark.parametrize("loss", LOSSES)
def test_data_that_do_not_fit(loss: str) -> None:
    X, Y = rows()
    settings = TrainingSettings(loss=loss)
    for bad, words in (
        ((X[:, :2], Y), "rows of 3 numbers"),
        ((X, Y[:9]), "shape"),
        ((X[:0], Y[:0]), "no rows"),
    ):
        with pytest.raises(SpecError, match=words):
            Trainer(Network(SPEC), *bad, settings)
    with pytest.raises(SpecError, match="not finite"):
        Trainer(Network(SPEC), X * 1e300, Y, settings)  # overflows in float32


def test_run_needs_an_end() -> None:
    with pytest.raises(SpecError, match="how many"):
        make().run()
