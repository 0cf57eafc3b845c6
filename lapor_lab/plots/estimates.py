"""Dots and intervals, or bars of bounds: one measure, every institution, in the alphabet's order.

Bounds are drawn as a hatched bar without a dot, so that nobody takes them for an interval.
"""

import math
from collections.abc import Hashable
from typing import Any, Final

import pandas as pd
from matplotlib.axes import Axes

from lapor_lab.errors import UnknownNameError
from lapor_lab.plots.canvas import axis_limits, new_axes, quiet_frame, row_name, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, INK, MUTED, PAPER
from lapor_lab.schema import (
    ESTIMATES,
    Availability,
    conform,
    format_estimate,
    format_estimate_interval,
    label,
    scale_of,
)

__all__ = ["plot_estimates"]

_NAME_WIDTH: Final = 38


def plot_estimates(
    estimates: pd.DataFrame,
    measure: str,
    *,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw one measure of all institutions, each with its interval and its denominator.

    Institutions stand in the order of the alphabet and wear one colour: the picture
    neither ranks nor praises. One without an estimate keeps its row, with the reason; one
    of which only bounds are known has a hatched bar from lower to upper and no dot.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9)
        Columns of `ESTIMATES`.
    measure : str
        Which of its measures to draw.
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
        If `estimates` lacks a column.
    UnknownNameError
        If it does not hold the measure.
    """
    table = conform(estimates, ESTIMATES, path="estimates")
    rows = table[table["measure"] == measure].sort_values("institution", key=_fold)
    if rows.empty:
        known = ", ".join(sorted(table["measure"].unique()))
        raise UnknownNameError("unknown_name", kind="measure", value=measure, allowed=known)
    ax = new_axes(8, 1.6 + 0.42 * len(rows)) if ax is None else ax
    scale = scale_of(measure)
    ends = axis_limits(rows[["estimate", "upper"]], scale)
    for y, row in enumerate(rows.to_dict("records")):
        _draw_row(ax, y, row, ends)
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    ax.set_xlim(ends)
    ax.set_ylim(len(rows) - 0.4 + (1.2 if lines else 0), -0.6)
    names = zip(rows["institution"], rows["denominator"], strict=True)
    ax.set_yticks(range(len(rows)), [row_name(name, n, _NAME_WIDTH) for name, n in names])
    draw_notices(ax, lines, len(rows) + (0 if len(lines) > 1 else 0.1))
    quiet_frame(ax)
    scale_ticks(ax.xaxis, scale)
    note = label(_note(set(rows["availability"])))
    ax.set_xlabel(f"{wrap(label(f'measure.{measure}'), 80)}\n{note}")
    return ax


def _note(kinds: set[str]) -> str:
    if Availability.BOUNDS not in kinds:
        return "plot.interval_note"
    has_dots = Availability.AVAILABLE in kinds
    return "plot.interval_and_bounds_note" if has_dots else "plot.bounds_note"


def _fold(names: pd.Series) -> pd.Series:
    return names.str.casefold()


def _draw_row(ax: Axes, y: int, row: dict[Hashable, Any], ends: tuple[float, float]) -> None:
    estimate, lower, upper = row["estimate"], row["lower"], row["upper"]
    if row["availability"] == Availability.BOUNDS and math.isfinite(upper - lower):
        _draw_bounds(ax, y, row)
        return
    text = format_estimate(estimate, row["measure"], row["availability"])
    is_available = row["availability"] == Availability.AVAILABLE
    if not is_available or not (math.isfinite(estimate) or math.isfinite(lower)):
        ax.text(
            ends[0] + 0.01 * (ends[1] - ends[0]), y, text,
            va="center", fontsize=8.5, fontstyle="italic", color=MUTED,
        )  # fmt: skip
        return
    is_open = not math.isfinite(upper)
    if math.isfinite(lower):
        ax.plot([lower, ends[1] if is_open else upper], [y, y], color=BLUE, linewidth=2)
    if is_open:
        ax.plot(ends[1], y, marker=">", color=BLUE, markersize=6, clip_on=False)
    if math.isfinite(estimate):
        # A dot at 0 or 100 % is a whole dot.
        ax.plot(
            estimate, y,
            marker="o", markersize=6.5, color=BLUE, markeredgecolor=PAPER, clip_on=False, zorder=3,
        )  # fmt: skip
    interval = format_estimate_interval(lower, upper, row["measure"])
    _write_beside(ax, y, f"{text}  ({interval})")


def _draw_bounds(ax: Axes, y: int, row: dict[Hashable, Any]) -> None:
    lower, upper = row["lower"], row["upper"]
    ax.barh(
        y, upper - lower, left=lower, height=0.36,
        facecolor=PAPER, edgecolor=BLUE, hatch="////", linewidth=1.2, clip_on=False,
    )  # fmt: skip
    text = format_estimate(
        row["estimate"], row["measure"], row["availability"], bounds=(lower, upper)
    )
    _write_beside(ax, y, text.replace(", ", ",\n"))


def _write_beside(ax: Axes, y: int, text: str) -> None:
    ax.annotate(
        text,
        xy=(1, y),
        xycoords=("axes fraction", "data"),
        xytext=(10, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=INK,
        annotation_clip=False,
    )
