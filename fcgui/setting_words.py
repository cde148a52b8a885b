"""The values of training settings in words, as the panel and the names of edits show them."""

from __future__ import annotations

from fcgui.i18n.core_texts import core_text
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.schedules import SCHEDULES
from fcgui_core.settings import Setting

LABELS = {
    "optimizer": {name: entry.label for name, entry in OPTIMIZERS.items()},
    "schedule": {name: entry.label for name, entry in SCHEDULES.items()},
}


def value_words(setting: Setting, value: object) -> str:
    """A value of a setting in the language of the window: the label of a choice, the word for none, or a number."""
    if value is None:
        return core_text(setting.none_label)
    if setting.kind == "choice":
        return core_text(LABELS[setting.name][str(value)])
    return f"{value:g}" if isinstance(value, float) else str(value)
