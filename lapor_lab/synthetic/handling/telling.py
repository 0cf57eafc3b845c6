"""Tell the events of a block on the wall clock, as far as they are known at the snapshot."""

from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import Activity, Role
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries import Entries
from lapor_lab.synthetic.handling.clock import NEVER, OfficeClock
from lapor_lab.synthetic.handling.draws import MAX_TURNS, MAX_WINDOWS, Draws
from lapor_lab.synthetic.handling.event_rows import ACTIVITIES, ROLES, EventRows
from lapor_lab.synthetic.handling.queues import Served
from lapor_lab.synthetic.handling.routes import Routes, Slot
from lapor_lab.synthetic.handling.windows import moments_in_windows
from lapor_lab.synthetic.stable_order import stable_order

__all__ = ["OTHER_ACCOUNT", "REPORTER", "SYSTEM", "tell_events"]

# Who acts for nobody of the office: numbers in place of a station.
OTHER_ACCOUNT: Final = -1
REPORTER: Final = -2
SYSTEM: Final = -3

_BY_OFFICER: Final = frozenset({Activity.RETURN, Activity.FOLLOW_UP})
# Three quarters of a verification pass before its verdict, the rest is the disposition.
_VERIFY_PART: Final = (3, 4)
# Replies that come after office hours come within the same evening.
_EVENING_SECONDS: Final = 7 * 3600
_N_ORDERS: Final = 32

_Int64 = npt.NDArray[np.int64]
_Times = npt.NDArray[np.datetime64]


def tell_events(
    block: Block,
    entries: Entries,
    routes: Routes,
    served: Served,
    draws: Draws,
    clock: OfficeClock,
    *,
    window_days: int,
    off_hours_share: float,
) -> EventRows:
    """Tell what happened to the cases of the log until the snapshot.

    A step of the office starts at an opening, never at a closing, and ends at a closing,
    never at an opening; so every step lies within office hours.

    Parameters
    ----------
    block : Block
        Day of the snapshot.
    entries : Entries
        All reports of the block, and which of them the log keeps.
    routes : Routes
        The visits.
    served : Served
        When they took place.
    draws : Draws
        Moments of the reporter.
    clock : OfficeClock
        Maps operational seconds to the wall clock.
    window_days : int
        Working days after which the system closes a report without reply.
    off_hours_share : float
        Share of replies that come after office hours.

    Returns
    -------
    EventRows
        Entries included, ratings not.
    """
    teller = _Teller(block, entries, routes, served, draws, clock)
    return teller.rows(window_days, off_hours_share)


class _Teller:
    """Collects events slot by slot, then sorts them."""

    def __init__(
        self,
        block: Block,
        entries: Entries,
        routes: Routes,
        served: Served,
        draws: Draws,
        clock: OfficeClock,
    ) -> None:
        self._block = block
        self._submitted_at = entries.submitted_at
        self._is_kept = entries.is_kept
        self._routes = routes
        self._served = served
        self._draws = draws
        self._clock = clock
        # Small numbers, for there are five events a case.
        self._unit = routes.unit.astype(np.int16)
        self._station = routes.visits.station.astype(np.int32)
        self._server = served.server.astype(np.int16)
        self._is_closed_late = np.zeros(len(entries.is_kept), dtype=bool)
        reached = np.maximum(served.started, 0)
        # The second after a start lies within office hours, also where the start is a closing.
        self._started = clock.wall_times(reached + 1) - np.timedelta64(1, "s")
        self._finished = clock.wall_times(np.maximum(served.finished, 1))
        # What made a visit possible: the visit before it, or what is written here instead.
        self._enabled = np.empty_like(self._finished)
        self._enabled[1:] = self._finished[:-1]
        self._pieces: list[dict[str, npt.NDArray[np.generic]]] = []

    def rows(self, window_days: int, off_hours_share: float) -> EventRows:
        self._window_days = window_days
        self._is_off_hours = self._draws.off_hours < off_hours_share
        self._tell_entries()
        self._tell_verification()
        for turn in range(MAX_TURNS):
            self._tell_turn(turn)
        self._tell_answers()
        for window in range(MAX_WINDOWS):
            self._tell_window(window)
        self._tell_closing()
        columns = {
            name: np.concatenate([piece[name] for piece in self._pieces])
            for name in self._pieces[0]
        }
        as_of = np.datetime64(self._block.period[1], "s")
        known = np.flatnonzero(columns["timestamp"] < as_of)
        known = known[stable_order(columns["key"][known])]
        del columns["key"]
        return EventRows(**{name: values[known] for name, values in columns.items()})

    def _reached(self, slot: Slot) -> tuple[_Int64, _Int64]:
        number = self._routes.number[slot]
        case = np.flatnonzero((number >= 0) & self._is_kept)
        visit = number[case]
        served = np.flatnonzero(self._served.started[visit] >= 0)
        return case[served], visit[served]

    def _add(
        self,
        order: int,
        activity: Activity,
        role: Role,
        case: _Int64,
        times: tuple[_Times, _Times, _Times],
        unit: npt.NDArray[np.integer] | None = None,
        visit: _Int64 | None = None,
        is_turn: npt.NDArray[np.bool_] | None = None,
    ) -> None:
        n = len(case)
        if visit is not None:
            station, server = self._station[visit], self._server[visit]
        else:
            who = {Role.REPORTER: REPORTER, Role.SYSTEM: SYSTEM}.get(role, OTHER_ACCOUNT)
            station, server = np.full(n, who, np.int32), np.zeros(n, np.int16)
        self._pieces.append(
            {
                "key": case * _N_ORDERS + order,
                "case": case.astype(np.int32),
                "activity": np.full(n, ACTIVITIES.index(activity), np.int8),
                "role": np.full(n, ROLES.index(role), np.int8),
                "enabled_at": times[0],
                "started_at": times[1],
                "timestamp": times[2],
                "unit": np.full(n, -1, np.int16) if unit is None else unit,
                "station": station,
                "server": server,
                "is_turn": np.zeros(n, dtype=bool) if is_turn is None else is_turn,
            }
        )

    def _add_visit(
        self,
        order: int,
        activity: Activity,
        case: _Int64,
        visit: _Int64,
        unit: npt.NDArray[np.integer] | None = None,
        is_turn: npt.NDArray[np.bool_] | None = None,
    ) -> None:
        role = Role.LIAISON_OFFICER if activity in _BY_OFFICER else Role.INSTITUTION_ADMIN
        if activity == Activity.DISPOSE and len(visit) and self._routes.unit[visit[0]] >= 0:
            role = Role.LIAISON_OFFICER
        times = self._enabled[visit], self._started[visit], self._finished[visit]
        self._add(order, activity, role, case, times, unit, visit, is_turn)

    def _tell_entries(self) -> None:
        case = np.flatnonzero(self._is_kept)
        at = self._submitted_at[case]
        self._add(0, Activity.SUBMIT, Role.REPORTER, case, (at, at, at))
        first = self._routes.number[Slot.VERIFY]
        self._enabled[first] = self._submitted_at
        redirected = np.flatnonzero((self._routes.redirected_at >= 0) & self._is_kept)
        second = self._routes.redirected_at[redirected]
        redirected = redirected[second < self._clock.end_list[-1]]
        at = self._clock.wall_times(np.maximum(self._routes.redirected_at[redirected], 1))
        self._enabled[first[redirected]] = at
        times = (self._submitted_at[redirected], at, at)
        self._add(1, Activity.NOT_OUR_AUTHORITY, Role.INSTITUTION_ADMIN, redirected, times)

    def _tell_verification(self) -> None:
        routes = self._routes
        case, visit = self._reached(Slot.VERIFY)
        is_archived, is_held = routes.is_archived[case], routes.is_held[case]
        archived, held = np.flatnonzero(is_archived), np.flatnonzero(is_held)
        self._add_visit(2, Activity.ARCHIVE, case[archived], visit[archived])
        self._add_visit(2, Activity.HOLD, case[held], visit[held])
        self._tell_hold(case[held], visit[held])
        goes_on = np.flatnonzero(~is_archived & ~is_held)
        self._tell_verdict(2, case[goes_on], visit[goes_on])
        case, visit = self._reached(Slot.VERIFY_COMPLETED)
        self._tell_verdict(4, case, visit)

    def _tell_hold(self, case: _Int64, visit: _Int64) -> None:
        is_completed = self._routes.is_completed[case]
        after = self._served.finished[visit]
        moment, end, is_put_off = moments_in_windows(
            self._clock,
            after,
            self._block.institution.hold_limit_days,
            self._draws.moment[MAX_WINDOWS, case] ** 2,
            self._is_off_hours[MAX_WINDOWS, case],
        )
        enabled = self._finished[visit]
        known = np.flatnonzero(is_completed & (moment < NEVER))
        at = self._reply_times(moment, is_put_off, MAX_WINDOWS, case, known)
        self._add(3, Activity.REPLY, Role.REPORTER, case[known], (enabled[known], at, at))
        completed = self._routes.number[Slot.VERIFY_COMPLETED, case[known]]
        self._enabled[completed] = at
        given_up = ~is_completed & (end < NEVER)
        at = self._clock.wall_times(end[given_up])
        times = (enabled[given_up], at, at)
        self._add(3, Activity.ARCHIVE, Role.SYSTEM, case[given_up], times)

    def _tell_verdict(self, order: int, case: _Int64, visit: _Int64) -> None:
        started, finished = self._served.started[visit], self._served.finished[visit]
        verdict = started + (finished - started) * _VERIFY_PART[0] // _VERIFY_PART[1]
        at = self._clock.wall_times(np.maximum(verdict, 1))
        # A verdict at a closing and a disposition from there on start at the next opening.
        resumed = self._clock.wall_times(verdict + 1) - np.timedelta64(1, "s")
        times = (self._enabled[visit], self._started[visit], at)
        self._add(order, Activity.VERIFY, Role.INSTITUTION_ADMIN, case, times, visit=visit)
        times = (at, resumed, self._finished[visit])
        self._add(
            5,
            Activity.DISPOSE,
            Role.INSTITUTION_ADMIN,
            case,
            times,
            self._unit[visit + 1],
            visit,
        )

    def _tell_turn(self, turn: int) -> None:
        unit = self._unit
        case, visit = self._reached(Slot(Slot.RELAY_1 + 3 * turn))
        self._add_visit(6 + 3 * turn, Activity.DISPOSE, case, visit, unit[visit + 1])
        if turn < MAX_TURNS - 1:
            case, visit = self._reached(Slot(Slot.RETURN_1 + 3 * turn))
            self._add_visit(7 + 3 * turn, Activity.RETURN, case, visit, unit[visit])
            case, visit = self._reached(Slot(Slot.DISPOSE_2 + 3 * turn))
            self._add_visit(8 + 3 * turn, Activity.DISPOSE, case, visit, unit[visit + 1])

    def _tell_answers(self) -> None:
        routes = self._routes
        case, visit = self._reached(Slot.FIRST_ANSWER)
        is_final = ~routes.is_further[case]
        self._add_visit(16, Activity.FOLLOW_UP, case, visit, self._unit[visit], is_final)
        case, visit = self._reached(Slot.FURTHER_ANSWER)
        always = np.ones(len(case), dtype=bool)
        self._add_visit(18, Activity.FOLLOW_UP, case, visit, self._unit[visit], always)
        called_for = np.maximum(routes.visits.cap[visit], self._served.finished[visit - 1])
        own = self._served.finished[visit - 1] + routes.visits.delay[visit]
        is_escalated = (own > called_for) & (routes.visits.cap[visit] < NEVER)
        at = self._clock.wall_times(called_for[is_escalated])
        self._add(17, Activity.ESCALATE, Role.SYSTEM, case[is_escalated], (at, at, at))
        for window in range(MAX_WINDOWS - 1):
            slot = Slot(Slot.ANSWER_REOPENED_1 + window)
            case, visit = self._reached(slot)
            always = np.ones(len(case), dtype=bool)
            order = 20 + 2 * window
            self._add_visit(order, Activity.FOLLOW_UP, case, visit, self._unit[visit], always)

    def _tell_window(self, window: int) -> None:
        routes, number = self._routes, self._routes.number
        if window == 0:
            further, first = number[Slot.FURTHER_ANSWER], number[Slot.FIRST_ANSWER]
            last = np.where(routes.is_further, further, first)
        else:
            last = number[Slot.ANSWER_REOPENED_1 + window - 1]
        case = np.flatnonzero((last >= 0) & self._is_kept & (routes.n_reopens >= window))
        case = case[np.flatnonzero(self._served.started[last[case]] >= 0)]
        visit = last[case]
        moment, end, is_put_off = moments_in_windows(
            self._clock,
            self._served.finished[visit],
            self._window_days,
            self._draws.moment[window][case] ** 2,
            self._is_off_hours[window][case],
        )
        enabled = self._finished[visit]
        is_last = routes.n_reopens[case] == window
        replies = ~is_last | routes.is_replied[case]
        order = 19 + 2 * window
        known = np.flatnonzero(replies & (moment < NEVER))
        at = self._reply_times(moment, is_put_off, window, case, known)
        self._add(
            order,
            Activity.REPLY,
            Role.REPORTER,
            case[known],
            (enabled[known], at, at),
            is_turn=~is_last[known],
        )
        replied = case[known]
        reopened = number[min(Slot.ANSWER_REOPENED_1 + window, Slot.ANSWER_REOPENED_2)][replied]
        following = np.where(is_last[known], number[Slot.CLOSE][replied], reopened)
        self._enabled[following] = at
        by_reporter = np.flatnonzero(
            is_last & routes.is_closed_by_reporter[case] & (moment < NEVER)
        )
        at = self._reply_times(moment, is_put_off, window, case, by_reporter)
        times = (enabled[by_reporter], at, at)
        self._add(23, Activity.CLOSE_BY_REPORTER, Role.REPORTER, case[by_reporter], times)
        self._tell_end(case, enabled, end, is_last & ~routes.is_replied[case])

    def _tell_end(
        self, case: _Int64, enabled: _Times, end: _Int64, is_open: npt.NDArray[np.bool_]
    ) -> None:
        """Let the system close what nobody closed, and what the administrator came too late for."""
        routes = self._routes
        close = routes.number[Slot.CLOSE][case]
        started = self._served.started[close]
        in_time = (close >= 0) & (started >= 0) & (started < end)
        by_system = np.flatnonzero(
            is_open & ~routes.is_closed_by_reporter[case] & ~in_time & (end < NEVER)
        )
        at = self._clock.wall_times(end[by_system])
        times = (enabled[by_system], at, at)
        self._add(23, Activity.CLOSE_BY_SYSTEM, Role.SYSTEM, case[by_system], times)
        self._is_closed_late[case[is_open & ~in_time]] = True
        cut = np.flatnonzero(is_open & in_time & (self._served.finished[close] > end))
        self._finished[close[cut]] = self._clock.wall_times(end[cut])

    def _tell_closing(self) -> None:
        case, visit = self._reached(Slot.CLOSE)
        in_time = np.flatnonzero(~self._is_closed_late[case])
        self._add_visit(24, Activity.CLOSE_BY_ADMIN, case[in_time], visit[in_time])

    def _reply_times(
        self,
        moment: _Int64,
        is_put_off: npt.NDArray[np.bool_],
        window: int,
        case: _Int64,
        chosen: _Int64,
    ) -> _Times:
        at = self._clock.wall_times(moment[chosen])
        evening = 1 + (self._draws.offset[window][case[chosen]] * _EVENING_SECONDS).astype(np.int64)
        later = np.where(is_put_off[chosen], evening, 0).astype("timedelta64[s]")
        return np.asarray(at + later)
