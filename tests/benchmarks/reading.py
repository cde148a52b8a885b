"""What opening a large table costs beside the bare parse of the fastest readers; and how the window answers meanwhile.

    python -m tests.benchmarks.reading [--rows 1000000] [--rounds 3] [--window]

writes tables of 30 columns (plain numbers; with holes and texts; with quotation marks) to a temporary folder, and
prints one JSON object. For each table: the seconds of `fcgui.tables.open_table` and of the bare parse of pandas, Arrow
and polars (those that are installed), medians of interleaved rounds in fresh processes, their ratio to the fastest of
them, and the peak memory above that of the imports, in float32 matrices of the table. With ``--window``: how long an
event that arrives at a random moment waits while the open window reads the first table (milliseconds, 50th and 99th
percentile and maximum).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = 30
TEXTS = np.array(["red", "green", "blue", "violet", "a longer text of several words"])
MEASURED = """
import sys, time
sys.path[:0] = {paths!r}
def peak():
    try:
        return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0])
    except OSError:  # only Linux tells
        return 0
{imports}
before = peak()
began = time.perf_counter()
table = {work}
print(time.perf_counter() - began, peak() - before)
"""
READERS = {
    "fcgui": (
        "import pyarrow.csv; from fcgui.tables import open_table",
        "open_table({path!r})",
    ),
    "pandas": ("import pandas", "pandas.read_csv({path!r}, na_values=['?'])"),
    "arrow": ("import pyarrow.csv as csv", "csv.read_csv({path!r})"),
    "polars": ("import polars", "polars.read_csv({path!r}, null_values=['?'])"),
}  # fmt: skip
NEEDED = {"fcgui": "numpy", "pandas": "pandas", "arrow": "pyarrow", "polars": "polars"}
PRESENT = {name: reader for name, reader in READERS.items() if importlib.util.find_spec(NEEDED[name])}


def write_tables(folder: Path, rows: int) -> dict[str, Path]:
    """Write the three tables and return their paths."""
    paths = {name: folder / f"{name}.csv" for name in ("numbers", "holes_and_texts", "quoted")}
    files = {name: path.open("w", encoding="utf-8") for name, path in paths.items()}
    head = ",".join(f"c{at}" for at in range(COLUMNS)) + "\n"
    for file in files.values():
        file.write(head)
    rng = np.random.default_rng(0)
    for start in range(0, rows, 50_000):
        n = min(50_000, rows - start)
        cells = np.char.mod("%.6f", rng.normal(size=(n, COLUMNS))).astype(object)
        files["numbers"].writelines(",".join(row) + "\n" for row in cells)
        cells[:, 10:13] = TEXTS[rng.integers(0, len(TEXTS), (n, 3))]
        cells[rng.random((n, COLUMNS)) < 0.02] = ""
        cells[:, 5] = np.where(rng.random(n) < 0.02, "?", cells[:, 5])
        files["holes_and_texts"].writelines(",".join(row) + "\n" for row in cells)
        cells[:, 10:13] = '"' + cells[:, 10:13] + '"'
        files["quoted"].writelines(",".join(row) + "\n" for row in cells)
    for file in files.values():
        file.close()
    return paths


def measure(reader: str, path: Path) -> tuple[float, float]:
    """Seconds and peak kibibytes of one reader in a process of its own."""
    imports, work = READERS[reader]
    program = MEASURED.format(
        paths=[str(ROOT), str(ROOT / "core")], imports=imports, work=work.format(path=str(path))
    )  # fmt: skip
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    seconds, peak = said.split()
    return float(seconds), float(peak)


def compare(path: Path, rounds: int, rows: int) -> dict[str, float]:
    """The readers in turn, and how they compare."""
    seconds: dict[str, list[float]] = {name: [] for name in PRESENT}
    peaks: dict[str, list[float]] = {name: [] for name in PRESENT}
    for _ in range(rounds):
        for name in PRESENT:
            took, peak = measure(name, path)
            seconds[name].append(took)
            peaks[name].append(peak)
    medians = {name: statistics.median(took) for name, took in seconds.items()}
    matrix = rows * COLUMNS * 4 / 1024
    told = {f"{name}_s": round(took, 2) for name, took in medians.items()}
    told["ratio"] = round(medians["fcgui"] / min(took for name, took in medians.items() if name != "fcgui"), 2)
    told |= {f"{name}_peak_matrices": round(statistics.median(peak) / matrix, 1) for name, peak in peaks.items()}
    return told


def in_the_window(path: Path) -> dict[str, float]:
    """How long events wait in the window from the moment the table is opened until it is shown."""
    from PySide6.QtWidgets import QApplication

    from fcgui.app import App
    from fcgui.launch import make_application
    from tests.benchmarks.window import Answers, post, spin

    application = make_application(["fcgui"])
    assert isinstance(application, QApplication)
    app = App()
    app.begin()
    app.window.show()
    spin(1.0)
    answers, stop = Answers(), threading.Event()
    poster = threading.Thread(target=partial(post, answers, stop))
    poster.start()
    app.files.open(path)
    while app.files.busy:
        spin(0.05)
    reading = np.array(answers.waited_ms)
    spin(1.0)
    stop.set()
    poster.join()
    shown = np.array(answers.waited_ms[len(reading) :])
    app.project_work.close_anyway()
    app.end()
    low, high = np.percentile(reading, (50, 99))
    return {
        "p50_ms": round(float(low), 2), "p99_ms": round(float(high), 1), "max_ms": round(float(reading.max()), 1),
        "showing_max_ms": round(float(shown.max()), 1),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--window", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_tables(Path(folder), given.rows)
        report: dict[str, object] = {
            name: compare(path, given.rounds, given.rows) for name, path in paths.items() if given.rounds
        }
        if given.window:
            report["window"] = {name: in_the_window(path) for name, path in list(paths.items())[:2]}
    print(json.dumps(report | {"load": os.getloadavg()[0]} if hasattr(os, "getloadavg") else report, indent=2))


if __name__ == "__main__":
    main()
