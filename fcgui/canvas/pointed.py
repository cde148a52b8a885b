"""What is painted over the drawing: what the pointer is on and its value, the gesture, the number being typed."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from fcgui.canvas import words
from fcgui.canvas.overlay import Overlay
from fcgui.canvas.pointer import Pointer
from fcgui.canvas.stage import Stage
from fcgui.canvas.weight_editing import WeightEditing
from fcgui.theme import Theme


class Pointed:
    """Decides what ``Overlay`` paints."""

    def __init__(self, theme: Theme, stage: Stage, pointer: Pointer, weights: WeightEditing) -> None:
        self._theme, self._stage, self._pointer, self._weights = theme, stage, pointer, weights
        self._value = ""  # that stands beside the pointer

    def _overlay(self) -> Overlay:
        return Overlay(self._stage.live, self._theme.palette)

    def follow(self) -> QRect:
        """The part of the drawing where the value beside the pointer is another with the present weights."""
        text, at = words.value_words(self._pointer.hit, self._stage.snapshot), self._pointer.at
        if text == self._value or at is None:
            return QRect()
        self._value = text
        box = self._overlay().value_box(at, f"-{text}")  # with room for a sign that goes
        return box.adjusted(-2, -2, 2, 2).toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        pointer, editing = self._pointer, self._pointer.editing
        drawn, layer, ghost = editing.drawn, editing.selection, pointer.ghost
        if drawn is None:
            return
        overlay = self._overlay()
        if layer is not None and drawn.is_hidden(layer):
            overlay.paint_handle(painter, layer + 1, strong=False)
        if ghost is not None:
            overlay.paint_ghost(painter, ghost)
        elif pointer.gesture is None and pointer.at is not None:
            self._paint_pointed(painter, overlay)
        if layer is not None and editing.entry is not None:
            overlay.paint_entry(painter, layer + 1, editing.entry, drawn.units(layer))

    def _paint_pointed(self, painter: QPainter, overlay: Overlay) -> None:
        pointer, editing = self._pointer, self._pointer.editing
        gap, hit, drawn = pointer.gap, pointer.hit, editing.drawn
        if gap is not None:
            overlay.paint_insert(painter, gap)
        hidden = drawn is not None and drawn.is_hidden(hit.layer)
        overlay.paint_hover(painter, hit, hidden=hidden, chosen=hit.layer == editing.selection)
        value = words.value_words(hit, self._stage.snapshot)
        if value and pointer.at is not None and self._weights.place is None:
            overlay.paint_value(painter, pointer.at, value)
