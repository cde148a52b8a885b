"""Hidden layers as one line of text: ``200 relu, 100 leaky_relu(slope=0.2), 50 tanh``, both written and read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fcgui_core.activations import ACTIVATIONS
from fcgui_core.errors import SpecError
from fcgui_core.spec import MAX_LAYERS, LayerSpec

DEFAULT_ACTIVATION = "relu"

# Layers stand between commas, semicolons, arrows or line ends, but not inside the brackets of a parameter list.
_BETWEEN_LAYERS = re.compile(r"(?:[,;\n]|->|→)(?![^()]*\))")
_LAYER = re.compile(
    r"(?:(?P<times>\d{1,6})\s*[x×*]\s*)?(?P<units>\d{1,9})(?:\s*(?P<activation>[A-Za-z_][\w -]*?)\s*)?"
    r"(?:\((?P<parameters>[^()]*)\))?\s*",
)


def write_layers(layers: Iterable[LayerSpec]) -> str:
    """Return the layers as one line that `read_layers` turns back into equal ones; no layer is an empty text."""
    return ", ".join(_written(layer) for layer in layers)


def read_layers(text: str, activation: str = DEFAULT_ACTIVATION) -> tuple[LayerSpec, ...]:
    """Return the layers that ``text`` names; ``activation`` is for those that name none.

    A layer is its units, then its activation by name or label, then its parameters: ``8 elu(alpha=0.5)``.
    ``3 x 16 tanh`` is three such layers. An empty text is no layer. Raises `SpecError` with the part that is not
    understood.
    """
    parts = [part.strip() for part in _BETWEEN_LAYERS.split(text)]
    layers: list[LayerSpec] = []
    for part in filter(None, parts):
        layers += _read(part, activation)
        if len(layers) > MAX_LAYERS:
            raise SpecError(f"A network may have up to {MAX_LAYERS} layers.")
    return tuple(layers)


def _written(layer: LayerSpec) -> str:
    defaults = ACTIVATIONS[layer.activation].defaults
    own = [f"{name}={_number(value)}" for name, value in layer.parameters.items() if value != defaults[name]]
    return f"{layer.units} {layer.activation}" + (f"({', '.join(own)})" if own else "")


def _number(value: float) -> str:
    """The shortest text that is read back as the same number."""
    short = f"{value:g}"
    return short if float(short) == value else repr(value)


def _read(part: str, activation: str) -> list[LayerSpec]:
    found = _LAYER.fullmatch(part)
    if found is None:
        raise SpecError(f'"{part[:40]}" is no layer; write its units and its activation, like "100 relu".')
    name = activation if found["activation"] is None else _activation(found["activation"])
    times = int(found["times"] or 1)
    if not 1 <= times <= MAX_LAYERS:
        raise SpecError(f"A network may have up to {MAX_LAYERS} layers.")
    return [LayerSpec(int(found["units"]), name, **_parameters(found["parameters"] or "", part))] * times


def _activation(written: str) -> str:
    """Return the registry's name for a name or label in any case, with blanks or hyphens for underscores."""
    plain = _plain(written)
    for name, entry in ACTIVATIONS.items():
        if plain in (_plain(name), _plain(entry.label)):
            return name
    return written.strip()  # LayerSpec refuses it and names near ones


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()


def _parameters(written: str, part: str) -> dict[str, float]:
    values: dict[str, float] = {}
    for pair in filter(None, (pair.strip() for pair in written.split(","))):
        name, _, value = (piece.strip() for piece in pair.partition("="))
        try:
            number = float(value)
        except ValueError:
            raise SpecError(f'"{pair[:40]}" in "{part[:40]}" is no parameter; write it like slope=0.2.') from None
        values[name] = int(number) if number.is_integer() else number
    return values
