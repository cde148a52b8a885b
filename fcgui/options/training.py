"""The options of `fcgui train`: the network, and the training, which is drawn from the engine's settings."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from fcgui.defaults import AUTO, SHORT_NAMES, WITH_EPOCHS
from fcgui.options.data import add_data, add_derived, add_roles
from fcgui.options.values import finite, names, or_auto, share, sizes, whole
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.losses import LOSSES
from fcgui_core.preparation import CLASS_WEIGHTS
from fcgui_core.scaling import SCALES
from fcgui_core.settings import SETTINGS, Setting

CHOSEN_FROM = {
    "learning_rate": "0.003 for adam and adamw, else 0.01",
    "batch_size": "32 to 256, from the number of rows",
    "l2": "tried out on the training rows",
    "schedule": "cosine",
    "decay_epochs": "all epochs",
}  # what auto means for the options that it has
SEPARATE = ("loss", "seed")  # settings that the command line words in its own way


def add_train(parser: argparse.ArgumentParser) -> None:
    """Everything that `fcgui train` takes."""
    add_data(parser)
    add_roles(parser)
    _add_network(parser.add_argument_group("the network"))
    _add_training(parser.add_argument_group("training"))
    results = parser.add_argument_group("results")
    results.add_argument("--out", metavar="WEIGHTS.npz", help="write the trained weights to this file")
    results.add_argument("--json", action="store_true", help="print one JSON object on stdout, nothing else")


def _add_network(network: Any) -> None:
    add_derived(network)
    network.add_argument(
        "--hidden",
        type=or_auto(sizes),
        default=AUTO,
        metavar="N,N,...",
        help=f'units of the hidden layers, "" for none {_left_open("100,50", "200,100,50")}',
    )
    network.add_argument(
        "--activation",
        type=names(ACTIVATIONS),
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


def _add_training(training: Any) -> None:
    training.add_argument(
        "--epochs",
        type=or_auto(whole(1)),
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
        type=share,
        default=0.3,
        metavar="SHARE",
        help="share of the rows kept for testing, 0 to below 1 (default: %(default)s)",
    )
    training.add_argument(
        "--validation-size",
        type=share,
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
        type=whole(0, 2**63 - 1),
        default=0,
        metavar="N",
        help="start of the random numbers; the same seed gives the same weights (default: 0)",
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
        read = or_auto(_value(setting)) if is_open else _value(setting)
        group.add_argument(option, type=read, metavar=metavar, **words)


def _value(setting: Setting) -> Callable[[str], float | int | None]:
    """Return a function that reads the setting's text; its range is checked by TrainingSettings."""

    def read(text: str) -> float | int | None:
        if setting.optional and text == setting.none_label:
            return None
        return int(text) if setting.kind == "int" else finite(text)

    read.__name__ = "whole number" if setting.kind == "int" else "number"
    return read


def _left_open(chosen: str, with_epochs: object) -> str:
    return f"(default: auto, {chosen}; {with_epochs} where --epochs is given)"
