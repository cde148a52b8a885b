"""The wheel: what is in it, and that it lives beside other people's packages.

The import names `core` and `datasets` belong to others (Hugging Face's `datasets` is on many machines), so it
must bring neither, and its own tables must be found all the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.conftest import REAL_HOME, ROOT

HUGGING_FACE = "datasets==5.2.0"


def run(*command, cwd, check=True):
    """A command with the user's own home, where pip's cache is, and without our checkout in reach."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHONPATH"))}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=environment | {"HOME": REAL_HOME},
        capture_output=True,
        text=True,
        check=check,
        timeout=600,
    )


def build(target, source, folder):
    """The path of the wheel or sdist; built without build isolation, so nothing is downloaded."""
    done = run(
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        target,
        "--directory",
        folder,
        cwd=source,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = Path(folder).iterdir()
    return path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def names_in(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/RECORD")}


def test_the_wheel_brings_two_packages_and_no_name_of_other_people(wheel):
    top = {PurePosixPath(name).parts[0] for name in names_in(wheel)}
    assert {name for name in top if not name.endswith(".dist-info")} == {"fcgui", "fcgui_core"}


@pytest.mark.parametrize(
    "name",
    [
        "fcgui/__main__.py",
        "fcgui/py.typed",
        "fcgui_core/__init__.py",
        "fcgui_core/py.typed",
        "fcgui/datasets/iris.csv",
        "fcgui/datasets/iris.json",
    ],
)
def test_the_wheel_has(wheel, name):
    assert name in names_in(wheel)


def test_the_wheel_has_every_bundled_table_and_every_file_of_the_packages(wheel):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout, so there is no list of files to compare with")
    tracked = [name for name in listed.stdout.split("\0") if name.startswith(("fcgui/", "core/", "datasets/"))]
    wanted = {name.removeprefix("core/").replace("datasets/", "fcgui/datasets/", 1) for name in tracked}
    assert wanted <= names_in(wheel)


def test_the_wheel_built_from_the_sdist_is_the_same(wheel, sdist, tmp_path):
    run(sys.executable, "-m", "tarfile", "--extract", sdist, tmp_path / "unpacked", cwd=tmp_path)
    (source,) = (tmp_path / "unpacked").iterdir()
    (tmp_path / "wheel").mkdir()
    assert names_in(build("wheel", source, tmp_path / "wheel")) == names_in(wheel)


@pytest.fixture(scope="module")
def shared_environment(wheel, tmp_path_factory):
    """The programs of a fresh environment with the wheel and Hugging Face's ``datasets``, and without Qt."""
    folder = tmp_path_factory.mktemp("shared") / "venv"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [
        programs / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
    ]
    got = run(*pip, HUGGING_FACE, "numpy", "threadpoolctl", cwd=folder, check=False)
    if got.returncode:
        pytest.skip(f"{HUGGING_FACE} cannot be installed here: {got.stderr.strip().splitlines()[-1]}")
    run(*pip, "--no-deps", wheel, cwd=folder)
    return programs


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_both_packages_named_datasets_work_in_one_environment(shared_environment, tmp_path):
    program = """
import datasets
from fcgui.bundled import find_datasets, load_dataset

theirs = datasets.Dataset.from_dict({"x": [1.0, 2.0], "y": [0, 1]})
assert theirs.to_dict()["x"] == [1.0, 2.0]
assert "fcgui" not in datasets.__file__

assert "iris" in {card.name for card in find_datasets()}
assert load_dataset("iris").n_rows == 150
print("both")
"""
    shown = run(shared_environment / "python", "-c", program, cwd=tmp_path, check=False)
    assert shown.stdout == "both\n", shown.stderr


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_installed_command_trains_without_qt(shared_environment, tmp_path):
    command = [shared_environment / "fcgui", "train", "iris", "--hidden", "8", "--epochs", "2", "--json"]
    done = run(*command, "--out", "w.npz", cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"] == 150
    assert (tmp_path / "w.npz").exists()
    has_qt = run(shared_environment / "python", "-c", "import PySide6", cwd=tmp_path, check=False)
    assert has_qt.returncode != 0
