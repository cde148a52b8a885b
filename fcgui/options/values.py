"""How the text of one option is read; what it cannot be is refused in a sentence."""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Callable, Collection, Sequence
from typing import Any

from fcgui.defaults import AUTO
from fcgui_core.column import Kind
from fcgui_core.errors import TableError
from fcgui_core.read_options import RAGGED
from fcgui_core.without_rows import Ranges, read_ranges

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "space": " "}
KIND_WORDS: dict[str, Kind] = {
    "number": "numeric", "category": "categorical", "identifier": "identifier", "date": "date", "text": "text",
}  # fmt: skip


def or_auto(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return a function that leaves "auto" as it is and reads everything else as ``read`` does."""

    def read_all(text: str) -> Any:
        return AUTO if text == AUTO else read(text)

    read_all.__name__ = read.__name__
    return read_all


def finite(text: str) -> float:
    """A number that is neither infinite nor NaN."""
    number = float(text)
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text} is not a finite number")
    return number


finite.__name__ = "number"  # argparse says "invalid number value"


def whole(minimum: int, maximum: int = 10**9) -> Callable[[str], int]:
    """Return a function that reads a whole number between two, both included."""

    def read(text: str) -> int:
        number = int(text)
        if not minimum <= number <= maximum:
            raise argparse.ArgumentTypeError(f"{text} is not between {minimum} and {maximum}")
        return number

    read.__name__ = "whole number"
    return read


def share(text: str) -> float:
    """A share of the rows, 0 to below 1."""
    number = finite(text)
    if not 0 <= number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a share, 0 to below 1")
    return number


def sizes(text: str) -> tuple[int, ...]:
    """The units of each hidden layer: "200,100,50"; "" is none."""
    try:
        return tuple(int(part) for part in text.split(",")) if text.strip() else ()
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a list of whole numbers such as 200,100,50') from None


def names(known: Collection[str]) -> Callable[[str], tuple[str, ...]]:
    """Return a function that reads names of ``known`` ones, separated by commas."""

    def read(text: str) -> tuple[str, ...]:
        given = tuple(part.strip() for part in text.split(","))
        for name in given:
            if name not in known:
                raise argparse.ArgumentTypeError(f'there is no "{name}"; choose from {", ".join(known)}')
        return given

    return read


def columns(text: str) -> Sequence[str]:
    """Names separated by commas; a name with a comma in it stands in quotation marks."""
    return [name.strip() for name in next(csv.reader([text], skipinitialspace=True), []) if name.strip()]


def kind(text: str) -> tuple[str, Kind]:
    """A column and its kind: "zip=category"."""
    name, _, word = (part.strip() for part in text.rpartition("="))
    if not name or word not in KIND_WORDS:
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=KIND; the kinds are {', '.join(KIND_WORDS)}")
    return name, KIND_WORDS[word]


def order(text: str) -> tuple[str, tuple[str, ...]]:
    """A column and its categories, lowest first: "size=small,medium,large"."""
    name, _, listed = (part.strip() for part in text.partition("="))
    categories = tuple(columns(listed))
    if not name or not categories:
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=LOW,...,HIGH")
    return name, categories


def lines(text: str) -> Ranges:
    """Lines of a file: "12,151-160"."""
    try:
        return read_ranges(text)
    except TableError as error:
        raise argparse.ArgumentTypeError(error.message.rstrip(".")) from None


def ragged(text: str) -> str:
    """What is done with rows of another width: "leave-out" is the engine's "leave out"."""
    plain = text.replace("-", " ")
    if plain not in RAGGED:
        raise argparse.ArgumentTypeError(f'"{text}" is neither refuse nor leave-out')
    return plain


def delimiter(text: str) -> str:
    """A delimiter by its name, or the character itself."""
    mark = DELIMITERS.get(text, "\t" if text == "\\t" else text)
    if len(mark) != 1 or mark in '"\r\n':
        raise argparse.ArgumentTypeError(
            f'"{text}" is not a delimiter: name one of {", ".join(DELIMITERS)}, or a character'
        )
    return mark


class Collect(argparse.Action):
    """Collects the values of an option that may come again, in a tuple."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        setattr(namespace, self.dest, (*(getattr(namespace, self.dest) or ()), values))
