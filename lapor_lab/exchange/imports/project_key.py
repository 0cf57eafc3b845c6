"""Where the key of a project lies: never among its outputs."""

import hashlib
import os
from pathlib import Path
from typing import Final

__all__ = ["project_key_path"]

_HOME: Final = "LAPOR_LAB_HOME"
_N_DIGITS: Final = 8


def project_key_path(folder: Path) -> Path:
    """Return the place of the key by which an import's identifiers are hashed.

    It lies in the user's own folder, so that whoever is handed the import is not handed the
    key. One output folder has one key: importing into it again gives the same identifiers.

    Parameters
    ----------
    folder : Path
        The folder of the import.

    Returns
    -------
    Path
        A file, which may not exist yet; below ``LAPOR_LAB_HOME`` where that is set.

    Examples
    --------
    >>> project_key_path(Path("impor")).suffix
    '.key'
    """
    home = Path(os.environ.get(_HOME) or Path.home() / ".lapor-lab")
    place = folder.resolve()
    digest = hashlib.sha256(str(place).encode()).hexdigest()[:_N_DIGITS]
    return home / "keys" / f"{place.name}-{digest}.key"
