"""Pages that a reader can be given: a comparison, a what-if, an evaluation of topics."""

from lapor_lab.report.comparison import Comparison
from lapor_lab.report.comparison_files import write_comparison
from lapor_lab.report.output import check_kind
from lapor_lab.report.topics import TopicEvaluation, write_topics
from lapor_lab.report.whatif import Assumption, WhatIf, write_whatif

__all__ = [
    "Assumption",
    "Comparison",
    "TopicEvaluation",
    "WhatIf",
    "check_kind",
    "write_comparison",
    "write_topics",
    "write_whatif",
]
