"""The funnel: each institution at its volume and value, within or outside what chance explains."""

from collections.abc import Sequence
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import close_limits, new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notice_band, notice_lines
from lapor_lab.plots.palette import INK, MUTED, PAPER
from lapor_lab.plots.verdicts import (
    VERDICT_LOOKS,
    drawable_rows,
    scatter_verdicts,
    verdict_handles,
)
from lapor_lab.schema import (
    OUTSIDE,
    Availability,
    format_count,
    format_estimate,
    label,
    scale_of,
)
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["LIMITS", "plot_funnel"]

_TABLE: Final = tuple(
    Column(name, "text" if name in {"institution", "verdict"} else "number", is_required=True)
    for name in (
        "institution", "denominator", "crude", "crude_lower", "crude_upper", "adjusted",
        "adjusted_lower", "adjusted_upper", "z_truncated", "z_winsorised", "verdict",
    )
)  # fmt: skip
LIMITS: Final = tuple(
    Column(name, "number", is_required=True)
    for name in (
        "denominator", "target", "lower_95", "upper_95", "lower_998", "upper_998",
        "lower_95_adjusted", "upper_95_adjusted", "lower_998_adjusted", "upper_998_adjusted",
    )
)  # fmt: skip
MAX_NAMES: Final = 12
# Institutions whose volumes differ by more are drawn on a logarithmic axis.
_LINEAR_UP_TO: Final = 20
_DECADES_WITH_STEPS: Final = 2.5
# The legend takes the rest of the figure's width.
_WIDTH_SHARE: Final = 0.62
_TAG_POINTS: Final = 11.0


def plot_funnel(
    table: pd.DataFrame,
    limits: pd.DataFrame,
    measure: str,
    *,
    named: Sequence[str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw one peer group in its funnel.

    Limits are those widened by overdispersion; where that widens them, the exact 99.8 %
    limits are dotted. An institution whose data are insufficient is a hollow grey square;
    one that was suppressed or has no value is only counted.

    Parameters
    ----------
    table : DataFrame of shape (n_institutions, n_columns)
        A comparison's table, of one peer group.
    limits : DataFrame of shape (n_points, n_columns)
        Columns of `LIMITS`, of the same peer group.
    measure : str
        Identifier of the measure.
    named : sequence of str or None, default=None
        Who gets a number and a name. None: all, if they are at most 12, else the up to 12
        that stand out by both variants, the farthest first.
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
        If a table lacks a column.
    ParameterError
        If there is no limit, or tables hold several peer groups.
    """
    require_columns(table.columns, _TABLE, path="table")
    require_columns(limits.columns, LIMITS, path="limits")
    _check_one_group(table, limits)
    rows, notes = drawable_rows(table)
    curves = limits.sort_values("denominator")
    scale = scale_of(measure)
    ax = new_axes(10, 5.8) if ax is None else ax
    _scale_x(ax, np.concatenate([rows["denominator"], curves["denominator"]]))
    ax.set_ylim(close_limits(_reach(rows, curves), scale))
    lines = _draw_limits(ax, curves, measure)
    scatter_verdicts(ax, rows["denominator"], rows["value"], rows["verdict"])
    chosen = _choose(rows, named)
    quiet_frame(ax, grid="y")
    scale_ticks(ax.yaxis, scale)
    draw_notice_band(
        ax, notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    )
    _tag(ax, chosen)
    n_unnamed = int(rows["verdict"].isin(OUTSIDE).sum() - chosen["verdict"].isin(OUTSIDE).sum())
    if n_unnamed:
        notes.append(label("plot.note_not_named", n=format_count(n_unnamed)))
    ax.set_ylabel(wrap(label(f"measure.{measure}"), 50))
    ax.set_xlabel(
        "\n".join([label("plot.axis_denominator"), *(["; ".join(notes)] if notes else [])])
    )
    ax.legend(
        handles=[*_entries(rows, chosen), *lines], loc="upper left", bbox_to_anchor=(1.01, 1.02),
        frameon=False, fontsize=8.5, labelcolor=INK, handlelength=1.8, labelspacing=0.45,
    )  # fmt: skip
    return ax


def _check_one_group(table: pd.DataFrame, limits: pd.DataFrame) -> None:
    frames = {"table": table, "limits": limits}
    for name, frame in frames.items():
        groups = sorted(set(frame["peer_group"])) if "peer_group" in frame else []
        if len(groups) > 1:
            raise ParameterError(
                "parameter_range",
                name=name,
                allowed="of one peer group",
                value=", ".join(groups),
                remedy="Draw each peer group on an Axes of its own.",
            )
    if limits.empty:
        raise ParameterError(
            "parameter_range",
            name="limits",
            allowed="at least one point of the curves",
            value="0 rows",
            remedy="A measure without limits can be drawn with plot_caterpillar.",
        )


def _reach(rows: pd.DataFrame, curves: pd.DataFrame) -> NDArray[np.float64]:
    """Return what the vertical axis must show: all marks, and the limits at the middle volume."""
    middle = rows["denominator"].median()
    ends = [
        np.interp(middle, curves["denominator"], curves[name])
        for name in ("lower_998_adjusted", "upper_998_adjusted")
    ]
    return np.concatenate([rows["value"], curves["target"], np.array(ends)])


def _scale_x(ax: Axes, sizes: NDArray[np.float64]) -> None:
    low, high = max(float(np.nanmin(sizes)), 1.0), max(float(np.nanmax(sizes)), 1.0)
    if high <= _LINEAR_UP_TO * low:
        ax.set_xlim(0, high * 1.06)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    else:
        ax.set_xscale("log")
        ax.set_xlim(low / 1.25, high * 1.25)
        has_steps = np.log10(high / low) < _DECADES_WITH_STEPS
        ax.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5) if has_steps else (1,)))
        ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: format_count(value)))


def _draw_limits(ax: Axes, curves: pd.DataFrame, measure: str) -> list[Line2D]:
    sizes, target = curves["denominator"], curves["target"]
    (middle,) = ax.plot(
        sizes, target, color=INK, linewidth=1, linestyle=(0, (6, 3)),
        label=label(
            "plot.target", value=format_estimate(target.iloc[0], measure, Availability.AVAILABLE)
        ),
    )  # fmt: skip
    is_widened = not np.allclose(
        curves["upper_998"], curves["upper_998_adjusted"], equal_nan=True
    ) or not np.allclose(curves["lower_998"], curves["lower_998_adjusted"], equal_nan=True)
    drawn = [
        ("998_adjusted", "plot.limit_998_widened" if is_widened else "plot.limit_998", "-", INK),
        ("95_adjusted", "plot.limit_95_widened" if is_widened else "plot.limit_95", "--", MUTED),
    ]
    if is_widened:
        drawn.append(("998", "plot.limit_998_exact", ":", MUTED))
    handles = [middle]
    for name, key, style, colour in drawn:
        for end in ("lower", "upper"):
            (line,) = ax.plot(
                sizes, curves[f"{end}_{name}"], color=colour, linewidth=1.1, linestyle=style,
                label=label(key) if end == "lower" else None,
            )  # fmt: skip
            if end == "lower":
                handles.append(line)
    return handles


def _choose(rows: pd.DataFrame, named: Sequence[str] | None) -> pd.DataFrame:
    if named is not None:
        chosen = rows[rows["institution"].isin(list(named))]
    elif len(rows) <= MAX_NAMES:
        chosen = rows
    else:
        distance = rows[["z_truncated", "z_winsorised"]].abs().min(axis="columns")
        outside = distance[rows["verdict"].isin(OUTSIDE)]
        chosen = rows.loc[outside.sort_values(ascending=False).index[:MAX_NAMES]]
    order = {name: position for position, name in enumerate(VERDICT_LOOKS)}
    return (
        chosen.assign(
            group=chosen["verdict"].map(order), folded=chosen["institution"].str.casefold()
        )
        .sort_values(["group", "folded"])
        .assign(number=range(1, len(chosen) + 1))
    )


def _entries(rows: pd.DataFrame, chosen: pd.DataFrame) -> list[Line2D]:
    entries = []
    for verdict in VERDICT_LOOKS:
        entries.extend(verdict_handles(rows["verdict"][rows["verdict"] == verdict]))
        for row in chosen[chosen["verdict"] == verdict].to_dict("records"):
            name = wrap(f"{row['number']}. {row['institution']}", 42).replace("\n", "\n    ")
            entries.append(Line2D([], [], linestyle="", label=name))
    return entries


def _tag(ax: Axes, chosen: pd.DataFrame) -> None:
    """Write each number beside its mark, on the side where no other number or mark is."""
    if chosen.empty:
        return
    shrink = np.array([_WIDTH_SHARE, 1.0]) * 72 / ax.figure.get_dpi()
    marks = ax.transData.transform(chosen[["denominator", "value"]].to_numpy(float)) * shrink
    sides = [(dx, dy) for dx, dy in product((1, -1, 0), (0, 1, -1)) if (dx, dy) != (0, 0)]
    offsets = [np.array(side) * r for r in (_TAG_POINTS, 2 * _TAG_POINTS) for side in sides]
    taken = list(marks)
    rows: list[Any] = chosen.to_dict("records")
    for mark, row in zip(marks, rows, strict=True):
        gaps = [min(np.hypot(*(mark + o - other)) for other in taken) for o in offsets]
        free = next((i for i, gap in enumerate(gaps) if gap >= _TAG_POINTS * 0.95), None)
        best = offsets[int(np.argmax(gaps)) if free is None else free]
        taken.append(mark + best)
        ax.annotate(
            str(row["number"]), xy=(row["denominator"], row["value"]), xytext=tuple(best),
            textcoords="offset points", ha="center", va="center", fontsize=8.5, color=INK,
            fontweight="bold", zorder=5, path_effects=[withStroke(linewidth=2.5, foreground=PAPER)],
        )  # fmt: skip
