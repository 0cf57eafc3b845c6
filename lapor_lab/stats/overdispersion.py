"""Overdispersion: how much more units differ than chance alone would have them."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.stats.checked_numbers import numbers_above

__all__ = ["Overdispersion", "OverdispersionVariant", "check_variant", "overdispersion"]

OverdispersionVariant = Literal["truncated", "winsorised"]

_FEWEST_UNITS: Final = 2


@dataclass(frozen=True, kw_only=True)
class Overdispersion:
    """How much more units differ than chance alone would have them.

    Parameters
    ----------
    variant : {"truncated", "winsorised"}
        What was done with the outermost units before the spread was measured.
    n : int
        Units that were measured.
    phi : float
        Mean square of their deviates: 1 is chance alone. NaN where no unit is left.
    tau2 : float
        Variance between units, in the square of the unit of the standard errors; at least 0.
    z : ndarray of shape (n_units,)
        Deviates of all units, the outermost included, with the variance between units in
        their standard error.
    """

    variant: OverdispersionVariant
    n: int
    phi: float
    tau2: float
    z: NDArray[np.float64]


def overdispersion(
    z: ArrayLike,
    standard_error: ArrayLike,
    variant: OverdispersionVariant = "truncated",
    *,
    trim: float = 0.1,
    is_consistent: bool = True,
) -> Overdispersion:
    """Return overdispersion without letting the outermost units decide it.

    Units that truly differ must not hide themselves by widening the limits, so that the
    outermost are set aside (``"truncated"``, as NHS Digital's SHMI) or drawn in to the value
    at the edge (``"winsorised"``, as the Care Quality Commission). Either leaves less spread
    even where no unit differs: 44 % and 68 % of the variance at a trim of 0.1. As published
    both ignore that, and three units in a hundred then lie outside limits of 99.8 %. The
    consistent form divides it out, and chooses `tau2` so that the adjusted deviates, trimmed
    in the same way, spread as normal deviates do: fewer than one in a hundred lies outside
    while the units' true values are normal with a standard deviation of 30 % or less.

    Parameters
    ----------
    z : array-like of shape (n_units,)
        Deviates from the target, (estimate - target) / standard error; NaN is left out.
    standard_error : array-like of shape (n_units,)
        Standard errors of the estimates if all were on target, above 0; on any scale, which
        is then that of `tau2`.
    variant : {"truncated", "winsorised"}, default="truncated"
        What is done with the outermost units.
    trim : float, default=0.1
        Share of units at each end, in [0, 0.5).
    is_consistent : bool, default=True
        Whether to allow for what trimming takes away; False gives the published figures.

    Returns
    -------
    Overdispersion
        With a variance of 0 between units where these differ no more than chance would have
        them, or where fewer than two are known.

    Raises
    ------
    ParameterError
        If a standard error or the trim lies outside its range.
    UnknownNameError
        If there is no such variant.

    References
    ----------
    .. [1] Spiegelhalter (2005), Qual. Saf. Health Care 14, 347-351.
    .. [2] Spiegelhalter et al. (2012), J. R. Stat. Soc. A 175, 1-47.
    .. [3] NHS Digital, Summary Hospital-level Mortality Indicator: methodology.

    Examples
    --------
    >>> z = [-3.1, -2.2, -1.4, -0.3, 0.2, 0.9, 1.8, 2.4, 12.0]
    >>> found = overdispersion(z, [0.1] * 9, is_consistent=False)
    >>> found.n, round(found.phi, 2), round(found.tau2, 4), round(float(found.z[-1]), 2)
    (8, 3.29, 0.0276, 6.19)
    """
    check_variant(variant)
    _check_trim(trim)
    deviates, error = _checked_units(z, standard_error)
    is_known = np.isfinite(deviates) & np.isfinite(error)
    known, known_error = deviates[is_known], error[is_known]
    is_kept = _kept(known, variant, trim)
    phi = _mean_square(known, variant, trim)
    if len(known) < _FEWEST_UNITS:
        tau2 = 0.0
    elif is_consistent:
        left = _left_by_trimming(len(known), variant, trim)
        phi /= left
        tau2 = _consistent_variance(known, known_error, variant, trim=trim, left=left)
    else:
        tau2 = _moment_variance(phi, known_error[is_kept])
    return Overdispersion(
        variant=variant,
        n=int(is_kept.sum()),
        phi=phi,
        tau2=tau2,
        z=deviates / np.sqrt(1 + tau2 / error**2),
    )


def check_variant(variant: str) -> None:
    """Refuse a variant that is not known.

    Parameters
    ----------
    variant : str
        Must be ``"truncated"`` or ``"winsorised"``.

    Raises
    ------
    UnknownNameError
        If it is neither.

    Examples
    --------
    >>> check_variant("trimmed")
    Traceback (most recent call last):
        ...
    lapor_lab.errors.UnknownNameError: Unknown variant 'trimmed'. Choose one of \
truncated, winsorised.
    """
    known = get_args(OverdispersionVariant)
    if variant not in known:
        raise UnknownNameError(
            "unknown_name", kind="variant", value=variant, allowed=", ".join(known)
        )


def _kept(z: NDArray[np.float64], variant: OverdispersionVariant, trim: float) -> NDArray[np.bool_]:
    # Truncation goes by groups of ranks, floor(rank * k / (n + 1)), as SHMI defines it.
    if variant == "winsorised" or trim == 0:
        return np.ones(len(z), dtype=bool)
    _, position, n_tied = np.unique(z, return_inverse=True, return_counts=True)
    rank = (np.cumsum(n_tied) - (n_tied - 1) / 2)[position]
    group = np.floor(rank / trim / (len(z) + 1))
    return np.asarray((group > 0) & (group < 1 / trim - 1))


def _mean_square(z: NDArray[np.float64], variant: OverdispersionVariant, trim: float) -> float:
    kept = z[_kept(z, variant, trim)]
    if len(kept) == 0:
        return float("nan")
    if variant == "winsorised":
        kept = np.clip(kept, *np.quantile(kept, [trim, 1 - trim]))
    return float(np.mean(kept**2))


def _left_by_trimming(n: int, variant: OverdispersionVariant, trim: float) -> float:
    # What is left of the variance of normal scores (Blom's) by the same trimming.
    scores = ndtri((np.arange(1, n + 1) - 0.375) / (n + 0.25))
    return _mean_square(scores, variant, trim) / float(np.mean(scores**2))


def _consistent_variance(
    z: NDArray[np.float64],
    error: NDArray[np.float64],
    variant: OverdispersionVariant,
    *,
    trim: float,
    left: float,
) -> float:
    from scipy.optimize import brentq  # noqa: PLC0415 (slow to import)

    wanted = left * (len(z) - 1) / len(z)

    def excess(tau2: float) -> float:
        return _mean_square(z / np.sqrt(1 + tau2 / error**2), variant, trim) - wanted

    if not excess(0.0) > 0:
        return 0.0
    most = float(np.max((z * error) ** 2)) / wanted
    return float(brentq(excess, 0.0, most, xtol=1e-14 * most, rtol=1e-12))


def _moment_variance(phi: float, error: NDArray[np.float64]) -> float:
    # DerSimonian & Laird's, cut at 0.
    n, weight = len(error), error**-2.0
    room = float(np.sum(weight) - np.sum(weight**2) / np.sum(weight)) if n > 1 else 0.0
    return max(0.0, (n * phi - (n - 1)) / room) if room > 0 else 0.0


def _checked_units(
    z: ArrayLike, standard_error: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    deviates, error = np.broadcast_arrays(
        np.atleast_1d(np.asarray(z, dtype=np.float64)),
        numbers_above("standard_error", standard_error, 0),
    )
    return deviates, error


def _check_trim(trim: float) -> None:
    if not 0 <= trim < 0.5:  # noqa: PLR2004 (both halves)
        raise ParameterError(
            "parameter_range",
            name="trim",
            allowed="in [0, 0.5)",
            value=trim,
            remedy="Write 0.1 to trim a tenth of the units at each end.",
        )
