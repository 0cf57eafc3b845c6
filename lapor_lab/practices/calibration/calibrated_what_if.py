"""What practices would change in an institution that is known from its data only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from lapor_lab.practices.calibration.calibration import Calibration
from lapor_lab.practices.effects import EFFECT_COLUMNS, mark_saturation
from lapor_lab.practices.paired_runs import (
    WHAT_IF_MEASURES,
    check_replications,
    run_once,
    seed_of,
)
from lapor_lab.practices.trial import BASE, Trial, worlds_of
from lapor_lab.schema import Availability

__all__ = ["try_out_calibrated"]

_LEVEL: Final = 0.975
_DRAWN: Final = "ditarik"
# Seeds of parameters lie far from those of worlds.
_PARAMETER_SEEDS: Final = 50_000_017


@dataclass(frozen=True, kw_only=True)
class _Runs:
    """Values of one replication a row: of the estimated worlds, and of drawn ones."""

    base: pd.DataFrame
    changed: pd.DataFrame
    drawn_base: pd.DataFrame
    drawn_changed: pd.DataFrame


def try_out_calibrated(
    calibration: Calibration,
    trials: Mapping[str, Trial],
    *,
    n_replications: int = 20,
    rng: int = 0,
    on_replication: Callable[[], None] | None = None,
) -> pd.DataFrame:
    """Simulate a calibrated institution as it is and in several changed worlds.

    Each replication runs the estimated parameters and, on the same random numbers, parameters
    drawn from their errors. How far the second effect lies from the first tells what the
    errors of the parameters do to it; so the interval carries both the chance in the
    simulation and the errors of the calibration. It is cautious: drawn worlds do not share all
    their luck with the estimated one, which widens it (by a half and more in small
    institutions). What is assumed is not drawn.

    Parameters
    ----------
    calibration : Calibration
        The institution.
    trials : mapping of str to Trial
        Changed worlds by name.
    n_replications : int, default=20
        Runs of each world, at least 2.
    rng : int, default=0
        Seed of the first run; the others follow from it.
    on_replication : callable or None, default=None
        Called after each run of all worlds.

    Returns
    -------
    DataFrame of shape (n_rows, 9)
        As `try_out` gives.

    Raises
    ------
    ParameterError
        If there are fewer than 2 replications or a strength is not in [0, 1].
    """
    check_replications(n_replications)
    who = calibration.institution_id
    worlds = worlds_of(calibration.scenario, who, trials)
    steps = []
    for replication in range(n_replications):
        seed = seed_of(rng, replication)
        drawn = calibration.draw(_PARAMETER_SEEDS + seed)
        steps.append(run_once({**worlds, **worlds_of(drawn, who, trials, prefix=_DRAWN)}, seed))
        if on_replication is not None:
            on_replication()
    values = {name: pd.DataFrame([each[name] for each in steps]) for name in steps[0]}
    effects = []
    for name in trials:
        runs = _Runs(
            base=values[BASE],
            changed=values[name],
            drawn_base=values[_DRAWN + BASE],
            drawn_changed=values[_DRAWN + name],
        )
        table = pd.DataFrame([_effect(measure.id, runs) for measure in WHAT_IF_MEASURES])
        table["availability"] = Availability.AVAILABLE.value
        marked = mark_saturation(table, worlds[BASE], worlds[name], who)
        effects.append(marked.assign(trial=name))
    return pd.concat(effects, ignore_index=True)[["trial", *EFFECT_COLUMNS]]


def _effect(measure: str, runs: _Runs) -> dict[str, object]:
    base, changed = (table[measure].to_numpy(dtype=float) for table in (runs.base, runs.changed))
    difference = changed - base
    moved = (runs.drawn_changed[measure] - runs.drawn_base[measure]).to_numpy(dtype=float)
    is_known = np.isfinite(difference) & np.isfinite(moved)
    n_pairs = int(is_known.sum())
    mean, lower, upper = np.nan, np.nan, np.nan
    if n_pairs > 1:
        # Of the same random numbers both effects have the same luck.
        by_parameters = (moved - difference)[is_known]
        by_chance = difference[is_known].var(ddof=1) / n_pairs
        half = stdtrit(n_pairs - 1, _LEVEL) * np.sqrt(by_parameters.var(ddof=1) + by_chance)
        mean = float(difference[is_known].mean())
        lower, upper = mean - half, mean + half
    return {
        "measure": measure,
        "base": np.nan if not n_pairs else float(base[is_known].mean()),
        "changed": np.nan if not n_pairs else float(changed[is_known].mean()),
        "difference": mean,
        "lower": float(lower),
        "upper": float(upper),
        "n_pairs": n_pairs,
    }
