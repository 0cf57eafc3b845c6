"""What a comparison found: one row an institution, and how it was judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

__all__ = ["COMPARISON_COLUMNS", "Check", "CheckStatus", "Comparison"]

COMPARISON_COLUMNS = (
    "institution",
    "peer_group",
    "n",
    "numerator",
    "denominator",
    "n_unknown",
    "availability",
    "crude",
    "crude_lower",
    "crude_upper",
    "target",
    "expected",
    "ratio",
    "ratio_lower",
    "ratio_upper",
    "adjusted",
    "adjusted_lower",
    "adjusted_upper",
    "adjusted_strata",
    "adjusted_glm",
    "adjusted_direct",
    "own_share",
    "shrunken",
    "shrunken_lower",
    "shrunken_upper",
    "rank_low",
    "rank_high",
    "n_ranked",
    "tier",
    "z",
    "z_truncated",
    "z_winsorised",
    "verdict",
    "reason",
    "smallest_effect",
    "benchmark",
    "n_to_benchmark",
)


class CheckStatus(StrEnum):
    """What a step of the checks ended with."""

    PASSED = "passed"
    WARNED = "warned"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Check:
    """One step that a comparison had to pass.

    Parameters
    ----------
    step : str
        Identifier; its name is the label ``check.<step>``.
    status : CheckStatus
        How it ended.
    reason : str
        What was found, in Indonesian, with its numbers.
    """

    step: str
    status: CheckStatus
    reason: str


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Institutions beside their peers on one measure.

    Parameters
    ----------
    measure : str
        Identifier of the measure.
    direction : {"higher", "lower"}
        Which end is wanted; rank 1 is there.
    by : str
        What made the groups.
    adjusted_by : tuple of str
        Columns whose composition was allowed for; none where empty.
    peers : str
        What made the peer groups; empty where all are one.
    is_target_given : bool
        Whether the target was given, rather than the peers' pooled value.
    as_of : Timestamp
        Moment of the snapshot.
    provenance : mapping of str to str
        As the complaint log carries it.
    table : DataFrame of shape (n_institutions, 37)
        Columns of `COMPARISON_COLUMNS`, institutions in alphabetical order.
    limits : DataFrame of shape (n_points, 11)
        Curves of the funnel: `peer_group, denominator, target` and the ends of the ranges at
        95 % and 99.8 %, exact and, with the suffix ``_adjusted``, widened by overdispersion.
    dispersion : DataFrame of shape (n_groups * 2, 5)
        `peer_group, variant, n, phi, tau2`: overdispersion by both variants.
    checks : tuple of Check
        The steps in their order.
    missing : DataFrame of shape (n_institutions, n_columns)
        `institution, n, n_unknown, unknown_share` and what else is not known.
    """

    measure: str
    direction: str
    by: str
    adjusted_by: tuple[str, ...]
    peers: str
    is_target_given: bool
    as_of: pd.Timestamp
    provenance: Mapping[str, str] = field(default_factory=dict)
    table: pd.DataFrame
    limits: pd.DataFrame
    dispersion: pd.DataFrame
    checks: tuple[Check, ...]
    missing: pd.DataFrame

    @property
    def is_refused(self) -> bool:
        """Whether a step was refused, so that no institution is judged."""
        return any(check.status is CheckStatus.REFUSED for check in self.checks)

    @property
    def is_synthetic(self) -> bool:
        """Whether the data were made up."""
        return self.provenance.get("kind") == "sintetis"
