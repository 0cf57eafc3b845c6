"""The handling of a block from entry to rating."""

from dataclasses import dataclass

import numpy as np

from lapor_lab.calendar import AUTOCLOSE, load_calendar, load_limits
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries import Entries
from lapor_lab.synthetic.handling.absences import Absences, draw_absences
from lapor_lab.synthetic.handling.clock import OfficeClock, check_period, make_office_clock
from lapor_lab.synthetic.handling.draws import draw_handling
from lapor_lab.synthetic.handling.event_rows import EventRows
from lapor_lab.synthetic.handling.incoming import receive
from lapor_lab.synthetic.handling.progress import Progress, derive_progress
from lapor_lab.synthetic.handling.queues import Served, serve
from lapor_lab.synthetic.handling.rating import Ratings, rate_closed
from lapor_lab.synthetic.handling.routes import Routes, Slot, plan_routes
from lapor_lab.synthetic.handling.telling import tell_events
from lapor_lab.synthetic.model.demand import ReporterModel

__all__ = ["Handled", "handle_block", "servers_of"]

_ANY_CLASS = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Handled:
    """What became of the reports of a block.

    Parameters
    ----------
    rows : EventRows
        Events of the cases of the log, but the ratings.
    progress : Progress
        State of the cases of the log.
    ratings : Ratings
        Ratings of the cases of the log.
    """

    rows: EventRows
    progress: Progress
    ratings: Ratings


def handle_block(block: Block, entries: Entries, reporters: ReporterModel, rng: int) -> Handled:
    """Let the offices of a block handle their reports.

    Parameters
    ----------
    block : Block
        Offices and their practices.
    entries : Entries
        What comes in.
    reporters : ReporterModel
        How reporters behave.
    rng : int
        Seed of the whole log.

    Returns
    -------
    Handled
        As known at the snapshot.

    Raises
    ------
    ParameterError
        If the period lies outside the calendar.
    """
    calendar = load_calendar()
    check_period(calendar, block.period)
    clock = make_office_clock(calendar)
    start, until = (calendar.work_seconds(np.datetime64(day, "s")) for day in block.period)
    incoming = receive(entries, reporters, calendar, clock)
    draws = draw_handling(block, len(Slot), rng)
    limit = load_limits().days(AUTOCLOSE, _ANY_CLASS, block.period[1].isoformat())
    window_days = int(limit)
    routes = plan_routes(block, incoming, draws, clock, window_days=window_days)
    absences = draw_absences(block, servers_of(block), clock, (start, until), rng)
    served = _serve_offices(block, routes, absences, clock, until)
    rows = tell_events(
        block,
        entries,
        routes,
        served,
        draws,
        clock,
        window_days=window_days,
        off_hours_share=reporters.off_hours_share,
    )
    cases = np.flatnonzero(entries.is_kept)
    progress = derive_progress(
        rows,
        block.institution,
        cases,
        reason_draw=draws.reason,
        is_copy=incoming.is_copy,
    )
    ratings = rate_closed(block, progress, entries.submitted_at[cases], cases, calendar, rng)
    return Handled(rows=rows, progress=progress, ratings=ratings)


def servers_of(block: Block) -> tuple[int, ...]:
    """Return the servers of each station of an office.

    Parameters
    ----------
    block : Block
        Its offices.

    Returns
    -------
    tuple of int
        The administrators, then the officers of each unit.
    """
    model = block.institution
    return model.n_admins, *(unit.n_officers for unit in model.units)


def _serve_offices(
    block: Block, routes: Routes, absences: Absences, clock: OfficeClock, until: int
) -> Served:
    # Offices share nothing, and a small queue stays in the processor's cache.
    last_case = np.cumsum(block.n_all)
    ends = [*routes.number[Slot.VERIFY, last_case[:-1]].tolist(), len(routes.unit)]
    n_servers = servers_of(block)
    results, start = [], 0
    for office, end in enumerate(ends):
        visits = routes.visits.part(start, end).followed_by(absences[office])
        served = serve(visits, n_servers, clock, until=until)
        results.append([times[: end - start] for times in served.columns()])
        start = end
    return Served(*(np.concatenate(columns) for columns in zip(*results, strict=True)))
