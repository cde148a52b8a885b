"""The project: everything that a person has decided, as one immutable value, and the data that is prepared from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any, Literal

from fcgui_core.activations import ACTIVATIONS
from fcgui_core.derived import Derived
from fcgui_core.errors import SpecError, TableError
from fcgui_core.losses import LOSSES
from fcgui_core.place import Place, WeightEdit
from fcgui_core.preparation import ClassWeights, PreparedData, can_derive, check_sizes, prepare
from fcgui_core.roles import Roles
from fcgui_core.scaling import Scale
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings, check_pair
from fcgui_core.table import Table
from fcgui_core.task import natural_activation, natural_loss, output_units
from fcgui_core.weights_file import Model

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
        return prepare_data(self)

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


def prepare_data(project: Project, cancelled: Callable[[], bool] | None = None) -> PreparedData | str | None:
    """The data of a project, or the sentence that says why there is none; ``None`` without a table.

    The last few results are kept: undo brings back the same. Raises `Cancelled` once ``cancelled()`` is true.
    """
    if project.table is None or project.roles is None:
        return None
    given = _prepared_from(project)
    known = _kept.get(given)
    if known is None:
        try:
            known = prepare(*given, cancelled=cancelled)
            for shown in (known, known.seen):
                _ = shown.ranges  # made here, where there may be a thread for it
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
