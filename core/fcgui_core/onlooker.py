"""Looking at a network that no gradient can train (lecture L5: sign), with the same verbs as the trainer."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcgui_core.errors import SpecError
from fcgui_core.evaluation import Evaluation
from fcgui_core.history import History
from fcgui_core.network import Network
from fcgui_core.objective import row_weights
from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import TrainingSettings, check_trainable
from fcgui_core.tape import Array
from fcgui_core.trainer import MAX_EVALUATED
from fcgui_core.training_state import check_weights


class Onlooker:
    """Evaluates a network and gives out snapshots of it, but refuses to train it, with the reason."""

    def __init__(
        self,
        network: Network,
        X: Array,
        Y: Array,
        settings: TrainingSettings,
        X_test: Array | None = None,
        Y_test: Array | None = None,
        task: str = "classification",
        run_id: int = 0,
        X_validation: Array | None = None,
        Y_validation: Array | None = None,
        class_weights: Array | None = None,
    ) -> None:
        self.network, self.settings, self.run_id = network, settings, run_id
        self.epoch = self.step = 0
        parts = [(X, Y), (X_test, Y_test), (X_validation, Y_validation)]
        self._parts = [
            None if x is None or y is None or not len(x) else self._evaluation(x, y, task, class_weights)
            for x, y in parts
        ]

    def _evaluation(self, x: Array, y: Array, task: str, class_weights: Array | None) -> Evaluation:
        x, y = x[_some(len(x))], y[_some(len(x))]
        network, weights = self.network, row_weights(y, class_weights)
        return Evaluation(network.spec, network.parameters, x, y, self.settings.loss, task, weights)

    def run(self, epochs: int | None = None, steps: int | None = None) -> None:
        """Raise SpecError: it says which layer has no gradient."""
        check_trainable(self.network.spec, self.settings.loss)

    def apply(self, settings: TrainingSettings) -> None:
        """Keep other settings for a network that can be trained."""
        self.settings = settings

    def edit(self, flat: Array | None = None) -> None:
        """Take other weights: a flat vector, or None after writing into ``network.weights``."""
        if flat is not None:
            self.network.parameters[...] = flat

    def state(self) -> dict[str, Any]:
        """All that ``restore`` needs: the weights, which may have been set by hand."""
        return {"step": 0, "parameters": self.network.parameters.copy()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a ``state()`` of the same network; SpecError if it is another's or damaged."""
        check_weights(state, self.network.spec.n_parameters)
        self.edit(state["parameters"])

    def freeze(self, mask: Array | None) -> None:
        """Nothing moves here, so there is nothing to hold."""

    def snapshot(self, evaluate: bool = True) -> Snapshot:
        """The network with its metrics; always at epoch 0."""
        train, test, validation = (None if part is None else part.metrics(0.0) for part in self._parts)
        assert train is not None
        flat = self.network.parameters.copy()
        flat.flags.writeable = False
        try:
            self.run()
            reason = ""
        except SpecError as error:
            reason = str(error)
        return Snapshot(
            self.run_id, 0, 0, 0.0, self.network.spec, flat, train, test,
            History().curves(), "ready", reason, self.settings.learning_rate, validation=validation,
        )  # fmt: skip


def _some(rows: int) -> Array:
    """Row numbers spread evenly over the table: all of them, or `MAX_EVALUATED`."""
    return np.linspace(0, rows - 1, min(rows, MAX_EVALUATED)).astype(np.intp)
