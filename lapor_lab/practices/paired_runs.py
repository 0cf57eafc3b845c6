"""Worlds run on shared random numbers, replication by replication."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.metrics import MEASURES, Measure, count_cases, estimate
from lapor_lab.practices.world_cases import world_cases
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import Scenario

__all__ = ["WHAT_IF_MEASURES", "check_replications", "run_once", "run_worlds", "seed_of"]

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
# More worlds of the same reports at once take memory, and save no more time.
_TOGETHER: Final = 16


def run_worlds(
    worlds: Mapping[str, Scenario],
    *,
    n_replications: int,
    rng: int,
    on_replication: Callable[[], None] | None = None,
) -> dict[str, pd.DataFrame]:
    """Run worlds and measure each.

    All worlds of a replication share its seed, so that those of the same volume share their
    reports and their luck.

    Parameters
    ----------
    worlds : mapping of str to Scenario
        Worlds of one institution by name.
    n_replications : int
        Runs of each, at least 1.
    rng : int
        Seed of the first; the others follow from it.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    dict of str to DataFrame of shape (n_replications, n_measures)
        Estimates by name; columns are the ids of `WHAT_IF_MEASURES`.
    """
    runs: dict[str, list[pd.Series]] = {name: [] for name in worlds}
    for replication in range(n_replications):
        for name, estimates in run_once(worlds, seed_of(rng, replication)).items():
            runs[name].append(estimates)
        if on_replication is not None:
            on_replication()
    return {name: pd.DataFrame(series).reset_index(drop=True) for name, series in runs.items()}


def run_once(worlds: Mapping[str, Scenario], seed: int) -> dict[str, pd.Series]:
    """Run worlds once on the same random numbers, equal worlds once.

    Parameters
    ----------
    worlds : mapping of str to Scenario
        Worlds of one institution by name.
    seed : int
        Of this run.

    Returns
    -------
    dict of str to Series of shape (n_measures,)
        Estimates by name; the index are the ids of `WHAT_IF_MEASURES`.
    """
    twin = _twins(worlds)
    estimates = _measure({name: worlds[name] for name in dict.fromkeys(twin.values())}, seed)
    return {name: estimates[twin[name]] for name in worlds}


def check_replications(n_replications: int) -> None:
    """Refuse fewer than two replications.

    Parameters
    ----------
    n_replications : int
        How many.

    Raises
    ------
    ParameterError
        If there are fewer than 2.
    """
    if n_replications < _MIN_REPLICATIONS:
        raise ParameterError(
            "parameter_range",
            name="n_replications",
            allowed=f"at least {_MIN_REPLICATIONS}",
            value=n_replications,
            remedy="One pair has no interval.",
        )


def seed_of(rng: int, replication: int) -> int:
    """Return the seed of a replication.

    Parameters
    ----------
    rng : int
        Seed of all of them.
    replication : int
        Number, from 0 on.

    Returns
    -------
    int
        Far apart, so that two calls with neighbouring seeds share no pair.

    Examples
    --------
    >>> seed_of(0, 3), seed_of(1, 0)
    (3, 1000003)
    """
    return rng * 1_000_003 + replication


def _twins(worlds: Mapping[str, Scenario]) -> dict[str, str]:
    """Return for each world the first one that is equal to it."""
    twin: dict[str, str] = {}
    for name, world in worlds.items():
        twin[name] = next(
            (other for other in dict.fromkeys(twin.values()) if worlds[other] == world), name
        )
    return twin


def _measure(worlds: Mapping[str, Scenario], seed: int) -> dict[str, pd.Series]:
    """Return the estimates of each world by measure.

    Counting takes longer for its many small steps than for its rows: so it is done once for
    many, as if each world were an institution of one log.
    """
    names = list(worlds)
    estimates: dict[str, pd.Series] = {}
    for first in range(0, len(names), _TOGETHER):
        some = names[first : first + _TOGETHER]
        cases = pd.concat(
            [_as_institution(world_cases(worlds[name], seed), name) for name in some],
            ignore_index=True,
        )
        as_of = pd.Timestamp(worlds[some[0]].as_of)
        log = ComplaintLog(cases=cases, events=None, as_of=as_of)
        table = estimate(count_cases(log), WHAT_IF_MEASURES).set_index("measure")
        by_name = table.groupby("institution")["estimate"]
        estimates |= {str(name): rows for name, rows in by_name}
    return estimates


def _as_institution(cases: pd.DataFrame, name: str) -> pd.DataFrame:
    # The same report comes in in several worlds.
    ids = {column: cases[column] + f"/{name}" for column in ("case_id", "duplicate_of")}
    return cases.assign(institution=name, **ids)
