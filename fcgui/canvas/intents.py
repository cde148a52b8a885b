"""What the drawn network tells its owner: wishes, which change nothing by themselves, and what is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from fcgui.canvas.network import Activate, Insert, Move, Paste, Remove, Resize
from fcgui_core.place import Place


class Intents(QWidget):
    """The signals of the canvas. ``-1`` stands for the inputs, the last layer is the output."""

    layer_inserted = Signal(int, int)  # before which layer, how many neurons
    layer_removed = Signal(int)
    layer_moved = Signal(int, int)  # a layer, and its index afterwards
    layer_resized = Signal(int, int)  # a layer, its neurons
    activation_chosen = Signal(int, str)
    layers_pasted = Signal(int, str)  # before which layer, which layers: "200 relu, 50 tanh"
    input_left_out = Signal(int)  # the number of the input
    weight_edited = Signal(int, int, int, float, int)  # layer, input, unit, value, piece of maxout (else 0)
    bias_edited = Signal(int, int, float, int)  # layer, unit, value, piece
    weight_frozen = Signal(int, int, int, bool, int)  # layer, input, unit, whether training leaves it as it is, piece
    bias_frozen = Signal(int, int, bool, int)
    selected = Signal(object)  # a layer, -1 for the inputs, or None
    neuron_hovered = Signal(int, object)  # a layer (-1: the inputs) and a neuron, or None: no longer
    neuron_focused = Signal(int, object)  # the same for the neuron that is looked at closely
    pictures_shown = Signal(bool)  # whether large matrices are pictures now
    hovered = Signal(str)  # what the pointer is on
    told = Signal(str)  # the answer to a deed: why it is not done, or what came of it

    @Slot(object)
    def emit_intent(self, intent: object) -> None:
        """A wish of `network`."""
        match intent:
            case Insert(index, units):
                self.layer_inserted.emit(index, units)
            case Remove(index):
                self.layer_removed.emit(index)
            case Move(index, to):
                self.layer_moved.emit(index, to)
            case Resize(index, units):
                self.layer_resized.emit(index, units)
            case Activate(index, activation):
                self.activation_chosen.emit(index, activation)
            case Paste(index, text):
                self.layers_pasted.emit(index, text)

    @Slot(object, float)
    def tell_weight(self, place: Place, value: float) -> None:
        """Another value is wished for a weight or bias."""
        if place.is_bias:
            self.bias_edited.emit(place.layer, place.unit, value, place.piece)
        else:
            self.weight_edited.emit(place.layer, place.input, place.unit, value, place.piece)

    @Slot(object, bool)
    def tell_frozen(self, place: Place, frozen: bool) -> None:
        """Training shall leave a weight or bias as it is, or take it along again."""
        if place.is_bias:
            self.bias_frozen.emit(place.layer, place.unit, frozen, place.piece)
        else:
            self.weight_frozen.emit(place.layer, place.input, place.unit, frozen, place.piece)
