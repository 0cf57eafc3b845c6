"""Write a file or a folder whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lapor_lab.errors import OutputError

__all__ = ["atomic_file", "atomic_folder"]


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


@contextmanager
def atomic_folder(path: Path) -> Iterator[Path]:
    """Give a folder beside `path` that becomes `path` when all went well.

    Parameters
    ----------
    path : Path
        Where the folder shall be; whatever stands there is replaced, so look at it before.

    Yields
    ------
    Path
        A folder, removed if anything fails.

    Raises
    ------
    OutputError
        If the place cannot be written; what stood there is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    except OSError as error:
        raise OutputError("output_unwritable", path=path, reason=error.strerror or error) from error
    try:
        yield staging
        staging.chmod(0o755)
        if path.exists():
            shutil.rmtree(path)
        staging.replace(path)
    except OSError as error:
        raise OutputError("output_unwritable", path=path, reason=error.strerror or error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
