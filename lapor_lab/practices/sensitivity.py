"""How much an effect hangs on each assumption, one at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.practices.campaign import Campaign
from lapor_lab.practices.effects import WITHOUT_WAITING
from lapor_lab.practices.goal import Goal
from lapor_lab.practices.lever import Lever, ceiling_of
from lapor_lab.practices.paired_runs import check_replications, run_worlds
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.saturation import load_of
from lapor_lab.practices.size import Size, SizeName
from lapor_lab.practices.trial import adopt
from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["assumption_sensitivity"]

_ENDS: Final[tuple[SizeName, SizeName]] = ("low", "high")
# Nobody knows how far off an assumption of the model is: a quarter either way (asumsi).
_OFF: Final = {"low": 0.75, "high": 1.25}
# Effort was measured against hours a day: where these are otherwise, so is that.
_MEASURED_BY: Final = {
    "admin_hours_per_day": ("verify_minutes",),
    "officer_hours_per_day": ("answer_hours", "return_hours", "relay_hours"),
}
_BASE: Final = "base"
_ALL: Final = "all"
_COLUMNS: Final = (
    *("practice", "parameter", "low", "standard", "high"),
    *("effect_low", "effect", "effect_high", "swing"),
)


def assumption_sensitivity(
    scenario: Scenario,
    institution_id: str,
    practices: Sequence[Practice],
    measure: str,
    *,
    assumed: Sequence[str] = (),
    n_replications: int = 10,
    rng: int = 0,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Vary each assumption alone, from its least to its most favourable end.

    Parameters
    ----------
    scenario : Scenario
        The world as it is.
    institution_id : str
        Who adopts.
    practices : sequence of Practice
        What is adopted, all together.
    measure : str
        One of `WHAT_IF_MEASURES`, by id.
    assumed : sequence of str, default=()
        Parameters of the institution that are assumptions, too, such as those that a
        calibration leaves; each is varied by a quarter, in the world without practices as well.
        Hours a day take the effort along that was measured against them.
    n_replications : int, default=10
        Runs of each world, at least 2.
    rng : int, default=0
        Seed of the first run; the others follow from it.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    DataFrame of shape (n_assumptions, 9)
        `practice` (empty for a parameter of the institution), `parameter`, `low, standard,
        high` (its levels), `effect_low, effect, effect_high` (mean paired differences of the
        measure) and `swing` (the distance between the ends), the largest first. NaN where a
        queue is saturated.

    Raises
    ------
    UnknownNameError
        If there is no such institution or measure.
    ParameterError
        If there are fewer than 2 replications.
    """
    check_replications(n_replications)
    goal = Goal(measure=measure, target=1.0)
    base = replace(scenario, institutions=(scenario.institution(institution_id),))
    worlds = {_BASE: base, _ALL: adopt(base, institution_id, practices)}
    rows: list[dict[str, object]] = []
    for practice in practices:
        for lever in practice.levers:
            key = f"{practice.id}.{lever.parameter}"
            for end in _ENDS:
                changed = [_moved(each, practice, lever, end) for each in practices]
                worlds[f"{key}.{end}"] = adopt(base, institution_id, changed)
            levels = _levels(lever, base.institution(institution_id))
            rows.append({"practice": practice.id, "parameter": lever.parameter, **levels})
    for parameter in assumed:
        levels = _quarters(base.institution(institution_id), parameter)
        for end in _ENDS:
            changes = _changes(base.institution(institution_id), parameter, levels[end])
            world = base.replace_institution(institution_id, **changes)
            worlds[f".{parameter}.{end}"] = adopt(world, institution_id, practices)
            worlds[f".{parameter}.{end}.{_BASE}"] = world
        rows.append({"practice": "", "parameter": parameter, **levels})
    runs = run_worlds(worlds, n_replications=n_replications, rng=rng, on_replication=on_replication)
    values = {name: runs[name][goal.measure] for name in worlds}
    for name, world in worlds.items():
        if measure not in WITHOUT_WAITING and load_of(world, institution_id).saturated:
            values[name] = values[name] * np.nan
    for row in rows:
        key = f"{row['practice']}.{row['parameter']}"
        row["effect"] = (values[_ALL] - values[_BASE]).mean()
        for end in _ENDS:
            before = values.get(f"{key}.{end}.{_BASE}", values[_BASE])
            row[f"effect_{end}"] = (values[f"{key}.{end}"] - before).mean()
    table = pd.DataFrame(rows, columns=list(_COLUMNS[:-1]))
    swing = (table["effect_high"] - table["effect_low"]).abs()
    order = ["swing", "practice", "parameter"]
    table = table.assign(swing=swing).sort_values(order, ascending=[False, True, True])
    return table.reset_index(drop=True)


def _moved(each: Practice, practice: Practice, lever: Lever | Campaign, end: SizeName) -> Practice:
    """Return a practice with one lever at one end of its range, where it is that practice."""
    if each.id != practice.id:
        return each
    levers = tuple(_at(own, end) if own is lever else own for own in practice.levers)
    return replace(practice, levers=levers)


def _at(lever: Lever | Campaign, end: SizeName) -> Lever | Campaign:
    value = lever.size.value(end)
    return replace(lever, size=Size(low=value, standard=value, high=value))


def _levels(lever: Lever | Campaign, model: InstitutionModel) -> dict[str, float]:
    return {
        "low": lever.level(model, 1, "low"),
        "standard": lever.level(model, 1, "standard"),
        "high": lever.level(model, 1, "high"),
    }


def _quarters(model: InstitutionModel, parameter: str) -> dict[str, float]:
    today = float(getattr(model, parameter))
    ceiling = ceiling_of(parameter, model)
    return {"standard": today, **{end: min(today * by, ceiling) for end, by in _OFF.items()}}


def _changes(model: InstitutionModel, parameter: str, level: float) -> dict[str, float]:
    today = float(getattr(model, parameter))
    by = level / today if today else 1.0
    linked = {name: getattr(model, name) * by for name in _MEASURED_BY.get(parameter, ())}
    return {parameter: level, **linked}
