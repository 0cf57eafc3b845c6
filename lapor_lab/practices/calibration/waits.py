"""How long something waits, where some of it is hidden: the likelihood of delays."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic import InstitutionModel
from lapor_lab.synthetic.handling.load import WORKING_DAYS_PER_YEAR

__all__ = ["Away", "Waits", "away_from", "log_likelihood"]

# Two seconds of a working day: times are whole seconds.
_SAME_DAYS: Final = 2 / 30_600
# Who begins so soon after the last report was on it without a break.
_BREAK_DAYS: Final = 60 / 30_600
_SMALLEST: Final = 1e-300
_LONGEST_SHARE: Final = 0.9

_Floats = npt.NDArray[np.float64]
_Bool = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Away:
    """How much of the time an officer is away, which no event tells.

    Parameters
    ----------
    share : float
        Part of working days.
    mean_days : tuple of float
        Mean lengths of what takes him away.
    weights : tuple of float
        Parts of the time away that each takes; they sum to 1.
    """

    share: float
    mean_days: tuple[float, ...]
    weights: tuple[float, ...]


def away_from(institution: InstitutionModel) -> Away:
    """Return how much of the time the officers of an institution are away.

    Parameters
    ----------
    institution : InstitutionModel
        Absences and vacancies, which are assumptions.

    Returns
    -------
    Away
        Both, exponential in length: so is what is left of one that is met.
    """
    model = institution
    days = (
        model.absences_per_year * model.absence_days,
        model.moves_per_year * model.vacancy_days,
    )
    total = sum(days)
    return Away(
        share=min(_LONGEST_SHARE, total / WORKING_DAYS_PER_YEAR),
        mean_days=(model.absence_days or 1.0, model.vacancy_days or 1.0),
        weights=tuple(part / total for part in days) if total else (0.5, 0.5),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Waits:
    """Waits from the moment at which a step can be taken up, in working days.

    A busy period is a run of steps of one officer without a break between them. Who waited
    for it to end was not ready when it began, or would have been taken up before it; unless the
    period began with the officer's return from an absence.

    Parameters
    ----------
    days : ndarray of float of shape (n,)
        Until it was, or as long as was looked.
    run_days : ndarray of float of shape (n,)
        Until the busy period began in which it was; for its first step until the step itself.
    others_days : ndarray of float of shape (n,)
        Until the last of the colleagues who were at work when it was taken up had begun to be
        so; 0 where nobody was.
    is_open : ndarray of bool of shape (n,)
        Whether it was not taken up as long as was looked.
    away_share : ndarray of float of shape (n,)
        Chance that nobody was there to take it up.
    cap_days : ndarray of float of shape (n,)
        After which a reminder ends the delay, for those that are reminded of; infinite where
        there is none.
    period : ndarray of int64 of shape (n,)
        Number of the busy period, from 0 on without a gap; of what is open, one of its own.
    """

    days: _Floats
    run_days: _Floats
    others_days: _Floats
    is_open: _Bool
    away_share: _Floats
    cap_days: _Floats
    period: npt.NDArray[np.int64]
    is_capped: _Bool = field(init=False)
    is_busy: _Bool = field(init=False)
    n_periods: int = field(init=False)
    _headless: npt.NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        is_busy = ~self.is_open & (self.days - self.run_days > _BREAK_DAYS)
        is_capped = ~is_busy & (np.abs(self.days - self.cap_days) <= _SAME_DAYS)
        n_periods = int(self.period.max(initial=-1)) + 1
        first = np.bincount(self.period[~is_busy], minlength=n_periods)
        # Of a period whose first step was of another kind, one member stands for it.
        members = np.full(n_periods, -1)
        members[self.period] = np.arange(len(self.period))
        object.__setattr__(self, "is_busy", is_busy)
        object.__setattr__(self, "is_capped", is_capped)
        object.__setattr__(self, "n_periods", n_periods)
        object.__setattr__(self, "_headless", members[first == 0])

    @property
    def is_past_cap(self) -> _Bool:
        """Which waits outlasted their reminder."""
        return ~self.is_capped & (self.days > self.cap_days)

    @property
    def headless(self) -> npt.NDArray[np.int64]:
        """One wait of each busy period whose first step is not among the waits."""
        return self._headless


def log_likelihood(
    waits: Waits, mean_days: _Floats | float, unread: float, reminded: float, away: Away
) -> _Floats:
    """Return the log-likelihood of each busy period.

    A delay is exponential, or without end with the chance `unread`; a reminder cuts it at its
    cap with the chance `reminded`. The step is taken up when the delay is over and somebody is
    there.

    Parameters
    ----------
    waits : Waits
        What was seen.
    mean_days : ndarray of float of shape (n,) or float
        Mean delays.
    unread, reminded : float
        In [0, 1).
    away : Away
        Lengths of absences.

    Returns
    -------
    ndarray of float of shape (n_periods,)
        Logarithms of densities, of the chance of the cap itself, and of the chances of waits
        that are not over.
    """
    days, chance = waits.days, waits.away_share
    left = np.exp(-days / mean_days)
    not_read = unread + (1 - unread) * left
    is_past, is_capped = waits.is_past_cap, waits.is_capped
    read = 1 - not_read * np.where(is_past | is_capped, 1 - reminded, 1.0)
    density = (1 - unread) / mean_days * left * np.where(is_past, 1 - reminded, 1.0)
    back, coming_back = _returns(days, away)
    there = 1 - chance + chance * back

    def read_by(moments: _Floats) -> _Floats:
        not_yet = unread + (1 - unread) * np.exp(-moments / mean_days)
        return 1 - not_yet * np.where(moments > waits.cap_days, 1 - reminded, 1.0)

    # While a colleague was free, a report that was read would not have waited; but he, too, may
    # have been at work only since he came back.
    alone = read_by(waits.others_days) * (1 - away.share)
    at_once = np.where(is_capped, reminded * not_read, density) * there
    after_absence = np.where(is_capped, 0.0, (read - alone) * chance * coming_back)
    both = read_by(np.maximum(waits.run_days, waits.others_days)) * (1 - away.share)
    both += read_by(waits.run_days) * away.share
    at_once = np.where(waits.is_busy, read - both, at_once)
    after_absence = np.where(waits.is_busy, read - alone, after_absence)
    at_once = np.where(waits.is_open, 1 - read * there, at_once)
    after_absence = np.where(waits.is_open, 0.0, after_absence)
    headless = waits.headless
    begun = np.zeros((2, waits.n_periods))
    for i, (told, first) in enumerate([(at_once, 1 - chance), (after_absence, chance)]):
        np.add.at(begun[i], waits.period, _log(told))
        begun[i][waits.period[headless]] += _log(first[headless])
    return np.asarray(np.logaddexp(begun[0], begun[1]))


def _returns(days: _Floats, away: Away) -> tuple[_Floats, _Floats]:
    """Return the chance that an absence is over by then, and its density."""
    back, coming_back = np.zeros(len(days)), np.zeros(len(days))
    for weight, length in zip(away.weights, away.mean_days, strict=True):
        stays = weight * np.exp(-days / length)
        back += weight - stays
        coming_back += stays / length
    return back, coming_back


def _log(chances: _Floats) -> _Floats:
    return np.asarray(np.log(np.maximum(chances, _SMALLEST)))
