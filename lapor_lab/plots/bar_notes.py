"""Numbers right of horizontal bars, inside the axes, so that no layout squeezes the bars."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from lapor_lab.plots.canvas import text_inches
from lapor_lab.plots.palette import INK

__all__ = ["draw_bar_notes"]

_SEPARATOR: Final = " · "
# Lines of a note and size of its letters in points, the best first.
_LOOKS: Final = ((1, 8), (1, 7), (2, 7))
# Inches between the bars and their notes.
_GUTTER: Final = 0.14
# The first look that leaves so much of the axes to the bars is taken; the last leaves the least.
_BARS_SHARE: Final = 0.37
_LEAST_BARS_SHARE: Final = 0.3


def draw_bar_notes(
    ax: Axes,
    heights: ArrayLike,
    notes: Sequence[Sequence[str]],
    *,
    reach: float,
    width_inches: float,
) -> None:
    """Write a note right of each bar, and set the ends of the horizontal axis around both.

    Ticks end where the bars may end. Where the axes are narrow the letters are smaller, and
    then on two lines.

    Parameters
    ----------
    ax : Axes
        What to draw on.
    heights : array-like of float of shape (n_bars,)
        Where each bar lies, in the units of the axis.
    notes : sequence of sequence of str
        The parts of each bar's note; on two lines the first stands above the others.
    reach : float
        How far the bars may reach from 0.
    width_inches : float
        Width of the axes, about.
    """
    for n_lines, size in _LOOKS:
        texts = [_on_lines(parts, n_lines) for parts in notes]
        widest = max((text_inches(text, size) for text in texts), default=0.0)
        share = 1 - (widest + _GUTTER) / width_inches
        if share >= _BARS_SHARE:
            break
    for y, text in zip(np.asarray(heights), texts, strict=True):
        ax.annotate(
            text, xy=(reach, y), xytext=(72 * _GUTTER, 0), textcoords="offset points",
            va="center", fontsize=size, linespacing=1.0, color=INK, annotation_clip=False,
        )  # fmt: skip
    ax.set_xlim(0, reach / max(share, _LEAST_BARS_SHARE))
    ticks = MaxNLocator("auto", steps=[1, 2, 2.5, 5, 10]).tick_values(0, reach)
    ax.set_xticks([tick for tick in ticks if 0 <= tick <= reach])


def _on_lines(parts: Sequence[str], n_lines: int) -> str:
    if n_lines == 1:
        return _SEPARATOR.join(parts)
    return "\n".join([parts[0], _SEPARATOR.join(parts[1:])]).strip()
