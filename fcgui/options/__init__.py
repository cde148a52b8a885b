"""The command line's options, drawn from the engine's tables: a new setting shows up by itself."""

from __future__ import annotations

import argparse

from fcgui.options.data import add_data, add_recipe, add_roles
from fcgui.options.help import EXPORT_HELP, GENERATE_HELP, INSPECT_HELP, PREDICT_HELP, TRAIN_HELP, WINDOW_HELP
from fcgui.options.parser import Parser, new_parser
from fcgui.options.training import add_train
from fcgui_core.exports import FORMATS
from fcgui_core.prediction_file import KEEP
from fcgui_core.weights_file import version


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of `fcgui [FILE]`."""
    parser = new_parser(
        None, "fcgui", "Draw a fully connected neural network, give it a table, watch it learn.", WINDOW_HELP
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="a table, a project, a weights file, or a state copied as text (fcgui:...)",
    )
    parser.add_argument("--version", action="version", version=f"fcgui {version()}")
    return parser


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of `fcgui train|predict|export|inspect|generate`."""
    parser = Parser(prog="fcgui", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    add_train(new_parser(commands, "train", "Train a network on a table, without a window.", TRAIN_HELP))
    _add_predict(new_parser(commands, "predict", "Use trained weights on the rows of a table.", PREDICT_HELP))
    _add_export(new_parser(commands, "export", "Write trained weights in another form.", EXPORT_HELP))
    _add_inspect(new_parser(commands, "inspect", "Show what is recognised in a table.", INSPECT_HELP))
    _add_generate(new_parser(commands, "generate", "Write the points of a generated set as CSV.", GENERATE_HELP))
    return parser


def _add_predict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", metavar="WEIGHTS.npz", help="written by `fcgui train --out` or by the window")
    add_data(parser)
    results = parser.add_argument_group("results")
    results.add_argument("--out", metavar="FILE.csv", help="write the answers to this .csv or .tsv file, not to stdout")
    results.add_argument(
        "--keep",
        choices=KEEP,
        default="ids",
        help="columns of the file beside the answers; ids: those that are no inputs, such as an Id and the truth "
        "(default: %(default)s)",
    )
    results.add_argument(
        "--like-source",
        action="store_true",
        help="write a .csv with the delimiter and the decimal mark of DATA, so that the spreadsheet that wrote DATA "
        "opens it (default: commas and points, for programs)",
    )
    results.add_argument("--json", action="store_true", help="print one JSON object on stdout, nothing else")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", metavar="WEIGHTS.npz", help="written by `fcgui train --out` or by the window")
    parser.add_argument("out", metavar="OUT", help="the file to write")
    parser.add_argument("--to", choices=tuple(FORMATS), help="the format (default: what OUT's ending says)")


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    add_data(parser)
    add_roles(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help='print one JSON object on stdout, nothing else; "ragged" are the rows for which train refuses the file',
    )


def _add_generate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="one of the sets below")
    add_recipe(parser, "--seed")
    parser.add_argument("--out", metavar="FILE.csv", help="write the table to this file instead of stdout")
