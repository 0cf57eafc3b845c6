"""Pictures in a document: drawn sharp enough for paper, described in words."""

import io
import warnings
from collections.abc import Callable
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Inches
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lapor_lab.report.word.runs import readable

__all__ = ["add_picture"]

_DOTS_PER_INCH: Final = 200
# Room for a caption below a picture that fills a page.
_TALLEST_SHARE: Final = 0.86


def add_picture(
    document: Document,
    draw: Callable[[Axes], object],
    *,
    alt: str,
    width_inches: float,
    height_inches: float,
) -> None:
    """Draw on an Axes and add the picture, no wider than the text and no taller than a page.

    Parameters
    ----------
    document : Document
        Where it goes, at the end.
    draw : callable
        Takes the Axes to draw on.
    alt : str
        What the picture shows, in words.
    width_inches, height_inches : float
        Size that is drawn on; the picture is made smaller where it does not fit.
    """
    figure = Figure(figsize=(width_inches, height_inches), layout="constrained")
    stream = io.BytesIO()
    with warnings.catch_warnings():
        # A name from a stranger's file may hold any sign; the tables beside the picture show it.
        warnings.filterwarnings(
            "ignore", message=r"Glyph \d+ .* missing from", category=UserWarning
        )
        draw(figure.subplots())
        # No name of a program: two versions give the same file.
        figure.savefig(stream, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
    section: Any = document.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    height = (section.page_height - section.top_margin - section.bottom_margin) * _TALLEST_SHARE
    scale = min(1, width / Inches(width_inches), height / Inches(height_inches))
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    stream.seek(0)
    size = Emu(int(Inches(width_inches) * scale))
    shape = paragraph.add_run().add_picture(stream, width=size)
    shape._inline.docPr.set("descr", readable(alt))  # noqa: SLF001 (python-docx has no alt text)
