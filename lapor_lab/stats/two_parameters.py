"""Greatest likelihood of two parameters above 0, and what their error does to others."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Fit", "Likelihood", "maximise", "rise"]

# Value, gradient and Hessian of a log likelihood at two parameters.
Likelihood = Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64], NDArray[np.float64]]]


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Where a likelihood is greatest.

    Parameters
    ----------
    parameters : ndarray of shape (2,)
        The two parameters.
    covariance : ndarray of shape (2, 2)
        Of them, from the curvature.
    """

    parameters: NDArray[np.float64]
    covariance: NDArray[np.float64]

    def variance_of(self, slopes: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the variance that the error of the parameters adds (delta method).

        Parameters
        ----------
        slopes : ndarray of shape (2, n)
            Derivatives of n quantities by each parameter.

        Returns
        -------
        ndarray of shape (n,)
            Variances.
        """
        return np.asarray(np.einsum("pi,pq,qi->i", slopes, self.covariance, slopes))


def maximise(likelihood: Likelihood, start: ArrayLike) -> Fit:
    """Return the parameters at which a likelihood is greatest, near a start.

    Parameters
    ----------
    likelihood : callable
        Takes the two parameters, above 0; returns the log likelihood, its gradient and its
        Hessian.
    start : array-like of shape (2,)
        Above 0.

    Returns
    -------
    Fit
        Parameters and covariance.

    Examples
    --------
    >>> def likelihood(x):
    ...     return -float(((x - [2, 3]) ** 2).sum()), -2 * (x - [2, 3]), -2 * np.eye(2)
    >>> maximise(likelihood, [1, 1]).parameters.round(6)
    array([2., 3.])
    """
    from scipy.optimize import minimize  # noqa: PLC0415 (only where it is asked for)

    # Climbed on the scale of logarithms; the covariance is that of the parameters themselves.
    def value(log_parameters: NDArray[np.float64]) -> float:
        return -likelihood(np.exp(log_parameters))[0]

    def slope(log_parameters: NDArray[np.float64]) -> NDArray[np.float64]:
        parameters = np.exp(log_parameters)
        return -parameters * likelihood(parameters)[1]

    def bend(log_parameters: NDArray[np.float64]) -> NDArray[np.float64]:
        parameters = np.exp(log_parameters)
        _, first, second = likelihood(parameters)
        return -(np.outer(parameters, parameters) * second + np.diag(parameters * first))

    found = minimize(
        value,
        np.log(np.asarray(start, dtype=np.float64)),
        jac=slope,
        hess=bend,
        method="trust-exact",
        options={"gtol": 1e-8},
    )
    parameters = np.asarray(np.exp(found.x), dtype=np.float64)
    covariance = np.asarray(np.linalg.inv(-likelihood(parameters)[2]), dtype=np.float64)
    return Fit(parameters=parameters, covariance=covariance)


def rise(
    function: Callable[..., NDArray[np.float64]], start: float, steps: NDArray[np.float64]
) -> float:
    """Return the sum over units of what a function gains from a start to a step beyond it.

    Parameters
    ----------
    function : callable
        Of one array.
    start : float
        Where all units start.
    steps : ndarray of shape (n_units,)
        How far each goes.

    Returns
    -------
    float
        The sum.

    Examples
    --------
    >>> rise(np.square, 1.0, np.array([1.0, 2.0]))
    11.0
    """
    return float((function(start + steps) - function(start)).sum())
