"""Imports go one way: fcgui -> fcgui_core -> NumPy; and Qt comes only with a window."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT

CORE = ROOT / "core" / "fcgui_core"


def imported_packages(path):
    """The top-level names that a module imports, at any depth of its code."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.name)
def test_the_engine_imports_numpy_and_the_standard_library(path):
    others = set(imported_packages(path)) - set(sys.stdlib_module_names) - {"numpy", "fcgui_core"}
    assert not others


def test_what_is_required_is_used_and_what_is_used_is_required():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required = {re.match(r"[\w-]+", line).group() for line in project["dependencies"]}
    modules = {"PySide6" if name == "PySide6-Essentials" else name for name in required}
    paths = [*CORE.rglob("*.py"), *(ROOT / "fcgui").rglob("*.py")]
    used = {name for path in paths for name in imported_packages(path)} - {"fcgui", "fcgui_core", "shiboken6"}
    assert used - set(sys.stdlib_module_names) == modules


COMMAND_LINE = (
    "__main__", "blas", "bundled", "choosing", "cli", "commands", "defaults", "generated", "options", "predicting",
    "reports", "system_check", "tables", "terminal",
)  # fmt: skip


@pytest.mark.parametrize("module", ["fcgui_core", "fcgui", *(f"fcgui.{name}" for name in COMMAND_LINE)])
def test_neither_engine_nor_command_line_brings_qt(module):
    program = f"import sys, {module}; print([n for n in ('PySide6', 'shiboken6') if n in sys.modules])"
    folders = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'core')!r}]; "
    shown = subprocess.run([sys.executable, "-c", folders + program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
