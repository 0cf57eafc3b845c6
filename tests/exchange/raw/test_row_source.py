"""Failures of files."""

import struct
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.row_source import readable


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (zipfile.BadZipFile("isi"), "rusak atau terpotong"),
        (zlib.error("isi"), "rusak atau terpotong"),
        (struct.error("isi"), "rusak atau terpotong"),
        (expat.ExpatError("isi"), "rusak atau terpotong"),
        (KeyError("isi"), "rusak atau terpotong"),
        (EOFError("isi"), "rusak atau terpotong"),
        (PermissionError(13, "isi"), "tidak ada izin membaca"),
        (OSError("isi"), "rusak atau terpotong"),
    ],
)
def test_a_failure_is_one_line_without_its_words(failure: Exception, reason: str) -> None:
    """What a library says may quote the file, so it is not repeated."""
    with pytest.raises(InputFileError) as caught, readable(Path("x.xlsx")):
        raise failure

    assert str(caught.value) == (
        f"x.xlsx: cannot be read ({reason}). Give a .xlsx, .xls, .csv, .parquet file."
    )


def test_a_fault_of_the_program_is_not_hidden() -> None:
    """What no file can cause stays a traceback."""
    with pytest.raises(ZeroDivisionError), readable(Path("x.xlsx")):
        raise ZeroDivisionError
