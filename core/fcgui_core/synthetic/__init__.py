"""Generated data sets: TensorFlow Playground's six, more of the kind, and functions of one input; all seeded.

`SETS` is the one list of them: a new set is one new entry, and the gallery, the command line and the tests find it.
"""

from __future__ import annotations

from fcgui_core.recipe import PAINTED, Recipe
from fcgui_core.synthetic.make import (
    SPAN,
    canvas,
    find_set,
    generate,
    is_generated,
    next_class,
    points_of,
    repainted,
    roles_of,
    same_set,
    spans_of,
)
from fcgui_core.synthetic.sets import SETS, GeneratedSet

__all__ = [
    "PAINTED",
    "SETS",
    "SPAN",
    "GeneratedSet",
    "Recipe",
    "canvas",
    "find_set",
    "generate",
    "is_generated",
    "next_class",
    "points_of",
    "repainted",
    "roles_of",
    "same_set",
    "spans_of",
]
