"""The measures of the kit, in the order in which they are read."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.durations import BacklogAge, DurationQuantile
from lapor_lab.metrics.measure import Measure
from lapor_lab.metrics.rating import MeanRating
from lapor_lab.metrics.restricted_means import RestrictedMean
from lapor_lab.metrics.shares import Share, WithinLimit
from lapor_lab.schema import Stage

__all__ = ["COMPARED_MEASURES", "MEASURES", "estimate"]

MEASURES: Final[tuple[Measure, ...]] = (
    WithinLimit(id="verified_within_limit", stage=Stage.VERIFIED),
    WithinLimit(id="first_followed_up_within_limit", stage=Stage.FIRST_FOLLOWED_UP),
    WithinLimit(id="completed_within_limit", stage=Stage.COMPLETED),
    Share(
        id="followed_up_share",
        numerator="n_followed_up",
        denominator="n_status_known",
        population="n",
        told_by="n_status_known",
    ),
    Share(
        id="followed_up_share_admissible",
        numerator="n_followed_up_admissible",
        denominator="n_status_known_admissible",
        population="n_admissible",
        told_by="n_status_known_by_case",
    ),
    Share(
        id="closed_share",
        numerator="n_closed",
        denominator="n_closing_known",
        population="n",
        told_by="n_closing_known",
    ),
    Share(
        id="closed_share_admissible",
        numerator="n_closed_admissible",
        denominator="n_closing_known_admissible",
        population="n_admissible",
        told_by="n_closing_known_by_case",
    ),
    # No practice: it says how far the denominators of the admissible shares were made smaller.
    Share(
        id="archived_share",
        numerator="n_archived",
        denominator="n_status_known_by_case",
        population="n",
        told_by="n_status_known_by_case",
        direction="lower",
    ),
    DurationQuantile(
        id="first_follow_up_median_days", stage=Stage.FIRST_FOLLOWED_UP, probability=0.5
    ),
    DurationQuantile(id="first_follow_up_p90_days", stage=Stage.FIRST_FOLLOWED_UP, probability=0.9),
    DurationQuantile(id="completion_median_days", stage=Stage.COMPLETED, probability=0.5),
    DurationQuantile(id="completion_p90_days", stage=Stage.COMPLETED, probability=0.9),
    Share(
        id="backlog_share",
        numerator="n_open_admissible",
        denominator="n_closing_known_admissible",
        population="n_admissible",
        told_by="n_closing_known_by_case",
        direction="lower",
    ),
    BacklogAge(id="backlog_age_median_days"),
    Share(
        id="misrouted_share",
        numerator="n_transferred",
        denominator="n_transferred_known",
        population="n_admissible",
        told_by="n_transferred_known",
        direction="lower",
    ),
    Share(
        id="reopened_share",
        numerator="n_reopened",
        denominator="n_reopened_known",
        population="n_followed_up_admissible",
        told_by="n_status_known_by_case",
        direction="lower",
    ),
    *(
        Share(
            id=f"closed_by_{who}_share",
            numerator=f"n_closed_by_{who}",
            denominator="n_closer_known",
            population="n_closed_admissible",
            told_by="n_closing_known_by_case",
            direction="lower" if who == "system" else "higher",
        )
        for who in ("system", "admin", "reporter")
    ),
    MeanRating(id="mean_rating"),
)

# Legal limits of the first follow-up and, of all classes, of completion.
_FIRST_LIMIT_DAYS: Final = 5
_LONGEST_LIMIT_DAYS: Final = 60

# What institutions can be compared on: quantiles have no expected value, restricted means do.
COMPARED_MEASURES: Final[tuple[Measure, ...]] = (
    *(m for m in MEASURES if not isinstance(m, DurationQuantile | BacklogAge)),
    RestrictedMean(
        id="first_follow_up_mean_days", stage=Stage.FIRST_FOLLOWED_UP, limit_days=_FIRST_LIMIT_DAYS
    ),
    RestrictedMean(
        id="completion_mean_days", stage=Stage.COMPLETED, limit_days=_LONGEST_LIMIT_DAYS
    ),
)


def estimate(
    counts: Counts, measures: Sequence[Measure] = MEASURES, confidence_level: float = 0.95
) -> pd.DataFrame:
    """Estimate measures for every institution.

    Parameters
    ----------
    counts : Counts
        As `count_cases` gives.
    measures : sequence of Measure, default=MEASURES
        Which measures.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    DataFrame of shape (n_institutions * n_measures, 9)
        `institution, measure, numerator, denominator, estimate, lower, upper, n_unknown,
        availability`, measure by measure, institutions in alphabetical order.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).
    """
    tables = [measure(counts, confidence_level) for measure in measures]
    return pd.concat(tables, ignore_index=True)
