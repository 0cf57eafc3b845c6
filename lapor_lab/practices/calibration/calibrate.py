"""From an institution's own reports to a world in which practices can be tried out."""

import dataclasses
import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from lapor_lab.calendar import load_calendar
from lapor_lab.errors import InputFileError, ParameterError, UnknownNameError
from lapor_lab.practices.calibration.answers import estimate_answers
from lapor_lab.practices.calibration.calibration import Calibration, fit_values, tabulate
from lapor_lab.practices.calibration.demand import estimate_demand, estimate_reporters
from lapor_lab.practices.calibration.disposition import estimate_disposition
from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.reading import estimate_reading
from lapor_lab.practices.calibration.reasons import why_assumed
from lapor_lab.practices.calibration.service import estimate_service
from lapor_lab.practices.calibration.staff import find_staff
from lapor_lab.practices.calibration.status_mix import estimate_status_mix
from lapor_lab.practices.calibration.steps import Steps, has_steps, read_steps
from lapor_lab.practices.calibration.verification import estimate_verification
from lapor_lab.practices.calibration.waiting import (
    estimate_transfers,
    estimate_waiting,
    has_times,
)
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import InstitutionModel, ReporterModel, Scenario

__all__ = ["calibrate"]

_NAMES: Final = frozenset({"id", "name"})
_SMALLEST_N: Final = 30
_SHORTEST_DAYS: Final = 28
# Of a volume that is nearly that of the base, the staff is the same.
_NEARLY: Final = 0.1


def calibrate(
    log: ComplaintLog,
    *,
    base: Scenario,
    institution: str | None = None,
    base_institution: str | None = None,
) -> Calibration:
    """Estimate the parameters of an institution from its own reports.

    An event log tells staff, service, waiting, misrouting, answers and closing. Times of
    cases, or the bounds that several dated exports lay on them, tell how long the first
    follow-up takes, and no more. One list without times tells volume, topics, classes and how
    the statuses mix. What the data do not tell is taken from the base and named an assumption.

    Parameters
    ----------
    log : ComplaintLog
        Reports, with events where there are any.
    base : Scenario
        Where assumptions come from.
    institution : str or None, default=None
        Name in the log; None where it holds only one.
    base_institution : str or None, default=None
        Identifier in the base of the institution that the assumptions are those of; None for
        the one of the same name, else the first.

    Returns
    -------
    Calibration
        A world of this institution, and what each of its parameters rests on.

    Raises
    ------
    UnknownNameError
        If the log or the base has no such institution.
    ParameterError
        If the log holds several institutions and none is named.
    InputFileError
        If there are fewer than 30 reports, or they span fewer than 28 days.
    """
    log = _one_institution(log, institution)
    name = str(log.cases["institution"].iloc[0])
    model = _base_institution(base, name, base_institution)
    reporters, _ = estimate_reporters(log.cases, base.reporters)
    estimates = list(estimate_demand(log, model, reporters))
    is_stepwise = has_steps(log)
    if is_stepwise:
        estimates += _from_steps(read_steps(log), model, reporters)
    else:
        estimates += estimate_status_mix(log.cases, model)
        estimates += estimate_transfers(log.cases)
    world = _world(log, base, model, reporters, estimates)
    told = {name for estimate in estimates for name in estimate.values()}
    if "read_delay_active_days" not in told and has_times(log.cases):
        estimates += estimate_waiting(log, world, world.institutions[0].id)
        world = _world(log, base, model, reporters, estimates)
    fitted = world.institutions[0]
    known = {key for estimate in estimates for key in estimate.values()}
    assumed = {
        field.name: (
            _number(getattr(fitted, field.name)),
            why_assumed(field.name, model.name, has_steps=is_stepwise),
        )
        for field in dataclasses.fields(InstitutionModel)
        if field.name not in known | _NAMES
    }
    table = tabulate(estimates, assumed)
    sources = {
        f"{fitted.id}.{row['parameter'].split('.')[0]}": row["reason"]
        for row in table.to_dict("records")
    }
    return Calibration(
        scenario=replace(world, sources={**base.sources, **sources}),
        institution_id=fitted.id,
        parameters=table,
        estimates=tuple(estimates),
    )


def _one_institution(log: ComplaintLog, name: str | None) -> ComplaintLog:
    names = sorted(log.cases["institution"].dropna().unique())
    if name is None and len(names) == 1:
        name = names[0]
    if name is None:
        raise ParameterError("institution_needed", allowed=", ".join(names))
    by_case = {each.casefold(): each for each in names}
    if name.casefold() not in by_case:
        raise UnknownNameError(
            "unknown_name", kind="institution", value=name, allowed=", ".join(names)
        )
    cases = log.cases[log.cases["institution"] == by_case[name.casefold()]]
    cases = cases[cases["submitted_at"].notna()].reset_index(drop=True)
    if len(cases) < _SMALLEST_N:
        raise InputFileError(
            "too_few_to_calibrate",
            path=log.provenance.get("source", "data"),
            n=len(cases),
            smallest=_SMALLEST_N,
        )
    n_days = int((log.as_of - cases["submitted_at"].min()) / pd.Timedelta(1, "D"))
    if n_days < _SHORTEST_DAYS:
        raise InputFileError(
            "too_short_to_calibrate",
            path=log.provenance.get("source", "data"),
            n=n_days,
            smallest=_SHORTEST_DAYS,
        )
    events = log.events
    if events is not None:
        events = events[events["case_id"].isin(cases["case_id"])].reset_index(drop=True)
    return replace(log, cases=cases, events=events, truth=None, parameters=None)


def _base_institution(base: Scenario, name: str, wanted: str | None) -> InstitutionModel:
    if wanted is not None:
        return base.institution(wanted)
    return base.find_institution(name) or base.institutions[0]


def _from_steps(steps: Steps, model: InstitutionModel, reporters: ReporterModel) -> list[Estimate]:
    staff = find_staff(steps, model)
    model = replace(model, units=staff.units, **_levels(staff.estimates, model, staff.units))
    parents = {unit.name: unit.parent for unit in staff.units if unit.parent}
    found = [*staff.estimates, *estimate_verification(steps, model)]
    found += estimate_disposition(steps, parents)
    if steps.has_starts:
        found += estimate_service(steps, model, reporters)
    # Without units and people neither accounts nor queues can be told from delays.
    if steps.has_starts and steps.has_desks:
        found += estimate_reading(steps, model)
    return found + estimate_answers(steps, model, reporters)


def _levels(
    estimates: tuple[Estimate, ...], model: InstitutionModel, units: tuple[Any, ...]
) -> dict[str, Any]:
    """Return shares of levels that the units have."""
    for estimate in estimates:
        if "level_shares" in estimate.values():
            return estimate.values()
    levels = {unit.level for unit in units}
    if set(model.level_shares) <= levels:
        return {}
    return {"level_shares": {level: 1 / len(levels) for level in sorted(levels)}}


def _world(
    log: ComplaintLog,
    base: Scenario,
    model: InstitutionModel,
    reporters: ReporterModel,
    estimates: list[Estimate],
) -> Scenario:
    values: dict[str, Any] = {}
    for estimate in estimates:
        values |= estimate.values()
    values = _staff_for(values, model) | values
    name = str(log.cases["institution"].iloc[0])
    institution = replace(model, id=_identifier(name), name=name, **fit_values(values))
    return replace(
        base,
        name=f"{base.name}, dikalibrasi",
        as_of=_moment(log.as_of, base),
        reporters=reporters,
        institutions=(institution,),
    )


def _staff_for(values: dict[str, Any], model: InstitutionModel) -> dict[str, Any]:
    """Return staff in proportion to the volume, where the data do not tell it."""
    ratio = values["volume_per_year"] / model.volume_per_year
    if abs(ratio - 1) < _NEARLY:
        return {}
    units = tuple(
        replace(unit, n_officers=max(1, round(unit.n_officers * ratio))) for unit in model.units
    )
    return {"n_admins": max(1, round(model.n_admins * ratio)), "units": units}


def _moment(as_of: pd.Timestamp, base: Scenario) -> date:
    """Return the day of the data, where the calendar knows the year before it."""
    calendar = load_calendar()
    first = np.datetime64(as_of.date()) - np.timedelta64(base.period_days, "D")
    is_known = np.datetime64(calendar.first_day) <= first
    is_known &= np.datetime64(as_of.date()) <= np.datetime64(calendar.last_day)
    return as_of.date() if is_known else base.as_of


def _identifier(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "instansi"


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else np.nan
