"""Who truly differs from whom, by how much, and when nothing can be said."""

from lapor_lab.comparison.compare import SMALLEST_N, compare
from lapor_lab.comparison.comparison import (
    COMPARISON_COLUMNS,
    Check,
    CheckStatus,
    Comparison,
)
from lapor_lab.comparison.composite import composite
from lapor_lab.comparison.measures import find_measure
from lapor_lab.comparison.over_time import TIME_COLUMNS, Tracking, track
from lapor_lab.comparison.peers import PEER_RULES, find_peers
from lapor_lab.comparison.profile import profile

__all__ = [
    "COMPARISON_COLUMNS",
    "PEER_RULES",
    "SMALLEST_N",
    "TIME_COLUMNS",
    "Check",
    "CheckStatus",
    "Comparison",
    "Tracking",
    "compare",
    "composite",
    "find_measure",
    "find_peers",
    "profile",
    "track",
]
