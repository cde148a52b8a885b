"""What an edit does to a run stands in one table, `EFFECTS`: a row a field of the project."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum

from fcgui.project import Project, check
from fcgui_core.errors import FcguiError
from fcgui_core.settings import SETTINGS
from fcgui_core.synthetic import same_set


class Effect(IntEnum):
    """What an edit does to a run, the strongest last."""

    NOTHING = 0
    LIVE = 1  # taken over between two steps; training goes on
    DATA = 2  # other points of the same kind (noise): the network goes on with its weights
    REBUILD = 3  # a new network: training starts again from its first weights


# One row a field of the project (and of its training settings): the effect of changing it.
EFFECTS: dict[str, Effect] = {
    "table": Effect.REBUILD,
    "roles": Effect.REBUILD,
    "test_size": Effect.REBUILD,
    "validation_size": Effect.REBUILD,
    "class_weights": Effect.REBUILD,
    "scale": Effect.REBUILD,
    "split_seed": Effect.REBUILD,
    "hidden": Effect.REBUILD,
    "output": Effect.REBUILD,
    "output_parameters": Effect.REBUILD,
    "loss": Effect.REBUILD,
    "initializer": Effect.REBUILD,
    "dtype": Effect.REBUILD,
    "imported": Effect.REBUILD,
    "weight_edits": Effect.LIVE,
    "frozen": Effect.LIVE,
    "derived": Effect.REBUILD,
    "training": Effect.LIVE,
    **{f"training.{name}": Effect.REBUILD for name, entry in SETTINGS.items() if entry.effect == "rebuild"},
}


# Fields that make another network or other inputs, so that imported weights do not belong to it any more.
NOT_AS_IMPORTED = {name for name, effect in EFFECTS.items() if effect is Effect.REBUILD} - {
    "loss",
    "dtype",
    "class_weights",
}


def effect_of(old: Project, new: Project) -> Effect:
    """The strongest effect among the fields in which two projects differ.

    Another table is another network, but for other points of the same generated or painted set.
    """
    changed = [name for name in EFFECTS if differs(old, new, name)]
    if "table" in changed and other_points(old, new):
        changed = [name for name in changed if name not in ("table", "roles")]
        return max((EFFECTS[name] for name in changed), default=Effect.DATA)
    return max((EFFECTS[name] for name in changed), default=Effect.NOTHING)


def other_points(old: Project, new: Project) -> bool:
    """Whether two tables are the same generated or painted set with other points, for the same network."""
    if old.table is None or new.table is None or old.data is None or new.data is None:
        return False
    if not same_set(old.table, new.table) or old.spec != new.spec:
        return False
    before, after = old.data.preparation, new.data.preparation
    return (before.target, before.feature_names, before.classes) == (after.target, after.feature_names, after.classes)


def differs(old: Project, new: Project, name: str) -> bool:
    """Whether two projects differ in a field of `EFFECTS`."""
    return _value(old, name) != _value(new, name)


def _value(project: Project, name: str) -> object:
    value: object = project
    for part in name.split("."):
        value = getattr(value, part)
    return value


def without_strangers(old: Project, new: Project) -> Project:
    """``new`` without weights that were set or frozen by hand in ``old`` and that are others now."""
    untouched = new.weight_edits is old.weight_edits and new.frozen is old.frozen
    if not untouched or not (new.weight_edits or new.frozen):
        return new
    shapes = [(spec.n_inputs, spec.weight_shapes) for spec in (old.spec, new.spec) if spec is not None]
    same = len(shapes) == 2 and shapes[0] == shapes[1]
    if same and ((old.table is new.table and old.roles == new.roles) or other_points(old, new)):
        return new
    return replace(new, weight_edits=(), frozen=())


def with_fitting_loss(old: Project, new: Project) -> Project:
    """``new`` with its usual loss, where the one that was chosen for the output of ``old`` does not fit another."""
    if new.output == old.output or new.loss != old.loss or new.loss == "auto":
        return new
    try:
        check(new)
    except FcguiError:
        return replace(new, loss="auto")
    return new
