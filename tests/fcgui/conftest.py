"""Fixtures of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from fcgui import recovery
from fcgui.app import App
from fcgui.launch import make_application
from tests.fcgui.helpers import rested


@pytest.fixture(autouse=True)
def english_numbers() -> Iterator[None]:
    """Thousands are grouped by the default locale, which a test of another language leaves behind."""
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.fixture
def unexpected_errors() -> list[str]:
    """What went wrong inside the program of ``app``; a test that expects errors clears it."""
    return []


@pytest.fixture
def app(qtbot: QtBot, unexpected_errors: list[str]) -> Iterator[App]:
    """The program on the iris example, its window shown, at rest."""
    make_application(["fcgui"])
    program = App()  # takes the hook by which pytest-qt would hear of errors in slots and event handlers
    program.errors.happened.connect(unexpected_errors.append)
    program.begin()
    program.window.resize(1280, 720)
    program.window.show()
    qtbot.waitExposed(program.window)
    rested(qtbot, program)
    yield program
    program.project_work.close_anyway()
    program.end()
    assert not unexpected_errors, "\n".join(unexpected_errors)


@pytest.fixture
def own_recovery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is kept aside in a folder of the test's own."""
    monkeypatch.setattr(recovery, "folder", lambda: tmp_path / "kept aside")
