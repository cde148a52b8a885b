"""Models going out of and coming into the project: what is exported, and which table imported weights belong to."""

from __future__ import annotations

from collections.abc import Iterable

from fcgui.bundled import find_datasets, load_dataset
from fcgui.imported_score import epochs_before
from fcgui.project import Project
from fcgui.reports import told_metrics
from fcgui_core.errors import FcguiError, FileError
from fcgui_core.predictions import trained_on
from fcgui_core.preparation import Preparation
from fcgui_core.roles import Roles
from fcgui_core.snapshot import Snapshot
from fcgui_core.table import Table
from fcgui_core.weights_file import Model

FROM_FILE = "as the imported weights have it"
NOT_KNOWN = "the imported weights do not know it"


def model_of(project: Project, snapshot: Snapshot) -> Model:
    """The snapshot's weights with everything that is needed to use them on raw rows."""
    data = project.data
    assert data is not None
    told = {
        "epochs": epochs_before(project.imported) + snapshot.epoch,
        "steps": snapshot.step,
        "seconds": round(snapshot.seconds, 6),
        "train": told_metrics(snapshot.train, data),
        "validation": None if snapshot.validation is None else told_metrics(snapshot.validation, data),
        "test": None if snapshot.test is None else told_metrics(snapshot.test, data),
        "columns": list(columns_of(project)),
        "rows": 0 if project.table is None else project.table.n_rows,
        "test_size": project.test_size,
        "validation_size": project.validation_size,
        "class_weights": project.class_weights,
    }
    return Model(
        snapshot.spec,
        snapshot.parameters,
        data.preparation,
        project.settings,
        project.split_seed,
        project.dtype,
        told,
    )


def columns_of(project: Project) -> tuple[str, ...]:
    """The columns of the table that the weights were trained on: a file without a header is read by them."""
    told = () if project.imported is None else trained_on(project.imported)
    return told or (() if project.table is None else project.table.names)


def table_for(model: Model, present: Table | None) -> tuple[Table, Roles]:
    """The table that a model's weights belong to: the one that is open, or a bundled one with the same columns.

    Raises `FileError` naming the columns when there is none.
    """
    made = model.preparation
    for table in _candidates(present):
        if made.target in table and all(entry.name in table for entry in made.inputs):
            try:
                roles = roles_for(made, table)
                made.encode_target(table)
            except FcguiError:
                continue
            return table, roles
    names = [entry.name for entry in made.inputs]
    columns = ", ".join((*names[:6], "…") if len(names) > 6 else names)
    raise FileError(
        f"These weights were trained on a table with the columns {columns} and the target {made.target}: "
        "open that table first, then import the weights."
    )


def roles_for(made: Preparation, table: Table) -> Roles:
    """The roles that a model's preparation gives to the columns of a table."""
    used = {made.target, *(entry.name for entry in made.inputs if entry.used)}
    reasons = dict(made.ignored)
    ignored = {name: reasons.get(name, NOT_KNOWN) for name in table.names if name not in used}
    return Roles(made.target, ignored, made.task, FROM_FILE, FROM_FILE)


def _candidates(present: Table | None) -> Iterable[Table]:
    if present is not None:
        yield present
    for card in find_datasets():
        yield load_dataset(card.name)
