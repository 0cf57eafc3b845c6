"""Provinces and some of their regencies and cities, as codes."""

import tomllib
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["PROVINCES", "PROVINCE_OF_REGENCY", "REGENCIES"]

_Int16 = npt.NDArray[np.int16]


def _read_places() -> dict[str, list[str]]:
    source = files("lapor_lab.synthetic") / "data" / "places.toml"
    regencies: dict[str, list[str]] = tomllib.loads(source.read_text("utf-8"))["regencies"]
    return regencies


_PLACES: Final = _read_places()
_N_REGENCIES: Final = np.array([len(names) for names in _PLACES.values()])
PROVINCES: Final[tuple[str, ...]] = tuple(_PLACES)
REGENCIES: Final[tuple[str, ...]] = tuple(name for names in _PLACES.values() for name in names)
PROVINCE_OF_REGENCY: Final[_Int16] = np.repeat(
    np.arange(len(PROVINCES), dtype=np.int16), _N_REGENCIES
)
