"""What a practice is: named changes of an institution's parameters, each an assumption."""

from collections.abc import Callable
from dataclasses import dataclass

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["Lever", "Practice"]


@dataclass(frozen=True, kw_only=True)
class Lever:
    """One parameter that a practice moves.

    Parameters
    ----------
    parameter : str
        Name of a parameter of `InstitutionModel`.
    reached : callable
        Takes today's value and gives the value under the full practice.
    reason : str
        Why this much, in Indonesian; every size is an assumption.
    """

    parameter: str
    reached: Callable[[float], float]
    reason: str

    def value(self, institution: InstitutionModel, strength: float) -> float:
        """Return the parameter's value under the practice.

        Parameters
        ----------
        institution : InstitutionModel
            The institution as it is today.
        strength : float
            Part of the full effect, in [0, 1].

        Returns
        -------
        float
            A value between today's and the full one.
        """
        today = float(getattr(institution, self.parameter))
        return today + strength * (self.reached(today) - today)


@dataclass(frozen=True, kw_only=True)
class Practice:
    """A pure function from one scenario to another.

    Parameters
    ----------
    id : str
        Identifier, as the command line takes it.
    title : str
        Name in Indonesian.
    source : str
        Where the practice is described.
    levers : tuple of Lever
        What it moves.
    """

    id: str
    title: str
    source: str
    levers: tuple[Lever, ...]

    def apply(self, scenario: Scenario, institution_id: str, strength: float = 1.0) -> Scenario:
        """Return the scenario in which one institution has adopted the practice.

        Parameters
        ----------
        scenario : Scenario
            The world as it is.
        institution_id : str
            Who adopts.
        strength : float, default=1.0
            Part of the full effect, in [0, 1]: for sensitivity.

        Returns
        -------
        Scenario
            A new scenario.

        Raises
        ------
        ParameterError
            If the strength is not in [0, 1].
        UnknownNameError
            If the scenario has no such institution.
        """
        if not 0 <= strength <= 1:
            raise ParameterError(
                "parameter_range",
                name="strength",
                allowed="in [0, 1]",
                value=strength,
                remedy="Write 0.5 for half the effect.",
            )
        today = scenario.institution(institution_id)
        changes = {lever.parameter: lever.value(today, strength) for lever in self.levers}
        return scenario.replace_institution(institution_id, **changes)
