"""Which measures stand together on a page, and which come first."""

from dataclasses import dataclass
from typing import Final

__all__ = ["CLOSERS", "FAMILIES", "MAIN_MEASURES", "MeasureFamily"]


@dataclass(frozen=True)
class MeasureFamily:
    """Measures that are read together.

    Parameters
    ----------
    id : str
        Its title is the label ``family.<id>``.
    measures : tuple of str
        Identifiers, in the order of reading.
    """

    id: str
    measures: tuple[str, ...]


# Who closed: read together, and instead of a share of closed reports that is 100 % everywhere.
CLOSERS: Final = ("closed_by_system_share", "closed_by_admin_share", "closed_by_reporter_share")

FAMILIES: Final = (
    MeasureFamily("verification", ("verified_within_limit",)),
    MeasureFamily("first_follow_up", ("first_followed_up_within_limit",)),
    MeasureFamily("completion", ("completed_within_limit",)),
    MeasureFamily(
        "official_status",
        (
            "followed_up_share",
            "followed_up_share_admissible",
            "closed_share",
            "closed_share_admissible",
            "archived_share",
        ),
    ),
    MeasureFamily(
        "time",
        (
            "first_follow_up_median_days",
            "first_follow_up_p90_days",
            "completion_median_days",
            "completion_p90_days",
        ),
    ),
    MeasureFamily("load", ("backlog_share", "backlog_age_median_days")),
    MeasureFamily("quality", ("misrouted_share", "reopened_share", *CLOSERS, "mean_rating")),
)

MAIN_MEASURES: Final = (
    "first_followed_up_within_limit",
    "completed_within_limit",
    "verified_within_limit",
    "followed_up_share",
    "closed_share",
    "first_follow_up_median_days",
)
