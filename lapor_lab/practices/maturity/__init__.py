"""How far the five practices are: a catalogue, a form, and an assessment by evidence."""

from lapor_lab.practices.maturity.assessment import Assessment, assess
from lapor_lab.practices.maturity.blank import blank_form
from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.example import example_form_path
from lapor_lab.practices.maturity.form import (
    INHERITED_GROUP,
    INSTITUTION_GROUP,
    OWN_GROUP,
    ItemAnswer,
    LevelClaim,
    ListedUnit,
    MaturityForm,
)
from lapor_lab.practices.maturity.guide import PracticeGuide, RoleModelLevel
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.institution_name import (
    is_same_institution,
    names_of_institution,
)
from lapor_lab.practices.maturity.institutions import tabulate_institutions
from lapor_lab.practices.maturity.raw_form import INSTITUTION
from lapor_lab.practices.maturity.read_form import read_form

__all__ = [
    "INHERITED_GROUP",
    "INSTITUTION",
    "INSTITUTION_GROUP",
    "OWN_GROUP",
    "Assessment",
    "EvidenceItem",
    "ItemAnswer",
    "LevelClaim",
    "ListedUnit",
    "MaturityForm",
    "PracticeGuide",
    "RoleModelLevel",
    "assess",
    "blank_form",
    "example_form_path",
    "is_same_institution",
    "load_guides",
    "names_of_institution",
    "read_form",
    "tabulate_institutions",
]
