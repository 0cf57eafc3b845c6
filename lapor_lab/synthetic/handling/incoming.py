"""What the office receives, in operational time."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar import UNKNOWN, WorkingCalendar, load_limits
from lapor_lab.schema import ReportClass, Stage
from lapor_lab.synthetic.entries import CLASSES, Entries
from lapor_lab.synthetic.handling.clock import NEVER, OfficeClock
from lapor_lab.synthetic.model.demand import ReporterModel

__all__ = ["Incoming", "limit_days", "receive"]

_SECONDS_PER_DAY = 86_400
_DAYS_OF_A_TABLE = 64

_Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Incoming:
    """What the office receives, one entry a case.

    Parameters
    ----------
    submitted : ndarray of int64 of shape (n_all,)
        Operational second of entry.
    true_unit : ndarray of int of shape (n_all,)
        Position of the unit that the report belongs to.
    effort : ndarray of float of shape (n_all,)
        Handling time over that of an ordinary report.
    escalate_at : ndarray of int64 of shape (n_all,)
        Operational second from which a watched report is called for.
    is_copy : ndarray of bool of shape (n_all,)
        Whether it repeats the words of an earlier report.
    off_hours : float
        Share of replies that come after office hours.
    """

    submitted: _Int64
    true_unit: npt.NDArray[np.integer]
    effort: npt.NDArray[np.float64]
    escalate_at: _Int64
    is_copy: npt.NDArray[np.bool_]
    off_hours: float


def receive(
    entries: Entries, reporters: ReporterModel, calendar: WorkingCalendar, clock: OfficeClock
) -> Incoming:
    """Take what comes in.

    Parameters
    ----------
    entries : Entries
        All reports of a block.
    reporters : ReporterModel
        Effort by class, and when reporters reply.
    calendar : WorkingCalendar
        Office hours.
    clock : OfficeClock
        Working days.

    Returns
    -------
    Incoming
        In the order of the entries.
    """
    submitted = calendar.work_seconds(entries.submitted_at)
    limit = limit_days(entries.report_class, entries.submitted_at)
    day = clock.ends_of_days(np.maximum(submitted, 1), np.maximum(limit - 1, 0))
    effort = np.array([reporters.class_effort[name] for name in CLASSES])
    return Incoming(
        submitted=submitted,
        true_unit=entries.true_unit,
        effort=effort[entries.report_class],
        escalate_at=np.where(limit == UNKNOWN, NEVER, day - clock.day_seconds),
        is_copy=entries.duplicate_kind > 0,
        off_hours=reporters.off_hours_share,
    )


def limit_days(
    report_class: npt.NDArray[np.integer], submitted_at: npt.NDArray[np.datetime64]
) -> _Int64:
    """Return the legal limit to complete each report.

    Parameters
    ----------
    report_class : ndarray of int of shape (n_all,)
        Position in `CLASSES`; ``len(CLASSES)`` where it is missing.
    submitted_at : ndarray of datetime64[s] of shape (n_all,)
        Entry.

    Returns
    -------
    ndarray of int64 of shape (n_all,)
        Working days; `UNKNOWN` where there is no limit.
    """
    if not len(submitted_at):
        return np.zeros(0, dtype=np.int64)
    day = submitted_at.view(np.int64) // _SECONDS_PER_DAY
    first = int(day.min()) // _DAYS_OF_A_TABLE
    last = int(day.max()) // _DAYS_OF_A_TABLE
    table = _limit_table(first, last)
    return np.asarray(table[report_class, day - first * _DAYS_OF_A_TABLE])


@cache
def _limit_table(first: int, last: int) -> _Int64:
    """Return the limits by class and day, as the blocks of a scenario share them."""
    days = np.arange(first * _DAYS_OF_A_TABLE, (last + 1) * _DAYS_OF_A_TABLE)
    moments, limits = days.astype("datetime64[D]"), load_limits()
    return np.stack(
        [limits.days(Stage.COMPLETED, str(name), moments) for name in (*ReportClass, "")]
    )
