"""The project a person works on, and its history of edits.

A `Project` is immutable. Only `Document.apply` replaces it, and every replacement is one undo step with a name that
can be read in the Edit menu. What an edit does to a run stands in one table, `effect_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from enum import IntEnum
from threading import Lock
from time import monotonic
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from fcgui_core.activations import ACTIVATIONS
from fcgui_core.derived import Derived
from fcgui_core.errors import SpecError, TableError
from fcgui_core.losses import LOSSES
from fcgui_core.place import Place, WeightEdit
from fcgui_core.preparation import ClassWeights, PreparedData, can_derive, check_sizes, prepare
from fcgui_core.roles import Roles
from fcgui_core.scaling import Scale
from fcgui_core.settings import SETTINGS
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings, check_pair
from fcgui_core.synthetic import same_set
from fcgui_core.table import Table
from fcgui_core.task import natural_activation, natural_loss, output_units
from fcgui_core.weights_file import Model

MERGE_S = 2.0  # edits of one kind that follow each other within this time are one undo step

LECTURE_HIDDEN = (LayerSpec(200, "relu"), LayerSpec(100, "relu"), LayerSpec(50, "relu"))  # lecture L12


@dataclass(frozen=True)
class Project:
    """Everything that decides what a training run does; equal projects give equal weights, bit for bit.

    ``output`` and ``loss`` are names or ``"auto"``: then they follow the task (lecture L8). ``imported`` is a model
    taken from a weights file: its preparation and its weights are used until the network or the table changes.
    ``weight_edits`` are the weights set by hand, in order; ``frozen`` are those that training leaves as they are. Both
    go when the network gets another shape or the table other columns.
    """

    table: Table | None = None
    roles: Roles | None = None
    test_size: float = 0.3
    validation_size: float = 0.0  # a share of all rows, as test_size is
    class_weights: ClassWeights = "none"
    scale: Scale = "standard"
    split_seed: int = 0  # which rows are for testing; new first weights keep the split
    hidden: tuple[LayerSpec, ...] = LECTURE_HIDDEN
    output: str = "auto"
    output_parameters: tuple[tuple[str, float], ...] = ()
    loss: str = "auto"
    initializer: str = "auto"
    training: TrainingSettings = field(default_factory=TrainingSettings)
    dtype: Literal["float32", "float64"] = "float32"
    imported: Model | None = None
    weight_edits: tuple[WeightEdit, ...] = ()
    frozen: tuple[Place, ...] = ()
    derived: tuple[Derived, ...] = ()  # further inputs, made of columns of the table

    @property
    def data(self) -> PreparedData | None:
        """The table encoded, scaled and split; ``None`` without a table, or where `problem` says why not."""
        prepared = self._prepared
        return prepared if isinstance(prepared, PreparedData) else None

    @property
    def problem(self) -> str:
        """Why nothing can be learned from the table with these roles, ``""`` when something can."""
        prepared = self._prepared
        return prepared if isinstance(prepared, str) else ""

    @property
    def _prepared(self) -> PreparedData | str | None:
        if self.table is None or self.roles is None:
            return None
        return prepare_cached(*_prepared_from(self))

    @property
    def output_activation(self) -> str:
        """The output's activation by name, the task's natural one where the user left it to us."""
        data = self.data
        if self.output != "auto" or data is None:
            return "identity" if self.output == "auto" else self.output
        return natural_activation(data.task, data.n_classes)

    @property
    def loss_name(self) -> str:
        """The loss by name, the output's natural one where the user left it to us."""
        task = None if self.roles is None else self.roles.task
        return natural_loss(self.output_activation, task) if self.loss == "auto" else self.loss

    @property
    def settings(self) -> TrainingSettings:
        """The training settings with the loss that is in force."""
        return replace(self.training, loss=self.loss_name)

    @property
    def spec(self) -> NetworkSpec | None:
        """The network: inputs and outputs follow the data, between them the hidden layers that were drawn."""
        data = self.data
        if data is None:
            return None
        if self.imported is not None:
            return self.imported.spec
        activation = self.output_activation
        output = LayerSpec(
            output_units(activation, data.task, data.n_classes), activation, **dict(self.output_parameters)
        )
        return NetworkSpec(data.n_features, (*self.hidden, output), self.initializer)


MOST_KEPT = 4  # results of `prepare`
_kept: dict[Hashable, PreparedData | str] = {}  # the last ones, the newest at the end
_keeping = Lock()


def prepare_cached(*given: Any) -> PreparedData | str:
    """`prepare`, or the sentence that says why it fails. The last few results are kept: undo brings back the same."""
    known = _kept.get(given)
    if known is None:
        try:
            known = prepare(*given)
            _ = known.ranges  # made here, where there may be a thread for it
        except TableError as error:
            known = str(error)
    with _keeping:
        known = _kept.pop(given, known)
        _kept[given] = known
        while len(_kept) > MOST_KEPT:
            del _kept[next(iter(_kept))]
    return known


def is_prepared(project: Project) -> bool:
    """Whether the project's data is there already, so that asking for it takes no time."""
    return project.table is None or project.roles is None or _prepared_from(project) in _kept


def _prepared_from(project: Project) -> tuple[Any, ...]:
    """What `prepare` is called with for a project that has a table."""
    fitted = None if project.imported is None else project.imported.preparation
    return (
        project.table, project.roles, project.test_size, project.scale, project.split_seed, fitted,
        project.validation_size, project.class_weights, project.derived,
    )  # fmt: skip


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


class Edit(QUndoCommand):
    """One undo step: the project before and after. Edits with the same ``merge`` key in a row become one."""

    def __init__(self, document: Document, name: str, old: Project, new: Project, merge: str | None) -> None:
        super().__init__(name)
        self._document, self._old, self._new, self._merge = document, old, new, merge

    @property
    def merge(self) -> str | None:
        """What edits in a row have in common that become one step."""
        return self._merge

    def undo(self) -> None:
        self._document._replace(self._old)

    def redo(self) -> None:
        self._document._replace(self._new)

    def id(self) -> int:
        return -1 if self._merge is None else hash(self._merge) & 0x3FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other._merge != self._merge:
            return False
        self._new = other._new
        self.setObsolete(self._new == self._old)
        return True


@dataclass(frozen=True)
class Waiting:
    """An edit whose data is not prepared yet: what `Document.apply` was called with."""

    name: str
    project: Project
    merge: str | None
    merge_s: float


def never(project: Project) -> bool:
    """No project takes long to prepare: edits are applied at once."""
    return False


class Document(QObject):
    """Holds the present project; the only way to change it is `apply`.

    Edits that are slow to prepare wait, and those after them; `preparing.Preparing` lets them go on.
    """

    changed = Signal(object, object)  # (old, new)
    delayed = Signal()  # an edit has begun to wait
    settled = Signal()  # nothing waits any more: it was applied, refused or let go of

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self._merging = 0
        self._last_edit = 0.0
        self._showing = self._overheard = False
        self.is_slow: Callable[[Project], bool] = never
        self.waiting: list[Waiting] = []
        self.undo_stack = QUndoStack(self)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    @property
    def coming(self) -> Project:
        """The project as it will be after the edits that wait: what the next edit is made to."""
        return self.waiting[-1].project if self.waiting else self._project

    def apply(self, name: str, new: Project, merge: str | None = None, merge_s: float = MERGE_S) -> None:
        """Make ``new`` the project, as one undo step called ``name``.

        Edits in a row with the same ``merge`` key (a slider being dragged) become one step, if they follow each other
        within ``merge_s`` seconds. Raises `FcguiError` when
        ``new`` makes no sense; the project then stays as it was. An edit that is slow to prepare waits for its turn.

        While views show another project nothing is an edit: a field that is hidden then loses the keyboard, and takes
        what stands in it for entered. It was typed for the project before, and a step within a step would come to
        stand before the one that it follows.
        """
        if self._showing:
            self._overheard = True
        elif self.waiting or self.is_slow(new):
            self.waiting.append(Waiting(name, new, merge, merge_s))
            self.delayed.emit()
        else:
            self._apply(name, new, merge, merge_s)

    def open(self, name: str, project: Project) -> None:
        """Make ``project`` the document's at once, as one undo step; edits that wait are let go of.

        Whoever read it has prepared its data, beside the window. Raises `FcguiError` as `apply` does; then all stays.
        """
        self._apply(name, project, None, MERGE_S)
        self.let_go()

    def let_go(self) -> None:
        """Edits that wait are not wanted any more."""
        if self.waiting:
            self.waiting.clear()
            self.settled.emit()

    def go_on(self) -> None:
        """Apply the first edit that waits; its data is prepared now. Raises `FcguiError` as `apply` does."""
        first = self.waiting.pop(0)
        try:
            self._apply(first.name, first.project, first.merge, first.merge_s)
        finally:
            if not self.waiting:
                self.settled.emit()

    def _apply(self, name: str, new: Project, merge: str | None, merge_s: float) -> None:
        new = without_strangers(self._project, with_possible_inputs(new))
        if new == self._project:
            return
        check(new)
        if monotonic() - self._last_edit > merge_s:
            self.end_merging()
        self._last_edit = monotonic()
        key = None if merge is None else f"{merge} {self._merging}"
        self.undo_stack.push(Edit(self, name, self._project, new, key))

    def merges(self, merge: str) -> bool:
        """Whether an edit with this key would become one step with the last one."""
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        recent = monotonic() - self._last_edit <= MERGE_S
        return recent and isinstance(last, Edit) and last.merge == f"{merge} {self._merging}"

    def end_merging(self) -> None:
        """The next edit is a step of its own, whatever its key: something else has happened in between."""
        self._merging += 1

    def change(self, name: str, merge: str | None = None, **fields: object) -> None:
        """`apply` with some fields replaced. An edit of the network or of the data lets go of imported weights."""
        changed = {name for name, value in fields.items() if value != getattr(self.coming, name)}
        if "output" in changed:
            fields.setdefault("output_parameters", ())
        if changed & NOT_AS_IMPORTED:
            fields.setdefault("imported", None)
        self.apply(name, replace(self.coming, **fields), merge)  # type: ignore[arg-type]  # names checked by replace

    def change_training(self, name: str, merge: str | None = None, **settings: object) -> None:
        """`apply` with some training settings replaced."""
        training = replace(self.coming.training, **settings)  # type: ignore[arg-type]  # names checked by replace
        self.change(name, merge, training=training)

    def _replace(self, new: Project) -> None:
        old, self._project = self._project, new
        self._showing, self._overheard = True, False
        try:
            self.changed.emit(old, new)
            if self._overheard:
                self.changed.emit(new, new)  # the field may still show it
        finally:
            self._showing = False


def with_possible_inputs(project: Project) -> Project:
    """The project without the derived inputs that its table has no columns of numbers for, or whose target is in them.

    Another table with columns of the same names keeps them, as another set of points in Playground does.
    """
    table, target = project.table, None if project.roles is None else project.roles.target
    if table is None or not project.derived:
        return project
    fitting = tuple(
        one
        for one in project.derived
        if all(name in table and name != target and can_derive(table.column(name)) for name in one.columns)
    )
    return project if fitting == project.derived else replace(project, derived=fitting)


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


def check(project: Project) -> None:
    """Raise `FcguiError` with one sentence when a project's split, network or loss makes no sense.

    A table from which nothing can be learned yet is no error (`Project.problem` is shown, and the roles can be
    changed), nor is a network that no gradient can train (sign): it may be drawn and looked at.
    """
    check_sizes(project.test_size, project.validation_size)
    spec = project.spec
    if spec is None or project.roles is None:
        return
    output, loss = spec.layers[-1].activation, project.loss_name
    if ACTIVATIONS[output].trainable:
        check_pair(output, loss)
    if LOSSES[loss].pair(output) is None or (project.roles.task == "regression" and LOSSES[loss].targets != "any"):
        raise SpecError(f"The loss {LOSSES[loss].label} does not fit this output and task: choose another loss.")
