"""What the commands tell: the objects that ``--json`` prints, and the same in words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from fcgui.defaults import SHORT_NAMES
from fcgui.terminal import plain
from fcgui_core.column import Column
from fcgui_core.metrics import Metrics
from fcgui_core.preparation import PreparedData
from fcgui_core.read_options import NoRows, RaggedRows
from fcgui_core.reading_notes import counted
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from fcgui_core.trainer import Trainer
from fcgui_core.traps import Trap
from fcgui_core.without_rows import write_ranges

SHOWN_IN_SUMMARY = 3  # rows that are not in the table
SHOWN_LEFT_OUT = 10  # rows of the file that are not in the table and are told one by one in words


def training_report(
    table: Table,
    roles: Roles,
    data: PreparedData,
    trainer: Trainer,
    chosen: Mapping[str, Any],
    traps: Sequence[Trap] = (),
) -> dict[str, Any]:
    """Return what `--json` prints; ``chosen`` is what was chosen from the table, nothing where `--epochs` was given."""
    train, test, validation = trainer.evaluate()
    spec = trainer.network.spec
    layers = [
        {
            "inputs": inputs,
            "units": layer.units,
            "activation": layer.activation,
            "parameters": dict(layer.parameters),
        }
        for inputs, layer in zip(spec.sizes, spec.layers, strict=False)
    ]
    made = data.preparation
    return {
        "rows": table.n_rows,
        "rows_dropped": data.n_dropped,
        "target": made.target,
        "task": data.task,
        "classes": None if made.classes is None else list(made.classes),
        "features": list(made.feature_names),
        "ignored": dict(roles.ignored),
        "layers": layers,
        "loss": trainer.settings.loss,
        "chosen": dict(chosen) or None,
        "epochs": trainer.epoch,
        "steps": trainer.step,
        "seconds": round(trainer.seconds, 6),
        "status": trainer.status,
        "train": told_metrics(train, data),
        "validation": None if validation is None else told_metrics(validation, data),
        "test": None if test is None else told_metrics(test, data),
        "warnings": warnings(table, traps),
        "left_out": _left_out(table),
        "n_left_out": table.n_left_out,
    }


def warnings(table: Table, traps: Sequence[Trap]) -> list[dict[str, Any]]:
    """Return what `--json` prints of what is likely to go wrong."""
    return [
        {"kind": trap.kind, "columns": list(trap.columns), "lines": _lines(table, trap), "sentence": trap.sentence}
        for trap in traps
    ]


def warning_words(warning: Mapping[str, Any]) -> str:
    """Return what is told of a warning, with the option that leaves out the rows that it is about."""
    lines = warning["lines"]
    hint = f" --leave-out-rows {write_ranges(lines)} leaves {'it' if len(lines) == 1 else 'them'} out."
    return str(warning["sentence"]) + (hint if lines else "")


def _lines(table: Table, trap: Trap) -> list[int]:
    """The lines of the rows that a warning is about; their numbers where there are no lines."""
    lines = table.complete.lines
    return [row + 1 if lines is None else int(lines[row]) for row in trap.rows]


def _left_out(table: Table) -> list[dict[str, Any]]:
    return [{"line": one.line, "reason": one.reason} for one in table.left_out]


def told_metrics(metrics: Metrics, data: PreparedData) -> dict[str, float | None]:
    """Return loss and accuracy, or R^2 and the error in the target's own unit; so it stands in weights files, too."""
    told: dict[str, float | None] = {"loss": metrics.loss, metrics.score_name: metrics.score}
    if metrics.balanced_accuracy is not None:
        told["balanced_accuracy"] = metrics.balanced_accuracy
    if data.preparation.y_scale is not None and metrics.rmse is not None:
        told["rmse"] = metrics.rmse * float(data.preparation.y_scale[0])
    return {name: value if value is not None and math.isfinite(value) else None for name, value in told.items()}


def training_summary(report: Mapping[str, Any], message: str, out: str | None) -> str:
    """Return the result in a few lines for people."""
    layers = [str(report["layers"][0]["inputs"])]
    layers += [f"{layer['units']} {layer['activation']}" for layer in report["layers"]]
    lines = [f"target    {report['target']} ({report['task']})"]
    lines += [f"left out  {plain(name)} ({plain(reason)})" for name, reason in report["ignored"].items()]
    if report["n_left_out"]:
        told = [f"line {row['line']}: {row['reason']}" for row in report["left_out"][:SHOWN_IN_SUMMARY]]
        told += ["..."] if report["n_left_out"] > len(told) else []
        lines.append(f"left out  {counted(report['n_left_out'], 'row')} of the file ({'; '.join(told)})")
    if report["rows_dropped"]:
        lines.append(f"left out  {counted(report['rows_dropped'], 'row')} without a target")
    lines += [
        f"network   {' -> '.join(layers)}",
        f"training  {counted(report['epochs'], 'epoch')}, {counted(report['steps'], 'step')}, "
        f"{report['seconds']:.2f} s",
        *([f"          {message}"] if message else []),
        *_chosen(report["chosen"]),
    ]
    for part in ("train", "validation", "test"):
        if report[part] is not None:
            shown = "  ".join(f"{name} {_short(value)}" for name, value in report[part].items())
            lines.append(f"{part:<10}{shown}")
    return "\n".join([*lines, *([f"written   {out}"] if out else [])])


def _chosen(chosen: Mapping[str, Any] | None) -> list[str]:
    """What was chosen, as the options that ask for the very same training."""
    if not chosen:
        return []
    values = {name: value for name, value in chosen.items() if name not in ("how", "tried")}
    values |= {"hidden": ",".join(map(str, values["hidden"]))} if "hidden" in values else {}
    options = (f"--{SHORT_NAMES.get(name, name).replace('_', '-')} {value}" for name, value in values.items())
    return [f"chosen    {' '.join(options)}", f"          {chosen['how']}"]


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:.4g}"


def inspection(
    table: Table,
    roles: Roles | None,
    problem: str,
    traps: Sequence[Trap] = (),
    hopeless: str = "",
    refused: RaggedRows | None = None,
) -> dict[str, Any]:
    """Return what `inspect --json` prints.

    ``hopeless``: why nothing can be learned from the table as it is; ``refused``: what `train` says of its file.
    """
    return {
        **{name: table.dialect.get(name) for name in ("encoding", "delimiter", "decimal", "thousands", "header")},
        "rows": table.n_rows,
        "columns": [
            {
                "name": column.name,
                "kind": column.kind,
                "role": _role(column.name, roles),
                "missing": column.missing,
                "reason": _reason(column, roles),
            }
            for column in table.columns
        ],
        "target": None if roles is None else roles.target,
        "target_reason": problem if roles is None else roles.target_reason,
        "task": None if roles is None else roles.task,
        "task_reason": "" if roles is None else roles.task_reason,
        "notes": list(table.notes),
        "warnings": warnings(table, traps),
        "hopeless": hopeless,
        "left_out": _left_out(table),
        "n_left_out": table.n_left_out,
        "ragged": _ragged_rows(refused),
    }


def _ragged_rows(refused: RaggedRows | None) -> dict[str, Any]:
    """Return the rows for which `train` refuses a file: how many, whether there may be more, and their lines."""
    if refused is None:
        return {"rows": 0, "more": False, "lines": []}
    return {"rows": refused.count, "more": refused.more, "lines": [row.line for row in refused.rows]}


def empty_inspection(empty: NoRows, refused: RaggedRows | None) -> dict[str, Any]:
    """Return what `inspect --json` prints of a file that has names but no rows, as `inspection` does of others."""
    column = {"kind": "constant", "role": "ignored", "missing": 0, "reason": "no cell"}
    return {
        **empty.dialect,
        "rows": 0,
        "columns": [{"name": name, **column} for name in empty.names],
        "target": None,
        "target_reason": empty.message,
        "task": None,
        "task_reason": "",
        "notes": [],
        "warnings": [],
        "hopeless": empty.message,
        "left_out": [{"line": row.line, "reason": row.reason} for row in empty.rows],
        "n_left_out": empty.count,
        "ragged": _ragged_rows(refused),
    }


def empty_inspection_text(data: str, report: Mapping[str, Any]) -> str:
    """Return the same for people."""
    names = ", ".join(plain(column["name"]) for column in report["columns"])
    return f"{plain(data)}: no rows\n{_written(report)}\ncolumns: {names}"


def _reason(column: Column, roles: Roles | None) -> str:
    """Why it is left out, else why it was taken for its kind; the kind itself stands beside it."""
    reason = column.reason if roles is None else roles.ignored.get(column.name, column.reason)
    return reason.removeprefix(f"{column.kind}: ")


def _role(name: str, roles: Roles | None) -> str:
    if roles is None:
        return "input"
    return "target" if name == roles.target else "ignored" if name in roles.ignored else "input"


def inspection_text(table: Table, report: Mapping[str, Any]) -> str:
    """Return what `inspect` prints for people."""
    lines = [
        f"{plain(table.name)}: {counted(report['rows'], 'row')}, {counted(len(report['columns']), 'column')}",
        _written(report),
        *(f"note: {note}" for note in report["notes"]),
        *_left_out_lines(table),
        "",
    ]
    width = min(40, max(len(column["name"]) for column in report["columns"]))
    for column in report["columns"]:
        missing = f", {column['missing']:,} missing" if column["missing"] else ""
        name = plain(column["name"])
        taken = f"{column['role']:<7}  {column['kind']:<11}"
        lines.append(f"  {name:<{width}}  {taken}  {plain(column['reason'])}{missing}")
    lines.append("")
    if report["target"] is None:
        lines.append(f"no target: {plain(report['target_reason'])}")
    else:
        lines.append(f"target: {plain(report['target'])}, {plain(report['target_reason'])}")
        lines.append(f"task: {report['task']}, {plain(report['task_reason'])}")
    lines += [f"warning: {plain(warning_words(warning))}" for warning in report["warnings"]]
    if report["hopeless"]:
        lines.append(f"nothing can be learned from it as it is: {plain(report['hopeless'])}")
    return "\n".join(lines)


def _written(report: Mapping[str, Any]) -> str:
    """How a file is written, in a line."""
    header = "with a header" if report["header"] else "without a header"
    marks = [
        f"{name} {report[name]!r}" for name in ("delimiter", "decimal", "thousands") if report.get(name) is not None
    ]
    return ", ".join([str(report["encoding"]), *marks, header])


def _left_out_lines(table: Table) -> list[str]:
    """The first rows of the file that are not in the table, with the reason of each."""
    shown = table.left_out[:SHOWN_LEFT_OUT]
    lines = [f"  line {row.line}: {row.reason}" for row in shown]
    more = table.n_left_out - len(shown)
    if more:
        lines.append(f"  and {counted(more, 'more row')}; --json lists them")
    return [f"left out: {counted(table.n_left_out, 'row')} of the file", *lines] if lines else []
