"""Effects as rows: two worlds, their paired difference, and where a queue has no steady value."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.practices.paired_runs import WHAT_IF_MEASURES
from lapor_lab.practices.saturation import BACKLOG_GROWTH, load_of
from lapor_lab.schema import Availability
from lapor_lab.stats import paired_difference
from lapor_lab.synthetic import Scenario

__all__ = ["EFFECT_COLUMNS", "WITHOUT_WAITING", "mark_saturation", "paired_effects"]

EFFECT_COLUMNS: Final = (
    *("measure", "base", "changed", "difference", "lower", "upper", "n_pairs", "availability"),
)
# Does not depend on how long anything waits, so that a full queue leaves it as it is.
WITHOUT_WAITING: Final = frozenset({"misrouted_share"})


def paired_effects(base: pd.DataFrame, changed: pd.DataFrame) -> pd.DataFrame:
    """Return the effect on each measure.

    Parameters
    ----------
    base, changed : DataFrame of shape (n_replications, n_measures)
        As `run_worlds` gives them.

    Returns
    -------
    DataFrame of shape (n_measures, 8)
        `EFFECT_COLUMNS`, with Student's interval at 95 % of the paired difference.
    """
    effects = pd.DataFrame([_effect(m.id, base[m.id], changed[m.id]) for m in WHAT_IF_MEASURES])
    return effects.assign(availability=Availability.AVAILABLE.value)


def mark_saturation(
    effects: pd.DataFrame, base: Scenario, changed: Scenario, institution_id: str
) -> pd.DataFrame:
    """Take out what has no steady value, and say how fast the backlog grows instead.

    Parameters
    ----------
    effects : DataFrame of shape (n_measures, 8)
        Effects.
    base, changed : Scenario
        The two worlds.
    institution_id : str
        Whose.

    Returns
    -------
    DataFrame of shape (n_rows, 8)
        The same where both worlds have a steady state.
    """
    growths = _growth(base, institution_id), _growth(changed, institution_id)
    if all(growth == 0 for growth in growths):
        return effects
    effects = effects.copy()
    waits = ~effects["measure"].isin(WITHOUT_WAITING)
    for name, growth in zip(("base", "changed"), growths, strict=True):
        if growth > 0:
            effects.loc[waits, name] = np.nan
    effects.loc[waits, ["difference", "lower", "upper"]] = np.nan
    effects.loc[waits, "availability"] = Availability.SATURATED.value
    row = {
        "measure": BACKLOG_GROWTH,
        "base": growths[0],
        "changed": growths[1],
        "difference": growths[1] - growths[0],
        "lower": np.nan,
        "upper": np.nan,
        "n_pairs": 0,
        "availability": Availability.AVAILABLE.value,
    }
    return pd.concat([effects, pd.DataFrame([row])], ignore_index=True)


def _growth(world: Scenario, institution_id: str) -> float:
    load = load_of(world, institution_id)
    return load.backlog_growth_per_day if load.saturated else 0.0


def _effect(measure: str, base: pd.Series, changed: pd.Series) -> dict[str, object]:
    pairs = pd.DataFrame({"base": base.to_numpy(), "changed": changed.to_numpy()}).dropna()
    difference, lower, upper = paired_difference(pairs["base"], pairs["changed"])
    return {
        "measure": measure,
        "base": pairs["base"].mean(),
        "changed": pairs["changed"].mean(),
        "difference": difference,
        "lower": lower,
        "upper": upper,
        "n_pairs": len(pairs),
    }
