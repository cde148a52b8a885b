"""The command line: which command, and what becomes of everything that goes wrong.

Exit codes: 0 done; 1 a problem with the user's data or files, told in one line on stderr; 2 wrong usage; 130
stopped by Ctrl-C. Never a traceback. A window (and with it Qt) is imported only when one is opened.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from fcgui.terminal import tell
from fcgui_core.errors import FcguiError, SpecError, TableError
from fcgui_core.files import exists
from fcgui_core.state_text import is_state_text, read_state

COMMANDS = ("train", "predict", "export", "inspect", "generate")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (without the program's name); return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        meant = _command_meant(arguments)
        if meant:
            return _told(f"there is no command {arguments[0]}; did you mean {meant}?", 2)
        code = _run_command(arguments) if arguments and arguments[0] in COMMANDS else _open_window(arguments)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse: --help, --version or wrong usage
        return stop.code if isinstance(stop.code, int) else 2
    except KeyboardInterrupt:
        return _told("stopped; nothing was written.", 130)
    except SpecError as error:
        return _told(str(error), 2)
    except FcguiError as error:
        return _told(str(error), 1)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except MemoryError:
        return _told("there is not enough memory for this.", 1)
    except Exception as error:  # noqa: BLE001 - the last resort: a person gets a sentence, never a traceback
        return _told(f"something unexpected went wrong ({type(error).__name__}: {error}).", 1)
    return code


def _run_command(arguments: list[str]) -> int:
    from fcgui import commands, generated, options

    given = options.command_parser().parse_args(arguments)
    run = {"train": commands.train, "predict": commands.predict, "export": commands.export,
           "inspect": commands.inspect, "generate": generated.run}[given.command]  # fmt: skip
    return run(given)


def _command_meant(arguments: list[str]) -> str:
    """The command that a first word is a slip of; "" if it is a command, an option, a file, or none of these."""
    if not arguments or arguments[0] in COMMANDS or arguments[0].startswith("-") or exists(arguments[0]):
        return ""
    return next(iter(difflib.get_close_matches(arguments[0], COMMANDS, n=1, cutoff=0.7)), "")


def _open_window(arguments: list[str]) -> int:
    from fcgui import options, system_check

    given = options.window_parser().parse_args(arguments)
    if given.file is not None and is_state_text(given.file):
        read_state(given.file)  # a damaged line is told here, before there is a window
    elif given.file is not None and not exists(given.file):
        raise TableError(f"{given.file}: there is no such file.")
    problem = system_check.problem()
    if problem is not None:
        return _told(problem, 1)
    from fcgui.launch import run

    return run(given.file)


def _told(message: str, code: int) -> int:
    """Write one line on stderr, without control characters that a file may have brought in."""
    with suppress(OSError, ValueError):
        tell(" ".join(message.split()))
        sys.stderr.flush()
    return code


def _speak_utf8() -> None:
    """Class names of any script can be written whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a test's stream lacks it
