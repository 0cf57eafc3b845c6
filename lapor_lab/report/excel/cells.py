"""How the cells of a workbook look, and how values get into them."""

import math
import textwrap
from collections.abc import Iterable
from datetime import date, datetime
from numbers import Real
from typing import Any, Final

import pandas as pd

from lapor_lab.report.excel.sheet import Sheet
from lapor_lab.schema import label

__all__ = ["CellWriter", "n_lines", "set_height", "set_paper"]

_NUMBER_FORMATS: Final = {
    "share": "0.0 %",
    "days": "#,##0.0",
    "number": "#,##0.0##",
    "count": "#,##0",
    # Months by their Indonesian names, whatever language Excel speaks.
    "date": "[$-421]d mmmm yyyy",
    "text": "@",
}
_LONGEST_TEXT: Final = 32_767
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
_NARROWEST, _WIDEST, _LINE = 9, 46, 110
_ROWS_MEASURED: Final = 1000
_A4: Final = 9
# Height of a line, in points.
_ROW: Final = 15


class CellWriter:
    """Writes values into the sheets of one workbook.

    Parameters
    ----------
    book : xlsxwriter.Workbook
        That is being written.
    """

    def __init__(self, book: Any) -> None:
        plain = {"valign": "top", "text_wrap": True}
        self._formats = {
            kind: book.add_format({**plain, "num_format": form})
            for kind, form in _NUMBER_FORMATS.items()
        }
        # Set off, so that text does not touch the number to its left.
        text = {**plain, "align": "left", "indent": 1}
        self._text = book.add_format(text)
        # The mark of text, so that editing a cell does not turn it into a formula either.
        self._quoted = book.add_format({**text, "quote_prefix": True})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._bold = book.add_format({"bold": True})
        self._line = book.add_format({})
        self._link = book.get_default_url_format()
        self._header = book.add_format(
            {**plain, "bold": True, "bg_color": "#E7E6E6", "border": 1, "align": "center"}
        )

    def write_top(self, page: Any, title: str, notices: Iterable[str]) -> int:
        """Write a sheet's title and what it must say.

        Parameters
        ----------
        page : xlsxwriter.worksheet.Worksheet
            The sheet.
        title : str
            In its first row.
        notices : iterable of str
            Below it.

        Returns
        -------
        int
            The next row.
        """
        page.write_string(0, 0, title, self._title)
        row = 1
        for notice in notices:
            row = self._write_lines(page, row, notice, self._bold)
        return row

    def write_heading(self, page: Any, row: int, text: str) -> int:
        """Write a line in bold letters.

        Parameters
        ----------
        page : xlsxwriter.worksheet.Worksheet
            The sheet.
        row : int
            From 0.
        text : str
            What it says.

        Returns
        -------
        int
            The next row.
        """
        page.write_string(row, 0, text, self._bold)
        return row + 1

    def write_link(self, page: Any, row: int, name: str) -> None:
        """Write a sheet's name, which leads there.

        Parameters
        ----------
        page : xlsxwriter.worksheet.Worksheet
            The sheet that is written on.
        row : int
            From 0.
        name : str
            The sheet that is led to.
        """
        quoted = name.replace("'", "''")
        page.write_url(row, 0, f"internal:'{quoted}'!A1", self._link, string=name)

    def write_text(self, page: Any, row: int, column: int, text: str) -> None:
        """Write text that stays text.

        Parameters
        ----------
        page : xlsxwriter.worksheet.Worksheet
            The sheet.
        row, column : int
            From 0.
        text : str
            What the cell holds.
        """
        form = self._quoted if text.startswith(_FORMULA_SIGNS) else self._text
        page.write_string(row, column, text[:_LONGEST_TEXT], form)

    def write_sheet(self, page: Any, sheet: Sheet, notices: Iterable[str]) -> None:
        """Write a table under its title, its notices and its notes.

        Parameters
        ----------
        page : xlsxwriter.worksheet.Worksheet
            Empty.
        sheet : Sheet
            What it shows.
        notices : iterable of str
            What each sheet must say.
        """
        row = self.write_top(page, sheet.title, notices)
        for note in sheet.notes:
            row = self._write_lines(page, row, note, self._line)
        header = row + 1
        columns = list(map(str, sheet.frame.columns))
        widest = _WIDEST if len(columns) > 1 else _LINE
        heights = [1] * len(sheet.frame)
        widths = []
        for place, name in enumerate(columns):
            page.write_string(header, place, name, self._header)
            values, kind = sheet.frame.iloc[:, place], sheet.kind(name)
            widths.append(_width(name, values, kind, widest))
            for down, value in enumerate(values.tolist()):
                self._write_value(page, (header + 1 + down, place), value, kind)
                if isinstance(value, str):
                    heights[down] = max(heights[down], n_lines(value, widths[place]))
            page.set_column(place, place, widths[place])
        set_height(page, header, *map(n_lines, columns, widths))
        for down, height in enumerate(heights):
            set_height(page, header + 1 + down, height)
        page.freeze_panes(header + 1, 1 if len(columns) > 1 else 0)
        if columns and len(sheet.frame):
            page.autofilter(header, 0, header + len(sheet.frame), len(columns) - 1)
        page.repeat_rows(header)
        set_paper(page)

    def _write_value(self, page: Any, place: tuple[int, int], value: object, kind: str) -> None:
        if isinstance(value, str):
            self.write_text(page, *place, value)
        elif value is None or value is pd.NaT or value is pd.NA:
            page.write_blank(*place, None, self._text)
        elif pd.api.types.is_bool(value):
            self.write_text(page, *place, label("excel.yes" if value else "excel.no"))
        elif isinstance(value, datetime | date):
            page.write_datetime(*place, value, self._formats["date"])
        elif isinstance(value, Real):
            number = float(value)
            if math.isfinite(number):
                form = self._formats["number" if kind == "text" else kind]
                page.write_number(*place, number, form)
            else:
                page.write_blank(*place, None, self._text)
        else:
            self.write_text(page, *place, str(value))

    @staticmethod
    def _write_lines(page: Any, row: int, text: str, form: Any) -> int:
        for line in textwrap.wrap(text, _LINE) or [""]:
            page.write_string(row, 0, line, form)
            row += 1
        return row


def set_height(page: Any, row: int, *n_lines_of_cells: int) -> None:
    """Give a row the height of its cell with most lines: not every program finds it.

    Parameters
    ----------
    page : xlsxwriter.worksheet.Worksheet
        The sheet.
    row : int
        From 0.
    *n_lines_of_cells : int
        Lines of its cells.
    """
    highest = max(n_lines_of_cells, default=1)
    if highest > 1:
        page.set_row(row, _ROW * highest)


def set_paper(page: Any) -> None:
    """Print a sheet on A4, as wide as the paper, its pages numbered.

    Parameters
    ----------
    page : xlsxwriter.worksheet.Worksheet
        The sheet.
    """
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_footer(f"&C{label('word.page')} &P {label('word.of')} &N")


def n_lines(text: str, width: float) -> int:
    """Tell how many lines a text fills.

    Parameters
    ----------
    text : str
        What the cell holds.
    width : float
        Width of its column, in letters.

    Returns
    -------
    int
        At least 1.

    Examples
    --------
    >>> n_lines("Nilai ditarik ke kelompok", 9.0)
    4
    """
    room = max(int(width) - 1, 1)
    return sum(max(len(textwrap.wrap(line, room)), 1) for line in text.split("\n") or [""])


def _width(name: str, values: pd.Series, kind: str, widest: int) -> float:
    """Return letters: the longest text within bounds, or room for a number."""
    longest = max(map(len, name.split()), default=0) + 4
    if kind == "text":
        texts = values.head(_ROWS_MEASURED).astype("string").fillna("")
        longest = max([longest, *(texts.str.len() + 2).tolist()])
    return float(min(max(longest, len(name) / 2, _NARROWEST + 7 * (kind == "date")), widest))
