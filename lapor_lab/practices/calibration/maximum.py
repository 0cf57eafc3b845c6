"""Maximum likelihood of a few parameters, with the covariance of the curvature."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit, logit

__all__ = ["maximise"]

_STEP: Final = 1e-3
_SHARE: Final = "_share"

_Floats = npt.NDArray[np.float64]


def maximise(
    log_likelihood: Callable[[Mapping[str, float]], float], start: Mapping[str, float]
) -> tuple[dict[str, float], _Floats]:
    """Return the parameters of the largest likelihood, and their covariance.

    Shares are sought on the logit scale, with Jeffreys' prior so that none runs to 0 or 1;
    others on the log scale.

    Parameters
    ----------
    log_likelihood : callable
        Of values by name.
    start : mapping of str to float
        Where to begin: names that end in ``_share`` within (0, 1), others above 0.

    Returns
    -------
    estimates : dict of str to float
        By name.
    covariance : ndarray of float of shape (n, n)
        Of the estimates, in the order of their names; NaN where the likelihood is flat.

    Examples
    --------
    >>> found, covariance = maximise(lambda x: 100 * (np.log(1 / x["a"]) - 2 / x["a"]), {"a": 1})
    >>> round(found["a"], 4), round(float(covariance[0, 0] ** 0.5), 3)
    (2.0, 0.2)
    """
    names = tuple(start)
    is_share = np.array([name.endswith(_SHARE) for name in names])

    def values(x: _Floats) -> _Floats:
        return np.where(is_share, expit(x), np.exp(np.where(is_share, 0, x)))

    def cost(x: _Floats) -> float:
        at = values(x)
        prior = 0.5 * np.log(np.maximum(at * (1 - at), 1e-300))[is_share].sum()
        return -float(log_likelihood(dict(zip(names, at.tolist(), strict=True))) + prior)

    first = np.array([start[name] for name in names], dtype=np.float64)
    inside = np.clip(first, 1e-6, 1 - 1e-6)
    x0 = np.where(
        is_share, logit(np.where(is_share, inside, 0.5)), np.log(np.where(is_share, 1, first))
    )
    best = minimize(cost, x0, method="BFGS", options={"gtol": 1e-3}).x
    slopes = np.where(is_share, values(best) * (1 - values(best)), values(best))
    covariance = _inverse(_curvature(cost, best)) * np.outer(slopes, slopes)
    return dict(zip(names, values(best).tolist(), strict=True)), covariance


def _curvature(cost: Callable[[_Floats], float], x: _Floats) -> _Floats:
    n = len(x)
    steps = np.eye(n) * _STEP
    curvature = np.empty((n, n))
    for i in range(n):
        for j in range(i, n):
            a, b = steps[i], steps[j]
            corners = cost(x + a + b) - cost(x + a - b) - cost(x - a + b) + cost(x - a - b)
            curvature[i, j] = curvature[j, i] = corners / (4 * _STEP**2)
    return curvature


def _inverse(curvature: _Floats) -> _Floats:
    values = np.linalg.eigvalsh(curvature)
    if not values.min() > 0:
        return np.full(curvature.shape, np.nan)
    return np.asarray(np.linalg.inv(curvature))
