"""The program as it is started and ended from a terminal, under a real X server."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.xserver import XServer

LIMIT_S = 30
# Prints a line when the window is on the screen; an interrupt is the default one, whoever starts the tests.
PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path[:0] = ["core"]
from PySide6.QtCore import QTimer
from fcgui.launch import run
from fcgui.main_window import MainWindow
shown = MainWindow.show
def show(window):
    shown(window)
    QTimer.singleShot(200, lambda: print("shown", flush=True))
MainWindow.show = show
sys.exit(run(None))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to another process")
def test_control_c_closes_the_window(xvfb: XServer) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=xvfb.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "shown\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, errors
    assert errors == ""
