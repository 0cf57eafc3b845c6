"""One door for every input."""

import re
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange import read_log

ALLOWED = "folder lapor-lab generate, .csv, .parquet, .xes, atau .xes.gz"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"", "holds no row. Give a file with a header and at least one row."),
        (
            "b.csv",
            b"case_id,submitted_at,institution\n",
            "holds no row. Give a file with a header and at least one row.",
        ),
        (
            "c.csv",
            b"\x89PNG\x00\x00",
            "cannot be read (bukan teks). Give a CSV (UTF-8, koma, titik koma, atau tab) file.",
        ),
        ("d.parquet", b"PAR1", "cannot be read (ArrowInvalid). Give a Parquet file."),
        (
            "e.docx",
            b"x",
            f"unknown kind of input. Give {ALLOWED}.",
        ),
        ("f.csv", None, "no such file or folder. Check the path."),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    """Empty, binary, broken, unknown and absent files are each refused by name."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputFileError, match=f"^{re.escape(f'{path}: {message}')}$"):
        read_log(path)


def test_a_log_of_events_is_told_from_a_table(tmp_path: Path) -> None:
    """The columns decide, not the name."""
    path = tmp_path / "x.csv"
    path.write_text("case_id,activity,timestamp\n1,a,2022-08-01\n")

    assert read_log(path).log.events is not None
