"""Which reports tell again what was told before, and how."""

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.entries.arrivals import Arrivals
from lapor_lab.synthetic.entries.entries import SERIES
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.model.demand import ReporterModel

__all__ = ["draw_duplicates", "follow_to_first"]

# A copy repeats one of the so many reports before it.
_COPY_WINDOW = 20
# A sender of a form letter takes the letter of the last sender; else a new series begins
# (asumsi: one letter stood 58 times in a national month).
_SAME_LETTER_SHARE = 0.9

_Int64 = npt.NDArray[np.int64]


def draw_duplicates(
    reporters: ReporterModel, arrivals: Arrivals, generator: np.random.Generator
) -> tuple[_Int64, npt.NDArray[np.int8]]:
    """Draw which reports repeat which.

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
        Position in `DUPLICATE_KINDS`; the first report of an office is never a copy.
    """
    n_all = len(arrivals.office)
    kind_uniform, back_uniform, letter_uniform = generator.random((3, n_all))
    copied = (reporters.duplicate_share, reporters.same_event_share, reporters.series_share)
    kind = draw_positions([1 - sum(copied), *copied], kind_uniform)
    case = np.flatnonzero(arrivals.is_kept)
    rank, n_before = _ranks(arrivals.office[case])
    kind = np.where(n_before > 0, kind[case], 0)
    back = 1 + (back_uniform[case] * np.minimum(n_before, _COPY_WINDOW)).astype(np.int64)
    target = np.where(kind > 0, rank - back, rank)
    sender = np.flatnonzero(kind == SERIES)
    before, last = sender[1:], sender[:-1]
    same = (letter_uniform[case[before]] < _SAME_LETTER_SHARE) & (
        arrivals.office[case[before]] == arrivals.office[case[last]]
    )
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
    while True:
        further = target[target]
        if np.array_equal(further, target):
            return target
        target = further


def _ranks(office: npt.NDArray[np.int32]) -> tuple[_Int64, _Int64]:
    """Return positions, and how many of the same office stand before each."""
    rank = np.arange(len(office))
    is_first = np.diff(office, prepend=-1) != 0
    first = np.maximum.accumulate(np.where(is_first, rank, 0))
    return rank, rank - first
