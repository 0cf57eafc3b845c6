"""Where the days go: each stage's median beside its limit."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import height_inches, new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, GREEN, GRID, INK, MUTED, PAPER, PURPLE, VERMILLION
from lapor_lab.schema import (
    Availability,
    Scale,
    Stage,
    format_count,
    format_interval,
    format_number,
    format_share,
    label,
)
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["MAX_INSTITUTIONS", "STAGE_TIMES", "plot_stage_days"]

STAGE_TIMES: Final = tuple(
    Column(name, "text" if name in {"institution", "stage"} else "number", is_required=True)
    for name in (
        "institution", "stage", "n", "n_open", "median_days", "lower", "upper", "limit_days",
        "within_share", "time_share",
    )
)  # fmt: skip
# Bars of more institutions do not fit in one picture.
MAX_INSTITUTIONS: Final = 12
_LOOKS: Final = ((BLUE, ""), (VERMILLION, "///"), (GREEN, "..."), (PURPLE, "\\\\\\"), (MUTED, "xx"))
_BAR: Final = 0.8
# An interval is seen on its bar too.
_HALO: Final = (withStroke(linewidth=3, foreground=PAPER),)
_GAP: Final = 0.7
# Irrational steps spread points evenly without randomness.
_GOLDEN: Final = (math.sqrt(5) - 1) / 2


def plot_stage_days(
    stage_times: pd.DataFrame,
    *,
    named: Sequence[str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw the median working days of each stage, with interval and limit.

    Up to twelve institutions have a bar a stage, in the order of the alphabet. Of more, each
    is a grey point on the line of its stage, without a name.

    Parameters
    ----------
    stage_times : DataFrame of shape (n_institutions * n_stages, n_columns)
        Columns of `STAGE_TIMES`, stages in the order of the workflow. A median that is
        missing was not reached.
    named : sequence of str or None, default=None
        Who is drawn as bars, at most twelve. None: all, if they are so few.
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
        If `stage_times` lacks a column.
    ParameterError
        If nothing shall be drawn, or more than twelve institutions by name.
    """
    require_columns(stage_times.columns, STAGE_TIMES, path="stage_times")
    institutions = list(stage_times["institution"].unique())
    rows = (
        stage_times if named is None else stage_times[stage_times["institution"].isin(list(named))]
    )
    n_chosen = rows["institution"].nunique()
    if n_chosen == 0 or (named is not None and n_chosen > MAX_INSTITUTIONS):
        raise ParameterError(
            "parameter_range",
            name="stage_times" if named is None else "named",
            allowed=f"1 to {MAX_INSTITUTIONS} institutions of the table",
            value=n_chosen,
            remedy="Draw the others on an Axes of their own.",
        )
    stages = list(rows["stage"].unique())
    is_many = n_chosen > MAX_INSTITUTIONS
    n_bars = len(stages) * (1 if is_many else n_chosen)
    if ax is None:
        ax = new_axes(
            10, 1.8 + (0.8 if is_many else 0.28) * n_bars + 0.2 * n_chosen * (not is_many)
        )
    ends = rows[["median_days", "upper", "limit_days"]].to_numpy(dtype=float)
    reach = 1.06 * float(ends[np.isfinite(ends)].max(initial=1.0))
    bottom = _draw_points(ax, rows, stages) if is_many else _draw_bars(ax, rows, stages, reach)
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    unit = (bottom + 0.6) / height_inches(ax)
    room = unit * 0.2 * (len(lines) + 0.5) if lines else 0.0
    ax.set_xlim(0, reach)
    ax.set_ylim(bottom + room, -0.6)
    draw_notices(ax, lines, bottom + room * 0.75 / (len(lines) + 0.5))
    quiet_frame(ax)
    scale_ticks(ax.xaxis, Scale.DAYS)
    notes = [label("plot.stage_points_note" if is_many else "plot.stage_bars_note")]
    n_left = len(institutions) - n_chosen
    if n_left:
        notes.append(label("plot.note_not_shown", n=format_count(n_left)))
    ax.set_xlabel(f"{label('plot.axis_days')}\n{wrap('; '.join(notes), 100)}")
    if not is_many:
        limit = label("plot.limit")
        handles, names = ax.get_legend_handles_labels()
        entries = sorted(zip(handles, names, strict=True), key=lambda entry: entry[1] == limit)
        ax.legend(
            *zip(*entries, strict=True),
            loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=8.5,
            labelcolor=INK,
        )  # fmt: skip
    return ax


def _stage_name(stage: str) -> str:
    return label(f"stage.{stage}") if stage in set(Stage) else stage


def _draw_bars(ax: Axes, rows: pd.DataFrame, stages: list[str], reach: float) -> float:
    names = sorted(rows["institution"].unique(), key=str.casefold)
    step = len(stages) * _BAR + _GAP
    place = {name: step * position for position, name in enumerate(names)}
    ax.set_yticks(
        [place[name] + _BAR * (len(stages) - 1) / 2 for name in names],
        [wrap(name, 34) for name in names],
    )
    for number, stage in enumerate(stages):
        part: list[Any] = rows[rows["stage"] == stage].to_dict("records")
        y = np.array([place[row["institution"]] + _BAR * number for row in part])
        colour, hatch = _LOOKS[number % len(_LOOKS)]
        widths = np.nan_to_num([row["median_days"] for row in part], nan=0.0)
        ax.barh(
            y, widths, height=0.6, color=colour, edgecolor=PAPER, hatch=hatch, linewidth=0.5,
            label=_stage_name(stage),
        )  # fmt: skip
        for at, row in zip(y, part, strict=True):
            _draw_interval(ax, at, row, reach)
    limits = rows[rows["limit_days"].notna()]
    numbers = limits["stage"].map({stage: number for number, stage in enumerate(stages)})
    ax.scatter(
        limits["limit_days"], limits["institution"].map(place) + _BAR * numbers, marker="|",
        s=190, color=INK, linewidth=2.2, zorder=4, label=label("plot.limit"),
    )  # fmt: skip
    return step * len(names) - _GAP - _BAR / 2 + 0.3


def _draw_interval(ax: Axes, y: float, row: dict[str, Any], reach: float) -> None:
    lower, upper, median = row["lower"], row["upper"], row["median_days"]
    if math.isfinite(lower):
        end = upper if math.isfinite(upper) else reach
        ax.plot([lower, end], [y, y], color=INK, linewidth=1.2, zorder=3, path_effects=_HALO)
        if not math.isfinite(upper):
            ax.plot(reach, y, marker=">", color=INK, markersize=5, clip_on=False)
    if not row["n"] > 0:
        told = Availability.NOT_AVAILABLE.value
    else:
        told = label("plot.not_reached") if math.isnan(median) else format_number(median)
    if math.isfinite(lower) or math.isfinite(upper):
        told += f" ({format_interval(lower, upper)})"
    parts = [told]
    if math.isfinite(row["within_share"]):
        parts.append(label("plot.within_limit", share=format_share(row["within_share"], 0)))
    if math.isfinite(row["time_share"]):
        parts.append(label("plot.time_share", share=format_share(row["time_share"], 0)))
    parts.append(label("plot.n", n=format_count(row["n"])))
    ax.annotate(
        " · ".join(parts), xy=(1, y), xycoords=("axes fraction", "data"), xytext=(10, 0),
        textcoords="offset points", va="center", fontsize=8, color=INK, annotation_clip=False,
    )  # fmt: skip


def _draw_points(ax: Axes, rows: pd.DataFrame, stages: list[str]) -> float:
    counted = []
    for number, stage in enumerate(stages):
        part = rows[rows["stage"] == stage]
        drawn = part[part["median_days"].notna()]
        jitter = (np.arange(len(drawn)) * _GOLDEN % 1 - 0.5) * 0.56
        ax.scatter(
            drawn["median_days"], number + jitter, s=14, facecolor=MUTED, alpha=0.45, linewidth=0,
            zorder=3,
        )  # fmt: skip
        for limit in part["limit_days"].dropna().unique():
            ax.plot(
                [limit, limit], [number - 0.38, number + 0.38], color=INK, linewidth=2.2, zorder=4
            )
        n_left = len(part) - len(drawn)
        told = label("plot.institutions", n=format_count(len(drawn)))
        if n_left:
            told += f"\n{label('plot.n_not_reached', n=format_count(n_left))}"
        counted.append(f"{_stage_name(stage)}\n{told}")
        ax.axhline(number + 0.5, color=GRID, linewidth=0.6)
    ax.set_yticks(range(len(stages)), counted)
    return len(stages) - 0.4
