"""Everything that the page, the workbook and the documents of an assessment say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from lapor_lab.practices import Association
from lapor_lab.practices.calibration import Calibration
from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.page import is_synthetic, scenario_caption
from lapor_lab.schema import label

__all__ = ["AssessmentReport"]


@dataclass(frozen=True, kw_only=True)
class AssessmentReport:
    """An assessment with what was planned, measured and simulated for it.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan or None, default=None
        None where the form bears no date.
    baselines : DataFrame of shape (n_measures, 9) or None, default=None
        Estimates of the institution from its own data.
    effects : DataFrame of shape (n_rows, 9) or None, default=None
        As `compare_practices` gives.
    calibration : Calibration or None, default=None
        What the simulation rests on, where it was fitted to the data.
    association : Association or None, default=None
        Levels of several institutions beside their outcomes.
    as_of : Timestamp or None, default=None
        Moment of the data.
    data_institution : str, default=""
        Whose reports they are, as the data call it.
    n_cases : int, default=0
        Reports of the institution in the data.
    n_replications : int, default=0
        Pairs of runs behind the effects.
    scenario : str, default=""
        Name of the scenario that assumptions come from.
    provenance : mapping of str to str, default={}
        As the complaint log carries it.
    import_facts : mapping of str to object or None, default=None
        As ``import.json`` holds them, where the data were imported.
    """

    assessment: Assessment
    plan: ActionPlan | None = None
    baselines: pd.DataFrame | None = None
    effects: pd.DataFrame | None = None
    calibration: Calibration | None = None
    association: Association | None = None
    as_of: pd.Timestamp | None = None
    data_institution: str = ""
    n_cases: int = 0
    n_replications: int = 0
    scenario: str = ""
    provenance: Mapping[str, str] = field(default_factory=dict)
    import_facts: Mapping[str, Any] | None = None

    @property
    def is_synthetic(self) -> bool:
        """Whether the data were made up."""
        return is_synthetic(self.provenance)

    @property
    def notices(self) -> tuple[str, ...]:
        """What every page and sheet must say, the most important first."""
        notices = []
        if self.is_synthetic:
            caption = scenario_caption(self.provenance)
            notices.append(label("notice.synthetic") + (f" ({caption})" if caption else ""))
        if self.assessment.is_example:
            notices.append(label("maturity.example"))
        notices.append(label("maturity.levels_are_no_score"))
        if self.effects is not None:
            notices.append(label("notice.simulation"))
        if self.assessment.is_example:
            notices.append(label("notice.case_study"))
        return tuple(notices)

    @property
    def basis(self) -> tuple[tuple[str, str], ...]:
        """What is data, what is model and what is assumed: a name and a sentence each."""
        data = label("assessment.no_data")
        if self.baselines is not None:
            data = label("assessment.data")
        model = label("assessment.no_model")
        if self.effects is not None:
            key = "assessment.model" if self.calibration is None else "assessment.model_calibrated"
            model = label(key, scenario=self.scenario)
        assumed = label("assessment.assumed")
        if self.calibration is not None:
            n_assumed = len(self.calibration.names_of("asumsi"))
            assumed += " " + label("assessment.assumed_parameters", n=n_assumed)
        return (
            (label("assessment.basis_data"), data),
            (label("assessment.basis_model"), model),
            (label("assessment.basis_assumed"), assumed),
        )
