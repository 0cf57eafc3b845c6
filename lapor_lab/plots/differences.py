"""What each practice changes of one measure: a mark a practice, with its interval, about zero."""

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from lapor_lab.errors import UnknownNameError
from lapor_lab.plots.canvas import new_axes, quiet_frame, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import INK, MUTED, PAPER, VERMILLION
from lapor_lab.schema import (
    Availability,
    Scale,
    format_difference,
    format_number,
    label,
    scale_of,
)
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["DIFFERENCES", "plot_differences"]

_TEXT: Final = frozenset({"practice", "measure", "availability"})
DIFFERENCES: Final = tuple(
    Column(name, "text" if name in _TEXT else "number", is_required=True)
    for name in ("practice", "measure", "difference", "lower", "upper", "availability")
)
_MARGIN: Final = 1.15


def plot_differences(
    comparison: pd.DataFrame,
    measure: str,
    *,
    names: Mapping[str, str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = True,
    caption: str = "",
) -> Axes:
    """Draw what each practice changes of one measure in a simulation.

    Practices stand in the order given: the picture does not rank them. One without a steady
    value keeps its row, with the reason.

    Parameters
    ----------
    comparison : DataFrame of shape (n_rows, 6)
        `practice, measure, difference, lower, upper, availability`.
    measure : str
        Which of its measures to draw.
    names : mapping of str to str or None, default=None
        What practices are called in the picture; None shows them as they are.
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
        If `comparison` lacks a column.
    UnknownNameError
        If it does not hold the measure.
    """
    require_columns(comparison.columns, DIFFERENCES, path="comparison")
    rows = comparison[comparison["measure"] == measure]
    if rows.empty:
        known = ", ".join(sorted(comparison["measure"].unique()))
        raise UnknownNameError("unknown_name", kind="measure", value=measure, allowed=known)
    ax = new_axes(8, 1.8 + 0.45 * len(rows)) if ax is None else ax
    ax.plot([0, 0], [-0.5, len(rows) - 0.5], color=MUTED, linewidth=1)
    for y, row in enumerate(rows.to_dict("records")):
        _draw_row(ax, y, row)
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=True, caption=caption)
    ax.set_ylim(len(rows) - 0.4 + 1.2, -0.6)
    ax.set_yticks(range(len(rows)), [wrap((names or {}).get(p, p), 34) for p in rows["practice"]])
    ends = np.abs(rows[["difference", "lower", "upper"]].to_numpy(dtype=float))
    reach = _MARGIN * float(ends[np.isfinite(ends)].max(initial=0)) or 1.0
    ax.set_xlim(-reach, reach)
    draw_notices(ax, lines, len(rows) - 0.15)
    quiet_frame(ax)
    scale = scale_of(measure)
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _signed(value, scale)))
    unit = label(f"plot.unit_{scale}")
    ax.set_xlabel(label("plot.change_of", measure=label(f"measure.{measure}"), unit=unit))
    return ax


def _signed(value: float, scale: Scale) -> str:
    shown = round(value * (100 if scale is Scale.SHARE else 1), 6)
    sign = "+" if shown > 0 else "−" if shown < 0 else ""
    return sign + format_number(abs(shown), 0 if shown.is_integer() else 1)


def _draw_row(ax: Axes, y: int, row: Mapping[Any, Any]) -> None:
    is_known = row["availability"] == Availability.AVAILABLE
    text = str(row["availability"])
    if is_known:
        text = format_difference(row["difference"], row["lower"], row["upper"], row["measure"])
    if is_known and math.isfinite(row["lower"]) and math.isfinite(row["upper"]):
        ends = [row["lower"], row["upper"]]
        ax.plot(ends, [y, y], color=VERMILLION, linewidth=1.5, marker="|", markersize=9)
    if is_known and math.isfinite(row["difference"]):
        ax.plot(
            row["difference"], y, linestyle="", marker="D", markersize=7, color=VERMILLION,
            markeredgecolor=PAPER, clip_on=False,
        )  # fmt: skip
    ax.annotate(
        text,
        xy=(1, y),
        xycoords=("axes fraction", "data"),
        xytext=(10, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        fontstyle="normal" if is_known else "italic",
        color=INK if is_known else MUTED,
        annotation_clip=False,
    )
