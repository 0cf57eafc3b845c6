"""Draw a table on an Axes; compute nothing."""

from lapor_lab.plots.before_after import plot_before_after
from lapor_lab.plots.confusion import plot_confusion
from lapor_lab.plots.estimates import plot_estimates
from lapor_lab.plots.measure_scale import (
    Scale,
    format_difference,
    format_estimate,
    format_estimate_interval,
    scale_of,
)

__all__ = [
    "Scale",
    "format_difference",
    "format_estimate",
    "format_estimate_interval",
    "plot_before_after",
    "plot_confusion",
    "plot_estimates",
    "scale_of",
]
