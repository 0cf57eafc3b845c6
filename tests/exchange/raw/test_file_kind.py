"""What a file is by its first bytes."""

from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.file_kind import find_kind


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("x.xls", b"PK\x03\x04", "zip"),
        ("x.XLSX", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        ("x.txt", b"a,b", "text"),
        ("x.csv", "\ufeffa".encode("utf-16-le"), "text"),
        ("x", b"PAR1", "parquet"),
        ("x.dat", b"a;b", "text"),
    ],
)
def test_content_says_how_to_read(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    """Both kinds of workbook are read under both endings, and any kind under a strange one."""
    path = tmp_path / name
    path.write_bytes(content)

    assert find_kind(path) == kind


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf\r\n", b"\x00" * 10])
def test_nothing_is_no_kind(tmp_path: Path, content: bytes) -> None:
    """A file of marks and blanks holds no row."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    with pytest.raises(InputFileError, match="holds no row"):
        find_kind(path)
