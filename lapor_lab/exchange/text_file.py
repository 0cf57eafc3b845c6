"""Read a table in the kit's own names as texts, whatever wrote it."""

from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd

from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.exchange.raw.table_source import open_tables

__all__ = ["check_zone", "parse_times", "read_text_table"]

_ALLOWED: Final = "CSV (UTF-8, koma, titik koma, atau tab)"
_INDONESIAN_ZONES: Final = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
_OFFSET: Final = r"(?:Z|[+-]\d{2}:?\d{2})$"


def read_text_table(path: Path) -> pd.DataFrame:
    """Read a table with every cell as text, empty cells missing.

    Parameters
    ----------
    path : Path
        A file of texts, a workbook or Parquet.

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        Texts; the index is the number of each row in the file.

    Raises
    ------
    InputFileError
        If the file is absent, empty or no such table, a workbook holds several, or a row has
        more cells than the header.
    """
    tables = open_tables(path)
    if len(tables) > 1:
        raise InputFileError("several_tables", path=path, n=len(tables))
    table = tables[0]
    chunks = list(table.chunks())
    for chunk in chunks:
        for row, fault in chunk.faults.items():
            reason = fault.replace("baris", f"baris {row}", 1)
            raise InputFileError("file_unreadable", path=path, reason=reason, allowed=_ALLOWED)
    return pd.concat([chunk.cells for chunk in chunks])


def parse_times(values: pd.Series, zone: str) -> pd.Series:
    """Read times of any offset as naive local times of one zone.

    A time that bears an offset is moved to `zone`; one that bears none is taken to be of
    that zone already.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Times in ISO 8601, offsets mixed or absent.
    zone : str
        IANA name, such as ``"Asia/Jakarta"``.

    Returns
    -------
    Series of datetime64[us] of shape (n,)
        Missing where a value is missing or cannot be read.

    Examples
    --------
    >>> parse_times(pd.Series(["2022-08-15T10:00:00Z", "2022-08-15 10:00", "?"]),
    ...             "Asia/Jakarta").to_list()
    [Timestamp('2022-08-15 17:00:00'), Timestamp('2022-08-15 10:00:00'), NaT]
    """
    text = values.astype("string").str.strip()
    has_offset = text.str.contains(_OFFSET, regex=True).fillna(value=False).astype(bool)
    moved = (
        pd.to_datetime(text.where(has_offset), utc=True, errors="coerce", format="ISO8601")
        .dt.tz_convert(zone)
        .dt.tz_localize(None)
    )
    plain = pd.to_datetime(text.where(~has_offset), errors="coerce", format="ISO8601")
    return moved.fillna(plain).astype("datetime64[us]")


def check_zone(zone: str) -> None:
    """Refuse a time zone that nobody knows.

    Parameters
    ----------
    zone : str
        IANA name.

    Raises
    ------
    UnknownNameError
        If there is none of that name.

    Examples
    --------
    >>> check_zone("Asia/Jakarta")
    """
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownNameError(
            "unknown_name", kind="zone", value=zone, allowed=", ".join(_INDONESIAN_ZONES)
        ) from error
