"""From forms and data to everything that an assessment says."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lapor_lab.errors import InputFileError, ParameterError, UnknownNameError

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.practices import Association
    from lapor_lab.practices.calibration import Calibration
    from lapor_lab.practices.maturity import Assessment, MaturityForm
    from lapor_lab.report import AssessmentReport
    from lapor_lab.schema import ComplaintLog
    from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["AssessRequest", "match_institution", "run_assessment"]

_FORMS: Final = (".xlsx", ".toml")
_EXAMPLE_PREVIOUS: Final = "penilaian_2021.toml"
_EXAMPLE_PEERS: Final = ("penilaian_kementerian_a.toml", "penilaian_kementerian_b.toml")


@dataclass(frozen=True, kw_only=True)
class AssessRequest:
    """What is to be assessed.

    Parameters
    ----------
    form : Path or None, default=None
        The form; None for the example that ships, with its data.
    data : Path or None, default=None
        Reports of the institution.
    previous : Path or None, default=None
        Form of the last round.
    peers : Path or None, default=None
        Folder of forms of others.
    institution : str or None, default=None
        Its name in the data.
    scenario : str, default="kementerian"
        Where assumptions of the simulation come from.
    year : int or None, default=None
        The year of the plan.
    n_replications : int, default=8
        Pairs of runs.
    rng : int, default=0
        Seed.
    as_of : date or None, default=None
        Day of assessment, in place of the form's own.
    """

    form: Path | None = None
    data: Path | None = None
    previous: Path | None = None
    peers: Path | None = None
    institution: str | None = None
    scenario: str = "kementerian"
    year: int | None = None
    n_replications: int = 8
    rng: int = 0
    as_of: date | None = None


def run_assessment(
    request: AssessRequest, *, on_replication: Callable[[], None] | None = None
) -> "AssessmentReport":
    """Read, assess, measure, simulate and plan.

    Parameters
    ----------
    request : AssessRequest
        What is to be assessed.
    on_replication : callable or None, default=None
        Called after each pair of runs.

    Returns
    -------
    AssessmentReport
        Ready to be written.

    Raises
    ------
    InputFileError
        If a file is absent or cannot be read.
    UnknownNameError
        If the data hold no institution of the name, or there is no such scenario.
    """
    from lapor_lab.practices import PRACTICES, officer_hours
    from lapor_lab.practices.maturity import assess
    from lapor_lab.practices.planning import action_plan
    from lapor_lab.report import AssessmentReport
    from lapor_lab.report.page import is_synthetic
    from lapor_lab.synthetic import load_scenario

    form, previous, peers = _read_forms(request)
    assessment = assess(form, previous=previous, peers=peers, as_of=request.as_of)
    scenario = load_scenario(request.scenario)
    log = _read_data(request, scenario)
    name, baselines, calibration = "", None, None
    if log is not None:
        name = _name_in_data(log, assessment.institution, request.institution)
        baselines = _measure(log, name)
        calibration = _calibrate(log, name, scenario)
    model, is_own = _model(assessment.institution, scenario, calibration)
    effects = _simulate(scenario, model.id, calibration, request, on_replication)
    hours = {each.id: officer_hours(each, model) for each in PRACTICES} if is_own else None
    provenance = {} if log is None else log.provenance
    plan = None
    if assessment.assessed_on is not None:
        plan = action_plan(
            assessment,
            effects,
            hours,
            baselines,
            year=request.year,
            is_synthetic=is_synthetic(provenance),
        )
    return AssessmentReport(
        assessment=assessment,
        plan=plan,
        baselines=baselines,
        effects=effects,
        calibration=calibration,
        association=None if log is None else _associate(log, assessment, peers, request),
        as_of=None if log is None else log.as_of,
        data_institution=name,
        n_cases=0 if log is None else int((log.cases["institution"] == name).sum()),
        n_replications=request.n_replications,
        scenario=f"{request.scenario} ({model.name})" if calibration is None else request.scenario,
        provenance=provenance,
        import_facts=_import_facts(request.data),
    )


def match_institution(wanted: str, names: list[str]) -> str:
    """Return the name in the data of the institution that a form is about.

    Parameters
    ----------
    wanted : str
        Its name on the form: any that the register of institutions knows.
    names : list of str
        Names in the data.

    Returns
    -------
    str
        One of them.

    Raises
    ------
    UnknownNameError
        If none is meant.
    """
    known = _aliases(wanted)
    for name in names:
        if known & _aliases(name):
            return name
    raise UnknownNameError(
        "unknown_name", kind="institution", value=wanted, allowed=", ".join(names)
    )


def _name_in_data(log: "ComplaintLog", on_form: str, given: str | None) -> str:
    """Return whose reports are measured: who is named, else the only one, else the form's."""
    names = sorted(log.cases["institution"].dropna().unique())
    if given is None and len(names) == 1:
        return str(names[0])
    return match_institution(given or on_form, names)


def _aliases(name: str) -> set[str]:
    from lapor_lab.schema import load_register

    folded = name.strip().casefold()
    found = {folded}
    for entry in load_register():
        names = {each.casefold() for each in (entry.id, entry.official_name, *entry.aliases)}
        if folded in names:
            found |= names
    return found


def _read_forms(
    request: AssessRequest,
) -> "tuple[MaturityForm, MaturityForm | None, list[MaturityForm]]":
    from lapor_lab.practices.maturity import example_form_path, read_form

    if request.form is None:
        others = [read_form(example_form_path(name)) for name in _EXAMPLE_PEERS]
        return (
            read_form(example_form_path()),
            read_form(request.previous or example_form_path(_EXAMPLE_PREVIOUS)),
            others,
        )
    previous = None if request.previous is None else read_form(request.previous)
    return read_form(request.form), previous, _read_peers(request)


def _read_peers(request: AssessRequest) -> "list[MaturityForm]":
    from lapor_lab.practices.maturity import read_form

    if request.peers is None:
        return []
    if not request.peers.is_dir():
        raise InputFileError("file_missing", path=request.peers)
    paths = sorted(p for p in request.peers.iterdir() if p.suffix.lower() in _FORMS)
    if not paths:
        raise InputFileError("folder_empty", path=request.peers, allowed=", ".join(_FORMS))
    return [read_form(path) for path in paths]


def _read_data(request: AssessRequest, scenario: "Scenario") -> "ComplaintLog | None":
    from lapor_lab.exchange import protect_groups, read_log
    from lapor_lab.synthetic import make_complaint_log

    if request.data is not None:
        log = read_log(request.data).log
        return log if request.data.is_dir() else protect_groups(log, "institution")
    if request.form is None:
        return make_complaint_log(scenario, rng=request.rng)
    return None


def _measure(log: "ComplaintLog", name: str) -> "pd.DataFrame":
    from lapor_lab.metrics import count_cases, estimate

    estimates = estimate(count_cases(log))
    return estimates[estimates["institution"] == name].reset_index(drop=True)


def _calibrate(log: "ComplaintLog", name: str, scenario: "Scenario") -> "Calibration | None":
    """Fit the simulation to the data, unless they are too few to."""
    from lapor_lab.practices.calibration import calibrate

    try:
        return calibrate(log, base=scenario, institution=name)
    except InputFileError as error:
        if error.code != "too_few_to_calibrate":
            raise
        return None


def _model(
    name: str, scenario: "Scenario", calibration: "Calibration | None"
) -> "tuple[InstitutionModel, bool]":
    """Return who is simulated, and whether it is the institution itself."""
    if calibration is not None:
        return calibration.institution, True
    known = _aliases(name)
    for each in scenario.institutions:
        if known & (_aliases(each.id) | _aliases(each.name)):
            return each, True
    return scenario.institutions[0], False


def _simulate(
    scenario: "Scenario",
    institution_id: str,
    calibration: "Calibration | None",
    request: AssessRequest,
    on_replication: Callable[[], None] | None,
) -> "pd.DataFrame":
    """Try each practice alone and all together, with the errors of a calibration."""
    from lapor_lab.practices import ALL_PRACTICES, PRACTICES, Trial, compare_practices
    from lapor_lab.practices.calibration import try_out_calibrated

    if calibration is None:
        return compare_practices(
            scenario,
            institution_id,
            PRACTICES,
            n_replications=request.n_replications,
            rng=request.rng,
            on_replication=on_replication,
        )
    trials = {each.id: Trial(practices=(each,)) for each in PRACTICES}
    effects = try_out_calibrated(
        calibration,
        {**trials, ALL_PRACTICES: Trial(practices=PRACTICES)},
        n_replications=request.n_replications,
        rng=request.rng,
        on_replication=on_replication,
    )
    return effects.rename(columns={"trial": "practice"})


def _associate(
    log: "ComplaintLog",
    assessment: "Assessment",
    peers: "list[MaturityForm]",
    request: AssessRequest,
) -> "Association | None":
    """Lay levels beside outcomes; nothing where institutions are too few."""
    from lapor_lab.comparison import compare
    from lapor_lab.practices import associate
    from lapor_lab.practices.maturity import assess, tabulate_institutions
    from lapor_lab.practices.planning.indicator import PRIORITY_MEASURE

    levels = tabulate_institutions([assessment, *(assess(peer) for peer in peers)])
    names = sorted(log.cases["institution"].dropna().unique())
    in_data = {}
    for name in levels["institution"].unique():
        # Another institution's form may have no reports beside it.
        with suppress(UnknownNameError):
            in_data[name] = match_institution(name, names)
    levels = levels.assign(institution=levels["institution"].map(in_data)).dropna(
        subset=["institution"]
    )
    levels = levels.drop_duplicates(["institution", "practice"])
    try:
        return associate(levels, compare(log, PRIORITY_MEASURE), rng=request.rng)
    except ParameterError as error:
        if error.code != "association_few":
            raise
        return None


def _import_facts(data: Path | None) -> dict[str, Any] | None:
    if data is None or not (data / "import.json").is_file():
        return None
    facts: dict[str, Any] = json.loads((data / "import.json").read_text(encoding="utf-8"))
    return facts
