"""Shares that were counted, and how they are drawn anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from lapor_lab.practices.calibration.estimate import estimate_row
from lapor_lab.stats import wilson_interval

__all__ = ["Mix", "Share"]

# Jeffreys' half a case on each side, so that a share of 0 or 1 has an error, too.
_HALF: Final = 0.5


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
        return [
            estimate_row(self.parameter, share, (float(lower), float(upper)), error, self.trials)
        ]


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
