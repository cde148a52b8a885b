from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fcgui.canvas.canvas import NetworkCanvas
from fcgui.theme import Theme
from fcgui_core.spec import NetworkSpec
from tests.fcgui.canvas.cases import IRIS, Owner


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform says this of every least size and every menu, and means nothing by it."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(r"does not support (propagateSizeHints|raise|grabbing)"))


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme("light")


@pytest.fixture
def owner(qtbot: QtBot, theme: Theme) -> Callable[..., Owner]:
    """Makes a canvas with somebody who answers its intents, shown in a size and with the keyboard's focus."""

    def make(spec: NetworkSpec = IRIS, size: tuple[int, int] = (620, 350)) -> Owner:
        canvas = NetworkCanvas(theme)
        qtbot.addWidget(canvas)
        canvas.resize(*size)
        made = Owner(canvas, spec)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.activateWindow()
        canvas.setFocus()
        qtbot.waitUntil(canvas.hasFocus)
        return made

    return make
