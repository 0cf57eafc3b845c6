"""A picture inside a page: drawn, embedded, described in words."""

import base64
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

__all__ = ["Picture", "draw_picture"]


@dataclass(frozen=True)
class Picture:
    """An embedded picture.

    Parameters
    ----------
    source : str
        Data address: the picture itself, so that the page needs no other file.
    alt : str
        What it shows, in words.
    """

    source: str
    alt: str


def draw_picture(
    draw: Callable[[Axes], object], *, width_inches: float, height_inches: float, alt: str
) -> Picture:
    """Draw on an Axes and keep the result as SVG, sharp on screen and paper.

    Parameters
    ----------
    draw : callable
        Takes the Axes to draw on.
    width_inches, height_inches : float
        Size of the picture.
    alt : str
        What it shows, in words.

    Returns
    -------
    Picture
        The same bytes for the same drawing.
    """
    figure = Figure(figsize=(width_inches, height_inches), layout="constrained")
    stream = io.BytesIO()
    # A fixed salt and no date: two runs give the same page.
    with mpl.rc_context({"svg.hashsalt": "lapor-lab"}), warnings.catch_warnings():
        # A name from a stranger's file may hold any sign; the tables beside the picture show it.
        warnings.filterwarnings(
            "ignore", message=r"Glyph \d+ .* missing from", category=UserWarning
        )
        draw(figure.subplots())
        figure.savefig(stream, format="svg", metadata={"Date": None})
    encoded = base64.b64encode(stream.getvalue()).decode("ascii")
    return Picture(f"data:image/svg+xml;base64,{encoded}", alt)
