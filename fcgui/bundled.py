"""The bundled tables: where they lie, what their cards say, and reading them."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from fcgui_core.errors import TableError
from fcgui_core.read_csv import read_table
from fcgui_core.roles import Roles, guess_roles
from fcgui_core.table import Table


@dataclass(frozen=True)
class Card:
    """What is known about a bundled table. ``columns`` maps each column to its meaning and unit."""

    name: str  # "iris": what `fcgui train` takes
    title: str
    source: str
    licence: str
    attribution: str
    task: Literal["classification", "regression"]
    target: str
    columns: Mapping[str, str]
    rows: int
    description: str
    path: Path = Path()

    __hash__ = object.__hash__


def datasets_folder() -> Path:
    """Return the folder of the bundled tables: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "datasets", package.parent / "datasets"):
        if (folder / "iris.csv").is_file():
            return folder
    raise TableError("the bundled tables are missing: install fcgui again.")


@cache
def _cards() -> tuple[Card, ...]:
    cards = [_card(path) for path in datasets_folder().glob("*.json")]
    return tuple(sorted(cards, key=lambda card: (card.name != "iris", card.name)))


def _card(path: Path) -> Card:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    known = {field.name for field in fields(Card)} - {"path"}
    return Card(**{name: data[name] for name in known}, path=path.with_suffix(".csv"))


def find_datasets() -> list[Card]:
    """Return the cards of all bundled tables, iris first and then by name."""
    return list(_cards())


def card_of(name: str) -> Card:
    """Return the card of the bundled table ``name``; `TableError` naming those there are."""
    for card in _cards():
        if card.name == name.casefold():
            return card
    names = [card.name for card in _cards()]
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise TableError(f'there is no bundled table "{name}"; {hint}bundled are {", ".join(names)}.')


def load_dataset(name: str) -> Table:
    """Return the bundled table called ``name``; `TableError` naming those there are when there is none."""
    return read_table(card_of(name).path)


def dataset_roles(name: str, table: Table) -> Roles:
    """Return the roles that the card of a bundled table names: its target and task, the rest guessed."""
    card = card_of(name)
    roles = guess_roles(table, card.target, task=card.task)
    return replace(roles, target_reason="as its card says", task_reason="as its card says")


def is_bundled(name: str) -> bool:
    """Whether ``name`` is the name of a bundled table."""
    return any(card.name == name.casefold() for card in _cards())
