"""From a scenario and practices to a what-if: what `whatif` and `demo` share."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from lapor_lab.errors import UnknownNameError

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.practices import Practice
    from lapor_lab.practices.calibration import Calibration
    from lapor_lab.report import Assumption, WhatIf
    from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["find_institution", "run_trials", "run_whatif", "summarise_trials", "tell_saturation"]

_HALF: Final = "half"
_HALF_STRENGTH: Final = 0.5


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
    found = scenario.find_institution(name)
    if found is not None:
        return found
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
    on_replication: Callable[[], None] | None = None,
) -> "WhatIf":
    """Simulate practices and sum up what they change.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution : InstitutionModel
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    n_replications : int
        Runs of each world.
    rng : int
        Seed.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    WhatIf
        Ready to be written.
    """
    trials = run_trials(
        scenario,
        institution,
        practices,
        n_replications=n_replications,
        rng=rng,
        on_replication=on_replication,
    )
    return summarise_trials(
        trials, scenario, institution, practices, n_replications=n_replications, rng=rng
    )


def run_trials(
    scenario: "Scenario",
    institution: "InstitutionModel",
    practices: "Sequence[Practice]",
    *,
    n_replications: int,
    rng: int,
    calibration: "Calibration | None" = None,
    on_replication: Callable[[], None] | None = None,
) -> "pd.DataFrame":
    """Simulate practices: each alone, together, at half strength, and at both ends of their range.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution : InstitutionModel
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    n_replications : int
        Runs of each world.
    rng : int
        Seed.
    calibration : Calibration or None, default=None
        Of the institution, so that intervals carry the errors of its parameters.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    DataFrame of shape (n_rows, 9)
        As `try_out` gives; trials are the ids of several practices, ``"semua"``, ``"half"``,
        ``"low"`` and ``"high"``.
    """
    from lapor_lab.practices import ALL_PRACTICES, Trial, try_out

    together = tuple(practices)
    trials = {each.id: Trial(practices=(each,)) for each in together if len(together) > 1} | {
        ALL_PRACTICES: Trial(practices=together),
        _HALF: Trial(practices=together, strength=_HALF_STRENGTH),
        "low": Trial(practices=together, size="low"),
        "high": Trial(practices=together, size="high"),
    }
    how = {"n_replications": n_replications, "rng": rng}
    if calibration is not None:
        from lapor_lab.practices.calibration import try_out_calibrated

        return try_out_calibrated(calibration, trials, **how, on_replication=on_replication)
    return try_out(scenario, institution.id, trials, **how, on_replication=on_replication)


def summarise_trials(
    trials: "pd.DataFrame",
    scenario: "Scenario",
    institution: "InstitutionModel",
    practices: "Sequence[Practice]",
    *,
    n_replications: int,
    rng: int,
) -> "WhatIf":
    """Sum up trials as a page shows them.

    Parameters
    ----------
    trials : DataFrame of shape (n_rows, 9)
        As `run_trials` gives.
    scenario : Scenario
        The world as it is.
    institution : InstitutionModel
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    n_replications : int
        Runs of each world.
    rng : int
        Seed.

    Returns
    -------
    WhatIf
        Measures that have no steady value are left out; a note says so.
    """
    import pandas as pd

    from lapor_lab.practices import ALL_PRACTICES, BACKLOG_GROWTH
    from lapor_lab.report import WhatIf
    from lapor_lab.schema import Availability, label

    is_steady = trials["availability"].eq(Availability.AVAILABLE)
    given = trials[is_steady & trials["measure"].ne(BACKLOG_GROWTH)]
    effects, half = (
        given[given["trial"] == name].drop(columns="trial").reset_index(drop=True)
        for name in (ALL_PRACTICES, _HALF)
    )
    notes = list(tell_saturation(scenario, institution, practices))
    if any(practice.changes_demand for practice in practices):
        notes.append(label("whatif.changes_demand"))
    return WhatIf(
        effects=effects,
        # Half of it may be steady where the whole is not: then there are no two to compare.
        half_effects=half if list(half["measure"]) == list(effects["measure"]) else None,
        institution=institution.name,
        practices=tuple(practice.title for practice in practices),
        assumptions=_assumptions(scenario, institution, practices),
        as_of=pd.Timestamp(scenario.as_of),
        provenance={"kind": "sintetis", "scenario": scenario.name, "rng": str(rng)},
        n_replications=n_replications,
        notes=tuple(notes),
    )


def tell_saturation(
    scenario: "Scenario", institution: "InstitutionModel", practices: "Sequence[Practice]"
) -> tuple[str, ...]:
    """Say which of the two worlds has a queue that grows without end.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution : InstitutionModel
        Who adopts.
    practices : sequence of Practice
        What is adopted.

    Returns
    -------
    tuple of str
        One Indonesian sentence for each such world.
    """
    from lapor_lab.practices import adopt, describe_saturation, load_of
    from lapor_lab.schema import label

    worlds = {
        "plot.base": scenario,
        "plot.changed": adopt(scenario, institution.id, practices),
    }
    told = {key: describe_saturation(load_of(each, institution.id)) for key, each in worlds.items()}
    return tuple(f"{label(key)}: {text}" for key, text in told.items() if text)


def _assumptions(
    scenario: "Scenario", institution: "InstitutionModel", practices: "Sequence[Practice]"
) -> "tuple[Assumption, ...]":
    from lapor_lab.practices import tabulate_levers
    from lapor_lab.report import Assumption
    from lapor_lab.schema import label

    assumptions, world = [], scenario
    for practice in practices:
        table = tabulate_levers(practice, world.institution(institution.id))
        assumptions += [
            Assumption(
                name=str(name),
                base=row[label("whatif.today")],
                changed=f"{row[label('plot.changed')]} ({row[label('whatif.range')]})",
                reason=row[label("whatif.reason")],
            )
            for name, row in table.iterrows()
        ]
        world = practice.apply(world, institution.id)
    return tuple(assumptions)
