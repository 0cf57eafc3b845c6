"""How far it is to what the best of the peers already reach."""

import numpy as np
import pandas as pd

from lapor_lab.stats import achievable_benchmark

__all__ = ["add_benchmark"]


def add_benchmark(judged: pd.DataFrame, direction: str) -> pd.DataFrame:
    """Add the benchmark of a peer group and the cases that each institution lacks to it.

    Parameters
    ----------
    judged : DataFrame of shape (n_institutions, n_columns)
        With `numerator, denominator` of a share.
    direction : {"higher", "lower"}
        Which end is wanted.

    Returns
    -------
    DataFrame of shape (n_institutions, n_columns + 2)
        With `benchmark`, the pared mean of the best, and `n_to_benchmark`, the cases that
        would have had to end otherwise, as well. Crude: composition is not allowed for.
    """
    n = judged["denominator"].to_numpy(dtype=np.float64)
    seen = judged["numerator"].to_numpy(dtype=np.float64)
    wanted = seen if direction == "higher" else n - seen
    best = achievable_benchmark(wanted, n).benchmark
    lacking = np.maximum(np.ceil(best * n - wanted - 1e-9), 0.0)
    return judged.assign(
        benchmark=best if direction == "higher" else 1 - best, n_to_benchmark=lacking
    )
