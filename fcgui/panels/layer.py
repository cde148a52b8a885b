"""The layer panel: all that can be said of the layer that is selected in the drawing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from fcgui import theme
from fcgui.effect_words import tell_effect, with_effect
from fcgui.i18n.core_texts import core_text
from fcgui.panels.form import Card, Choice, Field, NumberField, caption, row
from fcgui.panels.inputs import InputChips
from fcgui.panels.layers_line import LayersLine
from fcgui.panels.line_edit import CommittedEdit
from fcgui.plots.activation import ActivationPlot
from fcgui.theme import Theme
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.losses import LOSSES
from fcgui_core.spec import LayerSpec, NetworkSpec

AUTO = "auto"
PRESETS = (0.01, 0.1, 0.2, 0.5, 1, 2)  # offered for an activation's parameter; any other can be typed
WHOLE_PRESETS = (2, 3, 4, 5, 8)
REPAIR_WIDTH = theme.LEFT_WIDTH - 6 * theme.GAP  # of a button's text: a longer one takes two lines
MAX_UNITS = 100_000  # of one layer; the budget for the whole network is checked by its specification


class LayerPanel(Card):
    """Edits one layer. Index -1 is the inputs, the last one the output."""

    layers_typed = Signal(str)  # all hidden layers, in the notation of `fcgui_core.notation`
    units_chosen = Signal(int, int)
    activation_chosen = Signal(int, str)
    parameter_chosen = Signal(int, str, object)  # layer, name, float or int
    output_chosen = Signal(str)
    loss_chosen = Signal(str)
    layer_inserted = Signal(int, int)
    layer_removed = Signal(int)
    layer_moved = Signal(int, int)
    usual_requested = Signal()  # the output and the loss that fit the task
    refused = Signal(str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.head.setText(self.tr("Network"))
        self.head.setAccessibleName(self.tr("Network"))
        self.head.setToolTip(self.tr("All hidden layers in one line, and the layer that is selected in the drawing."))
        self._spec: NetworkSpec | None = None
        self._layer: int | None = None
        self._automatic = ""
        self._build_fields()
        self.plot = ActivationPlot(look, self)
        self.hint = caption(parent=self)
        self.inputs = InputChips(self)
        self._build_buttons()
        self.body.addWidget(self.layers_field)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.title, None, self.formula, self.plot, self.hint):
            if widget is None:
                self.body.addLayout(row(self.units_field, self.activation_field))
                self.body.addLayout(row(self.parameter_field, self.loss_field))
            else:
                self.body.addWidget(widget)
        self.body.addWidget(self.inputs)
        self.body.addLayout(self._buttons)

    def _build_fields(self) -> None:
        self.layers = LayersLine(self)
        self.layers.committed.connect(self.layers_typed)
        self.layers_field = Field(
            self.tr("Hidden layers"),
            self.layers,
            self.tr("Type units and activations, like “200 relu, 100 relu”, or choose a network from the list."),
            self,
        )
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.units = QSpinBox(self)
        self.units.setLineEdit(CommittedEdit(self.units))
        self.units.setRange(1, MAX_UNITS)
        self.units.setKeyboardTracking(False)
        self.units.valueChanged.connect(self._choose_units)
        self.units_field = Field(self.tr("Units"), self.units, self.tr("How many neurons the layer has."), self)
        self.activation = Choice(self)
        self.activation.chosen.connect(self._choose_activation)
        self.activation_field = Field(
            self.tr("Activation"), self.activation, self.tr("The function f in H = f(X W + b)."), self
        )
        self.parameter = NumberField(PRESETS, 0, 1, parent=self)  # the range is the chosen activation's
        self.parameter.committed.connect(self._choose_parameter)
        self.parameter.refused.connect(self.refused)
        self.parameter_field = Field(
            self.tr("Parameter"), self.parameter, self.tr("The number that shapes the activation."), self
        )
        self.loss = Choice(self)
        self.loss.chosen.connect(self.loss_chosen)
        self.loss_field = Field(
            self.tr("Loss"), self.loss, self.tr("What training makes small; automatic fits the output."), self
        )
        for field in (self.layers_field, self.units_field, self.activation_field, self.parameter_field):
            tell_effect(field, "hidden")
        tell_effect(self.loss_field, "loss")
        self.formula = caption(parent=self)
        self.advice = caption(parent=self, name="warning")
        self.repair = QPushButton(self)
        self.repair.setToolTip(with_effect(self.tr("Choose the output and the loss that fit the task."), "output"))
        self.repair.clicked.connect(self.usual_requested)
        self.show_advice("", ("identity", "mse"))

    def _build_buttons(self) -> None:
        self.add = QPushButton(self.tr("Add layer"), self)
        self.add.setToolTip(self.tr("Add a hidden layer after this one (Insert)."))
        self.add.clicked.connect(self._insert)
        self.earlier = QPushButton("←", self)
        self.earlier.setToolTip(self.tr("Move the layer towards the inputs (Ctrl+Left)."))
        self.earlier.setAccessibleName(self.tr("Move towards the inputs"))
        self.earlier.clicked.connect(self._move_earlier)
        self.later = QPushButton("→", self)
        self.later.setToolTip(self.tr("Move the layer towards the output (Ctrl+Right)."))
        self.later.setAccessibleName(self.tr("Move towards the output"))
        self.later.clicked.connect(self._move_later)
        self.remove = QPushButton(self.tr("Delete"), self)
        self.remove.setToolTip(self.tr("Delete the layer (Delete)."))
        self.remove.clicked.connect(self._remove)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.HALF)
        for button in (self.add, self.earlier, self.later, self.remove):
            button.setAccessibleName(button.accessibleName() or button.text())
            self._buttons.addWidget(button, 1 if button in (self.add, self.remove) else 0)

    # ------------------------------------------------------------------ shown

    def show_state(
        self, spec: NetworkSpec | None, layer: int | None, output: str, loss: str, automatic: tuple[str, str]
    ) -> None:
        """Show layer ``layer``; ``automatic`` names the output activation and the loss that "automatic" stands for."""
        self._spec, self._layer = spec, layer
        self._automatic = automatic[0]
        self.layers.setEnabled(spec is not None)
        self.layers.show_layers(() if spec is None else spec.layers[:-1])
        selected = None if spec is None or layer is None or layer < 0 else spec.layers[layer]
        is_output = selected is not None and spec is not None and layer == len(spec.layers) - 1
        for field in (self.units_field, self.activation_field, self.formula, self.plot):
            field.setVisible(selected is not None)
        self.loss_field.setVisible(is_output)
        self.hint.setVisible(True)
        self.inputs.setVisible(layer == -1)
        hidden = selected is not None and not is_output
        for button in (self.earlier, self.later, self.remove):
            button.setVisible(hidden)
        self.add.setVisible(spec is not None and layer is not None and not is_output)
        if selected is None:
            self._show_no_layer(spec, layer)
            return
        assert spec is not None and layer is not None
        self._show_layer(selected, is_output, output)
        self.loss.offer(
            [(AUTO, self.tr("Auto: {name}").format(name=core_text(LOSSES[automatic[1]].label)))]
            + [(name, core_text(entry.label)) for name, entry in LOSSES.items()]
        )
        self.loss.show_value(loss)
        self.earlier.setEnabled(layer > 0)
        self.later.setEnabled(layer < len(spec.layers) - 2)

    def show_advice(self, sentence: str, usual: tuple[str, str]) -> None:
        """Show why output and loss do not fit, and a button for the ``usual`` ones; an empty sentence hides both."""
        self.advice.setText(core_text(sentence))
        activation, loss = core_text(ACTIVATIONS[usual[0]].label), core_text(LOSSES[usual[1]].label)
        words = self.tr("Use {activation} and {loss}").format(activation=activation, loss=loss.lower())
        self.repair.setAccessibleName(words)
        metrics = self.repair.fontMetrics()
        two_lines = metrics.horizontalAdvance(words) > REPAIR_WIDTH
        self.repair.setText(words.replace(f" {loss.lower()}", f"\n{loss.lower()}") if two_lines else words)
        self.repair.setMinimumHeight(2 * metrics.lineSpacing() + theme.GAP if two_lines else 0)
        for widget in (self.advice, self.repair):
            widget.setVisible(bool(sentence))

    def _show_no_layer(self, spec: NetworkSpec | None, layer: int | None) -> None:
        self.parameter_field.setVisible(False)
        if spec is None:
            self.title.setText(self.tr("No network yet"))
            self.hint.setText(self.tr("Its inputs and outputs come with the table."))
        elif layer == -1:
            self.title.setText(self.tr("Inputs"))
            self.hint.setText(
                self.tr(
                    "%n input(s). Click to switch on or off:",
                    "",
                    spec.n_inputs,
                )
            )
        else:
            self.title.setText(self.tr("No layer selected"))
            self.hint.setText(self.tr("Click a layer in the drawing, or draw a new one with a downward stroke."))

    def _show_layer(self, layer: LayerSpec, is_output: bool, output: str) -> None:
        assert self._layer is not None
        self.title.setText(self.tr("Output") if is_output else self.tr("Hidden layer {n}").format(n=self._layer + 1))
        self.units.blockSignals(True)
        self.units.setValue(layer.units)
        self.units.blockSignals(False)
        self.units.setEnabled(not is_output)
        self.units.setToolTip(
            self.tr("The output's size follows the task and its classes.")
            if is_output
            else with_effect(self.tr("How many neurons the layer has."), "hidden")
        )
        choices = [(name, core_text(entry.label)) for name, entry in ACTIVATIONS.items()]
        if is_output:
            label = core_text(ACTIVATIONS[self._automatic].label)
            choices.insert(0, (AUTO, self.tr("Auto: {name}").format(name=label)))
        self.activation.offer(choices)
        self.activation.show_value(output if is_output else layer.activation)
        self._show_parameter(layer)
        entry = ACTIVATIONS[layer.activation]
        self.formula.setText(f"f(z) = {core_text(entry.formula)}")
        self.plot.show_activation(layer.activation, layer.parameters)
        self.hint.setText(core_text(entry.hint))

    def _show_parameter(self, layer: LayerSpec) -> None:
        parameters = ACTIVATIONS[layer.activation].parameters
        self.parameter_field.setVisible(bool(parameters))
        for name, parameter in parameters.items():  # every activation of today has at most one
            label = core_text(name.replace("_", " ").capitalize())
            self.parameter_field.label.setText(label)
            self.parameter.setAccessibleName(label)
            self.parameter.setToolTip(with_effect(core_text(parameter.help), "hidden"))
            offered = WHOLE_PRESETS if parameter.integer else PRESETS
            presets = [value for value in offered if parameter.minimum <= value <= parameter.maximum]
            self.parameter.set_range(presets, parameter.minimum, parameter.maximum, whole=parameter.integer)
            self.parameter.show_value(layer.parameters[name])

    # ------------------------------------------------------------------ intents

    @Slot(int)
    def _choose_units(self, units: int) -> None:
        if self._layer is not None:
            self.units_chosen.emit(self._layer, units)

    @Slot(str)
    def _choose_activation(self, name: str) -> None:
        if self._spec is None or self._layer is None:
            return
        if self._layer == len(self._spec.layers) - 1:
            self.output_chosen.emit(name)
        else:
            self.activation_chosen.emit(self._layer, name)

    @Slot(object)
    def _choose_parameter(self, value: float) -> None:
        if self._spec is None or self._layer is None:
            return
        names = ACTIVATIONS[self._spec.layers[self._layer].activation].parameters
        for name in names:
            self.parameter_chosen.emit(self._layer, name, value)

    @Slot()
    def _insert(self) -> None:
        if self._spec is None or self._layer is None:
            return
        units = self._spec.layers[self._layer].units if self._layer >= 0 else 8
        self.layer_inserted.emit(self._layer + 1, units)

    @Slot()
    def _remove(self) -> None:
        if self._layer is not None:
            self.layer_removed.emit(self._layer)

    @Slot()
    def _move_earlier(self) -> None:
        if self._layer is not None:
            self.layer_moved.emit(self._layer, self._layer - 1)

    @Slot()
    def _move_later(self) -> None:
        if self._layer is not None:
            self.layer_moved.emit(self._layer, self._layer + 1)
