"""What keys, buttons and menus wish for: the verbs of editing, and the number being typed.

Nothing here changes the network. A verb becomes an intent, or, for the inputs and the output, a sentence that says why
not.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from fcgui.canvas.network import INPUTS, Activate, Drawn, Insert, Move, Paste, Remove, Resize
from fcgui.canvas.words import refusal
from fcgui_core.errors import FcguiError
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.spec import MAX_UNITS

NEW_UNITS = 8  # of a layer that is added without a stroke and beside no hidden layer
LARGE_STEP = 10  # with Shift
LONGEST_ENTRY = len(str(MAX_UNITS))

Key = Qt.Key


class Verb(Enum):
    """What a key or an entry of the menu does to the selected layer."""

    PREVIOUS = auto()
    NEXT = auto()
    FIRST = auto()
    LAST = auto()
    MORE = auto()
    FEWER = auto()
    MANY_MORE = auto()
    MANY_FEWER = auto()
    REMOVE = auto()
    INSERT = auto()
    EARLIER = auto()
    LATER = auto()
    ACTIVATION = auto()
    TYPE = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    FIT = auto()
    NEURON = auto()
    WEIGHT = auto()
    UPWARDS = auto()
    DOWNWARDS = auto()
    ACTIVE = auto()
    MATRIX = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    DUPLICATE = auto()


KEYS = {
    Key.Key_Left: Verb.PREVIOUS,
    Key.Key_Right: Verb.NEXT,
    Key.Key_Home: Verb.FIRST,
    Key.Key_End: Verb.LAST,
    Key.Key_Up: Verb.MORE,
    Key.Key_Down: Verb.FEWER,
    Key.Key_Plus: Verb.MORE,
    Key.Key_Minus: Verb.FEWER,
    Key.Key_PageUp: Verb.MANY_MORE,
    Key.Key_PageDown: Verb.MANY_FEWER,
    Key.Key_Delete: Verb.REMOVE,
    Key.Key_Backspace: Verb.REMOVE,
    Key.Key_Insert: Verb.INSERT,
    Key.Key_Return: Verb.ACTIVATION,
    Key.Key_Enter: Verb.ACTIVATION,
    Key.Key_F: Verb.FIT,
    Key.Key_N: Verb.NEURON,
    Key.Key_F2: Verb.WEIGHT,
    Key.Key_M: Verb.ACTIVE,
    Key.Key_W: Verb.MATRIX,
}
SHIFT_KEYS = KEYS | {Key.Key_Up: Verb.MANY_MORE, Key.Key_Down: Verb.MANY_FEWER}
CONTROL_KEYS = {
    Key.Key_Left: Verb.EARLIER,
    Key.Key_Right: Verb.LATER,
    Key.Key_Plus: Verb.ZOOM_IN,
    Key.Key_Equal: Verb.ZOOM_IN,  # the plus without Shift
    Key.Key_Minus: Verb.ZOOM_OUT,
    Key.Key_0: Verb.FIT,
    Key.Key_Up: Verb.UPWARDS,
    Key.Key_Down: Verb.DOWNWARDS,
    Key.Key_C: Verb.COPY,
    Key.Key_X: Verb.CUT,
    Key.Key_V: Verb.PASTE,
    Key.Key_D: Verb.DUPLICATE,
}
STEPS = {Verb.MORE: 1, Verb.FEWER: -1, Verb.MANY_MORE: LARGE_STEP, Verb.MANY_FEWER: -LARGE_STEP}


def verb_of(event: QKeyEvent) -> Verb | None:
    """The verb of a key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Key(event.key())
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return KEYS.get(key)
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return SHIFT_KEYS.get(key)
    if modifiers & Qt.KeyboardModifier.ControlModifier and not modifiers & Qt.KeyboardModifier.AltModifier:
        shifted = modifiers & Qt.KeyboardModifier.ShiftModifier  # with it, letters are commands of the window
        return None if shifted and Key.Key_A <= key <= Key.Key_Z else CONTROL_KEYS.get(key)
    return None


class Editing(QObject):
    """The selection, the number being typed, and the verbs on both."""

    intended = Signal(object)  # an Intent
    selected = Signal(object)  # a layer, or None
    told = Signal(str)  # why not
    changed = Signal()  # the number being typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawn: Drawn | None = None
        self.selection: int | None = None
        self.entry: str | None = None  # the digits so far, while a number is being typed

    def show(self, drawn: Drawn | None) -> None:
        """Work on another network; the selection stays where it still makes sense."""
        self.drawn, self.entry = drawn, None
        if drawn is None or (self.selection is not None and self.selection > drawn.output):
            self.selection = None

    def select(self, layer: int | None) -> None:
        """Choose a layer by hand."""
        if layer != self.selection:
            self.entry = None
            self.selection = layer
            self.selected.emit(layer)

    def mark(self, layer: int | None) -> None:
        """The owner's choice; an unfinished number goes with the layer that it was for."""
        if layer != self.selection:
            self.selection, self.entry = layer, None

    def refuse(self) -> None:
        """Say why the verb cannot be carried out on the selection."""
        if self.drawn is not None and self.selection is not None:
            self.told.emit(refusal(self.drawn, self.selection))
        elif self.drawn is not None:
            self.told.emit(
                QCoreApplication.translate("Canvas", "Select a layer first: click it, or press Left or Right.")
            )

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means something here; then it is no shortcut of the window."""
        return self.entry is not None or event.text() in tuple("0123456789") or verb_of(event) is not None

    def do(self, verb: Verb) -> None:
        """Carry out a verb on the selection."""
        drawn, layer = self.drawn, self.selection
        if drawn is None:
            return
        if verb in (Verb.PREVIOUS, Verb.NEXT, Verb.FIRST, Verb.LAST):
            self.select(_neighbour(drawn, layer, verb))
        elif verb is Verb.INSERT:
            self.insert(drawn.output if layer is None else layer + 1)
        elif verb is Verb.PASTE:
            self.paste(QGuiApplication.clipboard().text())
        elif layer is None or not drawn.is_hidden(layer):
            self.refuse()
        elif verb in STEPS:
            self.resize(layer, drawn.units(layer) + STEPS[verb])
        elif verb in (Verb.COPY, Verb.CUT):
            self._copy(drawn, layer, cut=verb is Verb.CUT)
        elif verb is Verb.DUPLICATE:
            self.intended.emit(Paste(layer + 1, write_layers([drawn.spec.layers[layer]])))
        elif verb is Verb.REMOVE:
            self.intended.emit(Remove(layer))
        elif verb in (Verb.EARLIER, Verb.LATER):
            to = layer + (1 if verb is Verb.LATER else -1)
            if drawn.is_hidden(to):
                self.intended.emit(Move(layer, to))
        elif verb is Verb.TYPE:
            self._enter("")

    def resize(self, layer: int, units: int) -> None:
        """Wish for another number of neurons; at least 1."""
        if self.drawn is None:
            return
        units = min(max(units, 1), MAX_UNITS)
        if not self.drawn.is_hidden(layer):
            self.told.emit(refusal(self.drawn, layer))
        elif units != self.drawn.units(layer):
            self.intended.emit(Resize(layer, units))

    def insert(self, index: int) -> None:
        """Wish for a layer before layer ``index``, as wide as the hidden layer before or after it."""
        if self.drawn is None:
            return
        index = min(max(index, 0), self.drawn.output)
        near = next((layer for layer in (index - 1, index) if self.drawn.is_hidden(layer)), None)
        self.intended.emit(Insert(index, NEW_UNITS if near is None else self.drawn.units(near)))

    def paste(self, text: str) -> None:
        """Wish for the layers that ``text`` names, after the selected one; tell why not, if it names none."""
        if self.drawn is None:
            return
        try:
            layers = read_layers(text)
        except FcguiError:
            layers = ()
        if layers:
            index = self.drawn.output if self.selection is None else self.selection + 1
            self.intended.emit(Paste(min(index, self.drawn.output), text))
        else:
            self.told.emit(
                QCoreApplication.translate(
                    "Canvas",
                    "The clipboard holds no layers: copy one first, or a text such as \u201c200 relu, 50 tanh\u201d.",
                )
            )

    def _copy(self, drawn: Drawn, layer: int, *, cut: bool) -> None:
        text = write_layers([drawn.spec.layers[layer]])
        QGuiApplication.clipboard().setText(text)
        if cut:
            self.intended.emit(Remove(layer))
        pattern = QCoreApplication.translate("Canvas", "copied: {layer}; Ctrl+V inserts it after the selected layer")
        self.told.emit(pattern.format(layer=text))

    def activate(self, layer: int, activation: str) -> None:
        """Wish for another activation."""
        if self.drawn is not None and layer > INPUTS and activation != self.drawn.spec.layers[layer].activation:
            self.intended.emit(Activate(layer, activation))

    # ------------------------------------------------------------------ a number typed digit by digit

    def type_key(self, event: QKeyEvent) -> bool:
        """Take a key of the number that is being typed, or the digit that begins one; whether it was one."""
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and len(text) == 1 and text in "0123456789":
            self._type(text)
            return True
        if self.entry is None:
            return False
        if event.key() in (Key.Key_Return, Key.Key_Enter):
            self.commit()
        elif event.key() == Key.Key_Backspace:
            self._enter(self.entry[:-1])
        elif event.key() == Key.Key_Escape:
            self._enter(None)
        else:
            return False
        return True

    def commit(self) -> None:
        """The typed number is meant."""
        digits, layer = self.entry, self.selection
        self._enter(None)
        if digits and layer is not None:
            self.resize(layer, int(digits))

    def _type(self, digit: str) -> None:
        layer = self.selection
        if self.drawn is None or layer is None:
            return
        if not self.drawn.is_hidden(layer):
            self.told.emit(refusal(self.drawn, layer))
        elif len(self.entry or "") < LONGEST_ENTRY:
            self._enter(((self.entry or "") + digit).lstrip("0"))

    def _enter(self, digits: str | None) -> None:
        self.entry = digits
        self.changed.emit()


def _neighbour(drawn: Drawn, layer: int | None, verb: Verb) -> int:
    """The layer that an arrow, Home or End leads to."""
    match verb:
        case Verb.FIRST:
            return INPUTS
        case Verb.LAST:
            return drawn.output
        case Verb.NEXT:
            return 0 if layer is None else min(layer + 1, drawn.output)
        case _:
            return drawn.output - 1 if layer is None else max(layer - 1, INPUTS)
