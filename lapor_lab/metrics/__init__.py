"""Count cases once; turn the counts into estimates with their intervals."""

from lapor_lab.metrics.catalogue import COMPARED_MEASURES, MEASURES, estimate
from lapor_lab.metrics.counting import count_cases
from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.durations import BacklogAge, DurationQuantile
from lapor_lab.metrics.measure import Measure
from lapor_lab.metrics.rating import MeanRating
from lapor_lab.metrics.recap import recap_counts
from lapor_lab.metrics.restricted_means import RestrictedMean
from lapor_lab.metrics.shares import Share, WithinLimit, outcomes

__all__ = [
    "COMPARED_MEASURES",
    "MEASURES",
    "BacklogAge",
    "Counts",
    "DurationQuantile",
    "MeanRating",
    "Measure",
    "RestrictedMean",
    "Share",
    "WithinLimit",
    "count_cases",
    "estimate",
    "outcomes",
    "recap_counts",
]
