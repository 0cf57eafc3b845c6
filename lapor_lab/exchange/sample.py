"""The data that ship with the kit."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.log_folder import read_log_folder
from lapor_lab.schema import ComplaintLog

__all__ = ["load_sample", "sample_path"]

# The wheel carries the data inside the package; a checkout has them beside it.
_INSTALLED: Final = "_datasets"
_CHECKOUT: Final = "datasets"


def sample_path(name: str) -> Path:
    """Return where a file or folder of the shipped data lies.

    Parameters
    ----------
    name : str
        Such as ``"angka_terbit.csv"``.

    Returns
    -------
    Path
        In the installed package, else in the checkout.

    Raises
    ------
    InputFileError
        If there is none of that name.

    Examples
    --------
    >>> sample_path("angka_terbit.csv").name
    'angka_terbit.csv'
    """
    package = Path(str(files("lapor_lab")))
    for folder in (package / _INSTALLED, package.parent / _CHECKOUT):
        if (folder / name).exists():
            return folder / name
    raise InputFileError("file_missing", path=name)


def load_sample(name: str = "contoh_kementerian") -> ComplaintLog:
    """Load a synthetic log that ships with the kit.

    Parameters
    ----------
    name : str, default="contoh_kementerian"
        Name of the folder.

    Returns
    -------
    ComplaintLog
        A small synthetic log.

    Raises
    ------
    InputFileError
        If there is none of that name.

    Examples
    --------
    >>> load_sample().is_synthetic
    True
    """
    return read_log_folder(sample_path(name))
