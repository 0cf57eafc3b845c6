"""Tables, vocabularies, labels and the institution register: the only place that spells them."""

from lapor_lab.schema.complaint_log import SYNTHETIC_PREFIX, ComplaintLog
from lapor_lab.schema.formats import (
    format_count,
    format_date,
    format_interval,
    format_number,
    format_share,
)
from lapor_lab.schema.institutions import Institution, Register, load_register
from lapor_lab.schema.labels import label, translate
from lapor_lab.schema.measure_scale import (
    Scale,
    format_bounds,
    format_difference,
    format_estimate,
    format_estimate_interval,
    scale_of,
)
from lapor_lab.schema.tables import CASES, ESTIMATES, EVENTS, TRUTH, Column, conform
from lapor_lab.schema.topic_tree import TopicTree, load_topic_tree
from lapor_lab.schema.vocabulary import (
    ARCHIVED,
    CLOSED,
    FOLLOWED_UP,
    Activity,
    ArchiveReason,
    Availability,
    Channel,
    ClosedBy,
    Outcome,
    ReportClass,
    Role,
    Stage,
    Status,
    UnitLevel,
)

__all__ = [
    "ARCHIVED",
    "CASES",
    "CLOSED",
    "ESTIMATES",
    "EVENTS",
    "FOLLOWED_UP",
    "SYNTHETIC_PREFIX",
    "TRUTH",
    "Activity",
    "ArchiveReason",
    "Availability",
    "Channel",
    "ClosedBy",
    "Column",
    "ComplaintLog",
    "Institution",
    "Outcome",
    "Register",
    "ReportClass",
    "Role",
    "Scale",
    "Stage",
    "Status",
    "TopicTree",
    "UnitLevel",
    "conform",
    "format_bounds",
    "format_count",
    "format_date",
    "format_difference",
    "format_estimate",
    "format_estimate_interval",
    "format_interval",
    "format_number",
    "format_share",
    "label",
    "load_register",
    "load_topic_tree",
    "scale_of",
    "translate",
]
