"""Early stopping: when to stop, and the best weights so far."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from fcgui_core.tape import Array


class EarlyStopping:
    """Remembers the weights of the lowest loss, and how many epochs have passed without a lower one."""

    def __init__(self) -> None:
        self.best_loss = math.inf
        self.best_epoch = 0
        self.best_parameters: Array | None = None
        self.waited = 0

    @property
    def known_best_epoch(self) -> int | None:
        """The epoch of the lowest loss; None before the first loss is noted."""
        return None if self.best_parameters is None else self.best_epoch

    def is_over(self, epoch: int, loss: float, parameters: Array, patience: int) -> bool:
        """Note the loss after ``epoch``; True if it has not improved for ``patience`` epochs."""
        if loss < self.best_loss:
            self.best_loss, self.best_epoch, self.waited = loss, epoch, 0
            self.best_parameters = parameters.copy()
            return False
        self.waited += 1
        return self.waited >= patience

    def state(self) -> dict[str, Any]:
        """Everything, for ``restore``."""
        best = self.best_parameters
        return vars(self) | {"best_parameters": None if best is None else best.copy()}

    def restore(self, state: dict[str, Any]) -> None:
        """Back to ``state``."""
        vars(self).update(state)
        best = state["best_parameters"]
        self.best_parameters = None if best is None else np.array(best)
