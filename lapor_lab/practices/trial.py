"""What is tried: practices, their strength and their size."""

from collections.abc import Sequence
from dataclasses import dataclass

from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import SizeName
from lapor_lab.synthetic import Scenario

__all__ = ["Trial", "adopt"]


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One changed world.

    Parameters
    ----------
    practices : tuple of Practice
        What is adopted, one after another.
    strength : float, default=1.0
        Part of the full effect, in [0, 1].
    size : {"low", "standard", "high"}, default="standard"
        Least favourable, assumed or most favourable sizes.
    """

    practices: tuple[Practice, ...]
    strength: float = 1.0
    size: SizeName = "standard"


def adopt(
    scenario: Scenario,
    institution_id: str,
    practices: Sequence[Practice],
    strength: float = 1.0,
    *,
    size: SizeName = "standard",
) -> Scenario:
    """Return the scenario in which an institution has adopted practices, one after another.

    At full strength the order makes no difference.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    strength : float, default=1.0
        Part of the full effect, in [0, 1].
    size : {"low", "standard", "high"}, default="standard"
        Least favourable, assumed or most favourable sizes.

    Returns
    -------
    Scenario
        A new scenario.
    """
    for practice in practices:
        scenario = practice.apply(scenario, institution_id, strength, size=size)
    return scenario
