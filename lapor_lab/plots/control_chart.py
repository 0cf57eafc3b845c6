"""A measure of one institution over time, with the limits of its ordinary variation."""

import re
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import close_limits, new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notice_band, notice_lines
from lapor_lab.plots.palette import BLUE, GRID, INK, MUTED, PAPER, VERMILLION
from lapor_lab.schema import Availability, format_date, format_estimate, label, scale_of
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["CHART", "plot_control_chart"]

_KINDS: Final = {"period": "text", "note": "text", "is_special": "flag"}
CHART: Final = tuple(
    Column(name, _KINDS.get(name, "number"), is_required=True)  # type: ignore[arg-type]
    for name in ("period", "value", "centre", "lower", "upper", "is_special", "note")
)
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_MAX_TICKS: Final = 12
_NOTE_WIDTH: Final = 24


def plot_control_chart(
    chart: pd.DataFrame,
    measure: str,
    *,
    target: float | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw a control chart: values, centre, limits, signs of change, and what happened when.

    Parameters
    ----------
    chart : DataFrame of shape (n_periods, 7)
        `period, value, centre, lower, upper, is_special, note`, in the order of time. Periods
        are dates, months such as ``"2022-08"``, or texts; a missing value is a gap; `note` is
        what the user knows of that period, such as a new decree. Where a column `is_settled`
        is False too much is undecided: such a period is hollow and grey.
    measure : str
        Identifier of the measure.
    target : float or None, default=None
        The value that is aimed at, drawn as a line.
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
        If `chart` lacks a column.
    ParameterError
        If it holds no period, or several institutions.
    """
    require_columns(chart.columns, CHART, path="chart")
    _check(chart)
    ax = new_axes(10, 5.0) if ax is None else ax
    scale = scale_of(measure)
    rows = chart.reset_index(drop=True)
    x = np.arange(len(rows), dtype=float)
    is_special = rows["is_special"].astype("boolean").fillna(value=False).to_numpy(dtype=bool)
    _draw_range(ax, x, rows)
    value = rows["value"].to_numpy(dtype=float)
    ax.plot(x, value, color=MUTED, linewidth=1, zorder=2)
    is_settled = np.ones(len(rows), dtype=bool)
    if "is_settled" in rows:
        is_settled = rows["is_settled"].astype("boolean").fillna(value=True).to_numpy(dtype=bool)
    for chosen, marker, colour, fill, size, key in (
        (is_settled & ~is_special, "o", PAPER, BLUE, 30, "plot.common"),
        (is_settled & is_special, "D", PAPER, VERMILLION, 50, "plot.special"),
        (~is_settled, "s", MUTED, PAPER, 26, "plot.unsettled"),
    ):
        drawn = chosen & np.isfinite(value)
        if drawn.any():
            ax.scatter(
                x[drawn], value[drawn], s=size, marker=marker, facecolor=fill, edgecolor=colour,
                linewidth=0.8, zorder=3, label=label(key), clip_on=False,
            )  # fmt: skip
    if target is not None:
        text = label("plot.goal", value=format_estimate(target, measure, Availability.AVAILABLE))
        ax.axhline(target, color=INK, linewidth=1.2, linestyle=(0, (1, 1.5)), label=text)
    ends = rows[["value", "centre", "lower", "upper"]].to_numpy(dtype=float).ravel()
    ax.set_ylim(close_limits(np.append(ends, np.nan if target is None else target), scale))
    ax.set_xlim(-0.6, len(rows) - 0.4)
    quiet_frame(ax, grid="y")
    scale_ticks(ax.yaxis, scale)
    draw_notice_band(
        ax, notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    )
    _name_periods(ax, rows["period"])
    _write_notes(ax, x, rows["note"])
    ax.set_ylabel(wrap(label(f"measure.{measure}"), 50))
    if not np.isfinite(rows[["lower", "upper"]].to_numpy(dtype=float)).any():
        ax.set_xlabel(label("plot.no_limits"))
    ax.legend(
        loc="upper left", bbox_to_anchor=(1.01, 1.02), frameon=False, fontsize=8.5,
        labelcolor=INK, labelspacing=0.7,
    )  # fmt: skip
    return ax


def _check(chart: pd.DataFrame) -> None:
    names = list(chart["institution"].unique()) if "institution" in chart else []
    if chart.empty or len(names) > 1:
        raise ParameterError(
            "parameter_range",
            name="chart",
            allowed="at least one period" if chart.empty else "of one institution",
            value="0 rows" if chart.empty else ", ".join(map(str, names)),
            remedy=(
                "Count by month first."
                if chart.empty
                else "Draw each institution on an Axes of its own."
            ),
        )


def _draw_range(ax: Axes, x: Any, rows: pd.DataFrame) -> None:
    for name, style, colour, key in (
        ("centre", "-", INK, "plot.centre"),
        ("upper", "--", MUTED, "plot.ordinary_range"),
        ("lower", "--", MUTED, None),
    ):
        if rows[name].notna().any():
            ax.plot(
                x, rows[name].to_numpy(dtype=float), color=colour, linestyle=style, linewidth=1,
                drawstyle="steps-mid", zorder=1, label=label(key) if key else None,
            )  # fmt: skip


def _name_periods(ax: Axes, periods: pd.Series) -> None:
    names = [_period_name(period) for period in periods]
    step = -(-len(names) // _MAX_TICKS)
    ax.set_xticks(range(0, len(names), step), names[::step])


def _period_name(period: object) -> str:
    if isinstance(period, str) and _MONTH.fullmatch(period):
        period = pd.Period(period, "M")
    if not isinstance(period, pd.Timestamp | pd.Period):
        return wrap(str(period), 10)
    at = period.start_time if isinstance(period, pd.Period) else period
    day, month, year = format_date(at).split()
    return f"{month[:3]}\n{year}" if at.day == 1 else f"{day} {month[:3]}\n{year}"


def _write_notes(ax: Axes, x: Any, notes: pd.Series) -> None:
    """Write what happened above the values, on two heights so that neighbours do not touch."""
    told = [(at, str(note)) for at, note in zip(x, notes, strict=True) if _is_text(note)]
    for number, (at, note) in enumerate(told):
        ax.axvline(at, color=MUTED, linewidth=1, linestyle=":", zorder=0)
        ax.annotate(
            wrap(note, _NOTE_WIDTH), xy=(at, 1), xycoords=("data", "axes fraction"),
            xytext=(0, 4 + 36 * (number % 2)), textcoords="offset points", ha="center",
            va="bottom", fontsize=8.5, color=INK, annotation_clip=False, zorder=4 - number % 2,
            bbox={"boxstyle": "square,pad=0.1", "facecolor": PAPER, "edgecolor": "none"},
            arrowprops={"arrowstyle": "-", "color": GRID, "linewidth": 0.8} if number % 2 else None,
        )  # fmt: skip


def _is_text(note: object) -> bool:
    return isinstance(note, str) and bool(note.strip())
