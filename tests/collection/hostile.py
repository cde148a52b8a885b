"""Files that cannot be read as a table, each for another reason, with what the user must be told."""

from __future__ import annotations

import gzip
import io
import json
import random
import sqlite3
import tarfile
import zipfile

from tests.collection.writing import Hostile, written

PLAIN = written()
LONG = PLAIN + "oak 9,1.5,3,tree\n" * 12_000
HEADER, ROWS = PLAIN.split("\n", 1)
FEW = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n"


def zipped(*names: str) -> bytes:
    """A zip file with the table in it under these names."""
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w") as archive:
        for name in names:
            archive.writestr(name, PLAIN)
    return store.getvalue()


def tarred() -> bytes:
    """A tar archive, gzipped, with the table in it."""
    store = io.BytesIO()
    with tarfile.open(fileobj=store, mode="w:gz") as archive:
        info = tarfile.TarInfo("table.csv")
        info.size = len(PLAIN)
        archive.addfile(info, io.BytesIO(PLAIN.encode()))
    return store.getvalue()


def database() -> bytes:
    """A database with one table."""
    connection = sqlite3.connect(":memory:")
    connection.execute("create table plants (name text)")
    content = connection.serialize()
    connection.close()
    return content


def noise(n: int, first: int = 0, last: int = 255) -> bytes:
    """Bytes that mean nothing, the same each time."""
    generator = random.Random(0)
    return bytes(generator.randint(first, last) for _ in range(n))


EMPTY: dict[str, Hostile] = {
    "empty": Hostile(b"", ("empty",)),
    "blanks": Hostile("   \t  ", ("empty",)),
    "blank lines": Hostile("\n\n\r\n \n", ("empty",)),
    "only a byte-order mark": Hostile(b"\xef\xbb\xbf", ("no rows",)),
    "only a mark of UTF-16": Hostile(b"\xff\xfe", ("no rows",)),
    "an empty gzip": Hostile(gzip.compress(b""), ("empty",), ending=".csv.gz"),
    "a header and nothing": Hostile("a,b,c\n", ("header but no rows",)),
    "a header and blank lines": Hostile("a,b,c\n\n\n", ("header but no rows",)),
    "a header and empty rows": Hostile("a,b,c\n,,\n,,\n", ("header but no rows",)),
    "only empty rows": Hostile(",,\n,,\n,,\n", ("no rows",)),
    "only sep=": Hostile("sep=;\n", ("no rows",)),
    "only a Ctrl-Z": Hostile("\x1a", ("no rows",)),
}

OTHER_FILES: dict[str, Hostile] = {
    "a zip of two files": Hostile(zipped("a.csv", "b.csv"), ("2 files",)),
    "a broken workbook": Hostile(b"PK\x03\x04" + noise(200), ("Excel",), ending=".csv"),
    "an old workbook": Hostile(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(200), ("old Excel",), ending=".xls"),
    "a PDF": Hostile(b"%PDF-1.7\n1 0 obj\n", ("PDF",)),
    "a PNG": Hostile(b"\x89PNG\r\n\x1a\n" + noise(100), ("picture",)),
    "a JPEG": Hostile(b"\xff\xd8\xff\xe0" + noise(100), ("picture",)),
    "a GIF": Hostile(b"GIF89a" + noise(100), ("picture",)),
    "a database": Hostile(database(), ("database",)),
    "a NumPy array": Hostile(b"\x93NUMPY\x01\x00" + noise(100), ("NumPy",)),
    "an HDF5 file": Hostile(b"\x89HDF\r\n\x1a\n" + noise(100), ("HDF5",)),
    "a text of a word processor": Hostile(rb"{\rtf1\ansi Plants of the garden}", ("text document",)),
    "a web page": Hostile("<!DOCTYPE html>\n<p>Not found, sorry, bye</p>\n", ("web page",)),
    "an XML file": Hostile('<?xml version="1.0"?>\n<a>1,2</a>\n<a>3,4</a>\n', ("XML",)),
    "a JSON file": Hostile(json.dumps([{"a": 1, "b": [1, 2, 3]}, {"a": 2, "b": [1]}], indent=1), ("JSON",)),
    "a JSON file on one line": Hostile(json.dumps({"a": [1, 2, 3]}), ("JSON",)),
    "a bzip2 file": Hostile(b"BZh91AY&SY" + noise(100), ("compressed",)),
    "an xz file": Hostile(b"\xfd7zXZ\x00" + noise(100), ("compressed",)),
    "a tar in a gzip": Hostile(tarred(), ("binary",), ending=".csv.gz"),
    "half a gzip": Hostile(gzip.compress(LONG.encode())[:500], ("cannot be read",), ending=".csv.gz"),
    "a gzip with a broken checksum": Hostile(
        gzip.compress(PLAIN.encode())[:-8] + b"\0" * 8, ("cannot be read",), ending=".csv.gz"
    ),
    "a gzip of noise": Hostile(gzip.compress(noise(500)), ("binary",), ending=".csv.gz"),
    "noise": Hostile(noise(5000), ("binary",)),
    "all bytes": Hostile(bytes(range(256)) * 4, ("binary",)),
    "control characters": Hostile(noise(500, 2, 8), ("binary",)),
    "zeros": Hostile(b"\0" * 500, ("binary",)),
    "zero bytes in every row": Hostile(FEW + "7,\0,x\n" * 20, ("binary",)),
    "many zero bytes far behind the start": Hostile(
        b"a,b\n" + b"1,2\n" * 100_000 + b"1,\0\n" * 10_000, ("binary",), 100_002
    ),
    "a sparse .arff": Hostile(
        "@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n{0 1, 1 2}\n", ("sparse",), 5, ".arff"
    ),
    "an .arff without data": Hostile("@relation r\n@attribute a numeric\n", ("@data",), ending=".arff"),
    "half a UTF-16": Hostile("a,b\n1,2\n".encode("utf-16") + b"\x31", ("not a table of text",)),
}

ROWS_OF_OTHER_WIDTH: dict[str, Hostile] = {
    "a short row": Hostile(FEW + "7,8\n", ("2 cells where the other rows have 3",), 5),
    "a row of one cell in the middle": Hostile(FEW + "x\n" + "1,2,3\n" * 5, ("1 cell where",), 5),
    "a remark between rows": Hostile(FEW + "to be measured again\n1,2,3\n", ("1 cell where",), 5),
    "a long row": Hostile(FEW + "7,8,9,10\n", ("4 cells where the other rows have 3",), 5),
    "a long row with an empty cell": Hostile(FEW + "7,8,9,\n", ("4 cells",), 5),
    "an empty cell too many in front": Hostile(PLAIN + ",oak 9,1.5,3,tree\n", ("5 cells",), 22),
    "thousands of digits that are no number": Hostile(  # which must not take the square of their number in time
        "a,b,c\n" + f"{'3' * 20_000}x,1,2\n" * 6 + "4,5\n", ("2 cells",), 8
    ),
    "a short row at the very end": Hostile(FEW + "7,8", ("2 cells",), 5),
    "a short row behind quoted newlines": Hostile('a,b,c\n1,"x\ny",2\n3,"z",4\n5,6\n', ("2 cells",), 5),
    "a short row behind blank lines": Hostile(FEW + "\n\n\n7,8\n", ("2 cells",), 8),
    "a short row behind a comment": Hostile("# one\n" + FEW + "7,8\n", ("2 cells",), 6),
    "a short row below a title": Hostile("Plants\n\n" + PLAIN + "oak,1.5\n", ("2 cells",), 24),
    "a short row behind 12,000": Hostile(LONG + "oak,1.5\n", ("2 cells",), 12_022),
    "a long row behind 12,000": Hostile(LONG + "oak,1.5,3,tree,x\n", ("5 cells",), 12_022),
    "a decimal comma in one row of commas": Hostile(PLAIN + "oak 9,1,5,3,tree\n", ("5 cells",), 22),
    "another delimiter in one row": Hostile(PLAIN + "oak 9;1.5;3;tree\n", ("1 cell",), 22),
    "a blank instead of a delimiter": Hostile(FEW + "7 8,9\n", ("2 cells",), 5),
    "a name too many": Hostile("a,b,c,d\n1,2,3\n4,5,6\n7,8,9\n", ("4 cells",), 1),
    "two names too few": Hostile("a\n1,2,3\n4,5,6\n7,8,9\n".replace("a\n", "a,b\n").replace(",3", ",3,4").replace(
        "4,5,6", "4,5,6,7").replace("7,8,9", "7,8,9,1"), ("2 cells",), 1),
    "a second table with fewer columns": Hostile(PLAIN + "\n" + "a,b\n1,2\n3,4\n", ("2 cells",), 23),
    "a second table with more columns": Hostile(FEW + "\na,b,c,d\n1,2,3,4\n", ("4 cells",), 6),
    "a sentence instead of a table": Hostile(
        "One thing, and another.\nNothing here\nA list: this, that, these\nEnd.\n", ("cell",), 2
    ),
}  # fmt: skip

QUOTES: dict[str, Hostile] = {
    "a quote that is never closed": Hostile('a,b\n1,x\n2,"y\n' + "3,z\n" * 300, ("never closed",), 3),
    "a quote that is never closed in a long file": Hostile('a,b\n1,x\n2,"y\n' + "3,z\n" * 20_000, ("never closed",), 3),
    "a quote that is closed two hundred rows below": Hostile(
        'a,b\n1,x\n2,"y\n' + "3,z\n" * 200 + '4,u"\n5,v\n', ("never closed",), 3
    ),
    "a quote that is never closed in the last row": Hostile('a,b\n1,x\n3,z\n2,"y\n', ("never closed",), 4),
    "a quote closed by that of another row": Hostile('a,b\n1,"x\n2,y\n3,"z"\n', ("never closed",), 2),
    "a text behind a closed quote": Hostile('a,b\n1,"x, y" z\n2,u\n3,v\n', ("quotation mark",), 2),
    "a single quotation mark too many": Hostile("a,b\n1,'x, y'\n2,'u, v'\n3,'s, t' w\n4,'s'\n", ("quotation mark",), 4),
    "a quotation mark between two cells": Hostile(
        'a,b,c\n1,"x","y"\n2,"u""v","w"\n3,"x"y","z, t"\n4,"x","y"\n', ("quotation mark",), 4
    ),
    "only quotation marks": Hostile('"\n' * 301, ("never closed",), None),
}  # fmt: skip

HOSTILE: dict[str, Hostile] = EMPTY | OTHER_FILES | ROWS_OF_OTHER_WIDTH | QUOTES
