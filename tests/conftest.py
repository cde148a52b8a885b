"""The ground of every test: no screen, settings and home of its own, nothing left behind.

Set before Qt and NumPy are imported, so it stands at the top of this file and not in a fixture.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REAL_HOME = os.environ.get("HOME", "")  # pip's cache lies there; the packaging tests hand it on

_own = Path(tempfile.mkdtemp(prefix="fcgui-tests-"))
for _name, _folder in {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "config",
    "LOCALAPPDATA": "config",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
}.items():
    (_own / _folder).mkdir(exist_ok=True)
    os.environ[_name] = str(_own / _folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# One BLAS thread: the sums come out the same on every machine, and tests run side by side.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import itertools  # noqa: E402 - the lines above must come first
from collections.abc import Iterator  # noqa: E402 - the environment is set before

import pytest  # noqa: E402 - the environment is set before
from PySide6.QtCore import QSettings  # noqa: E402 - the environment is set before

from tests.leaks import Watch, watch_starts  # noqa: E402 - the environment is set before
from tests.xserver import XServer, start_xvfb  # noqa: E402 - the environment is set before

_numbers = itertools.count()


def pytest_configure() -> None:
    watch_starts()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)  # the registry and macOS's defaults can't be moved


def pytest_unconfigure() -> None:
    shutil.rmtree(_own, ignore_errors=True)


@pytest.fixture(autouse=True)
def own_settings() -> None:
    """Every test starts with no settings saved; QSettings writes into a folder of the test's own."""
    folder = str(_own / "settings" / str(next(_numbers)))
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, folder)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails a test that leaves a window, a thread or a ticking timer. First set up, so last torn down."""
    watch = Watch()
    yield
    leaks = watch.leaks()
    if leaks:
        pytest.fail("left behind after the test:\n- " + "\n- ".join(leaks), pytrace=False)


@pytest.fixture(scope="session")
def xvfb() -> Iterator[XServer]:
    """A real X server without a screen, for a window that runs in a process of its own.

    ``subprocess.run([...], env=xvfb.environment)`` opens its window there.
    """
    server = start_xvfb()
    if isinstance(server, str):
        pytest.skip(server)
    yield server
    server.stop()
