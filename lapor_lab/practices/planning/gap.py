"""What an institution lacks: levels below those of the role model, and the items behind them."""

import math
from typing import TYPE_CHECKING, Final

import pandas as pd

from lapor_lab.practices.maturity import load_guides

if TYPE_CHECKING:
    from lapor_lab.practices.maturity import Assessment

__all__ = ["find_missing_items", "gap_table"]

_HIGHEST: Final = 4
_INHERITED: Final = "unit hasil penggabungan"


def gap_table(assessment: "Assessment") -> pd.DataFrame:
    """Lay the levels of an institution beside those of the role model.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.

    Returns
    -------
    DataFrame of shape (5, 5)
        `practice, level, role_model, gap` (levels that are lacking, at least 0; NaN where a
        level is unknown) and `missing_items`: ids of the items up to the level aimed at that
        are not met, or not answered, by the institution or by one of its units.
    """
    profile = assessment.profile.set_index("practice")
    missing = find_missing_items(assessment).groupby("practice")["item"].apply(tuple).to_dict()
    practices = [guide.id for guide in load_guides()]
    levels = pd.to_numeric(profile["level"]).astype("float64").reindex(practices)
    role_model = pd.to_numeric(profile["role_model"]).astype("float64").reindex(practices)
    return pd.DataFrame(
        {
            "practice": practices,
            "level": levels.to_numpy(),
            "role_model": role_model.to_numpy(),
            "gap": (role_model - levels).clip(lower=0).to_numpy(),
            "missing_items": [missing.get(practice, ()) for practice in practices],
        }
    )


def find_missing_items(assessment: "Assessment") -> pd.DataFrame:
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
    table = asked.assign(
        is_lacking=~is_met.fillna(False),  # noqa: FBT003
        is_unanswered=is_met.isna(),
        is_inherited=asked["group"].eq(_INHERITED),
    )
    rows = []
    for guide in load_guides():
        aim = _aim(profile, guide.id)
        for item in guide.items:
            answers = table[table["practice"].eq(guide.id) & table["item"].eq(item.id)]
            lacking = answers[answers["is_lacking"]]
            if item.level <= aim and len(lacking):
                rows.append(
                    {
                        "practice": guide.id,
                        "item": item.id,
                        "level": item.level,
                        "scope": item.scope,
                        "n_asked": len(answers),
                        "n_lacking": len(lacking),
                        "n_unanswered": int(lacking["is_unanswered"].sum()),
                        "n_inherited": int(lacking["is_inherited"].sum()),
                    }
                )
    names = "practice item level scope n_asked n_lacking n_unanswered n_inherited"
    return pd.DataFrame(rows, columns=names.split())


def _aim(profile: pd.DataFrame, practice: str) -> float:
    levels = profile[["level", "role_model"]].astype("float64")
    level, role_model = levels.reindex([practice]).to_numpy()[0]
    following = min(math.floor(level) + 1, _HIGHEST) if math.isfinite(level) else 1
    return float(max(role_model, following)) if math.isfinite(role_model) else following
