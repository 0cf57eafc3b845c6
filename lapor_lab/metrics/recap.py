"""Counts from a recap: totals by institution, without the cases behind them."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.flow import FLOW_KEYS
from lapor_lab.metrics.sums import sum_terms

__all__ = ["recap_counts"]

_TOTALS: Final = ("n", "n_closed", "n_in_process", "n_not_followed_up", "n_followed_up")


def recap_counts(frame: pd.DataFrame, *, as_of: pd.Timestamp, by: str = "institution") -> Counts:
    """Turn a recap into counts, which add to those of cases.

    What the totals do not tell (limits, times, archives, who closed) stays not available.
    Followed up are those closed and those in process, or else all but those not followed up.

    Parameters
    ----------
    frame : DataFrame of shape (n_rows, n_columns)
        A column named `by`, `n` and any of `n_closed`, `n_in_process`, `n_not_followed_up`
        and `n_followed_up`; missing where the recap is silent. What a bare numerator counts
        nobody knows: it must bear one of these names. Rows of one group are added.
    as_of : Timestamp
        Moment for which the totals hold.
    by : str, default="institution"
        Column whose values the counts are grouped by.

    Returns
    -------
    Counts
        Sums only; `flow` and `daily` are empty.

    Raises
    ------
    UnknownNameError
        If `by` is no column of the frame.
    ParameterError
        If a total is negative, or a part is larger than its whole.

    Examples
    --------
    >>> from lapor_lab.metrics import MEASURES, estimate
    >>> frame = pd.DataFrame({"institution": ["A"], "n": [4286], "n_closed": [3737],
    ...                       "n_in_process": [490], "n_not_followed_up": [59]})
    >>> counts = recap_counts(frame, as_of=pd.Timestamp("2025-01-01"))
    >>> shares = estimate(counts).set_index("measure")["estimate"]
    >>> shares[["followed_up_share", "closed_share"]].round(3).to_list()
    [0.986, 0.872]
    """
    if by not in frame:
        raise UnknownNameError("by_missing", column=by, found=", ".join(frame.columns.astype(str)))
    told = frame.reindex(columns=list(_TOTALS)).astype("float64")
    n, closed = told["n"], told["n_closed"]
    followed_up = (
        told["n_followed_up"]
        .fillna(closed + told["n_in_process"])
        .fillna(n - told["n_not_followed_up"])
    )
    parts = pd.DataFrame({"n_closed": closed, "n_followed_up": followed_up})
    is_wrong = n.isna() | (told < 0).any(axis="columns")
    is_wrong |= ((parts < 0) | parts.gt(n, axis="index")).any(axis="columns")
    if is_wrong.any():
        raise ParameterError(
            "parameter_range",
            name="frame",
            allowed="totals >= 0, no part larger than its whole",
            value=f"rows that are not: {is_wrong.sum()}",
            remedy="Leave out the rows that contradict themselves.",
        )
    sums = pd.DataFrame(0, index=frame.index, columns=_no_sums().columns)
    # Nothing is told of copies and archives: all cases are asked, none is known.
    sums["n"] = sums["n_original"] = sums["n_admissible"] = n
    sums["n_status_known"] = n.where(followed_up.notna(), 0)
    sums["n_followed_up"] = followed_up.fillna(0)
    sums["n_closing_known"] = n.where(closed.notna(), 0)
    sums["n_closed"] = closed.fillna(0)
    group = frame[by].astype("string").astype(str)
    return Counts(
        by=by,
        as_of=as_of,
        flow=pd.DataFrame(columns=[*FLOW_KEYS, "n"]),
        sums=sums.astype("int64").groupby(group.to_numpy()).sum().rename_axis("institution"),
        daily=pd.DataFrame(columns=["institution", "day", "n_opened", "n_closed"]),
    )


def _no_sums() -> pd.DataFrame:
    nobody = pd.DataFrame({"institution": [], "submitted_at": []})
    return sum_terms(nobody, np.array([], dtype=bool))
