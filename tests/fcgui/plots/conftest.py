from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fcgui.theme import Theme
from tests.fcgui.plots.cases import CountingSnapshot

Widget = TypeVar("Widget", bound=QWidget)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform says this of every window with a least size, and means nothing by it."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme("light")


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Widget, tuple[int, int]], Widget]:
    """Show a widget in a size and wait until it is there."""

    def show(widget: Widget, size: tuple[int, int] = (340, 260)) -> Widget:
        qtbot.addWidget(widget)
        widget.resize(*size)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def asked() -> Iterator[list[int]]:
    """How many rows each question to a counted snapshot had."""
    CountingSnapshot.asked.clear()
    yield CountingSnapshot.asked
    CountingSnapshot.asked.clear()
