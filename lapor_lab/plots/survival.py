"""Waiting as a curve: which share of the reports has not passed a stage after so many days."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notice_band, notice_lines
from lapor_lab.plots.palette import BLUE, GREEN, GRID, INK, MUTED, PAPER, PURPLE, VERMILLION
from lapor_lab.schema import Scale, format_count, format_number, label
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["CURVES", "plot_survival"]

CURVES: Final = tuple(
    Column(name, "text" if name == "institution" else "number", is_required=True)
    for name in ("institution", "time", "survival", "lower", "upper")
)
# More curves than these cannot be told apart, whatever their colours.
_LOOKS: Final[tuple[tuple[str, Any, str], ...]] = (
    (BLUE, "-", "o"),
    (VERMILLION, (0, (5, 2)), "D"),
    (GREEN, (0, (1, 1.2)), "s"),
    (PURPLE, (0, (6, 2, 1, 2)), "^"),
    (INK, (0, (9, 3)), "v"),
    (MUTED, (0, (3, 1.5, 1, 1.5, 1, 1.5)), "P"),
)
# Bands of more curves than these hide one another.
_MAX_BANDS: Final = 3
_HALF: Final = 0.5
_TOLERANCE: Final = 1e-12


def plot_survival(
    curves: pd.DataFrame,
    stage: str,
    *,
    limit_days: float | None = None,
    named: Sequence[str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw Kaplan-Meier curves with their medians; up to three also with their intervals.

    Parameters
    ----------
    curves : DataFrame of shape (n_points, 5)
        `institution, time, survival, lower, upper`: the share that has not passed the stage
        from `time` (working days) on; before an institution's first point it is 1. The
        last point is the last time that was observed.
    stage : str
        Identifier of the stage, such as ``"completed"``.
    limit_days : float or None, default=None
        The legal limit, drawn as a line.
    named : sequence of str or None, default=None
        Who gets a colour and a name, at most six; the others are grey. None: all, if they
        are at most six, else nobody.
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
        If `curves` lacks a column.
    ParameterError
        If it holds no curve, or more than six shall be named.
    """
    require_columns(curves.columns, CURVES, path="curves")
    chosen = _choose(curves, named)
    steps = {
        str(name): points.sort_values("time")
        for name, points in curves.groupby("institution", sort=False)
    }
    ax = new_axes(10, 5.4) if ax is None else ax
    others = [
        _step_line(points, "survival") for name, points in steps.items() if name not in chosen
    ]
    ax.add_collection(LineCollection(others, colors=GRID, linewidths=0.7, zorder=1))
    handles = []
    for name, look in zip(chosen, _LOOKS, strict=False):
        handles.append(_draw_curve(ax, name, steps[name], look))
        if len(chosen) <= _MAX_BANDS:
            _draw_band(ax, steps[name], look[0])
    if others:
        key = "plot.other_institutions" if chosen else "plot.institutions"
        text = label(key, n=format_count(len(others)))
        handles.append(Line2D([], [], color=GRID, linewidth=1.5, label=text))
    ax.axhline(_HALF, color=MUTED, linewidth=0.8, linestyle=":", zorder=0)
    if limit_days is not None:
        text = label("plot.limit_days", n=format_number(limit_days, 0))
        handles.append(
            ax.axvline(limit_days, color=INK, linewidth=1, linestyle=(0, (2, 2)), label=text)
        )
    last = float(curves["time"].max())
    ax.set_xlim(0, max(last, limit_days or 0, 1) * 1.02)
    ax.set_ylim(0, 1.02)
    ax.set_yticks(np.linspace(0, 1, 5))
    quiet_frame(ax, grid="y")
    scale_ticks(ax.yaxis, Scale.SHARE)
    scale_ticks(ax.xaxis, Scale.DAYS)
    draw_notice_band(
        ax, notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    )
    note = "plot.survival_note" if len(chosen) <= _MAX_BANDS else "plot.survival_note_plain"
    ax.set_xlabel(label("plot.axis_days") + (f"\n{label(note)}" if chosen else ""))
    ax.set_ylabel(label("plot.not_passed", stage=label(f"stage.{stage}").lower()))
    ax.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(1.01, 1.02), frameon=False,
        fontsize=8.5, labelcolor=INK, handlelength=3, labelspacing=0.7,
    )  # fmt: skip
    return ax


def _choose(curves: pd.DataFrame, named: Sequence[str] | None) -> list[str]:
    known = [str(name) for name in curves["institution"].unique()]
    chosen = [name for name in known if name in set(named or ())]
    if named is None and len(known) <= len(_LOOKS):
        chosen = known
    if not known or len(chosen) > len(_LOOKS):
        raise ParameterError(
            "parameter_range",
            name="named" if known else "curves",
            allowed=f"at most {len(_LOOKS)} institutions" if known else "at least one curve",
            value=len(chosen) if known else "0 rows",
            remedy="More cannot be told apart." if known else "Show the reason as words instead.",
        )
    return sorted(chosen, key=str.casefold)


def _step_line(points: pd.DataFrame, name: str) -> NDArray[np.float64]:
    """Return the corners of a curve that starts at 1 and falls at its points."""
    time = points["time"].to_numpy(dtype=float)
    value = points[name].to_numpy(dtype=float)
    before = np.concatenate([[1.0], value[:-1]])
    corners = np.stack([np.column_stack([time, before]), np.column_stack([time, value])], axis=1)
    return np.vstack([[0.0, 1.0], corners.reshape(-1, 2)])


def _draw_curve(ax: Axes, name: str, points: pd.DataFrame, look: tuple[str, Any, str]) -> Line2D:
    colour, dash, marker = look
    corners = _step_line(points, "survival")
    (line,) = ax.plot(*corners.T, color=colour, linestyle=dash, linewidth=1.8, zorder=3)
    median = _median(points)
    text = label("plot.not_reached") if median is None else format_number(median)
    if median is not None:
        ax.plot(
            median, _HALF, marker=marker, markersize=8, color=colour, markeredgecolor=PAPER,
            linestyle="", zorder=4,
        )  # fmt: skip
    median_text = label("plot.median", value=text).replace(" ", "\N{NO-BREAK SPACE}")
    line.set_label(wrap(f"{name} ({median_text})", 40))
    return Line2D(
        [], [], color=colour, linestyle=dash, linewidth=1.8, label=str(line.get_label()),
        marker="" if median is None else marker, markersize=8, markeredgecolor=PAPER,
    )  # fmt: skip


def _median(points: pd.DataFrame) -> float | None:
    """Read the median off the curve: in the middle of the step that lies at one half exactly."""
    time, value = points["time"].to_numpy(dtype=float), points["survival"].to_numpy(dtype=float)
    reached = np.flatnonzero(value <= _HALF + _TOLERANCE)
    if not reached.size:
        return None
    first = reached[0]
    lower = np.flatnonzero(value < _HALF - _TOLERANCE)
    if value[first] < _HALF - _TOLERANCE:
        return float(time[first])
    end = time[lower[0]] if lower.size else time[-1]
    return float((time[first] + end) / 2)


def _draw_band(ax: Axes, points: pd.DataFrame, colour: str) -> None:
    is_known = points["lower"].notna() & points["upper"].notna()
    known = points[is_known]
    if known.empty:
        return
    ax.fill_between(
        known["time"], known["lower"], known["upper"], step="post", color=colour, alpha=0.15,
        linewidth=0, zorder=2,
    )  # fmt: skip
