"""In which code page bytes above 127 are words: tried one by one, the likeliest letters win."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

CODE_PAGES = ("cp1252", "cp1251", "koi8-r", "cp866", "latin-1")  # between equals the first one wins
OLD_PAGES = ("mac-roman", "cp850")  # asked only about bytes that mean nothing in cp1252
# How often each letter comes in Russian texts, in tenths of a percent.
_SHARES = (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5)
RUSSIAN = dict(zip("оеаинтсрвлкмдпуяыьгзбчйхжшюц", _SHARES, strict=True))
RARE, OFTEN = 3, 50  # the share of other letters, and of one that scores as much as most do
COMMON_LATIN = frozenset("éèàâêçôöüäßñåøóáíúã")
SIGNS = dict.fromkeys("°–—’‘“”„«»±µ²³½£§©®…·×\xa0", 0.3) | {"№": 0.5, "€": 0.9, "£": 0.9}
POLISH = frozenset("łążŁŻ")  # letters of cp1250 where cp1252 has signs
SAMPLE_BYTES = 8_000  # as much as is looked at letter by letter
LIKE_WORDS = 1.75  # a text of words in its own code page scores more than this
_WORDS = re.compile(rb"[^\s,;|\"]{0,40}[\x80-\xff][^\s,;|\"]{0,40}")
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def best_code_page(data: bytes) -> str:
    """Return the code page in which the lines with bytes above 127 look most like words.

    Asian pages of two bytes a character are taken only where every run of high bytes fits them and the single-byte
    pages give no words.
    """
    lines = [line for line in data.splitlines() if not line.isascii()][:400]
    sample = b"\n".join(lines)
    if len(sample) > SAMPLE_BYTES:
        sample = sample[:SAMPLE_BYTES].rpartition(b"\n")[0] or sample[:SAMPLE_BYTES]
    pages = [page for page in CODE_PAGES if _fits(sample, page)]
    if _UNDEFINED_1252.search(sample):
        pages[-1:-1] = OLD_PAGES
    words = b"\n".join(dict.fromkeys(_WORDS.findall(sample)))  # each once: one that comes again and again tells no more
    best = max(pages, key=lambda page: _likeness(words, page))
    if best in ("cp1252", "latin-1") and _fits(sample, "cp1250") and _polish_words(sample):
        return "cp1250"
    if _likeness(words, best) < LIKE_WORDS:
        return _two_bytes(sample) or best
    return best


def _fits(sample: bytes, page: str) -> bool:
    try:
        sample.decode(page)
    except UnicodeDecodeError:
        return False
    return True


def _polish_words(sample: bytes) -> int:
    """How many letters of `POLISH` stand between two letters."""
    text = sample.decode("cp1250", errors="replace")
    return sum(
        char in POLISH and before.isalpha() and after.isalpha()
        for before, char, after in zip(text, text[1:], text[2:], strict=False)
    )


def _two_bytes(sample: bytes) -> str | None:
    """Return the page of Chinese, Japanese or Korean text, if that is what the bytes are."""
    if _fits(sample, "shift_jis") and _share(sample.decode("shift_jis"), "\u3040", "\u9fff") > 0.9:
        return "shift_jis"
    runs = _HIGH_RUNS.findall(sample)
    if any(len(run) % 2 for run in runs) or len(runs) < 3 or sum(map(len, runs)) < 10:
        return None
    if _fits(sample, "euc_kr") and _share(sample.decode("euc_kr"), "\uac00", "\ud7a3") > 0.9:
        return "cp949"
    if _fits(sample, "euc_jp") and _share(sample.decode("euc_jp"), "\u3040", "\u30ff") > 0.2:
        return "euc_jp"
    return "gb18030" if _fits(sample, "gb2312") else None


def _share(text: str, first: str, last: str) -> float:
    """Which part of the characters above 127 lies between two characters."""
    high = [char for char in text if char > "\x7f"]
    return sum(first <= char <= last for char in high) / max(6, len(high))


def _likeness(sample: bytes, page: str) -> float:
    """Mean score of the characters above 127: letters among letters of their own script score high."""
    text = " " + sample.decode(page, errors="replace") + " "
    scores = list(_scores(text))
    return sum(scores) / max(1, len(scores))


def _scores(text: str) -> Iterator[float]:
    for before, char, after in zip(text, text[1:], text[2:], strict=False):
        if char <= "\x7f":
            continue
        if char == "\ufffd" or "\x80" <= char <= "\x9f":
            yield -3.0
        elif not char.isalpha():
            yield SIGNS.get(char, -1.0)
        elif "\u0400" <= char <= "\u04ff":
            yield _score_cyrillic(before, char, after)
        else:
            yield _score_latin(before, char, after)


def _score_cyrillic(before: str, char: str, after: str) -> float:
    score = 0.92 + 0.3 * math.log(RUSSIAN.get(char.lower(), RARE) / OFTEN)
    if char.isupper():
        score -= 0.6 if not (before.isalpha() or after.isalpha()) else 0.16 if before.isupper() else 0.05
    if char in "ьъыЬЪЫ" and not before.isalpha():
        score -= 2.0  # no word begins so
    if before.isdecimal() and after.isdecimal():
        score -= 3.0  # a mark between thousands, read wrongly
    for neighbour in (before, after):
        if neighbour.isalpha():
            score += 0.7 if neighbour > "\x7f" else -1.5
    if char.isupper() and before.islower():
        score -= 2.0  # koi8-r read as cp1251, or the other way round, swaps the cases
    return score


def _score_latin(before: str, char: str, after: str) -> float:
    """Score an accented letter: it stands among plain ones; rows of them are another script, read wrongly."""
    if not (before.isalpha() or after.isalpha()):
        return 0.6 if char in COMMON_LATIN else 0.3
    score = 1.0 if char.islower() or not before.isalpha() else 0.0
    for neighbour in (before, after):
        if neighbour.isalpha():
            score += 0.5 if neighbour <= "\x7f" else -1.0
    return score
