"""The same training on other rows: new noise or newly painted points change the data, not what was learned."""

from __future__ import annotations

from fcgui_core.trainer import Trainer


def carry_on(old: Trainer, new: Trainer) -> None:
    """Give ``new`` (the same network and settings on other rows) the weights and the course of ``old``.

    Weights, optimiser, epochs, steps, curves and random numbers go on. An epoch that was begun begins again, early
    stopping counts anew, and a training that had ended may go on. Raises `SpecError` for another network or seed.
    """
    fresh, state = new.state(), old.state()
    state |= {name: fresh[name] for name in ("order", "position", "early_stopping", "message")}
    if old.ended:
        state["status"] = "paused"
    new.restore(state)
    new.goal = old.goal
