"""Texts of the data gallery that come from the engine or from the cards of the bundled tables; see `core_texts`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SET_TEXTS: tuple[object, ...] = (
    # generated sets: titles and descriptions
    QT_TRANSLATE_NOOP("core", "Circle"),
    QT_TRANSLATE_NOOP("core", "One class lies inside, the other in a ring around it."),
    QT_TRANSLATE_NOOP("core", "Exclusive or"),
    QT_TRANSLATE_NOOP("core", "Two opposite quarters of the plane belong together."),
    QT_TRANSLATE_NOOP("core", "Two clouds"),
    QT_TRANSLATE_NOOP("core", "Two clouds of points that a line can tell apart."),
    QT_TRANSLATE_NOOP("core", "Spiral"),
    QT_TRANSLATE_NOOP("core", "Two arms wind around each other: a hard one."),
    QT_TRANSLATE_NOOP("core", "Two moons"),
    QT_TRANSLATE_NOOP("core", "Two half circles that reach into each other."),
    QT_TRANSLATE_NOOP("core", "Straight border"),
    QT_TRANSLATE_NOOP("core", "Two classes on both sides of a straight line, with a gap."),
    QT_TRANSLATE_NOOP("core", "Checkerboard"),
    QT_TRANSLATE_NOOP("core", "Sixteen squares that take turns."),
    QT_TRANSLATE_NOOP("core", "The lecture's wedge"),
    QT_TRANSLATE_NOOP("core", "The region that the lecture's network cuts out by hand."),
    QT_TRANSLATE_NOOP("core", "Rings"),
    QT_TRANSLATE_NOOP("core", "Each class is a ring around the one before."),
    QT_TRANSLATE_NOOP("core", "Spirals"),
    QT_TRANSLATE_NOOP("core", "Each class is an arm of one spiral."),
    QT_TRANSLATE_NOOP("core", "Clouds"),
    QT_TRANSLATE_NOOP("core", "Each class is a cloud of points; their centres lie on a circle."),
    QT_TRANSLATE_NOOP("core", "Plane"),
    QT_TRANSLATE_NOOP("core", "The value rises steadily from one corner to the other."),
    QT_TRANSLATE_NOOP("core", "Hills and hollows"),
    QT_TRANSLATE_NOOP("core", "Three hills and three hollows in a flat country."),
    QT_TRANSLATE_NOOP("core", "Ripples"),
    QT_TRANSLATE_NOOP("core", "Waves along both directions."),
    QT_TRANSLATE_NOOP("core", "Three inputs"),
    QT_TRANSLATE_NOOP("core", "The lecture's linear regression: y = x1 - 2 x2 + 0.5 x3 + 1."),
    QT_TRANSLATE_NOOP("core", "Straight line"),
    QT_TRANSLATE_NOOP("core", "A line, for linear regression: y = 0.5 x + 1."),
    QT_TRANSLATE_NOOP("core", "Sine"),
    QT_TRANSLATE_NOOP("core", "A wave: y = sin x."),
    QT_TRANSLATE_NOOP("core", "Step function"),
    QT_TRANSLATE_NOOP("core", "A jump from -1 to 1 at zero."),
    QT_TRANSLATE_NOOP("core", "Absolute value"),
    QT_TRANSLATE_NOOP("core", "A kink at zero: y = |x|."),
    QT_TRANSLATE_NOOP("core", "Parabola"),
    QT_TRANSLATE_NOOP("core", "y = x squared."),
    QT_TRANSLATE_NOOP("core", "Sinc"),
    QT_TRANSLATE_NOOP("core", "A high wave with low ones on both sides: y = sin(pi x) / (pi x)."),
    QT_TRANSLATE_NOOP("core", "Cubic"),
    QT_TRANSLATE_NOOP("core", "One hill and one hollow: y = x (x - 4) (x + 5) / 20."),
    QT_TRANSLATE_NOOP("core", "Two waves"),
    QT_TRANSLATE_NOOP("core", "A slow wave and a quick one: y = sin x + 0.5 sin 3x."),
    # bundled tables: descriptions and licences
    QT_TRANSLATE_NOOP(
        "core",
        "The lecture's example (L12): four measurements of 150 flowers, 50 of each of three species. One "
        "species stands apart, the other two overlap. These are the values of Fisher's own paper; the "
        "copy in the UCI repository differs from it in flowers 35 and 38.",
    ),
    QT_TRANSLATE_NOOP("core", "Public domain: a table of measurements published in 1936"),
    QT_TRANSLATE_NOOP(
        "core",
        "Fuel consumption of 398 cars of 1970 to 1982. A regression with a category, a free text and six "
        "missing cells.",
    ),
    QT_TRANSLATE_NOOP("core", "CC BY 4.0"),
    QT_TRANSLATE_NOOP(
        "core",
        "Thirty measurements of cell nuclei in pictures of 569 breast masses, and whether the mass was "
        "malignant. Two classes: one sigmoid unit is enough at the output. Not for medical use.",
    ),
    QT_TRANSLATE_NOOP(
        "core",
        "1797 digits written by 13 people, each a picture of 8 x 8 pixels with 17 grey levels. Ten classes.",
    ),
    QT_TRANSLATE_NOOP(
        "core",
        "Measurements of 344 penguins of three species, with text columns and missing cells. Also a "
        "regression: fcgui train penguins --target body_mass_g.",
    ),
    QT_TRANSLATE_NOOP("core", "CC0 1.0"),
    QT_TRANSLATE_NOOP(
        "core",
        "Thirteen chemical measurements of 178 wines grown by three growers in one region of Italy. The "
        "columns differ a thousandfold in size: try it with scaling switched off.",
    ),
    # generated and painted tables
    QT_TRANSLATE_NOOP("core", "generated"),
    QT_TRANSLATE_NOOP("core", "painted by hand"),
    QT_TRANSLATE_NOOP("core", "as it was generated"),
    QT_TRANSLATE_NOOP("core", "painted"),
    QT_TRANSLATE_NOOP("core", "Other points, the same network: it keeps its weights."),
    QT_TRANSLATE_NOOP("core", "There is not enough memory for so many points."),
)

SET_PATTERNS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("core", "The number of points must be between {low} and {high}, not {value}."),
    QT_TRANSLATE_NOOP("core", "The number of points must be a whole number, not {value}."),
    QT_TRANSLATE_NOOP("core", "The seed of the points must be between {low} and {high}, not {value}."),
    QT_TRANSLATE_NOOP("core", "The seed of the points must be a whole number, not {value}."),
    QT_TRANSLATE_NOOP("core", "The number of classes must be between {low} and {high}, not {value}."),
    QT_TRANSLATE_NOOP("core", "The number of classes must be a whole number, not {value}."),
    QT_TRANSLATE_NOOP("core", "The noise must be between {low} and {high}, not {value}."),
    QT_TRANSLATE_NOOP("core", "a painted table may have up to {most} points."),
    QT_TRANSLATE_NOOP("core", 'there is no generated set "{name}"; there are {names}.'),
    QT_TRANSLATE_NOOP("core", "The recipe of the generated points in this file is damaged."),
)
