"""Pictures in a document: drawn sharp enough for paper, described in words."""

import io
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Inches

from lapor_lab.report.picture import Picture, draw_figure
from lapor_lab.report.word.runs import readable

__all__ = ["add_picture"]

_DOTS_PER_INCH: Final = 160
# Room for a caption below a picture that fills a page.
_TALLEST_SHARE: Final = 0.86


def add_picture(document: Document, picture: Picture) -> None:
    """Draw a picture and add it, no wider than the text and no taller than a page.

    Parameters
    ----------
    document : Document
        Where it goes, at the end.
    picture : Picture
        What to draw; it is made smaller where it does not fit.
    """
    stream = io.BytesIO()
    # No name of a program: two versions give the same file.
    draw_figure(picture, stream, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
    section: Any = document.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    height = (section.page_height - section.top_margin - section.bottom_margin) * _TALLEST_SHARE
    drawn_width, drawn_height = Inches(picture.width_inches), Inches(picture.height_inches)
    scale = min(1, width / drawn_width, height / drawn_height)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    stream.seek(0)
    shape = paragraph.add_run().add_picture(stream, width=Emu(int(drawn_width * scale)))
    # python-docx has no alternative text.
    shape._inline.docPr.set("descr", readable(picture.alt))  # noqa: SLF001
