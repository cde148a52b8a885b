"""Texts as words: which words a column's cells hold, and the few of them that say most about the target.

A word is a run of letters and digits in lower case, with apostrophes inside it ("don't"); a Chinese or Japanese
character is a word by itself, since blanks do not part words there. Of the words that stand in at least `LEAST_ROWS`
training rows those are taken that tell the targets apart best: Pearson's chi-squared of "the row holds the word" and
the class, or n r^2 where the target is a number (Yang and Pedersen 1997).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.errors import Cancelled

LEAST_ROWS = 3  # training rows that a word has to stand in
MOST_CLASSES = 20  # beyond the most frequent ones, all others count as one: the sums of each take memory
LONGEST = 40  # letters: what is longer is an address or a key, not a word
ASKED_EVERY = 1_000  # different texts
_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_SINGLE}]|[^\W_{_SINGLE}]+(?:['\u2019][^\W_{_SINGLE}]+)*")

Integers = NDArray[np.int64]


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order: "It's FREE!" is "it's", "free"."""
    plain = unicodedata.normalize("NFC", text).lower().replace("\u2019", "'")
    return [word for word in _WORD.findall(plain) if len(word) <= LONGEST]


@dataclass(frozen=True, eq=False)
class Bags:
    """The words of a column's different texts: text i holds the words ``numbers[starts[i]:starts[i + 1]]``, each once.

    ``vocabulary`` names the words by number; ``codes`` (n,) tells each cell's text, -1 where it is missing.
    """

    vocabulary: tuple[str, ...]
    starts: Integers  # (texts + 1,)
    numbers: NDArray[np.int32]
    codes: NDArray[np.int32]

    def holding(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (words, k) the sum of the ``weights`` (n, k) of the cells that hold each word."""
        sums = np.zeros((len(self.vocabulary), weights.shape[1]))
        present = self.codes >= 0
        lengths = np.diff(self.starts)
        for at in range(weights.shape[1]):
            of_texts = np.bincount(self.codes[present], weights[present, at], minlength=len(lengths))
            sums[:, at] = np.bincount(self.numbers, np.repeat(of_texts, lengths), minlength=len(self.vocabulary))
        return sums


def bags_of(column: Column, cancelled: Callable[[], bool] | None = None) -> Bags:
    """Return the words of a column's cells. Raises `Cancelled` once ``cancelled()`` is true."""
    texts, codes = column.coding
    index: dict[str, int] = {}
    starts, numbers = np.zeros(len(texts) + 1, dtype=np.int64), []
    for at, text in enumerate(texts):
        if cancelled is not None and at % ASKED_EVERY == 0 and cancelled():
            raise Cancelled("preparing was cancelled.")
        found = [index.setdefault(word, len(index)) for word in dict.fromkeys(words_of(text))]
        numbers.append(np.array(found, dtype=np.int32))
        starts[at + 1] = starts[at] + len(found)
    joined = np.concatenate(numbers) if numbers else np.zeros(0, dtype=np.int32)
    return Bags(tuple(index), starts, joined, codes)


def known_bags(column: Column) -> Bags:
    """`bags_of`, worked out once for each column."""
    known: Bags | None = column.__dict__.get("bags of words")
    if known is None:
        known = column.__dict__["bags of words"] = bags_of(column)
    return known


def telling_words(bags: Bags, rows: Integers, targets: NDArray[Any], most: int) -> tuple[str, ...]:
    """Return at most ``most`` words by how much they tell of the targets, those in more rows first where it is equal.

    ``targets`` (m,) are those of the ``rows`` (m,): class numbers (integers), or numbers (floats).
    """
    classes = targets.dtype.kind in "iu"
    told = _memberships(targets) if classes else (targets - targets.mean())[:, None]
    weights = np.zeros((len(bags.codes), told.shape[1] + 1))
    weights[rows, 0], weights[rows, 1:] = 1.0, told
    sums = bags.holding(weights)
    count, n = sums[:, 0], len(rows)
    kept = np.flatnonzero((count >= LEAST_ROWS) & (count < n))
    count, told_by = count[kept], sums[kept, 1:]
    # with c = the rows of a word, o = their sum of targets, e = what it would be by chance: n / (c (n - c)) (o - e)^2
    scale = told.mean(axis=0) if classes else np.array([max(float(np.mean(told**2)), 1e-300)])
    expected = np.outer(count, told.mean(axis=0))
    gain = (((told_by - expected) ** 2) / np.maximum(scale, 1e-300)).sum(axis=1) * n / (count * (n - count))
    best = np.lexsort((-count, -gain))[:most]
    return tuple(bags.vocabulary[at] for at in kept[best])


def _memberships(targets: Integers) -> NDArray[np.float64]:
    """Return (m, k) 1 where a row is of a class, else 0; the last column is for all classes beyond `MOST_CLASSES`."""
    classes, places, counts = np.unique(targets, return_inverse=True, return_counts=True)
    ranks = np.empty(len(classes), dtype=np.int64)
    ranks[np.argsort(-counts, kind="stable")] = np.arange(len(classes))
    return np.eye(min(len(classes), MOST_CLASSES + 1))[np.minimum(ranks[places], MOST_CLASSES)]


def occurrences(bags: Bags, words: Iterable[str]) -> NDArray[np.bool_]:
    """Return (n, words) whether each cell holds each of the words; of a missing cell none."""
    place = {word: at for at, word in enumerate(words)}
    places = np.array([*(place.get(word, -1) for word in bags.vocabulary)], dtype=np.int64)
    held = np.zeros((len(bags.starts), len(place)), dtype=np.bool_)  # the last row is for the code -1
    texts = np.repeat(np.arange(len(bags.starts) - 1), np.diff(bags.starts))
    at = places[bags.numbers] if len(bags.numbers) else np.zeros(0, dtype=np.int64)
    known = at >= 0
    held[texts[known], at[known]] = True
    return held[bags.codes]
