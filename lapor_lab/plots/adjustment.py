"""From the crude value to the adjusted one: what the composition of reports explains."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import (
    close_limits,
    height_inches,
    new_axes,
    quiet_frame,
    scale_ticks,
    wrap,
)
from lapor_lab.plots.notices import draw_notice_band, notice_lines
from lapor_lab.plots.palette import GRID, INK, MUTED, PAPER
from lapor_lab.plots.spread import spread
from lapor_lab.plots.verdicts import VERDICT_LOOKS, scatter_verdicts, suppressed, verdict_handles
from lapor_lab.schema import Availability, format_count, format_estimate, label, scale_of
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["plot_adjustment"]

_TABLE: Final = tuple(
    Column(name, "text" if name in {"institution", "verdict"} else "number", is_required=True)
    for name in ("institution", "crude", "adjusted", "verdict")
)
MAX_NAMES: Final = 12
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_ARROW: Final = f"{_NO_BREAK}→{_NO_BREAK}"
_FONT_POINTS: Final = 8.5
_LINE_POINTS: Final = 1.25 * _FONT_POINTS


def plot_adjustment(
    table: pd.DataFrame,
    measure: str,
    *,
    named: Sequence[str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw a line from each institution's crude value to its adjusted one.

    Parameters
    ----------
    table : DataFrame of shape (n_institutions, n_columns)
        A comparison's table. Who has no adjusted value is only counted.
    measure : str
        Identifier of the measure.
    named : sequence of str or None, default=None
        Who gets a name. None: the up to 12 whose value moves farthest.
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
        If `table` lacks a column.
    ParameterError
        If no institution has an adjusted value.
    """
    require_columns(table.columns, _TABLE, path="table")
    rows = table[~suppressed(table) & table["crude"].notna() & table["adjusted"].notna()]
    if rows.empty:
        raise ParameterError(
            "parameter_range",
            name="table",
            allowed="at least one institution with a crude and an adjusted value",
            value=f"{len(table)} row(s) without",
            remedy="Compare with `adjust`.",
        )
    ax = new_axes(9, 6.2) if ax is None else ax
    scale = scale_of(measure)
    chosen = _choose(rows, named)
    _draw_slopes(ax, rows, chosen)
    ax.set_xlim(-0.08, 1.06)
    ax.set_ylim(close_limits(rows[["crude", "adjusted"]], scale))
    ax.set_xticks([0, 1], [label("column.crude"), label("plot.adjusted")])
    quiet_frame(ax, grid="y")
    scale_ticks(ax.yaxis, scale)
    draw_notice_band(
        ax, notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    )
    _write_names(ax, chosen, measure)
    ax.set_ylabel(wrap(label(f"measure.{measure}"), 50))
    hidden = {
        "not_adjusted": len(table) - len(rows),
        "line_not_named": len(rows) - len(chosen),
    }
    notes = [label(f"plot.note_{key}", n=format_count(n)) for key, n in hidden.items() if n]
    ax.set_xlabel("; ".join(notes))
    ax.legend(
        handles=verdict_handles(rows["verdict"]),
        loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, fontsize=8.5,
        labelcolor=INK,
    )  # fmt: skip
    return ax


def _choose(rows: pd.DataFrame, named: Sequence[str] | None) -> pd.DataFrame:
    if named is not None:
        return rows[rows["institution"].isin(list(named))]
    moved = (rows["adjusted"] - rows["crude"]).abs()
    return rows.loc[moved.sort_values(ascending=False, kind="stable").index[:MAX_NAMES]]


def _draw_slopes(ax: Axes, rows: pd.DataFrame, chosen: pd.DataFrame) -> None:
    is_named = rows.index.isin(chosen.index)
    for part, is_strong in ((rows[~is_named], False), (rows[is_named], True)):
        ends = part[["crude", "adjusted"]].to_numpy(dtype=float)
        segments = np.stack([np.broadcast_to([0.0, 1.0], ends.shape), ends], axis=-1)
        colours = [VERDICT_LOOKS[name].colour if is_strong else GRID for name in part["verdict"]]
        ax.add_collection(
            LineCollection(
                list(segments), colors=colours, linewidths=1.6 if is_strong else 0.6,
                zorder=2 if is_strong else 1,
            )
        )  # fmt: skip
        start = pd.Series(0.0, part.index)
        if is_strong:
            ax.scatter(
                start, part["crude"], s=22, facecolor=PAPER, edgecolor=colours, zorder=3,
                clip_on=False,
            )  # fmt: skip
            scatter_verdicts(ax, start + 1, part["adjusted"], part["verdict"])


def _write_names(ax: Axes, chosen: pd.DataFrame, measure: str) -> None:
    if chosen.empty:
        return
    told = [
        [
            format_estimate(row[name], measure, Availability.AVAILABLE).replace(" ", _NO_BREAK)
            for name in ("crude", "adjusted")
        ]
        for row in chosen.to_dict("records")
    ]
    texts = [
        wrap(f"{name} ({_ARROW.join(pair)})", 44)
        for name, pair in zip(chosen["institution"], told, strict=True)
    ]
    bottom, top = ax.get_ylim()
    unit = (top - bottom) / (72 * height_inches(ax))
    n_lines = np.array([text.count("\n") + 1.5 for text in texts])
    values = chosen["adjusted"].to_numpy(dtype=float)
    places = spread(values, n_lines * _LINE_POINTS * unit, bottom, top)
    for text, value, place in zip(texts, values, places, strict=True):
        ax.annotate(
            text, xy=(1, value), xytext=(1.04, place), textcoords=("axes fraction", "data"),
            va="center", fontsize=_FONT_POINTS, color=INK, annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": MUTED, "linewidth": 0.5, "shrinkA": 1,
                        "shrinkB": 5, "relpos": (0, 0.5)},
        )  # fmt: skip
