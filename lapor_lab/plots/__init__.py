"""Draw a table on an Axes; compute nothing."""

from lapor_lab.plots.before_after import plot_before_after
from lapor_lab.plots.confusion import plot_confusion
from lapor_lab.plots.counts import plot_counts
from lapor_lab.plots.differences import plot_differences
from lapor_lab.plots.estimates import plot_estimates
from lapor_lab.plots.shares import plot_shares

__all__ = [
    "plot_before_after",
    "plot_confusion",
    "plot_counts",
    "plot_differences",
    "plot_estimates",
    "plot_shares",
]
