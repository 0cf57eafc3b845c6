"""Whether values swing around their centre as chance would: the Anhoej rules."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtr

from lapor_lab.stats.checked_numbers import numbers_at_least
from lapor_lab.stats.relation import side_of

__all__ = ["RunTest", "anhoej_limits", "anhoej_runs"]

_FALSE_ALARM: Final = 0.05
_LONGER_BY: Final = 3


@dataclass(frozen=True, kw_only=True)
class RunTest:
    """Runs of values on one side of their centre.

    Parameters
    ----------
    n_useful : int
        Values off the centre.
    longest_run : int
        Most neighbours on one side.
    longest_run_max : int
        What chance hardly exceeds.
    n_crossings : int
        Times that the series changes sides.
    n_crossings_min : int
        What chance hardly falls short of.
    """

    n_useful: int
    longest_run: int
    longest_run_max: int
    n_crossings: int
    n_crossings_min: int

    @property
    def is_signal(self) -> bool:
        """Whether the run is too long or the crossings are too few for chance.

        Returns
        -------
        bool
            False where there is no value to judge.
        """
        return self.longest_run > self.longest_run_max or self.n_crossings < self.n_crossings_min


def anhoej_limits(n_useful: int) -> tuple[int, int]:
    """Return the longest run and the fewest crossings that chance allows.

    Parameters
    ----------
    n_useful : int
        Values off the centre; with fewer than about 10 the rules find next to nothing.

    Returns
    -------
    longest_run_max, n_crossings_min : int
        The rounded log2 of n, plus 3; and the lower 5 % point of a binomial of n - 1 trials at 1/2.

    Raises
    ------
    ParameterError
        If the number is negative.

    References
    ----------
    .. [1] Anhoej & Olesen (2014), PLoS ONE 9, e113825.

    Examples
    --------
    >>> anhoej_limits(24)
    (8, 8)
    """
    numbers_at_least("n_useful", n_useful, 0)
    if n_useful == 0:
        return 0, 0
    tails = bdtr(np.arange(n_useful), n_useful - 1, 0.5)
    return round(np.log2(n_useful)) + _LONGER_BY, int(np.searchsorted(tails, _FALSE_ALARM))


def anhoej_runs(value: ArrayLike, centre: ArrayLike) -> RunTest:
    """Count runs and crossings around a centre, and hold them against chance.

    The rules need no limits and no distribution: they find a lasting shift, not a single
    outlier. Values on the centre and missing ones are passed over. Give the values of one
    part of a chart, without those that were excluded.

    Parameters
    ----------
    value : array-like of shape (n_periods,)
        In the order of time.
    centre : array-like of shape (n_periods,)
        Median (the rules' own choice) or mean; one number serves for all.

    Returns
    -------
    RunTest
        What was found and what chance allows.

    References
    ----------
    .. [1] Anhoej & Olesen (2014), PLoS ONE 9, e113825.

    Examples
    --------
    >>> test = anhoej_runs([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9], 5)
    >>> test.longest_run, test.n_crossings, test.is_signal
    (6, 1, True)
    """
    side = side_of(value, centre)
    side = side[side != 0]
    changes = np.flatnonzero(np.diff(side))
    edges = np.concatenate(([0], changes + 1, [len(side)]))
    longest_run_max, n_crossings_min = anhoej_limits(len(side))
    return RunTest(
        n_useful=len(side),
        longest_run=int(np.diff(edges).max()),
        longest_run_max=longest_run_max,
        n_crossings=len(changes),
        n_crossings_min=n_crossings_min,
    )
