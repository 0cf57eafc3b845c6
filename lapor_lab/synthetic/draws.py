"""Random numbers of the handling, drawn before it starts.

Every number belongs to a case and a visit, so that two worlds that differ in a practice use
the same one at the same place (common random numbers); shares are thresholds on uniforms.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.streams import Stream, open_stream

__all__ = ["MAX_DISPOSITIONS", "MAX_WINDOWS", "Draws", "draw_handling"]

# The last disposition is always right and the last window is not reopened.
MAX_DISPOSITIONS = 4
MAX_WINDOWS = 3
_N_ANSWERS = 1 + MAX_WINDOWS
_SECONDS_PER_MINUTE = 60
_SECONDS_PER_HOUR = 3600
_OFFICE_HOURS_PER_DAY = 7.5
_SHORTEST_SECONDS = 60

_Rows = list[list[float]]
_Seconds = list[list[int]]


@dataclass(frozen=True, kw_only=True)
class Draws:
    """Uniforms, exponentials and service times, one row a case.

    Parameters
    ----------
    archive, reason, hold, completes, further, reminded : list of float
        Uniforms, one a case.
    further_delay : list of float
        Exponential with mean 1, one a case.
    misrouted, wrong_unit, unread, read_delay : list of list of float
        One a disposition; `read_delay` is exponential with mean 1.
    admin_seconds : list of list of int
        Service times of the administrator: verification, after a hold, each new disposition.
    return_seconds, answer_seconds, close_seconds : list of list of int
        Service times, one a disposition, an answer, a window.
    reply, reopens, closer, moment, offset : list of list of float
        Uniforms of the reporter, one a window, and one more for the hold.
    is_off_hours : list of list of bool
        Whether a reply comes after office hours.
    """

    archive: list[float]
    reason: list[float]
    hold: list[float]
    completes: list[float]
    further: list[float]
    reminded: list[float]
    further_delay: list[float]
    misrouted: _Rows
    wrong_unit: _Rows
    unread: _Rows
    read_delay: _Rows
    admin_seconds: _Seconds
    return_seconds: _Seconds
    answer_seconds: _Seconds
    close_seconds: _Seconds
    reply: _Rows
    reopens: _Rows
    closer: _Rows
    moment: _Rows
    offset: _Rows
    is_off_hours: list[list[bool]]


def draw_handling(
    institution: InstitutionModel,
    reporters: ReporterModel,
    effort: npt.NDArray[np.float64],
    scales: tuple[float, float],
    rng: int,
) -> Draws:
    """Draw all that the handling of an institution's reports needs.

    Parameters
    ----------
    institution : InstitutionModel
        Mean service times and their spread.
    reporters : ReporterModel
        How often replies come after office hours.
    effort : ndarray of float of shape (n_all,)
        Handling time of each report over that of an ordinary one.
    scales : tuple of (float, float)
        Factors on the service times of administrators and of officers.
    rng : int
        Seed of the whole log.

    Returns
    -------
    Draws
        Plain lists, for a loop reads them faster than arrays.
    """
    n_all = len(effort)
    routing = open_stream(rng, institution.id, Stream.ROUTING)
    service = open_stream(rng, institution.id, Stream.SERVICE)
    reporter = open_stream(rng, institution.id, Stream.REPORTER)

    def seconds(mean: float, n_visits: int, factor: npt.NDArray[np.float64]) -> _Seconds:
        spread = institution.service_spread
        normal = service.standard_normal((n_all, n_visits))
        drawn = mean * factor[:, None] * np.exp(spread * normal - spread**2 / 2)
        rows: _Seconds = np.maximum(np.rint(drawn), _SHORTEST_SECONDS).astype(np.int64).tolist()
        return rows

    def per_case() -> list[float]:
        values: list[float] = routing.random(n_all).tolist()
        return values

    def per_visit(generator: np.random.Generator, n_visits: int) -> _Rows:
        rows: _Rows = generator.random((n_all, n_visits)).tolist()
        return rows

    verify = institution.verify_minutes * _SECONDS_PER_MINUTE * scales[0]
    # Who has two of 7.5 hours for LAPOR! needs 3.75 hours of the clock for an hour of effort.
    verify *= _OFFICE_HOURS_PER_DAY / institution.admin_hours_per_day
    answer = institution.answer_hours * _SECONDS_PER_HOUR * scales[1]
    returning = institution.return_hours * _SECONDS_PER_HOUR * scales[1]
    ones = np.ones(n_all)
    n_windows = MAX_WINDOWS + 1
    return Draws(
        archive=per_case(),
        reason=per_case(),
        hold=per_case(),
        completes=per_case(),
        further=per_case(),
        reminded=per_case(),
        further_delay=routing.standard_exponential(n_all).tolist(),
        misrouted=per_visit(routing, MAX_DISPOSITIONS),
        wrong_unit=per_visit(routing, MAX_DISPOSITIONS),
        unread=per_visit(routing, MAX_DISPOSITIONS),
        read_delay=routing.standard_exponential((n_all, MAX_DISPOSITIONS)).tolist(),
        admin_seconds=seconds(verify, 1 + MAX_DISPOSITIONS, ones),
        return_seconds=seconds(returning, MAX_DISPOSITIONS, ones),
        answer_seconds=seconds(answer, _N_ANSWERS, effort),
        close_seconds=seconds(verify / 2, MAX_WINDOWS, ones),
        reply=per_visit(reporter, n_windows),
        reopens=per_visit(reporter, n_windows),
        closer=per_visit(reporter, n_windows),
        moment=per_visit(reporter, n_windows),
        offset=per_visit(reporter, n_windows),
        is_off_hours=(reporter.random((n_all, n_windows)) < reporters.off_hours_share).tolist(),
    )
