"""Numbers that were measured, and how they are drawn anew."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit

from lapor_lab.practices.calibration.estimate import estimate_row

__all__ = ["Counted", "Measured"]

_Z: Final = 1.959963984540054
_SHARE: Final = "_share"


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
            rows.append(estimate_row(name, value, ends, float(error), self.n))
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
        return [estimate_row(self.parameter, estimate, (np.nan, np.nan), np.nan, self.n)]


def _slope(name: str, value: float) -> float:
    return 1 / (value * (1 - value)) if name.endswith(_SHARE) else 1 / value


def _shifted(name: str, value: float, by: float) -> float:
    if name.endswith(_SHARE):
        return float(expit(logit(value) + by))
    return float(value * np.exp(by))
