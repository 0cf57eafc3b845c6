"""How far the five practices are: a catalogue, a form, and an assessment by evidence."""

from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.guide import PracticeGuide, RoleModelLevel
from lapor_lab.practices.maturity.guide_file import load_guides

__all__ = ["EvidenceItem", "PracticeGuide", "RoleModelLevel", "load_guides"]
