"""What an edit does to a run, in words: every control says it before it is used.

Drawn from the two tables that decide it, `document.EFFECTS` and `session.KEEPING`, so that a control cannot promise
something else than what happens.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fcgui.effects import EFFECTS, Effect
from fcgui.panels.form import Field
from fcgui.runs import KEEPING

Fate = Literal["live", "kept", "anew"]

# Parts of a kept field that ask another question, so that nothing learned answers it (`runs.heirs_of`).
OTHER_QUESTION = frozenset({"roles.target", "roles.task"})
MARK = "↺"


def fate_of(field: str) -> Fate:
    """What becomes of a run when ``field`` of the project ("scale", "training.l2", "roles.target") changes.

    Training settings without an entry of their own have that of "training". Raises `KeyError` for no field.
    """
    effect = EFFECTS[field] if field in EFFECTS else EFFECTS[field.partition(".")[0]]
    if effect is not Effect.REBUILD:
        return "live"
    kept = field.partition(".")[0] in KEEPING and field not in OTHER_QUESTION
    return "kept" if kept else "anew"


def effect_sentence(field: str) -> str:
    """The sentence for a control's tooltip: what changing ``field`` does to the training."""
    return {
        "live": QCoreApplication.translate("Effects", "Changes while training runs."),
        "kept": QCoreApplication.translate("Effects", "Keeps what was learned, as far as that is possible."),
        "anew": QCoreApplication.translate("Effects", "Starts training anew."),
    }[fate_of(field)]


def with_effect(tip: str, field: str) -> str:
    """A tooltip with the sentence on what a change of ``field`` does, on a line of its own."""
    return f"{tip}\n{effect_sentence(field)}"


def tell_effect(control: Field | QWidget, field: str) -> None:
    """Add the sentence to a control's tooltip; a caption gets a mark where a change starts training anew."""
    if not isinstance(control, Field):
        control.setToolTip(with_effect(control.toolTip(), field))
        return
    for widget in (control.label, control.control):
        widget.setToolTip(with_effect(widget.toolTip(), field))
    if fate_of(field) == "anew":
        legend = QCoreApplication.translate("Effects", "{mark} marks what starts training anew when it changes.")
        control.show_mark(MARK, legend.format(mark=MARK))
