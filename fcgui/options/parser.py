"""The parser that all commands share: what goes wrong is told in two short lines."""

from __future__ import annotations

import argparse
import difflib
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """A parser whose errors are two short lines, with the option that was probably meant."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        given, unknown = super().parse_known_args(args, namespace)
        if unknown and " " in self.prog:  # a command's own parser: it knows its options, the one above does not
            is_option = unknown[0].startswith("-")
            self.error(
                f"there is no option {unknown[0]}{self._meant(unknown[0])}"
                if is_option
                else f"{unknown[0]} is one word too many"
            )
        return given, unknown

    def _meant(self, option: str) -> str:
        known = [name for name in self._option_string_actions if name.startswith("--")]
        near = difflib.get_close_matches(option.partition("=")[0], known, n=1)
        return f"; did you mean {near[0]}?" if near else ""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"usage: {self.prog} {self._places()}\n{self.prog}: {message}; {self.prog} --help tells more\n")

    def _places(self) -> str:
        """What stands on the line by its place; the options are too many to be of help here."""
        places = [str(one.metavar or one.dest) for one in self._get_positional_actions()]
        return " ".join([*places, "[options]"])


def new_parser(commands: Any, name: str, description: str, examples: str) -> argparse.ArgumentParser:
    """Return the parser of one of ``commands`` (argparse's subparsers), or a parser by itself where that is None."""
    words: dict[str, Any] = {
        "description": description,
        "epilog": examples,
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "allow_abbrev": False,
    }
    if commands is None:
        return Parser(prog=name, **words)
    made: argparse.ArgumentParser = commands.add_parser(name, **words)
    return made
