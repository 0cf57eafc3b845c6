"""How far two raters agree beyond chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.stats.proportion import check_confidence_level, wilson_interval

__all__ = ["Agreement", "cohen_kappa"]

Weighting = Literal["linear", "quadratic"]
_POWERS: Final = {None: 0, "linear": 1, "quadratic": 2}


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Cohen's kappa of two raters.

    Parameters
    ----------
    kappa : float
        1 where they always agree, 0 where as often as by chance; NaN where both put all
        items into one and the same category, so that nothing can be said.
    standard_error : float
        Its large-sample standard error.
    lower, upper : float
        Its interval, in [-1, 1].
    observed_share : float
        Agreement as it is, partial agreement counted by its weight.
    expected_share : float
        Agreement that chance would give.
    n : int
        Items that both rated.
    """

    kappa: float
    standard_error: float
    lower: float
    upper: float
    observed_share: float
    expected_share: float
    n: int


def cohen_kappa(
    first: ArrayLike,
    second: ArrayLike,
    *,
    weighting: Weighting | None = None,
    categories: Sequence[Any] | None = None,
    confidence_level: float = 0.95,
) -> Agreement:
    """Return Cohen's kappa of two raters with its interval.

    Where the standard error is 0, as with full agreement, its interval would have no width;
    then Wilson's interval of the observed agreement is put on the scale of kappa, at the
    given agreement by chance. Six of six agreements are no proof of perfect agreement.

    Parameters
    ----------
    first, second : array-like of shape (n_items,)
        Category of each item by each rater; an item that one of them left missing is left
        out.
    weighting : {"linear", "quadratic"} or None, default=None
        How partial agreement counts: not at all, or by the distance of ordered categories.
    categories : sequence or None, default=None
        All categories, in their order. A weighting needs them, as a level that nobody used
        still lies between its neighbours.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    Agreement
        Kappa, interval, and what it is made of.

    Raises
    ------
    ParameterError
        If the lengths differ, a rating is not among the categories, categories are wanting
        or the level is not in (0, 1).
    UnknownNameError
        If the weighting is unknown.

    References
    ----------
    .. [1] Cohen (1968), Psychol. Bull. 70, 213-220.
    .. [2] Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72, 323-327: the standard error.

    Examples
    --------
    >>> found = cohen_kappa([0, 1, 2, 3, 4, 4], [0, 1, 2, 2, 4, 3],
    ...                     weighting="linear", categories=range(5))
    >>> round(found.kappa, 3), round(found.lower, 3), round(found.upper, 3)
    (0.793, 0.534, 1.0)
    """
    check_confidence_level(confidence_level)
    table = _cross_table(first, second, weighting, categories)
    n = table.sum()
    if n == 0:
        missing = float("nan")
        return Agreement(
            kappa=missing, standard_error=missing, lower=missing, upper=missing,
            observed_share=missing, expected_share=missing, n=0,
        )  # fmt: skip
    weight = _weights(len(table), weighting)
    p = table / n
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    observed = float((weight * p).sum())
    expected = float(rows @ weight @ columns)
    with np.errstate(divide="ignore", invalid="ignore"):
        kappa = float(np.divide(observed - expected, 1 - expected))
        mean = (weight @ columns)[:, None] + (rows @ weight)[None, :]
        spread = (p * (weight * (1 - expected) - mean * (1 - observed)) ** 2).sum()
        centre = (observed * expected - 2 * expected + observed) ** 2
        variance = float(np.divide(spread - centre, n * (1 - expected) ** 4))
    # Two equal sums leave a rounding error of either sign where all agree.
    error = 0.0 if variance < 1e-15 else float(np.sqrt(variance))  # noqa: PLR2004
    error = float("nan") if np.isnan(kappa) else error
    half = float(ndtri((1 + confidence_level) / 2)) * error
    lower, upper = kappa - half, kappa + half
    if error == 0:
        ends = wilson_interval(observed * n, n, confidence_level)
        lower, upper = ((float(end) - expected) / (1 - expected) for end in ends)
    return Agreement(
        kappa=kappa,
        standard_error=error,
        lower=float(np.maximum(lower, -1)),
        upper=float(np.minimum(upper, 1)),
        observed_share=observed,
        expected_share=expected,
        n=int(n),
    )


def _weights(n_categories: int, weighting: Weighting | None) -> NDArray[np.float64]:
    place = np.arange(n_categories)
    distance = np.abs(place[:, None] - place).astype(np.float64)
    if weighting is None:
        return np.eye(n_categories)
    near: NDArray[np.float64] = 1 - (distance / max(n_categories - 1, 1)) ** _POWERS[weighting]
    return near


def _cross_table(
    first: ArrayLike,
    second: ArrayLike,
    weighting: Weighting | None,
    categories: Sequence[Any] | None,
) -> NDArray[np.float64]:
    if weighting not in _POWERS:
        allowed = ", ".join(repr(name) for name in _POWERS)
        raise UnknownNameError("unknown_name", kind="weighting", value=weighting, allowed=allowed)
    if weighting is not None and categories is None:
        raise ParameterError(
            "parameter_range",
            name="categories",
            allowed="all levels in their order where `weighting` is given",
            value=None,
            remedy="Write range(5) for levels 0 to 4.",
        )
    ratings = [np.asarray(values, dtype=object).ravel() for values in (first, second)]
    if len(ratings[0]) != len(ratings[1]):
        raise ParameterError(
            "work_shape", name="second", allowed=ratings[0].shape, value=ratings[1].shape
        )
    is_known = ~(pd.isna(ratings[0]) | pd.isna(ratings[1]))
    pairs = list(zip(ratings[0][is_known], ratings[1][is_known], strict=True))
    known = dict.fromkeys(value for pair in pairs for value in pair)
    place = {value: i for i, value in enumerate(known if categories is None else categories)}
    table = np.zeros((len(place), len(place)))
    for one, two in pairs:
        for value in (one, two):
            if value not in place:
                raise ParameterError(
                    "parameter_range",
                    name="categories",
                    allowed="all ratings that were given",
                    value=list(place),
                    remedy=f"Add {value!r}, or mend the rating.",
                )
        table[place[one], place[two]] += 1
    return table
