"""What keeps Qt from starting is told in one sentence, before Qt is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fcgui import system_check
from fcgui.system_check import ALWAYS, WAYLAND, X11

only_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of Linux's loader and X11")


def refusing(*sonames):
    def load(soname):
        if soname in sonames:
            raise OSError(soname)

    return load


@pytest.mark.parametrize(
    ("python", "pyside", "bad"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 11), "6.13.1", True),
        ((3, 11), "7.0", True),
        ((3, 11), "6.11.3", False),
        ((3, 11), "6.9", False),
        ((3, 12), "6.12.0", False),
        ((3, 14), "6.13.0", False),
        ((3, 11), "", False),  # not installed: the import will say so
    ],
)
def test_the_pair_of_versions_that_crashes(python, pyside, bad):
    sentence = system_check.version_problem(python, pyside, glibc="2.36")
    assert (sentence is not None) == bad
    if bad:
        assert pyside in sentence
        assert "3.12" in sentence


def test_the_installed_pair_is_sound():
    assert system_check.version_problem() is None


@pytest.mark.parametrize(("glibc", "bad"), [("2.33", True), ("2.34", False), ("2.41", False), ("", False)])
def test_an_old_glibc(glibc, bad):
    assert (system_check.version_problem((3, 13), "6.12.0", glibc) is not None) == bad


@only_linux
@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":4711"}, "DISPLAY=:4711"),
        ({"DISPLAY": "nonsense"}, "DISPLAY=nonsense"),
        ({"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nowhere"}, "WAYLAND_DISPLAY=wayland-4711"),
        ({"QT_QPA_PLATFORM": "xcb"}, "neither"),
    ],
)
def test_no_screen_is_one_sentence_that_names_the_way_without(environment, word):
    sentence = system_check.screen_problem(environment)
    assert word in sentence
    assert "`fcgui train`" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "minimal;xcb"])
def test_a_platform_that_was_asked_for_needs_no_screen(platform):
    assert system_check.screen_problem({"QT_QPA_PLATFORM": platform}) is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_screen(platform):
    assert system_check.screen_problem({}, platform=platform) is None


def test_a_real_x_server_is_a_screen(xvfb):
    assert system_check.screen_problem({"DISPLAY": xvfb.display}) is None
    assert system_check.problem({"DISPLAY": xvfb.display}) is None


def test_a_wayland_socket_is_a_screen(tmp_path):
    (tmp_path / "wayland-0").touch()
    assert system_check.screen_problem({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}) is None


@only_linux
def test_missing_libraries_are_named_with_the_line_that_installs_them(monkeypatch):
    monkeypatch.setattr("fcgui.system_check.shutil.which", lambda name: f"/usr/bin/{name}")
    sentence = system_check.library_problem(ALWAYS, refusing("libEGL.so.1", "libdbus-1.so.3"))
    assert "(libEGL.so.1, libdbus-1.so.3)" in sentence
    assert sentence.endswith("sudo apt-get install libegl1 libdbus-1-3")


@only_linux
def test_without_apt_only_the_libraries_are_named(monkeypatch):
    monkeypatch.setattr("fcgui.system_check.shutil.which", lambda name: None)
    sentence = system_check.library_problem(ALWAYS, refusing("libEGL.so.1"))
    assert "libEGL.so.1" in sentence
    assert "apt-get" not in sentence


@only_linux
def test_the_libraries_are_those_of_the_way_to_the_screen(xvfb, tmp_path):
    (tmp_path / "wayland-0").touch()
    wayland = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    both = wayland | {"DISPLAY": xvfb.display}
    nothing_missing = refusing()
    assert system_check.window_libraries({"DISPLAY": xvfb.display}, nothing_missing) == ALWAYS + X11
    assert system_check.window_libraries(wayland, nothing_missing) == ALWAYS + WAYLAND
    assert system_check.window_libraries({"QT_QPA_PLATFORM": "offscreen"}, nothing_missing) == ALWAYS
    # Two ways, one of them broken: Qt takes the other, so nothing has to be installed.
    assert system_check.window_libraries(both, refusing("libwayland-cursor.so.0")) == ALWAYS + X11
    assert system_check.window_libraries(both, refusing("libxcb-cursor.so.0")) == ALWAYS + WAYLAND


def test_the_check_itself_brings_no_qt_and_no_numpy():
    heavy = "[name for name in ('PySide6', 'shiboken6', 'numpy') if name in sys.modules]"
    program = f"import sys; from fcgui import system_check; system_check.problem({{}}); print({heavy})"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
