"""How good `fcgui train FILE` is with no option at all, against scikit-learn's MLP with a preparation made by hand.

    python -m tests.benchmarks.quality [FILES...] [--seeds 3] [--iterations 200,500] [--json FILE]

takes the bundled tables and the files that are named (target and inputs as fcgui guesses them), and prints one JSON
object. The peer has hidden layers of 64 and 32 units, numbers filled in with the median and standardised, other columns
with the most frequent category and one-hot; the same training and test rows (70 and 30 %, another split for each seed).
For each table: the mean accuracy or R^2 on the test rows, fcgui's lead on the better of the peer's numbers of
iterations, and the seconds of a training with the preparation.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import statistics
import sys
import warnings
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from fcgui import cli
from fcgui.bundled import dataset_roles, find_datasets, is_bundled, load_dataset
from fcgui.tables import open_table
from fcgui_core.column import Column
from fcgui_core.dates import days_of, writing_of
from fcgui_core.preparation import PreparedData, prepare
from fcgui_core.roles import Roles, guess_roles
from fcgui_core.table import Table

CLOSE = 0.02  # of accuracy or R^2: how far behind still counts as good as the peer
HIDDEN = (64, 32)


def told_by_fcgui(name: str, seed: int) -> dict[str, Any]:
    """What `fcgui train NAME --json` prints; RuntimeError with its words when it refuses the file."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main(["train", name, "--json", "--seed", str(seed)])
    if code:
        raise RuntimeError(err.getvalue().strip())
    report: dict[str, Any] = json.loads(out.getvalue())
    return report


def table_and_roles(name: str) -> tuple[Table, Roles]:
    if is_bundled(name):
        table = load_dataset(name)
        return table, dataset_roles(name, table)
    table = open_table(Path(name))
    return table, guess_roles(table)


def numbers_of(column: Column) -> np.ndarray | None:
    """A column of numbers or dates as (n,) floats, nan where missing; None for categories."""
    if column.is_number:
        return np.asarray(column.values, dtype=np.float64)
    writing = writing_of(column) if column.kind == "date" else None
    return None if writing is None else days_of(column, writing)


def features_by_hand(table: Table, roles: Roles, train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The peer's features of the training and test rows, fitted on the training rows."""
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    parts = []
    for name in roles.inputs(table):
        column = table.column(name)
        cells = numbers_of(column)
        if cells is not None:
            steps: Any = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler())
        else:
            cells = np.array([np.nan if cell is None else str(cell) for cell in column.values], dtype=object)
            encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
            steps = make_pipeline(SimpleImputer(strategy="most_frequent", keep_empty_features=True), encoder)
        parts.append((steps.fit_transform(cells[train, None]), steps.transform(cells[test, None])))
    return np.hstack([part[0] for part in parts]), np.hstack([part[1] for part in parts])


def peer_score(table: Table, roles: Roles, data: PreparedData, iterations: int, seed: int) -> float:
    from sklearn.neural_network import MLPClassifier, MLPRegressor

    train, test = features_by_hand(table, roles, data.train_rows, data.test_rows)
    kind = MLPClassifier if data.task == "classification" else MLPRegressor
    model = kind(hidden_layer_sizes=HIDDEN, max_iter=iterations, random_state=seed)
    return float(model.fit(train, data.y_train).score(test, data.y_test))


def measure(name: str, seeds: int, iterations: list[int]) -> dict[str, Any]:
    """Both on one table."""
    table, roles = table_and_roles(name)
    ours, theirs = [], {count: [] for count in iterations}
    seconds: dict[str, list[float]] = {"fcgui": [], "sklearn": []}
    report: dict[str, Any] = {}
    for seed in range(seeds):
        started = perf_counter()
        report = told_by_fcgui(name, seed)
        seconds["fcgui"].append(perf_counter() - started)
        ours.append(report["test"].get("accuracy", report["test"].get("r2")))
        data = prepare(table, roles, seed=seed)
        for count in iterations:
            started = perf_counter()
            theirs[count].append(peer_score(table, roles, data, count, seed))
            seconds["sklearn"].append(perf_counter() - started)
    means = {f"sklearn_{count}": round(statistics.mean(scores), 4) for count, scores in theirs.items()}
    mean = round(statistics.mean(ours), 4)
    return {
        "table": Path(name).name, "rows": report["rows"], "rows_dropped": report["rows_dropped"],
        "target": report["target"], "task": report["task"], "ignored": list(report["ignored"]),
        "chosen": report["chosen"], "fcgui": mean, **means, "lead": round(mean - max(means.values()), 4),
        **{f"{who}_s": round(statistics.median(took), 2) for who, took in seconds.items()},
    }  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    bundled = [card.name for card in find_datasets()]
    parser.add_argument("files", nargs="*", metavar="FILE", help="tables beside the bundled ones, or names of those")
    parser.add_argument("--only", action="store_true", help="no bundled tables but those that are named")
    parser.add_argument("--seeds", type=int, default=3, help="how many splits and first weights (default: 3)")
    parser.add_argument("--iterations", default="200,500", help="the peer's largest numbers (default: 200,500)")
    parser.add_argument("--json", metavar="FILE", help="write the result there too")
    options = parser.parse_args(arguments)
    iterations = [int(count) for count in options.iterations.split(",")]
    warnings.simplefilter("ignore")  # scikit-learn's remarks about convergence
    tables, refused = [], {}
    for name in [*(() if options.only else bundled), *options.files]:
        try:
            tables.append(measure(name, options.seeds, iterations))
        except ImportError as error:
            parser.error(f"this compares with scikit-learn: {error}")
        except (RuntimeError, ValueError) as error:
            refused[name] = str(error)
    close = sum(one["lead"] >= -CLOSE for one in tables)
    result = {"as_good": close, "of": len(tables), "tables": tables, "refused": refused}
    text = json.dumps(result, indent=2, ensure_ascii=False)
    sys.stdout.write(text + "\n")
    if options.json:
        Path(options.json).write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
