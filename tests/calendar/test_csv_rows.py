"""Files that cannot be read are refused in one clear line."""

import re
from pathlib import Path

import pytest

from lapor_lab.calendar.csv_rows import read_rows
from lapor_lab.errors import ColumnNotFoundError, InputFileError


@pytest.mark.parametrize(
    ("content", "kind", "message"),
    [
        (
            b"tanggal,action\n2026-01-05,libur\n",
            ColumnNotFoundError,
            (
                "{path}: column(s) date, name not found; it has tanggal, action. "
                "Rename yours or name another."
            ),
        ),
        (
            b"",
            ColumnNotFoundError,
            "{path}: column(s) date, name not found; it has . Rename yours or name another.",
        ),
        (
            b"date,name\n,\n",
            InputFileError,
            "{path}: holds no row. Give a file with a header and at least one row.",
        ),
        (
            b"date,name\n2026-01-05,Libur, tambahan\n",
            InputFileError,
            (
                "{path}, line 2: 3 cells, but the header has 2. "
                "Put text that holds a comma between quotes."
            ),
        ),
        (
            b"date,name\n2026-01-05,\xe9\n",
            InputFileError,
            (
                "{path}: cannot be read ('utf-8' codec can't decode byte 0xe9 in position 21: "
                "invalid continuation byte). Give a CSV (UTF-8) file."
            ),
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes, kind: type[Exception], message: str
) -> None:
    """Missing columns, no row, too wide a row and a wrong encoding are each named."""
    path = tmp_path / "berkas.csv"
    path.write_bytes(content)

    with pytest.raises(kind, match=f"^{re.escape(message.format(path=path))}$"):
        read_rows(path, ("date", "name"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is refused."""
    path = tmp_path / "tidak_ada.csv"
    message = f"{path}: no such file or folder. Check the path."

    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_rows(path, ("date",))


def test_a_line_number_is_that_of_the_file(tmp_path: Path) -> None:
    """Blank lines and line breaks inside quotes do not shift the number that a message names."""
    path = tmp_path / "berkas.csv"
    path.write_text('date,name\n\n2026-01-05,"dua\nbaris"\n05-01-2026,x\n', encoding="utf-8")

    first, second = read_rows(path, ("date", "name"))

    assert first.text("name") == "dua\nbaris"
    with pytest.raises(InputFileError, match="line 5: `date` must be YYYY-MM-DD"):
        second.day("date")
