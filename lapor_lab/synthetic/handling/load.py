"""How busy an office is, from its parameters alone: the expectation, without a simulation."""

import math
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import UnitLevel
from lapor_lab.synthetic.entries.units import serving_units
from lapor_lab.synthetic.handling.draws import MAX_TURNS, MAX_WINDOWS
from lapor_lab.synthetic.handling.station_load import OfficeLoad, StationLoad
from lapor_lab.synthetic.model.demand import ReporterModel, Season
from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = [
    "ADMINISTRATORS",
    "FULL_HOURS_PER_DAY",
    "WORKING_DAYS_PER_YEAR",
    "expected_load",
    "unit_shares",
]

ADMINISTRATORS: Final = "admin instansi"
# 2021 to 2023 of the frozen calendar have 248, 246 and 239.
WORKING_DAYS_PER_YEAR: Final = 244.0
FULL_HOURS_PER_DAY: Final = 8.5
_DAYS_PER_YEAR: Final = 365
_MINUTES_PER_HOUR: Final = 60
_LEAP_YEAR: Final = 2024

_Floats = npt.NDArray[np.float64]


class _Visits(NamedTuple):
    """Visits for one report that goes on, by unit but for `disposed_again`."""

    disposed_again: float
    relayed: _Floats
    returned: _Floats
    answered: _Floats


def expected_load(
    institution: InstitutionModel,
    reporters: ReporterModel,
    *,
    working_days_per_year: float = WORKING_DAYS_PER_YEAR,
    open_hours_per_day: float = FULL_HOURS_PER_DAY,
) -> OfficeLoad:
    """Return the load of an institution's administrators and units.

    Reports are spread evenly over working days: seasons, hours of the day and Ramadan raise
    the load of some days, which this mean does not show. Absences and vacancies take capacity.

    Parameters
    ----------
    institution : InstitutionModel
        Its volume, units, staff and practices.
    reporters : ReporterModel
        Copies, and effort by class.
    working_days_per_year : float, default=244.0
        Working days over which the yearly volume comes in.
    open_hours_per_day : float, default=8.5
        Mean hours that an office is open on a working day, breaks included. Who has
        `officer_hours_per_day` has them on a usual day of 8.5; of a shorter one, as in Ramadan,
        the same part.

    Returns
    -------
    OfficeLoad
        Arrivals, visits, hours and utilisation of each station.
    """
    model = institution
    reports_per_day = model.volume_per_year / working_days_per_year
    archived, goes_on, completed = _verdicts(model, reporters)
    shares = unit_shares(model, reporters)
    worked = open_hours_per_day / FULL_HOURS_PER_DAY
    # Whether a report is reminded of is decided once, for all its readings.
    parts = [
        (model.reminded_share, np.ones(len(shares))),
        (1 - model.reminded_share, 1 - model.unread_share * ~np.array(model.is_active)),
    ]
    visits = [(weight, _visits(model, shares, read)) for weight, read in parts]
    again = sum(weight * v.disposed_again for weight, v in visits)
    relayed, returned, answered = (
        sum((weight * getattr(v, name) for weight, v in visits), np.zeros(len(shares)))
        for name in ("relayed", "returned", "answered")
    )
    reopened, closed_by_admin = _windows(model)
    n_closed = goes_on * answered.sum() * closed_by_admin
    verify_hours = model.verify_minutes / _MINUTES_PER_HOUR
    n_verified = 1 + completed + goes_on * again
    administrators = _station(
        ADMINISTRATORS,
        model.n_admins,
        reports_per_day,
        reports_per_day * (n_verified + n_closed),
        reports_per_day * verify_hours * (n_verified + n_closed / 2),
        model.admin_hours_per_day
        * worked
        * _present(model.absences_per_year * model.absence_days, working_days_per_year),
    )
    n_answers, effort = _answers(model, reporters, reopened)
    rate = reports_per_day * goes_on
    away = model.absences_per_year * model.absence_days + model.moves_per_year * model.vacancy_days
    capacity = model.officer_hours_per_day * worked * _present(away, working_days_per_year)
    units = tuple(
        _station(
            unit.name,
            unit.n_officers,
            rate * (answered[i] + returned[i] + relayed[i]),
            rate * (answered[i] * n_answers + returned[i] + relayed[i]),
            rate
            * (
                answered[i] * model.answer_hours * effort
                + returned[i] * model.return_hours
                + relayed[i] * model.relay_hours
            ),
            capacity,
            passed_on=administrators.passed_on,
        )
        for i, unit in enumerate(model.units)
    )
    return OfficeLoad(
        reports_per_day=reports_per_day,
        archived_share=archived,
        administrators=administrators,
        units=units,
    )


def unit_shares(institution: InstitutionModel, reporters: ReporterModel) -> _Floats:
    """Return how the reports of an institution divide over the units that they belong to.

    Parameters
    ----------
    institution : InstitutionModel
        Units, topics and seasons.
    reporters : ReporterModel
        Shares of provinces, each of which one regional office serves, with the UPT below it.

    Returns
    -------
    ndarray of float of shape (n_units,)
        Shares that sum to 1.
    """
    shares = np.zeros(len(institution.units))
    for level, share in institution.level_shares.items():
        if level == UnitLevel.MAIN_UNIT:
            for subtopic, part in _subtopic_shares(institution).items():
                routed = institution.main_units_for(subtopic)
                shares[list(routed)] += share * part / len(routed)
        else:
            served = serving_units(institution, level, tuple(reporters.province_shares))
            parts = reporters.province_shares.values()
            for units, part in zip(served, parts, strict=True):
                shares[list(units)] += share * part / len(units)
    return shares


def _subtopic_shares(institution: InstitutionModel) -> dict[str, float]:
    added = [_days_added(season) for season in institution.seasons]
    # What a season without a topic adds is about what the others are about.
    plain = _DAYS_PER_YEAR + sum(
        days for days, season in zip(added, institution.seasons, strict=True) if not season.topic
    )
    total = _DAYS_PER_YEAR + sum(added)
    shares: dict[str, float] = {}
    for topic in institution.topics:
        shares[topic.subtopic] = shares.get(topic.subtopic, 0.0) + topic.share * plain / total
    for days, season in zip(added, institution.seasons, strict=True):
        if season.topic:
            shares[season.subtopic] = shares.get(season.subtopic, 0.0) + days / total
    return shares


def _days_added(season: Season) -> float:
    """Return how many ordinary days' reports a season adds to a year."""
    ends = [
        date.fromisoformat(day if len(day) > len("MM-DD") else f"{_LEAP_YEAR}-{day}")
        for day in (season.first_day, season.last_day)
    ]
    n_days = (ends[1] - ends[0]).days + 1
    # The addition dies away by the same factor each day.
    stays = math.exp(-1 / season.fade_days) if season.fade_days else 0.0
    faded = stays / (1 - stays)
    return (season.factor - 1) * (n_days + faded)


def _verdicts(model: InstitutionModel, reporters: ReporterModel) -> tuple[float, float, float]:
    """Return shares of reports: archived at once, going on, completed by their reporter."""
    copies = reporters.duplicate_share + reporters.same_event_share + reporters.series_share
    archived = (1 - copies) * model.archived_share
    archived += copies * max(model.archived_share, model.duplicate_archived_share)
    completed = (1 - archived) * model.hold_share * model.hold_completed_share
    return archived, (1 - archived) * (1 - model.hold_share) + completed, completed


def _visits(model: InstitutionModel, shares: _Floats, read: _Floats) -> _Visits:
    """Follow a report through its dispositions; `read` is the chance that a unit reads one."""
    n_units = len(shares)
    position = {unit.name: i for i, unit in enumerate(model.units)}
    parent = np.array([position.get(unit.parent, -1) for unit in model.units])
    relay = np.where(parent >= 0, model.relayed_share, 0.0)
    passed = read * (1 - relay * (1 - read[parent]))
    wrong = (passed.sum() - passed) / (n_units - 1)
    turns = (model.misrouted_share * wrong) ** np.arange(MAX_TURNS)[:, None]
    n_wrong = model.misrouted_share * turns[:-1].sum(axis=0)
    n_right = (1 - model.misrouted_share) * turns[:-1].sum(axis=0) + turns[-1]
    sent_wrong = shares * n_wrong
    # What is sent wrong goes to each other unit alike.
    strayed = (sent_wrong.sum() - sent_wrong) / (n_units - 1)
    sent = shares * n_right + strayed
    is_below = parent >= 0
    relayed = np.bincount(parent[is_below], weights=(sent * relay)[is_below], minlength=n_units)
    return _Visits(
        disposed_again=float((strayed * passed).sum()),
        relayed=relayed * read,
        returned=strayed * passed,
        answered=shares * n_right * passed,
    )


def _windows(model: InstitutionModel) -> tuple[float, float]:
    """Return how often a follow-up is reopened, and how often an administrator closes it."""
    again = model.reply_share * model.reopened_share
    opened = again ** np.arange(MAX_WINDOWS)
    replied = model.reply_share * (opened - model.reopened_share * np.append(opened[:-1], 0)).sum()
    silent = (1 - model.reply_share) * opened.sum()
    return float(opened[1:].sum()), float(replied + silent * model.closed_by_admin_share)


def _answers(
    model: InstitutionModel, reporters: ReporterModel, reopened: float
) -> tuple[float, float]:
    """Return answers a report, and their effort over that of one ordinary answer."""
    n_answers = effort = 0.0
    for name, share in model.class_shares.items():
        of_class = reporters.class_effort[name]
        n_of_class = 1 + min(1.0, model.further_share * of_class) + reopened
        n_answers += share * n_of_class
        effort += share * of_class * n_of_class
    return n_answers, effort


def _present(days_away_per_year: float, working_days_per_year: float) -> float:
    return max(0.0, 1 - days_away_per_year / working_days_per_year)


def _station(
    name: str,
    n_servers: int,
    arrivals: float,
    visits: float,
    hours: float,
    capacity: float,
    *,
    passed_on: float = 1.0,
) -> StationLoad:
    total = n_servers * capacity
    return StationLoad(
        name=name,
        n_servers=n_servers,
        arrival_rate_per_day=float(arrivals),
        visits_per_day=float(visits),
        hours_per_day=float(hours),
        capacity_hours_per_day=total,
        utilisation=float(hours / total) if total else math.inf,
        arriving_share=passed_on,
    )
