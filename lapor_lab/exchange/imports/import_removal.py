"""Take an import away again, with everything that could lead back to a person."""

import json
import shutil
from pathlib import Path

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange.imports.project_key import project_key_path
from lapor_lab.exchange.log_folder import MANIFEST

__all__ = ["remove_import"]


def remove_import(folder: Path) -> list[Path]:
    """Remove an import: its cases, its quarantine, its report and its key.

    Parameters
    ----------
    folder : Path
        A folder that ``lapor-lab import`` made.

    Returns
    -------
    list of Path
        What was removed.

    Raises
    ------
    InputFileError
        If the folder is absent or was not made by an import; then nothing is removed.
    OutputError
        If something cannot be removed.
    """
    if not folder.is_dir():
        raise InputFileError("file_missing", path=folder)
    if folder.is_symlink() or not _is_import(folder):
        raise InputFileError("not_an_import", path=folder)
    key = project_key_path(folder)
    removed = [folder]
    try:
        shutil.rmtree(folder)
        if key.is_file():
            key.unlink()
            removed.append(key)
    except OSError as error:
        raise OutputError("output_unwritable", path=folder, reason=error.strerror) from error
    return removed


def _is_import(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and "n_recap_rows" in manifest
