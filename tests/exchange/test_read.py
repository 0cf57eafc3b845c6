"""One door for every input."""

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange import official_table, read_log, synthetic_preamble
from lapor_lab.schema import ComplaintLog

ALLOWED = "folder lapor-lab, .csv, .xlsx, .xls, .parquet, .xes, atau .xes.gz"


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
            (
                "its content is of another kind (gambar PNG). Save it as .xlsx or .csv in the "
                "program that made it, or give it the ending of what it is."
            ),
        ),
        (
            "d.parquet",
            b"PAR1",
            "cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file.",
        ),
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


@pytest.mark.parametrize("name", ["ekspor.csv", "ekspor.xlsx"])
def test_an_official_export_needs_no_import_first(
    write_export: Callable[..., Path], sample: ComplaintLog, name: str
) -> None:
    """An export is read as it is, with the date that it bears, and stays synthetic."""
    log = ComplaintLog(cases=sample.cases.head(20), events=None, as_of=sample.as_of)
    table = official_table(log)
    table.loc[3, "Instansi Induk"] = ""
    table.loc[3, "Instansi Terdisposisi"] = ""
    got = read_log(write_export(name, table, synthetic_preamble(log)))
    assert got.n_rows == 20
    assert len(got.log.cases) == 19
    assert got.quarantine["reason"].tolist() == ["tanpa instansi"]
    assert got.log.as_of == log.as_of
    assert got.log.is_synthetic


def test_an_export_without_a_date_takes_the_one_that_is_given(
    write_export: Callable[..., Path], sample: ComplaintLog
) -> None:
    """The date that the user writes is when the export was made: statuses stay."""
    log = ComplaintLog(cases=sample.cases.head(20), events=None, as_of=sample.as_of)
    day = pd.Timestamp("2022-10-01")
    got = read_log(write_export("ekspor.csv", official_table(log)), as_of=day)
    assert got.log.as_of == day
    assert set(got.log.cases["observed_at"]) == {day}
