"""Events of a block as arrays."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import Activity, Role

__all__ = ["ACTIVITIES", "ROLES", "EventRows"]

ACTIVITIES: Final = tuple(Activity)
ROLES: Final = tuple(Role)

_Integers = npt.NDArray[np.integer]
_Times = npt.NDArray[np.datetime64]


@dataclass(frozen=True, kw_only=True, eq=False)
class EventRows:
    """Events by case and in the order in which they happened.

    Parameters
    ----------
    case : ndarray of int of shape (n_events,)
        Position of the case in the block.
    activity, role : ndarray of int of shape (n_events,)
        Positions in `ACTIVITIES` and `ROLES`.
    enabled_at, started_at, timestamp : ndarray of datetime64[s] of shape (n_events,)
        When it could begin, began, and was done.
    unit : ndarray of int of shape (n_events,)
        Position of the unit concerned; -1 for none.
    station, server : ndarray of int of shape (n_events,)
        Who did it; a negative station is nobody of the office.
    is_turn : ndarray of bool of shape (n_events,)
        For a follow-up: it is final. For a reply: it reopens the report.
    """

    case: _Integers
    activity: _Integers
    role: _Integers
    enabled_at: _Times
    started_at: _Times
    timestamp: _Times
    unit: _Integers
    station: _Integers
    server: _Integers
    is_turn: npt.NDArray[np.bool_]
