"""Intents become edits: each slot turns what a person did in a view into one named step of the document.

Views emit intents and never touch the project; here is the one place that says what an intent means. What makes no
sense is refused with a sentence, and the project stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from fcgui.document import Document
from fcgui.i18n.core_texts import core_text
from fcgui.project import Project
from fcgui.setting_words import value_words
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.derived import Derived, same_feature
from fcgui_core.initializers import INITIALIZERS
from fcgui_core.losses import LOSSES
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.preparation import ClassWeights
from fcgui_core.roles import TASKS, Roles, guess_roles
from fcgui_core.settings import SETTINGS
from fcgui_core.spec import LayerSpec
from fcgui_core.table import Table
from fcgui_core.weights_file import Model

P = ParamSpec("P")


E = TypeVar("E", bound="Editor")


def refusing(method: Callable[Concatenate[E, P], None]) -> Callable[Concatenate[E, P], None]:
    """A slot that is a wish of the document's: granted in its turn, and refused with a sentence instead of an error."""

    @wraps(method)
    def slot(self: E, /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.document.wish(partial(method, self, *args, **kwargs))

    return slot


def latest(method: Callable[Concatenate[E, P], None]) -> Callable[Concatenate[E, P], None]:
    """A refusing slot of which only the last value counts while it waits; what stands before it says what it is of."""

    @wraps(method)
    def slot(self: E, /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.document.wish(partial(method, self, *args, **kwargs), (method.__qualname__, *args[:-1]))

    return slot


def of_table(method: Callable[Concatenate[E, P], None]) -> Callable[Concatenate[E, P], None]:
    """A refusing slot about the table that is shown: nothing, where another with other columns is shown in its turn."""

    @wraps(method)
    def slot(self: E, /, *args: P.args, **kwargs: P.kwargs) -> None:
        names = _names(self.document.project)

        def do() -> None:
            if _names(self.document.project) == names:
                method(self, *args, **kwargs)

        self.document.wish(do)

    return slot


def _names(project: Project) -> tuple[str, ...]:
    return () if project.table is None else project.table.names


def opening(method: Callable[Concatenate[E, P], None]) -> Callable[Concatenate[E, P], None]:
    """A refusing slot that shows another table: what waits was wished for the one before, and is let go of."""

    @wraps(method)
    def slot(self: E, /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.document.let_go()
        self.document.wish(partial(method, self, *args, **kwargs))

    return slot


class Editor(QObject):
    """Slots that change the document, each in its turn."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document

    @property
    def _project(self) -> Project:
        return self.document.project


class Edits(Editor):
    """Slots for the intents of the canvas and the panels."""

    layer_selected = Signal(int)  # where an edit put the layer that it was about
    refused = Signal(str)  # tells in a sentence what made no sense

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        document.refused.connect(self.refused)

    # ------------------------------------------------------------------ the network

    @Slot(int, int)
    @refusing
    def insert_layer(self, index: int, units: int) -> None:
        """A hidden layer at ``index``; it takes the activation of its neighbour (usually all are alike, L8)."""
        hidden = list(self._project.hidden)
        index = max(0, min(index, len(hidden)))
        neighbour = hidden[index - 1] if index else (hidden[0] if hidden else LayerSpec(1, "relu"))
        hidden.insert(index, neighbour.with_(units=units))
        self._set_hidden(self.tr("Add layer of {units}").format(units=units), hidden)
        self.layer_selected.emit(index)

    @Slot(int, str)
    @refusing
    def paste_layers(self, index: int, written: str) -> None:
        """Hidden layers at ``index``, as a line of text names them."""
        hidden, layers = list(self._project.hidden), read_layers(written)
        index = max(0, min(index, len(hidden)))
        hidden[index:index] = layers
        self._set_hidden(self.tr("Paste {layers}").format(layers=write_layers(layers)[:40]), hidden)
        self.layer_selected.emit(index + len(layers) - 1)

    @Slot(int)
    @refusing
    def remove_layer(self, index: int) -> None:
        """The hidden layer at ``index`` goes."""
        hidden = list(self._project.hidden)
        if 0 <= index < len(hidden):
            del hidden[index]
            self._set_hidden(self.tr("Delete layer {n}").format(n=index + 1), hidden)

    @Slot(int, int)
    @refusing
    def move_layer(self, index: int, to: int) -> None:
        """The hidden layer at ``index`` comes to stand at ``to``."""
        hidden = list(self._project.hidden)
        if 0 <= index < len(hidden) and 0 <= to < len(hidden) and index != to:
            hidden.insert(to, hidden.pop(index))
            self._set_hidden(self.tr("Move layer {n} to {to}").format(n=index + 1, to=to + 1), hidden)
            self.layer_selected.emit(to)

    @Slot(int, int)
    @latest
    def resize_layer(self, index: int, units: int) -> None:
        """The hidden layer at ``index`` gets ``units`` neurons."""
        name = self.tr("Layer {n}: {units} units").format(n=index + 1, units=units)
        self._set_layer(name, index, f"units {index}", units=units)

    @Slot(str)
    @refusing
    def set_layers(self, written: str) -> None:
        """All hidden layers at once, from one line of text."""
        hidden = read_layers(written, self._project.hidden[0].activation if self._project.hidden else "relu")
        shown = write_layers(hidden) or self.tr("none")
        self._set_hidden(self.tr("Hidden layers: {layers}").format(layers=shown[:40]), list(hidden))

    @Slot(int, str)
    @latest
    def choose_activation(self, index: int, activation: str) -> None:
        """Another activation for the layer at ``index``; the last index is the output."""
        if index >= len(self._project.hidden):
            self.choose_output(activation)
            return
        label = core_text(ACTIVATIONS[activation].label)
        name = self.tr("Layer {n}: {activation}").format(n=index + 1, activation=label)
        self._set_layer(name, index, None, activation=activation)

    @Slot(int, str, object)
    @latest
    def choose_parameter(self, index: int, parameter: str, value: float) -> None:
        """Another slope, alpha or number of pieces."""
        name = self.tr("Layer {n}: {parameter}").format(n=index + 1, parameter=core_text(parameter.capitalize()))
        hidden = list(self._project.hidden)
        if index >= len(hidden):
            self.document.change(name, f"{parameter} {index}", output_parameters=((parameter, value),))
            return
        layer = hidden[index]
        hidden[index] = LayerSpec(layer.units, layer.activation, **{**layer.parameters, parameter: value})
        self._set_hidden(name, hidden, f"{parameter} {index}")

    @Slot(str)
    @latest
    def choose_output(self, activation: str) -> None:
        """The output's activation, or ``"auto"``; a loss that was chosen by hand goes when it does not fit any more."""
        label = self._label(activation, ACTIVATIONS)
        name = self.tr("Output: {activation}").format(activation=label)
        self.document.change(name, output=activation)

    @Slot(str)
    @latest
    def choose_loss(self, loss: str) -> None:
        """The loss, or ``"auto"``."""
        name = self.tr("Loss: {loss}").format(loss=self._label(loss, LOSSES))
        self.document.change(name, loss=loss)

    @Slot()
    @refusing
    def use_usual_output(self) -> None:
        """The output and the loss follow the task again."""
        self.document.change(self.tr("Usual output and loss"), output="auto", loss="auto")

    def _label(self, name: str, registry: Mapping[str, Any]) -> str:
        return self.tr("automatic") if name == "auto" else core_text(registry[name].label)

    def _set_layer(self, name: str, index: int, merge: str | None, **fields: Any) -> None:
        hidden = list(self._project.hidden)
        if 0 <= index < len(hidden):
            hidden[index] = hidden[index].with_(**fields)
            self._set_hidden(name, hidden, merge)

    def _set_hidden(self, name: str, hidden: list[LayerSpec], merge: str | None = None) -> None:
        self.document.change(name, merge, hidden=tuple(hidden))

    # ------------------------------------------------------------------ training

    @Slot(str, object)
    @latest
    def choose_setting(self, setting: str, value: object) -> None:
        """One training setting by its name in `TrainingSettings`."""
        entry = SETTINGS[setting]
        words = self.tr("{setting}: {value}")
        name = words.format(setting=core_text(entry.label), value=value_words(entry, value))
        self.document.change_training(name, f"training {setting}", **{setting: value})

    @Slot(str)
    @latest
    def choose_initializer(self, initializer: str) -> None:
        """How the first weights are drawn."""
        name = self.tr("First weights: {name}").format(name=self._label(initializer, INITIALIZERS))
        self.document.change(name, initializer=initializer)

    @Slot(str)
    @latest
    def choose_dtype(self, dtype: str) -> None:
        """float32 or float64."""
        self.document.change(self.tr("Precision: {name}").format(name=dtype), dtype=dtype)

    @Slot()
    @refusing
    def new_weights(self) -> None:
        """Other first weights: the next seed. The split of the rows stays."""
        training = self._project.training
        training = replace(training, seed=(training.seed + 1) % 2**63)
        self.document.change(self.tr("New weights"), training=training, imported=None)

    # ------------------------------------------------------------------ the data

    @opening
    def show_table(self, table: Table, roles: Roles | None = None) -> None:
        """A new table; the network keeps its hidden layers, output and loss follow the new task."""
        roles = roles or guess_roles(table)
        name = self.tr("Open {table}").format(table=table.name)
        self.document.change(name, table=table, roles=roles, output="auto", loss="auto")

    @opening
    def show_model(self, model: Model, table: Table, roles: Roles, path: Path) -> None:
        """A trained model from a weights file, on a table that it fits: network, preparation, split and settings."""
        output = model.spec.layers[-1]
        self.document.apply(
            self.tr("Import {file}").format(file=path.name),
            replace(
                self._project,
                table=table,
                roles=roles,
                scale=model.preparation.scale,
                test_size=_share(model.metrics.get("test_size"), 0.3),
                validation_size=_share(model.metrics.get("validation_size"), 0.0),
                class_weights=_class_weights(model.metrics.get("class_weights")),
                split_seed=model.seed,  # the rows that were for testing stay for testing
                hidden=model.spec.layers[:-1],
                output=output.activation,
                output_parameters=tuple(output.parameters.items()),
                loss=model.settings.loss,
                initializer=model.spec.initializer,
                training=model.settings,
                dtype=model.dtype,
                imported=model,
                derived=model.preparation.derived,
            ),
        )

    @Slot(str)
    @latest
    def choose_target(self, column: str) -> None:
        """Another column to predict."""
        table, roles = self._project.table, self._project.roles
        if table is not None and roles is not None and column != roles.target:
            name = self.tr("Target: {column}").format(column=column)
            self.document.change(name, roles=roles.with_target(table, column), output="auto", loss="auto")

    @Slot(str)
    @latest
    def choose_task(self, task: str) -> None:
        """Classification or regression."""
        roles = self._project.roles
        for known in TASKS:
            if roles is not None and known == task != roles.task:
                name = self.tr("Task: {task}").format(task=core_text(task))
                self.document.change(name, roles=roles.with_task(known), output="auto", loss="auto")

    @Slot(list, bool)
    @of_table
    def use_columns(self, columns: list[str], use: bool) -> None:
        """Take columns in as inputs, or leave them out, all in one step."""
        roles = self._project.roles
        if roles is None:
            return
        for column in columns:
            if column != roles.target:
                roles = roles.with_ignored(column, not use)
        pattern = self.tr("Use {columns}") if use else self.tr("Leave out {columns}")
        self.document.change(pattern.format(columns=", ".join(columns[:3])), roles=roles)

    @Slot(int)
    def leave_out_input(self, number: int) -> None:
        """Leave out the column, or the derived input, that an input of the network comes from."""
        data = self._project.data
        if data is None:
            return
        preparation = data.preparation
        name = preparation.columns[number]
        derived = next((one for one in preparation.derived if one.name == name), None)
        if derived is None:
            self.use_columns([name], False)
        else:
            self.use_derived(derived, False)

    @Slot(object, bool)
    @of_table
    def use_derived(self, feature: Derived, use: bool) -> None:
        """Take a derived input in, or leave it out."""
        others = tuple(one for one in self._project.derived if not same_feature(one, feature))
        pattern = self.tr("Use {columns}") if use else self.tr("Leave out {columns}")
        derived = (*others, feature) if use else others
        self.document.change(pattern.format(columns=feature.name), derived=derived)

    @Slot(float)
    @latest
    def choose_test_size(self, share: float) -> None:
        """The share of rows that are kept for testing, 0 to 0.9."""
        name = self.tr("Test rows: {percent} %").format(percent=round(100 * share))
        self.document.change(name, "test size", test_size=share)

    @Slot(float)
    @latest
    def choose_validation_size(self, share: float) -> None:
        """The share of rows that training does not learn from, but that say when to stop, 0 to 0.9."""
        name = self.tr("Validation rows: {percent} %").format(percent=round(100 * share))
        self.document.change(name, "validation size", validation_size=share)

    @Slot(str)
    @latest
    def choose_class_weights(self, weights: str) -> None:
        """How much a row of each class counts: "none" (all alike) or "balanced"."""
        self.document.change(self.tr("Class weights: {name}").format(name=core_text(weights)), class_weights=weights)

    @Slot(str)
    @latest
    def choose_scale(self, scale: str) -> None:
        """How the inputs are scaled."""
        self.document.change(self.tr("Scaling: {name}").format(name=core_text(scale)), scale=scale)

    @Slot()
    @refusing
    def split_again(self) -> None:
        """Other rows for testing."""
        self.document.change(self.tr("Split again"), split_seed=self._project.split_seed + 1)


def _share(told: object, otherwise: float) -> float:
    """A share of the rows that a weights file tells, if it is one."""
    return float(told) if isinstance(told, int | float) and 0 <= told < 1 else otherwise


def _class_weights(told: object) -> ClassWeights:
    return "balanced" if told == "balanced" else "none"
