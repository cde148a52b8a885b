"""Fixtures of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from fcgui.app import App, make_application
from tests.fcgui.helpers import rested


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[App]:
    """The program on the iris example, its window shown, at rest."""
    make_application(["fcgui"])
    program = App()
    program.begin()
    program.window.resize(1280, 720)
    program.window.show()
    qtbot.waitExposed(program.window)
    rested(qtbot, program)
    yield program
    program.window.close()
    program.end()
