"""Writing files so that a crash, a full disk or a kill leaves either the old file or the whole new one."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from fcgui_core.errors import FileError

REPLACE_ATTEMPTS = 5  # Windows: a virus scanner or an indexer may hold the file for a moment
REPLACE_PAUSE_SECONDS = 0.05

# Read once and by one thread: it can only be read by setting it, and a file made by another thread just then would be
# open to everyone.
_UMASK = os.umask(0o077)
os.umask(_UMASK)


def exists(path: Path | str) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long, or a zero byte in it
        return False


@contextmanager
def atomic_write(path: Path | str) -> Iterator[BinaryIO]:
    """Give a binary file that becomes ``path`` when the block ends without an exception.

    Written beside the target under a temporary name, flushed to the disk, then renamed over it: nothing is
    left behind and an old file stays whole if anything fails. A symbolic link is followed, so its target is
    replaced and the link stays. Raises `FileError` with one sentence.
    """
    target = check_writable(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        _replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def check_writable(path: Path | str) -> Path:
    """Return the real file behind ``path`` if it can be written, else raise `FileError` with one sentence."""
    try:
        target = Path(path).resolve()
        if target.is_dir():
            raise FileError(f"{path}: this is a folder; name a file in it.")
        if not target.parent.is_dir():
            raise FileError(f"{path}: the folder {target.parent} does not exist.")
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            raise FileError(f"{path}: this is not an ordinary file.")
        if target.exists() and not os.access(target, os.W_OK):
            raise FileError(f"{path}: this file is write-protected.")
        if not os.access(target.parent, os.W_OK):
            raise FileError(f"{path}: the folder {target.parent} is write-protected.")
    except (
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # a loop of links; a name with a zero byte or too long
        if isinstance(error, FileError):
            raise
        raise FileError(f"{path}: this cannot be the name of a file.") from None
    return target


def _mode(target: Path) -> int:
    """Permission bits of the file to be replaced, or those that a new file gets."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    return 0o666 & ~_UMASK


def _replace(source: Path, target: Path) -> None:
    for attempt in range(REPLACE_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(REPLACE_PAUSE_SECONDS * 2**attempt)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Flush the renaming itself; where a folder cannot be opened (Windows) there is nothing to do."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
