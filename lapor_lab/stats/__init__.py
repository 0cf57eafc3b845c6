"""Statistics that know nothing of complaints."""

from lapor_lab.stats.agreement import Agreement, cohen_kappa
from lapor_lab.stats.binomial_ratio import binomial_ratio_interval, binomial_z
from lapor_lab.stats.direct import DirectStandardisation, direct_rate, direct_standardisation
from lapor_lab.stats.glm import BinomialModel, expected_by_glm, fit_binomial_glm
from lapor_lab.stats.indirect import (
    IndirectStandardisation,
    expected_by_strata,
    indirect_standardisation,
)
from lapor_lab.stats.log_rank import LogRank, log_rank
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
from lapor_lab.stats.ratio import byar_interval, poisson_interval, ratio_interval
from lapor_lab.stats.restricted_mean import (
    restricted_mean,
    restricted_mean_difference,
    restricted_mean_of,
)
from lapor_lab.stats.strata import shared_share
from lapor_lab.stats.survival import SurvivalCurve, kaplan_meier, survival_at
from lapor_lab.stats.survival_quantile import survival_quantile, survival_quantile_interval

__all__ = [
    "Agreement",
    "BinomialModel",
    "DirectStandardisation",
    "IndirectStandardisation",
    "LogRank",
    "NetworkMeans",
    "QueueMeans",
    "SurvivalCurve",
    "allen_cunneen_waiting_time_days",
    "binomial_ratio_interval",
    "binomial_z",
    "byar_interval",
    "cohen_kappa",
    "direct_rate",
    "direct_standardisation",
    "erlang_b",
    "erlang_c",
    "expected_by_glm",
    "expected_by_strata",
    "fit_binomial_glm",
    "indirect_standardisation",
    "jackson_network",
    "kaplan_meier",
    "log_rank",
    "mean_interval",
    "mean_number_present",
    "mg1_queue",
    "mmc_queue",
    "mmc_waiting_tail",
    "paired_difference",
    "poisson_interval",
    "ratio_interval",
    "restricted_mean",
    "restricted_mean_difference",
    "restricted_mean_of",
    "shared_share",
    "survival_at",
    "survival_quantile",
    "survival_quantile_interval",
    "traffic_equations",
    "wilson_interval",
]
