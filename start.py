#!/usr/bin/env python3
"""The two commands that set everything up, with nothing but Python's standard library.

    python3 start.py          open the window on the iris example
    python3 start.py test     run the tests and every other check

Either makes ``.venv`` beside this file, installs the project with the exact versions of constraints.txt
(their hashes are checked), and on Debian-like systems, as root or through sudo, the system libraries that Qt
lacks. A stamp in ``.venv`` says what is installed, so the second start goes straight to the window.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "fcgui-stamp.json"
CONSTRAINTS = ROOT / "constraints.txt"
PYPROJECT = ROOT / "pyproject.toml"
OLDEST_PYTHON = (3, 11)
IS_WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if IS_WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if IS_WINDOWS else "python")

# What fcgui does without a window, so that it runs on a machine without a screen too.
WITHOUT_WINDOW = frozenset({"train", "predict", "export", "inspect", "generate", "--help", "-h", "--version"})

# PyTorch for the tests that compare with it. Linux's default build brings gigabytes of GPU libraries, which
# nothing here needs, so there only a CPU build will do; it is found where pip is set up to find one.
TORCH = "torch==2.13.0+cpu" if sys.platform.startswith("linux") else "torch>=2.5"

USAGE = """usage: python3 start.py [--no-system] [FILE | train ... | predict ... | export ... | inspect ... |
       generate ...]
       python3 start.py [--no-system] [--peers] test [pytest options]

Sets everything up (once), then opens the window, on FILE if one is given, or does what `fcgui` does with
these words; `python3 start.py train --help` tells more. `test` runs ruff, mypy, import-linter and pytest.

  --no-system  install no system libraries
  --peers      also install scikit-learn and PyTorch (CPU), for the tests that compare with them
"""


class SetupError(Exception):
    """Something to be put right before fcgui can run; the message says what and how, in one sentence."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks for and return its exit code."""
    options, words = split_options(arguments)
    if words[:1] in (["--help"], ["-h"]):
        print(USAGE, end="")
        return 0
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise SetupError(old_python())
        may_install = "--no-system" not in options
        if words[:1] == ["test"]:
            return run_tests(words[1:], may_install, peers="--peers" in options)
        return run_fcgui(words, may_install)
    except SetupError as error:
        print(f"start.py: {error}", file=sys.stderr)
        return 1


def split_options(arguments: list[str]) -> tuple[set[str], list[str]]:
    """start.py's own options, which stand first, and the words that follow them."""
    known = {"--no-system", "--peers"}
    count = next((i for i, word in enumerate(arguments) if word not in known), len(arguments))
    return set(arguments[:count]), arguments[count:]


def old_python() -> str:
    """The sentence for a Python that is too old."""
    here = ".".join(str(number) for number in sys.version_info[:3])
    return f"fcgui needs Python 3.11 or newer, and this is Python {here} (try python3.12 start.py)"


# --- the two commands ---


def run_fcgui(words: list[str], may_install: bool) -> int:
    """Open the window, or do one of fcgui's jobs without one."""
    checks = system_check()
    if not WITHOUT_WINDOW & set(words[:1]):
        no_screen = checks.screen_problem(command="python3 start.py")
        if no_screen is not None:
            raise SetupError(no_screen)
        provide_libraries(checks.window_libraries(), may_install)
    provide_environment("", may_install)
    # -P: a numpy.py in the folder that one happens to be in is not ours.
    return replace_process([str(PYTHON), "-P", "-m", "fcgui", *words])


def run_tests(pytest_options: list[str], may_install: bool, peers: bool = False) -> int:
    """Run every check, tell each exit code, and return 0 only if all of them are 0."""
    checks = system_check()
    # The X11 ones are for the tests that open a real window; without them or Xvfb those are skipped.
    provide_libraries(checks.ALWAYS, may_install, wanted=checks.X11, programs={"Xvfb": "xvfb"})
    provide_environment("test", may_install)
    if peers:
        provide_peers()
    results = {name: run_check(name, command) for name, command in test_commands(pytest_options).items()}
    print("\n" + summary(results))
    return 0 if not any(results.values()) else 1


def test_commands(pytest_options: list[str]) -> dict[str, list[str]]:
    """What is run, by the name that it has in the summary; the quick ones first."""
    python = str(PYTHON)
    return {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "import-linter": [str(SCRIPTS / "lint-imports"), "--no-logo"],
        "pytest": [python, "-m", "pytest", *pytest_options],
    }


def run_check(name: str, command: list[str]) -> int:
    """Run one check in the project's folder; its exit code, where negative is the signal that ended it."""
    print(f"\n=== {name}", flush=True)
    return subprocess.run(command, cwd=ROOT).returncode


def summary(results: dict[str, int]) -> str:
    """One line for each check: a pytest that prints "200 passed" and then aborts has failed all the same."""
    return "\n".join(
        f"{name:<14} {'ok' if code == 0 else f'FAILED, exit code {code}'}" for name, code in results.items()
    )


def replace_process(command: list[str]) -> int:
    """Go on as another program, so that nothing of this one stays; Windows has only a child for that."""
    if not IS_WINDOWS:
        os.execv(command[0], command)
    try:
        return subprocess.run(command).returncode
    except KeyboardInterrupt:
        return 130


# --- the Python environment ---


def provide_environment(extra: str, may_install: bool) -> None:
    """Make ``.venv`` and install the project with one of its extras into it, unless that has been done."""
    done = read_stamp()
    fingerprint = setup_fingerprint()
    if done.get("fingerprint") == fingerprint and extra in ["", *done.get("extras", [])] and PYTHON.exists():
        return
    if not python_works():
        make_venv(may_install)
    say(f"Installing fcgui and what it needs into {VENV.name} (once; it downloads about 180 MB)")
    project = read_project()
    install_pip()
    pip("install", "--constraint", str(CONSTRAINTS), *requirements(project, extra))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    kept = done.get("extras", []) if done.get("fingerprint") == fingerprint else []
    STAMP.write_text(json.dumps({"fingerprint": fingerprint, "extras": sorted({*kept, extra} - {""})}), "utf-8")


def read_stamp() -> dict[str, Any]:
    """What start.py has installed here; nothing for a ``.venv`` that was made by hand."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def setup_fingerprint() -> str:
    """Changes with anything that decides what is installed; with the folder too: the install points to it."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (PYPROJECT, CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_project() -> dict[str, Any]:
    """The tables of pyproject.toml."""
    import tomllib

    return tomllib.loads(PYPROJECT.read_text("utf-8"))


def requirements(project: dict[str, Any], extra: str) -> list[str]:
    """What pip is asked for: the dependencies, those of the extra, and what builds the project."""
    declared = project["project"]
    optional = declared["optional-dependencies"][extra] if extra else []
    return sorted({*declared["dependencies"], *optional, *project["build-system"]["requires"]})


def install_pip() -> None:
    """The pip of constraints.txt: those that come with Python take no hashes from a constraints file."""
    requirement = VENV / "pip-requirement.txt"
    requirement.write_text(pinned("pip"), "utf-8")
    pip("install", "--requirement", str(requirement))


def pinned(name: str) -> str:
    """The lines of constraints.txt for one package: ``name==version`` and its hashes."""
    _, start, rest = f"\n{CONSTRAINTS.read_text('utf-8')}".partition(f"\n{name}==")
    if not start:
        raise SetupError(f"constraints.txt does not name {name}: take the file from the repository again")
    lines = (start.lstrip() + rest).splitlines()
    count = next((i for i, line in enumerate(lines) if not line.endswith("\\")), len(lines))
    return "\n".join(lines[: count + 1]) + "\n"


def python_works() -> bool:
    """Whether ``.venv`` has a Python that starts, is new enough and has pip; not if its base is gone."""
    if not PYTHON.exists():
        return False
    test = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return subprocess.run([str(PYTHON), "-c", test], capture_output=True).returncode == 0


def make_venv(may_install: bool) -> None:
    """Make ``.venv``; Debian keeps the module for it in a package of its own."""
    provide_venv_module(may_install)
    say(f"Making {VENV.name}")
    if run_setup([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise SetupError(f"Python could not make {VENV}: its lines above say why")


def provide_venv_module(may_install: bool) -> None:
    """Python's ensurepip, without which ``venv`` makes an environment that nothing can be installed into."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if may_install and apt_prefix() is not None:
        apt_install([package])
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            "this Python comes without its venv module (ensurepip): install it first, on Debian and Ubuntu "
            f"with sudo apt-get install {package}"
        )


def pip(*arguments: str) -> None:
    """Run the environment's pip; quiet unless someone watches."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *quiet, *arguments]
    if subprocess.run(command, cwd=ROOT).returncode:
        raise SetupError("pip could not install what fcgui needs: its lines above say why; start.py can be run again")


def provide_peers() -> None:
    """scikit-learn and PyTorch, for the tests that compare with them, and are skipped without them."""
    for requirement in ("scikit-learn>=1.6", TORCH):
        try:
            pip("install", requirement)
        except SetupError:
            say(f"{requirement} is not to be had here; the tests that compare with it will be skipped")


# --- the system ---


def system_check() -> ModuleType:
    """fcgui/system_check.py, loaded by its path: nothing is installed yet."""
    path = ROOT / "fcgui" / "system_check.py"
    spec = importlib.util.spec_from_file_location("fcgui_system_check", path)
    if spec is None or spec.loader is None:
        raise SetupError(f"{path} is missing: take the file from the repository again")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def provide_libraries(
    needed: tuple[Any, ...],
    may_install: bool,
    wanted: tuple[Any, ...] = (),
    programs: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Install the system libraries, programs and the font that are missing, where that can be done."""
    checks = system_check()
    lacking = [library.package for library in checks.missing((*needed, *wanted))]
    lacking += [package for program, package in programs.items() if not has_program(program)]
    lacking += [] if checks.has_fonts() else [checks.FONT_PACKAGE]
    if lacking and may_install and apt_prefix() is not None:
        apt_install(lacking)
    problem = checks.library_problem(needed)
    if problem is not None:
        raise SetupError(problem)


def has_program(name: str) -> bool:
    """Whether ``name`` is on the path; X servers without a screen are a matter of Linux only."""
    return not sys.platform.startswith("linux") or shutil.which(name) is not None


def apt_prefix() -> list[str] | None:
    """What stands before apt-get: nothing for root, sudo where it can be answered, else ``None``."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    silent = subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo"] if silent or sys.stdin.isatty() else None


def apt_install(packages: list[str]) -> None:
    """Install Debian packages, asking for fresh lists where the present ones do not have them.

    Whether it worked is seen by what is there afterwards, so a failure is not an error here.
    """
    prefix = apt_prefix() or []
    say(f"Installing system packages: {' '.join([*prefix, 'apt-get', 'install', *packages])}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    has_lists = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    if has_lists and run_setup(install) == 0:
        return
    run_setup([*apt, "update"])
    run_setup(install)


def run_setup(command: list[str]) -> int:
    """Run one step of the set-up; it prints to stderr, since stdout belongs to `fcgui train --json`."""
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode


def say(text: str) -> None:
    """Tell what is being done."""
    print(f"start.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
