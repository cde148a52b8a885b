"""The drawn network: shows a spec and its weights, and turns mouse and keys into intents.

1. ``show_network`` and ``select`` say what to draw; the layout is made when it is next needed (``stage``).
2. ``show_snapshot`` redraws one connection a call, in turn, while training runs, and all of them when it rests.
3. A press starts a gesture and its release ends in an intent (``pointer``); keys, buttons and menus give intents too
   (``editing``), a weight or bias is changed in a field over the drawing (``weight_editing``), and a click on a neuron
   focuses it (``focusing``).
4. The owner answers an intent with ``show_network``. Nothing here ever changes the network.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from fcgui.canvas import looking, words
from fcgui.canvas.editing import Editing, Verb, verb_of
from fcgui.canvas.focusing import MOVES, Focusing
from fcgui.canvas.header_buttons import HeaderButtons
from fcgui.canvas.intents import Intents
from fcgui.canvas.looking import Looking
from fcgui.canvas.network import INPUTS, Drawn
from fcgui.canvas.opening_menus import CanvasMenus
from fcgui.canvas.overlay import paint_focus
from fcgui.canvas.pointed import Pointed
from fcgui.canvas.pointer import Pointer
from fcgui.canvas.pointing import Hit, Part
from fcgui.canvas.stage import NOTCH_NEURONS, Stage
from fcgui.canvas.weight_editing import WeightEditing
from fcgui.theme import Theme
from fcgui_core.place import Place
from fcgui_core.plane import Plane
from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import NetworkSpec

LEAST_SIZE = QSize(480, 300)
OF_LAYER = (Part.NEURON, Part.BIAS, Part.STRIP, Part.LAYER, Part.NOTE)  # there the wheel turns a wide layer's range
Modifier = Qt.KeyboardModifier


class NetworkCanvas(Intents):
    """A network that is edited by drawing. ``-1`` stands for the inputs, the last layer is the output."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stage = Stage(theme, self)
        self.editing = Editing(self)
        self.pointer = Pointer(self.stage, self.editing)
        self.focusing = Focusing(self.stage)
        self.weights = WeightEditing(self.stage, self)
        self.looking = Looking(self.stage, self.focusing, self.weights, self)
        self.looking.told.connect(self.told)
        self.looking.pictured.connect(self.pictures_shown)
        self.pointed = Pointed(theme, self.stage, self.pointer, self.weights)
        self.buttons = HeaderButtons(self)
        self.menus = CanvasMenus(self, self.stage, self.pointer, self.weights)
        self.menus.chosen.connect(self.do)
        self.menus.input_left_out.connect(self.input_left_out)
        self.editing.intended.connect(self.emit_intent)
        self.editing.selected.connect(self._selection_changed)
        self.editing.told.connect(self.told)
        self.editing.changed.connect(self._refresh)
        self.pointer.told.connect(self.hovered)
        self.pointer.refused.connect(self.told)
        self.pointer.changed.connect(self._refresh)
        self.pointer.menu_wanted.connect(self.open_activations)
        self.pointer.neuron_changed.connect(self.neuron_hovered)
        self.pointer.focus_wanted.connect(self.focus_neuron)
        self.pointer.weight_wanted.connect(self._edit_hit)
        self.pointer.pictures_wanted.connect(self.show_pictures)
        self.focusing.changed.connect(self._focus_changed)
        self.weights.edited.connect(self.tell_weight)
        self.weights.frozen.connect(self.tell_frozen)
        self.weights.told.connect(self.told)
        self.buttons.pressed.connect(self.do)
        self.stage.moved.connect(self._place_buttons)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Drawn network"))
        self._describe()

    def minimumSizeHint(self) -> QSize:
        return LEAST_SIZE

    def sizeHint(self) -> QSize:
        return LEAST_SIZE * 2

    # ------------------------------------------------------------------ what is shown

    @property
    def selection(self) -> int | None:
        """The selected layer."""
        return self.editing.selection

    def show_network(
        self, input_names: tuple[str, ...], spec: NetworkSpec | None, output_names: tuple[str, ...]
    ) -> None:
        """Draw another network; None while there is no table."""
        drawn = None if spec is None else Drawn(tuple(input_names), spec, tuple(output_names))
        if drawn == self.editing.drawn:
            return
        self.pointer.cancel()
        self.weights.close()
        had_focus = self.focusing.at is not None
        self.editing.show(drawn)
        self.stage.show(drawn, self.selection)
        if had_focus and self.focusing.at is None:
            self.neuron_focused.emit(INPUTS, None)
        self._describe()
        if self.isVisible():
            self.pointer.point_again()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Show the weights of another moment; None, or weights of another network: the bare structure."""
        self.stage.show_snapshot(snapshot)
        pointing = self.pointer.gesture is None and self.pointer.hit.part in (Part.NEURON, Part.EDGE, Part.BIAS)
        if pointing and self.isVisible():
            self.pointer.tell_hit()
            self.update(self.pointed.follow())

    @Slot(object)
    def show_plane(self, plane: Plane | None) -> None:
        """Draw each neuron's map over another plane; None: no maps."""
        self.stage.show_plane(plane)

    def show_frozen(self, frozen: tuple[Place, ...]) -> None:
        """Mark the weights and biases that training leaves as they are."""
        self.stage.show_frozen(frozen)

    def select(self, layer: int | None) -> None:
        """Mark a layer, without telling anybody."""
        drawn = self.editing.drawn
        known = drawn is not None and layer is not None and INPUTS <= layer <= drawn.output
        self.editing.mark(layer if known else None)
        self.stage.select(self.selection)
        self._describe()

    @Slot(bool)
    def show_pictures(self, pictures: bool) -> None:
        """Show large matrices as pictures, or their strongest weights as lines."""
        self.looking.show_pictures(pictures)

    @Slot()
    def fit(self) -> None:
        """Show the whole network."""
        self.looking.view(Verb.FIT)

    def _describe(self) -> None:
        drawn = self.editing.drawn
        text = self.tr("no network yet") if drawn is None else words.describe(drawn, self.selection)
        self.setAccessibleDescription(text)
        self._place_buttons()

    @Slot()
    def _place_buttons(self) -> None:
        layer, drawn = self.selection, self.editing.drawn
        header = None
        if drawn is not None and layer is not None and drawn.is_hidden(layer) and self.isVisible():
            header = self.stage.layout.header(layer + 1)
        self.buttons.show(drawn, layer, None if header is None else (header.fewer, header.more))

    # ------------------------------------------------------------------ intents

    @Slot(object, QPointF)
    def _edit_hit(self, hit: Hit, at: QPointF) -> None:
        place = self.weights.place_of(hit)
        if place is not None:
            self.weights.edit(place, at)

    @Slot(int, object)
    def focus_neuron(self, layer: int, neuron: int | None) -> None:
        """Look at a neuron closely (layer -1: an input): its weights and paths stand out; None: at no one."""
        if neuron is None:
            self.focusing.leave()
        else:
            self.focusing.focus(layer, neuron)

    @Slot(int, object)
    def _focus_changed(self, layer: int, neuron: int | None) -> None:
        drawn = self.editing.drawn
        if neuron is not None and drawn is not None:
            self.editing.select(layer)
            self.pointer.tell(words.hit_words(drawn, Hit(Part.NEURON, layer, neuron), self.stage.snapshot))
        self.neuron_focused.emit(layer, neuron)

    @Slot(object)
    def _selection_changed(self, layer: int | None) -> None:
        self.stage.select(layer)
        self._describe()
        self.selected.emit(layer)

    @Slot(object)
    def do(self, verb: Verb) -> None:
        """Carry out a verb on the selected layer or on the view."""
        layer = self.selection
        focus = self.focusing.at
        if verb in looking.VIEW:
            self.looking.view(verb)
        elif verb is Verb.REMOVE and layer == INPUTS and focus is not None and focus[0] == INPUTS:
            self.input_left_out.emit(focus[1])
        elif verb is Verb.ACTIVATION:
            self.open_activations()
        elif verb in looking.OF_LAYER and (layer is None or self.editing.drawn is None):
            self.editing.refuse()
        elif verb in looking.OF_LAYER and layer is not None:
            self.looking.look(verb, layer)
        else:
            self.editing.do(verb)
            self.stage.view.reveal(self.selection)

    # ------------------------------------------------------------------ menus

    @Slot()
    def open_activations(self) -> None:
        """The menu of activations, below the header of the selected layer."""
        self.menus.open_activations()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done to what is under the mouse, or to the selected layer by the keyboard."""
        self.menus.open(event)

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Tooltips say what the pointer is on; keys that mean something here are no shortcuts of the window."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), words.as_tooltip(self.pointer.words()), self)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(self.editing.wants(event) or self.pointer.gesture is not None)
            return event.isAccepted() or super().event(event)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editing.commit()
        self.pointer.press(event.position(), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl: zoom at the pointer; over a wide layer, other neurons of it; else scroll, if there is more to see."""
        turn, keys = event.angleDelta(), event.modifiers()
        hit = self.stage.hit(event.position())
        rows = round(-turn.y() / 120 * NOTCH_NEURONS)
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.stage.view.zoom_by(turn.y() / 120, event.position())
        elif hit.part in OF_LAYER and hit.layer is not None and rows and self.stage.scroll_layer(hit.layer, rows):
            pass
        elif not self.stage.view.turn(turn, sideways=bool(keys & Qt.KeyboardModifier.ShiftModifier)):
            event.ignore()
            return
        event.accept()
        self.pointer.point_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of ``editing``; any other goes on to the window (Space trains)."""
        if event.key() == Qt.Key.Key_Escape and self.pointer.cancel():
            return
        if self.editing.type_key(event):
            self.stage.view.reveal(self.selection)
            return
        verb = verb_of(event)
        plain = event.modifiers() & ~Modifier.KeypadModifier == Modifier.NoModifier
        if plain and self.focusing.at is not None and event.key() in MOVES:
            self.focusing.move(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_Escape and self.focusing.leave():
            return
        elif verb is not None:
            self.do(verb)
        elif event.key() == Qt.Key.Key_Escape and self.selection is not None:
            self.editing.select(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A number that is being typed is meant, as in every field; a menu does not count as leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.editing.commit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.stage.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees a gesture any more, and the network may be another one when the drawing is seen again."""
        self.pointer.cancel()
        self.pointer.leave()
        super().hideEvent(event)

    # ------------------------------------------------------------------ painting

    @Slot()
    def _refresh(self) -> None:
        self.setCursor(self.pointer.cursor())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.stage.paint(painter, QRectF(event.rect()))
            self.pointed.paint(painter)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()), self._theme.palette)
