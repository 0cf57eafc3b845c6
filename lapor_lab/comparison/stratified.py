"""Sizes and totals of one measure by institution and stratum."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtri

from lapor_lab.metrics import Counts, Measure
from lapor_lab.schema import Scale, scale_of

__all__ = ["Stratified", "stratify"]


@dataclass(frozen=True)
class Stratified:
    """A measure's counts, by institution and stratum.

    Parameters
    ----------
    institutions : list of str
        The rows.
    strata : DataFrame of shape (n_strata, n_factors)
        The columns: one value a factor; no factor where nothing is adjusted.
    total : ndarray of shape (n_institutions, n_strata)
        Events of a share; sum of the values of a mean.
    denominator : ndarray of shape (n_institutions, n_strata)
        Cases; 0 where there are none.
    variance : ndarray of shape (n_institutions,)
        Variance of an institution's mean; NaN for a share.
    n_unknown : ndarray of shape (n_institutions, n_strata)
        Cases that cannot be judged.
    """

    institutions: list[str]
    strata: pd.DataFrame
    total: NDArray[np.float64]
    denominator: NDArray[np.float64]
    variance: NDArray[np.float64]
    n_unknown: NDArray[np.float64]

    @property
    def is_plain(self) -> bool:
        """Whether there is one stratum that holds all."""
        return self.strata.shape[1] == 0

    def of(self, names: Sequence[str]) -> "Stratified":
        """Return the rows of some institutions.

        Parameters
        ----------
        names : sequence of str
            Their names.

        Returns
        -------
        Stratified
            In the order of `names`, without the strata that they do not have.
        """
        rows = pd.Index(self.institutions).get_indexer(pd.Index(names))
        some = self.denominator[rows].sum(axis=0) > 0
        return Stratified(
            list(names),
            self.strata[some].reset_index(drop=True),
            self.total[np.ix_(rows, some)],
            self.denominator[np.ix_(rows, some)],
            self.variance[rows],
            self.n_unknown[np.ix_(rows, some)],
        )


def stratify(counts: Counts, measure: Measure, estimates: pd.DataFrame) -> Stratified:
    """Call a measure on every stratum of some counts.

    Parameters
    ----------
    counts : Counts
        Counts, with strata or without.
    measure : Measure
        A share or a mean.
    estimates : DataFrame of shape (n_institutions, n_columns)
        Its estimates without strata, by institution.

    Returns
    -------
    Stratified
        Rows in the order of `estimates`.
    """
    is_share = scale_of(measure.id) is Scale.SHARE
    names = estimates.index
    keys: list[tuple[str, ...]] = []
    totals, sizes, unknown = [], [], []
    for key, part in counts.strata_parts():
        rows = measure(part).set_index("institution").reindex(names)
        size = rows["denominator"].fillna(0).to_numpy(dtype=np.float64)
        mean = rows["estimate"].to_numpy(dtype=np.float64)
        total = rows["numerator"].to_numpy(dtype=np.float64) if is_share else mean * size
        size = np.where(np.isnan(total), 0, size)
        keys.append(key)
        totals.append(np.nan_to_num(total))
        sizes.append(size)
        unknown.append(rows["n_unknown"].fillna(0).to_numpy(dtype=np.float64))
    # The wider half of an interval that the end of a scale cuts short.
    reach = np.fmax(
        estimates["estimate"] - estimates["lower"], estimates["upper"] - estimates["estimate"]
    )
    variance = (np.asarray(reach, dtype=np.float64) / ndtri(0.975)) ** 2
    return Stratified(
        list(names),
        pd.DataFrame(keys, columns=list(counts.strata)),
        np.column_stack(totals),
        np.column_stack(sizes),
        np.full(len(names), np.nan) if is_share else variance,
        np.column_stack(unknown),
    )
