"""One writer at a time: a lock that ends with the process that holds it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from lapor_lab.errors import OutputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["folder_lock"]

_UNKNOWN: Final = "?"
# Behind what is written in the file: on Windows nobody else can read a byte that is locked.
_LOCKED_BYTE: Final = 1 << 20


@contextmanager
def folder_lock(out: Path) -> Iterator[None]:
    """Hold the right to write a folder.

    The lock is a file beside the folder that names the process which holds it. The system
    gives the lock up when that process ends, however it ends: a file that a killed run left
    locks nobody out.

    Parameters
    ----------
    out : Path
        The folder, whether it is there or not; what it lies in must be there.

    Yields
    ------
    None
        As long as it is held.

    Raises
    ------
    OutputError
        If another process holds it, or no file can be written there.
    """
    path = out.with_name(f".{out.name}.lock")
    file = _acquire(path, out)
    try:
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield
    finally:
        # While it is held, for else the next holder's would be removed; but Windows removes
        # no file that is open.
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
        file.close()
        if sys.platform == "win32":
            with suppress(PermissionError):
                path.unlink(missing_ok=True)


def _acquire(path: Path, out: Path) -> BinaryIO:
    while True:
        try:
            # Made where absent, and not emptied where another holds it.
            file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+b")
        except OSError as error:
            raise OutputError("output_unwritable", path=out, reason=error.strerror) from error
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise OutputError("output_busy", path=out, pid=_holder(path)) from error
        if _is_same(path, file):
            file.seek(0)
            return file
        # Its last holder took the file away between our opening and our locking it.
        file.close()


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(path: Path) -> str:
    try:
        return path.read_text("ascii") or _UNKNOWN
    except (OSError, ValueError):
        return _UNKNOWN


def _is_same(path: Path, file: BinaryIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
