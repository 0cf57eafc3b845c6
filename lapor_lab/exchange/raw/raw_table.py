"""A table of texts as it stands in a file, chunk by chunk."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.row_source import LONGEST_CELL, CellTooLongError, Row, readable

__all__ = ["SURPLUS", "RawChunk", "RawTable", "TableKind", "clean_rows", "refuse_long_cell"]

TableKind = Literal["xlsx", "xls", "csv", "parquet"]

SURPLUS: Final = "(sel lebih)"
_MOST_CELLS: Final = 2_000_000
_MOST_CHARACTERS: Final = 48_000_000
_IS_PANDAS_2: Final = pd.__version__.startswith("2.")


@dataclass(frozen=True, kw_only=True)
class RawChunk:
    """Some rows of a table.

    Parameters
    ----------
    cells : DataFrame of shape (n_rows, n_columns)
        Texts without spaces around them, missing where empty, in the table's columns; where
        a row has more cells than the header, the column ``(sel lebih)`` holds them. The index
        ``row`` is the number that a spreadsheet shows.
    faults : Series of str
        Rows that cannot be read as a row, and why; the reason quotes no cell.
    """

    cells: pd.DataFrame = field(repr=False)
    faults: pd.Series


def _no_rows() -> Iterator[Row]:
    return iter(())


@dataclass(frozen=True, kw_only=True)
class RawTable:
    """A table in a file: where it stands, its columns, and the way to its rows.

    Parameters
    ----------
    path : Path
        The file.
    sheet : str
        Name of the sheet; empty for text and Parquet.
    kind : {"xlsx", "xls", "csv", "parquet"}
        What the file is.
    encoding : str
        Of a text file; empty for others.
    delimiter : str
        Of a text file; empty for others.
    header_row : int
        Row of the column names.
    columns : tuple of str
        Their names, each once.
    preamble : tuple of tuple of str
        Cells of the rows above the header.
    other_sheets : tuple of str
        Sheets of the workbook that hold no table that is read.
    rows : callable, default=_no_rows
        Opens the file and gives all of its rows.
    """

    path: Path
    sheet: str
    kind: TableKind
    encoding: str
    delimiter: str
    header_row: int
    columns: tuple[str, ...]
    preamble: tuple[tuple[str, ...], ...] = field(repr=False)
    other_sheets: tuple[str, ...]
    rows: Callable[[], Iterator[Row]] = field(default=_no_rows, repr=False, compare=False)

    def chunks(self, n_rows: int = 50_000) -> Iterator[RawChunk]:
        """Read the rows below the header.

        Wholly blank rows are no rows. A chunk holds fewer rows than asked where they are very
        wide or long, so that memory does not depend on the file.

        Parameters
        ----------
        n_rows : int, default=50_000
            Most rows of a chunk.

        Yields
        ------
        RawChunk
            Some rows, in order.

        Raises
        ------
        InputFileError
            If the file turns out to be broken, or a cell too long.
        """
        with readable(self.path):
            try:
                yield from self._chunks(n_rows)
            except CellTooLongError as error:
                raise refuse_long_cell(self.path, error, self.columns) from error

    def _chunks(self, n_rows: int) -> Iterator[RawChunk]:
        n_rows = max(1, min(n_rows, _MOST_CELLS // len(self.columns)))
        numbers: list[int] = []
        rows: list[list[str | None]] = []
        n_characters = 0
        for number, cells, length in clean_rows(self.rows()):
            if number <= self.header_row:
                continue
            numbers.append(number)
            rows.append(cells)
            n_characters += length
            if len(rows) >= n_rows or n_characters > _MOST_CHARACTERS:
                yield _chunk(numbers, rows, self.columns)
                numbers, rows, n_characters = [], [], 0
        if rows:
            yield _chunk(numbers, rows, self.columns)


def clean_rows(rows: Iterable[Row]) -> Iterator[tuple[int, list[str | None], int]]:
    """Strip cells, and leave out rows without any.

    Parameters
    ----------
    rows : iterable of tuple of (int, list of (str or None))
        Rows as they stand in a file.

    Yields
    ------
    tuple of (int, list of (str or None), int)
        Number, cells and characters of each row that holds something.

    Raises
    ------
    CellTooLongError
        If a cell holds more than a spreadsheet allows.

    Examples
    --------
    >>> list(clean_rows([(1, [" a ", ""]), (2, [None])]))
    [(1, ['a', None], 1)]
    """
    for number, cells in rows:
        stripped = [cell.strip() or None if cell else None for cell in cells]
        length = sum(map(len, filter(None, stripped)))
        if length > LONGEST_CELL:
            for position, cell in enumerate(stripped, start=1):
                if cell and len(cell) > LONGEST_CELL:
                    raise CellTooLongError(number, position)
        if length:
            yield number, stripped, length


def refuse_long_cell(
    path: Path, error: CellTooLongError, columns: tuple[str, ...]
) -> InputFileError:
    """Name the place of a cell that is too long.

    Parameters
    ----------
    path : Path
        The file.
    error : CellTooLongError
        Row and position.
    columns : tuple of str
        Names of the columns, as far as known.

    Returns
    -------
    InputFileError
        To be raised; it says nothing of what the cell holds.
    """
    names = dict(enumerate(columns, start=1))
    return InputFileError(
        "cell_too_long",
        path=path,
        row=error.row,
        column=names.get(error.position, f"(kolom {error.position})"),
        allowed=LONGEST_CELL,
    )


def _chunk(numbers: list[int], rows: list[list[str | None]], columns: tuple[str, ...]) -> RawChunk:
    n_columns = len(columns)
    faults: dict[int, str] = {}
    surplus: list[str | None] = [None] * len(rows)
    for place, cells in enumerate(rows):
        if len(cells) < n_columns:
            cells.extend([None] * (n_columns - len(cells)))
        elif len(cells) > n_columns:
            extra = [cell for cell in cells[n_columns:] if cell]
            n_cells = max((i for i, cell in enumerate(cells, 1) if cell), default=0)
            del cells[n_columns:]
            if extra:
                faults[numbers[place]] = f"baris berisi {n_cells} sel, judulnya {n_columns} kolom"
                surplus[place] = " | ".join(extra)
    texts = dict(zip(columns, map(_texts, zip(*rows, strict=True)), strict=True))
    if faults:
        texts[SURPLUS] = _texts(surplus)
    cells_frame = pd.DataFrame(texts, columns=list(texts))
    cells_frame.index = pd.Index(numbers, name="row")
    index = pd.Index(list(faults), name="row", dtype="int64")
    return RawChunk(
        cells=cells_frame, faults=pd.Series(list(faults.values()), index=index, dtype=object)
    )


def _texts(values: Iterable[str | None]) -> pd.Series:
    if _IS_PANDAS_2:
        return pd.Series(list(values), dtype=object)
    return pd.Series(list(values), dtype="str")
