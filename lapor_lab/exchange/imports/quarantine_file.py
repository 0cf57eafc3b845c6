"""Write the quarantine of many files as one, piece by piece."""

from collections import Counter
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.exchange.imports.formula_guard import guard_formulas
from lapor_lab.exchange.table_file import LINE_END, write_table

__all__ = ["QuarantineFile", "write_quarantine"]

_FIRST: Final = ["file", "sheet", "row", "case_id", "reason", "detail"]


class QuarantineFile:
    """Gather rows that cannot be used, whatever columns their files have.

    Parameters
    ----------
    folder : Path
        An existing folder for the pieces; it is empty again after `write`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pieces: list[Path] = []
        self._columns: dict[str, None] = dict.fromkeys(_FIRST)
        self.reasons: Counter[str] = Counter()

    def add(self, rows: pd.DataFrame, *, file: str, sheet: str) -> None:
        """Take rows in.

        Parameters
        ----------
        rows : DataFrame of shape (n_rows, n_columns)
            `row`, `case_id`, `reason`, perhaps `detail`, and the row's own cells.
        file, sheet : str
            Where they stand; the sheet is empty for a text file.
        """
        if rows.empty:
            return
        self.reasons.update(rows["reason"])
        self._columns.update(dict.fromkeys(rows.columns.astype(str)))
        piece = self._folder / f"quarantine-{len(self._pieces):06d}.parquet"
        text = rows.astype({"row": "int64"}).assign(file=file, sheet=sheet)
        text.to_parquet(piece, index=False)
        self._pieces.append(piece)

    def write(self, path: Path) -> None:
        """Write everything as one CSV and remove the pieces.

        Parameters
        ----------
        path : Path
            The file; with its header alone if no row was taken in.
        """
        columns = list(self._columns)
        head = pd.DataFrame(columns=columns)
        head.to_csv(path, index=False, encoding="utf-8-sig", lineterminator=LINE_END)
        with path.open("a", encoding="utf-8", newline="") as stream:
            for piece in self._pieces:
                rows = pd.read_parquet(piece).reindex(columns=columns)
                cells = [name for name in columns if name not in ("row", "reason")]
                guarded = rows[cells].apply(guard_formulas)
                whole = rows.assign(**guarded)
                whole.to_csv(stream, index=False, header=False, lineterminator=LINE_END)
                piece.unlink()


def write_quarantine(rows: pd.DataFrame, path: Path) -> None:
    """Write the quarantine of one input, so that a spreadsheet runs none of its cells.

    Parameters
    ----------
    rows : DataFrame of shape (n_rows, n_columns)
        As `Imported.quarantine` describes.
    path : Path
        A file that ends in ``.csv``.

    Raises
    ------
    OutputError
        If the place cannot be written.
    """
    cells = [name for name in rows.columns if name not in ("row", "reason")]
    write_table(rows.assign(**rows[cells].apply(guard_formulas)), path)
