"""Write a file whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lapor_lab.errors import OutputError

__all__ = ["atomic_file"]


@contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """Give a place beside `path` that becomes `path` when all went well.

    A reader never meets half a file, and a failure leaves the old one as it was.

    Parameters
    ----------
    path : Path
        Where the result should go; absent folders are made.

    Yields
    ------
    Path
        Where to write.

    Raises
    ------
    OutputError
        If the place cannot be written; nothing is left behind.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError("output_unwritable", path=path, reason=error.strerror or error) from error
