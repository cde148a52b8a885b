"""Texts of the engine in the language of the window.

The engine knows no Qt: its names, hints and messages are plain English. Those that the window shows stand here once
more, where lupdate finds them, and `core_text` translates them at the moment they are shown. Messages with numbers or
names in them are in `core_messages`, as patterns.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from fcgui.i18n.core_messages import PATTERNS
from fcgui.i18n.file_messages import FILE_PATTERNS
from fcgui.i18n.set_texts import SET_PATTERNS, SET_TEXTS

CONTEXT = "core"

TEXTS: tuple[object, ...] = (
    *SET_TEXTS,
    # derived inputs
    QT_TRANSLATE_NOOP("core", "The square: one neuron can then bend its border."),
    QT_TRANSLATE_NOOP("core", "The product: positive where both columns have the same sign."),
    QT_TRANSLATE_NOOP("core", "The sine of the raw value, in radians."),
    # activations: names, summaries, hints, parameters, and formulas that hold words
    QT_TRANSLATE_NOOP("core", "Identity"),
    QT_TRANSLATE_NOOP("core", "Passes the weighted sum on as it is."),
    QT_TRANSLATE_NOOP(
        "core",
        "The usual output for regression; in hidden layers it adds nothing: linear maps collapse into one.",
    ),
    QT_TRANSLATE_NOOP("core", "Sigmoid"),
    QT_TRANSLATE_NOOP("core", "Squeezes any number into (0, 1), so that it reads as a probability."),
    QT_TRANSLATE_NOOP(
        "core",
        "The usual output for two classes; as a hidden layer only in nets of one or two layers.",
    ),
    QT_TRANSLATE_NOOP("core", "Tanh"),
    QT_TRANSLATE_NOOP("core", "Squeezes any number into (-1, 1), centred on zero."),
    QT_TRANSLATE_NOOP("core", "A good alternative in hidden layers."),
    QT_TRANSLATE_NOOP("core", "ReLU"),
    QT_TRANSLATE_NOOP("core", "Passes positive numbers and stops negative ones."),
    QT_TRANSLATE_NOOP("core", "The most used in hidden layers, and the one for deep nets."),
    QT_TRANSLATE_NOOP("core", "Leaky ReLU"),
    QT_TRANSLATE_NOOP(
        "core",
        "A ReLU that lets a little of the negative side through, so that no neuron dies.",
    ),
    QT_TRANSLATE_NOOP(
        "core",
        "An alternative to ReLU when neurons die; all hidden layers usually share one activation.",
    ),
    QT_TRANSLATE_NOOP("core", "Slope"),
    QT_TRANSLATE_NOOP("core", "The slope for negative z."),
    QT_TRANSLATE_NOOP("core", "ELU"),
    QT_TRANSLATE_NOOP("core", "A ReLU with a smooth negative side that levels off at -alpha."),
    QT_TRANSLATE_NOOP("core", "An alternative to ReLU in hidden layers."),
    QT_TRANSLATE_NOOP("core", "z if z >= 0, else alpha (e^z - 1)"),
    QT_TRANSLATE_NOOP("core", "Alpha"),
    QT_TRANSLATE_NOOP("core", "How far below zero it levels off."),
    QT_TRANSLATE_NOOP("core", "Maxout"),
    QT_TRANSLATE_NOOP("core", "The largest of several linear functions, each with weights of its own."),
    QT_TRANSLATE_NOOP(
        "core",
        "Learns its own shape in hidden layers, at the price of several times the weights.",
    ),
    QT_TRANSLATE_NOOP("core", "Pieces"),
    QT_TRANSLATE_NOOP("core", "How many linear pieces compete."),
    QT_TRANSLATE_NOOP("core", "Softmax"),
    QT_TRANSLATE_NOOP("core", "Turns the layer's numbers into probabilities that sum to 1."),
    QT_TRANSLATE_NOOP(
        "core",
        "The usual output for three and more classes; rarely of use in a hidden layer.",
    ),
    QT_TRANSLATE_NOOP("core", "Sign"),
    QT_TRANSLATE_NOOP("core", "Says on which side of a line a point lies."),
    QT_TRANSLATE_NOOP(
        "core",
        "For networks set by hand: its gradient is zero everywhere, so it cannot be trained.",
    ),
    QT_TRANSLATE_NOOP("core", "Softplus"),
    QT_TRANSLATE_NOOP("core", "A smooth ReLU; its derivative is the sigmoid."),
    QT_TRANSLATE_NOOP(
        "core",
        "An alternative to ReLU in hidden layers; as an output, for numbers that are never negative.",
    ),
    QT_TRANSLATE_NOOP("core", "GELU"),
    QT_TRANSLATE_NOOP(
        "core",
        "A smooth ReLU that dips below zero, used in transformers (the tanh approximation).",
    ),
    QT_TRANSLATE_NOOP("core", "An alternative to ReLU in hidden layers of deep nets."),
    QT_TRANSLATE_NOOP("core", "SELU"),
    QT_TRANSLATE_NOOP("core", "An ELU with constants that keep mean 0 and variance 1 from layer to layer."),
    QT_TRANSLATE_NOOP("core", "For deep nets of nothing but SELU layers."),
    QT_TRANSLATE_NOOP("core", "1.0507 (z if z >= 0, else 1.6733 (e^z - 1))"),
    QT_TRANSLATE_NOOP("core", "Swish"),
    QT_TRANSLATE_NOOP(
        "core",
        "z times its own sigmoid: a smooth ReLU that dips below zero (also called SiLU).",
    ),
    # losses
    QT_TRANSLATE_NOOP("core", "Mean squared error"),
    QT_TRANSLATE_NOOP("core", "For regression: the squared distance between output and answer."),
    QT_TRANSLATE_NOOP("core", "Binary cross-entropy"),
    QT_TRANSLATE_NOOP(
        "core",
        "For two classes, or several yes-or-no outputs: how surprised the outputs are by the answers.",
    ),
    QT_TRANSLATE_NOOP("core", "Categorical cross-entropy"),
    QT_TRANSLATE_NOOP(
        "core",
        "For one class out of several: minus the logarithm of the right class's probability.",
    ),
    # optimisers
    QT_TRANSLATE_NOOP("core", "Gradient descent"),
    QT_TRANSLATE_NOOP(
        "core",
        "The lecture's own: a step against the gradient of a mini-batch, or of all rows (batch: full).",
    ),
    QT_TRANSLATE_NOOP("core", "Momentum"),
    QT_TRANSLATE_NOOP("core", "Keeps rolling in the direction of the past gradients."),
    QT_TRANSLATE_NOOP("core", "Nesterov momentum"),
    QT_TRANSLATE_NOOP("core", "Momentum that looks one step ahead."),
    QT_TRANSLATE_NOOP("core", "RMSprop"),
    QT_TRANSLATE_NOOP("core", "Gives every weight its own rate, by the size of its past gradients."),
    QT_TRANSLATE_NOOP("core", "Adam"),
    QT_TRANSLATE_NOOP("core", "Momentum and a rate for every weight: a good first choice."),
    QT_TRANSLATE_NOOP("core", "AdamW"),
    QT_TRANSLATE_NOOP("core", "Adam that also shrinks every weight a little at each step."),
    # schedules of the learning rate
    QT_TRANSLATE_NOOP("core", "Constant"),
    QT_TRANSLATE_NOOP("core", "The rate stays as it is."),
    QT_TRANSLATE_NOOP("core", "Step"),
    QT_TRANSLATE_NOOP("core", "Every T epochs the rate is multiplied by r."),
    QT_TRANSLATE_NOOP("core", "Exponential"),
    QT_TRANSLATE_NOOP("core", "The rate shrinks smoothly, by r in T epochs."),
    QT_TRANSLATE_NOOP("core", "Cosine"),
    QT_TRANSLATE_NOOP("core", "The rate falls to 0 at epoch T along a cosine."),
    QT_TRANSLATE_NOOP("core", "Inverse time"),
    QT_TRANSLATE_NOOP("core", "The rate falls like one over the time."),
    # how the first weights are drawn
    QT_TRANSLATE_NOOP("core", "Glorot uniform"),
    QT_TRANSLATE_NOOP(
        "core",
        "Keeps the variance both forwards and backwards; for sigmoid, tanh, softmax and identity.",
    ),
    QT_TRANSLATE_NOOP("core", "Glorot normal"),
    QT_TRANSLATE_NOOP("core", "Glorot's variance with a normal distribution."),
    QT_TRANSLATE_NOOP("core", "He uniform"),
    QT_TRANSLATE_NOOP("core", "Makes up for the half that a ReLU cuts off; for the ReLU family."),
    QT_TRANSLATE_NOOP("core", "He normal"),
    QT_TRANSLATE_NOOP("core", "He's variance with a normal distribution."),
    QT_TRANSLATE_NOOP("core", "LeCun uniform"),
    QT_TRANSLATE_NOOP("core", "Keeps the variance of the forward pass."),
    QT_TRANSLATE_NOOP("core", "LeCun normal"),
    QT_TRANSLATE_NOOP("core", "Keeps the variance of the forward pass; SELU needs it."),
    QT_TRANSLATE_NOOP("core", "Small uniform"),
    QT_TRANSLATE_NOOP(
        "core",
        "Small numbers whatever the layer's size: shows what the other rules are good for.",
    ),
    QT_TRANSLATE_NOOP("core", "Zeros"),
    QT_TRANSLATE_NOOP("core", "All neurons of a layer stay alike: shows why weights start at random."),
    # training settings
    QT_TRANSLATE_NOOP("core", "Optimizer"),
    QT_TRANSLATE_NOOP("core", "How the gradient becomes a change of the weights."),
    QT_TRANSLATE_NOOP("core", "Learning rate"),
    QT_TRANSLATE_NOOP("core", "How far a step goes: too small learns slowly, too large diverges."),
    QT_TRANSLATE_NOOP("core", "Batch size"),
    QT_TRANSLATE_NOOP("core", "How many rows one step looks at."),
    QT_TRANSLATE_NOOP("core", "full"),
    QT_TRANSLATE_NOOP("core", "Loss"),
    QT_TRANSLATE_NOOP("core", "What training makes small."),
    QT_TRANSLATE_NOOP("core", "L1 penalty"),
    QT_TRANSLATE_NOOP("core", "Adds l1 times the sum of |W| to the loss: pushes weights to exactly zero."),
    QT_TRANSLATE_NOOP("core", "L2 penalty"),
    QT_TRANSLATE_NOOP("core", "Adds l2/2 times the sum of W^2 to the loss: keeps weights small."),
    QT_TRANSLATE_NOOP("core", "How much of the last step is kept."),
    QT_TRANSLATE_NOOP("core", "Memory (rho)"),
    QT_TRANSLATE_NOOP("core", "How slowly the mean of the squared gradients forgets."),
    QT_TRANSLATE_NOOP("core", "Beta 1"),
    QT_TRANSLATE_NOOP("core", "How slowly Adam's mean of the gradients forgets."),
    QT_TRANSLATE_NOOP("core", "Beta 2"),
    QT_TRANSLATE_NOOP("core", "How slowly Adam's mean of the squared gradients forgets."),
    QT_TRANSLATE_NOOP("core", "Epsilon"),
    QT_TRANSLATE_NOOP("core", "A small number that keeps a division from one by zero."),
    QT_TRANSLATE_NOOP("core", "Weight decay"),
    QT_TRANSLATE_NOOP(
        "core",
        "What share of every weight, times the learning rate, is taken off at each step.",
    ),
    QT_TRANSLATE_NOOP("core", "Schedule"),
    QT_TRANSLATE_NOOP("core", "How the learning rate changes from epoch to epoch."),
    QT_TRANSLATE_NOOP("core", "Decay"),
    QT_TRANSLATE_NOOP("core", "The schedule's factor: what the rate is multiplied by, or how fast it falls."),
    QT_TRANSLATE_NOOP("core", "Decay epochs"),
    QT_TRANSLATE_NOOP("core", "The schedule's length in epochs."),
    QT_TRANSLATE_NOOP("core", "Early stopping"),
    QT_TRANSLATE_NOOP(
        "core",
        "After how many epochs without a better loss (on the validation rows, else on the test rows) training stops.",
    ),
    QT_TRANSLATE_NOOP("core", "off"),
    QT_TRANSLATE_NOOP("core", "Dropout"),
    QT_TRANSLATE_NOOP(
        "core",
        "What share of the hidden neurons is switched off at random in each step; all of them answer afterwards.",
    ),
    QT_TRANSLATE_NOOP("core", "Seed"),
    QT_TRANSLATE_NOOP("core", "Where the random numbers start: the same seed gives the same run."),
    # words that name an edit
    QT_TRANSLATE_NOOP("core", "classification"),
    QT_TRANSLATE_NOOP("core", "regression"),
    QT_TRANSLATE_NOOP("core", "standard"),
    QT_TRANSLATE_NOOP("core", "minmax"),
    QT_TRANSLATE_NOOP("core", "robust"),
    QT_TRANSLATE_NOOP("core", "balanced"),
    QT_TRANSLATE_NOOP("core", "none"),
    # numbers that are none
    QT_TRANSLATE_NOOP("core", "not a number"),
    QT_TRANSLATE_NOOP("core", "infinity"),
    QT_TRANSLATE_NOOP("core", "-infinity"),
    # bundled tables
    QT_TRANSLATE_NOOP("core", "Iris flowers"),
    QT_TRANSLATE_NOOP("core", "Miles per gallon of cars"),
    QT_TRANSLATE_NOOP("core", "Breast cancer, Wisconsin"),
    QT_TRANSLATE_NOOP("core", "Handwritten digits, 8 x 8"),
    QT_TRANSLATE_NOOP("core", "Palmer penguins"),
    QT_TRANSLATE_NOOP("core", "Italian wines"),
)

# Parts of a message that are messages or words of the engine themselves; the others are names and numbers.
NESTED = frozenset({"message", "reason", "label", "reading", "cells"})
NUMBERS = frozenset({"n", "line", "epoch", "step", "patience", "best", "width", "rows", "inputs", "features", "most"})
SEVERAL = "several"  # numbers


def core_text(text: str) -> str:
    """``text`` of the engine in the language of the window; as it is where there is no translation."""
    text = text.encode("utf-8", "replace").decode()  # a file's name may hold bytes that are no letters
    translated = QCoreApplication.translate(CONTEXT, text)
    if translated != text or not text:
        return translated
    for expression, pattern in _expressions():
        match = expression.fullmatch(text)
        if match is not None:
            parts = {name: core_text(part) if name in NESTED else part for name, part in match.groupdict().items()}
            return QCoreApplication.translate(CONTEXT, pattern).format(**parts)
    return text


@cache
def _expressions() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns as regular expressions; those with the most words of their own come first."""
    patterns = sorted(
        map(str, (*PATTERNS, *FILE_PATTERNS, *SET_PATTERNS)), key=lambda pattern: -len(re.sub(r"\{\w+\}", "", pattern))
    )
    return tuple((_expression(pattern), pattern) for pattern in patterns)


def _expression(pattern: str) -> re.Pattern[str]:
    """Numbers are digits, quoted names hold no quotation marks, and nothing before a colon is taken for a name."""
    parts = re.split(r"\{(\w+)\}", pattern)
    expression = ""
    for at, part in enumerate(parts):
        if at % 2 == 0:
            expression += re.escape(part)
        elif part in NUMBERS:
            expression += rf"(?P<{part}>[\d,]+)"
        elif part == SEVERAL:
            expression += rf"(?P<{part}>\d+(?:, \d+)*)"
        elif parts[at - 1].endswith('"'):
            expression += rf'(?P<{part}>[^"]+)'
        elif at == 1 and not parts[0]:
            expression += rf"(?P<{part}>(?:(?!: ).)+?)"
        else:
            expression += rf"(?P<{part}>.+?)"
    return re.compile(expression, re.DOTALL)
