"""Which unit a report belongs to."""

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import UnitLevel
from lapor_lab.synthetic.entries.shares import draw_from, draw_positions
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.places import PROVINCES
from lapor_lab.synthetic.streams import stable_number
from lapor_lab.synthetic.text.topic_list import TOPICS

__all__ = ["draw_units", "serving_units"]


def draw_units(
    model: InstitutionModel,
    subtopic: npt.NDArray[np.int32],
    province: npt.NDArray[np.int16],
    uniforms: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]],
) -> npt.NDArray[np.int32]:
    """Draw the unit that each report belongs to.

    The level is drawn first. A unit utama answers for sub-topics, other units serve provinces.

    Parameters
    ----------
    model : InstitutionModel
        Units, and shares of their levels.
    subtopic : ndarray of int32 of shape (n,)
        True topics.
    province : ndarray of int16 of shape (n,)
        Where the reports come from.
    uniforms : tuple of two ndarrays of float of shape (n,)
        For the level and for the unit.

    Returns
    -------
    ndarray of int32 of shape (n,)
        Positions in the units.
    """
    level = draw_positions(list(model.level_shares.values()), uniforms[0])
    unit = np.empty(len(subtopic), dtype=np.int32)
    topics = _present(subtopic, len(TOPICS))
    provinces = _present(province, len(PROVINCES))
    served = tuple(PROVINCES[code] for code in provinces)
    for position, name in enumerate(model.level_shares):
        chosen = np.flatnonzero(level == position)
        if name == UnitLevel.MAIN_UNIT:
            groups = [model.main_units_for(TOPICS[code][1]) for code in topics]
            row = np.searchsorted(topics, subtopic[chosen])
        else:
            groups = list(serving_units(model, name, served))
            row = np.searchsorted(provinces, province[chosen])
        unit[chosen] = draw_from(groups, row, uniforms[1][chosen])
    return unit


def serving_units(
    model: InstitutionModel, level: str, provinces: tuple[str, ...]
) -> tuple[tuple[int, ...], ...]:
    """Return the units of a level that serve each province, each alike.

    One fixed kantor wilayah serves a province; which one says nothing of a real office. Below
    it, its own UPT serve the same province, as do those below no kantor wilayah at all; if
    there are neither, every UPT serves it.

    Parameters
    ----------
    model : InstitutionModel
        The units.
    level : str
        One of `UnitLevel` that has units, but not unit utama.
    provinces : tuple of str
        Names of provinces.

    Returns
    -------
    tuple of tuple of int
        Positions in the units, by province.
    """
    offices = model.units_of_level(UnitLevel.REGIONAL_OFFICE)
    units = model.units_of_level(level)
    if not offices:
        return (units,) * len(provinces)
    numbers = [stable_number(f"{model.id}|{name}") % len(offices) for name in provinces]
    if level == UnitLevel.REGIONAL_OFFICE:
        return tuple((offices[number],) for number in numbers)
    rank = {model.units[office].name: number for number, office in enumerate(offices)}
    above = [rank.get(model.units[unit].parent, -1) for unit in units]
    below: dict[int, list[int]] = {}
    for unit, office in zip(units, above, strict=True):
        below.setdefault(office, []).append(unit)
    of_all = below.get(-1, [])
    by_office = {
        number: tuple(sorted(of_all + below.get(number, []))) or units for number in set(numbers)
    }
    return tuple(by_office[number] for number in numbers)


def _present(codes: npt.NDArray[np.integer], n_codes: int) -> npt.NDArray[np.int64]:
    return np.flatnonzero(np.bincount(codes, minlength=n_codes))
