"""An institution as its own data show it, with what is not known left to assumptions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pandas as pd

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["ASSUMED", "DATA", "Calibration", "fit_values"]

DATA: Final = "data"
ASSUMED: Final = "asumsi"
# A world of another volume draws other reports: what is asked for is the effect at this volume.
_KEPT: Final = frozenset({"volume_per_year"})
_WHOLE: Final = frozenset({"volume_per_year", "n_admins", "hold_limit_days"})
_LOWEST: Final = 1e-6


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """What data say of an institution's parameters.

    Parameters
    ----------
    scenario : Scenario
        The institution alone, with its estimates; ready for `what_if`.
    institution_id : str
        Its identifier in the scenario.
    parameters : DataFrame of shape (n_rows, 8)
        `parameter, estimate, lower, upper, standard_error, n, basis` ("data" or "asumsi") and
        `reason`. What is no number, and what is assumed, has no interval.
    estimates : tuple of Estimate
        Behind the rows of basis "data".
    """

    scenario: Scenario
    institution_id: str
    parameters: pd.DataFrame
    estimates: tuple[Estimate, ...]

    @property
    def institution(self) -> InstitutionModel:
        """The institution with its estimates."""
        return self.scenario.institution(self.institution_id)

    @property
    def has_error(self) -> bool:
        """Whether any parameter was estimated with an error."""
        return bool(self.parameters["standard_error"].notna().any())

    @property
    def n_cases(self) -> int:
        """Reports behind the estimates."""
        rows = self.parameters.loc[self.parameters["parameter"] == "volume_per_year", "n"]
        return int(rows.iloc[0])

    def names_of(self, basis: str) -> tuple[str, ...]:
        """Return the parameters of a basis.

        Parameters
        ----------
        basis : {"data", "asumsi"}
            Which.

        Returns
        -------
        tuple of str
            Names; of a distribution its own, once.
        """
        rows = self.parameters[self.parameters["basis"] == basis]
        return tuple(dict.fromkeys(rows["parameter"].str.split(".").str[0]))

    def draw(self, rng: int) -> Scenario:
        """Return a scenario that could as well be the truth, as far as the data tell.

        Estimates are drawn from their errors. The volume stays, and so does all that is
        assumed.

        Parameters
        ----------
        rng : int
            Seed, 0 or larger.

        Returns
        -------
        Scenario
            Of the same institution.
        """
        generator = np.random.default_rng(rng)
        values: dict[str, Any] = {}
        for estimate in self.estimates:
            values |= estimate.draw(generator)
        kept = {name: value for name, value in values.items() if name not in _KEPT}
        changed = replace(self.institution, **fit_values(kept))
        return replace(self.scenario, institutions=(changed,))


def fit_values(values: dict[str, Any]) -> dict[str, Any]:
    """Make values such as an institution takes them.

    Parameters
    ----------
    values : dict of str to object
        By parameter.

    Returns
    -------
    dict of str to object
        Whole where they must be, not 0 where they must not, and closing shares of a sum of at
        most 1.
    """
    fitted = {
        name: max(1, round(value)) if name in _WHOLE else value for name, value in values.items()
    }
    for name, value in fitted.items():
        if name.endswith(("_hours", "_minutes")):
            fitted[name] = max(value, _LOWEST)
    closers = ("closed_by_reporter_share", "closed_by_admin_share")
    total = sum(fitted.get(name, 0.0) for name in closers)
    if total > 1:
        fitted |= {name: fitted[name] / total for name in closers if name in fitted}
    if "rating_start" in fitted:
        fitted["rating_start"] = min(max(fitted["rating_start"], 1.0), 5.0)
    return fitted


def tabulate(estimates: Sequence[Estimate], assumed: dict[str, tuple[float, str]]) -> pd.DataFrame:
    """Lay estimates and assumptions one below the other.

    Parameters
    ----------
    estimates : sequence of Estimate
        What data say.
    assumed : dict of str to tuple of (float, str)
        Value and reason of the others; NaN for what is no number.

    Returns
    -------
    DataFrame of shape (n_rows, 8)
        As `Calibration` holds it.
    """
    rows = [
        {**row, "basis": DATA, "reason": f"data: {estimate.reason}"}
        for estimate in estimates
        for row in estimate.rows()
    ]
    rows += [
        {"parameter": name, "estimate": value, "n": 0, "basis": ASSUMED, "reason": reason}
        for name, (value, reason) in assumed.items()
    ]
    columns = ["parameter", "estimate", "lower", "upper", "standard_error", "n", "basis", "reason"]
    return pd.DataFrame(rows, columns=columns)
