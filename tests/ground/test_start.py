"""start.py: what it decides, and what it says where it can't go on."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT


@pytest.fixture
def start(monkeypatch, tmp_path):
    """start.py as a module of its own for each test, whose ``.venv`` is an empty folder."""
    spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(module, "VENV", tmp_path)
    return module


def run_start(*words, **environment):
    names = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, str(ROOT / "start.py"), *words]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=60)


def test_help_needs_nothing():
    done = run_start("--help")
    assert done.returncode == 0
    assert "python3 start.py" in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")
@pytest.mark.parametrize("words", [[], ["table.csv"], ["--no-system"]])
def test_without_a_screen_it_says_so_in_one_sentence_and_names_the_way_without(words):
    done = run_start(*words)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "no screen" in line
    assert "`fcgui train`" in line
    assert "python3 start.py train iris" in line


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        ([], set(), []),
        (["test", "-k", "leaks"], set(), ["test", "-k", "leaks"]),
        (["--no-system", "--peers", "test"], {"--no-system", "--peers"}, ["test"]),
        (["--no-system", "iris.csv"], {"--no-system"}, ["iris.csv"]),
        (["train", "iris", "--no-system"], set(), ["train", "iris", "--no-system"]),  # fcgui's business
    ],
)
def test_its_own_options_stand_first(start, arguments, options, words):
    assert start.split_options(arguments) == (options, words)


def test_the_words_that_need_no_window_are_those_of_the_command_line(start):
    from fcgui.cli import COMMANDS

    assert {*COMMANDS, "--help", "-h", "--version"} == start.WITHOUT_WINDOW


def test_an_old_python_is_one_sentence(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 2))
    assert start.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "3.11 or newer" in line
    assert "3.10.2" in line


def test_without_a_venv_module_it_says_which_package_has_it(start, monkeypatch):
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(start.SetupError, match=r"apt-get install python3\.\d+-venv"):
        start.provide_venv_module(may_install=False)


@pytest.mark.parametrize("text", [None, "", "[]", "{not json"])
def test_a_missing_or_broken_stamp_is_no_stamp(start, text):
    if text is not None:
        start.STAMP.write_text(text)
    assert start.read_stamp() == {}


def test_what_is_installed_already_is_not_installed_again(start, monkeypatch):
    asked = []
    monkeypatch.setattr(start, "pip", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(start, "PYTHON", start.Path(sys.executable))
    start.provide_environment("test", may_install=False)
    assert len(asked) == 3
    start.provide_environment("test", may_install=False)
    start.provide_environment("", may_install=False)  # the window needs no more than the tests do
    assert len(asked) == 3
    monkeypatch.setattr(start, "setup_fingerprint", lambda: "another")  # pyproject.toml changed
    start.provide_environment("", may_install=False)
    assert len(asked) == 6
    start.provide_environment("test", may_install=False)
    assert len(asked) == 9


def test_a_second_start_costs_less_than_a_tenth_of_a_second(start, monkeypatch):
    import time

    monkeypatch.setattr(start, "pip", lambda *arguments: None)
    monkeypatch.setattr(start, "PYTHON", start.Path(sys.executable))
    start.provide_environment("", may_install=False)
    begin = time.perf_counter()
    start.provide_environment("", may_install=False)
    assert time.perf_counter() - begin < 0.1


def test_one_failed_check_fails_the_command_whatever_was_printed(start, monkeypatch, capsys):
    monkeypatch.setattr(start, "provide_libraries", lambda *arguments, **options: None)
    monkeypatch.setattr(start, "provide_environment", lambda *arguments: None)
    aborts = "import os; print('200 passed', flush=True); os.abort()"
    commands = {"ruff": [sys.executable, "-c", ""], "pytest": [sys.executable, "-c", aborts]}
    monkeypatch.setattr(start, "test_commands", lambda options: commands)
    assert start.run_tests([], may_install=False) == 1
    shown = capsys.readouterr().out
    assert re.search(r"^ruff +ok$", shown, re.MULTILINE)
    assert re.search(r"^pytest +FAILED, exit code ", shown, re.MULTILINE)
    commands["pytest"] = [sys.executable, "-c", ""]
    assert start.run_tests([], may_install=False) == 0


def test_every_direct_requirement_has_its_exact_version_and_hashes(start):
    project = tomllib.loads(start.PYPROJECT.read_text("utf-8"))
    for requirement in [*start.requirements(project, "test"), "pip"]:
        name = re.match(r"[A-Za-z0-9.-]+", requirement).group().lower()
        assert "--hash=sha256:" in start.pinned(name)


def test_every_version_in_the_constraints_has_hashes(start):
    blocks = re.split(r"\n(?=[a-z])", start.CONSTRAINTS.read_text("utf-8"))[1:]
    assert len(blocks) > 20
    for block in blocks:
        assert re.match(r"[a-z0-9-]+==[\w.]+", block)
        assert block.count("--hash=sha256:") >= 1


def test_constraints_keep_the_crashing_pair_apart(start):
    text = start.CONSTRAINTS.read_text("utf-8")
    (old,) = re.findall(r"^pyside6-essentials==(\S+) ; python_full_version < '3\.12'", text, re.MULTILINE)
    assert tuple(map(int, old.split("."))) < (6, 12)
