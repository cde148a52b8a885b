"""What the gallery shows: the bundled tables, the generated sets, and empty sheets to paint on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from fcgui.bundled import Card, find_datasets
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui_core.roles import Task
from fcgui_core.synthetic import SETS, GeneratedSet

Kind = Literal["bundled", "generated", "sheet"]


@dataclass(frozen=True)
class Entry:
    """One tile: its kind and its name there, and its words; ``facts`` are rows × columns and what is learned."""

    kind: Kind
    name: str
    title: str
    facts: str
    task: Task
    description: str
    source: str = ""  # licence and attribution of a bundled table

    def matches(self, wanted: str) -> bool:
        """Whether every word of ``wanted`` is somewhere in what is said of it."""
        text = " ".join((self.name, self.title, self.facts, core_text(self.task), self.description)).casefold()
        return all(word in text for word in wanted.casefold().split())


def entries() -> list[Entry]:
    """All entries in the order of the gallery, in the language of the window."""
    return [
        *(_sheet(task) for task in ("classification", "regression")),
        *(_generated(one) for one in SETS.values()),
        *(_bundled(card) for card in find_datasets()),
    ]


def _bundled(card: Card) -> Entry:
    facts = f"{grouped(card.rows)} × {len(card.columns)} · {_task(card.task)}"
    source = f"{core_text(card.licence)} · {card.attribution}" if card.attribution else core_text(card.licence)
    return Entry("bundled", card.name, core_text(card.title), facts, card.task, core_text(card.description), source)


def _generated(one: GeneratedSet) -> Entry:
    facts = QCoreApplication.translate("gallery", "generated") + f" · {_task(one.task)}"
    return Entry("generated", one.name, core_text(one.title), facts, one.task, core_text(one.description))


def _task(task: Task) -> str:
    if task == "classification":
        return QCoreApplication.translate("gallery", "classes")
    return QCoreApplication.translate("gallery", "numbers")


def _sheet(task: Task) -> Entry:
    facts = QCoreApplication.translate("gallery", "your own points")
    if task == "classification":
        title = QCoreApplication.translate("gallery", "Paint classes")
        words = QCoreApplication.translate("gallery", "An empty sheet: paint points of up to eight classes.")
    else:
        title = QCoreApplication.translate("gallery", "Paint values")
        words = QCoreApplication.translate("gallery", "An empty sheet: paint points with a value, shown as colour.")
    return Entry("sheet", task, title, facts, task, words)
