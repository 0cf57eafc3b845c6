"""The profile of levels: the institution, its inherited units, the role model, the last round."""

import math
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lapor_lab.plots.canvas import new_axes, quiet_frame, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, GREEN, GRID, INK, MUTED, PAPER, PURPLE, VERMILLION
from lapor_lab.schema import format_number, label
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["MATURITY", "plot_maturity"]

MATURITY: Final = tuple(
    Column(name, "text" if name == "practice" else "number", is_required=True)
    for name in ("practice", "level", "inherited_level", "role_model", "peers", "previous")
)
_HIGHEST: Final = 4


class _Look(NamedTuple):
    marker: str
    colour: str
    fill: str
    size: float
    lane: float


# A shape, a fill and a lane each, so that nothing hangs on colour alone.
_LOOKS: Final[Mapping[str, _Look]] = {
    "level": _Look("o", BLUE, BLUE, 9, -0.24),
    "previous": _Look("o", BLUE, PAPER, 8, -0.24),
    "inherited_level": _Look("s", VERMILLION, VERMILLION, 7.5, -0.06),
    "role_model": _Look("D", GREEN, PAPER, 7.5, 0.12),
    "peers": _Look("^", PURPLE, PAPER, 7.5, 0.3),
}


def plot_maturity(
    profile: pd.DataFrame,
    *,
    names: Mapping[str, str] | None = None,
    ax: Axes | None = None,
    is_example: bool = False,
    caption: str = "",
) -> Axes:
    """Draw the level of each practice beside those of others, from 0 to 4.

    Practices stand in the order given: the picture does not rank them. What nobody answered
    has no mark, and says so; a round before is tied to this one.

    Parameters
    ----------
    profile : DataFrame of shape (n_practices, n_columns)
        `practice, level, inherited_level, role_model, peers, previous`; NaN where unknown.
    names : mapping of str to str or None, default=None
        What practices are called in the picture; None shows them as they are.
    ax : Axes or None, default=None
        What to draw on; a new figure if None.
    is_example : bool, default=False
        Whether to write inside the axes that the assessment was made up; that levels are no
        official score is always written.
    caption : str, default=""
        A line below the notices.

    Returns
    -------
    Axes
        What was drawn on.

    Raises
    ------
    ColumnNotFoundError
        If `profile` lacks a column.
    """
    require_columns(profile.columns, MATURITY, path="profile")
    ax = new_axes(9, 2.0 + 0.75 * len(profile)) if ax is None else ax
    for y, row in enumerate(profile.to_dict("records")):
        _draw_row(ax, y, row)
    lines = [label("maturity.example")] if is_example else []
    lines += [label("maturity.no_score")]
    lines += notice_lines(is_synthetic=False, is_simulation=False, caption=caption)
    ax.set_xlim(-0.25, _HIGHEST + 0.25)
    ax.set_xticks(range(_HIGHEST + 1))
    ax.set_ylim(len(profile) - 0.4 + 0.3 + 0.32 * len(lines), -0.6)
    shown = names or {}
    ax.set_yticks(
        range(len(profile)), [wrap(shown.get(p, str(p)), 26) for p in profile["practice"]]
    )
    draw_notices(ax, lines, len(profile) - 0.15)
    quiet_frame(ax)
    for y in range(len(profile)):
        ax.axhline(y + 0.5, color=GRID, linewidth=0.6, zorder=0)
    ax.set_xlabel(label("maturity.axis"))
    drawn = [name for name in _LOOKS if profile[name].notna().any()]
    ax.legend(
        handles=[_handle(name) for name in drawn],
        loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=8.5,
        labelcolor=INK,
    )  # fmt: skip
    return ax


def _draw_row(ax: Axes, y: int, row: Mapping[Any, Any]) -> None:
    level, previous = float(row["level"]), float(row["previous"])
    if math.isfinite(level) and math.isfinite(previous) and level != previous:
        lane = y + _LOOKS["level"].lane
        ax.annotate(
            "", xy=(level, lane), xytext=(previous, lane),
            arrowprops={"arrowstyle": "->", "color": BLUE, "shrinkA": 5, "shrinkB": 6},
        )  # fmt: skip
    for name, look in _LOOKS.items():
        value = float(row[name])
        # A round of the same level would hide under this one.
        is_hidden = name == "previous" and value == level
        if math.isfinite(value) and not is_hidden:
            ax.plot(
                value, y + look.lane, linestyle="", marker=look.marker, markersize=look.size,
                color=look.fill, markeredgecolor=look.colour, markeredgewidth=1.6, clip_on=False,
                zorder=3 if name == "level" else 2,
            )  # fmt: skip
    ax.annotate(
        _text(row),
        xy=(1, y), xycoords=("axes fraction", "data"), xytext=(10, 0),
        textcoords="offset points", va="center", fontsize=8.5,
        color=INK if math.isfinite(level) else MUTED,
        fontstyle="normal" if math.isfinite(level) else "italic", annotation_clip=False,
    )  # fmt: skip


def _text(row: Mapping[Any, Any]) -> str:
    level, role_model = float(row["level"]), float(row["role_model"])
    if not math.isfinite(level):
        return label("maturity.unanswered")
    text = label("maturity.at_level", level=_plain(level))
    if math.isfinite(role_model):
        text += "\n" + label("maturity.of_role_model", level=_plain(role_model))
    return text


def _plain(level: float) -> str:
    return format_number(level, 0 if level.is_integer() else 1)


def _handle(name: str) -> Line2D:
    look = _LOOKS[name]
    return Line2D(
        [], [], linestyle="", marker=look.marker, markersize=look.size, color=look.fill,
        markeredgecolor=look.colour, markeredgewidth=1.6, label=label(f"maturity.{name}"),
    )  # fmt: skip
