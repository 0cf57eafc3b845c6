"""What data say of a parameter: an estimate that knows its error and can be drawn anew."""

from typing import Any, Protocol

import numpy as np

__all__ = ["Estimate", "estimate_row"]


class Estimate(Protocol):
    """What can be put into an institution, and drawn from its error."""

    @property
    def reason(self) -> str:
        """How it was estimated, in Indonesian."""
        ...

    def values(self) -> dict[str, Any]:
        """Return the estimates.

        Returns
        -------
        dict of str to object
            By parameter.
        """
        ...

    def draw(self, generator: np.random.Generator) -> dict[str, Any]:
        """Return values that could as well be the truth.

        Parameters
        ----------
        generator : Generator
            Random numbers.

        Returns
        -------
        dict of str to object
            By parameter.
        """
        ...

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows of a table, one a number.

        Returns
        -------
        list of dict
            As `estimate_row` makes them.
        """
        ...


def estimate_row(
    name: str, value: float, ends: tuple[float, float], error: float, n: float
) -> dict[str, Any]:
    """Return a row of a table of estimates.

    Parameters
    ----------
    name : str
        The parameter.
    value : float
        Its estimate.
    ends : tuple of (float, float)
        Of the interval at 95 %.
    error : float
        Its standard error.
    n : float
        Observations.

    Returns
    -------
    dict
        `parameter, estimate, lower, upper, standard_error, n`.

    Examples
    --------
    >>> estimate_row("n_admins", 3.0, (2.0, 4.0), 0.5, 9)["n"]
    9
    """
    return {
        "parameter": name,
        "estimate": value,
        "lower": ends[0],
        "upper": ends[1],
        "standard_error": float(error),
        "n": int(n),
    }
