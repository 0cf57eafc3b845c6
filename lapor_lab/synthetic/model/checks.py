"""Checks that the parts of a scenario share: a value outside its range is refused by name."""

import math
from collections.abc import Mapping

from lapor_lab.errors import ParameterError

__all__ = ["check_at_least", "check_choice", "check_distribution", "check_positive", "check_share"]

_SUM_TOLERANCE = 1e-6


def check_share(name: str, value: float) -> None:
    """Refuse a share outside [0, 1].

    Parameters
    ----------
    name : str
        Name of the parameter.
    value : float
        Its value.

    Raises
    ------
    ParameterError
        If it lies outside.
    """
    if not 0 <= value <= 1:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed="0 … 1",
            value=value,
            remedy="Write 0.15 for 15 %.",
        )


def check_positive(name: str, value: float) -> None:
    """Refuse what is not a finite number above 0.

    Parameters
    ----------
    name : str
        Name of the parameter.
    value : float
        Its value.

    Raises
    ------
    ParameterError
        If it is 0, negative or not finite.
    """
    if not (value > 0 and math.isfinite(value)):
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed="> 0",
            value=value,
            remedy="Give a larger one.",
        )


def check_at_least(name: str, value: float, lowest: float) -> None:
    """Refuse what lies below a bound or is not finite.

    Parameters
    ----------
    name : str
        Name of the parameter.
    value : float
        Its value.
    lowest : float
        Smallest value allowed.

    Raises
    ------
    ParameterError
        If it lies below.
    """
    if not (value >= lowest and math.isfinite(value)):
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed=f">= {lowest}",
            value=value,
            remedy="Give a larger one.",
        )


def check_choice(name: str, value: object, allowed: tuple[str, ...]) -> None:
    """Refuse what is not one of a few values.

    Parameters
    ----------
    name : str
        Name of the parameter.
    value : object
        Its value.
    allowed : tuple of str
        What it may be.

    Raises
    ------
    ParameterError
        If it is another.
    """
    if value not in allowed:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed=" | ".join(allowed),
            value=value,
            remedy="Spell it as there.",
        )


def check_distribution(name: str, shares: Mapping[str, float]) -> None:
    """Refuse shares that are no distribution.

    Parameters
    ----------
    name : str
        Name of the parameter.
    shares : mapping of str to float
        Share by category.

    Raises
    ------
    ParameterError
        If one lies outside [0, 1] or they do not sum to 1.
    """
    for key, value in shares.items():
        check_share(f"{name}.{key}", value)
    total = math.fsum(shares.values())
    if abs(total - 1) > _SUM_TOLERANCE:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed="Σ = 1",
            value=round(total, 6),
            remedy="Divide each by the sum.",
        )
