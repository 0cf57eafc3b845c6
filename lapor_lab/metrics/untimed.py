"""What status and dates of exports say of a stage whose time is not known."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import AUTOCLOSE, Limits, WorkingCalendar
from lapor_lab.metrics.outcome_code import outcome_code
from lapor_lab.schema import Outcome, Stage, Status

__all__ = ["Sighting", "untimed_outcomes"]

_MOMENT: Final = pd.Timedelta(1, "us")
_DAY: Final = pd.Timedelta(1, "D")


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """When each case was last seen: its export's date where it has one, else the snapshot.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases.
    as_of : Timestamp
        Moment of the snapshot, not included.
    """

    cases: pd.DataFrame
    as_of: pd.Timestamp

    @property
    def at(self) -> pd.Series:
        """Moment of the sighting; 00:00 is a day without a clock time."""
        if "observed_at" not in self.cases:
            return pd.Series(self.as_of, index=self.cases.index).astype("datetime64[us]")
        return self.cases["observed_at"].fillna(self.as_of)

    @property
    def open_until(self) -> pd.Series:
        """Last moment at which a case that is open was surely still open."""
        submitted = self.cases["submitted_at"]
        # An export without a clock time may hold a report of that very day.
        is_same_day = self._is_exported & (self.at.dt.normalize() == submitted.dt.normalize())
        return (self.at - _MOMENT).mask(is_same_day, submitted)

    @property
    def whole_days_until(self) -> pd.Series:
        """Last moment of the day before the sighting: a limit runs out at a day's end."""
        day: pd.Series = self.at.dt.normalize()
        return day - _MOMENT

    @property
    def done_until(self) -> pd.Series:
        """Last moment at which what is done can have happened."""
        # An export of a day without a clock time was made at some hour of that day.
        is_date = self._is_exported & (self.at == self.at.dt.normalize())
        return (self.at - _MOMENT).mask(is_date, self.at + _DAY - _MOMENT)

    @property
    def _is_exported(self) -> pd.Series:
        if "observed_at" in self.cases:
            return self.cases["observed_at"].notna()
        return pd.Series(data=False, index=self.cases.index)


def untimed_outcomes(
    cases: pd.DataFrame,
    stage: Stage,
    sighting: Sighting,
    may_be_open: NDArray[np.bool_],
    limit_days: NDArray[np.int64],
    rules: tuple[WorkingCalendar, Limits],
) -> NDArray[np.int64]:
    """Decide what can be decided of cases that passed a stage at an unknown time.

    A case was surely in time if it was so at the latest moment that is possible, and surely
    late if at the earliest. The latest is the first export that saw it done, a later step
    whose time is known, and for a case that the system closed the working days that must
    pass before that. The earliest is the last export that saw it not followed up.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases.
    stage : Stage
        The stage.
    sighting : Sighting
        Up to when they are known.
    may_be_open : ndarray of bool of shape (n_cases,)
        Cases of which it is not even sure that they passed: never surely in time.
    limit_days : ndarray of int64 of shape (n_cases,)
        Limit of each case; negative where there is none.
    rules : tuple of WorkingCalendar and Limits
        Working days, and after how many of them the system closes.

    Returns
    -------
    ndarray of int64 of shape (n_cases,)
        Codes of `SURELY_MET`, `SURELY_MISSED`, `DONE_UNTIMED`, or `DONE_UNJUDGED` where no
        limit can be laid on the case.
    """
    calendar, limits = rules
    submitted = cases["submitted_at"].to_numpy()
    closed = _earliest_of(sighting.done_until, _times(cases, "closed_at"), _before(cases, "closed"))
    latest = closed
    if stage is not Stage.COMPLETED:
        completed = _times(cases, "completed_at")
        latest = _earliest_of(latest, completed, _before(cases, "responded"))
    if stage is Stage.VERIFIED:
        latest = _earliest_of(latest, _times(cases, "responded_at"))
    earliest = _times(cases, "responded_earliest_at")
    if stage is Stage.VERIFIED:
        earliest = pd.Series(pd.NaT, index=cases.index)
    latest_days = calendar.working_days(submitted, latest.to_numpy())
    earliest_days = calendar.working_days(submitted, earliest.to_numpy("datetime64[us]"))
    waited = calendar.working_days(submitted, closed.to_numpy())
    waited = waited - _days_to_autoclose(cases, limits)
    latest_days = np.where(waited >= 0, np.minimum(latest_days, waited), latest_days)
    is_judged = (limit_days >= 0) & (latest_days >= 0)
    is_met = (latest_days <= limit_days) & ~may_be_open
    is_missed = earliest_days > limit_days
    if stage is Stage.COMPLETED and "deadline_at" in cases:
        own = cases["deadline_at"]
        has_own = own.notna().to_numpy()
        is_judged |= has_own
        is_met = np.where(has_own, (latest <= own).to_numpy() & ~may_be_open, is_met)
        is_missed = np.where(has_own, (earliest >= own).to_numpy(), is_missed)
    return np.select(
        [~is_judged, is_met & ~is_missed, is_missed & ~is_met],
        [
            outcome_code(outcome)
            for outcome in (Outcome.DONE_UNJUDGED, Outcome.SURELY_MET, Outcome.SURELY_MISSED)
        ],
        default=outcome_code(Outcome.DONE_UNTIMED),
    )


def _days_to_autoclose(cases: pd.DataFrame, limits: Limits) -> NDArray[np.int64]:
    """Return the working days that lie between last follow-up and closing; many if none must."""
    never = np.iinfo(np.int32).max
    status = cases.get("status", pd.Series(pd.NA, index=cases.index))
    days = limits.days(AUTOCLOSE, "", cases["submitted_at"].to_numpy())
    is_by_system = status.isin([Status.CLOSED_BY_SYSTEM]).to_numpy()
    return np.where(is_by_system & (days >= 0), days, never)


def _times(cases: pd.DataFrame, name: str) -> pd.Series:
    if name in cases:
        return cases[name]
    return pd.Series(pd.NaT, index=cases.index, dtype="datetime64[us]")


def _before(cases: pd.DataFrame, event: str) -> pd.Series:
    # Such a bound is not included: 00:00 is the end of the day before.
    return _times(cases, f"{event}_latest_at") - _MOMENT


def _earliest_of(*moments: pd.Series) -> pd.Series:
    return pd.concat(moments, axis="columns").min(axis="columns")
