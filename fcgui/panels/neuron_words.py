"""A neuron in words: its formula with its own numbers, and the chain of neurons that matters most to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.plots.scales import number
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.neuron import Term, terms_of

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot

MOST_TERMS = 6  # of a formula; of each piece of maxout half as many
LONGEST_NAME = 24
MINUS, DOT, PLUS_MINUS = "\u2212", "\u00b7", "\u00b1"


def neuron_title(snapshot: Snapshot, prepared: PreparedData, layer: int, unit: int) -> str:
    """``Hidden layer 1, neuron 17``, or the name of a column or of a class."""
    name = neuron_label(snapshot, prepared, layer, unit)
    if layer < 0:
        return QCoreApplication.translate("NeuronPanel", "Input {name}").format(name=name)
    if layer == len(snapshot.spec.layers) - 1:
        return QCoreApplication.translate("NeuronPanel", "Output {name}").format(name=name)
    text = QCoreApplication.translate("NeuronPanel", "Hidden layer {layer}, neuron {n}")
    return text.format(layer=layer + 1, n=unit + 1)


def neuron_label(snapshot: Snapshot, prepared: PreparedData, layer: int, unit: int) -> str:
    """A short name: of a column or class where there is one, else ``h17`` (neurons are counted from 1)."""
    preparation = prepared.preparation
    if layer < 0:
        return _short(preparation.feature_names[unit])
    if layer == len(snapshot.spec.layers) - 1:
        classes = preparation.classes
        named = classes is not None and len(classes) == snapshot.spec.n_outputs
        return _short(classes[unit] if classes is not None and named else preparation.target)
    return f"h{unit + 1}"


def formula_of(snapshot: Snapshot, prepared: PreparedData, layer: int, unit: int) -> str:
    """``h = relu(0.31·PetalLength − 1.2·PetalWidth + ... + 0.4)``, the strongest terms first."""
    if layer < 0:
        preparation = prepared.preparation
        mean, scale = float(preparation.x_mean[unit]), float(preparation.x_scale[unit])
        sign = MINUS if mean >= 0 else "+"
        return f"x = ({_short(preparation.feature_names[unit])} {sign} {number(abs(mean))}) / {number(scale)}"
    spec = snapshot.spec.layers[layer]
    if spec.pieces > 1:
        sums = [_sum(snapshot, prepared, layer, unit, piece, MOST_TERMS // 2) for piece in range(spec.pieces)]
        return "h = max(" + ",\n        ".join(sums) + ")"
    inner = _sum(snapshot, prepared, layer, unit, 0, MOST_TERMS)
    if spec.activation == "identity":
        return f"h = {inner}"
    if not ACTIVATIONS[spec.activation].elementwise:
        return f"z = {inner}\nh = e^z / \u03a3 e^z"
    return f"h = {core_text(ACTIVATIONS[spec.activation].label).lower()}({inner})"


def _sum(snapshot: Snapshot, prepared: PreparedData, layer: int, unit: int, piece: int, most: int) -> str:
    terms, bias = terms_of(snapshot, layer, unit, piece)
    parts = [_term(term, neuron_label(snapshot, prepared, layer - 1, term.source)) for term in terms[:most]]
    rest = len(terms) - most
    if rest > 0:
        text = QCoreApplication.translate("NeuronPanel", "{n} smaller terms").format(n=grouped(rest))
        parts.append(f"+ {text}")
    parts.append(f"{MINUS if bias < 0 else '+'} {number(abs(bias))}")
    joined = " ".join(parts)
    return joined.removeprefix("+ ")


def _term(term: Term, name: str) -> str:
    return f"{MINUS if term.weight < 0 else '+'} {number(abs(term.weight))}{DOT}{name}"


def path_words(snapshot: Snapshot, prepared: PreparedData, path: Mapping[int, int]) -> str:
    """The strongest chain: ``PetalLengthCm → h17 → h42 → Iris-setosa``."""
    names: Sequence[str] = [neuron_label(snapshot, prepared, column - 1, unit) for column, unit in path.items()]
    text = QCoreApplication.translate("NeuronPanel", "Strongest path: {path}")
    return text.format(path=" \u2192 ".join(names))


def _short(name: str) -> str:
    name = " ".join(name[:200].split())
    if len(name) <= LONGEST_NAME:
        return name
    half = LONGEST_NAME // 2
    return f"{name[: half - 1]}\u2026{name[-half:]}"
