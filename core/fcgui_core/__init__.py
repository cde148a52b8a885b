"""Fully connected networks in NumPy: what fcgui's window shows, without the window.

>>> from fcgui_core import LayerSpec, Network, NetworkSpec
>>> network = Network(NetworkSpec(4, (LayerSpec(200, "relu"), LayerSpec(3, "softmax"))), seed=0)
>>> [W.shape for W in network.weights]
[(4, 200), (200, 3)]
"""

from __future__ import annotations

from fcgui_core.activations import ACTIVATIONS, Activation, Parameter
from fcgui_core.errors import FcguiError, FileError, SpecError, TableError
from fcgui_core.history import Curves, History
from fcgui_core.initializers import INITIALIZERS, Initializer
from fcgui_core.losses import LOSSES, Loss
from fcgui_core.metrics import Metrics
from fcgui_core.network import Network
from fcgui_core.optimizers import OPTIMIZERS, Optimizer
from fcgui_core.schedules import SCHEDULES, Schedule
from fcgui_core.settings import SETTINGS, Setting
from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings, check_pair, check_trainable
from fcgui_core.task import (
    class_probabilities,
    encode_targets,
    natural_activation,
    natural_loss,
    output_units,
    predicted_classes,
)
from fcgui_core.trainer import Trainer

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "LOSSES",
    "OPTIMIZERS",
    "SCHEDULES",
    "SETTINGS",
    "Activation",
    "Curves",
    "FcguiError",
    "FileError",
    "History",
    "Initializer",
    "LayerSpec",
    "Loss",
    "Metrics",
    "Network",
    "NetworkSpec",
    "Optimizer",
    "Parameter",
    "Schedule",
    "Setting",
    "Snapshot",
    "SpecError",
    "TableError",
    "Trainer",
    "TrainingSettings",
    "check_pair",
    "check_trainable",
    "class_probabilities",
    "encode_targets",
    "natural_activation",
    "natural_loss",
    "output_units",
    "predicted_classes",
]
