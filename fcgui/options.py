"""The command line's options, drawn from the engine's tables: a new setting shows up by itself."""

from __future__ import annotations

import argparse
import csv
import difflib
import math
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from fcgui.defaults import AUTO, SHORT_NAMES, WITH_EPOCHS
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.column import Kind
from fcgui_core.exports import FORMATS
from fcgui_core.losses import LOSSES
from fcgui_core.prediction_file import KEEP
from fcgui_core.preparation import CLASS_WEIGHTS
from fcgui_core.read_options import RAGGED
from fcgui_core.roles import TASKS
from fcgui_core.scaling import SCALES
from fcgui_core.settings import SETTINGS, Setting
from fcgui_core.synthetic import SETS
from fcgui_core.weights_file import version

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "space": " "}
KIND_WORDS: dict[str, Kind] = {
    "number": "numeric", "category": "categorical", "identifier": "identifier", "date": "date", "text": "text",
}  # fmt: skip
CHOSEN_FROM = {
    "learning_rate": "0.003 for adam and adamw, else 0.01",
    "batch_size": "32 to 256, from the number of rows",
    "l2": "tried out on the training rows",
    "schedule": "cosine",
    "decay_epochs": "all epochs",
}  # what auto means for the options that it has
SEPARATE = ("loss", "seed")  # settings that the command line words in its own way

WINDOW_HELP = """\
other commands (each has its own --help):
  fcgui train DATA [options]        train without a window
  fcgui predict WEIGHTS.npz DATA    use trained weights on new rows
  fcgui export WEIGHTS.npz OUT      write weights as .json, .py or .npz
  fcgui inspect DATA                what is recognised in a table
  fcgui generate NAME --out F.csv   points of a generated set as a table

examples:
  fcgui                             open the window
  fcgui my_table.csv                open the window with a table
  fcgui train iris --hidden 200,100,50 --epochs 100 --out w.npz
"""

TRAIN_HELP = """\
Without --epochs, what is left out is chosen from the training rows, and told: a budget of steps, the batch, and how
much L2 holds the weights down. Some strengths are tried: by cross-validation on a small table, on a fifth of the
training rows of a larger one. Test rows are never looked at for it. With --epochs the training is exactly what is said.

examples:
  fcgui train my_table.csv
  fcgui train iris --hidden 200,100,50 --epochs 100 --seed 0 --out w.npz
  fcgui train my_table.csv --target price --ignore id,comment --json
  fcgui train penguins --target body_mass_g --hidden 32,32 --activation tanh --lr 0.003
  fcgui train auto_mpg --hidden "" --optimizer sgd --batch full --epochs 500
  fcgui train spiral --noise 0.1 --points 1000 --data-seed 3 --hidden 16,16 --activation tanh
  fcgui train circle --derive "x1^2,x2^2" --hidden ""
"""

PREDICT_HELP = """\
examples:
  fcgui predict w.npz iris
  fcgui predict w.npz new_rows.csv --out answers.csv
  fcgui predict w.npz new_rows.csv --out answers.tsv --keep all --json

Each row of the table gives one line, in the same order. Columns may stand in any order, and the target may be
missing; where it is there, its column is kept, "right" (1 or 0) or "error" (prediction - truth) is added, and the
score is told on stderr. Cells that hold no number where one is needed count as missing, unknown categories as
"other"; both are told.
"""

EXPORT_HELP = """\
examples:
  fcgui export w.npz model.py       a script that needs NumPy only
  fcgui export w.npz model.txt --to json
"""

INSPECT_HELP = """\
examples:
  fcgui inspect iris
  fcgui inspect my_table.csv --json
  fcgui inspect circle --points 2000
"""

GENERATE_HELP = (
    """\
examples:
  fcgui generate spiral --points 500 --noise 0.1 --seed 0 --out spiral.csv
  fcgui generate rings --classes 5 --out rings.csv

generated sets, by name:
"""
    + "\n".join(f"  {entry.name:<14}{entry.description}" for entry in SETS.values())
    + "\n"
)


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


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of `fcgui [FILE]`."""
    parser = _parser(
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
    _add_train(_parser(commands, "train", "Train a network on a table, without a window.", TRAIN_HELP))
    _add_predict(_parser(commands, "predict", "Use trained weights on the rows of a table.", PREDICT_HELP))
    _add_export(_parser(commands, "export", "Write trained weights in another form.", EXPORT_HELP))
    _add_inspect(_parser(commands, "inspect", "Show what is recognised in a table.", INSPECT_HELP))
    _add_generate(_parser(commands, "generate", "Write the points of a generated set as CSV.", GENERATE_HELP))
    return parser


def _parser(commands: Any, name: str, description: str, examples: str) -> argparse.ArgumentParser:
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


def _add_train(parser: argparse.ArgumentParser) -> None:
    _add_data(parser)
    _add_roles(parser)
    network = parser.add_argument_group("the network")
    _add_derived(network)
    network.add_argument(
        "--hidden",
        type=_or_auto(_sizes),
        default=AUTO,
        metavar="N,N,...",
        help=f'units of the hidden layers, "" for none {_left_open("100,50", "200,100,50")}',
    )
    network.add_argument(
        "--activation",
        type=_names(ACTIVATIONS),
        default=("relu",),
        metavar="NAME[,NAME...]",
        help=f"of all hidden layers, or one each (default: relu): {', '.join(ACTIVATIONS)}",
    )
    network.add_argument(
        "--output",
        choices=("auto", *ACTIVATIONS),
        default="auto",
        metavar="NAME",
        help="activation of the output; auto: identity, sigmoid or softmax",
    )
    network.add_argument(
        "--dtype",
        choices=("float32", "float64"),
        default="float32",
        help="precision of the numbers (default: %(default)s)",
    )
    training = parser.add_argument_group("training")
    training.add_argument(
        "--epochs",
        type=_or_auto(_whole(1)),
        default=AUTO,
        metavar="N",
        help="how often each row is seen (default: auto, from the number of rows; the options below that are left out "
        "are then chosen, too)",
    )
    training.add_argument(
        "--loss",
        choices=("auto", *LOSSES),
        default="auto",
        help="auto: the natural one of the output (default: %(default)s)",
    )
    for setting in SETTINGS.values():
        if setting.name not in SEPARATE:
            _add_setting(training, setting)
    training.add_argument(
        "--test-size",
        type=_share,
        default=0.3,
        metavar="SHARE",
        help="share of the rows kept for testing, 0 to below 1 (default: %(default)s)",
    )
    training.add_argument(
        "--validation-size",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="share of the rows kept for saying when to stop (early stopping), beside the test rows (default: 0)",
    )
    training.add_argument(
        "--class-weights",
        choices=CLASS_WEIGHTS,
        default="none",
        help="balanced: rare classes count as much as frequent ones (default: %(default)s)",
    )
    training.add_argument(
        "--scale",
        choices=SCALES,
        default="standard",
        help="how columns are brought to one size (default: %(default)s)",
    )
    training.add_argument(
        "--seed",
        type=_whole(0, 2**63 - 1),
        default=0,
        metavar="N",
        help="start of the random numbers; the same seed gives the same weights (default: 0)",
    )
    results = parser.add_argument_group("results")
    results.add_argument("--out", metavar="WEIGHTS.npz", help="write the trained weights to this file")
    results.add_argument("--json", action="store_true", help="print one JSON object on stdout, nothing else")


def _add_predict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", metavar="WEIGHTS.npz", help="written by `fcgui train --out` or by the window")
    _add_data(parser)
    results = parser.add_argument_group("results")
    results.add_argument("--out", metavar="FILE.csv", help="write the answers to this .csv or .tsv file, not to stdout")
    results.add_argument(
        "--keep",
        choices=KEEP,
        default="ids",
        help="columns of the file beside the answers; ids: those that are no inputs, such as an Id and the truth "
        "(default: %(default)s)",
    )
    results.add_argument("--json", action="store_true", help="print one JSON object on stdout, nothing else")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", metavar="WEIGHTS.npz", help="written by `fcgui train --out` or by the window")
    parser.add_argument("out", metavar="OUT", help="the file to write")
    parser.add_argument("--to", choices=tuple(FORMATS), help="the format (default: what OUT's ending says)")


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    _add_data(parser)
    _add_roles(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help='print one JSON object on stdout, nothing else; "ragged" are the rows for which train refuses the file',
    )


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "data", metavar="DATA", help=f"a file, a bundled table such as iris, or generated points: {', '.join(SETS)}"
    )
    reading = parser.add_argument_group("reading the file (recognised if not given)")
    reading.add_argument("--delimiter", type=_delimiter, metavar="MARK", help=f"{', '.join(DELIMITERS)} or a character")
    reading.add_argument("--decimal", choices=(".", ","), help="the decimal mark")
    reading.add_argument("--thousands", metavar="MARK", help='between groups of three digits; "" for none')
    reading.add_argument("--skip-lines", type=_whole(0), metavar="N", help="lines above the table's header")
    reading.add_argument(
        "--missing", type=str, action=_Marks, metavar="MARK", help="a further text for a missing cell; may come again"
    )
    reading.add_argument(
        "--ragged",
        type=_ragged,
        metavar="refuse|leave-out",
        help="what is done with rows of another width (default: refuse; inspect lists them)",
    )
    reading.add_argument("--sheet", metavar="NAME", help="of an Excel workbook (default: the first with a table)")
    reading.add_argument("--encoding", metavar="NAME", help="such as utf-8 or cp1251")
    reading.add_argument(
        "--header",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="whether the first row holds the names",
    )
    _add_recipe(parser.add_argument_group("generated points (DATA is the name of a generated set)"), "--data-seed")


def _add_generate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="one of the sets below")
    _add_recipe(parser, "--seed")
    parser.add_argument("--out", metavar="FILE.csv", help="write the table to this file instead of stdout")


def _add_recipe(group: Any, seed: str) -> None:
    group.add_argument("--points", type=int, metavar="N", help="how many, 10 to 1,000,000 (default: 500)")
    group.add_argument("--noise", type=_finite, metavar="SHARE", help="0 to 0.5 (default: 0)")
    group.add_argument(seed, type=int, metavar="N", help="start of the points' random numbers (default: 0)")
    group.add_argument("--classes", type=int, metavar="K", help="2 to 8, for rings, spirals and blobs")


def _add_roles(parser: argparse.ArgumentParser) -> None:
    roles = parser.add_argument_group("what is learned")
    roles.add_argument("--target", metavar="COLUMN", help="name or 1-based number of the column to predict")
    roles.add_argument(
        "--ignore", type=_columns, default=(), metavar="A,B", help="columns to leave out, by name or number"
    )
    roles.add_argument("--task", choices=("auto", *TASKS), default="auto", help="default: %(default)s")
    roles.add_argument(
        "--kind",
        action=_Marks,
        type=_kind,
        default=(),
        metavar="COLUMN=KIND",
        help=f"what a column is: {', '.join(KIND_WORDS)}; may come again",
    )
    roles.add_argument(
        "--order",
        action=_Marks,
        type=_order,
        default=(),
        metavar="COLUMN=LOW,...,HIGH",
        help="the order of a column's categories, lowest first; may come again",
    )


def _add_derived(parser: Any) -> None:
    parser.add_argument(
        "--derive",
        type=_columns,
        default=(),
        metavar="A^2,A*B,sin(A)",
        help="further inputs: squares, products and sines of columns of numbers (of their raw values)",
    )


def _add_setting(group: Any, setting: Setting) -> None:
    option = "--" + SHORT_NAMES.get(setting.name, setting.name).replace("_", "-")
    described = setting.help.replace("%", "%%")
    if setting.optimizers:
        described += f" For {', '.join(setting.optimizers)}."
    if setting.schedules:
        described += f" For the schedules {', '.join(setting.schedules)}."
    is_open = setting.name in WITH_EPOCHS
    default = AUTO if is_open else setting.default
    shown = f"(default: {setting.none_label if default is None else default})"
    if is_open:
        shown = _left_open(CHOSEN_FROM.get(setting.name, ""), WITH_EPOCHS[setting.name])
    words: dict[str, Any] = {"dest": setting.name, "default": default, "help": f"{described} {shown}"}
    if setting.kind == "choice":
        group.add_argument(option, choices=(*((AUTO,) if is_open else ()), *setting.choices), **words)
    else:
        metavar = ("N" if setting.kind == "int" else "X") + (f"|{setting.none_label}" if setting.optional else "")
        read = _or_auto(_value(setting)) if is_open else _value(setting)
        group.add_argument(option, type=read, metavar=metavar, **words)


def _left_open(chosen: str, with_epochs: object) -> str:
    return f"(default: auto, {chosen}; {with_epochs} where --epochs is given)"


def _or_auto(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return a function that leaves "auto" as it is and reads everything else as ``read`` does."""

    def read_all(text: str) -> Any:
        return AUTO if text == AUTO else read(text)

    read_all.__name__ = read.__name__
    return read_all


def _value(setting: Setting) -> Callable[[str], float | int | None]:
    """Return a function that reads the setting's text; its range is checked by TrainingSettings."""

    def read(text: str) -> float | int | None:
        if setting.optional and text == setting.none_label:
            return None
        return int(text) if setting.kind == "int" else _finite(text)

    read.__name__ = "whole number" if setting.kind == "int" else "number"
    return read


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text} is not a finite number")
    return number


def _whole(minimum: int, maximum: int = 10**9) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not minimum <= number <= maximum:
            raise argparse.ArgumentTypeError(f"{text} is not between {minimum} and {maximum}")
        return number

    read.__name__ = "whole number"
    return read


def _share(text: str) -> float:
    number = _finite(text)
    if not 0 <= number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a share, 0 to below 1")
    return number


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",")) if text.strip() else ()
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a list of whole numbers such as 200,100,50') from None


def _names(known: Any) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        names = tuple(part.strip() for part in text.split(","))
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f'there is no "{name}"; choose from {", ".join(known)}')
        return names

    return read


def _columns(text: str) -> Sequence[str]:
    """Names separated by commas; a name with a comma in it stands in quotation marks."""
    return [name.strip() for name in next(csv.reader([text], skipinitialspace=True), []) if name.strip()]


def _kind(text: str) -> tuple[str, Kind]:
    """A column and its kind: "zip=category"."""
    name, _, word = (part.strip() for part in text.rpartition("="))
    if not name or word not in KIND_WORDS:
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=KIND; the kinds are {', '.join(KIND_WORDS)}")
    return name, KIND_WORDS[word]


def _order(text: str) -> tuple[str, tuple[str, ...]]:
    """A column and its categories, lowest first: "size=small,medium,large"."""
    name, _, order = (part.strip() for part in text.partition("="))
    categories = tuple(_columns(order))
    if not name or not categories:
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=LOW,...,HIGH")
    return name, categories


class _Marks(argparse.Action):
    """Collects texts in a tuple."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        setattr(namespace, self.dest, (*(getattr(namespace, self.dest) or ()), values))


def _ragged(text: str) -> str:
    plain = text.replace("-", " ")
    if plain not in RAGGED:
        raise argparse.ArgumentTypeError(f'"{text}" is neither refuse nor leave-out')
    return plain


def _delimiter(text: str) -> str:
    mark = DELIMITERS.get(text, "\t" if text == "\\t" else text)
    if len(mark) != 1 or mark in '"\r\n':
        raise argparse.ArgumentTypeError(
            f'"{text}" is not a delimiter: name one of {", ".join(DELIMITERS)}, or a character'
        )
    return mark
