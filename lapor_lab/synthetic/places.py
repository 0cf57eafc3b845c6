"""Provinces of 2022 (34) and some of their regencies and cities."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["load_regencies"]


@cache
def load_regencies() -> Mapping[str, tuple[str, ...]]:
    """Load the places that reports come from.

    Returns
    -------
    mapping of str to tuple of str
        Regencies and cities by province.

    Examples
    --------
    >>> len(load_regencies())
    34
    """
    source = files("lapor_lab.synthetic") / "data" / "places.toml"
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    return {province: tuple(names) for province, names in raw["regencies"].items()}
