"""The verbs that change nothing but what is seen: zoom, which neurons are drawn, the focus, lines or pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot
from PySide6.QtWidgets import QWidget

from fcgui.canvas.editing import Verb
from fcgui.canvas.focusing import Focusing
from fcgui.canvas.stage import Stage
from fcgui.canvas.weight_editing import WeightEditing

VIEW = (Verb.ZOOM_IN, Verb.ZOOM_OUT, Verb.FIT, Verb.MATRIX)  # of the whole drawing
OF_LAYER = (Verb.NEURON, Verb.ACTIVE, Verb.UPWARDS, Verb.DOWNWARDS, Verb.WEIGHT)  # of the selected one


class Looking(QObject):
    """Carries them out on what ``widget`` draws."""

    told = Signal(str)  # why not
    pictured = Signal(bool)  # whether large matrices are pictures now

    def __init__(self, stage: Stage, focusing: Focusing, weights: WeightEditing, widget: QWidget) -> None:
        super().__init__(widget)
        self._stage, self._focusing, self._weights, self._widget = stage, focusing, weights, widget

    def view(self, verb: Verb) -> None:
        """A verb of ``VIEW``."""
        if verb is Verb.FIT:
            self._stage.view.zoom_to(1.0, QPointF())
        elif verb is Verb.MATRIX:
            self.show_pictures(not self._stage.pictured.all_large)
        else:
            self._stage.view.zoom_by(1 if verb is Verb.ZOOM_IN else -1, QRectF(self._widget.rect()).center())

    @Slot(bool)
    def show_pictures(self, pictures: bool) -> None:
        """Show large matrices as pictures, or their strongest weights as lines."""
        self._weights.close()
        self._stage.picture_large(pictures)
        self.pictured.emit(pictures)

    def look(self, verb: Verb, layer: int) -> None:
        """A verb of ``OF_LAYER``."""
        if verb is Verb.NEURON:
            self._focusing.enter(layer)
        elif verb is Verb.ACTIVE:
            self._stage.show_active(layer)
        elif verb in (Verb.UPWARDS, Verb.DOWNWARDS):
            rows = max(len(self._stage.layout.columns[layer + 1].shown) - 1, 1)
            if not self._stage.scroll_layer(layer, rows if verb is Verb.DOWNWARDS else -rows):
                self.told.emit(self.tr("All neurons of this layer are drawn."))
        elif self._focusing.at is None:
            self.told.emit(self.tr("Focus a neuron first: click it, or press N."))
        else:
            self._weights.edit_neuron(*self._focusing.at)
