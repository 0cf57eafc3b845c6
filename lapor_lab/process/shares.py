"""Shares of counts with Wilson's interval, as columns."""

import numpy as np
import pandas as pd

from lapor_lab.stats import wilson_interval

__all__ = ["with_share"]


def with_share(
    frame: pd.DataFrame,
    numerator: str = "n",
    denominator: str = "n_cases",
    confidence_level: float = 0.95,
) -> pd.DataFrame:
    """Put a share and its interval behind a table's columns.

    Parameters
    ----------
    frame : DataFrame of shape (n_rows, n_columns)
        A table of counts.
    numerator : str, default="n"
        Column of events.
    denominator : str, default="n_cases"
        Column of what they are a share of.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    DataFrame of shape (n_rows, n_columns + 3)
        With `share, lower, upper`; NaN where the denominator is 0.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).

    Examples
    --------
    >>> with_share(pd.DataFrame({"n": [1], "n_cases": [4]})).round(3).iloc[0].tolist()
    [1.0, 4.0, 0.25, 0.046, 0.699]
    """
    lower, upper = wilson_interval(frame[numerator], frame[denominator], confidence_level)
    trials = frame[denominator]
    share = frame[numerator] / trials.where(trials > 0)
    # Rounding may put the limit of 0 or 1 a trifle on the wrong side of the share.
    ends = {"lower": np.minimum(lower, share), "upper": np.maximum(upper, share)}
    return frame.assign(share=share, **ends)
