"""Provinces and some of their regencies and cities, as codes."""

import tomllib
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["PROVINCES", "PROVINCE_OF_REGENCY", "REGENCIES", "draw_regencies"]

_Int16 = npt.NDArray[np.int16]


def _read_places() -> dict[str, list[str]]:
    source = files("lapor_lab.synthetic") / "data" / "places.toml"
    regencies: dict[str, list[str]] = tomllib.loads(source.read_text("utf-8"))["regencies"]
    return regencies


_PLACES: Final = _read_places()
_N_REGENCIES: Final = np.array([len(names) for names in _PLACES.values()])
_FIRST_REGENCY: Final = np.cumsum(_N_REGENCIES) - _N_REGENCIES
PROVINCES: Final[tuple[str, ...]] = tuple(_PLACES)
REGENCIES: Final[tuple[str, ...]] = tuple(name for names in _PLACES.values() for name in names)
PROVINCE_OF_REGENCY: Final[_Int16] = np.repeat(
    np.arange(len(PROVINCES), dtype=np.int16), _N_REGENCIES
)


def draw_regencies(province: _Int16, uniform: npt.NDArray[np.float64]) -> _Int16:
    """Draw a regency or city of each province, each as likely.

    Parameters
    ----------
    province : ndarray of int16 of shape (n,)
        Positions in `PROVINCES`.
    uniform : ndarray of float of shape (n,)
        Uniforms.

    Returns
    -------
    ndarray of int16 of shape (n,)
        Positions in `REGENCIES`.

    Examples
    --------
    >>> bali = PROVINCES.index("Bali")
    >>> REGENCIES[draw_regencies(np.array([bali]), np.array([0.0]))[0]]
    'Kota Denpasar'
    """
    drawn = _FIRST_REGENCY[province] + (uniform * _N_REGENCIES[province]).astype(np.int64)
    return drawn.astype(np.int16)
