"""Bars of counts: how many cases of each kind, and how many of no recorded kind."""

from typing import Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import new_axes, quiet_frame, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, INK, MUTED, PAPER
from lapor_lab.schema import format_count, label

__all__ = ["plot_counts"]

# Room on the right of the longest bar for its number.
_MARGIN: Final = 1.12


def plot_counts(
    counts: pd.Series, *, ax: Axes | None = None, is_synthetic: bool = False, caption: str = ""
) -> Axes:
    """Draw one bar a kind, in the order given, with its number.

    A missing kind keeps its row. Its bar is hatched: it is no kind, but cases of which
    the kind was not recorded.

    Parameters
    ----------
    counts : Series of shape (n_kinds,)
        Cases by kind, none of them negative or missing; the index may hold a missing value.
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
        If there is no kind, or a count is negative or missing.
    """
    # Written so that NaN fails too.
    if counts.empty or not (counts >= 0).all():
        raise ParameterError(
            "parameter_range",
            name="counts",
            allowed="one number from 0 for each kind, at least one",
            value=f"{len(counts)} kind(s), smallest {counts.min()}",
            remedy="Count with value_counts(dropna=False).",
        )
    n_kinds = len(counts)
    ax = new_axes(8, 1.5 + 0.36 * n_kinds) if ax is None else ax
    longest = float(counts.max())
    is_recorded = counts.index.notna()
    for y, n in enumerate(counts.to_list()):
        _draw_bar(ax, y, float(n), is_recorded=bool(is_recorded[y]))
    kinds = zip(counts.index, is_recorded, strict=True)
    names = [str(kind) if known else label("plot.not_recorded") for kind, known in kinds]
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    ax.set_xlim(0, _MARGIN * longest or 1)
    ax.set_ylim(n_kinds - 0.4 + (1.3 if lines else 0), -0.6)
    ax.set_yticks(range(n_kinds), [wrap(name, 38) for name in names])
    draw_notices(ax, lines, n_kinds + (0 if len(lines) > 1 else 0.1))
    quiet_frame(ax)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda n, _position: format_count(n)))
    ax.set_xlabel(label("plot.axis_counts", n=format_count(counts.sum())))
    return ax


def _draw_bar(ax: Axes, y: int, n: float, *, is_recorded: bool) -> None:
    bar = ax.barh(y, n, height=0.62, color=BLUE)[0]
    if not is_recorded:
        bar.set(facecolor=PAPER, edgecolor=MUTED, hatch="////")
    ax.annotate(
        format_count(n),
        xy=(n, y),
        xytext=(5, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=INK,
    )
