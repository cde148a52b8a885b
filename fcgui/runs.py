"""The run that belongs to a project: its trainer, which projects share one, and what an edit hands on of it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, replace

from fcgui.effects import EFFECTS, differs
from fcgui.project import Project
from fcgui.requests import Adjust, Heirs
from fcgui_core.network import Network
from fcgui_core.onlooker import Onlooker
from fcgui_core.spec import TrainingSettings
from fcgui_core.task import encode_targets
from fcgui_core.trainer import Trainer


def run_key(project: Project) -> Hashable:
    """What two projects have in common whose training is the same but for what may change while it runs."""
    training = TrainingSettings(seed=project.training.seed)
    return replace(project, training=training, loss=project.loss_name, weight_edits=(), frozen=())


# Edits after which a network keeps what it has learned. Others begin anew: another split of the rows would let it be
# tested on rows that it was trained on, other first weights are asked for, and another target is another question.
KEEPING = frozenset({"hidden", "output", "output_parameters", "loss", "roles", "derived", "dtype"})


def heirs_of(old: Project, new: Project) -> Heirs | None:
    """Which inputs and outputs of ``new`` are those of ``old``, if its network keeps what the old one has learned."""
    differing = {entry.name for entry in fields(Project) if getattr(old, entry.name) != getattr(new, entry.name)}
    before, after, first, last = old.data, new.data, old.spec, new.spec
    if before is None or after is None or first is None or last is None:
        return None
    if new.imported is not None and new.imported is not old.imported:
        return None  # it brings its own weights
    differing |= {name for name in EFFECTS if "." in name and differs(old, new, name)} - {"training.loss"}
    same_question = (before.preparation.target, before.task) == (after.preparation.target, after.task)
    if not same_question or differing - KEEPING - {"imported", "training", "weight_edits", "frozen"}:
        return None
    numbers = {name: at for at, name in enumerate(before.preparation.feature_names)}
    inputs = tuple(numbers.get(name) for name in after.preparation.feature_names)
    outputs = tuple(at if first.n_outputs == last.n_outputs else None for at in range(last.n_outputs))
    return Heirs(inputs, outputs)


def adjustment(old: Project, new: Project) -> Adjust:
    """What turns the weights set by hand in ``old`` into those of ``new``, after the edits that both have."""
    pairs = zip(old.weight_edits, new.weight_edits, strict=False)
    common = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old.weight_edits), len(new.weight_edits)))
    return Adjust(old.weight_edits[common:], new.weight_edits[common:], new.frozen)


def make_trainer(project: Project, run_id: int) -> Trainer | Onlooker:
    """The network and trainer of a project; called on the worker's thread. Raises `FcguiError`, `MemoryError`."""
    data, spec = project.data, project.spec
    assert data is not None and spec is not None
    if project.imported is not None:
        network = Network.from_parameters(spec, project.imported.parameters, dtype=project.dtype)
    else:
        network = Network(spec, seed=project.training.seed, dtype=project.dtype)
    train = encode_targets(data.y_train, spec.n_outputs, data.task)
    test = encode_targets(data.y_test, spec.n_outputs, data.task)
    make = Trainer if spec.trainable else Onlooker
    return make(
        network,
        data.X_train,
        train,
        project.settings,
        X_test=data.X_test if len(data.X_test) else None,
        Y_test=test if len(data.X_test) else None,
        task=data.task,
        run_id=run_id,
        X_validation=data.X_validation,
        Y_validation=encode_targets(data.y_validation, spec.n_outputs, data.task),
        class_weights=data.weights,
    )


def steps_per_epoch(project: Project) -> int:
    """The number of mini-batches in an epoch of the project."""
    data, size = project.data, project.training.batch_size
    rows = 1 if data is None else len(data.X_train)
    return 1 if size is None else max(1, -(-rows // size))
