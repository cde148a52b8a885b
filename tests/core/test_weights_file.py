"""The weights file: NumPy alone reads it, we read nothing else, and a failure leaves the old file whole."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.activations import ACTIVATIONS
from fcgui_core.errors import FcguiError, FileError, SpecError
from fcgui_core.exports import export, to_script
from fcgui_core.files import atomic_write, check_writable
from fcgui_core.network import Network
from fcgui_core.preparation import prepare
from fcgui_core.roles import guess_roles
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings
from fcgui_core.table import Table
from fcgui_core.weights_file import FORMAT, Model, load_weights, save_weights
from tests.core.test_table import CLASSES, COUNT, NOISE, table_of

TABLE = table_of(Id=COUNT, x=NOISE, z=NOISE[::-1], colour=["red", "blue"] * 20, y=CLASSES)


def make_model(target: str = "y", activation: str = "relu", dtype: Any = "float32", table: Table = TABLE) -> Model:
    data = prepare(table, guess_roles(table, target))
    output = "identity" if data.task == "regression" else "sigmoid"
    spec = NetworkSpec(data.n_features, (LayerSpec(6, activation), LayerSpec(1, output)))
    settings = TrainingSettings(loss="mse" if data.task == "regression" else "bce", seed=5)
    network = Network(spec, 5, dtype)
    return Model(spec, network.parameters, data.preparation, settings, 5, dtype, {"test": {"r2": float("nan")}})


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("target", ["y", "z"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_it_comes_back_whole(tmp_path: Path, target: str, activation: str, dtype: str) -> None:
    model = make_model(target, activation, dtype)
    save_weights(tmp_path / "w.npz", model)
    again = load_weights(tmp_path / "w.npz")
    assert (again.parameters == model.parameters).all() and again.parameters.dtype == dtype
    assert (again.spec, again.settings, again.seed, again.dtype) == (model.spec, model.settings, 5, dtype)
    assert again.preparation.to_dict() == model.preparation.to_dict()
    assert again.metrics == {"test": {"r2": None}}
    assert (again.predict(TABLE) == model.predict(TABLE)).all()


def test_numpy_alone_reads_it(tmp_path: Path) -> None:
    save_weights(tmp_path / "w.npz", make_model("y", "maxout"))
    with np.load(tmp_path / "w.npz", allow_pickle=False) as file:
        arrays = dict(file)
    shapes = {name: array.shape for name, array in arrays.items()}
    assert shapes == {
        "W1": (2, 4, 6),
        "b1": (2, 1, 6),
        "W2": (6, 1),
        "b2": (1, 1),
        "activations": (2,),
        "feature_names": (4,),
        "classes": (2,),
        "x_mean": (4,),
        "x_scale": (4,),
        "loss": (),
        "format": (),
        "spec": (),
    }
    assert str(arrays["format"]) == FORMAT and arrays["activations"].tolist() == ["maxout", "sigmoid"]
    assert all(array.dtype.kind in "fU" for array in arrays.values())
    save_weights(tmp_path / "r.npz", make_model("z"))
    with np.load(tmp_path / "r.npz", allow_pickle=False) as file:
        assert {"y_mean", "y_scale"} <= set(file) and "classes" not in file


@pytest.mark.parametrize(("target", "units", "needed"), [("y", 3, 2), ("z", 2, 1)])
def test_outputs_that_the_data_has_not(target: str, units: int, needed: int) -> None:
    model = make_model(target)
    spec = NetworkSpec(model.spec.n_inputs, (LayerSpec(units, "identity"),))
    with pytest.raises(SpecError, match=f"has {units} outputs, but the data needs {needed}"):
        replace(model, spec=spec, parameters=Network(spec).parameters)


def test_two_outputs_for_two_classes(tmp_path: Path) -> None:
    model = make_model()
    spec = NetworkSpec(model.spec.n_inputs, (LayerSpec(2, "softmax"),))
    save_weights(tmp_path / "w.npz", replace(model, spec=spec, parameters=Network(spec).parameters))
    assert load_weights(tmp_path / "w.npz").spec == spec


def with_long_text(place: str, length: int) -> Table:
    """A hundred columns, and one long text in one of them."""
    long = "n" * length
    columns: dict[str, Any] = {f"x{at}": NOISE for at in range(100)}
    columns |= {"colour": ["red", long if place == "a category" else "blue"] * 20}
    columns |= {long if place == "the name of a column" else "x": NOISE}
    columns |= {"y": ["a", long if place == "a class" else "b"] * 20}
    return table_of(**columns)


@pytest.mark.parametrize("place", ["the name of a column", "a category", "a class"])
def test_long_texts_come_back(tmp_path: Path, place: str) -> None:
    model = make_model(table=with_long_text(place, 100_000))
    save_weights(tmp_path / "w.npz", model)
    assert load_weights(tmp_path / "w.npz").preparation.to_dict() == model.preparation.to_dict()


@pytest.mark.parametrize("place", ["the name of a column", "a category"])
def test_nothing_is_saved_that_could_not_be_loaded(tmp_path: Path, place: str) -> None:
    model = make_model(table=with_long_text(place, 200_000))
    with pytest.raises(FileError, match="too long for a weights file"):
        save_weights(tmp_path / "w.npz", model)
    assert not list(tmp_path.iterdir())


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def npy(array: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, **options)
    return buffer.getvalue()


def with_spec(parts: dict[str, bytes], change: Callable[[dict[str, Any]], object]) -> dict[str, bytes]:
    described = json.loads(str(np.load(io.BytesIO(parts["spec.npy"]))))
    change(described)
    return parts | {"spec.npy": npy(np.array(json.dumps(described)))}


DAMAGED: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    "a member lacks": lambda p: {name: part for name, part in p.items() if name != "W2.npy"},
    "a member too many": lambda p: p | {"W9.npy": npy(np.zeros(3))},
    "another format": lambda p: p | {"format.npy": npy(np.array("fcgui-weights/9"))},
    "no format": lambda p: {name: part for name, part in p.items() if name != "format.npy"},
    "another shape": lambda p: p | {"W1.npy": npy(np.zeros((6, 4), "f4"))},
    "another dtype": lambda p: p | {"W1.npy": npy(np.zeros((4, 6), "f8"))},
    "Fortran order": lambda p: p | {"W1.npy": npy(np.asfortranarray(np.zeros((4, 6), "f4")))},
    "big-endian": lambda p: p | {"W1.npy": npy(np.zeros((4, 6), ">f4"))},
    "objects": lambda p: p | {"W1.npy": npy(np.array([{}], dtype=object), allow_pickle=True)},
    "not a number": lambda p: p | {"W1.npy": npy(np.full((4, 6), np.nan, "f4"))},
    "cut short": lambda p: p | {"W1.npy": p["W1.npy"][:-1]},
    "something behind": lambda p: p | {"W1.npy": p["W1.npy"] + b"x"},
    "a header only": lambda p: p | {"W1.npy": p["W1.npy"][:6]},
    "empty": lambda p: p | {"spec.npy": b""},
    "a bomb": lambda p: p | {"W1.npy": p["W1.npy"] + bytes(50_000_000)},
    "a shape that overflows": lambda p: p | {"W1.npy": p["W1.npy"].replace(b"(4, 6)", b"(2**33, 2**33)")},
    "names that disagree": lambda p: p | {"feature_names.npy": npy(np.array(["a", "b", "c", "d"]))},
    "means that disagree": lambda p: p | {"x_mean.npy": npy(np.zeros(4))},
    "a loss that disagrees": lambda p: p | {"loss.npy": npy(np.array("mse"))},
    "spec is no JSON": lambda p: p | {"spec.npy": npy(np.array("{"))},
    "spec is a list": lambda p: p | {"spec.npy": npy(np.array("[]"))},
    "spec is deep": lambda p: p | {"spec.npy": npy(np.array("[" * 100_000))},
    "spec has a NaN": lambda p: p | {"spec.npy": npy(np.array('{"seed": NaN}'))},
    "spec has a name twice": lambda p: p | {"spec.npy": npy(np.array('{"seed": 1, "seed": 2}'))},
    "true units": lambda p: with_spec(p, lambda s: s["network"]["layers"][0].update(units=True)),
    "giant units": lambda p: with_spec(p, lambda s: s["network"]["layers"][0].update(units=10**12)),
    "unknown activation": lambda p: with_spec(p, lambda s: s["network"]["layers"][0].update(activation="os.system")),
    "unknown setting": lambda p: with_spec(p, lambda s: s["settings"].update(magic=1)),
    "no preparation": lambda p: with_spec(p, lambda s: s.pop("preparation")),
    "another dtype in spec": lambda p: with_spec(p, lambda s: s.update(dtype="object")),
    "a text as seed": lambda p: with_spec(p, lambda s: s.update(seed="0")),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / "w.npz"
    save_weights(path, make_model())
    pack(path, DAMAGED[name](members(path)))
    with pytest.raises(FileError, match=r"^w\.npz: ") as caught:
        load_weights(path)
    assert "\n" not in str(caught.value)


def test_it_is_packed_as_we_expect(tmp_path: Path) -> None:
    # so that the table above tests the damage and not the packing
    save_weights(tmp_path / "w.npz", make_model())
    pack(tmp_path / "w.npz", members(tmp_path / "w.npz"))
    load_weights(tmp_path / "w.npz")


def test_mutated_bytes_load_or_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    save_weights(path, make_model())
    base, rng = path.read_bytes(), np.random.default_rng(0)
    for _ in range(400):
        changed = bytearray(base)
        for at in rng.integers(0, len(base), 3):
            changed[at] = rng.integers(0, 256)
        path.write_bytes(bytes(changed))
        try:
            assert np.isfinite(load_weights(path).parameters).all()
        except FileError:
            continue


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "not an ordinary file"),
        (lambda path: path.write_bytes(b""), "not a sound"),
        (lambda path: path.write_text("a,b\n1,2\n"), "not a sound"),
        (lambda path: np.savez(path, a=np.zeros(3)), "not a weights file"),
        pytest.param(
            lambda path: os.mkfifo(path),
            "not an ordinary file",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here"),
        ),
    ],
)
def test_what_is_no_weights_file(tmp_path: Path, make: Any, message: str) -> None:
    make(tmp_path / "w.npz")
    with pytest.raises(FileError, match=message):
        load_weights(tmp_path / "w.npz")


# --- writing ---


def write_and_fail(path: Path, trouble: Exception) -> None:
    with atomic_write(path) as file:
        file.write(b"half of the n")
        raise trouble


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    path.write_bytes(b"old")
    for trouble, told in (
        (RuntimeError("ours"), "ours"),
        (OSError(28, "No space left on device"), "no space left"),
    ):
        with pytest.raises((RuntimeError, FileError), match=told):
            write_and_fail(path, trouble)
    assert [entry.name for entry in tmp_path.iterdir()] == ["w.npz"] and path.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="links and permission bits as POSIX has them")
def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "w.npz", tmp_path / "w.npz"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    with atomic_write(link) as file:
        file.write(b"new")
    assert link.is_symlink() and target.read_bytes() == b"new" and target.stat().st_mode & 0o777 == 0o640
    dangling = tmp_path / "later.npz"
    dangling.symlink_to(tmp_path / "real" / "later.npz")
    with atomic_write(dangling) as file:
        file.write(b"new")
    assert (tmp_path / "real" / "later.npz").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "folder"),
        ("none/w.npz", "does not exist"),
        ("x" * 300, "cannot be"),
        ("a\0b", "cannot be the name"),
        ("loop", "cannot be the name"),
    ],
)
def test_unusable_names(tmp_path: Path, name: str, message: str) -> None:
    if name == "loop":
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(FileError, match=message), atomic_write(tmp_path / name) as file:
        file.write(b"")


def test_a_device_is_refused() -> None:
    with pytest.raises(FileError, match="ordinary"):
        check_writable(os.devnull)


# --- other formats ---


@pytest.mark.parametrize("target", ["y", "z"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_script_gives_the_same_answers(target: str, activation: str) -> None:
    model = make_model(target, activation, "float64")
    names: dict[str, Any] = {"__name__": "model"}
    exec(compile(to_script(model), "model.py", "exec"), names)
    raw = model.preparation.encode(TABLE)
    assert np.abs(names["outputs"](raw) - model.predict(TABLE)).max() < 1e-9
    if target == "y":
        assert set(names["answers"](raw)) <= {"a", "b"}
    else:
        assert names["answers"](raw) == pytest.approx(model.preparation.raw_target(model.predict(TABLE))[:, 0])


def test_a_large_script_keeps_every_bit() -> None:
    data = prepare(TABLE, guess_roles(TABLE))
    spec = NetworkSpec(data.n_features, (LayerSpec(100), LayerSpec(100), LayerSpec(1, "sigmoid")))
    model = replace(make_model(), spec=spec, parameters=Network(spec, 1).parameters)
    names: dict[str, Any] = {"__name__": "model"}
    exec(compile(to_script(model), "model.py", "exec"), names)
    assert all((W == V).all() for W, V in zip(names["WEIGHTS"], model.weights, strict=True))


def test_json(tmp_path: Path) -> None:
    model = make_model()
    export(model, tmp_path / "w.json")
    data = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert data["format"] == "fcgui-json/1" and data["classes"] == ["a", "b"]
    assert (np.array(data["layers"][0]["W"], "f4") == model.weights[0]).all()


@pytest.mark.parametrize(("name", "to"), [("w.xyz", None), ("w", None), ("w.json", "xyz")])
def test_unknown_formats(tmp_path: Path, name: str, to: str | None) -> None:
    with pytest.raises(FcguiError, match="known are npz, json, py"):
        export(make_model(), tmp_path / name, to)
    assert not list(tmp_path.iterdir())


def test_a_file_name_cannot_get_out_of_the_scripts_words() -> None:
    script = to_script(make_model(), '"""\nimport os\n"""')
    assert "import os\n" not in script
    compile(script, "model.py", "exec")
