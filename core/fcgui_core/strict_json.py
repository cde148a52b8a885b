"""JSON as strict as its standard: no NaN, no name twice, an object at the top; and what a value has to be."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

HALVES = re.compile("[\ud800-\udfff]")  # bytes of a file's name that are no letters; UTF-8 has no place for them


def dump(data: Mapping[str, Any]) -> str:
    """Return an object as JSON on one line; `ValueError` for a number that is not finite."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def parse(text: str) -> dict[str, Any]:
    """Return the object that ``text`` holds; `ValueError` for anything else, and for what JSON does not know.

    Python's own parser takes NaN for a number, 1e999 for infinity, and lets the last of two equal names win in silence.
    """
    try:
        data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError("not an object")
    return data


def a_text(value: Any) -> str:
    """Return a value that has to be a text; `TypeError` for anything else."""
    if not isinstance(value, str):
        raise TypeError
    return value


def a_whole(value: Any) -> int:
    """Return a value that has to be a whole number; `TypeError` for anything else, true and false too."""
    if type(value) is not int:
        raise TypeError
    return value


def an_object(value: Any) -> dict[str, Any]:
    """Return a value that has to be an object; `TypeError` for anything else."""
    if not isinstance(value, dict):
        raise TypeError
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name comes twice")
    return dict(pairs)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _refuse(constant: str) -> Any:
    raise ValueError(constant)
