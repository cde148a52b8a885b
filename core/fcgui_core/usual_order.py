"""The order in which categories usually stand: known scales, else by the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

# each from the lowest to the highest; words with a bar between them stand at the same place
SCALES = (
    "xxs, xs|very small|tiny, s|small, m|medium|mid, l|large|big, xl|very large|huge, xxl, xxxl",
    "none, very low, low, medium|moderate|middle|mid|normal, high, very high, extreme",
    "none, mild, moderate, severe, critical",
    "never, rarely|seldom, sometimes, often|usually, always",
    "very bad|terrible, bad|poor, fair|average|ok, good, very good|great, excellent",
    "strongly disagree, disagree, neutral, agree, strongly agree",
    "primary|basic, secondary|high school, bachelor|college, master|graduate, doctorate|phd",
    "beginner|junior, intermediate|middle, advanced|senior, expert",
    "january, february, march, april, may, june, july, august, september, october, november, december",
    "jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec",
    "monday, tuesday, wednesday, thursday, friday, saturday, sunday",
    "mon, tue, wed, thu, fri, sat, sun",
    "нет, очень низкий|очень низкая, низкий|низкая, средний|средняя, высокий|высокая, очень высокий|очень высокая",
    "маленький|малый|маленькая, средний|средняя, большой|большая, огромный|огромная",
    "никогда, редко, иногда, часто, всегда",
    "ужасно, плохо, удовлетворительно|нормально, хорошо, отлично",
    "январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь",
    "понедельник, вторник, среда, четверг, пятница, суббота, воскресенье",
    "klein, mittel, groß",
    "niedrig, mittel, hoch",
)


def usual_order(categories: Iterable[str]) -> tuple[str, ...]:
    """Return the categories from the lowest to the highest, as a known scale has them; else as the numbers in them."""
    texts = list(categories)
    for places in _places():
        if all(_plain(text) in places for text in texts):
            return tuple(sorted(texts, key=lambda text: places[_plain(text)]))
    return tuple(sorted(texts, key=_natural))


@cache
def _places() -> tuple[dict[str, int], ...]:
    """Of each scale the place of each of its words."""
    return tuple(
        {word: at for at, words in enumerate(scale.split(", ")) for word in words.split("|")} for scale in SCALES
    )


def _plain(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", text.strip().casefold()))


def _natural(text: str) -> list[tuple[bool, float, str]]:
    """A key by which "grade 9" comes before "grade 10"."""
    return [(not part.isdecimal(), float(part) if part.isdecimal() else 0.0, part) for part in re.split(r"(\d+)", text)]
