"""Project files: written whole, read back equal, refused with a sentence where they are not sound."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from fcgui.bundled import dataset_roles, load_dataset
from fcgui.project import Project
from fcgui.project_file import CODECS, Saved, describe_project, load_project, restore_project, save_project
from fcgui.runs import make_trainer
from fcgui_core.derived import Derived
from fcgui_core.errors import FcguiError, FileError
from fcgui_core.notation import read_layers
from fcgui_core.place import BIAS, Place, WeightEdit
from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from fcgui_core.spec import TrainingSettings
from fcgui_core.trainer import Trainer
from fcgui_core.weights_file import Model

ROWS = (f"{at / 7:.3f};{'rgb'[at % 3]};{'gut' if at % 2 else 'mies'}\n" for at in range(40))
CSV = "Größe;Farbe;Note\n" + "".join(ROWS)


def iris() -> Project:
    table = load_dataset("iris")
    return Project(table, dataset_roles("iris", table), hidden=read_layers("8 relu, 4 leaky_relu(slope=0.2)"))


def own_table(folder: Path) -> Project:
    path = folder / "own.csv"
    path.write_text(CSV, encoding="utf-8")
    table = read_table(path).with_order("Farbe", ("r", "g", "b"))
    return Project(table, guess_roles(table, "Note"), hidden=read_layers("5 tanh"))


def every_field_changed(folder: Path) -> Project:
    return replace(
        own_table(folder),
        test_size=0.2,
        validation_size=0.1,
        class_weights="balanced",
        scale="robust",
        split_seed=3,
        output="softmax",
        loss="mse",
        initializer="he_normal",
        training=TrainingSettings(optimizer="momentum", learning_rate=0.3, batch_size=None, l2=0.01, seed=9),
        dtype="float64",
        weight_edits=(WeightEdit(Place(0, BIAS, 2), 0.5, -0.25),),
        frozen=(Place(0, 1, 2),),
        derived=(Derived("square", ("Größe",)),),
    )


def equal(a: Project, b: Project) -> bool:
    """Whether two projects are the same but for the objects that hold their tables."""
    if a.table is None or b.table is None:
        return a == b
    same = a.table.names == b.table.names and all(
        (x.kind, x.order) == (y.kind, y.order) and bool(np.all((x.values == y.values) | (x.values != x.values)))
        for x, y in zip(a.table.columns, b.table.columns, strict=True)
    )
    return same and a == replace(b, table=a.table)


def test_every_field_of_the_project_is_written(tmp_path: Path) -> None:
    assert {entry.name for entry in fields(Project)} == CODECS.keys() | {"table", "imported"}
    project = every_field_changed(tmp_path)
    plain = Project()
    same = [name for name in CODECS if getattr(project, name) == getattr(plain, name)]
    assert same == ["output_parameters"]


@pytest.mark.parametrize("embed", [True, False])
def test_a_project_comes_back_as_it_was(tmp_path: Path, embed: bool) -> None:
    project = every_field_changed(tmp_path)
    save_project(tmp_path / "p.fcgui", Saved(project, None, {"x": "Größe"}), embed=embed)
    found = load_project(tmp_path / "p.fcgui")
    assert equal(project, found.project)
    assert found.view == {"x": "Größe"} and found.training is None


def test_a_bundled_table_is_written_as_its_name(tmp_path: Path) -> None:
    project = iris()
    assert project.table is not None
    project = replace(project, table=project.table.with_kinds({"Id": "categorical"}))
    save_project(tmp_path / "p.fcgui", Saved(project))
    assert equal(project, load_project(tmp_path / "p.fcgui").project)
    assert (tmp_path / "p.fcgui").stat().st_size < 3_000


def test_an_embedded_table_needs_its_file_no_more(tmp_path: Path) -> None:
    project = own_table(tmp_path)
    save_project(tmp_path / "p.fcgui", Saved(project))
    (tmp_path / "own.csv").unlink()
    assert equal(project, load_project(tmp_path / "p.fcgui").project)


def test_a_table_that_stays_in_its_file_is_looked_for_beside_the_project_too(tmp_path: Path) -> None:
    project = own_table(tmp_path)
    save_project(tmp_path / "p.fcgui", Saved(project), embed=False)
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("own.csv", "p.fcgui"):
        (tmp_path / name).rename(moved / name)
    assert equal(project, load_project(moved / "p.fcgui").project)
    (moved / "own.csv").write_text(CSV + "1;r;gut\n", encoding="utf-8")
    with pytest.raises(FileError, match="has changed since"):
        load_project(moved / "p.fcgui")
    (moved / "own.csv").unlink()
    with pytest.raises(FileError, match="put it beside the project file"):
        load_project(moved / "p.fcgui")


def test_imported_weights_come_along(tmp_path: Path) -> None:
    project = iris()
    trainer = make_trainer(project, 0)
    data, spec = project.data, project.spec
    assert data is not None and spec is not None
    model = Model(spec, trainer.network.parameters, data.preparation, project.settings)
    save_project(tmp_path / "p.fcgui", Saved(replace(project, imported=model)))
    found = load_project(tmp_path / "p.fcgui").project.imported
    assert found is not None
    np.testing.assert_array_equal(found.parameters, model.parameters)
    assert found.preparation.to_dict() == model.preparation.to_dict()


def test_training_goes_on_bit_for_bit(tmp_path: Path) -> None:
    project = replace(iris(), training=TrainingSettings(early_stopping=500))
    straight = make_trainer(project, 0)
    straight.run(epochs=7)
    cut = make_trainer(project, 0)
    assert isinstance(cut, Trainer)
    cut.run(steps=25)  # in the middle of an epoch
    save_project(tmp_path / "p.fcgui", Saved(project, cut.state()))
    found = load_project(tmp_path / "p.fcgui")
    assert found.training is not None
    again = make_trainer(found.project, 0)
    assert isinstance(again, Trainer)
    again.restore(found.training)
    again.run(steps=straight.step - again.step)
    np.testing.assert_array_equal(again.network.parameters, straight.network.parameters)
    assert len(again.snapshot().history.epoch) == len(straight.snapshot().history.epoch)


def test_damaged_files_are_refused_with_a_sentence(tmp_path: Path) -> None:
    trainer = make_trainer(own_table(tmp_path), 0)
    assert isinstance(trainer, Trainer)
    save_project(tmp_path / "p.fcgui", Saved(own_table(tmp_path), trainer.state()))
    whole = (tmp_path / "p.fcgui").read_bytes()
    rng, damaged = random.Random(3), tmp_path / "d.fcgui"
    sentences = []
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        damaged.write_bytes(data[: rng.randint(1, len(data))] if rng.random() < 0.2 else data)
        try:
            load_project(damaged)
        except FcguiError as error:
            sentences.append(str(error))
    assert len(sentences) > 200
    assert all(sentence.startswith("d.fcgui: ") and "\n" not in sentence for sentence in sentences)


def test_a_newer_format_is_told(tmp_path: Path) -> None:
    from fcgui_core.archive import write_archive

    write_archive(tmp_path / "p.fcgui", {"format": "fcgui-project/9"}, {})
    with pytest.raises(FileError, match=r'^p\.fcgui: .*"fcgui-project/9"'):
        load_project(tmp_path / "p.fcgui")


def test_what_cannot_be_derived_is_refused() -> None:
    description, _ = describe_project(iris())
    description["derived"] = [["square", "Species"]]
    with pytest.raises(FcguiError, match="is the target"):
        restore_project(description, None, Path.cwd())
