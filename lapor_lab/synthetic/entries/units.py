"""Which unit a report belongs to."""

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import UnitLevel
from lapor_lab.synthetic.places import PROVINCES
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.streams import stable_number
from lapor_lab.synthetic.text.topic_list import TOPICS

__all__ = ["draw_units"]

_Int64 = npt.NDArray[np.int64]


def draw_units(
    model: InstitutionModel,
    subtopic: npt.NDArray[np.int32],
    province: npt.NDArray[np.int16],
    uniforms: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]],
) -> npt.NDArray[np.int32]:
    """Draw the unit that each report belongs to.

    A unit utama answers for sub-topics. A fixed kantor wilayah serves each province (which one
    says nothing of a real office), and the UPT below it serve the same province.

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
    names = tuple(model.level_shares)
    level = draw_positions(list(model.level_shares.values()), uniforms[0])
    unit = np.empty(len(subtopic), dtype=np.int64)
    for position, name in enumerate(names):
        chosen = level == position
        if name == UnitLevel.MAIN_UNIT:
            choices = [model.main_units_for(sub) for _, sub in TOPICS]
            unit[chosen] = _pick(choices, subtopic[chosen], uniforms[1][chosen])
        else:
            choices = [_serving(model, name, province_name) for province_name in PROVINCES]
            unit[chosen] = _pick(choices, province[chosen], uniforms[1][chosen])
    return unit.astype(np.int32)


def _serving(model: InstitutionModel, level: str, province: str) -> tuple[int, ...]:
    offices = model.units_of_level(UnitLevel.REGIONAL_OFFICE)
    served = stable_number(f"{model.id}|{province}")
    office = offices[served % len(offices)] if offices else None
    if level == UnitLevel.REGIONAL_OFFICE and office is not None:
        return (office,)
    units = model.units_of_level(level)
    if office is None:
        return units
    own = tuple(i for i in units if model.units[i].parent in ("", model.units[office].name))
    return own or units


def _pick(
    choices: list[tuple[int, ...]],
    row: npt.NDArray[np.integer],
    uniform: npt.NDArray[np.float64],
) -> _Int64:
    length = np.array([len(choice) for choice in choices])
    start = np.cumsum(length) - length
    flat = np.array([unit for choice in choices for unit in choice])
    return np.asarray(flat[start[row] + (uniform * length[row]).astype(np.int64)])
