"""Several compared measures side by side, and a composite where weights ask for it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from lapor_lab.comparison.composite import composite
from lapor_lab.comparison.profile import profile
from lapor_lab.plots import plot_profile
from lapor_lab.plots.profile import MAX_ROWS
from lapor_lab.report.fair_pictures import CaptionedPicture
from lapor_lab.report.fair_rows import UNTOLD
from lapor_lab.report.picture import draw_picture
from lapor_lab.schema import format_count, format_number, label

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["ProfileView", "find_composite", "find_profile", "view_profile"]


@dataclass(frozen=True, kw_only=True)
class ProfileView:
    """What a page shows of several comparisons together.

    Parameters
    ----------
    picture : CaptionedPicture
        Institutions by measures.
    composite : list of dict
        `institution, score, ranks`, as text; empty where no weights were given.
    weights : list of (str, str)
        Name and weight of each measure that counts.
    """

    picture: CaptionedPicture
    composite: list[dict[str, Any]]
    weights: list[tuple[str, str]]


def find_profile(comparisons: "tuple[Comparison, ...]") -> pd.DataFrame | None:
    """Lay several comparisons side by side.

    Parameters
    ----------
    comparisons : tuple of Comparison
        One a measure.

    Returns
    -------
    DataFrame of shape (n_measures * n_institutions, 11) or None
        As `lapor_lab.comparison.profile` gives; None where there are fewer than two.
    """
    return profile(comparisons) if len(comparisons) > 1 else None


def find_composite(found: pd.DataFrame | None, weights: Mapping[str, float]) -> pd.DataFrame | None:
    """Add measures up, with the ranks that the weights allow, only where weights are given.

    Parameters
    ----------
    found : DataFrame of shape (n_measures * n_institutions, 11) or None
        As `find_profile` gives.
    weights : mapping of str to float
        Weight of each measure; empty for no composite.

    Returns
    -------
    DataFrame of shape (n_institutions, 5) or None
        As `lapor_lab.comparison.composite` gives.
    """
    return None if found is None or not weights else composite(found, weights)


def view_profile(
    comparisons: "tuple[Comparison, ...]",
    weights: Mapping[str, float],
    *,
    is_synthetic: bool,
    caption: str,
) -> ProfileView | None:
    """Put several comparisons into one picture, and a composite into a table.

    Parameters
    ----------
    comparisons : tuple of Comparison
        One a measure.
    weights : mapping of str to float
        Weight of each measure; empty for no composite.
    is_synthetic : bool
        Whether the data were made up.
    caption : str
        Scenario and seed of the picture.

    Returns
    -------
    ProfileView or None
        None where there are fewer than two comparisons.
    """
    found = find_profile(comparisons)
    if found is None:
        return None
    n_all = found["institution"].nunique()
    n_rows = min(n_all, MAX_ROWS)
    said = label(
        "fair.picture_profile",
        n=format_count(n_rows),
        n_all=format_count(n_all),
        n_measures=len(comparisons),
    )
    picture = draw_picture(
        lambda ax: plot_profile(found, ax=ax, is_synthetic=is_synthetic, caption=caption),
        width_inches=max(8.0, 3.6 + 1.75 * len(comparisons)),
        height_inches=2.2 + 0.5 * n_rows,
        alt=said,
    )
    scores = find_composite(found, weights)
    return ProfileView(
        picture=CaptionedPicture(picture, said),
        composite=[] if scores is None else [_score(row) for row in scores.to_dict("records")],
        weights=[
            (label(f"measure.{name}"), format_number(weight, 2)) for name, weight in weights.items()
        ],
    )


def _score(row: Mapping[Any, Any]) -> dict[str, str]:
    is_whole = not math.isnan(row["score"])
    low, high = format_count(row["rank_low"]), format_count(row["rank_high"])
    return {
        "institution": row["institution"],
        "score": format_number(row["score"], 2) if is_whole else label("verdict.not_available"),
        "ranks": f"{low}–{high}" if is_whole else UNTOLD,
    }
