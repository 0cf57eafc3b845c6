"""Where the days go: each stage's median beside its limit."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.plots.bar_notes import draw_bar_notes
from lapor_lab.plots.canvas import (
    new_axes,
    quiet_frame,
    scale_ticks,
    slot_inches,
    text_inches,
    wrap,
)
from lapor_lab.plots.notices import draw_notices, fit_notices, notice_lines
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

_TEXTS: Final = ("institution", "stage", "availability")
STAGE_TIMES: Final = tuple(
    Column(name, "text" if name in _TEXTS else "number", is_required=True)
    for name in (
        "institution", "stage", "n", "n_open", "median_days", "lower", "upper", "availability",
        "limit_days", "within_share", "time_share",
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
# Inches between the axes and what lies beside them, and what axes have at the least.
_PAD: Final = 0.25
_LEAST: Final = 0.5
# Of the words below the axis.
_LETTERS_PER_INCH: Final = 13


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
    is a grey point on the line of its stage, without a name. Numbers stand right of the bars,
    inside the axes, so that the axes keep their width.

    Parameters
    ----------
    stage_times : DataFrame of shape (n_institutions * n_stages, n_columns)
        Columns of `STAGE_TIMES`, stages in the order of the workflow; without `institution`
        where all cases are one group. A median that is missing beside an end of its interval
        was not reached; else `availability` tells why it is missing.
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
    if named is None and _is_one_group(stage_times):
        stage_times = stage_times.assign(institution="")
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
    if is_many:
        bottom = _draw_points(ax, rows, stages)
    else:
        heights, bottom = _draw_bars(ax, rows, stages, reach)
    width, height = _free_inches(ax, with_legend=not is_many)
    if is_many:
        ax.set_xlim(0, reach)
    else:
        told = [_note(row) for row in rows.to_dict("records")]
        draw_bar_notes(ax, heights, told, reach=reach, width_inches=width)
    lines = fit_notices(
        notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption), width
    )
    n_lines = sum(1 + line.count("\n") for line in lines)
    share = min(0.2 * (n_lines + 0.5) / height, 0.5) if lines else 0.0
    room = (bottom + 0.6) * share / (1 - share)
    ax.set_ylim(bottom + room, -0.6)
    draw_notices(ax, lines, bottom + room * 0.75 / (n_lines + 0.5))
    quiet_frame(ax)
    scale_ticks(ax.xaxis, Scale.DAYS)
    remarks = [label("plot.stage_points_note" if is_many else "plot.stage_bars_note")]
    n_left = len(institutions) - n_chosen
    if n_left:
        remarks.append(label("plot.note_not_shown", n=format_count(n_left)))
    n_letters = int(min(100, _LETTERS_PER_INCH * width))
    ax.set_xlabel(f"{label('plot.axis_days')}\n{wrap('; '.join(remarks), n_letters)}")
    if not is_many:
        limit = label("plot.limit")
        handles, names = ax.get_legend_handles_labels()
        entries = sorted(zip(handles, names, strict=True), key=lambda entry: entry[1] == limit)
        ax.legend(
            *zip(*entries, strict=True),
            loc="lower left", bbox_to_anchor=(0, 1), ncols=_legend_columns(width), frameon=False,
            fontsize=8.5, labelcolor=INK,
        )  # fmt: skip
    return ax


def _is_one_group(stage_times: pd.DataFrame) -> bool:
    """Return whether the rows are the stages of all cases, as with ``by=None``."""
    stages = stage_times.get("stage", pd.Series(["", ""]))
    return "institution" not in stage_times and not stages.duplicated().any()


def _free_inches(ax: Axes, *, with_legend: bool) -> tuple[float, float]:
    """Return about what a layout leaves to the axes: names, legend and axis lie around them."""
    width, height = slot_inches(ax)
    if ax.figure.get_layout_engine() is None:
        return width, height
    names = [text.get_text() for text in ax.get_yticklabels()]
    width -= _PAD + max(text_inches(name, 9) for name in names)
    n_lines = math.ceil(5 / _legend_columns(width)) if with_legend else 0
    return max(width, _LEAST), max(height - 0.21 * n_lines - 0.7, _LEAST)


def _legend_columns(width_inches: float) -> int:
    return int(min(max(width_inches // 1.6, 1), 3))


def _stage_name(stage: str) -> str:
    return label(f"stage.{stage}") if stage in set(Stage) else stage


def _draw_bars(
    ax: Axes, rows: pd.DataFrame, stages: list[str], reach: float
) -> tuple[NDArray[np.float64], float]:
    """Draw the bars; return where each row's bar lies, and where they end."""
    names = sorted(rows["institution"].unique(), key=str.casefold)
    step = len(stages) * _BAR + _GAP
    place = {name: step * position for position, name in enumerate(names)}
    ax.set_yticks(
        [place[name] + _BAR * (len(stages) - 1) / 2 for name in names],
        [wrap(name, 34) for name in names],
    )
    code = rows["stage"].map({stage: number for number, stage in enumerate(stages)})
    heights = (rows["institution"].map(place) + _BAR * code).to_numpy(dtype=float)
    for number, stage in enumerate(stages):
        is_here = (code == number).to_numpy()
        colour, hatch = _LOOKS[number % len(_LOOKS)]
        ax.barh(
            heights[is_here], rows["median_days"][is_here].fillna(0.0), height=0.6, color=colour,
            edgecolor=PAPER, hatch=hatch, linewidth=0.5, label=_stage_name(stage),
        )  # fmt: skip
    for y, lower, upper in zip(heights, rows["lower"], rows["upper"], strict=True):
        _draw_interval(ax, y, (lower, upper), reach)
    has_limit = rows["limit_days"].notna().to_numpy()
    ax.scatter(
        rows["limit_days"][has_limit], heights[has_limit], marker="|", s=190, color=INK,
        linewidth=2.2, zorder=4, label=label("plot.limit"),
    )  # fmt: skip
    return heights, step * len(names) - _GAP - _BAR / 2 + 0.3


def _draw_interval(ax: Axes, y: float, ends: tuple[float, float], reach: float) -> None:
    lower, upper = ends
    if math.isfinite(lower):
        end = upper if math.isfinite(upper) else reach
        ax.plot([lower, end], [y, y], color=INK, linewidth=1.2, zorder=3, path_effects=_HALO)
        if not math.isfinite(upper):
            ax.plot(reach, y, marker=">", color=INK, markersize=5, clip_on=False)


def _note(row: dict[Any, Any]) -> list[str]:
    lower, upper, median = row["lower"], row["upper"], row["median_days"]
    if math.isfinite(median):
        told = format_number(median)
    elif math.isfinite(lower) or math.isfinite(upper):
        told = label("plot.not_reached")
    else:
        told = str(row["availability"])
    if math.isfinite(lower) or math.isfinite(upper):
        told += f" ({format_interval(lower, upper)})"
    parts = [told]
    if math.isfinite(row["within_share"]):
        parts.append(label("plot.within_limit", share=format_share(row["within_share"], 0)))
    if math.isfinite(row["time_share"]):
        parts.append(label("plot.time_share", share=format_share(row["time_share"], 0)))
    parts.append(label("plot.n", n=format_count(row["n"])))
    return parts


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
        told = [_stage_name(stage), label("plot.institutions", n=format_count(len(drawn)))]
        told += _count_missing(part[part["median_days"].isna()])
        counted.append("\n".join(told))
        ax.axhline(number + 0.5, color=GRID, linewidth=0.6)
    ax.set_yticks(range(len(stages)), counted)
    return len(stages) - 0.4


def _count_missing(rows: pd.DataFrame) -> list[str]:
    """Tell how many medians are missing, by reason."""
    is_unreached = rows["lower"].notna() | rows["upper"].notna()
    is_insufficient = ~is_unreached & (rows["availability"] == Availability.INSUFFICIENT)
    counts = {
        "plot.n_not_reached": is_unreached.sum(),
        "plot.note_no_value": is_insufficient.sum(),
        "plot.note_not_available": (~is_unreached & ~is_insufficient).sum(),
    }
    return [label(key, n=format_count(n)) for key, n in counts.items() if n]
