"""The same bytes, damaged at random: each file is a table, or refused with a sentence of ours; none freezes.

A few hundred by default; ``FCGUI_MUTANTS=20000`` makes it the long run, which prints the slowest files.
"""

from __future__ import annotations

import datetime
import io
import os
import random
import time
import zipfile
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

from fcgui.bundled import find_datasets
from fcgui.tables import open_table
from fcgui_core.errors import FcguiError
from fcgui_core.table import Table
from tests.collection.hostile import HOSTILE
from tests.collection.odd import ODD
from tests.collection.writing import in_bytes

MUTANTS = int(os.environ.get("FCGUI_MUTANTS", "400"))
LARGEST = 100_000  # bytes
PIECES = (
    *(b'"', b"'", b"\\", b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff", b"\xd0", b"-", b"NA", b"1e999", b'""'),
    *(b"#", b"|", b" " * 40),
)


def mutated(rng: random.Random, seeds: list[bytes]) -> bytes:
    """One file, with some bytes changed, cut, doubled, moved, or mixed with another one."""
    data = bytearray(rng.choice(seeds))
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(7)
        if kind == 0 and data:
            data[min(at, len(data) - 1)] = rng.randrange(256)
        elif kind == 1:
            data[at:at] = rng.choice(PIECES) * rng.choice((1, 1, 2, 500))
        elif kind == 2:
            del data[at : at + rng.choice((1, 5, 200))]
        elif kind == 3:
            piece = bytes(data[at : at + rng.choice((10, 300))])
            data[at:at] = piece * rng.choice((1, 3, 60))
        elif kind == 4:
            del data[at:]
        elif kind == 5:
            other = rng.choice(seeds)
            data[at:at] = other[: rng.randrange(1, 2_000)]
        else:
            data = bytearray(data.replace(rng.choice(PIECES), rng.choice(PIECES)))
        del data[LARGEST:]
    return bytes(data)


@pytest.mark.timeout(3600)
def test_a_damaged_file_is_a_table_or_is_refused_in_one_sentence(tmp_path: Path) -> None:
    rng = random.Random(8)
    files = [*(case.content for case in ODD.values()), *(case.content for case in HOSTILE.values())]
    seeds = [data for data in map(in_bytes, files) if 0 < len(data) <= LARGEST]
    seeds += [card.path.read_bytes()[:LARGEST] for card in find_datasets()] * 4
    open_table(find_datasets()[0].path)  # imports the fast reader
    path, slowest, tables = tmp_path / "mutant.csv", [], 0
    for number in range(MUTANTS):
        path.write_bytes(mutated(rng, seeds))
        began = time.perf_counter()
        try:
            tables += isinstance(open_table(path), Table)
        except FcguiError as error:
            told = str(error)
            assert told.startswith("mutant.csv") and "\n" not in told, (number, told)
        slowest.append((time.perf_counter() - began, number))
    assert tables > MUTANTS / 20
    _tell_slowest(slowest)


def workbook() -> dict[str, bytes]:
    """The parts of a workbook with numbers, dates and texts."""
    book, stored = openpyxl.Workbook(), io.BytesIO()
    for at in range(150):
        book.active.append([at, at / 7, ("red", "green", None)[at % 3], datetime.date(2024, 1, 1 + at % 28)])
    book.save(stored)
    with zipfile.ZipFile(stored) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged_workbook(rng: random.Random, parts: dict[str, bytes]) -> bytes:
    """The workbook with one damaged part, or damaged as a whole."""
    hit, stored = rng.choice([*parts, ""]), io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, mutated(rng, [part]) if name == hit else part)
    return stored.getvalue() if hit else mutated(rng, [stored.getvalue()])


def parquet_files() -> list[bytes]:
    """A table as Parquet, packed in several ways."""
    table = pyarrow.table(
        {
            "a": list(range(150)),
            "b": [at / 7 for at in range(150)],
            "c": ["red", "green", None] * 50,
            "d": [datetime.datetime(2024, 1, 1 + at % 28) for at in range(150)],
        }
    )
    files = []
    for packing in ("none", "snappy", "gzip", "zstd"):
        stored = io.BytesIO()
        pyarrow.parquet.write_table(table, stored, compression=packing)
        files.append(stored.getvalue())
    return files


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("ending", [".xlsx", ".parquet"])
def test_a_damaged_file_that_is_no_text_is_refused_in_one_sentence_too(tmp_path: Path, ending: str) -> None:
    rng = random.Random(9)
    parts, files = workbook(), parquet_files()
    path, slowest = tmp_path / f"mutant{ending}", []
    for number in range(MUTANTS // 4):
        path.write_bytes(damaged_workbook(rng, parts) if ending == ".xlsx" else mutated(rng, files))
        began = time.perf_counter()
        try:
            open_table(path)
        except FcguiError as error:
            told = str(error)
            assert told.startswith(path.name) and "\n" not in told, (number, told)
        slowest.append((time.perf_counter() - began, number))
    _tell_slowest(slowest)


def _tell_slowest(slowest: list[tuple[float, int]]) -> None:
    print("slowest:", [(round(1000 * seconds), number) for seconds, number in sorted(slowest)[-5:]])
