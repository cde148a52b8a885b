"""A description as one line of text."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.errors import FileError
from fcgui_core.state_text import MAX_BYTES, is_state_text, read_state, write_state

DESCRIPTION = {"network": "200 relu, 100 relu", "rate": 0.01, "x": [1, None, True], "имя": "ирис"}


def packed(data: bytes) -> str:
    return "fcgui:1" + base64.urlsafe_b64encode(zlib.compress(data)).decode()


def test_what_is_written_is_read_back() -> None:
    line = write_state(DESCRIPTION)
    assert is_state_text(line)
    assert line.isascii()
    assert not set(line) & set(" '\"$&|<>;\n")
    assert read_state(line) == DESCRIPTION


def test_what_a_mail_does_to_a_line_does_not_matter() -> None:
    line = write_state(DESCRIPTION)
    assert read_state(f"  {line[:20]}\n{line[20:]}\r\n") == DESCRIPTION


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("iris", "begin with fcgui:"),
        ("fcgui:", "as a whole"),
        ("fcgui:abc", "as a whole"),
        ("fcgui:%%%", "as a whole"),
        ("fcgui:0abc", "as a whole"),
        ("fcgui:9abc", "newer version"),
        ("fcgui:1", "damaged"),
        ("fcgui:1!!!!", "damaged"),
        (write_state(DESCRIPTION)[:-6], "damaged"),
        (packed(b"[1]"), "damaged"),
        (packed(b'{"a": NaN}'), "damaged"),
        (packed(b'{"a": 1, "a": 2}'), "damaged"),
        (packed(b"\xff"), "damaged"),
        (packed(b'{"a":' + b"[" * 100_000), "damaged"),
        (packed(b" " * (MAX_BYTES + 1)), "damaged"),
    ],
)
def test_what_is_no_state_is_told(line: str, words: str) -> None:
    with pytest.raises(FileError, match=words):
        read_state(line)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed(b'{"a": "' + b"0" * 200_000_000 + b'"}')
    assert len(bomb) < 300_000
    with pytest.raises(FileError, match="damaged"):
        read_state(bomb)


def test_a_table_does_not_fit() -> None:
    with pytest.raises(FileError, match="save it as a project file"):
        write_state({"x": "0" * MAX_BYTES})


@given(st.text(max_size=60))
def test_any_text_behind_the_prefix_is_refused(rest: str) -> None:
    with pytest.raises(FileError, match=r"damaged|newer"):
        read_state("fcgui:1" + rest)
