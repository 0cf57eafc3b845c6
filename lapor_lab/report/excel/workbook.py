"""An Excel workbook that says first what it is, then one table a sheet."""

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd
import xlsxwriter

from lapor_lab.exchange import atomic_file
from lapor_lab.report.excel.cells import CellWriter, n_lines, set_height, set_paper
from lapor_lab.report.excel.sheet import Sheet, sheet_name
from lapor_lab.report.office_package import reproducible_package
from lapor_lab.report.output import check_kind
from lapor_lab.schema import label

__all__ = ["Workbook"]

_WIDTHS: Final = (34, 110)
_OPTIONS: Final = {"in_memory": True}


class Workbook:
    """A workbook: a first sheet that explains, then one sheet a table.

    Parameters
    ----------
    title : str
        What the workbook is.
    notices : iterable of str, default=()
        What each sheet must say, the most important first.
    facts : iterable of (str, str), default=()
        Terms and what they are here, for the first sheet.
    definitions : iterable of (str, str), default=()
        Terms and what they mean, for the first sheet.
    """

    def __init__(
        self,
        title: str,
        notices: Iterable[str] = (),
        *,
        facts: Iterable[tuple[str, str]] = (),
        definitions: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._title = title
        self._notices = tuple(notices)
        self._facts = tuple(facts)
        self._definitions = tuple(definitions)
        self._sheets: list[Sheet] = []
        self._taken = {label("excel.about").casefold()}

    def sheet(
        self,
        name: str,
        frame: pd.DataFrame,
        *,
        title: str,
        notes: Iterable[str] = (),
        formats: Mapping[str, str] | None = None,
    ) -> str:
        """Add a table on a sheet of its own.

        Parameters
        ----------
        name : str
            On the sheet's tab; what Excel does not take is taken out.
        frame : DataFrame of shape (n_rows, n_columns)
            Its cells: numbers stay numbers, missing ones empty; text stays text, also if it
            begins like a formula. The names of its columns are the header.
        title : str
            Above the table.
        notes : iterable of str, default=()
            Sentences below the title.
        formats : mapping of str to str or None, default=None
            Kind of value by column: ``share``, ``days``, ``number``, ``count``, ``date`` or
            ``text``; by the column's type where it is not named.

        Returns
        -------
        str
            The name that the sheet has.

        Raises
        ------
        ParameterError
            If a format is of no known kind or names no column.
        """
        told = sheet_name(name, self._taken)
        self._taken.add(told.casefold())
        self._sheets.append(
            Sheet(name=told, title=title, frame=frame, notes=tuple(notes), formats=formats or {})
        )
        return told

    def save(self, path: Path | str) -> Path:
        """Write the file whole or not at all.

        Parameters
        ----------
        path : Path or str
            Where it should go; must end in ``.xlsx``.

        Returns
        -------
        Path
            The file. The same workbook gives the same bytes.

        Raises
        ------
        OutputError
            If the suffix is another, or the place cannot be written.
        """
        target = check_kind(path, [".xlsx"])
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, _OPTIONS) as book:
            book.set_properties({"title": self._title, "author": "lapor-lab"})
            cells = CellWriter(book)
            self._write_about(book.add_worksheet(label("excel.about")), cells)
            for sheet in self._sheets:
                cells.write_sheet(book.add_worksheet(sheet.name), sheet, self._notices)
        with atomic_file(target) as part:
            part.write_bytes(reproducible_package(stream.getvalue()))
        return target

    def _write_about(self, page: Any, cells: CellWriter) -> None:
        for column, width in enumerate(_WIDTHS):
            page.set_column(column, column, width)
        set_paper(page)
        row = cells.write_top(page, self._title, self._notices) + 1
        if self._facts:
            row = _write_pairs(page, row, self._facts, cells) + 1
        row = cells.write_heading(page, row, label("excel.sheets"))
        for sheet in self._sheets:
            cells.write_link(page, row, sheet.name)
            cells.write_text(page, row, 1, sheet.title)
            row += 1
        if self._definitions:
            row = cells.write_heading(page, row + 1, label("excel.definitions"))
            _write_pairs(page, row, self._definitions, cells)


def _write_pairs(page: Any, row: int, pairs: tuple[tuple[str, str], ...], cells: CellWriter) -> int:
    for term, meaning in pairs:
        cells.write_text(page, row, 0, term)
        cells.write_text(page, row, 1, meaning)
        set_height(page, row, n_lines(term, _WIDTHS[0]), n_lines(meaning, _WIDTHS[1]))
        row += 1
    return row
