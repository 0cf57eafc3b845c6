"""What is tried: practices, their strength and their size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import SizeName
from lapor_lab.synthetic import Scenario

__all__ = ["BASE", "Trial", "adopt", "worlds_of"]

# Name of the world as it is.
BASE: Final = "tanpa praktik"


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


def worlds_of(
    scenario: Scenario, institution_id: str, trials: Mapping[str, Trial], *, prefix: str = ""
) -> dict[str, Scenario]:
    """Return the world as it is and the changed ones, by name.

    Parameters
    ----------
    scenario : Scenario
        The world as it is, whose name is `BASE`.
    institution_id : str
        Who adopts.
    trials : mapping of str to Trial
        Changed worlds by name.
    prefix : str, default=""
        Put before each name.

    Returns
    -------
    dict of str to Scenario
        The base first.
    """
    changed = {
        name: adopt(scenario, institution_id, trial.practices, trial.strength, size=trial.size)
        for name, trial in trials.items()
    }
    return {prefix + name: world for name, world in {BASE: scenario, **changed}.items()}


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
