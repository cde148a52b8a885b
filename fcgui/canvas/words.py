"""What the drawing says in words: under the pointer, in refusals, and to a screen reader."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from fcgui.canvas.connections import Edges
from fcgui.canvas.network import INPUTS, Drawn
from fcgui.canvas.pointing import Hit, Part
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.i18n.plurals import tr
from fcgui.plots.scales import number
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.place import BIAS, Place
from fcgui_core.snapshot import Snapshot


def invitation() -> tuple[str, str]:
    """What to do on free ground, at length and shortly."""
    return (
        QCoreApplication.translate(
            "Canvas",
            "drag up or down here to draw a layer: the longer, the more neurons; a stroke across a layer cuts it out; "
            "what was learned is kept where it can be",
        ),
        QCoreApplication.translate("Canvas", "drag up or down here to draw a layer"),
    )


def cut_words(layer: int) -> str:
    """What a stroke across a layer does."""
    return QCoreApplication.translate("Canvas", "cut out hidden layer {n}").format(n=layer + 1)


def neurons(units: int) -> str:
    """``12 neurons``."""
    return tr("{n} neurons", "", units).format(n=grouped(units))


def layer_name(drawn: Drawn, layer: int) -> str:
    """``hidden layer 2``."""
    if layer == INPUTS:
        return QCoreApplication.translate("Canvas", "inputs")
    if layer == drawn.output:
        return QCoreApplication.translate("Canvas", "output layer")
    return QCoreApplication.translate("Canvas", "hidden layer {n}").format(n=layer + 1)


def title(drawn: Drawn, layer: int) -> str:
    """``hidden 2``, the heading of a column."""
    if layer == INPUTS:
        return QCoreApplication.translate("Canvas", "inputs")
    if layer == drawn.output:
        return QCoreApplication.translate("Canvas", "output")
    return QCoreApplication.translate("Canvas", "hidden {n}").format(n=layer + 1)


def activation_label(drawn: Drawn, layer: int) -> str:
    """``Leaky ReLU``."""
    return core_text(ACTIVATIONS[drawn.spec.layers[layer].activation].label)


def activation_texts(drawn: Drawn, layer: int) -> tuple[str, ...]:
    """The same, and a shorter way where it is long, for narrow headers."""
    short = {"leaky_relu": "LReLU", "identity": QCoreApplication.translate("Canvas", "Ident.")}
    name = drawn.spec.layers[layer].activation
    return (activation_label(drawn, layer), *((short[name],) if name in short else ()))


def neuron_name(drawn: Drawn, layer: int, neuron: int) -> str:
    """The name from the table where there is one, or ``neuron 17``; neurons are counted from 1."""
    names = drawn.named_inputs if layer == INPUTS else drawn.named_outputs if layer == drawn.output else ()
    if neuron < len(names):
        return " ".join(names[neuron].split())
    return QCoreApplication.translate("Canvas", "neuron {n}").format(n=neuron + 1)


def describe(drawn: Drawn, selected: int | None) -> str:
    """The whole network for a screen reader: ``4 inputs, 200 ReLU, 3 Softmax outputs``."""
    inputs = QCoreApplication.translate("Canvas", "inputs: {n}").format(n=drawn.spec.n_inputs)
    hidden = [f"{drawn.units(layer)} {activation_label(drawn, layer)}" for layer in range(drawn.output)]
    output = QCoreApplication.translate("Canvas", "outputs: {n} {activation}").format(
        n=drawn.spec.n_outputs, activation=activation_label(drawn, drawn.output)
    )
    parts = [", ".join([inputs, *hidden, output])]
    if selected is not None:
        pattern = QCoreApplication.translate("Canvas", "selected: {layer}")
        parts.append(pattern.format(layer=layer_name(drawn, selected)))
    return "; ".join(parts)


def layer_words(drawn: Drawn, layer: int) -> str:
    """``hidden layer 2: 100 neurons, ReLU, 20,100 weights and biases``."""
    if layer == INPUTS:
        pattern = QCoreApplication.translate("Canvas", "inputs: {n}, the columns of the table, scaled")
        return pattern.format(n=grouped(drawn.spec.n_inputs))
    spec = drawn.spec.layers[layer]
    count = spec.pieces * (drawn.units(layer - 1) + 1) * spec.units
    pattern = QCoreApplication.translate("Canvas", "{layer}: {neurons}, {activation}, {count} weights and biases")
    return pattern.format(
        layer=layer_name(drawn, layer),
        neurons=neurons(spec.units),
        activation=activation_label(drawn, layer),
        count=grouped(count),
    )


def hit_words(drawn: Drawn, hit: Hit, snapshot: Snapshot | None) -> str:
    """The sentence for what is under the pointer; empty on free ground."""
    layer = hit.layer
    if layer is None:
        return ""
    match hit.part:
        case Part.NEURON:
            return _neuron(drawn, layer, hit.neuron or 0, snapshot)
        case Part.EDGE:
            return _edge(drawn, layer, hit.source or 0, hit.neuron or 0, snapshot) + _block(hit.block)
        case Part.INSERT:
            return QCoreApplication.translate("Canvas", "insert a hidden layer here")
        case Part.FEWER:
            return QCoreApplication.translate("Canvas", "one neuron fewer (-)")
        case Part.MORE:
            return QCoreApplication.translate("Canvas", "one neuron more (+)")
        case Part.BIAS:
            return _bias(drawn, layer, hit.neuron or 0, snapshot)
        case Part.STRIP:
            return _strip(drawn, layer, hit.neuron or 0)
        case Part.NOTE:
            return QCoreApplication.translate(
                "Canvas",
                "drawn: the neurons that say most (spread of the activation times outgoing weights), or a range; turn "
                "the wheel over the layer for a range, click here for the most active",
            )
        case Part.UNITS | Part.HANDLE if not drawn.is_hidden(layer):
            return refusal(drawn, layer)
        case Part.UNITS:
            return QCoreApplication.translate("Canvas", "number of neurons: click, type it, press Enter")
        case Part.HANDLE:
            return QCoreApplication.translate(
                "Canvas", "drag up or down for fewer or more neurons; what was learned is kept"
            )
        case Part.ACTIVATION:
            return _activation(drawn, layer)
        case _ if drawn.is_hidden(layer):
            pattern = QCoreApplication.translate(
                "Canvas", "{layer}; drag it sideways to move it, double-click for another activation"
            )
            return pattern.format(layer=layer_words(drawn, layer))
        case _:
            return layer_words(drawn, layer)


def refusal(drawn: Drawn, layer: int) -> str:
    """Why the inputs and the output cannot be moved, resized or removed."""
    if layer == INPUTS:
        return QCoreApplication.translate(
            "Canvas", "The inputs are the columns of the table: choose them in Data; they stay first."
        )
    return QCoreApplication.translate(
        "Canvas", "The output layer follows the target of the table: its size and place are fixed."
    )


def _activation(drawn: Drawn, layer: int) -> str:
    entry = ACTIVATIONS[drawn.spec.layers[layer].activation]
    pattern = QCoreApplication.translate("Canvas", "activation {label}: {formula}; click to choose another")
    return pattern.format(label=core_text(entry.label), formula=core_text(entry.formula))


def _neuron(drawn: Drawn, layer: int, neuron: int, snapshot: Snapshot | None) -> str:
    units = grouped(drawn.units(layer))
    if layer == INPUTS:
        pattern = QCoreApplication.translate("Canvas", "input {n} of {units}: {name}; click, then Delete leaves it out")
        return pattern.format(n=neuron + 1, units=units, name=neuron_name(drawn, layer, neuron))
    name = neuron_name(drawn, layer, neuron)
    pattern = QCoreApplication.translate("Canvas", "{layer}, neuron {n} of {units}")
    words = pattern.format(layer=layer_name(drawn, layer), n=neuron + 1, units=units)
    if layer == drawn.output and drawn.named_outputs:
        words += f" ({name})"
    if snapshot is None:
        return words
    bias = _values(snapshot.biases[layer], (0, neuron))
    pattern = QCoreApplication.translate("Canvas", "{neuron}, bias {value}; click to look closely")
    return pattern.format(neuron=words, value=bias)


def _edge(drawn: Drawn, layer: int, source: int, neuron: int, snapshot: Snapshot | None) -> str:
    start, end = neuron_name(drawn, layer - 1, source), neuron_name(drawn, layer, neuron)
    if snapshot is None:
        return QCoreApplication.translate("Canvas", "weight from {start} to {end}").format(start=start, end=end)
    value = _values(snapshot.weights[layer], (source, neuron))
    pattern = QCoreApplication.translate("Canvas", "weight from {start} to {end}: {value}; click to change it")
    return pattern.format(start=start, end=end, value=value)


def frozen_words(drawn: Drawn, hit: Hit, frozen: Sequence[Place]) -> str:
    """Whether training leaves the weight or bias under the pointer as it is, and of maxout's weights which ones."""
    if hit.layer is None or hit.part not in (Part.EDGE, Part.BIAS):
        return ""
    source = BIAS if hit.part is Part.BIAS else hit.source
    pieces = [str(p.piece + 1) for p in frozen if (p.layer, p.input, p.unit) == (hit.layer, source, hit.neuron)]
    if pieces and drawn.spec.layers[hit.layer].pieces > 1:
        return QCoreApplication.translate("Canvas", " (frozen: piece {n})").format(n=", ".join(sorted(pieces)))
    return QCoreApplication.translate("Canvas", " (frozen)") if pieces else ""


def _block(count: int) -> str:
    """What a pixel of a matrix's picture hides."""
    if count == 1:
        return ""
    pattern = QCoreApplication.translate("Canvas", " (the largest of {n} here; Ctrl and the wheel show each)")
    return pattern.format(n=grouped(count))


def switch_words() -> str:
    """What the two ways to draw large matrices are."""
    return QCoreApplication.translate(
        "Canvas",
        "large matrices: the strongest weights as lines, or all weights as a picture (W); click below a single one for "
        "that one alone",
    )


def weight_name(drawn: Drawn, place: Place) -> str:
    """``PetalWidthCm to neuron 3``, or ``bias of neuron 3``, and which of maxout's pieces."""
    end = neuron_name(drawn, place.layer, place.unit)
    if place.is_bias:
        text = QCoreApplication.translate("Canvas", "bias of {end}").format(end=end)
    else:
        start = neuron_name(drawn, place.layer - 1, place.input)
        text = QCoreApplication.translate("Canvas", "weight {start} to {end}").format(start=start, end=end)
    if drawn.spec.layers[place.layer].pieces > 1:
        text += QCoreApplication.translate("Canvas", ", piece {n}").format(n=place.piece + 1)
    return text


def matrix_words(drawn: Drawn, layer: int, edges: Edges, *, pictured: bool) -> str:
    """``W2, the weights into the hidden layer 2: 200x100``, how much of it is drawn, and what a click does."""
    pattern = QCoreApplication.translate("Canvas", "W{n}, the weights into the {layer}: {shape}")
    shape = matrix_size(drawn, layer)
    words = pattern.format(n=layer + 1, layer=layer_name(drawn, layer), shape=shape)
    if pictured:
        pattern = QCoreApplication.translate(
            "Canvas",
            "{matrix}; a row is a neuron at the left, a column one at the right, both from the first; click for lines",
        )
    elif edges.drawn == edges.possible:
        pattern = QCoreApplication.translate("Canvas", "{matrix}; click for a picture of the matrix")
    elif edges.is_choice:
        pattern = QCoreApplication.translate(
            "Canvas",
            "{matrix}; drawn: {drawn} of {possible}, the strongest between the neurons that are shown; click for a "
            "picture of all",
        )
    else:
        pattern = QCoreApplication.translate(
            "Canvas",
            "{matrix}; drawn: {drawn} of {possible}, all between the neurons that are shown; click for a "
            "picture of all",
        )
    return pattern.format(matrix=words, drawn=grouped(edges.drawn), possible=grouped(edges.possible))


def matrix_size(drawn: Drawn, layer: int) -> str:
    """``4×200``, or ``2×4×200`` for maxout's two pieces."""
    return "×".join(str(length) for length in drawn.spec.weight_shapes[layer])


def _bias(drawn: Drawn, layer: int, neuron: int, snapshot: Snapshot | None) -> str:
    pattern = QCoreApplication.translate("Canvas", "bias of {layer}, {neuron}: {value}; click to change it")
    if snapshot is None:
        pattern = QCoreApplication.translate("Canvas", "bias of {layer}, {neuron}")
    value = "" if snapshot is None else _values(snapshot.biases[layer], (0, neuron))
    name = neuron_name(drawn, layer, neuron)
    return pattern.format(layer=layer_name(drawn, layer), neuron=name, value=value)


def _strip(drawn: Drawn, layer: int, neuron: int) -> str:
    pattern = QCoreApplication.translate(
        "Canvas", "all {neurons} of {layer}, darker: says more; here {name}; click to draw it and its neighbours"
    )
    name = neuron_name(drawn, layer, neuron)
    return pattern.format(neurons=grouped(drawn.units(layer)), layer=layer_name(drawn, layer), name=name)


def value_words(hit: Hit, snapshot: Snapshot | None) -> str:
    """The value of the weight or bias under the pointer; of maxout those of all pieces. Elsewhere nothing."""
    if snapshot is None or hit.layer is None or hit.neuron is None:
        return ""
    if hit.part is Part.EDGE and hit.source is not None:
        return _values(snapshot.weights[hit.layer], (hit.source, hit.neuron))
    return _values(snapshot.biases[hit.layer], (0, hit.neuron)) if hit.part is Part.BIAS else ""


def _values(array: NDArray[Any], place: tuple[int, int]) -> str:
    """The value at ``place``; of maxout, which has a weight a piece, all of them."""
    return ", ".join(number(float(value)) for value in np.atleast_1d(array[(..., *place)]))


def as_tooltip(text: str) -> str:
    """``text`` as rich text, so that names from a file are never taken for markup and long sentences wrap."""
    return f"<span>{html.escape(text)}</span>" if text else ""
