"""The mouse on the canvas: what it is on, and the gesture that it is making."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot

from fcgui.canvas import words
from fcgui.canvas.editing import Editing, Verb
from fcgui.canvas.gestures import Drag, Draw, Gesture, Ghost, Pan, Stretch
from fcgui.canvas.network import INPUTS, Drawn
from fcgui.canvas.pointing import GROUND, Part, between
from fcgui.canvas.stage import Stage

_HAND, _CROSS = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.CrossCursor
CURSORS = {
    Part.GROUND: _CROSS,
    Part.EDGE: _CROSS,
    Part.HANDLE: Qt.CursorShape.SizeVerCursor,
    Part.UNITS: _HAND,
    Part.ACTIVATION: _HAND,
    Part.FEWER: _HAND,
    Part.MORE: _HAND,
    Part.INSERT: _HAND,
    Part.BIAS: _HAND,
    Part.STRIP: _HAND,
    Part.NOTE: _HAND,
    Part.CAPTION: _HAND,
    Part.SWITCH: _HAND,
}


class Pointer(QObject):
    """Follows the mouse. Gestures end in an intent of ``editing``; Escape or another network drops them."""

    told = Signal(str)  # what it is on
    refused = Signal(str)  # why a gesture comes to nothing
    changed = Signal()  # something must be painted anew
    neuron_changed = Signal(int, object)  # the layer and the neuron that it is on; None: on none
    focus_wanted = Signal(int, object)  # a neuron was clicked; None: free ground was
    weight_wanted = Signal(object, QPointF)  # the Hit of an edge or bias that was clicked, and where
    pictures_wanted = Signal(bool)  # large matrices as pictures, or as lines
    menu_wanted = Signal()  # the activations of the selected layer

    def __init__(self, stage: Stage, editing: Editing) -> None:
        super().__init__(stage)
        self._stage, self._editing = stage, editing
        self.hit = GROUND
        self.at: QPointF | None = None  # None: not on the canvas
        self.gesture: Gesture | None = None
        self._words = ""
        self._neuron: tuple[int, int | None] = (INPUTS, None)

    @property
    def editing(self) -> Editing:
        """What gestures end in."""
        return self._editing

    @property
    def ghost(self) -> Ghost | None:
        """What the present gesture shows."""
        return None if self.gesture is None else self.gesture.ghost(self._stage.layout)

    @property
    def gap(self) -> int | None:
        """The connection that the pointer is in, while no gesture runs: there a layer can be inserted."""
        if self.at is None or self.gesture is not None or self._editing.drawn is None:
            return None
        return between(self._stage.layout, self.at)

    def cursor(self) -> Qt.CursorShape:
        """The shape of the mouse's cursor."""
        if self._editing.drawn is None:
            return Qt.CursorShape.ArrowCursor
        if isinstance(self.gesture, (Drag, Pan)):
            return Qt.CursorShape.ClosedHandCursor
        return CURSORS.get(self.hit.part, Qt.CursorShape.ArrowCursor)

    # ------------------------------------------------------------------ pointing

    def point(self, at: QPointF) -> None:
        """The mouse is at ``at``, without a gesture."""
        self.at, self.hit = at, self._stage.hit(at)
        self._note_neuron()
        self.changed.emit()
        self.tell_hit()

    @Slot()
    def point_again(self) -> None:
        """What lies under the resting mouse may be something else now."""
        if self.at is not None and self.gesture is None:
            self.point(self.at)

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self.at, self.hit = None, GROUND
        self._note_neuron()
        self.changed.emit()
        self.tell("")

    def _note_neuron(self) -> None:
        """Tell when the mouse comes to another neuron, or leaves the last one."""
        hit = self.hit
        on = hit.layer is not None and hit.part in (Part.NEURON, Part.BIAS)
        neuron = (hit.layer, hit.neuron) if on and hit.layer is not None else (INPUTS, None)
        if neuron != self._neuron:
            self._neuron = neuron
            self.neuron_changed.emit(*neuron)

    def tell_hit(self) -> None:
        """Say what the mouse is on, with the values of the present weights."""
        self.tell(self.words())

    def words(self) -> str:
        """What the mouse is on."""
        drawn, layer = self._editing.drawn, self.hit.layer
        if drawn is None:
            return ""
        if self.hit.part is Part.SWITCH:
            return words.switch_words()
        if layer is None:
            return words.invitation()[0]
        if self.hit.part is Part.CAPTION:
            live = self._stage.live
            return words.matrix_words(drawn, layer, live.edges[layer], pictured=live.matrices[layer] is not None)
        text = words.hit_words(drawn, self.hit, self._stage.snapshot)
        return text + words.frozen_words(drawn, self.hit, self._stage.frozen)

    def tell(self, text: str) -> None:
        """Say ``text`` unless it was said last."""
        if text != self._words:
            self._words = text
            self.told.emit(text)

    # ------------------------------------------------------------------ gestures

    def press(self, at: QPointF, button: Qt.MouseButton) -> None:
        """Press a button of the drawing, select, or begin a gesture."""
        drawn = self._editing.drawn
        if drawn is None or self.gesture is not None:
            return
        self.point(at)
        if button == Qt.MouseButton.MiddleButton:
            self.gesture = Pan(at)
        elif button == Qt.MouseButton.LeftButton:
            self._press_thing(drawn, at)
        self.changed.emit()

    def _press_thing(self, drawn: Drawn, at: QPointF) -> None:
        layer, part = self.hit.layer, self.hit.part
        if part is Part.SWITCH:
            self._switch(at)
        elif layer is None or part in (Part.EDGE, Part.CAPTION):
            self.gesture = Draw(at)
        elif part is Part.INSERT:
            self._editing.insert(layer)
        elif part is Part.BIAS:
            self._editing.select(layer)
            self.weight_wanted.emit(self.hit, at)
        else:
            self._editing.select(layer)
            self._press_layer(drawn, layer, part, at)

    def _switch(self, at: QPointF) -> None:
        switch = self._stage.live.switch
        pictures = None if switch is None else switch.chosen(at)
        if pictures is not None:
            self.pictures_wanted.emit(pictures)

    def _press_layer(self, drawn: Drawn, layer: int, part: Part, at: QPointF) -> None:
        if part in (Part.FEWER, Part.MORE):
            self._editing.do(Verb.FEWER if part is Part.FEWER else Verb.MORE)
        elif part is Part.UNITS:
            self._editing.do(Verb.TYPE)
        elif part is Part.ACTIVATION:
            self.menu_wanted.emit()
        elif part is Part.STRIP:
            self._stage.show_neuron(layer, self.hit.neuron or 0)
        elif part is Part.NOTE:
            self._stage.show_active(layer)
        elif part is Part.HANDLE and drawn.is_hidden(layer):
            self.gesture = Stretch(layer, drawn.units(layer), at)
        elif part is Part.HANDLE:
            self.refused.emit(words.refusal(drawn, layer))
        else:
            self.gesture = Drag(layer, drawn.units(layer), at)

    def double_click(self, at: QPointF) -> None:
        """The activations of a layer; elsewhere a press like another."""
        self.press(at, Qt.MouseButton.LeftButton)
        if isinstance(self.gesture, Drag) and self.hit.layer != INPUTS:
            self.gesture = None
            self.menu_wanted.emit()

    def move(self, at: QPointF) -> None:
        """Follow the gesture, or point."""
        gesture, drawn = self.gesture, self._editing.drawn
        if gesture is None or drawn is None:
            self.point(at)
            return
        gesture.move(at)
        if isinstance(gesture, Pan):
            self._stage.view.scroll_by(-gesture.delta)
        elif isinstance(gesture, Drag) and gesture.moving and not drawn.is_hidden(gesture.layer):
            self.gesture = None
            self.refused.emit(words.refusal(drawn, gesture.layer))
        ghost = self.ghost
        if ghost is not None and ghost.words:
            self.tell(ghost.words)
        self.changed.emit()

    def release(self, at: QPointF) -> None:
        """The end of a gesture: its intent; a mere click on free ground selects no layer."""
        if self.gesture is not None:
            self.move(at)  # the last way may come without a move before it, and end in a refusal
        gesture, self.gesture = self.gesture, None
        if gesture is None:
            return
        intent = gesture.intent(self._stage.layout)
        if intent is not None:
            self._editing.intended.emit(intent)
        elif isinstance(gesture, Draw) and gesture.is_click:
            self._click(at)
        elif isinstance(gesture, Drag) and not gesture.moving and self.hit.part is Part.NEURON:
            self.focus_wanted.emit(gesture.layer, self.hit.neuron)
        self.point(at)

    def _click(self, at: QPointF) -> None:
        """A click on an edge is about its weight, one on a caption about lines or a picture; elsewhere: no layer."""
        if self.hit.part is Part.CAPTION and self.hit.layer is not None and self._stage.snapshot is not None:
            self._stage.picture(self.hit.layer)
            return
        if self.hit.part is Part.EDGE and self._stage.snapshot is not None:
            self.weight_wanted.emit(self.hit, at)
            return
        self.focus_wanted.emit(INPUTS, None)
        self._editing.select(None)

    def cancel(self) -> bool:
        """Forget the gesture; whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is None:
            return False
        self.point_again()
        self.changed.emit()
        return True
