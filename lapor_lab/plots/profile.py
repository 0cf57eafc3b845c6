"""Several measures of several institutions: a table of marks by verdict, never a sum."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import new_axes, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import GRID, INK, MUTED
from lapor_lab.plots.verdicts import (
    VERDICT_LOOKS,
    scatter_verdicts,
    suppressed,
    verdict_handles,
)
from lapor_lab.schema import (
    OUTSIDE,
    Availability,
    format_count,
    format_estimate,
    format_estimate_interval,
    label,
)
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["MAX_ROWS", "PROFILE", "plot_profile"]

_TEXT: Final = frozenset({"institution", "measure", "verdict"})
PROFILE: Final = tuple(
    Column(name, "text" if name in _TEXT else "number", is_required=True)
    for name in ("institution", "measure", "value", "lower", "upper", "position", "verdict")
)
MAX_ROWS: Final = 30
# Standard deviations that the half of a cell holds; what is farther stands at its edge.
_FARTHEST: Final = 3.0
_HALF_CELL: Final = 0.36


def plot_profile(
    profile: pd.DataFrame,
    *,
    shown: Sequence[str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw a row an institution and a column a measure, with the verdict in each cell.

    In its cell a mark lies by `position`: farther to the right is farther towards the wanted
    end of that measure. Rows stand in the order of the alphabet.

    Parameters
    ----------
    profile : DataFrame of shape (n_measures * n_institutions, n_columns)
        `institution, measure, value, lower, upper, position, verdict`; `position` in standard
        deviations of the peers from the target.
    shown : sequence of str or None, default=None
        Who is drawn. None: all, if they are at most 30, else those that lie outside their
        peers' range in most measures.
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
        If `profile` lacks a column.
    ParameterError
        If there is nobody to draw.
    """
    require_columns(profile.columns, PROFILE, path="profile")
    names = _choose(profile, shown)
    if not names:
        raise ParameterError(
            "parameter_range",
            name="profile" if shown is None else "shown",
            allowed="at least one institution of the profile",
            value="none",
            remedy="Name institutions as the profile does.",
        )
    measures = list(profile["measure"].unique())
    rows = profile[profile["institution"].isin(names)]
    x = rows["measure"].map({name: float(at) for at, name in enumerate(measures)})
    y = rows["institution"].map({name: float(at) for at, name in enumerate(names)})
    ax = new_axes(3.6 + 1.75 * len(measures), 2.2 + 0.5 * len(names)) if ax is None else ax
    _draw_cells(ax, len(measures), len(names))
    is_known = rows["verdict"].isin(list(VERDICT_LOOKS)) & ~suppressed(rows)
    at = x + _HALF_CELL * rows["position"].fillna(0.0).clip(-_FARTHEST, _FARTHEST) / _FARTHEST
    scatter_verdicts(ax, at[is_known], y[is_known] - 0.12, rows["verdict"][is_known])
    _write_values(ax, rows.assign(x=x, y=y, is_known=is_known))
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    ax.set_xlim(-0.5, len(measures) - 0.5)
    ax.set_ylim(len(names) - 0.4 + (1.0 if lines else 0), -0.5)
    draw_notices(ax, lines, len(names) - 0.05)
    ax.set_yticks(range(len(names)), [wrap(name, 40) for name in names])
    ax.set_xticks(range(len(measures)), [wrap(label(f"measure.{name}"), 20) for name in measures])
    ax.xaxis.tick_top()
    ax.tick_params(length=0, labelsize=8.5, labelcolor=INK)
    ax.spines[:].set_visible(False)
    notes = [label("plot.profile_note")]
    n_left = profile["institution"].nunique() - len(names)
    if n_left:
        notes.append(label("plot.note_not_shown", n=format_count(n_left)))
    ax.set_xlabel("\n".join(notes), color=MUTED, fontsize=9)
    ax.legend(
        handles=verdict_handles(rows["verdict"][is_known]),
        loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8.5, labelcolor=INK,
    )  # fmt: skip
    return ax


def _choose(profile: pd.DataFrame, shown: Sequence[str] | None) -> list[str]:
    known = sorted(profile["institution"].unique(), key=str.casefold)
    if shown is not None:
        return [name for name in known if name in set(shown)]
    if len(known) <= MAX_ROWS:
        return known
    is_outside = profile["verdict"].isin(OUTSIDE)
    n_outside = is_outside.groupby(profile["institution"]).sum().reindex(known)
    most = n_outside.sort_values(ascending=False, kind="stable").index[:MAX_ROWS]
    return sorted(most, key=str.casefold)


def _draw_cells(ax: Axes, n_measures: int, n_rows: int) -> None:
    lanes = [
        [(column - _HALF_CELL, row - 0.12), (column + _HALF_CELL, row - 0.12)]
        for column in range(n_measures)
        for row in range(n_rows)
    ]
    targets = [
        [(column, row - 0.24), (column, row)]
        for column in range(n_measures)
        for row in range(n_rows)
    ]
    ax.add_collection(LineCollection(lanes, colors=GRID, linewidths=1, zorder=1))
    ax.add_collection(LineCollection(targets, colors=MUTED, linewidths=1, zorder=1))
    between = [[(-0.5, row - 0.5), (n_measures - 0.5, row - 0.5)] for row in range(n_rows + 1)]
    ax.add_collection(LineCollection(between, colors=GRID, linewidths=0.6, zorder=0))


def _write_values(ax: Axes, rows: pd.DataFrame) -> None:
    told: list[Any] = rows.to_dict("records")
    is_suppressed = suppressed(rows).to_numpy()
    for row, is_hidden in zip(told, is_suppressed, strict=True):
        if is_hidden:
            text = label("plot.withheld")
        elif not np.isfinite(row["value"]):
            text = label(f"verdict.{row['verdict']}")
        else:
            value = format_estimate(row["value"], row["measure"], Availability.AVAILABLE)
            interval = format_estimate_interval(row["lower"], row["upper"], row["measure"])
            text = f"{value} ({interval})"
        ax.text(
            row["x"], row["y"] + 0.22, text, ha="center", va="center", fontsize=7.5,
            color=INK if row["is_known"] else MUTED,
            fontstyle="normal" if row["is_known"] else "italic",
        )  # fmt: skip
