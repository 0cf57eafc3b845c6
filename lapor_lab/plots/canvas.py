"""The Axes that a plot draws on: its size, its ticks, its quiet frame."""

import math
import textwrap
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from matplotlib.ticker import FuncFormatter
from numpy.typing import ArrayLike

from lapor_lab.plots.palette import GRID, INK, MUTED
from lapor_lab.schema import SCALE_ENDS, Scale, format_count, format_number, label

__all__ = [
    "axis_limits",
    "close_limits",
    "height_inches",
    "new_axes",
    "quiet_frame",
    "row_name",
    "scale_ticks",
    "slot_inches",
    "text_inches",
    "wrap",
]

# Shares above this are drawn on the full scale, so that pictures can be laid side by side.
_FULL_SCALE_FROM: Final = 0.5
_MARGIN: Final = 1.15
_MAX_DECIMALS: Final = 2
_CLOSE_MARGIN: Final = 0.06
# Letters are set on whole dots, which makes lines a little wider than their outlines.
_HINTING: Final = 1.12
_NARROWEST: Final = {Scale.SHARE: 0.1, Scale.DAYS: 2.0, Scale.RATING: 0.5}


def axis_limits(values: ArrayLike, scale: Scale) -> tuple[float, float]:
    """Choose the ends of an axis: it starts at nothing, and is full where shares need it.

    Parameters
    ----------
    values : array-like of float
        All that will be drawn; NaN is passed over.
    scale : Scale
        What the axis measures.

    Returns
    -------
    tuple of float
        Left and right end.

    Examples
    --------
    >>> axis_limits([0.2, 0.93], Scale.SHARE), axis_limits([float("nan")], Scale.RATING)
    ((0.0, 1.0), (1.0, 5.0))
    """
    if scale is Scale.RATING:
        return 1.0, 5.0
    drawn = np.asarray(values, dtype=float)
    highest = float(drawn[np.isfinite(drawn)].max(initial=0))
    if highest == 0 or (scale is Scale.SHARE and highest > _FULL_SCALE_FROM):
        return 0.0, 1.0
    return 0.0, _MARGIN * highest


def close_limits(values: ArrayLike, scale: Scale) -> tuple[float, float]:
    """Choose the ends of an axis on which positions are read, and not lengths.

    Parameters
    ----------
    values : array-like of float
        All that will be drawn; what is not finite is passed over.
    scale : Scale
        What the axis measures.

    Returns
    -------
    tuple of float
        Lower and upper end: a little wider than the values, within what the scale allows.

    Examples
    --------
    >>> close_limits([0.5, 1.0], Scale.SHARE), close_limits([float("nan")], Scale.DAYS)
    ((0.47, 1.0), (0.0, 1.0))
    """
    drawn = np.asarray(values, dtype=float)
    drawn = drawn[np.isfinite(drawn)]
    lowest, highest = SCALE_ENDS[scale]
    if not drawn.size:
        return lowest, min(highest, lowest + 1)
    low, high = float(drawn.min()), float(drawn.max())
    # Differences that mean nothing are not magnified to the height of the picture.
    margin = max(_CLOSE_MARGIN * (high - low), (_NARROWEST[scale] - high + low) / 2)
    return max(low - margin, lowest), min(high + margin, highest)


def height_inches(ax: Axes) -> float:
    """Return how high the Axes are now; a layout may still change it a little.

    Parameters
    ----------
    ax : Axes
        What is drawn on.

    Returns
    -------
    float
        Height in inches.
    """
    return float(ax.get_position().height * ax.figure.bbox.height / ax.figure.dpi)


def new_axes(width_inches: float, height_inches: float) -> Axes:
    """Open a figure that a notebook shows by itself.

    Parameters
    ----------
    width_inches, height_inches : float
        Size of the figure.

    Returns
    -------
    Axes
        The only axes of the new figure.
    """
    # A program that brings its own Axes never needs pyplot, its start-up or a display.
    import matplotlib.pyplot as plt  # noqa: PLC0415

    _, ax = plt.subplots(figsize=(width_inches, height_inches), layout="constrained")
    return ax


def quiet_frame(ax: Axes, *, grid: str = "x") -> None:
    """Take away the frame, keep a light grid in one direction.

    Parameters
    ----------
    ax : Axes
        What to draw on.
    grid : {"x", "y"}, default="x"
        Direction in which values are read.
    """
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0, labelsize=9, labelcolor=INK)
    ax.set_axisbelow(True)
    getattr(ax, f"{grid}axis").grid(visible=True, color=GRID, linewidth=0.8)
    ax.xaxis.label.set(color=MUTED, size=9)
    ax.yaxis.label.set(color=MUTED, size=9)


def row_name(institution: str, denominator: float, width: int) -> str:
    """Write the name of a row: who it is, and of how many reports.

    Parameters
    ----------
    institution : str
        Its name.
    denominator : float
        Reports that were counted; left out where it is NaN.
    width : int
        Letters that fit in a line.

    Returns
    -------
    str
        One or more lines; none breaks within the parentheses.

    Examples
    --------
    >>> row_name("Kota Contoh", float("nan"), 38)
    'Kota Contoh'
    """
    if math.isnan(denominator):
        return wrap(institution, width)
    size = label("plot.n", n=format_count(denominator)).replace(" ", "\N{NO-BREAK SPACE}")
    return wrap(f"{institution} ({size})", width)


def scale_ticks(axis: Axis, scale: Scale) -> None:
    """Write an axis as an Indonesian reader does: decimal comma, per cent for shares.

    Parameters
    ----------
    axis : Axis
        For example ``ax.xaxis``.
    scale : Scale
        What the axis measures.
    """

    def as_text(value: float, _position: int | None = None) -> str:
        shown = round(float(value) * (100 if scale is Scale.SHARE else 1), 6)
        decimals = next(n for n in (0, 1, 2) if n == _MAX_DECIMALS or shown == round(shown, n))
        return format_number(shown, decimals) + (" %" if scale is Scale.SHARE else "")

    axis.set_major_formatter(FuncFormatter(as_text))


def slot_inches(ax: Axes) -> tuple[float, float]:
    """Return the place that the Axes have in their figure.

    Parameters
    ----------
    ax : Axes
        What is drawn on.

    Returns
    -------
    tuple of float
        Width and height in inches: where a layout is at work, those of all that belongs to
        the Axes, words beside them too; else of the Axes alone, around which words lie.
    """
    figure, place = ax.figure, ax.get_position()
    width = place.width * figure.bbox.width / figure.dpi
    height = place.height * figure.bbox.height / figure.dpi
    if figure.get_layout_engine() is None:
        return float(width), float(height)
    free = figure.subplotpars
    return float(width / (free.right - free.left)), float(height / (free.top - free.bottom))


def text_inches(text: str, size: float, *, weight: str = "normal") -> float:
    r"""Return how wide a text will be drawn.

    Parameters
    ----------
    text : str
        One line or more.
    size : float
        Of the letters, in points.
    weight : str, default="normal"
        Of the letters.

    Returns
    -------
    float
        Width of the longest line in inches.

    Examples
    --------
    >>> text_inches("ii\nmmmm", 9) == text_inches("mmmm", 9) > 2 * text_inches("ii", 9) > 0
    True
    """
    font = FontProperties(weight=weight)
    lines = [line for line in text.splitlines() if line.strip()]
    widths = [TextPath((0, 0), line, size=size, prop=font).get_extents().width for line in lines]
    return _HINTING * float(max(widths, default=0.0)) / 72


def wrap(text: str, width: int) -> str:
    r"""Break a long name over lines, at its spaces.

    Parameters
    ----------
    text : str
        A name.
    width : int
        Characters that a line holds.

    Returns
    -------
    str
        The name with line breaks.

    Examples
    --------
    >>> wrap("Kementerian Hukum dan Hak Asasi Manusia", 22)
    'Kementerian Hukum dan\nHak Asasi Manusia'
    """
    return "\n".join(textwrap.wrap(text, width, break_long_words=False)) or text
