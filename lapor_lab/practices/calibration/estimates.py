"""What data say of parameters: estimates that know their error and can be drawn anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit

from lapor_lab.stats import wilson_interval

__all__ = ["Counted", "Estimate", "Measured", "Mix", "Share"]

_Z: Final = 1.959963984540054
_SHARE: Final = "_share"
# Jeffreys' half a case on each side, so that a share of 0 or 1 has an error, too.
_HALF: Final = 0.5


class Estimate(Protocol):
    """What can be put into an institution, and drawn from its error."""

    @property
    def reason(self) -> str:
        """How it was estimated, in Indonesian."""
        ...

    def values(self) -> dict[str, Any]:
        """Return the estimates by parameter."""
        ...

    def draw(self, generator: np.random.Generator) -> dict[str, Any]:
        """Return values by parameter that could as well be the truth."""
        ...

    def rows(self) -> list[dict[str, Any]]:
        """Return `parameter, estimate, lower, upper, standard_error, n`, a row a number."""
        ...


@dataclass(frozen=True, kw_only=True)
class Share:
    """A share of trials.

    Parameters
    ----------
    parameter : str
        Its name.
    hits, trials : float
        What was counted; at least one trial.
    reason : str
        How, in Indonesian.
    """

    parameter: str
    hits: float
    trials: float
    reason: str

    def values(self) -> dict[str, Any]:
        """Return the share.

        Returns
        -------
        dict of str to float
            By parameter.
        """
        return {self.parameter: self.hits / self.trials}

    def draw(self, generator: np.random.Generator) -> dict[str, Any]:
        """Return a share from the Beta law that Jeffreys' prior leads to.

        Parameters
        ----------
        generator : Generator
            Random numbers.

        Returns
        -------
        dict of str to float
            By parameter.
        """
        a, b = self.hits + _HALF, self.trials - self.hits + _HALF
        return {self.parameter: float(generator.beta(a, b))}

    def rows(self) -> list[dict[str, Any]]:
        """Return the row of the table, with Wilson's interval.

        Returns
        -------
        list of dict
            One row.
        """
        lower, upper = wilson_interval(self.hits, self.trials)
        middle = (self.hits + _HALF) / (self.trials + 2 * _HALF)
        error = np.sqrt(middle * (1 - middle) / self.trials)
        share = self.hits / self.trials
        return [_row(self.parameter, share, (float(lower), float(upper)), error, self.trials)]


@dataclass(frozen=True, kw_only=True)
class Mix:
    """Shares of categories that exclude each other.

    Parameters
    ----------
    parameter : str
        A distribution, such as ``"class_shares"``; empty where the categories are parameters
        of their own.
    counts : mapping of str to float
        Cases by category, at least one in all.
    left_out : str, default=""
        The category that no parameter tells, where the categories are parameters.
    reason : str
        How, in Indonesian.
    """

    parameter: str
    counts: Mapping[str, float]
    left_out: str = ""
    reason: str

    def values(self) -> dict[str, Any]:
        """Return the shares.

        Returns
        -------
        dict of str to object
            The distribution by its name, or the shares by theirs.
        """
        total = sum(self.counts.values())
        return self._named([n / total for n in self.counts.values()])

    def draw(self, generator: np.random.Generator) -> dict[str, Any]:
        """Return shares from the Dirichlet law that Jeffreys' prior leads to.

        Parameters
        ----------
        generator : Generator
            Random numbers.

        Returns
        -------
        dict of str to object
            As `values`.
        """
        drawn = generator.dirichlet([n + _HALF for n in self.counts.values()])
        return self._named([float(share) for share in drawn])

    def rows(self) -> list[dict[str, Any]]:
        """Return a row a category.

        Returns
        -------
        list of dict
            With Wilson's intervals.
        """
        total = sum(self.counts.values())
        prefix = f"{self.parameter}." if self.parameter else ""
        return [
            Share(parameter=prefix + name, hits=n, trials=total, reason=self.reason).rows()[0]
            for name, n in self.counts.items()
            if name != self.left_out
        ]

    def _named(self, shares: list[float]) -> dict[str, Any]:
        by_name = dict(zip(self.counts, shares, strict=True))
        if self.parameter:
            return {self.parameter: by_name}
        return {name: share for name, share in by_name.items() if name != self.left_out}


@dataclass(frozen=True, kw_only=True, eq=False)
class Measured:
    """Numbers with a common covariance; shares are drawn on the logit, others on the log scale.

    Parameters
    ----------
    parameters : tuple of str
        Their names.
    estimates : tuple of float
        Their values: of shares within (0, 1), of others above 0.
    covariance : ndarray of float of shape (n, n)
        Of the estimates.
    n : int
        Observations.
    reason : str
        How, in Indonesian.
    """

    parameters: tuple[str, ...]
    estimates: tuple[float, ...]
    covariance: npt.NDArray[np.float64]
    n: int
    reason: str

    def values(self) -> dict[str, Any]:
        """Return the estimates.

        Returns
        -------
        dict of str to float
            By parameter.
        """
        return dict(zip(self.parameters, self.estimates, strict=True))

    def draw(self, generator: np.random.Generator) -> dict[str, Any]:
        """Return numbers from the normal law on their scale.

        Parameters
        ----------
        generator : Generator
            Random numbers.

        Returns
        -------
        dict of str to float
            By parameter.
        """
        slopes = np.array([_slope(*pair) for pair in self.values().items()])
        covariance = self.covariance * np.outer(slopes, slopes)
        noise = generator.multivariate_normal(np.zeros(len(slopes)), covariance, method="eigh")
        return {
            name: _shifted(name, value, float(by))
            for (name, value), by in zip(self.values().items(), noise, strict=True)
        }

    def rows(self) -> list[dict[str, Any]]:
        """Return a row a number, its interval symmetric on its scale.

        Returns
        -------
        list of dict
            One a parameter.
        """
        errors = np.sqrt(np.diag(self.covariance))
        rows = []
        for (name, value), error in zip(self.values().items(), errors, strict=True):
            half = _Z * error * _slope(name, value)
            ends = _shifted(name, value, -half), _shifted(name, value, half)
            rows.append(_row(name, value, ends, float(error), self.n))
        return rows


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What is read off the data without an error that could be told.

    Parameters
    ----------
    parameter : str
        Its name.
    value : object
        Its value.
    n : int
        Observations.
    reason : str
        How, in Indonesian.
    """

    parameter: str
    value: Any
    n: int
    reason: str

    def values(self) -> dict[str, Any]:
        """Return the value.

        Returns
        -------
        dict of str to object
            By parameter.
        """
        return {self.parameter: self.value}

    def draw(self, generator: np.random.Generator) -> dict[str, Any]:
        """Return the value as it is.

        Parameters
        ----------
        generator : Generator
            Not used.

        Returns
        -------
        dict of str to object
            By parameter.
        """
        del generator
        return self.values()

    def rows(self) -> list[dict[str, Any]]:
        """Return the row of the table; what is no number has no estimate in it.

        Returns
        -------
        list of dict
            One row.
        """
        is_number = isinstance(self.value, int | float)
        estimate = float(self.value) if is_number else np.nan
        return [_row(self.parameter, estimate, (np.nan, np.nan), np.nan, self.n)]


def _slope(name: str, value: float) -> float:
    return 1 / (value * (1 - value)) if name.endswith(_SHARE) else 1 / value


def _shifted(name: str, value: float, by: float) -> float:
    if name.endswith(_SHARE):
        return float(expit(logit(value) + by))
    return float(value * np.exp(by))


def _row(
    name: str, value: float, ends: tuple[float, float], error: float, n: float
) -> dict[str, Any]:
    return {
        "parameter": name,
        "estimate": value,
        "lower": ends[0],
        "upper": ends[1],
        "standard_error": float(error),
        "n": int(n),
    }
