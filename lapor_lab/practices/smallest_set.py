"""The smallest set of practices that meets a target."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from lapor_lab.practices.catalogue import PRACTICES
from lapor_lab.practices.effects import WITHOUT_WAITING
from lapor_lab.practices.goal import Goal, TargetVerdict
from lapor_lab.practices.officer_hours import officer_hours
from lapor_lab.practices.paired_runs import check_replications, run_once, seed_of
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.saturation import load_of
from lapor_lab.practices.trial import adopt
from lapor_lab.synthetic import Scenario

__all__ = ["SmallestSet", "smallest_set"]


@dataclass(frozen=True, kw_only=True)
class SmallestSet:
    """What it takes to meet a target.

    Parameters
    ----------
    measure : str
        Which measure.
    target : float
        What it is to reach.
    verdict : TargetVerdict
        Of the chosen set; `NOT_MET` where no set meets the target even on average.
    practices : tuple of str
        Ids of the chosen set: the smallest that meets the target with confidence, else on
        average, the cheapest of equals; else the one that comes nearest.
    estimate, lower, upper : float
        Mean of the measure under it, and the interval at 95 % of one year's value.
    hours : float
        What it costs a year, in hours of administrators and officers (asumsi).
    cheapest : tuple of str
        Ids of the set of the same verdict that costs least, which may hold more practices.
    cheapest_hours : float
        What that one costs a year.
    sets : DataFrame of shape (n_sets, 7)
        All sets: `practices` (tuple of ids), `n_practices`, `estimate`, `lower`,
        `upper`, `hours`, `verdict`.
    n_replications : int
        Years that were simulated of each.
    """

    measure: str
    target: float
    verdict: TargetVerdict
    practices: tuple[str, ...]
    estimate: float
    lower: float
    upper: float
    hours: float
    cheapest: tuple[str, ...]
    cheapest_hours: float
    sets: pd.DataFrame
    n_replications: int


def smallest_set(  # noqa: PLR0913 (what is asked, then how it is run)
    scenario: Scenario,
    institution_id: str,
    measure: str,
    target: float,
    practices: Sequence[Practice] = PRACTICES,
    *,
    n_replications: int = 20,
    rng: int = 0,
    draw: Callable[[int], Scenario] | None = None,
    on_replication: Callable[[], None] | None = None,
) -> SmallestSet:
    """Find the smallest set of practices that meets a target.

    All sets are tried on shared random numbers. The interval is that of a single year, so
    that a target is met with confidence if a year misses it in one of forty; it holds chance,
    and with `draw` the errors of a calibration, but not whether the sizes of the practices
    hold.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    measure : str
        One of `WHAT_IF_MEASURES`, by id.
    target : float
        At least so much, or at most where less is wanted; a share within [0, 1].
    practices : sequence of Practice, default=PRACTICES
        What can be adopted.
    n_replications : int, default=20
        Years of each set, at least 2.
    rng : int, default=0
        Seed of the first year; the others follow from it.
    draw : callable or None, default=None
        Returns the world with parameters drawn from their errors, by seed, such as
        `Calibration.draw`; None takes those of the scenario for certain.
    on_replication : callable or None, default=None
        Called after each year of all sets.

    Returns
    -------
    SmallestSet
        The set, the cheapest one, and all others.

    Raises
    ------
    UnknownNameError
        If there is no such institution or measure.
    ParameterError
        If there are fewer than 2 replications or the target lies outside its range.

    Examples
    --------
    >>> from lapor_lab.synthetic import load_scenario
    >>> found = smallest_set(
    ...     load_scenario("kementerian"), "kementerian-g", "misrouted_share", 0.5,
    ...     PRACTICES[:1], n_replications=2,
    ... )
    >>> found.verdict.value, found.practices
    ('confident', ())
    """
    check_replications(n_replications)
    goal = Goal(measure=measure, target=target)
    base = replace(scenario, institutions=(scenario.institution(institution_id),))
    model = base.institution(institution_id)
    hours = {each.id: officer_hours(each, model).hours_per_year for each in practices}
    sets = [
        chosen
        for size in range(len(practices) + 1)
        for chosen in itertools.combinations(practices, size)
    ]
    values: list[list[float]] = [[] for _ in sets]
    for replication in range(n_replications):
        seed = seed_of(rng, replication)
        world = base if draw is None else draw(seed)
        worlds = {str(i): adopt(world, institution_id, each) for i, each in enumerate(sets)}
        runs = run_once(worlds, seed)
        for i, of_set in enumerate(values):
            of_set.append(float(runs[str(i)][measure]))
        if on_replication is not None:
            on_replication()
    rows: list[dict[str, object]] = []
    for chosen, of_set in zip(sets, values, strict=True):
        load = load_of(adopt(base, institution_id, chosen), institution_id)
        is_full = bool(load.saturated) and measure not in WITHOUT_WAITING
        ids = tuple(each.id for each in chosen)
        told = goal.judge(of_set, is_saturated=is_full)
        cost = math.fsum(hours[each] for each in ids)
        rows.append({"practices": ids, "n_practices": len(ids), **told, "hours": cost})
    columns = ["practices", "n_practices", "estimate", "lower", "upper", "hours", "verdict"]
    table = pd.DataFrame(rows, columns=columns)
    best = _choose(table, goal, ["n_practices", "hours"])
    cheapest = _choose(table, goal, ["hours", "n_practices"])
    return SmallestSet(
        measure=measure,
        target=target,
        verdict=TargetVerdict(best["verdict"]),
        practices=best["practices"],
        estimate=float(best["estimate"]),
        lower=float(best["lower"]),
        upper=float(best["upper"]),
        hours=float(best["hours"]),
        cheapest=cheapest["practices"],
        cheapest_hours=float(cheapest["hours"]),
        sets=table,
        n_replications=n_replications,
    )


def _choose(table: pd.DataFrame, goal: Goal, order: list[str]) -> pd.Series:
    by_cost = table.sort_values(order, kind="stable")
    for verdict in (TargetVerdict.CONFIDENT, TargetVerdict.ON_AVERAGE):
        found = by_cost[by_cost["verdict"] == verdict]
        if len(found):
            return found.iloc[0]
    nearest = by_cost["estimate"] if goal.is_higher_better else -by_cost["estimate"]
    return by_cost.iloc[int(nearest.fillna(-math.inf).argmax())]
