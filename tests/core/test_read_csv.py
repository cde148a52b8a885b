"""Odd but valid files are read exactly; hostile ones are refused with their line. Two tables of cases."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcgui_core.errors import Cancelled, TableError
from fcgui_core.read_csv import read_table
from fcgui_core.read_options import ReadOptions
from fcgui_core.table import Table

PLAIN = "a,b,c\n1,2.5,x\n3,4.5,y\n5,6.5,x\n"
RUSSIAN = "имя;рост;пол\nАнна;170,5;ж\nИван;180,25;м\nОльга Петровна;165,0;ж\n"
FRENCH = "prénom;âge\nFrançois;1,5\nÉlise;2,5\nZoë;3,5\n"

WANT: dict[str, list[Any]] = {"a": [1, 3, 5], "b": [2.5, 4.5, 6.5], "c": ["x", "y", "x"]}
WANT_RUSSIAN: dict[str, list[Any]] = {
    "имя": ["Анна", "Иван", "Ольга Петровна"],
    "рост": [170.5, 180.25, 165],
    "пол": ["ж", "м", "ж"],
}
WANT_FRENCH: dict[str, list[Any]] = {"prénom": ["François", "Élise", "Zoë"], "âge": [1.5, 2.5, 3.5]}

# name: (bytes of the file, the columns that it holds, a piece of a note that must be there)
ODD_BUT_VALID: dict[str, tuple[bytes, dict[str, list[Any]], str]] = {
    "plain": (PLAIN.encode(), WANT, ""),
    "no last newline": (PLAIN.strip().encode(), WANT, ""),
    "carriage returns": (PLAIN.replace("\n", "\r\n").encode(), WANT, ""),
    "old Mac": (PLAIN.replace("\n", "\r").encode(), WANT, ""),
    "byte-order mark": (PLAIN.encode("utf-8-sig"), WANT, ""),
    "UTF-16": (PLAIN.encode("utf-16"), WANT, "utf-16"),
    "UTF-16 without a mark": (PLAIN.encode("utf-16-le"), WANT, "utf-16-le"),
    "UTF-16 big-endian without a mark": (PLAIN.encode("utf-16-be"), WANT, "utf-16-be"),
    "UTF-32": (PLAIN.encode("utf-32"), WANT, "utf-32"),
    "UTF-8 in Russian": (RUSSIAN.encode(), WANT_RUSSIAN, "semicolon"),
    "cp1251": (RUSSIAN.encode("cp1251"), WANT_RUSSIAN, "cp1251"),
    "koi8-r": (RUSSIAN.encode("koi8-r"), WANT_RUSSIAN, "koi8-r"),
    "cp1252": (FRENCH.encode("cp1252"), WANT_FRENCH, "cp1252"),
    "not UTF-8 far behind the start": (
        b"n,t\n" + b"1,x\n" * 70_000 + "2,é\n".encode("latin-1"),
        {"n": [1.0] * 70_000 + [2], "t": ["x"] * 70_000 + ["é"]},
        "cp1252",
    ),
    "tabs": (PLAIN.replace(",", "\t").encode(), WANT, "tab"),
    "pipes": (PLAIN.replace(",", "|").encode(), WANT, "pipe"),
    "spaces": (PLAIN.replace(",", "    ").encode(), WANT, "spaces"),
    "spaces after commas": (PLAIN.replace(",", ", ").encode(), WANT, ""),
    "decimal comma": (PLAIN.replace(",", ";").replace(".", ",").encode(), WANT, "decimal mark"),
    "decimal comma in quotes": (
        b'a,b\n"1,5",x\n"2,5",y\n',
        {"a": [1.5, 2.5], "b": ["x", "y"]},
        "decimal mark",
    ),
    "thousands": (b"a;b\n1,234.5;x\n12,000.25;y\n3.5;x\n", {"a": [1234.5, 12000.25, 3.5]}, ""),
    "thousands, decimal comma": (b"a;b\n1.234,5;x\n12.000,25;y\n3,5;x\n", {"a": [1234.5, 12000.25, 3.5]}, ""),
    "no header": (
        b"1,2,x\n3,4,y\n5,6,x\n",
        {"x1": [1, 3, 5], "x2": [2, 4, 6], "x3": ["x", "y", "x"]},
        "no header",
    ),
    "duplicate names": (b"a,a,b\n1,2,3\n4,5,6\n", {"a": [1, 4], "a (2)": [2, 5], "b": [3, 6]}, "comes twice"),
    "a name like a made-up one": (
        b"a,a,a (2)\n1,2,3\n4,5,6\n",
        {"a": [1, 4], "a (3)": [2, 5], "a (2)": [3, 6]},
        "",
    ),
    "an empty name": (b"a,,b\n1,2,3\n4,5,6\n", {"a": [1, 4], "column 2": [2, 5], "b": [3, 6]}, "no name"),
    "quoted newlines": (
        b'a,b\n1,"x\ny"\n2,"say ""hi"", you"\n',
        {"a": [1, 2], "b": ["x\ny", 'say "hi", you']},
        "",
    ),
    "an inch mark": (b'a,b\n1,5" pipe\n2,x\n', {"a": [1, 2], "b": ['5" pipe', "x"]}, ""),
    "an odd quotation mark": (
        b'a,b\n1,"x" y\n2,z\n',
        {"a": [1, 2], "b": ['"x" y', "z"]},
        "odd quotation marks",
    ),
    "trailing delimiters": (PLAIN.replace("\n", ",\n").encode(), WANT, "ends with a delimiter"),
    "trailing delimiters but in the header": (
        PLAIN.replace("\n", ",\n").replace(",\n", "\n", 1).encode(),
        WANT,
        "",
    ),
    "114 empty rows at the end": (PLAIN.encode() + b",,\n" * 114, WANT, "114 rows without"),
    "blank lines": (PLAIN.replace("\n", "\n\n").encode(), WANT, ""),
    "comments above": (b"# made by hand\n# twice\n" + PLAIN.encode(), WANT, "2 lines above"),
    "a title above": (b"My measurements\n\n" + PLAIN.encode(), WANT, "above the table"),
    "sep= from Excel": (b"sep=;\n" + PLAIN.replace(",", ";").encode(), WANT, ""),
    "row names of R": (
        b"a,b\nr1,1,2\nr2,3,4\n",
        {"row": ["r1", "r2"], "a": [1, 3], "b": [2, 4]},
        "rows' names",
    ),
    "missing markers": (
        b"n,t\n1,NA\n?,x\n-,-\nNaN,null\n,y\n",
        {"n": [1, None, None, None, None], "t": [None, "x", "-", None, "y"]},
        "",
    ),
    "codes with leading zeros": (
        b"zip,y\n01234,1\n00345,2\n11111,3\n",
        {"zip": ["01234", "00345", "11111"]},
        "",
    ),
    "numbers too long for a float": (
        b"k,y\n12345678901234567890,1\n12345678901234567891,2\n",
        {"k": ["12345678901234567890", "12345678901234567891"]},
        "",
    ),
    "what float() would take": (
        b"a,b\n1_000,1e999\n2,inf\n",
        {"a": ["1_000", "2"], "b": ["1e999", "inf"]},
        "",
    ),
    "three words among numbers": (
        b"n,m\n" + b"1,2\n" * 30 + b"oops,2\n",
        {"n": [1.0] * 30 + [None], "m": [2.0] * 31},
        'n holds numbers but for "oops" in line 32; this cell counts as missing',
    ),
    "one word again and again among many numbers": (
        b"n,m\n" + b"".join(b"%d.5,2\nunknown,2\n%d.25,2\n%d.75,2\n%d.1,2\n" % (i, i, i, i) for i in range(20)),
        {"n": [value for i in range(20) for value in (i + 0.5, None, i + 0.25, i + 0.75, i + 0.1)]},
        'n holds numbers but for "unknown" in lines 3, 8, 13, 18, 23 and 15 more; these cells count as missing',
    ),
    "a step among few different numbers": (
        b"doors,m\n" + b"2,1\n3,2\n4,3\n4,3\n3,3\n5more,2\n" * 20,
        {"doors": ["2", "3", "4", "4", "3", "5more"] * 20},
        "",
    ),
    "no data in Russian": ("n,m\n1,н/д\n2,a\nнет данных,b\n".encode(), {"n": [1, 2, None], "m": [None, "a", "b"]}, ""),
    "text after 20,000 numbers": (
        b"n,m\n" + b"1.50,2\n" * 20_000 + b"oops,2\n",
        {"n": [1.5] * 20_000 + [None], "m": [2.0] * 20_001},
        "line 20002",
    ),
    "years as names": (b"land,2019,2020\nA,1.5,2\nB,2.5,3\n", {"land": ["A", "B"], "2019": [1.5, 2.5]}, ""),
    "gzip": (gzip.compress(PLAIN.encode()), WANT, ""),
    "one column": (b"a\n1\n2\n3\n", {"a": [1, 2, 3]}, ""),
    "one row": (b"a,b\n1,2\n", {"a": [1], "b": [2]}, ""),
}

# name: (bytes of the file, its line or None, a piece of the message)
HOSTILE: dict[str, tuple[bytes, int | None, str]] = {
    "empty": (b"", None, "empty"),
    "blanks only": (b" \n\t\n \n", None, "empty"),
    "header only": (b"a,b,c\n", 1, "no rows"),
    "binary": (bytes(range(256)) * 20, None, "binary"),
    "random bytes": (np.random.default_rng(0).bytes(5000), None, "binary"),
    "zero bytes": (PLAIN.encode() + b"7,\x00,x\n" * 20, None, "binary"),
    "zero bytes far behind the start": (b"a,b\n" + b"1,2\n" * 100_000 + b"1,\x00\n" * 10_000, 100_002, "binary"),
    "an Excel file": (b"PK\x03\x04" + b"x" * 100, None, "Excel"),
    "a PDF": (b"%PDF-1.7\n...", None, "PDF"),
    "a short row": (PLAIN.encode() + b"7,8\n", 5, "2 cells where the other rows have 3"),
    "a long row": (PLAIN.encode() + b"7,8,9,10\n", 5, "4 cells where the other rows have 3"),
    "a short row behind quoted newlines": (b'a,b,c\n1,"x\ny",2\n3,"z",4\n5,6\n', 5, "2 cells"),
    "a short row behind 20,000": (b"a,b,c\n" + b"1,2,3\n" * 20_000 + b"1,2\n", 20_002, "2 cells"),
    "a header that is too long": (b"a,b,c,d\n1,2,3\n4,5,6\n7,8,9\n", 1, "4 cells"),
    "a quotation mark that is never closed": (b'a,b\n1,x\n2,"y\n' + b"3,z\n" * 20_000, 3, "never closed"),
    "a quotation mark closed by another": (b'a,b\n1,"x\n2,y\n3,"z"\n', 2, "never closed"),
    "half a gzip": (gzip.compress(PLAIN.encode() * 1000)[:60], None, "cannot be read"),
}


def read(tmp_path: Path, content: bytes, **options: Any) -> Table:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    hooks = {name: options.pop(name) for name in ("progress", "cancelled") if name in options}
    return read_table(path, ReadOptions(**options), **hooks)


def cells(table: Table, name: str) -> list[Any]:
    column = table.column(name)
    if column.is_number:
        return [None if np.isnan(value) else value for value in column.values]
    return list(column.values)


@pytest.mark.parametrize("name", ODD_BUT_VALID)
def test_odd_but_valid(tmp_path: Path, name: str) -> None:
    content, want, note = ODD_BUT_VALID[name]
    table = read(tmp_path, content)
    assert {column: cells(table, column) for column in want} == want
    if want in (WANT, WANT_RUSSIAN, WANT_FRENCH):
        assert table.names == tuple(want)
    assert note in " ".join(table.notes)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(tmp_path: Path, name: str) -> None:
    content, line, message = HOSTILE[name]
    with pytest.raises(TableError, match=message) as caught:
        read(tmp_path, content)
    assert caught.value.line == line
    told = str(caught.value)
    assert told.startswith("file.csv") and "\n" not in told and (line is None or f"line {line}:" in told)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "folder"),
        pytest.param(
            lambda path: os.mkfifo(path),
            "ordinary",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here"),
        ),
    ],
)
def test_no_file(tmp_path: Path, make: Any, message: str) -> None:
    make(tmp_path / "thing.csv")
    with pytest.raises(TableError, match=message):
        read_table(tmp_path / "thing.csv")


@pytest.mark.parametrize(
    ("content", "options", "want"),
    [
        (b"a;b\n1,5;2\n2,5;3\n", {"decimal": "."}, {"a": ["1,5", "2,5"]}),
        (b"a;b,c\n1;2,3\n4;5,6\n", {"delimiter": ";"}, {"a": [1, 4], "b,c": [2.3, 5.6]}),
        (b"1,2\n3,4\n", {"header": True}, {"1": [3], "2": [4]}),
        (b"a,b\nc,d\n", {"header": False}, {"x1": ["a", "c"], "x2": ["b", "d"]}),
        ("ж,1\nщ,2\n".encode("cp1251"), {"encoding": "cp1251"}, {"x1": ["ж", "щ"]}),
        (b"a.1.b\nc.2.d\n", {"delimiter": "."}, {"x1": ["a", "c"], "x2": [1, 2]}),
    ],
)
def test_what_the_user_fixes_is_not_guessed(
    tmp_path: Path, content: bytes, options: dict[str, Any], want: dict[str, list[Any]]
) -> None:
    table = read(tmp_path, content, **options)
    assert {column: cells(table, column) for column in want} == want


@pytest.mark.parametrize(("encoding", "message"), [("utf-8", "not text in utf-8"), ("nonsense", "no encoding called")])
def test_a_wrong_encoding_is_told(tmp_path: Path, encoding: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read(tmp_path, RUSSIAN.encode("cp1251"), encoding=encoding)


@pytest.mark.parametrize("decimal", [".", ","])
def test_the_quick_way_and_the_exact_way_agree(tmp_path: Path, decimal: str) -> None:
    numbers = np.random.default_rng(0).normal(size=(25_000, 3)).round(6)
    mark = ";" if decimal == "," else ","
    lines = [mark.join(repr(float(number)).replace(".", decimal) for number in row) for row in numbers]
    quick = read(tmp_path, "\n".join(["a" + mark + "b" + mark + "c", *lines]).encode())
    exact = read(
        tmp_path,
        "\n".join(["a" + mark + "b" + mark + "c" + mark + "t", *(line + mark + "x" for line in lines)]).encode(),
    )
    for at, name in enumerate("abc"):
        assert (quick.column(name).values == numbers[:, at]).all()
        assert (exact.column(name).values == numbers[:, at]).all()


def test_progress_and_cancel(tmp_path: Path) -> None:
    content = b"a,b\n" + b"1,2\n" * 50_000
    fractions: list[float] = []
    read(tmp_path, content, progress=fractions.append)
    assert len(fractions) >= 5 and fractions == sorted(fractions) and fractions[-1] == 1.0
    with pytest.raises(Cancelled):
        read(tmp_path, content, progress=fractions.append, cancelled=lambda: len(fractions) > 8)


def test_mutated_files_give_a_table_or_our_own_error(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    base = np.frombuffer((RUSSIAN + '1;"2;3";4\n' + PLAIN * 3).encode(), dtype=np.uint8)
    for _ in range(300):
        content = base.copy()
        content[rng.integers(0, len(content), 4)] = rng.choice(
            np.frombuffer(b'\x00\xff";,\n\r \x80=-9', dtype=np.uint8), 4
        )
        try:
            table = read(tmp_path, content.tobytes())
        except TableError:
            continue
        assert table.n_rows > 0


def test_a_table_cannot_be_changed(tmp_path: Path) -> None:
    table = read(tmp_path, PLAIN.encode())
    with pytest.raises(ValueError, match="read-only"):
        table.column("a").values[0] = 7
