"""Random numbers of the handling, drawn before it starts.

Every number belongs to a case and a turn, so that two worlds that differ in a practice use
the same one at the same place (common random numbers); shares are thresholds on uniforms.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.streams import Stream

__all__ = ["MAX_TURNS", "MAX_WINDOWS", "N_READINGS", "Draws", "draw_handling"]

# The last disposition is always right and the last window is not reopened.
MAX_TURNS = 4
MAX_WINDOWS = 3
# Each turn may be read by a unit in between and by the unit that it is for.
N_READINGS = 2 * MAX_TURNS

_Floats = npt.NDArray[np.float32]
# Half the memory, and finer than any share.
_SINGLE = np.float32


@dataclass(frozen=True, kw_only=True, eq=False)
class Draws:
    """Uniforms, exponentials and normals.

    Parameters
    ----------
    misaddressed, archive, reason, hold, completes, further, reminded, escalated : ndarray
        Uniforms of shape (n_all,).
    redirect_delay, further_delay : ndarray
        Exponentials of mean 1, of shape (n_all,).
    misrouted, wrong_unit, relayed : ndarray of shape (MAX_TURNS, n_all)
        Uniforms, one a disposition.
    unread, read_delay : ndarray of shape (N_READINGS, n_all)
        Uniforms and exponentials of mean 1, one a reading: the unit in between, then the unit.
    effort : ndarray of shape (n_slots, n_all)
        Standard normals, one a visit.
    reply, reopens, closer : ndarray of shape (MAX_WINDOWS, n_all)
        Uniforms of the reporter, one a window.
    moment, offset, off_hours : ndarray of shape (MAX_WINDOWS + 1, n_all)
        Uniforms of the reporter, one a window, and one more for the hold.
    """

    misaddressed: _Floats
    archive: _Floats
    reason: _Floats
    hold: _Floats
    completes: _Floats
    further: _Floats
    reminded: _Floats
    escalated: _Floats
    redirect_delay: _Floats
    further_delay: _Floats
    misrouted: _Floats
    wrong_unit: _Floats
    relayed: _Floats
    unread: _Floats
    read_delay: _Floats
    effort: _Floats
    reply: _Floats
    reopens: _Floats
    closer: _Floats
    moment: _Floats
    offset: _Floats
    off_hours: _Floats


def draw_handling(block: Block, n_slots: int, rng: int) -> Draws:
    """Draw all that the handling of a block's reports needs.

    Parameters
    ----------
    block : Block
        Whose streams.
    n_slots : int
        Visits that a case can make at most.
    rng : int
        Seed of the whole log.

    Returns
    -------
    Draws
        The same for any parameters of the institution.
    """
    n_all = sum(block.n_all)
    routing = block.stream(rng, Stream.ROUTING)
    reporter = block.stream(rng, Stream.REPORTER)
    service = block.stream(rng, Stream.SERVICE)
    once = routing.random((8, n_all), dtype=_SINGLE)
    delays = routing.standard_exponential((2, n_all), dtype=_SINGLE)
    turns = routing.random((3, MAX_TURNS, n_all), dtype=_SINGLE)
    answers = reporter.random((3, MAX_WINDOWS, n_all), dtype=_SINGLE)
    moments = reporter.random((3, MAX_WINDOWS + 1, n_all), dtype=_SINGLE)
    return Draws(
        misaddressed=once[0],
        archive=once[1],
        reason=once[2],
        hold=once[3],
        completes=once[4],
        further=once[5],
        reminded=once[6],
        escalated=once[7],
        redirect_delay=delays[0],
        further_delay=delays[1],
        misrouted=turns[0],
        wrong_unit=turns[1],
        relayed=turns[2],
        unread=routing.random((N_READINGS, n_all), dtype=_SINGLE),
        read_delay=routing.standard_exponential((N_READINGS, n_all), dtype=_SINGLE),
        effort=service.standard_normal((n_slots, n_all), dtype=_SINGLE),
        reply=answers[0],
        reopens=answers[1],
        closer=answers[2],
        moment=moments[0],
        offset=moments[1],
        off_hours=moments[2],
    )
