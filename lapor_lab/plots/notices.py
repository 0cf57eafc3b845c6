"""What must stand inside a picture, so that it survives being copied out of its page."""

from matplotlib.axes import Axes

from lapor_lab.plots.palette import INK, MUTED
from lapor_lab.schema import label

__all__ = ["draw_notices", "notice_lines"]


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


def draw_notices(ax: Axes, lines: list[str], y: float) -> None:
    """Write lines across the middle of the axes, the first one bold.

    Parameters
    ----------
    ax : Axes
        What to draw on; the caller keeps the place free.
    lines : list of str
        From `notice_lines`.
    y : float
        Height of the first line, in the units of the axis.
    """
    for number, text in enumerate(lines):
        ax.annotate(
            text,
            xy=(0.5, y),
            xycoords=("axes fraction", "data"),
            xytext=(0, -12 * number),
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=9 if number == 0 else 8,
            fontweight="bold" if number == 0 else "normal",
            color=INK if number == 0 else MUTED,
            annotation_clip=False,
            clip_on=True,
        )
