"""The process map: which step follows which, left to right as the official workflow runs."""

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import new_axes, wrap
from lapor_lab.plots.map_layout import BOX, Route, place_activities, route_edges
from lapor_lab.plots.notices import draw_notice_band, notice_lines
from lapor_lab.plots.palette import BLUE, INK, MUTED, PAPER, VERMILLION
from lapor_lab.schema import format_count, format_number, label
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["DIRECTLY_FOLLOWS", "plot_process_map"]

DIRECTLY_FOLLOWS: Final = tuple(
    Column(name, "text" if name in {"source", "target"} else "number", is_required=True)
    for name in ("source", "target", "n", "median_working_days")
)
MAX_EDGES: Final = 24
_WIDEST: Final = 7.0
_NARROWEST: Final = 0.7
# Length of a head of size 1, in columns.
_HEAD_COLUMNS: Final = 0.4 / 72 / 1.75


def plot_process_map(
    directly_follows: pd.DataFrame,
    *,
    max_edges: int = MAX_EDGES,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw a directly-follows graph: width by how often, text by how long.

    Steps forward are blue, steps back are dashed and vermillion.

    Parameters
    ----------
    directly_follows : DataFrame of shape (n_edges, n_columns)
        `source, target, n, median_working_days`, of one institution or of all together. A
        missing `n` was suppressed and is only counted.
    max_edges : int, default=24
        How many edges are drawn, the most frequent first; at least 1. The others are counted.
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
        If `directly_follows` lacks a column.
    ParameterError
        If it holds several institutions or no edge, or `max_edges` is below 1.
    """
    require_columns(directly_follows.columns, DIRECTLY_FOLLOWS, path="directly_follows")
    _check(directly_follows, max_edges)
    known = directly_follows[directly_follows["n"].notna()]
    edges = known.sort_values(["n", "source", "target"], ascending=[False, True, True])
    drawn, rest = edges.head(max_edges), edges.tail(max(len(edges) - max_edges, 0))
    pairs = list(zip(drawn["source"], drawn["target"], strict=True))
    places = place_activities(pairs)
    columns = [x for x, _ in places.values()]
    ax = new_axes(0.5 + 1.75 * (max(columns) + 1), 6.0) if ax is None else ax
    routes = route_edges(pairs, places)
    most = float(drawn["n"].max())
    rows: list[Any] = drawn.to_dict("records")
    for row, route in zip(rows, routes, strict=True):
        width = _NARROWEST + (_WIDEST - _NARROWEST) * float(row["n"]) / most
        _draw_edge(ax, row, route, width)
    for name, place in places.items():
        _draw_activity(ax, name, place)
    corners = np.vstack([route.points for route in routes])
    ax.set_xlim(min(columns) - 0.55, max(columns) + 0.55)
    heights = [y for _, y in places.values()]
    ax.set_ylim(
        min(min(heights) - 0.4, corners[:, 1].min() - 0.2),
        max(max(heights) + 0.4, corners[:, 1].max() + 0.2),
    )
    ax.set_yticks([])
    draw_notice_band(
        ax, notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    )
    ax.spines[:].set_visible(False)
    ax.set_xticks([])
    notes = [label("plot.map_note")]
    if len(rest):
        share = format_number(100 * float(rest["n"].sum() / known["n"].sum()))
        notes.append(label("plot.note_edges_not_shown", n=format_count(len(rest)), share=share))
    n_suppressed = len(directly_follows) - len(known)
    if n_suppressed:
        notes.append(label("plot.note_suppressed", n=format_count(n_suppressed)))
    ax.set_xlabel("\n".join(wrap(note, 120) for note in notes), color=MUTED, fontsize=9)
    return ax


def _check(directly_follows: pd.DataFrame, max_edges: int) -> None:
    has_names = "institution" in directly_follows
    names = list(directly_follows["institution"].unique()) if has_names else []
    if len(names) > 1:
        raise ParameterError(
            "parameter_range",
            name="directly_follows",
            allowed="of one institution",
            value=", ".join(map(str, names)),
            remedy="Draw each institution on an Axes of its own.",
        )
    if directly_follows["n"].notna().sum() == 0 or max_edges < 1:
        raise ParameterError(
            "parameter_range",
            name="max_edges" if max_edges < 1 else "directly_follows",
            allowed="at least 1" if max_edges < 1 else "at least one edge with a count",
            value=max_edges if max_edges < 1 else "none",
            remedy="Draw at least one edge.",
        )


def _draw_edge(ax: Axes, row: dict[str, Any], route: Route, width: float) -> None:
    colour = VERMILLION if route.is_back else BLUE
    size = 9 + 1.5 * width
    # The line ends where the head begins, so that a wide one does not cover its tip.
    from_end = np.hypot(*(route.points - route.points[-1]).T)
    is_line = from_end > _HEAD_COLUMNS * size
    ax.plot(
        *route.points[is_line].T, color=colour, linewidth=width, alpha=0.8, zorder=2,
        linestyle=(0, (3, 1.2)) if route.is_back else "-", solid_capstyle="butt",
    )  # fmt: skip
    head = route.points[is_line][-1] if is_line.any() else route.points[0]
    ax.add_patch(
        FancyArrowPatch(
            tuple(head), tuple(route.points[-1]), arrowstyle="-|>", mutation_scale=size,
            linewidth=0.5, color=colour, zorder=2, shrinkA=0, shrinkB=0,
        )
    )  # fmt: skip
    days = row["median_working_days"]
    text = label(
        "plot.edge", n=format_count(row["n"]),
        days="–" if pd.isna(days) else format_number(float(days)),
    )  # fmt: skip
    ax.text(
        *route.label_at, text, ha="center", va="center", fontsize=7.5, color=INK, zorder=4,
        linespacing=1.1,
        bbox={"boxstyle": "round,pad=0.12", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85},
    )  # fmt: skip


def _draw_activity(ax: Axes, name: str, place: tuple[float, float]) -> None:
    x, y = place
    width, height = BOX
    ax.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2), width, height,
            boxstyle="round,pad=0,rounding_size=0.06", facecolor=PAPER, edgecolor=INK,
            linewidth=1.2, zorder=3, mutation_aspect=1.2,
        )
    )  # fmt: skip
    ax.text(x, y, wrap(name, 14), ha="center", va="center", fontsize=8, color=INK, zorder=5)
