"""The whole main job in a process of its own, under a real X server."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT
from tests.xserver import XServer

LIMIT_S = 180


def test_the_main_job_under_a_real_x_server(xvfb: XServer) -> None:
    """Runs `main_job.py`, whose warnings, Qt messages and leaks are failures; its exit code counts, not its words."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/journeys/main_job.py"]
    done = subprocess.run(
        command, cwd=ROOT, env=xvfb.environment, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    assert "1 passed" in done.stdout
