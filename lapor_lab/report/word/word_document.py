"""A Word document, written piece by piece."""

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import docx
import pandas as pd
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.text.paragraph import Paragraph
from matplotlib.axes import Axes

from lapor_lab.errors import ParameterError
from lapor_lab.exchange import atomic_file
from lapor_lab.report.fragment import read_fragment
from lapor_lab.report.office_package import reproducible_package
from lapor_lab.report.output import check_kind
from lapor_lab.report.picture import Picture
from lapor_lab.report.word.contents import Contents
from lapor_lab.report.word.lists import Lists
from lapor_lab.report.word.markdown_text import write_markdown
from lapor_lab.report.word.pictures import add_picture
from lapor_lab.report.word.runs import add_field, add_text, readable
from lapor_lab.report.word.styles import NOTE, set_look
from lapor_lab.report.word.tables import add_facts, add_table
from lapor_lab.schema import label

__all__ = ["WordDocument"]

_DEEPEST = 9


class WordDocument:
    """A document on A4 that can be edited, in Indonesian.

    Its title stands in the file's properties, and in the text where `cover_title` puts it. Each
    page bears the notices and its number.

    Parameters
    ----------
    title : str
        What the document is.
    is_draft : bool, default=False
        Whether each page says DRAF.
    notices : iterable of str, default=()
        What each page must say, the most important first.
    landscape : bool, default=False
        Whether the long side of the paper lies.
    """

    def __init__(
        self,
        title: str,
        *,
        is_draft: bool = False,
        notices: Iterable[str] = (),
        landscape: bool = False,
    ) -> None:
        self._title = readable(title)
        self._document = docx.Document()
        set_look(self._document, is_landscape=landscape)
        self.lists = Lists(self._document)
        self._n_tables = self._n_figures = 0
        self._contents: Contents | None = None
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = self._title, "lapor-lab", ""
        self._write_header(is_draft=is_draft, notices=tuple(notices))
        self._write_footer()

    def new_paragraph(self, *, style: str = "") -> Paragraph:
        """Add an empty paragraph, for what writes its pieces itself.

        Parameters
        ----------
        style : str, default=""
            Name of a style; that of the body if empty.

        Returns
        -------
        Paragraph
            Of python-docx.
        """
        return self._document.add_paragraph(style=style or None)

    def cover_title(self) -> None:
        """Write the document's title as text."""
        add_text(self.new_paragraph(style="Title"), self._title)

    def heading(self, text: str, level: int = 1, *, centred: bool = False) -> None:
        """Write a heading, which Word's navigation lists.

        Parameters
        ----------
        text : str
            What it says.
        level : int, default=1
            From 1 to 9.
        centred : bool, default=False
            Whether it stands in the middle, as that of a BAB does.

        Raises
        ------
        ParameterError
            If there is no such level.
        """
        if level not in range(1, _DEEPEST + 1):
            raise ParameterError(
                "parameter_range",
                name="level",
                allowed="in [1, 9]",
                value=level,
                remedy="Write 1 for a chapter.",
            )
        paragraph = self.new_paragraph(style=f"Heading {level}")
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, text)
        if self._contents is not None:
            self._contents.add(paragraph, level)

    def paragraph(self, text: str, *, style: str = "", keep_with_next: bool = False) -> None:
        """Write a paragraph; a blank such as […] is highlighted.

        Parameters
        ----------
        text : str
            What it says.
        style : str, default=""
            ``"Catatan"`` for a note in small letters, ``"Pemberitahuan"`` for a notice in the
            middle, or another style of the document; that of the body if empty.
        keep_with_next : bool, default=False
            Whether what follows must begin on the same page.
        """
        paragraph = self.new_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = keep_with_next or None
        if not style:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        add_text(paragraph, text)

    def centred(self, text: str, *, bold: bool = False) -> None:
        """Write a line in the middle.

        Parameters
        ----------
        text : str
            What it says.
        bold : bool, default=False
            Whether in bold letters.
        """
        paragraph = self.new_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, text, is_bold=bold)

    def numbered(self, items: Iterable[str]) -> None:
        """Write a list that counts from 1.

        Parameters
        ----------
        items : iterable of str
            Its items.
        """
        self._list("numbered", items)

    def bullets(self, items: Iterable[str]) -> None:
        """Write a list without numbers.

        Parameters
        ----------
        items : iterable of str
            Its items.
        """
        self._list("bullets", items)

    def table(
        self, frame: pd.DataFrame, caption: str, *, widths: Sequence[float] | None = None
    ) -> str:
        """Write a table under its numbered caption.

        Parameters
        ----------
        frame : DataFrame of shape (n_rows, n_columns)
            Cells as formatted text; the names of its columns are the header, which is repeated
            on each page. Columns of numbers stand on the right.
        caption : str
            What the table shows; a table without a caption has no number.
        widths : sequence of float of shape (n_columns,) or None, default=None
            Widths beside each other, in any unit; by content if None.

        Returns
        -------
        str
            Such as ``"Tabel 1"``, for sentences that point at it; empty without a caption.
        """
        name = ""
        if caption:
            self._n_tables += 1
            name = self._caption(label("word.table"), "Tabel", self._n_tables, caption)
        add_table(self._document, frame, description=caption or self._title, widths=widths)
        # Two tables that touch become one.
        self.new_paragraph(style=NOTE)
        return name

    def figure(
        self,
        draw: Callable[[Axes], object],
        caption: str,
        alt: str,
        *,
        width_inches: float = 9.0,
        height_inches: float = 5.0,
    ) -> str:
        """Draw a picture above its numbered caption.

        Parameters
        ----------
        draw : callable
            Takes the Axes to draw on.
        caption : str
            What the picture shows.
        alt : str
            The same in words, for who does not see it.
        width_inches : float, default=9.0
            Width that is drawn on; it is made as wide as the text.
        height_inches : float, default=5.0
            Height that is drawn on.

        Returns
        -------
        str
            Such as ``"Gambar 1"``.
        """
        picture = Picture(
            draw=draw, width_inches=width_inches, height_inches=height_inches, alt=alt
        )
        add_picture(self._document, picture)
        self._n_figures += 1
        return self._caption(label("word.figure"), "Gambar", self._n_figures, caption)

    def page_break(self) -> None:
        """Begin a new page."""
        self.new_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def markdown(self, text: str) -> None:
        """Write Markdown: headings, paragraphs, lists in lists, tables, bold and italic.

        Parameters
        ----------
        text : str
            CommonMark with tables. A paragraph ``Tabel: …`` before a table is its caption, a
            rule (``---``) a new page; HTML stays as it is written.
        """
        write_markdown(self, text)

    def fragment(self, html: str) -> None:
        """Write a piece of our own pages: items become a list, paragraphs stay such.

        Parameters
        ----------
        html : str
            As a template of ``report/templates`` gives it.
        """
        number = 0
        for block in read_fragment(html):
            paragraph = self.new_paragraph(style=NOTE if block.is_small else "")
            if block.tag == "li":
                number = number or self.lists.start("bullets")
                self.lists.add(paragraph, number)
            else:
                number = 0
            for text, is_bold in block.spans:
                add_text(paragraph, text, is_bold=is_bold)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Write terms and what they are, beside each other, without lines.

        Parameters
        ----------
        pairs : iterable of (str, str)
            Terms and their text.
        """
        add_facts(self._document, pairs)
        self.new_paragraph(style=NOTE)

    def contents(self) -> None:
        """Write the list of the headings that follow, each a link."""
        self._contents = Contents(self._document)

    def save(self, path: Path | str) -> Path:
        """Write the file whole or not at all.

        Parameters
        ----------
        path : Path or str
            Where it should go; must end in ``.docx``.

        Returns
        -------
        Path
            The file. The same document gives the same bytes.

        Raises
        ------
        OutputError
            If the suffix is another, or the place cannot be written.
        """
        target = check_kind(path, [".docx"])
        stream = io.BytesIO()
        self._document.save(stream)
        with atomic_file(target) as part:
            part.write_bytes(reproducible_package(stream.getvalue()))
        return target

    def _list(self, kind: str, items: Iterable[str]) -> None:
        number = self.lists.start(kind)
        for item in items:
            paragraph = self.new_paragraph()
            self.lists.add(paragraph, number)
            add_text(paragraph, item)

    def _caption(self, word: str, sequence: str, number: int, text: str) -> str:
        paragraph = self.new_paragraph(style="Caption")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = sequence == "Tabel"
        add_text(paragraph, f"{word} ", is_bold=True)
        add_field(paragraph, f"SEQ {sequence} \\* ARABIC", str(number), is_bold=True)
        add_text(paragraph, ". ", is_bold=True)
        add_text(paragraph, text)
        return f"{word} {number}"

    def _write_header(self, *, is_draft: bool, notices: tuple[str, ...]) -> None:
        header: Any = self._document.sections[0].header
        lines = [*([label("word.draft")] if is_draft else []), *notices]
        for place, line in enumerate(lines):
            paragraph = header.paragraphs[0] if place == 0 else header.add_paragraph()
            paragraph.style = NOTE
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            add_text(paragraph, line, is_bold=place == 0)

    def _write_footer(self) -> None:
        footer: Any = self._document.sections[0].footer
        paragraph = footer.paragraphs[0]
        paragraph.style = NOTE
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        before, between = label("word.page"), label("word.of")
        add_text(paragraph, f"{before} ")
        add_field(paragraph, "PAGE", "1")
        add_text(paragraph, f" {between} ")
        add_field(paragraph, "NUMPAGES", "1")
