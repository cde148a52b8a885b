from __future__ import annotations

import copy
import dataclasses
import math

import pytest

from fcgui_core import OPTIMIZERS, SCHEDULES, SETTINGS, LayerSpec, NetworkSpec, SpecError, TrainingSettings


def test_the_lectures_iris_network() -> None:
    layers = (LayerSpec(200, "relu"), LayerSpec(100, "relu"), LayerSpec(50, "relu"), LayerSpec(3, "softmax"))
    spec = NetworkSpec(4, layers)
    assert spec.weight_shapes == ((4, 200), (200, 100), (100, 50), (50, 3))
    assert spec.sizes == (4, 200, 100, 50, 3)
    assert spec.n_outputs == 3
    assert spec.n_parameters == 5 * 200 + 201 * 100 + 101 * 50 + 51 * 3


def test_maxout_has_its_own_pieces() -> None:
    spec = NetworkSpec(4, (LayerSpec(5, "maxout", pieces=3), LayerSpec(1, "identity")))
    assert spec.weight_shapes == ((3, 4, 5), (5, 1))
    assert spec.n_parameters == 3 * 5 * 5 + 6


def test_layer_is_a_value() -> None:
    layer = LayerSpec(5, "leaky_relu")
    assert layer == LayerSpec(5, "leaky_relu", slope=0.1) and hash(layer) == hash(copy.deepcopy(layer))
    assert dict(layer.parameters) == {"slope": 0.1}
    assert layer.with_(units=7) == LayerSpec(7, "leaky_relu")
    assert LayerSpec(5, "leaky_relu", slope=0.3).with_(units=7).parameters["slope"] == 0.3
    assert LayerSpec(5, "leaky_relu", slope=0.3).with_(activation="elu") == LayerSpec(5, "elu", alpha=1.0)
    assert eval(repr(LayerSpec(5, "maxout", pieces=3))) == LayerSpec(5, "maxout", pieces=3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        layer.units = 6  # type: ignore[misc]  # frozen
    with pytest.raises(TypeError):
        layer.parameters["slope"] = 1.0  # type: ignore[index]  # read-only


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: LayerSpec(0), "between 1 and"),
        (lambda: LayerSpec(2.5), "whole number"),
        (lambda: LayerSpec(True), "whole number"),
        (lambda: LayerSpec(10**9), "between 1 and"),
        (lambda: LayerSpec(3, "rellu"), "did you mean relu"),
        (lambda: LayerSpec(3, "relu", slope=0.1), "no parameter 'slope'"),
        (lambda: LayerSpec(3, "leaky_relu", slope=2.0), "at most 1"),
        (lambda: LayerSpec(3, "elu", alpha=math.nan), "finite"),
        (lambda: LayerSpec(3, "maxout", pieces=1), "between 2 and 16"),
        (lambda: NetworkSpec(4, ()), "at least one layer"),
        (lambda: NetworkSpec(0, (LayerSpec(3),)), "at least 1"),
        (lambda: NetworkSpec(4, (LayerSpec(3),), "heh_normal"), "did you mean he_normal"),
        (lambda: NetworkSpec(2**40, (LayerSpec(90_000),) * 3), "make its widest layers narrower"),
        (lambda: NetworkSpec(4, (LayerSpec(3),) * 201), "up to 200 layers"),
        (lambda: TrainingSettings(learning_rate=0.0), "above 0"),
        (lambda: TrainingSettings(learning_rate=math.inf), "finite"),
        (lambda: TrainingSettings(learning_rate="0.1"), "finite number"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: TrainingSettings(batch_size=0), "at least 1"),
        (lambda: TrainingSettings(l2=-1.0), "at least 0"),
        (lambda: TrainingSettings(momentum=1.0), "at most 1"),
        (lambda: TrainingSettings(optimizer="adamm"), "did you mean adam"),
        (lambda: TrainingSettings(loss="ce"), "did you mean"),
        (lambda: TrainingSettings(early_stopping=0), "at least 1"),
        (lambda: TrainingSettings(seed=-1), "between 0 and"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(make: object, words: str) -> None:
    with pytest.raises(SpecError, match=words):
        make()  # type: ignore[operator]  # makers of many kinds


def test_the_table_of_settings_describes_every_field() -> None:
    fields = {field.name: field.default for field in dataclasses.fields(TrainingSettings)}
    assert {name: setting.default for name, setting in SETTINGS.items()} == fields
    for name, setting in SETTINGS.items():
        assert setting.name == name and setting.label and setting.help.endswith(".")
        assert set(setting.optimizers) <= set(OPTIMIZERS) and set(setting.schedules) <= set(SCHEDULES)
        assert setting.optional == (setting.none_label != "")
    assert {name for name, setting in SETTINGS.items() if setting.effect == "rebuild"} == {"loss", "seed"}
    assert SETTINGS["momentum"].optimizers == ("momentum", "nesterov")


@pytest.mark.parametrize(
    ("name", "rates"),
    [
        ("constant", [0.8, 0.8, 0.8]),
        ("step", [0.8, 0.8, 0.2]),
        ("exponential", [0.8, 0.4, 0.2]),
        ("cosine", [0.8, 0.4, 0.0]),
        ("inverse_time", [0.8, 0.8 / 1.125, 0.8 / 1.25]),
    ],
)
def test_schedules(name: str, rates: list[float]) -> None:
    values = [SCHEDULES[name].value(0.8, epoch, 0.25, 10) for epoch in (0, 5, 10)]
    assert values == pytest.approx(rates)
