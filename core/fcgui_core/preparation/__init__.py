"""From a table to matrices: split, encode, fill in, scale. Fitted on the training part only, then frozen.

`parts` is the whole way, `prepare`: it splits the rows and makes `PreparedData` (`data`) of them. `fitting` fits a
`Preparation` (`fitted`), which is stored with the weights and does the same to new rows; `targets` is what both know
of the column to predict.
"""

from __future__ import annotations

from fcgui_core.derived import can_derive, check_derived
from fcgui_core.preparation.data import NO_PART, TEST, TRAINING, VALIDATION, PreparedData
from fcgui_core.preparation.fitted import Preparation
from fcgui_core.preparation.parts import prepare
from fcgui_core.preparation.targets import CLASS_WEIGHTS, ClassWeights
from fcgui_core.split import check_sizes

__all__ = [
    "CLASS_WEIGHTS",
    "NO_PART",
    "TEST",
    "TRAINING",
    "VALIDATION",
    "ClassWeights",
    "Preparation",
    "PreparedData",
    "can_derive",
    "check_derived",
    "check_sizes",
    "prepare",
]
