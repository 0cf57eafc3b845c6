"""What can be computed of some cases: measures by the number of institutions that have them."""

import pandas as pd

from lapor_lab.report.measure_families import FAMILIES
from lapor_lab.schema import Availability

__all__ = ["count_availability"]


def count_availability(estimates: pd.DataFrame | None) -> dict[str, dict[str, int]]:
    """Count, measure by measure, the institutions in each state.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9) or None
        Columns of `ESTIMATES`; None where there are no cases.

    Returns
    -------
    dict of str to dict of str to int
        Institutions by state, by measure, both in the order in which they are read; states
        of no institution are left out.
    """
    if estimates is None:
        return {}
    table = estimates.groupby(["measure", "availability"]).size()
    found = set(estimates["measure"])
    known = [measure for family in FAMILIES for measure in family.measures if measure in found]
    others = sorted(found - set(known))
    return {
        measure: {
            state.value: int(table[measure, state])
            for state in Availability
            if (measure, state) in table.index
        }
        for measure in [*known, *others]
    }
