"""Run a world as it is and a changed one on shared random numbers, and compare the pairs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.metrics import MEASURES, Measure, count_cases, estimate
from lapor_lab.practices.practice import Practice
from lapor_lab.stats import paired_difference
from lapor_lab.synthetic import Scenario, make_complaint_log

__all__ = ["WHAT_IF_MEASURES", "adopt", "what_if"]

_SHOWN: Final = (
    "first_followed_up_within_limit",
    "completed_within_limit",
    "followed_up_share",
    "closed_share",
    "first_follow_up_median_days",
    "first_follow_up_p90_days",
    "misrouted_share",
    "backlog_share",
    "mean_rating",
)
WHAT_IF_MEASURES: Final[tuple[Measure, ...]] = tuple(m for m in MEASURES if m.id in _SHOWN)
_MIN_REPLICATIONS: Final = 2


def adopt(
    scenario: Scenario, institution_id: str, practices: Sequence[Practice], strength: float = 1.0
) -> Scenario:
    """Return the scenario in which an institution has adopted practices, one after another.

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

    Returns
    -------
    Scenario
        A new scenario.
    """
    for practice in practices:
        scenario = practice.apply(scenario, institution_id, strength)
    return scenario


def what_if(
    scenario: Scenario,
    institution_id: str,
    practices: Sequence[Practice],
    *,
    strength: float = 1.0,
    n_replications: int = 20,
    rng: int = 0,
    as_of: date | None = None,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Simulate an institution without and with practices.

    Both worlds of a replication share their random numbers: the same reports arrive with
    the same texts, so that a difference comes from the practice and not from chance.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    strength : float, default=1.0
        Part of the full effect, in [0, 1]: for sensitivity.
    n_replications : int, default=20
        Pairs of runs, at least 2.
    rng : int, default=0
        Seed of the first pair; the others follow from it.
    as_of : date or None, default=None
        Moment of the snapshot; the scenario's own by default.
    on_replication : callable or None, default=None
        Called after each pair.

    Returns
    -------
    DataFrame of shape (n_measures, 7)
        `measure, base, changed, difference, lower, upper, n_pairs`: means over the pairs,
        and the mean paired difference with Student's interval at 95 %. The interval tells
        of chance in the simulation; whether the assumptions hold it cannot tell.

    Raises
    ------
    ParameterError
        If there are fewer than 2 replications.
    UnknownNameError
        If the scenario has no such institution.
    """
    if n_replications < _MIN_REPLICATIONS:
        raise ParameterError(
            "parameter_range",
            name="n_replications",
            allowed=f"at least {_MIN_REPLICATIONS}",
            value=n_replications,
            remedy="One pair has no interval.",
        )
    alone = replace(scenario, institutions=(scenario.institution(institution_id),))
    worlds = {"base": alone, "changed": adopt(alone, institution_id, practices, strength)}
    runs = []
    for replication in range(n_replications):
        for world, model in worlds.items():
            log = make_complaint_log(model, rng=_seed(rng, replication), as_of=as_of)
            values = estimate(count_cases(log), WHAT_IF_MEASURES)[["measure", "estimate"]]
            runs.append(values.assign(world=world, replication=replication))
        if on_replication is not None:
            on_replication()
    pairs = pd.concat(runs).pivot_table(
        index=["measure", "replication"], columns="world", values="estimate", dropna=False
    )
    by_measure = {str(name): each for (name,), each in pairs.groupby(level=["measure"])}
    return pd.DataFrame([_effect(m.id, by_measure[m.id]) for m in WHAT_IF_MEASURES])


def _effect(measure: str, pairs: pd.DataFrame) -> dict[str, object]:
    complete = pairs.dropna()
    difference, lower, upper = paired_difference(complete["base"], complete["changed"])
    return {
        "measure": measure,
        "base": complete["base"].mean(),
        "changed": complete["changed"].mean(),
        "difference": difference,
        "lower": lower,
        "upper": upper,
        "n_pairs": len(complete),
    }


def _seed(rng: int, replication: int) -> int:
    # Far apart, so that two calls with neighbouring seeds share no pair.
    return rng * 1_000_003 + replication
