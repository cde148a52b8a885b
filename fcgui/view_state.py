"""What the window shows of a project, beside the project itself: kept in its file, and over a change of language."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractButton

from fcgui.main_window import MainWindow
from fcgui.project import Project


def read_view(window: MainWindow, project: Project) -> dict[str, Any]:
    """The columns of the decision view by name, the page, which switches are on, and which parts are left out."""
    data, pair = project.data, window.regions.columns
    names = () if data is None else data.seen.preparation.feature_names
    columns = [] if pair is None else [names[at] for at in pair if at is not None]
    switches = {name: switch.isChecked() for name, switch in _switches(window).items()}
    pictures = window.canvas.stage.pictured.all_large
    return {
        "columns": columns,
        "page": window.pages.currentIndex(),
        "pictures": pictures,
        "switches": switches,
        "hidden": window.parts.hidden,
    }


def show_view(window: MainWindow, project: Project, view: dict[str, Any]) -> None:
    """Show it again; what a view says of things that are not there, as one from a file may, is left alone."""
    names = () if project.data is None else project.data.seen.preparation.feature_names
    columns, page, pictures, switches = (view.get(name) for name in ("columns", "page", "pictures", "switches"))
    if isinstance(view.get("hidden"), list):
        window.parts.hide(view["hidden"])
    if isinstance(columns, list) and 0 < len(columns) <= 2 and all(name in names for name in columns):
        pair = [names.index(name) for name in columns]
        window.regions.choose_columns(pair[0], pair[1] if len(pair) > 1 else None)
    if type(page) is int and 0 <= page < window.pages.count():
        window.pages.setCurrentIndex(page)
    if type(pictures) is bool:
        window.canvas.show_pictures(pictures)
    for name, switch in _switches(window).items():
        on = switches.get(name) if isinstance(switches, dict) else None
        if type(on) is bool:
            switch.setChecked(on)


def _switches(window: MainWindow) -> dict[str, QAbstractButton]:
    return {
        "log scale": window.loss.log_scale,
        "score": window.loss.score,
        "smooth": window.loss.smooth,
        "test points": window.regions.test_points,
        "one scale": window.weights.one_scale,
    }
