"""What an institution lacks: levels below those of the role model, and the items behind them."""

import math
from collections.abc import Hashable
from typing import Any, Final

import pandas as pd

from lapor_lab.practices.maturity import INHERITED_GROUP, Assessment, load_guides

__all__ = ["find_missing_items", "gap_table"]

_HIGHEST: Final = 4


def gap_table(assessment: Assessment) -> pd.DataFrame:
    """Lay the levels of an institution beside those of the role model.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.

    Returns
    -------
    DataFrame of shape (5, 6)
        `practice, level, inherited_level, role_model, gap` (levels that are lacking to the
        role model, by the institution or by its inherited units, whichever lack more; at
        least 0, NaN where no level is known) and `missing_items`: ids of the items up to the
        level aimed at that the institution or a unit of it does not meet, or did not answer.
    """
    profile = assessment.profile.set_index("practice")
    missing = find_missing_items(assessment).groupby("practice")["item"].apply(tuple).to_dict()
    practices = [guide.id for guide in load_guides()]
    names = ["level", "inherited_level", "role_model"]
    levels = profile[names].astype("float64").reindex(practices)
    lowest = levels[["level", "inherited_level"]].min(axis="columns")
    # What is not known of the institution is not known, whatever its units reach.
    gap = (levels["role_model"] - lowest).clip(lower=0).where(levels["level"].notna())
    return levels.assign(
        gap=gap, missing_items=[missing.get(practice, ()) for practice in practices]
    ).reset_index()


def find_missing_items(assessment: Assessment) -> pd.DataFrame:
    """List the items that are not met up to the level aimed at.

    Aimed at is the level of the role model, and the next one where that is reached already.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.

    Returns
    -------
    DataFrame of shape (n_items, 8)
        `practice, item, level` (from which it is needed), `scope, n_asked, n_lacking` (the
        institution, or units, that do not meet it), `n_unanswered` of these, and
        `n_inherited` of these that are units inherited after the merger.
    """
    profile = assessment.profile.set_index("practice")
    asked = assessment.items
    is_met = asked["is_met"].astype("boolean")
    is_lacking = ~is_met.fillna(value=False).astype(bool)
    counted = (
        asked[["practice", "item"]]
        .assign(
            n_asked=1,
            n_lacking=is_lacking,
            n_unanswered=is_met.isna(),
            n_inherited=is_lacking & asked["group"].eq(INHERITED_GROUP),
        )
        .groupby(["practice", "item"], sort=False)
        .sum()
    )
    counts = dict(zip(counted.index, counted.to_dict("records"), strict=True))
    rows = []
    for guide in load_guides():
        aim = _aim(profile, guide.id)
        for item in guide.items:
            count = counts.get((guide.id, item.id))
            if item.level <= aim and count is not None and count["n_lacking"]:
                told: dict[Hashable, Any] = {"practice": guide.id, "item": item.id}
                rows.append(told | {"level": item.level, "scope": item.scope} | count)
    names = "practice item level scope n_asked n_lacking n_unanswered n_inherited"
    return pd.DataFrame(rows, columns=names.split())


def _aim(profile: pd.DataFrame, practice: str) -> float:
    levels = profile[["level", "role_model"]].astype("float64")
    level, role_model = levels.reindex([practice]).to_numpy()[0]
    following = min(math.floor(level) + 1, _HIGHEST) if math.isfinite(level) else 1
    return float(max(role_model, following)) if math.isfinite(role_model) else following
