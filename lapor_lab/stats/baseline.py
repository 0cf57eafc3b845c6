"""Which periods the limits of a control chart are made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError

__all__ = ["Baseline"]

_FEWEST: Final = 2


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """The periods that a control chart's centre and limits rest on.

    By default these are all periods. Limits never start anew by themselves, whatever the data
    do: a rebase is a statement of the user, who knows of a change and can name it (a new
    decree, a ministry that was split).

    Parameters
    ----------
    fixed_after : int or None, default=None
        Make the limits from so many periods at the start (of each part) and hold later ones
        against them; at least 2.
    rebase_at : tuple of int, default=()
        Positions, counted from 0, at which the limits start anew; ascending, above 0.
    excluded : tuple of int, default=()
        Positions that are drawn and judged, but left out of centre and limits.

    Raises
    ------
    ParameterError
        If a number is out of its range.

    Examples
    --------
    >>> baseline = Baseline(fixed_after=2, rebase_at=(3,))
    >>> [(part.tolist(), used.tolist()) for part, used in baseline.parts(5)]
    [([0, 1, 2], [True, True, False]), ([3, 4], [True, True])]
    """

    fixed_after: int | None = None
    rebase_at: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.fixed_after is not None and self.fixed_after < _FEWEST:
            raise _out_of_range(
                "fixed_after", self.fixed_after, "at least 2", "Limits need neighbours."
            )
        if any(later <= earlier for earlier, later in pairwise((0, *self.rebase_at))):
            raise _out_of_range(
                "rebase_at",
                self.rebase_at,
                "ascending and above 0",
                "Give the positions at which a new part begins.",
            )

    def parts(self, n_periods: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.bool_]]]:
        """Go through the parts that have limits of their own.

        Parameters
        ----------
        n_periods : int
            Length of the series.

        Yields
        ------
        positions : ndarray of shape (n,)
            Periods of the part.
        is_used : ndarray of shape (n,)
            Which of them make its limits.

        Raises
        ------
        ParameterError
            If a position lies outside the series.
        """
        for name, positions in (("rebase_at", self.rebase_at), ("excluded", self.excluded)):
            outside = [position for position in positions if not 0 <= position < n_periods]
            if outside:
                raise _out_of_range(
                    name,
                    outside[0],
                    f"in [0, {n_periods})",
                    "Count the periods of the series from 0.",
                )
        edges = (0, *self.rebase_at, n_periods)
        for start, stop in pairwise(edges):
            part = np.arange(start, stop)
            is_used = ~np.isin(part, self.excluded)
            if self.fixed_after is not None:
                is_used[self.fixed_after :] = False
            yield part, is_used


def _out_of_range(name: str, value: object, allowed: str, remedy: str) -> ParameterError:
    return ParameterError("parameter_range", name=name, allowed=allowed, value=value, remedy=remedy)
