"""Practices adopted one after another: what each step adds to those before it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from lapor_lab.practices.effects import EFFECT_COLUMNS, mark_saturation, paired_effects
from lapor_lab.practices.officer_hours import officer_hours
from lapor_lab.practices.paired_runs import check_replications, run_worlds
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.trial import adopt
from lapor_lab.synthetic import Scenario

__all__ = ["adopt_in_order"]

_STEP_COLUMNS: Final = ("difference", "lower", "upper", "availability")


def adopt_in_order(
    scenario: Scenario,
    institution_id: str,
    practices: Sequence[Practice],
    *,
    n_replications: int = 20,
    rng: int = 0,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Simulate the path of an institution that adopts practices in an order.

    What the last step reaches does not depend on the order; what each step adds does, as the
    first takes what several could have given.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    practices : sequence of Practice
        In the order of adoption.
    n_replications : int, default=20
        Runs of each world, at least 2.
    rng : int, default=0
        Seed of the first run; the others follow from it.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    DataFrame of shape (n_rows, 14)
        `step` (from 1), `practice`, the columns of `what_if` for all practices up to the step
        against the world as it is, `step_difference, step_lower, step_upper,
        step_availability` for the step alone, and `hours`, what the practices up to the step
        cost a year.

    Raises
    ------
    ParameterError
        If there are fewer than 2 replications.
    UnknownNameError
        If the scenario has no such institution.
    """
    check_replications(n_replications)
    base = replace(scenario, institutions=(scenario.institution(institution_id),))
    worlds = {"0": base}
    for step, practice in enumerate(practices, start=1):
        worlds[str(step)] = adopt(worlds[str(step - 1)], institution_id, (practice,))
    values = run_worlds(
        worlds, n_replications=n_replications, rng=rng, on_replication=on_replication
    )

    def effects(before: int, after: int) -> pd.DataFrame:
        pair = str(before), str(after)
        table = paired_effects(values[pair[0]], values[pair[1]])
        return mark_saturation(table, worlds[pair[0]], worlds[pair[1]], institution_id)

    rows, hours = [], 0.0
    model = base.institution(institution_id)
    for step, practice in enumerate(practices, start=1):
        hours += officer_hours(practice, model).hours_per_year
        alone = effects(step - 1, step).set_index("measure")[list(_STEP_COLUMNS)]
        both = effects(0, step).join(alone.add_prefix("step_"), on="measure")
        rows.append(both.assign(step=step, practice=practice.id, hours=hours))
    columns = [
        *("step", "practice", *EFFECT_COLUMNS),
        *(f"step_{name}" for name in _STEP_COLUMNS),
        "hours",
    ]
    return pd.concat(rows, ignore_index=True)[columns]
