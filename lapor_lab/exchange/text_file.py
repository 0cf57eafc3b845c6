"""Read a delimited file as texts, whatever wrote it."""

import re
import warnings
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd

from lapor_lab.errors import InputFileError, UnknownNameError

__all__ = ["check_zone", "parse_times", "read_text_table"]

_ALLOWED: Final = "CSV (UTF-8, koma, titik koma, atau tab)"
_INDONESIAN_ZONES: Final = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
_OFFSET: Final = r"(?:Z|[+-]\d{2}:?\d{2})$"


def read_text_table(path: Path) -> pd.DataFrame:
    """Read a CSV file with every cell as text, empty cells missing.

    Parameters
    ----------
    path : Path
        A file in UTF-8 (with or without mark) or cp1252, cells parted by comma,
        semicolon or tab.

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        Texts; the index plus 2 is the line in the file, unless a cell holds line breaks.

    Raises
    ------
    InputFileError
        If the file is absent, empty or no such table.
    """
    content = _content(path)
    encoding = _encoding(content)
    header = content.split(b"\n", 1)[0].decode(encoding)
    try:
        with warnings.catch_warnings():
            # It warns where the first row is longer than the header, and cuts it.
            warnings.simplefilter("error", pd.errors.ParserWarning)
            frame = pd.read_csv(
                path,
                sep=_delimiter(header),
                dtype="str",
                keep_default_na=False,
                na_values=[""],
                encoding=encoding,
                skip_blank_lines=False,
                index_col=False,
            )
    except (ValueError, pd.errors.ParserWarning) as error:
        raise InputFileError(
            "file_unreadable", path=path, reason=_reason(str(error)), allowed=_ALLOWED
        ) from error
    # Blank lines count for line numbers, but are no rows.
    frame = frame.dropna(how="all")
    if frame.empty:
        raise InputFileError("file_empty", path=path)
    return frame.rename(columns=lambda name: str(name).strip())


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


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise InputFileError("file_missing", path=path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputFileError(
            "file_unreadable", path=path, reason=error.strerror, allowed=_ALLOWED
        ) from error
    if not content.strip():
        raise InputFileError("file_empty", path=path)
    if b"\x00" in content[:4096]:
        raise InputFileError("file_unreadable", path=path, reason="bukan teks", allowed=_ALLOWED)
    return content


def _encoding(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def _delimiter(header: str) -> str:
    counts = {mark: header.count(mark) for mark in ",;\t"}
    return max(counts, key=lambda mark: counts[mark])


def _reason(message: str) -> str:
    longer = re.search(r"Expected (\d+) fields in line (\d+), saw (\d+)", message)
    if longer:
        n_header, line, n_cells = longer.groups()
        return f"baris {line} berisi {n_cells} sel, judulnya {n_header} kolom"
    if "EOF inside string" in message:
        return "tanda kutip dibuka dan tidak ditutup"
    if "Length of header" in message:
        return "baris 2 berisi lebih banyak sel daripada judul kolom"
    return message.strip().splitlines()[0]
