"""Write the kit's own tables as CSV or Parquet; the importers read them back."""

from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import OutputError
from lapor_lab.exchange.atomic import atomic_file

__all__ = ["LINE_END", "write_table"]

# As RFC 4180 has it. Before Python 3.13 a cell with a lone "\r" is put in quotes only where
# lines end in it as well; without quotes it would end the row.
LINE_END: Final = "\r\n"


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write cases, events or any other table, whole or not at all.

    Parameters
    ----------
    table : DataFrame of shape (n_rows, n_columns)
        For example `ComplaintLog.cases`.
    path : Path
        A file that ends in ``.csv`` (UTF-8 with the mark by which spreadsheets know it) or
        ``.parquet``.

    Raises
    ------
    OutputError
        If the suffix is none of these or the place cannot be written.
    """
    if path.suffix not in (".csv", ".parquet"):
        raise OutputError("output_kind", path=path, allowed=".csv, .parquet")
    with atomic_file(path) as part:
        if path.suffix == ".csv":
            table.to_csv(part, index=False, encoding="utf-8-sig", lineterminator=LINE_END)
        else:
            table.to_parquet(part, index=False, compression="zstd")
