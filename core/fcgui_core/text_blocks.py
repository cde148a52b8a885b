"""Text in blocks of whole lines, whatever its encoding and its line ends."""

from __future__ import annotations

import codecs
import io
from pathlib import Path

from fcgui_core.errors import TableError
from fcgui_core.unpack import Stream

MAX_LINE = 1 << 24  # characters
FEW_ZEROS, ZEROS_SHARE = 8, 0.01  # so many zero bytes, or such a share of all, may stand in a text
MAX_LISTED = 1_000  # lines with zero bytes


class TextBlocks:
    """Reads a stream as text, a block at a time; every line but the file's last ends with a newline.

    ``line`` is the number of the block's first line, 1-based. A few zero bytes, which some programs leave in their
    cells, become blanks; ``n_zeros`` counts them, ``zero_lines`` are the first lines that hold one. With ``errors``
    "replace", so do ``n_broken`` and ``broken_lines`` of letters that are broken, which become "\ufffd". Raises
    `UnicodeDecodeError` where the bytes are no text in ``codec``, `LookupError` for no codec, `TableError` for
    many zero bytes and endless lines.
    """

    def __init__(self, path: Path, stream: Stream, codec: str, size: int, errors: str = "strict") -> None:
        info = codecs.lookup(codec)
        if not info._is_text_encoding:
            raise LookupError(codec)
        self.path, self._stream, self._size = path, stream, size
        self._decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(codec)(errors), translate=True)
        self._rest = ""  # the beginning of a line whose end has not been read
        self._ahead: bytes | None = None  # read, but not looked at
        self._begun = self._decoder.getstate()
        self._like_ascii = "\n,a1".encode(codec) == b"\n,a1"
        self.line = 1
        self.n_zeros = self.n_broken = self._n_chars = 0
        self.zero_lines: list[int] = []
        self.broken_lines: list[int] = []
        self._replaces = errors == "replace"
        self.final = False

    def more(self, size: int | None = None) -> str:
        """Return the next whole lines; "" at the end, when ``final`` is true."""
        text = self._rest
        while not self.final:
            data = self._stream.read(size or self._size) if self._ahead is None else self._ahead
            self._ahead = None
            self.final = not data
            read = self._decoder.decode(data, final=self.final)
            end = read.rfind("\n") + 1
            if end or self.final:
                self._rest = read[end:]
                whole = text + (read if self.final else read[:end])
                if self.final:
                    self._rest = ""
                return self._without_zeros(whole)
            text += read
            if read.count("\0") > ZEROS_SHARE * len(read):
                self._without_zeros(text)
            if len(text) > MAX_LINE:
                raise TableError("this line does not end: it is no table of text.", self.path, self.line)
        return ""

    def plain(self) -> bytes | None:
        """Return the next whole lines as they are, if that is ASCII with newlines only; None: `more` has them as text.

        Decoding such lines would cost as much as cutting them.
        """
        if not self._like_ascii or self._ahead is not None or self._decoder.getstate() != self._begun:
            return None
        data = self._ahead = self._stream.read(self._size)
        end = data.rfind(b"\n") + 1
        if not end or not data.isascii() or b"\r" in data or b"\0" in data:
            return None
        self._ahead = None
        block = b"".join((self._rest.encode(), memoryview(data)[:end]))
        self._rest = data[end:].decode("ascii")
        return block

    def _without_zeros(self, text: str) -> str:
        """The text with blanks for zero bytes; `TableError` if there are so many that it is none."""
        self._n_chars += len(text)
        if self._replaces and "\ufffd" in text:
            self.n_broken += text.count("\ufffd")
            self._list_lines(text, "\ufffd", self.broken_lines)
        at = text.find("\0")
        if at < 0:
            return text
        self.n_zeros += text.count("\0")
        if self.n_zeros > max(FEW_ZEROS, ZEROS_SHARE * self._n_chars):
            line = self.line + text.count("\n", 0, at)
            raise TableError("this is a binary file, not a table of text.", self.path, line)
        self._list_lines(text, "\0", self.zero_lines)
        return text.replace("\0", " ")

    def _list_lines(self, text: str, sign: str, found: list[int]) -> None:
        for line, piece in enumerate(text.split("\n"), self.line):
            if sign in piece and len(found) < MAX_LISTED:
                found.append(line)


def cut_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its newline; only newlines end a line."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])
