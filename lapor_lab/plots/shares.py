"""Bars of shares: how a whole falls into parts, row by row."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import new_axes, quiet_frame, scale_ticks, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import INK, MUTED, PAPER
from lapor_lab.schema import Scale, format_share, label

__all__ = ["plot_shares"]

# Parts of one colour differ by their hatch, so that nothing hangs on colour alone.
_HATCHES: Final = ("", "////", "....", "----")
# Narrower parts cannot hold their number.
_NARROWEST: Final = 0.08
_TOLERANCE: Final = 1e-9


def plot_shares(
    shares: pd.DataFrame,
    colours: Sequence[str],
    *,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw one bar a row, cut into its parts.

    Parameters
    ----------
    shares : DataFrame of shape (n_rows, n_parts)
        Shares in [0, 1] by the row's name (index) and the part's name (columns). A part
        that is missing is withheld: what a row lacks to 1 is drawn as withheld.
    colours : sequence of str
        One a part, from the palette; parts that belong together may share a colour.
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
    ParameterError
        If there is no row, a share lies outside [0, 1], or a row exceeds 1.
    """
    widths = shares.fillna(0.0).to_numpy(dtype=float)
    sums = widths.sum(axis=1)
    if not len(sums) or (widths < 0).any() or (sums > 1 + _TOLERANCE).any():
        raise ParameterError(
            "parameter_range",
            name="shares",
            allowed="shares in [0, 1] whose rows do not exceed 1, at least one row",
            value=f"{len(sums)} row(s), largest sum {sums.max(initial=0):.3g}",
            remedy="Divide the counts by their row's total.",
        )
    n_rows = len(shares)
    ax = new_axes(8, 1.8 + 0.4 * n_rows) if ax is None else ax
    starts = np.zeros(n_rows)
    for part, name in enumerate(shares.columns):
        if not widths[:, part].any():
            continue
        colour = colours[part]
        hatch = _HATCHES[list(colours[:part]).count(colour) % len(_HATCHES)]
        ax.barh(
            range(n_rows), widths[:, part], left=starts, height=0.66, color=colour,
            edgecolor=PAPER, linewidth=0.8, hatch=hatch, label=str(name),
        )  # fmt: skip
        _write_numbers(ax, starts, widths[:, part], colour)
        starts = starts + widths[:, part]
    rest = np.where(shares.isna().any(axis=1), np.clip(1 - starts, 0, 1), 0.0)
    if rest.any():
        ax.barh(
            range(n_rows), rest, left=starts, height=0.66, color=PAPER, edgecolor=MUTED,
            linewidth=0.5, hatch="xx", label=label("plot.withheld"),
        )  # fmt: skip
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    ax.set_xlim(0, 1)
    ax.set_ylim(n_rows - 0.4 + (1.2 if lines else 0), -0.6)
    ax.set_yticks(range(n_rows), [wrap(str(name), 38) for name in shares.index])
    draw_notices(ax, lines, n_rows + (0 if len(lines) > 1 else 0.1))
    quiet_frame(ax)
    scale_ticks(ax.xaxis, Scale.SHARE)
    ax.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=9,
        labelcolor=INK,
    )  # fmt: skip
    return ax


def _write_numbers(
    ax: Axes, starts: NDArray[np.float64], widths: NDArray[np.float64],
    colour: str,
) -> None:  # fmt: skip
    for y, (start, width) in enumerate(zip(starts, widths, strict=True)):
        if width >= _NARROWEST:
            ax.text(
                start + width / 2, y, format_share(width, 0), ha="center", va="center",
                fontsize=8.5, color=PAPER,
                bbox={"boxstyle": "round,pad=0.15", "facecolor": colour, "edgecolor": "none"},
            )  # fmt: skip
