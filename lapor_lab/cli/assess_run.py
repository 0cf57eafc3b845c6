"""From forms and data to everything that an assessment says."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from lapor_lab.cli.assess_inputs import (
    AssessRequest,
    find_in_data,
    match_institution,
    read_forms,
    read_import_facts,
    read_reports,
)
from lapor_lab.errors import InputFileError, ParameterError, UnknownNameError

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.metrics import Counts
    from lapor_lab.practices import Association
    from lapor_lab.practices.calibration import Calibration
    from lapor_lab.practices.maturity import Assessment, MaturityForm
    from lapor_lab.report import AssessmentReport
    from lapor_lab.schema import ComplaintLog
    from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["run_assessment"]


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
    from lapor_lab.metrics import count_cases
    from lapor_lab.practices import PRACTICES, officer_hours
    from lapor_lab.practices.maturity import assess
    from lapor_lab.practices.planning import action_plan
    from lapor_lab.report import AssessmentReport
    from lapor_lab.report.page import is_synthetic
    from lapor_lab.synthetic import load_scenario

    form, previous, peers = read_forms(request)
    assessment = assess(form, previous=previous, peers=peers, as_of=request.as_of)
    scenario = load_scenario(request.scenario)
    facts = read_import_facts(request.data)
    log = read_reports(request, scenario)
    name, counts, baselines, calibration = "", None, None, None
    if log is not None:
        names = sorted(map(str, log.cases["institution"].dropna().unique()))
        name, is_named = find_in_data(names, assessment.institution, request.institution)
        if not is_named:
            assessment = _with_doubt(assessment, request, name)
        counts = count_cases(log)
        baselines = _measure(counts, name)
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
        association=None if counts is None else _associate(counts, assessment, peers, request),
        as_of=None if log is None else log.as_of,
        data_institution=name,
        n_cases=0 if log is None else int((log.cases["institution"] == name).sum()),
        n_replications=request.n_replications,
        scenario=f"{request.scenario} ({model.name})" if calibration is None else request.scenario,
        provenance=provenance,
        import_facts=facts,
    )


def _with_doubt(assessment: "Assessment", request: AssessRequest, name: str) -> "Assessment":
    """Say that the reports may be another institution's."""
    import pandas as pd

    from lapor_lab.practices.maturity.form import tabulate_problems
    from lapor_lab.practices.maturity.place import Place, quoted

    fault = (
        f"laporan di dalamnya milik {quoted(name)}, sedangkan formulir dari "
        f"{quoted(assessment.institution)}. Periksa berkasnya, atau tulis --institution."
    )
    doubt = tabulate_problems([Place(request.data.name if request.data else "").fault(fault)])
    return replace(assessment, problems=pd.concat([assessment.problems, doubt], ignore_index=True))


def _measure(counts: "Counts", name: str) -> "pd.DataFrame":
    from lapor_lab.metrics import estimate

    estimates = estimate(counts)
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
    from lapor_lab.practices.maturity import is_same_institution

    if calibration is not None:
        return calibration.institution, True
    for each in scenario.institutions:
        if is_same_institution(name, each.id) or is_same_institution(name, each.name):
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
    counts: "Counts",
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
    in_data = {}
    for name in levels["institution"].unique():
        # Another institution's form may have no reports beside it.
        with suppress(UnknownNameError):
            in_data[name] = match_institution(name, counts.institutions)
    levels = levels.assign(institution=levels["institution"].map(in_data)).dropna(
        subset=["institution"]
    )
    levels = levels.drop_duplicates(["institution", "practice"])
    try:
        return associate(levels, compare(counts, PRIORITY_MEASURE), rng=request.rng)
    except ParameterError as error:
        if error.code != "association_few":
            raise
        return None
