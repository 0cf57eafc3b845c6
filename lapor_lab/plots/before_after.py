"""Before and after a practice: two marks a measure, and the difference with its interval."""

import math
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import axis_limits, new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, INK, MUTED, PAPER, VERMILLION
from lapor_lab.schema import format_difference, label, scale_of
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["EFFECTS", "plot_before_after"]

EFFECTS = tuple(
    Column(name, "text" if name == "measure" else "number", is_required=True)
    for name in ("measure", "base", "changed", "difference", "lower", "upper")
)


def plot_before_after(
    effects: pd.DataFrame,
    *,
    ax: Axes | None = None,
    is_synthetic: bool = True,
    caption: str = "",
) -> Axes:
    """Draw what a practice changes in a simulation, measure by measure.

    Hollow circle: without the practice. Filled diamond: with it. The whiskers are the
    interval of the paired difference, laid at the diamond.

    Parameters
    ----------
    effects : DataFrame of shape (n_measures, 6)
        `measure, base, changed, difference, lower, upper`, all on one scale.
    ax : Axes or None, default=None
        What to draw on; a new figure if None.
    is_synthetic : bool, default=True
        Whether to write inside the axes that the data are synthetic; that it is a
        simulation is always written.
    caption : str, default=""
        Scenario and seed, written under the notices.

    Returns
    -------
    Axes
        What was drawn on.

    Raises
    ------
    ColumnNotFoundError
        If `effects` lacks a column.
    ParameterError
        If it is empty, or mixes shares, days and ratings.
    """
    require_columns(effects.columns, EFFECTS, path="effects")
    scales = sorted({scale_of(measure) for measure in effects["measure"]})
    if len(scales) != 1:
        raise ParameterError(
            "parameter_range",
            name="effects",
            allowed="measures of one scale",
            value=", ".join(scales),
            remedy="Draw shares, days and ratings on an Axes each.",
        )
    scale = scales[0]
    ax = new_axes(8, 1.8 + 0.6 * len(effects)) if ax is None else ax
    for y, row in enumerate(effects.to_dict("records")):
        _draw_row(ax, y, row, is_first=y == 0)
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=True, caption=caption)
    ax.set_ylim(len(effects) - 0.4 + 1.2, -0.6)
    ax.set_yticks(
        range(len(effects)), [wrap(label(f"measure.{m}"), 34) for m in effects["measure"]]
    )
    reach = effects[["base", "changed"]].assign(upper=effects["base"] + effects["upper"])
    ax.set_xlim(axis_limits(reach, scale))
    draw_notices(ax, lines, len(effects) - 0.15)
    quiet_frame(ax)
    scale_ticks(ax.xaxis, scale)
    ax.set_xlabel(label(f"plot.axis_{scale}"))
    if ax.get_legend_handles_labels()[1]:
        ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, fontsize=9)
    return ax


def _draw_row(ax: Axes, y: int, row: Any, *, is_first: bool) -> None:
    if math.isfinite(row["base"]) and math.isfinite(row["changed"]):
        ax.annotate(
            "", xy=(row["changed"], y), xytext=(row["base"], y),
            arrowprops={"arrowstyle": "->", "color": MUTED, "shrinkA": 5, "shrinkB": 5},
        )  # fmt: skip
    if math.isfinite(row["lower"]) and math.isfinite(row["upper"]):
        ends = [row["base"] + row["lower"], row["base"] + row["upper"]]
        ax.plot(ends, [y, y], color=VERMILLION, linewidth=1.5, marker="|", markersize=9)
    ax.plot(
        row["base"], y, linestyle="", marker="o", markersize=8, color=PAPER, markeredgecolor=BLUE,
        markeredgewidth=1.8, clip_on=False, label=label("plot.base") if is_first else None,
    )  # fmt: skip
    ax.plot(
        row["changed"], y, linestyle="", marker="D", markersize=7, color=VERMILLION,
        markeredgecolor=PAPER, clip_on=False, label=label("plot.changed") if is_first else None,
    )  # fmt: skip
    ax.annotate(
        format_difference(row["difference"], row["lower"], row["upper"], row["measure"]),
        xy=(1, y),
        xycoords=("axes fraction", "data"),
        xytext=(10, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=INK,
        annotation_clip=False,
    )
