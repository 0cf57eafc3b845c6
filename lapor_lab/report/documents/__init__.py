"""Drafts that an institution can send: decree and juknis, team, circular, plan, memo, records."""

from lapor_lab.report.documents.action_matrix import write_action_matrix
from lapor_lab.report.documents.action_plan import write_action_plan
from lapor_lab.report.documents.circular import write_circular
from lapor_lab.report.documents.import_drafts import (
    write_impact_assessment,
    write_processing_record,
)
from lapor_lab.report.documents.indicator_text import write_indicator_text
from lapor_lab.report.documents.juknis import write_juknis
from lapor_lab.report.documents.memo import write_memo
from lapor_lab.report.documents.team_decree import write_team_decree

__all__ = [
    "write_action_matrix",
    "write_action_plan",
    "write_circular",
    "write_impact_assessment",
    "write_indicator_text",
    "write_juknis",
    "write_memo",
    "write_processing_record",
    "write_team_decree",
]
