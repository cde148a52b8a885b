"""What has to be right before Qt is imported, told in one sentence instead of an abort.

Qt ends the process, without a Python traceback, when a system library or the screen is missing, and one pair
of versions loses references until it crashes. Everything here runs before the first Qt import, so nothing
here imports Qt, NumPy or the rest of fcgui: start.py loads this file by its path, before anything is there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Loader = Callable[[str], object]


@dataclass(frozen=True)
class Library:
    """A shared library that PySide6's wheels expect from the system, and the Debian package that has it."""

    soname: str
    package: str


ALWAYS = (  # Qt itself, also without a screen
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
)
X11 = (
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
)
WAYLAND = (Library("libwayland-cursor.so.0", "libwayland-cursor0"),)

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
OLDEST_GLIBC = (2, 34)  # PySide6's wheels are built against it
X11_PORT = 6000  # display 0; display n listens at 6000 + n
CONNECT_SECONDS = 2.0


def problem(environ: Mapping[str, str] = os.environ) -> str | None:
    """The first thing that keeps the window from opening, as one sentence, or ``None``."""
    return version_problem() or screen_problem(environ) or library_problem(window_libraries(environ))


# --- versions ---


def version_problem(
    python: tuple[int, int] = sys.version_info[:2], pyside: str | None = None, glibc: str | None = None
) -> str | None:
    """PySide6 6.12 on a Python before 3.12 drops references to True, False and None until it aborts.

    ``pyside`` and ``glibc`` are the installed versions where they are not given. Measured: 6.11 on 3.11 and
    6.12 on 3.12 are sound.
    """
    glibc = _installed_glibc() if glibc is None else glibc
    if glibc and _numbers(glibc) < OLDEST_GLIBC:
        return f"Qt needs glibc 2.34 or newer (Debian 12, Ubuntu 22.04), and this system has {glibc}"
    if python >= (3, 12):
        return None
    pyside = _installed_pyside() if pyside is None else pyside
    if _numbers(pyside) < (6, 12):
        return None
    return (
        f"PySide6 {pyside} crashes on Python {python[0]}.{python[1]}: install PySide6-Essentials 6.11 "
        "(pip install 'PySide6-Essentials<6.12') or use Python 3.12 or newer"
    )


def _installed_pyside() -> str:
    from importlib.metadata import PackageNotFoundError, version

    for name in ("PySide6-Essentials", "PySide6"):
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return ""


def _installed_glibc() -> str:
    """``2.36``; empty where the C library is another one."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        name, _, number = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (OSError, ValueError):  # another C library
        return ""
    return number if name == "glibc" else ""


def _numbers(version: str) -> tuple[int, ...]:
    """The leading two numbers of a version: ``6.12.0a1`` -> ``(6, 12)``."""
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


# --- the screen ---


def screen_problem(
    environ: Mapping[str, str] = os.environ, command: str = "fcgui", platform: str = sys.platform
) -> str | None:
    """Why no window can open here, and what works without one; ``None`` if it can, as far as can be told."""
    if not platform.startswith(("linux", "freebsd", "openbsd")) or _platforms(environ):
        return None
    return (
        f"There is no screen here ({_tried(environ)}), so no window can open; `fcgui train` does the same "
        f"job without one, for example: {command} train iris --hidden 200,100,50 --out w.npz"
    )


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """Those of Qt's ways to a screen that lead somewhere: ``wayland``, ``xcb``, or the one asked for."""
    asked = environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if asked and not asked.startswith(("xcb", "wayland")):
        return [asked]  # offscreen, vnc, eglfs: as the user says
    reachable = {"wayland": _wayland_answers(environ), "xcb": _x_answers(environ.get("DISPLAY", ""))}
    return [name for name, answers in reachable.items() if answers and (not asked or asked.startswith(name))]


def _tried(environ: Mapping[str, str]) -> str:
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if environ.get(name):
            return f"nothing answers at {name}={environ[name]}"
    return "neither DISPLAY nor WAYLAND_DISPLAY is set"


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY")
    if not name:
        return "WAYLAND_SOCKET" in environ
    return (Path(environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _x_answers(display: str) -> bool:
    """Whether an X server listens at ``display``, as in ``:0``, ``:1.0`` or ``localhost:10.0``."""
    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _listens(path) or _listens("\0" + path)
    return _listens((host, X11_PORT + int(number)))


def _listens(address: str | tuple[str, int]) -> bool:
    import socket

    if sys.platform == "win32":
        return False
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, CONNECT_SECONDS).close()
            return True
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(CONNECT_SECONDS)
            connection.connect(address)
    except OSError:
        return False
    return True


# --- system libraries ---


def window_libraries(environ: Mapping[str, str] = os.environ, loads: Loader = ctypes.CDLL) -> tuple[Library, ...]:
    """The libraries for a window on this screen; of two ways to it, those of the way that lacks less."""
    ways = [{"xcb": X11, "wayland": WAYLAND}.get(name, ()) for name in _platforms(environ)]
    return ALWAYS + min(ways, key=lambda way: len(missing(way, loads)), default=())


def missing(libraries: Iterable[Library], loads: Loader = ctypes.CDLL) -> list[Library]:
    """Those that the system's loader does not find; none where the wheels bring everything along."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in libraries if not _loads(library.soname, loads)]


def _loads(soname: str, loads: Loader) -> bool:
    try:
        loads(soname)
    except OSError:
        return False
    return True


def library_problem(libraries: Iterable[Library], loads: Loader = ctypes.CDLL) -> str | None:
    """The missing libraries and the line that installs them, as one sentence, or ``None``."""
    lacking = missing(libraries, loads)
    if not lacking:
        return None
    names = ", ".join(library.soname for library in lacking)
    return f"Qt needs system libraries that are not here ({names}); {_remedy(lacking)}"


def _remedy(lacking: Sequence[Library]) -> str:
    if shutil.which("apt-get") is None:
        return "install the packages of your system that hold them"
    return "install them with: sudo apt-get install " + " ".join(library.package for library in lacking)


def has_fonts(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether the system has a font at all; without one Qt draws boxes. Linux only: others always have."""
    if not sys.platform.startswith("linux"):
        return True
    endings = {".ttf", ".otf", ".ttc", ".pfb"}
    return any(path.suffix in endings for folder in folders for path in Path(folder).rglob("*"))
