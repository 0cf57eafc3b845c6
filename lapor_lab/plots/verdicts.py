"""How a verdict looks: a shape, a fill and a word each, so that nothing hangs on colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lapor_lab.plots.palette import BLUE, MUTED, PAPER, VERMILLION
from lapor_lab.schema import OUTSIDE, Verdict, format_count, label

__all__ = [
    "VERDICT_LOOKS",
    "VerdictLook",
    "drawable_rows",
    "scatter_verdicts",
    "suppressed",
    "verdict_handles",
]


@dataclass(frozen=True, kw_only=True)
class VerdictLook:
    """The mark of a verdict.

    Parameters
    ----------
    marker : str
        Shape, as matplotlib calls it.
    colour : str
        Of the edge.
    fill : str
        Of the face.
    size : float
        Width in points.
    """

    marker: str
    colour: str
    fill: str
    size: float


VERDICT_LOOKS: Final[Mapping[str, VerdictLook]] = MappingProxyType(
    {
        Verdict.ABOVE: VerdictLook(marker="^", colour=BLUE, fill=BLUE, size=7.5),
        Verdict.BELOW: VerdictLook(marker="v", colour=VERMILLION, fill=VERMILLION, size=7.5),
        Verdict.NOT_DISTINGUISHABLE: VerdictLook(marker="o", colour=MUTED, fill=MUTED, size=5),
        Verdict.INSUFFICIENT: VerdictLook(marker="s", colour=MUTED, fill=PAPER, size=5),
    }
)


def drawable_rows(table: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Choose what can be drawn of a comparison, and say what cannot.

    Parameters
    ----------
    table : DataFrame of shape (n_institutions, n_columns)
        With `verdict, crude, crude_lower, crude_upper, adjusted, adjusted_lower,
        adjusted_upper`, and `is_suppressed` where small numbers were.

    Returns
    -------
    rows : DataFrame of shape (n_drawn, n_columns + 3)
        Rows with a value, with `value, lower, upper` as well: adjusted where the institution
        was judged, crude where it was not.
    notes : list of str
        How many are not drawn, and why.
    """
    is_suppressed = suppressed(table)
    is_absent = ~is_suppressed & (table["verdict"] == Verdict.NOT_AVAILABLE)
    is_judged = table["adjusted"].notna() & (table["verdict"] != Verdict.INSUFFICIENT)
    rows = table.assign(
        value=table["adjusted"].where(is_judged, table["crude"]),
        lower=table["adjusted_lower"].where(is_judged, table["crude_lower"]),
        upper=table["adjusted_upper"].where(is_judged, table["crude_upper"]),
    )
    is_empty = ~is_suppressed & ~is_absent & rows["value"].isna()
    reasons = {"suppressed": is_suppressed, "not_available": is_absent, "no_value": is_empty}
    notes = [
        label(f"plot.note_{reason}", n=format_count(int(flags.sum())))
        for reason, flags in reasons.items()
        if flags.any()
    ]
    return rows[~(is_suppressed | is_absent | is_empty)], notes


def suppressed(table: pd.DataFrame) -> pd.Series:
    """Tell which rows small numbers forbid to show.

    Parameters
    ----------
    table : DataFrame of shape (n_rows, n_columns)
        With `is_suppressed`, or without it where nothing was.

    Returns
    -------
    Series of bool of shape (n_rows,)
        True where nothing may be drawn.
    """
    if "is_suppressed" not in table:
        return pd.Series(data=False, index=table.index)
    return table["is_suppressed"].astype("boolean").fillna(value=False).astype(bool)


def scatter_verdicts(ax: Axes, x: pd.Series, y: pd.Series, verdict: pd.Series) -> None:
    """Draw a mark for each institution: one collection a verdict, however many there are.

    Parameters
    ----------
    ax : Axes
        What to draw on.
    x, y : Series of float of shape (n_institutions,)
        Where the marks lie.
    verdict : Series of str of shape (n_institutions,)
        A key of `VERDICT_LOOKS` each.
    """
    # What stands out is drawn last, over the crowd.
    for name, look in reversed(list(VERDICT_LOOKS.items())):
        chosen = verdict == name
        if chosen.any():
            ax.scatter(
                x[chosen], y[chosen], s=look.size**2, marker=look.marker, facecolor=look.fill,
                edgecolor=PAPER if look.fill != PAPER else look.colour, linewidth=0.8,
                zorder=4 if name in OUTSIDE else 3, label=name, clip_on=False,
            )  # fmt: skip


def verdict_handles(verdicts: pd.Series) -> list[Line2D]:
    """Return the entries of a legend: the mark, the words and how many institutions there are.

    Parameters
    ----------
    verdicts : Series of str of shape (n_institutions,)
        A key of `VERDICT_LOOKS` each.

    Returns
    -------
    list of Line2D
        One a verdict that occurs, for ``ax.legend(handles=...)``.
    """
    counts = verdicts.value_counts()
    return [
        Line2D(
            [], [], linestyle="", marker=look.marker, markersize=look.size,
            markerfacecolor=look.fill, markeredgecolor=look.colour,
            label=label(
                "verdict.count", verdict=label(f"verdict.{name}"),
                n=format_count(counts[name]),
            ),
        )
        for name, look in VERDICT_LOOKS.items()
        if name in counts
    ]  # fmt: skip
