"""The caterpillar: intervals, and beside them the ranks that each institution may have."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.ticker import MaxNLocator

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.plots.canvas import (
    close_limits,
    new_axes,
    quiet_frame,
    row_name,
    scale_ticks,
    wrap,
)
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import INK, MUTED
from lapor_lab.plots.verdicts import (
    VERDICT_LOOKS,
    drawable_rows,
    scatter_verdicts,
    verdict_handles,
)
from lapor_lab.schema import Verdict, format_count, label, scale_of
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["MAX_ROWS", "plot_caterpillar"]

_TEXT: Final = frozenset({"institution", "tier", "verdict"})
_TABLE: Final = tuple(
    Column(name, "text" if name in _TEXT else "number", is_required=True)
    for name in (
        "institution", "denominator", "crude", "crude_lower", "crude_upper", "adjusted",
        "adjusted_lower", "adjusted_upper", "rank_low", "rank_high", "tier", "verdict",
    )
)  # fmt: skip
# More names than this cannot be read in one picture.
MAX_ROWS: Final = 40
_NAME_WIDTH: Final = 46
# Shares of the Axes: the width of the intervals, and left end and width of the rank sets.
_INTERVALS_WIDTH: Final = 0.54
_RANKS: Final = (0.6, 0.19)


def plot_caterpillar(
    table: pd.DataFrame,
    measure: str,
    *,
    shown: Sequence[str] | None = None,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw institutions with their interval and, on Axes beside, their rank set and tier.

    They stand in the order of the middle of their rank sets, and in the alphabet's where
    these are the same: institutions that cannot be told apart are not ordered. Those with
    insufficient data come last, hollow and grey.

    Parameters
    ----------
    table : DataFrame of shape (n_institutions, n_columns)
        A comparison's table, of one peer group.
    measure : str
        Identifier of the measure.
    shown : sequence of str or None, default=None
        Who is drawn. None: all, if they are at most 40, else the first 20 and the last 20
        that have a rank set.
    ax : Axes or None, default=None
        What to draw on; a new figure if None.
    is_synthetic : bool, default=False
        Whether to write inside the axes that the data are synthetic.
    caption : str, default=""
        Scenario and seed, written under that notice.

    Returns
    -------
    Axes
        What the intervals were drawn on; the rank sets are on its only child.

    Raises
    ------
    ColumnNotFoundError
        If `table` lacks a column.
    UnknownNameError
        If it lacks an institution that shall be shown.
    ParameterError
        If nothing can be drawn.
    """
    require_columns(table.columns, _TABLE, path="table")
    rows, notes = drawable_rows(table)
    rows = _in_order(rows)
    if rows.empty:
        raise ParameterError(
            "parameter_range",
            name="table",
            allowed="at least one institution with a value",
            value=f"{len(table)} row(s) without",
            remedy="Show the reasons as words instead.",
        )
    drawn = _choose(rows, shown)
    n_left = len(rows) - len(drawn)
    gap_at = int(drawn["place"].diff().gt(1).to_numpy().argmax()) if n_left and shown is None else 0
    y = pd.Series(np.arange(len(drawn), dtype=float), drawn.index)
    # An empty row where the middle was left out.
    y += (y >= gap_at).astype(float) if gap_at else 0.0
    height = float(y.iloc[-1]) + 1
    ax = new_axes(10, 2.0 + 0.34 * height) if ax is None else ax
    scale = scale_of(measure)
    ends = close_limits(drawn[["value", "lower", "upper"]], scale)
    _draw_intervals(ax, drawn, y, ends)
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    # What lies beside the intervals lies within the Axes, so that any layout makes room for it.
    ax.set_xlim(ends[0], ends[0] + (ends[1] - ends[0]) / _INTERVALS_WIDTH)
    ax.set_xticks(
        [
            tick
            for tick in MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(*ends)
            if ends[0] <= tick <= ends[1]
        ]
    )
    ax.set_ylim(height - 0.4 + (1.2 if lines else 0), -0.6)
    ax.set_yticks(
        y,
        [
            row_name(name, n, _NAME_WIDTH)
            for name, n in zip(drawn["institution"], drawn["denominator"], strict=True)
        ],
    )
    draw_notices(ax, lines, height + (0 if len(lines) > 1 else 0.1))
    quiet_frame(ax)
    scale_ticks(ax.xaxis, scale)
    if n_left:
        text = label("plot.note_not_shown", n=format_count(n_left))
        if gap_at:
            ax.text(
                _INTERVALS_WIDTH / 2, gap_at, f"· · ·  {text}  · · ·",
                transform=ax.get_yaxis_transform(), ha="center", va="center", fontsize=8.5,
                fontstyle="italic", color=MUTED,
            )  # fmt: skip
        else:
            notes.append(text)
    note = "; ".join([label("plot.interval_note"), *notes])
    # The first line belongs to the name of the rank sets.
    ax.set_xlabel(f"\n{wrap(label(f'measure.{measure}'), 70)}\n{wrap(note, 90)}")
    _draw_ranks(ax, drawn, y)
    ax.legend(
        handles=verdict_handles(drawn["verdict"]),
        loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, fontsize=8.5,
        labelcolor=INK,
    )  # fmt: skip
    return ax


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Sort by the middle of the rank set, then by name; who cannot be judged comes last."""
    middle = (rows["rank_low"] + rows["rank_high"]).where(rows["verdict"] != Verdict.INSUFFICIENT)
    ordered = rows.assign(middle=middle, folded=rows["institution"].str.casefold()).sort_values(
        ["middle", "folded"], na_position="last"
    )
    return ordered.assign(place=np.arange(len(ordered)))


def _choose(rows: pd.DataFrame, shown: Sequence[str] | None) -> pd.DataFrame:
    if shown is not None:
        for name in shown:
            if name not in set(rows["institution"]):
                allowed = ", ".join(sorted(rows["institution"], key=str.casefold))
                raise UnknownNameError(
                    "unknown_name", kind="institution", value=name, allowed=allowed
                )
        return rows[rows["institution"].isin(list(shown))]
    if len(rows) <= MAX_ROWS:
        return rows
    ranked = rows[rows["middle"].notna()]
    if len(ranked) <= MAX_ROWS:
        return rows.head(MAX_ROWS)
    return pd.concat([ranked.head(MAX_ROWS // 2), ranked.tail(MAX_ROWS // 2)])


def _draw_intervals(ax: Axes, drawn: pd.DataFrame, y: pd.Series, ends: tuple[float, float]) -> None:
    # An end that is not reached lies at the edge.
    low = drawn["lower"].where(np.isfinite(drawn["lower"]), ends[0])
    high = drawn["upper"].where(np.isfinite(drawn["upper"]), ends[1])
    segments = np.stack([np.column_stack([low, y]), np.column_stack([high, y])], axis=1)
    is_known = (drawn["lower"].notna() | drawn["upper"].notna()).to_numpy()
    colours = [VERDICT_LOOKS[verdict].colour for verdict in drawn["verdict"][is_known]]
    is_small = drawn["verdict"][is_known] == Verdict.INSUFFICIENT
    ax.add_collection(
        LineCollection(
            list(segments[is_known]), colors=colours, linewidths=np.where(is_small, 0.9, 1.8)
        )
    )
    scatter_verdicts(ax, drawn["value"], y, drawn["verdict"])


def _draw_ranks(ax: Axes, drawn: pd.DataFrame, y: pd.Series) -> None:
    beside = ax.inset_axes((_RANKS[0], 0, _RANKS[1], 1), sharey=ax)
    ranked = drawn[drawn["middle"].notna()]
    at = y[ranked.index]
    segments = np.stack(
        [np.column_stack([ranked[name], at]) for name in ("rank_low", "rank_high")], axis=1
    )
    colours = [VERDICT_LOOKS[verdict].colour for verdict in ranked["verdict"]]
    beside.add_collection(
        LineCollection(list(segments), colors=colours, linewidths=4, capstyle="projecting")
    )
    last = int(ranked["rank_high"].max()) if len(ranked) else 1
    ticks = sorted({1, (1 + last) // 2, last})
    beside.set_xticks(ticks, [format_count(tick) for tick in ticks])
    beside.set_xlim(1 - 0.03 * last, 1.03 * last)
    quiet_frame(beside)
    beside.patch.set_visible(False)
    beside.tick_params(labelleft=False)
    beside.set_xlabel(label("column.ranks"))
    for row, height in zip(ranked.to_dict("records"), at, strict=True):
        ranks = "–".join(dict.fromkeys(format_count(row[end]) for end in ("rank_low", "rank_high")))
        tier = label(f"tier.{row['tier']}") if isinstance(row["tier"], str) else ""
        ax.annotate(
            f"{ranks}  {tier}".strip(), xy=(_RANKS[0] + _RANKS[1], height),
            xycoords=("axes fraction", "data"), xytext=(8, 0), textcoords="offset points",
            va="center", fontsize=8.5, color=INK, annotation_clip=False,
        )  # fmt: skip
