"""What stands written in the drawing itself: captions, notes about what is not drawn, and the legend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fcgui.canvas.connections import Edges
from fcgui.canvas.layout import Column
from fcgui.canvas.matrix import Matrix
from fcgui.i18n.numbers import grouped


def legend_weights() -> tuple[str, ...]:
    """What colour and width of an edge say, at length and shortly."""
    return (
        QCoreApplication.translate("Canvas", "weight: sign, and size up to the largest (\u00b1) of its matrix"),
        QCoreApplication.translate("Canvas", "weight: sign and size"),
        QCoreApplication.translate("Canvas", "weight"),
    )


def legend_map() -> tuple[str, ...]:
    """What the picture in a neuron is."""
    return (
        QCoreApplication.translate("Canvas", "neuron: its activation over the plane of the decision regions"),
        QCoreApplication.translate("Canvas", "activation over the plane"),
        QCoreApplication.translate("Canvas", "activation"),
    )


def legend_bias() -> tuple[str, ...]:
    """What the little square beside a neuron is."""
    bias = QCoreApplication.translate("Canvas", "bias")
    return bias, bias, bias


def shown_note(column: Column, *, is_range: bool) -> tuple[str, ...]:
    """How many neurons of a layer are drawn and which, from the longest way to say it to the shortest."""
    count, units = grouped(len(column.shown)), grouped(column.units)
    if is_range:
        numbers = {"a": grouped(int(column.shown[0]) + 1), "b": grouped(int(column.shown[-1]) + 1), "units": units}
        long = QCoreApplication.translate("Canvas", "showing {a}\u2013{b} of {units}")
        short = QCoreApplication.translate("Canvas", "{a}\u2013{b} of {units}")
        return long.format(**numbers), short.format(**numbers)
    texts = (
        QCoreApplication.translate("Canvas", "showing {n} of {units}: most active"),
        QCoreApplication.translate("Canvas", "{n} of {units}: most active"),
        QCoreApplication.translate("Canvas", "top {n} of {units}"),
        QCoreApplication.translate("Canvas", "top {n}"),
    )
    return tuple(text.format(n=count, units=units) for text in texts)


def captions(edges: Edges) -> tuple[str, ...]:
    """How much of a connection is drawn, from the longest way to say it to the shortest; empty if all is.

    "Strongest" only where every neuron is shown: else a stronger weight may belong to a neuron that is not.
    """
    if edges.drawn == edges.possible:
        return ()
    numbers = {"drawn": grouped(edges.drawn), "possible": grouped(edges.possible)}
    whole = edges.is_choice and not edges.left.hidden and not edges.right.hidden
    long = (
        QCoreApplication.translate("Canvas", "strongest {drawn} of {possible}")
        if whole
        else QCoreApplication.translate("Canvas", "{drawn} of {possible} drawn")
    )
    short = QCoreApplication.translate("Canvas", "{drawn} of {possible}")
    share = f"{100 * edges.drawn / edges.possible:.2g} %"
    return long.format(**numbers), short.format(**numbers), share


def picture_captions(edges: Edges, matrix: Matrix) -> tuple[str, ...]:
    """What the picture of a matrix shows, from the longest way to say it to the shortest."""
    down, across = matrix.block
    numbers = {"possible": grouped(edges.possible), "block": f"{down}\u00d7{across}"}
    short = QCoreApplication.translate("Canvas", "all {possible}").format(**numbers)
    if down * across == 1:
        return QCoreApplication.translate("Canvas", "all {possible} drawn").format(**numbers), short
    long = QCoreApplication.translate("Canvas", "all {possible}, {block} a pixel")
    middle = QCoreApplication.translate("Canvas", "{block} a pixel")
    return long.format(**numbers), middle.format(**numbers), short
