"""Several measures of the same institutions, side by side."""

from collections.abc import Sequence

import pandas as pd

from lapor_lab.comparison.comparison import Comparison
from lapor_lab.errors import ParameterError

__all__ = ["profile"]


def profile(comparisons: Sequence[Comparison]) -> pd.DataFrame:
    """Lay comparisons of one set of institutions side by side.

    No sum and no mean is made of them: an institution may be fast and reopened often.

    Parameters
    ----------
    comparisons : sequence of Comparison
        One a measure, all by the same groups.

    Returns
    -------
    DataFrame of shape (n_measures * n_institutions, 11)
        `institution, measure, direction, value, lower, upper, target, position, verdict,
        availability, reason`: values are adjusted where the comparison was, and `position`
        is the shrunken distance from the target in standard deviations of the peers, positive
        towards the wanted end; NaN where there is no verdict.

    Raises
    ------
    ParameterError
        If there is no comparison, or two are by different groups or of one measure.
    """
    groups = {comparison.by for comparison in comparisons}
    measures = [comparison.measure for comparison in comparisons]
    if len(groups) != 1 or len(set(measures)) != len(measures):
        raise ParameterError(
            "parameter_range",
            name="comparisons",
            allowed="at least one, all by the same groups, each of another measure",
            value=measures,
            remedy="Compare each measure once, with the same `by`.",
        )
    return pd.concat([_one(comparison) for comparison in comparisons], ignore_index=True)


def _one(comparison: Comparison) -> pd.DataFrame:
    table = comparison.table
    is_judged = table["z"].notna()
    value = table["adjusted"].where(is_judged, table["crude"])
    sign = 1 if comparison.direction == "higher" else -1
    distance = sign * (table["shrunken"] - table["target"])
    spread = distance.groupby(table["peer_group"]).transform("std")
    # Where all peers are alike nobody lies apart from the target.
    position = (distance / spread.where(spread > 0)).where(spread > 0, 0.0)
    return pd.DataFrame(
        {
            "institution": table["institution"],
            "measure": comparison.measure,
            "direction": comparison.direction,
            "value": value,
            "lower": table["adjusted_lower"].where(is_judged, table["crude_lower"]),
            "upper": table["adjusted_upper"].where(is_judged, table["crude_upper"]),
            "target": table["target"],
            "position": position.where(is_judged),
            "verdict": table["verdict"],
            "availability": table["availability"],
            "reason": table["reason"],
        }
    )
