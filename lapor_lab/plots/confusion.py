"""A confusion matrix that can be read: numbers in cells, names across."""

from typing import Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from lapor_lab.errors import ParameterError
from lapor_lab.plots.canvas import new_axes, wrap
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, INK, MUTED, PAPER
from lapor_lab.schema import format_count, label

__all__ = ["plot_confusion"]

# More names than this do not fit across the top; columns then carry the rows' numbers.
_MAX_COLUMN_NAMES: Final = 6
# Share of the row from which black on blue is hard to read.
_DARK_FROM: Final = 0.45


def plot_confusion(
    confusion: pd.DataFrame,
    *,
    ax: Axes | None = None,
    is_synthetic: bool = False,
    caption: str = "",
) -> Axes:
    """Draw true classes as rows and predicted ones as columns, shaded by share of the row.

    Parameters
    ----------
    confusion : DataFrame of shape (n_classes, n_classes)
        Counts; index true, columns predicted, in the same order.
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
        If rows and columns are not the same classes in the same order.
    """
    names = [str(name) for name in confusion.index]
    if not names or names != [str(name) for name in confusion.columns]:
        raise ParameterError(
            "parameter_range",
            name="confusion",
            allowed="a square table with the same classes in rows and columns",
            value=confusion.shape,
            remedy="Reindex both by one list of classes.",
        )
    n = len(names)
    if ax is None:
        ax = new_axes(4.5 + 0.5 * n, 1.8 + 0.46 * n)
    counts = confusion.to_numpy(dtype=float)
    totals = counts.sum(axis=1, keepdims=True)
    shares = counts / totals.clip(min=1)
    shades = LinearSegmentedColormap.from_list("paper_to_blue", [PAPER, BLUE])
    ax.imshow(shares, cmap=shades, vmin=0, vmax=1, aspect="auto")
    for row, column in zip(*counts.nonzero(), strict=True):
        ax.text(
            column, row, format_count(counts[row, column]),
            ha="center", va="center", fontsize=8,
            color=PAPER if shares[row, column] > _DARK_FROM else INK,
            fontweight="bold" if row == column else "normal",
        )  # fmt: skip
    _name_axes(ax, names, totals.ravel().tolist())
    lines = notice_lines(is_synthetic=is_synthetic, is_simulation=False, caption=caption)
    ax.set_ylim(n - 0.5 + (1.5 if lines else 0), -0.5)
    draw_notices(ax, lines, n + 0.1)
    return ax


def _name_axes(ax: Axes, names: list[str], totals: list[float]) -> None:
    n = len(names)
    are_numbered = n > _MAX_COLUMN_NAMES
    rows = [
        wrap(f"{number}. {name}" if are_numbered else name, 32)
        + f" ({label('plot.n', n=format_count(total))})"
        for number, (name, total) in enumerate(zip(names, totals, strict=True), start=1)
    ]
    columns = [str(i + 1) for i in range(n)] if are_numbered else [wrap(x, 14) for x in names]
    ax.set_yticks(range(n), rows)
    ax.set_xticks(range(n), columns)
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    ax.tick_params(length=0, labelsize=8.5, labelcolor=INK)
    ax.spines[:].set_visible(False)
    ax.set_xlabel(label("plot.predicted"), color=MUTED, fontsize=9)
    ax.set_ylabel(label("plot.recorded"), color=MUTED, fontsize=9)
