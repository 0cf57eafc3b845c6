"""Statistics that know nothing of complaints."""

from lapor_lab.stats.mean import mean_interval, paired_difference
from lapor_lab.stats.proportion import wilson_interval
from lapor_lab.stats.survival import (
    SurvivalCurve,
    kaplan_meier,
    survival_quantile,
    survival_quantile_interval,
)

__all__ = [
    "SurvivalCurve",
    "kaplan_meier",
    "mean_interval",
    "paired_difference",
    "survival_quantile",
    "survival_quantile_interval",
    "wilson_interval",
]
