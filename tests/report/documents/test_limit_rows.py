"""Claims about the limits that drafts name."""

from datetime import date

from lapor_lab.calendar import load_limits
from lapor_lab.report.documents.limit_rows import completion_text, latest_limits, limit_rows


def test_limits_are_those_of_the_data_with_their_base() -> None:
    """Every limit in force since the last change is a row; none is checked, all say so."""
    in_force = latest_limits(load_limits())
    rows = limit_rows(in_force)
    assert (
        [row.days for row in rows]
        == [limit.days for limit in in_force]
        == [3, 5, 60, 14, 5, 14, 10]
    )
    assert {row.legal_base for row in rows} == {"PermenPANRB 5/2025"}
    assert all("belum diverifikasi" in row.remark for row in rows)
    assert all(row.remark.endswith("periksa keberlakuan di JDIH") for row in rows)


def test_an_assumed_limit_says_so() -> None:
    """The limit of Aspirasi was found nowhere."""
    rows = {row.report_class: row.remark for row in limit_rows(latest_limits(load_limits()))}
    assert rows["Aspirasi"] == "belum diverifikasi; asumsi; periksa keberlakuan di JDIH"


def test_a_checked_limit_gives_the_day() -> None:
    """What was checked says when."""
    row = limit_rows(load_limits().in_force(date(2022, 8, 15)))[0]
    assert row.remark == "nilai diperiksa 24 November 2026; periksa keberlakuan di JDIH"


def test_completion_is_told_shortest_first() -> None:
    """One sentence names every class."""
    assert completion_text(latest_limits(load_limits())) == (
        "5 hari kerja untuk Permintaan Informasi, "
        "14 hari kerja untuk Pengaduan Tidak Berkadar Pengawasan, "
        "14 hari kerja untuk Aspirasi, dan 60 hari kerja untuk Pengaduan Berkadar Pengawasan"
    )
