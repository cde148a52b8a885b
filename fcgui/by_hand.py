"""Weights set and frozen by hand: what the canvas wishes for becomes a named step of the document.

An edit of a weight is an edit like another: it can be undone, and the session takes it to the trainer between two
steps. Undoing gives the one weight the value that it had before; what the others have learned since stays.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Slot

from fcgui.document import Document
from fcgui.edits import Editor, refusing
from fcgui.session import Session
from fcgui_core.errors import FcguiError
from fcgui_core.place import BIAS, Place, WeightEdit

LARGEST = 1e6  # a larger weight drowns all others and makes float32 overflow soon


class ByHand(Editor):
    """Slots for the intents of the canvas that are about one weight or bias."""

    def __init__(self, document: Document, session: Session, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._session = session

    @Slot(int, int, int, float, int)
    @refusing
    def edit_weight(self, layer: int, source: int, unit: int, value: float, piece: int) -> None:
        """The weight from ``source`` to ``unit`` becomes ``value``."""
        self._edit(Place(layer, source, unit, piece), value)

    @Slot(int, int, float, int)
    @refusing
    def edit_bias(self, layer: int, unit: int, value: float, piece: int) -> None:
        """The bias of ``unit`` becomes ``value``."""
        self._edit(Place(layer, BIAS, unit, piece), value)

    @Slot(int, int, int, bool, int)
    @refusing
    def freeze_weight(self, layer: int, source: int, unit: int, frozen: bool, piece: int) -> None:
        """Training leaves the weight as it is, or takes it along again."""
        self._freeze(Place(layer, source, unit, piece), frozen)

    @Slot(int, int, bool, int)
    @refusing
    def freeze_bias(self, layer: int, unit: int, frozen: bool, piece: int) -> None:
        """Training leaves the bias as it is, or takes it along again."""
        self._freeze(Place(layer, BIAS, unit, piece), frozen)

    def _edit(self, place: Place, value: float) -> None:
        document, snapshot = self.document, self._session.snapshot
        if snapshot is None:
            raise FcguiError(self.tr("The network is just being made; set the weight in a moment."))
        if not math.isfinite(value) or abs(value) > LARGEST:
            raise FcguiError(self.tr("A weight is a number between -1,000,000 and 1,000,000."))
        merge, edits = f"weight {place}", document.project.weight_edits
        before = float(snapshot.parameters[place.index(snapshot.spec)])
        if edits and edits[-1].place == place and document.merges(merge):
            before, edits = edits[-1].before, edits[:-1]  # a pull goes on
        name = self._name(place).format(value=f"{value:.4g}")
        document.change(name, merge, weight_edits=(*edits, WeightEdit(place, value, before)))

    def _freeze(self, place: Place, frozen: bool) -> None:
        project = self.document.project
        if project.spec is None or (place in project.frozen) == frozen:
            return
        place.index(project.spec)
        others = {other for other in project.frozen if other != place}
        if place.is_bias:
            name = self.tr("Freeze a bias") if frozen else self.tr("Let a bias learn again")
        else:
            name = self.tr("Freeze a weight") if frozen else self.tr("Let a weight learn again")
        self.document.change(name, frozen=tuple(sorted(others | {place} if frozen else others)))

    def _name(self, place: Place) -> str:
        if place.is_bias:
            text = self.tr("Layer {layer}, bias of neuron {unit}: {value}")
        else:
            text = self.tr("Layer {layer}, weight {source} to {unit}: {value}")
        return text.format(layer=place.layer + 1, source=place.input + 1, unit=place.unit + 1, value="{value}")
