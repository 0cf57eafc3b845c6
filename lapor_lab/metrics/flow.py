"""Count cases by stage, working days spent and outcome, decided case by case."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import Limits, WorkingCalendar
from lapor_lab.metrics.population import Population
from lapor_lab.schema import Outcome, Stage

__all__ = ["FLOW_KEYS", "UNKNOWN_DAYS", "count_flow"]

FLOW_KEYS: Final = ["institution", "stage", "days", "outcome"]
UNKNOWN_DAYS: Final = -1
_MOMENT: Final = pd.Timedelta(1, "us")


def count_flow(
    cases: pd.DataFrame, as_of: pd.Timestamp, calendar: WorkingCalendar, limits: Limits
) -> pd.DataFrame:
    """Return the flow table of some cases.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases, `institution` being the group.
    as_of : Timestamp
        Moment of the snapshot, not included.
    calendar : WorkingCalendar
        Working days.
    limits : Limits
        Legal limits by stage and class; a case's own `deadline_at` goes before them.

    Returns
    -------
    DataFrame of shape (n_cells, 5)
        `institution, stage, days, outcome, n`; no row for a stage of which the source
        tells nothing.
    """
    population = Population(cases)
    tables = [
        table
        for stage in Stage
        if (table := _stage(cases, population, stage, as_of, calendar, limits)) is not None
    ]
    empty = pd.DataFrame(columns=[*FLOW_KEYS, "n"])
    return pd.concat(tables, ignore_index=True) if tables else empty


def _stage(
    cases: pd.DataFrame,
    population: Population,
    stage: Stage,
    as_of: pd.Timestamp,
    calendar: WorkingCalendar,
    limits: Limits,
) -> pd.DataFrame | None:
    times = population.time_of(stage)
    if times is None and not (stage is Stage.CLOSED and population.is_closing_known.any()):
        return None
    asked = population.of(stage)
    some = cases[asked]
    submitted = some["submitted_at"]
    is_told = population.has_passed(stage)[asked].to_numpy()
    at = pd.Series(pd.NaT, index=some.index) if times is None else times[asked]
    at = at.astype("datetime64[us]")
    has_time = at.notna().to_numpy()
    days = calendar.working_days(submitted.to_numpy(), at.fillna(as_of - _MOMENT).to_numpy())
    # Told to have passed, but not when: neither done in time nor open.
    days = np.where(is_told & ~has_time, UNKNOWN_DAYS, days)
    table = pd.DataFrame(
        {
            "institution": some["institution"].to_numpy(),
            "stage": stage.value,
            "days": days,
            "outcome": _outcomes(some, stage, at, as_of, days, is_told, limits),
        }
    )
    return table.groupby(FLOW_KEYS, as_index=False).size().rename(columns={"size": "n"})


def _outcomes(
    cases: pd.DataFrame,
    stage: Stage,
    at: pd.Series,
    as_of: pd.Timestamp,
    days: NDArray[np.int64],
    is_told: NDArray[np.bool_],
    limits: Limits,
) -> NDArray[np.str_]:
    has_time = at.notna().to_numpy()
    limit = _limit_days(cases, stage, limits)
    is_judged = (limit >= 0) & (days >= 0)
    is_met = days <= limit
    # A limit of k working days runs out at the end of the k-th, so it is past once k lie behind.
    is_past = days >= limit
    if stage is Stage.COMPLETED and "deadline_at" in cases:
        own = cases["deadline_at"]
        has_own = own.notna().to_numpy()
        is_judged |= has_own
        is_met = np.where(has_own, (at <= own).to_numpy(), is_met)
        is_past = np.where(has_own, (own < as_of).to_numpy(), is_past)
    is_untimed = is_told & ~has_time
    return np.select(
        [
            is_untimed | (has_time & ~is_judged),
            has_time & is_met,
            has_time,
            ~is_judged,
            is_past,
        ],
        [
            Outcome.DONE_UNJUDGED.value,
            Outcome.MET.value,
            Outcome.MISSED.value,
            Outcome.OPEN_UNJUDGED.value,
            Outcome.OPEN_PAST_LIMIT.value,
        ],
        default=Outcome.WITHIN_LIMIT.value,
    )


def _limit_days(cases: pd.DataFrame, stage: Stage, limits: Limits) -> NDArray[np.int64]:
    if stage is Stage.CLOSED:
        return np.full(len(cases), UNKNOWN_DAYS)
    classes = cases["report_class"] if "report_class" in cases else pd.Series(index=cases.index)
    return limits.days(
        stage.value, classes.to_numpy(dtype=object), cases["submitted_at"].to_numpy()
    )
