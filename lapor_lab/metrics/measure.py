"""What a measure is, and how estimates are put together."""

from typing import ClassVar, Final, Literal, Protocol

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from lapor_lab.metrics.counts import Counts
from lapor_lab.schema import ESTIMATES, Availability
from lapor_lab.stats import wilson_interval

__all__ = ["Direction", "Measure", "share_table", "untimed_outnumber", "value_table"]

Direction = Literal["higher", "lower"]
_NAMES: Final = [column.name for column in ESTIMATES]


class Measure(Protocol):
    """A frozen value that is called with counts and keeps nothing."""

    table: ClassVar[str]

    @property
    def id(self) -> str:
        """Identifier; the Indonesian name is the label ``measure.<id>``."""
        ...

    @property
    def direction(self) -> Direction:
        """Which end is wanted."""
        ...

    @property
    def smallest_n(self) -> int:
        """Below this denominator no estimate is given."""
        ...

    def __call__(self, counts: Counts, confidence_level: float = 0.95) -> pd.DataFrame:
        """Estimate the measure for every institution.

        Parameters
        ----------
        counts : Counts
            As `count_cases` gives.
        confidence_level : float, default=0.95
            In (0, 1).

        Returns
        -------
        DataFrame of shape (n_institutions, 9)
            Estimates.
        """
        ...


def untimed_outnumber(timed: pd.Series, untimed: pd.Series) -> pd.Series:
    """Whether the times that are known would speak for more cases than they are.

    Parameters
    ----------
    timed, untimed : Series of int of shape (n_institutions,)
        Cases that passed a stage at a known time, and at an unknown one.

    Returns
    -------
    Series of bool of shape (n_institutions,)
        Then no point is estimated from the timed ones.
    """
    return untimed > timed


def share_table(
    measure: Measure,
    frame: pd.DataFrame,
    confidence_level: float,
    *,
    highest: pd.Series | None = None,
) -> pd.DataFrame:
    """Turn numerators and denominators into estimates with Wilson's interval, or into bounds.

    Parameters
    ----------
    measure : Measure
        Whose estimates they are.
    frame : DataFrame of shape (n_institutions, 4)
        `numerator, denominator, n_unknown, availability`, by institution.
    confidence_level : float
        In (0, 1).
    highest : Series of int of shape (n_institutions,) or None, default=None
        The largest numerator that is possible, for institutions whose availability is
        `BOUNDS`; None where there are none.

    Returns
    -------
    DataFrame of shape (n_institutions, 9)
        Estimates; none where the denominator is below `smallest_n`.
    """
    denominator = frame["denominator"].to_numpy(dtype=np.float64)
    numerator = frame["numerator"].to_numpy(dtype=np.float64)
    lower, upper = wilson_interval(numerator, denominator, confidence_level)
    with np.errstate(invalid="ignore"):
        estimate = numerator / denominator
        if highest is not None:
            is_bounded = (frame["availability"] == Availability.BOUNDS).to_numpy()
            lower = np.where(is_bounded, estimate, lower)
            upper = np.where(is_bounded, highest.to_numpy() / denominator, upper)
            estimate = np.where(is_bounded, np.nan, estimate)
    return value_table(measure, frame, estimate, lower, upper)


def value_table(
    measure: Measure,
    frame: pd.DataFrame,
    estimate: ArrayLike,
    lower: ArrayLike,
    upper: ArrayLike,
) -> pd.DataFrame:
    """Put estimates together; what is not available or too small is missing.

    Bounds come without an estimate.

    Parameters
    ----------
    measure : Measure
        Whose estimates they are.
    frame : DataFrame of shape (n_institutions, 4)
        `numerator, denominator, n_unknown, availability`, by institution.
    estimate, lower, upper : array-like of shape (n_institutions,)
        Values.

    Returns
    -------
    DataFrame of shape (n_institutions, 9)
        Estimates.
    """
    availability = frame["availability"].to_numpy(dtype=object)
    is_bounded = availability == Availability.BOUNDS
    is_told = (availability == Availability.AVAILABLE) | is_bounded
    is_small = is_told & (frame["denominator"].to_numpy() < measure.smallest_n)
    is_given = is_told & ~is_small
    values: dict[str, NDArray[np.float64]] = {
        name: np.where(is_given, np.asarray(value, dtype=np.float64), np.nan)
        for name, value in (("estimate", estimate), ("lower", lower), ("upper", upper))
    }
    is_unreached = is_given & ~is_bounded & np.isnan(values["estimate"])
    # Counts of nothing have no type of their own.
    counted = frame[["numerator", "denominator"]].astype("float64")
    table = frame.assign(
        measure=measure.id,
        **values,
        numerator=np.where(is_told, counted["numerator"], np.nan),
        denominator=np.where(is_told, counted["denominator"], np.nan),
        n_unknown=frame["n_unknown"].astype("int64"),
        availability=np.where(
            is_small | is_unreached, Availability.INSUFFICIENT.value, availability.astype(str)
        ),
    )
    return table.rename_axis("institution").reset_index()[_NAMES]
