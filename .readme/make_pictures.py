"""Makes the README's pictures from the real window.

    xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python .readme/make_pictures.py

Each picture is a person's window after some training, drawn by the program itself.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "core")]

from fcgui.app import App  # noqa: E402 - after the path
from fcgui.launch import make_application  # noqa: E402 - after the path
from fcgui_core.spec import LayerSpec  # noqa: E402 - the platform is chosen before

SIZE = (1440, 900)


def spin(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(name: str, scheme: str, data: str, hidden: tuple[LayerSpec, ...], selected: int, epochs: int) -> None:
    """Train the network for some epochs in a window of ``scheme`` and save what it shows."""
    QSettings().setValue("scheme", scheme)
    QSettings().setValue("language", "en")
    app = App()
    app.begin()
    app.files.open_example(data)
    app.document.change("hidden", hidden=hidden)
    app.window.resize(*SIZE)
    app.window.show()
    spin(300)
    app.showing.select(selected)
    app.session.run(epochs=epochs)
    while app.session.expecting:
        spin(50)
    spin(1500)  # the regions are refined at rest
    image = app.window.grab().toImage()
    image.save(str(HERE / f"{name}.png"))
    app.project_work.close_anyway()
    app.end()
    spin(50)


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        make_application(["fcgui"])
        lecture = (LayerSpec(200, "relu"), LayerSpec(100, "relu"), LayerSpec(50, "relu"))
        picture("iris-light", "light", "iris", lecture, 0, 60)
        picture("penguins-dark", "dark", "penguins", (LayerSpec(8, "tanh"), LayerSpec(6, "tanh")), 1, 150)


if __name__ == "__main__":
    main()
