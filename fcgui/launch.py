"""Opens the window, and runs the program until it is closed."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from fcgui.app import App
from fcgui.interrupt import Interrupt
from fcgui_core.state_text import is_state_text


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with our name, style and settings."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setStyle("Fusion")
    application.setApplicationName("fcgui")
    application.setOrganizationName("fcgui")
    application.setDesktopFileName("fcgui")
    return application


def run(file: str | None = None) -> int:
    """Open the window, on the iris example or on ``file``, and return the exit code when it is closed."""
    application = make_application(sys.argv[:1])
    app = App()
    app.begin()
    app.window.show()
    app.project_work.recovery.offer(app.window)
    if file is not None and is_state_text(file):
        app.project_work.line.show_text(file)
    elif file is not None:
        app.begin_with(file)
    interrupt = Interrupt(app)
    interrupt.happened.connect(app.interrupt)
    code = application.exec()
    interrupt.end()
    return code
