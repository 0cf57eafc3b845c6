"""The profile of an institution beside its units, the role model, peers and its last round."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from lapor_lab.practices.maturity.form import INHERITED_GROUP, INSTITUTION_GROUP
from lapor_lab.practices.maturity.guide_file import load_guides

__all__ = ["level_of_half", "tabulate_groups", "tabulate_profile"]


def level_of_half(levels: pd.Series) -> float:
    """Return the highest level that at least half of the units reach.

    Parameters
    ----------
    levels : Series of float of shape (n_units,)
        Levels, NaN where a unit was not assessed; such are left out.

    Returns
    -------
    float
        One of the levels; NaN if there is none.

    Examples
    --------
    >>> level_of_half(pd.Series([0, 1, 2, 3])), level_of_half(pd.Series([0, 0, 4]))
    (2.0, 0.0)
    """
    known = np.sort(levels.dropna().to_numpy(dtype=float))
    return float(known[len(known) // 2]) if len(known) else float(np.nan)


def tabulate_groups(levels: pd.DataFrame) -> pd.DataFrame:
    """Return the level of each group of units.

    Parameters
    ----------
    levels : DataFrame of shape (n_units * 5, 9)
        Levels of an assessment.

    Returns
    -------
    DataFrame of shape (n_groups * 5, 7)
        `group`, `practice`, `n_units`, `n_assessed`, `level` that half of them reach,
        `lowest`, `highest`; the institution itself is no group.
    """
    units = levels[levels["group"] != INSTITUTION_GROUP]
    rows = [
        [group, practice, len(of), of.notna().sum(), level_of_half(of), of.min(), of.max()]
        for (group, practice), of in units.groupby(["group", "practice"], sort=False)["level"]
    ]
    columns = ["group", "practice", "n_units", "n_assessed", "level", "lowest", "highest"]
    return pd.DataFrame(rows, columns=columns)


def tabulate_profile(
    levels: pd.DataFrame,
    groups: pd.DataFrame,
    *,
    peers: Sequence[pd.DataFrame],
    previous: pd.DataFrame | None,
    previous_on: date | None,
) -> pd.DataFrame:
    """Return one line a practice: the institution beside others.

    Parameters
    ----------
    levels : DataFrame of shape (n_units * 5, 9)
        Levels of an assessment.
    groups : DataFrame of shape (n_groups * 5, 7)
        Levels of its groups.
    peers : sequence of DataFrame
        Levels of other institutions.
    previous : DataFrame or None
        Levels of the last round.
    previous_on : date or None
        Its day.

    Returns
    -------
    DataFrame of shape (5, 10)
        See `Assessment`.
    """
    own = _of_institution(levels)
    of_peers = [_of_institution(peer) for peer in peers]
    of_units = levels[~levels["group"].isin([INSTITUTION_GROUP, INHERITED_GROUP])]
    inherited = groups[groups["group"] == INHERITED_GROUP].set_index("practice")["level"]
    last = _of_institution(previous) if previous is not None else pd.Series(dtype=float)
    rows = []
    for guide in load_guides():
        peer_levels = pd.Series([peer[guide.id] for peer in of_peers], dtype=float)
        rows.append(
            {
                "practice": guide.id,
                "level": own[guide.id],
                "own_level": level_of_half(of_units.loc[of_units["practice"] == guide.id, "level"]),
                "inherited_level": inherited.get(guide.id, np.nan),
                "role_model": float(guide.role_model.level),
                "role_model_basis": guide.role_model.basis,
                "peers": peer_levels.median() if peer_levels.notna().any() else np.nan,
                "n_peers": int(peer_levels.notna().sum()),
                "previous": last.get(guide.id, np.nan),
                "previous_on": previous_on,
            }
        )
    return pd.DataFrame(rows)


def _of_institution(levels: pd.DataFrame) -> pd.Series:
    return levels[levels["group"] == INSTITUTION_GROUP].set_index("practice")["level"]
