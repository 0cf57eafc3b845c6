"""A picture inside a page: drawn, embedded, described in words."""

import base64
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import IO, Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

__all__ = ["Picture", "draw_figure", "draw_picture"]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture that is drawn when it is asked for.

    Parameters
    ----------
    draw : callable
        Takes the Axes to draw on.
    width_inches, height_inches : float
        Size of the picture.
    alt : str
        What it shows, in words.
    """

    draw: Callable[[Axes], object] = field(repr=False)
    width_inches: float
    height_inches: float
    alt: str

    @cached_property
    def source(self) -> str:
        """Data address: the picture itself, so that the page needs no other file.

        Returns
        -------
        str
            An SVG, sharp on screen and paper; the same bytes for the same drawing.
        """
        stream = io.BytesIO()
        # A fixed salt and no date: two runs give the same page.
        with mpl.rc_context({"svg.hashsalt": "lapor-lab"}):
            draw_figure(self, stream, format="svg", metadata={"Date": None})
        encoded = base64.b64encode(stream.getvalue()).decode("ascii")
        return f"data:image/svg+xml;base64,{encoded}"


def draw_picture(
    draw: Callable[[Axes], object], *, width_inches: float, height_inches: float, alt: str
) -> Picture:
    """Say what to draw on an Axes; it is drawn once the page or the document needs it.

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
        The picture, not drawn yet.
    """
    return Picture(draw=draw, width_inches=width_inches, height_inches=height_inches, alt=alt)


def draw_figure(picture: Picture, stream: IO[bytes], **form: Any) -> None:
    """Draw a picture and write it.

    Parameters
    ----------
    picture : Picture
        What to draw.
    stream : file object
        Where the bytes go.
    **form : Any
        As `Figure.savefig` takes it.
    """
    size = (picture.width_inches, picture.height_inches)
    figure = Figure(figsize=size, layout="constrained")
    with warnings.catch_warnings():
        # A name from a stranger's file may hold any sign; the tables beside the picture show it.
        warnings.filterwarnings(
            "ignore", message=r"Glyph \d+ .* missing from", category=UserWarning
        )
        picture.draw(figure.subplots())
        figure.savefig(stream, **form)
