"""The repository itself: what stands at its top, and what never stands in it."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.conftest import ROOT

TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "constraints.txt",
    "core",
    "datasets",
    "fcgui",
    "pyproject.toml",
    "start.py",
    "tests",
}
PACKAGE_HOSTS = r"pythonhosted\.org|pypi\.org|test\.pypi|anaconda\.org|conda\.io|download\.pytorch\.org"
MACHINE_PATHS = r"/(home|Users|root|work)/\w|[A-Z]:\\\\Users"
BINARY = {".png", ".npz", ".qm", ".ico", ".icns", ".gif", ".webp", ".jpg"}


@pytest.fixture(scope="module")
def files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout, so there is no list of files to look at")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def text_of(path):
    return "" if path.suffix in BINARY else path.read_text("utf-8", errors="replace")


def test_nothing_stands_at_the_top_beside_the_agreed_folders(files):
    top = {path.relative_to(ROOT).parts[0] for path in files}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("pattern", [PACKAGE_HOSTS, MACHINE_PATHS], ids=["package hosts", "paths of a machine"])
def test_no_file_names(files, pattern):
    here = ROOT / "tests" / "ground" / "test_repository.py"
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files
        if path != here and (match := re.search(pattern, text_of(path)))
    ]
    assert not found


def test_there_is_no_lock_file_and_no_python_version(files):
    assert not {path.name for path in files} & {"uv.lock", "poetry.lock", "Pipfile.lock", ".python-version"}


def test_every_tests_folder_is_a_package(files):
    folders = {path.parent for path in files if path.suffix == ".py" and (ROOT / "tests") in path.parents}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]


def test_data_folder_holds_no_python(files):
    assert not [path for path in files if path.suffix == ".py" and (ROOT / "datasets") in path.parents]


def test_both_packages_say_that_they_are_typed():
    assert (ROOT / "fcgui" / "py.typed").exists()
    assert (ROOT / "core" / "fcgui_core" / "py.typed").exists()


def test_nothing_is_large(files):
    assert not [f"{path.relative_to(ROOT)}" for path in files if path.stat().st_size > 1_500_000]
