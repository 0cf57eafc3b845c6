"""Stage by stage against the limits: how long, in time or not, and where the days go."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtri

from lapor_lab.calendar import UNKNOWN, Limits, WorkingCalendar, load_calendar, load_limits
from lapor_lab.process.milestones import milestones
from lapor_lab.process.stage_days import StageDays, count_stage_days
from lapor_lab.process.stage_outcomes import StageOutcomes, judge_stage
from lapor_lab.process.traces import group_of_cases
from lapor_lab.schema import Availability, ComplaintLog, Stage
from lapor_lab.stats import kaplan_meier, survival_quantile_interval, wilson_interval

__all__ = ["stage_times"]

_COLUMNS: Final = (
    *("stage", "n", "n_open", "n_unknown", "median_days", "lower", "upper", "availability"),
    *("limit_days", "n_judged", "n_met", "within_share", "within_lower", "within_upper"),
    *("within_availability", "n_timed", "mean_stage_days", "time_share", "time_lower"),
    *("time_upper", "time_availability", "waiting_share", "handling_share"),
)
# That of the measures: of fewer cases no estimate is given.
_SMALLEST_N: Final = 5
_Int64 = NDArray[np.int64]
_Float64 = NDArray[np.float64]


def stage_times(
    log: ComplaintLog,
    *,
    by: str | None = "institution",
    confidence_level: float = 0.95,
    calendar: WorkingCalendar | None = None,
    limits: Limits | None = None,
) -> pd.DataFrame:
    """Time every stage, judge it by its limit, and tell which share of all days it takes.

    Limits run from submission, and so do `median_days` and `within_share`: they are those of
    the measures, and missing where those are, or where those are bounds. What a stage takes by
    itself, from the end of the one before, is in `mean_stage_days` and `time_share`. Copies are
    left out, and archived cases beyond verification.

    Parameters
    ----------
    log : ComplaintLog
        A log; events are needed for `waiting_share` and `handling_share` alone.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    confidence_level : float, default=0.95
        In (0, 1).
    calendar : WorkingCalendar or None, default=None
        Working days and office hours; the kit's own by default.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.

    Returns
    -------
    DataFrame of shape (n_groups * n_stages, 24)
        `institution` (the group), `stage` (in the order of `Stage`, those that the log tells
        of); `n`, of them `n_open`, and beside them `n_unknown` that cannot be timed;
        `median_days` with `lower` and `upper` (working days from submission, Kaplan-Meier,
        open cases right-censored at the snapshot) and `availability`; `limit_days` (NaN where
        cases of the group have different ones, or there is none); `within_share` with
        `within_lower` and `within_upper`, which is `n_met` of `n_judged` (those open within
        their limit are not judged), and `within_availability`; of `n_timed` cases
        `mean_stage_days` (working days a case, open cases up to the snapshot) and `time_share`
        with `time_lower` and `time_upper`, which add up to 1 over the stages, and
        `time_availability`; of that share `waiting_share` (enabled until started) and
        `handling_share` (started until done), NaN where events do not tell. What is left
        belongs to no event yet. Each availability is an `Availability`; estimates of fewer
        than 5 cases are NaN and "data belum memadai", as is a median that was not reached.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": list("12345"), "institution": "A",
    ...                       "submitted_at": "2022-08-01", "verified_at": "2022-08-02",
    ...                       "responded_at": "2022-08-05"})
    >>> log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-31"))
    >>> stage_times(log)[["stage", "median_days", "limit_days", "time_share"]].values.tolist()
    [['verified', 1.0, 3.0, 0.25], ['first_followed_up', 4.0, 5.0, 0.75]]
    """
    rules = calendar or load_calendar(), limits or load_limits()
    times = milestones(log)
    stages = [Stage(str(name)) for name in times]
    columns = [*_COLUMNS] if by is None else ["institution", *_COLUMNS]
    if not stages:
        return pd.DataFrame(columns=columns)
    if by is None:
        group, groups = np.zeros(len(log.cases), dtype=np.int64), pd.Index([""])
    else:
        code, groups = pd.factorize(group_of_cases(log.cases, by), sort=True)
        group = code.astype(np.int64)
    n_groups = len(groups)
    days = count_stage_days(log, times, rules[0])
    tables = [
        pd.DataFrame(
            {
                "group": np.arange(n_groups),
                "place": place,
                "stage": stage.value,
                **_durations(outcomes, group, n_groups, confidence_level),
                **_limits(outcomes, group, n_groups, confidence_level),
                **_days(days, place, group, n_groups, confidence_level),
            }
        )
        for place, stage in enumerate(stages)
        for outcomes in [judge_stage(log, stage, times, *rules)]
    ]
    table = pd.concat(tables).sort_values(["group", "place"], ignore_index=True)
    if by is not None:
        table.insert(0, "institution", groups.take(table["group"].to_numpy()))
    return table[columns]


def _durations(
    outcomes: StageOutcomes, group: _Int64, n_groups: int, confidence_level: float
) -> dict[str, NDArray[np.generic]]:
    timed = np.flatnonzero(outcomes.is_asked & ~outcomes.is_unknown)
    is_done, days, of = outcomes.is_done[timed], outcomes.days[timed], group[timed]
    is_outside = outcomes.is_asked & (outcomes.days == UNKNOWN)
    # Where the calendar does not reach, the rest would not be a fair sample.
    is_covered = np.bincount(group[is_outside], minlength=n_groups) == 0
    n, n_done = (np.bincount(some, minlength=n_groups) for some in (of, of[is_done]))
    n_untimed = np.bincount(group[outcomes.is_unknown & ~is_outside], minlength=n_groups)
    is_told = (n > 0) & (n_untimed <= n_done)
    span = int(days.max(initial=0)) + 1
    cells, weight = np.unique((of * span + days) * 2 + is_done, return_counts=True)
    cell_group = cells // (2 * span)
    bounds = np.searchsorted(cell_group, np.arange(n_groups + 1))
    median = np.full((n_groups, 3), np.nan)
    for place in np.flatnonzero((n >= _SMALLEST_N) & is_told & is_covered):
        some = slice(bounds[place], bounds[place + 1])
        curve = kaplan_meier(cells[some] // 2 % span, cells[some] % 2 == 1, weight[some])
        median[place] = survival_quantile_interval(curve, confidence_level=confidence_level)
    return {
        "n": n,
        "n_open": n - n_done,
        "n_unknown": np.bincount(group[outcomes.is_unknown], minlength=n_groups),
        "median_days": median[:, 0],
        "lower": median[:, 1],
        "upper": median[:, 2],
        "availability": _availability(median[:, 0], is_told, is_covered),
    }


def _limits(
    outcomes: StageOutcomes, group: _Int64, n_groups: int, confidence_level: float
) -> dict[str, NDArray[np.generic]]:
    asked = np.flatnonzero(outcomes.is_asked)
    limit = pd.Series(outcomes.limit_days[asked]).groupby(group[asked])
    lowest, highest = limit.min(), limit.max()
    common = lowest.where((lowest == highest) & (lowest != UNKNOWN)).astype(np.float64)

    def count(is_so: NDArray[np.bool_]) -> _Int64:
        return np.bincount(group[is_so], minlength=n_groups)

    is_judged = outcomes.is_in_time | outcomes.is_late
    n_met, n_judged = count(outcomes.is_in_time), count(is_judged)
    is_outside = outcomes.is_asked & (outcomes.days == UNKNOWN)
    is_untimed = outcomes.is_unknown & ~is_outside
    is_unjudged = outcomes.is_asked & ~is_judged & ~outcomes.is_pending & ~is_untimed
    is_covered = (count(is_outside) == 0) | (count(is_unjudged) == 0)
    # Who is only waiting yet may be judged one day; where nobody can be, nothing is told.
    is_told = (n_judged > 0) | (count(outcomes.is_asked & ~outcomes.is_pending) == 0)
    n_done = count(is_judged & outcomes.is_done)
    is_told &= (count(outcomes.is_asked) > 0) & (count(is_untimed) <= n_done)
    is_given = is_told & is_covered & (n_judged >= _SMALLEST_N)
    lower, upper = wilson_interval(n_met, n_judged, confidence_level)
    share = np.divide(n_met, n_judged, out=np.full(n_groups, np.nan), where=is_given)
    return {
        "limit_days": common.reindex(range(n_groups)).to_numpy(),
        "n_judged": n_judged,
        "n_met": n_met,
        "within_share": share,
        "within_lower": np.where(is_given, lower, np.nan),
        "within_upper": np.where(is_given, upper, np.nan),
        "within_availability": _availability(share, is_told, is_covered),
    }


def _availability(
    estimate: _Float64, is_told: NDArray[np.bool_], is_covered: NDArray[np.bool_]
) -> NDArray[np.object_]:
    """Say of each group whether there is an estimate, and why not."""
    found = np.select(
        [~is_covered, ~is_told, np.isnan(estimate)],
        [
            Availability.NOT_AVAILABLE_CALENDAR.value,
            Availability.NOT_AVAILABLE.value,
            Availability.INSUFFICIENT.value,
        ],
        default=Availability.AVAILABLE.value,
    )
    return found.astype(object)


def _days(
    days: StageDays, place: int, group: _Int64, n_groups: int, confidence_level: float
) -> dict[str, NDArray[np.generic]]:
    of = group[days.is_timed]
    spent = days.spent[days.is_timed]
    here, everything = spent[:, place], spent.sum(axis=1)
    n = np.bincount(of, minlength=n_groups)
    total = np.bincount(of, everything, minlength=n_groups)
    is_enough = n >= _SMALLEST_N

    def ratio(part: _Float64, whole: NDArray[np.number]) -> _Float64:
        sums, is_given = np.bincount(of, part, minlength=n_groups), is_enough & (whole > 0)
        return np.asarray(np.divide(sums, whole, out=np.full(n_groups, np.nan), where=is_given))

    def part_of_all(some: _Float64 | None) -> _Float64:
        if some is None:
            return np.full(n_groups, np.nan)
        return ratio(some[days.is_timed, place], total)

    share = ratio(here, total)
    # A ratio of two sums over cases: its error by linearisation (Cochran 1977, section 2.11).
    squares = np.bincount(of, (here - share[of] * everything) ** 2, minlength=n_groups)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(squares * n / np.where(n > 1, n - 1, np.nan)) / total
    reach = ndtri((1 + confidence_level) / 2) * error
    return {
        "n_timed": n,
        "mean_stage_days": ratio(here, n),
        "time_share": share,
        "time_lower": np.maximum(share - reach, 0),
        "time_upper": np.minimum(share + reach, 1),
        "time_availability": _availability(share, n > 0, np.ones(n_groups, dtype=bool)),
        "waiting_share": part_of_all(days.waiting),
        "handling_share": part_of_all(days.handling),
    }
