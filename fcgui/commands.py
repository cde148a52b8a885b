"""What `fcgui train`, `predict`, `export` and `inspect` do; what can be refused is refused at the start."""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from fcgui import generated, predicting, terminal
from fcgui.blas import limit_threads
from fcgui.bundled import dataset_roles, find_datasets, is_bundled, load_dataset
from fcgui.choosing import Plan, plan
from fcgui.reports import (
    empty_inspection,
    empty_inspection_text,
    inspection,
    inspection_text,
    training_report,
    training_summary,
    warning_words,
    warnings,
)
from fcgui.tables import open_table
from fcgui_core import exports
from fcgui_core.advice import stopping_advice
from fcgui_core.derived import read_derived
from fcgui_core.errors import FcguiError, FileError, SpecError, TableError
from fcgui_core.files import check_writable, exists
from fcgui_core.network import Network
from fcgui_core.prediction_file import delimiter_of
from fcgui_core.preparation import PreparedData, prepare
from fcgui_core.read_options import NoRows, RaggedRows, ReadOptions
from fcgui_core.roles import Roles, guess_roles
from fcgui_core.synthetic import SETS, roles_of
from fcgui_core.table import Table
from fcgui_core.task import encode_targets
from fcgui_core.trainer import Trainer
from fcgui_core.traps import Trap, find_traps
from fcgui_core.weights_file import Model, check_savable, load_weights, save_weights
from fcgui_core.without_rows import Ranges, without_lines

BAR_SECONDS = 0.1  # how often the progress bar is drawn anew
MOST_PREPARED = 100_000  # rows, for `inspect`
READING = ("delimiter", "decimal", "thousands", "encoding", "header", "skip_lines", "missing", "ragged", "sheet")


def train(given: argparse.Namespace) -> int:
    """`fcgui train`: read, prepare, train, write, tell."""
    if given.out is not None:
        _refuse_same(given.out, given.data)
        check_writable(given.out)
        _check_weights_name(given.out)
    table = _table(given)
    roles = _roles(given, table)
    derived = read_derived(given.derive, table.names)
    data = prepare(
        table,
        roles,
        given.test_size,
        given.scale,
        given.seed,
        None,
        given.validation_size,
        given.class_weights,
        derived,
    )
    traps = find_traps(table, roles, data)
    flatters = stopping_advice(given.early_stopping, len(data.validation_rows), len(data.test_rows))
    if flatters:
        traps += (Trap("early stopping", (), f"{flatters} --validation-size 0.1 sets some aside."),)
    if not given.json:
        for warning in warnings(table, traps):
            terminal.tell(f"warning: {warning_words(warning)}")
    with terminal.progress_bar() as bar:
        wanted = plan(given, data, lambda done, of: bar.show(done / of, f"trying out how much L2: {done} of {of}"))
    trainer = _trainer(given, data, wanted)
    if given.out is not None:
        check_savable(_model(given, data, trainer, {}))
    with limit_threads(trainer.network.spec, trainer.settings.batch_size, len(data.X_train)):
        _run(trainer, wanted.epochs, len(data.X_train))
    if trainer.status == "diverged":
        raise FcguiError(f"{trainer.message} Nothing was written.")
    report = training_report(table, roles, data, trainer, wanted.chosen, traps)
    if given.out is not None:
        told = {name: report[name] for name in ("epochs", "steps", "seconds", "train", "validation", "test", "rows")}
        told |= _split_told(given) | {"columns": list(table.names)}
        save_weights(given.out, _model(given, data, trainer, told))
    _say(json.dumps(report, allow_nan=False) if given.json else training_summary(report, trainer.message, given.out))
    return 0


def predict(given: argparse.Namespace) -> int:
    """`fcgui predict`: the model's answers for the rows of a table, as CSV or TSV."""
    if given.out is not None:
        _refuse_same(given.out, given.data, given.weights)
        check_writable(given.out)
        delimiter_of(given.out)
    predicting.run(load_weights(given.weights), _table(given), given.out, given.keep, given.json, given.like_source)
    return 0


def export(given: argparse.Namespace) -> int:
    """`fcgui export`: the same weights in another form."""
    _refuse_same(given.out, given.weights)
    check_writable(given.out)
    exports.export(load_weights(given.weights), given.out, given.to)
    return 0


def inspect(given: argparse.Namespace) -> int:
    """`fcgui inspect`: what was recognised, as text or JSON; of a ragged file and one without rows too."""
    refused: RaggedRows | None = None
    try:
        try:
            table = _table(given)
        except RaggedRows as error:
            refused, table = error, _table(given, ragged="leave out")
    except NoRows as error:
        report = empty_inspection(error, refused)
        _say(json.dumps(report, allow_nan=False) if given.json else empty_inspection_text(given.data, report))
        terminal.tell(f"warning: {error}")
        return 0
    roles: Roles | None = None
    problem = ""
    try:
        roles = _roles(given, table)
    except TableError as error:
        if given.target is not None or given.ignore or given.use:
            raise
        problem = error.message
    traps, hopeless = ((), "") if roles is None else _outlook(table, roles)
    report = inspection(table, roles, problem, traps, hopeless, refused)
    _say(json.dumps(report, allow_nan=False) if given.json else inspection_text(table, report))
    if refused is not None:
        terminal.tell(f"warning: {refused}")
    return 0


def _outlook(table: Table, roles: Roles) -> tuple[tuple[Trap, ...], str]:
    """Return what may go wrong in training, and why nothing can be learned, if that is so.

    A very large table is not prepared for this: it would take as long as reading it.
    """
    if table.n_rows > MOST_PREPARED:
        return find_traps(table, roles), ""
    try:
        return find_traps(table, roles, prepare(table, roles)), ""
    except TableError as error:
        return find_traps(table, roles), error.message


# --- the data ---


def _table(given: argparse.Namespace, **fixed: Any) -> Table:
    """Return the table that DATA names, without the rows that the user leaves out, its columns as the user says."""
    table = _found_table(given, **fixed)
    if given.leave_out_rows:
        table = without_lines(table, given.leave_out_rows)
    kinds = {table.find(name): kind for name, kind in getattr(given, "kind", ())}
    table = table.with_kinds(kinds) if kinds else table
    for name, order in getattr(given, "order", ()):
        table = table.with_order(table.find(name), order)
    return table


def _found_table(given: argparse.Namespace, **fixed: Any) -> Table:
    """Return the table that DATA names: a bundled table, a generated set, or a file."""
    reading = {name: getattr(given, name) for name in READING if getattr(given, name) is not None}
    if _means_bundled(given.data):
        generated.refuse_numbers(given)
        if reading:
            raise SpecError(f"{_option(reading)} is for reading a file; {given.data} is a bundled table.")
        return load_dataset(given.data)
    if generated.means_generated(given.data):
        if reading:
            raise SpecError(f"{_option(reading)} is for reading a file; {given.data} is a generated set.")
        return generated.table_of(given)
    generated.refuse_numbers(given)
    if not exists(given.data):
        names = ", ".join(card.name for card in find_datasets())
        sets = ", ".join(SETS)
        raise TableError(f"{given.data}: there is no such file; bundled tables are {names}; generated sets are {sets}.")
    try:
        return open_table(given.data, ReadOptions(**(reading | fixed)))
    except RaggedRows as error:
        if _are_left_out(error, given.leave_out_rows):
            return open_table(given.data, ReadOptions(**(reading | {"ragged": "leave out"})))
        them = "it" if error.count == 1 else "them"
        hint = f"{error.message} --ragged leave-out reads the file without {them}."
        raise RaggedRows(hint, error.path, error.rows, error.count, error.more) from None


def _are_left_out(error: RaggedRows, lines: Ranges) -> bool:
    """Whether the user leaves out all rows of another width."""
    named = [any(first <= row.line <= last for first, last in lines) for row in error.rows]
    return all(named) and len(named) == error.count and not error.more


def _option(reading: Mapping[str, Any]) -> str:
    return f"--{next(iter(reading)).replace('_', '-')}"


def _means_bundled(data: str) -> bool:
    """Whether DATA is the name of a bundled table, and not of a file; a folder of that name does not hide it."""
    return is_bundled(data) and not Path(data).is_file()


def _roles(given: argparse.Namespace, table: Table) -> Roles:
    chosen = given.target is not None or given.ignore or given.use or given.kind
    as_it_stands = not chosen and given.task == "auto"
    if as_it_stands and _means_bundled(given.data):
        return dataset_roles(given.data, table)
    if as_it_stands and table.recipe is not None:
        return roles_of(table)
    return guess_roles(table, given.target, given.ignore, given.task, given.use)


def _check_weights_name(out: str) -> None:
    if Path(out).suffix.lower() != ".npz":
        raise FileError(f"{out}: weights are written as .npz: name the file so; fcgui export makes .py or .json of it.")


def _refuse_same(out: str, *sources: str) -> None:
    """A result must not overwrite what it is made from."""
    for source in sources:
        with suppress(OSError):
            if Path(out).samefile(source):
                raise FileError(f"{out}: this is the file that is read; name another one to write.")


# --- training ---


def _trainer(given: argparse.Namespace, data: PreparedData, wanted: Plan) -> Trainer:
    network = Network(wanted.spec, given.seed, given.dtype)
    Y, Y_test, Y_validation = (
        encode_targets(y, wanted.spec.n_outputs, data.task) for y in (data.y_train, data.y_test, data.y_validation)
    )
    return Trainer(
        network, data.X_train, Y, wanted.settings, data.X_test, Y_test, data.task,
        X_validation=data.X_validation, Y_validation=Y_validation, class_weights=data.weights,
    )  # fmt: skip


def _split_told(given: argparse.Namespace) -> dict[str, Any]:
    """How the rows were divided and weighed, for a window that opens the weights."""
    return {name: getattr(given, name) for name in ("test_size", "validation_size", "class_weights")}


def _run(trainer: Trainer, epochs: int, rows: int) -> None:
    """Train to the end, in pieces of about `BAR_SECONDS`, with a progress bar if stderr is a terminal."""
    steps_an_epoch = math.ceil(rows / min(trainer.settings.batch_size or rows, rows))
    left, piece = epochs * steps_an_epoch, 1
    with terminal.progress_bar() as bar:
        while left > 0 and not trainer.ended:
            piece = min(piece, left)
            started = time.perf_counter()
            trainer.run(steps=piece)
            left -= piece
            if bar.seen:
                loss = trainer.snapshot().train.loss
                words = f"epoch {trainer.epoch}/{epochs}  loss {loss:.4g}"
                bar.show(1 - left / (epochs * steps_an_epoch), words)
            seconds = max(1e-6, time.perf_counter() - started)
            piece = max(1, min(2 * piece, int(piece * BAR_SECONDS / seconds)))
    if trainer.settings.early_stopping is not None and not trainer.ended:
        trainer.restore_best()


def _model(given: argparse.Namespace, data: PreparedData, trainer: Trainer, told: Mapping[str, Any]) -> Model:
    network = trainer.network
    return Model(
        network.spec, network.parameters, data.preparation, trainer.settings, given.seed, given.dtype, told
    )  # fmt: skip


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
