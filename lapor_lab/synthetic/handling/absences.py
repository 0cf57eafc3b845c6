"""When administrators and officers are away: leave and training, and posts that are vacant.

An absence is a visit that keeps a server busy. It begins when its server has finished what
waited before it, as an officer clears the desk before a leave (asumsi).
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.handling.clock import OfficeClock
from lapor_lab.synthetic.handling.queues import Visits, single_visits
from lapor_lab.synthetic.streams import Stream

__all__ = ["Absences", "draw_absences"]

_DAYS_PER_YEAR = 365

_Int64 = npt.NDArray[np.int64]
Absences: TypeAlias = list[Visits]


def draw_absences(
    block: Block, n_servers: Sequence[int], clock: OfficeClock, span: tuple[int, int], rng: int
) -> Absences:
    """Draw absences and vacancies, Poisson in number, exponential in length.

    Parameters
    ----------
    block : Block
        Rates and lengths.
    n_servers : sequence of int
        Servers of each station of an office, administrators first.
    clock : OfficeClock
        Length of a working day.
    span : tuple of (int, int)
        Operational seconds of the period.
    rng : int
        Seed of the whole log.

    Returns
    -------
    list of Visits
        One entry an office. Administrators are not moved: a secretariat has several.
    """
    model = block.institution
    servers = np.array(n_servers)
    officers = np.append(0, servers[1:])
    years = (block.period[1] - block.period[0]).days / _DAYS_PER_YEAR
    generator = block.stream(rng, Stream.ABSENCE)
    offices = []
    for _ in block.n_all:
        parts = [
            _draw(rate * years * counted, days * clock.day_seconds, span, generator)
            for rate, days, counted in (
                (model.absences_per_year, model.absence_days, servers),
                (model.moves_per_year, model.vacancy_days, officers),
            )
        ]
        columns = zip(*parts, strict=True)
        offices.append(single_visits(*(np.concatenate(column) for column in columns)))
    return offices


def _draw(
    expected: npt.NDArray[np.float64],
    mean_seconds: float,
    span: tuple[int, int],
    generator: np.random.Generator,
) -> tuple[_Int64, _Int64, _Int64]:
    station = np.repeat(np.arange(len(expected)), generator.poisson(expected))
    ready = generator.integers(span[0], max(span[1], span[0] + 1), len(station))
    length = generator.standard_exponential(len(station)) * mean_seconds
    return station, ready, np.maximum(np.rint(length).astype(np.int64), 1)
