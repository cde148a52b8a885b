"""Hidden layers as one line of text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.activations import ACTIVATIONS
from fcgui_core.errors import SpecError
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.spec import LayerSpec

LECTURE = (LayerSpec(200, "relu"), LayerSpec(100, "relu"), LayerSpec(50, "relu"))


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        ("200 relu, 100 relu, 50 relu", LECTURE),
        ("200, 100, 50", LECTURE),
        ("200 ReLU -> 100 relu → 50 relu", LECTURE),
        ("200relu;100 relu\n50 relu\n", LECTURE),
        ("", ()),
        (" , ", ()),
        ("3 x 16 tanh", (LayerSpec(16, "tanh"),) * 3),
        ("2×8", (LayerSpec(8, "relu"),) * 2),
        ("5 Leaky ReLU(slope=0.2)", (LayerSpec(5, "leaky_relu", slope=0.2),)),
        ("5 leaky-relu (slope = 0.2), 4", (LayerSpec(5, "leaky_relu", slope=0.2), LayerSpec(4, "relu"))),
        ("4 maxout(pieces=3)", (LayerSpec(4, "maxout", pieces=3),)),
    ],
)
def test_a_line_is_read(text: str, layers: tuple[LayerSpec, ...]) -> None:
    assert read_layers(text) == layers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("200 rely", "did you mean"),
        ("relu", '"relu" is no layer'),
        ("200 relu, x", '"x" is no layer'),
        ("0 relu", "between 1 and 100,000"),
        ("-5 relu", "is no layer"),
        ("1000000000 relu", "is no layer"),
        ("200000 relu", "between 1 and 100,000"),
        ("5 elu(alpha)", "is no parameter"),
        ("5 elu(beta=1)", "no parameter 'beta'"),
        ("999 x 5 relu", "up to 200 layers"),
        ("1," * 300, "up to 200 layers"),
        ("5 relu(", "is no layer"),
    ],
)
def test_what_is_not_understood_is_named(text: str, words: str) -> None:
    with pytest.raises(SpecError, match=re.escape(words)):
        read_layers(text)


@st.composite
def layer(draw: st.DrawFn) -> LayerSpec:
    entry = ACTIVATIONS[draw(st.sampled_from(sorted(ACTIVATIONS)))]
    values = {
        name: draw(st.integers(int(p.minimum), int(p.maximum)) if p.integer else st.floats(p.minimum, p.maximum))
        for name, p in entry.parameters.items()
    }
    return LayerSpec(draw(st.integers(1, 5000)), entry.name, **values)


@given(st.lists(layer(), max_size=6))
def test_what_is_written_is_read_back(layers: list[LayerSpec]) -> None:
    assert read_layers(write_layers(layers)) == tuple(layers)
