"""Which reports tell again what was told before, and how."""

from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.entries.arrivals import Arrivals
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.repeats import SERIES

__all__ = ["LETTER_DAYS", "WINDOW_DAYS", "WINDOW_REPORTS", "draw_duplicates", "follow_to_first"]

# Asumsi: a copy follows one of the so many reports of its office before it, of so many days.
WINDOW_REPORTS: Final = 20
WINDOW_DAYS: Final = 14
# A sender of a form letter takes the letter of the last sender, if that is no older than so many
# days; else a new series begins (asumsi: one letter stood 58 times in a national month).
LETTER_DAYS: Final = 30
_SAME_LETTER_SHARE: Final = 0.9

_Int64 = npt.NDArray[np.int64]


def draw_duplicates(
    reporters: ReporterModel, arrivals: Arrivals, generator: np.random.Generator
) -> tuple[_Int64, npt.NDArray[np.int8]]:
    """Draw which reports repeat which.

    Each share can be estimated among the reports that the log holds and that have another one of
    their office within `WINDOW_DAYS` before them: only those can be copies. How many follow the
    same letter cannot be told from the shares; it is an assumption, no parameter.

    Parameters
    ----------
    reporters : ReporterModel
        Shares of the three kinds.
    arrivals : Arrivals
        Reports by office and time.
    generator : Generator
        Stream of attributes.

    Returns
    -------
    root : ndarray of int64 of shape (n_all,)
        Position of the first report of the same matter, of the same office.
    kind : ndarray of int8 of shape (n_all,)
        Position in `DUPLICATE_KINDS`.
    """
    n_all = len(arrivals.office)
    kind_uniform, back_uniform, letter_uniform = generator.random((3, n_all))
    copied = (reporters.duplicate_share, reporters.same_event_share, reporters.series_share)
    case = np.flatnonzero(arrivals.is_kept)
    office, at = arrivals.office[case], arrivals.submitted_at[case].astype(np.int64)
    kind = draw_positions([1 - sum(copied), *copied], kind_uniform[case])
    copy = np.flatnonzero(kind)
    n_before = _count_before(office, at, copy)
    kind[copy[n_before == 0]] = 0
    copy, n_before = copy[n_before > 0], n_before[n_before > 0]
    target = np.arange(len(case))
    target[copy] -= 1 + (back_uniform[case[copy]] * n_before).astype(np.int64)
    sender = np.flatnonzero(kind == SERIES)
    before, last = sender[1:], sender[:-1]
    same = letter_uniform[case[before]] < _SAME_LETTER_SHARE
    same &= office[before] == office[last]
    same &= at[before] - at[last] <= _seconds(LETTER_DAYS)
    target[before[same]] = last[same]
    root = np.arange(n_all)
    root[case] = case[follow_to_first(target)]
    kinds = np.zeros(n_all, dtype=np.int8)
    kinds[case] = kind
    return root, kinds


def follow_to_first(target: _Int64) -> _Int64:
    """Follow what each one points to until it points to itself.

    Parameters
    ----------
    target : ndarray of int64 of shape (n,)
        Positions, none larger than its own.

    Returns
    -------
    ndarray of int64 of shape (n,)
        Where each one ends.

    Examples
    --------
    >>> follow_to_first(np.array([0, 0, 1, 3])).tolist()
    [0, 0, 0, 3]
    """
    end = target.copy()
    open_ones = np.flatnonzero(target != np.arange(len(target)))
    while open_ones.size:
        further = end[end[open_ones]]
        is_open = further != end[open_ones]
        end[open_ones] = further
        open_ones = open_ones[is_open]
    return end


def _count_before(office: npt.NDArray[np.int32], at: _Int64, copy: _Int64) -> _Int64:
    """Return how many reports of the same office a copy may follow."""
    if not len(copy):
        return copy
    # Offices stand so far apart that no window reaches the one before.
    span = int(at.max() - at.min()) + _seconds(WINDOW_DAYS) + 1
    key = office * np.int64(span) + at
    oldest = np.searchsorted(key, key[copy] - _seconds(WINDOW_DAYS))
    return np.asarray(np.minimum(copy - oldest, WINDOW_REPORTS))


def _seconds(days: int) -> int:
    return days * 86_400
