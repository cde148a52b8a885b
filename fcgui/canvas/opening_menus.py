"""Opening the menus of the drawing where they belong, and handing on what is chosen in them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from fcgui.canvas.editing import Editing, Verb
from fcgui.canvas.menus import activation_menu, input_action, layer_menu, weight_menu
from fcgui.canvas.network import INPUTS, Activate, Drawn
from fcgui.canvas.pointer import Pointer
from fcgui.canvas.pointing import Part
from fcgui.canvas.stage import Stage
from fcgui.canvas.weight_editing import WeightEditing
from fcgui_core.place import Place


class CanvasMenus(QObject):
    """Menus over ``widget``; a verb that is chosen is told, an activation is wished for at once."""

    chosen = Signal(object)  # Verb
    input_left_out = Signal(int)

    def __init__(self, widget: QWidget, stage: Stage, pointer: Pointer, weights: WeightEditing) -> None:
        super().__init__(widget)
        self._widget, self._stage, self._pointer, self._weights = widget, stage, pointer, weights

    @property
    def _editing(self) -> Editing:
        return self._pointer.editing

    def open_activations(self) -> None:
        """The menu of activations, below the header of the selected layer."""
        drawn, layer = self._editing.drawn, self._editing.selection
        if drawn is None or layer is None or layer == INPUTS:
            self._editing.refuse()
            return
        corner = self._stage.layout.header(layer + 1).chip.bottomLeft().toPoint()
        self._open(activation_menu(self._widget, drawn, layer), self._widget.mapToGlobal(corner))

    def open(self, event: QContextMenuEvent) -> None:
        """Everything that can be done to what is under the mouse, or to the selected layer by the keyboard."""
        drawn, at = self._editing.drawn, event.globalPos()
        if drawn is None:
            return
        selection = self._editing.selection
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self._stage.hit(QPointF(event.pos()))
            place = self._weights.place_of(hit)
            if place is not None:
                self._open_weight(place, QPointF(event.pos()), at)
                return
            if hit.part is Part.NEURON and hit.layer == INPUTS and hit.neuron is not None:
                self._open_input(drawn, hit.neuron, at)
                return
            self._editing.select(None if hit.part in (Part.EDGE, Part.CAPTION, Part.INSERT) else hit.layer)
        elif selection is not None:
            at = self._widget.mapToGlobal(self._stage.layout.header(selection + 1).chip.center().toPoint())
        self._open(self._layer_menu(drawn), at)

    def _open_input(self, drawn: Drawn, number: int, at: QPoint) -> None:
        self._editing.select(INPUTS)
        menu = self._layer_menu(drawn)
        leave_out = input_action(menu, drawn, number)
        leave_out.triggered.connect(partial(self.input_left_out.emit, number))
        self._open(menu, at)

    def _layer_menu(self, drawn: Drawn) -> QMenu:
        pictures = self._stage.pictured.all_large
        return layer_menu(self._widget, drawn, self._editing.selection, pictures=pictures)

    def _open_weight(self, place: Place, here: QPointF, at: QPoint) -> None:
        frozen = place in self._stage.frozen
        menu, edit, freeze = weight_menu(self._widget, frozen=frozen)
        edit.triggered.connect(partial(self._weights.edit, place, here))
        freeze.triggered.connect(partial(self._weights.frozen.emit, place, not frozen))
        self._pointer.cancel()
        menu.popup(at)

    def _open(self, menu: QMenu, at: QPoint) -> None:
        self._pointer.cancel()  # the menu gets the release that would have ended a gesture
        menu.triggered.connect(self._menu_chosen)
        menu.popup(at)

    @Slot(QAction)
    def _menu_chosen(self, action: QAction) -> None:
        wish = action.data()
        if isinstance(wish, Verb):
            self.chosen.emit(wish)
        elif isinstance(wish, Activate):
            self._editing.activate(wish.index, wish.activation)
