"""The bundled tables: where they lie, what their cards say, and reading them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fcgui_core.table import Table


@dataclass(frozen=True)
class Card:
    """What is known about a bundled table. ``columns`` maps each column to its meaning and unit."""

    name: str  # "iris": what `fcgui train` takes
    title: str
    source: str
    licence: str
    task: Literal["classification", "regression"]
    target: str
    columns: Mapping[str, str]
    rows: int
    description: str
    attribution: str = ""
    path: Path = Path()


def find_datasets() -> list[Card]:
    """Return the cards of all bundled tables, iris first and then by name."""
    raise NotImplementedError


def load_dataset(name: str) -> Table:
    """Return the bundled table called ``name``; `TableError` naming those there are when there is none."""
    raise NotImplementedError
