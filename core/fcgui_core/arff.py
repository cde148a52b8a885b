"""The head of an .arff file, the format of Weka: its @attribute lines name the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from fcgui_core.errors import TableError

_ATTRIBUTE = re.compile(r"\s*@attribute\s+('(?:[^'\\]|\\.)*'|\"[^\"]*\"|\S+)", re.IGNORECASE)


def recognise_arff(lines: Sequence[str]) -> dict[str, Any] | None:
    """Return the fields of the dialect of an .arff file, or None if it is none.

    Raises `TableError` for a sparse file, and for one whose head does not end in the lines given.
    """
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("%")), "")
    if not first.lstrip().lower().startswith("@relation"):
        return None
    names: list[str] = []
    for at, line in enumerate(lines, 1):
        attribute = _ATTRIBUTE.match(line)
        if attribute:
            names.append(attribute.group(1).strip("'\"").replace("\\'", "'"))
        elif line.strip().lower() == "@data":
            return _dialect(lines, at, names)
    raise TableError("the head of this .arff file does not end with a line @data.")


def _dialect(lines: Sequence[str], data_line: int, names: list[str]) -> dict[str, Any]:
    body = [line for line in lines[data_line:] if line.strip() and not line.startswith("%")]
    if body and body[0].lstrip().startswith("{"):
        raise TableError("this .arff file is sparse; save it in the plain form first.", None, data_line + 1)
    quote = "'" if any("'" in line for line in body) else '"'
    note = f"the names are taken from the @attribute lines above line {data_line}."
    escape = "\\" if quote == "'" else ""
    return {
        "delimiter": ",", "decimal": ".", "header": True, "width": len(names), "names": tuple(names), "body": data_line,
        "header_line": data_line, "quote": quote, "escape": escape, "comment": "%", "notes": (note,),
    }  # fmt: skip
