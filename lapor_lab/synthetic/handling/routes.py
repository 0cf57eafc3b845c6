"""Where each report goes and what is done there, as far as it does not depend on the queues.

Administrators are station 0 of an office, the liaison officers of unit `i` are station ``1 + i``.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.handling.clock import NEVER, OfficeClock
from lapor_lab.synthetic.handling.draws import MAX_TURNS, MAX_WINDOWS, Draws
from lapor_lab.synthetic.handling.incoming import Incoming
from lapor_lab.synthetic.handling.queues import Visits

__all__ = ["Routes", "Slot", "plan_routes"]

_SECONDS_PER_MINUTE = 60
_SECONDS_PER_HOUR = 3600
_SHORTEST_SECONDS = 60
_LONGEST_SECONDS = NEVER // 4

_Int64 = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]
_Bool = npt.NDArray[np.bool_]


class Slot(IntEnum):
    """What a visit can be for, in the order in which a case makes them."""

    VERIFY = 0
    VERIFY_COMPLETED = 1
    RELAY_1 = 2
    RETURN_1 = 3
    DISPOSE_2 = 4
    RELAY_2 = 5
    RETURN_2 = 6
    DISPOSE_3 = 7
    RELAY_3 = 8
    RETURN_3 = 9
    DISPOSE_4 = 10
    RELAY_4 = 11
    FIRST_ANSWER = 12
    FURTHER_ANSWER = 13
    ANSWER_REOPENED_1 = 14
    ANSWER_REOPENED_2 = 15
    CLOSE = 16


@dataclass(frozen=True, kw_only=True, eq=False)
class Routes:
    """All visits of all cases, and what is decided beforehand.

    Parameters
    ----------
    visits : Visits
        By case and slot.
    number : ndarray of int64 of shape (n_slots, n_all)
        Number of each visit; -1 where a case does not make it.
    unit : ndarray of int64 of shape (n_visits,)
        Position of the unit that is visited; -1 for the administrators.
    redirected_at : ndarray of int64 of shape (n_all,)
        Operational second at which another account passed a report on; -1 for none.
    is_archived, is_held, is_completed : ndarray of bool of shape (n_all,)
        Verdict of the first verification, and whether the reporter completes a held report.
    n_reopens : ndarray of int64 of shape (n_all,)
        Reopenings, if it comes to them.
    is_further : ndarray of bool of shape (n_all,)
        Whether the first follow-up needs a further one.
    is_replied, is_closed_by_reporter : ndarray of bool of shape (n_all,)
        How the last window ends; where neither holds, the administrator closes if there is a
        visit for it, else the system.
    """

    visits: Visits
    number: _Int64
    unit: _Int64
    redirected_at: _Int64
    is_archived: _Bool
    is_held: _Bool
    is_completed: _Bool
    n_reopens: _Int64
    is_further: _Bool
    is_replied: _Bool
    is_closed_by_reporter: _Bool


def plan_routes(
    block: Block, incoming: Incoming, draws: Draws, clock: OfficeClock, *, window_days: int
) -> Routes:
    """Plan the visits of every case.

    Parameters
    ----------
    block : Block
        The institution's practices.
    incoming : Incoming
        What comes in.
    draws : Draws
        Random numbers by case and turn.
    clock : OfficeClock
        Working days.
    window_days : int
        Working days after which the system closes a report without reply.

    Returns
    -------
    Routes
        Visits by case.
    """
    return _Planner(block, incoming, draws, clock, window_days).routes()


class _Planner:
    """Fills the visits slot by slot."""

    def __init__(
        self,
        block: Block,
        incoming: Incoming,
        draws: Draws,
        clock: OfficeClock,
        window_days: int,
    ) -> None:
        self._model = model = block.institution
        self._incoming = incoming
        self._draws = draws
        self._clock = clock
        self._window_days = window_days
        archived_share = np.where(
            incoming.is_copy,
            max(model.archived_share, model.duplicate_archived_share),
            model.archived_share,
        )
        self._is_archived = draws.archive < archived_share
        self._is_held = ~self._is_archived & (draws.hold < model.hold_share)
        self._is_completed = self._is_held & (draws.completes < model.hold_completed_share)
        goes_on = ~self._is_archived & (~self._is_held | self._is_completed)
        is_wrong = draws.misrouted[: MAX_TURNS - 1] < model.misrouted_share
        # All turns before the first right one are wrong.
        self._n_misroutings = np.logical_and.accumulate(is_wrong).sum(axis=0)
        further_share = np.minimum(1.0, model.further_share * incoming.effort)
        self._is_further = draws.further < further_share
        is_reopened = (draws.reply < model.reply_share) & (draws.reopens < model.reopened_share)
        self._n_reopens = np.logical_and.accumulate(is_reopened[: MAX_WINDOWS - 1]).sum(axis=0)
        cases = np.arange(len(incoming.submitted))
        self._is_replied = draws.reply[self._n_reopens, cases] < model.reply_share
        closer = draws.closer[self._n_reopens, cases]
        by_admin = model.closed_by_reporter_share + model.closed_by_admin_share
        self._is_closed_by_reporter = ~self._is_replied & (closer < model.closed_by_reporter_share)
        self._is_closed_by_admin = self._is_replied | (
            ~self._is_closed_by_reporter & (closer < by_admin)
        )
        self._units = self._units_by_turn()
        self._relays = self._relays_by_turn()
        self._present = self._slots(goes_on)
        self._is_active = np.array(model.is_active)
        self._number = _number_by_case(self._present)
        n_visits = int(np.count_nonzero(self._present))
        self._station = np.empty(n_visits, dtype=np.int64)
        self._unit = np.full(n_visits, -1, dtype=np.int64)
        self._service = np.empty(n_visits, dtype=np.int64)
        self._ready = np.full(n_visits, -1, dtype=np.int64)
        self._delay = np.zeros(n_visits, dtype=np.int64)
        self._cap = np.full(n_visits, NEVER, dtype=np.int64)
        self._window = np.zeros(n_visits, dtype=np.int64)
        self._part = np.zeros(n_visits)
        self._is_evening = np.zeros(n_visits, dtype=bool)

    def routes(self) -> Routes:
        redirected_at = self._plan_verification()
        for turn in range(MAX_TURNS):
            self._plan_turn(turn)
        self._plan_answers()
        return Routes(
            visits=Visits(
                station=self._station,
                service=self._service,
                ready=self._ready,
                delay=self._delay,
                cap=self._cap,
                window_days=self._window,
                window_part=self._part,
                is_evening=self._is_evening,
            ),
            number=self._number,
            unit=self._unit,
            redirected_at=redirected_at,
            is_archived=self._is_archived,
            is_held=self._is_held,
            is_completed=self._is_completed,
            n_reopens=self._n_reopens,
            is_further=self._is_further,
            is_replied=self._is_replied,
            is_closed_by_reporter=self._is_closed_by_reporter,
        )

    def _units_by_turn(self) -> _Int64:
        true_unit = self._incoming.true_unit.astype(np.int64)
        # Any other unit, each as likely.
        n_others = len(self._model.units) - 1
        other = (self._draws.wrong_unit * n_others).astype(np.int64)
        wrong = other + (other >= true_unit)
        turn = np.arange(MAX_TURNS)[:, None]
        return np.where(turn < self._n_misroutings, wrong, true_unit)

    def _relays_by_turn(self) -> _Int64:
        position = {unit.name: i for i, unit in enumerate(self._model.units)}
        parent = np.array([position.get(unit.parent, -1) for unit in self._model.units])
        above = parent[self._units]
        return np.where(self._draws.relayed < self._model.relayed_share, above, -1)

    def _slots(self, goes_on: _Bool) -> _Bool:
        present = np.zeros((len(Slot), len(goes_on)), dtype=bool)
        present[Slot.VERIFY] = True
        present[Slot.VERIFY_COMPLETED] = self._is_completed
        for turn in range(MAX_TURNS):
            is_reached = goes_on & (turn <= self._n_misroutings)
            present[Slot.RELAY_1 + 3 * turn] = is_reached & (self._relays[turn] >= 0)
            if turn < MAX_TURNS - 1:
                is_wrong = goes_on & (turn < self._n_misroutings)
                present[Slot.RETURN_1 + 3 * turn] = is_wrong
                present[Slot.DISPOSE_2 + 3 * turn] = is_wrong
        present[Slot.FIRST_ANSWER] = goes_on
        present[Slot.FURTHER_ANSWER] = goes_on & self._is_further
        for window in range(MAX_WINDOWS - 1):
            is_answered = goes_on & (window < self._n_reopens)
            present[Slot.ANSWER_REOPENED_1 + window] = is_answered
        present[Slot.CLOSE] = goes_on & self._is_closed_by_admin
        return present

    def _plan_verification(self) -> _Int64:
        model, draws, clock = self._model, self._draws, self._clock
        verify = model.verify_minutes * _SECONDS_PER_MINUTE
        open_hours = clock.day_seconds / _SECONDS_PER_HOUR
        # Who has two hours a day for LAPOR! needs half an open day for an hour of effort.
        self._verify_seconds = verify * open_hours / model.admin_hours_per_day
        submitted = self._incoming.submitted
        delay = _seconds(draws.redirect_delay * model.redirect_days * clock.day_seconds)
        is_redirected = draws.misaddressed < model.misaddressed_share
        redirected_at = np.where(is_redirected, submitted + delay, -1)
        _, visit = self._place(Slot.VERIFY, self._verify_seconds)
        self._ready[visit] = np.maximum(submitted, redirected_at)
        case, visit = self._place(Slot.VERIFY_COMPLETED, self._verify_seconds)
        self._open_windows(case, visit, MAX_WINDOWS, model.hold_limit_days)
        return redirected_at

    def _plan_turn(self, turn: int) -> None:
        model = self._model
        scale = self._clock.day_seconds / model.officer_hours_per_day
        case, visit = self._place(
            Slot(Slot.RELAY_1 + 3 * turn), model.relay_hours * scale, self._relays[turn]
        )
        self._await_reading(case, visit, 2 * turn)
        unit = self._units[turn]
        if turn < MAX_TURNS - 1:
            slot = Slot(Slot.RETURN_1 + 3 * turn)
            case, visit = self._place(slot, model.return_hours * scale, unit)
            self._await_reading(case, visit, 2 * turn + 1)
            self._place(Slot(Slot.DISPOSE_2 + 3 * turn), self._verify_seconds)

    def _plan_answers(self) -> None:
        model, draws, clock, incoming = self._model, self._draws, self._clock, self._incoming
        seconds = model.answer_hours * clock.day_seconds
        answer = incoming.effort * (seconds / model.officer_hours_per_day)
        unit = incoming.true_unit
        case, visit = self._place(Slot.FIRST_ANSWER, answer, unit)
        self._await_reading(case, visit, 2 * MAX_TURNS - 1)
        case, visit = self._place(Slot.FURTHER_ANSWER, answer, unit)
        days = model.further_days * incoming.effort[case]
        self._delay[visit] = _seconds(draws.further_delay[case] * days * clock.day_seconds)
        is_watched = draws.escalated[case] < model.escalated_share
        self._cap[visit] = np.where(is_watched, incoming.escalate_at[case], NEVER)
        for window in range(MAX_WINDOWS - 1):
            case, visit = self._place(Slot(Slot.ANSWER_REOPENED_1 + window), answer, unit)
            self._open_windows(case, visit, window, self._window_days)
        case, visit = self._place(Slot.CLOSE, self._verify_seconds / 2)
        self._open_windows(case, visit, self._n_reopens[case], self._window_days)

    def _place(
        self, slot: Slot, mean_seconds: float | _Floats, unit: npt.NDArray[np.integer] | None = None
    ) -> tuple[_Int64, _Int64]:
        """Set station and service of all visits of a slot; return cases and visits."""
        case = np.flatnonzero(self._present[slot])
        visit = self._number[slot][case]
        if unit is None:
            self._station[visit] = 0
        else:
            unit_of_visit = unit[case]
            self._station[visit] = 1 + unit_of_visit
            self._unit[visit] = unit_of_visit
        spread = self._model.service_spread
        mean = mean_seconds[case] if isinstance(mean_seconds, np.ndarray) else mean_seconds
        normal = self._draws.effort[slot][case].astype(np.float64)
        drawn = mean * np.exp(spread * normal - spread**2 / 2)
        self._service[visit] = np.maximum(_seconds(drawn), _SHORTEST_SECONDS)
        return case, visit

    def _await_reading(self, case: _Int64, visit: _Int64, reading: int) -> None:
        model, draws, clock = self._model, self._draws, self._clock
        is_active = self._is_active[self._unit[visit]]
        days = np.where(is_active, model.read_delay_active_days, model.read_delay_inactive_days)
        delay = _seconds(draws.read_delay[reading][case] * days * clock.day_seconds)
        is_unread = ~is_active & (draws.unread[reading][case] < model.unread_share)
        self._delay[visit] = np.where(is_unread, _LONGEST_SECONDS, delay)
        reminded_at = self._incoming.submitted[case] + round(
            model.reminder_after_days * clock.day_seconds
        )
        is_reminded = draws.reminded[case] < model.reminded_share
        self._cap[visit] = np.where(is_reminded, reminded_at, NEVER)

    def _open_windows(self, case: _Int64, visit: _Int64, window: int | _Int64, n_days: int) -> None:
        self._window[visit] = n_days
        self._part[visit] = self._draws.moment[window, case] ** 2
        self._is_evening[visit] = self._draws.off_hours[window, case] < self._incoming.off_hours


def _number_by_case(present: _Bool) -> _Int64:
    """Return a number for each that is present, by case and slot; -1 for the rest."""
    n_of_case = present.sum(axis=0)
    upcoming = np.cumsum(n_of_case) - n_of_case
    number = np.empty(present.shape, dtype=np.int64)
    for slot, is_there in enumerate(present):
        number[slot] = (upcoming + 1) * is_there - 1
        upcoming += is_there
    return number


def _seconds(values: npt.NDArray[np.floating]) -> _Int64:
    return np.asarray(np.rint(np.minimum(values, _LONGEST_SECONDS)).astype(np.int64))
