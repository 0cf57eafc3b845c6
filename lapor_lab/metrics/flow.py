"""Count cases by stage, working days spent and outcome, decided case by case."""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import Limits, WorkingCalendar
from lapor_lab.metrics.population import Population
from lapor_lab.metrics.untimed import Sighting, untimed_outcomes
from lapor_lab.schema import Outcome, Stage

__all__ = ["FLOW_KEYS", "UNKNOWN_DAYS", "count_flow"]

FLOW_KEYS: Final = ["institution", "stage", "days", "outcome"]
UNKNOWN_DAYS: Final = -1


def count_flow(
    cases: pd.DataFrame,
    as_of: pd.Timestamp,
    calendar: WorkingCalendar,
    limits: Limits,
    *,
    keys: pd.DataFrame | None = None,
    stages: Collection[Stage] = tuple(Stage),
) -> pd.DataFrame:
    """Return the flow table of some cases.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases, `institution` being the group; a case's own `observed_at` goes before `as_of`.
    as_of : Timestamp
        Moment of the snapshot, not included.
    calendar : WorkingCalendar
        Working days.
    limits : Limits
        Legal limits by stage and class; a case's own `deadline_at` goes before them.
    keys : DataFrame of shape (n_cases, n_keys) or None, default=None
        `institution` and what it is divided by; the institution alone by default.
    stages : collection of Stage, default=tuple(Stage)
        Which stages to count.

    Returns
    -------
    DataFrame of shape (n_cells, n_keys + 4)
        The keys, `stage, days, outcome, n`; no row for a stage of which the source
        tells nothing.
    """
    population = Population(cases)
    keys = cases[["institution"]] if keys is None else keys
    tables = [
        _stage(cases, keys, population, stage, as_of, (calendar, limits))
        for stage in Stage
        if stage in stages and population.is_told(stage)
    ]
    empty = pd.DataFrame(columns=[*keys.columns, *FLOW_KEYS[1:], "n"])
    return pd.concat(tables, ignore_index=True) if tables else empty


def _stage(
    cases: pd.DataFrame,
    keys: pd.DataFrame,
    population: Population,
    stage: Stage,
    as_of: pd.Timestamp,
    rules: tuple[WorkingCalendar, Limits],
) -> pd.DataFrame:
    asked = population.of(stage)
    some = cases[asked]
    sighting = Sighting(cases=some, as_of=as_of)
    times = population.time_of(stage)
    at = pd.Series(pd.NaT, index=some.index) if times is None else times[asked]
    at = at.astype("datetime64[us]")
    has_time = at.notna().to_numpy()
    may_be_open = population.may_have_passed(stage)[asked].to_numpy()
    is_untimed = (population.has_passed(stage)[asked].to_numpy() | may_be_open) & ~has_time
    is_untold = population.is_untold(stage)[asked].to_numpy() & ~has_time
    calendar, limits = rules
    ends = at.fillna(sighting.open_until).to_numpy()
    days = calendar.working_days(some["submitted_at"].to_numpy(), ends)
    # Told to have passed, but not when: neither done in time nor open.
    days = np.where(is_untimed | is_untold, UNKNOWN_DAYS, days)
    limit = _limit_days(some, stage, limits)
    outcome = _outcomes(some, stage, at, days, limit, (sighting, calendar))
    if is_untimed.any():
        part = Sighting(cases=some[is_untimed], as_of=as_of)
        outcome[is_untimed] = untimed_outcomes(
            some[is_untimed], stage, part, may_be_open[is_untimed], limit[is_untimed], rules
        )
    outcome[is_untold] = Outcome.UNTOLD.value
    table = keys[asked].assign(stage=stage.value, days=days, outcome=outcome)
    columns = [*keys.columns, *FLOW_KEYS[1:]]
    return table.groupby(columns, as_index=False).size().rename(columns={"size": "n"})


def _outcomes(
    cases: pd.DataFrame,
    stage: Stage,
    at: pd.Series,
    days: NDArray[np.int64],
    limit: NDArray[np.int64],
    seen: tuple[Sighting, WorkingCalendar],
) -> NDArray[np.object_]:
    sighting, calendar = seen
    has_time = at.notna().to_numpy()
    is_judged = (limit >= 0) & (days >= 0)
    is_met = days <= limit
    # A limit of k working days runs out at the end of the k-th, so it is past once k lie behind.
    whole_days = calendar.working_days(
        cases["submitted_at"].to_numpy(), sighting.whole_days_until.to_numpy()
    )
    is_past = whole_days >= limit
    if stage is Stage.COMPLETED and "deadline_at" in cases:
        own = cases["deadline_at"]
        has_own = own.notna().to_numpy()
        is_judged |= has_own
        is_met = np.where(has_own, (at <= own).to_numpy(), is_met)
        is_past = np.where(has_own, (own < sighting.at).to_numpy(), is_past)
    outcome = np.select(
        [has_time & ~is_judged, has_time & is_met, has_time, ~is_judged, is_past],
        [
            Outcome.DONE_UNJUDGED.value,
            Outcome.MET.value,
            Outcome.MISSED.value,
            Outcome.OPEN_UNJUDGED.value,
            Outcome.OPEN_PAST_LIMIT.value,
        ],
        default=Outcome.WITHIN_LIMIT.value,
    )
    return outcome.astype(object)


def _limit_days(cases: pd.DataFrame, stage: Stage, limits: Limits) -> NDArray[np.int64]:
    if stage is Stage.CLOSED:
        return np.full(len(cases), UNKNOWN_DAYS)
    classes = cases["report_class"] if "report_class" in cases else pd.Series(index=cases.index)
    return limits.days(
        stage.value, classes.to_numpy(dtype=object), cases["submitted_at"].to_numpy()
    )
