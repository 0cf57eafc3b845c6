"""Platt's sigmoids: from margins of a linear model to probabilities."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

__all__ = ["Sigmoids", "fit_sigmoids"]

Floats = npt.NDArray[np.float64]

# Asumsi: with fewer examples of a class its own sigmoid is mostly noise.
_MIN_EXAMPLES: Final = 5


@dataclass(frozen=True, kw_only=True)
class Sigmoids:
    """One sigmoid a class.

    Parameters
    ----------
    slope, intercept : ndarray of float64 of shape (n_classes,)
        Probability of a class = expit(slope * margin + intercept), before normalising.
    """

    slope: Floats
    intercept: Floats

    def probabilities(self, margins: Floats) -> Floats:
        """Return probabilities that add up to 1.

        Parameters
        ----------
        margins : ndarray of float64 of shape (n_texts, n_classes)
            Margins of the linear model.

        Returns
        -------
        ndarray of float64 of shape (n_texts, n_classes)
            Each row adds up to 1.
        """
        raw = np.asarray(expit(margins * self.slope + self.intercept))
        return np.asarray(raw / raw.sum(axis=1, keepdims=True))


def fit_sigmoids(margins: Floats, class_of: npt.NDArray[np.int64]) -> Sigmoids:
    """Fit Platt's sigmoid to each class, on margins of texts that the model did not learn from.

    A class with fewer than five examples, or whose own sigmoid falls, takes the sigmoid fitted
    to all classes together.

    Parameters
    ----------
    margins : ndarray of float64 of shape (n_texts, n_classes)
        Out-of-fold margins; NaN where a class was absent from the training folds.
    class_of : ndarray of int64 of shape (n_texts,)
        Number of the class of each text.

    Returns
    -------
    Sigmoids
        Slopes are never negative.

    References
    ----------
    .. [1] Platt (1999), Probabilistic outputs for support vector machines.

    Examples
    --------
    >>> margins = np.repeat([[2.0, -2.0], [-2.0, 2.0]], 10, axis=0)
    >>> fit_sigmoids(margins, np.repeat([0, 1], 10)).probabilities(margins)[0].round(2)
    array([0.92, 0.08])
    """
    n_classes = margins.shape[1]
    is_class = class_of[:, None] == np.arange(n_classes)
    known = ~np.isnan(margins)
    pooled = _fit(margins[known], is_class[known])
    slope = np.full(n_classes, max(pooled[0], 0.0))
    intercept = np.full(n_classes, pooled[1])
    for number in range(n_classes):
        rows = known[:, number]
        if is_class[rows, number].sum() >= _MIN_EXAMPLES:
            own = _fit(margins[rows, number], is_class[rows, number])
            if own[0] > 0:
                slope[number], intercept[number] = own
    return Sigmoids(slope=slope, intercept=intercept)


def _fit(margin: Floats, is_class: npt.NDArray[np.bool_]) -> tuple[float, float]:
    n_class = int(is_class.sum())
    n_other = len(is_class) - n_class
    # Platt's targets: not quite 1 and 0, so that a clean split gives no infinite slope.
    target = np.where(is_class, (n_class + 1) / (n_class + 2), 1 / (n_other + 2))

    def loss(parameters: Floats) -> tuple[float, Floats]:
        score = parameters[0] * margin + parameters[1]
        residual = expit(score) - target
        value = float((np.logaddexp(0, score) - target * score).mean())
        return value, np.array([(residual * margin).mean(), residual.mean()])

    start = np.array([1.0, np.log((n_class + 1) / (n_other + 1))])
    found = minimize(loss, start, jac=True, method="BFGS").x
    return float(found[0]), float(found[1])
