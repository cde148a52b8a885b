"""Blocks of a file that are cut beside each other, and taken in the file's order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import NamedTuple

from fcgui_core.fast_block import Parts
from fcgui_core.text_blocks import TextBlocks
from fcgui_core.unpack import Stream

MOST_AHEAD = 3  # blocks: enough that nobody waits, few enough that they take no memory to speak of


class Block(NamedTuple):
    """Whole lines in UTF-8, what they are cut into, and where in the file they end."""

    data: bytes
    parts: Future[Parts | None]
    position: int


class Ahead:
    """Reads a few blocks ahead and has them cut by ``submit``; ``pending`` is put before the next block.

    Only plain blocks are read ahead: others may be errors, whose lines are counted from the blocks before them.
    """

    def __init__(
        self, blocks: TextBlocks, stream: Stream, submit: Callable[[bytes], Future[Parts | None]], first: bytes
    ) -> None:
        self._blocks, self._stream, self._submit = blocks, stream, submit
        self._waiting: deque[Block] = deque()
        self._plain = True
        self.pending = ""  # the beginning of a row that goes on in the next block
        self._add(first)

    @property
    def empty(self) -> bool:
        """Whether no block waits."""
        return not self._waiting

    def next(self) -> Block | None:
        """Return the next block, None behind the last."""
        self._fill()
        if not self._waiting:
            if self._blocks.final and not self.pending:
                return None
            self._add(self._blocks.more().encode())
            self._plain = True
        block = self._waiting.popleft()
        if self.pending:
            data = self.pending.encode() + block.data
            block = Block(data, self._submit(data), block.position)
            self.pending = ""
        return block

    def _fill(self) -> None:
        while self._plain and not self._blocks.final and len(self._waiting) < MOST_AHEAD:
            data = self._blocks.plain()
            if data is None:
                self._plain = False
            else:
                self._add(data)

    def _add(self, data: bytes) -> None:
        self._waiting.append(Block(data, self._submit(data), self._stream.position))
