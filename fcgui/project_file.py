"""The project file (.fcgui): the project, the state of its training and the view, in one safe archive.

Every field of `Project` has one entry in `CODECS`: how it becomes plain values, and how those become the field again,
refusing what is none. A bundled table is written as its name, a generated one as its recipe, any other with all its
cells, or, where the user wants the table to stay in its own file, as that file's name, size and check sum.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui.bundled import find_datasets, load_dataset
from fcgui.project import Project, check
from fcgui.tables import open_table
from fcgui_core.archive import open_archive, write_archive
from fcgui_core.column import KINDS
from fcgui_core.derived import Derived
from fcgui_core.errors import FcguiError, FileError
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.npz import MAX_FILE_BYTES, Npz
from fcgui_core.packing import pack, unpack
from fcgui_core.place import Place, WeightEdit
from fcgui_core.preparation import check_derived, check_sizes
from fcgui_core.read_options import RECOGNISE
from fcgui_core.roles import TASKS, Roles
from fcgui_core.scaling import SCALES
from fcgui_core.spec import TrainingSettings
from fcgui_core.state_text import read_state, write_state
from fcgui_core.strict_json import a_text, a_whole, an_object
from fcgui_core.synthetic import Recipe, generate
from fcgui_core.table import Table
from fcgui_core.table_archive import describe_table, read_options_from, restore_table
from fcgui_core.training_state import check_state, check_weights
from fcgui_core.weights_file import Model, load_weights, weights_bytes
from fcgui_core.without_rows import read_ranges, without_rows, write_ranges

SUFFIX = ".fcgui"
FORMAT = "fcgui-project/1"
HISTORY_NUMBERS = 200_000  # the curves of a training hold fewer
FEWEST_NUMBERS = 1_000_000  # of one array in the state of a training, however small its network

Arrays = dict[str, NDArray[Any]]
Plain = dict[str, Any]


@dataclass(frozen=True)
class Saved:
    """What a project file holds: the project, how far its training was (None: not begun), and what was looked at."""

    project: Project
    training: Plain | None = None
    view: Plain = field(default_factory=dict)


def save_project(path: Path | str, saved: Saved, *, embed: bool = True) -> None:
    """Write a project file, wholly or not at all; without ``embed`` the table stays in its own file.

    Raises `FileError`, also where a table has no file of its own to stay in.
    """
    description, arrays = describe_project(saved.project, embed=embed)
    training = None
    if saved.training is not None:
        training, packed = pack(saved.training, "training")
        arrays |= packed
    write_archive(path, {"format": FORMAT, "project": description, "training": training, "view": saved.view}, arrays)


def load_project(path: Path | str) -> Saved:
    """Read a project file; every byte is checked. Raises `FcguiError` with one sentence for all that is not sound."""
    path = Path(path)
    with open_archive(path) as (found, file):
        if found.get("format") != FORMAT:
            raise FileError(f'this file\'s format is "{str(found.get("format"))[:40]}"; this version reads "{FORMAT}".')
        try:
            project = restore_project(found["project"], file, path.parent)
            most = max(FEWEST_NUMBERS, HISTORY_NUMBERS) + _numbers_of(project)
            training = None if found["training"] is None else an_object(unpack(found["training"], file, most))
            if training is not None and project.spec is not None and project.data is not None:
                if project.spec.trainable:
                    check_state(training, project.spec.n_parameters, len(project.data.train_rows))
                else:
                    check_weights(training, project.spec.n_parameters)
            return Saved(project, training, an_object(found["view"]))
        except (KeyError, TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
            if isinstance(error, FcguiError):
                raise
            raise FileError("this project file is damaged.") from None


class TableMissing(FileError):
    """The file of a table is not where it was looked for; ``name`` is that of the file, without its folder."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the table {name} is not there.")
        self.name = name


def write_text(saved: Saved) -> str:
    """Return the project without weights, training and cells as one line of text. Raises `FileError`.

    The line is given to others: of the file of its table it holds the name, not the folder.
    """
    project = replace(saved.project, imported=None, weight_edits=(), frozen=())
    description, _ = describe_project(project, embed=False)
    table = description["table"]
    if table is not None and "file" in table:
        table["file"] = Path(table["file"]).name
    return write_state({"format": FORMAT, "project": description, "view": saved.view})


def read_text(
    line: str, table: Table | None = None, folders: tuple[Path, ...] = (), chosen: Path | None = None
) -> Saved:
    """Return the project in a line of text.

    Its table is ``table``, if that has all its columns; else the file ``chosen``, or the one of the line's name in one
    of ``folders``: no other place is looked at, whatever a line says. Raises `FcguiError` for a line that is none,
    `TableMissing` where the file is not found.
    """
    found = read_state(line)
    if found.get("format") != FORMAT:
        raise FileError("This text was made by another version of fcgui.")
    try:
        return Saved(_project_of_text(found["project"], table, folders, chosen), None, an_object(found["view"]))
    except (KeyError, TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
        if isinstance(error, FcguiError):
            raise
        raise FileError("This text is damaged or cut off: copy it again as a whole.") from None


def _project_of_text(data: Any, table: Table | None, folders: tuple[Path, ...], chosen: Path | None) -> Project:
    told = data["table"]
    if told is not None and "file" in told:
        name = a_text(told["file"]).replace("\\", "/").rpartition("/")[2]
        places = [chosen] if chosen is not None else [folder / name for folder in folders]
        found = [place for place in places if is_file(place)]
        if not found and not _fits(table, told):
            raise TableMissing(name)
        data = data | {"table": told | {"file": str(found[0]) if found else name}}
    return restore_project(data, None, None, table)


def _fits(table: Table | None, told: Plain) -> bool:
    return table is not None and all(name in table for name in told["columns"])


def describe_project(project: Project, *, embed: bool = True) -> tuple[Plain, Arrays]:
    """Return the project as plain values and arrays."""
    arrays: Arrays = {}
    description = {name: codec.write(getattr(project, name)) for name, codec in CODECS.items()}
    description["table"] = _table_description(project.table, arrays, embed)
    description["imported"] = project.imported is not None
    if project.imported is not None:
        arrays["imported"] = np.frombuffer(weights_bytes(project.imported), dtype=np.uint8)
    return description, arrays


def restore_project(data: Any, file: Npz | None, folder: Path | None, spare: Table | None = None) -> Project:
    """Return the project that was described; ``folder`` is where the file of its table may lie.

    ``spare`` is taken for a table that is not to be had, if it has all its columns.

    Raises `FcguiError`, and `KeyError`, `TypeError` or `ValueError` for what was never written.
    """
    values = {name: codec.read(data[name]) for name, codec in CODECS.items()}
    table = _table(data["table"], file, folder, spare)
    imported: Model | None = None
    if data["imported"] is True and file is not None:
        imported = load_weights("imported weights", file.data("imported", MAX_FILE_BYTES))
    project = Project(table=table, imported=imported, **values)
    check_sizes(project.test_size, project.validation_size)
    if table is not None and project.roles is not None:
        for name in (project.roles.target, *project.roles.ignored):
            if name is not None:
                table.column(name)
        check_derived(table, project.roles, project.derived)
    check(project)
    return project


# --- the table ---


def _table_description(table: Table | None, arrays: Arrays, embed: bool) -> Plain | None:
    """The table with all rows of its file, what its columns are taken for, and which rows are left out."""
    if table is None:
        return None
    described = _complete_description(table.complete, arrays, embed)
    if table.whole is not None or "file" in described:
        described["columns"] = {column.name: [column.kind, _listed(column.order)] for column in table.columns}
    if table.whole is not None:
        described["rows_left_out"] = write_ranges(table.rows_left_out + 1)
    return described


def _complete_description(table: Table, arrays: Arrays, embed: bool) -> Plain:
    name = _bundled_name(table)
    if name:
        return {"bundled": name, "columns": _changes(table, load_dataset(name))}
    if table.recipe is not None and not table.recipe.is_painted:
        return {"recipe": table.recipe.to_dict(), "columns": _changes(table, generate(table.recipe))}
    if embed:
        description, columns = describe_table(table)
        arrays |= columns
        return {"embedded": description}
    if table.path is None:
        raise FileError(f"The table {table.name} has no file of its own: save the project with its table.")
    sum_, size = _check_sum(table.path)
    return {
        "file": str(table.path.resolve()),
        "size": size,
        "sha256": sum_,
        "read_options": asdict(table.read_options),
    }


def _table(data: Any, file: Npz | None, folder: Path | None, spare: Table | None) -> Table | None:
    if data is None:
        return None
    table = _complete_table(data, file, folder, spare)
    if "rows_left_out" in data:
        rows = [range(first - 1, min(last, table.n_rows)) for first, last in read_ranges(a_text(data["rows_left_out"]))]
        table = without_rows(table, np.concatenate([np.array(part, dtype=np.int64) for part in rows]))
    return _changed(table, data.get("columns", {}))


def _complete_table(data: Any, file: Npz | None, folder: Path | None, spare: Table | None) -> Table:
    """The table with all rows of its file, as it was read."""
    if "bundled" in data:
        names = [card.name for card in find_datasets()]
        if data["bundled"] not in names:
            raise FileError(f"it needs the table {str(data['bundled'])[:40]}, which this version does not have.")
        return load_dataset(data["bundled"])
    if "recipe" in data:
        return generate(Recipe.from_dict(data["recipe"]))
    if "embedded" in data:
        if file is None:
            raise FileError("its table is not in this text.")
        return restore_table(data["embedded"], file)
    if spare is not None and _fits(spare, data):
        return spare.complete
    path = _found(Path(a_text(data["file"])), folder)
    if _check_sum(path) != (data["sha256"], data["size"]):
        raise FileError(f"its table {path} has changed since: open the table anew.")
    return open_table(path, read_options_from(data["read_options"]))


def _found(path: Path, folder: Path | None) -> Path:
    """The table's file where it was, or beside the project when both have moved."""
    for place in (path,) if folder is None else (path, folder / path.name):
        if is_file(place):
            return place
    raise FileError(f"its table {path} is not there any more: put it beside the project file.")


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _changes(table: Table, original: Table) -> dict[str, list[Any]]:
    """The columns that are taken for something else than at first."""
    pairs = zip(table.columns, original.columns, strict=True)
    return {
        new.name: [new.kind, _listed(new.order)] for new, old in pairs if (new.kind, new.order) != (old.kind, old.order)
    }


def _changed(table: Table, columns: Mapping[str, Any]) -> Table:
    kinds = {}
    for name, (kind, _) in columns.items():
        if kind not in KINDS:
            raise ValueError("kind")
        if table.column(name).kind != kind:
            kinds[name] = kind
    table = table.with_kinds(kinds) if kinds else table
    for name, (_, order) in columns.items():
        if order is not None and table.column(name).order != tuple(order):
            table = table.with_order(name, tuple(a_text(category) for category in order))
    return table


def _bundled_name(table: Table) -> str:
    return next(
        (card.name for card in find_datasets() if card.path == table.path and table.read_options == RECOGNISE), ""
    )


def _check_sum(path: Path) -> tuple[str, int]:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}.") from None


# --- the other fields ---


@dataclass(frozen=True)
class Codec:
    """How one field of the project is written as plain values, and read again."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError
    return float(value)


def _one_of(*choices: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError("choice")
        return str(value)

    return read


def _same(value: Any) -> Any:
    return value


def _listed(texts: tuple[str, ...] | None) -> list[str] | None:
    return None if texts is None else list(texts)


def _write_roles(roles: Roles | None) -> Plain | None:
    if roles is None:
        return None
    return {
        "target": roles.target,
        "ignored": dict(roles.ignored),
        "task": roles.task,
        "target_reason": roles.target_reason,
        "task_reason": roles.task_reason,
    }


def _read_roles(data: Any) -> Roles | None:
    if data is None:
        return None
    if data["task"] not in TASKS:
        raise ValueError("task")
    ignored = {a_text(name): a_text(reason) for name, reason in data["ignored"].items()}
    target = None if data["target"] is None else a_text(data["target"])
    return Roles(target, ignored, data["task"], a_text(data["target_reason"]), a_text(data["task_reason"]))


def _read_settings(data: Any) -> TrainingSettings:
    known = {entry.name for entry in fields(TrainingSettings)}
    return TrainingSettings(**{name: value for name, value in an_object(data).items() if name in known})


def _write_place(place: Place) -> list[int]:
    return [place.layer, place.input, place.unit, place.piece]


def _read_place(data: Any) -> Place:
    layer, source, unit, piece = map(a_whole, data)
    return Place(layer, source, unit, piece)


def _write_edits(edits: tuple[WeightEdit, ...]) -> list[Any]:
    return [[_write_place(edit.place), edit.value, edit.before] for edit in edits]


def _read_edits(data: Any) -> tuple[WeightEdit, ...]:
    return tuple(WeightEdit(_read_place(place), _number(value), _number(before)) for place, value, before in data)


CODECS: dict[str, Codec] = {
    "roles": Codec(_write_roles, _read_roles),
    "test_size": Codec(_same, _number),
    "validation_size": Codec(_same, _number),
    "class_weights": Codec(_same, _one_of("none", "balanced")),
    "scale": Codec(_same, _one_of(*SCALES)),
    "split_seed": Codec(_same, a_whole),
    "hidden": Codec(write_layers, lambda text: read_layers(a_text(text))),
    "output": Codec(_same, a_text),
    "output_parameters": Codec(
        lambda pairs: [list(pair) for pair in pairs],
        lambda pairs: tuple((a_text(name), _number(value)) for name, value in pairs),
    ),
    "loss": Codec(_same, a_text),
    "initializer": Codec(_same, a_text),
    "training": Codec(asdict, _read_settings),
    "dtype": Codec(_same, _one_of("float32", "float64")),
    "weight_edits": Codec(_write_edits, _read_edits),
    "frozen": Codec(
        lambda places: [_write_place(place) for place in places], lambda data: tuple(map(_read_place, data))
    ),
    "derived": Codec(
        lambda derived: [one.to_list() for one in derived], lambda data: tuple(Derived.from_list(one) for one in data)
    ),
}


def _numbers_of(project: Project) -> int:
    """How many numbers one array in the state of the project's training may have: its weights, or its rows' order."""
    spec, data = project.spec, project.data
    return max(0 if spec is None else spec.n_parameters, 0 if data is None else len(data.train_rows))
