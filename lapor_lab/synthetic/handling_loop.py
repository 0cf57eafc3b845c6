"""How a report passes through the office: verification, disposition, follow-up, closing.

Administrators are station 0, the liaison officers of unit `i` are station ``1 + i``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from lapor_lab.schema import Activity
from lapor_lab.synthetic.draws import MAX_DISPOSITIONS, MAX_WINDOWS, Draws
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.office_clock import OfficeClock
from lapor_lab.synthetic.queues import Taken, Visit, run_queues

__all__ = ["Incoming", "StaffedEvent", "handle_reports"]

ADMINISTRATORS = 0
# Three quarters of a verification pass before its verdict, the rest is the disposition.
_VERIFY_PART = (3, 4)
# Replies that come after office hours come within the same evening.
_EVENING_SECONDS = 7 * 3600


class StaffedEvent(NamedTuple):
    """One event in operational time.

    Parameters
    ----------
    case : int
        Number of the case.
    activity : Activity
        What happened.
    enabled_by : int
        Number of the event that made it possible, -1 for the entry.
    started, finished : int
        Operational seconds.
    after_closing : int, default=0
        Seconds of the wall clock behind `finished`, for what happens out of office hours.
    unit : int, default=-1
        Position of the unit concerned, -1 for none.
    server : int, default=-1
        Number of the administrator or officer, -1 for reporter and system.
    is_turn : bool, default=False
        For a follow-up: it is final. For a reply: it reopens the report.
    """

    case: int
    activity: Activity
    enabled_by: int
    started: int
    finished: int
    after_closing: int = 0
    unit: int = -1
    server: int = -1
    is_turn: bool = False


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """What the office receives, one entry a case.

    Parameters
    ----------
    submitted : sequence of int
        Operational second of entry.
    true_unit : sequence of int
        Position of the unit that it belongs to.
    effort : sequence of float
        Handling time over that of an ordinary report.
    is_copy : sequence of bool
        Whether it copies an earlier report.
    """

    submitted: Sequence[int]
    true_unit: Sequence[int]
    effort: Sequence[float]
    is_copy: Sequence[bool]


class _Step(IntEnum):
    VERIFY = 0
    VERIFY_COMPLETED = 1
    DISPOSE_AGAIN = 2
    RETURN = 3
    FIRST_ANSWER = 4
    FINAL_ANSWER = 5
    CLOSE = 6


def handle_reports(
    institution: InstitutionModel,
    incoming: Incoming,
    draws: Draws,
    clock: OfficeClock,
    *,
    n_servers: Sequence[int],
    window_days: int,
) -> list[StaffedEvent]:
    """Let an institution handle its reports.

    Parameters
    ----------
    institution : InstitutionModel
        Its practices.
    incoming : Incoming
        What comes in.
    draws : Draws
        Random numbers by case and visit.
    clock : OfficeClock
        Working days.
    n_servers : sequence of int
        Administrators, then the officers of each unit.
    window_days : int
        Working days after which the system closes a report without reply.

    Returns
    -------
    list of StaffedEvent
        Events but the entry; of each case in order of time. Some lie after the snapshot.
    """
    office = _Office(institution, incoming, draws, clock, window_days)
    first = [
        Visit(second, case, _Step.VERIFY, ADMINISTRATORS, -1)
        for case, second in enumerate(incoming.submitted)
    ]
    run_queues(first, n_servers, office.take, until=clock.until)
    return office.events


class _Office:
    """The state of the loop: events so far, and how far each case has come."""

    def __init__(
        self,
        institution: InstitutionModel,
        incoming: Incoming,
        draws: Draws,
        clock: OfficeClock,
        window_days: int,
    ) -> None:
        self.events: list[StaffedEvent] = []
        self._model = institution
        self._incoming = incoming
        self._draws = draws
        self._clock = clock
        self._window_days = window_days
        self._is_active = institution.is_active
        self._n_dispositions = [0] * len(incoming.submitted)
        self._window = [0] * len(incoming.submitted)
        self._window_end = [0] * len(incoming.submitted)
        self._steps = {
            _Step.VERIFY: self._verify,
            _Step.VERIFY_COMPLETED: self._verify_completed,
            _Step.DISPOSE_AGAIN: self._dispose_again,
            _Step.RETURN: self._return,
            _Step.FIRST_ANSWER: self._first_answer,
            _Step.FINAL_ANSWER: self._final_answer,
            _Step.CLOSE: self._close,
        }

    def take(self, visit: Visit, server: int, started: int) -> Taken:
        """Do what a visit is for; see `run_queues`."""
        return self._steps[_Step(visit.step)](visit, server, started)

    def _record(self, event: StaffedEvent) -> int:
        self.events.append(event)
        return len(self.events) - 1

    def _verify(self, visit: Visit, server: int, started: int) -> Taken:
        case, draws, model = visit.case, self._draws, self._model
        finished = started + draws.admin_seconds[case][0]
        share = model.archived_share
        if self._incoming.is_copy[case]:
            share = max(share, model.duplicate_archived_share)
        if draws.archive[case] < share:
            self._record(StaffedEvent(case, Activity.ARCHIVE, -1, started, finished, server=server))
            return finished, None
        if draws.hold[case] < model.hold_share:
            return finished, self._hold(case, server, started, finished)
        return finished, self._dispose(visit, server, started, finished)

    def _hold(self, case: int, server: int, started: int, finished: int) -> Visit | None:
        held = self._record(StaffedEvent(case, Activity.HOLD, -1, started, finished, server=server))
        limit = self._clock.end_of_day(finished, self._model.hold_limit_days)
        if self._draws.completes[case] >= self._model.hold_completed_share:
            self._record(StaffedEvent(case, Activity.ARCHIVE, held, limit, limit))
            return None
        second, evening = self._reporter_moment(case, MAX_WINDOWS, finished, limit)
        reply = self._record(
            StaffedEvent(case, Activity.REPLY, held, second, second, after_closing=evening)
        )
        return Visit(second, case, _Step.VERIFY_COMPLETED, ADMINISTRATORS, reply)

    def _verify_completed(self, visit: Visit, server: int, started: int) -> Taken:
        finished = started + self._draws.admin_seconds[visit.case][0]
        return finished, self._dispose(visit, server, started, finished)

    def _dispose_again(self, visit: Visit, server: int, started: int) -> Taken:
        visits = self._draws.admin_seconds[visit.case]
        finished = started + visits[self._n_dispositions[visit.case]]
        return finished, self._dispose(visit, server, started, finished)

    def _dispose(self, visit: Visit, server: int, started: int, finished: int) -> Visit | None:
        case, draws = visit.case, self._draws
        before = visit.enabled_by
        if visit.step != _Step.DISPOSE_AGAIN:
            verdict = started + (finished - started) * _VERIFY_PART[0] // _VERIFY_PART[1]
            before = self._record(
                StaffedEvent(case, Activity.VERIFY, before, started, verdict, server=server)
            )
            started = verdict
        turn = self._n_dispositions[case]
        self._n_dispositions[case] += 1
        unit = self._incoming.true_unit[case]
        is_wrong = turn < MAX_DISPOSITIONS - 1 and (
            draws.misrouted[case][turn] < self._model.misrouted_share
        )
        if is_wrong:
            # Any other unit, each as likely.
            other = int(draws.wrong_unit[case][turn] * (len(self._is_active) - 1))
            unit = other + (other >= unit)
        disposed = self._record(
            StaffedEvent(
                case, Activity.DISPOSE, before, started, finished, unit=unit, server=server
            )
        )
        read_at = self._read_at(case, turn, unit, finished)
        if read_at is None:
            return None
        step = _Step.RETURN if is_wrong else _Step.FIRST_ANSWER
        return Visit(read_at, case, step, 1 + unit, disposed)

    def _read_at(self, case: int, turn: int, unit: int, disposed: int) -> int | None:
        model, draws = self._model, self._draws
        days = model.read_delay_active_days
        is_unread = False
        if not self._is_active[unit]:
            days = model.read_delay_inactive_days
            is_unread = draws.unread[case][turn] < model.unread_share
        delay = round(draws.read_delay[case][turn] * days * self._clock.day_seconds)
        read_at = disposed + delay
        if draws.reminded[case] < model.reminded_share:
            after = round(model.reminder_after_days * self._clock.day_seconds)
            reminded_at = max(disposed, self._incoming.submitted[case] + after)
            return reminded_at if is_unread else min(read_at, reminded_at)
        return None if is_unread else read_at

    def _return(self, visit: Visit, server: int, started: int) -> Taken:
        case, unit = visit.case, visit.station - 1
        turn = self._n_dispositions[case] - 1
        finished = started + self._draws.return_seconds[case][turn]
        returned = self._record(
            StaffedEvent(
                case,
                Activity.RETURN,
                visit.enabled_by,
                started,
                finished,
                unit=unit,
                server=server,
            )
        )
        return finished, Visit(finished, case, _Step.DISPOSE_AGAIN, ADMINISTRATORS, returned)

    def _first_answer(self, visit: Visit, server: int, started: int) -> Taken:
        case, draws, model = visit.case, self._draws, self._model
        finished = started + draws.answer_seconds[case][0]
        effort = self._incoming.effort[case]
        is_final = draws.further[case] >= min(1.0, model.further_share * effort)
        answered = self._follow_up(visit, server, started, finished, is_final=is_final)
        if is_final:
            return finished, self._open_window(case, answered, finished, visit.station)
        delay = draws.further_delay[case] * model.further_days * effort * self._clock.day_seconds
        ready = finished + round(delay)
        return finished, Visit(ready, case, _Step.FINAL_ANSWER, visit.station, answered)

    def _final_answer(self, visit: Visit, server: int, started: int) -> Taken:
        case = visit.case
        finished = started + self._draws.answer_seconds[case][1 + self._window[case]]
        answered = self._follow_up(visit, server, started, finished, is_final=True)
        return finished, self._open_window(case, answered, finished, visit.station)

    def _follow_up(
        self, visit: Visit, server: int, started: int, finished: int, *, is_final: bool
    ) -> int:
        return self._record(
            StaffedEvent(
                visit.case,
                Activity.FOLLOW_UP,
                visit.enabled_by,
                started,
                finished,
                unit=visit.station - 1,
                server=server,
                is_turn=is_final,
            )
        )

    def _open_window(self, case: int, answered: int, finished: int, station: int) -> Visit | None:
        draws, model = self._draws, self._model
        turn = self._window[case]
        end = self._clock.end_of_day(finished, self._window_days)
        second, evening = self._reporter_moment(case, turn, finished, end)
        if draws.reply[case][turn] < model.reply_share:
            reopens = turn < MAX_WINDOWS - 1 and draws.reopens[case][turn] < model.reopened_share
            reply = self._record(
                StaffedEvent(
                    case,
                    Activity.REPLY,
                    answered,
                    second,
                    second,
                    after_closing=evening,
                    is_turn=reopens,
                )
            )
            self._window_end[case] = self._clock.never
            if reopens:
                self._window[case] += 1
                return Visit(second, case, _Step.FINAL_ANSWER, station, reply)
            return Visit(second, case, _Step.CLOSE, ADMINISTRATORS, reply)
        self._window_end[case] = end
        closer = draws.closer[case][turn]
        if closer < model.closed_by_reporter_share:
            self._record(
                StaffedEvent(
                    case,
                    Activity.CLOSE_BY_REPORTER,
                    answered,
                    second,
                    second,
                    after_closing=evening,
                )
            )
            return None
        if closer < model.closed_by_reporter_share + model.closed_by_admin_share:
            return Visit(second, case, _Step.CLOSE, ADMINISTRATORS, answered)
        self._record(StaffedEvent(case, Activity.CLOSE_BY_SYSTEM, answered, end, end))
        return None

    def _close(self, visit: Visit, server: int, started: int) -> Taken:
        case = visit.case
        end = self._window_end[case]
        if started >= end:
            # The administrator came too late; the system was there first.
            self._record(StaffedEvent(case, Activity.CLOSE_BY_SYSTEM, visit.enabled_by, end, end))
            return started, None
        finished = started + self._draws.close_seconds[case][self._window[case]]
        finished = min(finished, end)
        self._record(
            StaffedEvent(
                case,
                Activity.CLOSE_BY_ADMIN,
                visit.enabled_by,
                started,
                finished,
                server=server,
            )
        )
        return finished, None

    def _reporter_moment(self, case: int, turn: int, after: int, before: int) -> tuple[int, int]:
        """Return an operational second between two others, and seconds after closing."""
        draws = self._draws
        # Squared, for most who reply do so early (asumsi).
        second = after + 1 + int((before - after - 1) * draws.moment[case][turn] ** 2)
        if draws.is_off_hours[case][turn]:
            closing = self._clock.end_of_day(second)
            if closing < before:
                return closing, 1 + int(draws.offset[case][turn] * _EVENING_SECONDS)
        return second, 0
