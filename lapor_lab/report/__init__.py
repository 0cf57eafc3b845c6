"""Pages that a reader can be given: a comparison, an import, a what-if, topics."""

from lapor_lab.report.assessment_folder import write_assessment
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.clarification_files import write_clarifications
from lapor_lab.report.comparison_files import write_comparison
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.import_folder import import_to_folder
from lapor_lab.report.import_report import import_facts, write_import_report
from lapor_lab.report.maturity_form import write_maturity_form
from lapor_lab.report.output import check_kind
from lapor_lab.report.topics import TopicEvaluation, write_topics
from lapor_lab.report.whatif import Assumption, Basis, WhatIf, WhatIfSection, write_whatif

__all__ = [
    "AssessmentReport",
    "Assumption",
    "Basis",
    "ComparisonReport",
    "TopicEvaluation",
    "WhatIf",
    "WhatIfSection",
    "check_kind",
    "import_facts",
    "import_to_folder",
    "write_assessment",
    "write_clarifications",
    "write_comparison",
    "write_import_report",
    "write_maturity_form",
    "write_topics",
    "write_whatif",
]
