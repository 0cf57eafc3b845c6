"""From a scenario and practices to a what-if: what `whatif` and `demo` share."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from lapor_lab.errors import UnknownNameError

if TYPE_CHECKING:
    from datetime import date

    from lapor_lab.practices import Practice
    from lapor_lab.report import WhatIf
    from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["find_institution", "run_whatif"]

_HALF: Final = 0.5


def find_institution(scenario: "Scenario", name: str) -> "InstitutionModel":
    """Return the institution of a scenario that a user means.

    Parameters
    ----------
    scenario : Scenario
        A scenario.
    name : str
        Identifier or name, in any case.

    Returns
    -------
    InstitutionModel
        The institution.

    Raises
    ------
    UnknownNameError
        If there is none of that name.
    """
    for institution in scenario.institutions:
        if name.casefold() in (institution.id.casefold(), institution.name.casefold()):
            return institution
    raise UnknownNameError(
        "unknown_name",
        kind="institution",
        value=name,
        allowed=", ".join(institution.name for institution in scenario.institutions),
    )


def run_whatif(
    scenario: "Scenario",
    institution: "InstitutionModel",
    practices: "Sequence[Practice]",
    *,
    n_replications: int,
    rng: int,
    as_of: "date | None" = None,
    on_replication: Callable[[], None] | None = None,
) -> "WhatIf":
    """Simulate practices at full and at half their assumed effect.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution : InstitutionModel
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    n_replications : int
        Pairs of runs, at each strength.
    rng : int
        Seed.
    as_of : date or None, default=None
        Moment of the snapshot; the scenario's own by default.
    on_replication : callable or None, default=None
        Called after each pair.

    Returns
    -------
    WhatIf
        Ready to be written.
    """
    import pandas as pd

    from lapor_lab.practices import what_if
    from lapor_lab.report import Assumption, WhatIf
    from lapor_lab.schema import format_number, label

    effects, half = (
        what_if(
            scenario,
            institution.id,
            practices,
            strength=strength,
            n_replications=n_replications,
            rng=rng,
            as_of=as_of,
            on_replication=on_replication,
        )
        for strength in (1.0, _HALF)
    )
    assumptions, today = [], scenario
    for practice in practices:
        model = today.institution(institution.id)
        assumptions += [
            Assumption(
                name=label(f"parameter.{lever.parameter}"),
                base=format_number(getattr(model, lever.parameter), 2),
                changed=format_number(lever.value(model, 1.0), 2),
                reason=lever.reason,
            )
            for lever in practice.levers
        ]
        today = practice.apply(today, institution.id)
    return WhatIf(
        effects=effects,
        half_effects=half,
        institution=institution.name,
        practices=tuple(practice.title for practice in practices),
        assumptions=tuple(assumptions),
        as_of=pd.Timestamp(as_of or scenario.as_of),
        provenance={"kind": "sintetis", "scenario": scenario.name, "rng": str(rng)},
        n_replications=n_replications,
    )
