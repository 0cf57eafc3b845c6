"""Statistics that know nothing of complaints."""

from lapor_lab.stats.achievable_benchmark import AchievableBenchmark, achievable_benchmark
from lapor_lab.stats.adjusted_limits import (
    ratio_adjusted_limits,
    ratio_overdispersion,
    share_adjusted_limits,
    share_overdispersion,
)
from lapor_lab.stats.agreement import Agreement, cohen_kappa
from lapor_lab.stats.baseline import Baseline
from lapor_lab.stats.beta_binomial import beta_binomial_shrinkage
from lapor_lab.stats.between_variance import between_variance
from lapor_lab.stats.binomial_ratio import binomial_ratio_interval, binomial_z
from lapor_lab.stats.bootstrap import BootstrapInterval, cluster_bootstrap
from lapor_lab.stats.control_chart import ControlChart
from lapor_lab.stats.direct import DirectStandardisation, direct_rate, direct_standardisation
from lapor_lab.stats.event_chart import c_chart, p_chart, u_chart
from lapor_lab.stats.exact_z import exact_z
from lapor_lab.stats.funnel import FUNNEL_LEVELS, funnel_limits, ratio_funnel_limits
from lapor_lab.stats.gamma_poisson import gamma_poisson_shrinkage
from lapor_lab.stats.glm import BinomialModel, expected_by_glm, fit_binomial_glm
from lapor_lab.stats.indirect import (
    IndirectStandardisation,
    expected_by_strata,
    indirect_standardisation,
)
from lapor_lab.stats.individuals_chart import i_chart, xmr_chart
from lapor_lab.stats.log_rank import LogRank, log_rank
from lapor_lab.stats.mean import mean_interval, paired_difference
from lapor_lab.stats.multinomial_ranks import multinomial_rank_sets
from lapor_lab.stats.overdispersion import Overdispersion, overdispersion
from lapor_lab.stats.peer_distance import PeerDistance, peer_distance
from lapor_lab.stats.power import (
    chance_to_flag,
    ratio_chance_to_flag,
    smallest_detectable,
    smallest_detectable_ratio,
)
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
from lapor_lab.stats.rank_posterior import rank_intervals, rank_probabilities
from lapor_lab.stats.rank_sets import rank_sets, top_sets
from lapor_lab.stats.ratio import byar_interval, poisson_interval, ratio_interval
from lapor_lab.stats.restricted_mean import (
    restricted_mean,
    restricted_mean_difference,
    restricted_mean_of,
)
from lapor_lab.stats.run_rules import RuleSignals, assurance, nhs_rules
from lapor_lab.stats.runs import RunTest, anhoej_limits, anhoej_runs
from lapor_lab.stats.seasonal import expected_by_season, expected_from_pattern, seasonally_adjusted
from lapor_lab.stats.shrinkage import ShrunkenEstimates, normal_shrinkage
from lapor_lab.stats.spearman import RankCorrelation, spearman
from lapor_lab.stats.strata import shared_share
from lapor_lab.stats.survival import SurvivalCurve, kaplan_meier, survival_at
from lapor_lab.stats.survival_quantile import survival_quantile, survival_quantile_interval

__all__ = [
    "FUNNEL_LEVELS",
    "AchievableBenchmark",
    "Agreement",
    "Baseline",
    "BinomialModel",
    "BootstrapInterval",
    "ControlChart",
    "DirectStandardisation",
    "IndirectStandardisation",
    "LogRank",
    "NetworkMeans",
    "Overdispersion",
    "PeerDistance",
    "QueueMeans",
    "RankCorrelation",
    "RuleSignals",
    "RunTest",
    "ShrunkenEstimates",
    "SurvivalCurve",
    "achievable_benchmark",
    "allen_cunneen_waiting_time_days",
    "anhoej_limits",
    "anhoej_runs",
    "assurance",
    "beta_binomial_shrinkage",
    "between_variance",
    "binomial_ratio_interval",
    "binomial_z",
    "byar_interval",
    "c_chart",
    "chance_to_flag",
    "cluster_bootstrap",
    "cohen_kappa",
    "direct_rate",
    "direct_standardisation",
    "erlang_b",
    "erlang_c",
    "exact_z",
    "expected_by_glm",
    "expected_by_season",
    "expected_by_strata",
    "expected_from_pattern",
    "fit_binomial_glm",
    "funnel_limits",
    "gamma_poisson_shrinkage",
    "i_chart",
    "indirect_standardisation",
    "jackson_network",
    "kaplan_meier",
    "log_rank",
    "mean_interval",
    "mean_number_present",
    "mg1_queue",
    "mmc_queue",
    "mmc_waiting_tail",
    "multinomial_rank_sets",
    "nhs_rules",
    "normal_shrinkage",
    "overdispersion",
    "p_chart",
    "paired_difference",
    "peer_distance",
    "poisson_interval",
    "rank_intervals",
    "rank_probabilities",
    "rank_sets",
    "ratio_adjusted_limits",
    "ratio_chance_to_flag",
    "ratio_funnel_limits",
    "ratio_interval",
    "ratio_overdispersion",
    "restricted_mean",
    "restricted_mean_difference",
    "restricted_mean_of",
    "seasonally_adjusted",
    "share_adjusted_limits",
    "share_overdispersion",
    "shared_share",
    "smallest_detectable",
    "smallest_detectable_ratio",
    "spearman",
    "survival_at",
    "survival_quantile",
    "survival_quantile_interval",
    "top_sets",
    "traffic_equations",
    "u_chart",
    "wilson_interval",
    "xmr_chart",
]
