"""Which files an import is given: files as they are named, folders with all they hold."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lapor_lab.errors import InputFileError

__all__ = ["READABLE", "find_input_files"]

READABLE: Final = (".csv", ".parquet", ".tsv", ".txt", ".xes", ".xes.gz", ".xls", ".xlsx")


def find_input_files(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Find the files to read, each once.

    A file that is named is read whatever its ending; of a folder, files with a known ending
    are read and the others are listed. Lock files of spreadsheets and hidden files are
    among the others.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders.

    Returns
    -------
    found : list of Path
        Files to read: those of a folder in the order of their names.
    ignored : list of Path
        Files of a folder that are not read.

    Raises
    ------
    InputFileError
        If a path does not exist, or a folder holds nothing to read.
    """
    found: dict[Path, Path] = {}
    ignored: list[Path] = []
    for path in paths:
        if not path.exists():
            raise InputFileError("file_missing", path=path)
        if path.is_file():
            found.setdefault(path.resolve(), path)
            continue
        inside = sorted(item for item in path.rglob("*") if item.is_file())
        readable = [item for item in inside if _is_readable(item)]
        if not readable:
            raise InputFileError("folder_empty", path=path, allowed=", ".join(READABLE))
        for item in readable:
            found.setdefault(item.resolve(), item)
        ignored += [item for item in inside if not _is_readable(item)]
    return list(found.values()), ignored


def _is_readable(path: Path) -> bool:
    name = path.name.lower()
    return name.endswith(READABLE) and not name.startswith((".", "~$"))
