"""Statistics that know nothing of complaints."""

from lapor_lab.stats.mean import mean_interval, paired_difference
from lapor_lab.stats.proportion import wilson_interval
from lapor_lab.stats.queue_network import NetworkMeans, jackson_network, traffic_equations
from lapor_lab.stats.queueing import (
    QueueMeans,
    allen_cunneen_waiting_time_days,
    erlang_b,
    erlang_c,
    mean_number_present,
    mg1_queue,
    mmc_queue,
    mmc_waiting_tail,
)
from lapor_lab.stats.survival import (
    SurvivalCurve,
    kaplan_meier,
    survival_quantile,
    survival_quantile_interval,
)

__all__ = [
    "NetworkMeans",
    "QueueMeans",
    "SurvivalCurve",
    "allen_cunneen_waiting_time_days",
    "erlang_b",
    "erlang_c",
    "jackson_network",
    "kaplan_meier",
    "mean_interval",
    "mean_number_present",
    "mg1_queue",
    "mmc_queue",
    "mmc_waiting_tail",
    "paired_difference",
    "survival_quantile",
    "survival_quantile_interval",
    "traffic_equations",
    "wilson_interval",
]
