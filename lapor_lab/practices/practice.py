"""What a practice is: named changes of an institution's parameters, each an assumption."""

from dataclasses import dataclass
from typing import Any

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices.campaign import Campaign
from lapor_lab.practices.lever import Lever
from lapor_lab.practices.size import SIZES, SizeName
from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["Practice"]

_DEMAND = frozenset({"volume_per_year", "seasons"})


@dataclass(frozen=True, kw_only=True)
class Practice:
    """A pure function from one scenario to another.

    Parameters
    ----------
    id : str
        Identifier, as the command line takes it.
    name : str
        Short name in Indonesian, for tables.
    title : str
        Full name in Indonesian.
    source : str
        Where the practice is described.
    levers : tuple of Lever or Campaign
        What it moves, each parameter once.
    """

    id: str
    name: str
    title: str
    source: str
    levers: tuple[Lever | Campaign, ...]

    @property
    def changes_demand(self) -> bool:
        """Whether other reports come in under the practice, so that two worlds share fewer."""
        return any(lever.parameter in _DEMAND for lever in self.levers)

    def changes(
        self, institution: InstitutionModel, strength: float = 1.0, *, size: SizeName = "standard"
    ) -> dict[str, Any]:
        """Return the parameters that the practice changes, with their new values.

        Parameters
        ----------
        institution : InstitutionModel
            The institution as it is today.
        strength : float, default=1.0
            Part of the full effect, in [0, 1].
        size : {"low", "standard", "high"}, default="standard"
            Least favourable, assumed or most favourable sizes.

        Returns
        -------
        dict of str to object
            Values by parameter; what stays as it is, is left out.

        Raises
        ------
        ParameterError
            If the strength is not in [0, 1].
        UnknownNameError
            If there is no such size.
        """
        if not 0 <= strength <= 1:
            raise ParameterError(
                "parameter_range",
                name="strength",
                allowed="in [0, 1]",
                value=strength,
                remedy="Write 0.5 for half the effect.",
            )
        if size not in SIZES:
            raise UnknownNameError(
                "unknown_name", kind="size", value=size, allowed=", ".join(SIZES)
            )
        values = {each.parameter: each.value(institution, strength, size) for each in self.levers}
        return {k: v for k, v in values.items() if v != getattr(institution, k)}

    def apply(
        self,
        scenario: Scenario,
        institution_id: str,
        strength: float = 1.0,
        *,
        size: SizeName = "standard",
    ) -> Scenario:
        """Return the scenario in which one institution has adopted the practice.

        Parameters
        ----------
        scenario : Scenario
            The world as it is.
        institution_id : str
            Who adopts.
        strength : float, default=1.0
            Part of the full effect, in [0, 1].
        size : {"low", "standard", "high"}, default="standard"
            Least favourable, assumed or most favourable sizes.

        Returns
        -------
        Scenario
            A new scenario; the same one where nothing changes.

        Raises
        ------
        ParameterError
            If the strength is not in [0, 1].
        UnknownNameError
            If the scenario has no such institution, or there is no such size.
        """
        today = scenario.institution(institution_id)
        changes = self.changes(today, strength, size=size)
        return scenario.replace_institution(institution_id, **changes) if changes else scenario
