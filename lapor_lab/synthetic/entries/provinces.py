"""Where reports come from: the provinces that a scenario names, and their regencies."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.entries.shares import draw_from, draw_positions
from lapor_lab.synthetic.places import PROVINCE_OF_REGENCY, PROVINCES

__all__ = ["ORIGINS", "draw_places"]

_Int16 = npt.NDArray[np.int16]


def _read_origins() -> dict[str, str]:
    source = files("lapor_lab.synthetic") / "data" / "places.toml"
    new: dict[str, dict[str, str]] = tomllib.loads(source.read_text("utf-8"))["new"]
    return {name: entry["origin"] for name, entry in new.items()}


# Of each province made since 2022 the one that it was part of.
ORIGINS: Final[Mapping[str, str]] = _read_origins()


def draw_places(
    province_shares: Mapping[str, float],
    uniforms: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]],
) -> tuple[_Int16, _Int16]:
    """Draw a province for each report, and one of its regencies, each as likely.

    A scenario may name the 34 provinces of early 2022 or the 38 of today: the regencies of a new
    province that it does not name belong to the one that the new one was part of.

    Parameters
    ----------
    province_shares : mapping of str to float
        Share of reports by province.
    uniforms : tuple of two ndarrays of float of shape (n,)
        For the province and for the regency.

    Returns
    -------
    province, regency : ndarray of int16 of shape (n,)
        Positions in `PROVINCES` and in `REGENCIES`.
    """
    named = tuple(province_shares)
    code_of = {name: code for code, name in enumerate(PROVINCES)}
    owner = [code_of[name if name in province_shares else ORIGINS.get(name, name)]
             for name in PROVINCES]  # fmt: skip
    owner_of_regency = np.array(owner)[PROVINCE_OF_REGENCY]
    rows = [np.flatnonzero(owner_of_regency == code_of[name]) for name in named]
    row = draw_positions(list(province_shares.values()), uniforms[0])
    codes = np.array([code_of[name] for name in named], dtype=np.int16)
    return codes[row], draw_from(rows, row, uniforms[1]).astype(np.int16)
