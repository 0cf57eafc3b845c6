"""Waiting from times of cases, or from dated exports that only bound them."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import load_calendar
from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.measured import Measured
from lapor_lab.practices.calibration.shares import Share
from lapor_lab.schema import ARCHIVED, ComplaintLog, Status
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import draw_entries
from lapor_lab.synthetic.handling import STATUSES, handle_block

__all__ = ["estimate_transfers", "estimate_waiting", "has_times"]

_FACTORS: Final = tuple(float(2**power) for power in np.arange(-3, 3.01, 0.5))
_PARAMETERS: Final = ("read_delay_active_days", "read_delay_inactive_days")
_N_RUNS: Final = 3
_SMALLEST_N: Final = 20
_MAX_DAYS: Final = 250
# Reports of a unit wait alike, and the worlds that they are laid beside are simulated.
_MODEL_ERROR: Final = 0.15
_A_DAY: Final = np.datetime64("2022-08-15")
_UNSETTLED: Final = np.timedelta64(60, "D")
_BOUNDS: Final = ("responded_earliest_at", "responded_latest_at")

_Floats = npt.NDArray[np.float64]


def has_times(cases: pd.DataFrame) -> bool:
    """Say whether a list of reports tells anything of when they were first followed up.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Reports.

    Returns
    -------
    bool
        Whether times are known, or bounds on both sides.
    """
    if "responded_at" in cases and cases["responded_at"].notna().sum() >= _SMALLEST_N:
        return True
    has_bounds = all(name in cases for name in _BOUNDS)
    return has_bounds and bool(cases[list(_BOUNDS)].notna().all(axis=1).sum() >= _SMALLEST_N)


def estimate_transfers(cases: pd.DataFrame) -> list[Estimate]:
    """Estimate wrong dispositions from how often each case was sent back.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Reports.

    Returns
    -------
    list of Estimate
        One, where the list tells it.
    """
    if "n_transfers" not in cases or "responded_at" not in cases:
        return []
    answered = cases[cases["responded_at"].notna() & cases["n_transfers"].notna()]
    n_returned = int(answered["n_transfers"].sum())
    if len(answered) < _SMALLEST_N:
        return []
    return [
        Share(
            parameter="misrouted_share",
            hits=n_returned,
            trials=n_returned + len(answered),
            reason="dari banyaknya pengembalian laporan yang sudah dijawab",
        )
    ]


def estimate_waiting(
    log: ComplaintLog, scenario: Scenario, institution_id: str, *, rng: int = 0
) -> list[Estimate]:
    """Estimate by which factor units read later, or sooner, than in the base.

    Worlds with delays times a factor are simulated; of each the share that is followed up
    within every number of working days is laid beside what is known of each case: the day
    itself, or two days between which it lies. Service and waiting cannot be told apart by
    that, so that the delays take up both.

    Parameters
    ----------
    log : ComplaintLog
        Reports of one institution, with times or bounds.
    scenario : Scenario
        With all else that is known of the institution.
    institution_id : str
        Which it is.
    rng : int, default=0
        Seed of the worlds.

    Returns
    -------
    list of Estimate
        Both delays, or none where the data do not decide.
    """
    lower, upper = _bounds(log)
    if len(lower) < _SMALLEST_N:
        return []
    base = scenario.institution(institution_id)
    likelihoods = []
    for factor in _FACTORS:
        changed = {name: getattr(base, name) * factor for name in _PARAMETERS}
        world = scenario.replace_institution(institution_id, **changed)
        done = _done_by(world, rng)
        chance = _share_by(done, upper) - np.where(lower >= 0, _share_by(done, lower), 0.0)
        likelihoods.append(float(np.log(np.maximum(chance, 1e-6)).sum()))
    best = _peak(np.log(_FACTORS), np.array(likelihoods))
    if best is None:
        return []
    middle, variance = best
    values = np.array([getattr(base, name) for name in _PARAMETERS]) * np.exp(middle)
    return [
        Measured(
            parameters=_PARAMETERS,
            estimates=tuple(float(value) for value in values),
            covariance=np.outer(values, values) * (variance + _MODEL_ERROR**2),
            n=len(lower),
            reason=(
                "dari hari sampai tindak lanjut pertama, dengan simulasi; lama menunggu dan lama "
                "mengerjakan tidak terpisah, dan perbandingan akun aktif dan tidak aktif asumsi"
            ),
        )
    ]


def _bounds(log: ComplaintLog) -> tuple[_Floats, _Floats]:
    """Return working days by which each case was not yet, and was, followed up; -1 for never."""
    cases = log.cases
    if "status" in cases:
        # Whoever archives a report follows it up no more, and most that are held end so.
        ended = [*(each.value for each in ARCHIVED), Status.ON_HOLD.value]
        cases = cases[~cases["status"].isin(ended)]
    calendar = load_calendar()
    submitted = cases["submitted_at"].to_numpy()
    until = calendar.working_days(submitted, np.datetime64(log.as_of) - np.timedelta64(1, "s"))
    if "responded_at" in cases and cases["responded_at"].notna().any():
        at = calendar.working_days(submitted, cases["responded_at"].to_numpy())
        lower = np.where(at >= 0, at - 1, until).astype(np.float64)
        upper = np.where(at >= 0, at, _MAX_DAYS).astype(np.float64)
    else:
        # Synthetic exports are those of 00:00, others were made at some hour of their day.
        passed = 0.0 if log.is_synthetic else 0.5

        def seen_by(days: pd.Series) -> _Floats:
            day = days.to_numpy().astype("datetime64[D]")
            before = calendar.working_days(submitted, day - np.timedelta64(1, "D"))
            is_known = ~np.isnat(day)
            worked = np.where(is_known, calendar.is_working_day(np.where(is_known, day, _A_DAY)), 0)
            return np.where(before < 0, np.where(is_known, 0.0, -1.0), before + passed * worked)

        # The bound from above is the end of the day of its export.
        lower = seen_by(cases[_BOUNDS[0]])
        upper = seen_by(cases[_BOUNDS[1]] - pd.Timedelta(1, "s"))
        upper = np.where(upper < 0, _MAX_DAYS, upper)
    kept = lower < upper
    return np.minimum(lower, _MAX_DAYS - 1)[kept], np.minimum(upper, _MAX_DAYS)[kept]


def _done_by(world: Scenario, rng: int) -> npt.NDArray[np.float64]:
    """Return the share of reports, not archived, followed up by each day; by the last day all."""
    counts = np.zeros(_MAX_DAYS + 1)
    calendar = load_calendar()
    archived = [STATUSES.index(each) for each in Status if each in ARCHIVED]
    for run in range(_N_RUNS):
        for block in plan_blocks(world, world.split_cases()):
            entries = draw_entries(world.reporters, block, rng * _N_RUNS + run)
            handled = handle_block(block, entries, world.reporters, rng * _N_RUNS + run)
            submitted = entries.submitted_at[entries.is_kept]
            # Of late ones it is not known yet.
            is_old = submitted < np.datetime64(block.period[1]) - _UNSETTLED
            chosen = is_old & ~np.isin(handled.progress.status, archived)
            answered = handled.progress.responded_at[chosen]
            days = calendar.working_days(submitted[chosen], answered)
            capped = np.where(days < 0, _MAX_DAYS, np.minimum(days, _MAX_DAYS))
            counts += np.bincount(capped, minlength=_MAX_DAYS + 1)
    return np.asarray(np.cumsum(counts) / max(counts.sum(), 1))


def _share_by(done: _Floats, days: _Floats) -> _Floats:
    return np.asarray(np.interp(days, np.arange(len(done)), done))


def _peak(
    x: npt.NDArray[np.float64], height: npt.NDArray[np.float64]
) -> tuple[float, float] | None:
    """Return where a parabola through the highest points peaks, and the variance it stands for."""
    top = int(np.argmax(height))
    if top in (0, len(x) - 1):
        return None
    near = slice(max(top - 2, 0), top + 3)
    curve, slope, _ = np.polyfit(x[near], height[near], 2)
    if not curve < 0:
        return None
    return float(-slope / (2 * curve)), float(-1 / (2 * curve))
