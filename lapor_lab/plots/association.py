"""Levels beside outcomes: a dot an institution, and the correlation in words."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
from matplotlib.axes import Axes

from lapor_lab.plots.canvas import close_limits, new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notice_band, notice_lines
from lapor_lab.plots.palette import BLUE, INK, MUTED, PAPER, VERMILLION
from lapor_lab.schema import label, scale_of
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["POINTS", "plot_association"]

POINTS: Final = tuple(
    Column(name, "text" if name == "institution" else "number", is_required=True)
    for name in ("institution", "level", "shrunken")
)
_HIGHEST: Final = 4
_NAME_WIDTH: Final = 26


def plot_association(
    points: pd.DataFrame,
    measure: str,
    *,
    text: str,
    named: Sequence[str] = (),
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw the level of each institution and its shrunken outcome.

    No line is laid through the dots: the correlation is of ranks, and a line would promise
    an outcome for a level.

    Parameters
    ----------
    points : DataFrame of shape (n_institutions, n_columns)
        `institution, level, shrunken`.
    measure : str
        Identifier of the measure.
    text : str
        The correlation with its interval, in words; written above.
    named : sequence of str, default=()
        Institutions that bear their name: those that move the result most.
    ax : Axes or None, default=None
        What to draw on; a new figure if None.
    is_synthetic : bool, default=False
        Whether to write inside the axes that the data are synthetic.
    caption : str, default=""
        Scenario and seed, written under that notice.

    Returns
    -------
    Axes
        What was drawn on.

    Raises
    ------
    ColumnNotFoundError
        If `points` lacks a column.
    """
    require_columns(points.columns, POINTS, path="points")
    ax = new_axes(8, 5) if ax is None else ax
    is_named = points["institution"].isin(list(named))
    for rows, marker, colour in ((~is_named, "o", BLUE), (is_named, "D", VERMILLION)):
        ax.scatter(
            points["level"][rows], points["shrunken"][rows],
            marker=marker, s=44, color=colour, edgecolor=PAPER, zorder=3, clip_on=False,
        )  # fmt: skip
    for row in points[is_named].to_dict("records"):
        is_right = row["level"] > _HIGHEST / 2
        ax.annotate(
            wrap(str(row["institution"]), _NAME_WIDTH), xy=(row["level"], row["shrunken"]),
            xytext=(-9 if is_right else 9, 0), textcoords="offset points", va="center",
            ha="right" if is_right else "left", fontsize=8.5, color=INK,
        )  # fmt: skip
    scale = scale_of(measure)
    ax.set_xlim(-0.15, _HIGHEST + 0.15)
    ax.set_xticks(range(_HIGHEST + 1))
    ax.set_ylim(*close_limits(points["shrunken"], scale))
    quiet_frame(ax, grid="y")
    scale_ticks(ax.yaxis, scale)
    draw_notice_band(
        ax, notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    )
    ax.set_xlabel(label("association.axis"))
    ax.set_ylabel(wrap(label(f"measure.{measure}"), 44))
    ax.set_title(wrap(text, 84), loc="left", fontsize=9, color=MUTED)
    return ax
