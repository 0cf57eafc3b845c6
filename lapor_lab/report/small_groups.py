"""Groups of one to four reports: what could point at a person is not told."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from lapor_lab.privacy import suppress_small_cells
from lapor_lab.schema import label

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["hide_small_comparison", "hide_small_groups"]

_COUNTS: Final = ["numerator", "denominator", "n_unknown"]


def hide_small_groups(estimates: pd.DataFrame) -> pd.DataFrame:
    """Withhold the counts of groups that hold one to four reports.

    Where such a group could be told from the sum of all and the other groups, the smallest
    of the others loses its counts too and keeps its estimate. Groups so small have no
    estimate anyway. Institutions' own counts of what they did, such as 2 late among 200,
    name nobody and stay.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9)
        Columns of `ESTIMATES`.

    Returns
    -------
    DataFrame of shape (n_estimates, 9)
        A new frame; hidden counts are missing.

    Examples
    --------
    >>> rows = pd.DataFrame({"measure": "closed_share", "numerator": [2.0, 30.0, 9.0],
    ...                      "denominator": [3.0, 40.0, 12.0], "n_unknown": 0})
    >>> hide_small_groups(rows)["denominator"].tolist()
    [nan, 40.0, nan]
    """
    hidden = pd.Series(data=False, index=estimates.index)
    for _, rows in _asked(estimates).groupby(estimates["measure"]):
        hidden[rows.index] = _is_told_apart(rows)
    return estimates.assign(**_masked(estimates, _COUNTS, hidden))


def hide_small_comparison(comparison: "Comparison") -> "Comparison":
    """Withhold the counts of groups that hold one to four reports from a comparison.

    The same rule as for estimates, held to all reports of a group and to those that the
    measure asks. Shares of what is missing go too, as they are made of the same counts.

    Parameters
    ----------
    comparison : Comparison
        What was found.

    Returns
    -------
    Comparison
        `is_suppressed` marks the rows of the table whose counts are missing; one that has it
        already stays as it is.
    """
    table, missing = comparison.table, comparison.missing
    if "is_suppressed" in table:
        return comparison
    hidden = _is_told_apart(missing["n"].fillna(0)) | _is_told_apart(_asked(missing))
    names = set(missing.loc[hidden, "institution"])
    is_suppressed = table["institution"].isin(names)
    counts = [*_COUNTS, "n", "expected", "n_to_benchmark"]
    of_missing = [name for name in map(str, missing) if name in counts or name.endswith("_share")]
    shown = table.assign(**_masked(table, counts, is_suppressed), is_suppressed=is_suppressed)
    renamed = _volume_names(comparison, shown)
    return replace(
        comparison,
        table=_renamed(shown, renamed),
        limits=_renamed(comparison.limits, renamed),
        dispersion=_renamed(comparison.dispersion, renamed),
        missing=missing.assign(**_masked(missing, of_missing, hidden)),
    )


def _volume_names(comparison: "Comparison", shown: pd.DataFrame) -> dict[str, str]:
    """Name classes of volume that hold a hidden count by number: their ends are counts."""
    if comparison.peers != "volume":
        return {}
    volumes = comparison.table.groupby("peer_group")["n"].min().sort_values()
    small = set(shown.loc[shown["is_suppressed"], "peer_group"])
    return {
        str(name): label("peers.volume_hidden", number=number)
        for number, name in enumerate(volumes.index, start=1)
        if name in small
    }


def _renamed(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    if not names or "peer_group" not in rows:
        return rows
    return rows.assign(peer_group=rows["peer_group"].replace(names))


def _asked(rows: pd.DataFrame) -> pd.Series:
    return rows["denominator"].fillna(0).astype(float) + rows["n_unknown"].fillna(0).astype(float)


def _is_told_apart(sizes: pd.Series) -> pd.Series:
    return suppress_small_cells(sizes.to_frame().astype("int64")).iloc[:, 0].isna()


def _masked(rows: pd.DataFrame, names: list[str], hidden: pd.Series) -> dict[str, pd.Series]:
    return {name: rows[name].astype("float64").mask(hidden, np.nan) for name in names}
