"""Names of provinces and regencies, by the codes of the entries."""

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["province_names", "regency_names"]


@cache
def _places() -> dict[str, list[str]]:
    # Read here, not from `entries`, which itself needs the scenario and with it this package.
    source = files("lapor_lab.synthetic") / "data" / "places.toml"
    regencies: dict[str, list[str]] = tomllib.loads(source.read_text("utf-8"))["regencies"]
    return regencies


def province_names() -> list[str]:
    """Return the provinces in the order of their codes.

    Returns
    -------
    list of str
        Names.

    Examples
    --------
    >>> "Jawa Tengah" in province_names()
    True
    """
    return list(_places())


def regency_names() -> list[str]:
    """Return the regencies and cities in the order of their codes.

    Returns
    -------
    list of str
        Names.

    Examples
    --------
    >>> "Kota Semarang" in regency_names()
    True
    """
    return [name for names in _places().values() for name in names]
