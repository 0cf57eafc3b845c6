"""Run a world as it is and changed ones on shared random numbers, and compare the pairs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from lapor_lab.practices.effects import EFFECT_COLUMNS, mark_saturation, paired_effects
from lapor_lab.practices.paired_runs import WHAT_IF_MEASURES, check_replications, run_worlds
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import SIZES
from lapor_lab.practices.trial import BASE, Trial, worlds_of
from lapor_lab.synthetic import Scenario

__all__ = ["ALL_PRACTICES", "WHAT_IF_MEASURES", "compare_practices", "try_out", "what_if"]

ALL_PRACTICES: Final = "semua"


def what_if(
    scenario: Scenario,
    institution_id: str,
    practices: Sequence[Practice],
    *,
    strength: float = 1.0,
    sensitivity: bool = False,
    n_replications: int = 20,
    rng: int = 0,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Simulate an institution without and with practices.

    Both worlds of a replication share their random numbers: the same reports arrive with
    the same texts, so that a difference comes from the practice and not from chance. A
    practice that changes how many reports come in (`Practice.changes_demand`) shares the seed
    only: other reports come in, each with its own luck, and the interval is wider for it.

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
    sensitivity : bool, default=False
        Whether to try the least and the most favourable sizes, too.
    n_replications : int, default=20
        Pairs of runs, at least 2.
    rng : int, default=0
        Seed of the first pair; the others follow from it.
    on_replication : callable or None, default=None
        Called after each pair.

    Returns
    -------
    DataFrame of shape (n_rows, 8)
        `measure, base, changed, difference, lower, upper, n_pairs, availability`: means over
        the pairs, and the mean paired difference with Student's interval at 95 %. The
        interval tells of chance in the simulation; whether the assumptions hold it cannot
        tell. With `sensitivity` a first column `size` says "low", "standard" or "high".
        Where a queue is saturated, what depends on waiting has no steady value: it is NaN,
        its availability says so, and a row `backlog_growth_per_day` says how many reports
        more wait with each working day (expected from the parameters, without interval).

    Raises
    ------
    ParameterError
        If there are fewer than 2 replications or the strength is not in [0, 1].
    UnknownNameError
        If the scenario has no such institution.
    """
    sizes = SIZES if sensitivity else ("standard",)
    effects = try_out(
        scenario,
        institution_id,
        {size: Trial(practices=tuple(practices), strength=strength, size=size) for size in sizes},
        n_replications=n_replications,
        rng=rng,
        on_replication=on_replication,
    )
    if sensitivity:
        return effects.rename(columns={"trial": "size"})
    return effects.drop(columns="trial")


def compare_practices(
    scenario: Scenario,
    institution_id: str,
    practices: Sequence[Practice],
    *,
    n_replications: int = 20,
    rng: int = 0,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Simulate each practice alone, and all of them together.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    practices : sequence of Practice
        What is compared.
    n_replications : int, default=20
        Runs of each world, at least 2.
    rng : int, default=0
        Seed of the first run; the others follow from it.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    DataFrame of shape (n_rows, 9)
        As `what_if` gives, with a first column `practice`: an id, or "semua".

    Raises
    ------
    ParameterError
        If there are fewer than 2 replications.
    UnknownNameError
        If the scenario has no such institution.
    """
    trials = {practice.id: Trial(practices=(practice,)) for practice in practices}
    effects = try_out(
        scenario,
        institution_id,
        {**trials, ALL_PRACTICES: Trial(practices=tuple(practices))},
        n_replications=n_replications,
        rng=rng,
        on_replication=on_replication,
    )
    return effects.rename(columns={"trial": "practice"})


def try_out(
    scenario: Scenario,
    institution_id: str,
    trials: Mapping[str, Trial],
    *,
    n_replications: int = 20,
    rng: int = 0,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Simulate an institution as it is and in several changed worlds.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    trials : mapping of str to Trial
        Changed worlds by name; all are compared with one run of the base.
    n_replications : int, default=20
        Runs of each world, at least 2.
    rng : int, default=0
        Seed of the first run; the others follow from it.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    DataFrame of shape (n_rows, 9)
        As `what_if` gives, with a first column `trial`.

    Raises
    ------
    ParameterError
        If there are fewer than 2 replications or a strength is not in [0, 1].
    UnknownNameError
        If the scenario has no such institution.
    """
    check_replications(n_replications)
    base = replace(scenario, institutions=(scenario.institution(institution_id),))
    worlds = worlds_of(base, institution_id, trials)
    values = run_worlds(
        worlds, n_replications=n_replications, rng=rng, on_replication=on_replication
    )
    effects = [
        mark_saturation(
            paired_effects(values[BASE], values[name]), base, worlds[name], institution_id
        ).assign(trial=name)
        for name in trials
    ]
    return pd.concat(effects, ignore_index=True)[["trial", *EFFECT_COLUMNS]]
