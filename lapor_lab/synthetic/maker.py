"""From a scenario to a log: in memory, or as a folder of Parquet parts."""

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from lapor_lab.calendar import load_calendar
from lapor_lab.engines import run
from lapor_lab.errors import ParameterError
from lapor_lab.exchange import Receipt, new_log_folder, write_manifest, write_part
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic.institution_log import make_institution_log
from lapor_lab.synthetic.model.scenario import Scenario

__all__ = ["generate", "make_complaint_log"]

_SOURCE = "lapor-lab, pembuat data sintetis"
_ZONE = "Asia/Jakarta"
# What may change a log: their random draws, their text kernels, our own code.
_DECIDING = ("lapor-lab", "numpy", "pyarrow")


def make_complaint_log(
    scenario: Scenario, *, n_cases: int | None = None, rng: int = 0, as_of: date | None = None
) -> ComplaintLog:
    """Make the log of a scenario.

    The same scenario, `n_cases`, `rng` and `as_of` always give the same log. Two scenarios
    that differ in a practice of an institution share its arrivals, attributes and texts, and
    their random numbers otherwise.

    Parameters
    ----------
    scenario : Scenario
        What to make.
    n_cases : int or None, default=None
        Cases of the whole log, at least 1, split by volume; None takes each institution's
        own volume. Fewer are a sample of the full stream, more come with more staff.
    rng : int, default=0
        Seed, 0 or larger.
    as_of : date or None, default=None
        Moment of the snapshot, 00:00 of that day; None takes the scenario's.

    Returns
    -------
    ComplaintLog
        Cases, events and truth; institutions in the order of their ids.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    Examples
    --------
    >>> from lapor_lab.synthetic import load_scenario
    >>> log = make_complaint_log(load_scenario("kementerian"), n_cases=50)
    >>> len(log.cases), log.is_synthetic
    (50, True)
    """
    scenario = _at(scenario, as_of)
    logs = [
        make_institution_log(scenario, name, n_cases=n, rng=rng)
        for name, n in _parts(scenario, n_cases, rng)
    ]
    return ComplaintLog(
        cases=pd.concat([log.cases for log in logs], ignore_index=True),
        events=pd.concat([log.events for log in logs], ignore_index=True),
        truth=pd.concat([log.truth for log in logs], ignore_index=True),
        as_of=pd.Timestamp(scenario.as_of),
        provenance=_provenance(scenario, rng),
    )


def generate(
    scenario: Scenario,
    folder: Path,
    *,
    n_cases: int | None = None,
    rng: int = 0,
    as_of: date | None = None,
    engine: str = "serial",
    on_part: Callable[[Receipt], None] | None = None,
) -> dict[str, Any]:
    """Write the log of a scenario as a folder, one part an institution.

    The folder appears when all parts are written; a run that fails leaves nothing.

    Parameters
    ----------
    scenario : Scenario
        What to make.
    folder : Path
        Where to write; a log of the kit that stands there is replaced.
    n_cases : int or None, default=None
        As for `make_complaint_log`.
    rng : int, default=0
        Seed, 0 or larger.
    as_of : date or None, default=None
        Moment of the snapshot; None takes the scenario's.
    engine : {"serial"}, default="serial"
        Who does the work.
    on_part : callable or None, default=None
        Called with the receipt of each part as soon as it is written.

    Returns
    -------
    dict
        The manifest.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.
    OutputError
        If the folder cannot be written.
    UnknownNameError
        If there is no such engine.
    """
    scenario = _at(scenario, as_of)
    parts = _parts(scenario, n_cases, rng)
    with new_log_folder(Path(folder)) as staging:
        task = partial(_write, scenario=scenario, rng=rng, folder=staging)
        receipts = run(task, parts, engine=engine, on_done=on_part)
        return write_manifest(
            staging,
            receipts,
            scenario=scenario.name,
            rng=rng,
            as_of=scenario.as_of.isoformat(),
            calendar=load_calendar().version,
            versions={name: version(name) for name in _DECIDING},
            provenance=_provenance(scenario, rng),
        )


def _write(part: tuple[str, int], *, scenario: Scenario, rng: int, folder: Path) -> Receipt:
    name, n_cases = part
    log = make_institution_log(scenario, name, n_cases=n_cases, rng=rng)
    return write_part(folder, name, cases=log.cases, events=log.events, truth=log.truth)


def _at(scenario: Scenario, as_of: date | None) -> Scenario:
    return scenario if as_of is None else dataclasses.replace(scenario, as_of=as_of)


def _parts(scenario: Scenario, n_cases: int | None, rng: int) -> list[tuple[str, int]]:
    if rng < 0:
        raise ParameterError(
            "parameter_range",
            name="rng",
            allowed=">= 0",
            value=rng,
            remedy="Give another seed.",
        )
    parts = [(name, n) for name, n in scenario.split_cases(n_cases).items() if n > 0]
    if not parts:
        raise ParameterError(
            "parameter_range",
            name="period_days",
            allowed="≥ 1 case",
            value=scenario.period_days,
            remedy="Give a longer period or `n_cases`.",
        )
    return parts


def _provenance(scenario: Scenario, rng: int) -> dict[str, str]:
    return {
        "kind": "sintetis",
        "source": _SOURCE,
        "scenario": scenario.name,
        "rng": str(rng),
        "calendar": load_calendar().version,
        "zone": _ZONE,
    }
