"""A real X server without a screen (Xvfb), for tests of a window that runs in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

from fcgui.system_check import ALWAYS, X11, library_problem

NOT_HERE = (
    "Xvfb is not installed, so no real window can be opened here (on Debian: apt-get install xvfb; "
    "`python3 start.py test` does that as root)"
)


@dataclass(frozen=True)
class XServer:
    """A running Xvfb; ``environment`` is what a process needs to open its window there."""

    process: subprocess.Popen[bytes]
    display: str

    @property
    def environment(self) -> dict[str, str]:
        """The present environment with this display, without Wayland and the other tests' ``offscreen``."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("WAYLAND_")}
        return inherited | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def stop(self) -> None:
        """End the server and wait until it has ended."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_xvfb(size: str = "1440x900x24") -> XServer | str:
    """The running server, or the sentence that says why there is none.

    The server itself picks a free display number and writes it into the pipe when it is ready, so nothing is
    guessed and nothing has to be waited for by sleeping.
    """
    program = shutil.which("Xvfb")
    if program is None:
        return NOT_HERE
    lacking = library_problem((*ALWAYS, *X11))
    if lacking is not None:
        return lacking
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as ready:
        number = ready.readline().strip()
    if not number:
        return f"Xvfb ended with exit code {process.wait()} before it was ready"
    return XServer(process, f":{number}")
