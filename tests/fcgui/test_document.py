"""The project, its undo steps, and what an edit does to a run."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from fcgui.bundled import dataset_roles, load_dataset
from fcgui.document import Document
from fcgui.effects import EFFECTS, Effect, effect_of
from fcgui.project import Project
from fcgui_core.errors import FcguiError
from fcgui_core.spec import LayerSpec, TrainingSettings


def iris() -> Project:
    table = load_dataset("iris")
    return Project(table=table, roles=dataset_roles("iris", table))


def test_the_first_project_is_the_lectures_network() -> None:
    spec = iris().spec
    assert spec is not None
    assert spec.sizes == (4, 200, 100, 50, 3)
    assert [layer.activation for layer in spec.layers] == ["relu", "relu", "relu", "softmax"]


def test_output_and_loss_follow_the_task() -> None:
    assert (iris().output_activation, iris().loss_name) == ("softmax", "cce")
    for name, output, loss in (("breast_cancer", "sigmoid", "bce"), ("auto_mpg", "identity", "mse")):
        table = load_dataset(name)
        project = Project(table=table, roles=dataset_roles(name, table))
        assert (project.output_activation, project.loss_name) == (output, loss)


def test_every_field_of_a_project_has_an_effect() -> None:
    assert {field.name for field in fields(Project)} <= set(EFFECTS)


@pytest.mark.parametrize(
    ("change", "effect"),
    [
        ({}, Effect.NOTHING),
        ({"training": TrainingSettings(learning_rate=0.5)}, Effect.LIVE),
        ({"training": TrainingSettings(l2=0.1, optimizer="sgd", batch_size=None)}, Effect.LIVE),
        ({"training": TrainingSettings(seed=1)}, Effect.REBUILD),
        ({"hidden": (LayerSpec(3, "tanh"),)}, Effect.REBUILD),
        ({"output": "sigmoid"}, Effect.REBUILD),
        ({"test_size": 0.5}, Effect.REBUILD),
        ({"dtype": "float64"}, Effect.REBUILD),
    ],
)
def test_effects(change: dict[str, object], effect: Effect) -> None:
    project = iris()
    assert effect_of(project, replace(project, **change)) is effect  # type: ignore[arg-type]  # a table of cases


def test_undo_and_redo_bring_back_the_very_same_project() -> None:
    document = Document(iris())
    before = document.project
    document.change("Wider", hidden=(LayerSpec(7, "tanh"),))
    after = document.project
    assert document.undo_stack.undoText() == "Wider"
    document.undo_stack.undo()
    assert document.project is before
    document.undo_stack.redo()
    assert document.project is after


def test_a_dragged_slider_is_one_step() -> None:
    document = Document(iris())
    for rate in (0.02, 0.03, 0.04):
        document.change_training("Rate", "rate", learning_rate=rate)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project.training.learning_rate == 0.01


def test_a_drag_that_comes_back_leaves_no_step() -> None:
    document = Document(iris())
    document.change_training("Rate", "rate", learning_rate=0.02)
    document.change_training("Rate", "rate", learning_rate=0.01)
    assert not document.undo_stack.canUndo()
    assert document.project.training.learning_rate == 0.01


def test_what_makes_no_sense_is_refused_and_changes_nothing() -> None:
    document = Document(iris())
    before = document.project
    for change in ({"loss": "bce", "output": "identity"}, {"hidden": (LayerSpec(100_000),) * 3}):
        with pytest.raises(FcguiError):
            document.change("Nonsense", **change)
        assert document.project is before
        assert not document.undo_stack.canUndo()
