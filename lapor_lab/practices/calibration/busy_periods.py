"""When officers worked without a break, and since when their colleagues did."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["busy_periods"]

# Who begins so soon after the last report was on it without a break.
_NO_BREAK_SECONDS: Final = 60

_Int64 = npt.NDArray[np.int64]
_Texts = npt.NDArray[np.object_]


def busy_periods(
    unit: _Texts, resource: _Texts, started: _Int64, finished: _Int64
) -> tuple[_Int64, _Int64, _Int64, _Int64]:
    """Find the run of work that each step belongs to.

    Parameters
    ----------
    unit, resource : ndarray of object of shape (n,)
        Where each step was done, and by whom; an empty resource is not known.
    started, finished : ndarray of int64 of shape (n,)
        Operational seconds; a negative start is not known.

    Returns
    -------
    period : ndarray of int64 of shape (n,)
        Number of the run of its doer without a break; each unknown step is one of its own.
    run_start : ndarray of int64 of shape (n,)
        When that run began.
    others_since : ndarray of int64 of shape (n,)
        When the last of the others of the unit who were at work at its start had begun to be
        so without a break; 0 where there was none.
    n_others : ndarray of int64 of shape (n,)
        How many others of the unit were at work at its start.

    Examples
    --------
    >>> desks = np.array(["A", "A", "A"], dtype=object), np.array(["x", "x", "x"], dtype=object)
    >>> busy_periods(*desks, np.array([0, 100, 300]), np.array([100, 200, 400]))
    (array([0, 0, 1]), array([  0,   0, 300]), array([0, 0, 0]), array([0, 0, 0]))
    """
    code, _ = pd.factorize(resource)
    is_known = (started >= 0) & (resource != "")
    order = np.flatnonzero(is_known)
    order = order[np.lexsort((finished[order], started[order], code[order]))]
    is_first = np.ones(len(order), dtype=bool)
    is_first[1:] = (np.diff(code[order]) != 0) | (
        started[order][1:] - finished[order][:-1] > _NO_BREAK_SECONDS
    )
    number = np.cumsum(is_first) - 1
    period, run_start = np.full(len(started), -1), started.copy()
    period[order] = number
    run_start[order] = started[order][is_first][number]
    rest = np.flatnonzero(~is_known)
    period[rest] = np.arange(len(rest)) + len(order)
    n_others = np.zeros(len(started), dtype=np.int64)
    others_since = np.zeros(len(started), dtype=np.int64)
    desk, _ = pd.factorize(unit)
    for steps in _by_code(desk[order], order):
        people = np.unique(code[steps])
        for person in people if len(people) > 1 else ():
            mine = steps[code[steps] == person]
            others = steps[code[steps] != person]
            begun, is_at_work = _runs_at(mine, period, (started, finished), started[others])
            n_others[others] += is_at_work
            since = np.where(is_at_work, begun, 0)
            others_since[others] = np.maximum(others_since[others], since)
    return period, run_start, others_since, n_others


def _by_code(code: _Int64, index: _Int64) -> list[_Int64]:
    order = np.argsort(code, kind="stable")
    ends = np.flatnonzero(np.diff(code[order])) + 1
    return np.split(index[order], ends)


def _runs_at(
    mine: _Int64, period: _Int64, times: tuple[_Int64, _Int64], at: _Int64
) -> tuple[_Int64, npt.NDArray[np.bool_]]:
    """Return when somebody's last run before some moments began, and whether it lasted."""
    started, finished = times
    _, first = np.unique(period[mine], return_index=True)
    begin = started[mine[first]]
    end = np.maximum.reduceat(finished[mine], first)
    run = np.maximum(np.searchsorted(begin, at, side="left") - 1, 0)
    return begin[run], (begin[run] < at) & (end[run] >= at)
