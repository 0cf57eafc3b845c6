"""The mean of what was seen, as an estimate."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.measured import Measured

__all__ = ["mean_of"]

_SMALLEST_N: Final = 5


def mean_of(
    parameter: str, values: pd.Series, reason: str, *, deviation: float | None = None
) -> list[Estimate]:
    """Estimate a mean, where there are values enough.

    Parameters
    ----------
    parameter : str
        Its name.
    values : Series of float of shape (n,)
        What was seen.
    reason : str
        How, in Indonesian.
    deviation : float or None, default=None
        Standard deviation of a value, where it is known better than from the values.

    Returns
    -------
    list of Estimate
        One, or none of fewer than 5 values or a mean of 0.

    Examples
    --------
    >>> mean_of("redirect_days", pd.Series([1.0, 2.0, 2.0, 2.0, 3.0]), "uji")[0].values()
    {'redirect_days': 2.0}
    """
    mean = float(values.mean()) if len(values) else 0.0
    if len(values) < _SMALLEST_N or not mean > 0:
        return []
    spread = float(values.std(ddof=1)) if deviation is None else deviation
    return [
        Measured(
            parameters=(parameter,),
            estimates=(mean,),
            covariance=np.array([[spread**2 / len(values)]]),
            n=len(values),
            reason=reason,
        )
    ]
