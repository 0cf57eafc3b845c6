"""What must stand inside a picture, so that it survives being copied out of its page."""

from typing import Final

from matplotlib.axes import Axes

from lapor_lab.plots.canvas import height_inches, text_inches, wrap
from lapor_lab.plots.palette import GRID, INK, MUTED, PAPER
from lapor_lab.schema import label

__all__ = ["draw_notice_band", "draw_notices", "fit_notices", "notice_lines"]

_LINE_INCHES: Final = 0.2
# Size and weight of the letters: of the first line, and of the others.
_LOOKS: Final = ((9, "bold"), (8, "normal"))


def notice_lines(*, is_synthetic: bool, is_simulation: bool, caption: str) -> list[str]:
    """List the lines that must stand inside a picture.

    Parameters
    ----------
    is_synthetic : bool
        Whether the numbers rest on made-up complaints.
    is_simulation : bool
        Whether they answer a what-if.
    caption : str
        Scenario and seed, or the source; may be empty.

    Returns
    -------
    list of str
        No line, or up to three.

    Examples
    --------
    >>> notice_lines(is_synthetic=True, is_simulation=False, caption="")
    ['DATA SINTETIS, bukan kinerja sebenarnya']
    """
    lines = [label("notice.synthetic")] if is_synthetic else []
    if is_simulation:
        lines.append(label("notice.simulation"))
    return [*lines, caption] if caption else lines


def fit_notices(lines: list[str], width_inches: float) -> list[str]:
    r"""Break those lines that are wider than the axes.

    Parameters
    ----------
    lines : list of str
        From `notice_lines`.
    width_inches : float
        Width of the axes.

    Returns
    -------
    list of str
        As many, some with line breaks; a word is never broken.

    Examples
    --------
    >>> fit_notices(["DATA SINTETIS, bukan kinerja sebenarnya"], 2)
    ['DATA SINTETIS, bukan\nkinerja sebenarnya']
    """
    fitted = []
    for number, line in enumerate(lines):
        size, weight = _LOOKS[number > 0]
        width = len(line)
        text = line
        while width > 1 and text_inches(text, size, weight=weight) > width_inches:
            width -= 1
            text = wrap(line, width)
        fitted.append(text)
    return fitted


def draw_notices(ax: Axes, lines: list[str], y: float) -> None:
    """Write lines across the middle of the axes, the first one bold.

    Parameters
    ----------
    ax : Axes
        What to draw on; the caller keeps the place free.
    lines : list of str
        From `notice_lines` or `fit_notices`.
    y : float
        Height of the first line, in the units of the axis.
    """
    n_above = 0.0
    for number, text in enumerate(lines):
        size, weight = _LOOKS[number > 0]
        n_breaks = text.count("\n")
        ax.annotate(
            text,
            xy=(0.5, y),
            xycoords=("axes fraction", "data"),
            xytext=(0, -12 * (n_above + n_breaks / 2)),
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=size,
            fontweight=weight,
            color=INK if number == 0 else MUTED,
            annotation_clip=False,
            clip_on=True,
        )
        n_above += n_breaks + 1


def draw_notice_band(ax: Axes, lines: list[str]) -> None:
    """Make room below all values of a vertical axis, and write the lines there.

    Parameters
    ----------
    ax : Axes
        What to draw on; its limits are set and its lower end is at the bottom. Ticks stay
        above the room that is made.
    lines : list of str
        From `notice_lines`; nothing is changed if there is none.
    """
    if not lines:
        return
    bottom, top = ax.get_ylim()
    ticks = [tick for tick in ax.get_yticks() if bottom <= tick <= top]
    share = min(_LINE_INCHES * (len(lines) + 0.5) / height_inches(ax), 0.4)
    room = (top - bottom) * share / (1 - share)
    # Lines that leave the axes at their lower end must not run through the words.
    ax.axhspan(bottom - 2 * room, bottom, facecolor=PAPER, linewidth=0, zorder=2.6)
    ax.axhline(bottom, color=GRID, linewidth=0.8, zorder=2.7)
    ax.set_yticks(ticks)
    ax.set_ylim(bottom - room, top)
    draw_notices(ax, lines, bottom - room * 0.75 / (len(lines) + 0.5))
