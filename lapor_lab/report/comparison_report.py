"""A comparison of institutions: its estimates and all that must be said beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from lapor_lab.calendar import LegalLimit
from lapor_lab.report.page import is_synthetic
from lapor_lab.report.small_groups import hide_small_comparison, hide_small_groups
from lapor_lab.schema import ESTIMATES, conform

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["ComparisonReport"]


@dataclass(frozen=True, kw_only=True)
class ComparisonReport:
    """A comparison, ready to be written.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9)
        Columns of `ESTIMATES`; `institution` holds the groups that are compared. Of real
        reports, counts of groups of one to four are withheld.
    title : str, default=""
        Heading of the page; the standard one if empty.
    by : str, default="institution"
        Column of the cases that made the groups.
    as_of : Timestamp
        Moment of the snapshot.
    source : str
        Where the data come from, as the reader should see it.
    provenance : mapping of str to str
        As the complaint log carries it.
    n_cases : int
        Cases that were counted.
    n_after_as_of : int, default=0
        Cases left out because they came later.
    n_quarantined : int, default=0
        Rows of the source that could not be used.
    quarantine_path : str, default=""
        Where those rows stand, each with its reason.
    calendar_version : str, default=""
        Version of the working-day calendar.
    calendar_note : str, default=""
        What a reader should know of it, such as years that rest on estimates.
    limits : tuple of LegalLimit, default=()
        Limits that the cases were held to, with their legal base.
    notes : tuple of str, default=()
        Further sentences for the page's section on methods.
    comparisons : tuple of Comparison, default=()
        Institutions beside their peers, one measure each; of real reports, counts of groups
        of one to four are withheld here too.
    fair_note : str, default=""
        Why there is none, as one sentence.
    weights : mapping of str to float, default={}
        Weights of a composite of the compared measures; none is made where empty.

    Raises
    ------
    ColumnNotFoundError
        If the estimates lack a column.
    """

    estimates: pd.DataFrame
    title: str = ""
    by: str = "institution"
    as_of: pd.Timestamp
    source: str
    provenance: Mapping[str, str] = field(default_factory=dict)
    n_cases: int
    n_after_as_of: int = 0
    n_quarantined: int = 0
    quarantine_path: str = ""
    calendar_version: str = ""
    calendar_note: str = ""
    limits: tuple[LegalLimit, ...] = ()
    notes: tuple[str, ...] = ()
    comparisons: "tuple[Comparison, ...]" = ()
    fair_note: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        estimates = conform(self.estimates, ESTIMATES, path="estimates")
        # Made-up reports point at nobody.
        if self.provenance.get("kind") == "nyata" and not self.is_synthetic:
            estimates = conform(hide_small_groups(estimates), ESTIMATES)
            fair = tuple(map(hide_small_comparison, self.comparisons))
            object.__setattr__(self, "comparisons", fair)
        object.__setattr__(self, "estimates", estimates)

    @property
    def is_synthetic(self) -> bool:
        """Whether the data were made up."""
        return is_synthetic(self.provenance)
