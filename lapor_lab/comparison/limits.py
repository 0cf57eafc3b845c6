"""The curves of the funnel."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.comparison.judgement import inflation
from lapor_lab.stats import funnel_limits

__all__ = ["funnel_curves"]

_N_POINTS: Final = 120


def funnel_curves(denominator: NDArray[np.float64], target: float, tau2: float) -> pd.DataFrame:
    """Return the limits of a share's funnel, exact and widened by overdispersion.

    Parameters
    ----------
    denominator : ndarray of shape (n_institutions,)
        Cases of the institutions; the curve runs from the fewest to the most.
    target : float
        The share around which the funnel lies.
    tau2 : float
        Variance between institutions on the scale of the ratio of seen to expected.

    Returns
    -------
    DataFrame of shape (n_points, 10)
        `denominator, target, lower_95, upper_95, lower_998, upper_998` and the four ends
        with the suffix ``_adjusted``.
    """
    sizes = np.unique(np.geomspace(denominator.min(), denominator.max(), _N_POINTS).round())
    rarer = min(target, 1 - target)
    error = pd.Series(np.sqrt(target * (1 - target) / sizes) / rarer)
    exact = funnel_limits(sizes, target)
    wider = inflation(error, tau2).to_numpy()
    return pd.DataFrame(
        {
            "denominator": sizes,
            "target": target,
            **exact,
            # As far again as the verdicts draw deviates in, however far that is.
            **{
                f"{name}_adjusted": np.clip(target + (ends - target) * wider, 0, 1)
                for name, ends in exact.items()
            },
        }
    )
