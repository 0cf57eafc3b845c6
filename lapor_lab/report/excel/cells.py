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

__all__ = ["CellWriter"]

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
        self._text = book.add_format(plain)
        # The mark of text, so that editing a cell does not turn it into a formula either.
        self._quoted = book.add_format({**plain, "quote_prefix": True})
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
        for place, name in enumerate(columns):
            page.write_string(header, place, name, self._header)
            values = sheet.frame.iloc[:, place]
            kind = sheet.kind(name)
            for down, value in enumerate(values.tolist(), start=header + 1):
                self._write_value(page, (down, place), value, kind)
            page.set_column(place, place, _width(name, values, kind))
        page.freeze_panes(header + 1, 1 if len(columns) > 1 else 0)
        if columns and len(sheet.frame):
            page.autofilter(header, 0, header + len(sheet.frame), len(columns) - 1)
        page.repeat_rows(header)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer(f"&C{label('word.page')} &P {label('word.of')} &N")

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


def _width(name: str, values: pd.Series, kind: str) -> float:
    """Return letters: the longest text within bounds, or room for a number."""
    longest = max(map(len, name.split()), default=0) + 4
    if kind == "text":
        texts = values.head(_ROWS_MEASURED).astype("string").fillna("")
        longest = max([longest, *texts.str.len().tolist()])
    return float(min(max(longest, len(name) / 2, _NARROWEST + 7 * (kind == "date")), _WIDEST))
