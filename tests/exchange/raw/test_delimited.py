"""Delimited text files."""

from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw import delimited
from lapor_lab.exchange.raw.delimited import find_delimiter, read_delimited_rows


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b\n1,5;2,5\n1,6;2,6\n", ";"),
        ("Judul, dengan koma, di sini\n\nTracking ID;Isi\n1;a, b\n", ";"),
        ("a\tb\nx, y\tz\n", "\t"),
        ('a,b\n"x; y",z\n', ","),
        ("satu\ndua\n", ","),
        ("x;y;z\nTracking ID,Isi\n1,2\n", ","),
    ],
)
def test_the_mark_is_found(tmp_path: Path, text: str, mark: str) -> None:
    """Commas of numbers, of texts and of a preamble do not mislead."""
    path = tmp_path / "x.csv"
    path.write_text(text)

    assert find_delimiter(path, "utf-8") == mark


def test_records_are_counted_not_lines(tmp_path: Path) -> None:
    """A cell may hold line breaks; a blank line is a record without cells."""
    path = tmp_path / "x.csv"
    path.write_text('a,b\r\n"1\n1",2\r\n\r\n3,4', newline="")

    assert list(read_delimited_rows(path, "utf-8", ",")) == [
        (1, ["a", "b"]),
        (2, ["1\n1", "2"]),
        (3, []),
        (4, ["3", "4"]),
    ]


def test_a_line_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of one endless line is not taken into memory."""
    monkeypatch.setattr(delimited, "_LONGEST_LINE", 1000)
    path = tmp_path / "x.csv"
    path.write_text("a,b\n" + "1," * 2000)

    with pytest.raises(InputFileError) as caught:
        list(read_delimited_rows(path, "utf-8", ","))

    assert str(caught.value) == (
        f"{path}: cannot be read (baris 2 lebih dari 1000 huruf). "
        "Give a .xlsx, .xls, .csv, .parquet file."
    )
