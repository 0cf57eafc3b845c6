"""Rows of the table of limits: what ships is complete, what cannot be used is refused."""

import re
from datetime import date
from pathlib import Path

import pytest

from lapor_lab.calendar import STAGES, load_limits
from lapor_lab.calendar.csv_rows import data_file
from lapor_lab.errors import ColumnNotFoundError, InputFileError
from lapor_lab.schema import Stage

HEADER = data_file("limits.csv").read_text(encoding="utf-8").splitlines()[0]
ROW = "verified,,3,hari kerja,Perbup 1/2020,2020-01-01,,2026-11-24,naskah,"


def test_stages_are_those_of_the_schema_that_have_a_limit() -> None:
    """Every stage but closing has a limit, and automatic closing has one too."""
    assert set(STAGES) == {*Stage, "autoclose"} - {Stage.CLOSED}


def test_each_row_that_ships_can_be_traced() -> None:
    """Each limit names its instrument, source and reservations, in working days."""
    for row in load_limits().rows:
        assert row.unit == "hari kerja"
        assert row.legal_base.startswith("PermenPANRB ")
        assert row.source
        assert "tidak terlihat" in row.note or "asumsi" in row.note


def test_a_row_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Every column of a file of one's own reaches the limit, a missing check as None."""
    path = tmp_path / "batas.csv"
    path.write_text(f"{HEADER}\n{ROW.replace('2026-11-24', '')}\n", encoding="utf-8")

    (row,) = load_limits(path).rows

    assert (row.stage, row.report_class, row.days) == ("verified", "", 3)
    assert (row.legal_base, row.berlaku_sejak) == ("Perbup 1/2020", date(2020, 1, 1))
    assert (row.dicabut_oleh, row.diperiksa_pada, row.source, row.note) == ("", None, "naskah", "")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ROW.replace("verified", "verifikasi"),
            (
                "line 2: `stage` must be verified | first_followed_up | completed | autoclose, "
                "got 'verifikasi'. Mend that line."
            ),
        ),
        (
            ROW.replace(",,3", ",aspirasi,3"),
            (
                'line 2: `report_class` must be "" | Pengaduan Berkadar Pengawasan | '
                "Pengaduan Tidak Berkadar Pengawasan | Permintaan Informasi | Aspirasi, "
                "got 'aspirasi'. Mend that line."
            ),
        ),
        (ROW.replace(",3,", ",0,"), "line 2: `days` must be >= 1, got '0'. Mend that line."),
        (ROW.replace(",3,", ",2.5,"), "line 2: `days` must be >= 1, got '2.5'. Mend that line."),
        (
            ROW.replace("hari kerja", "hari"),
            "line 2: `unit` must be hari kerja, got 'hari'. Mend that line.",
        ),
        (
            ROW.replace("Perbup 1/2020", ""),
            "line 2: `legal_base` must be != \"\", got ''. Mend that line.",
        ),
        (
            ROW.replace("2020-01-01", "2020"),
            "line 2: `berlaku_sejak` must be YYYY-MM-DD, got '2020'. Mend that line.",
        ),
        (
            f"{ROW}\n{ROW}",
            "line 3: `berlaku_sejak` '2020-01-01' stands twice for the same thing. Keep one.",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, rows: str, message: str) -> None:
    """Each value out of range is refused with its file, line, column, range and value."""
    path = tmp_path / "batas.csv"
    path.write_text(f"{HEADER}\n{rows}\n", encoding="utf-8")

    with pytest.raises(InputFileError, match=f"^{re.escape(f'{path}, {message}')}$"):
        load_limits(path)


def test_a_file_without_a_column_is_refused(tmp_path: Path) -> None:
    """A table without its legal base is no table of limits."""
    path = tmp_path / "batas.csv"
    path.write_text("stage,days\nverified,3\n", encoding="utf-8")
    message = (
        f"{path}: column(s) report_class, unit, legal_base, berlaku_sejak, dicabut_oleh, "
        "diperiksa_pada, source, note not found; it has stage, days. Rename yours or name another."
    )

    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        load_limits(path)
