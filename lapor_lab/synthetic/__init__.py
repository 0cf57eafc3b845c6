"""Makers of synthetic complaint logs: a scenario in, a `ComplaintLog` out."""

from lapor_lab.synthetic.maker import generate, make_complaint_log
from lapor_lab.synthetic.model.demand import ReporterModel, Season, TopicShare
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.model.scenario import Scenario
from lapor_lab.synthetic.model.units import UnitModel
from lapor_lab.synthetic.scenario_files.scenario_file import list_scenarios, load_scenario

__all__ = [
    "InstitutionModel",
    "ReporterModel",
    "Scenario",
    "Season",
    "TopicShare",
    "UnitModel",
    "generate",
    "list_scenarios",
    "load_scenario",
    "make_complaint_log",
]
