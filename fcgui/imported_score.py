"""Whether imported weights do on a table what their file says they did."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from fcgui.document import Document
from fcgui_core.snapshot import Snapshot
from fcgui_core.weights_file import Model

SAME = 0.0006  # scores that differ by less are the same: half a thousandth, as they are told
SAMPLED_ROWS, SAMPLED = 1_000, 0.03  # beyond so many rows a snapshot looks at a sample, and differs by chance


class ImportedScore(QObject):
    """Tells once, when imported weights are first shown on a table, whether their test score is that of the file."""

    same = Signal(str)  # they do; one sentence
    other = Signal(str)  # they do not: this is another table, or other rows of it are for testing

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: Model | None = None

    @Slot(object)
    def wait_for(self, model: Model) -> None:
        """Compare these weights with what their file says, as soon as they have a snapshot."""
        self._waiting = model

    def check(self, snapshot: Snapshot | None) -> None:
        """A snapshot is shown: if it is that of the weights which wait, compare."""
        model, project = self._waiting, self._document.project
        if model is None or snapshot is None or project.data is None or project.imported is not model:
            return  # a large table is still being prepared
        self._waiting = None
        stored, same = stored_score(model), same_score(model, snapshot, len(project.data.test_rows))
        if snapshot.step or stored is None or same is None:
            return
        assert snapshot.test is not None
        name = self.tr("accuracy") if stored[0] == "accuracy" else self.tr("R²")
        words = (
            self.tr("Test {name} {now}, as stored in the file.")
            if same
            else self.tr(
                "The test {name} is {now} here, but the file says {stored}: this is another table, or other rows of it "
                "are for testing."
            )
        )
        sentence = words.format(name=name, now=f"{snapshot.test.score:.3f}", stored=f"{stored[1]:.3f}")
        (self.same if same else self.other).emit(sentence)


def epochs_before(model: Model | None) -> int:
    """How many epochs weights had been trained before they came from their file; 0 where that is not known."""
    told = 0 if model is None else model.metrics.get("epochs")
    return told if isinstance(told, int) and 0 <= told < 10**12 else 0


def stored_score(model: Model) -> tuple[str, float] | None:
    """The test score that a weights file tells: "accuracy" or "r2", and its value."""
    told = model.metrics.get("test")
    if not isinstance(told, Mapping):
        return None
    name = told.get("score_name", "accuracy" if "accuracy" in told else "r2")
    value = told.get("score", told.get(str(name)))
    if name not in ("accuracy", "r2") or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return str(name), float(value)


def same_score(model: Model, snapshot: Snapshot, test_rows: int) -> bool | None:
    """Whether the weights score on this table's test rows what their file tells; None where nothing can be compared."""
    stored = stored_score(model)
    if stored is None or snapshot.test is None or snapshot.test.score_name != stored[0]:
        return None
    allowed = SAME if test_rows <= SAMPLED_ROWS else SAMPLED
    return bool(abs(snapshot.test.score - stored[1]) <= allowed)
