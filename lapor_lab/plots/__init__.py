"""Draw a table on an Axes; compute nothing."""

from lapor_lab.plots.adjustment import plot_adjustment
from lapor_lab.plots.association import plot_association
from lapor_lab.plots.before_after import plot_before_after
from lapor_lab.plots.caterpillar import plot_caterpillar
from lapor_lab.plots.confusion import plot_confusion
from lapor_lab.plots.control_chart import plot_control_chart
from lapor_lab.plots.counts import plot_counts
from lapor_lab.plots.differences import plot_differences
from lapor_lab.plots.estimates import plot_estimates
from lapor_lab.plots.funnel import plot_funnel
from lapor_lab.plots.maturity import plot_maturity
from lapor_lab.plots.process_map import plot_process_map
from lapor_lab.plots.profile import plot_profile
from lapor_lab.plots.shares import plot_shares
from lapor_lab.plots.stage_days import plot_stage_days
from lapor_lab.plots.survival import plot_survival

__all__ = [
    "plot_adjustment",
    "plot_association",
    "plot_before_after",
    "plot_caterpillar",
    "plot_confusion",
    "plot_control_chart",
    "plot_counts",
    "plot_differences",
    "plot_estimates",
    "plot_funnel",
    "plot_maturity",
    "plot_process_map",
    "plot_profile",
    "plot_shares",
    "plot_stage_days",
    "plot_survival",
]
