"""Where the lessons are, and a copy of them to work in."""

import shutil
from importlib.resources import files
from pathlib import Path
from typing import Final

from lapor_lab.errors import InputFileError, OutputError

__all__ = ["copy_lessons", "lesson_folder"]

# The wheel carries the lessons inside the package; a checkout has them beside it.
_INSTALLED: Final = "_lessons"
_CHECKOUT: Final = "notebooks"


def lesson_folder() -> Path:
    """Return the folder of the lessons.

    Returns
    -------
    Path
        In the installed package, else in the checkout.

    Raises
    ------
    InputFileError
        If there are none.

    Examples
    --------
    >>> lesson_folder().is_dir()
    True
    """
    package = Path(str(files("lapor_lab")))
    for folder in (package / _INSTALLED, package.parent / _CHECKOUT):
        if folder.is_dir():
            return folder
    raise InputFileError("file_missing", path=package / _INSTALLED)


def copy_lessons(target: Path) -> int:
    """Copy the lessons to a folder; what is there already stays as it is.

    Parameters
    ----------
    target : Path
        Where to work.

    Returns
    -------
    int
        Files copied.

    Raises
    ------
    OutputError
        If the folder cannot be written.
    """
    n_copied = 0
    try:
        target.mkdir(parents=True, exist_ok=True)
        for lesson in sorted(lesson_folder().glob("*.ipynb")):
            if not (target / lesson.name).exists():
                shutil.copyfile(lesson, target / lesson.name)
                n_copied += 1
    except OSError as error:
        raise OutputError("output_unwritable", path=target, reason=error.strerror) from error
    return n_copied
